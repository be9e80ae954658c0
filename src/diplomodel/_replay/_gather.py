"""
One event for each happening: repetitions merged, corrected events left out.
"""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from diplomodel.events import Event
from diplomodel.events._base import identity_of
from diplomodel.evidence import Claim, Evidence, Verdict, merged_evidence


Identity = tuple[type[Event], object]


def identity(event: Event) -> Identity:
    """
    What makes an event itself, cheaper than its id and equal exactly where that is.
    """
    cls = type(event)
    return cls, identity_of(cls)(event)


def gathered(events: Iterable[Event]) -> dict[Identity, Event]:
    """
    The events of a replay by what makes each itself: merged, and without superseded ones.
    """
    found: dict[Identity, Event] = {}
    repeated: dict[Identity, list[Event]] = {}
    correcting = False
    for event in events:
        cls = type(event)
        key = (cls, identity_of(cls)(event))
        other = found.setdefault(key, event)
        if other is not event:
            repeated.setdefault(key, [other]).append(event)
        if event.supersedes:
            correcting = True
    for key, group in repeated.items():
        found[key] = merged(group)
    if correcting:
        _drop_superseded(found)
    return found


def _drop_superseded(found: dict[Identity, Event]) -> None:
    named = {name for event in found.values() for name in event.supersedes}
    for key, event in list(found.items()):
        if (event.label is not None and event.label in named) or event.id in named:
            del found[key]


def merged(group: Iterable[Event]) -> Event:
    """
    One event of several with the same identity: all the evidence, and differing fields as claims.

    The result does not depend on the order of the group.
    """
    ordered = sorted(dict.fromkeys(group), key=repr)
    first = ordered[0]
    if len(ordered) == 1:
        return first
    return attrs.evolve(
        first,
        evidence=merged_evidence(*(event.evidence for event in ordered)),
        claims=tuple(dict.fromkeys(_all_claims(first, ordered))),
        links=tuple(dict.fromkeys(link for event in ordered for link in event.links)),
        supersedes=tuple(sorted({name for event in ordered for name in event.supersedes})),
    )


_GATHERED = frozenset({"evidence", "claims", "links", "supersedes", "label", "summary", "order"})


def _all_claims(first: Event, ordered: list[Event]) -> Iterable[Claim]:
    for event in ordered:
        yield from event.claims
    for event in ordered[1:]:
        for name in attrs.fields_dict(type(event)):
            if name in _GATHERED:
                continue
            value = getattr(event, name)
            if value != getattr(first, name):
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
