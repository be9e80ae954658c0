"""
``diplomodel replay``: a casebook told day by day.
"""

from __future__ import annotations

from collections.abc import Iterable

import click

from diplomodel._telling._story import Day, Scene, Story, no_change, story
from diplomodel._telling._words import claim_words, day_words, evidence_words
from diplomodel.cli import _json
from diplomodel.cli._case import Case, coverage_words, opened
from diplomodel.cli._law import cited
from diplomodel.cli._options import DAY, as_json, casebook_argument, dyad_option
from diplomodel.cli._owed import obligation_lines
from diplomodel.cli._render import Page, emit_json
from diplomodel.dates import day_text
from diplomodel.events import Event, Observation
from diplomodel.evidence import Evidence
from diplomodel.formats import to_plain
from diplomodel.histories import Finding, Transition


__all__ = ["command"]

#: Width of the labels' column.
_COLUMN = 9


@click.command(name="replay")
@casebook_argument
@click.option("--from", "first", type=DAY, metavar="DATE", help="The first day told.")
@click.option("--until", "last", type=DAY, metavar="DATE", help="The last day told.")
@dyad_option
@click.option("--sources", is_flag=True, help="Give the sources' addresses and quotes too.")
@click.option(
    "--findings-fatal", is_flag=True, help="Exit with status 1 if anything does not fit."
)
@as_json
@click.pass_context
def command(
    ctx: click.Context,
    casebook: str,
    *,
    first: int | None,
    last: int | None,
    dyad: tuple[str, str] | None,
    sources: bool,
    findings_fatal: bool,
    as_json: bool,
) -> None:
    """
    Tell a casebook day by day.

    For each event: what it changed and by which rule, what did not fit, and where it says so.
    At the end: what is still owed.
    """
    if first is not None and last is not None and last < first:
        raise click.UsageError("--until is before --from: exchange them")
    case = opened(casebook)
    told = story(case.history, first=first, last=last, dyad=dyad)
    if as_json:
        emit_json(_data(case, told))
    else:
        page = Page()
        _tell(page, case, told, sources=sources)
        page.show()
    if findings_fatal and told.findings:
        click.echo(f"diplomodel: findings: {len(told.findings)}", err=True)
        ctx.exit(1)


def _tell(page: Page, case: Case, told: Story, *, sources: bool) -> None:
    page.title(case.title)
    if case.casebook.summary:
        page.line(case.casebook.summary)
    page.line(f"{coverage_words(case)} {_counts(told)}")
    for day in told.days:
        _tell_day(page, case, day, sources=sources)
    if told.last is not None:
        page.title(f"Owed on {day_text(told.last)}")
        obligation_lines(page, case, told.obligations, told.last)


def _counts(told: Story) -> str:
    events = sum(not scene.later for scene in told.scenes)
    changes = sum(len(scene.changes) for scene in told.scenes)
    return f"Told here: events {events}, changes {changes}, findings {len(told.findings)}."


def _tell_day(page: Page, case: Case, day: Day, *, sources: bool) -> None:
    found = all(isinstance(scene.event, Observation) for scene in day.scenes)
    page.title(f"{day_words(day.day)}{': how things stood' if found else ''}")
    before_seen = True
    for index, scene in enumerate(day.scenes):
        seen = isinstance(scene.event, Observation)
        if index and not (seen and before_seen):
            page.blank()
        before_seen = seen
        if isinstance(scene.event, Observation):
            _tell_observation(page, case, scene.event)
        else:
            _tell_event(page, case, scene)
        for finding in scene.findings:
            _tell_finding(page, finding, scene.event)
        if not scene.later:
            _tell_sources(page, scene.event, sources=sources)


def _tell_observation(page: Page, case: Case, event: Observation) -> None:
    seen = case.words.seen(case.history.rules, event)
    page.line(f"{seen} [{event.name}]", hang=2)


def _tell_event(page: Page, case: Case, scene: Scene) -> None:
    event = scene.event
    if scene.later:
        page.line(f"Takes effect: {case.words.title(event)}", hang=2, style="event")
    else:
        page.line(case.words.title(event), hang=2, style="event")
        if event.summary:
            page.line(event.summary, indent=2)
    _tell_changes(page, case, scene.changes)
    if not scene.changes:
        reason = no_change(event, case.history)
        page.item("no change", reason, column=_COLUMN, style="note")
    if not scene.later:
        for claim in event.claims:
            page.item("version", claim_words(claim), column=_COLUMN)


def _tell_changes(page: Page, case: Case, changes: Iterable[Transition]) -> None:
    by_rule: dict[str, list[Transition]] = {}
    for change in changes:
        by_rule.setdefault(change.rule.key, []).append(change)
    for found in by_rule.values():
        for change in found:
            told = case.words.change(case.history.rules, change)
            page.item("change", told, column=_COLUMN, style="change")
        rule = found[0].rule
        page.item("rule", f"{rule.why}{cited(rule.law)}", column=_COLUMN)


def _tell_finding(page: Page, finding: Finding, event: Event) -> None:
    others = ", ".join(other.name for other in finding.events if other.id != event.id)
    see = f" (see {others})" if others else ""
    page.item(
        "finding",
        f"{finding.severity.value}: {finding.text}{see}{cited(finding.law)}",
        column=_COLUMN,
        style="plain" if finding.severity == "note" else finding.severity.value,
    )


def _tell_sources(page: Page, event: Event, *, sources: bool) -> None:
    if not event.evidence:
        return
    if not sources:
        named = "; ".join(dict.fromkeys(evidence_words(piece) for piece in event.evidence))
        page.item("sources", named, column=_COLUMN, style="note")
        return
    for piece in event.evidence:
        _tell_source(page, piece)


def _tell_source(page: Page, piece: Evidence) -> None:
    page.item("source", evidence_words(piece), column=_COLUMN, style="note")
    for text in (piece.source.address, piece.place, piece.quote and f'"{piece.quote}"'):
        if text:
            page.line(text, indent=4, style="note")


def _data(case: Case, told: Story) -> dict[str, object]:
    covered = case.history.first_day, case.history.last_day
    first, last = (None if day is None else day_text(day) for day in covered)
    return {
        "casebook": case.casebook.name or case.name,
        "title": case.casebook.title,
        "coverage": {"first": first, "last": last},
        "days": [
            {"date": day_text(day.day), "events": [_scene_data(scene) for scene in day.scenes]}
            for day in told.days
        ],
        "obligations": [
            _json.obligation_data(duty, told.last)
            for duty in told.obligations
            if told.last is not None
        ],
    }


def _scene_data(scene: Scene) -> dict[str, object]:
    return {
        "id": scene.event.id,
        "takes_effect_later": scene.later,
        "event": to_plain(scene.event, sources="inline"),
        "changes": [_json.transition_data(change) for change in scene.changes],
        "findings": [_json.finding_data(finding) for finding in scene.findings],
    }
