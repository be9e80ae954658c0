"""
``diplomodel events``: the types of event, their fields and what they do.
"""

from __future__ import annotations

import inspect
import re
import types
import typing
from typing import Final, cast

import attrs
import click

from diplomodel._telling._words import first_sentence
from diplomodel.cli._law import cited, law_data
from diplomodel.cli._options import as_json
from diplomodel.cli._render import Page, emit_json
from diplomodel.cli._rules import duty_line, requirement_line
from diplomodel.dates import Duration, PartialDate
from diplomodel.errors import UnknownNameError
from diplomodel.events import (
    Event,
    Votes,
    event_type,
    event_types,
    families,
    kind_of,
)
from diplomodel.fields import Vocabulary
from diplomodel.rules import core_rules


__all__ = ["command"]

_TYPES: Final[dict[object, str]] = {
    str: "text",
    int: "a whole number",
    bool: "true or false",
    PartialDate: "a date (EDTF)",
    Duration: "a length of time (ISO 8601)",
    Votes: "votes: in_favour, against, abstaining",
}
_ATTRIBUTE: Final = re.compile(r"    (\w+): (.*(?:\n {8,}.*)*)")


@click.group(name="events")
def command() -> None:
    """
    Look up the types of event.
    """


@command.command(name="list")
@click.option("--family", metavar="NAME", help="Only those of one family, such as asylum.")
@as_json
def list_events(*, family: str | None, as_json: bool) -> None:
    """
    List the types of event, family by family.
    """
    if family is not None and family not in families():
        raise UnknownNameError("family", family, families())
    found = {
        name: [cls for cls in event_types() if _family(cls) == name]
        for name in ((family,) if family is not None else families())
    }
    if as_json:
        emit_json([_brief(cls) for types_ in found.values() for cls in types_])
        return
    page = Page()
    for name, types_ in found.items():
        page.title(name)
        page.items(((kind_of(cls), first_sentence(cls)) for cls in types_), widest=34)
    page.show()


def _family(cls: type[Event]) -> str:
    return cls.__module__.rpartition(".")[2]


def _brief(cls: type[Event]) -> dict[str, object]:
    return {"kind": kind_of(cls), "family": _family(cls), "summary": first_sentence(cls)}


@command.command(name="show")
@click.argument("kind")
@as_json
def show_event(kind: str, *, as_json: bool) -> None:
    """
    Show one type of event: its fields, its codes, and what it does.
    """
    cls = event_type(kind)
    if as_json:
        emit_json(_data(cls))
        return
    page = Page()
    page.title(f"{kind_of(cls)} ({_family(cls)})")
    page.line(first_sentence(cls), indent=2)
    _tell_fields(page, cls)
    _tell_codes(page, cls)
    _tell_effects(page, cls)
    page.show()


def _tell_fields(page: Page, cls: type[Event]) -> None:
    page.title("Fields")
    for field in _fields(cls):
        page.line(f"{field['name']}: {field['type']}", indent=2, hang=4, style="event")
        needed = "; must be given" if field["required"] else ""
        page.line(f"{field['summary']}{needed}", indent=4)


def _fields(cls: type[Event]) -> list[dict[str, object]]:
    hints = typing.get_type_hints(cls)
    summaries = _summaries(cls)
    fields = attrs.fields_dict(cast("type[attrs.AttrsInstance]", cls))
    base = attrs.fields_dict(Event)
    own = [name for name in fields if name not in base]
    return [
        {
            "name": name.removesuffix("_"),
            "type": _type_words(hints[name]),
            "required": fields[name].default is attrs.NOTHING,
            "summary": summaries.get(name, ""),
        }
        for name in (*own, *base)
    ]


def _summaries(cls: type[Event]) -> dict[str, str]:
    """
    What the docstrings of a type and its parents say of the fields.
    """
    found: dict[str, str] = {}
    for parent in reversed(cls.__mro__):
        text = inspect.cleandoc(parent.__doc__ or "").partition("Attributes:\n")[2]
        for name, summary in _ATTRIBUTE.findall(text.partition("\n\n")[0]):
            found[name] = " ".join(summary.replace("``", "").split()).rstrip(".")
    return found


def _type_words(hint: object) -> str:
    parts = [part for part in typing.get_args(hint) if part not in (type(None), Ellipsis)]
    if isinstance(hint, types.UnionType):
        return " or ".join(_type_words(part) for part in parts)
    if typing.get_origin(hint) is tuple:
        return f"a list of {' or '.join(dict.fromkeys(_type_words(part) for part in parts))}"
    if isinstance(hint, type) and issubclass(hint, Vocabulary):
        return f"one of {', '.join(hint)}"
    if hint in _TYPES:
        return _TYPES[hint]
    return hint.__name__.lower() if isinstance(hint, type) else str(hint)


def _tell_codes(page: Page, cls: type[Event]) -> None:
    page.title("Codes in other schemes")
    coding = cls.coding
    mode = f", mode {coding.mode}" if coding.mode else ""
    page.items([("CAMEO", coding.cameo or "none"), ("PLOVER", (coding.plover or "none") + mode)])
    if coding.why:
        page.line(coding.why, indent=2)


def _tell_effects(page: Page, cls: type[Event]) -> None:
    rules = core_rules()
    page.title("What it does")
    found = rules.rules_for(cls)
    for rule in found:
        page.line(f"{rule.key}: {rule.why}{cited(rule.law)}", indent=2, hang=2)
    if not found:
        page.line(f"Changes nothing: {rules.why_no_effect(cls)}", indent=2, hang=2)
    needs, duties = rules.requirements_for(cls), rules.duties_for(cls)
    if needs:
        page.line("A finding is recorded, a", indent=2)
    for need in needs:
        requirement_line(page, need)
    if duties:
        page.line("It obliges:", indent=2)
    for duty in duties:
        duty_line(page, duty)


def _data(cls: type[Event]) -> dict[str, object]:
    rules = core_rules()
    coding = cls.coding
    return {
        **_brief(cls),
        "fields": _fields(cls),
        "cameo": coding.cameo,
        "plover": coding.plover,
        "plover_mode": coding.mode,
        "coding_note": coding.why,
        "no_effect": rules.why_no_effect(cls),
        "rules": [rule.key for rule in rules.rules_for(cls)],
        "requirements": [
            {"severity": need.severity.value, "text": need.text, "law": law_data(need.law)}
            for need in rules.requirements_for(cls)
        ],
        "duties": [
            {
                "duty": duty.name,
                "holder": duty.holder,
                "owed_to": duty.owed_to,
                "text": duty.text,
                "law": law_data(duty.law),
            }
            for duty in rules.duties_for(cls)
        ],
    }
