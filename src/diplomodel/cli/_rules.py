"""
``diplomodel rules``: what events change, and by which article.
"""

from __future__ import annotations

import click

from diplomodel._telling._words import plain
from diplomodel.cli._law import cited, law_data, law_lines
from diplomodel.cli._options import as_json
from diplomodel.cli._render import Page, emit_json
from diplomodel.events import event_type, kind_of
from diplomodel.rules import Duty, Requirement, Rule, core_rules


__all__ = ["command", "duty_line", "requirement_line"]


@click.group(name="rules")
def command() -> None:
    """
    Look up what events change, and by which article.
    """


@command.command(name="list")
@click.option("--event", "kind", metavar="KIND", help="Only those of one type of event.")
@click.option("--fluent", metavar="NAME", help="Only those that set one fluent.")
@as_json
def list_rules(*, kind: str | None, fluent: str | None, as_json: bool) -> None:
    """
    List the rules: key, value and law.
    """
    rules = core_rules()
    found = rules.rules if kind is None else rules.rules_for(event_type(kind))
    if fluent is not None:
        wanted = rules.fluent(fluent)
        found = tuple(rule for rule in found if rule.sets is wanted)
    if as_json:
        emit_json([rule_data(rule) for rule in found])
        return
    page = Page()
    for rule in found:
        page.line(rule.key, style="event")
        page.line(f"{rule.why}{cited(rule.law)}", indent=2)
    if kind is not None and not found:
        page.line(rules.why_no_effect(event_type(kind)) or "No rule sets that fluent.")
    page.show()


@command.command(name="show")
@click.argument("key")
@as_json
def show_rule(key: str, *, as_json: bool) -> None:
    """
    Show one rule by its KEY, kind/fluent, such as relations_break/relations.

    A kind alone shows all the rules of that kind.
    """
    rules = core_rules()
    kind, slash, fluent = key.partition("/")
    found = (rules.rule(kind, fluent),) if slash else rules.rules_for(event_type(kind))
    if as_json:
        data = [rule_data(rule) for rule in found]
        emit_json(data[0] if slash else data)
        return
    page = Page()
    for rule in found:
        _tell(page, rule)
    if not found:
        page.line(rules.why_no_effect(event_type(kind)) or "No rule.")
    page.show()


def _tell(page: Page, rule: Rule) -> None:
    page.title(rule.key)
    page.line(rule.why, indent=2)
    rows = [
        ("event", plain(kind_of(rule.event))),
        ("sets", plain(rule.sets.name)),
        ("of", f"{rule.sets.on.value}: {rule.on}"),
        ("to", plain(str(rule.value))),
    ]
    if rule.when is not None:
        rows.append(("only if", plain(str(rule.when))))
    if rule.later is not None:
        later = f"{plain(rule.later.value)}, from the day in {rule.later.effective}"
        rows.append(("later", later))
    page.items(rows)
    page.line("Rests on:", indent=2)
    law_lines(page, rule.law, indent=4, texts=True)


def rule_data(rule: Rule) -> dict[str, object]:
    """
    One rule as plain data.
    """
    later = rule.later
    return {
        "key": rule.key,
        "event": kind_of(rule.event),
        "sets": rule.sets.name,
        "subject": str(rule.on),
        "value": str(rule.value),
        "when": None if rule.when is None else str(rule.when),
        "later": None if later is None else {"value": later.value, "from": later.effective},
        "why": rule.why,
        "law": law_data(rule.law),
    }


def requirement_line(page: Page, need: Requirement) -> None:
    """
    One requirement in a paragraph.
    """
    page.line(f"{need.severity.value} if {need.text}{cited(need.law)}", indent=4, hang=2)


def duty_line(page: Page, duty: Duty) -> None:
    """
    One duty in a paragraph.
    """
    page.line(
        f"the {duty.holder} owes the {duty.owed_to} to {duty.text}{cited(duty.law)}",
        indent=4,
        hang=2,
    )
