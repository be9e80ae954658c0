"""
How values of each type are read and written, found once by looking at the type.
"""

from __future__ import annotations

import enum
import functools
import types
import typing
from collections.abc import Callable, Hashable, Mapping
from typing import Any, Final, Union, cast

import attrs

from diplomodel.dates import Duration, PartialDate
from diplomodel.errors import BadInputError, did_you_mean
from diplomodel.evidence import Evidence, Source
from diplomodel.formats import _scalars as scalars
from diplomodel.formats._faults import Fault, Faults
from diplomodel.formats._plans import ClassPlan, Context, Declared, FieldPlan, Plan, key_of


__all__ = ["class_plan", "plan", "several"]

#: Sources read inline that are remembered, so that one document is one object.
_REMEMBERED: Final = 4096


def class_plan(cls: type[attrs.AttrsInstance]) -> ClassPlan:
    """
    The plan of an attrs class.

    Example:
        >>> class_plan(Source).fields["published"].required
        False
    """
    return _class_plan(cast("Hashable", cls))


@functools.cache
def _class_plan(cls: Any) -> ClassPlan:  # a class, for the cache
    hints = typing.get_type_hints(cls)
    fields = {}
    for attribute in attrs.fields(cls):
        if attribute.init:
            fields[key_of(attribute)] = field_plan(attribute, hints[attribute.name])
    return ClassPlan(cls, fields)


def field_plan(attribute: attrs.Attribute[Any], hint: Any) -> FieldPlan:  # a type or a union
    """
    The plan of one field.
    """
    default: Any = attribute.default  # of the field's own type
    if isinstance(default, attrs.Factory):  # type: ignore[arg-type]  # a class, typed as function
        default = None if default.takes_self else default.factory()
    return FieldPlan(
        key=key_of(attribute),
        name=attribute.alias or attribute.name,
        type=hint,
        plan=plan(hint),
        required=default is attrs.NOTHING,
        default=default,
    )


@functools.cache
def plan(hint: Any) -> Plan:  # a type, or a union of types, which has no common static type
    """
    The plan of a type.

    Raises:
        BadInputError: Fields of this type cannot be written to files.

    Example:
        >>> plan(tuple[str, ...]).load("PER", Context())
        ('PER',)
    """
    if hint in _SCALARS:
        return _SCALARS[hint]
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin in (Union, types.UnionType) and len(arguments) == 2 and type(None) in arguments:
        return _optional(next(one for one in arguments if one is not type(None)))
    if origin is tuple and len(arguments) == 2 and arguments[1] is Ellipsis:
        return several(plan(arguments[0]))
    if isinstance(hint, type):
        if hint is Evidence:
            return Plan(_load_evidence, _dump_evidence, structured=True)
        if issubclass(hint, enum.StrEnum):
            return _vocabulary(hint)
        if attrs.has(hint):
            return _nested(hint)
    raise BadInputError(
        f"fields of type {hint} cannot be written to files; use text, numbers, booleans, dates,"
        " durations, vocabularies, attrs classes, tuples of these, or one of these or None"
    )


def _scalar(
    load: Callable[[object], object], dump: Callable[[object], object], *, numeric: bool = False
) -> Plan:
    return Plan(lambda value, _: load(value), lambda value, _: dump(value), numeric=numeric)


def _text_of(cls: type[PartialDate | Duration]) -> Callable[[object], str]:
    def dump(value: object) -> str:
        if not isinstance(value, cls):
            raise Faults(f"{scalars.shown(value)} stands here; give a {cls.__name__}")
        return value.text

    return dump


_SCALARS: Final[dict[object, Plan]] = {
    str: _scalar(scalars.load_text, scalars.dump_text),
    int: _scalar(scalars.load_int, scalars.dump_int, numeric=True),
    bool: _scalar(scalars.load_bool, scalars.dump_bool, numeric=True),
    PartialDate: _scalar(scalars.load_date, _text_of(PartialDate)),
    Duration: _scalar(scalars.load_duration, _text_of(Duration)),
    object: _scalar(scalars.untyped_scalar, scalars.untyped_scalar)._replace(optional=True),
}


def _optional(hint: Any) -> Plan:  # a type, or a union of types
    load, dump, structured, _, numeric = plan(hint)
    return Plan(
        lambda value, context: None if value is None else load(value, context),
        lambda value, declared: None if value is None else dump(value, declared),
        structured=structured,
        optional=True,
        numeric=numeric,
    )


def several(item: Plan) -> Plan:
    """
    The plan of a tuple; one item alone stands for itself.
    """

    def load(value: object, context: Context) -> tuple[object, ...]:
        if not isinstance(value, list | tuple):
            return (item.load(value, context),)
        return tuple(_all(value, lambda one: item.load(one, context)))

    def dump(value: object, declared: Declared) -> list[object]:
        if not isinstance(value, tuple):
            raise Faults(f"{scalars.shown(value)} stands here; give a tuple")
        return _all(value, lambda one: item.dump(one, declared))

    return Plan(load, dump, structured=True)


def _all(
    values: list[object] | tuple[object, ...], each: Callable[[object], object]
) -> list[object]:
    found: list[object] = []
    faults: list[Fault] = []
    for index, value in enumerate(values):
        try:
            found.append(each(value))
        except Faults as error:
            faults += error.under(index)
    if faults:
        raise Faults(faults)
    return found


def _vocabulary(cls: type[enum.StrEnum]) -> Plan:
    read = scalars.enum_reader(cls)

    def dump(value: object, _: Declared) -> str:
        return str(read(value).value)

    return Plan(lambda value, _: read(value), dump)


def _nested(cls: type[attrs.AttrsInstance]) -> Plan:
    # The class's own plan is found on first use, so that a class may hold others of its kind.
    return Plan(
        lambda value, context: class_plan(cls).load(value, context),
        lambda value, declared: class_plan(cls).dump(value, declared),
        structured=True,
    )


def _load_evidence(value: object, context: Context) -> object:
    if isinstance(value, str):
        return Evidence(source=_source(value, context))
    evidence = class_plan(Evidence)
    if not isinstance(value, Mapping) or "source" not in value:
        return evidence.load(value, context)
    rest = {key: item for key, item in value.items() if key != "source"}
    values, faults = evidence.read(rest, context)
    try:
        values["source"] = _source(value["source"], context)
    except Faults as error:
        faults += error.under("source")
    if faults:
        raise Faults(faults)
    return evidence.build(values)


def _source(value: object, context: Context) -> Source:
    if isinstance(value, Mapping):
        return _inline(value, context)
    if not isinstance(value, str):
        raise Faults(f"{scalars.shown(value)} stands here; name a source by its id")
    found = context.sources.get(value)
    if found is None:
        hint = did_you_mean(value[:80], context.sources) or "; add it to the sources"
        raise Faults(f"unknown source {scalars.shown(value)}{hint}")
    return found


def _inline(data: Mapping[str, object], context: Context) -> Source:
    """
    The source written out in a record; the same object for the same words.
    """
    key: tuple[object, ...] = tuple(data.items())
    try:
        found = context.inline.get(key)
    except TypeError:  # something inside is a list or mapping, which the reading refuses
        key, found = (), None
    if found is None:
        found = cast("Source", class_plan(Source).load(data, context))
        if len(context.inline) >= _REMEMBERED:
            context.inline.clear()
        context.inline[key] = found
    return found


def _dump_evidence(value: object, declared: Declared) -> object:
    plain = class_plan(Evidence).dump(value, declared)
    if declared is None or not isinstance(value, Evidence):
        return plain
    if declared.get(value.source.id) != value.source:
        return plain
    plain["source"] = value.source.id
    return value.source.id if len(plain) == 1 else plain
