"""
The catalogue of event types, one page for each family.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterator

import attrs

from catalogue_pages.fields import is_required, takes
from catalogue_pages.words import (
    anchor,
    attribute_texts,
    code,
    description,
    kind_link,
    laws,
    link,
    page,
    sentence,
    summary,
    table,
    target,
)
from diplomodel.events import Event, UnknownEvent, event_types, families, kind_of
from diplomodel.rules import Duty, Requirement, Rule, core_rules
from diplomodel.schemes import cameo


_BASE = tuple(field.name for field in attrs.fields(Event))


def pages() -> dict[str, str]:
    """
    The overview and the pages of the families.
    """
    found = {"events/index.md": _overview()}
    for family in families():
        found[f"events/{family}.md"] = _family(family)
        found[f"classes/{family}.md"] = _classes(family)
    return found


def title_of(family: str) -> str:
    """
    What a family is about: its module's first line, up to a colon.
    """
    return _about(family).partition(":")[0]


def _about(family: str) -> str:
    return summary(importlib.import_module(f"diplomodel.events.{family}")).rstrip(".")


def types_of(family: str) -> tuple[type[Event], ...]:
    """
    The event types of a family, parents left out.
    """
    module = f"diplomodel.events.{family}"
    return tuple(cls for cls in event_types() if cls.__module__ == module)


def _overview() -> str:
    count = len([cls for cls in event_types() if cls is not UnknownEvent])
    toctree = "\n".join(families())
    blocks = [
        "# Event types",
        (
            f"The core has {count} event types in {len(families())} families;"
            " each has rules, or says why it has no effect on the state."
        ),
        f"```{{toctree}}\n:hidden:\n\n{toctree}\n```",
    ]
    for family in families():
        blocks += [
            f"## [{title_of(family)}]({family}.md)",
            table(
                ("kind", "what happens"),
                ((kind_link(cls), summary(cls)) for cls in types_of(family)),
            ),
        ]
    blocks += [
        "(event-fields)=\n## Every event has these fields",
        "The fields that make an event itself are marked: they go into its id.",
        _fields(Event, _BASE),
    ]
    return page(*blocks)


def _family(family: str) -> str:
    entries = [_entry(cls) for cls in types_of(family)]
    return page(
        f"# {title_of(family)}",
        f"{_about(family)}." if ":" in _about(family) else "",
        "Fields that [every event has](#event-fields) are left out of the tables; "
        f"the classes are described in [their own pages](../classes/{family}.md).",
        *entries,
    )


def _entry(cls: type[Event]) -> str:
    own = tuple(field.name for field in attrs.fields(cls) if field.name not in _BASE)
    facts = "\n".join(f"- {fact}" for fact in _facts(cls))
    return page(
        target("event", kind_of(cls)),
        f"## {kind_of(cls)}",
        description(cls),
        _fields(cls, own),
        facts,
    )


def _fields(cls: type[Event], names: tuple[str, ...]) -> str:
    known = attrs.fields_dict(cls)
    texts = attribute_texts(cls)
    return table(
        ("field", "takes", "meaning"),
        (
            (
                code(name.rstrip("_")),
                takes(cls, known[name]) + _marks(known[name]),
                texts.get(name, ""),
            )
            for name in names
        ),
    )


def _marks(field: attrs.Attribute[object]) -> str:
    marks = []
    if is_required(field):
        marks.append("required")
    if field.metadata.get("identity"):
        marks.append("in the id")
    return f" ({', '.join(marks)})" if marks else ""


def _facts(cls: type[Event]) -> Iterator[str]:
    rules = core_rules()
    yield f"**Class**: {{py:class}}`diplomodel.events.{cls.__name__}`."
    yield f"**Codes**: {_codes(cls)}"
    found = rules.rules_for(cls)
    for rule in found:
        yield f"**Sets** {effect(rule)}"
    if not found:
        yield f"**Sets nothing**: {sentence(rules.why_no_effect(cls) or summary(cls))}"
    for need in rules.requirements_for(cls):
        yield f"**Finding** {requirement(need)}"
    for duty in rules.duties_for(cls):
        yield f"**Duty** {obligation(duty)}"
    yield f"**Order within a day**: rank {cls.rank}."


def _codes(cls: type[Event]) -> str:
    coding = cls.coding
    first = f"CAMEO {coding.cameo} ({cameo(coding.cameo).label})" if coding.cameo else "no CAMEO"
    mode = f" ({coding.mode})" if coding.mode else ""
    second = f"PLOVER {coding.plover}{mode}" if coding.plover else "no PLOVER"
    why = f" {sentence(coding.why)}" if coding.why else ""
    return f"{first}; {second}.{why}"


def effect(rule: Rule) -> str:
    """
    What a rule sets, of what, to what, why and by what right.
    """
    when = f", where {rule.when}" if rule.when else ""
    later = ""
    if rule.later is not None:
        later = f", and to {code(rule.later.value)} from the day in {code(rule.later.effective)}"
    return (
        f"{link('fluent', rule.sets.name, text=code(rule.sets.name))} of {code(rule.on)}"
        f" to {value(rule)}{later}{when}. {sentence(rule.why)} ({laws(rule.law)})"
    )


def value(rule: Rule) -> str:
    """
    The value a rule assigns.
    """
    return code(rule.value) if isinstance(rule.value, str) else str(rule.value)


def requirement(need: Requirement) -> str:
    """
    What an event requires of the state before, as the finding that says it was not so.
    """
    parts = [f"({need.severity.value}): {sentence(need.text)}"]
    if need.fluent is not None:
        name = link("fluent", need.fluent.name, text=code(need.fluent.name))
        wanted = need.any_of if isinstance(need.any_of, tuple) else (str(need.any_of),)
        parts.append(f"Asked where {name} is known and not {' or '.join(map(code, wanted))}.")
    if need.when is not None:
        parts.append(f"Asked where {need.when}.")
    if need.bound_by is not None:
        binds = "does not bind" if need.unbound else "binds"
        parts.append(f"Asked where the treaty {need.bound_by} {binds} the states.")
    return f"{' '.join(parts)} ({laws(need.law)})"


def obligation(duty: Duty) -> str:
    """
    What an event obliges whom to do.
    """
    when = f" Arises where {duty.when}." if duty.when else ""
    bound = f" Arises where {duty.bound_by} binds both." if duty.bound_by else ""
    return (
        f"{code(duty.name)} of {code(duty.holder)} towards {code(duty.owed_to)}:"
        f" {sentence(duty.text)}{when}{bound} ({laws(duty.law)})"
    )


def _classes(family: str) -> str:
    module = importlib.import_module(f"diplomodel.events.{family}")
    entries = "\n".join(
        f".. autoclass:: {name}\n   :members:\n   :show-inheritance:\n" for name in module.__all__
    )
    return page(
        f"({anchor('classes', family)})=\n# {title_of(family)}: classes",
        f"The classes and vocabularies of the family `{family}`, as `diplomodel.events` has them.",
        f"```{{eval-rst}}\n.. currentmodule:: diplomodel.events\n\n{entries}```",
    )
