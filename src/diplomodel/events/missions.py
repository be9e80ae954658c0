"""
Missions, consular posts and their premises.
"""

from __future__ import annotations

from typing import ClassVar

import attrs
from attrs import field
from attrs.converters import optional

from diplomodel.dates import Duration
from diplomodel.events._base import WHO, Coding
from diplomodel.events.envoys import MissionEvent
from diplomodel.fields import (
    Vocabulary,
    actor_code,
    each,
    flag,
    flag_or_none,
    identifier,
    none_or_actor,
    none_or_text,
    optional_duration,
    person_id,
    several,
)
from diplomodel.fluents import MissionLevel


__all__ = [
    "ConsularPostClosure",
    "ConsularPostOpening",
    "ConsularServiceResumption",
    "ConsularServiceSuspension",
    "EntryRefusal",
    "EntryWithConsent",
    "Intruder",
    "InviolabilityAssurance",
    "InviolabilityBreach",
    "InviolabilityThreat",
    "MissionAccessObstruction",
    "MissionClosure",
    "MissionClosureOrder",
    "MissionOpening",
    "MissionSuspension",
    "PremisesConfiscation",
    "PremisesTransfer",
    "SuspensionExtent",
]


class SuspensionExtent(Vocabulary):
    """
    How far a mission suspends its work.
    """

    PUBLIC_SERVICE = "public_service"
    OPERATIONS = "operations"


class Intruder(Vocabulary):
    """
    Who breaches the inviolability of premises.
    """

    STATE = "state"
    CROWD = "crowd"
    UNKNOWN = "unknown"


@attrs.frozen(kw_only=True, eq=False, repr=False)
class MissionOpening(MissionEvent):
    """
    A mission opens or opens again.

    Attributes:
        level: The class of the mission, where it is said.
        again: Whether it was there before.

    Example:
        >>> from diplomodel.events import MissionOpening
        >>> opening = MissionOpening(
        ...     occurred="2015-07-20", sender="USA", receiver="CUB", again=True
        ... )
        >>> opening.level is None
        True
    """

    coding: ClassVar[Coding] = Coding("050", "SUPPORT", why="nearest: diplomatic cooperation")
    rank: ClassVar[int] = 108

    level: MissionLevel | None = field(default=None, converter=optional(MissionLevel))
    again: bool = field(default=False, validator=flag)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class MissionSuspension(MissionEvent):
    """
    A mission stops serving the public or stops all operations; neither is a break.

    Attributes:
        extent: How far.
        staff_moved_to: The state to which the staff are moved, if so.

    Example:
        >>> from diplomodel.events import MissionSuspension
        >>> suspension = MissionSuspension(
        ...     occurred="2025-08", sender="AUS", receiver="IRN", extent="operations"
        ... )
        >>> suspension.extent
        <SuspensionExtent.OPERATIONS: 'operations'>
    """

    coding: ClassVar[Coding] = Coding("161", "SANCTION", why="161 lumps all reductions")
    rank: ClassVar[int] = 106

    extent: SuspensionExtent = field(converter=SuspensionExtent, metadata=WHO)
    staff_moved_to: str | None = field(default=None, validator=none_or_text)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class MissionClosure(MissionEvent):
    """
    A mission is closed; no break by itself.

    Attributes:
        ground: The ground given.

    Example:
        >>> from diplomodel.events import MissionClosure
        >>> closure = MissionClosure(occurred="2024-04-07", sender="MEX", receiver="ECU")
        >>> closure.rank
        118
    """

    coding: ClassVar[Coding] = Coding("161", "SANCTION", why="161 lumps all reductions")
    rank: ClassVar[int] = 118

    ground: str | None = field(default=None, validator=none_or_text)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class MissionClosureOrder(MissionEvent):
    """
    A receiving state orders a mission to close or to be vacated.

    Attributes:
        deadline: Time given.

    Example:
        >>> from diplomodel.events import MissionClosureOrder
        >>> order = MissionClosureOrder(
        ...     occurred="2016-01-03", sender="IRN", receiver="SAU", deadline="PT48H"
        ... )
        >>> order.deadline.words
        '48 hours'
    """

    coding: ClassVar[Coding] = Coding("161", "SANCTION", why="161 lumps all reductions")
    rank: ClassVar[int] = 104

    deadline: Duration | None = field(default=None, converter=optional_duration)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class ConsularPostOpening(MissionEvent):
    """
    A consular post opens (VCCR 4).

    Attributes:
        post: Its seat, as a short name such as ``saint-petersburg``.

    Example:
        >>> from diplomodel.events import ConsularPostOpening
        >>> opening = ConsularPostOpening(
        ...     occurred="1973", sender="USA", receiver="SUN", post="leningrad"
        ... )
        >>> opening.post
        'leningrad'
    """

    coding: ClassVar[Coding] = Coding("050", "SUPPORT", why="nearest: diplomatic cooperation")

    post: str = field(validator=identifier, metadata=WHO)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class ConsularPostClosure(MissionEvent):
    """
    A consular post is ordered to close, or is closed.

    Attributes:
        post: Its seat, as a short name.
        by_receiver: Whether the receiving state orders it (VCCR 4).
        deadline: Time given.
        done: Whether it is closed, or only ordered to close.

    Example:
        >>> from diplomodel.events import ConsularPostClosure
        >>> closure = ConsularPostClosure(
        ...     occurred="2018-03-26",
        ...     sender="RUS",
        ...     receiver="USA",
        ...     post="seattle",
        ...     deadline="P7D",
        ... )
        >>> closure.done
        False
    """

    coding: ClassVar[Coding] = Coding("161", "SANCTION", why="161 lumps all reductions")

    post: str = field(validator=identifier, metadata=WHO)
    by_receiver: bool = field(default=True, validator=flag)
    deadline: Duration | None = field(default=None, converter=optional_duration)
    done: bool = field(default=False, validator=flag, metadata=WHO)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class ConsularServiceSuspension(MissionEvent):
    """
    Consular service stops, though consular relations may stay in force.

    Example:
        >>> from diplomodel.events import ConsularServiceSuspension
        >>> suspension = ConsularServiceSuspension(
        ...     occurred="2025-11-04", sender="MEX", receiver="PER"
        ... )
        >>> suspension.coding.cameo
        '161'
    """

    coding: ClassVar[Coding] = Coding("161", "SANCTION", why="161 lumps all reductions")
    rank: ClassVar[int] = 107


@attrs.frozen(kw_only=True, eq=False, repr=False)
class ConsularServiceResumption(MissionEvent):
    """
    Consular service starts again.

    Example:
        >>> from diplomodel.events import ConsularServiceResumption
        >>> resumption = ConsularServiceResumption(occurred="2022", sender="XAA", receiver="XAB")
        >>> resumption.coding.plover
        'SUPPORT'
    """

    coding: ClassVar[Coding] = Coding("050", "SUPPORT", why="nearest: diplomatic cooperation")
    rank: ClassVar[int] = 109


@attrs.frozen(kw_only=True, eq=False, repr=False)
class EntryRefusal(MissionEvent):
    """
    The head of mission refuses the receiving state's agents entry (VCDR 22(1)).

    Attributes:
        purpose: What they wanted to enter for.

    Example:
        >>> from diplomodel.events import EntryRefusal
        >>> refusal = EntryRefusal(
        ...     occurred="2024-03-02",
        ...     sender="MEX",
        ...     receiver="ECU",
        ...     purpose="arrest of Jorge Glas",
        ... )
        >>> refusal.purpose
        'arrest of Jorge Glas'
    """

    coding: ClassVar[Coding] = Coding("120", "REJECT")

    purpose: str | None = field(default=None, validator=none_or_text)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class EntryWithConsent(MissionEvent):
    """
    The receiving state's agents enter with the consent of the head of mission (VCDR 22(1)).

    Attributes:
        purpose: What they enter for.

    Example:
        >>> from diplomodel.events import EntryWithConsent
        >>> entry = EntryWithConsent(occurred="2019-04-11", sender="ECU", receiver="GBR")
        >>> entry.kind
        'entry_with_consent'
    """

    coding: ClassVar[Coding] = Coding(
        "086", "RETREAT", "access", why="nearest: involvement allowed"
    )

    purpose: str | None = field(default=None, validator=none_or_text)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class InviolabilityBreach(MissionEvent):
    """
    Premises are entered by force: by the receiving state, or by a crowd (VCDR 22).

    Attributes:
        by: Who enters.
        taken: Persons taken out.
        injured: Whether members of the mission were hurt; ``None`` if the source is silent.

    Example:
        >>> from diplomodel.events import InviolabilityBreach
        >>> breach = InviolabilityBreach(
        ...     occurred="2024-04-05",
        ...     sender="MEX",
        ...     receiver="ECU",
        ...     by="state",
        ...     taken="jorge-glas",
        ... )
        >>> breach.taken
        ('jorge-glas',)
    """

    coding: ClassVar[Coding] = Coding("170", "COERCE", why="nearest: coerce")
    rank: ClassVar[int] = 95

    by: Intruder = field(converter=Intruder, metadata=WHO)
    taken: tuple[str, ...] = field(default=(), converter=several, validator=each(person_id))
    injured: bool | None = field(default=None, validator=flag_or_none)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class InviolabilityAssurance(MissionEvent):
    """
    A receiving state says that it will respect the premises (VCDR 22, 45(a)).

    Example:
        >>> from diplomodel.events import InviolabilityAssurance
        >>> assurance = InviolabilityAssurance(
        ...     occurred="2025-11-21", sender="MEX", receiver="PER"
        ... )
        >>> assurance.receiver
        'PER'
    """

    coding: ClassVar[Coding] = Coding("050", "AGREE", why="nearest: diplomatic cooperation")


@attrs.frozen(kw_only=True, eq=False, repr=False)
class InviolabilityThreat(MissionEvent):
    """
    Somebody who speaks for a receiving state says that premises may be entered.

    Attributes:
        speaker: Who says so.

    Example:
        >>> from diplomodel.events import InviolabilityThreat
        >>> threat = InviolabilityThreat(
        ...     occurred="2025-11-23", sender="MEX", receiver="PER", speaker="José Jerí"
        ... )
        >>> threat.coding.plover
        'THREATEN'
    """

    coding: ClassVar[Coding] = Coding("138", "THREATEN", why="nearest: threat of force")

    speaker: str | None = field(default=None, validator=none_or_text)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class MissionAccessObstruction(MissionEvent):
    """
    A receiving state hinders access to a mission or the movement of its guests.

    Attributes:
        hindered: The state whose diplomats are hindered, where not the sender's own.

    Example:
        >>> from diplomodel.events import MissionAccessObstruction
        >>> obstruction = MissionAccessObstruction(
        ...     occurred="2019-12-27", sender="MEX", receiver="BOL", hindered="ESP"
        ... )
        >>> obstruction.hindered
        'ESP'
    """

    coding: ClassVar[Coding] = Coding("170", "COERCE", why="nearest: coerce")

    hindered: str | None = field(default=None, validator=none_or_actor)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class PremisesConfiscation(MissionEvent):
    """
    A receiving state takes premises (against VCDR 22(3), 45(a)).

    Example:
        >>> from diplomodel.events import PremisesConfiscation
        >>> confiscation = PremisesConfiscation(occurred="2021-12", sender="TWN", receiver="NIC")
        >>> confiscation.coding.mode
        'seize'
    """

    coding: ClassVar[Coding] = Coding("1711", "COERCE", "seize")


@attrs.frozen(kw_only=True, eq=False, repr=False)
class PremisesTransfer(MissionEvent):
    """
    A receiving state hands premises to another state or government.

    Attributes:
        to: Who gets them.

    Example:
        >>> from diplomodel.events import PremisesTransfer
        >>> transfer = PremisesTransfer(
        ...     occurred="2021-12", sender="TWN", receiver="NIC", to="CHN"
        ... )
        >>> transfer.to
        'CHN'
    """

    coding: ClassVar[Coding] = Coding("1711", "COERCE", "seize")

    to: str = field(validator=actor_code, metadata=WHO)
