"""
What a field of an event takes, in the words of a file.
"""

from __future__ import annotations

import enum
import types
import typing
from collections.abc import Callable
from typing import Any

import attrs

from catalogue_pages.words import code
from diplomodel.dates import Duration, PartialDate
from diplomodel.fields import actor_code, identifier


def takes(cls: type, attribute: attrs.Attribute[Any]) -> str:
    """
    The sort of value a field takes, and the words of its vocabulary.
    """
    declared = typing.get_type_hints(cls)[attribute.name]
    parts = [part for part in _alternatives(declared) if part is not types.NoneType]
    return " or ".join(_named(part, _check(attribute.validator)) for part in parts)


def is_required(attribute: attrs.Attribute[Any]) -> bool:
    """
    Whether a field has no default.
    """
    return attribute.default is attrs.NOTHING


def _alternatives(declared: object) -> tuple[object, ...]:
    if typing.get_origin(declared) in (types.UnionType, typing.Union):
        return typing.get_args(declared)
    return (declared,)


def _named(declared: object, check: object) -> str:
    if typing.get_origin(declared) is tuple:
        return f"list of: {_named(typing.get_args(declared)[0], check)}"
    if isinstance(declared, type) and issubclass(declared, enum.Enum):
        return ", ".join(code(member.value) for member in declared)
    if declared is str and check is actor_code:
        return "code of a state or organisation"
    if declared is str and check is identifier:
        return "short name"
    plain: dict[object, str] = {
        str: "text",
        bool: "`true` or `false`",
        int: "whole number",
        PartialDate: "date (EDTF)",
        Duration: "duration (ISO 8601)",
    }
    return plain.get(declared) or getattr(declared, "__name__", str(declared)).lower()


def _check(validator: object) -> object:
    """
    The check inside the wrappers that let ``None`` or lists pass.
    """
    found = validator
    while isinstance(found, types.FunctionType) and found.__closure__:
        inner = [cell.cell_contents for cell in found.__closure__]
        checks: list[Callable[..., object]] = [value for value in inner if callable(value)]
        if not checks:
            break
        found = checks[0]
    return found
