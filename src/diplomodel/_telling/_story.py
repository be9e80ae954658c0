"""
A history told day by day, as values: which event changed what, and what did not fit.
"""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from diplomodel._replay._position import moment, nominal_day
from diplomodel._telling._words import codes, fluent_rank
from diplomodel.dates import day_text
from diplomodel.events import Event, Modality, Observation, UnknownEvent
from diplomodel.events._base import identity_fields
from diplomodel.fluents import Fluent
from diplomodel.histories import Finding, History, Obligation, Transition
from diplomodel.rules import RuleSet


__all__ = ["Day", "Scene", "Story", "concerns", "last_day", "names_both", "no_change", "story"]


@attrs.frozen(kw_only=True)
class Scene:
    """
    One event on one day.

    Attributes:
        event: The event.
        later: Whether it happened on an earlier day, and takes effect on this one.
        changes: What it changed on this day.
        findings: What of it did not fit.
    """

    event: Event
    later: bool
    changes: tuple[Transition, ...]
    findings: tuple[Finding, ...]


@attrs.frozen(kw_only=True)
class Day:
    """
    What happened on one day.

    Attributes:
        day: Its ordinal.
        scenes: Its events in order; those that only take effect on it come first.
    """

    day: int
    scenes: tuple[Scene, ...]


@attrs.frozen(kw_only=True)
class Story:
    """
    The days of a history, and what is owed at their end.

    Attributes:
        days: The days on which something happened.
        last: Ordinal of the day on which it ends; ``None`` where there are no events.
        obligations: What is open, overdue or unmet on that day.
    """

    days: tuple[Day, ...]
    last: int | None
    obligations: tuple[Obligation, ...]

    @property
    def scenes(self) -> tuple[Scene, ...]:
        """
        All scenes of all days.
        """
        return tuple(scene for day in self.days for scene in day.scenes)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """
        All findings of all days.
        """
        return tuple(finding for scene in self.scenes for finding in scene.findings)


def last_day(history: History) -> int | None:
    """
    The last day covered; where nobody says, that of the last event.
    """
    if history.last_day is not None:
        return history.last_day
    return max(map(nominal_day, history.events), default=None)


def story(
    history: History,
    *,
    first: int | None = None,
    last: int | None = None,
    dyad: tuple[str, str] | None = None,
) -> Story:
    """
    The story of a history, or of some of its days, or of what names two states.

    Args:
        history: The history.
        first: Ordinal of the first day told.
        last: Ordinal of the last day told, at which obligations are judged.
        dyad: Codes of two states: only what names both.
    """
    scenes = [
        (day, scene)
        for day, scene in _scenes(history)
        if (first is None or day >= first)
        and (last is None or day <= last)
        and concerns(scene.event, dyad)
    ]
    scenes.sort(key=lambda one: (one[0], *_place(one[1])))
    days: dict[int, list[Scene]] = {}
    for day, scene in scenes:
        days.setdefault(day, []).append(scene)
    end = last if last is not None else last_day(history)
    return Story(
        days=tuple(Day(day=day, scenes=tuple(found)) for day, found in days.items()),
        last=end,
        obligations=() if end is None else _owed(history, end, dyad),
    )


def _place(scene: Scene) -> tuple[bool, int, int, str, str]:
    event = scene.event
    if isinstance(event, Observation):
        rank, subject = fluent_rank(event.fluent), event.subject
        return not scene.later, moment(event), rank, subject, event.id
    return not scene.later, moment(event), 0, "", event.id


def _owed(history: History, day: int, dyad: tuple[str, str] | None) -> tuple[Obligation, ...]:
    found = history.obligations(at=day_text(day))
    return tuple(duty for duty in found if names_both(duty.subject, dyad))


def _scenes(history: History) -> Iterator[tuple[int, Scene]]:
    # By id: the value of a claim need not be hashable, and so an event need not be.
    changes: dict[tuple[int, str], list[Transition]] = {}
    for transition in history.transitions_by_day():
        changes.setdefault((transition.day, transition.event.id), []).append(transition)
    findings: dict[str, list[Finding]] = {}
    for finding in history.findings():
        findings.setdefault(_about(finding).id, []).append(finding)
    for event in history.events:
        day = nominal_day(event)
        yield (
            day,
            Scene(
                event=event,
                later=False,
                changes=tuple(changes.pop((day, event.id), ())),
                findings=tuple(findings.get(event.id, ())),
            ),
        )
    for (day, _), found in changes.items():
        yield day, Scene(event=found[0].event, later=True, changes=tuple(found), findings=())


def _about(finding: Finding) -> Event:
    """
    The event of the finding's day: of several, the last is the one that brought it to light.
    """
    on_day = [event for event in finding.events if nominal_day(event) == finding.day]
    return (on_day or list(finding.events))[-1]


def concerns(event: Event, dyad: tuple[str, str] | None) -> bool:
    """
    Whether an event names both states, or none was asked for.

    Example:
        >>> from diplomodel.events import RelationsBreak
        >>> event = RelationsBreak(occurred="2025-11-03", by="PER", target="MEX")
        >>> concerns(event, ("MEX", "PER")), concerns(event, ("BOL", "PER"))
        (True, False)
    """
    return dyad is None or set(dyad) <= set(_named(event))


def _named(event: Event) -> Iterator[str]:
    if isinstance(event, Observation):
        yield from codes(event.subject)
        return
    for name in identity_fields(type(event)):
        value = getattr(event, name)
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, str) and codes(item) == (item,):
                yield item


def names_both(subject: str, dyad: tuple[str, str] | None) -> bool:
    """
    Whether a subject lies between two states, or none were asked for.
    """
    return dyad is None or set(dyad) <= set(codes(subject))


def no_change(event: Event, history: History) -> str:
    """
    Why an event changed nothing, in a sentence.

    Example:
        >>> from diplomodel import replay
        >>> from diplomodel.events import Talks
        >>> planned = Talks(occurred="2022", by="PER", modality="planned")
        >>> no_change(planned, replay([planned]))
        'Only planned: what is not done has no effect.'
    """
    if isinstance(event, UnknownEvent):
        return "Nothing here knows this kind of event."
    if event.modality is not Modality.DONE:
        return f"Only {event.modality.value}: what is not done has no effect."
    why = history.rules.why_no_effect(type(event))
    if why is not None:
        return why
    said = list(_assigned(event, history.rules))
    if not said:
        return "What it would change is not said."
    day = day_text(nominal_day(event))
    if all(history.value(fluent, subject, day) == value for fluent, subject, value in said):
        return "It was so already."
    return "Its effect is uncertain, or another event outweighs it."


def _assigned(event: Event, rules: RuleSet) -> Iterator[tuple[Fluent[str], str, str]]:
    for rule in rules.rules_for(type(event)):
        if rule.when is not None and not rule.when.holds(event):
            continue
        value = rule.value if isinstance(rule.value, str) else rule.value.of(event)
        if value is not None:
            for subject in rule.on.of(event):
                yield rule.sets, subject, value
