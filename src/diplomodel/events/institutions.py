"""
Courts and organisations, their steps and their chairs.
"""

from __future__ import annotations

from typing import ClassVar

import attrs
from attrs import field

from diplomodel.events._base import WHO, Coding, Event, Votes
from diplomodel.fields import (
    Vocabulary,
    actor_code,
    each,
    flag,
    flag_or_none,
    none_or,
    none_or_actor,
    none_or_person,
    none_or_text,
    of_type,
    several,
)


__all__ = [
    "ChairTransfer",
    "CourtApplication",
    "CourtJudgment",
    "CourtOrder",
    "InstitutionEvent",
    "MeasuresDecision",
    "OrganisationStep",
    "TreatyInterpretationProposal",
]


class MeasuresDecision(Vocabulary):
    """
    What a court decides on provisional measures.
    """

    INDICATED = "indicated"
    NOT_REQUIRED = "not_required"


@attrs.frozen(kw_only=True, eq=False, repr=False)
class InstitutionEvent(Event):
    """
    The parent of what happens in courts and organisations.

    Attributes:
        institution: The court or organisation, like ``org:icj``.

    Example:
        >>> from diplomodel.events import CourtOrder, InstitutionEvent
        >>> issubclass(CourtOrder, InstitutionEvent)
        True
    """

    coding: ClassVar[Coding] = Coding(None, None, why="a parent type stands for no act")

    institution: str = field(validator=actor_code, metadata=WHO)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class CourtApplication(InstitutionEvent):
    """
    A state applies to an international court.

    Attributes:
        applicant: The state that applies.
        respondent: The state applied against.
        provisional_measures: Whether provisional measures are asked for.
        basis: The rules invoked.

    Example:
        >>> from diplomodel.events import CourtApplication
        >>> application = CourtApplication(
        ...     occurred="2024-04-11", institution="org:icj", applicant="MEX", respondent="ECU"
        ... )
        >>> application.institution
        'org:icj'
    """

    coding: ClassVar[Coding] = Coding("115", "ACCUSE", why="115 is bringing a lawsuit")

    applicant: str = field(validator=actor_code, metadata=WHO)
    respondent: str = field(validator=actor_code, metadata=WHO)
    provisional_measures: bool = field(default=False, validator=flag)
    basis: str | None = field(default=None, validator=none_or_text)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class CourtOrder(InstitutionEvent):
    """
    An international court decides on provisional measures.

    Attributes:
        applicant: The state that applied.
        respondent: The state applied against.
        decision: What it decides.
        unanimous: Whether unanimously; ``None`` if the source is silent.

    Example:
        >>> from diplomodel.events import CourtOrder
        >>> order = CourtOrder(
        ...     occurred="2024-05-23",
        ...     institution="org:icj",
        ...     applicant="MEX",
        ...     respondent="ECU",
        ...     decision="not_required",
        ... )
        >>> order.decision
        <MeasuresDecision.NOT_REQUIRED: 'not_required'>
    """

    coding: ClassVar[Coding] = Coding(None, None, why="neither scheme codes a court's order")

    applicant: str = field(validator=actor_code, metadata=WHO)
    respondent: str = field(validator=actor_code, metadata=WHO)
    decision: MeasuresDecision = field(converter=MeasuresDecision, metadata=WHO)
    unanimous: bool | None = field(default=None, validator=flag_or_none)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class CourtJudgment(InstitutionEvent):
    """
    An international court gives judgment.

    Attributes:
        applicant: The state that applied.
        respondent: The state applied against.
        holding: What it holds, in a few words.

    Example:
        >>> from diplomodel.events import CourtJudgment
        >>> judgment = CourtJudgment(
        ...     occurred="1950-11-20", institution="org:icj", applicant="COL", respondent="PER"
        ... )
        >>> judgment.respondent
        'PER'
    """

    coding: ClassVar[Coding] = Coding("116", None, why="PLOVER codes no judgment between states")

    applicant: str = field(validator=actor_code, metadata=WHO)
    respondent: str = field(validator=actor_code, metadata=WHO)
    holding: str | None = field(default=None, validator=none_or_text)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class OrganisationStep(InstitutionEvent):
    """
    An organisation acts: a resolution, a session, a condemnation, a suspension.

    Attributes:
        act: What it does, in a few words.
        target: The state that it concerns.
        votes: The count.

    Example:
        >>> from diplomodel.events import OrganisationStep
        >>> step = OrganisationStep(
        ...     occurred="2024-04-10",
        ...     institution="org:oas-permanent-council",
        ...     act="condemns the intrusion",
        ...     target="ECU",
        ... )
        >>> step.act
        'condemns the intrusion'
    """

    coding: ClassVar[Coding] = Coding(None, None, why="the code depends on the act")

    act: str = field(validator=none_or_text, metadata=WHO)
    target: str | None = field(default=None, validator=none_or_actor, metadata=WHO)
    votes: Votes | None = field(default=None, validator=none_or(of_type(Votes)))


@attrs.frozen(kw_only=True, eq=False, repr=False)
class TreatyInterpretationProposal(InstitutionEvent):
    """
    A state proposes to read or to amend a treaty in a certain way.

    Attributes:
        by: The state that proposes.
        speaker: The person who speaks for it.
        treaty: The treaty and article, such as ``Caracas IX``.
        proposal: What is proposed.
        opposed_by: States that object.

    Example:
        >>> from diplomodel.events import TreatyInterpretationProposal
        >>> proposal = TreatyInterpretationProposal(
        ...     occurred="2025-12-03",
        ...     institution="org:oas-permanent-council",
        ...     by="PER",
        ...     treaty="Caracas IX",
        ... )
        >>> proposal.treaty
        'Caracas IX'
    """

    coding: ClassVar[Coding] = Coding("0243", "REQUEST", why="nearest: appeal for change")

    by: str = field(validator=actor_code, metadata=WHO)
    speaker: str | None = field(default=None, validator=none_or_person)
    treaty: str | None = field(default=None, validator=none_or_text)
    proposal: str | None = field(default=None, validator=none_or_text)
    opposed_by: tuple[str, ...] = field(default=(), converter=several, validator=each(actor_code))


@attrs.frozen(kw_only=True, eq=False, repr=False)
class ChairTransfer(InstitutionEvent):
    """
    The chair of an organisation passes from one state to another.

    Attributes:
        from_state: The outgoing chair.
        to_state: The incoming chair.
        intended_for: The state that was next in turn, where that is another.

    Example:
        >>> from diplomodel.events import ChairTransfer
        >>> transfer = ChairTransfer(
        ...     occurred="2023-08-01",
        ...     institution="org:pacific-alliance",
        ...     from_state="CHL",
        ...     to_state="PER",
        ... )
        >>> transfer.to_state
        'PER'
    """

    coding: ClassVar[Coding] = Coding(None, None, why="neither scheme codes chairs")

    from_state: str = field(validator=actor_code, metadata=WHO)
    to_state: str = field(validator=actor_code, metadata=WHO)
    intended_for: str | None = field(default=None, validator=none_or_actor)
