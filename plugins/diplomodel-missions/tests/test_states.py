"""
Tests of finding states by number and name.
"""

import pytest

from diplomodel_missions._states import named, numbered


@pytest.mark.parametrize(
    ("number", "year", "code"),
    [
        (255, 1990, "DEU"),
        (260, 1955, "DEU"),
        (265, 1975, "DDR"),
        (679, 1990, "YEM"),
        (678, 1990, "YEM"),
        (345, 1990, "YUG"),
        (345, 2010, "SRB"),
        (365, 1930, "SUN"),
        (365, 1995, "RUS"),
        (490, 1960, "COD"),
    ],
)
def test_numbers_stand_for_states_by_date(number: int, year: int, code: str) -> None:
    """
    One number stands for different states at different times, and from the year of entry on.
    """
    assert code == numbered(number, at=year).code


def test_numbers_without_a_state() -> None:
    """
    A number that stands for nothing in a year is no state.
    """
    assert numbered(713, at=1900) is None
    assert numbered(9999, at=2000) is None


@pytest.mark.parametrize(
    ("name", "when", "code"),
    [
        ("Benin (Dahomey)", 1960, "BEN"),
        ("Kingdom of Serbia/Yugoslavia*", 1930, "YUG"),
        ("Cote d’Ivoire (Ivory Coast)", 1970, "CIV"),
        ("Congo-Brazzaville", 1962, "COG"),
        ("Burma", 1949, "MMR"),
        ("South Vietnam", 1960, "XRVN"),
        ("Czech Republic", 1950, "CSK"),
        ("The Gambia", 1970, "GMB"),
    ],
)
def test_names_mean_states_by_date(name: str, when: int, code: str) -> None:
    """
    A name with another in brackets, an old name, and the name of a successor are understood.
    """
    assert code == named(name, at=when).code


def test_a_number_goes_before_a_name() -> None:
    """
    A number that is right on the date settles it; one that is not leaves it to the name.
    """
    assert "XUAR" == named("Egypt", at="1958-03-05", number=651).code
    assert "DEU" == named("Germany", at="2022-12-08", number=260).code
    assert "SDN" == named("Sudan", at="1955-08-18", number=625).code
    assert named("Nowhere", at=2000, number=9999) is None
    assert named("", at=2000) is None
