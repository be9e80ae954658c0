"""
Rules for asylum, justice, offices of state and measures.
"""

from __future__ import annotations

from typing import Final

from diplomodel import events as e
from diplomodel import fluents as f
from diplomodel.rules._model import Later, NoEffect, Requirement, Rule, Severity
from diplomodel.rules._parts import by_field, field_value, on, where
from diplomodel.subjects import SubjectKind as K


_CASE: Final = on(K.CASE, "asylum_state", "territorial_state", "persons")
_PERSONS: Final = on(K.PERSON, "persons")
_PROCEEDINGS: Final = on(K.PROCEEDINGS, "persons", "case")
_STATE: Final = on(K.STATE, "state")
_MEASURE: Final = on(K.MEASURE, "by", "target", "measure")
_STATES: Final = ("asylum_state", "territorial_state")
_JUSTICE: Final = ("practice: criminal proceedings",)


def _asylum(event: type[e.Event], value: f.Asylum, law: tuple[str, ...], why: str) -> Rule:
    return Rule(event=event, sets=f.ASYLUM, on=_CASE, value=value, law=law, why=why)


def _shelter(event: type[e.Event], value: f.Shelter, law: tuple[str, ...], why: str) -> Rule:
    return Rule(event=event, sets=f.SHELTER, on=_CASE, value=value, law=law, why=why)


ASYLUM: Final = (
    _asylum(
        e.AsylumRequest,
        f.Asylum.REQUESTED,
        ("Caracas II", "practice: asylum outside the convention"),
        "Asking needs nobody's consent.",
    ),
    Rule(
        event=e.AsylumRequest,
        sets=f.SHELTER,
        on=_CASE,
        value=by_field("manner", {e.RequestManner.AT_MISSION: f.Shelter.SHELTERED}),
        law=("Caracas I",),
        why="Who asks at the mission is on its premises.",
    ),
    _asylum(
        e.AsylumOffer, f.Asylum.OFFERED, ("practice: offer of asylum",), "An offer is no grant."
    ),
    _asylum(
        e.AsylumGrant,
        f.Asylum.GRANTED,
        ("Caracas II", "practice: asylum outside the convention", "practice: territorial asylum"),
        "Granting is the asylum state's own act.",
    ),
    Rule(
        event=e.AsylumGrant,
        sets=f.SHELTER,
        on=_CASE,
        value=by_field("form", {e.AsylumForm.DIPLOMATIC: f.Shelter.SHELTERED}),
        law=("Caracas I",),
        why="Diplomatic asylum is given on a mission's premises.",
    ),
    _asylum(
        e.AsylumRefusal,
        f.Asylum.REFUSED,
        ("Caracas II",),
        "The asylum state may refuse without reasons.",
    ),
    _asylum(
        e.AsylumRequestWithdrawal,
        f.Asylum.WITHDRAWN,
        ("Caracas II",),
        "The request is taken back.",
    ),
    _asylum(e.AsylumEnd, f.Asylum.ENDED, ("practice: end of asylum",), "The asylum ends."),
    _shelter(
        e.AsylumEnd, f.Shelter.LEFT, ("practice: end of asylum",), "Shelter ends with the asylum."
    ),
    Rule(
        event=e.SafeConductRequested,
        sets=f.SAFE_CONDUCT_REQUEST,
        on=_CASE,
        value=f.SafeConductRequest.REQUESTED,
        law=("Caracas XII",),
        why="The asylum state asks that the person may leave.",
    ),
    Rule(
        event=e.SafeConductDecision,
        sets=f.SAFE_CONDUCT_ANSWER,
        on=_CASE,
        value=field_value("answer"),
        law=("Caracas XII", "Caracas XVII"),
        why="The territorial state's answer; a delay is not a refusal.",
    ),
    _shelter(
        e.AsyleeDeparture,
        f.Shelter.LEFT,
        ("Caracas XIII", "practice: leaving without safe-conduct"),
        "The person leaves the premises.",
    ),
    _shelter(
        e.AsyleeArrival,
        f.Shelter.LEFT,
        ("Caracas XIII", "Caracas XVII"),
        "Whoever has arrived abroad is on the premises no longer.",
    ),
    _shelter(
        e.AsyleeHandover,
        f.Shelter.TRANSFERRED,
        ("Caracas XIX",),
        "The person is handed to a third state's mission.",
    ),
    Rule(
        event=e.InviolabilityBreach,
        sets=f.SHELTER,
        on=on(K.CASE, "sender", "receiver", "taken"),
        value=f.Shelter.TAKEN,
        law=("VCDR 22(1)", "Caracas I"),
        why="Whoever is dragged off the premises is sheltered no longer; the grant stands.",
    ),
)

JUSTICE: Final = (
    Rule(
        event=e.Arrest,
        sets=f.CUSTODY,
        on=_PERSONS,
        value=f.Custody.DETAINED,
        law=_JUSTICE,
        why="Arrested.",
    ),
    Rule(
        event=e.Detention,
        sets=f.CUSTODY,
        on=_PERSONS,
        value=by_field(
            "footing",
            {
                e.DetentionKind.PRELIMINARY: f.Custody.DETAINED,
                e.DetentionKind.PRE_TRIAL: f.Custody.PRE_TRIAL,
                e.DetentionKind.OTHER: f.Custody.DETAINED,
            },
        ),
        law=_JUSTICE,
        why="Held on the footing that the court orders.",
    ),
    Rule(
        event=e.CaptureOrder,
        sets=f.CUSTODY,
        on=_PERSONS,
        value=f.Custody.SOUGHT,
        law=_JUSTICE,
        why="Ordered captured, out of reach.",
    ),
    Rule(
        event=e.Release,
        sets=f.CUSTODY,
        on=_PERSONS,
        value=by_field("carried_out", {True: f.Custody.AT_LIBERTY}),
        law=_JUSTICE,
        why="Free once the release is carried out.",
    ),
    Rule(
        event=e.Conviction,
        sets=f.CUSTODY,
        on=_PERSONS,
        value=by_field("in_custody", {True: f.Custody.SERVING}),
        law=_JUSTICE,
        why="Whoever is in custody when sentenced serves the sentence.",
    ),
    Rule(
        event=e.Charge,
        sets=f.PROCEEDINGS,
        on=_PROCEEDINGS,
        value=f.Proceedings.CHARGED,
        law=_JUSTICE,
        why="Charged.",
    ),
    Rule(
        event=e.TrialOpening,
        sets=f.PROCEEDINGS,
        on=_PROCEEDINGS,
        value=f.Proceedings.ON_TRIAL,
        law=_JUSTICE,
        why="On trial.",
    ),
    Rule(
        event=e.Conviction,
        sets=f.PROCEEDINGS,
        on=_PROCEEDINGS,
        value=f.Proceedings.CONVICTED,
        law=_JUSTICE,
        why="Convicted.",
    ),
    Rule(
        event=e.Acquittal,
        sets=f.PROCEEDINGS,
        on=_PROCEEDINGS,
        value=f.Proceedings.ACQUITTED,
        law=_JUSTICE,
        why="Acquitted.",
    ),
)


def _offices() -> tuple[Rule, ...]:
    offices = (
        (f.HEAD_OF_STATE, e.Office.HEAD_OF_STATE),
        (f.HEAD_OF_GOVERNMENT, e.Office.HEAD_OF_GOVERNMENT),
        (f.FOREIGN_MINISTER, e.Office.FOREIGN_MINISTER),
    )
    law = ("practice: accession of a head of state or government",)
    change = ("practice: change of government",)
    rules: list[Rule] = []
    for fluent, office in offices:
        taken = Rule(
            event=e.OfficeTaken,
            sets=fluent,
            on=_STATE,
            value=field_value("person"),
            law=law,
            when=where("office", office),
            why="The person holds the office.",
        )
        lost = tuple(
            Rule(
                event=event,
                sets=fluent,
                on=_STATE,
                value=f.VACANT,
                law=change,
                when=where("office", office),
                why="The office is vacant until somebody takes it.",
            )
            for event in (e.Resignation, e.Censure)
        )
        rules.extend((taken, *lost))
    return tuple(rules)


OFFICES: Final = (
    *_offices(),
    Rule(
        event=e.HeadOfStateRemoval,
        sets=f.HEAD_OF_STATE,
        on=_STATE,
        value=f.VACANT,
        law=("practice: change of government",),
        why="The office is vacant until somebody takes it.",
    ),
    Rule(
        event=e.ChairTransfer,
        sets=f.ORGANISATION_CHAIR,
        on=on(K.STATE, "institution"),
        value=field_value("to_state"),
        law=("practice: multilateral offices",),
        why="The chair is the incoming state's.",
    ),
)


def _measure(
    event: type[e.Event], value: f.Measure, why: str, *, later: Later | None = None
) -> Rule:
    law = ("practice: visa policy", "practice: announcement and entry into force")
    return Rule(
        event=event, sets=f.VISA_RULE, on=_MEASURE, value=value, law=law, why=why, later=later
    )


_IN_FORCE: Final = Later(value=f.Measure.IN_FORCE, effective="effective")

MEASURES: Final = (
    _measure(
        e.VisaRequirementAnnouncement,
        f.Measure.ANNOUNCED,
        "Announced, and in force from its day unless something decided later stops it.",
        later=_IN_FORCE,
    ),
    _measure(
        e.VisaRequirementPostponement,
        f.Measure.POSTPONED,
        "Put off, and in force from its new day unless something decided later stops it.",
        later=_IN_FORCE,
    ),
    _measure(e.VisaRequirementInForce, f.Measure.IN_FORCE, "In force."),
    _measure(e.VisaRequirementRevocation, f.Measure.REVOKED, "Revoked, in force or not."),
    _measure(e.VisaQuota, f.Measure.IN_FORCE, "The quota is in force."),
    Rule(
        event=e.SanctionsImposition,
        sets=f.SANCTION,
        on=_MEASURE,
        value=f.Measure.IN_FORCE,
        law=("practice: sanctions",),
        why="The sanction is in force.",
    ),
    Rule(
        event=e.SanctionsLifting,
        sets=f.SANCTION,
        on=_MEASURE,
        value=f.Measure.REVOKED,
        law=("practice: sanctions",),
        why="The sanction is lifted.",
    ),
)

NO_EFFECT: Final = (
    NoEffect(event=e.CoupAttempt, why="An attempt; who governs is told by the offices."),
    NoEffect(event=e.AsyleeConductProtest, why="A protest does not end asylum (Caracas XVIII)."),
    NoEffect(event=e.NationalsOrderedOut, why="It concerns persons, not a fluent of the dyad."),
    NoEffect(event=e.BodyExpulsion, why="The body is no part of the mission."),
    NoEffect(event=e.TradeContinuation, why="Nothing changes."),
    NoEffect(event=e.Statement, why="Words are not acts."),
    NoEffect(event=e.JointStatement, why="Words are not acts."),
    NoEffect(event=e.ProtestNote, why="Words are not acts."),
    NoEffect(
        event=e.ParliamentaryDeclaration,
        why="A parliament's declaration binds no executive and touches no accreditation.",
    ),
    NoEffect(event=e.Consultations, why="Talking changes nothing yet."),
    NoEffect(event=e.Talks, why="Talking changes nothing yet."),
    NoEffect(event=e.Overture, why="Readiness is not restoration."),
    NoEffect(event=e.Mediation, why="Talking changes nothing yet."),
    NoEffect(event=e.Meeting, why="Talking changes nothing yet."),
    NoEffect(event=e.ContactsSuspension, why="High-level contacts are not relations."),
    NoEffect(event=e.CourtApplication, why="A case pending settles nothing."),
    NoEffect(event=e.CourtOrder, why="An order on measures leaves relations as they are."),
    NoEffect(event=e.CourtJudgment, why="A judgment leaves relations as they are."),
    NoEffect(event=e.OrganisationStep, why="The act of an organisation is not the states' own."),
    NoEffect(event=e.TreatyInterpretationProposal, why="A proposal changes no treaty."),
    NoEffect(event=e.Incident, why="An incident sets off acts; it is none."),
    NoEffect(event=e.Threat, why="A threat is not the act."),
    NoEffect(event=e.Observation, why="An observation sets what it saw where no act did."),
)

REQUIREMENTS: Final = (
    Requirement(
        event=e.AsylumGrant,
        when=where("form", e.AsylumForm.DIPLOMATIC),
        bound_by="Caracas",
        unbound=True,
        states=_STATES,
        severity=Severity.NOTE,
        law=("practice: asylum outside the convention",),
        text="the Caracas Convention does not bind both states",
    ),
    Requirement(
        event=e.SafeConductRequested,
        fluent=f.ASYLUM,
        on=_CASE,
        any_of=(f.Asylum.GRANTED,),
        law=("Caracas XII",),
        text="safe-conduct is owed once asylum is granted",
    ),
    Requirement(
        event=e.SafeConductDecision,
        when=where("answer", f.SafeConductAnswer.REFUSED),
        bound_by="Caracas",
        states=_STATES,
        severity=Severity.BREACH,
        law=("Caracas XII",),
        text="the territorial state is obliged to give safe-conduct",
    ),
    Requirement(
        event=e.AsyleeDeparture,
        when=where("with_safe_conduct", True),
        fluent=f.SAFE_CONDUCT_ANSWER,
        on=_CASE,
        any_of=(
            f.SafeConductAnswer.GRANTED,
            f.SafeConductAnswer.GRANTED_WITH_RESERVATION,
        ),
        law=("Caracas XII",),
        text="no safe-conduct had been given",
    ),
    Requirement(
        event=e.HeadOfStateRemoval,
        fluent=f.HEAD_OF_STATE,
        on=_STATE,
        any_of=field_value("person"),
        law=("practice: change of government",),
        text="somebody else was head of state",
    ),
    Requirement(
        event=e.VisaRequirementRevocation,
        fluent=f.VISA_RULE,
        on=_MEASURE,
        any_of=(f.Measure.ANNOUNCED, f.Measure.POSTPONED, f.Measure.IN_FORCE),
        law=("practice: visa policy",),
        text="there was no rule to revoke",
    ),
    Requirement(
        event=e.SanctionsLifting,
        fluent=f.SANCTION,
        on=_MEASURE,
        any_of=(f.Measure.IN_FORCE,),
        law=("practice: sanctions",),
        text="there was no sanction to lift",
    ),
)
