"""
The grammar of EDTF level 1, and the numbers that follow from a text.

The years run from 1 to 9999, and a time of day may leave out its seconds, as ISO 8601-1 allows.
"""

from __future__ import annotations

import datetime as dt
import enum
import re
from typing import Final, NamedTuple

from diplomodel.dates._calendar import (
    FIRST_DAY,
    LAST_DAY,
    days_in_month,
    month_end,
    month_of,
    month_start,
)
from diplomodel.errors import BadInputError


LONGEST: Final = 64
"""
Characters read at most; the longest date there is, an interval, takes far fewer.
"""


class Precision(enum.StrEnum):
    """
    How finely a date is told.

    A date whose last parts are ``X`` keeps the precision of its form:
    ``1985-XX-XX`` is told to an unnamed day, so its precision is day.

    Example:
        >>> Precision.MONTH
        <Precision.MONTH: 'month'>
    """

    TIME = "time"
    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    INTERVAL = "interval"


class Reading(NamedTuple):
    """
    What a text says: its one canonical spelling and the days it allows.

    Attributes:
        text: The canonical spelling.
        first: Ordinal of the first day.
        last: Ordinal of the last day.
        first_possible: Ordinal of the first day once doubt is allowed for.
        last_possible: Ordinal of the last day once doubt is allowed for.
        second: Seconds from local midnight, less the UTC offset; `None` without a time.
        precision: How finely it is told.
    """

    text: str
    first: int
    last: int
    first_possible: int
    last_possible: int
    second: int | None
    precision: Precision


class Clock(NamedTuple):
    """
    A time of day.

    Attributes:
        hour: 0 to 23.
        minute: 0 to 59.
        second: 0 to 59; `None` where the source gives minutes only.
        offset: Seconds east of UTC; `None` where the source gives none.
    """

    hour: int
    minute: int
    second: int | None
    offset: int | None

    @property
    def instant(self) -> int:
        """
        Seconds from local midnight, less the offset.
        """
        local = self.hour * 3600 + self.minute * 60 + (self.second or 0)
        return local - (self.offset or 0)

    def before(self, other: Clock) -> bool | None:
        """
        Whether this comes before another time of the same local day; `None` where unclear.

        Unclear are a time with an offset against one without, and two within one told minute
        or second.
        """
        if (self.offset is None) != (other.offset is None):
            return None
        if self.instant + self._width <= other.instant:
            return True
        return False if other.instant + other._width <= self.instant else None

    @property
    def _width(self) -> int:
        return 60 if self.second is None else 1


_DAY: Final = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_DATE: Final = re.compile(
    r"([0-9]{4}|[0-9]{3}X|[0-9]{2}XX)(?:-([0-9]{2}|XX)(?:-([0-9]{2}|XX))?)?([?~%]?)"
)
_TIME: Final = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})T([0-9]{2}):([0-9]{2})(?::([0-9]{2}))?"
    r"(?:(Z)|([+-])([0-9]{2})(?::([0-9]{2}))?)?([?~%]?)"
)

_FORMS: Final = (
    "write a year (2022), a month (2022-12), a day (2022-12-07), a time (2022-12-07T14:00-05:00),"
    " a decade (202X), a season (2022-21) or an interval (2022-12-07/2022-12-09),"
    " with ? ~ or % at the end for doubt"
)

# EDTF leaves the months of a season open. The convention taken here is the meteorological one
# of the northern half of the world; winter begins in December of the year written.
_SEASONS: Final = {21: 2, 22: 5, 23: 8, 24: 11}

_MONTHS_WIDE: Final = {
    Precision.MONTH: 1,
    Precision.SEASON: 3,
    Precision.YEAR: 12,
    Precision.DECADE: 120,
    Precision.CENTURY: 1200,
}

# The standard gives doubt no width. One unit for one mark is what python-edtf takes too.
_UNITS: Final = {"": 0, "?": 1, "~": 1, "%": 2}


def read_date(text: str) -> Reading:
    """
    Read a text of any form; no spelling is mended here.

    Raises:
        BadInputError: The reason and the remedy, without the text itself.

    Example:
        >>> read_date("2022-12").precision
        <Precision.MONTH: 'month'>
    """
    if match := _DAY.fullmatch(text):
        day = _day(int(match[1]), int(match[2]), int(match[3]))
        return Reading(text, day, day, day, day, None, Precision.DAY)
    if "/" in text:
        return _read_interval(text)
    if match := _TIME.fullmatch(text):
        return _read_time(match)
    if match := _DATE.fullmatch(text):
        return _read_plain(match)
    raise BadInputError(_FORMS)


def read_clock(text: str) -> Clock | None:
    """
    The time of day in a canonical text, if it has one.

    Example:
        >>> read_clock("2022-12-07T14:00-05:00")
        Clock(hour=14, minute=0, second=None, offset=-18000)
    """
    match = _TIME.fullmatch(text)
    return None if match is None else _clock(match)


def _day(year: int, month: int, day: int) -> int:
    try:
        return dt.date(year, month, day).toordinal()
    except ValueError:
        _check_year(year)
        _check_month(month, to=12)
    raise BadInputError(
        f"{year:04}-{month:02} has no day {day:02};"
        f" write a day from 01 to {days_in_month(year, month)}"
    )


def _check_year(year: int) -> None:
    if year < 1:
        raise BadInputError("there is no year 0000; write a year from 0001 to 9999")


def _check_month(month: int, *, to: int) -> None:
    if not (1 <= month <= 12 or 21 <= month <= to):
        season = ", or from 21 (spring) to 24 (winter) for a season" if to == 24 else ""
        raise BadInputError(f"there is no month {month:02}; write one from 01 to 12{season}")


def _clock(match: re.Match[str]) -> Clock:
    second = None if match[4] is None else int(match[4])
    offset = None
    if match[5]:
        offset = 0
    elif match[6]:
        east = int(match[7]) * 3600 + int(match[8] or 0) * 60
        offset = -east if match[6] == "-" else east
    return Clock(int(match[2]), int(match[3]), second, offset)


def _read_time(match: re.Match[str]) -> Reading:
    day = read_date(match[1]).first
    clock = _clock(match)
    if clock.hour > 23 or clock.minute > 59 or (clock.second or 0) > 59:
        raise BadInputError("a time of day runs from 00:00:00 to 23:59:59; write one of these")
    if match[9]:
        raise BadInputError(
            f"a time of day takes no {match[9]}; write the day alone, {match[1]}{match[9]}"
        )
    zone = "" if clock.offset is None else "Z"
    if match[6]:
        if int(match[8] or 0) > 59 or abs(clock.offset or 0) > 14 * 3600:
            raise BadInputError("a UTC offset runs from -14:00 to +14:00; write one of these")
        if not clock.offset and match[6] == "-":
            raise BadInputError("-00:00 is no UTC offset in ISO 8601; write Z")
        if clock.offset:
            zone = f"{match[6]}{match[7]}:{match[8] or '00'}"
    seconds = "" if clock.second is None else f":{clock.second:02}"
    text = f"{match[1]}T{match[2]}:{match[3]}{seconds}{zone}"
    return Reading(text, day, day, day, day, clock.instant, Precision.TIME)


def _read_plain(match: re.Match[str]) -> Reading:
    year, month, day, mark = match.groups()
    if month is None:
        return _months(match[0], _years(year), mark)
    if "X" in year or (month == "XX" and day not in (None, "XX")):
        raise BadInputError(
            "level 1 leaves parts open from the right only;"
            " write 201X, 2004-XX, 1985-04-XX or 1985-XX-XX"
        )
    _check_year(int(year))
    if day is None:
        return _months(match[0], _months_named(int(year), month), mark)
    if day != "XX":
        first = last = _day(int(year), int(month), int(day))
    elif month == "XX":
        first, last = month_start(12 * int(year)), month_end(12 * int(year) + 11)
    else:
        _check_month(int(month), to=12)
        counted = 12 * int(year) + int(month) - 1
        first, last = month_start(counted), month_end(counted)
    pad = _UNITS[mark]
    lowest, highest = max(first - pad, FIRST_DAY), min(last + pad, LAST_DAY)
    return Reading(match[0], first, last, lowest, highest, None, Precision.DAY)


class _Span(NamedTuple):
    first: int
    last: int
    precision: Precision


def _years(year: str) -> _Span:
    if year.endswith("XX"):
        precision = Precision.CENTURY
    elif year.endswith("X"):
        precision = Precision.DECADE
    else:
        precision = Precision.YEAR
        _check_year(int(year))
    low, high = int(year.replace("X", "0")), int(year.replace("X", "9"))
    return _Span(12 * low, 12 * high + 11, precision)


def _months_named(year: int, month: str) -> _Span:
    if month == "XX":
        return _Span(12 * year, 12 * year + 11, Precision.MONTH)
    number = int(month)
    _check_month(number, to=24)
    if number in _SEASONS:
        first = 12 * year + _SEASONS[number]
        return _Span(first, first + 2, Precision.SEASON)
    return _Span(12 * year + number - 1, 12 * year + number - 1, Precision.MONTH)


def _months(text: str, span: _Span, mark: str) -> Reading:
    pad = _UNITS[mark] * _MONTHS_WIDE[span.precision]
    first, last = month_start(span.first), month_end(span.last)
    if not pad:
        return Reading(text, first, last, first, last, None, span.precision)
    # Counted from the days, since winter of 9999 and the years before 1 are cut off.
    lowest = month_start(month_of(first) - pad)
    highest = month_end(month_of(last) + pad)
    return Reading(text, first, last, lowest, highest, None, span.precision)


def _read_interval(text: str) -> Reading:
    if text.count("/") > 1:
        raise BadInputError("an interval has one slash; write start/end")
    start, end = (_read_end(part) for part in text.split("/"))
    if start is None and end is None:
        raise BadInputError("an interval needs one date at least; write ../2022 or 2022/..")
    first, first_possible = (start.first, start.first_possible) if start else (FIRST_DAY,) * 2
    last, last_possible = (end.last, end.last_possible) if end else (LAST_DAY,) * 2
    if first > last:
        left, _, right = text.partition("/")
        raise BadInputError(f"it starts after its end; write the earlier first, {right}/{left}")
    return Reading(text, first, last, first_possible, last_possible, None, Precision.INTERVAL)


def _read_end(part: str) -> Reading | None:
    if part in ("", ".."):
        return None
    reading = read_date(part)
    if reading.second is not None:
        raise BadInputError(
            f"the ends of an EDTF interval have no time of day; write the day alone, {part[:10]}"
        )
    return reading
