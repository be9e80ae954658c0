"""
The rules of one fluent as a state diagram in Mermaid.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import BinaryIO

import attrs
from attrs import field

from diplomodel._telling._words import plain
from diplomodel.events import kind_of
from diplomodel.exporters._export import Export
from diplomodel.exporters._mermaid import mermaid_text
from diplomodel.exporters._options import checked
from diplomodel.fields import text
from diplomodel.fluents import Fluent
from diplomodel.rules import By, FieldValue, Rule, RuleSet


__all__ = ["RulesExporter", "RulesOptions"]

#: Stands for the values of a fluent that has no closed list of them.
_ANY = "any"


@attrs.frozen(kw_only=True)
class RulesOptions:
    """
    Which rules.

    Attributes:
        fluent: Name of the fluent.
    """

    fluent: str = field(default="relations", validator=text)


class RulesExporter:
    """
    Writes a state diagram: the values of a fluent, and the events that lead to each.

    A rule never asks what was so before.
    An arrow starts at a value where the law requires that value before the event, and else at the
    start, which stands for whatever was so.
    """

    def __init__(self, options: object | None = None) -> None:
        """
        Take the options.
        """
        self._options = checked(options, RulesOptions)

    def export(self, case: Export, target: BinaryIO, /) -> None:
        """
        Write the diagram.

        Raises:
            UnknownNameError: There is no such fluent.
        """
        fluent = case.fluent(self._options.fluent)
        lines = _lines(case.history.rules, fluent, case.fingerprint)
        target.writelines(f"{line}\n".encode() for line in lines)


def _lines(rules: RuleSet, fluent: Fluent[str], fingerprint: str) -> Iterator[str]:
    yield "stateDiagram-v2"
    if fingerprint:
        yield f"    %% rules and plugins: {fingerprint}"
    yield f"    %% values of {fluent.name}, and the events that set them"
    values = [str(value) for value in fluent.vocabulary] or [_ANY]
    for value in values:
        shown = "whoever the event names" if value == _ANY else plain(value)
        yield f'    state "{mermaid_text(shown)}" as {_state(value, values)}'
    for rule in rules.rules:
        if rule.sets == fluent:
            yield from _arrows(rule, rules, values)


def _state(value: str, values: list[str]) -> str:
    # Numbered, since a value may be a word of Mermaid's own.
    return f"s{values.index(value) if value in values else 0}"


def _arrows(rule: Rule, rules: RuleSet, values: list[str]) -> Iterator[str]:
    befores = [_state(value, values) for value in _required(rule, rules) if value in values]
    for after, when in _assigned(rule, values):
        label = plain(kind_of(rule.event))
        label += f", {when}" if when else ""
        for before in befores or ["[*]"]:
            yield f"    {before} --> {_state(after, values)} : {mermaid_text(label)}"


def _required(rule: Rule, rules: RuleSet) -> tuple[str, ...]:
    """
    The values that the law requires of the fluent before the event, where the rule's subject is
    the one asked.
    """
    for need in rules.requirements_for(rule.event):
        asked = need.fluent == rule.sets and need.on == rule.on and need.when is None
        if asked and not isinstance(need.any_of, FieldValue):
            return tuple(str(value) for value in need.any_of)
    return ()


def _assigned(rule: Rule, values: Iterable[str]) -> Iterator[tuple[str, str]]:
    """
    What a rule may assign, and when.
    """
    when = str(rule.when) if rule.when is not None else ""
    if isinstance(rule.value, By):
        for given, value in rule.value.values:
            yield str(value), _both(when, f"{rule.value.field} is {_shown(given)}")
    elif isinstance(rule.value, FieldValue):
        for value in values:
            said = "" if value == _ANY else f"{rule.value.field} says so"
            yield value, _both(when, said)
    else:
        yield str(rule.value), when
    if rule.later is not None:
        yield str(rule.later.value), _both(when, f"from the day in {rule.later.effective}")


def _both(one: str, other: str) -> str:
    return f"{one} and {other}" if one and other else one or other


def _shown(value: object) -> str:
    return "said" if value is True else "not said" if value is False else plain(str(value))
