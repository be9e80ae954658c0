"""
Event types: a typed, frozen class for every kind of happening.

Families load when one of their types is first used.

Example:
    >>> from diplomodel import events
    >>> events.event_type("relations_break") is events.RelationsBreak
    True
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplomodel.events._base import (
    Coding,
    Event,
    Link,
    LinkKind,
    Modality,
    UnknownEvent,
    Votes,
    kind_of,
)
from diplomodel.events._participants import (
    Participant,
    ParticipantField,
    participant_fields,
    participants,
)
from diplomodel.events._registry import NAMES, event_type, event_types, families, load


if TYPE_CHECKING:
    from diplomodel.events.asylum import *  # noqa: F403 (the lazy names, for type checkers)
    from diplomodel.events.coups import *  # noqa: F403 (the lazy names, for type checkers)
    from diplomodel.events.envoys import *  # noqa: F403 (the lazy names, for type checkers)
    from diplomodel.events.expulsions import *  # noqa: F403 (the lazy names, for type checkers)
    from diplomodel.events.incidents import *  # noqa: F403 (the lazy names, for type checkers)
    from diplomodel.events.institutions import *  # noqa: F403 (the lazy names, for type checkers)
    from diplomodel.events.justice import *  # noqa: F403 (the lazy names, for type checkers)
    from diplomodel.events.measures import *  # noqa: F403 (the lazy names, for type checkers)
    from diplomodel.events.missions import *  # noqa: F403 (the lazy names, for type checkers)
    from diplomodel.events.observations import *  # noqa: F403 (the lazy names, for type checkers)
    from diplomodel.events.protection import *  # noqa: F403 (the lazy names, for type checkers)
    from diplomodel.events.relations import *  # noqa: F403 (the lazy names, for type checkers)
    from diplomodel.events.statements import *  # noqa: F403 (the lazy names, for type checkers)


__all__ = [
    "Acquittal",
    "AmbassadorExpulsion",
    "AmbassadorRecall",
    "AmbassadorReturn",
    "AmbassadorSummons",
    "AmbassadorWithdrawal",
    "Appointment",
    "Arrest",
    "AsyleeArrival",
    "AsyleeConductProtest",
    "AsyleeDeparture",
    "AsyleeHandover",
    "AsylumEnd",
    "AsylumEvent",
    "AsylumForm",
    "AsylumGrant",
    "AsylumOffer",
    "AsylumRefusal",
    "AsylumRequest",
    "AsylumRequestWithdrawal",
    "BodyExpulsion",
    "CaptureOrder",
    "Censure",
    "ChairTransfer",
    "Charge",
    "ChargeAppointment",
    "Coding",
    "ConsularPostClosure",
    "ConsularPostOpening",
    "ConsularRelationsEstablishment",
    "ConsularRelationsSeverance",
    "ConsularServiceResumption",
    "ConsularServiceSuspension",
    "Consultations",
    "ContactsSuspension",
    "Conviction",
    "CoupAttempt",
    "CoupOutcome",
    "CourtApplication",
    "CourtJudgment",
    "CourtOrder",
    "CredentialsPresentation",
    "DepartureReason",
    "Detention",
    "DetentionKind",
    "DirectedRelationsEvent",
    "EntryRefusal",
    "EntryWithConsent",
    "EnvoyDeparture",
    "EnvoyEvent",
    "EnvoyVisit",
    "Event",
    "ExpulsionForm",
    "GovernmentChange",
    "GovernmentRecognition",
    "GovernmentRecognitionWithdrawal",
    "GovernmentRecognitionWithholding",
    "HeadOfStateRemoval",
    "Incident",
    "IncidentKind",
    "InstitutionEvent",
    "Intruder",
    "InviolabilityAssurance",
    "InviolabilityBreach",
    "InviolabilityThreat",
    "JointStatement",
    "JusticeEvent",
    "LevelDowngrade",
    "LevelUpgrade",
    "Link",
    "LinkKind",
    "Manner",
    "MeasureEvent",
    "MeasuresDecision",
    "Mediation",
    "Meeting",
    "MissionAccessObstruction",
    "MissionClosure",
    "MissionClosureOrder",
    "MissionEvent",
    "MissionOpening",
    "MissionSizeReduction",
    "MissionSuspension",
    "Modality",
    "MutualRelationsEvent",
    "NationalsOrderedOut",
    "Observation",
    "Office",
    "OfficeTaken",
    "OrganisationStep",
    "Overture",
    "ParliamentaryDeclaration",
    "ParliamentaryStage",
    "Participant",
    "ParticipantField",
    "PersonaNonGrata",
    "PremisesConfiscation",
    "PremisesTransfer",
    "ProtectingPowerAcceptance",
    "ProtectingPowerConsentRevocation",
    "ProtectingPowerEnd",
    "ProtectingPowerEvent",
    "ProtectingPowerFunction",
    "ProtectingPowerRequest",
    "ProtestNote",
    "Rank",
    "RecognitionSwitchAnnouncement",
    "RelationsBreak",
    "RelationsEstablishment",
    "RelationsReduced",
    "RelationsRestoration",
    "Release",
    "RequestManner",
    "Resignation",
    "RestorationAgreement",
    "SafeConductDecision",
    "SafeConductRequested",
    "SanctionKind",
    "SanctionsImposition",
    "SanctionsLifting",
    "Scope",
    "SelfCoupAttempt",
    "SentenceRequest",
    "StaffExpulsion",
    "StaffWithdrawal",
    "Stance",
    "StateExtinction",
    "StateRecognition",
    "StateRecognitionWithdrawal",
    "Statement",
    "StatementEvent",
    "SuspensionExtent",
    "Talks",
    "Threat",
    "TradeContinuation",
    "TreatyInterpretationProposal",
    "TrialOpening",
    "UnknownEvent",
    "VisaQuota",
    "VisaRequirementAnnouncement",
    "VisaRequirementInForce",
    "VisaRequirementPostponement",
    "VisaRequirementRevocation",
    "Votes",
    "event_type",
    "event_types",
    "families",
    "kind_of",
    "participant_fields",
    "participants",
]


def __getattr__(name: str) -> object:
    """
    Load the family that has the name.
    """
    if name in NAMES:
        return load(name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    """
    All public names, loaded or not.
    """
    return sorted({*globals(), *__all__})
