"""
Possible values are exactly those that some concrete dates give.
"""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterable, Iterator

import attrs
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from replay_streams import DAYS, EXACT, SPREAD, dates, day, events

from diplomodel.dates import PartialDate
from diplomodel.errors import BadInputError
from diplomodel.events import (
    Event,
    LevelDowngrade,
    Modality,
    Observation,
    RelationsBreak,
    RelationsEstablishment,
    VisaRequirementAnnouncement,
    VisaRequirementRevocation,
)
from diplomodel.evidence import Claim, Verdict
from diplomodel.fluents import CONSULAR, MISSION_LEVEL, RELATIONS, VISA_RULE
from diplomodel.histories import Certainty, History, replay


ACTS = {"by": "PER", "target": "MEX"}
WAY = {"sender": "MEX", "receiver": "PER"}


def versions(event: Event) -> Iterator[Event]:
    """
    The event as it is told, and as each open claim has it.
    """
    plain = attrs.evolve(event, claims=[])
    yield plain
    for claim in event.claims:
        if claim.verdict is not Verdict.OPEN or claim.field in (None, "occurred"):
            continue
        try:
            yield attrs.evolve(plain, **{claim.field: claim.value})
        except (BadInputError, TypeError):
            continue


def days_of(event: Event) -> range:
    """
    The days on which it can have been, with those that open claims give.
    """
    claimed = (
        PartialDate.parse(str(claim.value))
        for claim in event.claims
        if claim.field == "occurred" and claim.verdict is Verdict.OPEN
    )
    told = [event.occurred, *claimed]
    return range(
        min(date.first_possible for date in told), max(date.last_possible for date in told) + 1
    )


def concrete(event: Event) -> list[Event]:
    """
    Every way in which a doubtful event can have been: on each day, first or last of that day.
    """
    days = days_of(event)
    if len(days) == 1:
        return list(versions(event))
    return [
        attrs.evolve(version, occurred=dt.date.fromordinal(ordinal), order=order)
        for version in versions(event)
        for ordinal in days
        for order in (-4000, 4000)
    ]


def brute(stream: list[Event]) -> dict[tuple[str, str], list[tuple[frozenset[str], bool]]]:
    """
    What is possible each day, from a replay of every combination of concrete events.
    """
    worlds: list[History] = [
        replay(chosen) for chosen in itertools.product(*(concrete(event) for event in stream))
    ]
    keys = {
        (fluent.name, subject): fluent
        for world in worlds
        for fluent, subject in world.keys()
        if not fluent.is_derived
    }
    found: dict[tuple[str, str], list[tuple[frozenset[str], bool]]] = {}
    for (name, subject), fluent in keys.items():
        found[name, subject] = []
        for when in DAYS:
            answers = [world.line_values(fluent, subject, when) for world in worlds]
            values = frozenset[str]().union(*(values for values, _ in answers))
            found[name, subject].append((values, all(sure for _, sure in answers)))
    return found


@st.composite
def small(draw: st.DrawFn) -> list[Event]:
    """
    A few events, of which a few are vague, that are all different happenings.
    """
    exact = draw(st.lists(events(when=dates(), supersedes=False), min_size=1, max_size=4))
    vague = draw(
        st.lists(events(when=st.sampled_from(SPREAD), supersedes=False), min_size=1, max_size=2)
    )
    stream = [
        attrs.evolve(event, key=f"k{number}", modality=Modality.DONE)
        for number, event in enumerate((*exact, *vague))
    ]
    # A claim of a date before all others would have to be listed day by day.
    assume(all(len(days_of(event)) < 9 for event in stream))
    ways = 1
    for event in stream:
        ways *= len(concrete(event))
    assume(ways <= 300)
    return stream


@settings(max_examples=120)
@given(small())
def test_possible_is_what_some_concrete_dates_give(stream: list[Event]) -> None:
    """
    The possible values of each day are those of all concrete dates together, and no others.
    """
    history = replay(stream)
    for (name, subject), expected in brute(stream).items():
        fluent = history.rules.fluent(name)
        found = [history.line_values(fluent, subject, when) for when in DAYS]
        assert expected == found, (name, subject)


def possible(stream: Iterable[Event], when: str) -> set[str]:
    """
    The possible relations of Peru and Mexico on a day.
    """
    return set(replay(stream).at(when).between("PER", "MEX").possible(RELATIONS))


@pytest.mark.parametrize(
    ("when", "before", "within", "after"),
    [
        ("2022-12", "2022-11-30", "2022-12-15", "2022-12-31"),
        ("2022-12-07?", "2022-12-05", "2022-12-07", "2022-12-08"),
        ("2022-12-06/2022-12-08", "2022-12-05", "2022-12-06", "2022-12-08"),
        ("2022", "2021-12-31", "2022-01-01", "2022-12-31"),
    ],
)
def test_a_vague_break(when: str, before: str, within: str, after: str) -> None:
    """
    Before the first possible day nothing has changed, until the last it may have, then it has.
    """
    stream = [
        RelationsEstablishment(occurred="1990-01-01", parties=("PER", "MEX")),
        RelationsBreak(occurred=when, **ACTS),
    ]
    assert {"established"} == possible(stream, before)
    assert {"established", "broken"} == possible(stream, within)
    assert {"broken"} == possible(stream, after)


@pytest.mark.parametrize("when", ["2022-12-08/..", "2022-12-08/"])
def test_a_break_with_no_end_in_sight(when: str) -> None:
    """
    What happened on some day from the 8th on is never certain, and told from the 8th on.
    """
    stream = [
        RelationsEstablishment(occurred="1990-01-01", parties=("PER", "MEX")),
        RelationsBreak(occurred=when, **ACTS),
    ]
    state = replay(stream).at("2024-01-01").between("PER", "MEX")
    assert "broken" == state.relations
    assert {"established", "broken"} == set(state.possible(RELATIONS))
    assert Certainty.POSSIBLE is state.certainty(RELATIONS)


def test_no_later_than() -> None:
    """
    A break reported on the 7th may have been any day before, and is certain from the 7th on.
    """
    stream = [RelationsBreak(occurred="../2022-12-07", **ACTS)]
    assert {"broken"} == possible(stream, "1950-01-01")
    state = replay(stream).at("1950-01-01").between("PER", "MEX")
    assert state.relations is None
    assert Certainty.POSSIBLE is state.certainty(RELATIONS)
    assert Certainty.CERTAIN is replay(stream).at("2022-12-07").between("PER", "MEX").certainty(
        RELATIONS
    )


def seen(when: str, value: str, key: str | None = None) -> Observation:
    """
    An observation of relations.
    """
    return Observation(occurred=when, fluent="relations", subject="PER-MEX", value=value, key=key)


def test_between_two_observations_that_differ() -> None:
    """
    A change between two observations may have been any day between them.
    """
    stream = [seen("2022-12-05", "established"), seen("2022-12-09", "broken")]
    assert {"established"} == possible(stream, "2022-12-05")
    assert {"established", "broken"} == possible(stream, "2022-12-06")
    assert {"established", "broken"} == possible(stream, "2022-12-08")
    assert {"broken"} == possible(stream, "2022-12-09")
    spells = list(replay(stream).spells(RELATIONS))
    assert [("established", True), ("broken", True)] == [(s.value, s.observed) for s in spells]
    assert [] == list(replay(stream).transitions())


def test_a_repeated_observation_narrows_the_change() -> None:
    """
    The change lies after the last observation of the old value, not after the first.
    """
    stream = [
        seen("2022-12-05", "established"),
        seen("2022-12-08", "established"),
        seen("2022-12-10", "broken"),
    ]
    assert {"established"} == possible(stream, "2022-12-07")
    assert {"established", "broken"} == possible(stream, "2022-12-09")


def test_an_observation_that_an_act_belies_dates_nothing() -> None:
    """
    What was seen against an act that came before it is not possible before the act either.
    """
    stream = [
        seen("2022-12-05", "established"),
        RelationsBreak(occurred="2022-12-08", **ACTS),
        seen("2022-12-10", "none"),
        RelationsBreak(occurred="2023-01/2023-02", **ACTS),
    ]
    assert {"established"} == possible(stream, "2022-12-06")
    assert {"broken"} == possible(stream, "2022-12-10")


def test_an_observation_dates_a_vague_event() -> None:
    """
    Relations still seen established on the 15th may or may not have been broken that same month.
    """
    stream = [seen("2022-12-15", "established"), RelationsBreak(occurred="2022-12", **ACTS)]
    assert {"established", "broken"} == possible(stream, "2022-12-16")
    assert {"broken"} == possible(stream, "2023-01-05")


def test_an_open_claim_on_the_day_leaves_doubt() -> None:
    """
    Between two claimed days the break may have been, whether the claim is text or a date.
    """
    for value in ("2022-12-09", PartialDate.parse("2022-12-09")):
        claim = Claim(text="on the 9th", field="occurred", value=value)
        stream = [
            RelationsEstablishment(occurred="1990-01-01", parties=("PER", "MEX")),
            RelationsBreak(occurred="2022-12-07", claims=[claim], **ACTS),
        ]
        assert {"established", "broken"} == possible(stream, "2022-12-08")
        assert {"broken"} == possible(stream, "2022-12-09")
        rejected = attrs.evolve(claim, verdict="rejected")
        settled = [stream[0], attrs.evolve(stream[1], claims=[rejected])]
        assert {"broken"} == possible(settled, "2022-12-07")


def test_an_open_claim_on_a_value_leaves_both() -> None:
    """
    Two reports of the level to which a mission falls leave both possible and tell one.
    """
    claim = Claim(text="to minister", field="level", value="minister")
    lowered = LevelDowngrade(
        occurred="2022-12-07", level="charge_daffaires", claims=[claim], **WAY
    )
    mission = replay([lowered]).at("2022-12-08").mission("MEX", "PER")
    assert "charge_daffaires" == mission.level
    assert {"charge_daffaires", "minister"} == set(mission.possible(MISSION_LEVEL))
    assert Certainty.POSSIBLE is mission.certainty(MISSION_LEVEL)


def test_a_claim_that_something_was_not_done_leaves_what_was() -> None:
    """
    Whether a break severed consular relations too is open, so that they may still be there.
    """
    claim = Claim(text="consuls stay", field="severs_consular", value=False)
    stream = [
        RelationsEstablishment(occurred="1990-01-01", parties=("PER", "MEX")),
        RelationsBreak(occurred="2022-12-07", severs_consular=True, claims=[claim], **ACTS),
    ]
    state = replay(stream).at("2022-12-08").between("PER", "MEX")
    assert "severed" == state.consular_relations
    assert {"severed", "established"} == set(state.possible(CONSULAR))
    assert Certainty.CERTAIN is state.certainty(RELATIONS)


def test_a_denied_event_leaves_what_was() -> None:
    """
    A break that somebody denies is told, and what was before stays possible.
    """
    denied = Claim(text="there was none", field="modality", value="denied")
    stream = [
        RelationsEstablishment(occurred="1990-01-01", parties=("PER", "MEX")),
        RelationsBreak(occurred="2022-12-07", claims=[denied], **ACTS),
    ]
    assert {"established", "broken"} == possible(stream, "2023-01-01")


def test_a_rule_of_vague_effect_waits_for_its_announcement() -> None:
    """
    Announced on the 6th for some day of the month, a rule cannot have been in force on the 3rd.
    """
    announced = VisaRequirementAnnouncement(occurred="2024-04-06", effective="2024-04", **ACTS)
    history = replay([announced])
    rule = "PER>MEX/visa"
    assert frozenset() == history.at("2024-04-03").possible(VISA_RULE, rule)
    assert {"announced", "in_force"} == set(history.at("2024-04-06").possible(VISA_RULE, rule))
    assert {"in_force"} == set(history.at("2024-04-30").possible(VISA_RULE, rule))
    revoked = VisaRequirementRevocation(occurred="2024-04-10", **ACTS)
    amended = history.amend(add=[revoked])
    assert {"announced", "in_force"} == set(amended.at("2024-04-09").possible(VISA_RULE, rule))
    assert {"revoked"} == set(amended.at("2024-05-01").possible(VISA_RULE, rule))


def test_days_cover_the_streams() -> None:
    """
    The days asked surround all the exact days of the streams.
    """
    assert DAYS.start < min(map(day, EXACT)) <= max(map(day, EXACT)) < DAYS.stop
