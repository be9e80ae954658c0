"""
Rules for relations, recognition, missions, premises and protecting powers.
"""

from __future__ import annotations

from typing import Final

from diplomodel import events as e
from diplomodel import fluents as f
from diplomodel.rules._model import NoEffect, Requirement, Rule, Severity
from diplomodel.rules._parts import by_field, field_value, on, where
from diplomodel.subjects import SubjectKind as K


_BY: Final = on(K.DYAD, "by", "target")
_PARTIES: Final = on(K.DYAD, "parties")
_TOWARDS: Final = on(K.RECOGNITION, "by", "target")
_GOVERNMENT: Final = on(K.GOVERNMENT, "by", "target", "government")
_MISSION: Final = on(K.DIRECTED, "sender", "receiver")
_DYAD: Final = on(K.DYAD, "sender", "receiver")
_POST: Final = on(K.POST, "sender", "receiver", "post")
_PROTECTOR: Final = on(K.PROTECTION, "sender", "receiver", "protector")


RELATIONS: Final = (
    Rule(
        event=e.RelationsEstablishment,
        sets=f.RELATIONS,
        on=_PARTIES,
        value=f.Relations.ESTABLISHED,
        law=("VCDR 2",),
        why="Both states agree to have relations.",
    ),
    Rule(
        event=e.RelationsEstablishment,
        sets=f.CONSULAR,
        on=_PARTIES,
        value=f.Consular.ESTABLISHED,
        law=("VCCR 2(2)",),
        when=where("consular", True),
        why="Consent to diplomatic relations implies consent to consular ones.",
    ),
    Rule(
        event=e.RelationsBreak,
        sets=f.RELATIONS,
        on=_BY,
        value=f.Relations.BROKEN,
        law=("practice: break of relations", "VCDR 45"),
        why="One side can break at any time, from any level and without conditions.",
    ),
    Rule(
        event=e.RelationsBreak,
        sets=f.CONSULAR,
        on=_BY,
        value=f.Consular.SEVERED,
        law=("VCCR 2(3)",),
        when=where("severs_consular", True),
        why="A break severs consular relations only where it says so.",
    ),
    Rule(
        event=e.RelationsBreak,
        sets=f.STATE_RECOGNITION,
        on=_TOWARDS,
        value=f.Recognition.WITHDRAWN,
        law=("practice: withdrawal of recognition", "Montevideo 6"),
        when=where("derecognition", True),
        why="The state breaks and takes back recognition in one act.",
    ),
    Rule(
        event=e.RelationsRestoration,
        sets=f.RELATIONS,
        on=_PARTIES,
        value=f.Relations.ESTABLISHED,
        law=("VCDR 2",),
        why="Restoring relations needs both sides, as establishing them does.",
    ),
    Rule(
        event=e.RelationsRestoration,
        sets=f.CONSULAR,
        on=_PARTIES,
        value=f.Consular.ESTABLISHED,
        law=("VCCR 2(2)",),
        when=where("consular", True),
        why="Consent to diplomatic relations implies consent to consular ones.",
    ),
    Rule(
        event=e.StateExtinction,
        sets=f.RELATIONS,
        on=_PARTIES,
        value=f.Relations.ENDED,
        law=("practice: extinction and succession of states",),
        why="Relations end with the state that has them.",
    ),
    Rule(
        event=e.ConsularRelationsEstablishment,
        sets=f.CONSULAR,
        on=_PARTIES,
        value=f.Consular.ESTABLISHED,
        law=("VCCR 2(1)",),
        why="Both states agree to have consular relations.",
    ),
    Rule(
        event=e.ConsularRelationsSeverance,
        sets=f.CONSULAR,
        on=_BY,
        value=f.Consular.SEVERED,
        law=("VCCR 2(3)", "VCCR 27"),
        why="Consular relations are severed by an act of their own.",
    ),
    Rule(
        event=e.StateRecognition,
        sets=f.STATE_RECOGNITION,
        on=_TOWARDS,
        value=f.Recognition.RECOGNISED,
        law=("Montevideo 6", "Montevideo 7"),
        why="The state accepts the other's personality.",
    ),
    Rule(
        event=e.StateRecognitionWithdrawal,
        sets=f.STATE_RECOGNITION,
        on=_TOWARDS,
        value=f.Recognition.WITHDRAWN,
        law=("practice: withdrawal of recognition", "Montevideo 6"),
        why="The state says that it recognises no longer, whatever the law thinks of that.",
    ),
    Rule(
        event=e.GovernmentRecognition,
        sets=f.GOVERNMENT_RECOGNITION,
        on=_GOVERNMENT,
        value=f.Recognition.RECOGNISED,
        law=("practice: recognition of a government",),
        why="The state accepts the government as the other's.",
    ),
    Rule(
        event=e.GovernmentRecognitionWithholding,
        sets=f.GOVERNMENT_RECOGNITION,
        on=_GOVERNMENT,
        value=by_field(
            "not_practised",
            {True: f.Recognition.NOT_PRACTISED, False: f.Recognition.WITHHELD},
        ),
        law=("practice: non-recognition of a government", "practice: Estrada doctrine"),
        why="The state withholds recognition, or holds that it gives none to anybody.",
    ),
    Rule(
        event=e.GovernmentRecognitionWithdrawal,
        sets=f.GOVERNMENT_RECOGNITION,
        on=_GOVERNMENT,
        value=f.Recognition.WITHDRAWN,
        law=("practice: non-recognition of a government",),
        why="The state accepts the government no longer.",
    ),
)

MISSIONS: Final = (
    Rule(
        event=e.MissionOpening,
        sets=f.MISSION,
        on=_MISSION,
        value=f.MissionStatus.OPEN,
        law=("VCDR 2", "practice: opening a mission", "practice: reopening a mission"),
        why="The mission works.",
    ),
    Rule(
        event=e.MissionOpening,
        sets=f.MISSION_LEVEL,
        on=_MISSION,
        value=field_value("level"),
        law=("VCDR 14", "VCDR 15", "practice: interests section"),
        why="The mission opens at the class that is said.",
    ),
    Rule(
        event=e.MissionOpening,
        sets=f.INVIOLABILITY,
        on=_MISSION,
        value=f.Inviolability.RESPECTED,
        law=("VCDR 22",),
        why="The premises of a mission are inviolable from its opening.",
    ),
    Rule(
        event=e.MissionOpening,
        sets=f.HOLDING,
        on=_MISSION,
        value=f.Holding.SENDING_STATE,
        law=("VCDR 22",),
        why="The sending state holds the premises of its own mission.",
    ),
    Rule(
        event=e.MissionSuspension,
        sets=f.MISSION,
        on=_MISSION,
        value=by_field(
            "extent",
            {
                e.SuspensionExtent.PUBLIC_SERVICE: f.MissionStatus.PUBLIC_SERVICE_SUSPENDED,
                e.SuspensionExtent.OPERATIONS: f.MissionStatus.OPERATIONS_SUSPENDED,
            },
        ),
        law=("practice: suspension of operations", "VCDR 45"),
        why="The mission suspends its work so far; relations stay as they are.",
    ),
    Rule(
        event=e.MissionClosure,
        sets=f.MISSION,
        on=_MISSION,
        value=f.MissionStatus.CLOSED,
        law=("practice: closing a mission", "VCDR 45"),
        why="Closing a mission ends its work and not the relations.",
    ),
    Rule(
        event=e.MissionClosure,
        sets=f.MISSION_LEVEL,
        on=_MISSION,
        value=f.MissionLevel.NONE,
        law=("practice: closing a mission",),
        why="A closed mission represents at no level.",
    ),
    Rule(
        event=e.ConsularPostOpening,
        sets=f.CONSULAR_POST,
        on=_POST,
        value=f.ConsularPost.OPEN,
        law=("VCCR 4",),
        why="A post opens with the receiving state's consent.",
    ),
    Rule(
        event=e.ConsularPostClosure,
        sets=f.CONSULAR_POST,
        on=_POST,
        value=by_field(
            "done", {True: f.ConsularPost.CLOSED, False: f.ConsularPost.CLOSURE_ORDERED}
        ),
        law=("VCCR 4", "VCCR 27(2)"),
        why="Consent to one post can be taken back; that severs nothing.",
    ),
    Rule(
        event=e.ConsularServiceSuspension,
        sets=f.CONSULAR_SERVICE,
        on=_MISSION,
        value=f.Service.SUSPENDED,
        law=("VCCR 3", "VCCR 70"),
        why="Service stops; consular relations stay in force.",
    ),
    Rule(
        event=e.ConsularServiceResumption,
        sets=f.CONSULAR_SERVICE,
        on=_MISSION,
        value=f.Service.SERVED,
        law=("VCCR 3", "VCCR 70"),
        why="Service starts again.",
    ),
    Rule(
        event=e.InviolabilityBreach,
        sets=f.INVIOLABILITY,
        on=_MISSION,
        value=f.Inviolability.BREACHED,
        law=("VCDR 22",),
        why="Entry without consent breaches inviolability, by whomever.",
    ),
    Rule(
        event=e.InviolabilityAssurance,
        sets=f.INVIOLABILITY,
        on=_MISSION,
        value=f.Inviolability.RESPECTED,
        law=("VCDR 22", "VCDR 45(a)"),
        why="The receiving state says that it respects the premises.",
    ),
    Rule(
        event=e.PremisesConfiscation,
        sets=f.HOLDING,
        on=_MISSION,
        value=f.Holding.CONFISCATED,
        law=("VCDR 45(a)",),
        why="The receiving state takes the premises.",
    ),
    Rule(
        event=e.PremisesTransfer,
        sets=f.HOLDING,
        on=_MISSION,
        value=f.Holding.TRANSFERRED,
        law=("VCDR 45(a)",),
        why="The premises are handed to another.",
    ),
)


def _protection() -> tuple[Rule, ...]:
    steps = (
        (e.ProtectingPowerRequest, f.Protection.REQUESTED, "The sending state asks."),
        (e.ProtectingPowerAcceptance, f.Protection.ACCEPTED, "The third state accepts."),
        (e.ProtectingPowerFunction, f.Protection.IN_FUNCTION, "The third state takes it up."),
        (
            e.ProtectingPowerConsentRevocation,
            f.Protection.CONSENT_CONTESTED,
            "Whether consent can be taken back alone is disputed, so the mandate is contested.",
        ),
        (e.ProtectingPowerEnd, f.Protection.ENDED, "The mandate ends."),
    )
    parts = (
        (f.PROTECTION_OF_INTERESTS, e.Scope.INTERESTS, ("VCDR 45(c)", "VCDR 46")),
        (f.PROTECTION_OF_PREMISES, e.Scope.CUSTODY, ("VCDR 45(b)",)),
        (f.CONSULAR_PROTECTION, e.Scope.CONSULAR, ("VCCR 8", "VCCR 27(1)(c)")),
    )
    return tuple(
        Rule(
            event=event,
            sets=fluent,
            on=_PROTECTOR,
            value=value,
            law=law,
            when=where("scope", scope),
            why=why,
        )
        for event, value, why in steps
        for fluent, scope, law in parts
    )


PROTECTION: Final = (
    *_protection(),
    Rule(
        event=e.ProtectingPowerFunction,
        sets=f.HOLDING,
        on=_MISSION,
        value=f.Holding.CUSTODY,
        law=("VCDR 45(b)",),
        when=where("scope", e.Scope.CUSTODY),
        why="The third state has custody of the premises.",
    ),
    Rule(
        event=e.ProtectingPowerEnd,
        sets=f.HOLDING,
        on=_MISSION,
        value=f.Holding.SENDING_STATE,
        law=("VCDR 45(b)",),
        when=where("scope", e.Scope.CUSTODY),
        why="With the end of custody the premises fall back to the sending state.",
    ),
)

NO_EFFECT: Final = (
    NoEffect(event=e.RelationsReduced, why="The code does not tell what was reduced."),
    NoEffect(event=e.RestorationAgreement, why="Agreeing to restore is not yet restoring."),
    NoEffect(event=e.RecognitionSwitchAnnouncement, why="An announced act is not yet the act."),
    NoEffect(
        event=e.MissionClosureOrder,
        why="The order is not the closure; it is an obligation.",
    ),
    NoEffect(event=e.EntryRefusal, why="Refusing entry uses inviolability, and leaves it whole."),
    NoEffect(event=e.EntryWithConsent, why="Entry with consent is lawful, and leaves it whole."),
    NoEffect(event=e.InviolabilityThreat, why="A threat is not the act."),
    NoEffect(event=e.MissionAccessObstruction, why="Access is hindered; nothing is entered."),
)

REQUIREMENTS: Final = (
    Requirement(
        event=e.RelationsBreak,
        fluent=f.RELATIONS,
        on=_BY,
        any_of=(f.Relations.ESTABLISHED, f.Relations.BROKEN),
        law=("VCDR 2",),
        text="there were no relations to break",
    ),
    Requirement(
        event=e.RelationsBreak,
        when=where("derecognition", True),
        severity=Severity.BREACH,
        law=("Montevideo 6",),
        text="recognition of a state cannot be taken back",
    ),
    Requirement(
        event=e.StateRecognitionWithdrawal,
        severity=Severity.BREACH,
        law=("Montevideo 6",),
        text="recognition of a state cannot be taken back",
    ),
    Requirement(
        event=e.RelationsRestoration,
        fluent=f.RELATIONS,
        on=_PARTIES,
        any_of=(f.Relations.BROKEN, f.Relations.NONE, f.Relations.ENDED),
        severity=Severity.NOTE,
        law=("VCDR 2",),
        text="relations were not broken",
    ),
    Requirement(
        event=e.MissionOpening,
        when=where("level", f.MissionLevel.AMBASSADOR),
        fluent=f.RELATIONS,
        on=_DYAD,
        any_of=(f.Relations.ESTABLISHED,),
        law=("VCDR 2",),
        text="an embassy needs relations",
    ),
    Requirement(
        event=e.InviolabilityBreach,
        when=where("by", e.Intruder.STATE),
        severity=Severity.BREACH,
        law=("VCDR 22(1)",),
        text="the receiving state's agents entered without consent",
    ),
    Requirement(
        event=e.InviolabilityBreach,
        when=where("by", e.Intruder.CROWD),
        severity=Severity.BREACH,
        law=("VCDR 22(2)",),
        text="the receiving state did not protect the premises from intrusion",
    ),
    Requirement(
        event=e.PremisesConfiscation,
        severity=Severity.BREACH,
        law=("VCDR 22(3)", "VCDR 45(a)"),
        text="premises may not be seized, also after a break",
    ),
    Requirement(
        event=e.PremisesTransfer,
        severity=Severity.BREACH,
        law=("VCDR 45(a)",),
        text="premises are to be respected, also after a break",
    ),
    Requirement(
        event=e.ProtectingPowerConsentRevocation,
        severity=Severity.NOTE,
        law=("VCDR 45(c)", "VCDR 46"),
        text="whether consent to a protecting power can be taken back alone is disputed",
    ),
    Requirement(
        event=e.ProtectingPowerFunction,
        fluent=f.RELATIONS,
        on=_DYAD,
        any_of=(f.Relations.BROKEN, f.Relations.NONE),
        severity=Severity.NOTE,
        law=("VCDR 45", "VCDR 46"),
        text="relations were not broken: the mandate rests on a recall, or on article 46",
    ),
    Requirement(
        event=e.MissionAccessObstruction,
        severity=Severity.WARNING,
        law=("VCDR 25", "VCDR 26"),
        text="a mission is owed full facilities and free movement",
    ),
)
