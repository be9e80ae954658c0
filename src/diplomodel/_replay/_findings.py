"""
What does not fit: in events, between events and the state before them, in timelines, in duties.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from diplomodel._replay._entry import Doubtful
from diplomodel._replay._gather import ByIdentity, Reports, each
from diplomodel._replay._line import Line
from diplomodel._replay._owing import obligations_of
from diplomodel._replay._position import DAY_SHIFT, day_of, moment
from diplomodel._replay._results import Finding
from diplomodel._replay._second import SecondPass
from diplomodel._replay._world import World
from diplomodel.errors import did_you_mean
from diplomodel.events import Event, UnknownEvent
from diplomodel.rules import Outcome, Severity


def findings_of(
    reports: Reports, events: ByIdentity, second: SecondPass, world: World
) -> list[Finding]:
    """
    Everything that does not fit, by day.

    Args:
        reports: The events as reported.
        events: The events that were replayed.
        second: What knows the requirements and duties.
        world: The timelines.
    """
    found = second.findings(events)
    for cls, group in events.items():
        odd = bool(world.set_aside) or issubclass(cls, UnknownEvent)
        for event in group.values():
            if odd or not event.evidence:
                found.extend(_event_findings(world, event))
    for name in world.fluents:
        for fluent, subject, line in world.lines_of(name):
            if line.notes.ties or line.notes.contradicted:
                found.extend(_line_findings(line, fluent, subject))
    found.extend(_unmet(second, events))
    if reports.correcting:
        found.extend(_astray(reports, events))
    return _settled(found)


def _astray(reports: Reports, events: ByIdentity) -> Iterator[Finding]:
    known = {name for event in reports for name in (event.label, event.id) if name}
    for event in each(events):
        for name in event.supersedes:
            if name not in known:
                yield Finding(
                    code="correction",
                    severity=Severity.WARNING,
                    text=f"it corrects {name!r}, which is not here{did_you_mean(name, known)}",
                    day=moment(event) >> DAY_SHIFT,
                    events=(event,),
                )


def _unmet(second: SecondPass, events: ByIdentity) -> Iterator[Finding]:
    # What is still owed when a second event would create it again is unmet with it, so the
    # suspects alone give the same obligations as all events would.
    for duty in obligations_of(second.suspects(events), second, events):
        for step in duty.steps:
            if step.outcome is Outcome.UNMET:
                yield Finding(
                    code="duty",
                    severity=Severity.WARNING,
                    text=f"{duty.holder} has not kept its duty to {duty.text}",
                    day=step.day,
                    events=(duty.created_by, step.event),
                    subject=duty.subject,
                    law=duty.law,
                )


def _line_findings(line: Line, fluent: str, subject: str) -> Iterator[Finding]:
    """
    What does not fit in one timeline: order that only ids settle, observations contradicted.
    """
    for tie in line.notes.ties:
        yield Finding(
            code="order",
            severity=Severity.WARNING,
            text=(
                f"two events set {fluent} of {subject} to {tie.values[0]} and"
                f" {tie.values[1]} at the same moment; give one an `order`"
            ),
            day=day_of(tie.at),
            events=tie.events,
            fluent=fluent,
            subject=subject,
        )
    for seen in line.notes.contradicted:
        yield _contradicted(line, seen, fluent, subject)


def _contradicted(line: Line, seen: Doubtful, fluent: str, subject: str) -> Finding:
    index = line.index_at(seen.at) or 0
    cause = line.event(index)
    return Finding(
        code="observation",
        severity=Severity.WARNING,
        text=(
            f"{fluent} of {subject} was seen as {seen.value}, but an event had made it"
            f" {line.value(index)}; an event may be missing"
        ),
        day=day_of(seen.at),
        events=(seen.event, cause),
        fluent=fluent,
        subject=subject,
    )


def _event_findings(world: World, event: Event) -> Iterator[Finding]:
    """
    What does not fit in an event by itself.
    """
    day = day_of(moment(event))
    if isinstance(event, UnknownEvent):
        yield Finding(
            code="unknown_kind",
            severity=Severity.WARNING,
            text=f"it is of the kind {event.kind!r}, which nothing here knows; kept as it is",
            day=day,
            events=(event,),
        )
    elif id(event) in world.set_aside:
        yield Finding(
            code="set_aside",
            severity=Severity.WARNING,
            text=f"it is set aside: {world.set_aside[id(event)]}",
            day=day,
            events=(event,),
        )
    if not event.evidence:
        yield Finding(
            code="evidence",
            severity=Severity.WARNING,
            text="it has no evidence; cite a source",
            day=day,
            events=(event,),
        )


def _settled(found: list[Finding]) -> list[Finding]:
    """
    Findings by day, code, subject and text; what these leave equal is in the order of events' ids.
    """
    found.sort(key=_told)
    ordered: list[Finding] = []
    for _, group in groupby(found, key=_told):
        alike = list(group)
        if len(alike) > 1:
            alike.sort(key=lambda finding: [event.id for event in finding.events])
        ordered.extend(alike)
    return ordered


def _told(finding: Finding) -> tuple[int, str, str, str]:
    return finding.day, finding.code, finding.subject or "", finding.text
