"""
Timelines: the values of one fluent of one subject, in the order of time.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from operator import attrgetter, itemgetter
from typing import Any, Final, NamedTuple

import attrs

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


@attrs.frozen(kw_only=True)
class Notes:
    """
    What is to be said of a timeline besides its spells.

    Attributes:
        entries: Everything assigned, where the rows hold only what began a spell.
        doubts: What may be so instead, where any entry leaves doubt.
        ties: Assignments that only the ids of their events set in order.
        contradicted: Observations that an event's value contradicts.
    """

    entries: tuple[Doubtful, ...] | None = None
    doubts: Doubts | None = None
    ties: tuple[Tie, ...] = ()
    contradicted: tuple[Doubtful, ...] = ()


_NOTHING: Final = Notes()


class Line(list[Any]):
    """
    The spells of one fluent of one subject: the moments at which the value changes.

    It is a flat list of rows, each a moment, a value, an event and a rule, and spells are places
    in
    it: a history of millions of events has so many timelines that each has to be one object alone.
    The rule of an observation or of a derived fluent is ``None``, and so is the value of a derived
    fluent that is unknown again.

    Attributes:
        picks: Where each spell begins; set once all rows are there.
        notes: What is to be said besides.
    """

    __slots__ = ("_starts", "notes", "picks")

    picks: Sequence[int]
    notes: Notes
    _starts: array[int] | None

    def settle(self, picks: Sequence[int], notes: Notes = _NOTHING) -> Line:
        """
        Say where the spells begin, now that all rows are there.
        """
        self.picks = picks
        self.notes = notes
        self._starts = None
        return self

    @property
    def starts(self) -> array[int]:
        """
        The moments at which spells begin, ascending; 62 bits hold every one.
        """
        starts = self._starts
        if starts is None:
            starts = self._starts = array("q", [self[pick] for pick in self.picks])
        return starts

    def spells(self) -> Iterator[tuple[Any, ...]]:
        """
        The rows that begin a spell: moment, value, event, rule.
        """
        if isinstance(self.picks, range):
            rows = iter(self)
            return zip(rows, rows, rows, rows, strict=True)
        return (tuple(self[pick : pick + WIDTH]) for pick in self.picks)

    def value(self, index: int) -> str | None:
        """
        The value of a spell.
        """
        value: str | None = self[self.picks[index] + 1]
        return value

    def event(self, index: int) -> Event:
        """
        The event that began a spell.
        """
        event: Event = self[self.picks[index] + 2]
        return event

    def rule(self, index: int) -> Rule | None:
        """
        The rule by which a spell began.
        """
        rule: Rule | None = self[self.picks[index] + 3]
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
        doubts = self.notes.doubts
        if doubts is not None:
            possible = doubts.possible_at(at - 1, without=asking)[0]
            return not possible or not possible.isdisjoint(values)
        index = bisect_left(self._starts or self.starts, at)
        return not index or self[self.picks[index - 1] + 1] in values

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
        if self.notes.entries is not None:
            kept = (entry for entry in self.notes.entries if not entry.maybe)
            yield from ((entry.at, entry.value, entry.event) for entry in kept)
        else:
            yield from _rows(self, 3)

    def possible_at(self, at: int) -> tuple[frozenset[str], bool]:
        """
        The values possible at a moment, and whether one of them must hold.
        """
        doubts = self.notes.doubts
        if doubts is None:
            value = self.value_at(at)
            return (frozenset() if value is None else frozenset((value,))), value is not None
        return doubts.possible_at(at)


def _rows(flat: list[Any], width: int) -> Iterator[tuple[Any, ...]]:
    return zip(*(flat[column::WIDTH] for column in range(width)), strict=True)


def build_plain(flat: Line) -> Line:
    """
    The timeline of assignments that leave no doubt, usually in order already.

    They are not put in order in place: histories share them, and other threads may be reading.
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
        return flat.settle(range(0, len(flat), WIDTH))
    return flat.settle(picks)


def _build_unordered(flat: Line) -> Line:
    rows = Line()
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
    return rows.settle(picks, Notes(ties=tuple(ties)))


def _ties(together: list[tuple[Any, ...]]) -> Iterator[Tie]:
    for one, other in pairwise(together):
        if one[0] == other[0] and one[1] != other[1] and one[2] is not other[2]:
            yield Tie(one[0], (one[1], other[1]), (one[2], other[2]))


def build_doubtful(flat: Line, special: list[Doubtful]) -> Line:
    """
    The timeline of assignments of which some leave doubt.
    """
    entries = [*special, *(certain(*row) for row in _rows(flat, WIDTH))]
    entries.sort(key=attrgetter("event.id"))
    entries.sort(key=lambda entry: (entry.at, entry.decided, not entry.observed))
    rows = Line()
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
    acts = [entry for entry in entries if not entry.maybe and not entry.observed]
    ties = tuple(
        Tie(one.at, (one.value, other.value), (one.event, other.event))
        for one, other in pairwise(acts)
        if (one.at, one.decided) == (other.at, other.decided)
        and one.value != other.value
        and one.event is not other.event
    )
    notes = Notes(
        entries=tuple(entries),
        doubts=doubts_of(entries),
        ties=ties,
        contradicted=tuple(contradicted),
    )
    return rows.settle(range(0, len(rows), WIDTH), notes)
