"""
What a replay takes: events, or a casebook, and the rules.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, runtime_checkable

from diplomodel._replay._history import History, replayed
from diplomodel._replay._position import nominal_day
from diplomodel.dates import DateLike, PartialDate, day_number
from diplomodel.events import Event
from diplomodel.rules import RuleSet


class Covered(Protocol):
    """
    The days that a collection of events covers.
    """

    @property
    def first(self) -> PartialDate:
        """
        The first day.
        """

    @property
    def last(self) -> PartialDate:
        """
        The last day.
        """


@runtime_checkable
class Replayable(Protocol):
    """
    What can be replayed besides events: a casebook.
    """

    @property
    def name(self) -> str | None:
        """
        Its name.
        """

    @property
    def events(self) -> tuple[Event, ...]:
        """
        Its events.
        """

    @property
    def coverage(self) -> Covered | None:
        """
        The days it covers.
        """

    @property
    def requires(self) -> tuple[str, ...]:
        """
        The plugins whose rules it needs.
        """


def replayed_by(
    events: Replayable | Iterable[Event], *, rules: RuleSet, until: DateLike | None
) -> History:
    """
    The replay of a casebook, or of events, by these rules.

    Args:
        events: A casebook, or events in any order.
        rules: The rules.
        until: The last day covered; a casebook's coverage if ``None``.

    Raises:
        BadInputError: `until` is not a day.
    """
    first: int | None = None
    last = day_number(until) if until is not None else None
    found: Iterable[Event]
    if isinstance(events, Replayable):
        if events.coverage is not None:
            first = events.coverage.first.first
            last = last if last is not None else events.coverage.last.last
        found = events.events
    else:
        found = events
    if until is not None and last is not None:
        found = [event for event in found if nominal_day(event) <= last]
    cut = last if until is not None else None
    return replayed(found, rules, first, last, until=cut)
