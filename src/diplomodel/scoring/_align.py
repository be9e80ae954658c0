"""
Which predicted event is compared with which gold one, in one document.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable
from typing import Final, TypeVar

import attrs

from diplomodel.errors import BadInputError
from diplomodel.scoring._matching import most_pairs
from diplomodel.scoring._traits import FIELDS, Rules, Traits
from diplomodel.scoring._values import Strictness


__all__ = ["Aligned", "Counts", "aligned", "confusions", "counted"]

K = TypeVar("K", bound=Hashable)

#: Number of gold, predicted and matched events.
Counts = tuple[int, int, int]
Two = tuple[list[Traits], list[Traits]]

#: Comparisons of events that all have one type and the same parties, in one document.
_MOST_COMPARISONS: Final = 4_000_000

#: The rounds in which events of the same parties are paired: fields in which they must agree.
_ROUNDS: Final = (("actors", "date", "modality", "place"), ("actors", "date"), ("actors",))


@attrs.frozen(kw_only=True)
class Aligned:
    """
    The events of one document and their counterparts.

    Attributes:
        pairs: Gold and predicted events of one type, with the fields in which they disagree.
        missed: Gold events that are left.
        surplus: Predicted events that are left.
    """

    pairs: tuple[tuple[Traits, Traits, tuple[str, ...]], ...]
    missed: tuple[Traits, ...]
    surplus: tuple[Traits, ...]


def counted(
    gold: Iterable[Traits], predicted: Iterable[Traits], *, rules: Rules, document: str
) -> dict[Strictness, dict[str, Counts]]:
    """
    Gold, predicted and matched events of one document, by level and kind.

    At each level the number of matched events is the largest that there can be.

    Raises:
        BadInputError: There are too many events of one type and the same parties to compare.
    """
    found: dict[Strictness, dict[str, Counts]] = {level: {} for level in Strictness}
    for kind, two in sorted(_split(gold, predicted, lambda one: one.kind).items()):
        sizes = len(two[0]), len(two[1])
        numbers = dict.fromkeys(Strictness, 0)
        numbers[Strictness.TYPE] = min(sizes)
        for same in _split(*two, lambda one: one.states).values():
            for level, fields in (
                (Strictness.PARTIES, ("actors",)),
                (Strictness.DAY, ("actors", "date")),
            ):
                numbers[level] += len(_matched(same, fields, rules, document))
        for level, number in numbers.items():
            found[level][kind] = (*sizes, number)
    return found


def aligned(
    gold: Iterable[Traits], predicted: Iterable[Traits], *, rules: Rules, document: str
) -> Aligned:
    """
    Pair events of one type in rounds, from those that agree in everything to those in nothing.

    Each round pairs as many as it can of what the one before left over.
    """
    pairs: list[tuple[Traits, Traits]] = []
    missed: list[Traits] = []
    surplus: list[Traits] = []
    for _, two in sorted(_split(gold, predicted, lambda one: one.kind).items()):
        left: Two = ([], [])
        for _, same in sorted(_split(*two, lambda one: one.states).items()):
            for fields in _ROUNDS:
                pairs += _taken(same, _matched(same, fields, rules, document))
            for side, others in zip(left, same, strict=True):
                side.extend(others)
        for side in left:
            side.sort(key=lambda one: one.order)
        for same in _split(*left, lambda one: one.event.occurred.text).values():
            both = list(zip(same[0], same[1], strict=False))
            pairs += both
            _remove(left, both)
        rest = list(zip(left[0], left[1], strict=False))
        pairs += rest
        _remove(left, rest)
        missed += left[0]
        surplus += left[1]
    return Aligned(
        pairs=tuple((one, other, _wrong(one, other, rules)) for one, other in pairs),
        missed=tuple(missed),
        surplus=tuple(surplus),
    )


def confusions(found: Aligned, *, rules: Rules, document: str) -> Counter[tuple[str, str]]:
    """
    The kinds of events without a counterpart that name the same parties on the same day.
    """
    counts: Counter[tuple[str, str]] = Counter()
    for codes, two in _split(found.missed, found.surplus, lambda one: one.codes).items():
        if codes:
            for one, other in _matched(two, ("date",), rules, document):
                counts[two[0][one].kind, two[1][other].kind] += 1
    return counts


def _split(
    gold: Iterable[Traits], predicted: Iterable[Traits], key: Callable[[Traits], K]
) -> dict[K, Two]:
    """
    Both sides by a key, each in an order of its own.
    """
    found: defaultdict[K, Two] = defaultdict(lambda: ([], []))
    for side, events in enumerate((gold, predicted)):
        for one in sorted(events, key=lambda one: (one.order, one.kind)):
            found[key(one)][side].append(one)
    return found


def _matched(
    two: Two, fields: tuple[str, ...], rules: Rules, document: str
) -> list[tuple[int, int]]:
    """
    As many pairs as can be made that agree in all of some fields, as places on both sides.
    """
    gold, predicted = two
    if not gold or not predicted:
        return []
    if len(gold) * len(predicted) > _MOST_COMPARISONS:
        raise BadInputError(
            f"the document {document[:80]!r} has {len(gold)} gold and {len(predicted)} predicted"
            f" events like {gold[0].kind} of the same parties, too many to compare:"
            " give the events of each document apart"
        )
    edges = [
        [
            place
            for place, other in enumerate(predicted)
            if all(_agree(one, other, field, rules) for field in fields)
        ]
        for one in gold
    ]
    partners = most_pairs(edges, len(predicted))
    return [(place, partner) for place, partner in enumerate(partners) if partner >= 0]


def _agree(gold: Traits, predicted: Traits, field: str, rules: Rules) -> bool:
    if field == "place" and not gold.place:
        return True
    return gold.agrees(predicted, field, rules)


def _taken(two: Two, places: list[tuple[int, int]]) -> list[tuple[Traits, Traits]]:
    """
    Take pairs out of both sides.
    """
    gold, predicted = two
    pairs = [(gold[one], predicted[other]) for one, other in places]
    for side, gone in enumerate(map(set, zip(*places, strict=True))):
        two[side][:] = [one for place, one in enumerate(two[side]) if place not in gone]
    return pairs


def _remove(two: Two, pairs: list[tuple[Traits, Traits]]) -> None:
    for side in (0, 1):
        gone = {id(pair[side]) for pair in pairs}
        two[side][:] = [one for one in two[side] if id(one) not in gone]


def _wrong(gold: Traits, predicted: Traits, rules: Rules) -> tuple[str, ...]:
    return tuple(field for field in FIELDS if not _agree(gold, predicted, field, rules))
