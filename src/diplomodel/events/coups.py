"""
Coups, and changes of who governs a state.
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
    none_or_text,
    of_type,
    person_id,
    several,
)


__all__ = [
    "Censure",
    "CoupAttempt",
    "CoupOutcome",
    "GovernmentChange",
    "HeadOfStateRemoval",
    "Manner",
    "Office",
    "OfficeTaken",
    "Resignation",
    "SelfCoupAttempt",
]


class CoupOutcome(Vocabulary):
    """
    How an attempt to seize power ended, in the terms of Cline's coup data.
    """

    REALISED = "realised"
    ATTEMPTED = "attempted"
    CONSPIRACY = "conspiracy"


class Office(Vocabulary):
    """
    The offices whose holder decides who speaks for a state (VCLT 7(2)(a)).
    """

    HEAD_OF_STATE = "head_of_state"
    HEAD_OF_GOVERNMENT = "head_of_government"
    FOREIGN_MINISTER = "foreign_minister"


class Manner(Vocabulary):
    """
    How an office was taken.
    """

    SWORN_IN = "sworn_in"
    ELECTED = "elected"
    APPOINTED = "appointed"
    CONFIRMED = "confirmed"
    SUCCEEDED = "succeeded"
    SEIZED = "seized"


@attrs.frozen(kw_only=True, eq=False, repr=False)
class GovernmentChange(Event):
    """
    The parent of coups and of changes in who governs a state.

    Attributes:
        state: The state concerned.

    Example:
        >>> from diplomodel.events import CoupAttempt, GovernmentChange, SelfCoupAttempt
        >>> issubclass(SelfCoupAttempt, CoupAttempt), issubclass(CoupAttempt, GovernmentChange)
        (True, True)
    """

    coding: ClassVar[Coding] = Coding(None, None, why="a parent type stands for no act")

    state: str = field(validator=actor_code, metadata=WHO)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class CoupAttempt(GovernmentChange):
    """
    An attempt to seize executive power outside the constitution.

    Attributes:
        by: Persons who lead it.
        outcome: How it ended, where the source says.
        against: Persons or bodies it is aimed at, as text.

    Example:
        >>> from diplomodel.events import CoupAttempt
        >>> attempt = CoupAttempt(occurred="2009-06-28", state="HND", outcome="realised")
        >>> attempt.outcome
        <CoupOutcome.REALISED: 'realised'>
    """

    coding: ClassVar[Coding] = Coding(
        "190", "ASSAULT", why="nearest: CAMEO has no code for a coup, only for the force used"
    )
    rank: ClassVar[int] = 40

    by: tuple[str, ...] = field(
        default=(), converter=several, validator=each(person_id), metadata=WHO
    )
    outcome: CoupOutcome | None = field(default=None, converter=optional(CoupOutcome))
    against: str | None = field(default=None, validator=none_or_text)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class SelfCoupAttempt(CoupAttempt):
    """
    An attempt by those who govern to do away with the bodies that check them.

    Example:
        >>> from diplomodel.events import SelfCoupAttempt
        >>> SelfCoupAttempt(occurred="2022-12-07", state="PER", by="pedro-castillo").kind
        'self_coup_attempt'
    """

    coding: ClassVar[Coding] = Coding(
        None, "COERCE", why="CAMEO has no code for dissolving one's own legislature"
    )
    rank: ClassVar[int] = 40


@attrs.frozen(kw_only=True, eq=False, repr=False)
class HeadOfStateRemoval(GovernmentChange):
    """
    A head of state loses office by an act of another body.

    Attributes:
        person: The person removed.
        body: The body that removes.
        ground: The ground given.
        votes: The count, where it was a vote.

    Example:
        >>> from diplomodel.events import HeadOfStateRemoval, Votes
        >>> removal = HeadOfStateRemoval(
        ...     occurred="2022-12-07",
        ...     state="PER",
        ...     person="pedro-castillo",
        ...     votes=Votes(in_favour=101, against=6, abstaining=10),
        ... )
        >>> str(removal.votes)
        '101-6-10'
    """

    coding: ClassVar[Coding] = Coding(
        None, "COERCE", why="CAMEO codes acts between actors, not changes of office"
    )
    rank: ClassVar[int] = 45

    person: str = field(validator=person_id, metadata=WHO)
    body: str | None = field(default=None, validator=none_or_text)
    ground: str | None = field(default=None, validator=none_or_text)
    votes: Votes | None = field(default=None, validator=none_or(of_type(Votes)))


@attrs.frozen(kw_only=True, eq=False, repr=False)
class OfficeTaken(GovernmentChange):
    """
    A person takes, or is confirmed in, a high office of state.

    Attributes:
        person: The person.
        office: The office.
        manner: How it was taken.
        votes: The count, where it was a vote.
        acting: Whether the office is held in the interim.

    Example:
        >>> from diplomodel.events import OfficeTaken
        >>> taken = OfficeTaken(
        ...     occurred="2022-12-07", state="PER", person="dina-boluarte", office="head_of_state"
        ... )
        >>> taken.office
        <Office.HEAD_OF_STATE: 'head_of_state'>
    """

    coding: ClassVar[Coding] = Coding(None, None, why="neither scheme codes taking office")
    rank: ClassVar[int] = 50

    person: str = field(validator=person_id, metadata=WHO)
    office: Office = field(converter=Office, metadata=WHO)
    manner: Manner | None = field(default=None, converter=optional(Manner))
    votes: Votes | None = field(default=None, validator=none_or(of_type(Votes)))
    acting: bool = field(default=False, validator=flag)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Resignation(GovernmentChange):
    """
    A person gives up a high office of state.

    Attributes:
        person: The person.
        office: The office.

    Example:
        >>> from diplomodel.events import Resignation
        >>> resignation = Resignation(
        ...     occurred="2019-11-10", state="BOL", person="evo-morales", office="head_of_state"
        ... )
        >>> resignation.coding.mode
        'resign'
    """

    coding: ClassVar[Coding] = Coding(None, "RETREAT", "resign", why="CAMEO has no code for it")
    rank: ClassVar[int] = 45

    person: str = field(validator=person_id, metadata=WHO)
    office: Office = field(converter=Office, metadata=WHO)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Censure(GovernmentChange):
    """
    A legislature censures the holder of an office.

    Attributes:
        person: The person censured.
        office: The high office that the person loses by it, if any.
        body: The body that censures.
        ground: The ground given.
        votes: The count.

    Example:
        >>> from diplomodel.events import Censure
        >>> censure = Censure(
        ...     occurred="2026-02-17", state="PER", person="jose-jeri", office="head_of_state"
        ... )
        >>> censure.office
        <Office.HEAD_OF_STATE: 'head_of_state'>
    """

    coding: ClassVar[Coding] = Coding("111", "ACCUSE", "disapprove")
    rank: ClassVar[int] = 45

    person: str = field(validator=person_id, metadata=WHO)
    office: Office | None = field(default=None, converter=optional(Office))
    body: str | None = field(default=None, validator=none_or_text)
    ground: str | None = field(default=None, validator=none_or_text)
    votes: Votes | None = field(default=None, validator=none_or(of_type(Votes)))
