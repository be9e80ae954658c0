"""
One event for each happening: repetitions merged, corrected events left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from operator import attrgetter
from typing import Any

import attrs

from diplomodel.events import Event
from diplomodel.events._base import identity_of
from diplomodel.evidence import Claim, Evidence, Verdict, merged_evidence


Identity = tuple[type[Event], object]
#: The reports of each happening: the event alone, or several with the same identity.
Reports = dict[Identity, "Event | tuple[Event, ...]"]


def identity(event: Event) -> Identity:
    """
    What makes an event itself, cheaper than its id and equal exactly where that is.
    """
    cls = type(event)
    return cls, identity_of(cls)(event)


def reports_of(events: Iterable[Event], *, known: Reports | None = None) -> Reports:
    """
    Events by what makes each itself, added to some known already; the same report counts once.
    """
    found: Reports = {} if known is None else known
    getters: dict[type[Event], attrgetter[Any]] = {}
    for event in events:
        cls = type(event)
        getter = getters.get(cls)
        if getter is None:
            getter = getters[cls] = identity_of(cls)
        key = (cls, getter(event))
        other = found.setdefault(key, event)
        if other is not event:
            found[key] = _together(other, event)
    return found


def _together(known: Event | tuple[Event, ...], event: Event) -> Event | tuple[Event, ...]:
    group = known if isinstance(known, tuple) else (known,)
    if event in group:
        return known
    return (*group, event)


def all_reports(reports: Mapping[Identity, Event | tuple[Event, ...]]) -> Iterable[Event]:
    """
    Every report of every happening.
    """
    for report in reports.values():
        if isinstance(report, tuple):
            yield from report
        else:
            yield report


def events_of(reports: Mapping[Identity, Event | tuple[Event, ...]]) -> dict[Identity, Event]:
    """
    One event for each happening, without those that a later one supersedes.
    """
    found: dict[Identity, Event] = {}
    named: set[str] = set()
    for key, report in reports.items():
        event = merged(report) if isinstance(report, tuple) else report
        found[key] = event
        if event.supersedes:
            named.update(event.supersedes)
    if named:
        for key, event in list(found.items()):
            if event.label in named or event.id in named:
                del found[key]
    return found


def merged(group: tuple[Event, ...]) -> Event:
    """
    One event of several with the same identity: all the evidence, and differing fields as claims.

    The result does not depend on the order of the group.
    """
    ordered = sorted(group, key=repr)
    first = ordered[0]
    return attrs.evolve(
        first,
        evidence=merged_evidence(*(event.evidence for event in ordered)),
        claims=tuple(dict.fromkeys(_all_claims(first, ordered))),
        links=tuple(dict.fromkeys(link for event in ordered for link in event.links)),
        supersedes=tuple(sorted({name for event in ordered for name in event.supersedes})),
        label=min((event.label for event in ordered if event.label), default=None),
    )


_GATHERED = frozenset({"evidence", "claims", "links", "supersedes", "label", "summary", "order"})


def _all_claims(first: Event, ordered: list[Event]) -> Iterable[Claim]:
    for event in ordered:
        yield from event.claims
    for event in ordered[1:]:
        for name in attrs.fields_dict(type(event)):
            value = getattr(event, name)
            if name not in _GATHERED and value is not None and value != getattr(first, name):
                yield _claim(name, value, event.evidence)


def _claim(name: str, value: object, evidence: tuple[Evidence, ...]) -> Claim:
    publishers = tuple(dict.fromkeys(piece.source.publisher for piece in evidence))
    return Claim(
        text=f"{name} is {value}",
        field=name,
        value=value,
        by=publishers,
        evidence=evidence,
        verdict=Verdict.OPEN,
    )
