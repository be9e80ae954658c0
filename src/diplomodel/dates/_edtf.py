"""
The type of every date in the library, and days as numbers.
"""

from __future__ import annotations

import datetime as dt
import functools
from typing import Final, TypeAlias, Union, final

import attrs

from diplomodel.dates._reading import LONGEST, Clock, Precision, read_clock
from diplomodel.dates._remedies import date_text, read_or_refuse
from diplomodel.errors import BadInputError


Day: TypeAlias = dt.date | str
"""
A day as callers give it: a `datetime.date`, or text such as ``2022-12-07``.
"""

DateLike: TypeAlias = Union["PartialDate", dt.date, str]
"""
A date as callers give it: a `PartialDate`, a `datetime.date` or EDTF text.
"""

# Sorts a date without a time of day before every time there can be on that day.
_NO_TIME: Final = -86_400


@final
@attrs.frozen(kw_only=True, repr=False)
class PartialDate:
    """
    A date in EDTF level 1, as fine or as coarse as its source.

    Read one with `PartialDate.parse`, or `PartialDate.of` where it may already be one.
    Two dates are equal when their canonical texts are, so ``2004`` and ``2004-XX`` differ,
    as do ``14:00`` and ``14:00:00``, which claim a different precision.
    Spellings that mean the same become one: ``+00:00`` turns into ``Z`` and ``+04`` into
    ``+04:00``.

    There is no ``<`` between partial dates, since the answer may be unknown: ask `before`.

    Three things that the standard leaves open are settled by convention here:

    - ``?`` and ``~`` widen the possible days by one unit of the date's own precision on each
      side (a day, a month, three months, a year, ten or a hundred years), ``%`` by two.
    - Seasons are the meteorological ones of the northern half of the world:
      spring (21) is March to May, summer (22) June to August, autumn (23) September to November,
      winter (24) December to February of the year after.
    - Days are local to the act. An offset orders two times of one local day; it never moves
      a time to another day.

    Times of day stand alone: EDTF keeps them out of intervals and gives them no ``?~%``.
    They may leave out the seconds, as ISO 8601-1 allows and EDTF does not.

    Attributes:
        text: The canonical EDTF text.
        first: Proleptic Gregorian ordinal of the first day; `FIRST_DAY` where the start is open.
        last: Ordinal of the last day; `LAST_DAY` where the end is open.
        first_possible: `first`, earlier by the width of the doubt.
        last_possible: `last`, later by the width of the doubt.
        second: Seconds from local midnight, less the UTC offset where one is given;
            `None` where there is no time of day.
        precision: How finely the date is told.

    Raises:
        BadInputError: The text is not a date; the message says what to write.

    Example:
        >>> month = PartialDate.parse("2022-12")
        >>> str(month), month.last - month.first + 1
        ('2022-12', 31)
        >>> PartialDate.parse("2022-11-30").before(month)
        True
        >>> PartialDate.parse("2022-12-07").before(month) is None
        True
    """

    text: str
    first: int = attrs.field(init=False, eq=False)
    last: int = attrs.field(init=False, eq=False)
    first_possible: int = attrs.field(init=False, eq=False)
    last_possible: int = attrs.field(init=False, eq=False)
    second: int | None = attrs.field(init=False, eq=False)
    precision: Precision = attrs.field(init=False, eq=False)

    def __attrs_post_init__(self) -> None:
        """
        Read the text once; everything else is a number from here on.
        """
        reading = read_or_refuse(date_text(self.text))
        put = object.__setattr__
        put(self, "text", reading.text)
        put(self, "first", reading.first)
        put(self, "last", reading.last)
        put(self, "first_possible", reading.first_possible)
        put(self, "last_possible", reading.last_possible)
        put(self, "second", reading.second)
        put(self, "precision", reading.precision)

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """
        Read EDTF text.

        Args:
            text: A date in EDTF level 1, without spaces around it.

        Raises:
            BadInputError: The text is not a date; the message says what to write.

        Example:
            >>> PartialDate.parse("../2022-12-07").latest
            datetime.date(2022, 12, 7)
            >>> PartialDate.parse("2022/12/07")
            Traceback (most recent call last):
            diplomodel.errors.BadInputError: '2022/12/07' is not a date; write 2022-12-07
        """
        text = date_text(text)
        return _remembered(text) if len(text) <= LONGEST else cls(text=text)

    @classmethod
    def of(cls, value: DateLike) -> PartialDate:
        """
        Take a date in any of the forms that callers hold it in.

        Args:
            value: A partial date, returned as it is; a `datetime.datetime`, whose time (to the
                second) and offset are kept; a `datetime.date`; or EDTF text.

        Raises:
            BadInputError: The value is none of these, is not a date, or has parts of a second.

        Example:
            >>> PartialDate.of(dt.date(2022, 12, 7))
            PartialDate('2022-12-07')
            >>> lima = dt.timezone(dt.timedelta(hours=-5))
            >>> str(PartialDate.of(dt.datetime(2022, 12, 7, 11, 41, tzinfo=lima)))
            '2022-12-07T11:41:00-05:00'
        """
        if isinstance(value, PartialDate):
            return value
        if isinstance(value, dt.datetime):
            if value.microsecond:
                raise BadInputError(
                    f"{value.isoformat()!r} has parts of a second, which EDTF does not write;"
                    " give it as value.replace(microsecond=0)"
                )
            return cls.parse(value.isoformat(timespec="seconds"))
        if isinstance(value, dt.date):
            return cls.parse(value.isoformat())
        return cls.parse(value)

    def __str__(self) -> str:
        """
        The canonical text, from which `parse` makes an equal date.
        """
        return self.text

    def __repr__(self) -> str:
        """
        The canonical text with the name of the type.
        """
        return f"PartialDate({self.text!r})"

    def __reduce__(self) -> tuple[object, tuple[str]]:
        """
        Pickle as the text alone; it is read again when loaded.
        """
        return PartialDate.parse, (self.text,)

    @property
    def earliest(self) -> dt.date | None:
        """
        The first day, doubt left aside; `None` where the start is open or unknown.
        """
        return None if self._start_is_open else dt.date.fromordinal(self.first)

    @property
    def latest(self) -> dt.date | None:
        """
        The last day, doubt left aside; `None` where the end is open or unknown.
        """
        return None if self._end_is_open else dt.date.fromordinal(self.last)

    @property
    def time(self) -> dt.time | None:
        """
        The local time of day, without its offset; `None` where the source gives none.
        """
        clock = self._clock
        return clock and dt.time(clock.hour, clock.minute, clock.second or 0)

    @property
    def offset(self) -> dt.timedelta | None:
        """
        How far local time is ahead of UTC; `None` where the source does not say.
        """
        clock = self._clock
        if clock is None or clock.offset is None:
            return None
        return dt.timedelta(seconds=clock.offset)

    @property
    def is_interval(self) -> bool:
        """
        Whether it is written as an interval, ``A/B``.
        """
        return self.precision is Precision.INTERVAL

    @property
    def is_open(self) -> bool:
        """
        Whether it is an interval with an end that is open (``..``) or unknown (left empty).
        """
        return self._start_is_open or self._end_is_open

    @property
    def uncertain(self) -> bool:
        """
        Whether it, or an end of it, is marked uncertain: ``?`` or ``%``.
        """
        return "?" in self.text or "%" in self.text

    @property
    def approximate(self) -> bool:
        """
        Whether it, or an end of it, is marked approximate: ``~`` or ``%``.
        """
        return "~" in self.text or "%" in self.text

    @property
    def is_exact(self) -> bool:
        """
        Whether it is one day, or a time on it, told without doubt.
        """
        whole = self.precision is Precision.DAY or self.precision is Precision.TIME
        return whole and self.first_possible == self.last_possible

    @property
    def sort_key(self) -> tuple[int, ...]:
        """
        A total order for listings only: it says nothing about what came first.

        Dates sort by first day, last day and time, then by their text.

        Example:
            >>> dates = [PartialDate.parse(t) for t in ("2022-12-07", "2022", "2022-12-07T14:00")]
            >>> [str(d) for d in sorted(dates, key=lambda d: d.sort_key)]
            ['2022', '2022-12-07', '2022-12-07T14:00']
        """
        clock = _NO_TIME if self.second is None else self.second
        return (self.first, self.last, clock, *self.text.encode())

    def before(self, other: DateLike) -> bool | None:
        """
        Whether this certainly came before the other, certainly after, or may be either.

        Possible days are compared, so ``?``, ``~`` and ``%`` count.
        Two times of one local day are compared too, if both have an offset or neither has.

        Args:
            other: The date to compare with.

        Returns:
            `True` if it came before, `False` if it came after, `None` where the two may overlap.
            One day twice is `None`: two things that happened on it came in either order.

        Raises:
            BadInputError: The other is not a date.

        Example:
            >>> noon = PartialDate.parse("2022-12-07T12:00-05:00")
            >>> noon.before("2022-12-08"), noon.before("2022-12-06"), noon.before("2022-12-07")
            (True, False, None)
            >>> noon.before("2022-12-07T12:00-06:00")
            True
        """
        that = PartialDate.of(other)
        if self.last_possible < that.first_possible:
            return True
        if that.last_possible < self.first_possible:
            return False
        mine, theirs = read_clock(self.text), read_clock(that.text)
        return None if mine is None or theirs is None else mine.before(theirs)

    def after(self, other: DateLike) -> bool | None:
        """
        Whether this came after the other: `before` with the two exchanged.

        Args:
            other: The date to compare with.

        Returns:
            `True`, `False`, or `None` where the two may overlap.

        Raises:
            BadInputError: The other is not a date.

        Example:
            >>> PartialDate.parse("2023").after("2022-12-31")
            True
        """
        return PartialDate.of(other).before(self)

    def contains(self, day: Day) -> bool:
        """
        Whether a day lies from `first` to `last`, doubt left aside.

        Args:
            day: An exact day.

        Raises:
            BadInputError: It is not an exact day.

        Example:
            >>> PartialDate.parse("2022-12").contains("2022-12-31")
            True
        """
        return self.first <= day_number(day) <= self.last

    def overlaps(self, other: DateLike) -> bool:
        """
        Whether the two have a day in common, doubt left aside.

        Args:
            other: The date to compare with.

        Raises:
            BadInputError: The other is not a date.

        Example:
            >>> PartialDate.parse("2022-12/..").overlaps("2023")
            True
        """
        that = PartialDate.of(other)
        return self.first <= that.last and that.first <= self.last

    @property
    def _start_is_open(self) -> bool:
        return self.text.startswith(("/", "../"))

    @property
    def _end_is_open(self) -> bool:
        return self.text.endswith(("/", "/.."))

    @property
    def _clock(self) -> Clock | None:
        return None if self.second is None else read_clock(self.text)


def day_number(day: DateLike) -> int:
    """
    The proleptic Gregorian ordinal of an exact day.

    Args:
        day: A day; of a time of day, its local day is taken.

    Raises:
        BadInputError: It is not a date, or not one day told without doubt.

    Example:
        >>> day_number("2022-12-07")
        738496
        >>> day_number("2022")
        Traceback (most recent call last):
        diplomodel.errors.BadInputError: '2022' is not one exact day; write one such as 2022-01-01
    """
    date = PartialDate.of(day)
    if not date.is_exact:
        example = date.earliest or date.latest
        raise BadInputError(f"{date.text!r} is not one exact day; write one such as {example}")
    return date.first


@functools.lru_cache(maxsize=4096)
def _remembered(text: str) -> PartialDate:
    return PartialDate(text=text)
