"""
Reports and how much each weighs.
"""

from __future__ import annotations

from typing import Final

import attrs

from diplomodel.dates import PartialDate
from diplomodel.events._base import Event
from diplomodel.evidence import SourceKind
from diplomodel.reconcile._cards import doc_of
from diplomodel.reconcile._shapes import by_machine


__all__ = ["Report", "Votes", "told", "weighed", "within"]

#: How much a document weighs when reports differ: who acts, courts and treaties know best, data
#: sets that machines code least.
_WEIGHTS: Final = {
    SourceKind.OFFICIAL: 3,
    SourceKind.COURT: 3,
    SourceKind.TREATY: 3,
    SourceKind.NEWS: 2,
    SourceKind.REFERENCE: 2,
    SourceKind.DATASET: 1,
    SourceKind.OTHER: 1,
}
#: A labelled report stands in a casebook: a coder has weighed its sources.
_CODED: Final = 10


@attrs.frozen
class Report:
    """
    A report and how much it weighs.
    """

    event: Event
    weight: int
    machine: bool


def weighed(event: Event) -> Report:
    """
    A report with its weight.
    """
    docs = {doc_of(piece): piece.source.kind for piece in event.evidence}
    weight = sum(_WEIGHTS[kind] for kind in docs.values()) + (_CODED if event.label else 0)
    return Report(event, weight, by_machine(event))


def told(event: Event, name: str, default: object) -> object:
    """
    What a report tells in a field; ``None`` where it leaves it out.
    """
    value = getattr(event, name)
    return None if value in ((), default) else value


def within(date: PartialDate, other: PartialDate) -> bool:
    """
    Whether a date is a finer one of another.
    """
    inside = other.first <= date.first and date.last <= other.last
    return inside and (other.second is None or date.second == other.second)


class Votes:
    """
    How much weight is behind each value, counted once however often it is asked.
    """

    __slots__ = ("_by_date", "_by_field", "_reports", "better")

    def __init__(self, reports: list[Report]) -> None:
        """
        Take the reports.
        """
        self._reports = reports
        #: Those that no machine coded.
        self.better = [report for report in reports if not report.machine]
        self._by_field: dict[str, dict[object, int]] = {}
        self._by_date: dict[PartialDate, int] = {}

    def behind(self, name: str, value: object) -> int:
        """
        The weight of all reports that give a field that value.
        """
        counted = self._by_field.get(name)
        if counted is None:
            counted = self._by_field[name] = {}
            for report in self._reports:
                given = getattr(report.event, name, None)
                counted[given] = counted.get(given, 0) + max(1, report.weight)
        return counted.get(value, 0)

    def support(self, date: PartialDate) -> int:
        """
        The weight of the better reports that bear a date out: that give it, or a vaguer one.
        """
        if date not in self._by_date:
            self._by_date[date] = sum(
                max(1, report.weight)
                for report in self.better
                if report.event.occurred == date or within(date, report.event.occurred)
            )
        return self._by_date[date]
