"""
All the timelines of a replay, stored and derived.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeVar

from diplomodel._replay._entry import Doubtful
from diplomodel._replay._expand import Expander, Plan
from diplomodel._replay._gather import Identity, by_type
from diplomodel._replay._line import WIDTH, Line, build_doubtful, build_plain
from diplomodel._replay._position import DAY_SHIFT, UNTIMED, moment
from diplomodel.errors import DiplomodelError
from diplomodel.events import Event, Modality
from diplomodel.fluents import Fluent
from diplomodel.rules import RuleSet


T = TypeVar("T", bound=str)

Key = tuple[str, str]
#: Subjects of one fluent, each with what is assigned to it for certain.
Tracks = dict[str, Line]
#: Events by type.
ByType = Mapping[type[Event], Iterable[Event]]


class World:
    """
    What is assigned to every fluent and subject, and the timelines built of it when asked for.

    Attributes:
        rules: The rules behind it.
        maybe: What makes those events themselves that may not have been known at all.
        set_aside: Events (by identity in memory) that could not be expanded, and why.
        expander: What turned events into assignments.
    """

    def __init__(self, rules: RuleSet, maybe: frozenset[Identity] = frozenset()) -> None:
        """
        Start empty, with some rules and the events that may not have been known at all.
        """
        self.rules = rules
        self.maybe = maybe
        self.set_aside: dict[int, str] = {}
        self.expander = Expander(rules, maybe)
        self._tracks: dict[str, Tracks] = {}
        self._special: dict[Key, list[Doubtful]] = {}
        self._lines: dict[str, dict[str, Line]] = {}

    def fill(self, events: ByType) -> None:
        """
        Expand events into assignments.
        """
        moments: list[int] = []
        simple: list[Event] = []
        plans: list[Any] = []
        done, doubted = Modality.DONE, bool(self.maybe)
        for cls, group in events.items():
            plan = self.expander.plan(cls)
            steps = self._steps(plan)
            untimed = UNTIMED + cls.rank
            for event in group:
                if event.modality is not done:
                    continue
                occurred = event.occurred
                if (
                    not plan.simple
                    or occurred.first_possible != occurred.last_possible
                    or ((event.claims or doubted) and not self.expander.is_simple(event))
                ):
                    self._add_special(event)
                elif steps:
                    if occurred.second is None and event.order is None:
                        moments.append((occurred.last << DAY_SHIFT) + untimed)
                    else:
                        moments.append(moment(event))
                    simple.append(event)
                    plans.append(steps)
        _add(moments, simple, plans)

    def _steps(self, plan: Plan) -> list[Any]:
        tracks = self._tracks
        return [
            (subjects, [(*step[:4], tracks.setdefault(step[4], {})) for step in steps])
            for subjects, steps in plan.steps
        ]

    def _add_special(self, event: Event) -> None:
        try:
            assigned = list(self.expander.assignments(event))
        except DiplomodelError as error:
            self.set_aside[id(event)] = str(error)
            return
        for fluent, subject, entry in assigned:
            self._special.setdefault((fluent, subject), []).append(entry)
            self._tracks.setdefault(fluent, {}).setdefault(subject, Line())

    def amended(self, removed: Iterable[Event], added: Iterable[Event]) -> World:
        """
        A world with some events fewer and some more; all that they do not touch is shared.
        """
        gone, new = list(removed), list(added)
        keys = self._keys(gone) | self._keys(new)
        other = World(self.rules, self.maybe)
        other.expander = self.expander
        ids = {id(event) for event in gone}
        other.set_aside = {e: why for e, why in self.set_aside.items() if e not in ids}
        touched = {fluent for fluent, _ in keys}
        other._tracks = {
            name: dict(tracks) if name in touched else tracks
            for name, tracks in self._tracks.items()
        }
        other._special = dict(self._special)
        other._strike(ids, keys)
        other.fill(by_type(new))
        derived = {fluent.name for fluent in self.rules.fluents if fluent.is_derived}
        other._lines = {
            name: {of: line for of, line in lines.items() if (name, of) not in keys}
            for name, lines in self._lines.items()
            if name not in derived
        }
        return other

    def _keys(self, events: Iterable[Event]) -> set[Key]:
        keys: set[Key] = set()
        for event in events:
            try:
                keys.update((name, of) for name, of, _ in self.expander.assignments(event))
            except DiplomodelError:
                # It was set aside, or will be: it has assigned nothing.
                continue
        return keys

    def _strike(self, gone: set[int], keys: set[Key]) -> None:
        for key in keys:
            name, subject = key
            tracks = self._tracks.setdefault(name, {})
            flat = tracks.get(subject, Line())
            kept = Line(
                item
                for index in range(0, len(flat), WIDTH)
                if id(flat[index + 2]) not in gone
                for item in flat[index : index + WIDTH]
            )
            special = [e for e in self._special.get(key, ()) if id(e.event) not in gone]
            self._special.pop(key, None)
            tracks.pop(subject, None)
            if special:
                self._special[key] = special
            if kept or special:
                tracks[subject] = kept

    def line(self, fluent: str, subject: str) -> Line | None:
        """
        The timeline of a stored fluent of a subject; ``None`` where nothing is known.
        """
        found = self.lines(fluent).get(subject)
        if found is not None:
            return found
        tracks = self._tracks.get(fluent)
        flat = tracks.get(subject) if tracks is not None else None
        return self._build(fluent, subject, flat) if flat is not None else None

    def _build(self, fluent: str, subject: str, flat: Line) -> Line:
        special = self._special.get((fluent, subject)) if self._special else None
        found = build_plain(flat) if special is None else build_doubtful(flat, special)
        self._lines[fluent][subject] = found
        return found

    def lines(self, fluent: str) -> dict[str, Line]:
        """
        The timelines of a fluent that have been built so far, by subject.
        """
        lines = self._lines.get(fluent)
        return lines if lines is not None else self._lines.setdefault(fluent, {})

    def lines_of(self, fluent: str) -> Iterator[tuple[str, str, Line]]:
        """
        Every timeline of a stored fluent, with the names of fluent and subject, in any order.
        """
        lines = self.lines(fluent)
        for subject, flat in self._tracks.get(fluent, {}).items():
            line = lines.get(subject)
            if line is None:
                line = self._build(fluent, subject, flat)
            yield fluent, subject, line

    def stored(self) -> Iterator[Key]:
        """
        Every stored fluent and subject that something is known of, in order of name.
        """
        for fluent in sorted(self._tracks):
            for subject in sorted(self._tracks[fluent]):
                yield fluent, subject

    def all_lines(self) -> Iterator[tuple[str, str, Line]]:
        """
        Every timeline of a stored fluent, in order of the names of fluent and subject.
        """
        for fluent in sorted(self._tracks):
            tracks, lines = self._tracks[fluent], self.lines(fluent)
            for subject in sorted(tracks):
                line = lines.get(subject)
                if line is None:
                    line = self._build(fluent, subject, tracks[subject])
                yield fluent, subject, line

    @property
    def fluents(self) -> Iterable[str]:
        """
        Names of the stored fluents that something is known of.
        """
        return self._tracks

    def subjects(self, fluent: str) -> Iterable[str]:
        """
        The subjects of which a stored fluent is known.
        """
        return self._tracks.get(fluent, {})

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

        def look(asked: Fluent[T], of: str) -> T | None:
            return self.value(asked, of, at)  # type: ignore[return-value] # its own type

        return fluent.derive(subject, look)

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

        def look(asked: Fluent[T], of: str) -> T | None:
            key = (asked.name, of)
            return known[key] if key in known else self.value(asked, of, at)  # type: ignore[return-value] # its own type

        return fluent.derive(subject, look) if fluent.derive is not None else None

    def derived_line(self, fluent: Fluent[str], subject: str) -> Line | None:
        """
        The timeline of a derived fluent: it changes only where something that it reads does.
        """
        lines = self.lines(fluent.name)
        found = lines.get(subject)
        if found is None:
            found = self._derive(fluent, subject)
            if found is not None:
                lines[subject] = found
        return found

    def inputs(self, fluent: Fluent[str], subject: str, at: int) -> Mapping[Key, str | None]:
        """
        What a derived fluent reads at a moment, and the values it finds.
        """
        read: dict[Key, str | None] = {}

        def look(asked: Fluent[T], of: str) -> T | None:
            value = read[asked.name, of] = self.value(asked, of, at)
            return value  # type: ignore[return-value] # its own type

        if fluent.derive is not None:
            fluent.derive(subject, look)
        return read

    def _derive(self, fluent: Fluent[str], subject: str) -> Line | None:
        moments: set[int] = {-1}
        read: set[Key] = set()
        values: dict[int, str | None] = {}
        while True:
            for at in moments - values.keys():
                read.update(self.inputs(fluent, subject, at))
                values[at] = self.value(fluent, subject, at)
            lines = [line for key in sorted(read) if (line := self.line(*key)) is not None]
            wider = {-1}.union(*(line.starts for line in lines))
            if wider <= values.keys():
                break
            moments = wider
        return _changes(values, lines)


def _add(moments: list[int], events: list[Event], plans: list[Any]) -> None:
    for index in sorted(range(len(events)), key=moments.__getitem__):
        at, event = moments[index], events[index]
        for subjects_of, steps in plans[index]:
            subjects = subjects_of(event)
            for getter, constant, holds, rule, tracks in steps:
                if holds is not None and not holds(event):
                    continue
                value = constant if getter is None else getter(event)
                if value is None:
                    continue
                for subject in subjects:
                    track = tracks.get(subject)
                    if track is None:
                        tracks[subject] = Line((at, value, event, rule))
                    else:
                        track += (at, value, event, rule)


def _changes(values: dict[int, str | None], lines: list[Line]) -> Line | None:
    causes = {
        start: line.event(index) for line in lines for index, start in enumerate(line.starts)
    }
    rows = Line()
    last: str | None = None
    for at in sorted(values):
        value = values[at]
        if value != last:
            rows += (at, value, causes[at], None)
            last = value
    return rows.settle(range(0, len(rows), WIDTH)) if rows else None
