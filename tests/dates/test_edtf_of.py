"""
Partial dates from the forms in which callers hold a date.
"""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplomodel.dates import PartialDate
from diplomodel.errors import BadInputError


def test_returns_a_partial_date_itself() -> None:
    """
    A partial date is passed through.
    """
    date = PartialDate.parse("2022")

    assert date is PartialDate.of(date)


@given(st.dates())
def test_takes_a_date(day: dt.date) -> None:
    """
    A date gives the plain day.
    """
    date = PartialDate.of(day)

    assert (day, day, True) == (date.earliest, date.latest, date.is_exact)


@given(
    st.datetimes(
        timezones=st.sampled_from(
            [None, dt.UTC, dt.timezone(-dt.timedelta(hours=5)), dt.timezone.max]
        )
    ).map(lambda moment: moment.replace(microsecond=0))
)
def test_keeps_the_time_and_offset_of_a_datetime(moment: dt.datetime) -> None:
    """
    A datetime keeps its seconds and offset; one that EDTF cannot write is refused.
    """
    if moment.tzinfo is dt.timezone.max:
        with pytest.raises(BadInputError, match="UTC offset runs from -14:00 to"):
            PartialDate.of(moment)
    else:
        date = PartialDate.of(moment)

        assert (moment.date(), moment.time()) == (date.earliest, date.time)
        assert moment.utcoffset() == date.offset


def test_refuses_parts_of_a_second() -> None:
    """
    Microseconds are not dropped in silence.
    """
    with pytest.raises(BadInputError, match=r"give it as value.replace\(microsecond=0\)"):
        PartialDate.of(dt.datetime(2022, 12, 7, 14, 0, 0, 1, tzinfo=dt.UTC))
