"""
What may be so, where dates are vague, reports differ, or all that is known is what somebody saw.

A value is possible at a moment if there are dates within all bounds by which it holds then: it may
have taken effect, and nothing that must have taken effect was surely decided after it.
Observations do not override acts, so one counts only where every act may have come after it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs

from diplomodel._replay._entry import Doubtful
from diplomodel._replay._position import FAR, day_of, end_of
from diplomodel.events import Event


#: Decided at, then counting from, then place in the line: later ones prevail.
Order = tuple[int, int, int]
Placed = tuple[Doubtful, Order]


class Doubts:
    """
    The assignments of one timeline that leave doubt, and those that bound them.
    """

    __slots__ = ("_acts", "_seen")

    def __init__(self, acts: list[Placed], seen: list[Placed]) -> None:
        """
        Take the acts, and the observations that no act must have come before.
        """
        self._acts = acts
        self._seen = seen

    def possible_at(self, at: int, *, without: Event | None = None) -> tuple[frozenset[str], bool]:
        """
        The values possible at a moment, and whether one of them must hold.

        Args:
            at: The moment.
            without: An event to be left aside.
        """
        acts = _rest(self._acts, without)
        sure = [placed for placed in acts if _is_sure(placed[0], at)]
        values = set(_prevailing(acts, sure, at))
        if sure:
            return frozenset(values), True
        seen = _rest(self._seen, without)
        known = [placed for placed in seen if _is_sure(placed[0], at)]
        values.update(_prevailing(seen, known, at))
        return frozenset(values), bool(known)


def doubts_of(entries: Sequence[Doubtful]) -> Doubts | None:
    """
    The doubts of a timeline; ``None`` where there are none.

    Args:
        entries: All that is assigned, in order.
    """
    acts: list[Placed] = []
    seen: list[Placed] = []
    for index, entry in enumerate(entries):
        (seen if entry.observed else acts).append((entry, (entry.decided, entry.at, index)))
    must = (entry.last for entry, _ in acts if not (entry.maybe or entry.disputed))
    soonest = min(must, default=FAR)
    seen = list(_censored(placed for placed in seen if placed[0].first <= soonest))
    if any(_leaves_doubt(entry) for entry, _ in (*acts, *seen)):
        return Doubts(acts, seen)
    return None


def _censored(seen: Iterable[Placed]) -> Iterable[Placed]:
    """
    Observations, each holding since some time after the one before where the two differ.
    """
    before: Doubtful | None = None
    for entry, order in seen:
        kept = entry
        if before is not None and before.value != entry.value:
            since = min(entry.first, _after(before))
            kept = attrs.evolve(entry, first=since, decided_first=since)
        yield kept, order
        if not entry.maybe:
            before = entry


def _after(seen: Doubtful) -> int:
    """
    The first moment for which an observation does not speak: what is seen on a day holds at its
    end.
    """
    timed = seen.event.occurred.second is not None
    return (seen.last if timed else end_of(day_of(seen.last))) + 1


def _leaves_doubt(entry: Doubtful) -> bool:
    vague = entry.first != entry.last or entry.decided_first != entry.decided_last
    return vague or entry.maybe or entry.disputed


def _rest(placed: list[Placed], without: Event | None) -> list[Placed]:
    if without is None:
        return placed
    return [one for one in placed if one[0].event is not without]


def _is_sure(entry: Doubtful, at: int) -> bool:
    settled = entry.last <= at and entry.decided_last <= at
    return settled and not entry.maybe and not entry.disputed


def _can_be(entry: Doubtful, at: int) -> bool:
    return entry.first <= at and entry.decided_first <= at


def _prevailing(placed: list[Placed], sure: list[Placed], at: int) -> Iterable[str]:
    """
    The values that may have taken effect and that nothing sure must have come after.
    """
    if not sure:
        return _unbeaten(placed, None, None, at)
    highest = max(sure, key=_floor)
    others = [one for one in sure if one[0].event is not highest[0].event]
    return _unbeaten(placed, highest, max(others, key=_floor) if others else None, at)


def _unbeaten(
    placed: list[Placed], highest: Placed | None, second: Placed | None, at: int
) -> Iterable[str]:
    # Parts of one event share its date: the one whose day has come replaces the one before.
    own: dict[int, Order] = {}
    for entry, order in placed:
        if entry.last <= at and not entry.maybe:
            own[id(entry.event)] = max(order, own.get(id(entry.event), order))
    for entry, order in placed:
        same = highest is not None and entry.event is highest[0].event
        rival = second if same else highest
        if not _can_be(entry, at):
            continue
        if rival is not None and (min(entry.decided_last, at), *order) < _floor(rival):
            continue
        # Versions of one event exclude each other, so that a part of another one does not count.
        if entry.maybe or order >= own.get(id(entry.event), order):
            yield entry.value


def _floor(placed: Placed) -> tuple[int, int, int, int]:
    entry, order = placed
    return (entry.decided_first, *order)
