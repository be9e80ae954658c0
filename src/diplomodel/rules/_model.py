"""
Rules, requirements and duties, as values.
"""

from __future__ import annotations

from enum import StrEnum

import attrs
from attrs import field

from diplomodel.events import Event, kind_of
from diplomodel.fluents import Fluent
from diplomodel.rules._parts import By, FieldValue, On, Where


__all__ = [
    "Duty",
    "Ending",
    "Later",
    "NoEffect",
    "Outcome",
    "Requirement",
    "Rule",
    "Severity",
]

Value = str | FieldValue | By


class Severity(StrEnum):
    """
    How much a finding weighs.
    """

    NOTE = "note"
    WARNING = "warning"
    BREACH = "breach"


class Outcome(StrEnum):
    """
    What an ending does to an obligation.
    """

    FULFILLED = "fulfilled"
    CONTESTED = "contested"
    ENDED = "ended"
    UNMET = "unmet"


@attrs.frozen(kw_only=True)
class Later:
    """
    A second assignment of a rule: decided with the event, effective on a later date.

    Attributes:
        value: The value it will have.
        effective: The event's field that holds the date; ``None`` there assigns nothing.

    Example:
        >>> from diplomodel.rules import core_rules
        >>> core_rules().rule("visa_requirement_announcement", "visa_rule").later.effective
        'effective'
    """

    value: str
    effective: str


@attrs.frozen(kw_only=True)
class Rule:
    """
    For one event type: what it sets one fluent to, of which subjects, and by what right.

    Attributes:
        event: The event type.
        sets: The fluent.
        on: The subjects.
        value: The value: a constant, or read off the event.
        law: Ids of the articles or practices it rests on, as in `diplomodel.law`.
        when: What must be so of the event for the rule to apply.
        later: A further assignment that takes effect on a later date.
        why: The rule in a sentence, for people.

    Example:
        >>> from diplomodel.rules import core_rules
        >>> core_rules().rule("relations_break", "relations").law
        ('practice: break of relations', 'VCDR 45')
    """

    event: type[Event]
    sets: Fluent[str]
    on: On
    value: Value
    law: tuple[str, ...]
    why: str
    when: Where | None = None
    later: Later | None = None

    @property
    def key(self) -> str:
        """
        ``kind/fluent``: there is one rule for each pair.
        """
        return f"{kind_of(self.event)}/{self.sets.name}"


@attrs.frozen(kw_only=True)
class NoEffect:
    """
    The declaration that an event type sets no fluent.

    Attributes:
        event: The event type.
        why: Why it changes nothing in the state.

    Example:
        >>> from diplomodel.events import RestorationAgreement
        >>> from diplomodel.rules import core_rules
        >>> core_rules().why_no_effect(RestorationAgreement)
        'Agreeing to restore is not yet restoring.'
    """

    event: type[Event]
    why: str


@attrs.frozen(kw_only=True)
class Requirement:
    """
    What an event type requires of the state before; unmet, it is a finding, never a refusal.

    Attributes:
        event: The event type.
        law: Ids of the articles or practices it rests on.
        text: What is not as it should be, when it is not.
        severity: How much that weighs.
        when: What must be so of the event for it to be asked.
        fluent: The fluent asked before the event; ``None``: the event itself is the finding.
        on: The subjects asked.
        any_of: Values that meet it, or a field that holds the one value; an unknown one meets it
            too.
        bound_by: A treaty that must bind the states in `states` for it to be asked.
        unbound: Whether it is instead asked only where that treaty does not bind them.
        states: The event's fields that name those states.

    Example:
        >>> from diplomodel.events import RelationsBreak
        >>> from diplomodel.rules import core_rules
        >>> core_rules().requirements_for(RelationsBreak)[0].text
        'there were no relations to break'
    """

    event: type[Event]
    law: tuple[str, ...]
    text: str
    severity: Severity = Severity.WARNING
    when: Where | None = None
    fluent: Fluent[str] | None = None
    on: On | None = None
    any_of: tuple[str, ...] | FieldValue = ()
    bound_by: str | None = None
    unbound: bool = False
    states: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Ending:
    """
    What brings an obligation to an outcome: a fluent taking one of some values after it began.

    Attributes:
        outcome: The outcome.
        fluent: The fluent.
        values: The values.
        on: The subject, from the fields of the event that began the obligation; ``None`` for the
            obligation's own.

    Example:
        >>> from diplomodel.events import SafeConductRequested
        >>> from diplomodel.rules import core_rules
        >>> (duty,) = core_rules().duties_for(SafeConductRequested)
        >>> duty.endings[0].outcome.value, duty.endings[0].fluent.name
        ('fulfilled', 'safe_conduct_answer')
    """

    outcome: Outcome
    fluent: Fluent[str]
    values: tuple[str, ...]
    on: On | None = None


@attrs.frozen(kw_only=True)
class Duty:
    """
    What an event type obliges somebody to do.

    Attributes:
        name: Short name of the duty.
        event: The event type that creates it.
        holder: The event's field that names who has the duty.
        owed_to: The event's field that names to whom.
        law: Ids of the articles it rests on.
        text: What is to be done.
        on: The subjects: one obligation for each.
        endings: What fulfils, contests or ends it, or leaves it unmet.
        deadline: The event's field that holds the time given, if any.
        when: What must be so of the event for the duty to arise.
        bound_by: A treaty that must bind holder and counterparty for it to arise.
        for_each: A fluent of cases: one obligation for each case on the subject that stands so
            then.
        while_: The values of `for_each` that count.

    Example:
        >>> from diplomodel.events import SafeConductRequested
        >>> from diplomodel.rules import core_rules
        >>> [duty.name for duty in core_rules().duties_for(SafeConductRequested)]
        ['grant_safe_conduct']
    """

    name: str
    event: type[Event]
    holder: str
    owed_to: str
    law: tuple[str, ...]
    text: str
    on: On
    endings: tuple[Ending, ...]
    deadline: str | None = None
    when: Where | None = None
    bound_by: str | None = None
    for_each: Fluent[str] | None = None
    while_: tuple[str, ...] = field(default=())
