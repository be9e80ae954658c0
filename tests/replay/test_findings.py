"""
Findings: order, observations, events of no kind, requirements.
"""

from __future__ import annotations

import datetime as dt
import pickle

import attrs
import pytest
from replay_cases import ENVOY, GRANT, SIDES, found

from diplomodel import fluents as f
from diplomodel.events import (
    AmbassadorExpulsion,
    AmbassadorRecall,
    Censure,
    CredentialsPresentation,
    EnvoyDeparture,
    Event,
    HeadOfStateRemoval,
    Observation,
    OfficeTaken,
    RelationsBreak,
    RelationsRestoration,
    Resignation,
    SafeConductDecision,
    UnknownEvent,
)
from diplomodel.evidence import Evidence, Source
from diplomodel.histories import replay
from diplomodel.rules import core_rules


CITED = (Evidence(source=Source(id="sre", publisher="SRE", published="2022-12-08")),)
BROKEN = RelationsBreak(occurred="2025-11-03", label="pm40", **SIDES)


def seat(day: str, person: str, **more: object) -> Event:
    """
    Somebody takes office.
    """
    return OfficeTaken(occurred=day, state="PER", person=person, office="head_of_state", **more)


# Order within a day


def test_what_only_ids_settle_is_a_finding() -> None:
    """
    Two presidents sworn in at one moment: the ids decide, and that is reported.
    """
    events = [seat("2022-12-07", "ana"), seat("2022-12-07", "bea")]
    history = replay(events)
    assert (
        history.at("2022-12-07").country("PER").head_of_state
        == max(events, key=lambda event: event.id).person
    )
    (finding,) = found(history, "order")
    assert ("warning", "head_of_state", "PER") == (
        finding.severity,
        finding.fluent,
        finding.subject,
    )
    assert {event.id for event in events} == {event.id for event in finding.events}
    assert "give one an `order`" in finding.text
    assert dt.date(2022, 12, 7) == finding.date


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (seat("2022-12-07", "ana", order=-1), seat("2022-12-07", "bea")),
        (seat("2022-12-07", "bea", order=-1), seat("2022-12-07", "ana")),
        (seat("2022-12-07", "ana"), seat("2022-12-07", "bea", order=1)),
        (seat("2022-12-07T10:00", "ana"), seat("2022-12-07T10:01", "bea")),
        (seat("2022-12-07T23:59", "ana"), seat("2022-12-07", "bea")),
        (seat("2022-12-07T10:00-05:00", "ana"), seat("2022-12-07T14:00Z", "bea", order=1)),
        (seat("2022-12-07T14:00Z", "ana"), seat("2022-12-07T10:00-05:00", "bea")),
        (seat("2022-12-07T23:59", "ana"), seat("2022-12-07T00:00", "bea", order=1)),
        (
            HeadOfStateRemoval(occurred="2022-12-07", state="PER", person="pedro-castillo"),
            seat("2022-12-07", "bea"),
        ),
    ],
    ids=[
        "order",
        "order back",
        "order on",
        "time",
        "no time",
        "both",
        "zones",
        "order wins",
        "rank",
    ],
)
def test_order_within_a_day(first: Event, last: Event) -> None:
    """
    Explicit order comes before the time of day, the time before the rank; nothing is left to ids.
    """
    for events in ([first, last], [last, first]):
        history = replay(events)
        assert last.person == history.at("2022-12-07").country("PER").head_of_state
        assert [] == found(history, "order")


def test_one_value_twice_is_no_tie() -> None:
    """
    Two events that assign the same value at one moment need no order.
    """
    events = [
        RelationsBreak(occurred="2022-12-07", by="PER", target="MEX"),
        RelationsBreak(occurred="2022-12-07", by="MEX", target="PER"),
    ]
    history = replay(events)
    assert [] == found(history, "order")
    assert 1 == len(list(history.spells(f.RELATIONS)))


def test_reporting_for_three_days_changes_nothing() -> None:
    """
    The same break reported three days running is one transition.
    """
    days = ("2025-11-03", "2025-11-04", "2025-11-05")
    history = replay([RelationsBreak(occurred=day, **SIDES) for day in days])
    (transition,) = history.transitions()
    assert (dt.date(2025, 11, 3), None, "broken") == (
        transition.date,
        transition.before,
        transition.after,
    )
    assert transition.law == core_rules().rule("relations_break", "relations").law


# Observations


def seen(day: str, value: str, **more: object) -> Event:
    """
    Relations seen as they are.
    """
    return Observation(occurred=day, fluent="relations", subject="PER-MEX", value=value, **more)


def test_an_observation_that_contradicts_an_event() -> None:
    """
    It is reported with the event that it contradicts, and overwrites nothing.
    """
    odd = seen("2026-01-01", "established")
    history = replay([BROKEN, odd])
    assert "broken" == history.at("2026-02-01").between("PER", "MEX").relations
    (finding,) = found(history, "observation")
    assert ((odd, BROKEN), "relations", "MEX-PER") == (
        finding.events,
        finding.fluent,
        finding.subject,
    )
    assert "an event may be missing" in finding.text
    amended = history.amend(
        add=[RelationsRestoration(occurred="2025-12-01", parties=("MEX", "PER"))]
    )
    assert [] == found(amended, "observation")


def test_an_observation_that_agrees_is_silent() -> None:
    """
    What is seen as an event has made it is no finding, and backs the explanation.
    """
    agrees = seen("2026-01-01", "broken")
    history = replay([BROKEN, agrees])
    assert [] == found(history, "observation")
    assert (agrees,) == history.explain("relations", "PER-MEX", at="2026-01-01").also
    assert () == history.explain("relations", "PER-MEX", at="2025-12-31").also


def test_an_event_after_an_observation_prevails() -> None:
    """
    An opening position is overwritten by what happens; its own law is observation.
    """
    history = replay([seen("2022-12-06", "established"), BROKEN])
    assert "broken" == history.at("2025-11-03").between("PER", "MEX").relations
    (transition,) = history.transitions()
    assert "established" == transition.before
    explained = history.explain("relations", "PER-MEX", at="2022-12-06")
    assert (None, ("practice: observation",)) == (explained.rule, explained.law)


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"fluent": "relatons"}, "unknown fluent 'relatons'; did you mean 'relations'"),
        ({"subject": "PER"}, "'PER' is not a dyad: write it like 'MEX-PER'"),
        ({"value": "brokn"}, "'brokn' is not a Relations; did you mean 'broken'"),
        (
            {"fluent": "functions", "subject": "MEX>PER", "value": "ended"},
            "functions is derived: observe what it follows from",
        ),
    ],
)
def test_observations_of_nothing_are_set_aside(fields: dict[str, str], message: str) -> None:
    """
    What cannot be expanded is kept, has no effect, and is reported with the reason.
    """
    odd = attrs.evolve(seen("2022-12-06", "broken"), **fields)
    history = replay([odd])
    assert (odd,) == history.events
    assert [] == list(history.spells())
    (finding,) = found(history, "set_aside")
    assert message in finding.text
    kept = history.amend(retract=[odd], add=[pickle.loads(pickle.dumps(odd))])
    assert 1 == len(found(kept, "set_aside"))
    assert [] == found(history.amend(retract=[odd]), "set_aside")


def test_unknown_kinds_are_reported() -> None:
    """
    An event of a kind that nothing knows is kept and reported.
    """
    odd = UnknownEvent(occurred="2022-12-07", unknown_kind="transit_ban", evidence=CITED)
    (finding,) = replay([odd]).findings()
    assert ("unknown_kind", "warning", (odd,)) == (finding.code, finding.severity, finding.events)
    assert "'transit_ban'" in finding.text


def test_an_event_without_evidence_is_a_finding() -> None:
    """
    An event that cites nothing is reported, one that cites a source is not.
    """
    assert 1 == len(found(replay([BROKEN]), "evidence"))
    assert [] == found(replay([attrs.evolve(BROKEN, evidence=CITED)]), "evidence")


def test_findings_are_in_the_order_of_days() -> None:
    """
    Findings come by day.
    """
    history = replay([BROKEN, GRANT, seat("2022-12-07", "a"), seat("2022-12-07", "b")])
    days = [finding.day for finding in history.findings()]
    assert sorted(days) == days


# Requirements


def test_requirements_ask_the_state_before() -> None:
    """
    What an event brings about itself does not meet its own requirement, nor does what came later.
    """
    left = EnvoyDeparture(occurred="2022-12-01", **ENVOY)
    expelled = AmbassadorExpulsion(occurred="2022-12-20", **ENVOY)
    (finding,) = found(replay([left, expelled]), "requirement")
    assert "the person was no longer a member of the mission" in finding.text
    assert 1 == len(
        found(replay([left, attrs.evolve(expelled, occurred="2022-12")]), "requirement")
    )
    after = attrs.evolve(left, occurred="2022-12-22")
    assert [] == found(replay([expelled, after]), "requirement")


def test_an_unknown_state_meets_every_requirement() -> None:
    """
    Where nothing is known nothing is missing.
    """
    assert [] == found(replay([BROKEN, AmbassadorRecall(occurred="2022", **ENVOY)]), "requirement")


def test_credentials_need_relations() -> None:
    """
    Credentials presented after a break are a finding, and take effect all the same.
    """
    presented = CredentialsPresentation(occurred="2025-12-01", **ENVOY)
    history = replay([BROKEN, presented])
    (finding,) = found(history, "requirement")
    assert ("VCDR 2", "VCDR 13") == finding.law
    assert "in_post" == history.at("2025-12-01").mission("MEX", "PER").accreditation(
        "pablo-monroy"
    )


def test_who_is_removed_was_in_office() -> None:
    """
    Removing somebody who was not head of state is a finding; resigning empties the office.
    """
    gone = HeadOfStateRemoval(occurred="2022-12-07", state="PER", person="pedro-castillo")
    other = replay([seat("2021-07-28", "somebody-else"), gone])
    assert 1 == len(found(other, "requirement"))
    right = replay([seat("2021-07-28", "pedro-castillo"), gone])
    assert [] == found(right, "requirement")
    assert f.VACANT == right.at("2022-12-07").country("PER").head_of_state
    minister = OfficeTaken(
        occurred="2022-01-01", state="PER", person="ana", office="foreign_minister"
    )
    resigned = Resignation(
        occurred="2022-06-01", state="PER", person="ana", office="foreign_minister"
    )
    censured = Censure(occurred="2022-06-01", state="PER", person="ana")
    assert (
        f.VACANT == replay([minister, resigned]).at("2023-01-01").country("PER").foreign_minister
    )
    assert "ana" == replay([minister, censured]).at("2023-01-01").country("PER").foreign_minister


def test_an_organisation_in_an_asylum_case_is_no_crash():
    """
    The party table is asked of whoever the event names.
    """
    refused = SafeConductDecision(
        occurred="2000-01-01",
        asylum_state="PER",
        territorial_state="org:oas",
        persons="x",
        answer="refused",
    )

    assert {"evidence"} == {finding.code for finding in replay([refused]).findings()}
