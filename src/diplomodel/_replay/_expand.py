"""
From events to assignments: the first pass of a replay.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain
from operator import attrgetter
from typing import Any, NamedTuple, TypeGuard

import attrs

from diplomodel._replay._entry import Doubtful, certain
from diplomodel._replay._gather import Identity, identity
from diplomodel._replay._position import (
    FAR,
    START,
    end_of,
    moment,
    position,
    start_of,
)
from diplomodel.dates import LAST_DAY, PartialDate
from diplomodel.errors import BadInputError
from diplomodel.events import Event, Modality
from diplomodel.events.observations import Observation
from diplomodel.evidence import Claim, Verdict
from diplomodel.rules import By, FieldValue, On, Rule, RuleSet, Where
from diplomodel.rules._parts import Getter
from diplomodel.subjects import subject_text


Assignment = tuple[str, str, Doubtful]
#: Value getter or None, constant, condition or None, rule, name of the fluent.
Step = tuple[
    Callable[[Any], "str | None"] | None,
    Any,
    Callable[[Any], bool] | None,
    Rule,
    str,
]


class Plan(NamedTuple):
    """
    How to expand the events of one type.

    Attributes:
        steps: Its rules as functions, together where they share their subjects.
        simple: Whether none of them takes effect later.
    """

    steps: tuple[tuple[Getter, tuple[Step, ...]], ...]
    simple: bool


def compiled(rules: RuleSet, cls: type[Event]) -> Plan:
    """
    The plan of an event type.
    """
    grouped: dict[On, list[Step]] = {}
    own = rules.rules_for(cls)
    for rule in own:
        grouped.setdefault(rule.on, []).append(_step(rule))
    steps = tuple((on.getter(), tuple(steps)) for on, steps in grouped.items())
    later = any(rule.later is not None for rule in own)
    return Plan(steps, simple=not later and not issubclass(cls, Observation))


def _step(rule: Rule) -> Step:
    value = rule.value
    constant: str | None = None
    getter: Callable[[Any], str | None] | None = None
    if isinstance(value, FieldValue):
        getter = attrgetter(value.field)
    elif isinstance(value, By):
        getter = _chosen(value)
    else:
        constant = value
    holds = condition(rule.when) if rule.when is not None else None
    return getter, constant, holds, rule, rule.sets.name


def condition(when: Where) -> Callable[[Any], bool]:
    """
    A condition as a function.
    """
    get, wanted = attrgetter(when.field), when.is_

    def holds(event: Any) -> bool:
        value = get(event)
        return value == wanted or (isinstance(value, tuple) and wanted in value)

    return holds


def _chosen(value: By) -> Callable[[Any], str | None]:
    cases = dict(value.values)
    name = value.field
    return lambda event: cases.get(getattr(event, name))


def _doubts(claim: Claim) -> bool:
    return claim.field is not None and claim.verdict is Verdict.OPEN


class Expander:
    """
    Turns events into assignments by the rules of a set.
    """

    __slots__ = ("_maybe", "_plans", "_rules")

    def __init__(self, rules: RuleSet, maybe: frozenset[Identity]) -> None:
        """
        Take the rules, and the events that may not have been known at all.
        """
        self._rules = rules
        self._plans: dict[type[Event], Plan] = {}
        self._maybe = maybe

    def plan(self, cls: type[Event]) -> Plan:
        """
        How to expand events of a type.
        """
        found = self._plans.get(cls)
        if found is None:
            found = self._plans[cls] = compiled(self._rules, cls)
        return found

    def is_simple(self, event: Event) -> bool:
        """
        Whether all that an event assigns is decided and effective at one certain moment.
        """
        occurred = event.occurred
        return (
            self.plan(type(event)).simple
            and occurred.first_possible == occurred.last_possible
            and not (event.claims and any(_doubts(claim) for claim in event.claims))
            and (not self._maybe or identity(event) not in self._maybe)
        )

    def assignments(self, event: Event) -> Iterator[Assignment]:
        """
        Everything that an event assigns, as (fluent, subject, entry).
        """
        if event.modality is not Modality.DONE:
            return
        if isinstance(event, Observation):
            yield from self._observed(event)
        elif self.is_simple(event):
            at = moment(event)
            for fluent, subject, value, rule in self._values(event):
                yield fluent, subject, certain(at, value, event, rule)
        else:
            yield from self._doubtful(event)

    def _values(self, event: Event) -> Iterator[tuple[str, str, str, Rule]]:
        for subjects_of, steps in self.plan(type(event)).steps:
            subjects = subjects_of(event)
            for getter, constant, holds, rule, fluent in steps:
                if holds is None or holds(event):
                    value = constant if getter is None else getter(event)
                    if value is not None:
                        for subject in subjects:
                            yield fluent, subject, value, rule

    def _observed(self, event: Observation) -> Iterator[Assignment]:
        fluent = self._rules.fluent(event.fluent)
        subject = subject_text(fluent.on, event.subject)
        value = fluent.value(event.value)
        if fluent.is_derived:
            raise BadInputError(f"{fluent.name} is derived: observe what it follows from")
        yield (
            fluent.name,
            subject,
            self._entry(event, value, None, event.occurred, observed=True),
        )

    def _doubtful(self, event: Event) -> Iterator[Assignment]:
        told = list(self._entries(event, event))
        versions = [list(self._entries(event, other)) for other in _alternatives(event)]
        agreed = [{(fluent, subject) for fluent, subject, _ in version} for version in versions]
        found: set[tuple[str, str, str]] = set()
        for fluent, subject, entry in told:
            found.add((fluent, subject, entry.value))
            disputed = not all((fluent, subject) in keys for keys in agreed)
            yield fluent, subject, attrs.evolve(entry, disputed=disputed)
        for fluent, subject, entry in chain.from_iterable(versions):
            if (fluent, subject, entry.value) not in found:
                found.add((fluent, subject, entry.value))
                yield fluent, subject, attrs.evolve(entry, maybe=True)

    def _entries(self, event: Event, version: Event) -> Iterator[Assignment]:
        if version.modality is not Modality.DONE:
            return
        for fluent, subject, value, rule in self._values(version):
            yield fluent, subject, self._entry(event, value, rule, event.occurred)
            later = rule.later
            effective: PartialDate | None = getattr(version, later.effective) if later else None
            if later is not None and effective is not None:
                yield (
                    fluent,
                    subject,
                    self._entry(event, later.value, rule, effective, claimed=later.effective),
                )

    def _entry(
        self,
        event: Event,
        value: str,
        rule: Rule | None,
        effective: PartialDate,
        *,
        observed: bool = False,
        claimed: str = "occurred",
    ) -> Doubtful:
        decided = moment(event)
        decided_first, decided_last = _bounds(event, event.occurred, "occurred", decided)
        if effective is event.occurred:
            at, first, last = decided, decided_first, decided_last
        else:
            day = effective.first if effective.latest is None else effective.last
            at = position(day, effective.second, event.order, event.rank)
            first, last = _bounds(event, effective, claimed, at)
            # Nothing is in effect before it is decided, whatever day it names.
            at = max(at, decided)
        return Doubtful(
            at=at,
            value=value,
            event=event,
            rule=rule,
            decided=decided,
            first=first,
            last=last,
            decided_first=decided_first,
            decided_last=decided_last,
            maybe=bool(self._maybe) and identity(event) in self._maybe,
            observed=observed,
        )


def _bounds(event: Event, date: PartialDate, name: str, at: int) -> tuple[int, int]:
    first, last = date.first_possible, date.last_possible
    claimed = [
        claim.value if isinstance(claim.value, PartialDate) else PartialDate.parse(claim.value)
        for claim in event.claims
        if claim.field == name and _doubts(claim) and _is_date(claim.value)
    ]
    exact = first == last and not claimed
    if exact:
        return at, at
    first = min([first, *(other.first_possible for other in claimed)])
    last = max([last, *(other.last_possible for other in claimed)])
    return (
        START if date.earliest is None else start_of(first),
        FAR if last >= LAST_DAY else end_of(last),
    )


def _is_date(value: object) -> TypeGuard[PartialDate | str]:
    if isinstance(value, str):
        try:
            PartialDate.parse(value)
        except BadInputError:
            return False
        return True
    return isinstance(value, PartialDate)


def _alternatives(event: Event) -> Iterator[Event]:
    names = attrs.fields_dict(type(event))
    for claim in event.claims:
        if not _doubts(claim) or claim.field is None or claim.field not in names:
            continue
        if isinstance(getattr(event, claim.field), PartialDate) and _is_date(claim.value):
            # Another date widens the bounds of what the event assigns.
            continue
        try:
            changed: dict[str, Any] = {claim.field: claim.value, "claims": ()}
            yield attrs.evolve(event, **changed)
        except (BadInputError, TypeError):
            # A claim may be of a value that the field cannot have; it is kept as text.
            continue
