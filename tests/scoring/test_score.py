"""
Precision, recall and F1 of predicted events, their fields and confusions.
"""

from __future__ import annotations

import random
from itertools import pairwise

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diplomodel import casebook
from diplomodel.errors import BadInputError, UnknownNameError
from diplomodel.events import AsylumGrant, RelationsBreak, Statement, Talks, UnknownEvent
from diplomodel.evidence import Evidence, Source
from diplomodel.scoring import Strictness, score
from diplomodel.testing import events, partial_dates


LEVELS = [level.value for level in Strictness]


def cited(name):
    """
    Evidence in a source of that id.
    """
    return [Evidence(source=Source(id=name, publisher="A"))]


def broken(**changes):
    """
    A break of relations.
    """
    fields = {"occurred": "2025-11-03", "by": "PER", "target": "MEX", **changes}
    return RelationsBreak(**fields)


PEOPLE = st.sampled_from(["castillo", "pedro-castillo", "ana-castillo", "pedro", "de", "de-la-o"])
DAYS = st.sampled_from(
    ["2022-12-07", "2022-12-08", "2022-12-07/2022-12-08", "2022-12", "../2022-12-08", "2023"]
)
SMALL = st.one_of(
    st.builds(
        Statement,
        occurred=DAYS,
        by=st.sampled_from(["PER", "MEX"]),
        speaker=st.none() | PEOPLE,
        place=st.sampled_from([None, "Lima", "Lima, Peru", "Callao"]),
        modality=st.sampled_from(["done", "claimed"]),
    ),
    st.builds(
        AsylumGrant,
        occurred=DAYS,
        asylum_state=st.just("MEX"),
        territorial_state=st.just("PER"),
        persons=st.lists(PEOPLE, min_size=1, max_size=3, unique=True),
    ),
    st.builds(Talks, occurred=DAYS, by=st.just("PER"), target=st.sampled_from([None, "MEX"])),
)
SETS = st.dictionaries(st.sampled_from("abc"), st.lists(SMALL, max_size=5), max_size=3)


def figures(found):
    """
    Everything but the pairs themselves.
    """
    return found.levels, found.fields, found.confusions, found.documents


@given(st.data())
@settings(max_examples=30, deadline=None)
def test_events_agree_with_themselves(data) -> None:
    """
    Scored against themselves, events of any type agree in everything.
    """
    given_events = [data.draw(events()) for _ in range(data.draw(st.integers(0, 4)))]
    found = score(given_events, given_events, resamples=0)

    for level in found.levels:
        assert len(given_events) == level.micro.matched
        assert level.micro.f1 == level.macro.f1 == (1.0 if given_events else None)
    assert () == found.missed == found.surplus == found.confusions


@given(SETS, SETS, st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_order_does_not_matter(gold, predicted, chance) -> None:
    """
    The same events in another order have the same score, intervals included.
    """
    mixed = []
    for side in (gold, predicted):
        names = chance.sample(sorted(side), len(side))
        mixed.append({name: chance.sample(side[name], len(side[name])) for name in names})

    one = score(gold, predicted, resamples=20)
    other = score(*mixed, resamples=20)

    assert figures(one) == figures(other)


@given(SETS, SETS)
@settings(max_examples=60, deadline=None)
def test_f1_is_symmetric(gold, predicted) -> None:
    """
    With gold and predicted exchanged precision and recall change places and F1 stays.
    """
    one = score(gold, predicted, resamples=0)
    other = score(predicted, gold, resamples=0)

    for mine, theirs in zip(one.levels, other.levels, strict=True):
        assert mine.micro.f1 == theirs.micro.f1
        assert mine.micro.precision == theirs.micro.recall
        assert mine.macro.f1 == theirs.macro.f1
        assert mine.macro.precision == theirs.macro.recall
    assert {(c.gold, c.predicted, c.number) for c in one.confusions} == {
        (c.predicted, c.gold, c.number) for c in other.confusions
    }


@given(SETS, SETS)
@settings(max_examples=60, deadline=None)
def test_figures_have_bounds(gold, predicted) -> None:
    """
    No share leaves 0 to 1, no level matches more than a milder one, and no event is lost.
    """
    found = score(gold, predicted, resamples=20)

    for level in found.levels:
        for one in (level.micro, level.macro, *(held.tally for held in level.by_type)):
            shares = (one.precision, one.recall, one.f1)
            assert all(share is None or 0 <= share <= 1 for share in shares)
    for mild, strict in pairwise(found.levels):
        assert strict.micro.matched <= mild.micro.matched
    assert len(found.pairs) == found.level("type").micro.matched
    assert len(found.pairs) + len(found.missed) == sum(map(len, gold.values()))
    assert len(found.pairs) + len(found.surplus) == sum(map(len, predicted.values()))


@given(SETS, SETS, st.sampled_from("abc"))
@settings(max_examples=60, deadline=None)
def test_a_wrong_prediction_never_raises_precision(gold, predicted, name) -> None:
    """
    One more event that nothing in gold agrees with lowers precision or leaves it.
    """
    wrong = Talks(occurred="1850", by="BRA", target="URY")
    more = {**predicted, name: [*predicted.get(name, ()), wrong]}

    before = score(gold, predicted, resamples=0)
    after = score(gold, more, resamples=0)

    for level in ("parties", "day"):
        old, new = before.level(level), after.level(level)
        assert old.micro.matched == new.micro.matched
        assert new.micro.precision <= (old.micro.precision or 0)
        assert new.macro.precision <= (old.macro.precision or 0)


def test_levels_ask_for_more_and_more() -> None:
    """
    A wrong day counts as far as the parties, wrong parties as far as the type.
    """
    gold = {"a": [broken(), broken(by="MEX", target="PER"), broken(by="ECU")]}
    predicted = {
        "a": [broken(), broken(by="MEX", target="BRA"), broken(by="ECU", occurred="2020")]
    }
    found = score(gold, predicted)

    assert [3, 2, 1] == [found.level(level).micro.matched for level in LEVELS]
    assert 1 == found.level("day").of("relations_break").matched


def test_roles_are_part_of_the_parties() -> None:
    """
    Who breaks with whom is not who is broken with.
    """
    found = score([broken()], [broken(by="MEX", target="PER")])

    assert [1, 0, 0] == [found.level(level).micro.matched for level in LEVELS]
    assert ("actors",) == found.pairs[0].wrong


@pytest.mark.parametrize(
    ("gold", "predicted", "same"),
    [
        ("2022-12-07", "2022-12-07", True),
        ("2022-12-07", "2022-12-07T11:41-05:00", True),
        ("2022-12-07", "2022-12-06/2022-12-08", True),
        ("2022-12-07", "2022-12", True),
        ("../2022-12-08", "2022-12-07", True),
        ("2022-12-07", "2022-12-08?", True),
        ("2022-12-07", "2022-12-08", False),
        ("2022-12-07", "2023", False),
    ],
)
def test_dates_agree_where_they_may_be_one_day(gold, predicted, same) -> None:
    """
    An exact day agrees with itself and with an interval that holds it.
    """
    found = score([broken(occurred=gold)], [broken(occurred=predicted)])

    assert same == (found.level("day").micro.f1 == 1.0) == (found.field("date").accuracy == 1.0)


def test_exact_dates_are_told_apart() -> None:
    """
    An interval that holds the day is right, and not exact.
    """
    found = score([broken()], [broken(occurred="2025-11")])

    assert (1.0, 0.0) == (found.field("date").accuracy, found.field("exact_date").accuracy)


def test_vague_dates_can_be_refused() -> None:
    """
    A predicted date longer than allowed agrees only with a gold one that is as long.
    """
    year = broken(occurred="2025")

    assert 1.0 == score([broken()], [year]).level("day").micro.f1
    assert 0.0 == score([broken()], [year], vaguest=31).level("day").micro.f1
    assert 1.0 == score([year], [year], vaguest=31).level("day").micro.f1
    assert 1.0 == score([year], [broken()], vaguest=31).level("day").micro.f1


@pytest.mark.parametrize(
    ("gold", "predicted", "same"),
    [
        (["pedro-castillo"], ["castillo"], True),
        (["castillo"], ["jose-pedro-castillo-terrones"], True),
        (["hugo-de-zela"], ["de-zela"], True),
        (["pedro-castillo"], ["ana-castillo"], False),
        (["hugo-de-zela"], ["de"], False),
        (["pedro-castillo", "ana-lopez"], ["lopez", "castillo"], True),
        (["pedro-castillo", "ana-lopez"], ["pedro-castillo"], False),
        (["pedro-castillo"], ["pedro-castillo", "ana-lopez"], False),
        (["ana-castillo", "pedro-castillo"], ["castillo", "pedro-castillo"], True),
    ],
)
def test_persons_agree_by_parts_of_names(gold, predicted, same) -> None:
    """
    A name agrees with another that holds all its words; each person stands for one.
    """
    one, other = (
        AsylumGrant(
            occurred="2022-12-20", asylum_state="MEX", territorial_state="PER", persons=persons
        )
        for persons in (gold, predicted)
    )

    assert same == (score([one], [other]).level("parties").micro.f1 == 1.0)
    assert 1.0 == score([one], [other], states_only=True).level("parties").micro.f1


def test_many_persons_need_no_long_search() -> None:
    """
    Hundreds of names that differ are no match, at once.
    """
    one, other = (
        AsylumGrant(
            occurred="2022",
            asylum_state="MEX",
            territorial_state="PER",
            persons=[f"{word}-{number}" for number in range(5000)],
        )
        for word in ("a", "b")
    )

    assert 0.0 == score([one], [other]).level("parties").micro.f1


def test_places_count_where_gold_has_one() -> None:
    """
    A place agrees if the words of one are in the other; where gold has none nothing is asked.
    """
    gold = [broken(place="Lima"), broken(by="ECU", place="Québec"), broken(by="BRA")]
    predicted = [
        broken(place="Lima, Peru"),
        broken(by="ECU", place="QUEBEC"),
        broken(by="BRA", place="Rio"),
    ]
    found = score(gold, predicted)

    assert (2, 2) == (found.field("place").right, found.field("place").of)
    assert 0.0 == score([broken(place="Lima")], [broken()]).field("place").accuracy


def test_modality_is_a_field() -> None:
    """
    What is planned and given as done is found, with the wrong modality.
    """
    found = score([broken(modality="planned")], [broken()])

    assert 1.0 == found.level("day").micro.f1
    assert 0.0 == found.field("modality").accuracy
    assert ("modality",) == found.pairs[0].wrong


def test_the_nearest_events_are_compared() -> None:
    """
    Of two events of one type and day each is compared with the one that agrees in more.
    """
    gold = [broken(modality="claimed", place="Quito"), broken(place="Lima")]
    predicted = [broken(place="Lima"), broken(modality="claimed", place="Quito")]

    assert all(pair.wrong == () for pair in score(gold, predicted).pairs)


def test_documents_are_the_sources_cited_first() -> None:
    """
    An event counts only in the document in which it was found.
    """
    gold = [broken(evidence=cited("one")), broken(evidence=cited("two"))]
    predicted = [broken(evidence=cited("one")), broken(evidence=cited("three"))]
    found = score(gold, predicted)

    assert (3, 1) == (found.documents, found.level("day").micro.matched)
    assert (("two",), ("three",)) == (found.only_gold, found.only_predicted)
    assert ["two"] == [one.document for one in found.missed]


def test_one_event_is_matched_once() -> None:
    """
    The same prediction twice is one right and one wrong.
    """
    assert 0.5 == score([broken()], [broken(), broken()]).level("day").micro.precision


def test_confusions_name_both_types() -> None:
    """
    Another type for the same parties and day is a confusion; on another day it is not.
    """
    gold = {"a": [broken()], "b": [broken()]}
    talks = Talks(occurred="2025-11-03", by="PER", target="MEX")
    predicted = {"a": [talks], "b": [attrs.evolve(talks, occurred="2025-11-05")]}
    (found,) = score(gold, predicted).confusions

    assert ("relations_break", "talks", 1) == (found.gold, found.predicted, found.number)


def test_types_can_be_left_out() -> None:
    """
    A type that is ignored counts on neither side; an unknown one is an error.
    """
    talks = Talks(occurred="2025-11-03", by="PER")
    found = score([broken()], [broken(), talks], ignore_types=["talks"])

    assert 1.0 == found.level("type").micro.precision
    strange = UnknownEvent(occurred="2025", unknown_kind="space_treaty")
    assert (
        1.0
        == score([broken()], [broken(), strange], ignore_types="space_treaty")
        .level("type")
        .micro.f1
    )
    with pytest.raises(UnknownNameError, match="did you mean 'talks'"):
        score([broken()], [talks], ignore_types=["takls"])
    with pytest.raises(UnknownNameError, match="unknown scored event kind 'talks'"):
        found.level("day").of("talks")
    with pytest.raises(UnknownNameError, match="unknown scored field 'plaec'"):
        found.field("plaec")


def test_nothing_has_no_figures() -> None:
    """
    Without events no share is defined, and with none predicted there is no precision.
    """
    empty = score([], []).level("day")
    missed = score([broken()], []).level("day")

    assert (None, None, None) == (empty.micro.precision, empty.micro.recall, empty.macro.f1)
    assert (None, 0.0, 0.0) == (missed.micro.precision, missed.micro.recall, missed.micro.f1)


def test_means_count_each_type_once() -> None:
    """
    The mean over types does not care how often a type occurs.
    """
    gold = [broken(), broken(by="ECU"), broken(by="BRA"), Talks(occurred="2025", by="PER")]
    level = score(gold, gold[:3]).level("day")

    assert (0.75, 0.5) == (level.micro.recall, level.macro.recall)
    assert (1.0, 1.0) == (level.micro.precision, level.macro.precision)


def test_intervals_hold_the_figure_and_depend_on_the_seed_alone() -> None:
    """
    Resampled documents give an interval around the figure, the same for the same seed.
    """
    chance = random.Random(5)
    gold = {f"d{number}": [broken(), broken(by="ECU")] for number in range(40)}
    predicted = {name: held[: chance.randint(0, 2)] for name, held in gold.items()}
    one = score(gold, predicted, resamples=200)
    micro = one.level("day").micro
    held = micro.intervals.recall

    assert held.low < micro.recall < held.high
    assert one == score(gold, predicted, resamples=200)
    assert 1 < len({score(gold, predicted, resamples=50, seed=n).levels for n in range(4)})
    narrow = score(gold, predicted, resamples=200, confidence=0.5)
    inner = narrow.level("day").micro.intervals.recall
    assert held.low < inner.low < inner.high < held.high


def test_one_document_has_no_intervals() -> None:
    """
    Where there is one document, or no resample is wanted, no interval is made up.
    """
    gold = {"a": [broken()], "b": [broken()]}

    assert score([broken()], [broken()]).level("day").micro.intervals is None
    assert score(gold, gold, resamples=0).level("day").macro.intervals is None
    assert score(gold, gold).level("day").of("relations_break").intervals is not None


def test_a_bundled_casebook_agrees_with_itself() -> None:
    """
    A casebook can be given as it is.
    """
    book = casebook("peru-mexico")
    found = score(book, book, resamples=0)

    assert 1.0 == found.level("day").macro.f1
    assert len(book.events) == len(found.pairs)


def test_large_documents_are_scored_or_refused() -> None:
    """
    Thousands of events in one document are compared; what would take hours is refused.
    """
    many = [broken(occurred=f"{year:04}") for year in range(1, 1001)]

    assert 1.0 == score(many, many, resamples=0).level("day").micro.f1
    with pytest.raises(BadInputError, match="give the events of each document apart"):
        score(many * 3, many * 3, resamples=0)


@given(partial_dates(), partial_dates())
@settings(max_examples=60, deadline=None)
def test_any_dates_can_be_compared(one, other) -> None:
    """
    Dates agree if neither is certainly before the other.
    """
    found = score([broken(occurred=one)], [broken(occurred=other)], resamples=0)
    apart = one.last_possible < other.first_possible or other.last_possible < one.first_possible

    assert apart == (found.level("day").micro.matched == 0)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"resamples": -1}, "resamples is -1"),
        ({"resamples": 10**9}, "give a whole number from 0 to"),
        ({"seed": 0.5}, "seed is 0.5"),
        ({"vaguest": 0}, "vaguest is 0"),
        ({"confidence": 1.0}, "confidence is 1.0"),
    ],
)
def test_wrong_numbers_are_refused(options, message) -> None:
    """
    A number that makes no sense is an error that names it.
    """
    with pytest.raises(BadInputError, match=message):
        score([], [], **options)


@pytest.mark.parametrize(
    ("gold", "message"),
    [
        ("events.yaml", "gold is a str"),
        (3, "gold is a int"),
        ([3], "a int stands among the events"),
        ({"a": 3}, "is not the list of events"),
        ({1: []}, "is not the list of events"),
        ({"a": ["x"]}, "a str stands among the events"),
    ],
)
def test_what_is_no_event_is_refused(gold, message) -> None:
    """
    Anything but events is an error that says what to give.
    """
    with pytest.raises(BadInputError, match=message):
        score(gold, [])


def test_levels_are_named() -> None:
    """
    A level that there is not is an error that names the nearest.
    """
    with pytest.raises(BadInputError, match="did you mean 'parties'"):
        score([], []).level("partys")
