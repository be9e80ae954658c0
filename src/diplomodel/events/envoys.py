"""
Heads of mission: who is sent, recalled, summoned, and at what level.
"""

from __future__ import annotations

from typing import ClassVar

import attrs
from attrs import field
from attrs.converters import optional

from diplomodel.events._base import WHO, Coding, Event
from diplomodel.fields import (
    Vocabulary,
    actor_code,
    flag,
    none_or_person,
    none_or_text,
    person_id,
    two_different,
)
from diplomodel.fluents import MissionLevel, Residence


__all__ = [
    "AmbassadorRecall",
    "AmbassadorReturn",
    "AmbassadorSummons",
    "AmbassadorWithdrawal",
    "Appointment",
    "ChargeAppointment",
    "CredentialsPresentation",
    "DepartureReason",
    "EnvoyDeparture",
    "EnvoyEvent",
    "EnvoyVisit",
    "LevelDowngrade",
    "LevelUpgrade",
    "MissionEvent",
    "Rank",
]


class Rank(Vocabulary):
    """
    What a member of a mission is.
    """

    HEAD_OF_MISSION = "head_of_mission"
    CHARGE_DAFFAIRES = "charge_daffaires"
    STAFF = "staff"
    CONSULAR_OFFICER = "consular_officer"


class DepartureReason(Vocabulary):
    """
    Why an envoy leaves.
    """

    EXPELLED = "expelled"
    RECALLED = "recalled"
    END_OF_TERM = "end_of_term"
    BREAK_OF_RELATIONS = "break_of_relations"
    DEATH = "death"
    OTHER = "other"


@attrs.frozen(kw_only=True, eq=False, repr=False)
class MissionEvent(Event):
    """
    The parent of what concerns one state's mission in another.

    Attributes:
        sender: The sending state.
        receiver: The receiving state.

    Example:
        >>> from diplomodel.events import MissionClosure, MissionEvent
        >>> issubclass(MissionClosure, MissionEvent)
        True
    """

    coding: ClassVar[Coding] = Coding(None, None, why="a parent type stands for no act")

    sender: str = field(validator=actor_code, metadata=WHO)
    receiver: str = field(validator=actor_code, metadata=WHO)

    def __attrs_post_init__(self) -> None:
        """
        Check that there are two states.
        """
        two_different(self, "sender", "receiver")


@attrs.frozen(kw_only=True, eq=False, repr=False)
class EnvoyEvent(MissionEvent):
    """
    The parent of what concerns one member of a mission.

    Attributes:
        person: The member.

    Example:
        >>> from diplomodel.events import EnvoyDeparture, EnvoyEvent
        >>> issubclass(EnvoyDeparture, EnvoyEvent)
        True
    """

    coding: ClassVar[Coding] = Coding(None, None, why="a parent type stands for no act")

    person: str = field(validator=person_id, metadata=WHO)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Appointment(EnvoyEvent):
    """
    A head of mission is named (VCDR 4, 14); functions begin with the credentials.

    Attributes:
        level: The class of the head of mission.
        residence: Whether resident in the receiving state.

    Example:
        >>> from diplomodel.events import Appointment
        >>> named = Appointment(
        ...     occurred="2019-07-16", sender="JOR", receiver="QAT", person="zaid-al-lawzi"
        ... )
        >>> named.level
        <MissionLevel.AMBASSADOR: 'ambassador'>
    """

    coding: ClassVar[Coding] = Coding("050", "SUPPORT", why="nearest: diplomatic cooperation")
    rank: ClassVar[int] = 87

    level: MissionLevel = field(default=MissionLevel.AMBASSADOR, converter=MissionLevel)
    residence: Residence | None = field(default=None, converter=optional(Residence))


@attrs.frozen(kw_only=True, eq=False, repr=False)
class CredentialsPresentation(EnvoyEvent):
    """
    A head of mission presents credentials and takes up functions (VCDR 13).

    Attributes:
        level: The class of the head of mission.
        residence: Whether resident in the receiving state.

    Example:
        >>> from diplomodel.events import CredentialsPresentation
        >>> credentials = CredentialsPresentation(
        ...     occurred="2026-02-09", sender="PER", receiver="BOL", person="carlos-chavez-taffur"
        ... )
        >>> credentials.level
        <MissionLevel.AMBASSADOR: 'ambassador'>
    """

    coding: ClassVar[Coding] = Coding("050", "SUPPORT", why="nearest: diplomatic cooperation")
    rank: ClassVar[int] = 110

    level: MissionLevel = field(default=MissionLevel.AMBASSADOR, converter=MissionLevel)
    residence: Residence | None = field(default=None, converter=optional(Residence))


@attrs.frozen(kw_only=True, eq=False, repr=False)
class AmbassadorRecall(EnvoyEvent):
    """
    A sending state calls its head of mission home for consultations; the post is kept.

    Attributes:
        level: The class to which the mission falls formally by this act, if it does.
        ground: The ground given.

    Example:
        >>> from diplomodel.events import AmbassadorRecall
        >>> recall = AmbassadorRecall(
        ...     occurred="2022-12-15",
        ...     sender="PER",
        ...     receiver="MEX",
        ...     person="manuel-talavera",
        ... )
        >>> recall.level is None
        True
    """

    coding: ClassVar[Coding] = Coding("161", "SANCTION", why="161 lumps all reductions")
    rank: ClassVar[int] = 82

    level: MissionLevel | None = field(default=None, converter=optional(MissionLevel))
    ground: str | None = field(default=None, validator=none_or_text)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class AmbassadorWithdrawal(EnvoyEvent):
    """
    A sending state withdraws its head of mission for good.

    Attributes:
        level: The class to which the mission falls by this act, where it is said.
        ground: The ground given.
        instrument: The legal act by which it is done.

    Example:
        >>> from diplomodel.events import AmbassadorWithdrawal
        >>> withdrawal = AmbassadorWithdrawal(
        ...     occurred="2023-02-24",
        ...     sender="PER",
        ...     receiver="MEX",
        ...     person="manuel-talavera",
        ...     level="charge_daffaires",
        ... )
        >>> withdrawal.level
        <MissionLevel.CHARGE_DAFFAIRES: 'charge_daffaires'>
    """

    coding: ClassVar[Coding] = Coding("161", "SANCTION", why="161 lumps all reductions")
    rank: ClassVar[int] = 84

    level: MissionLevel | None = field(default=None, converter=optional(MissionLevel))
    ground: str | None = field(default=None, validator=none_or_text)
    instrument: str | None = field(default=None, validator=none_or_text)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class AmbassadorReturn(EnvoyEvent):
    """
    A head of mission who was absent returns to the post.

    Example:
        >>> from diplomodel.events import AmbassadorReturn
        >>> back = AmbassadorReturn(
        ...     occurred="2021-09", sender="FRA", receiver="USA", person="philippe-etienne"
        ... )
        >>> back.occurred.precision.value
        'month'
    """

    coding: ClassVar[Coding] = Coding("050", "SUPPORT", why="nearest: diplomatic cooperation")
    rank: ClassVar[int] = 132


@attrs.frozen(kw_only=True, eq=False, repr=False)
class AmbassadorSummons(EnvoyEvent):
    """
    A receiving state calls a head of mission in to hear its displeasure.

    Attributes:
        standing: What the person summoned is.
        subject_matter: What it is about.
        note_handed: Whether a note of protest is handed over.

    Example:
        >>> from diplomodel.events import AmbassadorSummons
        >>> summons = AmbassadorSummons(
        ...     occurred="2022-12-08", sender="MEX", receiver="PER", person="pablo-monroy"
        ... )
        >>> summons.standing
        <Rank.HEAD_OF_MISSION: 'head_of_mission'>
    """

    coding: ClassVar[Coding] = Coding(
        "111", "ACCUSE", "disapprove", why="nearest: a summons has no code"
    )
    rank: ClassVar[int] = 30

    standing: Rank = field(default=Rank.HEAD_OF_MISSION, converter=Rank)
    subject_matter: str | None = field(default=None, validator=none_or_text)
    note_handed: bool = field(default=False, validator=flag)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class ChargeAppointment(EnvoyEvent):
    """
    A chargé d'affaires is left or put in charge of a mission.

    Attributes:
        en_titre: Whether accredited as chargé (VCDR 14(1)(c)), not ad interim (VCDR 19).

    Example:
        >>> from diplomodel.events import ChargeAppointment
        >>> charge = ChargeAppointment(
        ...     occurred="2022-12-20", sender="MEX", receiver="PER", person="karla-ornelas"
        ... )
        >>> charge.en_titre
        False
    """

    coding: ClassVar[Coding] = Coding(None, None, why="neither scheme codes an acting head")
    rank: ClassVar[int] = 90

    en_titre: bool = field(default=False, validator=flag)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class EnvoyDeparture(EnvoyEvent):
    """
    A member of a mission leaves the receiving state.

    Attributes:
        reason: Why.
        standing: What the person was.

    Example:
        >>> from diplomodel.events import EnvoyDeparture
        >>> departure = EnvoyDeparture(
        ...     occurred="2025-11-08",
        ...     sender="MEX",
        ...     receiver="PER",
        ...     person="karla-ornelas",
        ...     reason="break_of_relations",
        ... )
        >>> departure.reason
        <DepartureReason.BREAK_OF_RELATIONS: 'break_of_relations'>
    """

    coding: ClassVar[Coding] = Coding(None, None, why="neither scheme codes the journey")
    rank: ClassVar[int] = 120

    reason: DepartureReason | None = field(default=None, converter=optional(DepartureReason))
    standing: Rank | None = field(default=None, converter=optional(Rank))


@attrs.frozen(kw_only=True, eq=False, repr=False)
class EnvoyVisit(EnvoyEvent):
    """
    A member of a mission visits somebody, such as a detainee.

    Attributes:
        visited: The person visited.
        subject_matter: What it is about.

    Example:
        >>> from diplomodel.events import EnvoyVisit
        >>> visit = EnvoyVisit(
        ...     occurred="2022-12-08",
        ...     sender="MEX",
        ...     receiver="PER",
        ...     person="pablo-monroy",
        ...     visited="pedro-castillo",
        ... )
        >>> visit.visited
        'pedro-castillo'
    """

    coding: ClassVar[Coding] = Coding("042", "CONSULT", "visit")

    visited: str | None = field(default=None, validator=none_or_person, metadata=WHO)
    subject_matter: str | None = field(default=None, validator=none_or_text)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class LevelDowngrade(MissionEvent):
    """
    A sending state lowers the class at which it is represented.

    Attributes:
        level: The new class; ``None`` if it is not said, and then nothing is assigned.

    Example:
        >>> from diplomodel.events import LevelDowngrade
        >>> downgrade = LevelDowngrade(
        ...     occurred="2023-02-24", sender="PER", receiver="MEX", level="charge_daffaires"
        ... )
        >>> downgrade.level
        <MissionLevel.CHARGE_DAFFAIRES: 'charge_daffaires'>
    """

    coding: ClassVar[Coding] = Coding("161", "SANCTION", why="161 lumps all reductions")
    rank: ClassVar[int] = 88

    level: MissionLevel | None = field(default=None, converter=optional(MissionLevel))


@attrs.frozen(kw_only=True, eq=False, repr=False)
class LevelUpgrade(MissionEvent):
    """
    A sending state raises the class at which it is represented.

    Attributes:
        level: The new class; ``None`` if it is not said, and then nothing is assigned.

    Example:
        >>> from diplomodel.events import LevelUpgrade
        >>> upgrade = LevelUpgrade(occurred="2022", sender="XAA", receiver="XAB")
        >>> upgrade.level is None
        True
    """

    coding: ClassVar[Coding] = Coding("050", "SUPPORT", why="nearest: diplomatic cooperation")
    rank: ClassVar[int] = 88

    level: MissionLevel | None = field(default=None, converter=optional(MissionLevel))
