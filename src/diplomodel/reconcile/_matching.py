"""
Reports put into blocks by who takes part, and those that leave a side out, after the others.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Sequence
from typing import Final

from diplomodel.reconcile._attaching import (
    attach_coarse,
    attach_slips,
    attach_swapped,
    attach_vague,
    attach_wide,
)
from diplomodel.reconcile._block import Block, Match
from diplomodel.reconcile._cards import Card
from diplomodel.reconcile._clusters import Cluster
from diplomodel.reconcile._partial import placed
from diplomodel.reconcile._settings import Settings


__all__ = ["matched"]

#: No document reports more happenings.
_LONG: Final = 40


def matched(
    cards: Sequence[Card], settings: Settings, *, settled: Container[tuple[str, ...]] = ()
) -> tuple[list[list[int]], list[Match]]:
    """
    The places of the reports that are of one happening, and what was compared.

    Args:
        cards: The reports, in an order that does not depend on how they were given.
        settings: How to compare them.
        settled: Blocks in which nothing can be merged any more.
    """
    blocks: dict[tuple[str, ...], list[tuple[int, Card]]] = {}
    for index, card in enumerate(cards):
        blocks.setdefault(card.block, []).append((index, card))
    wires = _wires(cards)
    whole = bool(wires) or any(card.partial for card in cards)
    groups: list[list[int]] = []
    clusters: list[Cluster] = []
    matches: list[Match] = []
    for key, own in blocks.items():
        if key in settled and not whole:
            groups += [[index] for index, _ in own]
            continue
        block = Block(settings=settings, wires=wires)
        clusters += _grouped(block, own)
        matches += block.matches
    if whole:
        clusters, more = placed(clusters, settings)
        matches += more
    groups += [
        sorted(index for node in cluster.nodes for index in node.members) for cluster in clusters
    ]
    return sorted(groups), matches


def _wires(cards: Iterable[Card]) -> set[str]:
    """
    Sources that stand for all that an agency or a chronicle ever sent: no documents, of which one
    tells of one happening once.
    """
    counts = Counter(doc for card in cards for doc in card.docs)
    return {doc for doc, number in counts.items() if number > _LONG}


def _grouped(block: Block, cards: Iterable[tuple[int, Card]]) -> list[Cluster]:
    """
    Group the reports of a block: first the plain ones, then those that need another to lean on.
    """
    by_type = block.take(cards)
    if len(block.nodes) > 1:
        for nodes in by_type.values():
            block.sweep([node for node in nodes if not node.card.wide])
            block.sweep([node for node in nodes if node.card.wide])
        for nodes in by_type.values():
            attach_wide(block, nodes)
            attach_vague(block, nodes)
            attach_slips(block, nodes)
            if block.settings.swap_sides:
                attach_swapped(block, nodes)
        if block.settings.merge_coarse:
            attach_coarse(block, by_type)
    return block.distinct(block.nodes)
