"""
Reports that leave a side out, and the happenings of two sides that they may be of.
"""

from __future__ import annotations

from bisect import bisect_left

from diplomodel.reconcile._block import Match
from diplomodel.reconcile._cards import Card
from diplomodel.reconcile._clusters import Cluster, barred
from diplomodel.reconcile._settings import Settings
from diplomodel.reconcile._weights import Weight, gap_of, weigh


__all__ = ["placed"]

#: How many happenings of two sides a report of one is compared with.
_CANDIDATES = 64

Where = tuple[str, str]


def placed(clusters: list[Cluster], settings: Settings) -> tuple[list[Cluster], list[Match]]:
    """
    Add each group whose reports leave a side out to the one of two sides that it fits best.

    Where it fits several equally well it stays alone.

    Args:
        clusters: All groups.
        settings: How to compare.
    """
    partial = [one for one in clusters if one.card.partial]
    if not partial:
        return clusters, []
    wanted = {where for one in partial for where in _where(one.card)}
    index: dict[Where, list[tuple[int, int, Cluster]]] = {}
    for number, one in enumerate(clusters):
        if one.card.partial or one.wide:
            continue
        for where in set(_where(one.card)) & wanted:
            index.setdefault(where, []).append((one.first or 0, number, one))
    for hosts in index.values():
        hosts.sort(key=lambda host: host[:2])
    matches: list[Match] = []
    gone: set[int] = set()
    for loose in partial:
        best = _best(loose, index, settings)
        if best is None:
            continue
        host, weight, mine, theirs = best
        why = barred(host, loose, settings)
        matches.append(Match(mine, theirs, weight, why, merged=not why))
        if not why:
            host.absorb(loose)
            gone.add(id(loose))
    return [one for one in clusters if id(one) not in gone], matches


def _where(card: Card) -> list[Where]:
    return [(card.shape.kind, side) for side in card.sides if side is not None]


def _best(
    loose: Cluster, index: dict[Where, list[tuple[int, int, Cluster]]], settings: Settings
) -> tuple[Cluster, Weight, int, int] | None:
    card = loose.card
    found: list[tuple[int, int, int, Cluster, Weight, int]] = []
    for where in _where(card):
        hosts = index.get(where, [])
        start = bisect_left(hosts, card.first - settings.span, key=lambda host: host[0])
        for first, number, host in hosts[start : start + _CANDIDATES]:
            if first > card.last + settings.window:
                break
            for node in host.nodes:
                weight = weigh(node.card, card, settings)
                if weight.points >= settings.threshold and _agree(node.card, card):
                    gap = gap_of(node.card, card)
                    found.append((-weight.points, gap, number, host, weight, node.members[0]))
    if not found:
        return None
    found.sort(key=lambda one: one[:3])
    against, _, number, host, weight, place = found[0]
    if any(one[0] == against and one[2] != number for one in found):
        return None
    return host, weight, place, loose.nodes[0].members[0]


def _agree(whole: Card, part: Card) -> bool:
    """
    Whether the sides that are told are the same ones.
    """
    return all(
        side is None or side == that for side, that in zip(part.sides, whole.sides, strict=True)
    )
