"""
A replayed history: asked by date, explained down to the source, amended at will.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice, product
from typing import Any, Final, TypeVar

import attrs

from diplomodel._replay._gather import (
    Identity,
    Reports,
    all_reports,
    events_of,
    identity,
    reports_of,
)
from diplomodel._replay._position import DAY_SHIFT, end_of, moment
from diplomodel._replay._results import (
    Change,
    Explanation,
    Finding,
    Obligation,
    ObligationStatus,
    Spell,
    Step,
    Transition,
)
from diplomodel._replay._second import (
    SecondPass,
    event_findings,
    line_findings,
    linked_steps,
)
from diplomodel._replay._snapshot import Snapshot
from diplomodel._replay._world import Key, World
from diplomodel.dates import DateLike, day_number, day_text
from diplomodel.errors import UnknownNameError
from diplomodel.events import Event, UnknownEvent
from diplomodel.fluents import Fluent
from diplomodel.rules import Outcome, RuleSet, Severity
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

    A history never changes; `amend`, `known_by` and `until` give new ones.
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

    __slots__ = ("_events", "_first", "_last", "_obliged", "_reports", "_second", "_world")

    def __init__(
        self,
        reports: Reports,
        events: dict[Identity, Event],
        world: World,
        *,
        first: int | None,
        last: int | None,
    ) -> None:
        """
        Take the parts; `replay` puts them together.
        """
        self._reports = reports
        self._events = events
        self._world = world
        self._first = first
        self._last = last
        self._second = SecondPass(world)
        self._obliged: tuple[Obligation, ...] | None = None

    def __reduce__(self) -> tuple[Any, ...]:
        """
        Pickle what it was made of; the timelines are built again.
        """
        arguments = (tuple(all_reports(self._reports)), self.rules, self._first, self._last)
        return replayed, (*arguments, self._world.maybe)

    def __repr__(self) -> str:
        """
        How many events and transitions, and the days covered.
        """
        first = "..." if self._first is None else day_text(self._first)
        last = "..." if self._last is None else day_text(self._last)
        return f"<History of {len(self._events)} events, {first} to {last}>"

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
        return tuple(sorted(self._events.values(), key=lambda e: (moment(e), e.id)))

    def at(self, date: DateLike) -> Snapshot:
        """
        The state of the world at the end of a day.

        Raises:
            BadInputError: It is not a day.
        """
        return Snapshot(self, day_number(date))

    def line_values(self, fluent: Fluent[str], subject: str, day: int) -> tuple[frozenset[str], bool]:
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
        The value of a fluent of a subject at the end of a day; ``None`` where nothing is known.

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
        found.update(subject.partition("/")[0] for subject in self._world.subjects("accreditation"))
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
        for name, of in self._asked(fluent, subject):
            line = self._world.line(name, of)
            if line is None and fluent is not None and fluent.is_derived:
                line = self._world.derived_line(fluent, of)
            if line is None:
                continue
            for index, start in enumerate(line.starts):
                value = line.values[index]
                if value is None:
                    continue
                after = index + 1
                ended = after < len(line.starts)
                yield _spell(
                    Spell,
                    (
                        name,
                        of,
                        value,
                        start >> DAY_SHIFT,
                        line.starts[after] >> DAY_SHIFT if ended else None,
                        line.events[index],
                        line.events[after] if ended else None,
                        line.rules[index] is None,
                    ),
                )

    def _asked(self, fluent: Fluent[str] | None, subject: str | None) -> Iterable[Key]:
        if fluent is None:
            return (key for key in self._world.stored() if subject in (None, key[1]))
        if subject is None:
            return ((fluent.name, of) for of in self.subjects(fluent))
        return ((fluent.name, subject_text(fluent.on, subject)),)

    def transitions(
        self, fluent: Fluent[str] | None = None, subject: str | None = None
    ) -> Iterator[Transition]:
        """
        The changes of stored fluents, subject by subject; observations are none.
        """
        for name, of in self._asked(fluent, subject):
            line = self._world.line(name, of)
            if line is None:
                continue
            before: str | None = None
            for start, value, event, rule in zip(
                line.starts, line.values, line.events, line.rules, strict=True
            ):
                if rule is not None:
                    row = (name, of, before, value, start >> DAY_SHIFT, event, rule)
                    yield _transition(Transition, row)
                before = value

    def transitions_by_day(self) -> tuple[Transition, ...]:
        """
        All changes in the order of days, and within a day in the order of events.
        """
        found = list(self.transitions())
        return tuple(
            sorted(found, key=lambda t: (t.day, moment(t.event), t.fluent, t.subject))
        )

    def findings(self) -> tuple[Finding, ...]:
        """
        Everything that does not fit, by day.
        """
        found: list[Finding] = []
        check, aside = self._second.findings, self._world.set_aside
        for event in self._events.values():
            found.extend(check(event))
            if not event.evidence or id(event) in aside or isinstance(event, UnknownEvent):
                found.extend(event_findings(self._world, event))
        for key in self._world.stored():
            found.extend(line_findings(self._world, key))
        found.extend(self._unmet())
        return tuple(sorted(found, key=lambda f: (f.day, f.code, f.text)))

    def _unmet(self) -> Iterator[Finding]:
        for duty in self.obligations():
            for step in duty.steps:
                if step.outcome is Outcome.UNMET:
                    yield Finding(
                        code="duty",
                        severity=Severity.WARNING,
                        text=f"{duty.holder} has not kept its duty to {duty.text} ({duty.subject})",
                        day=step.day,
                        events=(duty.created_by, step.event),
                        subject=duty.subject,
                        law=duty.law,
                    )

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
            self._obliged = tuple(self._all_obligations())
        if at is None:
            return self._obliged
        day = day_number(at)
        standing = (ObligationStatus.OPEN, ObligationStatus.OVERDUE, ObligationStatus.UNMET)
        wanted = tuple(status) if status is not None else standing
        return tuple(
            duty for duty in self._obliged if duty.begins <= day and duty.status(day) in wanted
        )

    def _all_obligations(self) -> Iterator[Obligation]:
        events = self.events
        linked = linked_steps(events)
        standing: dict[tuple[str, str, str], Obligation] = {}
        for event in events:
            for duty in self._second.obligations(event):
                steps = _with_links(duty, event, linked)
                owed = duty if steps is duty.steps else attrs.evolve(duty, steps=steps)
                key = (owed.duty, owed.holder, owed.subject)
                if _stands(standing.get(key), owed):
                    continue
                standing[key] = owed
                yield owed

    def explain(
        self, fluent: Fluent[str] | str, subject: str, *, at: DateLike
    ) -> Explanation:
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

        events, maybe = known_events(self._events.values(), day_number(date))
        return replayed(events, self.rules, self._first, self._last, maybe)

    def amend(self, *, add: Iterable[Event] = (), retract: Iterable[Event | str] = ()) -> History:
        """
        The history with some events more and some fewer, at the cost of what they touch.

        Args:
            add: Events to add; a repetition merges with what is there.
            retract: Events, labels or ids to take out.

        Raises:
            UnknownNameError: There is no event to retract of that label or id.
        """
        reports = dict(self._reports)
        for key in self._named(retract):
            del reports[key]
        reports_of(add, known=reports)
        events = events_of(reports)
        removed = [e for key, e in self._events.items() if _differs(events.get(key), e)]
        added = [e for key, e in events.items() if _differs(self._events.get(key), e)]
        world = self._world.amended(removed, added)
        return History(reports, events, world, first=self._first, last=self._last)

    def _named(self, names: Iterable[Event | str]) -> set[Identity]:
        wanted = list(names)
        found: set[str | None] = set()
        texts = {name for name in wanted if isinstance(name, str)}
        gone = {identity(event) for event in wanted if isinstance(event, Event)}
        missing = [key for key in gone if key not in self._reports]
        if texts:
            for key, report in self._reports.items():
                for event in report if isinstance(report, tuple) else (report,):
                    if event.label in texts or event.id in texts:
                        gone.add(key)
                        found.update((event.label, event.id))
        texts -= found
        unknown = sorted(texts) or [str(key[1]) for key in missing]
        if unknown:
            known = [event.name for event in self._events.values()]
            raise UnknownNameError("event", unknown[0], known)
        return gone


def _differs(other: Event | None, event: Event) -> bool:
    return other is not event and other != event


def _stands(known: Obligation | None, owed: Obligation) -> bool:
    """
    Whether the same is owed already, so that a second event adds nothing to it.
    """
    if known is None or owed.due is not None:
        return False
    over = (ObligationStatus.FULFILLED, ObligationStatus.ENDED)
    return known.status(owed.begins) not in over


def _with_links(
    duty: Obligation, event: Event, linked: dict[str, list[Step]]
) -> tuple[Step, ...]:
    more = [step for name in (event.label, event.id) if name for step in linked.get(name, ())]
    if not more:
        return duty.steps
    known = {(step.outcome, step.event) for step in duty.steps}
    new = [step for step in more if (step.outcome, step.event) not in known]
    return tuple(sorted((*duty.steps, *new), key=lambda step: (step.day, step.outcome.value)))


def replayed(
    events: Iterable[Event],
    rules: RuleSet,
    first: int | None,
    last: int | None,
    maybe: frozenset[Identity] = frozenset(),
) -> History:
    """
    The history of some events by some rules.

    Args:
        events: The events, in any order.
        rules: The rules.
        first: Ordinal of the first day covered, if known.
        last: Ordinal of the last day covered, if known.
        maybe: What makes those events themselves that may not have been known at all.
    """
    reports = reports_of(events)
    found = events_of(reports)
    world = World(rules, maybe)
    world.fill(found.values())
    return History(reports, found, world, first=first, last=last)
