"""
Events to plain data and back.

Keys stand in one order: kind, label, occurred, the type's own fields in the order of the class,
place, modality, key, order, summary, evidence, claims, links, supersedes.
Fields that have their default are left out.
An event of an unknown kind is kept: what every event has is typed, the rest stands in
`UnknownEvent.data` and is written back as it was.
"""

from __future__ import annotations

import functools
from collections.abc import Hashable, Iterable, Iterator, Mapping
from typing import Any, Final, Literal, cast

from diplomodel.errors import UnknownNameError
from diplomodel.events._base import Event, UnknownEvent, kind_of
from diplomodel.events._registry import event_type
from diplomodel.evidence import Source
from diplomodel.formats._claims import claims_base_fields, claims_plan
from diplomodel.formats._faults import Faults, refusal
from diplomodel.formats._plans import ClassPlan, Context, Declared
from diplomodel.formats._scalars import load_text, shown, untyped
from diplomodel.formats._types import class_plan


__all__ = [
    "FIRST",
    "LAST",
    "cited",
    "dump_event",
    "event_plan",
    "from_plain",
    "known_type",
    "load_event",
    "to_plain",
]

#: Keys that stand before a type's own.
FIRST: Final = ("kind", "label", "occurred")

#: Keys that stand after a type's own.
LAST: Final = (
    "place",
    "modality",
    "key",
    "order",
    "summary",
    "evidence",
    "claims",
    "links",
    "supersedes",
)


def to_plain(event: Event, *, sources: Literal["inline", "ids"] = "inline") -> dict[str, object]:
    """
    An event as dicts, lists, text, numbers and booleans.

    Args:
        event: The event.
        sources: Write each source out where it is cited, or give its id alone (but for a source
            that shares its id with another one before it).

    Raises:
        BadInputError: The event holds something that could not be read again, such as a number
            where its type has text. Classes do not check every field when they are made.

    Example:
        >>> from diplomodel.events import Observation
        >>> seen = Observation(
        ...     occurred="2022", fluent="relations", subject="MEX-PER", value="established"
        ... )
        >>> list(to_plain(seen))
        ['kind', 'occurred', 'fluent', 'subject', 'value']
    """
    try:
        by_id = {source.id: source for source in reversed([*cited([event])])}
        return dump_event(event, by_id if sources == "ids" else None)
    except Faults as faults:
        raise refusal(faults) from None


def from_plain(
    data: Mapping[str, object],
    *,
    sources: Iterable[Source] = (),
    types: Iterable[type[Event]] = (),
) -> Event:
    """
    The event that plain data describe.

    Args:
        data: What `to_plain` gives; text will do for numbers and booleans.
        sources: Sources that the evidence may name by id.
        types: Event types known besides the core's, such as those of a plugin.

    Returns:
        An event of the type that the kind names, or an `UnknownEvent`.

    Raises:
        BadInputError: With everything that is wrong, each with its path.

    Example:
        >>> data = {"kind": "talks", "occurred": "2022", "by": "PER", "discret": True}
        >>> from_plain(data)  # doctest: +ELLIPSIS
        Traceback (most recent call last):
        diplomodel.errors.BadInputError: Talks has no field 'discret'; did you mean 'discreet'? ...
    """
    try:
        by_id = {source.id: source for source in sources}
        by_kind = {kind_of(cls): cls for cls in types}
        return load_event(data, Context(sources=by_id, types=by_kind))
    except Faults as faults:
        raise refusal(faults) from None


def cited(events: Iterable[Event]) -> Iterator[Source]:
    """
    The sources of events in the order of their files: of the evidence, then of the claims.
    """
    for event in events:
        for piece in event.evidence:
            yield piece.source
        for claim in event.claims:
            for piece in claim.evidence:
                yield piece.source


def load_event(data: object, context: Context) -> Event:
    """
    Read one event.

    Raises:
        Faults: With everything that is wrong.
    """
    if not isinstance(data, Mapping):
        raise Faults(f"{shown(data)} stands here; an event is a mapping of fields")
    kind = data.get("kind")
    if kind is None:
        raise Faults("the field 'kind' is missing; name the kind of event")
    try:
        name = load_text(kind)
    except Faults as faults:
        raise Faults(faults.under("kind")) from None
    cls = known_type(name, context)
    if cls is None:
        return _load_unknown(name, data, context)
    rest = {key: value for key, value in data.items() if key != "kind"}
    return cast("Event", event_plan(cls).load(rest, context))


def known_type(kind: str, context: Context) -> type[Event] | None:
    """
    The event type of a kind as files name it, or ``None``.
    """
    if kind in context.unknown:
        return None
    found = context.types.get(kind)
    if found is None:
        try:
            found = event_type(kind)
        except UnknownNameError:
            found = None
        if found is None or kind_of(found) != kind:
            context.unknown.add(kind)
            return None
        context.types[kind] = found
    return found


def _load_unknown(kind: str, data: Mapping[object, object], context: Context) -> UnknownEvent:
    from diplomodel.formats._json import json_text

    base = event_plan(Event)
    typed: dict[object, object] = {}
    rest: dict[object, object] = {}
    for key, value in data.items():
        if key != "kind":
            (typed if key in base.fields else rest)[key] = value
    if "claims" in typed and not claims_base_fields(typed["claims"]):
        # A claim on a field of the unknown kind has a value of unknown type.
        rest["claims"] = typed.pop("claims")
    values, faults = base.read(typed, context)
    try:
        values["data"] = json_text(untyped(rest), sort=True)
    except Faults as error:
        faults += error.found
    if faults := faults + base.missing(values, faults):
        raise Faults(faults)
    values["unknown_kind"] = kind
    return cast("UnknownEvent", class_plan(UnknownEvent).build(values))


def dump_event(event: Event, declared: Declared) -> dict[str, object]:
    """
    Write one event.

    Raises:
        Faults: It holds something that could not be read again.
    """
    if not isinstance(event, UnknownEvent):
        return {"kind": event.kind, **event_plan(type(event)).dump(event, declared)}
    plain = {"kind": load_text(event.kind), **event_plan(Event).dump(event, declared)}
    rest = _unknown_data(event)
    if clash := sorted(rest.keys() & plain.keys()):
        raise Faults(f"the data of an unknown event hold {clash[0]!r}, which every event has")
    head: dict[str, object] = {key: plain.pop(key) for key in FIRST if key in plain}
    return {**head, **rest, **plain}


def _unknown_data(event: UnknownEvent) -> dict[str, object]:
    from diplomodel.formats._json import parse_json

    rest = parse_json(event.data)
    if not isinstance(rest, dict):
        raise Faults(f"the data of an unknown event are {shown(rest)}; give an object of JSON")
    return rest


def event_plan(cls: type[Event]) -> ClassPlan:
    """
    The plan of an event type: its fields in the order of files, its claims typed by them.

    Example:
        >>> from diplomodel.events import RelationsBreak
        >>> list(event_plan(RelationsBreak).fields)[:4]
        ['label', 'occurred', 'by', 'target']
    """
    return _event_plan(cast("Hashable", cls))


@functools.cache
def _event_plan(cls: Any) -> ClassPlan:  # a class, for the cache
    fields = class_plan(cls).fields
    own = [key for key in fields if key not in FIRST and key not in LAST]
    order = [*FIRST[1:], *own, *LAST]
    ordered = {key: fields[key] for key in order}
    ordered["claims"] = ordered["claims"]._replace(plan=claims_plan(cls))
    return ClassPlan(cls, ordered)
