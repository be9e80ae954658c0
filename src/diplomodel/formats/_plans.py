"""
How values of attrs classes are read and written, field by field.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final, NamedTuple

import attrs

from diplomodel.errors import did_you_mean
from diplomodel.events._base import Event
from diplomodel.evidence import Source
from diplomodel.formats import _scalars as scalars
from diplomodel.formats._faults import Fault, Faults


__all__ = [
    "ClassPlan",
    "Context",
    "Declared",
    "FieldPlan",
    "Plan",
    "key_of",
]

#: Sources that the file declares, by id: evidence names these by id. ``None`` names none so.
Declared = Mapping[str, Source] | None

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
        inline: Sources written out in records so far, by their words.
    """

    sources: Mapping[str, Source] = attrs.field(factory=dict)
    types: dict[str, type[Event]] = attrs.field(factory=dict)
    unknown: set[str] = attrs.field(factory=set)
    inline: dict[tuple[object, ...], Source] = attrs.field(factory=dict)


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
    _required: tuple[FieldPlan, ...] = attrs.field(init=False)

    @_required.default
    def _find_required(self) -> tuple[FieldPlan, ...]:
        return tuple(field for field in self.fields.values() if field.required)

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
        Read the fields that are there, by their name in Python, and say what is wrong with
        them.
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

    def missing(self, values: dict[str, object], faults: Iterable[Fault] = ()) -> list[Fault]:
        """
        A fault for each required field that is neither read nor already found wrong.

        A field that may be ``None`` is put there as ``None``.
        """
        wrong = {fault.parts[0] for fault in faults if fault.parts}
        found = []
        for field in self._required:
            if field.name in values or field.key in wrong:
                continue
            if field.plan.optional:
                values[field.name] = None
                continue
            found.append(
                Fault(f"the field {field.key!r} is missing; every {self.cls.__name__} needs it")
            )
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
            key = key_of(attribute)
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


def key_of(attribute: attrs.Attribute[Any]) -> str:
    """
    A field's name in files: ``with_`` is written ``with``.
    """
    return (attribute.alias or attribute.name).removesuffix("_")
