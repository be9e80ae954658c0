"""
What a model is asked for, made from the event types.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, Final, cast

from diplomodel.casebooks import json_schema


__all__ = ["answer_schema", "catalogue"]

Schema = dict[str, Any]  # JSON Schema

#: Fields that every event has, and that are asked for.
_COMMON: Final = ("occurred", "place", "modality", "summary")

_TEXT: Final = {"type": "string"}
_EVIDENCE: Final[Schema] = {
    "type": "object",
    "properties": {"quote": _TEXT, "attributed_to": _TEXT, "note": _TEXT},
    "required": ["quote"],
    "additionalProperties": False,
}


@cache
def _known() -> Schema:
    """
    The definitions of all kinds, and of the values in them.
    """
    return cast("Schema", json_schema()["$defs"])


def answer_schema(kinds: Iterable[str]) -> dict[str, object]:
    """
    The schema of an answer: a list of events of some kinds, each with the words that report it.

    Args:
        kinds: Kinds of event.

    Raises:
        KeyError: There is no such kind.

    Example:
        >>> schema = answer_schema(["relations_break"])
        >>> schema["$defs"]["relations_break"]["required"]
        ['kind', 'occurred', 'by', 'target', 'modality', 'evidence']
    """
    kinds = tuple(kinds)
    known = _known()
    common = {name: known["every"]["properties"][name] for name in _COMMON}
    common["modality"] = {"$ref": "#/$defs/modality"}
    defs: Schema = {kind: _tidy(_event(known[kind], common)) for kind in kinds}
    defs |= {"evidence": _EVIDENCE, "modality": _tidy(known["every"]["properties"]["modality"])}
    waiting = sorted(_named(defs))
    while waiting:
        name = waiting.pop()
        if name not in defs:
            defs[name] = _tidy(known[name])
            waiting += _named(defs[name])
    return {
        "type": "object",
        "properties": {
            "events": {
                "type": "array",
                "items": {"anyOf": [{"$ref": f"#/$defs/{kind}"} for kind in kinds]},
            }
        },
        "required": ["events"],
        "additionalProperties": False,
        "$defs": defs,
    }


def _event(schema: Schema, common: Schema) -> Schema:
    own = {name: value for name, value in schema["properties"].items() if value is not True}
    kind = own.pop("kind")["const"]
    return {
        "type": "object",
        "properties": {
            "kind": {"type": "string", "enum": [kind]},
            "occurred": common["occurred"],
            **own,
            **{name: value for name, value in common.items() if name != "occurred"},
            "evidence": {"$ref": "#/$defs/evidence"},
        },
        "required": [*schema["required"], "modality", "evidence"],
        "additionalProperties": False,
    }


def _tidy(schema: Any) -> Any:  # JSON
    """
    Without descriptions, which the catalogue has, and with one form for each value.
    """
    if isinstance(schema, list):
        return [_tidy(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    if "anyOf" in schema:
        return _tidy(schema["anyOf"][0])
    if schema.get("type") == ["string", "integer"]:
        return dict(_TEXT)
    kept = {
        key: value
        for key, value in schema.items()
        if key not in ("description", "title", "pattern") or isinstance(value, dict)
    }
    if "enum" in kept:
        kept["type"] = "string"
    return {
        key: {name: _tidy(one) for name, one in value.items()}
        if key == "properties"
        else _tidy(value)
        for key, value in kept.items()
    }


def _named(schema: Any) -> Iterator[str]:  # JSON
    """
    The definitions that a schema refers to.
    """
    if isinstance(schema, list):
        for one in schema:
            yield from _named(one)
    elif isinstance(schema, dict):
        if isinstance(reference := schema.get("$ref"), str):
            yield reference.rpartition("/")[2]
        for one in schema.values():
            yield from _named(one)


def catalogue(kinds: Iterable[str]) -> str:
    """
    The kinds of event, one a line, with their fields and what they are.

    Example:
        >>> print(catalogue(["inviolability_assurance"]).partition(":")[0])
        - inviolability_assurance(sender, receiver)
    """
    known = _known()
    return "\n".join(
        f"- {kind}({', '.join(_signature(known[kind]))}): {known[kind]['description']}"
        for kind in kinds
    )


def _signature(schema: Schema) -> Iterator[str]:
    for name, value in schema["properties"].items():
        if value is True or name == "kind":
            continue
        form = _form(_tidy(value))
        mark = "" if name in schema["required"] else "?"
        yield f"{name}{mark}{form and f': {form}'}"


def _form(schema: Schema) -> str:
    if "enum" in schema:
        return "|".join(map(str, schema["enum"]))
    if schema.get("type") == "array":
        inner = _form(schema["items"])
        return f"list of {inner}" if inner else "list"
    if schema.get("type") in ("integer", "boolean"):
        return str(schema["type"])
    name = str(schema.get("$ref", "")).rpartition("/")[2]
    if name in ("actor", "identifier"):
        return ""
    if name[:1].isupper():
        return json.dumps(list(_known()[name]["properties"])).replace('"', "")
    return name
