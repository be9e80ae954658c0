"""
A block: the reports about the same actors, sorted by day, and what was found of them so far.

Each report is compared with those before it that are near enough, and with no more than so many,
so that the time grows with the number of reports, and with nothing else but the sorting.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Hashable, Iterable, Iterator
from typing import Final, NamedTuple

import attrs

from diplomodel.events._base import Event
from diplomodel.reconcile._cards import Card
from diplomodel.reconcile._clusters import Cluster, Node, barred
from diplomodel.reconcile._settings import Settings
from diplomodel.reconcile._weights import Weight, gap_of, weigh


__all__ = ["Block", "Edge", "Match"]

#: How many reports before it a report is compared with: on a day with more of one type between
#: two states only the most alike, which are sorted next to it, matter.
_NEIGHBOURS: Final = 64
#: Pairs that miss the threshold by no more are told in explanations.
_NEARLY: Final = 3
#: Of those, how many are kept for each report.
_KEPT: Final = 3


class Match(NamedTuple):
    """
    Two reports that were compared, and what came of it.

    Attributes:
        one: Place of the one in the list of all.
        other: Place of the other.
        weight: What speaks for and against.
        barred: What else keeps them apart; empty if nothing does.
        merged: Whether they are one happening.
    """

    one: int
    other: int
    weight: Weight
    barred: str
    merged: bool


class Edge(NamedTuple):
    """
    Two nodes and what speaks for them being one, sorted with the strongest first.
    """

    against: int
    gap: int
    one: int
    other: int
    weight: Weight


@attrs.define(kw_only=True)
class Block:
    """
    The reports about the same actors.

    Attributes:
        settings: How to compare them.
        nodes: The reports, equal ones together, in order.
        wires: Sources that report so much that they are no documents.
        clusters: The group that each node is in.
        matches: What was compared and merged, or nearly so.
    """

    settings: Settings
    nodes: list[Node] = attrs.field(factory=list)
    wires: Container[str] = ()
    clusters: dict[int, Cluster] = attrs.field(factory=dict)
    matches: list[Match] = attrs.field(factory=list)

    def take(self, cards: Iterable[tuple[int, Card]]) -> dict[type[Event], list[Node]]:
        """
        Take the reports of the block, and give them by type.

        Args:
            cards: Their places in the list of all, and what they tell.
        """
        self.nodes = _nodes(cards, self.wires)
        self.clusters = {node.place: Cluster(node) for node in self.nodes}
        by_type: dict[type[Event], list[Node]] = {}
        for node in self.nodes:
            by_type.setdefault(type(node.card.event), []).append(node)
        return by_type

    def near(self, nodes: list[Node], card: Card, days: int) -> list[Node]:
        """
        The nodes within so many days of a card, no more than can be compared.
        """
        return _near(nodes, card, days, margin=self.settings.window)

    def distinct(self, nodes: Iterable[Node]) -> list[Cluster]:
        """
        The groups that nodes are in, each once.
        """
        return list(
            {id(self.clusters[node.place]): self.clusters[node.place] for node in nodes}.values()
        )

    def sweep(self, nodes: list[Node]) -> None:
        """
        Compare neighbours in time, and join the most alike first.
        """
        edges: list[Edge] = []
        for index, node in enumerate(nodes):
            edges += self._edges_of(node, nodes[max(0, index - _NEIGHBOURS) : index])
        for edge in sorted(edges):
            self._join(edge)

    def _edges_of(self, node: Node, before: list[Node]) -> Iterator[Edge]:
        card, settings = node.card, self.settings
        reach = settings.reach(card.shape.kind)
        missed = 0
        for other in reversed(before):
            gap = gap_of(other.card, card)
            if gap > reach:
                if card.first - other.card.first > reach + settings.window and not card.wide:
                    break
                continue
            weight = weigh(other.card, card, settings)
            if weight.points >= settings.threshold:
                yield Edge(-weight.points, gap, other.place, node.place, weight)
            elif weight.points >= settings.threshold - _NEARLY and missed < _KEPT:
                missed += 1
                self._tell(other, node, weight)

    def _tell(self, one: Node, other: Node, weight: Weight, *, why: str = "") -> None:
        self.matches.append(Match(one.members[0], other.members[0], weight, why, merged=False))

    def _join(self, edge: Edge) -> None:
        one, other = self.clusters[edge.one], self.clusters[edge.other]
        if one is other:
            return
        why = barred(one, other, self.settings) or _corroborated(one, other, edge.weight)
        if why:
            self._tell(self.nodes[edge.one], self.nodes[edge.other], edge.weight, why=why)
            return
        self._merge(edge)

    def _merge(self, edge: Edge) -> None:
        """
        Make one group of two, the smaller poured into the larger.
        """
        one, other = self.clusters[edge.one], self.clusters[edge.other]
        if len(one.nodes) < len(other.nodes):
            one, other = other, one
        for node in other.nodes:
            self.clusters[node.place] = one
        one.absorb(other)
        first, second = self.nodes[edge.one], self.nodes[edge.other]
        self.matches.append(
            Match(first.members[0], second.members[0], edge.weight, "", merged=True)
        )

    def attach(self, loose: Cluster, edges: list[Edge], *, unique: bool) -> None:
        """
        Add a group to the one that it fits best; to none, if several fit as well and one must.
        """
        own = {id(loose)}
        edges = sorted(edge for edge in edges if id(self.clusters[edge.one]) not in own)
        if not edges:
            return
        best = edges[0]
        host = self.clusters[best.one]
        rivals = [
            edge
            for edge in edges
            if edge.against == best.against and self.clusters[edge.one] is not host
        ]
        why = "several happenings fit as well" if unique and rivals else ""
        why = why or ("one document tells them apart" if host.told_apart(loose) else "")
        if why:
            self._tell(self.nodes[best.one], self.nodes[best.other], best.weight, why=why)
        else:
            self._merge(best)


def _corroborated(one: Cluster, other: Cluster, weight: Weight) -> str:
    """
    What keeps apart two groups that each have several sources for a day of their own.

    Days alone may be off, with all who copy from one another; days and details are not.
    """
    if one.first is None or other.first is None or one.last is None or other.last is None:
        return ""
    gap = max(other.first - one.last, one.first - other.last)
    several = one.sources > 1 and other.sources > 1 and gap > 1
    if several and any(reason.points < 0 for reason in weight.reasons):
        return "several sources give each its own day, and details differ"
    return ""


def _nodes(cards: Iterable[tuple[int, Card]], wires: Container[str]) -> list[Node]:
    """
    The reports in order, those that tell the same together.
    """
    found: dict[Hashable, Node] = {}
    for index, card in cards:
        event = card.event
        told = (
            type(event), card.sides, card.told, event.occurred, event.modality, event.key,
            event.label, event.summary, event.place, event.links, event.supersedes, event.claims,
            card.machine,
        )  # fmt: skip
        node = found.get(told)
        if node is None:
            node = found[told] = Node(card=card, members=[])
        node.members.append(index)
        node.docs.update((doc, days) for doc, days in card.docs.items() if doc not in wires)
    ordered = sorted(found.values(), key=lambda node: (*node.card.order, node.members[0]))
    for place, node in enumerate(ordered):
        node.place = place
    return ordered


def _near(nodes: list[Node], card: Card, days: int, *, margin: int) -> list[Node]:
    """
    The nodes within so many days of a card, no more than can be compared.

    Args:
        nodes: Nodes in order of their first days.
        card: The card.
        days: The days.
        margin: Days that the date of a node may be long.
    """
    low = bisect_left(nodes, card.first - days - margin, key=lambda node: node.card.first)
    found: list[Node] = []
    # A slice would copy all the rest of a long block for each report.
    for place in range(low, len(nodes)):
        node = nodes[place]
        if node.card.first > card.last + days or len(found) >= _NEIGHBOURS:
            break
        if gap_of(node.card, card) <= days:
            found.append(node)
    return found
