"""
Rule sets with what plugins add, and the fingerprint that tells them apart.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any, Final

import attrs

from diplomodel.errors import RuleSetError
from diplomodel.events import Event, kind_of
from diplomodel.fluents import Fluent
from diplomodel.plugins._offers import Offer
from diplomodel.plugins._records import PluginError, PluginRecord
from diplomodel.plugins._specs import EventTypeSpec, FluentSpec, RuleSpec
from diplomodel.rules import Duty, NoEffect, Requirement, Rule, RuleSet


__all__ = ["RulePack", "event_class", "extended", "fingerprint", "fluent_of", "pack_of"]

_PARTS: Final = {
    "rules": Rule,
    "no_effects": NoEffect,
    "requirements": Requirement,
    "duties": Duty,
}


@attrs.frozen(kw_only=True)
class RulePack:
    """
    What a `RuleSpec` names: any other object with the same four attributes does as well.

    Attributes:
        rules: What events set.
        no_effects: Event types that set nothing, and why.
        requirements: What events require of the state before.
        duties: What events oblige somebody to do.

    Example:
        >>> RulePack().rules
        ()
    """

    rules: tuple[Rule, ...] = ()
    no_effects: tuple[NoEffect, ...] = ()
    requirements: tuple[Requirement, ...] = ()
    duties: tuple[Duty, ...] = ()


def event_class(offer: Offer[EventTypeSpec]) -> type[Event]:
    """
    The class of an event type, checked to be the one that its spec promises.

    Raises:
        PluginError: It cannot be imported, is no event type, or has another kind.
    """
    found = offer.resolve(offer.spec.cls)
    if not isinstance(found, type) or not issubclass(found, Event):
        raise _wrong(offer, f"{offer.spec.cls} is no class of events")
    if kind_of(found) != offer.spec.kind:
        raise _wrong(
            offer,
            f"{offer.spec.cls} has the kind {kind_of(found)!r}: set its class variable"
            f" namespace = {offer.record.name!r} and name the class after the kind",
        )
    return found


def fluent_of(offer: Offer[FluentSpec]) -> Fluent[str]:
    """
    The fluent of a spec.

    Raises:
        PluginError: It cannot be imported, is no fluent, or has another name.
    """
    found = offer.resolve(offer.spec.fluent)
    if not isinstance(found, Fluent):
        raise _wrong(offer, f"{offer.spec.fluent} is no Fluent")
    if found.name != offer.spec.name:
        raise _wrong(offer, f"{offer.spec.fluent} is called {found.name!r}: give both one name")
    return found


def pack_of(offer: Offer[RuleSpec]) -> RulePack:
    """
    The rules of a spec.

    Raises:
        PluginError: They cannot be imported, or something among them is no rule.
    """
    found = offer.resolve(offer.spec.rules)
    parts: dict[str, Any] = {}
    for name, cls in _PARTS.items():
        values = tuple(getattr(found, name, ()))
        for value in values:
            if not isinstance(value, cls):
                said = f"{offer.spec.rules}: {name} holds a {type(value).__name__}"
                raise _wrong(offer, f"{said}: give values of {cls.__name__}")
        parts[name] = values
    if not any(parts.values()):
        known = ", ".join(_PARTS)
        raise _wrong(offer, f"{offer.spec.rules} holds no rules: it has none of {known}")
    return RulePack(**parts)


def _wrong(offer: Offer[Any], what: str) -> PluginError:  # an offer of any sort
    return PluginError(f"{offer.owner}: {what}", record=offer.record)


def extended(
    base: RuleSet,
    *,
    event_types: Iterable[Offer[EventTypeSpec]],
    fluents: Iterable[Offer[FluentSpec]],
    packs: Iterable[Offer[RuleSpec]],
    names: Iterable[str],
) -> RuleSet:
    """
    A rule set with what plugins add, checked as a whole.

    Raises:
        PluginError: What they add does not fit together.
    """
    found = [pack_of(offer) for offer in packs]
    types = [event_class(offer) for offer in event_types]
    keys = [fluent_of(offer) for offer in fluents]
    try:
        return base.extended(
            rules=[one for pack in found for one in pack.rules],
            no_effects=[one for pack in found for one in pack.no_effects],
            requirements=[one for pack in found for one in pack.requirements],
            duties=[one for pack in found for one in pack.duties],
            event_types=types,
            fluents=keys,
        )
    except RuleSetError as error:
        told = ", ".join(map(repr, names))
        raise PluginError(f"the rules of {told} do not fit: {error}") from error


def fingerprint(rules: RuleSet, *, plugins: Iterable[PluginRecord] = (), core: str = "") -> str:
    """
    ``f1-`` and a hash of the rules and of the names and versions of plugins.

    Two results with one fingerprint were made by the same rules.

    Args:
        rules: The rules.
        plugins: The plugins that had a part in the result.
        core: The version of diplomodel.

    Example:
        >>> from diplomodel.rules import core_rules
        >>> fingerprint(core_rules()) == fingerprint(core_rules(), core="0.1.0")
        False
    """
    lines = [f"diplomodel {core}"]
    lines += sorted(f"plugin {one.name} {one.distribution} {one.version}" for one in plugins)
    lines += sorted(f"rule {rule.key} {_told(rule)}" for rule in rules.rules)
    for what, values in (
        ("none", rules.no_effects),
        ("requirement", rules.requirements),
        ("duty", rules.duties),
    ):
        lines += sorted(f"{what} {kind_of(one.event)} {_told(one)}" for one in values)
    lines += sorted(f"type {kind_of(cls)}" for cls in rules.event_types)
    lines += sorted(f"fluent {fluent.name}" for fluent in rules.fluents)
    return "f1-" + hashlib.sha256("\n".join(lines).encode()).hexdigest()[:32]


def _told(value: object) -> str:
    """
    A value in words that are the same in every process: classes and fluents by their names.
    """
    if isinstance(value, type):
        return kind_of(value)
    if isinstance(value, Fluent):
        return value.name
    if isinstance(value, tuple):
        return f"({' '.join(map(_told, value))})"
    cls: Any = type(value)
    if attrs.has(cls):
        fields = (f"{f.name}={_told(getattr(value, f.name))}" for f in attrs.fields(cls))
        return f"{cls.__name__}({' '.join(fields)})"
    return repr(str(value))
