"""
What can be read and yet looks wrong.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from diplomodel.casebooks._casebook import Casebook
from diplomodel.errors import BadInputError, UnknownNameError, did_you_mean
from diplomodel.events._base import Event, UnknownEvent, kind_of
from diplomodel.events.observations import Observation
from diplomodel.fluents import CORE, Fluent
from diplomodel.formats._faults import Fault, Parts
from diplomodel.subjects import subject_text


__all__ = ["Remark", "notices", "remarks"]

#: Fields that hold ids of persons; `speaker` and `by` do so in some types alone.
_PERSONS: Final = ("person", "persons", "victims", "host", "guest", "visited", "government")


class Remark(NamedTuple):
    """
    Something noticed about a casebook.

    Attributes:
        which: Which of its events it is about; ``None`` for the header.
        fault: What is wrong, and where in the event.
        severity: ``error`` or ``warning``.
    """

    which: int | None
    fault: Fault
    severity: str = "warning"


def notices(casebook: Casebook) -> Iterator[Remark]:
    """
    What a reader of the file should know: unknown kinds, labels and persons.
    """
    for remark in _references(casebook):
        yield remark._replace(severity="warning")


def remarks(casebook: Casebook) -> Iterator[Remark]:
    """
    All that its author should look at.
    """
    yield from _references(casebook)
    yield from _duplicates(casebook)
    fluents = _fluents(casebook)
    for index, event in enumerate(casebook.events):
        if not event.evidence:
            yield Remark(index, Fault("no evidence is given; name a source"))
        if isinstance(event, Observation):
            yield from _observation(index, event, fluents)
        yield from _covered(casebook, index, event)
    yield from _unused(casebook)


def _references(casebook: Casebook) -> Iterator[Remark]:
    yield from _unknown_kinds(casebook.events)
    labels = Counter(event.label for event in casebook.events if event.label)
    known = labels.keys() | _labels_set_aside(casebook)
    ids: frozenset[str] | None = None
    people = {person.id for person in casebook.people}
    seen: set[str] = set()
    for index, event in enumerate(casebook.events):
        if event.label and labels[event.label] > 1:
            if event.label in seen:
                message = f"the label {event.label!r} stands twice; rename one of them"
                yield Remark(index, Fault(message, ("label",)), "error")
            seen.add(event.label)
        for parts, name in _named(event):
            if name in known:
                continue
            if ids is None:
                ids = frozenset(one.id for one in casebook.events)
            if name not in ids:
                hint = did_you_mean(name[:80], known) or "; write the label or id of an event"
                message = f"no event is called {name[:80]!r}{hint}"
                yield Remark(index, Fault(message, parts), "error")
        for parts, person in _persons(event) if people else ():
            if person not in people:
                hint = did_you_mean(person[:80], people) or "; add the person to the people"
                yield Remark(index, Fault(f"unknown person {person[:80]!r}{hint}", parts))


def _unknown_kinds(events: tuple[Event, ...]) -> Iterator[Remark]:
    """
    One remark for each unknown kind, on the first event of it.
    """
    counts: Counter[str] = Counter()
    first: dict[str, int] = {}
    for index, event in enumerate(events):
        if isinstance(event, UnknownEvent):
            counts[event.kind] += 1
            first.setdefault(event.kind, index)
    if not counts:
        return
    from diplomodel.events._registry import event_types

    known = [kind_of(cls) for cls in event_types()]
    for kind, index in first.items():
        hint = did_you_mean(kind[:80], known)
        number = f" ({counts[kind]} events)" if counts[kind] > 1 else ""
        message = f"unknown event kind {kind[:80]!r}{number}, kept without effect{hint}"
        yield Remark(index, Fault(message, ("kind",)), "error" if hint else "warning")


def _labels_set_aside(casebook: Casebook) -> set[str]:
    plain = [bad.plain for bad in casebook.set_aside if bad.section == "events"]
    return {one["label"] for one in plain if isinstance(one, dict) and _is_text(one.get("label"))}


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _named(event: Event) -> Iterator[tuple[Parts, str]]:
    """
    The other events that one names, and where.
    """
    for number, link in enumerate(event.links):
        yield ("links", number, "to"), link.to
    for number, name in enumerate(event.supersedes):
        yield ("supersedes", number), name


def _persons(event: Event) -> Iterator[tuple[Parts, str]]:
    """
    The persons that an event names by id, and where.
    """
    for name in _PERSONS:
        value = getattr(event, name, None)
        if isinstance(value, str):
            yield (name,), value
        elif isinstance(value, tuple):
            for number, person in enumerate(value):
                yield (name, number), person


def _duplicates(casebook: Casebook) -> Iterator[Remark]:
    first: dict[str, Event] = {}
    for index, event in enumerate(casebook.events):
        other = first.setdefault(event.id, event)
        if other is not event:
            message = f"this is the same happening as {other.name!r}; merge them, or give a 'key'"
            yield Remark(index, Fault(message))


def _fluents(casebook: Casebook) -> Mapping[str, Fluent[str]]:
    """
    The fluents of the core, and of the plugins that the casebook requires.
    """
    if not casebook.requires:
        return CORE
    from diplomodel.plugins import PluginError, host

    try:
        return host().rules(casebook.requires).by_name
    except PluginError:
        return CORE  # the reader has told why


def _observation(
    index: int, event: Observation, fluents: Mapping[str, Fluent[str]]
) -> Iterator[Remark]:
    fluent = fluents.get(event.fluent)
    if fluent is None:
        hint = did_you_mean(event.fluent[:80], fluents)
        message = str(UnknownNameError("fluent", event.fluent[:80], fluents))
        yield Remark(index, Fault(message, ("fluent",)), "error" if hint else "warning")
        return
    if fluent.is_derived:
        message = f"the fluent {fluent.name!r} follows from others and is not observed"
        yield Remark(index, Fault(message, ("fluent",)), "error")
    try:
        subject_text(fluent.on, event.subject)
    except BadInputError as error:
        yield Remark(index, Fault(str(error), ("subject",)), "error")
    try:
        fluent.value(event.value)
    except BadInputError as error:
        yield Remark(index, Fault(str(error), ("value",)), "error")


def _covered(casebook: Casebook, index: int, event: Event) -> Iterator[Remark]:
    coverage = casebook.coverage
    if coverage is None or index < len(casebook.opening):
        return
    if event.occurred.after(coverage.last) or event.occurred.before(coverage.first):
        message = f"{event.occurred} is outside the coverage, {coverage.first} to {coverage.last}"
        yield Remark(index, Fault(message, ("occurred",)))


def _unused(casebook: Casebook) -> Iterator[Remark]:
    cited = {source.id for source in Casebook(events=casebook.events).sources}
    if casebook.set_aside or any(isinstance(event, UnknownEvent) for event in casebook.events):
        return
    if not casebook.events:
        return  # a source that reports nothing is all that such a casebook can tell
    for source in casebook.sources:
        if source.id not in cited:
            yield Remark(None, Fault("no event cites this source", ("sources", source.id), True))
