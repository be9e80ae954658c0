"""
Groups of reports that grow by joining, and what keeps two of them apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import islice, product

import attrs

from diplomodel.reconcile._cards import Card, Days
from diplomodel.reconcile._settings import Settings
from diplomodel.reconcile._weights import weigh


__all__ = ["Cluster", "Node", "barred"]

#: Pairs across two groups that are looked at: enough for groups as they are, and a bound.
_PAIRS = 64
#: So far below the threshold a pair speaks against all that others of its group say.
_AGAINST = 4


Sides = tuple[str | None, ...]


@attrs.define(kw_only=True, eq=False)
class Node:
    """
    Reports that tell the same in every field that is compared.

    Attributes:
        card: What they tell.
        members: Their places in the list of all.
        place: Place of the node in the order of its block.
        docs: The days that each of their documents gives.
    """

    card: Card
    members: list[int]
    place: int = 0
    docs: dict[str, Days] = attrs.field(factory=dict)


class Cluster:
    """
    Reports taken for one happening so far.
    """

    __slots__ = ("docs", "first", "last", "nodes", "sides", "sources")

    def __init__(self, node: Node) -> None:
        """
        Begin with one node.
        """
        card = node.card
        self.nodes = [node]
        self.first: int | None = None if card.wide else card.first
        self.last: int | None = None if card.wide else card.last
        self.docs: dict[str, list[tuple[int, int, Sides]]] = {
            doc: [(*days, card.sides)] for doc, days in node.docs.items()
        }
        self.sides = Counter({card.sides: len(node.members)})
        self.sources = len(node.docs) or len(node.members)

    def absorb(self, other: Cluster) -> None:
        """
        Take the reports of another.
        """
        self.nodes += other.nodes
        if other.first is not None and other.last is not None:
            self.first = other.first if self.first is None else min(self.first, other.first)
            self.last = other.last if self.last is None else max(self.last, other.last)
        for doc, days in other.docs.items():
            self.docs.setdefault(doc, []).extend(days)
        self.sides.update(other.sides)
        self.sources += other.sources

    @property
    def card(self) -> Card:
        """
        What its first node tells.
        """
        return self.nodes[0].card

    @property
    def wide(self) -> bool:
        """
        Whether none of its reports gives a narrow date.
        """
        return self.first is None

    def span_with(self, other: Cluster) -> int:
        """
        Days from the first to the last report of both.
        """
        days = [day for one in (self, other) for day in (one.first, one.last) if day is not None]
        return max(days) - min(days) if days else 0

    def told_apart(self, other: Cluster) -> bool:
        """
        Whether one document gives both, on different days or with the sides exchanged.
        """
        few, many = (self, other) if len(self.docs) <= len(other.docs) else (other, self)
        for doc, mine in few.docs.items():
            for first, last, sides in mine:
                for that_first, that_last, that_sides in many.docs.get(doc, ()):
                    if last < that_first or that_last < first:
                        return True
                    if sides != that_sides and None not in (*sides, *that_sides):
                        return True
        return False

    def shares_doc(self, other: Cluster) -> bool:
        """
        Whether one document gives both.
        """
        return not self.docs.keys().isdisjoint(other.docs)

    def labels(self) -> set[str]:
        """
        The labels that coders gave.
        """
        return {node.card.event.label for node in self.nodes if node.card.event.label}


def barred(one: Cluster, other: Cluster, settings: Settings) -> str:
    """
    What keeps two groups apart although two of their reports are alike; empty if nothing does.
    """
    kind = one.card.shape.kind
    longest = settings.longest(kind)
    if one.span_with(other) > longest:
        return f"all their reports would span more than {longest} days"
    if one.told_apart(other):
        return "one document tells them apart"
    if one.shares_doc(other) and one.labels() and other.labels():
        return "one casebook tells them apart"
    least = settings.threshold - _AGAINST
    for mine, theirs in _across(one, other):
        weight = weigh(mine, theirs, settings)
        if weight.points < least:
            against = min(weight.reasons, key=lambda reason: reason.points)
            return f"another of their reports speaks against it: {against.text}"
    return ""


def _across(one: Cluster, other: Cluster) -> Iterator[tuple[Card, Card]]:
    pairs = product(one.nodes, other.nodes)
    for mine, theirs in islice(pairs, _PAIRS):
        if not (mine.card.wide or theirs.card.wide):
            yield mine.card, theirs.card
