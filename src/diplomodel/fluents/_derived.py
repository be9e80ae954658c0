"""
The functions behind derived fluents: pure, of stored fluents on the same day.
"""

from __future__ import annotations

from diplomodel.fluents import _stored as stored
from diplomodel.fluents._fluent import Fluent, Lookup
from diplomodel.fluents._values import (
    VACANT,
    Accreditation,
    Functions,
    HeadedBy,
    Holding,
    Inviolability,
    MissionLevel,
    MissionStatus,
    Premises,
    Relations,
)
from diplomodel.subjects import SubjectKind, dyad_text


__all__ = ["FUNCTIONS", "HEADED_BY", "PREMISES"]

_GONE = (
    Accreditation.WITHDRAWN,
    Accreditation.FUNCTIONS_ENDED,
    Accreditation.DEPARTED,
)


def _functions(directed: str, value: Lookup) -> str | None:
    sender, _, receiver = directed.partition(">")
    relations = value(stored.RELATIONS, dyad_text(sender, receiver))
    level = value(stored.MISSION_LEVEL, directed)
    if relations in (Relations.BROKEN, Relations.ENDED):
        # An interests section works under a protecting power without relations (VCDR 45(c)).
        if level is MissionLevel.INTERESTS_SECTION:
            return Functions.EXERCISED
        return Functions.ENDED_BY_BREAK if relations is Relations.BROKEN else Functions.ENDED
    mission = value(stored.MISSION, directed)
    if mission is None:
        return None
    closed = (MissionStatus.CLOSED, MissionStatus.OPERATIONS_SUSPENDED)
    return Functions.ENDED if mission in closed else Functions.EXERCISED


def _headed_by(directed: str, value: Lookup) -> str | None:
    head = value(stored.HEAD_OF_MISSION, directed)
    acting = value(stored.ACTING_HEAD, directed)
    mission = value(stored.MISSION, directed)
    if mission in (MissionStatus.CLOSED, MissionStatus.OPERATIONS_SUSPENDED):
        return HeadedBy.NOBODY
    standing = value(stored.ACCREDITATION, f"{directed}/{head}") if head else None
    if standing is Accreditation.IN_POST:
        return _class_of_head(value(stored.MISSION_LEVEL, directed))
    if acting is not None and acting != VACANT:
        gone = value(stored.ACCREDITATION, f"{directed}/{acting}") in _GONE
        return HeadedBy.NOBODY if gone else HeadedBy.CHARGE
    if _functions(directed, value) == Functions.ENDED_BY_BREAK:
        return HeadedBy.NOBODY
    level = value(stored.MISSION_LEVEL, directed)
    vacant = standing is not None or level is MissionLevel.CHARGE_DAFFAIRES
    # A chargé ad interim acts wherever the post is vacant and the mission works (VCDR 19(1)).
    return HeadedBy.CHARGE if vacant and mission is not None else None


def _class_of_head(level: MissionLevel | None) -> HeadedBy:
    lower = (MissionLevel.CHARGE_DAFFAIRES, MissionLevel.INTERESTS_SECTION)
    return HeadedBy.CHARGE if level in lower else HeadedBy.AMBASSADOR


def _premises(directed: str, value: Lookup) -> str | None:
    held = value(stored.HOLDING, directed)
    if held is Holding.CONFISCATED:
        return Premises.CONFISCATED
    if held is Holding.TRANSFERRED:
        return Premises.TRANSFERRED
    if value(stored.INVIOLABILITY, directed) is Inviolability.BREACHED:
        return Premises.BREACHED
    if held is Holding.CUSTODY:
        return Premises.IN_CUSTODY
    if value(stored.MISSION, directed) is not None:
        return Premises.INVIOLABLE
    return None


FUNCTIONS: Fluent[Functions] = Fluent(
    "functions",
    SubjectKind.DIRECTED,
    Functions,
    summary="Whether the mission may exercise its functions, or the break has ended them.",
    derive=_functions,
    reads=(stored.RELATIONS, stored.MISSION, stored.MISSION_LEVEL),
)
HEADED_BY: Fluent[HeadedBy] = Fluent(
    "headed_by",
    SubjectKind.DIRECTED,
    HeadedBy,
    summary="Whether an ambassador, a chargé d'affaires or nobody heads the mission.",
    derive=_headed_by,
    reads=(
        stored.HEAD_OF_MISSION,
        stored.ACTING_HEAD,
        stored.ACCREDITATION,
        stored.MISSION,
        stored.MISSION_LEVEL,
        stored.RELATIONS,
    ),
)
PREMISES: Fluent[Premises] = Fluent(
    "premises",
    SubjectKind.DIRECTED,
    Premises,
    summary="The standing of the mission's premises: inviolable also after a break.",
    derive=_premises,
    reads=(stored.HOLDING, stored.INVIOLABILITY, stored.MISSION),
)
