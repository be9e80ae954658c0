"""
Partial dates: values, comparison, and what holds for every one of them.
"""

from __future__ import annotations

import contextlib
import copy
import datetime as dt
import enum
import operator
import pickle

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplomodel.dates import FIRST_DAY, LAST_DAY, PartialDate, Precision, day_number
from diplomodel.errors import BadInputError


MARKS = st.sampled_from(["", "?", "~", "%"])


@st.composite
def plain(draw: st.DrawFn) -> str:
    """
    A date of any form that is no interval and has no time of day.
    """
    day = draw(st.dates()).isoformat()
    year, month = day[:4], day[:7]
    season = draw(st.sampled_from(["21", "22", "23", "24"]))
    forms = [day, month, year, f"{year[:3]}X", f"{year[:2]}XX", f"{year}-XX", f"{month}-XX"]
    forms += [f"{year}-XX-XX", f"{year}-{season}"]
    return draw(st.sampled_from(forms)) + draw(MARKS)


@st.composite
def times(draw: st.DrawFn, days: st.SearchStrategy[dt.date]) -> str:
    """
    A time of day, to the minute or second, with or without an offset.
    """
    day = draw(days)
    clock = draw(st.times()).isoformat(timespec=draw(st.sampled_from(["minutes", "seconds"])))
    offset = draw(st.sampled_from(["", "Z", "-05:00", "+05:45", "+14:00", "-12:00"]))
    return f"{day.isoformat()}T{clock}{offset}"


@st.composite
def intervals(draw: st.DrawFn) -> str:
    """
    An interval of any two ends in order, one of which may be open or unknown.
    """
    one, two = sorted((draw(plain()), draw(plain())), key=lambda t: PartialDate.parse(t).first)
    limitless = st.sampled_from(["", ".."])
    shapes = [f"{one}/{two}", f"{one}/{draw(limitless)}", f"{draw(limitless)}/{two}"]
    return draw(st.sampled_from(shapes))


TEXTS = st.one_of(plain(), times(st.dates()), intervals())
DATES = TEXTS.map(PartialDate.parse)
CLOSE = st.dates(min_value=dt.date(2022, 12, 6), max_value=dt.date(2022, 12, 8))
CLOSE_DATES = st.one_of(
    times(CLOSE).map(PartialDate.parse),
    CLOSE.map(PartialDate.of),
    st.builds("{}{}".format, CLOSE, MARKS).map(PartialDate.parse),
    st.sampled_from(["2022-12", "2022", "../2022-12-07", "2022-12-07/.."]).map(PartialDate.parse),
)


class Word(enum.StrEnum):
    """
    Text that is not plain text.
    """

    DAY = "2022-12-07"


class TestValue:
    """
    A partial date is a small, frozen value that is its text.
    """

    @given(TEXTS)
    def test_round_trips(self, text: str) -> None:
        """
        A canonical text comes back exactly, and reads equal with an equal hash.
        """
        date = PartialDate.parse(text)

        assert text == str(date) == date.text
        assert date == PartialDate.parse(str(date)) == PartialDate(text=text)
        assert hash(date) == hash(PartialDate(text=text))

    @given(DATES)
    def test_pickles_and_copies(self, date: PartialDate) -> None:
        """
        Pickling and copying give equal dates with equal numbers.
        """
        for twin in (pickle.loads(pickle.dumps(date)), copy.deepcopy(date)):
            assert date == twin
            assert date.sort_key == twin.sort_key
            assert date.precision is twin.precision

    @given(DATES)
    def test_bounds_are_ordered(self, date: PartialDate) -> None:
        """
        Possible bounds enclose strict ones, first never follows last, all within the calendar.
        """
        assert FIRST_DAY <= date.first_possible <= date.first
        assert date.first <= date.last <= date.last_possible <= LAST_DAY

    @given(DATES)
    def test_dates_and_flags_follow_the_numbers(self, date: PartialDate) -> None:
        """
        `earliest` and `latest` are `None` exactly at open ends, and exact dates are one day.
        """
        earliest, latest = date.earliest, date.latest

        assert earliest is None or earliest.toordinal() == date.first
        assert latest is None or latest.toordinal() == date.last
        assert date.is_open == (earliest is None or latest is None)
        assert not date.is_open or date.is_interval
        assert not date.is_exact or (date.first_possible == date.last_possible)
        assert (date.precision is Precision.TIME) == (date.second is not None)
        assert (date.time is None) == (date.second is None)

    def test_differs_from_another_form_of_the_same_days(self) -> None:
        """
        Two dates over the same days are equal only if they are written the same.
        """
        assert PartialDate.parse("2004") != PartialDate.parse("2004-XX")
        assert PartialDate.parse("2022-12-07T14:00") != PartialDate.parse("2022-12-07T14:00:00")

    def test_is_frozen(self) -> None:
        """
        Neither the text nor a number can be changed.
        """
        date = PartialDate.parse("2022")

        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            date.first = 1  # type: ignore[misc]  # that it is refused is what is tested

    def test_shows_its_text(self) -> None:
        """
        The representation names the type and the text.
        """
        assert "PartialDate('2022-12/..')" == repr(PartialDate.parse("2022-12/.."))

    def test_never_keeps_a_subclass_of_text(self) -> None:
        """
        A member of an enumeration is read as its value.
        """
        assert str is type(PartialDate.parse(Word.DAY).text)
        assert PartialDate.parse("2022-12-07") == PartialDate.parse(Word.DAY)

    @pytest.mark.parametrize(
        ("text", "uncertain", "approximate"),
        [
            ("2022", False, False),
            ("2022?", True, False),
            ("2022~", False, True),
            ("2022%", True, True),
            ("2021?/2022~", True, True),
        ],
    )
    def test_tells_its_doubts(self, text: str, *, uncertain: bool, approximate: bool) -> None:
        """
        ``?`` is uncertain, ``~`` approximate, ``%`` both; an interval has the doubts of its ends.
        """
        date = PartialDate.parse(text)

        assert (uncertain, approximate) == (date.uncertain, date.approximate)

    @pytest.mark.parametrize(
        ("text", "exact"),
        [
            ("2022-12-07", True),
            ("2022-12-07T14:00Z", True),
            ("2022-12-07?", False),
            ("0001-01-01%", False),
            ("2022-12-XX", False),
            ("2022-12", False),
            ("2022-12-07/2022-12-07", False),
        ],
    )
    def test_is_exact_only_as_one_plain_day_or_time(self, text: str, *, exact: bool) -> None:
        """
        Exact means a day or a time on a day, without a qualifier.
        """
        assert exact is PartialDate.parse(text).is_exact

    @pytest.mark.parametrize(
        ("text", "time", "offset"),
        [
            ("2022-12-07T14:05", dt.time(14, 5), None),
            ("2022-12-07T14:05:09Z", dt.time(14, 5, 9), dt.timedelta(0)),
            ("2022-12-07T14:05-05:30", dt.time(14, 5), -dt.timedelta(hours=5, minutes=30)),
            ("2022-12-07T00:00+14:00", dt.time(0, 0), dt.timedelta(hours=14)),
            ("2022-12-07", None, None),
        ],
    )
    def test_keeps_time_and_offset_apart(
        self, text: str, time: dt.time | None, offset: dt.timedelta | None
    ) -> None:
        """
        The time is local, and the offset is there only if the source gives one.
        """
        date = PartialDate.parse(text)

        assert (time, offset) == (date.time, date.offset)


class TestBefore:
    """
    Comparison answers yes, no, or unknown.
    """

    @pytest.mark.parametrize(
        ("one", "two", "expected"),
        [
            ("2022-12-07", "2022-12-08", True),
            ("2022-12-08", "2022-12-07", False),
            ("2022-12-07", "2022-12-07", None),
            ("2022-12-07", "2022-12", None),
            ("2022-12-07?", "2022-12-08", None),
            ("2022-12-07?", "2022-12-09", True),
            ("2022-12-07%", "2022-12-09", None),
            ("2021", "2022", True),
            ("2021~", "2022", None),
            ("../2022-12-07", "2022-12-08", True),
            ("2022-12-07/..", "2022-12-06", False),
            ("2022-12-07/..", "2022-12-08", None),
            ("2022-12-07", "2022-12-07T14:00", None),
            ("2022-12-07T14:00", "2022-12-07T14:01", True),
            ("2022-12-07T14:00", "2022-12-07T14:00", None),
            ("2022-12-07T14:00", "2022-12-07T14:00:30", None),
            ("2022-12-07T14:00:30", "2022-12-07T14:00:31", True),
            ("2022-12-07T14:00:30", "2022-12-07T14:00", None),
            ("2022-12-07T14:00:00", "2022-12-07T13:59", False),
            ("2022-12-07T12:00-05:00", "2022-12-07T12:00-06:00", True),
            ("2022-12-07T12:00-05:00", "2022-12-07T17:00Z", None),
            ("2022-12-07T12:00-05:00", "2022-12-07T18:00", None),
            ("2022-12-07T12:00-05:00", "2022-12-08T18:00", True),
        ],
    )
    def test_answers(self, one: str, two: str, *, expected: bool | None) -> None:
        """
        Certain orders are told, overlaps are not; times decide within a day if comparable.
        """
        assert expected is PartialDate.parse(one).before(two)

    @given(one=st.one_of(DATES, CLOSE_DATES), two=st.one_of(DATES, CLOSE_DATES))
    def test_is_antisymmetric(self, one: PartialDate, two: PartialDate) -> None:
        """
        Exchanging the two turns yes into no and leaves unknown alone; `after` is the exchange.
        """
        forth, back = one.before(two), two.before(one)

        assert back is (None if forth is None else not forth)
        assert back is one.after(two)

    @given(one=CLOSE_DATES, two=CLOSE_DATES, three=CLOSE_DATES)
    def test_is_transitive(self, one: PartialDate, two: PartialDate, three: PartialDate) -> None:
        """
        What comes before something earlier comes before the later thing too.
        """
        chain = one.before(two) and two.before(three)

        assert not chain or one.before(three)

    @given(one=st.dates(), two=st.dates())
    def test_agrees_with_days(self, one: dt.date, two: dt.date) -> None:
        """
        Plain days compare as their ordinals do, and one day twice is unknown.
        """
        expected = None if one == two else one.toordinal() < two.toordinal()

        assert expected is PartialDate.of(one).before(two)

    @given(one=DATES, two=DATES)
    def test_never_decides_between_possible_days_in_common(
        self, one: PartialDate, two: PartialDate
    ) -> None:
        """
        A certain answer is given if no possible day is shared, otherwise by two times alone.
        """
        apart = one.last_possible < two.first_possible or two.last_possible < one.first_possible
        timed = one.second is not None and two.second is not None

        assert not apart or one.before(two) is not None
        assert apart or timed or one.before(two) is None

    def test_there_is_no_less_than(self) -> None:
        """
        Partial dates refuse ``<``, because the answer may be unknown.
        """
        with pytest.raises(TypeError, match="'<' not supported"):
            operator.lt(PartialDate.parse("2022"), PartialDate.parse("2023"))

    def test_refuses_what_is_no_date(self) -> None:
        """
        The other side is read like any date.
        """
        with pytest.raises(BadInputError, match="'soon' is not a date"):
            PartialDate.parse("2022").before("soon")


class TestDays:
    """
    Days inside and in common.
    """

    @given(date=DATES, day=st.dates())
    def test_contains_the_days_of_its_strict_bounds(self, date: PartialDate, day: dt.date) -> None:
        """
        A day is contained from the first to the last day, doubt left aside.
        """
        assert (date.first <= day.toordinal() <= date.last) is date.contains(day)

    @given(DATES)
    def test_contains_its_own_ends(self, date: PartialDate) -> None:
        """
        The first and last day are inside, the days around them are not.
        """
        inside = {date.first, date.last}
        outside = {date.first - 1, date.last + 1} - {FIRST_DAY - 1, LAST_DAY + 1}

        assert all(date.contains(dt.date.fromordinal(n)) for n in inside)
        assert not any(date.contains(dt.date.fromordinal(n)) for n in outside)

    def test_contains_takes_exact_days_only(self) -> None:
        """
        Asking for a month is an error, not an answer.
        """
        with pytest.raises(BadInputError, match="'2022-12' is not one exact day"):
            PartialDate.parse("2022").contains("2022-12")

    @given(one=DATES, two=DATES)
    def test_overlaps_is_having_a_day_in_common(self, one: PartialDate, two: PartialDate) -> None:
        """
        Two dates overlap if the later first day is not after the earlier last day.
        """
        shared = max(one.first, two.first) <= min(one.last, two.last)

        assert shared is one.overlaps(two) is two.overlaps(one)
        assert one.overlaps(one)

    @given(st.lists(TEXTS, max_size=8, unique=True))
    def test_sort_key_orders_every_listing_alike(self, texts: list[str]) -> None:
        """
        Different dates have different keys, so a sorted listing does not depend on its input.
        """
        dates = [PartialDate.parse(text) for text in texts]
        ordered = sorted(dates, key=lambda date: date.sort_key)
        backwards = dates[::-1]

        assert ordered == sorted(backwards, key=lambda date: date.sort_key)
        assert len(dates) == len({date.sort_key for date in dates})
        assert sorted(date.first for date in dates) == [date.first for date in ordered]


@given(
    st.one_of(
        st.text(max_size=80),
        st.text(alphabet="0123456789X-/.?~%TZ:+ uxc", max_size=30),
        st.builds("{}{}".format, TEXTS, st.text(max_size=3)),
    )
)
def test_hostile_text_raises_nothing_but_the_library_error(text: str) -> None:
    """
    Any text is either a date that reads back equal, or a `BadInputError`.
    """
    with contextlib.suppress(BadInputError):
        date = PartialDate.parse(text)

        assert date == PartialDate.parse(str(date))
        assert not date.is_exact or date.first == day_number(date)
