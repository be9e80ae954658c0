"""
Rules: what each event type sets, requires and obliges, and by what right.

Example:
    >>> from diplomodel.rules import core_rules
    >>> rule = core_rules().rule("relations_break", "relations")
    >>> rule.value.value, str(rule.on)
    ('broken', 'by-target')
"""

from diplomodel.rules._model import (
    Duty,
    Ending,
    Later,
    NoEffect,
    Outcome,
    Requirement,
    Rule,
    Severity,
)
from diplomodel.rules._parts import (
    By,
    FieldValue,
    On,
    Where,
    by_field,
    field_value,
    on,
    where,
)
from diplomodel.rules._ruleset import RuleSet, core_rules


__all__ = [
    "By",
    "Duty",
    "Ending",
    "FieldValue",
    "Later",
    "NoEffect",
    "On",
    "Outcome",
    "Requirement",
    "Rule",
    "RuleSet",
    "Severity",
    "Where",
    "by_field",
    "core_rules",
    "field_value",
    "on",
    "where",
]
