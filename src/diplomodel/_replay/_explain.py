"""
Explaining is reading back: spell, event, rule, article, evidence.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from diplomodel._replay._line import Line
from diplomodel._replay._position import end_of
from diplomodel._replay._results import Certainty, Explanation
from diplomodel._replay._world import World
from diplomodel.events import Event
from diplomodel.fluents import Fluent


if TYPE_CHECKING:
    from diplomodel._replay._history import History


def explained(
    history: History, world: World, fluent: Fluent[str], subject: str, day: int
) -> Explanation:
    """
    Why a fluent of a subject has its value at the end of a day.
    """
    if fluent.is_derived:
        return _derived(history, world, fluent, subject, day)
    line = world.line(fluent.name, subject)
    at = end_of(day)
    index = line.index_at(at) if line is not None else None
    possible, sure = history.line_values(fluent, subject, day)
    if line is None or index is None:
        return Explanation(fluent=fluent, subject=subject, day=day, value=None, possible=possible)
    event, rule = line.event(index), line.rule(index)
    return Explanation(
        fluent=fluent,
        subject=subject,
        day=day,
        value=line.value(index),
        certainty=certainty(history, len(possible) == 1 and sure, day),
        possible=possible,
        event=event,
        rule=rule,
        law=rule.law if rule is not None else ("practice: observation",),
        evidence=event.evidence,
        claims=event.claims,
        also=tuple(_also(line, index, at, event)),
    )


def certainty(history: History, sure: bool, day: int) -> Certainty:
    """
    How surely an answer holds: after the last day covered it is only the last known.
    """
    if history.last_day is not None and day > history.last_day:
        return Certainty.LAST_KNOWN
    return Certainty.CERTAIN if sure else Certainty.POSSIBLE


def _also(line: Line, index: int, at: int, event: Event) -> Iterable[Event]:
    value, start = line.value(index), line.starts[index]
    found = (
        other
        for moment, assigned, other in line.assignments()
        if start <= moment <= at and assigned == value and other != event
    )
    return dict.fromkeys(found)


def _derived(
    history: History, world: World, fluent: Fluent[str], subject: str, day: int
) -> Explanation:
    at = end_of(day)
    value = world.value(fluent, subject, at)
    possible, sure = history.line_values(fluent, subject, day)
    reasons = tuple(
        explained(history, world, world.rules.fluent(name), of, day)
        for (name, of), known in world.inputs(fluent, subject, at).items()
        if known is not None
    )
    return Explanation(
        fluent=fluent,
        subject=subject,
        day=day,
        value=value,
        certainty=certainty(history, sure, day) if value is not None else None,
        possible=possible,
        law=tuple(dict.fromkeys(cited for reason in reasons for cited in reason.law)),
        because=reasons,
    )
