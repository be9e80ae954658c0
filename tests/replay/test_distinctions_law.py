"""
Distinctions that a careless model loses: asylum, protecting powers, entries, rules announced.
"""

from __future__ import annotations

import pytest
from replay_cases import (
    BASE,
    BROKEN,
    CASE,
    GRANT,
    OPEN,
    SIDES,
    WAY,
    after,
    found,
)

from diplomodel import fluents as f
from diplomodel.events import (
    AsyleeConductProtest,
    AsyleeDeparture,
    AsylumGrant,
    AsylumOffer,
    EntryRefusal,
    EntryWithConsent,
    Event,
    GovernmentRecognition,
    InviolabilityBreach,
    PremisesConfiscation,
    PremisesTransfer,
    ProtectingPowerConsentRevocation,
    ProtectingPowerEnd,
    ProtectingPowerFunction,
    ProtectingPowerRequest,
    RelationsBreak,
    SafeConductDecision,
    SafeConductRequested,
    StateRecognitionWithdrawal,
    VisaRequirementAnnouncement,
    VisaRequirementPostponement,
    VisaRequirementRevocation,
)
from diplomodel.evidence import Claim, Evidence, Source
from diplomodel.histories import replay


# 5. Safe-conduct


@pytest.mark.parametrize(
    ("answer", "status", "contested"),
    [
        ("postponed", "open", True),
        ("granted", "fulfilled", False),
        ("granted_with_reservation", "fulfilled", False),
        ("refused", "open", True),
        (None, "open", False),
    ],
)
def test_safe_conduct(answer: str | None, status: str, contested: bool) -> None:
    """
    Postponed, granted, granted with a reservation, refused, unanswered: five things.
    """
    asked = SafeConductRequested(occurred="2025-11-04", **CASE)
    events: list[Event] = [GRANT, asked]
    if answer is not None:
        events.append(SafeConductDecision(occurred="2025-11-07", answer=answer, **CASE))
    history = replay(events)
    case = history.at("2026-01-01").asylum("MEX", "PER", "betssy-chavez")
    assert ("requested", answer) == (case.safe_conduct_request, case.safe_conduct_answer)
    (duty,) = history.obligations()
    day = history.at("2026-01-01").day
    assert (status, contested) == (duty.status(day), duty.contested(day))
    breaches = [one for one in found(history, "requirement") if one.severity == "breach"]
    assert (1 if answer == "refused" else 0) == len(breaches)


@pytest.mark.parametrize(
    ("asylum_state", "territorial_state", "is_bound"),
    [("MEX", "PER", True), ("MEX", "BOL", False), ("ECU", "GBR", False)],
)
def test_treaty_rules_bind_parties_only(
    asylum_state: str, territorial_state: str, is_bound: bool
) -> None:
    """
    Refusing safe-conduct breaches Caracas XII between parties; others owe nothing under it.
    """
    case = {**CASE, "asylum_state": asylum_state, "territorial_state": territorial_state}
    history = replay(
        [
            AsylumGrant(occurred="2019-11-11", **case),
            SafeConductRequested(occurred="2019-11-12", **case),
            SafeConductDecision(occurred="2019-11-13", answer="refused", **case),
        ]
    )
    severities = [one.severity for one in found(history, "requirement")]
    assert (["breach"] if is_bound else ["note"]) == severities
    assert is_bound is bool(history.obligations())
    assert "refused" == history.at("2020-01-01").value(
        f.SAFE_CONDUCT_ANSWER, f"{asylum_state}>{territorial_state}/betssy-chavez"
    )


def test_asking_before_the_grant() -> None:
    """
    Safe-conduct asked for while asylum is only offered is a finding.
    """
    offered = AsylumOffer(occurred="2025-11-01", **CASE)
    asked = SafeConductRequested(occurred="2025-11-02", **CASE)
    (finding,) = found(replay([offered, asked]), "requirement")
    assert ("Caracas XII",) == finding.law


def test_leaving_without_the_safe_conduct_claimed() -> None:
    """
    Who leaves with a safe-conduct that was refused leaves a finding; who says nothing leaves none.
    """
    refused = SafeConductDecision(occurred="2025-11-05", answer="refused", **CASE)
    left = AsyleeDeparture(occurred="2025-12-01", with_safe_conduct=True, **CASE)
    texts = [one.text for one in found(replay([GRANT, refused, left]), "requirement")]
    assert 1 == sum("no safe-conduct had been given" in text for text in texts)
    silent = AsyleeDeparture(occurred="2025-12-01", **CASE)
    texts = [one.text for one in found(replay([GRANT, refused, silent]), "requirement")]
    assert not any("no safe-conduct" in text for text in texts)


def test_conduct_does_not_end_asylum() -> None:
    """
    A protest against what an asylee says leaves the asylum as it is.
    """
    protest = AsyleeConductProtest(occurred="2026-02-06", **CASE)
    state = replay([GRANT, protest]).at("2026-03-01").asylum("MEX", "PER", "betssy-chavez")
    assert "granted" == state.asylum


# 6. Protecting powers


def test_parts_of_a_mandate_are_separable() -> None:
    """
    Interests, custody and consular matters each have a state of their own.
    """
    asked = ProtectingPowerRequest(
        occurred="2025-11-10", protector="BRA", scope=("interests", "custody"), **WAY
    )
    taken = ProtectingPowerFunction(
        occurred="2026-01-24", protector="BRA", scope=("custody",), **WAY
    )
    mission = after(BROKEN, asked, taken)
    assert "requested" == mission.protection(f.PROTECTION_OF_INTERESTS, "BRA")
    assert "in_function" == mission.protection(f.PROTECTION_OF_PREMISES, "BRA")
    assert mission.protection(f.CONSULAR_PROTECTION, "BRA") is None
    assert "inviolable_in_custody" == mission.premises


def test_a_late_end_of_one_mandate_leaves_the_other() -> None:
    """
    "Switzerland's mandate ended", learnt late, does not end Brazil's.
    """
    brazil = ProtectingPowerFunction(occurred="2024-08-01", protector="BRA", **WAY)
    history = replay([*BASE, brazil])
    switzerland = ProtectingPowerEnd(occurred="2024-09-01", protector="CHE", **WAY)
    mission = history.amend(add=[switzerland]).at("2024-10-01").mission("MEX", "PER")
    assert "in_function" == mission.protection(f.PROTECTION_OF_INTERESTS, "BRA")
    assert "ended" == mission.protection(f.PROTECTION_OF_INTERESTS, "CHE")


def test_consent_taken_back_is_contested() -> None:
    """
    Whether consent to a protecting power can be withdrawn is disputed: noted, not decided.
    """
    taken = ProtectingPowerFunction(occurred="2024-08-01", protector="BRA", **WAY)
    revoked = ProtectingPowerConsentRevocation(occurred="2024-09-06", protector="BRA", **WAY)
    history = replay([BROKEN, taken, revoked])
    mission = history.at("2024-10-01").mission("MEX", "PER")
    assert "consent_contested" == mission.protection(f.PROTECTION_OF_INTERESTS, "BRA")
    notes = [one for one in found(history, "requirement") if one.events == (revoked,)]
    assert ["note"] == [one.severity for one in notes]


# 8. Entries


def test_three_kinds_of_entry() -> None:
    """
    Entry with consent, by the state's force and by a crowd are three events, with three findings.
    """
    consent = EntryWithConsent(occurred="2019-04-11", **WAY)
    refused = EntryRefusal(occurred="2019-04-10", **WAY)
    state = InviolabilityBreach(occurred="2024-04-05", by="state", taken="jorge-glas", **WAY)
    crowd = InviolabilityBreach(occurred="2016-01-02", by="crowd", **WAY)
    unknown = InviolabilityBreach(occurred="2016-01-02", by="unknown", **WAY)
    laws = {
        event: [(one.law, one.severity) for one in found(replay([event]), "requirement")]
        for event in (consent, refused, state, crowd, unknown)
    }
    assert {
        consent: [],
        refused: [],
        state: [(("VCDR 22(1)",), "breach")],
        crowd: [(("VCDR 22(2)",), "breach")],
        unknown: [],
    } == laws
    assert "respected" == after(consent, refused)[f.INVIOLABILITY]
    assert "breached" == after(state).premises
    taken = replay([state]).at("2024-04-06").asylum("MEX", "PER", "jorge-glas")
    assert ("taken", None) == (taken.shelter, taken.asylum)


@pytest.mark.parametrize(
    ("event", "law", "premises"),
    [
        (
            PremisesConfiscation(occurred="2021-12-26", **WAY),
            ("VCDR 22(3)", "VCDR 45(a)"),
            "confiscated",
        ),
        (PremisesTransfer(occurred="2021-12-26", to="CHN", **WAY), ("VCDR 45(a)",), "transferred"),
    ],
    ids=["confiscation", "transfer"],
)
def test_premises_taken(event: Event, law: tuple[str, ...], premises: str) -> None:
    """
    Taking premises is a breach, also after a break.
    """
    broken = RelationsBreak(occurred="2021-12-10", **SIDES)
    history = replay([OPEN, broken, event])
    (breach,) = (one for one in found(history, "requirement") if one.severity == "breach")
    assert law == breach.law
    assert premises == history.at("2022-01-01").mission("MEX", "PER").premises
    assert 1 == len(found(history, "duty"))


# Recognition


@pytest.mark.parametrize(
    "event",
    [
        StateRecognitionWithdrawal(occurred="2023-03-26", by="HND", target="TWN"),
        RelationsBreak(occurred="2023-03-26", by="HND", target="TWN", derecognition=True),
    ],
    ids=lambda event: event.kind,
)
def test_recognition_of_a_state_taken_back(event: Event) -> None:
    """
    Taking back recognition of a state is told, with a breach of Montevideo 6.
    """
    history = replay([event])
    (finding,) = found(history, "requirement")
    assert (("Montevideo 6",), "breach") == (finding.law, finding.severity)
    assert "withdrawn" == history.at("2024-01-01").value(f.STATE_RECOGNITION, "HND>TWN")


def test_breaking_is_not_derecognising() -> None:
    """
    A plain break leaves recognition as it was, and governments are recognised by name.
    """
    assert BROKEN.derecognition is False
    history = replay(
        [
            BROKEN,
            GovernmentRecognition(
                occurred="2022-12-07", by="USA", target="PER", government="dina-boluarte"
            ),
        ]
    )
    snapshot = history.at("2026-01-01")
    assert snapshot.value(f.STATE_RECOGNITION, "PER>MEX") is None
    assert "recognised" == snapshot.value(f.GOVERNMENT_RECOGNITION, "USA>PER/dina-boluarte")
    assert snapshot.value(f.GOVERNMENT_RECOGNITION, "USA>PER/pedro-castillo") is None


# 10. Announced, in force, revoked


VISA = "PER>MEX/visa"


def test_a_rule_announced_and_revoked_never_comes_into_force() -> None:
    """
    Announced on the 6th for the 20th and revoked on the 17th, a visa rule is never in force.
    """
    announced = VisaRequirementAnnouncement(occurred="2024-04-06", effective="2024-04-20", **SIDES)
    revoked = VisaRequirementRevocation(occurred="2024-04-17", **SIDES)
    history = replay([announced, revoked])
    values = [spell.value for spell in history.spells(f.VISA_RULE)]
    assert ["announced", "revoked"] == values
    assert [] == found(history, "order")
    alone = replay([announced])
    assert ["announced", "in_force"] == [spell.value for spell in alone.spells(f.VISA_RULE)]
    assert "in_force" == alone.at("2024-04-20").value(f.VISA_RULE, VISA)


def test_a_rule_put_off() -> None:
    """
    A postponement undoes the day announced and names another, or none.
    """
    announced = VisaRequirementAnnouncement(occurred="2024-04-06", effective="2024-04-20", **SIDES)
    off = VisaRequirementPostponement(occurred="2024-04-17", **SIDES)
    assert "postponed" == replay([announced, off]).at("2025-01-01").value(f.VISA_RULE, VISA)
    later = VisaRequirementPostponement(occurred="2024-04-17", effective="2024-05-01", **SIDES)
    history = replay([announced, later])
    assert "postponed" == history.at("2024-04-25").value(f.VISA_RULE, VISA)
    assert "in_force" == history.at("2024-05-01").value(f.VISA_RULE, VISA)


@pytest.mark.parametrize("effective", ["2024-04-06", "2024-04-01"])
def test_a_rule_in_force_at_once(effective: str) -> None:
    """
    A rule that names the day of its announcement, or one before, is in force from that day on.
    """
    announced = VisaRequirementAnnouncement(occurred="2024-04-06", effective=effective, **SIDES)
    history = replay([announced])
    assert history.at("2024-04-05").value(f.VISA_RULE, VISA) is None
    assert "in_force" == history.at("2024-04-06").value(f.VISA_RULE, VISA)
    assert [] == found(history, "order")


def test_revoked_on_the_day_it_was_to_begin() -> None:
    """
    What is decided later prevails on the day itself, and no order needs to be given.
    """
    announced = VisaRequirementAnnouncement(occurred="2024-04-06", effective="2024-04-20", **SIDES)
    revoked = VisaRequirementRevocation(occurred="2024-04-20", **SIDES)
    history = replay([announced, revoked])
    assert "revoked" == history.at("2024-04-20").value(f.VISA_RULE, VISA)
    assert [] == found(history, "order")


# Nothing made up


def test_what_nothing_is_known_of_is_unknown() -> None:
    """
    No fluent has a made-up initial value.
    """
    snapshot = replay([]).at("2022-12-07")
    assert snapshot.between("PER", "MEX").relations is None
    assert snapshot.mission("PER", "MEX").headed_by is None
    assert snapshot.certainty(f.RELATIONS, "PER-MEX") is None
    assert frozenset() == snapshot.possible(f.RELATIONS, "PER-MEX")
    assert [] == list(snapshot.known())
    explained = replay([]).explain("relations", "PER-MEX", at="2022-12-07")
    assert (None, None, ()) == (explained.value, explained.event, explained.sources())


def test_explanation_goes_down_to_the_words() -> None:
    """
    A value leads to the event, the rule, the articles and the source; a derived one by its inputs.
    """
    source = Source(id="sre", publisher="SRE", published="2025-11-03")
    piece = Evidence(source=source, quote="rompimiento")
    denial = Claim(text="without cause", by="SRE")
    broken = RelationsBreak(occurred="2025-11-03", evidence=[piece], claims=[denial], **SIDES)
    again = RelationsBreak(occurred="2025-11-04", by="PER", target="MEX")
    history = replay([OPEN, broken, again])
    told = history.explain("relations", "PER-MEX", at="2025-11-05")
    assert ("broken", broken, (piece,)) == (told.value, told.event, told.sources())
    assert (denial,) == told.claims
    assert (again,) == told.also
    assert "VCDR 45" in told.law
    derived = history.explain("functions", "MEX:PER", at="2025-11-05")
    assert (piece,) == derived.sources()
    assert {"relations", "mission", "mission_level"} >= {
        why.fluent.name for why in derived.because
    }
