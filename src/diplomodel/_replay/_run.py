"""
The door to a replay.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, runtime_checkable

from diplomodel._replay._history import History, replayed
from diplomodel._replay._position import nominal_day
from diplomodel.dates import DateLike, PartialDate, day_number
from diplomodel.errors import DiplomodelError
from diplomodel.events import Event
from diplomodel.rules import RuleSet, core_rules


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


def replay(
    events: Replayable | Iterable[Event],
    *,
    rules: RuleSet | None = None,
    until: DateLike | None = None,
) -> History:
    """
    Replay events by rules into a history that is asked by date.

    The order in which events are given does not matter, and repeating them changes nothing.

    Args:
        events: A casebook, or events in any order.
        rules: The rules; the core's if left out.
        until: The last day covered: later events are left out, and answers after it are the last
            known. A casebook's coverage if left out.

    Raises:
        BadInputError: `until` is not a day.
        DiplomodelError: The casebook requires plugins and no rules were given.

    Example:
        >>> from diplomodel import replay
        >>> from diplomodel.events import RelationsBreak
        >>> broken = RelationsBreak(occurred="2025-11-03", by="PER", target="MEX")
        >>> [t.after.value for t in replay([broken, broken]).transitions()]
        ['broken']
    """
    first: int | None = None
    last = day_number(until) if until is not None else None
    found: Iterable[Event]
    if isinstance(events, Replayable):
        if events.requires and rules is None:
            needed = ", ".join(events.requires)
            raise DiplomodelError(
                f"the casebook {events.name!r} requires {needed}:"
                " pass `rules` that include what they add"
            )
        if events.coverage is not None:
            first = events.coverage.first.first
            last = last if last is not None else events.coverage.last.last
        found = events.events
    else:
        found = events
    if until is not None and last is not None:
        found = [event for event in found if nominal_day(event) <= last]
    cut = last if until is not None else None
    return replayed(found, rules if rules is not None else core_rules(), first, last, until=cut)
