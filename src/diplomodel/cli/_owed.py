"""
Obligations in words.
"""

from __future__ import annotations

from collections.abc import Sequence

from diplomodel._telling._words import plain, typed
from diplomodel.cli._case import Case
from diplomodel.cli._law import cited
from diplomodel.cli._render import Page
from diplomodel.dates import day_text
from diplomodel.histories import Obligation


__all__ = ["obligation_lines"]

_STYLES = {"overdue": "breach", "unmet": "breach", "open": "warning"}


def obligation_lines(page: Page, case: Case, owed: Sequence[Obligation], day: int) -> None:
    """
    One entry for each obligation: who owes what to whom, since when, and how it stands.
    """
    if not owed:
        page.line("nothing that the events tell of", indent=2)
    for duty in owed:
        _entry(page, case, duty, day)


def _entry(page: Page, case: Case, duty: Obligation, day: int) -> None:
    status = duty.status(day).value
    words = case.words
    contested = ", contested" if duty.contested(day) else ""
    page.line(
        f"{status}{contested}: {words.state(duty.holder)} owes {words.state(duty.owed_to)} to"
        f" {duty.text}{cited(duty.law)}",
        indent=2,
        hang=2,
        style=_STYLES.get(status, "plain"),
    )
    due = f", due {duty.due}" if duty.due is not None else ""
    page.line(
        f"{words.about_duty(duty.subject)} ({typed(duty.subject)}); since {day_text(duty.begins)}"
        f" [{duty.created_by.name}]{due}",
        indent=4,
    )
    for step in duty.steps:
        if step.day <= day:
            page.line(
                f"{day_text(step.day)}: {plain(step.outcome.value)} [{step.event.name}]", indent=4
            )
