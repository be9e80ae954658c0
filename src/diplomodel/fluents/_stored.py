"""
The stored fluents of the core: set by rules and observations.
"""

from __future__ import annotations

from diplomodel.fluents import _values as v
from diplomodel.fluents._fluent import Fluent
from diplomodel.subjects import SubjectKind as On


RELATIONS: Fluent[v.Relations] = Fluent(
    "relations", On.DYAD, v.Relations, summary="Diplomatic relations (VCDR 2)."
)
CONSULAR: Fluent[v.Consular] = Fluent(
    "consular_relations",
    On.DYAD,
    v.Consular,
    summary="Consular relations, which a break of diplomatic ones does not end (VCCR 2(3)).",
)
MISSION_LEVEL: Fluent[v.MissionLevel] = Fluent(
    "mission_level",
    On.DIRECTED,
    v.MissionLevel,
    summary="The class at which the sender is formally represented (VCDR 14, 15).",
)
RESIDENCE: Fluent[v.Residence] = Fluent(
    "residence",
    On.DIRECTED,
    v.Residence,
    summary="Whether the head of mission resides in the receiving state (VCDR 5).",
)
HEAD_OF_MISSION: Fluent[str] = Fluent(
    "head_of_mission",
    On.DIRECTED,
    str,
    summary="The person last accredited as head of mission; whether in post is `accreditation`.",
)
ACTING_HEAD: Fluent[str] = Fluent(
    "acting_head",
    On.DIRECTED,
    str,
    summary="The chargé d'affaires ad interim (VCDR 19); 'vacant' where there is none.",
)
ACCREDITATION: Fluent[v.Accreditation] = Fluent(
    "accreditation",
    On.MEMBER,
    v.Accreditation,
    summary="Where one member of the mission stands.",
)
MISSION: Fluent[v.MissionStatus] = Fluent(
    "mission", On.DIRECTED, v.MissionStatus, summary="Whether the mission works."
)
INVIOLABILITY: Fluent[v.Inviolability] = Fluent(
    "inviolability",
    On.DIRECTED,
    v.Inviolability,
    summary="Whether the inviolability of the premises has been kept (VCDR 22).",
)
HOLDING: Fluent[v.Holding] = Fluent(
    "holding",
    On.DIRECTED,
    v.Holding,
    summary="Who holds the mission's premises (VCDR 45).",
)
CONSULAR_POST: Fluent[v.ConsularPost] = Fluent(
    "consular_post", On.POST, v.ConsularPost, summary="Whether one consular post is open (VCCR 4)."
)
CONSULAR_SERVICE: Fluent[v.Service] = Fluent(
    "consular_service",
    On.DIRECTED,
    v.Service,
    summary="Whether consular service is given; in force is not the same as served.",
)
PROTECTION_OF_INTERESTS: Fluent[v.Protection] = Fluent(
    "protection_of_interests",
    On.PROTECTION,
    v.Protection,
    summary="A third state's mandate for interests and nationals (VCDR 45(c)).",
)
PROTECTION_OF_PREMISES: Fluent[v.Protection] = Fluent(
    "custody_of_premises",
    On.PROTECTION,
    v.Protection,
    summary="A third state's custody of premises, property and archives (VCDR 45(b)).",
)
CONSULAR_PROTECTION: Fluent[v.Protection] = Fluent(
    "consular_protection",
    On.PROTECTION,
    v.Protection,
    summary="A third state's exercise of consular functions (VCCR 8, 27).",
)
STATE_RECOGNITION: Fluent[v.Recognition] = Fluent(
    "state_recognition",
    On.RECOGNITION,
    v.Recognition,
    summary="Recognition of a state, irrevocable by Montevideo 6.",
)
GOVERNMENT_RECOGNITION: Fluent[v.Recognition] = Fluent(
    "government_recognition",
    On.GOVERNMENT,
    v.Recognition,
    summary="Recognition of a government, named by its head.",
)
VISA_RULE: Fluent[v.Measure] = Fluent(
    "visa_rule", On.MEASURE, v.Measure, summary="A visa requirement or quota for nationals."
)
SANCTION: Fluent[v.Measure] = Fluent(
    "sanction", On.MEASURE, v.Measure, summary="A sanction, border closure or trade measure."
)
ASYLUM: Fluent[v.Asylum] = Fluent(
    "asylum", On.CASE, v.Asylum, summary="Where a person's asylum stands (Caracas II)."
)
SHELTER: Fluent[v.Shelter] = Fluent(
    "shelter", On.CASE, v.Shelter, summary="Whether the person is on a mission's premises."
)
SAFE_CONDUCT_REQUEST: Fluent[v.SafeConductRequest] = Fluent(
    "safe_conduct_request",
    On.CASE,
    v.SafeConductRequest,
    summary="Whether safe-conduct has been asked for (Caracas XII).",
)
SAFE_CONDUCT_ANSWER: Fluent[v.SafeConductAnswer] = Fluent(
    "safe_conduct_answer",
    On.CASE,
    v.SafeConductAnswer,
    summary="What the territorial state has answered; delay is not refusal.",
)
CUSTODY: Fluent[v.Custody] = Fluent(
    "custody", On.PERSON, v.Custody, summary="Whether a person is held."
)
PROCEEDINGS: Fluent[v.Proceedings] = Fluent(
    "proceedings",
    On.PROCEEDINGS,
    v.Proceedings,
    summary="Where one criminal case against a person stands.",
)
HEAD_OF_STATE: Fluent[str] = Fluent(
    "head_of_state", On.STATE, str, summary="The person who is head of state."
)
HEAD_OF_GOVERNMENT: Fluent[str] = Fluent(
    "head_of_government", On.STATE, str, summary="The person who is head of government."
)
FOREIGN_MINISTER: Fluent[str] = Fluent(
    "foreign_minister", On.STATE, str, summary="The person who is foreign minister."
)
ORGANISATION_CHAIR: Fluent[str] = Fluent(
    "chair", On.STATE, str, summary="The state that holds the chair of an organisation."
)
