"""
The second pass: what the events required of the state, and what they oblige somebody to do.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from diplomodel._replay._expand import condition
from diplomodel._replay._gather import ByIdentity
from diplomodel._replay._line import WIDTH, Line
from diplomodel._replay._position import day_of, moment
from diplomodel._replay._results import Finding, Obligation, Step
from diplomodel._replay._world import World
from diplomodel.dates import Duration, PartialDate
from diplomodel.errors import BadInputError
from diplomodel.events import Event, Modality
from diplomodel.fluents import Fluent
from diplomodel.rules import Duty, Ending, FieldValue, Outcome, Requirement
from diplomodel.rules._parts import Getter


#: A requirement, its condition, the getter of the subjects it asks, and the fluent's name.
Asked = tuple[Requirement, Callable[[Any], bool] | None, Getter | None, str]

#: How a duty can be left unmet: subjects for which it may be (``None``: any), the getter of an
#: event's subjects, and the duty if it has cases.
Risk = tuple[set[str] | None, Getter, Duty | None]


class SecondPass:
    """
    Checks requirements and follows obligations over a finished world.
    """

    def __init__(self, world: World) -> None:
        """
        Take the world.
        """
        self._world = world
        self._duties: dict[type[Event], tuple[Duty, ...]] = {}
        self._matches: dict[tuple[str, str, tuple[str, ...]], list[int]] = {}

    def _requirements(self, cls: type[Event]) -> tuple[Asked, ...]:
        return tuple(
            (
                need,
                condition(need.when) if need.when is not None else None,
                need.on.getter() if need.on is not None else None,
                need.fluent.name if need.fluent is not None else "",
            )
            for need in self._world.rules.requirements_for(cls)
        )

    def findings(self, events: ByIdentity) -> list[Finding]:
        """
        What of some events does not fit the state before them.
        """
        done = Modality.DONE
        found: list[Finding] = []
        for cls, group in events.items():
            for need, holds, getter, name in self._requirements(cls):
                lines, line_of = self._world.lines(name), self._world.line
                allowed = need.any_of
                for event in group.values():
                    if event.modality is not done or not (holds is None or holds(event)):
                        continue
                    at = moment(event)
                    if getter is None or need.bound_by is not None:
                        found.extend(self._unmet(event, at, need, getter, name))
                        continue
                    met = (str(allowed.of(event)),) if isinstance(allowed, FieldValue) else allowed
                    for subject in getter(event):
                        line = lines.get(subject)
                        if line is None:
                            line = line_of(name, subject)
                        if line is not None and not line.allows(at, met, asking=event):
                            found.append(_finding(event, need, day_of(at), subject))
        return found

    def _unmet(
        self, event: Event, at: int, need: Requirement, getter: Getter | None, name: str
    ) -> Iterator[Finding]:
        if need.bound_by is not None and not self._is_asked(event, need, day_of(at)):
            return
        if getter is None:
            yield _finding(event, need, day_of(at), None)
            return
        allowed = need.any_of
        met = (str(allowed.of(event)),) if isinstance(allowed, FieldValue) else allowed
        for subject in getter(event):
            line = self._world.line(name, subject)
            if line is not None and not line.allows(at, met, asking=event):
                yield _finding(event, need, day_of(at), subject)

    def _is_asked(self, event: Event, need: Requirement, day: int) -> bool:
        bound = _bound(str(need.bound_by), [getattr(event, name) for name in need.states], day)
        return bound is (not need.unbound)

    def obligations(self, event: Event) -> Iterator[Obligation]:
        """
        The obligations that an event creates, with what became of them.
        """
        if event.modality is not Modality.DONE:
            return
        for duty in self._duties_of(type(event)):
            if duty.when is None or duty.when.holds(event):
                yield from self._owed(event, duty)

    def _owed(self, event: Event, duty: Duty) -> Iterator[Obligation]:
        at = moment(event)
        holder, owed_to = getattr(event, duty.holder), getattr(event, duty.owed_to)
        subjects = self._subjects(event, duty, at)
        if not subjects or not (
            duty.bound_by is None or _bound(duty.bound_by, [holder, owed_to], day_of(at))
        ):
            return
        for subject in subjects:
            yield Obligation(
                duty=duty.name,
                holder=holder,
                owed_to=owed_to,
                text=duty.text,
                law=duty.law,
                subject=subject,
                created_by=event,
                begins=day_of(at),
                due=_due(event, duty),
                steps=tuple(self._steps(event, duty, subject, at)),
            )

    def _subjects(self, event: Event, duty: Duty, at: int) -> Sequence[str]:
        own = duty.on.of(event)
        if duty.for_each is None:
            return own
        world, name = self._world, duty.for_each.name
        return [
            case
            for subject in own
            for case in world.cases(name, subject)
            if (line := world.line(name, case)) and line.value_at(at) in duty.while_
        ]

    def _steps(self, event: Event, duty: Duty, subject: str, at: int) -> Iterator[Step]:
        found: list[tuple[int, Step]] = []
        for ending in duty.endings:
            for of in ending.on.of(event) if ending.on else (subject,):
                step = self._first(ending, of, at)
                if step is not None:
                    found.append(step)
        found.sort(key=lambda pair: (pair[0], pair[1].outcome.value))
        for _, reached in found:
            yield reached
            if reached.outcome in (Outcome.FULFILLED, Outcome.ENDED):
                return

    def _first(self, ending: Ending, subject: str, at: int) -> tuple[int, Step] | None:
        """
        The first time after a moment that an ending's fluent is given one of its values.
        """
        line = self._line(ending.fluent, subject)
        if line is None:
            return None
        key = (ending.fluent.name, subject, ending.values)
        matches = self._matches.get(key)
        if matches is None:
            # A value assigned once more counts: a second request is fulfilled by a second grant.
            rows = range(0, len(line), WIDTH)
            matches = self._matches[key] = [row for row in rows if line[row + 1] in ending.values]
        place = bisect_right(matches, at, key=line.__getitem__)
        if place == len(matches):
            return None
        row = matches[place]
        step = Step(outcome=ending.outcome, day=day_of(line[row]), event=line[row + 2])
        return line[row], step

    def _line(self, fluent: Fluent[str], subject: str) -> Line | None:
        if fluent.is_derived:
            return self._world.derived_line(fluent, subject)
        return self._world.line(fluent.name, subject)

    def suspects(self, events: ByIdentity) -> list[Event]:
        """
        The events that create a duty which may have been left unmet, by a cheap look.
        """
        done = Modality.DONE
        found: list[Event] = []
        for cls, group in events.items():
            risks = list(self._risks(cls))
            if risks:
                found.extend(
                    event
                    for event in group.values()
                    if event.modality is done and self._may_be_unmet(event, risks)
                )
        return found

    def _may_be_unmet(self, event: Event, risks: list[Risk]) -> bool:
        at = moment(event)
        return any(
            (marked is None or not marked.isdisjoint(subjects_of(event)))
            and (duty is None or self._subjects(event, duty, at))
            for marked, subjects_of, duty in risks
        )

    def _risks(self, cls: type[Event]) -> Iterator[Risk]:
        known = self._world.subjects
        for duty in self._duties_of(cls):
            if duty.for_each is not None and not known(duty.for_each.name):
                continue
            cases = duty if duty.for_each is not None else None
            for ending in duty.endings:
                if ending.outcome is Outcome.UNMET:
                    marked = self._marked(ending)
                    if marked is None or marked:
                        yield marked, (ending.on or duty.on).getter(), cases

    def _marked(self, ending: Ending) -> set[str] | None:
        """
        The subjects that ever have one of an ending's values; ``None`` where that is derived.
        """
        if ending.fluent.is_derived:
            return None
        wanted = frozenset(ending.values)
        return {
            subject
            for _, subject, line in self._world.lines_of(ending.fluent.name)
            if not wanted.isdisjoint(line[1::WIDTH])
        }

    def _duties_of(self, cls: type[Event]) -> tuple[Duty, ...]:
        duties = self._duties.get(cls)
        if duties is None:
            duties = self._duties[cls] = self._world.rules.duties_for(cls)
        return duties


def _finding(event: Event, need: Requirement, day: int, subject: str | None) -> Finding:
    return Finding(
        code="requirement",
        severity=need.severity,
        text=need.text,
        day=day,
        events=(event,),
        fluent=need.fluent.name if need.fluent is not None else None,
        subject=subject,
        law=need.law,
    )


def _bound(treaty: str, states: list[Any], day: int) -> bool | None:
    from diplomodel.law import bound

    return bound(treaty, tuple(states), at=day)


def _due(event: Event, duty: Duty) -> PartialDate | None:
    given: Duration | None = getattr(event, duty.deadline) if duty.deadline else None
    if given is None:
        return None
    try:
        return given.after(event.occurred)
    except BadInputError:
        # It ends beyond the calendar, so that it never comes due.
        return None
