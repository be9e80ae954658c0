"""
Expulsions: members of a mission sent away by the receiving state, and staff withdrawn.
"""

from __future__ import annotations

from typing import ClassVar

import attrs
from attrs import field

from diplomodel.dates import Duration
from diplomodel.events._base import WHO, Coding
from diplomodel.events.envoys import EnvoyEvent, MissionEvent, Rank
from diplomodel.fields import (
    Vocabulary,
    each,
    flag,
    flag_or_none,
    none_or_text,
    optional_duration,
    person_id,
    several,
    whole_number_or_none,
)


__all__ = [
    "AmbassadorExpulsion",
    "ExpulsionForm",
    "MissionSizeReduction",
    "PersonaNonGrata",
    "StaffExpulsion",
    "StaffWithdrawal",
]


class ExpulsionForm(Vocabulary):
    """
    How a receiving state rids itself of a member of a mission.
    """

    NON_GRATA = "non_grata"
    NOT_ACCEPTABLE = "not_acceptable"
    ORDERED_TO_LEAVE = "ordered_to_leave"


@attrs.frozen(kw_only=True, eq=False, repr=False)
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

    coding: ClassVar[Coding] = Coding("161", "SANCTION", "expel", why="161 lumps all reductions")
    rank: ClassVar[int] = 86

    standing: Rank = field(default=Rank.STAFF, converter=Rank)
    form: ExpulsionForm = field(default=ExpulsionForm.NON_GRATA, converter=ExpulsionForm)
    deadline: Duration | None = field(default=None, converter=optional_duration)
    ground: str | None = field(default=None, validator=none_or_text)


@attrs.frozen(kw_only=True, eq=False, repr=False)
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

    coding: ClassVar[Coding] = Coding("161", "SANCTION", "expel", why="161 lumps all reductions")
    rank: ClassVar[int] = 86

    standing: Rank = field(default=Rank.HEAD_OF_MISSION, converter=Rank)


@attrs.frozen(kw_only=True, eq=False, repr=False)
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

    coding: ClassVar[Coding] = Coding("161", "SANCTION", "expel", why="161 lumps all reductions")
    rank: ClassVar[int] = 86

    number: int | None = field(default=None, validator=whole_number_or_none)
    persons: tuple[str, ...] = field(default=(), converter=several, validator=each(person_id))
    deadline: Duration | None = field(default=None, converter=optional_duration)
    ground: str | None = field(default=None, validator=none_or_text)


@attrs.frozen(kw_only=True, eq=False, repr=False)
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


@attrs.frozen(kw_only=True, eq=False, repr=False)
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
