"""
Distinctions that a careless model loses: envoys, breaks, closures.
"""

from __future__ import annotations

import pytest
from replay_cases import (
    BASE,
    BROKEN,
    ENVOY,
    GRANT,
    SIDES,
    WAY,
    after,
    between,
    found,
)

from diplomodel import fluents as f
from diplomodel.events import (
    AmbassadorExpulsion,
    AmbassadorRecall,
    AmbassadorReturn,
    AmbassadorWithdrawal,
    ChargeAppointment,
    ConsularRelationsSeverance,
    ConsularServiceSuspension,
    ContactsSuspension,
    CredentialsPresentation,
    EnvoyDeparture,
    Event,
    InviolabilityThreat,
    LevelDowngrade,
    MissionClosure,
    MissionOpening,
    MissionSuspension,
    Observation,
    Overture,
    ParliamentaryDeclaration,
    RelationsBreak,
    RelationsReduced,
    RelationsRestoration,
    RestorationAgreement,
    Statement,
    Threat,
)
from diplomodel.histories import replay


# 1. Persona non grata, and a parliament's words


def test_a_parliament_expels_nobody() -> None:
    """
    A parliament's "persona non grata" changes nothing; the executive's ends an accreditation.
    """
    words = ParliamentaryDeclaration(
        occurred="2023-05-25", person="pablo-monroy", stage="plenary", **SIDES
    )
    assert "in_post" == after(words).accreditation("pablo-monroy")
    act = AmbassadorExpulsion(occurred="2023-05-25", **ENVOY)
    assert "declared_non_grata" == after(act).accreditation("pablo-monroy")


def test_committee_and_plenary_are_two_acts() -> None:
    """
    The votes of one day in a committee and in the plenary do not merge.
    """
    votes = [
        ParliamentaryDeclaration(occurred="2023-05-25", stage=stage, **SIDES)
        for stage in ("committee", "plenary")
    ]
    assert 2 == len(replay(votes).events)


# 2. Recall, withdrawal, expulsion, vacancy


@pytest.mark.parametrize(
    "leaving",
    [
        AmbassadorRecall(occurred="2022-12-08", **ENVOY),
        AmbassadorWithdrawal(occurred="2022-12-08", **ENVOY),
        AmbassadorExpulsion(occurred="2022-12-08", **ENVOY),
        EnvoyDeparture(occurred="2022-12-08", reason="end_of_term", **ENVOY),
    ],
    ids=lambda event: event.kind,
)
def test_all_leave_a_charge_and_none_is_a_break(leaving: Event) -> None:
    """
    However the head of mission goes, a chargé d'affaires is left, and relations and class stay.
    """
    mission = after(leaving)
    assert ("charge_daffaires", "ambassador") == (mission.headed_by, mission.level)
    assert "exercised" == mission.functions
    assert "established" == between(leaving).relations


def test_who_is_recalled_returns_without_credentials() -> None:
    """
    After consultations an ambassador comes back to the post; one expelled cannot do so.
    """
    recall = AmbassadorRecall(occurred="2022-12-08", **ENVOY)
    back = AmbassadorReturn(occurred="2022-12-20", **ENVOY)
    assert "ambassador" == after(recall, back).headed_by
    assert [] == found(replay([*BASE, recall, back]), "requirement")
    expelled = AmbassadorExpulsion(occurred="2022-12-08", **ENVOY)
    (finding,) = found(replay([*BASE, expelled, back]), "requirement")
    assert (("practice: return from consultations",), back) == (finding.law, finding.events[0])


def test_two_sides_describe_one_departure() -> None:
    """
    Withdrawn by one account and expelled by the other: both stand, the later act is told.
    """
    withdrawn = AmbassadorWithdrawal(occurred="2024-10-14", **ENVOY)
    expelled = AmbassadorExpulsion(occurred="2024-10-14", **ENVOY)
    history = replay([*BASE, withdrawn, expelled])
    assert {withdrawn, expelled} <= set(history.events)
    assert "charge_daffaires" == history.at("2024-10-15").mission("MEX", "PER").headed_by


def test_a_charge_who_leaves_leaves_nobody() -> None:
    """
    When the chargé left in charge has gone too, nobody heads the mission.
    """
    charge = {**WAY, "person": "karla-ornelas"}
    events = (
        AmbassadorExpulsion(occurred="2022-12-20", **ENVOY),
        ChargeAppointment(occurred="2022-12-20", **charge),
    )
    assert ("charge_daffaires", "karla-ornelas") == (
        after(*events).headed_by,
        after(*events).acting_head,
    )
    gone = EnvoyDeparture(occurred="2025-11-08", **charge)
    assert "nobody" == after(*events, gone).headed_by


def test_credentials_end_the_interim() -> None:
    """
    A new head of mission takes over from the chargé ad interim.
    """
    charge = ChargeAppointment(occurred="2022-12-20", **WAY, person="karla-ornelas")
    new = CredentialsPresentation(occurred="2023-03-01", **WAY, person="somebody-else")
    mission = after(charge, new)
    assert (f.VACANT, "somebody-else") == (mission.acting_head, mission.head_of_mission)


def test_a_downgrade_of_unknown_class_assigns_nothing() -> None:
    """
    "Reduced its representation" sets no class; one that is named does.
    """
    assert "ambassador" == after(LevelDowngrade(occurred="2023", **WAY)).level
    assert "minister" == after(LevelDowngrade(occurred="2023", level="minister", **WAY)).level


# 3. What a break ends, and what it does not


def test_a_break_is_one_sided_and_needs_no_downgrade() -> None:
    """
    One state breaks from the level of ambassadors, and nothing is found wrong with that.
    """
    history = replay([*BASE, BROKEN])
    assert "broken" == history.at("2025-11-03").between("PER", "MEX").relations
    assert [] == found(history, "requirement")


def test_a_break_leaves_consular_relations() -> None:
    """
    Consular relations outlast a break, unless it severs them, or another act does.
    """
    assert "established" == between(BROKEN).consular_relations
    both = RelationsBreak(occurred="2025-11-03", severs_consular=True, **SIDES)
    assert "severed" == between(both).consular_relations
    later = ConsularRelationsSeverance(occurred="2025-12-01", **SIDES)
    assert "severed" == between(BROKEN, later).consular_relations
    assert "established" == between(later).relations


def test_in_force_is_not_served() -> None:
    """
    Consular service can stop while consular relations are in force.
    """
    stopped = ConsularServiceSuspension(occurred="2025-11-10", **WAY)
    state = between(BROKEN, stopped)
    assert "established" == state.consular_relations
    assert "suspended" == after(BROKEN, stopped)[f.CONSULAR_SERVICE]


def test_a_break_ends_functions_and_no_asylum() -> None:
    """
    A mission's functions end with relations; an asylum goes on, and premises stay inviolable.
    """
    history = replay([*BASE, GRANT, BROKEN])
    snapshot = history.at("2025-11-05")
    assert "ended_by_break" == snapshot.mission("MEX", "PER").functions
    assert "inviolable" == snapshot.mission("MEX", "PER").premises
    assert "granted" == snapshot.asylum("MEX", "PER", "betssy-chavez").asylum
    assert "sheltered" == snapshot.asylum("MEX", "PER", "betssy-chavez").shelter


def test_four_dates_of_a_restoration() -> None:
    """
    Agreement, effect, reopening and an ambassador's arrival are four dates.
    """
    closed = MissionClosure(occurred="2025-11-09", **WAY)
    steps = (
        RestorationAgreement(
            occurred="2026-01-01", parties=("MEX", "PER"), effective="2026-02-01"
        ),
        RelationsRestoration(occurred="2026-02-01", parties=("MEX", "PER")),
        MissionOpening(occurred="2026-03-01", again=True, level="ambassador", **WAY),
        CredentialsPresentation(occurred="2026-04-01", **WAY, person="new-one"),
    )
    history = replay([*BASE, BROKEN, closed, *steps])

    def at(day: str) -> tuple[object, ...]:
        snapshot = history.at(day)
        mission = snapshot.mission("MEX", "PER")
        return snapshot.between("PER", "MEX").relations, mission.status, mission.head_of_mission

    assert ("broken", "closed", "pablo-monroy") == at("2026-01-15")
    assert ("established", "closed", "pablo-monroy") == at("2026-02-15")
    assert ("established", "open", "pablo-monroy") == at("2026-03-15")
    assert ("established", "open", "new-one") == at("2026-04-15")


def test_who_breaks_what_is_not_there() -> None:
    """
    Breaking relations that never were is a finding, and the break is told all the same.
    """
    none = Observation(occurred="2020-01-01", fluent="relations", subject="MEX-PER", value="none")
    history = replay([none, BROKEN])
    (finding,) = found(history, "requirement")
    assert "warning" == finding.severity
    assert "broken" == history.at("2026-01-01").between("PER", "MEX").relations
    vague = replay([none, RelationsBreak(occurred="2025-11", **SIDES)])
    assert 1 == len(found(vague, "requirement"))


# 4. Closing, suspending, pausing


@pytest.mark.parametrize(
    ("event", "status"),
    [
        (MissionClosure(occurred="2023-01-01", **WAY), "closed"),
        (
            MissionSuspension(occurred="2023-01-01", extent="operations", **WAY),
            "operations_suspended",
        ),
        (
            MissionSuspension(occurred="2023-01-01", extent="public_service", **WAY),
            "public_service_suspended",
        ),
    ],
    ids=["closure", "operations", "public service"],
)
def test_closing_is_not_breaking(event: Event, status: str) -> None:
    """
    A mission closed or suspended leaves relations as they are.
    """
    assert status == after(event).status
    assert "established" == between(event).relations


@pytest.mark.parametrize(
    "words",
    [
        Statement(occurred="2023-02-01", by="MEX", target="PER", quote="en pausa"),
        Threat(occurred="2023-02-01", by="MEX", target="PER", step="break relations"),
        Overture(occurred="2023-02-01", by="MEX", target="PER"),
        ContactsSuspension(occurred="2023-02-01", by="MEX", target="PER"),
        RelationsReduced(occurred="2023-02-01", **SIDES),
        InviolabilityThreat(occurred="2023-02-01", **WAY),
        RelationsBreak(occurred="2023-02-01", modality="threatened", **SIDES),
        RelationsBreak(occurred="2023-02-01", modality="denied", **SIDES),
        RelationsBreak(occurred="2023-02-01", modality="planned", **SIDES),
    ],
    ids=lambda event: f"{event.kind}, {event.modality}",
)
def test_words_are_not_acts(words: Event) -> None:
    """
    Pauses, threats, offers, denials and codes that do not tell what was done change nothing.
    """
    quiet = replay(BASE)
    loud = replay([*BASE, words])
    assert list(quiet.spells()) == list(loud.spells())
    assert words in loud.events
