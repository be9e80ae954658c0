"""
The sequence that the project grew from, asked by date.

Dates mean the end of the local day.
"""

from __future__ import annotations

import json
import os
import pathlib
from functools import cache

import pytest

import diplomodel as dm
from diplomodel import fluents as f
from diplomodel.dates import day_text
from diplomodel.histories import Certainty, History, ObligationStatus


SHARED = pathlib.Path(
    os.environ.get("DIPLOMODEL_SHARED", pathlib.Path(__file__).parents[3] / "shared")
)
EXPECTED = [
    ("2022-12-06", f.RELATIONS, "MEX-PER", "established"),
    ("2022-12-06", f.ACCREDITATION, "MEX>PER/pablo-monroy", "in_post"),
    ("2022-12-06", f.ACCREDITATION, "PER>MEX/manuel-talavera", "in_post"),
    ("2022-12-06", f.HEADED_BY, "MEX>PER", "ambassador"),
    ("2022-12-06", f.HEADED_BY, "PER>MEX", "ambassador"),
    ("2022-12-16", f.RELATIONS, "MEX-PER", "established"),
    ("2022-12-16", f.ACCREDITATION, "PER>MEX/manuel-talavera", "absent_for_consultations"),
    ("2022-12-16", f.ACCREDITATION, "MEX>PER/pablo-monroy", "in_post"),
    ("2022-12-21", f.ACCREDITATION, "MEX>PER/pablo-monroy", "declared_non_grata"),
    ("2022-12-21", f.HEADED_BY, "MEX>PER", "charge_daffaires"),
    ("2022-12-21", f.ACTING_HEAD, "MEX>PER", "karla-ornelas"),
    ("2022-12-21", f.ASYLUM, "MEX>PER/lilia-paredes", "granted"),
    ("2022-12-21", f.SAFE_CONDUCT_ANSWER, "MEX>PER/lilia-paredes", "granted_with_reservation"),
    ("2022-12-21", f.SHELTER, "MEX>PER/lilia-paredes", "left"),
    ("2022-12-21", f.SHELTER, "MEX>PER/alondra-castillo", "left"),
    ("2023-03-01", f.RELATIONS, "MEX-PER", "established"),
    ("2023-03-01", f.MISSION_LEVEL, "PER>MEX", "charge_daffaires"),
    ("2023-03-01", f.HEADED_BY, "MEX>PER", "charge_daffaires"),
    ("2024-05-10", f.VISA_RULE, "MEX>PER/visa", "in_force"),
    ("2024-05-10", f.VISA_RULE, "PER>MEX/visa", "revoked"),
    ("2025-11-02", f.RELATIONS, "MEX-PER", "established"),
    ("2025-11-05", f.RELATIONS, "MEX-PER", "broken"),
    ("2025-11-05", f.CONSULAR, "MEX-PER", "established"),
    ("2025-11-05", f.ASYLUM, "MEX>PER/betssy-chavez", "granted"),
    ("2025-11-05", f.SAFE_CONDUCT_REQUEST, "MEX>PER/betssy-chavez", "requested"),
    ("2025-11-05", f.SAFE_CONDUCT_ANSWER, "MEX>PER/betssy-chavez", None),
    ("2025-11-20", f.FUNCTIONS, "MEX>PER", "ended_by_break"),
    ("2025-11-20", f.MISSION, "MEX>PER", "public_service_suspended"),
    ("2025-11-20", f.PREMISES, "MEX>PER", "inviolable"),
    ("2025-11-20", f.ACCREDITATION, "MEX>PER/karla-ornelas", "departed"),
    ("2026-02-01", f.PROTECTION_OF_INTERESTS, "MEX>PER/BRA", "in_function"),
    ("2026-02-01", f.PROTECTION_OF_PREMISES, "MEX>PER/BRA", "in_function"),
    ("2026-02-01", f.CONSULAR_PROTECTION, "MEX>PER/BRA", None),
]


@cache
def history(name: str = "peru-mexico") -> History:
    """
    The replay of a bundled casebook.
    """
    return dm.replay(dm.casebook(name))


@pytest.mark.parametrize(("day", "fluent", "subject", "expected"), EXPECTED)
def test_state_by_date(day, fluent, subject, expected):
    """
    Each value is what the sources tell for that day.
    """
    assert expected == history().value(fluent, subject, day)


def test_the_level_of_december_2022_is_a_claim():
    """
    That the recall already lowered the level is one side's word, so both levels are possible.
    """
    found = history().at("2022-12-16").possible(f.MISSION_LEVEL, "PER>MEX")

    assert {f.MissionLevel.AMBASSADOR, f.MissionLevel.CHARGE_DAFFAIRES} == found


def test_perus_visa_rule_never_came_into_force():
    """
    What was revoked before its day is at no time in force.
    """
    spells = history().spells(f.VISA_RULE, "PER>MEX/visa")

    assert "in_force" not in {spell.value for spell in spells}


def test_seventy_two_hours_run():
    """
    The declaration of 20 December leaves the envoy three days.
    """
    (recall,) = (duty for duty in history().obligations(at="2022-12-21") if duty.duty == "recall")

    assert ("MEX", "2022-12-23") == (recall.holder, str(recall.due))


def test_what_is_owed_after_the_break():
    """
    Safe-conduct is open and contested, and nobody took the asylee along.
    """
    day = history().at("2025-11-20").day
    found = {
        duty.duty: (duty.status(day), duty.contested(day), duty.law[0])
        for duty in history().obligations(at="2025-11-20")
        if duty.subject == "MEX>PER/betssy-chavez"
    }

    assert found == {
        "grant_safe_conduct": (ObligationStatus.OPEN, True, "Caracas XII"),
        "leave_with_asylees": (ObligationStatus.UNMET, False, "Caracas XIX"),
    }


def test_leaving_without_the_asylee_is_a_finding():
    """
    The finding stands on the day on which the chargé left.
    """
    found = [finding for finding in history().findings() if finding.law == ("Caracas XIX",)]

    assert ["2025-11-08"] == [finding.date.isoformat() for finding in found]


def test_brazils_consular_scope_is_disputed():
    """
    That Brazil has consular functions too is claimed and not settled.
    """
    found = history().at("2026-02-01").possible(f.CONSULAR_PROTECTION, "MEX>PER/BRA")

    assert {f.Protection.IN_FUNCTION} == found


def test_after_coverage_the_answer_is_the_last_known():
    """
    The casebook knows nothing of what came after it.
    """
    certainties = [
        history().at(day).certainty(f.RELATIONS, "MEX-PER") for day in ("2026-03-15", "2026-03-16")
    ]

    assert [Certainty.CERTAIN, Certainty.LAST_KNOWN] == certainties


def test_both_withdrew_is_a_claim_without_effect():
    """
    One article's word that both withdrew their ambassadors leaves Mexico's mission as it was.
    """
    texts = [
        claim.text
        for event in dm.casebook("peru-mexico").events
        for claim in event.claims
        if "both" in claim.text and "ambassadors" in claim.text
    ]
    standing = history().at("2023-03-01").mission("MEX", "PER")

    assert texts
    assert f.Accreditation.DEPARTED == standing.accreditation("pablo-monroy")
    assert f.MissionLevel.AMBASSADOR == standing.level


@pytest.mark.parametrize(
    ("label", "field", "value"),
    [
        ("pm41", "occurred", "2025-11-04"),
        ("pm49", "occurred", "2025-11-09"),
        ("pm26", "votes", "61-43-2"),
        ("pm47", "votes", "63-33-2"),
    ],
)
def test_differing_reports_are_claims(label, field, value):
    """
    Another date or another count stands on the event, with who gives it.
    """
    events = [e for e in dm.casebook("peru-mexico").events if (e.label or "").startswith(label)]
    found = [
        (str(claim.value), bool(claim.by))
        for event in events
        for claim in event.claims
        if claim.field == field
    ]

    assert (value, True) in found


@pytest.mark.parametrize("name", dm.casebook_names())
def test_every_value_is_explained_down_to_a_source(name):
    """
    Whatever a day shows leads to evidence.
    """
    replayed = history(name)
    days = range(replayed.first_day, replayed.last_day + 1)
    for day in (*days[:: max(1, len(days) // 12)], days[-1]):
        for fluent, subject, value in replayed.at(day_text(day)).known():
            why = replayed.explain(fluent, subject, at=day_text(day))

            assert (value, True) == (why.value, bool(why.sources())), (name, subject, fluent.name)


@pytest.mark.parametrize("name", ["peru_mexico", "incidents"])
def test_every_collected_fact_has_its_event(name):
    """
    The label of at least one event is the fact's id, or begins with it.
    """
    path = SHARED / "facts" / f"{name}.jsonl"
    if not path.is_file():
        pytest.skip(f"the collected facts are not here: {path.name}")
    facts = [json.loads(line)["id"] for line in path.read_text("utf-8").splitlines()]
    events = [event for book in dm.casebook_names() for event in dm.casebook(book).events]
    told = {(event.label or "").split(".")[0] for event in events if event.kind != "statement"}
    said = {(event.label or "").split(".")[0] for event in events}

    assert [] == [fact for fact in facts if fact not in said]
    assert len(told & set(facts)) > 0.9 * len(facts)
