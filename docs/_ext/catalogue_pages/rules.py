"""
The catalogue of rules, requirements and duties.
"""

from __future__ import annotations

from collections.abc import Iterator

from catalogue_pages.events import value
from catalogue_pages.words import code, kind_link, laws, link, page, sentence, table, target
from diplomodel.fluents import CORE, Fluent
from diplomodel.rules import Duty, Ending, Rule, core_rules


def pages() -> dict[str, str]:
    """
    The page of rules, that of requirements and that of duties.
    """
    return {"rules.md": _rules(), "requirements.md": _requirements(), "duties.md": _duties()}


def _rules() -> str:
    rules = core_rules().rules
    blocks = [
        "# Rules",
        (
            f"The core's {len(rules)} rules, by the fluent they set;"
            " no rule reads the state, and each rests on an article or a practice."
        ),
    ]
    for fluent in CORE.values():
        own = [rule for rule in rules if rule.sets is fluent]
        if own:
            blocks += _fluent(fluent, own)
    return page(*blocks)


def _fluent(fluent: Fluent[str], own: list[Rule]) -> Iterator[str]:
    yield target("rules-of", fluent.name)
    yield f"## {fluent.name}"
    yield f"{sentence(fluent.summary)} ({link('fluent', fluent.name, text='values')})"
    rows = ((kind_link(r.event), _assigned(r), f"{r.why} ({laws(r.law)})") for r in own)
    yield table(("event", "sets", "why"), rows)


def _assigned(rule: Rule) -> str:
    when = f", where {rule.when}" if rule.when else ""
    later = ""
    if rule.later is not None:
        later = f"; {code(rule.later.value)} from the event's {rule.later.effective}"
    return f"{code(rule.on)} to {value(rule)}{later}{when}"


def _requirements() -> str:
    needs = core_rules().requirements
    rows = (
        (
            kind_link(need.event),
            need.severity.value,
            f"{sentence(need.text)} ({laws(need.law)})",
            link("fluent", need.fluent.name, text=code(need.fluent.name)) if need.fluent else "",
        )
        for need in needs
    )
    return page(
        "# Requirements",
        f"{len(needs)} requirements: where one is not met, the history has a finding; "
        "the event's effects stand all the same.",
        table(("event", "weight", "the finding says", "reads"), rows),
    )


def _duties() -> str:
    duties = core_rules().duties
    blocks = [
        "# Duties",
        (
            f"{len(duties)} duties that events create: each has a holder,"
            " and what later events do to it is read off the fluents."
        ),
    ]
    for name in dict.fromkeys(duty.name for duty in duties):
        own = [duty for duty in duties if duty.name == name]
        blocks += [
            target("duty", name),
            f"## {name}",
            f"{sentence(own[0].text)} ({laws(own[0].law)})",
            table(("event", "holder", "owed to", "by when", "arises"), map(_row, own)),
            "\n".join(f"- {_ending(ending)}" for ending in own[0].endings),
        ]
    return page(*blocks)


def _row(duty: Duty) -> tuple[str, ...]:
    arises = []
    if duty.when is not None:
        arises.append(f"where {duty.when}")
    if duty.bound_by is not None:
        arises.append(f"where {duty.bound_by} binds both")
    if duty.for_each is not None:
        words = " or ".join(map(code, duty.while_))
        name = link("fluent", duty.for_each.name, text=code(duty.for_each.name))
        arises.append(f"once for each case whose {name} is {words}")
    deadline = code(duty.deadline) if duty.deadline else "no set time"
    return (
        kind_link(duty.event),
        code(duty.holder),
        code(duty.owed_to),
        deadline,
        "; ".join(arises),
    )


def _ending(ending: Ending) -> str:
    name = link("fluent", ending.fluent.name, text=code(ending.fluent.name))
    words = " or ".join(map(code, ending.values))
    return f"**{ending.outcome.value}** when {name} becomes {words}"
