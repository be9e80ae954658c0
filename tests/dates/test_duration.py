"""
Durations: reading, words, and the day a deadline ends.
"""

from __future__ import annotations

import contextlib
import pickle
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplomodel.dates import LAST_DAY, Duration, PartialDate, day_number
from diplomodel.errors import BadInputError


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("PT72H", "72 hours"),
        ("P7D", "7 days"),
        ("P1D", "1 day"),
        ("P2W", "2 weeks"),
        ("P30D", "30 days"),
        ("P18M", "18 months"),
        ("PT18M", "18 minutes"),
        ("P11Y5M15D", "11 years 5 months 15 days"),
        ("P1Y2M3DT4H5M6S", "1 year 2 months 3 days 4 hours 5 minutes 6 seconds"),
        ("P0Y1M", "1 month"),
        ("P0D", "0 days"),
    ],
)
def test_a_duration_keeps_its_text_and_has_words(text: str, words: str) -> None:
    """
    A duration gives its text back, and says itself in English.
    """
    duration = Duration.parse(text)

    assert (text, words) == (str(duration), duration.words)
    assert f"Duration({text!r})" == repr(duration)


def test_leading_zeros_go_but_units_stay_apart() -> None:
    """
    ``P07D`` is ``P7D``; 72 hours are not the same deadline as 3 days.
    """
    assert Duration.parse("P7D") == Duration.parse("P007D")
    assert "P0DT10H" == str(Duration.parse("P00DT010H"))
    assert Duration.parse("PT72H") != Duration.parse("P3D")


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ("72 hours", "write PT72H"),
        ("11 years, 5 months and 15 days", "write P11Y5M15D"),
        ("1 day 2 hours", "write P1DT2H"),
        ("2 weeks", "write P2W"),
        ("1 day 2 days", "write whole units"),
        ("72h", "write PT72H"),
        ("P72H", "write PT72H"),
        ("PT7D", "write P7D"),
        ("p7d", "write P7D"),
        (" P7D", "write P7D"),
        ("P", "write whole units"),
        ("PT", "write whole units"),
        ("P1DT", "write P1D"),
        ("18m", "write P18M or PT18M"),
        ("P1W2D", "write whole units"),
        ("P1.5D", "write whole units"),
        ("-P7D", "write whole units"),
        ("P1234567D", "write whole units"),
        ("", "write whole units"),
        ("soon", "write whole units"),
    ],
)
def test_a_text_that_is_no_duration_is_refused_with_a_remedy(text: str, remedy: str) -> None:
    """
    Whatever is no duration is refused by name, with what to write.
    """
    said = re.escape(f"{text!r} is not a duration; {remedy}") + "(?! or )"

    with pytest.raises(BadInputError, match=said):
        Duration.parse(text)


def test_a_long_text_and_another_type_are_refused() -> None:
    """
    Length and type are checked before anything is read.
    """
    with pytest.raises(BadInputError, match="it has 1000000 characters"):
        Duration.parse("P" * 1_000_000)

    with pytest.raises(BadInputError, match="not a value of type int"):
        Duration.parse(72)  # type: ignore[arg-type]  # the wrong type is what is tested


@pytest.mark.parametrize(
    ("duration", "start", "end"),
    [
        ("PT72H", "2022-12-20", "2022-12-23"),
        ("PT30H", "2022-12-20", "2022-12-22"),
        ("PT1S", "2022-12-20", "2022-12-21"),
        ("P0D", "2022-12-20", "2022-12-20"),
        ("P2W", "2022-12-20", "2023-01-03"),
        ("P1M", "2023-01-31", "2023-02-28"),
        ("P1M1D", "2023-01-31", "2023-03-01"),
        ("P1Y", "2024-02-29", "2025-02-28"),
        ("P18M", "2022-12-07", "2024-06-07"),
        ("P11Y5M15D", "2022-12-07", "2034-05-22"),
        ("PT72H", "2022-12-20T18:30-05:00", "2022-12-23T18:30-05:00"),
        ("PT6H", "2022-12-20T18:30", "2022-12-21T00:30"),
        ("PT6H", "2022-12-20T18:30:15Z", "2022-12-21T00:30:15Z"),
        ("PT90S", "2022-12-31T23:59+05:30", "2023-01-01T00:00:30+05:30"),
        ("P1MT1H", "2023-01-31T23:30", "2023-03-01T00:30"),
        ("P3D", "2022-12-20T18:30-05:00", "2022-12-23"),
        ("P7D", "2022-12-07?", "2022-12-14?"),
        ("P7D", "2022-12", "2022-12-08/2023-01-07"),
        ("P7D", "2022-12?", "2022-11-08/2023-02-07"),
        ("P7D", "2022-12-XX", "2022-12-08/2023-01-07"),
        ("P7D", "2022-12-07/..", "2022-12-14/.."),
        ("P7D", "/2022-12-07~", "/2022-12-15"),
        ("P1M", "2023-01-30/2023-01-31", "2023-02-28/2023-02-28"),
    ],
)
def test_the_end_of_a_deadline(duration: str, start: str, end: str) -> None:
    """
    Months stop at month ends, hours from a bare day round up, and doubt in the start stays.
    """
    assert end == str(Duration.parse(duration).after(start))


def test_a_start_may_be_the_number_of_a_day() -> None:
    """
    An ordinal starts a duration like the day it counts.
    """
    start = day_number("2022-12-20")

    assert PartialDate.parse("2022-12-27") == Duration.parse("P7D").after(start)


@pytest.mark.parametrize(
    ("duration", "start"),
    [
        ("P1D", "9999-12-31"),
        ("P1M", "9999-12-01"),
        ("P999999Y", "2022-12-07"),
        ("P999999W", "9999-12-31?"),
        ("PT1H", "9999-12-31T23:30"),
        ("P1D", "2022-12-07/9999-12-31"),
    ],
)
def test_an_end_beyond_the_calendar_is_refused(duration: str, start: str) -> None:
    """
    A deadline after the year 9999 is an error, not a clamped date.
    """
    with pytest.raises(BadInputError, match=f"{duration} runs beyond 9999-12-31; give a shorter"):
        Duration.parse(duration).after(start)


def test_a_start_that_is_no_date_is_refused() -> None:
    """
    The start is checked like any other date.
    """
    with pytest.raises(BadInputError, match="'soon' is not a date"):
        Duration.parse("P7D").after("soon")

    with pytest.raises(BadInputError, match="0 is not the number of a day"):
        Duration.parse("P7D").after(0)


@given(
    counts=st.tuples(*[st.integers(min_value=0, max_value=999)] * 6),
    day=st.integers(min_value=1, max_value=2_500_000),
)
def test_durations_round_trip_and_never_end_before_their_start(
    counts: tuple[int, ...], day: int
) -> None:
    """
    Any duration reads back equal, pickles equal, and ends on its start or later.
    """
    date = "".join(f"{n}{unit}" for n, unit in zip(counts[:3], "YMD", strict=True))
    clock = "".join(f"{n}{unit}" for n, unit in zip(counts[3:], "HMS", strict=True))
    duration = Duration.parse(f"P{date}T{clock}")

    assert duration == Duration.parse(str(duration))
    assert duration == pickle.loads(pickle.dumps(duration))
    assert day <= duration.after(day).first <= LAST_DAY


@given(
    text=st.sampled_from(["P1M", "P18M", "P7D", "PT72H", "P1Y1D"]),
    days=st.tuples(*[st.integers(min_value=1, max_value=3_000_000)] * 2),
)
def test_a_later_start_never_ends_earlier(text: str, days: tuple[int, int]) -> None:
    """
    The end of a duration keeps the order of two starts.
    """
    early, late = sorted(days)
    duration = Duration.parse(text)

    assert duration.after(early).first <= duration.after(late).first


@given(st.one_of(st.text(max_size=80), st.from_regex(r"\A-?P?[0-9]*[YMWDTHS0-9 a-z.]{0,12}\Z")))
def test_hostile_text_raises_nothing_but_the_library_error(text: str) -> None:
    """
    Any text is either a duration that reads back equal, or a `BadInputError`.
    """
    with contextlib.suppress(BadInputError):
        duration = Duration.parse(text)

        assert duration == Duration.parse(duration.text)
