"""
``diplomodel obligations``: what is owed on one day.
"""

from __future__ import annotations

import click

from diplomodel._telling._story import names_both
from diplomodel.cli import _json
from diplomodel.cli._case import opened
from diplomodel.cli._options import as_json, at_option, casebook_argument, dyad_option
from diplomodel.cli._owed import obligation_lines
from diplomodel.cli._render import Page, emit_json
from diplomodel.dates import day_text
from diplomodel.histories import ObligationStatus


__all__ = ["command"]


@click.command(name="obligations")
@casebook_argument
@at_option(required=False)
@click.option("--all", "everything", is_flag=True, help="Those fulfilled and ended too.")
@dyad_option
@as_json
def command(
    casebook: str,
    *,
    at: int | None,
    everything: bool,
    dyad: tuple[str, str] | None,
    as_json: bool,
) -> None:
    """
    List what is owed on one day: open, overdue and unmet.
    """
    case = opened(casebook)
    day = case.day(at)
    wanted = tuple(ObligationStatus) if everything else None
    owed = [
        duty
        for duty in case.history.obligations(at=day_text(day), status=wanted)
        if names_both(duty.subject, dyad)
    ]
    if as_json:
        emit_json([_json.obligation_data(duty, day) for duty in owed])
        return
    page = Page()
    page.title(f"{case.title}: owed on {day_text(day)}")
    obligation_lines(page, case, owed, day)
    page.show()
