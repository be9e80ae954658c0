"""
Reports that join a happening after the others: dated vaguely or by a slip, sparing of details,
with the sides exchanged, or too coarse to tell what was done.

Each joins one happening whole and is no bridge between two.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from operator import attrgetter
from typing import Final

from diplomodel.events._base import Event
from diplomodel.reconcile._block import Block, Edge
from diplomodel.reconcile._cards import Card
from diplomodel.reconcile._clusters import Node
from diplomodel.reconcile._settings import Settings
from diplomodel.reconcile._shapes import may_stand_for
from diplomodel.reconcile._weights import NEVER, SOON, Reason, Weight, gap_of, weigh


__all__ = [
    "attach_coarse",
    "attach_slips",
    "attach_swapped",
    "attach_vague",
    "attach_wide",
    "coarse_weight",
]

#: Points that a sparing report may lack, if it fits one happening alone.
_LACKING: Final = 2
#: A reduction of relations is coded on the day of the report: not before the act, but for the
#: time zone.
_EARLY: Final = 1
#: What speaks for a coarse report being of a finer act at all.
_COARSE_POINTS: Final = 4
#: What a date counts that is right but for the month or the year.
_SLIP_POINTS: Final = 1
#: Reports of one type and day that are looked at.
_SLIPPED: Final = 16


def attach_wide(block: Block, nodes: list[Node]) -> None:
    """
    Add what is vaguely dated to the one happening that it fits, if there is one.
    """
    hosts = [node for node in nodes if not node.card.wide]
    for loose in block.distinct(node for node in nodes if node.card.wide):
        if loose.wide and hosts:
            edges = [
                edge
                for node in loose.nodes
                for edge in _fits(block, node, block.near(hosts, node.card, block.settings.window))
            ]
            block.attach(loose, edges, unique=True)


def attach_vague(block: Block, nodes: list[Node]) -> None:
    """
    Add a lone report of what happens often, that leaves out what another tells, to that one,
    if it fits no other.
    """
    if not nodes[0].card.shape.often:
        return
    narrow = [node for node in nodes if not node.card.wide]
    for node in narrow:
        loose = block.clusters[node.place]
        if len(loose.nodes) > 1 or loose.sources > 1:
            continue
        edges = [
            edge
            for edge in _fits(block, node, block.near(narrow, node.card, SOON), least=_LACKING)
            if not any(reason.points < 0 for reason in edge.weight.reasons)
        ]
        fuller = [edge for edge in edges if block.nodes[edge.one].card.details > node.card.details]
        hosts = {id(block.clusters[edge.one]) for edge in edges} - {id(loose)}
        if len(hosts) == 1:
            block.attach(loose, fuller, unique=True)


def attach_slips(block: Block, nodes: list[Node]) -> None:
    """
    Add a lone report to what several tell for the same day of another month, or of the year before
    or after, if all else agrees: the slips of the pen that sources are found with.

    A year is only taken for a slip where the kind does not soon happen again: sanctions are
    renewed each year on one day.
    """
    by_day: dict[int, list[Node]] = {}
    for node in nodes:
        if node.card.exact:
            by_day.setdefault(node.card.first, []).append(node)
    if len(by_day) < 2:
        return
    once = nodes[0].card.shape.kind in block.settings.once
    for node in nodes:
        loose = block.clusters[node.place]
        if not node.card.exact or len(loose.nodes) > 1 or loose.sources > 1:
            continue
        edges = []
        for day, what in _slips(node.card.first, years=once):
            for host in by_day.get(day, ())[:_SLIPPED]:
                if block.clusters[host.place].sources > 1:
                    weight = _slipped(weigh(host.card, node.card, block.settings), what)
                    if weight.points >= block.settings.threshold:
                        gap = gap_of(host.card, node.card)
                        edges.append(Edge(-weight.points, gap, host.place, node.place, weight))
        block.attach(loose, edges, unique=True)


def _slips(day: int, *, years: bool) -> Iterator[tuple[int, str]]:
    """
    The days that differ from one in the month alone, or in the year by one.
    """
    date = dt.date.fromordinal(day)
    changes = [(date.year, month, "month") for month in range(1, 13) if month != date.month]
    if years:
        changes += [(year, date.month, "year") for year in (date.year - 1, date.year + 1)]
    for year, month, what in changes:
        try:
            yield dt.date(year, month, date.day).toordinal(), what
        except ValueError:  # there is no such day
            continue


def _slipped(weight: Weight, what: str) -> Weight:
    """
    What speaks for two reports if the day of one is a slip; nothing, if anything speaks against.
    """
    kind, _, *others = weight.reasons
    reasons = (kind, Reason(_SLIP_POINTS, f"a slip in the {what}"), *others)
    if any(reason.points < 0 for reason in others) or not others:
        return Weight(NEVER, reasons)
    return Weight(sum(reason.points for reason in reasons), reasons)


def attach_swapped(block: Block, nodes: list[Node]) -> None:
    """
    Add a lone report with the sides exchanged to what several tell on the same days.

    Reports of an act that answers another one come days later, or from several sources, or
    from a document that tells both.
    """
    if len({node.card.sides for node in nodes}) < 2 or not nodes[0].card.shape.sides:
        return
    narrow = [node for node in nodes if not node.card.wide]
    for loose in sorted(block.distinct(narrow), key=lambda one: one.nodes[0].place):
        if len(loose.sides) > 1 or loose.sources > 1 or loose.wide:
            continue
        sides = loose.card.sides
        edges = []
        for node in loose.nodes:
            for host in block.near(narrow, node.card, 1):
                cluster = block.clusters[host.place]
                top = cluster.sides.most_common(1)[0][0]
                if top == sides or cluster.sources < 2 or None in top:
                    continue
                weight = weigh(host.card, node.card, block.settings, swapped=0)
                against = any(reason.points < 0 for reason in weight.reasons)
                if weight.points >= block.settings.threshold and not against:
                    gap = gap_of(host.card, node.card)
                    edges.append(Edge(-weight.points, gap, host.place, node.place, weight))
        block.attach(loose, edges, unique=False)


def attach_coarse(block: Block, by_type: dict[type[Event], list[Node]]) -> None:
    """
    Add coarse reports to the finer act nearest to them, as its evidence.
    """
    for cls, nodes in by_type.items():
        finer = sorted(
            (
                node
                for fine, others in by_type.items()
                if may_stand_for(cls, fine)
                for node in others
                if not (node.card.coarse or node.card.wide)
            ),
            key=attrgetter("place"),
        )
        if not finer:
            continue
        for loose in sorted(block.distinct(nodes), key=lambda one: one.nodes[0].place):
            if any(type(node.card.event) is not cls for node in loose.nodes):
                continue
            edges = [edge for node in loose.nodes for edge in _stands_for(block, node, finer)]
            block.attach(loose, edges, unique=False)


def _stands_for(block: Block, node: Node, finer: list[Node]) -> Iterator[Edge]:
    card, settings = node.card, block.settings
    if not card.coarse:
        derived = [
            host
            for host in block.near(finer, card, settings.window)
            if _derives(type(host.card.event), type(card.event))
        ]
        for host in derived:
            weight = weigh(card, host.card, settings)
            if weight.points >= settings.threshold:
                gap = gap_of(host.card, card)
                yield Edge(-weight.points, gap, host.place, node.place, weight)
        return
    for host in block.near(finer, card, settings.window):
        weight = coarse_weight(card, host.card, settings)
        if weight.points >= settings.threshold:
            gap = gap_of(host.card, card)
            yield Edge(-weight.points, gap, host.place, node.place, weight)


def _fits(block: Block, node: Node, hosts: Iterable[Node], *, least: int = 0) -> Iterator[Edge]:
    for host in hosts:
        if host is node:
            continue
        weight = weigh(host.card, node.card, block.settings)
        if weight.points >= block.settings.threshold - least:
            gap = gap_of(host.card, node.card)
            yield Edge(-weight.points, gap, host.place, node.place, weight)


def _derives(fine: type[Event], coarse: type[Event]) -> bool:
    return fine is not coarse and issubclass(fine, coarse)


def coarse_weight(card: Card, host: Card, settings: Settings) -> Weight:
    """
    What speaks for a coarse report being of an act: that it is reported just after it.
    """
    said = card.shape.kind == "statement"
    window = _EARLY if said else settings.window
    gap = gap_of(card, host)
    early = host.first - card.last
    reasons = [Reason(_COARSE_POINTS, f"coarser than {host.shape.kind}")]
    if early > _EARLY or gap > window:
        reasons.append(Reason(NEVER, "reported before the act, or too late"))
    elif card.event.modality is not host.event.modality:
        reasons.append(
            Reason(NEVER, f"{card.event.modality.value}, not {host.event.modality.value}")
        )
    else:
        day = "on the same day" if gap == 0 else f"{gap} day{'s'[: gap > 1]} apart"
        reasons.append(Reason(4 if gap == 0 else 3 if gap == 1 else 2, day))
    if said and card.sides != host.sides:
        reasons.append(Reason(NEVER, "another speaks"))
    return Weight(max(NEVER, sum(reason.points for reason in reasons)), tuple(reasons))
