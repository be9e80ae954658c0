"""
Timelines: the values of one fluent of one subject, in the order of time.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import itemgetter
from typing import Final

import attrs

from diplomodel._replay._entry import Doubtful, Entry, as_doubtful


Either = Entry | Doubtful

_AT: Final = itemgetter(0)


class Line:
    """
    The spells of one fluent of one subject: the moments at which the value changes.

    Attributes:
        starts: The moments, ascending.
        values: The value from each moment on; ``None`` where a derived fluent is unknown again.
        causes: The entry that began each.
        entries: Every entry, also those that changed nothing.
        doubts: The entries in general form, where any of them leaves doubt; else ``None``.
        ties: Pairs of entries that only their ids set in order.
        contradicted: Observations that an event's value contradicts.
    """

    __slots__ = ("causes", "contradicted", "doubts", "entries", "starts", "ties", "values")

    def __init__(
        self,
        starts: list[int],
        values: list[str | None],
        causes: Sequence[Either],
        entries: Sequence[Either],
    ) -> None:
        """
        Take the parts; ties and doubts are added by the builders.
        """
        self.starts = starts
        self.values = values
        self.causes = causes
        self.entries = entries
        self.doubts: tuple[Doubtful, ...] | None = None
        self.ties: list[tuple[Either, Either]] = []
        self.contradicted: list[Doubtful] = []

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


def build(entries: list[Either]) -> Line:
    """
    The timeline of some entries, which need not be sorted.
    """
    if any(isinstance(entry, Doubtful) for entry in entries):
        return _build_doubtful(entries)
    plain = [entry for entry in entries if isinstance(entry, Entry)]
    return build_plain(plain)


def build_plain(entries: list[Entry]) -> Line:
    """
    The timeline of entries that leave no doubt.
    """
    starts: list[int] = []
    values: list[str | None] = []
    causes: list[Entry] = []
    last_at = -1
    last: str | None = None
    tied = False
    for entry in entries:
        at, value = entry[0], entry[1]
        if at <= last_at:
            tied = True
            break
        last_at = at
        if value != last:
            starts.append(at)
            values.append(value)
            causes.append(entry)
            last = value
    if tied:
        return _build_tied(entries)
    return Line(starts, values, causes, entries)


def _by_id(entry: Either) -> tuple[int, str]:
    return entry.at, entry.event.id


def _build_tied(entries: list[Entry]) -> Line:
    ordered = sorted(entries, key=_AT)
    if any(a[0] == b[0] for a, b in zip(ordered, ordered[1:], strict=False)):
        ordered.sort(key=_by_id)
    line = Line([], [], [], ordered)
    causes: list[Either] = []
    line.causes = causes
    for index, entry in enumerate(ordered):
        _note_tie(line, ordered, index)
        if not line.values or entry.value != line.values[-1]:
            line.starts.append(entry.at)
            line.values.append(entry.value)
            causes.append(entry)
    return line


def _note_tie(line: Line, ordered: Sequence[Either], index: int) -> None:
    if index == 0:
        return
    one, other = ordered[index - 1], ordered[index]
    if one.at == other.at and one.value != other.value and one.event != other.event:
        line.ties.append((one, other))


def _build_doubtful(entries: list[Either]) -> Line:
    general = [
        entry if isinstance(entry, Doubtful) else as_doubtful(entry) for entry in entries
    ]
    ordered = sorted(general, key=lambda e: (e.at, e.decided, not e.observed, e.event.id))
    line = Line([], [], [], ordered)
    causes: list[Either] = []
    line.causes = causes
    doubts: list[Doubtful] = []
    current: Doubtful | None = None
    for index, entry in enumerate(ordered):
        if entry.maybe:
            doubts.append(entry)
            continue
        if entry.observed:
            kept = _observed(entry, current)
            if kept is None:
                if current is not None and current.value != entry.value:
                    line.contradicted.append(entry)
                continue
            entry = kept
        else:
            _note_tie(line, ordered, index)
        doubts.append(entry)
        if current is not None and (entry.decided, entry.at) < (current.decided, current.at):
            continue
        if current is None or entry.value != current.value:
            line.starts.append(entry.at)
            line.values.append(entry.value)
            causes.append(entry)
        current = entry
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
    return attrs.evolve(
        entry,
        first=min(entry.first, current.last + 1),
        decided_first=min(entry.first, current.last + 1),
    )


def _leaves_doubt(entry: Doubtful) -> bool:
    return entry.maybe or entry.first != entry.last or entry.decided_first != entry.decided_last
