"""
``diplomodel fluents``: the properties that are followed over time.
"""

from __future__ import annotations

import click

from diplomodel._telling._words import fluent_rank, typed
from diplomodel.cli._options import as_json
from diplomodel.cli._render import Page, emit_json
from diplomodel.fluents import CORE, Fluent


__all__ = ["command"]


@click.group(name="fluents")
def command() -> None:
    """
    Look up the properties that are followed over time.
    """


@command.command(name="list")
@as_json
def list_fluents(*, as_json: bool) -> None:
    """
    List the fluents, how their subjects are written, and their values.
    """
    found = sorted(CORE.values(), key=lambda fluent: fluent_rank(fluent.name))
    if as_json:
        emit_json([_data(fluent) for fluent in found])
        return
    page = Page()
    for fluent in found:
        page.title(f"{fluent.name} {typed(fluent.on.form)}")
        page.line(fluent.summary, indent=2)
        values = ", ".join(fluent.vocabulary) or "the id of a person"
        page.line(f"{'derived; ' if fluent.is_derived else ''}values: {values}", indent=2, hang=2)
    page.show()


def _data(fluent: Fluent[str]) -> dict[str, object]:
    return {
        "name": fluent.name,
        "subject": fluent.on.value,
        "example": fluent.on.form,
        "values": [str(value) for value in fluent.vocabulary] or None,
        "derived": fluent.is_derived,
        "summary": fluent.summary,
    }
