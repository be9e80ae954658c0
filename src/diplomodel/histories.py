"""
Replaying events into a history, and what a history answers with.
"""

from __future__ import annotations

from collections.abc import Iterable

from diplomodel._replay._history import History
from diplomodel._replay._results import (
    Certainty,
    Change,
    Explanation,
    Finding,
    Obligation,
    ObligationStatus,
    Spell,
    Step,
    Transition,
)
from diplomodel._replay._run import Covered, Replayable, replayed_by
from diplomodel._replay._snapshot import (
    AsylumState,
    CountryState,
    DyadState,
    MissionState,
    PersonState,
    Snapshot,
    SubjectState,
)
from diplomodel.dates import DateLike
from diplomodel.events import Event
from diplomodel.rules import RuleSet, core_rules


__all__ = [
    "AsylumState",
    "Certainty",
    "Change",
    "CountryState",
    "Covered",
    "DyadState",
    "Explanation",
    "Finding",
    "History",
    "MissionState",
    "Obligation",
    "ObligationStatus",
    "PersonState",
    "Replayable",
    "Snapshot",
    "Spell",
    "Step",
    "SubjectState",
    "Transition",
    "replay",
]


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
        rules: The rules; the core's if left out, with those of the plugins that a casebook
            requires. No other plugin is looked at.
        until: The last day covered: later events are left out, and answers after it are the last
            known. A casebook's coverage if left out.

    Raises:
        BadInputError: `until` is not a day.
        PluginError: A plugin that the casebook requires cannot be used.

    Example:
        >>> from diplomodel import replay
        >>> from diplomodel.events import RelationsBreak
        >>> broken = RelationsBreak(occurred="2025-11-03", by="PER", target="MEX")
        >>> [t.after.value for t in replay([broken, broken]).transitions()]
        ['broken']
    """
    return replayed_by(events, rules=_rules(events) if rules is None else rules, until=until)


def _rules(events: Replayable | Iterable[Event]) -> RuleSet:
    if not isinstance(events, Replayable) or not events.requires:
        return core_rules()
    from diplomodel.plugins import host

    name = f" {events.name!r}" if events.name else ""
    return host().rules(events.requires, why=f"the casebook{name} requires")
