"""
Claims about the fields of one event type: the value claimed has the type of the field.
"""

from __future__ import annotations

import functools
from collections.abc import Hashable, Mapping
from typing import Any, Final, cast

from diplomodel.errors import did_you_mean
from diplomodel.events._base import Event
from diplomodel.evidence import Claim
from diplomodel.formats._faults import Fault, Faults
from diplomodel.formats._plans import ClassPlan, Context, Declared, FieldPlan, Plan
from diplomodel.formats._scalars import shown
from diplomodel.formats._types import class_plan, several


__all__ = ["claimable", "claims_base_fields", "claims_plan"]

_NOT_CLAIMED: Final = frozenset({"label", "evidence", "claims", "links", "supersedes"})


def claimable(cls: type[Event]) -> dict[str, FieldPlan]:
    """
    The fields of an event type that a claim may be about, by their name in files.

    Example:
        >>> "occurred" in claimable(Event), "claims" in claimable(Event)
        (True, False)
    """
    return _claimable(cast("Hashable", cls))


@functools.cache
def _claimable(cls: Any) -> dict[str, FieldPlan]:  # a class, for the cache
    return {key: one for key, one in class_plan(cls).fields.items() if key not in _NOT_CLAIMED}


def claims_base_fields(claims: object) -> bool:
    """
    Whether plain claims are all about fields that every event has, or about none.
    """
    each = claims if isinstance(claims, list | tuple) else [claims]
    fields = [claim.get("field") for claim in each if isinstance(claim, Mapping)]
    return all(name is None or name in claimable(Event) for name in fields if _hashable(name))


def _hashable(name: object) -> bool:
    return name is None or isinstance(name, str)


def claims_plan(cls: type[Event]) -> Plan:
    """
    The plan of the claims on an event type.

    A text claimed for a date or another typed field is written as that type has it, and so is
    read back as a value of that type.
    """
    base = class_plan(Claim)
    known = claimable(cls)
    by_name = {field.name: field for field in known.values()}

    def load(value: object, context: Context) -> object:
        if not isinstance(value, Mapping):
            return base.load(value, context)
        rest = {key: item for key, item in value.items() if key != "value"}
        values, faults = base.read(rest, context)
        try:
            about = _about(values.get("field"), known, cls)
            if about is not None:
                values["field"] = about.name
            told = value.get("value")
            if told is not None:
                values["value"] = _load_value(told, about or base.fields["value"], context)
        except Faults as error:
            faults += error.found
        if faults := faults + base.missing(values, faults):
            raise Faults(faults)
        return base.build(values)

    def dump(value: object, declared: Declared) -> object:
        if not isinstance(value, Claim) or value.field is None:
            return base.dump(value, declared)
        about = cast("FieldPlan", _about(value.field, {**known, **by_name}, cls))
        return _dump_claim(value, about, base, declared)

    return several(Plan(load, dump, structured=True))


def _about(name: object, known: Mapping[str, FieldPlan], cls: type[Event]) -> FieldPlan | None:
    if name is None:
        return None
    found = known.get(name) if isinstance(name, str) else None
    if found is None:
        hint = did_you_mean(str(name)[:80], known) or f"; known are {', '.join(known)}"
        message = f"{cls.__name__} has no field {shown(name)} to make a claim on{hint}"
        raise Faults([Fault(message, ("field",))])
    return found


def _load_value(told: object, about: FieldPlan, context: Context) -> object:
    try:
        return about.plan.load(told, context)
    except Faults as error:
        raise Faults(error.under("value")) from None


def _dump_claim(
    claim: Claim, about: FieldPlan, base: ClassPlan, declared: Declared
) -> dict[str, object]:
    plain: dict[str, object] = {}
    for key, field in base.fields.items():
        if key == "value":
            if claim.value is not None:
                plain[key] = _dump_value(claim.value, about, declared)
            continue
        item = getattr(claim, field.name)
        if item is not None and (field.required or item != field.default):
            plain[key] = _dump_part(item, key, field, declared)
    plain["field"] = about.key
    return plain


def _dump_part(item: object, key: str, field: FieldPlan, declared: Declared) -> object:
    try:
        return field.plan.dump(item, declared)
    except Faults as error:
        raise Faults(error.under(key)) from None


def _dump_value(value: object, about: FieldPlan, declared: Declared) -> object:
    try:
        if isinstance(value, str):
            value = about.plan.load(value, Context())
        return about.plan.dump(value, declared)
    except Faults as error:
        raise Faults(error.under("value")) from None
