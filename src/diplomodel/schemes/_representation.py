"""
What both diplomatic-exchange schemes ask of one mission on one day.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

from diplomodel import fluents as f


if TYPE_CHECKING:
    from diplomodel.histories import MissionState, Snapshot

_AWAY: Final = (
    f.Accreditation.ABSENT_FOR_CONSULTATIONS,
    f.Accreditation.WITHDRAWN,
    f.Accreditation.DECLARED_NON_GRATA,
)
_HOLDING_THE_POST: Final = (f.Accreditation.NOMINATED, f.Accreditation.IN_POST)
_WITHOUT_RELATIONS: Final = (f.Relations.NONE, f.Relations.BROKEN, f.Relations.ENDED)
_OVER: Final = (f.Functions.ENDED, f.Functions.ENDED_BY_BREAK)


@attrs.frozen(kw_only=True)
class Representation:
    """
    How a sending state is represented, before any scheme puts a number to it.

    Attributes:
        level: The formal class; ``None`` where it is not known.
        there: Whether there is a mission at work; ``None`` where nothing is known.
        recalled: Whether its head was recalled, withdrawn or expelled, and nobody has followed.
        resident: Whether the head resides there; ``None`` where it is not known.
        served: Whether a protecting power looks after the sender's interests.
    """

    level: f.MissionLevel | None
    there: bool | None
    recalled: bool
    resident: bool | None
    served: bool


def representation(snapshot: Snapshot, sender: str, receiver: str) -> Representation:
    """
    How one state is represented in another on the day of a snapshot.
    """
    mission = snapshot.mission(sender, receiver)
    residence = mission[f.RESIDENCE]
    return Representation(
        level=mission.level,
        there=_there(snapshot.between(sender, receiver).relations, mission),
        recalled=_recalled(mission),
        resident=None if residence is None else residence is f.Residence.RESIDENT,
        served=_served(mission),
    )


def _there(relations: f.Relations | None, mission: MissionState) -> bool | None:
    level = mission.level
    if level is f.MissionLevel.INTERESTS_SECTION:
        return True
    if level is f.MissionLevel.NONE or relations in _WITHOUT_RELATIONS:
        return False
    if mission.functions in _OVER:
        return False
    known = (level, mission.functions, mission.head_of_mission)
    return None if all(value is None for value in known) else True


def _recalled(mission: MissionState) -> bool:
    from diplomodel.events import DepartureReason, EnvoyDeparture

    head = mission.head_of_mission
    if head is None or head == f.VACANT:
        return False
    member = f"{mission.subject}/{head}"
    against_its_will = (DepartureReason.EXPELLED, DepartureReason.RECALLED)
    recalled = False
    for spell in mission.snapshot.history.spells(f.ACCREDITATION, member):
        if spell.begins > mission.snapshot.day:
            break
        if spell.value in _AWAY:
            recalled = True
        elif spell.value in _HOLDING_THE_POST:
            recalled = False
        elif isinstance(spell.began_by, EnvoyDeparture):
            # Somebody expelled is still expelled once gone; the end of a term is a vacancy.
            recalled = recalled or spell.began_by.reason in against_its_will
    return recalled


def _served(mission: MissionState) -> bool:
    history, head = mission.snapshot.history, f"{mission.subject}/"
    protectors = (
        subject.removeprefix(head)
        for subject in history.subjects(f.PROTECTION_OF_INTERESTS)
        if subject.startswith(head)
    )
    at_work = (f.Protection.IN_FUNCTION, f.Protection.CONSENT_CONTESTED)
    return any(
        mission.protection(f.PROTECTION_OF_INTERESTS, protector) in at_work
        for protector in protectors
    )
