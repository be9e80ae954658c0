"""
What a history answers with: spells, transitions, findings, obligations, explanations.
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import NamedTuple

import attrs

from diplomodel.dates import PartialDate
from diplomodel.events import Event
from diplomodel.evidence import Claim, Evidence
from diplomodel.fluents import Fluent
from diplomodel.rules import Outcome, Rule, Severity


class Certainty(StrEnum):
    """
    How surely a value holds on a day.
    """

    CERTAIN = "certain"
    POSSIBLE = "possible"
    LAST_KNOWN = "last_known"


class Spell(NamedTuple):
    """
    The longest interval in which a fluent keeps one value.

    A plain tuple, since a history of millions of events has millions of these.

    Attributes:
        fluent: The fluent's name.
        subject: The subject's canonical text.
        value: The value.
        begins: Ordinal of the first day at whose end it holds.
        ends: Ordinal of the day on which the next value begins; ``None`` while it lasts.
        began_by: The event that began it.
        ended_by: The event that ended it, if it has ended.
        observed: Whether it was seen, not brought about: it may have begun earlier.

    Example:
        >>> from diplomodel import replay
        >>> from diplomodel.events import RelationsBreak
        >>> broken = RelationsBreak(occurred="2025-11-03", by="PER", target="MEX")
        >>> history = replay([broken])
        >>> (spell,) = history.spells()
        >>> spell.value.value, str(spell.first_day), spell.ends is None
        ('broken', '2025-11-03', True)
    """

    fluent: str
    subject: str
    value: str
    begins: int
    ends: int | None
    began_by: Event
    ended_by: Event | None
    observed: bool

    @property
    def first_day(self) -> dt.date:
        """
        The first day at whose end it holds.
        """
        return dt.date.fromordinal(self.begins)


class Transition(NamedTuple):
    """
    One change of a fluent: from what, to what, by which event and rule.

    A plain tuple, since a history of millions of events has millions of these.

    Attributes:
        fluent: The fluent's name.
        subject: The subject's canonical text.
        before: The value before; ``None`` where nothing was known.
        after: The value after.
        day: Ordinal of the day.
        event: The event that changed it.
        rule: The rule by which it did.

    Example:
        >>> from diplomodel import replay
        >>> from diplomodel.events import RelationsBreak
        >>> broken = RelationsBreak(occurred="2025-11-03", by="PER", target="MEX")
        >>> history = replay([broken])
        >>> (change,) = history.transitions()
        >>> change.before is None, change.after.value, change.law
        (True, 'broken', ('practice: break of relations', 'VCDR 45'))
    """

    fluent: str
    subject: str
    before: str | None
    after: str
    day: int
    event: Event
    rule: Rule

    @property
    def law(self) -> tuple[str, ...]:
        """
        Ids of the articles and practices that the rule rests on.
        """
        return self.rule.law

    @property
    def date(self) -> dt.date:
        """
        The day as a date.
        """
        return dt.date.fromordinal(self.day)


@attrs.frozen(kw_only=True)
class Finding:
    """
    Something that does not fit: recorded, never dropped, never a crash.

    Attributes:
        code: What sort: ``requirement``, ``order``, ``observation``, ``duty``, ``evidence``,
            ``correction``, ``set_aside`` or ``unknown_kind``.
        severity: How much it weighs.
        text: What does not fit, in a sentence.
        day: Ordinal of the day it appears.
        events: The events concerned.
        fluent: The fluent concerned, if any.
        subject: The subject concerned, if any.
        law: Ids of the articles concerned.

    Example:
        >>> from diplomodel import replay
        >>> from diplomodel.events import StateRecognitionWithdrawal
        >>> taken_back = StateRecognitionWithdrawal(occurred="2017", by="SUR", target="XKX")
        >>> [finding.law for finding in replay([taken_back]).findings() if finding.law]
        [('Montevideo 6',)]
    """

    code: str
    severity: Severity
    text: str
    day: int
    events: tuple[Event, ...]
    fluent: str | None = None
    subject: str | None = None
    law: tuple[str, ...] = ()

    @property
    def date(self) -> dt.date:
        """
        The day as a date.
        """
        return dt.date.fromordinal(self.day)


class ObligationStatus(StrEnum):
    """
    Where an obligation stands on a day, as far as the events tell.
    """

    OPEN = "open"
    OVERDUE = "overdue"
    FULFILLED = "fulfilled"
    UNMET = "unmet"
    ENDED = "ended"


@attrs.frozen(kw_only=True)
class Step:
    """
    One thing that happened to an obligation.

    Attributes:
        outcome: What it did to it.
        day: Ordinal of the day.
        event: The event behind it.
    """

    outcome: Outcome
    day: int
    event: Event


@attrs.frozen(kw_only=True)
class Obligation:
    """
    A duty that an event created, and what became of it.

    Attributes:
        duty: Its short name.
        holder: Who has the duty.
        owed_to: To whom it is owed.
        text: What is to be done.
        law: Ids of the articles it rests on.
        subject: The mission, person or case concerned.
        created_by: The event that created it.
        begins: Ordinal of the day it began.
        due: When it is due; ``None`` where no time was set.
        steps: What happened to it, in order.

    Example:
        >>> from diplomodel import replay
        >>> from diplomodel.events import RelationsBreak
        >>> broken = RelationsBreak(occurred="2025-11-03", by="PER", target="MEX")
        >>> history = replay([broken])
        >>> sorted(duty.holder for duty in history.obligations(at="2025-11-05"))
        ['MEX', 'PER']
    """

    duty: str
    holder: str
    owed_to: str
    text: str
    law: tuple[str, ...]
    subject: str
    created_by: Event
    begins: int
    due: PartialDate | None = None
    steps: tuple[Step, ...] = ()

    def status(self, day: int) -> ObligationStatus:
        """
        Where it stands at the end of a day (an ordinal).
        """
        closing = {
            Outcome.FULFILLED: ObligationStatus.FULFILLED,
            Outcome.UNMET: ObligationStatus.UNMET,
            Outcome.ENDED: ObligationStatus.ENDED,
        }
        status = ObligationStatus.OPEN
        for step in self.steps:
            if step.day <= day and step.outcome in closing:
                status = closing[step.outcome]
                if status is not ObligationStatus.UNMET:
                    return status
        if status is ObligationStatus.OPEN and self.due is not None and day > self.due.last:
            return ObligationStatus.OVERDUE
        return status

    def contested(self, day: int) -> bool:
        """
        Whether the holder has by then put off or refused what is owed.
        """
        return any(step.outcome is Outcome.CONTESTED and step.day <= day for step in self.steps)


@attrs.frozen(kw_only=True)
class Explanation:
    """
    Why a fluent has its value: event, rule, law, evidence, and who says otherwise.

    Attributes:
        fluent: The fluent.
        subject: The subject's canonical text.
        day: Ordinal of the day asked.
        value: The value; ``None`` where nothing is known.
        certainty: How surely it holds.
        possible: All values possible that day.
        event: The event that began the spell.
        rule: The rule by which it did; ``None`` for an observation or a derived fluent.
        law: Ids of the articles and practices behind it.
        evidence: Where it says so.
        claims: Claims on the event, whether open or not.
        also: Other events that assigned or saw the same value while it lasted.
        because: For a derived fluent, the explanations of what it follows from.

    Example:
        >>> from diplomodel import replay
        >>> from diplomodel.events import RelationsBreak
        >>> broken = RelationsBreak(occurred="2025-11-03", by="PER", target="MEX")
        >>> history = replay([broken])
        >>> reason = history.explain("relations", "MEX-PER", at="2025-11-05")
        >>> reason.value.value, reason.event == broken
        ('broken', True)
    """

    fluent: Fluent[str]
    subject: str
    day: int
    value: str | None
    certainty: Certainty | None = None
    possible: frozenset[str] = frozenset()
    event: Event | None = None
    rule: Rule | None = None
    law: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    claims: tuple[Claim, ...] = ()
    also: tuple[Event, ...] = ()
    because: tuple[Explanation, ...] = ()

    def sources(self) -> tuple[Evidence, ...]:
        """
        All evidence behind the value, through what it follows from.
        """
        inner = (piece for reason in self.because for piece in reason.sources())
        return tuple(dict.fromkeys((*self.evidence, *inner)))


@attrs.frozen(kw_only=True)
class Change:
    """
    What differs between two dates.

    Attributes:
        fluent: The fluent's name.
        subject: The subject's canonical text.
        before: The value on the first date; ``None`` where nothing was known.
        after: The value on the second.

    Example:
        >>> from diplomodel import replay
        >>> from diplomodel.events import RelationsBreak
        >>> broken = RelationsBreak(occurred="2025-11-03", by="PER", target="MEX")
        >>> history = replay([broken])
        >>> (change,) = history.difference("2025-11-02", "2025-11-05")
        >>> change.fluent, change.before is None, change.after.value
        ('relations', True, 'broken')
    """

    fluent: str
    subject: str
    before: str | None
    after: str | None
