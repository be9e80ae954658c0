"""
Heads of mission and staff: who is sent, recalled, expelled.
"""

from __future__ import annotations

from typing import ClassVar

import attrs
from attrs import field
from attrs.converters import optional

from diplomodel.fields import (
    Vocabulary,
    actor_code,
    each,
    flag,
    flag_or_none,
    identifier,
    none_or_identifier,
    none_or_text,
    optional_duration,
    several,
    two_different,
    whole_number_or_none,
)
from diplomodel.dates import Duration
from diplomodel.events._base import WHO, Coding, Event
from diplomodel.fluents import MissionLevel, Residence


__all__ = [
    "AmbassadorExpulsion",
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
    "ExpulsionForm",
    "LevelDowngrade",
    "LevelUpgrade",
    "MissionEvent",
    "MissionSizeReduction",
    "PersonaNonGrata",
    "Rank",
    "StaffExpulsion",
    "StaffWithdrawal",
]


class Rank(Vocabulary):
    """
    What a member of a mission is.
    """

    HEAD_OF_MISSION = "head_of_mission"
    CHARGE_DAFFAIRES = "charge_daffaires"
    STAFF = "staff"
    CONSULAR_OFFICER = "consular_officer"


class ExpulsionForm(Vocabulary):
    """
    How a receiving state rids itself of a member of a mission.
    """

    NON_GRATA = "non_grata"
    NOT_ACCEPTABLE = "not_acceptable"
    ORDERED_TO_LEAVE = "ordered_to_leave"


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


@attrs.frozen(kw_only=True)
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


@attrs.frozen(kw_only=True)
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

    person: str = field(validator=identifier, metadata=WHO)


@attrs.frozen(kw_only=True)
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

    coding: ClassVar[Coding] = Coding("050", "COOPERATE", why="nearest: diplomatic cooperation")
    rank: ClassVar[int] = 87

    level: MissionLevel = field(
        default=MissionLevel.AMBASSADOR, converter=MissionLevel
    )
    residence: Residence | None = field(default=None, converter=optional(Residence))


@attrs.frozen(kw_only=True)
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

    coding: ClassVar[Coding] = Coding("050", "COOPERATE", why="nearest: diplomatic cooperation")
    rank: ClassVar[int] = 110

    level: MissionLevel = field(
        default=MissionLevel.AMBASSADOR, converter=MissionLevel
    )
    residence: Residence | None = field(default=None, converter=optional(Residence))


@attrs.frozen(kw_only=True)
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


@attrs.frozen(kw_only=True)
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


@attrs.frozen(kw_only=True)
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

    coding: ClassVar[Coding] = Coding("050", "COOPERATE", why="nearest: diplomatic cooperation")
    rank: ClassVar[int] = 132


@attrs.frozen(kw_only=True)
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

    coding: ClassVar[Coding] = Coding("112", "ACCUSE", why="nearest: a summons has no code")
    rank: ClassVar[int] = 30

    standing: Rank = field(default=Rank.HEAD_OF_MISSION, converter=Rank)
    subject_matter: str | None = field(default=None, validator=none_or_text)
    note_handed: bool = field(default=False, validator=flag)


@attrs.frozen(kw_only=True)
class PersonaNonGrata(EnvoyEvent):
    """
    A receiving state no longer accepts one member of a mission (VCDR 9, VCCR 23).

    It needs no reasons and leaves relations as they are.
    A parliament's words about a foreign president are a `ParliamentaryDeclaration`.

    Attributes:
        standing: What the person is.
        form: Declared non grata, not acceptable, or simply ordered to leave.
        deadline: Time given to leave; ``None`` if no length is stated.
        ground: The ground given.

    Example:
        >>> from diplomodel.events import PersonaNonGrata
        >>> declared = PersonaNonGrata(
        ...     occurred="2019-12-30",
        ...     sender="ESP",
        ...     receiver="BOL",
        ...     person="alvaro-fernandez",
        ...     standing="consular_officer",
        ...     deadline="PT72H",
        ... )
        >>> declared.deadline.words
        '72 hours'
    """

    coding: ClassVar[Coding] = Coding("1661", "SANCTION", "expel")
    rank: ClassVar[int] = 86

    standing: Rank = field(default=Rank.STAFF, converter=Rank)
    form: ExpulsionForm = field(
        default=ExpulsionForm.NON_GRATA, converter=ExpulsionForm
    )
    deadline: Duration | None = field(default=None, converter=optional_duration)
    ground: str | None = field(default=None, validator=none_or_text)


@attrs.frozen(kw_only=True)
class AmbassadorExpulsion(PersonaNonGrata):
    """
    A receiving state declares a head of mission persona non grata (VCDR 9).

    Attributes:
        standing: Always the head of mission.

    Example:
        >>> from diplomodel.events import AmbassadorExpulsion
        >>> expulsion = AmbassadorExpulsion(
        ...     occurred="2022-12-20",
        ...     sender="MEX",
        ...     receiver="PER",
        ...     person="pablo-monroy",
        ...     deadline="PT72H",
        ... )
        >>> expulsion.deadline.words
        '72 hours'
    """

    coding: ClassVar[Coding] = Coding("1661", "SANCTION", "expel")
    rank: ClassVar[int] = 86

    standing: Rank = field(default=Rank.HEAD_OF_MISSION, converter=Rank)


@attrs.frozen(kw_only=True)
class StaffExpulsion(MissionEvent):
    """
    A receiving state expels a number of members of a mission.

    Attributes:
        number: How many; ``None`` if the source is silent.
        persons: Those named.
        deadline: Time given to leave.
        ground: The ground given.

    Example:
        >>> from diplomodel.events import StaffExpulsion
        >>> expulsion = StaffExpulsion(
        ...     occurred="2018-03-14", sender="RUS", receiver="GBR", number=23
        ... )
        >>> expulsion.number
        23
    """

    coding: ClassVar[Coding] = Coding("1661", "SANCTION", "expel")
    rank: ClassVar[int] = 86

    number: int | None = field(default=None, validator=whole_number_or_none)
    persons: tuple[str, ...] = field(default=(), converter=several, validator=each(identifier))
    deadline: Duration | None = field(default=None, converter=optional_duration)
    ground: str | None = field(default=None, validator=none_or_text)


@attrs.frozen(kw_only=True)
class MissionSizeReduction(MissionEvent):
    """
    A receiving state limits the size of a mission (VCDR 11).

    Attributes:
        leaving: How many have to leave.
        remaining: How many may stay.
        deadline: Time given.

    Example:
        >>> from diplomodel.events import MissionSizeReduction
        >>> reduction = MissionSizeReduction(
        ...     occurred="2023-10", sender="CAN", receiver="IND", leaving=41
        ... )
        >>> reduction.leaving
        41
    """

    coding: ClassVar[Coding] = Coding("161", "SANCTION", why="161 lumps all reductions")
    rank: ClassVar[int] = 86

    leaving: int | None = field(default=None, validator=whole_number_or_none)
    remaining: int | None = field(default=None, validator=whole_number_or_none)
    deadline: Duration | None = field(default=None, converter=optional_duration)


@attrs.frozen(kw_only=True)
class StaffWithdrawal(MissionEvent):
    """
    The diplomatic staff of a mission leave or are to leave, by either side's will.

    Attributes:
        demanded_by_receiver: Whether the receiving state demands it.
        deadline: Time given.
        consuls_stay: Whether consular officers stay; ``None`` if the source is silent.

    Example:
        >>> from diplomodel.events import StaffWithdrawal
        >>> withdrawal = StaffWithdrawal(
        ...     occurred="2025-11-04",
        ...     sender="MEX",
        ...     receiver="PER",
        ...     demanded_by_receiver=True,
        ...     consuls_stay=True,
        ... )
        >>> withdrawal.consuls_stay
        True
    """

    coding: ClassVar[Coding] = Coding("161", "SANCTION", why="161 lumps all reductions")
    rank: ClassVar[int] = 105

    demanded_by_receiver: bool = field(default=False, validator=flag, metadata=WHO)
    deadline: Duration | None = field(default=None, converter=optional_duration)
    consuls_stay: bool | None = field(default=None, validator=flag_or_none)


@attrs.frozen(kw_only=True)
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


@attrs.frozen(kw_only=True)
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

    reason: DepartureReason | None = field(
        default=None, converter=optional(DepartureReason)
    )
    standing: Rank | None = field(default=None, converter=optional(Rank))


@attrs.frozen(kw_only=True)
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

    visited: str | None = field(default=None, validator=none_or_identifier, metadata=WHO)
    subject_matter: str | None = field(default=None, validator=none_or_text)


@attrs.frozen(kw_only=True)
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


@attrs.frozen(kw_only=True)
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

    coding: ClassVar[Coding] = Coding("050", "COOPERATE", why="nearest: diplomatic cooperation")
    rank: ClassVar[int] = 88

    level: MissionLevel | None = field(default=None, converter=optional(MissionLevel))
