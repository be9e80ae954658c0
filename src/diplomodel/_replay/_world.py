"""
All the timelines of a replay, stored and derived.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from operator import itemgetter

from diplomodel._replay._entry import Doubtful, Entry
from diplomodel._replay._expand import Expander
from diplomodel._replay._gather import Identity
from diplomodel._replay._line import Line, build, build_plain
from diplomodel._replay._position import moment
from diplomodel.errors import DiplomodelError
from diplomodel.events import Event, Modality
from diplomodel.fluents import Fluent
from diplomodel.rules import RuleSet


Key = tuple[str, str]
Entries = list[Entry | Doubtful]


class World:
    """
    The entries of every fluent and subject, and the timelines built of them when asked for.

    Attributes:
        rules: The rules behind it.
        set_aside: Events (by identity in memory) that could not be expanded, and why.
    """

    def __init__(self, rules: RuleSet, maybe: frozenset[Identity] = frozenset()) -> None:
        """
        Start empty, with some rules and the events that may not have been known at all.
        """
        self.rules = rules
        self.maybe = maybe
        self.set_aside: dict[int, str] = {}
        self.expander = Expander(rules, maybe)
        self._tracks: dict[str, dict[str, Entries]] = defaultdict(dict)
        self._special: set[Key] = set()
        self._lines: dict[Key, Line] = {}
        self._members: dict[str, tuple[str, ...]] | None = None

    def fill(self, events: Iterable[Event]) -> None:
        """
        Expand events into entries.
        """
        simple: list[tuple[int, Event]] = []
        is_simple = self.expander.is_simple
        for event in events:
            if event.modality is not Modality.DONE:
                continue
            if is_simple(event):
                simple.append((moment(event), event))
            else:
                self._add_special(event)
        simple.sort(key=itemgetter(0))
        self._add_simple(simple)

    def _add_simple(self, simple: list[tuple[int, Event]]) -> None:
        tracks, steps = self._tracks, self.expander.steps
        plans = {cls: steps(cls) for cls in {type(event) for _, event in simple}}
        for at, event in simple:
            for subjects, getter, constant, condition, rule, fluent in plans[type(event)]:
                if condition is not None and not condition(event):
                    continue
                value = constant if getter is None else getter(event)
                if value is None:
                    continue
                track = tracks[fluent]
                entry = Entry(at, value, event, rule)
                for subject in subjects(event):
                    found = track.get(subject)
                    if found is None:
                        track[subject] = [entry]
                    else:
                        found.append(entry)

    def _add_special(self, event: Event) -> None:
        try:
            assigned = list(self.expander.assignments(event))
        except DiplomodelError as error:
            self.set_aside[id(event)] = str(error)
            return
        for fluent, subject, entry in assigned:
            self._tracks[fluent].setdefault(subject, []).append(entry)
            self._special.add((fluent, subject))

    def amended(self, removed: Iterable[Event], added: Iterable[Event]) -> tuple[World, set[Key]]:
        """
        A world with some events fewer and some more, and the keys that differ; the rest is shared.
        """
        other = World(self.rules, self.maybe)
        other.expander = self.expander
        gone, new = list(removed), list(added)
        keys = self._keys(gone) | self._keys(new)
        other._tracks = defaultdict(dict, self._tracks)  # noqa: SLF001 (a sibling of the same class)
        for fluent in {fluent for fluent, _ in keys}:
            other._tracks[fluent] = dict(self._tracks.get(fluent, {}))  # noqa: SLF001 (same)
        other._special = set(self._special)  # noqa: SLF001 (same)
        other._lines = {  # noqa: SLF001 (same)
            key: line for key, line in self._lines.items() if key not in keys
        }
        ids = {id(event) for event in gone}
        other.set_aside = {e: why for e, why in self.set_aside.items() if e not in ids}
        other._strike(gone, keys)  # noqa: SLF001 (same)
        other.fill(new)
        return other, keys

    def _keys(self, events: Iterable[Event]) -> set[Key]:
        keys: set[Key] = set()
        for event in events:
            try:
                keys.update((fluent, subject) for fluent, subject, _ in self._assigned(event))
            except DiplomodelError:
                # It was set aside, or will be: it has no entries.
                continue
        return keys

    def _assigned(self, event: Event) -> list[tuple[str, str, Entry | Doubtful]]:
        return list(self.expander.assignments(event))

    def _strike(self, events: list[Event], keys: set[Key]) -> None:
        gone = {id(event) for event in events}
        for fluent, subject in keys:
            track = self._tracks[fluent]
            kept = [entry for entry in track.get(subject, ()) if id(entry.event) not in gone]
            if kept:
                track[subject] = kept
            else:
                track.pop(subject, None)
            if not any(isinstance(entry, Doubtful) for entry in kept):
                self._special.discard((fluent, subject))

    def line(self, fluent: str, subject: str) -> Line | None:
        """
        The timeline of a stored fluent of a subject; ``None`` where nothing is known.
        """
        key = (fluent, subject)
        found = self._lines.get(key)
        if found is None:
            entries = self._tracks[fluent].get(subject) if fluent in self._tracks else None
            if entries is None:
                return None
            if key in self._special:
                found = build(entries)
            else:
                found = build_plain(entries)  # type: ignore[arg-type] # none is doubtful
            self._lines[key] = found
        return found

    def stored(self) -> Iterator[Key]:
        """
        Every stored fluent and subject that something is known of, in order of name.
        """
        for fluent in sorted(self._tracks):
            for subject in sorted(self._tracks[fluent]):
                yield fluent, subject

    def subjects(self, fluent: str) -> Iterable[str]:
        """
        The subjects of which a stored fluent is known.
        """
        return self._tracks[fluent] if fluent in self._tracks else ()

    def cases(self, fluent: str, directed: str) -> tuple[str, ...]:
        """
        The subjects of a fluent that are parts of a directed dyad, in order of name.
        """
        head = f"{directed}/"
        return tuple(sorted(s for s in self.subjects(fluent) if s.startswith(head)))

    def value(self, fluent: Fluent[str], subject: str, at: int) -> str | None:
        """
        The value of any fluent at a moment.
        """
        if fluent.derive is None:
            line = self.line(fluent.name, subject)
            return line.value_at(at) if line is not None else None
        return fluent.derive(subject, lambda read, of: self.value(read, of, at))  # type: ignore[return-value] # a lookup gives each fluent its own type

    def supposed(
        self,
        fluent: Fluent[str],
        subject: str,
        at: int,
        known: Mapping[Key, str | None],
    ) -> str | None:
        """
        The value that a derived fluent would have if some of its inputs were as supposed.
        """

        def look(asked: Fluent[str], of: str) -> str | None:
            key = (asked.name, of)
            return known[key] if key in known else self.value(asked, of, at)

        return fluent.derive(subject, look) if fluent.derive is not None else None  # type: ignore[arg-type] # as in `value`

    def derived_line(self, fluent: Fluent[str], subject: str) -> Line | None:
        """
        The timeline of a derived fluent: it changes only where something that it reads does.
        """
        key = (fluent.name, subject)
        found = self._lines.get(key)
        if found is None:
            found = self._derive(fluent, subject)
            if found is not None:
                self._lines[key] = found
        return found

    def inputs(self, fluent: Fluent[str], subject: str, at: int) -> Mapping[Key, str | None]:
        """
        What a derived fluent reads at a moment, and the values it finds.
        """
        read: dict[Key, str | None] = {}

        def look(asked: Fluent[str], of: str) -> str | None:
            value = self.value(asked, of, at)
            read[asked.name, of] = value
            return value

        if fluent.derive is not None:
            fluent.derive(subject, look)  # type: ignore[arg-type] # as in `value`
        return read

    def _derive(self, fluent: Fluent[str], subject: str) -> Line | None:
        moments: set[int] = {-1}
        read: set[Key] = set()
        values: dict[int, str | None] = {}
        while True:
            for at in moments - values.keys():
                read.update(self.inputs(fluent, subject, at))
                values[at] = self.value(fluent, subject, at)
            lines = [line for key in read if (line := self.line(*key)) is not None]
            wider = {-1}.union(*(line.starts for line in lines))
            if wider <= values.keys():
                break
            moments = wider
        return _changes(values, lines)


def _changes(values: dict[int, str | None], lines: list[Line]) -> Line | None:
    causes = {
        start: cause
        for line in lines
        for start, cause in zip(line.starts, line.causes, strict=True)
    }
    starts: list[int] = []
    changed: list[str | None] = []
    began: list[Entry | Doubtful] = []
    for at in sorted(values):
        value = values[at]
        if value != (changed[-1] if changed else None):
            starts.append(at)
            changed.append(value)
            began.append(causes[at])
    return Line(starts, changed, began, began) if starts else None
