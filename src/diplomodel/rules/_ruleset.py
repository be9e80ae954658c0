"""
A set of rules that has been checked to hold together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property
from typing import cast

import attrs

from diplomodel.errors import RuleSetError, UnknownNameError, did_you_mean
from diplomodel.events import Event, UnknownEvent, event_types, kind_of
from diplomodel.fluents import CORE, Fluent
from diplomodel.rules._model import Duty, Ending, NoEffect, Requirement, Rule
from diplomodel.rules._parts import By, FieldValue, On, Where


__all__ = ["RuleSet", "core_rules"]


@attrs.frozen(kw_only=True, slots=False)
class RuleSet:
    """
    Rules, requirements and duties that cover a set of event types.

    It is checked when built: every stored fluent can be set, every event type is covered or
    declared to be without effect, no two rules fight over one assignment, and the law cited
    exists.

    Attributes:
        rules: What events set.
        no_effects: Event types that set nothing, and why.
        requirements: What events require of the state before.
        duties: What events oblige somebody to do.
        event_types: The event types covered.
        fluents: The fluents known.

    Raises:
        RuleSetError: It does not hold together; every reason is given.

    Example:
        >>> from diplomodel.rules import core_rules
        >>> core_rules().covers("relations_break")
        True
    """

    rules: tuple[Rule, ...]
    no_effects: tuple[NoEffect, ...] = ()
    requirements: tuple[Requirement, ...] = ()
    duties: tuple[Duty, ...] = ()
    event_types: tuple[type[Event], ...]
    fluents: tuple[Fluent[str], ...]

    def __attrs_post_init__(self) -> None:
        """
        Check that the set holds together.
        """
        problems = list(_problems(self))
        if problems:
            raise RuleSetError(problems)

    def extended(
        self,
        *,
        rules: Iterable[Rule] = (),
        no_effects: Iterable[NoEffect] = (),
        requirements: Iterable[Requirement] = (),
        duties: Iterable[Duty] = (),
        event_types: Iterable[type[Event]] = (),
        fluents: Iterable[Fluent[str]] = (),
    ) -> RuleSet:
        """
        This set with more in it, checked again as a whole.

        Raises:
            RuleSetError: The whole does not hold together.
        """
        return RuleSet(
            rules=(*self.rules, *rules),
            no_effects=(*self.no_effects, *no_effects),
            requirements=(*self.requirements, *requirements),
            duties=(*self.duties, *duties),
            event_types=(*self.event_types, *event_types),
            fluents=(*self.fluents, *fluents),
        )

    @cached_property
    def by_name(self) -> Mapping[str, Fluent[str]]:
        """
        The fluents by name.
        """
        return {fluent.name: fluent for fluent in self.fluents}

    def fluent(self, name: str) -> Fluent[str]:
        """
        The fluent of that name.

        Raises:
            UnknownNameError: There is none.
        """
        if name not in self.by_name:
            raise UnknownNameError("fluent", name, self.by_name)
        return self.by_name[name]

    def rule(self, kind: str, fluent: str) -> Rule:
        """
        The rule of an event kind for a fluent.

        Raises:
            UnknownNameError: There is none.
        """
        keys = {rule.key: rule for rule in self.rules}
        try:
            return keys[f"{kind}/{fluent}"]
        except KeyError:
            raise UnknownNameError("rule", f"{kind}/{fluent}", keys) from None

    def rules_for(self, event: type[Event]) -> tuple[Rule, ...]:
        """
        The rules of an event type: its own, and its parents' for fluents it has no own rule for.
        """
        found: dict[str, list[Rule]] = {}
        for cls in event.__mro__:
            own = [rule for rule in self.rules if rule.event is cls]
            for name in {rule.sets.name for rule in own} - set(found):
                found[name] = [rule for rule in own if rule.sets.name == name]
        return tuple(rule for name in sorted(found) for rule in found[name])

    def requirements_for(self, event: type[Event]) -> tuple[Requirement, ...]:
        """
        The requirements of an event type, its parents' among them.
        """
        return tuple(need for need in self.requirements if issubclass(event, need.event))

    def duties_for(self, event: type[Event]) -> tuple[Duty, ...]:
        """
        The duties that an event type creates, its parents' among them.
        """
        return tuple(duty for duty in self.duties if issubclass(event, duty.event))

    def why_no_effect(self, event: type[Event]) -> str | None:
        """
        Why an event type sets nothing; ``None`` where it has rules.
        """
        if self.rules_for(event):
            return None
        reasons = {entry.event: entry.why for entry in self.no_effects}
        return next((reasons[cls] for cls in event.__mro__ if cls in reasons), None)

    def covers(self, kind: str) -> bool:
        """
        Whether an event kind has rules or is declared to be without effect.
        """
        return any(kind_of(cls) == kind for cls in self.event_types)


def _problems(rules: RuleSet) -> Iterator[str]:
    yield from _clashes(rules)
    yield from _uncovered(rules)
    for rule in rules.rules:
        yield from _rule_problems(rule, rules)
    for need in rules.requirements:
        label = f"the requirement of {kind_of(need.event)}"
        yield from _law_problems(need.law, label)
        yield from _where_problems(need.when, need.event, label)
        yield from _need_problems(need, label)
    for duty in rules.duties:
        label = f"the duty {duty.name} of {kind_of(duty.event)}"
        yield from _law_problems(duty.law, label)
        yield from _where_problems(duty.when, duty.event, label)
        deadline = () if duty.deadline is None else (duty.deadline,)
        names = (duty.holder, duty.owed_to, *deadline, *duty.on.fields)
        yield from _field_problems(names, duty.event, label)
        for ending in duty.endings:
            yield from _ending_problems(ending, duty, label)


def _clashes(rules: RuleSet) -> Iterator[str]:
    seen: set[str] = set()
    for rule in rules.rules:
        if rule.key in seen:
            yield f"two rules fight over {rule.key}"
        seen.add(rule.key)
    names = [fluent.name for fluent in rules.fluents]
    for name in sorted({name for name in names if names.count(name) > 1}):
        yield f"two fluents are called {name}"


def _uncovered(rules: RuleSet) -> Iterator[str]:
    settable = {rule.sets.name for rule in rules.rules}
    for fluent in rules.fluents:
        if fluent.is_derived and fluent.name in settable:
            yield f"a rule sets the derived fluent {fluent.name}"
        elif not fluent.is_derived and fluent.name not in settable:
            yield f"no rule can set the fluent {fluent.name}"
    declared = {entry.event for entry in rules.no_effects}
    for cls in rules.event_types:
        ruled = any(issubclass(cls, rule.event) for rule in rules.rules)
        silent = any(issubclass(cls, entry) for entry in declared)
        if not ruled and not silent:
            yield f"{kind_of(cls)} has no rule and is not declared to be without effect"
        if ruled and silent:
            yield f"{kind_of(cls)} has rules and is declared to be without effect"


def _rule_problems(rule: Rule, rules: RuleSet) -> Iterator[str]:
    label = f"the rule {rule.key}"
    if rule.sets not in rules.fluents:
        yield f"{label} sets an unknown fluent"
    yield from _law_problems(rule.law, label)
    yield from _where_problems(rule.when, rule.event, label)
    yield from _on_problems(rule.on, rule.event, rule.sets, label)
    constants: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    if isinstance(rule.value, FieldValue):
        names = (rule.value.field,)
    elif isinstance(rule.value, By):
        names = (rule.value.field,)
        constants = tuple(value for _, value in rule.value.values)
    else:
        constants = (rule.value,)
    if rule.later is not None:
        names += (rule.later.effective,)
        constants += (rule.later.value,)
    yield from _field_problems(names, rule.event, label)
    for constant in constants:
        if rule.sets.vocabulary and constant not in rule.sets.vocabulary:
            yield f"{label} assigns {constant!r}, which is no value of {rule.sets.name}"


def _need_problems(need: Requirement, label: str) -> Iterator[str]:
    yield from _field_problems(need.states, need.event, label)
    if need.fluent is None or need.on is None:
        return
    yield from _on_problems(need.on, need.event, need.fluent, label)
    if isinstance(need.any_of, FieldValue):
        yield from _field_problems((need.any_of.field,), need.event, label)
        return
    for value in need.any_of:
        if need.fluent.vocabulary and value not in need.fluent.vocabulary:
            yield f"{label} asks for {value!r}, which is no value of {need.fluent.name}"


def _ending_problems(ending: Ending, duty: Duty, label: str) -> Iterator[str]:
    for value in ending.values:
        if ending.fluent.vocabulary and value not in ending.fluent.vocabulary:
            yield f"{label} ends by {value!r}, which is no value of {ending.fluent.name}"
    if ending.on is not None:
        yield from _on_problems(ending.on, duty.event, ending.fluent, label)


def _law_problems(law: tuple[str, ...], label: str) -> Iterator[str]:
    from diplomodel.law import article_ids

    if not law:
        yield f"{label} cites no law or practice"
    known = article_ids()
    for cited in law:
        if cited not in known:
            hint = did_you_mean(cited, known)
            yield f"{label} cites {cited!r}, which is not in the law tables{hint}"


def _where_problems(when: Where | None, event: type[Event], label: str) -> Iterator[str]:
    if when is not None:
        yield from _field_problems((when.field,), event, label)


def _on_problems(on: On, event: type[Event], fluent: Fluent[str], label: str) -> Iterator[str]:
    yield from _field_problems(on.fields, event, label)
    if on.kind is not fluent.on:
        yield f"{label} takes a {on.kind.value} for {fluent.name}, which is of a {fluent.on.value}"
    elif len(on.fields) not in on.sizes:
        yield f"{label} names {len(on.fields)} fields for a {on.kind.value} like {on.kind.form!r}"


def _field_problems(names: Iterable[str], event: type[Event], label: str) -> Iterator[str]:
    known = attrs.fields_dict(cast("type[attrs.AttrsInstance]", event))
    for name in names:
        if name not in known:
            yield f"{label} reads the field {name!r}, which {kind_of(event)} does not have"


@cache
def core_rules() -> RuleSet:
    """
    The rules of the core, grounded in the Vienna, Caracas and Montevideo conventions.

    Example:
        >>> len(core_rules().rules) > 50
        True
    """
    from diplomodel.rules import _duties, _envoys, _persons, _relations

    return RuleSet(
        rules=(
            *_relations.RELATIONS,
            *_relations.MISSIONS,
            *_relations.PROTECTION,
            *_envoys.ENVOYS,
            *_persons.ASYLUM,
            *_persons.JUSTICE,
            *_persons.OFFICES,
            *_persons.MEASURES,
        ),
        no_effects=(*_relations.NO_EFFECT, *_envoys.NO_EFFECT, *_persons.NO_EFFECT),
        requirements=(
            *_relations.REQUIREMENTS,
            *_envoys.REQUIREMENTS,
            *_persons.REQUIREMENTS,
        ),
        duties=_duties.DUTIES,
        event_types=tuple(cls for cls in event_types() if cls is not UnknownEvent),
        fluents=tuple(CORE.values()),
    )
