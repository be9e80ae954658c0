"""
The grammar of EDTF level 1: which texts are dates, and which days they allow.
"""

from __future__ import annotations

import datetime as dt

import pytest

from diplomodel.dates import FIRST_DAY, LAST_DAY, PartialDate, Precision
from diplomodel.errors import BadInputError


def bounds(text: str) -> tuple[str, str]:
    """
    The strict first and last day of a text, in ISO 8601.
    """
    date = PartialDate.parse(text)
    return (
        dt.date.fromordinal(date.first).isoformat(),
        dt.date.fromordinal(date.last).isoformat(),
    )


def possible(text: str) -> tuple[str, str]:
    """
    The possible first and last day of a text, in ISO 8601.
    """
    date = PartialDate.parse(text)
    return (
        dt.date.fromordinal(date.first_possible).isoformat(),
        dt.date.fromordinal(date.last_possible).isoformat(),
    )


@pytest.mark.parametrize(
    ("text", "precision", "first", "last"),
    [
        ("2022-12-07", Precision.DAY, "2022-12-07", "2022-12-07"),
        ("0001-01-01", Precision.DAY, "0001-01-01", "0001-01-01"),
        ("9999-12-31", Precision.DAY, "9999-12-31", "9999-12-31"),
        ("2000-02-29", Precision.DAY, "2000-02-29", "2000-02-29"),
        ("2022-12", Precision.MONTH, "2022-12-01", "2022-12-31"),
        ("1900-02", Precision.MONTH, "1900-02-01", "1900-02-28"),
        ("9999-12", Precision.MONTH, "9999-12-01", "9999-12-31"),
        ("2022", Precision.YEAR, "2022-01-01", "2022-12-31"),
        ("0001", Precision.YEAR, "0001-01-01", "0001-12-31"),
        ("201X", Precision.DECADE, "2010-01-01", "2019-12-31"),
        ("000X", Precision.DECADE, "0001-01-01", "0009-12-31"),
        ("20XX", Precision.CENTURY, "2000-01-01", "2099-12-31"),
        ("00XX", Precision.CENTURY, "0001-01-01", "0099-12-31"),
        ("99XX", Precision.CENTURY, "9900-01-01", "9999-12-31"),
        ("2004-XX", Precision.MONTH, "2004-01-01", "2004-12-31"),
        ("2004-02-XX", Precision.DAY, "2004-02-01", "2004-02-29"),
        ("1985-XX-XX", Precision.DAY, "1985-01-01", "1985-12-31"),
        ("2001-21", Precision.SEASON, "2001-03-01", "2001-05-31"),
        ("2001-22", Precision.SEASON, "2001-06-01", "2001-08-31"),
        ("2001-23", Precision.SEASON, "2001-09-01", "2001-11-30"),
        ("2001-24", Precision.SEASON, "2001-12-01", "2002-02-28"),
        ("9999-24", Precision.SEASON, "9999-12-01", "9999-12-31"),
        ("2022-12-07T14:00", Precision.TIME, "2022-12-07", "2022-12-07"),
        ("2022-12-07T23:59:59-05:00", Precision.TIME, "2022-12-07", "2022-12-07"),
        ("1964/2008", Precision.INTERVAL, "1964-01-01", "2008-12-31"),
        ("2004-02-01/2005-02", Precision.INTERVAL, "2004-02-01", "2005-02-28"),
        ("2004-06/2004", Precision.INTERVAL, "2004-06-01", "2004-12-31"),
        ("2001-21/201X", Precision.INTERVAL, "2001-03-01", "2019-12-31"),
        ("2022-12-07/2022-12-07", Precision.INTERVAL, "2022-12-07", "2022-12-07"),
    ],
)
def test_each_form_gives_its_precision_and_days(
    text: str, precision: Precision, first: str, last: str
) -> None:
    """
    Every form of level 1 is read to its precision and its strict first and last day.
    """
    assert precision is PartialDate.parse(text).precision
    assert (first, last) == bounds(text)


@pytest.mark.parametrize("text", ["2022-12/..", "2022-12/"])
def test_open_and_unknown_ends_reach_the_last_day(text: str) -> None:
    """
    An open or unknown end counts as the last day of the calendar.
    """
    assert LAST_DAY == PartialDate.parse(text).last == PartialDate.parse(text).last_possible


@pytest.mark.parametrize("text", ["../2022-12", "/2022-12"])
def test_open_and_unknown_starts_reach_the_first_day(text: str) -> None:
    """
    An open or unknown start counts as the first day of the calendar.
    """
    assert FIRST_DAY == PartialDate.parse(text).first == PartialDate.parse(text).first_possible


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2022-12-07?", "2022-12-06", "2022-12-08"),
        ("2022-12-07~", "2022-12-06", "2022-12-08"),
        ("2022-12-07%", "2022-12-05", "2022-12-09"),
        ("1979-08~", "1979-07-01", "1979-09-30"),
        ("2004-01%", "2003-11-01", "2004-03-31"),
        ("2001-21?", "2000-12-01", "2001-08-31"),
        ("2004?", "2003-01-01", "2005-12-31"),
        ("201X~", "2000-01-01", "2029-12-31"),
        ("20XX?", "1900-01-01", "2199-12-31"),
        ("1985-04-XX?", "1985-03-31", "1985-05-01"),
        ("2004-XX?", "2003-12-01", "2005-01-31"),
        ("2004?/2005-06-10%", "2003-01-01", "2005-06-12"),
        ("0001-01-01%", "0001-01-01", "0001-01-03"),
        ("0001?", "0001-01-01", "0002-12-31"),
        ("9999-12-31?", "9999-12-30", "9999-12-31"),
        ("9999-24~", "9999-09-01", "9999-12-31"),
        ("99XX%", "9700-01-01", "9999-12-31"),
    ],
)
def test_doubt_widens_by_units_of_the_precision(text: str, first: str, last: str) -> None:
    """
    ``?`` and ``~`` widen the possible days by one unit, ``%`` by two, inside the calendar.
    """
    assert (first, last) == possible(text)


def test_doubt_leaves_the_strict_days_alone() -> None:
    """
    A qualifier changes the possible days only.
    """
    assert bounds("1979-08") == bounds("1979-08%")


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("2022-12-07T00:00", 0),
        ("2022-12-07T23:59:59", 86_399),
        ("2022-12-07T11:41Z", 42_060),
        ("2022-12-07T11:41-05:00", 60_060),
        ("2022-12-07T00:00+14:00", -50_400),
        ("2022-12-07", None),
        ("2022-12-07/2022-12-08", None),
    ],
)
def test_seconds_count_from_local_midnight_less_the_offset(text: str, second: int | None) -> None:
    """
    A time of day counts seconds from local midnight, with the UTC offset taken off.
    """
    assert second == PartialDate.parse(text).second


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("2022-12-07T14:00+00:00", "2022-12-07T14:00Z"),
        ("2022-12-07T14:00+00", "2022-12-07T14:00Z"),
        ("1985-04-12T23:20:30+04", "1985-04-12T23:20:30+04:00"),
        ("1985-04-12T23:20:30-05:30", "1985-04-12T23:20:30-05:30"),
    ],
)
def test_spellings_of_one_offset_become_one(text: str, canonical: str) -> None:
    """
    Two spellings of the same offset read as equal dates with one text.
    """
    assert canonical == str(PartialDate.parse(text))
    assert PartialDate.parse(canonical) == PartialDate.parse(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("0000", "no year 0000"),
        ("0000-01-01", "no year 0000"),
        ("0000-05", "no year 0000"),
        ("2022-13", "no month 13; write one from 01 to 12, or from 21"),
        ("2022-00", "no month 00"),
        ("2022-25", "no month 25"),
        ("2022-13-XX", "no month 13"),
        ("2022-21-XX", "no month 21"),
        ("2022-21-07", "no month 21; write one from 01 to 12$"),
        ("2022-02-30", "2022-02 has no day 30; write a day from 01 to 28"),
        ("1900-02-29", "1900-02 has no day 29"),
        ("2022-04-31?", "2022-04 has no day 31"),
        ("2022-12-00", "no day 00"),
        ("1985-XX-12", "from the right only"),
        ("156X-12-25", "from the right only"),
        ("20XX-12", "from the right only"),
        ("2022-12-07T14:60", "from 00:00:00 to 23:59:59"),
        ("2022-12-07T25:00", "from 00:00:00 to 23:59:59"),
        ("2022-12-07T14:00:60", "from 00:00:00 to 23:59:59"),
        ("2022-12-07T24:01", "from 00:00:00 to 23:59:59"),
        ("2022-02-30T14:00", "2022-02 has no day 30"),
        ("2022-12-07T14:00?", r"write the day alone, 2022-12-07\?"),
        ("2022-12-07T14:00+14:01", "from -14:00 to"),
        ("2022-12-07T14:00+05:60", "from -14:00 to"),
        ("2022-12-07T14:00-00:00", "write Z"),
        ("2022/2021", "starts after its end; write the earlier first, 2021/2022"),
        ("2022-12-08?/2022-12-07?", "starts after its end"),
        ("2022/2023/2024", "one slash"),
        ("../..", "at least"),
        ("/", "at least"),
        ("/..", "at least"),
        ("2022-12-07T14:00/2022-12-08", "write the day alone, 2022-12-07"),
        ("2022/soon", "write a year"),
        ("", "write a year"),
        ("soon", "write a year"),
        ("-0044", "write a year"),
        ("Y17000", "write a year"),
        ("XXXX", "write a year"),
        ("1XXX", "write a year"),
        ("2004-1X", "write a year"),
        ("2022?~?", "write a year"),
        ("[2022,2023]", "write a year"),
        ("\u0662\u0660\u0662\u0662-12-07", "write a year"),
        ("2022-W01-1", "write a year"),
        ("2022-12-07\x00", "write a year"),
        ("\ud800", "write a year"),
    ],
)
def test_a_text_that_is_no_date_is_refused_with_a_remedy(text: str, said: str) -> None:
    """
    Whatever is not level 1 is refused by name, with the reason and what to write.
    """
    with pytest.raises(BadInputError, match=said) as caught:
        PartialDate.parse(text)

    assert str(caught.value).startswith(repr(text))
