"""
Counting days and months in the proleptic Gregorian calendar, years 1 to 9999.

Days are ordinals as in `datetime.date.toordinal`: 1 January of year 1 is day 1.
Months are counted too: month ``12 * year + month - 1``.
"""

from __future__ import annotations

import datetime as dt
from typing import Final

from diplomodel.errors import BadInputError


FIRST_DAY: Final = dt.date.min.toordinal()
"""
The ordinal of 0001-01-01, the earliest day that can be written.
"""

LAST_DAY: Final = dt.date.max.toordinal()
"""
The ordinal of 9999-12-31, the latest day that can be written.
"""

_FIRST_MONTH: Final = 12
_LAST_MONTH: Final = 12 * 9999 + 11


def day_text(ordinal: int) -> str:
    """
    The day with this ordinal, written ``YYYY-MM-DD``.

    Args:
        ordinal: Days since 0000-12-31, from `FIRST_DAY` to `LAST_DAY`.

    Raises:
        BadInputError: The number is no day of the years 1 to 9999.

    Example:
        >>> day_text(738496)
        '2022-12-07'
    """
    if not isinstance(ordinal, int) or not FIRST_DAY <= ordinal <= LAST_DAY:
        raise BadInputError(
            f"{_shown(ordinal)} is not the number of a day;"
            f" give a whole number from {FIRST_DAY} (0001-01-01) to {LAST_DAY} (9999-12-31)"
        )
    return dt.date.fromordinal(ordinal).isoformat()


def month_start(month: int) -> int:
    """
    The ordinal of the first day of a counted month, held inside the calendar.

    Example:
        >>> day_text(month_start(12 * 2022 + 11))
        '2022-12-01'
    """
    if month < _FIRST_MONTH:
        return FIRST_DAY
    if month > _LAST_MONTH:
        return LAST_DAY + 1
    return dt.date(month // 12, month % 12 + 1, 1).toordinal()


def month_end(month: int) -> int:
    """
    The ordinal of the last day of a counted month, held inside the calendar.

    Example:
        >>> day_text(month_end(12 * 2024 + 1))
        '2024-02-29'
    """
    return month_start(month + 1) - 1


def month_of(ordinal: int) -> int:
    """
    The counted month that a day lies in.

    Example:
        >>> divmod(month_of(738496), 12)
        (2022, 11)
    """
    day = dt.date.fromordinal(ordinal)
    return 12 * day.year + day.month - 1


def days_in_month(year: int, month: int) -> int:
    """
    How many days a month has; the month counts from 1.

    Example:
        >>> days_in_month(1900, 2), days_in_month(2000, 2)
        (28, 29)
    """
    counted = 12 * year + month - 1
    return month_end(counted) - month_start(counted) + 1


def add_months(ordinal: int, months: int) -> int:
    """
    The same day of the month some months later, or the month's last day if it is shorter.

    A result after 9999-12-31 comes back as a number above `LAST_DAY`.

    Example:
        >>> day_text(add_months(month_end(12 * 2023), 1))
        '2023-02-28'
    """
    target = month_of(ordinal) + months
    if target > _LAST_MONTH:
        return LAST_DAY + 1
    into = dt.date.fromordinal(ordinal).day - 1
    return min(month_start(target) + into, month_end(target))


def _shown(value: object) -> str:
    # Python refuses to write out integers of thousands of digits, so long ones are not shown.
    if isinstance(value, int):
        return str(value) if abs(value) < 10**20 else "that number"
    return f"a value of type {type(value).__name__}"
