"""
What must always hold of a replay.
"""

from __future__ import annotations

import datetime as dt
import pickle
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st
from replay_streams import (
    BALTIC,
    DAYS,
    EXACT,
    PUBLISHED,
    dates,
    day,
    events,
    evidence,
    nonsense,
    possible,
    streams,
    told,
)

from diplomodel.events import Event
from diplomodel.evidence import Evidence
from diplomodel.histories import Certainty, Explanation, History, replay


def text(ordinal: int) -> str:
    """
    A day as text.
    """
    return dt.date.fromordinal(ordinal).isoformat()


def assert_same(one: History, other: History) -> None:
    """
    Two histories answer everything alike.
    """
    found, expected = told(one), told(other)
    for part, answers in expected.items():
        assert answers == found[part], part


@st.composite
def amendments(draw: st.DrawFn) -> tuple[list[Event], list[Event], list[Event]]:
    """
    A stream, events to add to it, and events of it to take out.
    """
    base = draw(streams())
    add = draw(streams(4))
    again = draw(st.lists(st.sampled_from(base), max_size=2)) if base else []
    gone = draw(st.lists(st.sampled_from(base), max_size=3)) if base else []
    copies = [pickle.loads(pickle.dumps(event)) for event in again]
    return base, [*add, *copies], gone


def without(stream: list[Event], gone: list[Event]) -> list[Event]:
    """
    A stream without what happened in some events.
    """
    ids = {event.id for event in gone}
    return [event for event in stream if event.id not in ids]


@settings(max_examples=120)
@given(amendments(), st.booleans())
def test_amending_equals_a_fresh_replay(
    parts: tuple[list[Event], list[Event], list[Event]], asked: bool
) -> None:
    """
    A history amended answers everything as a fresh replay does, whatever it was asked before.
    """
    base, add, gone = parts
    history = replay(base)
    if asked:
        told(history)
    amended = history.amend(add=add, retract=gone)
    assert_same(amended, replay([*without(base, gone), *add]))
    assert_same(history, replay(base))


@settings(max_examples=60)
@given(amendments(), streams(4), st.data())
def test_amending_again_and_again(
    parts: tuple[list[Event], list[Event], list[Event]], more: list[Event], data: st.DataObject
) -> None:
    """
    Amendments of amendments, by event or by id, still equal a fresh replay.
    """
    base, add, gone = parts
    now = [*without(base, gone), *add]
    history = replay(base).amend(add=add, retract=gone)
    told(history)
    out = data.draw(st.lists(st.sampled_from(now), max_size=3)) if now else []
    history = history.amend(retract=[event.id for event in out]).amend(add=more)
    now = [*without(now, out), *more]
    assert_same(history, replay(now))
    assert_same(history.amend(retract=now), replay([]))


@settings(max_examples=40)
@given(amendments(), st.sampled_from(EXACT))
def test_amending_keeps_to_the_last_day(
    parts: tuple[list[Event], list[Event], list[Event]], last: str
) -> None:
    """
    What is added after the `until` of a replay stays out, as it does in a fresh replay.
    """
    base, add, _ = parts
    amended = replay(base, until=last).amend(add=add)
    assert_same(amended, replay([*base, *add], until=last))


@settings(max_examples=80)
@given(streams(), st.randoms(use_true_random=False), st.data())
def test_order_and_repetition_change_nothing(
    stream: list[Event], random: Any, data: st.DataObject
) -> None:
    """
    Events in any order, in any split, some of them repeated, give one history.
    """
    again = data.draw(st.lists(st.sampled_from(stream), max_size=4)) if stream else []
    shuffled = [*stream, *again]
    random.shuffle(shuffled)
    expected = replay(stream)
    assert_same(replay(shuffled), expected)
    cut = data.draw(st.integers(0, len(shuffled)))
    assert_same(replay(shuffled[:cut]).amend(add=shuffled[cut:]), expected)


@st.composite
def retellings(draw: st.DrawFn) -> list[Event]:
    """
    Reports of one happening that differ in all that does not make it another one.
    """
    event = draw(events())
    others = [one for one in draw(streams(6)) if type(one) is type(event)]
    told_otherwise = st.fixed_dictionaries(
        {},
        optional={
            "place": st.sampled_from(["Lima", "Quito", None]),
            "summary": st.sampled_from(["a", "b", None]),
            "order": st.sampled_from([-1, 1, None]),
            "label": st.sampled_from(["a1", "a2", None]),
            "evidence": evidence(PUBLISHED),
            "supersedes": st.sampled_from([(), ("a1",), ("a3",)]),
        },
    )
    changes = draw(st.lists(told_otherwise, min_size=1, max_size=4))
    identity = {field.name for field in attrs.fields(type(event)) if field.metadata}
    same = {name: getattr(event, name) for name in identity}
    return [
        event,
        *(attrs.evolve(event, **change) for change in changes),
        *(attrs.evolve(other, **same) for other in others),
    ]


@settings(max_examples=120)
@given(retellings(), streams(3), st.randoms(use_true_random=False))
def test_retellings_merge_in_any_order(
    reports: list[Event], rest: list[Event], random: Any
) -> None:
    """
    Reports of one happening merge into one event with all their evidence, in whatever order.
    """
    expected = replay([*reports, *rest])
    shuffled = [*reports, *rest]
    random.shuffle(shuffled)
    assert_same(replay(shuffled), expected)
    assert_same(replay(rest).amend(add=shuffled), expected)
    one_by_one = replay(rest)
    for report in reports:
        one_by_one = one_by_one.amend(add=[report])
    assert_same(one_by_one, expected)


@settings(max_examples=40)
@given(streams(6))
def test_replaying_twice_changes_nothing(stream: list[Event]) -> None:
    """
    A history of what a history gives back is the same history, but for what was corrected away.
    """
    once = replay(stream)
    assert told(once)["spells"] == told(replay(once.events))["spells"]


def of_others(history: History, mine: list[Event]) -> dict[str, object]:
    """
    What a history tells of the first cast alone.
    """
    ids = {event.id for event in mine}
    found: dict[str, object] = {
        "spells": [spell for spell in history.spells() if spell.began_by.id in ids],
        "findings": [one for one in history.findings() if {e.id for e in one.events} <= ids],
        "obligations": [one for one in history.obligations() if one.created_by.id in ids],
        "possible": {
            key: values
            for key, values in possible(history).items()
            if not any(name in key[1] for name in (*BALTIC.persons, BALTIC.one, BALTIC.other))
        },
    }
    return found


@settings(max_examples=50)
@given(streams(6), streams(6, cast=BALTIC), st.randoms(use_true_random=False))
def test_unrelated_events_change_nothing(
    mine: list[Event], theirs: list[Event], random: Any
) -> None:
    """
    What happens between others leaves everything as it was.
    """
    mixed = [*mine, *theirs]
    random.shuffle(mixed)
    assert of_others(replay(mine), mine) == of_others(replay(mixed), mine)


def leads_to_events(found: Explanation) -> bool:
    """
    Whether an explanation goes down to an event, and to its evidence if it has any.
    """
    if found.event is not None:
        assert set(found.event.evidence) == set(found.sources())
        assert found.law
        return True
    return bool(found.because) and all(leads_to_events(reason) for reason in found.because)


@settings(max_examples=60)
@given(streams())
def test_every_value_is_explained(stream: list[Event]) -> None:
    """
    Every value known on any day leads to an event and its evidence.
    """
    history = replay(stream)
    for fluent, subject in history.keys():
        for when in DAYS:
            value = history.value(fluent, subject, text(when))
            found = history.explain(fluent.name, subject, at=text(when))
            assert value == found.value
            assert value is None or leads_to_events(found)
            assert (found.certainty is None) is (value is None)


@settings(max_examples=60)
@given(streams())
def test_what_is_told_is_possible(stream: list[Event]) -> None:
    """
    The value told is among the possible ones, and a sole sure one is the value told.
    """
    history = replay(stream)
    for fluent, subject in history.keys():
        for when in DAYS:
            value = history.value(fluent, subject, text(when))
            values, sure = history.line_values(fluent, subject, when)
            assert value is None or value in values
            if sure and len(values) == 1 and not fluent.is_derived:
                assert {value} == values


# What could be known


def published_by(stream: list[Event], ordinal: int) -> list[Event]:
    """
    The events as evidence surely published by a day tells them.
    """
    found = []
    for event in stream:
        kept = known(event.evidence, ordinal)
        claims = [
            attrs.evolve(claim, evidence=known(claim.evidence, ordinal))
            for claim in event.claims
            if known(claim.evidence, ordinal) or not claim.evidence
        ]
        if kept:
            found.append(attrs.evolve(event, evidence=kept, claims=claims))
    return found


def known(pieces: tuple[Evidence, ...], ordinal: int) -> tuple[Evidence, ...]:
    """
    Those that were surely published by a day.
    """
    return tuple(piece for piece in pieces if piece.known_by(ordinal))


DATED = tuple(published for published in PUBLISHED if published and len(published) == 10)


@settings(max_examples=60)
@given(streams(published=DATED), st.sampled_from(EXACT))
def test_known_by_is_a_replay_of_what_was_published(stream: list[Event], when: str) -> None:
    """
    Where all evidence is dated, what was known is a replay of what had been published.
    """
    stream = [event for event in stream if event.evidence]
    assert_same(replay(stream).known_by(when), replay(published_by(stream, day(when))))


@settings(max_examples=80)
@given(streams(), st.sampled_from(EXACT))
def test_undated_evidence_makes_nothing_certain(stream: list[Event], when: str) -> None:
    """
    What is certain of what was known follows from what was surely published alone.
    """
    then, sure = replay(stream).known_by(when), replay(published_by(stream, day(when)))
    for fluent, subject in then.keys():
        for asked in DAYS:
            snapshot = then.at(text(asked))
            if snapshot.certainty(fluent, subject) is Certainty.CERTAIN:
                expected = sure.at(text(asked))
                assert expected.value(fluent, subject) == snapshot.value(fluent, subject)
                assert expected.certainty(fluent, subject) is Certainty.CERTAIN


def test_undated_evidence_leaves_it_possible() -> None:
    """
    An event whose only evidence has no date may have been known, and is not told as known.
    """
    from diplomodel.events import RelationsBreak
    from diplomodel.evidence import Source
    from diplomodel.fluents import RELATIONS

    undated = Evidence(source=Source(id="s", publisher="P"))
    broken = RelationsBreak(occurred="2022-12-05", by="PER", target="MEX", evidence=[undated])
    state = replay([broken]).known_by("2022-12-06").at("2022-12-06").between("PER", "MEX")
    assert state.relations is None
    assert frozenset({"broken"}) == state.possible(RELATIONS)


# Derived fluents, pickling, threads


@settings(max_examples=60)
@given(streams(10, when=dates()))
def test_derived_spells_agree_with_every_day(stream: list[Event]) -> None:
    """
    The spells of a derived fluent are what deriving it day by day gives.
    """
    history = replay(stream)
    for fluent in (one for one in history.rules.fluents if one.is_derived):
        for subject in history.subjects(fluent):
            spells = list(history.spells(fluent, subject))
            for when in DAYS:
                lasting = [s.value for s in spells if s.begins <= when < (s.ends or when + 1)]
                value = history.value(fluent, subject, text(when))
                assert ([] if value is None else [value]) == lasting


@settings(max_examples=40)
@given(st.lists(events() | nonsense(dates()), max_size=8))
def test_histories_are_pickled(stream: list[Event]) -> None:
    """
    A history says the same after pickling, and so does what was known.
    """
    history = replay(stream, until="2022-12-31")
    assert_same(pickle.loads(pickle.dumps(history)), history)
    then = history.known_by("2022-12-07")
    assert_same(pickle.loads(pickle.dumps(then)), then)


@settings(max_examples=15)
@given(streams(10))
def test_histories_are_shared_between_threads(stream: list[Event]) -> None:
    """
    Threads that ask one history at once all get the same answers.
    """
    history, expected = replay(stream), told(replay(stream))
    with ThreadPoolExecutor(4) as pool:
        for found in pool.map(lambda _: told(history), range(4)):
            assert expected == found


@settings(max_examples=60)
@given(streams(6), st.sampled_from(EXACT), st.sampled_from(EXACT))
def test_difference_is_what_differs(stream: list[Event], one: str, other: str) -> None:
    """
    The difference of two days is every value that is not the same on both, and no other.
    """
    history = replay(stream)
    expected = {
        (fluent.name, subject): (before, after)
        for fluent, subject in history.keys()
        if (before := history.value(fluent, subject, one))
        != (after := history.value(fluent, subject, other))
    }
    found = {
        (change.fluent, change.subject): (change.before, change.after)
        for change in history.difference(one, other)
    }
    assert expected == found
