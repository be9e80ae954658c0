"""
Reconciling: reports in, happenings out.
"""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from diplomodel.events._base import Event
from diplomodel.reconcile._block import Match
from diplomodel.reconcile._cards import Card, card_of
from diplomodel.reconcile._gates import refusal
from diplomodel.reconcile._matching import matched
from diplomodel.reconcile._merging import merged
from diplomodel.reconcile._results import (
    Comparison,
    Gated,
    Happening,
    Reconciliation,
    assembled,
    checked,
)
from diplomodel.reconcile._settings import Settings


__all__ = ["reconcile"]


@attrs.define
class _Item:
    """
    A happening while it is still growing.
    """

    event: Event
    reports: list[Event]
    because: list[Comparison]
    card: Card


def reconcile(events: Iterable[Event], *, settings: Settings | None = None) -> Reconciliation:
    """
    Find the reports of one happening, and make one event of them, its differences kept as claims.

    Reports meet if they name the same states, in either order, and lie near in time; `compare`
    tells what speaks for and against. The strongest pairs are joined first; nothing is joined
    that a document, a key, a link or a person tells apart, nor a chain longer than the settings
    allow. Merged events are compared again until nothing changes, so that reconciling what was
    reconciled changes nothing. The order of the reports never matters.

    Args:
        events: The reports, from any sources.
        settings: What counts as near and as alike, and what is let through.

    Raises:
        BadInputError: Something given is no event.

    Example:
        >>> from diplomodel.events import RelationsBreak, RelationsReduced
        >>> from diplomodel.evidence import Evidence, Source
        >>> paper = Evidence(source=Source(id="rpp", publisher="RPP", published="2025-11-04"))
        >>> coded = Evidence(source=Source(id="gdelt", publisher="GDELT", kind="dataset"))
        >>> sides = {"by": "PER", "target": "MEX"}
        >>> broken = RelationsBreak(occurred="2025-11-03", evidence=[paper], **sides)
        >>> reduced = RelationsReduced(occurred="2025-11-04", evidence=[coded], **sides)
        >>> found = reconcile([broken, reduced])
        >>> [(event.kind, len(event.evidence)) for event in found.events]
        [('relations_break', 2)]
        >>> found.counts
        {'reports': 2, 'merged': 2, 'alone': 0, 'gated': 0}
    """
    chosen = settings if settings is not None else Settings()
    items = [_item([event], chosen) for event in checked(events)]
    apart: dict[tuple[str, ...], list[Comparison]] = {}
    while True:
        groups, matches = matched([item.card for item in items], chosen, settled=apart)
        moved = {items[group[0]].card.block for group in groups if len(group) > 1}
        for match in matches:
            if not match.merged:
                told = apart.setdefault(items[match.one].card.block, [])
                told.append(_comparison(match, items))
        if not moved:
            break
        blocks = {item.card.block for item in items}
        apart = {block: apart.get(block, []) for block in blocks if block not in moved}
        items = _joined(items, groups, [match for match in matches if match.merged], chosen)
    return _let_through(items, [one for told in apart.values() for one in told], chosen)


def _item(reports: list[Event], settings: Settings, because: Iterable[Comparison] = ()) -> _Item:
    event = merged(reports)
    return _Item(event, reports, list(because), card_of(event, window=settings.window))


def _comparison(match: Match, items: list[_Item]) -> Comparison:
    return Comparison(
        one=items[match.one].reports[0],
        other=items[match.other].reports[0],
        points=match.weight.points,
        reasons=tuple(map(str, match.weight.reasons)),
        barred=match.barred,
    )


def _joined(
    items: list[_Item], groups: list[list[int]], matches: Iterable[Match], settings: Settings
) -> list[_Item]:
    """
    The items of each group as one, in an order that depends on nothing but what they tell.
    """
    because: dict[int, list[Comparison]] = {}
    group_of = {index: number for number, group in enumerate(groups) for index in group}
    for match in matches:
        because.setdefault(group_of[match.one], []).append(_comparison(match, items))
    found: list[_Item] = []
    for number, group in enumerate(groups):
        if len(group) == 1:
            found.append(items[group[0]])
            continue
        reports = checked(report for index in group for report in items[index].reports)
        told = [one for index in group for one in items[index].because]
        found.append(_item(reports, settings, [*told, *because.get(number, ())]))
    by_event: dict[int, list[_Item]] = {}
    for item in found:
        by_event.setdefault(id(item.event), []).append(item)
    return [by_event[id(event)].pop(0) for event in checked(item.event for item in found)]


def _let_through(
    items: list[_Item], apart: list[Comparison], settings: Settings
) -> Reconciliation:
    kept: list[Happening] = []
    gated: list[Gated] = []
    for item in items:
        one = Happening(event=item.event, reports=item.reports, because=item.because)
        reason = refusal(item.event, settings)
        if reason:
            gated.append(Gated(happening=one, reason=reason))
        else:
            kept.append(one)
    return Reconciliation(happenings=assembled(kept), gated=gated, apart=apart, settings=settings)
