"""
Statements, protests, declarations, talks.
"""

from __future__ import annotations

from typing import ClassVar

import attrs
from attrs import field
from attrs.converters import optional

from diplomodel.events._base import WHO, Coding, Event, Votes
from diplomodel.fields import (
    Vocabulary,
    actor_code,
    each,
    flag,
    none_or,
    none_or_actor,
    none_or_person,
    none_or_text,
    of_type,
    several,
)


__all__ = [
    "Consultations",
    "ContactsSuspension",
    "JointStatement",
    "Mediation",
    "Meeting",
    "Overture",
    "ParliamentaryDeclaration",
    "ParliamentaryStage",
    "ProtestNote",
    "Stance",
    "Statement",
    "StatementEvent",
    "Talks",
]


class Stance(Vocabulary):
    """
    How a statement stands towards the state it is about.
    """

    FRIENDLY = "friendly"
    NEUTRAL = "neutral"
    CRITICAL = "critical"
    HOSTILE = "hostile"


class ParliamentaryStage(Vocabulary):
    """
    A committee's vote and the plenary's are two acts.
    """

    COMMITTEE = "committee"
    PLENARY = "plenary"


@attrs.frozen(kw_only=True, eq=False, repr=False)
class StatementEvent(Event):
    """
    The parent of what one state says, of or to another.

    Attributes:
        by: The state or organisation for which it is said.
        target: The state or organisation that it is about or addressed to.

    Example:
        >>> from diplomodel.events import ProtestNote, StatementEvent
        >>> issubclass(ProtestNote, StatementEvent)
        True
    """

    coding: ClassVar[Coding] = Coding(None, None, why="a parent type stands for no act")

    by: str = field(validator=actor_code, metadata=WHO)
    target: str | None = field(default=None, validator=none_or_actor, metadata=WHO)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Statement(StatementEvent):
    """
    Somebody says something publicly; words, not a change of state.

    Attributes:
        speaker: The person who speaks, if one does.
        body: The body that speaks, if one does.
        stance: How it stands towards the target.
        about: What or whom it is about.
        quote: A short phrase of the speaker's own.

    Example:
        >>> from diplomodel.events import Statement
        >>> statement = Statement(
        ...     occurred="2025-11-24",
        ...     by="MEX",
        ...     target="PER",
        ...     speaker="claudia-sheinbaum",
        ...     stance="critical",
        ... )
        >>> statement.stance
        <Stance.CRITICAL: 'critical'>
    """

    coding: ClassVar[Coding] = Coding("010", None, why="PLOVER codes no plain statements")

    speaker: str | None = field(default=None, validator=none_or_person, metadata=WHO)
    body: str | None = field(default=None, validator=none_or_text)
    stance: Stance | None = field(default=None, converter=optional(Stance))
    about: str | None = field(default=None, validator=none_or_text)
    quote: str | None = field(default=None, validator=none_or_text)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class JointStatement(StatementEvent):
    """
    Several states say something together.

    Attributes:
        with_: The other states that join in it.
        stance: How it stands towards the target.
        about: What or whom it is about.

    Example:
        >>> from diplomodel.events import JointStatement
        >>> statement = JointStatement(
        ...     occurred="2022-12-12", by="MEX", with_=["ARG", "BOL", "COL"], target="PER"
        ... )
        >>> len(statement.with_)
        3
    """

    coding: ClassVar[Coding] = Coding("010", None, why="PLOVER codes no plain statements")

    with_: tuple[str, ...] = field(
        converter=several, validator=each(actor_code, least=1), metadata=WHO
    )
    stance: Stance | None = field(default=None, converter=optional(Stance))
    about: str | None = field(default=None, validator=none_or_text)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class ProtestNote(StatementEvent):
    """
    A state protests to another in a note.

    Attributes:
        about: What it protests against.
        basis: The rule invoked.

    Example:
        >>> from diplomodel.events import ProtestNote
        >>> note = ProtestNote(occurred="2022", by="XAA", target="XAB", basis="VCDR 41")
        >>> note.basis
        'VCDR 41'
    """

    coding: ClassVar[Coding] = Coding("114", "ACCUSE", "disapprove")

    about: str | None = field(default=None, validator=none_or_text)
    basis: str | None = field(default=None, validator=none_or_text)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class ParliamentaryDeclaration(StatementEvent):
    """
    A legislature declares something of a foreign state or person.

    Calling a foreign president persona non grata is such a declaration: VCDR 9 is the
    executive's, and for members of missions alone.

    Attributes:
        person: The person it is about.
        body: The legislature or committee.
        stage: A committee's vote or the plenary's.
        declares: What it declares, in a few words.
        motion: The number of the motion.
        votes: The count.

    Example:
        >>> from diplomodel.events import ParliamentaryDeclaration, Votes
        >>> declaration = ParliamentaryDeclaration(
        ...     occurred="2023-05-25",
        ...     by="PER",
        ...     target="MEX",
        ...     person="andres-manuel-lopez-obrador",
        ...     stage="plenary",
        ...     votes=Votes(in_favour=65, against=40, abstaining=2),
        ... )
        >>> str(declaration.votes)
        '65-40-2'
    """

    coding: ClassVar[Coding] = Coding("111", "ACCUSE", "disapprove")

    person: str | None = field(default=None, validator=none_or_person, metadata=WHO)
    stage: ParliamentaryStage = field(converter=ParliamentaryStage, metadata=WHO)
    body: str | None = field(default=None, validator=none_or_text)
    declares: str | None = field(default=None, validator=none_or_text)
    motion: str | None = field(default=None, validator=none_or_text)
    votes: Votes | None = field(default=None, validator=none_or(of_type(Votes)))


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Consultations(StatementEvent):
    """
    Two governments begin to consult on a matter.

    Attributes:
        about: The matter.

    Example:
        >>> from diplomodel.events import Consultations
        >>> consultations = Consultations(occurred="2022-12-08", by="MEX", target="PER")
        >>> consultations.coding.plover
        'CONSULT'
    """

    coding: ClassVar[Coding] = Coding("040", "CONSULT")

    about: str | None = field(default=None, validator=none_or_text)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Talks(StatementEvent):
    """
    Two states talk, openly or not.

    Attributes:
        about: The matter.
        discreet: Whether the talks are not public.

    Example:
        >>> from diplomodel.events import Talks
        >>> talks = Talks(occurred="../2026-03-06", by="PER", target="MEX", discreet=True)
        >>> talks.discreet
        True
    """

    coding: ClassVar[Coding] = Coding("046", "CONSULT")

    about: str | None = field(default=None, validator=none_or_text)
    discreet: bool = field(default=False, validator=flag)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Overture(StatementEvent):
    """
    A state says that it is ready to mend relations.

    Attributes:
        speaker: The person who says so.
        condition: The condition made.

    Example:
        >>> from diplomodel.events import Overture
        >>> overture = Overture(
        ...     occurred="2026-02-19",
        ...     by="MEX",
        ...     target="PER",
        ...     condition="the initiative must be Peru's",
        ... )
        >>> overture.condition
        "the initiative must be Peru's"
    """

    coding: ClassVar[Coding] = Coding("030", "AGREE", why="nearest: intent to cooperate")

    speaker: str | None = field(default=None, validator=none_or_person, metadata=WHO)
    condition: str | None = field(default=None, validator=none_or_text)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Mediation(StatementEvent):
    """
    A third state or organisation mediates, or offers to.

    Attributes:
        between: The states it mediates between.

    Example:
        >>> from diplomodel.events import Mediation
        >>> mediation = Mediation(occurred="2023-03-10", by="CHN", between=["IRN", "SAU"])
        >>> mediation.between
        ('IRN', 'SAU')
    """

    coding: ClassVar[Coding] = Coding("045", "CONSULT", "third-party")

    between: tuple[str, ...] = field(
        converter=several, validator=each(actor_code, least=2), metadata=WHO
    )


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Meeting(StatementEvent):
    """
    Somebody in office receives or meets somebody.

    Attributes:
        host: The person who receives.
        guest: The person received.
        about: The matter.

    Example:
        >>> from diplomodel.events import Meeting
        >>> meeting = Meeting(
        ...     occurred="2025-02-20", by="MEX", host="claudia-sheinbaum", guest="guido-croxatto"
        ... )
        >>> meeting.guest
        'guido-croxatto'
    """

    coding: ClassVar[Coding] = Coding("043", "CONSULT", "visit")

    host: str | None = field(default=None, validator=none_or_person, metadata=WHO)
    guest: str | None = field(default=None, validator=none_or_person, metadata=WHO)
    about: str | None = field(default=None, validator=none_or_text)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class ContactsSuspension(StatementEvent):
    """
    A state suspends high-level contacts; no break of relations.

    Attributes:
        extent: What is suspended.

    Example:
        >>> from diplomodel.events import ContactsSuspension
        >>> suspension = ContactsSuspension(occurred="2018-03-14", by="GBR", target="RUS")
        >>> suspension.coding.why
        '161 lumps all reductions'
    """

    coding: ClassVar[Coding] = Coding("161", "SANCTION", why="161 lumps all reductions")

    extent: str | None = field(default=None, validator=none_or_text)
