"""
How values of each type are read and written, found once for each class by looking at its fields.
"""

from __future__ import annotations

import enum
import functools
import re
import types
import typing
from collections.abc import Callable, Mapping
from typing import Any, Final, NamedTuple, Union

import attrs

from diplomodel.dates import Duration, PartialDate
from diplomodel.errors import BadInputError, did_you_mean
from diplomodel.events._base import Event
from diplomodel.evidence import Evidence, Source
from diplomodel.formats import _scalars as scalars
from diplomodel.formats._faults import Fault, Faults


__all__ = ["ClassPlan", "Context", "Declared", "FieldPlan", "Plan", "class_plan", "plan", "several"]

#: Sources that the file declares, by id: evidence names these by id. ``None`` names none so.
Declared = Mapping[str, Source] | None

#: Sources read inline that are remembered, so that one document is one object.
_REMEMBERED: Final = 4096

#: What classes of plugins may raise on values that they do not take.
_REFUSALS: Final = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError)

_ABOUT: Final = re.compile(r"[A-Za-z_]\w*\.(\w+) (?:is|holds) ")


@attrs.define(kw_only=True, eq=False)
class Context:
    """
    What the reading of a record may ask for.

    Attributes:
        sources: The sources that evidence may name by id.
        types: Event types already found, by kind.
        unknown: Kinds already found to be unknown.
    """

    sources: Mapping[str, Source] = attrs.field(factory=dict)
    types: dict[str, type[Event]] = attrs.field(factory=dict)
    unknown: set[str] = attrs.field(factory=set)
    _inline: dict[tuple[object, ...], Source] = attrs.field(factory=dict, init=False)

    def source(self, data: Mapping[str, object]) -> Source:
        """
        The source written out in a record; the same object for the same words.
        """
        key: tuple[object, ...] = tuple(data.items())
        try:
            found = self._inline.get(key)
        except TypeError:  # something inside is a list or mapping, which the reading refuses
            key, found = (), None
        if found is None:
            found = typing.cast("Source", class_plan(Source).load(data, self))
            if len(self._inline) >= _REMEMBERED:
                self._inline.clear()
            self._inline[key] = found
        return found


class Plan(NamedTuple):
    """
    How values of one type are read and written.

    Attributes:
        load: From plain data to the value; raises `Faults`.
        dump: From the value to plain data; raises `Faults`.
        structured: Whether the plain data are a list or mapping.
        optional: Whether ``None`` is a value.
        numeric: Whether the plain data are a number or boolean.
    """

    load: Callable[[object, Context], object]
    dump: Callable[[object, Declared], object]
    structured: bool = False
    optional: bool = False
    numeric: bool = False


class FieldPlan(NamedTuple):
    """
    How one field of a class is read and written.

    Attributes:
        key: Its name in files.
        name: Its name in Python.
        type: Its type.
        plan: How its values are read and written.
        required: Whether it must be given.
        default: Its value where it is left out.
    """

    key: str
    name: str
    type: Any  # a type, or a union of types, which has no common static type
    plan: Plan
    required: bool
    default: object


@attrs.frozen(eq=False)
class ClassPlan:
    """
    How values of one attrs class are read and written.

    Attributes:
        cls: The class.
        fields: Its fields by their name in files, in the order in which they are written.
    """

    cls: type[attrs.AttrsInstance]
    fields: dict[str, FieldPlan]

    def load(self, value: object, context: Context) -> object:
        """
        Read a value of the class.

        Raises:
            Faults: With everything that is wrong.
        """
        values, faults = self.read(value, context)
        if faults:
            raise Faults([*faults, *self.missing(values, faults), *self.refused(values)])
        return self.build(values)

    def read(self, value: object, context: Context) -> tuple[dict[str, object], list[Fault]]:
        """
        Read the fields that are there, by their name in Python, and say what is wrong with them.
        """
        if not isinstance(value, Mapping):
            raise Faults(f"{scalars.shown(value)} stands here; write a mapping of fields")
        values: dict[str, object] = {}
        faults: list[Fault] = []
        for key, item in value.items():
            field = self.fields.get(key)
            if field is None:
                faults.append(self._unknown(key))
                continue
            if item is None and not field.plan.optional:
                continue
            try:
                values[field.name] = field.plan.load(item, context)
            except Faults as error:
                faults += error.under(key)
        return values, faults

    def build(self, values: dict[str, object]) -> object:
        """
        The value with these fields.

        Raises:
            Faults: A required field is missing, or the class refuses a value.
        """
        if missing := self.missing(values):
            raise Faults(missing)
        try:
            return self.cls(**values)
        except _REFUSALS as error:
            faults = self.refused(values)
            raise Faults(faults or [_refused(error)]) from None

    def missing(self, values: Mapping[str, object], faults: list[Fault] | None = None) -> list[Fault]:
        """
        A fault for each required field that is neither read nor already found wrong.

        A field that may be ``None`` is taken as ``None``.
        """
        wrong = {fault.parts[0] for fault in faults or () if fault.parts}
        found = []
        for key, field in self.fields.items():
            if not field.required or field.name in values or key in wrong:
                continue
            if field.plan.optional and isinstance(values, dict):
                values[field.name] = None
                continue
            found.append(Fault(f"the field {key!r} is missing; {self._owner} needs it"))
        return found

    def refused(self, values: dict[str, object]) -> list[Fault]:
        """
        What converters and validators say of each value, asked one by one.
        """
        probe = self.cls.__new__(self.cls)
        for field in self.fields.values():
            object.__setattr__(probe, field.name, values.get(field.name, field.default))
        faults = []
        for attribute in attrs.fields(self.cls):
            if attribute.name not in values:
                continue
            key = _key(attribute)
            try:
                value = values[attribute.name]
                if attribute.converter is not None:
                    value = attribute.converter(value)
                object.__setattr__(probe, attribute.name, value)
                if attribute.validator is not None:
                    attribute.validator(probe, attribute, value)
            except _REFUSALS as error:
                faults.append(_refused(error, key))
        return faults

    def dump(self, value: object, declared: Declared) -> dict[str, object]:
        """
        Write a value of the class: the fields that differ from their defaults.

        Raises:
            Faults: It holds something that could not be read again.
        """
        if not isinstance(value, self.cls):
            raise Faults(f"{scalars.shown(value)} stands here; give a {self.cls.__name__}")
        plain: dict[str, object] = {}
        faults: list[Fault] = []
        for key, name, _, plan_, required, default in self.fields.values():
            item = getattr(value, name)
            if item is None:
                if plan_.optional and (required or default is None):
                    continue
                if plan_.optional:
                    plain[key] = None
                    continue
            elif not required and item == default:
                continue
            try:
                plain[key] = plan_.dump(item, declared)
            except Faults as error:
                faults += error.under(key)
        if faults:
            raise Faults(faults)
        return plain

    @property
    def _owner(self) -> str:
        return f"every {self.cls.__name__}"

    def _unknown(self, key: object) -> Fault:
        name = key if isinstance(key, str) else str(key)
        hint = did_you_mean(name[:80], self.fields)
        hint = hint or f"; known are {', '.join(self.fields)}"
        return Fault(f"{self.cls.__name__} has no field {name[:60]!r}{hint}", (name,), True)


def _refused(error: Exception, key: str | None = None) -> Fault:
    """
    The fault for what a class says of its values, without the class's own name of the field.
    """
    said = str(error) or type(error).__name__
    parts = () if key is None else (key,)
    return Fault(_ABOUT.sub("", said, count=1) if parts else said, parts)


def _key(attribute: attrs.Attribute[Any]) -> str:
    """
    A field's name in files: ``with_`` is written ``with``.
    """
    return (attribute.alias or attribute.name).removesuffix("_")


@functools.cache
def class_plan(cls: type[attrs.AttrsInstance]) -> ClassPlan:
    """
    The plan of an attrs class.

    Example:
        >>> class_plan(Source).fields["published"].required
        False
    """
    hints = typing.get_type_hints(cls)
    fields = {}
    for attribute in attrs.fields(cls):
        if attribute.init:
            fields[_key(attribute)] = field_plan(attribute, hints[attribute.name])
    return ClassPlan(cls, fields)


def field_plan(attribute: attrs.Attribute[Any], hint: Any) -> FieldPlan:  # a type or a union
    """
    The plan of one field.
    """
    default: Any = attribute.default  # of the field's own type
    if isinstance(default, attrs.Factory):  # type: ignore[arg-type]  # a class, typed as function
        default = None if default.takes_self else default.factory()
    return FieldPlan(
        key=_key(attribute),
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
    object: _scalar(scalars.untyped_scalar, scalars.untyped_scalar),
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
        return context.source(value)
    if not isinstance(value, str):
        raise Faults(f"{scalars.shown(value)} stands here; name a source by its id")
    found = context.sources.get(value)
    if found is None:
        hint = did_you_mean(value[:80], context.sources) or "; add it to the sources"
        raise Faults(f"unknown source {scalars.shown(value)}{hint}")
    return found


def _dump_evidence(value: object, declared: Declared) -> object:
    plain = class_plan(Evidence).dump(value, declared)
    if declared is None or not isinstance(value, Evidence):
        return plain
    if declared.get(value.source.id, value.source) != value.source:
        return plain
    plain["source"] = value.source.id
    return value.source.id if len(plain) == 1 else plain
