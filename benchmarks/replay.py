"""
How long a full replay takes, as a ratio to sorting the same events in the same run.

The mix of event types is that of the bundled casebooks; subjects are drawn uniformly, by Zipf's
law, and so that every event after the first changes nothing. The results are checked before they
are timed.

Run ``python benchmarks/replay.py`` (the `transitions` library is compared where it is installed).
"""

from __future__ import annotations

import datetime as dt
import importlib.util
import random
import statistics
import time
from operator import attrgetter

import attrs

from diplomodel.dates import PartialDate
from diplomodel.events import (
    AmbassadorExpulsion,
    AmbassadorRecall,
    AmbassadorSummons,
    AmbassadorWithdrawal,
    ChargeAppointment,
    EnvoyDeparture,
    Event,
    MissionClosure,
    MissionOpening,
    RelationsBreak,
    RelationsRestoration,
    StaffExpulsion,
    StaffWithdrawal,
    Statement,
)
from diplomodel.evidence import Evidence, Source
from diplomodel.histories import History, replay


EVENTS = 100_000
DYADS = 2_000
ROUNDS = 5

#: Event types and how often each occurs in the bundled casebooks.
MIX = {
    ChargeAppointment: 24,
    Statement: 22,
    EnvoyDeparture: 21,
    StaffWithdrawal: 18,
    RelationsBreak: 14,
    StaffExpulsion: 12,
    MissionOpening: 11,
    AmbassadorWithdrawal: 9,
    RelationsRestoration: 8,
    AmbassadorRecall: 7,
    MissionClosure: 7,
    AmbassadorSummons: 7,
    AmbassadorExpulsion: 6,
}
TWO_STATES = (RelationsBreak, Statement)
WITH_PERSON = (
    AmbassadorExpulsion,
    AmbassadorRecall,
    AmbassadorSummons,
    AmbassadorWithdrawal,
    ChargeAppointment,
    EnvoyDeparture,
)


@attrs.define
class Bare:
    """
    What sorting needs and no more: the fastest thing to compare with.
    """

    day: int
    order: int
    id: str


def dyads(chance: random.Random) -> list[tuple[str, str]]:
    """
    Different directed pairs of made-up state codes.
    """
    codes = [a + b + c for a in "QXZ" for b in "ABCDEFGHIJ" for c in "KLMNOPQ"]
    found: dict[tuple[str, str], None] = {}
    while len(found) < DYADS:
        one, other = chance.sample(codes, 2)
        found[one, other] = None
    return list(found)


def events(spread: str) -> list[Event]:
    """
    Made-up events over the dyads, on days from 1950 on.
    """
    chance = random.Random(17)
    pairs = dyads(chance)
    start = dt.date(1950, 1, 1)
    days = [PartialDate.of(start + dt.timedelta(days=n)) for n in range(25_000)]
    evidence = (Evidence(source=Source(id="made-up", publisher="Nobody", published="2020")),)
    kinds, weights = list(MIX), list(MIX.values())
    found: list[Event] = []
    for number in range(EVENTS):
        index = int(chance.paretovariate(1.0)) - 1 if spread == "zipf" else chance.randrange(DYADS)
        one, other = pairs[min(index, DYADS - 1)]
        cls = RelationsBreak if spread == "absorbing" else chance.choices(kinds, weights)[0]
        common = {"occurred": chance.choice(days), "key": f"n{number}", "evidence": evidence}
        if cls in TWO_STATES:
            event = cls(by=one, target=other, **common)
        elif cls is RelationsRestoration:
            event = cls(parties=(one, other), **common)
        elif cls in WITH_PERSON:
            person = f"envoy-{chance.randrange(5)}"
            event = cls(sender=one, receiver=other, person=person, **common)
        else:
            event = cls(sender=one, receiver=other, **common)
        found.append(event)
    return found


def touched(history: History) -> tuple[int, int, int]:
    """
    How many transitions, spells and findings there are, each looked at once.
    """
    transitions = sum(1 for _ in history.transitions())
    spells = sum(1 for _ in history.spells())
    return transitions, spells, len(history.findings())


def moved(found: list[Event]) -> int:
    """
    Move one component per event with the `transitions` library; how many events moved it.
    """
    from transitions import Machine

    machines: dict[tuple[str, str], Machine] = {}
    count = 0
    for event in sorted(found, key=lambda e: e.occurred.last):
        if not isinstance(event, RelationsBreak | RelationsRestoration):
            continue
        pair = (event.by, event.target) if isinstance(event, RelationsBreak) else event.parties
        key = (min(pair), max(pair))
        machine = machines.get(key)
        if machine is None:
            machine = machines[key] = Machine(
                states=["established", "broken"],
                initial="established",
                transitions=[
                    ["cut", "*", "broken"],
                    ["mend", "*", "established"],
                ],
            )
        machine.trigger("cut" if isinstance(event, RelationsBreak) else "mend")
        count += 1
    return count


def timed(found: list[Event]) -> tuple[float, float, float, tuple[int, int, int]]:
    """
    Seconds for sorting the events themselves, for sorting bare records, for a full replay; counts.

    The events' ids are computed when asked for; the bare records have theirs at hand, and are
    sorted the second time, when it is faster.
    """
    before = time.perf_counter()
    sorted(found, key=attrgetter("occurred.last", "order", "id"))
    themselves = time.perf_counter() - before
    bare = [Bare(e.occurred.last, e.order or 0, e.id) for e in found]
    key = attrgetter("day", "order", "id")
    sorted(bare, key=key)
    started = time.perf_counter()
    sorted(bare, key=key)
    between = time.perf_counter()
    history = replay(found)
    counts = touched(history)
    return themselves, between - started, time.perf_counter() - between, counts


def main() -> None:
    """
    Print one line for each way of drawing subjects.
    """
    print(f"{EVENTS:,} events over {DYADS:,} dyads, medians of {ROUNDS} rounds")
    for spread in ("uniform", "zipf", "absorbing"):
        found = events(spread)
        shuffled = found[:]
        random.Random(3).shuffle(shuffled)
        same = list(replay(shuffled[:10_000]).transitions())
        if same != list(replay(sorted(shuffled[:10_000], key=repr)).transitions()):
            raise SystemExit("the order of events changed the result")
        rounds = [timed(found) for _ in range(ROUNDS)]
        changes, spells, counted = rounds[0][3]
        own = statistics.median(replayed / sorting for sorting, _, replayed, _ in rounds)
        ready = statistics.median(replayed / sorting for _, sorting, replayed, _ in rounds)
        print(
            f"{spread:10} {own:5.1f} times sorting the events, {ready:.1f} times sorting records"
            f" with ready ids: {changes:,} transitions, {spells:,} spells, {counted:,} findings"
        )
        if spread == "uniform" and importlib.util.find_spec("transitions"):
            small = found[:5_000]
            started = time.perf_counter()
            steps = moved(small)
            between = time.perf_counter()
            touched(replay(small))
            ours = time.perf_counter() - between
            print(
                f"{'':10} transitions library: {(between - started) / ours:.0f} times our time for"
                f" {steps:,} of {len(small):,} events (one component, no history kept)"
            )


if __name__ == "__main__":
    main()
