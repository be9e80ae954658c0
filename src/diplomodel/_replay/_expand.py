"""
From events to assignments: the first pass of a replay.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

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
from diplomodel.rules import By, FieldValue, Rule, RuleSet
from diplomodel.subjects import subject_text


Assignment = tuple[str, str, Doubtful]
#: Subjects getter, value getter or None, constant, condition or None, rule.
Step = tuple[
    Callable[[Any], tuple[str, ...]],
    Callable[[Any], str | None] | None,
    Any,
    Callable[[Any], bool] | None,
    Rule,
    str,
]


class Plan(NamedTuple):
    """
    How to expand the events of one type.

    Attributes:
        steps: Its rules as functions.
        simple: Whether none of them takes effect later.
        base: The moment of such an event on day 0, without a time of day or an explicit order.
    """

    steps: tuple[Step, ...]
    simple: bool
    base: int


def compiled(rules: RuleSet, cls: type[Event]) -> tuple[Step, ...]:
    """
    The rules of an event type as functions.
    """
    return tuple(_step(rule) for rule in rules.rules_for(cls))


def _step(rule: Rule) -> Step:
    value = rule.value
    constant: str | None = None
    getter: Callable[[Any], str | None] | None = None
    if isinstance(value, FieldValue):
        getter = value.of
    elif isinstance(value, By):
        getter = _chosen(value)
    else:
        constant = value
    condition = rule.when.holds if rule.when is not None else None
    return rule.on.getter(), getter, constant, condition, rule, rule.sets.name


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
            steps = compiled(self._rules, cls)
            later = any(step[4].later is not None for step in steps)
            simple = not later and not issubclass(cls, Observation)
            found = Plan(steps, simple, position(0, None, None, cls.rank))
            self._plans[cls] = found
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
        for subjects, getter, constant, condition, rule, fluent in self.plan(type(event)).steps:
            if condition is not None and not condition(event):
                continue
            value = constant if getter is None else getter(event)
            if value is not None:
                for subject in subjects(event):
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
        found: set[tuple[str, str, str]] = set()
        for fluent, subject, value, rule in self._values(event):
            found.add((fluent, subject, value))
            yield fluent, subject, self._entry(event, value, rule, event.occurred)
            yield from self._later_of(event, fluent, subject, rule)
        for other in _alternatives(event):
            for fluent, subject, value, rule in self._values(other):
                if (fluent, subject, value) not in found:
                    found.add((fluent, subject, value))
                    entry = self._entry(event, value, rule, event.occurred, maybe=True)
                    yield fluent, subject, entry

    def _later_of(
        self, event: Event, fluent: str, subject: str, rule: Rule
    ) -> Iterator[Assignment]:
        if rule.later is None:
            return
        effective: PartialDate | None = getattr(event, rule.later.effective)
        if effective is not None:
            entry = self._entry(
                event, rule.later.value, rule, effective, claimed=rule.later.effective
            )
            yield fluent, subject, entry

    def _entry(
        self,
        event: Event,
        value: str,
        rule: Rule | None,
        effective: PartialDate,
        *,
        maybe: bool = False,
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
            maybe=maybe or (bool(self._maybe) and identity(event) in self._maybe),
            observed=observed,
        )


def _bounds(event: Event, date: PartialDate, name: str, at: int) -> tuple[int, int]:
    first, last = date.first_possible, date.last_possible
    claimed = [
        claim.value
        for claim in event.claims
        if claim.field == name and _doubts(claim) and isinstance(claim.value, PartialDate)
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


def _alternatives(event: Event) -> Iterator[Event]:
    names = attrs.fields_dict(type(event))
    for claim in event.claims:
        if not _doubts(claim) or claim.field is None or claim.field not in names:
            continue
        if isinstance(claim.value, PartialDate):
            continue
        try:
            changed: dict[str, Any] = {claim.field: claim.value, "claims": ()}
            yield attrs.evolve(event, **changed)
        except (BadInputError, TypeError):
            # A claim may be of a value that the field cannot have; it is kept as text.
            continue
