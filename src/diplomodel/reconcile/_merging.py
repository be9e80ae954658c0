"""
One event out of the reports of one happening.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import attrs

from diplomodel.dates import PartialDate
from diplomodel.errors import BadInputError
from diplomodel.events._base import Event, Modality
from diplomodel.evidence import merged_evidence
from diplomodel.reconcile._differences import claims_of
from diplomodel.reconcile._order import canonical
from diplomodel.reconcile._shapes import Part, may_stand_for, shape_of
from diplomodel.reconcile._votes import Report, Votes, told, weighed


__all__ = ["merged"]


def merged(reports: Sequence[Event]) -> Event:
    """
    One event out of the reports of one happening: all evidence, and what differs as claims.

    The finest type wins; of each field the value that weighs most, by the kinds of its sources.
    Equal weights are settled by the more precise, then the earlier, date; by the longer text.
    Values that differ become claims of who reports them: rejected, where what is chosen weighs
    twice as much, where a data set differs from better sources, or where two spellings name one
    person; else open. The date is no later than the day on which a first report was published;
    where data sets alone report it, it is the earliest that they give.

    Args:
        reports: The reports, at least one.

    Raises:
        BadInputError: There is none.

    Example:
        >>> from diplomodel.events import RelationsBreak
        >>> from diplomodel.evidence import Evidence, Source
        >>> gdelt = Evidence(source=Source(id="gdelt", publisher="GDELT", kind="dataset"))
        >>> three = [
        ...     RelationsBreak(occurred=day, by="BFA", target="TWN", evidence=[gdelt])
        ...     for day in ("2018-05-25", "2018-05-24", "2018-05-26")
        ... ]
        >>> event = merged(three)
        >>> str(event.occurred), [claim.text for claim in event.claims]
        ('2018-05-24', ['occurred: 2018-05-25', 'occurred: 2018-05-26'])
    """
    if not reports:
        raise BadInputError("there is no report to merge: give at least one")
    if len(reports) == 1:
        return reports[0]
    ordered = [weighed(event) for event in canonical(reports)]
    fine = _finest(ordered)
    cls = type(fine.event)
    own = [report for report in ordered if issubclass(cls, type(report.event))]
    head = max(own, key=lambda report: (type(report.event) is cls, report.weight))
    values = _values(cls, own)
    try:
        event = cls(**values)
    except BadInputError:
        # Fields that do not go together are taken from one report.
        values = {f.name: getattr(fine.event, f.name) for f in attrs.fields(cls)}
        event = cls(**values)
    evidence = merged_evidence(*(report.event.evidence for report in ordered))
    claims = claims_of(event, ordered, Votes(ordered))
    return attrs.evolve(
        event,
        evidence=evidence,
        claims=claims,
        links=tuple(dict.fromkeys(link for one in ordered for link in one.event.links)),
        supersedes=tuple(dict.fromkeys(name for one in ordered for name in one.event.supersedes)),
        **_marks(head, own),
    )


def _finest(reports: list[Report]) -> Report:
    """
    The weightiest report of the type that no other derives from, and that is no coarse one.
    """
    types = {type(report.event) for report in reports}
    fine = [
        report
        for report in reports
        if not any(
            may_stand_for(type(report.event), other)
            for other in types
            if other is not type(report.event)
        )
    ]
    return max(fine or reports, key=lambda report: (not report.machine, report.weight))


def _marks(head: Report, reports: list[Report]) -> dict[str, Any]:
    """
    What a coder puts to an event: from the weightiest report that has it.
    """
    ordered = sorted(reports, key=lambda report: (report is not head, -report.weight))
    found: dict[str, Any] = {}
    for name in ("label", "summary", "order"):
        values = (getattr(report.event, name) for report in ordered)
        found[name] = next((value for value in values if value is not None), None)
    keys = (report.event.key for report in ordered if not report.machine or report is head)
    found["key"] = next((key for key in keys if key is not None), None)
    return found


def _values(cls: type[Event], reports: list[Report]) -> dict[str, Any]:
    shape = shape_of(cls)
    values: dict[str, Any] = {"occurred": _date(reports), "modality": _modality(reports)}
    values["place"] = _chosen("place", None, reports)
    # Who did it to whom is one answer: parts of two reports might name one state twice.
    own = [report for report in reports if type(report.event) is cls] or reports
    together = (*shape.sides, *shape.groups)
    tally: dict[tuple[object, ...], int] = {}
    for report in own:
        key = tuple(getattr(report.event, name) for name in together)
        tally[key] = tally.get(key, 0) + max(1, report.weight)
    best = max(tally, key=lambda key: (None not in key, tally[key], repr(key)))
    values.update(zip(together, best, strict=True))
    for part in shape.parts:
        having = [report for report in reports if hasattr(report.event, part.name)]
        values[part.name] = _chosen(part.name, part, having)
    return values


def _chosen(name: str, part: Part | None, reports: list[Report]) -> object:
    """
    The value that weighs most, where any is told.
    """
    default = part.default if part is not None else None
    better = [report for report in reports if not report.machine]
    for group in (better, reports):
        tally: dict[object, int] = {}
        for report in group:
            value = told(report.event, name, default)
            if value is not None:
                tally[value] = tally.get(value, 0) + max(1, report.weight)
        if tally:
            return max(tally, key=lambda value: (tally[value], len(str(value)), repr(value)))
    return getattr(reports[0].event, name)


def _modality(reports: list[Report]) -> Modality:
    found = {report.event.modality for report in reports}
    return Modality.DONE if Modality.DONE in found else reports[0].event.modality


def _date(reports: list[Report]) -> PartialDate:
    """
    The date that most reports bear out, no later than a first report of it.
    """
    better = [report for report in reports if not report.machine]
    if not better:
        return min((one.event.occurred for one in reports), key=_earliest)
    known = [
        piece.source.published.last_possible
        for report in reports
        for piece in report.event.evidence
        if piece.source.published is not None
    ]
    dates = list(dict.fromkeys(report.event.occurred for report in better))
    limit = min(known, default=max(date.first for date in dates))
    possible = [date for date in dates if date.first <= limit] or dates
    votes = Votes(reports)
    return min(possible, key=lambda date: (-votes.support(date), *_precise(date)))


def _earliest(date: PartialDate) -> tuple[object, ...]:
    return (date.last, date.first, date.second is None, date.text)


def _precise(date: PartialDate) -> tuple[object, ...]:
    return (date.last - date.first, date.second is None, not date.is_exact, *_earliest(date))
