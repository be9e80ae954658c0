"""
What scoring finds, as values.
"""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from diplomodel.errors import UnknownNameError
from diplomodel.events import Event
from diplomodel.fields import Vocabulary


__all__ = [
    "Averages",
    "Confusion",
    "FieldScore",
    "Interval",
    "Intervals",
    "LevelScore",
    "Pair",
    "Score",
    "Strictness",
    "Tally",
    "TypeScore",
    "Unpaired",
    "mean",
]


class Strictness(Vocabulary):
    """
    What two events must share to count as one.

    Example:
        >>> [level.value for level in Strictness]
        ['type', 'parties', 'day']
    """

    TYPE = "type"
    """
    The type.
    """

    PARTIES = "parties"
    """
    The type, the states and organisations in each role, and the persons.
    """

    DAY = "day"
    """
    All of these, and a possible day.
    """


@attrs.frozen(kw_only=True)
class Interval:
    """
    Where a figure lies, by resampling the documents.

    Attributes:
        low: Its lower end.
        high: Its upper end.

    Example:
        >>> print(Interval(low=0.5, high=0.75))
        0.50-0.75
    """

    low: float
    high: float

    def __str__(self) -> str:
        """
        Both ends with two decimals.
        """
        return f"{self.low:.2f}-{self.high:.2f}"


@attrs.frozen(kw_only=True)
class Intervals:
    """
    The intervals of three figures; ``None`` where a figure is not defined.

    Attributes:
        precision: That of the precision.
        recall: That of the recall.
        f1: That of F1.
    """

    precision: Interval | None = None
    recall: Interval | None = None
    f1: Interval | None = None


@attrs.frozen(kw_only=True)
class Tally:
    """
    How many events there are, and how many of them agree.

    Attributes:
        gold: Number of gold events.
        predicted: Number of predicted events.
        matched: Number of pairs that agree.
        intervals: Where the figures lie; ``None`` if fewer than two documents tell.

    Example:
        >>> tally = Tally(gold=4, predicted=5, matched=3)
        >>> tally.precision, tally.recall, round(tally.f1, 3)
        (0.6, 0.75, 0.667)
        >>> Tally(gold=4, predicted=0, matched=0).precision is None
        True
    """

    gold: int
    predicted: int
    matched: int
    intervals: Intervals | None = None

    @property
    def precision(self) -> float | None:
        """
        The share of predicted events that agree; ``None`` if nothing is predicted.
        """
        return self.matched / self.predicted if self.predicted else None

    @property
    def recall(self) -> float | None:
        """
        The share of gold events that are found; ``None`` if there are none.
        """
        return self.matched / self.gold if self.gold else None

    @property
    def f1(self) -> float | None:
        """
        The harmonic mean of both, ``2m / (g + p)``; ``None`` if there are no events at all.
        """
        both = self.gold + self.predicted
        return 2 * self.matched / both if both else None


@attrs.frozen(kw_only=True)
class TypeScore:
    """
    The figures of one type of event.

    Attributes:
        kind: Its kind.
        tally: The figures.
    """

    kind: str
    tally: Tally


@attrs.frozen(kw_only=True)
class Averages:
    """
    Means over the types of event, each counting the same however often it occurs.

    Attributes:
        precision: Over the types that are predicted; ``None`` if none is.
        recall: Over the types in the gold events; ``None`` if there are none.
        f1: Over the types in either; ``None`` if there are none.
        intervals: Where the figures lie; ``None`` if fewer than two documents tell.
    """

    precision: float | None
    recall: float | None
    f1: float | None
    intervals: Intervals | None = None

    @classmethod
    def of(cls, tallies: Iterable[Tally]) -> Averages:
        """
        The means of some tallies.

        Example:
            >>> one, other = (Tally(gold=1, predicted=1, matched=n) for n in (0, 1))
            >>> Averages.of([one, other]).f1
            0.5
        """
        held = tuple(tallies)
        return cls(
            precision=mean(one.precision for one in held),
            recall=mean(one.recall for one in held),
            f1=mean(one.f1 for one in held),
        )


def mean(values: Iterable[float | None]) -> float | None:
    """
    The mean of what is defined; ``None`` if nothing is.

    Example:
        >>> mean([0.5, None, 1.0])
        0.75
    """
    from math import fsum

    held = [value for value in values if value is not None]
    return fsum(held) / len(held) if held else None


@attrs.frozen(kw_only=True)
class LevelScore:
    """
    The figures at one level of strictness.

    Attributes:
        strictness: What two events must share.
        micro: Over all events.
        macro: Means over the types.
        by_type: Each type that occurs, by kind.
    """

    strictness: Strictness
    micro: Tally
    macro: Averages
    by_type: tuple[TypeScore, ...]

    def of(self, kind: str) -> Tally:
        """
        The figures of one type of event.

        Raises:
            UnknownNameError: No event of that kind was scored.
        """
        for one in self.by_type:
            if one.kind == kind:
                return one.tally
        raise UnknownNameError("scored event kind", kind, (one.kind for one in self.by_type))


@attrs.frozen(kw_only=True)
class FieldScore:
    """
    How often one field is right, over the pairs of one type in which the gold event has it.

    Attributes:
        field: ``date``, ``exact_date``, ``actors``, ``place`` or ``modality``.
        right: Number of pairs in which it agrees.
        of: Number of pairs.

    Example:
        >>> FieldScore(field="place", right=3, of=4).accuracy
        0.75
    """

    field: str
    right: int
    of: int

    @property
    def accuracy(self) -> float | None:
        """
        The share that is right; ``None`` if there are no pairs.
        """
        return self.right / self.of if self.of else None


@attrs.frozen(kw_only=True)
class Confusion:
    """
    One type given for another, of the same parties on the same day.

    Attributes:
        gold: The kind it should be.
        predicted: The kind given.
        number: How often.
    """

    gold: str
    predicted: str
    number: int


@attrs.frozen(kw_only=True)
class Pair:
    """
    A gold event and the predicted one of its type that comes nearest.

    Attributes:
        document: The document that they are in.
        gold: The gold event.
        predicted: The predicted event.
        wrong: Names of the fields in which they do not agree.
    """

    document: str
    gold: Event
    predicted: Event
    wrong: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Unpaired:
    """
    An event that has no counterpart, and the document that it is in.

    Attributes:
        document: The document.
        event: The event.
    """

    document: str
    event: Event


@attrs.frozen(kw_only=True)
class Score:
    """
    How well predicted events agree with gold ones.

    Attributes:
        documents: Number of documents, in either.
        only_gold: Documents in which nothing is predicted, though there are gold events.
        only_predicted: Documents in which something is predicted, and no gold event is.
        levels: The figures at each level of strictness, from the mildest on.
        fields: How often each field is right, over `pairs`.
        confusions: Types given for others, the most frequent first.
        pairs: Events of one type that were compared with each other.
        missed: Gold events without a predicted one of their type.
        surplus: Predicted events without a gold one of their type.
        resamples: How often the documents were resampled for the intervals.
        seed: The seed of that.
        confidence: The share of resamples that an interval holds.
    """

    documents: int
    only_gold: tuple[str, ...]
    only_predicted: tuple[str, ...]
    levels: tuple[LevelScore, ...]
    fields: tuple[FieldScore, ...]
    confusions: tuple[Confusion, ...]
    pairs: tuple[Pair, ...]
    missed: tuple[Unpaired, ...]
    surplus: tuple[Unpaired, ...]
    resamples: int
    seed: int
    confidence: float

    def level(self, strictness: Strictness | str) -> LevelScore:
        """
        The figures at one level.

        Raises:
            BadInputError: There is no such level.
        """
        wanted = Strictness(strictness)
        return next(one for one in self.levels if one.strictness is wanted)

    def field(self, name: str) -> FieldScore:
        """
        How often one field is right.

        Raises:
            UnknownNameError: There is no such field.
        """
        for one in self.fields:
            if one.field == name:
                return one
        raise UnknownNameError("scored field", name, (one.field for one in self.fields))
