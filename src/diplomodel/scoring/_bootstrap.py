"""
Intervals by resampling documents.

The percentile method: Efron, Bradley, and Robert J. Tibshirani. 1993. "An Introduction to the
Bootstrap." Chapman & Hall, chapter 13.
Events of one document are not independent of each other, so documents are drawn, not events.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Sequence
from math import ceil, floor

import attrs

from diplomodel.scoring._align import Counts
from diplomodel.scoring._values import Averages, Interval, Intervals, Tally


__all__ = ["Figures", "draws", "intervals"]

#: Numbers of gold, predicted and matched events by kind.
ByKind = dict[str, Counts]


@attrs.define
class Figures:
    """
    The figures of one thing over all resamples, as far as they are defined.
    """

    precision: list[float] = attrs.field(factory=list)
    recall: list[float] = attrs.field(factory=list)
    f1: list[float] = attrs.field(factory=list)

    def add(self, found: Tally | Averages) -> None:
        """
        Add those of one resample.
        """
        for values, value in (
            (self.precision, found.precision),
            (self.recall, found.recall),
            (self.f1, found.f1),
        ):
            if value is not None:
                values.append(value)

    def within(self, confidence: float) -> Intervals:
        """
        The intervals that hold a share of the resamples.
        """
        return Intervals(
            precision=_interval(self.precision, confidence),
            recall=_interval(self.recall, confidence),
            f1=_interval(self.f1, confidence),
        )


def draws(documents: int, *, resamples: int, seed: int) -> list[Counter[int]]:
    """
    How often each document is drawn, in each resample.

    Example:
        >>> [sum(draw.values()) for draw in draws(3, resamples=2, seed=0)]
        [3, 3]
    """
    chance = random.Random(seed)  # noqa: S311 (resampling needs no secure chance)
    return [
        Counter(int(chance.random() * documents) for _ in range(documents))
        for _ in range(resamples)
    ]


def intervals(
    documents: Sequence[ByKind], drawn: Iterable[Counter[int]], *, confidence: float
) -> tuple[Intervals, Intervals, dict[str, Intervals]]:
    """
    The intervals over all events, of the means over types, and of each type.
    """
    micro, macro = Figures(), Figures()
    by_kind: dict[str, Figures] = {kind: Figures() for counts in documents for kind in counts}
    for draw in drawn:
        sums: dict[str, list[int]] = {}
        for place, times in draw.items():
            for kind, counts in documents[place].items():
                held = sums.setdefault(kind, [0, 0, 0])
                for part, number in enumerate(counts):
                    held[part] += times * number
        tallies = {
            kind: Tally(gold=gold, predicted=predicted, matched=matched)
            for kind, (gold, predicted, matched) in sums.items()
        }
        micro.add(total(tallies.values()))
        macro.add(Averages.of(tallies.values()))
        for kind, tally in tallies.items():
            by_kind[kind].add(tally)
    return (
        micro.within(confidence),
        macro.within(confidence),
        {kind: figures.within(confidence) for kind, figures in by_kind.items()},
    )


def total(tallies: Iterable[Tally]) -> Tally:
    """
    The sum of tallies.
    """
    held = tuple(tallies)
    return Tally(
        gold=sum(one.gold for one in held),
        predicted=sum(one.predicted for one in held),
        matched=sum(one.matched for one in held),
    )


def _interval(values: list[float], confidence: float) -> Interval | None:
    if not values:
        return None
    ranked = sorted(values)
    tail = (1 - confidence) / 2 * (len(ranked) - 1)
    return Interval(low=ranked[floor(tail)], high=ranked[ceil(len(ranked) - 1 - tail)])
