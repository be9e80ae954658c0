"""
Days as numbers.
"""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplomodel.dates import FIRST_DAY, LAST_DAY, PartialDate, day_number, day_text
from diplomodel.errors import BadInputError


@given(st.dates())
def test_days_and_their_numbers_are_one_to_one(day: dt.date) -> None:
    """
    Every day has its ordinal, from a date as from its text, and comes back from it.
    """
    assert day.toordinal() == day_number(day) == day_number(day.isoformat())
    assert day.isoformat() == day_text(day.toordinal())


def test_the_calendar_runs_from_year_1_to_9999() -> None:
    """
    The first and the last day are those of `datetime.date`.
    """
    assert ("0001-01-01", "9999-12-31") == (day_text(FIRST_DAY), day_text(LAST_DAY))


@pytest.mark.parametrize(
    "number",
    [FIRST_DAY - 1, LAST_DAY + 1, pytest.param(-(10**5000), id="huge"), 1.0, "1", None],
)
def test_a_number_outside_the_calendar_is_refused(number: object) -> None:
    """
    What is no ordinal of a day is refused with the range that will do.
    """
    with pytest.raises(BadInputError, match=r"is not the number of a day; .* 1 \(0001-01-01\)"):
        day_text(number)  # type: ignore[arg-type]  # the wrong type is what is tested


@pytest.mark.parametrize(
    ("text", "example"),
    [
        ("2022-12", "2022-12-01"),
        ("2022-12-07?", "2022-12-07"),
        ("2022-12-XX", "2022-12-01"),
        ("../2022-12-07", "2022-12-07"),
        ("2022-12-07/2022-12-07", "2022-12-07"),
    ],
)
def test_only_an_exact_day_has_a_number(text: str, example: str) -> None:
    """
    A date that is not one certain day has no number; the message gives a day to write.
    """
    with pytest.raises(BadInputError, match=f"not one exact day; write one such as {example}"):
        day_number(text)


def test_a_time_counts_as_its_local_day() -> None:
    """
    The number of a time of day is that of its local day, whatever the offset.
    """
    late = PartialDate.parse("2022-12-07T23:30-05:00")

    assert day_number("2022-12-07") == day_number(late)
