"""
Obligations: what they wait for, and what becomes of them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

import attrs
import pytest
from replay_cases import CASE, ENVOY, GRANT, SIDES, WAY, found

from diplomodel.dates import PartialDate
from diplomodel.events import (
    AmbassadorExpulsion,
    AsyleeDeparture,
    AsyleeHandover,
    ChargeAppointment,
    ConsularPostClosure,
    EnvoyDeparture,
    Event,
    InviolabilityBreach,
    Link,
    MissionClosure,
    MissionClosureOrder,
    MissionOpening,
    RelationsBreak,
    RelationsRestoration,
    SafeConductDecision,
    SafeConductRequested,
    StaffExpulsion,
    StaffWithdrawal,
    Statement,
)
from diplomodel.evidence import Evidence, Source
from diplomodel.histories import History, Obligation, replay


CITED = (Evidence(source=Source(id="sre", publisher="SRE", published="2022-12-08")),)
BROKEN = RelationsBreak(occurred="2025-11-03", label="pm40", **SIDES)


def owed(history: History, name: str) -> list[Obligation]:
    """
    The obligations of one name.
    """
    return [duty for duty in history.obligations() if duty.duty == name]


def statuses(duty: Obligation, days: Iterable[str]) -> list[str]:
    """
    Where an obligation stands on some days.
    """
    return [str(duty.status(dt.date.fromisoformat(day).toordinal())) for day in days]


def test_recall_of_somebody_expelled() -> None:
    """
    Expelled with 72 hours: open, then overdue, then fulfilled by the departure.
    """
    expelled = AmbassadorExpulsion(occurred="2022-12-20", deadline="PT72H", **ENVOY)
    late = EnvoyDeparture(occurred="2022-12-26", **ENVOY)
    (duty,) = owed(replay([expelled, late]), "recall")
    assert ("MEX", "PER", "MEX>PER/pablo-monroy") == (duty.holder, duty.owed_to, duty.subject)
    assert PartialDate.parse("2022-12-23") == duty.due
    days = ("2022-12-20", "2022-12-23", "2022-12-24", "2022-12-26")
    assert ["open", "open", "overdue", "fulfilled"] == statuses(duty, days)
    (help_,) = owed(replay([expelled, late]), "help_departure")
    assert ("PER", None) == (help_.holder, help_.due)
    assert ["open", "fulfilled"] == statuses(help_, ("2022-12-25", "2022-12-26"))


def test_obligations_of_a_day() -> None:
    """
    Asked for a day, those begun and not settled by then are listed, or those of some status.
    """
    expelled = AmbassadorExpulsion(occurred="2022-12-20", deadline="PT72H", **ENVOY)
    history = replay([expelled, EnvoyDeparture(occurred="2022-12-22", **ENVOY)])
    assert () == history.obligations(at="2022-12-19")
    assert {"recall", "help_departure"} == {
        duty.duty for duty in history.obligations(at="2022-12-21")
    }
    assert () == history.obligations(at="2022-12-22")
    settled = history.obligations(at="2022-12-22", status=["fulfilled"])
    assert 2 == len(settled)


def test_a_deadline_beyond_the_calendar() -> None:
    """
    A deadline that no calendar reaches is no reason to fail.
    """
    expelled = AmbassadorExpulsion(occurred="9998-12-31", deadline="P9999Y", **ENVOY)
    (duty,) = owed(replay([expelled]), "recall")
    assert duty.due is None


def test_other_deadlines() -> None:
    """
    Staff, missions and posts have deadlines of their own, which closures fulfil.
    """
    events = [
        StaffExpulsion(occurred="2022-12-20", deadline="P7D", **WAY),
        MissionClosureOrder(occurred="2022-12-20", deadline="P10D", **WAY),
        MissionClosure(occurred="2022-12-25", **WAY),
        ConsularPostClosure(occurred="2022-12-20", post="cusco", deadline="P2D", **WAY),
        ConsularPostClosure(occurred="2022-12-24", post="cusco", done=True, **WAY),
    ]
    history = replay(events)
    day = ("2022-12-30",)
    assert ["overdue"] == statuses(owed(history, "withdraw_staff")[0], day)
    assert ["fulfilled"] == statuses(owed(history, "vacate_mission")[0], day)
    assert ["fulfilled"] == statuses(owed(history, "close_post")[0], day)
    assert ["overdue"] == statuses(owed(history, "close_post")[0], ("2022-12-23",))


def test_both_sides_protect_premises_after_a_break() -> None:
    """
    Each side owes the other's premises protection until relations are restored.
    """
    back = RelationsRestoration(occurred="2026-03-01", parties=("MEX", "PER"))
    history = replay([BROKEN, back])
    duties = owed(history, "protect_premises")
    assert {("MEX", "PER>MEX"), ("PER", "MEX>PER")} == {
        (duty.holder, duty.subject) for duty in duties
    }
    for duty in duties:
        assert ["open", "ended"] == statuses(duty, ("2026-02-28", "2026-03-01"))
    stormed = InviolabilityBreach(occurred="2026-01-01", by="crowd", **WAY)
    broken_duty = [
        duty
        for duty in owed(replay([BROKEN, stormed]), "protect_premises")
        if duty.holder == "PER"
    ]
    assert ["unmet"] == statuses(broken_duty[0], ("2026-01-01",))
    (finding,) = found(replay([BROKEN, stormed]), "duty")
    assert ((BROKEN, stormed), ("VCDR 45(a)",)) == (finding.events, finding.law)


def test_safe_conduct_put_off_and_then_given() -> None:
    """
    A duty contested on one day can be kept on another; delay is not refusal.
    """
    events = [
        GRANT,
        SafeConductRequested(occurred="2025-11-04", **CASE),
        SafeConductDecision(occurred="2025-11-07", answer="postponed", **CASE),
        SafeConductDecision(occurred="2026-02-01", answer="granted", **CASE),
    ]
    (duty,) = owed(replay(events), "grant_safe_conduct")
    assert ["contested", "fulfilled"] == [step.outcome for step in duty.steps]
    assert ["open", "open", "fulfilled"] == statuses(
        duty, ("2025-11-05", "2026-01-31", "2026-02-01")
    )
    day = dt.date(2025, 11, 7).toordinal()
    assert (False, True) == (duty.contested(day - 1), duty.contested(day))


def test_asking_twice_is_one_duty() -> None:
    """
    A second request while the first is unanswered owes nothing more.
    """
    events = [
        GRANT,
        SafeConductRequested(occurred="2025-11-04", **CASE),
        SafeConductRequested(occurred="2025-12-04", **CASE),
    ]
    assert 1 == len(owed(replay(events), "grant_safe_conduct"))


CHARGE = {**WAY, "person": "karla-ornelas"}


@pytest.mark.parametrize(
    ("then", "status"),
    [
        ((), "open"),
        ((AsyleeHandover(occurred="2025-11-07", to="BRA", **CASE),), "fulfilled"),
        ((AsyleeDeparture(occurred="2025-11-07", **CASE),), "fulfilled"),
        ((EnvoyDeparture(occurred="2025-11-08", **CHARGE),), "unmet"),
        (
            (
                EnvoyDeparture(occurred="2025-11-08", **CHARGE),
                AsyleeHandover(occurred="2026-01-24", to="BRA", **CASE),
            ),
            "fulfilled",
        ),
    ],
    ids=["nothing", "handed over", "left", "left behind", "handed over late"],
)
def test_leaving_with_the_asylees(then: tuple[Event, ...], status: str) -> None:
    """
    After a break the mission takes its asylees along or hands them over (Caracas XIX).
    """
    here = MissionOpening(occurred="2020-01-01", **WAY)
    charge = ChargeAppointment(occurred="2022-12-20", **CHARGE)
    history = replay([here, charge, GRANT, attrs.evolve(BROKEN, order=1), *then])
    duties = owed(history, "leave_with_asylees")
    assert ["MEX>PER/betssy-chavez"] == [duty.subject for duty in duties]
    assert [status] == statuses(duties[0], ("2026-06-01",))


def test_no_asylees_no_duty() -> None:
    """
    The duty arises for each person sheltered at that moment, and between parties alone.
    """
    gone = AsyleeDeparture(occurred="2025-11-02", **CASE)
    early = attrs.evolve(GRANT, occurred="2025-10-01")
    assert [] == owed(replay([early, gone, BROKEN]), "leave_with_asylees")
    two = attrs.evolve(early, persons=("ana", "bea"))
    assert 2 == len(owed(replay([two, BROKEN]), "leave_with_asylees"))
    withdrawal = StaffWithdrawal(occurred="2025-11-01", **WAY)
    demanded = attrs.evolve(withdrawal, demanded_by_receiver=True)
    assert [] == owed(replay([early, withdrawal]), "leave_with_asylees")
    assert 1 == len(owed(replay([early, demanded]), "leave_with_asylees"))


def test_events_can_say_themselves_what_they_fulfil() -> None:
    """
    A link tells that an act fulfils what another made due; contesting or planning does not.
    """
    staff = StaffExpulsion(occurred="2022-12-20", deadline="P7D", label="out", **WAY)
    contests = Statement(occurred="2022-12-21", by="MEX", links=[Link(kind="contests", to="out")])
    fulfils = Statement(occurred="2022-12-24", by="MEX", links=[Link(kind="fulfils", to=staff.id)])
    planned = attrs.evolve(fulfils, occurred="2022-12-22", modality="planned")
    (duty,) = owed(replay([staff, fulfils, planned, contests]), "withdraw_staff")
    assert [("fulfilled", fulfils)] == [(step.outcome, step.event) for step in duty.steps]
    assert ["open", "fulfilled"] == statuses(duty, ("2022-12-23", "2022-12-24"))
