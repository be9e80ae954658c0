"""
Timelines: the values of one fluent of one subject, in the order of time.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter, itemgetter
from typing import Any, Final, NamedTuple

import attrs

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

    Attributes:
        starts: The moments, ascending.
        values: The value from each moment on; ``None`` where a derived fluent is unknown again.
        events: The event that began each.
        rules: The rule that began each; ``None`` for an observation or a derived fluent.
        assigned: Everything assigned, also what changed nothing: a flat track, or entries.
        doubts: The entries, where any of them leaves doubt; else ``None``.
        ties: Assignments that only the ids of their events set in order.
        contradicted: Observations that an event's value contradicts.
    """

    __slots__ = (
        "assigned",
        "contradicted",
        "doubts",
        "events",
        "rules",
        "starts",
        "ties",
        "values",
    )

    def __init__(self, assigned: Sequence[Any] = ()) -> None:
        """
        Start without any spell.
        """
        self.starts: list[int] = []
        self.values: list[str | None] = []
        self.events: list[Event] = []
        self.rules: list[Rule | None] = []
        self.assigned = assigned
        self.doubts: tuple[Doubtful, ...] | None = None
        self.ties: tuple[Tie, ...] = ()
        self.contradicted: tuple[Doubtful, ...] = ()

    def begin(self, at: int, value: str | None, event: Event, rule: Rule | None) -> None:
        """
        Add a spell at the end.
        """
        self.starts.append(at)
        self.values.append(value)
        self.events.append(event)
        self.rules.append(rule)

    def value_at(self, at: int) -> str | None:
        """
        The value that holds at a moment; ``None`` before the first.
        """
        index = bisect_right(self.starts, at)
        return self.values[index - 1] if index else None

    def value_before(self, at: int) -> str | None:
        """
        The value that held just before a moment.
        """
        index = bisect_left(self.starts, at)
        return self.values[index - 1] if index else None

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
        flat = self.assigned
        if flat and isinstance(flat[0], int):
            yield from zip(flat[0::WIDTH], flat[1::WIDTH], flat[2::WIDTH], strict=True)
        else:
            yield from ((entry.at, entry.value, entry.event) for entry in flat)

    def possible_at(self, at: int) -> tuple[frozenset[str], bool]:
        """
        The values possible at a moment, and whether one of them must hold.

        A value is possible if there are dates within all bounds by which it holds then: it may have
        taken effect, and nothing that must have taken effect was surely decided after it.
        """
        if self.doubts is None:
            value = self.value_at(at)
            return (frozenset() if value is None else frozenset((value,))), value is not None
        sure = [entry for entry in self.doubts if entry.last <= at and not entry.maybe]
        floor = max(((entry.decided_first, *_key(entry)) for entry in sure), default=None)
        values = frozenset(
            entry.value
            for entry in self.doubts
            if entry.first <= at
            and (floor is None or (min(entry.decided_last, _cap(entry, at)), *_key(entry)) >= floor)
        )
        return values, bool(sure)

    def possible_before(self, at: int) -> frozenset[str]:
        """
        The values possible just before a moment.
        """
        return self.possible_at(at - 1)[0]


def _cap(entry: Doubtful, at: int) -> int:
    """
    The last moment at which an entry in effect by a moment can have been decided.
    """
    same = entry.at == entry.decided
    return at if same else entry.decided_last


def _key(entry: Doubtful) -> tuple[int, int]:
    return entry.decided, entry.at


def build_plain(flat: list[Any]) -> Line:
    """
    The timeline of a flat track: assignments that leave no doubt, usually in order already.
    """
    line = Line(flat)
    begin = line.begin
    last_at = -1
    last: str | None = None
    moments, values = flat[0::WIDTH], flat[1::WIDTH]
    for index, (at, value) in enumerate(zip(moments, values, strict=True)):
        if at <= last_at:
            return _build_unordered(flat)
        last_at = at
        if value != last:
            begin(at, value, flat[index * WIDTH + 2], flat[index * WIDTH + 3])
            last = value
    return line


def _build_unordered(flat: list[Any]) -> Line:
    rows = sorted(
        zip(flat[0::WIDTH], flat[1::WIDTH], flat[2::WIDTH], flat[3::WIDTH], strict=True), key=_AT
    )
    ordered: list[tuple[int, str, Event, Rule | None]] = []
    ties: list[Tie] = []
    for _, group in groupby(rows, key=_AT):
        together = list(group)
        if len({row[1] for row in together}) > 1:
            together.sort(key=lambda row: row[2].id)
            ties.extend(_ties([(row[0], row[1], row[2]) for row in together]))
        ordered.extend(together)
    line = Line([item for row in ordered for item in row])
    line.ties = tuple(ties)
    for row in ordered:
        if not line.values or row[1] != line.values[-1]:
            line.begin(*row)
    return line


def _ties(together: list[tuple[int, str, Event]]) -> Iterator[Tie]:
    for one, other in zip(together, together[1:], strict=False):
        if one[0] == other[0] and one[1] != other[1] and one[2] is not other[2]:
            yield Tie(one[0], (one[1], other[1]), (one[2], other[2]))


def build_doubtful(flat: list[Any], special: list[Doubtful]) -> Line:
    """
    The timeline of assignments of which some leave doubt.
    """
    rows = zip(flat[0::WIDTH], flat[1::WIDTH], flat[2::WIDTH], flat[3::WIDTH], strict=True)
    entries = [*special, *(certain(*row) for row in rows)]
    entries.sort(key=attrgetter("event.id"))
    entries.sort(key=lambda entry: (entry.at, entry.decided, not entry.observed))
    line = Line(entries)
    acts = [entry for entry in entries if not entry.maybe and not entry.observed]
    line.ties = tuple(_ties([(act.at, act.value, act.event) for act in acts]))
    doubts: list[Doubtful] = []
    contradicted: list[Doubtful] = []
    current: Doubtful | None = None
    for entry in entries:
        if entry.maybe:
            doubts.append(entry)
            continue
        kept = _observed(entry, current) if entry.observed else entry
        if kept is None:
            if current is not None and current.value != entry.value:
                contradicted.append(entry)
            continue
        doubts.append(kept)
        if current is None or (kept.decided, kept.at) >= (current.decided, current.at):
            if current is None or kept.value != current.value:
                line.begin(kept.at, kept.value, kept.event, kept.rule)
            current = kept
    line.contradicted = tuple(contradicted)
    if any(_leaves_doubt(entry) for entry in doubts):
        line.doubts = tuple(doubts)
    return line


def _observed(entry: Doubtful, current: Doubtful | None) -> Doubtful | None:
    """
    What an observation adds after what held: nothing, or a value since some time before.
    """
    if current is None:
        return entry
    if current.value == entry.value or not current.observed:
        return None
    since = min(entry.first, current.last + 1)
    return attrs.evolve(entry, first=since, decided_first=since)


def _leaves_doubt(entry: Doubtful) -> bool:
    return entry.maybe or entry.first != entry.last or entry.decided_first != entry.decided_last
