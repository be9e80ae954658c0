"""
``diplomodel diff``: what differs between two days.
"""

from __future__ import annotations

import click

from diplomodel._telling._story import names_both
from diplomodel._telling._words import fluent_rank, typed
from diplomodel.cli import _json
from diplomodel.cli._case import opened
from diplomodel.cli._options import DAY, as_json, casebook_argument, dyad_option
from diplomodel.cli._render import Page, emit_json
from diplomodel.dates import day_text


__all__ = ["command"]


@click.command(name="diff")
@casebook_argument
@click.argument("first", type=DAY, metavar="DATE")
@click.argument("second", type=DAY, metavar="DATE")
@dyad_option
@as_json
def command(
    casebook: str,
    first: int,
    second: int,
    *,
    dyad: tuple[str, str] | None,
    as_json: bool,
) -> None:
    """
    Show what differs between the ends of two days.
    """
    case = opened(casebook)
    one, other = day_text(first), day_text(second)
    changes = [
        change
        for change in case.history.difference(one, other)
        if names_both(change.subject, dyad)
    ]
    changes.sort(key=lambda change: (fluent_rank(change.fluent), change.subject))
    if as_json:
        data = [_json.change_data(change) for change in changes]
        emit_json({"from": one, "to": other, "changes": data})
        return
    page = Page()
    page.title(f"{case.title}: from {one} to {other}")
    if not changes:
        page.line("Nothing differs.", indent=2)
    for change in changes:
        fluent = case.history.rules.fluent(change.fluent)
        about = case.words.about(case.history.rules, change.fluent, change.subject)
        before = case.words.value(fluent, change.before)
        after = case.words.value(fluent, change.after)
        page.line(f"{about} ({typed(change.subject)}): {before} → {after}", indent=2, hang=2)
    page.show()
