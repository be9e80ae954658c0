"""
One event for each happening: repetitions merged, corrected events left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from operator import attrgetter
from typing import Any

import attrs

from diplomodel.events import Event
from diplomodel.events._base import identity_of
from diplomodel.evidence import Claim, Evidence, Verdict, merged_evidence


Identity = tuple[type[Event], object]
#: Events by type and by what makes each itself: two levels cost less than keys of pairs.
ByIdentity = dict[type[Event], dict[object, Event]]


def identity(event: Event) -> Identity:
    """
    What makes an event itself, cheaper than its id and equal exactly where that is.
    """
    cls = type(event)
    return cls, identity_of(cls)(event)


def each(events: ByIdentity) -> Iterator[Event]:
    """
    All the events.
    """
    return chain.from_iterable(group.values() for group in events.values())


def by_type(events: Iterable[Event]) -> dict[type[Event], list[Event]]:
    """
    Events by their type.
    """
    found: dict[type[Event], list[Event]] = {}
    for event in events:
        found.setdefault(type(event), []).append(event)
    return found


class Reports:
    """
    The reports of each happening: one event, or several with the same identity.

    Attributes:
        first: The first report of each happening.
        more: All the reports of those that have several.
        correcting: Whether any report supersedes another.
    """

    __slots__ = ("correcting", "first", "more")

    def __init__(self, events: Iterable[Event] = ()) -> None:
        """
        Take the events, in any order; the same report counts once.
        """
        self.first: ByIdentity = {}
        self.more: dict[Identity, tuple[Event, ...]] = {}
        self.correcting = False
        self.add(events)

    def add(self, events: Iterable[Event]) -> None:
        """
        Take more events.
        """
        getters: dict[type[Event], tuple[attrgetter[Any], dict[object, Event]]] = {}
        for event in events:
            cls = type(event)
            known = getters.get(cls)
            if known is None:
                known = getters[cls] = (identity_of(cls), self.first.setdefault(cls, {}))
            key = known[0](event)
            other = known[1].setdefault(key, event)
            if other is not event:
                group = self.more.get((cls, key), (other,))
                if event not in group:
                    self.more[cls, key] = (*group, event)
            if event.supersedes:
                self.correcting = True

    def copy(self) -> Reports:
        """
        The same reports, to be added to or taken from.
        """
        other = Reports()
        other.first = {cls: dict(group) for cls, group in self.first.items()}
        other.more = dict(self.more)
        other.correcting = self.correcting
        return other

    def remove(self, key: Identity) -> None:
        """
        Take all reports of a happening out.
        """
        del self.first[key[0]][key[1]]
        self.more.pop(key, None)

    def __contains__(self, key: Identity) -> bool:
        """
        Whether there is a report of a happening.
        """
        return key[1] in self.first.get(key[0], {})

    def __iter__(self) -> Iterator[Event]:
        """
        Every report of every happening.
        """
        yield from each(self.first)
        for group in self.more.values():
            yield from group[1:]

    def events(self) -> ByIdentity:
        """
        One event for each happening, without those that a later one supersedes.
        """
        if not self.more and not self.correcting:
            return self.first
        found = {cls: dict(group) for cls, group in self.first.items()}
        for (cls, key), group in self.more.items():
            found[cls][key] = merged(group)
        for cls, key in self._superseded(found):
            del found[cls][key]
        return found

    def _superseded(self, found: ByIdentity) -> list[Identity]:
        """
        The happenings that others correct; of those that correct each other, all stay.
        """
        named = {name for event in each(found) for name in event.supersedes}
        if not named:
            return []
        by_id = any(name.startswith("e1-") for name in named)
        bearers: dict[str, set[Identity]] = {}
        for event in self:
            for name in (event.label, event.id if by_id else None):
                if name in named:
                    bearers.setdefault(name, set()).add(identity(event))
        corrects = {
            identity(event): {key for name in event.supersedes for key in bearers.get(name, ())}
            for event in each(found)
            if event.supersedes
        }
        return [
            key
            for key in {key for keys in corrects.values() for key in keys}
            if any(
                key in keys and other not in _reached(corrects, key)
                for other, keys in corrects.items()
            )
        ]


def _reached(corrects: dict[Identity, set[Identity]], start: Identity) -> set[Identity]:
    """
    What a happening corrects, what those correct, and so on; itself among them.
    """
    found, left = {start}, [start]
    while left:
        new = corrects.get(left.pop(), set()) - found
        found |= new
        left.extend(new)
    return found


def merged(group: tuple[Event, ...]) -> Event:
    """
    One event of several with the same identity: all the evidence, and differing fields as claims.

    A report that is silent on a field contradicts none that tells it.
    The result does not depend on the order of the group.
    """
    ordered = sorted(group, key=repr)
    told: dict[str, Any] = {}
    for name in attrs.fields_dict(type(ordered[0])):
        values = (getattr(event, name) for event in ordered)
        told[name] = next((value for value in values if value is not None), None)
    first = attrs.evolve(ordered[0], **told)
    return attrs.evolve(
        first,
        evidence=merged_evidence(*(event.evidence for event in ordered)),
        claims=tuple(dict.fromkeys(all_claims(first, ordered))),
        links=tuple(dict.fromkeys(link for event in ordered for link in event.links)),
        supersedes=tuple(sorted({name for event in ordered for name in event.supersedes})),
        label=min((event.label for event in ordered if event.label), default=None),
    )


_GATHERED = frozenset({"evidence", "claims", "links", "supersedes", "label", "summary", "order"})


def all_claims(first: Event, reports: Iterable[Event]) -> Iterable[Claim]:
    """
    What reports of a happening claim, and what they tell otherwise than a first one does.
    """
    ordered = sorted(reports, key=repr)
    for event in ordered:
        yield from event.claims
    for event in ordered:
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
