"""
Values over time: the days on which something changes, and the value from each of them on.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Callable, Iterable
from typing import Final, NamedTuple, TypeAlias

import attrs
import numpy as np
import numpy.typing as npt
import pyarrow as pa

from diplomodel.histories import Spell


__all__ = ["EPOCH", "Asked", "Days", "Pair", "Span", "Track", "of_spells", "track"]

#: Two states in alphabetical order.
Pair: TypeAlias = tuple[str, str]

#: Ordinals of days.
Days: TypeAlias = npt.NDArray[np.int64]

#: The ordinal of 1970-01-01, from which Arrow and NumPy count days.
EPOCH: Final = dt.date(1970, 1, 1).toordinal()


class Span(NamedTuple):
    """
    The days that are shown.

    Attributes:
        first: Ordinal of the first.
        last: Ordinal of the last.
    """

    first: int
    last: int


@attrs.frozen
class Track:
    """
    One value for each day, kept as the days on which it changes.

    Attributes:
        days: Ordinals, ascending.
        values: The value before the first of the days, then that from each of them on.
    """

    days: list[int]
    values: list[object]

    def on(self, day: int) -> object:
        """
        The value at the end of a day.
        """
        return self.values[bisect_right(self.days, day)]

    def at(self, ends: Days, kind: pa.DataType) -> pa.Array:
        """
        The values at the ends of some days, as a column.
        """
        places = np.searchsorted(np.array(self.days, dtype=np.int64), ends, side="right")
        return pa.array(self.values, type=kind).take(pa.array(places))


@attrs.frozen
class Asked:
    """
    One value for each day, asked anew for each row.

    Attributes:
        value: Gives the value at the end of a day.
    """

    value: Callable[[int], object]

    def at(self, ends: Days, kind: pa.DataType) -> pa.Array:
        """
        The values at the ends of some days, as a column.
        """
        return pa.array([self.value(day) for day in ends.tolist()], type=kind)


def track(days: Iterable[int], span: Span, value: Callable[[int], object]) -> Track:
    """
    What a function of the day gives, asked on the first day and wherever it may change.
    """
    asked = [span.first, *sorted(day for day in set(days) if span.first < day <= span.last)]
    return Track(asked, [None, *map(value, asked)])


def of_spells(spells: Iterable[Spell]) -> Track:
    """
    The values of one fluent of one subject; of several on one day the last.
    """
    found: dict[int, str | None] = {}
    for spell in spells:
        found[spell.begins] = str(spell.value)
        if spell.ends is not None:
            found[spell.ends] = None
    days = sorted(found)
    return Track(days, [None, *(found[day] for day in days)])
