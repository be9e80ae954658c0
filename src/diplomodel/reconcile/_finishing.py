"""
The last touch to merged events: ids that differ, and links that lead to what became of their ends.
"""

from __future__ import annotations

import hashlib
from collections.abc import Container, Hashable, Sequence

import attrs

from diplomodel.events._base import Event, Link
from diplomodel.reconcile._order import identity_text


__all__ = ["finished"]

Made = tuple[Event, tuple[Event, ...]]


def finished(made: Sequence[Made], *, as_given: Container[int] = ()) -> list[Event]:
    """
    Events with keys where ids would be equal, and with links that follow merged labels and ids.

    Args:
        made: Each event with the reports that it was made of.
        as_given: Places of those that are to stay as they are.
    """
    events = [event for event, _ in made]
    found = _linked(made, _keyed(events))
    return [events[index] if index in as_given else event for index, event in enumerate(found)]


def _keyed(events: list[Event]) -> list[Event]:
    """
    Two happenings that only details tell apart would have one id, and a replay would merge them:
    all but the best evidenced are given a key that their details make.
    """
    by_id: dict[Hashable, list[int]] = {}
    for index, event in enumerate(events):
        by_id.setdefault((event.kind, identity_text(event)), []).append(index)
    found = list(events)
    for same in by_id.values():
        if len(same) < 2 or len({events[index] for index in same}) < 2:
            continue
        ordered = sorted(same, key=lambda i: (-len(events[i].evidence), repr(events[i])))
        for index in ordered[1:]:
            event = events[index]
            digest = hashlib.sha256(repr(event).encode("utf-8", "surrogatepass")).hexdigest()
            key = "-".join(part for part in (event.key, digest[:12]) if part)
            found[index] = attrs.evolve(event, key=key)
    return found


def _linked(made: Sequence[Made], events: list[Event]) -> list[Event]:
    named = {link.to for event in events for link in event.links}
    named.update(name for event in events for name in event.supersedes)
    if not named:
        return events
    alive = {event.label for event in events if event.label}
    alive.update(event.id for event in events)
    moved = {
        old: event.label or event.id
        for (_, reports), event in zip(made, events, strict=True)
        if not (len(reports) == 1 and reports[0] is event)
        for report in reports
        for old in (report.label, report.id)
        if old in named and old not in alive
    }
    return [_relinked(event, moved) for event in events]


def _relinked(event: Event, moved: dict[str, str]) -> Event:
    if not (event.links or event.supersedes):
        return event
    own = {event.label, event.id}
    links = tuple(
        dict.fromkeys(
            link if link.to not in moved else Link(kind=link.kind, to=moved[link.to])
            for link in event.links
        )
    )
    names = tuple(dict.fromkeys(moved.get(name, name) for name in event.supersedes))
    links = tuple(link for link in links if link.to not in own)
    names = tuple(name for name in names if name not in own)
    if links == event.links and names == event.supersedes:
        return event
    return attrs.evolve(event, links=links, supersedes=names)
