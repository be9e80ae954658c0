"""
Numbers, existence and succession of states through history.
"""

import datetime as dt

import pytest

from diplomodel.actors import State, cow_code, gw_code, state, state_by_cow, state_by_gw, states
from diplomodel.dates import PartialDate


def code_of(found: State | None) -> str | None:
    """
    The code, or nothing where nothing was found.
    """
    return None if found is None else found.code


@pytest.mark.parametrize(
    ("number", "at", "expected"),
    [
        (255, "1868-01-01", "XPRU"),
        (255, "1914-07-28", "DEU"),
        (255, "1945-05-09", None),
        (255, "1950-01-01", None),
        (260, "1960-01-01", "DEU"),
        (260, "1990-10-03", None),
        (265, "1990-10-02", "DDR"),
        (265, "1990-10-03", None),
        (255, 1990, "DEU"),
        (678, 1980, "YEM"),
        (679, "1990-05-22", "YEM"),
        (680, 1980, "YMD"),
        (815, 1850, None),
        (816, 1960, "VDR"),
        (816, 2000, "VNM"),
        (817, 1960, "XRVN"),
        (345, 1900, "SRB"),
        (345, "1918-12-01", "YUG"),
        (345, 1943, None),
        (345, 1980, "YUG"),
        (345, "2003-02-04", "SCG"),
        (345, "2006-06-05", "SRB"),
        (340, 2010, None),
        (341, 2005, None),
        (341, 2010, "MNE"),
        (347, 2010, "XKX"),
        (365, 1900, "RUS"),
        (365, "1922-12-30", "SUN"),
        (365, "1991-12-26", "RUS"),
        (315, 1992, "CSK"),
        (315, 1993, None),
        (316, 1993, "CZE"),
        (317, 1993, "SVK"),
        (770, 1950, "PAK"),
        (771, "1971-12-15", None),
        (771, 1972, "BGD"),
        (530, 1930, "ETH"),
        (530, 1938, None),
        (730, 1900, "XKOR"),
        (730, 1910, None),
        (731, 1950, "PRK"),
        (732, 1950, "KOR"),
        (710, 1900, "CHN"),
        (713, 1949, "TWN"),
        (510, 1970, "TZA"),
        (511, "1964-01-12", "XZAN"),
        (511, 1965, None),
        (651, 1957, "EGY"),
        (651, 1960, "XUAR"),
        (651, 1970, "EGY"),
        (652, 1957, "SYR"),
        (652, 1960, None),
        (652, 1970, "SYR"),
        (327, 1850, "XPAP"),
        (327, 1861, None),
        (325, 1859, "XSAR"),
        (325, 1861, "ITA"),
        (300, 1850, "XAUH"),
        (305, 1950, None),
        (970, 2010, "NRU"),
        (946, 2010, "KIR"),
    ],
)
def test_cow_numbers_follow_history(number: int, at: str | int, expected: str | None) -> None:
    """
    A Correlates of War number means the state that had it on the date.
    """
    assert expected == code_of(state_by_cow(number, at=at))


@pytest.mark.parametrize(
    ("number", "at", "expected"),
    [
        (255, 1940, "DEU"),
        (255, 1995, None),
        (260, 1949, "DEU"),
        (260, 2020, "DEU"),
        (265, 1970, "DDR"),
        (340, 1900, "SRB"),
        (340, 1950, None),
        (340, 2010, "SRB"),
        (345, 1950, "YUG"),
        (345, 2004, "SCG"),
        (345, 2010, None),
        (341, 1900, "MNE"),
        (529, 2000, None),
        (530, 1938, "ETH"),
        (678, 2020, "YEM"),
        (679, 2020, None),
        (680, 1989, "YMD"),
        (711, 1930, "XTIB"),
        (815, 1850, "XANN"),
        (89, 1830, "XFCA"),
        (99, 1825, "XGCO"),
        (564, 1890, "XORA"),
        (563, 1890, "XTRA"),
        (652, 1960, "SYR"),
        (970, 2010, "KIR"),
        (971, 2010, "NRU"),
        (396, 2010, "XABK"),
    ],
)
def test_gw_numbers_follow_history(number: int, at: int, expected: str | None) -> None:
    """
    A Gleditsch and Ward number means the state that had it on the date.
    """
    assert expected == code_of(state_by_gw(number, at=at))


def test_a_year_means_its_last_day_where_it_can() -> None:
    """
    For a year the code in force on 31 December counts, else the last one before.
    """
    assert 255 == cow_code("DEU", 1990)
    assert 265 == cow_code("DDR", 1990)
    assert 260 == cow_code("DEU", "1990-09")
    assert "SRB" == code_of(state_by_cow(345, at=2006))
    assert cow_code("DDR", 1991) is None
    assert gw_code("VAT", 2000) is None


def test_without_a_date_the_latest_holder_counts() -> None:
    """
    A number without a date means the state that had it last.
    """
    assert ["SRB", "DEU", "XZAN"] == [code_of(state_by_cow(n)) for n in (345, 255, 511)]
    assert state_by_cow(1) is None


def test_dates_come_in_every_form() -> None:
    """
    A date, its text, a partial date and a year all say when.
    """
    forms = (dt.date(1960, 5, 1), "1960-05-01", PartialDate.parse("1960-05"), 1960, "196X")
    assert ["SUN"] * 5 == [code_of(state_by_cow(365, at=form)) for form in forms]


@pytest.mark.parametrize(
    ("code", "at", "expected"),
    [
        ("RUS", "1922-12-29", True),
        ("RUS", "1922-12-30", False),
        ("RUS", 1991, True),
        ("SUN", 1992, False),
        ("SYR", 1960, False),
        ("SYR", 1958, True),
        ("XUAR", 1960, True),
        ("AUT", 1940, False),
        ("SRB", 1950, False),
        ("VAT", 1900, True),
        ("TWN", 1945, False),
        ("XHAW", 1890, True),
        ("XHAW", 1899, False),
        ("USA", "1776-07-03", False),
        ("PRI", 1950, True),
    ],
)
def test_existence_by_date(code: str, at: str | int, expected: bool) -> None:
    """
    A state exists from its beginning to its end, its gaps left out.
    """
    assert expected == state(code).exists(at)


def test_states_of_a_date_are_those_that_exist() -> None:
    """
    The states of a year leave out those before and after.
    """
    codes = {found.code for found in states(at=1980)}
    assert {"SUN", "DDR", "YUG", "CSK", "YMD", "DEU"} <= codes
    assert codes.isdisjoint({"RUS", "UKR", "CZE", "XKX", "SSD", "VDR", "XUAR"})


def test_succession_is_told() -> None:
    """
    Former states name those that came after them.
    """
    assert ("CZE", "SVK") == state("CSK").succeeded_by
    assert ("DEU",) == state("DDR").succeeded_by
    assert ("SCG",) == state("YUG").succeeded_by
    assert ("SRB", "MNE") == state("SCG").succeeded_by
    assert ("VNM",) == state("VDR").succeeded_by == state("XRVN").succeeded_by
