"""
A replayed history: asked by date, explained down to the source, amended at will.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby, islice, product
from operator import attrgetter
from typing import Any, Final, TypeVar

from diplomodel._replay._findings import findings_of
from diplomodel._replay._gather import ByIdentity, Identity, Reports, each, identity
from diplomodel._replay._line import Line
from diplomodel._replay._owing import obligations_of
from diplomodel._replay._position import DAY_SHIFT, end_of, moment, nominal_day
from diplomodel._replay._results import (
    Change,
    Explanation,
    Finding,
    Obligation,
    ObligationStatus,
    Spell,
    Transition,
)
from diplomodel._replay._second import SecondPass
from diplomodel._replay._snapshot import Snapshot
from diplomodel._replay._world import Key, World
from diplomodel.dates import DateLike, day_number, day_text
from diplomodel.errors import UnknownNameError
from diplomodel.events import Event
from diplomodel.fluents import Fluent
from diplomodel.rules import RuleSet
from diplomodel.subjects import subject_text


T = TypeVar("T", bound=str)

# A named tuple's own constructor costs twice as much as the tuple.
_spell: Final[Callable[[type[Spell], tuple[Any, ...]], Spell]] = tuple.__new__
_transition: Final[Callable[[type[Transition], tuple[Any, ...]], Transition]] = tuple.__new__
#: How many combinations of doubtful inputs of a derived fluent are tried.
_COMBINATIONS: Final = 256


class History:
    """
    What a replay returns: spells, transitions, findings and obligations, asked by date.

    A history never changes; `amend` and `known_by` give new ones.
    It can be pickled, and shared between threads.

    Example:
        >>> from diplomodel import replay
        >>> from diplomodel.events import RelationsBreak
        >>> history = replay([RelationsBreak(occurred="2025-11-03", by="PER", target="MEX")])
        >>> history.at("2025-11-05").between("PER", "MEX").relations
        <Relations.BROKEN: 'broken'>
        >>> history.at("2025-11-02").between("PER", "MEX").relations is None
        True
    """

    __slots__ = (
        "_events",
        "_first",
        "_last",
        "_obliged",
        "_reports",
        "_second",
        "_until",
        "_world",
    )

    def __init__(
        self,
        reports: Reports,
        events: ByIdentity,
        world: World,
        *,
        first: int | None,
        last: int | None,
        until: int | None = None,
    ) -> None:
        """
        Take the parts; `replay` puts them together.
        """
        self._reports = reports
        self._events = events
        self._world = world
        self._first = first
        self._last = last
        self._until = until
        self._second = SecondPass(world)
        self._obliged: tuple[Obligation, ...] | None = None

    def __reduce__(self) -> tuple[Any, ...]:
        """
        Pickle what it was made of; the timelines are built again.
        """
        arguments = (tuple(self._reports), self.rules, self._first, self._last)
        return replayed, (*arguments, self._world.maybe, self._until)

    def __repr__(self) -> str:
        """
        How many events and transitions, and the days covered.
        """
        first = "..." if self._first is None else day_text(self._first)
        last = "..." if self._last is None else day_text(self._last)
        return f"<History of {sum(map(len, self._events.values()))} events, {first} to {last}>"

    @property
    def rules(self) -> RuleSet:
        """
        The rules by which it was replayed.
        """
        return self._world.rules

    @property
    def first_day(self) -> int | None:
        """
        Ordinal of the first day covered; ``None`` where nobody said.
        """
        return self._first

    @property
    def last_day(self) -> int | None:
        """
        Ordinal of the last day covered: after it every answer is the last known.
        """
        return self._last

    @property
    def events(self) -> tuple[Event, ...]:
        """
        The events in order: merged, corrected, with and without effect.
        """
        ordered = sorted(each(self._events), key=moment)
        found: list[Event] = []
        for _, group in groupby(ordered, key=moment):
            together = list(group)
            found.extend(sorted(together, key=attrgetter("id")) if together[1:] else together)
        return tuple(found)

    def at(self, date: DateLike) -> Snapshot:
        """
        The state of the world at the end of a day.

        Raises:
            BadInputError: It is not a day.
        """
        return Snapshot(self, day_number(date))

    def line_values(
        self, fluent: Fluent[str], subject: str, day: int
    ) -> tuple[frozenset[str], bool]:
        """
        The values of a fluent that are possible at the end of a day, and whether one must hold.
        """
        at = end_of(day)
        if fluent.derive is None:
            line = self._world.line(fluent.name, subject)
            return line.possible_at(at) if line is not None else (frozenset(), False)
        return self._derived_values(fluent, subject, day)

    def _derived_values(
        self, fluent: Fluent[str], subject: str, day: int
    ) -> tuple[frozenset[str], bool]:
        at = end_of(day)
        choices: dict[Key, tuple[str | None, ...]] = {}
        for name, of in self._world.inputs(fluent, subject, at):
            values, sure = self.line_values(self.rules.fluent(name), of, day)
            choices[name, of] = (*sorted(values), *(() if sure else (None,)))
        found: set[str | None] = {self._world.value(fluent, subject, at)}
        for combination in islice(product(*choices.values()), _COMBINATIONS):
            supposed = dict(zip(choices, combination, strict=True))
            found.add(self._world.supposed(fluent, subject, at, supposed))
        return frozenset(value for value in found if value is not None), None not in found

    def value(self, fluent: Fluent[T], subject: str, date: DateLike) -> T | None:
        """
        The value of a fluent of a subject at the end of a day; ``None`` where nothing is
        known.

        Raises:
            BadInputError: It is not a day, or the subject is not written as it should be.
        """
        at = end_of(day_number(date))
        return self._world.value(fluent, subject_text(fluent.on, subject), at)  # type: ignore[return-value] # the fluent's own type

    def subjects(self, fluent: Fluent[str]) -> tuple[str, ...]:
        """
        The subjects of which a fluent is known at any time, in order of name.
        """
        if fluent.derive is None:
            return tuple(sorted(self._world.subjects(fluent.name)))
        return tuple(sorted(self._directed()))

    def _directed(self) -> set[str]:
        found: set[str] = set()
        for name in ("mission", "mission_level", "head_of_mission", "acting_head"):
            found.update(self._world.subjects(name))
        members = self._world.subjects("accreditation")
        found.update(subject.partition("/")[0] for subject in members)
        found.update(self._world.subjects("holding"))
        return found

    def keys(self) -> Iterator[tuple[Fluent[str], str]]:
        """
        Every fluent and subject that something is known of: stored ones, then derived ones.
        """
        for name, subject in self._world.stored():
            yield self.rules.fluent(name), subject
        for fluent in self.rules.fluents:
            if fluent.is_derived:
                for subject in self.subjects(fluent):
                    if self._world.derived_line(fluent, subject) is not None:
                        yield fluent, subject

    def spells(
        self, fluent: Fluent[str] | None = None, subject: str | None = None
    ) -> Iterator[Spell]:
        """
        The spells of all stored fluents, or of one fluent (a derived one too), or of one subject.
        """
        for name, of, line in self._lines(fluent, subject):
            # Each spell is told when the next begins, which ends it.
            value: str | None = None
            begins, event, seen = 0, None, False
            for at, after, ended_by, rule in line.spells():
                ends = at >> DAY_SHIFT
                if value is not None:
                    row = (name, of, value, begins, ends, event, ended_by, seen)
                    yield _spell(Spell, row)
                value, begins, event, seen = after, ends, ended_by, rule is None
            if value is not None:
                yield _spell(Spell, (name, of, value, begins, None, event, None, seen))

    def _lines(
        self, fluent: Fluent[str] | None, subject: str | None
    ) -> Iterator[tuple[str, str, Line]]:
        world = self._world
        if fluent is None:
            for found in world.all_lines():
                if subject is None or found[1] == subject:
                    yield found
            return
        wanted = self.subjects(fluent) if subject is None else (subject_text(fluent.on, subject),)
        for of in wanted:
            line = (
                world.derived_line(fluent, of)
                if fluent.is_derived
                else world.line(fluent.name, of)
            )
            if line is not None:
                yield fluent.name, of, line

    def transitions(
        self, fluent: Fluent[str] | None = None, subject: str | None = None
    ) -> Iterator[Transition]:
        """
        The changes of stored fluents, subject by subject; observations are none.
        """
        for name, of, line in self._lines(fluent, subject):
            before: str | None = None
            for at, value, event, rule in line.spells():
                if rule is not None:
                    row = (name, of, before, value, at >> DAY_SHIFT, event, rule)
                    yield _transition(Transition, row)
                before = value

    def transitions_by_day(self) -> tuple[Transition, ...]:
        """
        All changes in the order of days, and within a day in the order of events.
        """
        found = list(self.transitions())
        return tuple(sorted(found, key=lambda t: (t.day, moment(t.event), t.fluent, t.subject)))

    def findings(self) -> tuple[Finding, ...]:
        """
        Everything that does not fit, by day.
        """
        return tuple(findings_of(self._reports, self._events, self._second, self._world))

    def obligations(
        self,
        *,
        at: DateLike | None = None,
        status: Iterable[ObligationStatus] | None = None,
    ) -> tuple[Obligation, ...]:
        """
        The obligations that events created, all of them or those of some day and status.

        Args:
            at: The day asked; ``None`` for all obligations ever.
            status: With a day: the statuses wanted, by default open, overdue and unmet.

        Raises:
            BadInputError: It is not a day.
        """
        if self._obliged is None:
            self._obliged = tuple(obligations_of(each(self._events), self._second, self._events))
        if at is None:
            return self._obliged
        day = day_number(at)
        standing = (ObligationStatus.OPEN, ObligationStatus.OVERDUE, ObligationStatus.UNMET)
        wanted = tuple(status) if status is not None else standing
        return tuple(
            duty for duty in self._obliged if duty.begins <= day and duty.status(day) in wanted
        )

    def explain(self, fluent: Fluent[str] | str, subject: str, *, at: DateLike) -> Explanation:
        """
        Why a fluent of a subject has its value on a day: event, rule, law, evidence, claims.

        Raises:
            UnknownNameError: There is no such fluent.
            BadInputError: It is not a day, or the subject is not written as it should be.
        """
        from diplomodel._replay._explain import explained

        known = self.rules.fluent(fluent) if isinstance(fluent, str) else fluent
        return explained(self, self._world, known, subject_text(known.on, subject), day_number(at))

    def difference(self, first: DateLike, second: DateLike) -> tuple[Change, ...]:
        """
        What differs between two days, stored and derived.
        """
        one, other = end_of(day_number(first)), end_of(day_number(second))
        found: list[Change] = []
        for fluent, subject in self.keys():
            before = self._world.value(fluent, subject, one)
            after = self._world.value(fluent, subject, other)
            if before != after:
                found.append(
                    Change(fluent=fluent.name, subject=subject, before=before, after=after)
                )
        return tuple(found)

    def known_by(self, date: DateLike) -> History:
        """
        The history as it could be known by the end of a day: only evidence published by then.

        What rests on evidence without a publication date becomes possible, never certain.

        Raises:
            BadInputError: It is not a day.
        """
        from diplomodel._replay._known import known_events

        events, maybe = known_events(self._reports, day_number(date))
        return replayed(events, self.rules, self._first, self._last, maybe, self._until)

    def amend(self, *, add: Iterable[Event] = (), retract: Iterable[Event | str] = ()) -> History:
        """
        The history with some events more and some fewer, at the cost of what they touch.

        Args:
            add: Events to add; a repetition merges with what is there, and what is later than the
                `until` of the replay is left out.
            retract: Events, labels or ids to take out.

        Raises:
            UnknownNameError: There is no event to retract of that label or id.
        """
        reports = self._reports.copy()
        for key in self._named(retract):
            reports.remove(key)
        until = self._until
        reports.add(e for e in add if until is None or nominal_day(e) <= until)
        events = _reused(reports.events(), self._events)
        world = self._world.amended(
            removed=_missing(self._events, events), added=_missing(events, self._events)
        )
        return History(reports, events, world, first=self._first, last=self._last, until=until)

    def _named(self, names: Iterable[Event | str]) -> set[Identity]:
        wanted = list(names)
        found: set[str | None] = set()
        texts = {name for name in wanted if isinstance(name, str)}
        gone = {identity(event) for event in wanted if isinstance(event, Event)}
        missing = [key for key in gone if key not in self._reports]
        if texts:
            for event in self._reports:
                if event.label in texts or event.id in texts:
                    gone.add(identity(event))
                    found.update((event.label, event.id))
        texts -= found
        unknown = sorted(texts) or [str(key[1]) for key in missing]
        if unknown:
            known = [event.name for event in each(self._events)]
            raise UnknownNameError("event", unknown[0], known)
        return gone


def _reused(events: ByIdentity, known: ByIdentity) -> ByIdentity:
    """
    Events, each that equals a known one by that one: timelines know events by their place in
    memory.
    """
    for cls, group in events.items():
        others = known.get(cls, {})
        for key, event in group.items():
            other = others.get(key)
            if other is not None and other is not event and other == event:
                group[key] = other
    return events


def _missing(events: ByIdentity, others: ByIdentity) -> list[Event]:
    """
    The events that are not, or not in the same words, among some others.
    """
    return [
        event
        for cls, group in events.items()
        for key, event in group.items()
        if (other := others.get(cls, {}).get(key)) is not event and other != event
    ]


def replayed(
    events: Iterable[Event],
    rules: RuleSet,
    first: int | None,
    last: int | None,
    maybe: frozenset[Identity] = frozenset(),
    until: int | None = None,
) -> History:
    """
    The history of some events by some rules.

    Args:
        events: The events, in any order.
        rules: The rules.
        first: Ordinal of the first day covered, if known.
        last: Ordinal of the last day covered, if known.
        maybe: What makes those events themselves that may not have been known at all.
        until: Ordinal of the day after which events are left out, also when amended.
    """
    reports = Reports(events)
    found = reports.events()
    world = World(rules, maybe)
    world.fill({cls: group.values() for cls, group in found.items()})
    return History(reports, found, world, first=first, last=last, until=until)
