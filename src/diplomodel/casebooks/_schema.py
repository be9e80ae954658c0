"""
The JSON Schema of casebooks, made from the event types.

It describes a casebook in YAML as editors see it, with numbers and booleans in their JSON types.
Kinds that it does not know are let pass, as the reader does.
"""

from __future__ import annotations

import enum
import types
import typing
from collections.abc import Iterable
from typing import Any, Final, Union, cast

import attrs

from diplomodel import fields as checks
from diplomodel.actors import Person
from diplomodel.casebooks._reading import FORMAT, metadata_plan
from diplomodel.dates import Duration, PartialDate
from diplomodel.events._base import Event, kind_of
from diplomodel.events._docs import attribute_docs, summary
from diplomodel.events._registry import event_types
from diplomodel.events.observations import Observation
from diplomodel.evidence import Evidence, Source
from diplomodel.formats._codec import event_plan
from diplomodel.formats._plans import ClassPlan, FieldPlan
from diplomodel.formats._types import class_plan


__all__ = ["json_schema"]

Schema = dict[str, object]

_SLUG: Final = "^[a-z0-9]+(-[a-z0-9]+)*$"
_ACTOR: Final = "^([A-Z][A-Z0-9]{2,3}|org:[a-z0-9]+(-[a-z0-9]+)*)$"
_IDENTIFIER: Final = "^[a-z0-9]+([-_.:][a-z0-9]+)*$"

#: What the checks of single fields ask of text.
_CHECKED: Final[dict[object, Schema]] = {
    checks.actor_code: {"$ref": "#/$defs/actor"},
    checks.identifier: {"$ref": "#/$defs/identifier"},
    checks.person_id: {"$ref": "#/$defs/identifier"},
    checks.text: {"type": "string", "pattern": r"\S"},
}

_DATE: Final[Schema] = {
    "description": "An EDTF date, level 1: 2022, 2022-12, 2022-12-07, 2022-12-07?, ../2022-12-07.",
    # An editor takes a bare year for a number.
    "type": ["string", "integer"],
}
_DURATION: Final[Schema] = {
    "description": "An ISO 8601 duration: PT72H, P7D, P18M, P11Y5M15D.",
    "type": "string",
    "pattern": "^P",
}
_SIMPLE: Final[dict[object, Schema]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    object: {},
    PartialDate: {"$ref": "#/$defs/date"},
    Duration: {"$ref": "#/$defs/duration"},
}


def json_schema() -> dict[str, object]:
    """
    The schema of casebooks in YAML or JSON (JSON Schema, draft 2020-12).

    Returns:
        A new dict, with one definition for each event kind under ``$defs``.

    Example:
        >>> schema = json_schema()
        >>> schema["$defs"]["relations_break"]["required"]
        ['kind', 'occurred', 'by', 'target']
    """
    kinds = event_types()
    defs: Schema = {
        "actor": {"type": "string", "pattern": _ACTOR},
        "identifier": {"type": "string", "pattern": _IDENTIFIER},
        "date": _DATE,
        "duration": _DURATION,
        "event": _dispatch(map(kind_of, kinds)),
        "every": {"properties": _class(event_plan(Event))["properties"]},
    }
    for cls in kinds:
        defs[kind_of(cls)] = _event(cls)
    for cls in _nested([*kinds, Source, Evidence, Person, *_metadata_types()]):
        defs[cls.__name__] = _class(class_plan(cls))
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"diplomodel casebook, format {FORMAT}",
        "type": "object",
        "properties": _properties(),
        "required": ["format"],
        "additionalProperties": False,
        "$defs": defs,
    }


def _properties() -> Schema:
    plan = metadata_plan()
    docs = attribute_docs(plan.cls)
    opening = _class(event_plan(Observation), kind="observation")
    cast("list[str]", opening["required"]).remove("kind")
    properties: Schema = {"format": {"const": FORMAT}}
    for key, field in plan.fields.items():
        properties[key] = {"description": docs[field.name], **_field(plan.cls, field)}
    properties["name"] = {"description": docs["name"], "type": "string", "pattern": _SLUG}
    for key, cls in (("people", Person), ("sources", Source)):
        entry = _class(class_plan(cls), without="id")
        properties[key] = {
            "description": docs[key],
            "type": "object",
            "additionalProperties": entry,
        }
    properties["opening"] = {
        "description": "The position at the start, as observations.",
        "type": "array",
        "items": {"$ref": "#/$defs/every", **opening},
    }
    properties["events"] = {
        "description": docs["events"],
        "type": "array",
        "items": {"$ref": "#/$defs/event"},
    }
    return properties


def _dispatch(kinds: Iterable[str]) -> Schema:
    """
    Any event: the definition that applies follows from the kind.
    """
    names = list(kinds)
    return {
        "type": "object",
        "properties": {
            # The open alternative lets unknown kinds pass; the list serves editors.
            "kind": {"anyOf": [{"enum": names}, {"type": "string"}]},
        },
        "required": ["kind", "occurred"],
        "$ref": "#/$defs/every",
        "allOf": [
            {
                "if": {"properties": {"kind": {"const": name}}, "required": ["kind"]},
                "then": {"$ref": f"#/$defs/{name}"},
            }
            for name in names
        ],
    }


def _event(cls: type[Any]) -> Schema:  # an event type, whose fields are not known here
    return _class(event_plan(cls), kind=kind_of(cls))


def _class(plan: ClassPlan, *, kind: str | None = None, without: str = "") -> Schema:
    docs = attribute_docs(plan.cls)
    properties: Schema = {} if kind is None else {"kind": {"const": kind}}
    required = [*properties]
    common = event_plan(Event).fields if kind is not None else {}
    for key, field in plan.fields.items():
        if key == without:
            continue
        # What every event has is described once, and only let pass here.
        schema = {"description": docs.get(field.name, ""), **_field(plan.cls, field)}
        properties[key] = True if key in common else schema
        if field.required and not field.plan.optional:
            required.append(key)
    return {
        "description": summary(plan.cls),
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }


def _field(cls: type[attrs.AttrsInstance], field: FieldPlan) -> Schema:
    schema = _type(field.type)
    attribute = attrs.fields_dict(cast("Any", cls))[field.name]  # a class that is known as such
    if schema.get("type") == "string":
        check, *_ = checks.checks_in(attribute.validator)
        return dict(_CHECKED.get(check, schema))
    if field.name == "source" and cls is Evidence:
        return {"anyOf": [{"type": "string"}, {"$ref": "#/$defs/Source"}]}
    return schema


def _type(hint: Any) -> Schema:  # a type, or a union of types
    if hint in _SIMPLE:
        return dict(_SIMPLE[hint])
    arguments = typing.get_args(hint)
    if typing.get_origin(hint) in (Union, types.UnionType):
        return _type(next(one for one in arguments if one is not type(None)))
    if typing.get_origin(hint) is tuple:
        item = _type(arguments[0])
        return {"anyOf": [{"type": "array", "items": item}, item]}
    if issubclass(hint, enum.Enum):
        return {"enum": [member.value for member in hint]}
    reference: Schema = {"$ref": f"#/$defs/{hint.__name__}"}
    if hint is Evidence:
        return {"anyOf": [{"type": "string"}, reference]}
    return reference


def _metadata_types() -> list[Any]:  # attrs classes
    found = [_within(field.type) for field in metadata_plan().fields.values()]
    return [one for one in found if attrs.has(one)]


def _nested(roots: Iterable[Any]) -> list[Any]:  # attrs classes
    """
    The classes of values within others, in order of name; event types and people left out.
    """
    found: dict[str, Any] = {}
    waiting = list(roots)
    while waiting:
        cls = waiting.pop()
        for field in class_plan(cls).fields.values():
            inner = _within(field.type)
            if attrs.has(inner) and inner not in _SIMPLE and inner.__name__ not in found:
                found[inner.__name__] = inner
                waiting.append(inner)
    for one in _metadata_types():
        found[one.__name__] = one
    return [found[name] for name in sorted(found)]


def _within(hint: Any) -> Any:  # a type, or a union of types
    """
    The type of single values: of ``tuple[Votes, ...] | None``, `Votes`.
    """
    while arguments := typing.get_args(hint):
        hint = next(one for one in arguments if one is not type(None))
    return hint
