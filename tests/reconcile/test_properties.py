"""
What holds of every reconciliation, whatever the reports.
"""

from __future__ import annotations

import random
from collections import Counter

import attrs
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from diplomodel.casebooks import Casebook, dumps, loads
from diplomodel.events import (
    AmbassadorExpulsion,
    AmbassadorRecall,
    AsylumGrant,
    Event,
    Link,
    Observation,
    PersonaNonGrata,
    RelationsBreak,
    RelationsReduced,
    RelationsRestoration,
    StaffExpulsion,
    Statement,
)
from diplomodel.evidence import Evidence, Source
from diplomodel.reconcile import Settings, reconcile
from diplomodel.reconcile._cards import card_of
from diplomodel.reconcile._shapes import may_stand_for
from diplomodel.testing import events


SLOW = settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
#: Few states, days, persons and documents, so that many reports meet.
STATES = st.sampled_from(["PER", "MEX", "BRA"])
PAIRS = st.permutations(["PER", "MEX", "BRA"]).map(lambda found: found[:2])
PERSONS = st.sampled_from(["ana-lopez", "anna-lopez", "lopez", "juan-perez", "envoy-1", "envoy-2"])
DAYS = st.one_of(
    st.integers(1, 28).map("2025-11-{:02}".format),
    st.sampled_from(
        ["2025-11", "2025", "../2025-11-12", "2025-11-10/..", "2025-11-08T10:00-05:00"]
    ),
)
SOURCES = st.builds(
    lambda name, kind, published: Source(id=name, publisher=name, kind=kind, published=published),
    st.sampled_from(["a", "b", "c", "d", "gdelt"]),
    st.sampled_from(["news", "official", "dataset"]),
    st.none() | st.integers(1, 28).map("2025-11-{:02}".format),
)
EVIDENCE = st.lists(st.builds(Evidence, source=SOURCES), max_size=2).map(tuple)
WORDS = st.sampled_from(["the removal of Castillo", "visas for all", "removal", "a word"])


@st.composite
def crowded(draw: st.DrawFn) -> Event:
    """
    An event that meets others.
    """
    one, other = draw(PAIRS)
    common = {
        "occurred": draw(DAYS),
        "evidence": draw(EVIDENCE),
        "modality": draw(st.sampled_from(["done", "done", "done", "claimed", "planned"])),
        "label": draw(st.none() | st.sampled_from(["x1", "x2"])),
        "key": draw(st.none() | st.sampled_from(["k1", "k2"])),
        "summary": draw(st.none() | WORDS),
        "links": draw(st.just(()) | st.just((Link(kind="reports", to="x1"),))),
    }
    kind = draw(st.integers(0, 8))
    if kind == 0:
        return RelationsBreak(by=one, target=other, ground=draw(st.none() | WORDS), **common)
    if kind == 1:
        return RelationsReduced(by=one, target=other, **common)
    if kind == 2:
        return RelationsRestoration(parties=(one, other), **common)
    if kind == 3:
        return Statement(
            by=one,
            target=draw(st.none() | st.just(other)),
            speaker=draw(st.none() | PERSONS),
            about=draw(st.none() | WORDS),
            **common,
        )
    if kind == 4:
        number = draw(st.none() | st.integers(1, 60))
        return StaffExpulsion(sender=one, receiver=other, number=number, **common)
    if kind == 5:
        persons = draw(st.lists(PERSONS, min_size=1, max_size=2, unique=True))
        return AsylumGrant(asylum_state=one, territorial_state=other, persons=persons, **common)
    if kind == 6:
        value = draw(st.sampled_from(["established", "broken"]))
        return Observation(fluent="relations", subject="MEX-PER", value=value, **common)
    cls = draw(st.sampled_from([PersonaNonGrata, AmbassadorExpulsion, AmbassadorRecall]))
    return cls(sender=one, receiver=other, person=draw(PERSONS), **common)


@st.composite
def many(draw: st.DrawFn) -> list[Event]:
    """
    Reports that meet, or any events at all, some of them twice.
    """
    if draw(st.booleans()):
        return draw(st.lists(crowded(), max_size=14))
    found = draw(st.lists(events(), max_size=4))
    return [*found, *found[:2]]


MANY = many()


@SLOW
@given(MANY)
def test_no_report_is_lost(reports: list[Event]) -> None:
    """
    What goes in is merged, alone or not let through, to the report, and comes back as it was.
    """
    for chosen in (Settings(), Settings(least_sources=2), Settings(actor_kinds=["organisation"])):
        found = reconcile(reports, settings=chosen)

        assert Counter(reports) == Counter(found.reports)
        counts = found.counts
        assert len(reports) == counts["reports"]
        assert counts["reports"] == counts["merged"] + counts["alone"] + counts["gated"]


@SLOW
@given(MANY, st.randoms(use_true_random=False))
def test_order_never_matters(reports: list[Event], chance: random.Random) -> None:
    """
    Reports in another order give an equal reconciliation.
    """
    shuffled = reports[:]
    chance.shuffle(shuffled)

    assert reconcile(reports) == reconcile(shuffled)


@SLOW
@given(MANY)
def test_reconciling_again_changes_nothing(reports: list[Event]) -> None:
    """
    Reconciling what was reconciled gives the same events.
    """
    found = reconcile(reports)
    again = reconcile(found.events)

    assert found.events == again.events


@SLOW
@given(MANY)
def test_merges_can_be_taken_back(reports: list[Event]) -> None:
    """
    Undoing gives back exactly the reports; undoing one happening leaves all others merged.
    """
    found = reconcile(reports)

    assert Counter(reports) == Counter(one.event for one in found.undo().happenings)
    assert all(one.alone for one in found.undo().happenings)
    for one in found.happenings:
        if not one.alone:
            undone = found.undo(one.event)
            assert Counter(reports) == Counter(undone.reports)
            assert len(found.happenings) - 1 + len(one.reports) == len(undone.happenings)
            break


@SLOW
@given(MANY)
def test_only_reports_of_the_same_actors_and_kin_are_merged(reports: list[Event]) -> None:
    """
    Merged reports name the same actors, or leave some out, and are of one type or of kin.
    """
    for one in reconcile(reports).happenings:
        fine = type(one.event)
        actors = set(card_of(one.event, window=7).block)
        for report in one.reports:
            card = card_of(report, window=7)
            assert card.block == card_of(one.event, window=7).block or (
                card.partial and set(card.block) <= actors
            )
            assert type(report) is fine or may_stand_for(type(report), fine)


@SLOW
@given(MANY)
def test_merged_events_keep_all_evidence(reports: list[Event]) -> None:
    """
    An event has the evidence of each of its reports, once, and all of their claims' sources.
    """
    for one in reconcile(reports).happenings:
        if one.alone:
            continue
        wanted = {piece for report in one.reports for piece in report.evidence}
        assert wanted == set(one.event.evidence)
        assert len(wanted) == len(one.event.evidence)


@SLOW
@given(st.lists(crowded(), max_size=12))
def test_merged_events_round_trip(reports: list[Event]) -> None:
    """
    What comes out is written and read back equal.
    """
    found = [attrs.evolve(event, label=None, links=()) for event in reconcile(reports).events]
    for event in found:
        assert (event,) == loads(
            dumps(Casebook(events=[event]), format="jsonl"), format="jsonl"
        ).events


@SLOW
@given(st.lists(crowded(), max_size=12))
def test_reports_of_one_document_on_different_days_stay_apart(reports: list[Event]) -> None:
    """
    No event is made of two reports of one newspaper text that give different exact days.
    """
    for one in reconcile(reports).happenings:
        days: dict[tuple[type, str], set[str]] = {}
        for report in one.reports:
            for piece in report.evidence:
                if piece.source.kind.value != "dataset" and report.occurred.is_exact:
                    key = (type(report), piece.source.publisher)
                    days.setdefault(key, set()).add(str(report.occurred)[:10])
        assert all(len(found) == 1 for found in days.values())
