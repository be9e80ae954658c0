"""
Rules for heads of mission and staff.
"""

from __future__ import annotations

from typing import Final

from diplomodel import events as e
from diplomodel import fluents as f
from diplomodel.rules._model import NoEffect, Requirement, Rule, Severity
from diplomodel.rules._parts import by_field, field_value, on, where
from diplomodel.subjects import SubjectKind as K


_MEMBER: Final = on(K.MEMBER, "sender", "receiver", "person")
_MISSION: Final = on(K.DIRECTED, "sender", "receiver")
_DYAD: Final = on(K.DYAD, "sender", "receiver")
_RECALL: Final = ("practice: recall for consultations",)
_WITHDRAWAL: Final = ("practice: withdrawal of the head of mission", "VCDR 43(a)")


def _accreditation(
    event: type[e.Event], value: f.Accreditation, law: tuple[str, ...], why: str
) -> Rule:
    return Rule(event=event, sets=f.ACCREDITATION, on=_MEMBER, value=value, law=law, why=why)


def _person(event: type[e.Event], law: tuple[str, ...], why: str) -> Rule:
    return Rule(
        event=event,
        sets=f.HEAD_OF_MISSION,
        on=_MISSION,
        value=field_value("person"),
        law=law,
        why=why,
    )


def _level(event: type[e.Event], law: tuple[str, ...], why: str) -> Rule:
    return Rule(
        event=event,
        sets=f.MISSION_LEVEL,
        on=_MISSION,
        value=field_value("level"),
        law=law,
        why=why,
    )


ENVOYS: Final = (
    _accreditation(
        e.Appointment,
        f.Accreditation.NOMINATED,
        ("VCDR 4",),
        "Named, and not yet in functions.",
    ),
    _accreditation(
        e.CredentialsPresentation,
        f.Accreditation.IN_POST,
        ("VCDR 13",),
        "Functions begin with the credentials.",
    ),
    _person(
        e.CredentialsPresentation, ("VCDR 13",), "The person is head of mission from then on."
    ),
    _level(
        e.CredentialsPresentation,
        ("VCDR 14", "VCDR 15"),
        "The mission has the class of its head.",
    ),
    Rule(
        event=e.CredentialsPresentation,
        sets=f.RESIDENCE,
        on=_MISSION,
        value=field_value("residence"),
        law=("VCDR 5",),
        why="A head of mission may reside elsewhere.",
    ),
    Rule(
        event=e.CredentialsPresentation,
        sets=f.ACTING_HEAD,
        on=_MISSION,
        value=f.VACANT,
        law=("VCDR 19(1)",),
        why="A chargé ad interim acts only until the head takes up functions.",
    ),
    _accreditation(
        e.AmbassadorRecall,
        f.Accreditation.ABSENT_FOR_CONSULTATIONS,
        _RECALL,
        "Called home for consultations: the post is kept, relations stay as they are.",
    ),
    _person(e.AmbassadorRecall, _RECALL, "Whoever is recalled was head of mission, and stays so."),
    _level(
        e.AmbassadorRecall,
        ("practice: downgrade of the mission", "VCDR 15"),
        "A recall lowers the class only where it says so.",
    ),
    _accreditation(
        e.AmbassadorWithdrawal,
        f.Accreditation.WITHDRAWN,
        _WITHDRAWAL,
        "Withdrawn for good by the sending state.",
    ),
    _person(
        e.AmbassadorWithdrawal,
        _WITHDRAWAL,
        "Whoever is withdrawn as ambassador headed the mission.",
    ),
    _level(
        e.AmbassadorWithdrawal,
        ("practice: downgrade of the mission", "VCDR 15"),
        "A withdrawal lowers the class where it says so.",
    ),
    _accreditation(
        e.AmbassadorReturn,
        f.Accreditation.IN_POST,
        ("practice: return from consultations",),
        "Back in post: no new credentials are needed.",
    ),
    _person(
        e.AmbassadorReturn,
        ("practice: return from consultations",),
        "Whoever returns is head of mission.",
    ),
    Rule(
        event=e.AmbassadorReturn,
        sets=f.ACTING_HEAD,
        on=_MISSION,
        value=f.VACANT,
        law=("VCDR 19(1)",),
        why="A chargé ad interim acts only until the head is back.",
    ),
    _accreditation(
        e.PersonaNonGrata,
        f.Accreditation.DECLARED_NON_GRATA,
        ("VCDR 9", "VCCR 23"),
        "No longer accepted; until departure still protected (VCDR 39).",
    ),
    _person(
        e.AmbassadorExpulsion, ("VCDR 9",), "Whoever is expelled as ambassador headed the mission."
    ),
    Rule(
        event=e.ChargeAppointment,
        sets=f.ACTING_HEAD,
        on=_MISSION,
        value=field_value("person"),
        law=("VCDR 19(1)",),
        when=where("en_titre", False),
        why="A chargé ad interim acts where the post is vacant.",
    ),
    Rule(
        event=e.ChargeAppointment,
        sets=f.HEAD_OF_MISSION,
        on=_MISSION,
        value=field_value("person"),
        law=("VCDR 14",),
        when=where("en_titre", True),
        why="A chargé en titre is head of mission.",
    ),
    Rule(
        event=e.ChargeAppointment,
        sets=f.MISSION_LEVEL,
        on=_MISSION,
        value=by_field("en_titre", {True: f.MissionLevel.CHARGE_DAFFAIRES}),
        law=("VCDR 14", "VCDR 15"),
        why="A mission headed by a chargé en titre is of that class.",
    ),
    _accreditation(
        e.ChargeAppointment, f.Accreditation.IN_POST, ("VCDR 19(1)",), "The chargé is in post."
    ),
    Rule(
        event=e.EnvoyDeparture,
        sets=f.ACCREDITATION,
        on=_MEMBER,
        value=f.Accreditation.DEPARTED,
        law=("VCDR 39(2)", "VCDR 43"),
        why="The envoy has left the receiving state.",
    ),
    _level(
        e.LevelDowngrade,
        ("practice: downgrade of the mission", "VCDR 15"),
        "The new class, where it is said.",
    ),
    _level(e.LevelUpgrade, ("VCDR 14", "VCDR 15"), "The new class, where it is said."),
)

NO_EFFECT: Final = (
    NoEffect(event=e.AmbassadorSummons, why="A summons is displeasure shown, no change."),
    NoEffect(event=e.StaffExpulsion, why="Staff leave; the mission and its level stay."),
    NoEffect(event=e.MissionSizeReduction, why="The size is limited; the level stays."),
    NoEffect(
        event=e.StaffWithdrawal,
        why="It says that staff are to leave; departures and suspensions are events of their own.",
    ),
    NoEffect(event=e.EnvoyVisit, why="A visit changes nothing."),
)

REQUIREMENTS: Final = (
    Requirement(
        event=e.PersonaNonGrata,
        fluent=f.ACCREDITATION,
        on=_MEMBER,
        any_of=(
            f.Accreditation.NOMINATED,
            f.Accreditation.IN_POST,
            f.Accreditation.ABSENT_FOR_CONSULTATIONS,
            f.Accreditation.DECLARED_NON_GRATA,
        ),
        law=("VCDR 9",),
        text="the person was no longer a member of the mission",
    ),
    Requirement(
        event=e.AmbassadorReturn,
        fluent=f.ACCREDITATION,
        on=_MEMBER,
        any_of=(
            f.Accreditation.ABSENT_FOR_CONSULTATIONS,
            f.Accreditation.WITHDRAWN,
            f.Accreditation.IN_POST,
        ),
        law=("practice: return from consultations",),
        text="whoever was expelled or has left for good needs new credentials",
    ),
    Requirement(
        event=e.CredentialsPresentation,
        fluent=f.RELATIONS,
        on=_DYAD,
        any_of=(f.Relations.ESTABLISHED,),
        law=("VCDR 2", "VCDR 13"),
        text="credentials need relations",
    ),
    Requirement(
        event=e.AmbassadorRecall,
        fluent=f.RELATIONS,
        on=_DYAD,
        any_of=(f.Relations.ESTABLISHED,),
        severity=Severity.NOTE,
        law=("practice: recall for consultations",),
        text="there were no relations in which to recall an ambassador",
    ),
)
