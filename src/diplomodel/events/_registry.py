"""
Which event type lives in which family, known without loading any.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from typing import Final, TypeGuard

from diplomodel.errors import UnknownNameError
from diplomodel.events._base import Event, kind_of


__all__ = ["NAMES", "event_type", "event_types", "families", "load"]

#: The public names of each family module: event types, parents and vocabularies.
_FAMILIES: Final[dict[str, tuple[str, ...]]] = {
    "asylum": (
        "AsylumEnd",
        "AsylumEvent",
        "AsylumForm",
        "AsylumGrant",
        "AsylumOffer",
        "AsylumRefusal",
        "AsylumRequest",
        "AsylumRequestWithdrawal",
        "AsyleeArrival",
        "AsyleeConductProtest",
        "AsyleeDeparture",
        "AsyleeHandover",
        "RequestManner",
        "SafeConductDecision",
        "SafeConductRequested",
    ),
    "coups": (
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
    ),
    "envoys": (
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
    ),
    "expulsions": (
        "AmbassadorExpulsion",
        "ExpulsionForm",
        "MissionSizeReduction",
        "PersonaNonGrata",
        "StaffExpulsion",
        "StaffWithdrawal",
    ),
    "incidents": (
        "Incident",
        "IncidentKind",
        "Threat",
    ),
    "institutions": (
        "ChairTransfer",
        "CourtApplication",
        "CourtJudgment",
        "CourtOrder",
        "InstitutionEvent",
        "MeasuresDecision",
        "OrganisationStep",
        "TreatyInterpretationProposal",
    ),
    "justice": (
        "Acquittal",
        "Arrest",
        "CaptureOrder",
        "Charge",
        "Conviction",
        "Detention",
        "DetentionKind",
        "JusticeEvent",
        "Release",
        "SentenceRequest",
        "TrialOpening",
    ),
    "measures": (
        "BodyExpulsion",
        "MeasureEvent",
        "NationalsOrderedOut",
        "SanctionKind",
        "SanctionsImposition",
        "SanctionsLifting",
        "TradeContinuation",
        "VisaQuota",
        "VisaRequirementAnnouncement",
        "VisaRequirementInForce",
        "VisaRequirementPostponement",
        "VisaRequirementRevocation",
    ),
    "missions": (
        "ConsularPostClosure",
        "ConsularPostOpening",
        "ConsularServiceResumption",
        "ConsularServiceSuspension",
        "EntryRefusal",
        "EntryWithConsent",
        "InviolabilityAssurance",
        "InviolabilityBreach",
        "InviolabilityThreat",
        "Intruder",
        "MissionAccessObstruction",
        "MissionClosure",
        "MissionClosureOrder",
        "MissionOpening",
        "MissionSuspension",
        "PremisesConfiscation",
        "PremisesTransfer",
        "SuspensionExtent",
    ),
    "observations": ("Observation",),
    "protection": (
        "ProtectingPowerAcceptance",
        "ProtectingPowerConsentRevocation",
        "ProtectingPowerEnd",
        "ProtectingPowerEvent",
        "ProtectingPowerFunction",
        "ProtectingPowerRequest",
        "Scope",
    ),
    "relations": (
        "ConsularRelationsEstablishment",
        "ConsularRelationsSeverance",
        "DirectedRelationsEvent",
        "GovernmentRecognition",
        "GovernmentRecognitionWithdrawal",
        "GovernmentRecognitionWithholding",
        "MutualRelationsEvent",
        "RecognitionSwitchAnnouncement",
        "RelationsBreak",
        "RelationsEstablishment",
        "RelationsReduced",
        "RelationsRestoration",
        "RestorationAgreement",
        "StateExtinction",
        "StateRecognition",
        "StateRecognitionWithdrawal",
    ),
    "statements": (
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
    ),
}

#: Every public name of the families, and its module.
NAMES: Final[dict[str, str]] = {
    name: family for family, names in _FAMILIES.items() for name in names
}


def families() -> tuple[str, ...]:
    """
    Names of the families, which are modules of `diplomodel.events`.

    Example:
        >>> families()[:2]
        ('asylum', 'coups')
    """
    return tuple(_FAMILIES)


def load(name: str) -> object:
    """
    The class of that name, its family loaded if need be.

    Raises:
        UnknownNameError: No family has it.
    """
    family = NAMES.get(name)
    if family is None:
        raise UnknownNameError("event type", name, NAMES)
    return getattr(import_module(f"diplomodel.events.{family}"), name)


@cache
def _kinds() -> dict[str, str]:
    return {kind_of(type(name, (), {})): name for name in NAMES}


def event_type(kind: str) -> type[Event]:
    """
    The event type of a kind, or of a class name.

    Raises:
        UnknownNameError: There is none; parents and vocabularies do not count.

    Example:
        >>> event_type("relations_break").__name__
        'RelationsBreak'
    """
    found = load(_kinds().get(kind, kind)) if kind in _kinds() or kind in NAMES else None
    if _is_type(found):
        return found
    raise UnknownNameError("event kind", kind, (kind_of(cls) for cls in event_types()))


def is_parent(cls: type[Event]) -> bool:
    """
    Whether a class only gathers others and stands for no act.
    """
    return cls.coding.why == "a parent type stands for no act"


@cache
def event_types() -> tuple[type[Event], ...]:
    """
    Every event type of the core, by kind; parents left out.
    """
    return tuple(sorted(_types(), key=kind_of))


def _types() -> Iterator[type[Event]]:
    for name in NAMES:
        found = load(name)
        if _is_type(found):
            yield found


def _is_type(found: object) -> TypeGuard[type[Event]]:
    return isinstance(found, type) and issubclass(found, Event) and not is_parent(found)
