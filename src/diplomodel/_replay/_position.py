"""
Moments as single integers, so that ordering events is ordering numbers.

The order within a day is: the source's explicit `order`, the time of day, the rule's documented
rank.
Events without a time come after those with one, since all that is certain is the end of the day.
What these leave equal is settled by the event's id, and reported.
"""

from __future__ import annotations

from typing import Final

from diplomodel.dates import LAST_DAY
from diplomodel.events import Event


#: Bits below the day: 13 for the order, 18 for the second, 8 for the rank.
DAY_SHIFT: Final = 39
_ORDER_SHIFT: Final = 26
_SECOND_SHIFT: Final = 8
_ORDER_ZERO: Final = 4096
_SECOND_ZERO: Final = 65536
_END_OF_DAY: Final = (1 << 18) - 1

#: The moment of an event of rank 0 on day 0, without a time of day or an explicit order.
UNTIMED: Final = _ORDER_ZERO << _ORDER_SHIFT | _END_OF_DAY << _SECOND_SHIFT

START: Final = -1
FAR: Final = 1 << 80


def position(day: int, second: int | None, order: int | None, rank: int) -> int:
    """
    The moment of something on a day, as a number.

    Example:
        >>> position(2, None, None, 0) > position(1, 86399, 5, 255)
        True
        >>> position(1, 60, None, 0) < position(1, None, None, 0)
        True
    """
    at = _END_OF_DAY if second is None else second + _SECOND_ZERO
    return (
        (day << DAY_SHIFT)
        | ((order or 0) + _ORDER_ZERO) << _ORDER_SHIFT
        | at << _SECOND_SHIFT
        | rank
    )


def nominal_day(event: Event) -> int:
    """
    The day on which an event counts: the last it can be, or the first where the end is open.
    """
    occurred = event.occurred
    return occurred.first if occurred.last >= LAST_DAY else occurred.last


def moment(event: Event) -> int:
    """
    The moment at which an event counts.
    """
    occurred = event.occurred
    last = occurred.last
    if occurred.second is None and event.order is None and last < LAST_DAY:
        return (last << DAY_SHIFT) + UNTIMED + event.rank
    return position(nominal_day(event), occurred.second, event.order, event.rank)


def start_of(day: int) -> int:
    """
    The first moment of a day.
    """
    return day << DAY_SHIFT


def end_of(day: int) -> int:
    """
    The last moment of a day.
    """
    return ((day + 1) << DAY_SHIFT) - 1


def day_of(at: int) -> int:
    """
    The day of a moment.
    """
    return at >> DAY_SHIFT
