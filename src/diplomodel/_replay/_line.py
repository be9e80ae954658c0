"""
Timelines: the values of one fluent of one subject, in the order of time.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from operator import attrgetter, itemgetter
from typing import Any, Final, NamedTuple

from diplomodel._replay._doubts import Doubts, doubts_of
from diplomodel._replay._entry import Doubtful, certain
from diplomodel.events import Event
from diplomodel.rules import Rule


#: Items of a flat track that belong to one assignment: moment, value, event, rule.
WIDTH: Final = 4

_AT: Final = itemgetter(0)


class Tie(NamedTuple):
    """
    Two events that assign different values at one moment, so that only their ids set an order.

    Attributes:
        at: The moment.
        values: The two values.
        events: The two events.
    """

    at: int
    values: tuple[str, str]
    events: tuple[Event, Event]


class Line:
    """
    The spells of one fluent of one subject: the moments at which the value changes.

    Rows lie flat in one list, and the spells are places in it: a history of millions of events has
    too many timelines for each to have many parts.

    Attributes:
        rows: Moments, values, events and rules, one after the other; the rule of an observation or
            of a derived fluent is ``None``, and so is the value of a derived fluent unknown again.
        picks: Where in `rows` each spell begins.
        entries: Everything assigned, in general form, where `rows` holds only what began a spell.
        doubts: What may be so instead, where any entry leaves doubt.
        ties: Assignments that only the ids of their events set in order.
        contradicted: Observations that an event's value contradicts.
    """

    __slots__ = ("_starts", "contradicted", "doubts", "entries", "picks", "rows", "ties")

    def __init__(self, rows: list[Any], picks: Sequence[int]) -> None:
        """
        Take the rows, and where the spells begin.
        """
        self.rows = rows
        self.picks = picks
        self._starts: list[int] | None = None
        self.entries: tuple[Doubtful, ...] | None = None
        self.doubts: Doubts | None = None
        self.ties: tuple[Tie, ...] = ()
        self.contradicted: tuple[Doubtful, ...] = ()

    @property
    def starts(self) -> list[int]:
        """
        The moments at which spells begin, ascending.
        """
        starts = self._starts
        if starts is None:
            rows = self.rows
            starts = self._starts = [rows[pick] for pick in self.picks]
        return starts

    def value(self, index: int) -> str | None:
        """
        The value of a spell.
        """
        value: str | None = self.rows[self.picks[index] + 1]
        return value

    def event(self, index: int) -> Event:
        """
        The event that began a spell.
        """
        event: Event = self.rows[self.picks[index] + 2]
        return event

    def rule(self, index: int) -> Rule | None:
        """
        The rule by which a spell began.
        """
        rule: Rule | None = self.rows[self.picks[index] + 3]
        return rule

    def value_at(self, at: int) -> str | None:
        """
        The value that holds at a moment; ``None`` before the first.
        """
        index = bisect_right(self.starts, at)
        return self.value(index - 1) if index else None

    def allows(self, at: int, values: tuple[str, ...], *, asking: Event) -> bool:
        """
        Whether one of some values may have held just before a moment, or nothing is known.

        Args:
            at: The moment.
            values: The values.
            asking: The event that asks, which cannot itself be what made it so.
        """
        if self.doubts is not None:
            possible = self.doubts.possible_at(at - 1, without=asking)[0]
            return not possible or not possible.isdisjoint(values)
        starts = self._starts if self._starts is not None else self.starts
        index = bisect_left(starts, at)
        return not index or self.rows[self.picks[index - 1] + 1] in values

    def index_at(self, at: int) -> int | None:
        """
        Which spell holds at a moment.
        """
        index = bisect_right(self.starts, at)
        return index - 1 if index else None

    def assignments(self) -> Iterator[tuple[int, str, Event]]:
        """
        Everything assigned, also what changed nothing, in the order of time.
        """
        if self.entries is not None:
            kept = (entry for entry in self.entries if not entry.maybe)
            yield from ((entry.at, entry.value, entry.event) for entry in kept)
        else:
            yield from _rows(self.rows, 3)

    def possible_at(self, at: int) -> tuple[frozenset[str], bool]:
        """
        The values possible at a moment, and whether one of them must hold.
        """
        if self.doubts is None:
            value = self.value_at(at)
            return (frozenset() if value is None else frozenset((value,))), value is not None
        return self.doubts.possible_at(at)


def _rows(flat: list[Any], width: int) -> Iterator[tuple[Any, ...]]:
    return zip(*(flat[column::WIDTH] for column in range(width)), strict=True)


def build_plain(flat: list[Any]) -> Line:
    """
    The timeline of a flat track: assignments that leave no doubt, usually in order already.
    """
    picks: list[int] = []
    last_at = -1
    last: str | None = None
    for place in range(0, len(flat), WIDTH):
        at = flat[place]
        if at <= last_at:
            return _build_unordered(flat)
        last_at = at
        value = flat[place + 1]
        if value != last:
            picks.append(place)
            last = value
    if len(picks) * WIDTH == len(flat):
        # A range is no burden on the garbage collector, and most timelines need no more.
        return Line(flat, range(0, len(flat), WIDTH))
    return Line(flat, picks)


def _build_unordered(flat: list[Any]) -> Line:
    rows: list[Any] = []
    ties: list[Tie] = []
    for _, group in groupby(sorted(_rows(flat, WIDTH), key=_AT), key=_AT):
        together = list(group)
        if len(together) > 1:
            together.sort(key=lambda row: row[2].id)
            ties.extend(_ties(together))
        for row in together:
            rows.extend(row)
    picks: list[int] = []
    for place in range(0, len(rows), WIDTH):
        if not picks or rows[place + 1] != rows[picks[-1] + 1]:
            picks.append(place)
    line = Line(rows, picks)
    line.ties = tuple(ties)
    return line


def _ties(together: list[tuple[Any, ...]]) -> Iterator[Tie]:
    for one, other in zip(together, together[1:], strict=False):
        if one[0] == other[0] and one[1] != other[1] and one[2] is not other[2]:
            yield Tie(one[0], (one[1], other[1]), (one[2], other[2]))


def build_doubtful(flat: list[Any], special: list[Doubtful]) -> Line:
    """
    The timeline of assignments of which some leave doubt.
    """
    entries = [*special, *(certain(*row) for row in _rows(flat, WIDTH))]
    entries.sort(key=attrgetter("event.id"))
    entries.sort(key=lambda entry: (entry.at, entry.decided, not entry.observed))
    rows: list[Any] = []
    contradicted: list[Doubtful] = []
    current: Doubtful | None = None
    for entry in entries:
        if entry.maybe:
            continue
        if entry.observed and not (current is None or current.observed):
            if current.value != entry.value:
                contradicted.append(entry)
            continue
        if current is None or (entry.decided, entry.at) >= (current.decided, current.at):
            if current is None or entry.value != current.value:
                rows += (entry.at, entry.value, entry.event, entry.rule)
            current = entry
    line = Line(rows, range(0, len(rows), WIDTH))
    line.entries = tuple(entries)
    acts = [entry for entry in entries if not entry.maybe and not entry.observed]
    line.ties = tuple(
        Tie(one.at, (one.value, other.value), (one.event, other.event))
        for one, other in pairwise(acts)
        if (one.at, one.decided) == (other.at, other.decided)
        and one.value != other.value
        and one.event is not other.event
    )
    line.contradicted = tuple(contradicted)
    line.doubts = doubts_of(entries)
    return line
