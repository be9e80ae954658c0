"""
Scoring as a whole.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final, TypeAlias

import attrs

from diplomodel.casebooks import Casebook
from diplomodel.errors import BadInputError, UnknownNameError
from diplomodel.events import Event, event_types, kind_of
from diplomodel.scoring._align import Aligned, Counts, aligned, confusions, counted
from diplomodel.scoring._bootstrap import draws, intervals, total
from diplomodel.scoring._documents import by_source
from diplomodel.scoring._traits import FIELDS, Rules, Traits
from diplomodel.scoring._values import (
    Averages,
    Confusion,
    FieldScore,
    LevelScore,
    Pair,
    Score,
    Strictness,
    Tally,
    TypeScore,
    Unpaired,
)


__all__ = ["Documents", "score"]

Documents: TypeAlias = Casebook | Iterable[Event] | Mapping[str, Iterable[Event]]
"""
Events as callers hold them: a casebook, events, or the events of each document by its name.
"""

_Sides: TypeAlias = tuple[dict[str, tuple[Event, ...]], dict[str, tuple[Event, ...]]]

_MOST_RESAMPLES: Final = 100_000


def score(
    gold: Documents,
    predicted: Documents,
    *,
    ignore_types: Iterable[str] = (),
    states_only: bool = False,
    vaguest: int | None = None,
    resamples: int = 1000,
    seed: int = 0,
    confidence: float = 0.95,
) -> Score:
    """
    Compare predicted events with gold ones.

    Events are compared with those of the same type in the same document, one to one.
    At each level of strictness as many of them are matched as there can be:

    - **type**: the kind is the same.
    - **parties**: each field names the same states and organisations, by code, and as many
      persons; a name agrees with another if all its words are in it, so ``castillo`` with
      ``pedro-castillo`` (particles such as ``de`` do not count).
    - **day**: the possible days of both dates overlap, too: an exact day, or an interval that
      holds it.

    Fields are compared over pairs of one type, nearest first. A place agrees if all words of one
    are in the other, and counts where the gold event has one; ``date`` is as above,
    ``exact_date`` asks for the same possible days.

    Types that are given for others are sought among the events that are left over: those with the
    same states and organisations, in whatever role, and a possible day in common.

    Args:
        gold: The events as they should be.
        predicted: The events to be judged.
        ignore_types: Kinds that are left out on both sides.
        states_only: Leave persons out of the parties.
        vaguest: Longest predicted date, in days, that can agree with a gold one shorter than
            itself; any length if left out.
        resamples: How often the documents are resampled for the intervals; 0 for no intervals.
        seed: The seed of that.
        confidence: The share of resamples that an interval holds.

    Raises:
        BadInputError: Something given is no event or no such number; or one document has too
            many events of one type and the same parties.
        UnknownNameError: A kind to ignore is not known and does not occur.

    Example:
        >>> from diplomodel import casebook
        >>> book = casebook("peru-mexico")
        >>> score(book, book, resamples=0).level("day").micro.f1
        1.0
    """
    _check(resamples=resamples, seed=seed, confidence=confidence, vaguest=vaguest)
    rules = Rules(states_only=states_only, vaguest=vaguest)
    sides = _documents(gold, "gold"), _documents(predicted, "predicted")
    ignored = _ignored(ignore_types, sides)
    found = [
        _Document.of(name, sides, ignored=ignored, rules=rules)
        for name in sorted({*sides[0], *sides[1]})
    ]
    drawn = draws(len(found), resamples=resamples, seed=seed) if len(found) > 1 else []
    return Score(
        documents=len(found),
        only_gold=tuple(one.name for one in found if one.sizes[0] and not one.sizes[1]),
        only_predicted=tuple(one.name for one in found if one.sizes[1] and not one.sizes[0]),
        levels=tuple(
            _level(level, [one.counts[level] for one in found], drawn, confidence)
            for level in Strictness
        ),
        fields=_fields(found),
        confusions=_confusions(found),
        pairs=tuple(
            Pair(document=one.name, gold=gold.event, predicted=other.event, wrong=wrong)
            for one in found
            for gold, other, wrong in one.aligned.pairs
        ),
        missed=tuple(
            Unpaired(document=one.name, event=left.event)
            for one in found
            for left in one.aligned.missed
        ),
        surplus=tuple(
            Unpaired(document=one.name, event=left.event)
            for one in found
            for left in one.aligned.surplus
        ),
        resamples=len(drawn),
        seed=seed,
        confidence=confidence,
    )


@attrs.frozen(kw_only=True)
class _Document:
    """
    What is found in one document.
    """

    name: str
    sizes: tuple[int, int]
    counts: dict[Strictness, dict[str, Counts]]
    aligned: Aligned
    mixed: Counter[tuple[str, str]]

    @classmethod
    def of(cls, name: str, sides: _Sides, *, ignored: frozenset[str], rules: Rules) -> _Document:
        gold, predicted = (
            [Traits.of(one, rules) for one in side.get(name, ()) if one.kind not in ignored]
            for side in sides
        )
        counts = counted(gold, predicted, rules=rules, document=name)
        found = aligned(gold, predicted, rules=rules, document=name)
        return cls(
            name=name,
            sizes=(len(gold), len(predicted)),
            counts=counts,
            aligned=found,
            mixed=confusions(found, rules=rules, document=name),
        )


def _documents(given: Documents, what: str) -> dict[str, tuple[Event, ...]]:
    if isinstance(given, Casebook):
        return by_source(given.events)
    if not isinstance(given, Mapping):
        if isinstance(given, str | bytes) or not isinstance(given, Iterable):
            raise BadInputError(
                f"{what} is a {type(given).__name__}: give a casebook, events, or the events of"
                " each document by its name"
            )
        return by_source(given)
    found = {}
    for name, events in given.items():
        if not isinstance(name, str) or not isinstance(events, Iterable):
            raise BadInputError(f"{what}[{name!r}] is not the list of events of a document")
        found[name] = tuple(event for held in by_source(events).values() for event in held)
    return found


def _ignored(kinds: Iterable[str], sides: _Sides) -> frozenset[str]:
    wanted = frozenset([kinds] if isinstance(kinds, str) else kinds)
    known = {kind_of(cls) for cls in event_types()}
    if unknown := sorted(wanted - known):
        known |= {event.kind for side in sides for held in side.values() for event in held}
        for kind in unknown:
            if kind not in known:
                raise UnknownNameError("event kind", kind, known)
    return wanted


def _check(*, resamples: int, seed: int, confidence: float, vaguest: int | None) -> None:
    if not _is_number(resamples) or not 0 <= resamples <= _MOST_RESAMPLES:
        raise BadInputError(
            f"resamples is {resamples!r}: give a whole number from 0 to {_MOST_RESAMPLES}"
        )
    if not _is_number(seed):
        raise BadInputError(f"seed is {seed!r}: give a whole number")
    if vaguest is not None and (not _is_number(vaguest) or vaguest < 1):
        raise BadInputError(f"vaguest is {vaguest!r}: give a number of days, 1 or more")
    if not isinstance(confidence, float) or not 0 < confidence < 1:
        raise BadInputError(f"confidence is {confidence!r}: give a share between 0 and 1")


def _is_number(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _level(
    level: Strictness,
    documents: list[dict[str, Counts]],
    drawn: list[Counter[int]],
    confidence: float,
) -> LevelScore:
    sums: dict[str, Tally] = {}
    for counts in documents:
        for kind, (gold, predicted, matched) in counts.items():
            one = Tally(gold=gold, predicted=predicted, matched=matched)
            sums[kind] = total([sums[kind], one]) if kind in sums else one
    micro, macro = total(sums.values()), Averages.of(sums.values())
    if drawn:
        of_all, of_means, of_kinds = intervals(documents, drawn, confidence=confidence)
        micro = attrs.evolve(micro, intervals=of_all)
        macro = attrs.evolve(macro, intervals=of_means)
        sums = {kind: attrs.evolve(one, intervals=of_kinds[kind]) for kind, one in sums.items()}
    return LevelScore(
        strictness=level,
        micro=micro,
        macro=macro,
        by_type=tuple(TypeScore(kind=kind, tally=sums[kind]) for kind in sorted(sums)),
    )


def _fields(documents: list[_Document]) -> tuple[FieldScore, ...]:
    right: Counter[str] = Counter()
    number: Counter[str] = Counter()
    for one in documents:
        for gold, _, wrong in one.aligned.pairs:
            for field in FIELDS:
                if field != "place" or gold.place:
                    number[field] += 1
                    right[field] += field not in wrong
    return tuple(FieldScore(field=name, right=right[name], of=number[name]) for name in FIELDS)


def _confusions(documents: list[_Document]) -> tuple[Confusion, ...]:
    counts: Counter[tuple[str, str]] = Counter()
    for one in documents:
        counts += one.mixed
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return tuple(
        Confusion(gold=gold, predicted=predicted, number=number)
        for (gold, predicted), number in ranked
    )
