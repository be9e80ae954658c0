"""
``diplomodel explain``: one value, read back to the rule, the article and the source.
"""

from __future__ import annotations

import click

from diplomodel._telling._words import claim_words, evidence_words, typed
from diplomodel.cli import _json
from diplomodel.cli._case import Case, named_fluent, opened
from diplomodel.cli._law import law_lines
from diplomodel.cli._options import as_json, at_option, casebook_argument
from diplomodel.cli._render import Page, emit_json
from diplomodel.dates import day_text
from diplomodel.errors import UnknownNameError
from diplomodel.events import Event
from diplomodel.evidence import Evidence
from diplomodel.histories import Certainty, Explanation
from diplomodel.subjects import subject_text


__all__ = ["command"]


@click.command(name="explain")
@casebook_argument
@click.argument("fluent")
@click.argument("subject")
@at_option(required=True)
@as_json
def command(casebook: str, fluent: str, subject: str, *, at: int, as_json: bool) -> None:
    """
    Explain why a FLUENT of a SUBJECT has its value on a day.

    Fluents are listed by "diplomodel fluents list". A pair of states is written MEX-PER;
    a mission, with its direction, MEX:PER; a person or power of it MEX:PER/pablo-monroy.
    """
    case = opened(casebook)
    asked = named_fluent(case, fluent)
    of = subject_text(asked.on, subject)
    known = case.history.subjects(asked)
    if of not in known:
        raise UnknownNameError(f"subject of {asked.name}", typed(of), map(typed, known))
    found = case.history.explain(asked, of, at=day_text(at))
    if as_json:
        emit_json(_json.explanation_data(found))
        return
    page = Page()
    _tell(page, case, found, indent=0)
    page.show()


def _tell(page: Page, case: Case, found: Explanation, *, indent: int) -> None:
    about = case.words.about(case.history.rules, found.fluent.name, found.subject)
    value = case.words.value(found.fluent, found.value)
    page.line(
        f"{about} ({typed(found.subject)}) on {day_text(found.day)}: {value}",
        indent=indent,
        hang=2,
        style="title",
    )
    inner = indent + 2
    page.line(_certainty_words(case, found), indent=inner)
    if found.event is not None:
        _tell_event(page, case, found, indent=inner)
    if found.because:
        page.line(
            f"No event sets it: it follows from the {len(found.because)} values below.",
            indent=inner,
        )
    for reason in found.because:
        page.blank()
        _tell(page, case, reason, indent=inner)


def _certainty_words(case: Case, found: Explanation) -> str:
    if found.certainty is None and not found.possible:
        return "Nothing is known of it on that day."
    possible = ", ".join(case.words.value(found.fluent, value) for value in sorted(found.possible))
    if found.certainty is Certainty.LAST_KNOWN:
        last = case.history.last_day
        ends = f"; the casebook ends on {day_text(last)}" if last is not None else ""
        more = f"; possible: {possible}" if len(found.possible) > 1 else ""
        return f"Last known{ends}{more}."
    if found.certainty is Certainty.CERTAIN:
        return "Certain, as far as the sources go."
    return f"Possible: {possible}."


def _tell_event(page: Page, case: Case, found: Explanation, *, indent: int) -> None:
    event = found.event
    if event is None:
        return
    _heading(page, "Because of", indent)
    page.line(_event_words(case, event), indent=indent + 2, hang=2, style="event")
    if event.summary:
        page.line(event.summary, indent=indent + 2)
    _heading(page, "By the rule", indent)
    if found.rule is None:
        page.line("None: it was seen to be so.", indent=indent + 2)
    else:
        page.line(f"{found.rule.why} [{found.rule.key}]", indent=indent + 2, hang=2)
        _heading(page, "Which rests on", indent)
        law_lines(page, found.law, indent=indent + 2)
    _heading(page, "Where it says so", indent)
    if not found.evidence:
        page.line("Nowhere: the event has no evidence.", indent=indent + 2)
    for piece in found.evidence:
        _tell_source(page, piece, indent=indent + 2)
    if found.claims:
        _heading(page, "Other versions", indent)
    for claim in found.claims:
        page.line(claim_words(claim), indent=indent + 2, hang=2)
        for piece in claim.evidence:
            page.line(evidence_words(piece), indent=indent + 4, hang=2, style="note")
    if found.also:
        _heading(page, "Also told by", indent)
    for other in found.also:
        page.line(_event_words(case, other), indent=indent + 2, hang=2)


def _heading(page: Page, text: str, indent: int) -> None:
    page.line(f"{text}:", indent=indent)


def _event_words(case: Case, event: Event) -> str:
    return f"{event.occurred}: {case.words.title(event)}"


def _tell_source(page: Page, piece: Evidence, *, indent: int) -> None:
    page.line(evidence_words(piece), indent=indent, hang=2)
    if piece.quote:
        page.line(f'"{piece.quote}"', indent=indent + 2)
    notes = {"title": piece.source.title, "place": piece.place, "note": piece.note}
    for label, text in notes.items():
        if text:
            page.line(f"{label}: {text}", indent=indent + 2, style="note")
    if piece.source.address:
        page.line(piece.source.address, indent=indent + 2, style="note")
