"""
How well, and how fast, reports of one happening are found among many.

Casebooks are split into the reports of their single sources, each with its own disputed values and
without labels, keys and links; then made-up happenings, each reported several times with days that
are off, names spelled otherwise, fields left out and sides exchanged. What comes out is compared
with what was split: pairwise precision, recall and F1. Last, the time for more and more reports,
against n log n, and that shuffling them changes nothing.

Times are of the processor.
Run ``python benchmarks/reconcile.py``; ``--quick`` stops at 50,000 reports.
"""

from __future__ import annotations

import datetime as dt
import gc
import math
import random
import sys
import time
from collections import Counter
from collections.abc import Iterable, Sequence

import attrs

import diplomodel as dm
from diplomodel.casebooks import Casebook
from diplomodel.dates import PartialDate
from diplomodel.errors import BadInputError
from diplomodel.events import (
    AmbassadorExpulsion,
    AmbassadorRecall,
    AmbassadorSummons,
    AsylumGrant,
    ChargeAppointment,
    EnvoyDeparture,
    Event,
    MissionClosure,
    MissionOpening,
    PersonaNonGrata,
    RelationsBreak,
    RelationsRestoration,
    StaffExpulsion,
    Statement,
)
from diplomodel.evidence import Evidence, Source
from diplomodel.reconcile import Reconciliation, reconcile


NOISY = 10_000
SIZES = (2_000, 5_000, 10_000, 20_000, 50_000, 100_000, 200_000)
#: How often each sort of noise meets a report.
DAY_OFF, MISSPELLED, LEFT_OUT, WRONG_SIDE = 0.5, 0.3, 0.3, 0.05

TYPES = (
    AmbassadorExpulsion,
    AmbassadorRecall,
    AmbassadorSummons,
    AsylumGrant,
    ChargeAppointment,
    EnvoyDeparture,
    MissionClosure,
    MissionOpening,
    PersonaNonGrata,
    RelationsBreak,
    RelationsRestoration,
    StaffExpulsion,
    Statement,
)
OPTIONAL = ("place", "ground", "speaker", "about", "number", "subject_matter", "deadline")
FIRST = (
    "ana", "betssy", "carlos", "diego", "elena", "felix", "gustavo", "hugo", "ines", "jorge",
    "karla", "luis", "marta", "nora",
)  # fmt: skip
LAST = (
    "alvarez", "boluarte", "castillo", "denegri", "ebrard", "fujimori", "gervasi", "huerta",
    "jimenez", "landa",
)  # fmt: skip
WORDS = (
    "asylum", "border", "customs", "debt", "election", "fishing", "gas", "harbour", "inquiry",
    "journalist", "kidnapping", "ley", "migration", "note", "oil", "prison", "quota", "raid",
    "seizure", "treaty", "union", "visa", "wall", "xenon", "yacht", "zone",
)  # fmt: skip


@attrs.frozen
class Split:
    """
    Reports, and for each the number of the happening that it is of.
    """

    reports: list[Event]
    of: list[int]


def split(case: Casebook) -> Split:
    """
    Each source of each event as a report of its own, with the values that it claims.
    """
    found = Split([], [])
    for number, event in enumerate(case.events):
        pieces: dict[str, list[Evidence]] = {}
        claimed: dict[str, dict[str, object]] = {}
        for piece in event.evidence:
            pieces.setdefault(piece.source.id, []).append(piece)
        for claim in event.claims:
            for piece in claim.evidence:
                pieces.setdefault(piece.source.id, []).append(piece)
                if claim.field is not None and claim.value is not None:
                    claimed.setdefault(piece.source.id, {}).setdefault(claim.field, claim.value)
        for source, own in pieces.items():
            bare = attrs.evolve(
                event,
                evidence=tuple(dict.fromkeys(own)),
                claims=(),
                label=None,
                key=None,
                order=None,
                links=(),
                supersedes=(),
                summary=None,
            )
            found.reports.append(_with(bare, claimed.get(source, {})))
            found.of.append(number)
    return found


def _with(report: Event, values: dict[str, object]) -> Event:
    """
    The report with the values; without them where they name one state on both sides.
    """
    try:
        return attrs.evolve(report, **values)
    except BadInputError:
        return report


def pairwise(groups: Iterable[Sequence[int]]) -> tuple[int, int]:
    """
    Pairs of reports put together, and those of them that are of one happening.
    """
    together = right = 0
    for group in groups:
        together += math.comb(len(group), 2)
        right += sum(math.comb(number, 2) for number in Counter(group).values())
    return together, right


def scored(found: Reconciliation, given: Split) -> tuple[float, float, float]:
    """
    Precision, recall and F1 over pairs of reports.
    """
    of: dict[int, list[int]] = {}
    for report, number in zip(given.reports, given.of, strict=True):
        of.setdefault(id(report), []).append(number)
    groups = [[of[id(report)].pop() for report in one.reports] for one in found.happenings]
    together, right = pairwise(groups)
    wanted = sum(math.comb(number, 2) for number in Counter(given.of).values())
    precision, recall = right / together if together else 1.0, right / wanted if wanted else 1.0
    return precision, recall, 2 * precision * recall / (precision + recall)


def noisy(number: int, *, seed: int = 7) -> Split:
    """
    So many noisy reports of made-up happenings, about five of each.

    States, dyads and years grow with the number, so that the crowd on each day stays the same.
    """
    chance = random.Random(seed)
    codes = [a + b + c for a in "QXZ" for b in "ABCDEFGHIJKLM" for c in "NOPQRSTUVW"]
    dyads = [tuple(chance.sample(codes, 2)) for _ in range(max(20, number // 50))]
    start = dt.date(1990, 1, 1).toordinal()
    found = Split([], [])
    happening = 0
    while len(found.reports) < number:
        day = start + chance.randrange(365 * 20)
        event = _happening(chance, dyads[chance.randrange(len(dyads))], day)
        for copy in range(min(1 + chance.randrange(9), number - len(found.reports))):
            found.reports.append(_report(chance, event, day, f"s{happening}-{copy}"))
            found.of.append(happening)
        happening += 1
    return found


def _happening(chance: random.Random, dyad: tuple[str, ...], day: int) -> Event:
    cls = chance.choice(TYPES)
    one, other = dyad if chance.random() < 0.5 else dyad[::-1]
    person = f"{chance.choice(FIRST)}-{chance.choice(LAST)}"
    values: dict[str, object] = {"occurred": _day(day), "place": chance.choice(WORDS)}
    names = {field.name for field in attrs.fields(cls)}
    if cls is RelationsRestoration:
        values["parties"] = (one, other)
    elif cls is AsylumGrant:
        values.update(asylum_state=one, territorial_state=other, persons=(person,))
    elif "sender" in names:
        values.update(sender=one, receiver=other)
    else:
        values.update(by=one, target=other)
    told = {
        "person": person,
        "speaker": person,
        "ground": " ".join(chance.sample(WORDS, 3)),
        "about": " ".join(chance.sample(WORDS, 4)),
        "subject_matter": " ".join(chance.sample(WORDS, 3)),
        "number": chance.randrange(1, 60),
    }
    values.update((name, value) for name, value in told.items() if name in names)
    return cls(**values)


def _report(chance: random.Random, event: Event, day: int, source: str) -> Event:
    """
    One report of a happening, with noise.
    """
    off = chance.randint(-3, 3) if chance.random() < DAY_OFF else 0
    changed: dict[str, object] = {"occurred": _day(day + off)}
    for name in OPTIONAL:
        if getattr(event, name, None) is not None and chance.random() < LEFT_OUT:
            changed[name] = None
    for name in ("person", "speaker"):
        person = changed.get(name, getattr(event, name, None))
        if person is not None and chance.random() < MISSPELLED:
            changed[name] = _misspelled(chance, str(person))
    if isinstance(event, AsylumGrant) and chance.random() < MISSPELLED:
        changed["persons"] = tuple(_misspelled(chance, name) for name in event.persons)
    if chance.random() < WRONG_SIDE:
        pairs = (("by", "target"), ("sender", "receiver"), ("asylum_state", "territorial_state"))
        for one, other in pairs:
            if hasattr(event, one) and hasattr(event, other):
                changed[one], changed[other] = getattr(event, other), getattr(event, one)
    published = _day(day + abs(off) + chance.randrange(3))
    piece = Evidence(source=Source(id=source, publisher=source, published=published))
    return attrs.evolve(event, evidence=(piece,), **changed)


def _day(ordinal: int) -> PartialDate:
    return PartialDate.of(dt.date.fromordinal(ordinal))


def _misspelled(chance: random.Random, name: str) -> str:
    """
    A name with a letter left out, doubled or exchanged, with its parts turned round, or with one
    part alone or more.
    """
    first, _, last = name.partition("-")
    where = chance.randrange(1, len(last) - 1)
    return chance.choice(
        [
            f"{first}-{last[:where]}{last[where + 1 :]}",
            f"{first}-{last[:where]}{last[where]}{last[where:]}",
            f"{first}-{last[: where - 1]}{last[where]}{last[where - 1]}{last[where + 1 :]}",
            f"{last}-{first}",
            last,
            f"{first[0]}-{last}",
            f"{first}-{last}-{chance.choice(LAST)}",
        ]
    )


def quality() -> None:
    """
    Print one line for each casebook, and one for the noisy reports.
    """
    print("pairwise              reports  precision  recall      F1")
    for name in dm.casebook_names():
        given = split(dm.casebook(name))
        precision, recall, both = scored(reconcile(given.reports), given)
        print(f"{name:26} {len(given.reports):4} {precision:9.3f} {recall:7.3f} {both:7.3f}")
    for seed in (7, 8, 9):
        given = noisy(NOISY, seed=seed)
        precision, recall, both = scored(reconcile(given.reports), given)
        print(
            f"noisy, seed {seed} {len(given.reports):16,}"
            f" {precision:9.3f} {recall:7.3f} {both:7.3f}"
        )


def growth(sizes: Sequence[int]) -> None:
    """
    Print the time for each number of reports, and how it grows.
    """
    points: list[tuple[float, float]] = []
    print("reports   seconds   microseconds for each   of n log n, to the smallest")
    for number in sizes:
        given = noisy(number)
        shuffled = given.reports[:]
        random.Random(3).shuffle(shuffled)
        gc.collect()
        started = time.process_time()
        found = reconcile(given.reports)
        seconds = time.process_time() - started
        points.append((number, seconds))
        if number <= 20_000 and reconcile(shuffled) != found:
            raise SystemExit("the order of the reports changed the result")
        told = found.counts
        if told["reports"] != number:
            raise SystemExit(f"{number} reports went in, {told['reports']} came out")
        first, least = points[0]
        share = (seconds / (number * math.log(number))) / (least / (first * math.log(first)))
        print(f"{number:7,} {seconds:9.2f} {1e6 * seconds / number:15.0f} {share:23.2f}")
    logs = [(math.log(number * math.log(number)), math.log(taken)) for number, taken in points]
    mean_x = sum(x for x, _ in logs) / len(logs)
    mean_y = sum(y for _, y in logs) / len(logs)
    slope = sum((x - mean_x) * (y - mean_y) for x, y in logs)
    slope /= sum((x - mean_x) ** 2 for x, _ in logs)
    print(f"time grows as (n log n) to the power of {slope:.2f}")


def main() -> None:
    """
    Print how well, then how fast.
    """
    # As the command line does: collecting garbage over and over costs more with every report kept.
    gc.set_threshold(200_000, 50, 50)
    quality()
    growth(SIZES[:5] if "--quick" in sys.argv[1:] else SIZES)


if __name__ == "__main__":
    main()
