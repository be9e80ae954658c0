"""
A report in Markdown: what happened and what it changed, what does not fit, what is owed, by which
law, and who says so.

It keeps to CommonMark, so that every reader of Markdown shows the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import BinaryIO

import attrs
from attrs import field

from diplomodel._telling._story import Day, Scene, no_change, story
from diplomodel._telling._words import Words, claim_words, day_words, plain
from diplomodel.dates import day_text
from diplomodel.errors import UnknownNameError
from diplomodel.events import Event, Observation
from diplomodel.evidence import Evidence, Source
from diplomodel.exporters._export import Export
from diplomodel.exporters._options import checked
from diplomodel.exporters._text import code, inline, link, paragraph
from diplomodel.fields import flag
from diplomodel.histories import Finding, Obligation, Transition
from diplomodel.law import article


__all__ = ["MarkdownExporter", "MarkdownOptions"]


@attrs.frozen(kw_only=True)
class MarkdownOptions:
    """
    How much is told.

    Attributes:
        quotes: Whether the words of sources are quoted where a casebook quotes them.
        law: Whether the articles are paraphrased at the end, and not only named.
    """

    quotes: bool = field(default=True, validator=flag)
    law: bool = field(default=True, validator=flag)


class MarkdownExporter:
    """
    Writes a report for people to read.
    """

    def __init__(self, options: object | None = None) -> None:
        """
        Take the options.
        """
        self._options = checked(options, MarkdownOptions)

    def export(self, case: Export, target: BinaryIO, /) -> None:
        """
        Write the report, part by part.
        """
        report = _Report(case, self._options)
        target.writelines(f"{line}\n".encode() for line in report.lines())


class _Report:
    """
    The report on one case: its lines, and the numbers of sources cited so far.
    """

    def __init__(self, case: Export, options: MarkdownOptions) -> None:
        self._case = case
        self._options = options
        self._rules = case.history.rules
        people = () if case.casebook is None else case.casebook.people
        self._words = Words.of(people)
        self._sources: dict[Source, int] = {}
        self._law: dict[str, None] = {}

    def lines(self) -> Iterator[str]:
        case = self._case
        told = story(case.history)
        yield f"# {inline(case.title) or 'A history'}"
        yield from self._introduction()
        yield from ("", "## Timeline")
        for day in told.days:
            yield from self._day(day)
        yield from _section("Findings")
        yield from _items(self._finding(one, dated=True) for one in case.findings())
        if told.last is not None:
            yield from _section(f"Obligations on {day_text(told.last)}")
            last = told.last
            yield from _items(self._obligation(duty, last) for duty in told.obligations)
        yield from _section("Law")
        yield from _items(self._article(name) for name in self._law)
        yield from _section("Sources")
        numbered = ((number, source) for source, number in self._sources.items())
        yield from [f"{number}. {_source(source)}" for number, source in numbered] or [_NONE]

    def _introduction(self) -> Iterator[str]:
        book, history = self._case.casebook, self._case.history
        if book is not None and book.summary:
            yield from ("", paragraph(book.summary))
        said = []
        if history.first_day is not None and history.last_day is not None:
            covered = day_text(history.first_day), day_text(history.last_day)
            said.append(f"Days covered: {covered[0]} to {covered[1]}")
        if book is not None and book.licence:
            said.append(f"Licence: {inline(book.licence)}")
        if self._case.fingerprint:
            said.append(f"Rules and plugins: {code(self._case.fingerprint)}")
        if said:
            yield ""
            yield from _items(said)

    def _day(self, day: Day) -> Iterator[str]:
        found = all(isinstance(scene.event, Observation) for scene in day.scenes)
        yield ""
        yield f"### {day_words(day.day)}{': how things stood' if found else ''}"
        seen_before = False
        for scene in day.scenes:
            seen = isinstance(scene.event, Observation) and not scene.findings
            if not (seen and seen_before):
                yield ""
            seen_before = seen
            yield from self._scene(scene)

    def _scene(self, scene: Scene) -> Iterator[str]:
        event = scene.event
        if isinstance(event, Observation):
            seen = inline(self._words.seen(self._rules, event))
            cited = self._cited(event.evidence)
            yield f"- {seen} ({code(event.name)}){cited and f' {cited}'}"
            yield from (f"  - {self._finding(one)}" for one in scene.findings)
            return
        title = inline(self._words.title(event).removesuffix(f" [{event.name}]"))
        heading = f"Takes effect: {title}" if scene.later else title
        yield f"- **{heading}** ({code(event.name)})"
        yield from (f"  - {line}" for line in self._details(scene))

    def _details(self, scene: Scene) -> Iterator[str]:
        event = scene.event
        if event.summary and not scene.later:
            yield paragraph(event.summary)
        yield from self._changes(scene.changes)
        if not scene.changes:
            yield f"No change: {inline(no_change(event, self._case.history))}"
        if not scene.later:
            for claim in event.claims:
                cited = self._cited(claim.evidence)
                yield f"Version: {inline(claim_words(claim))}{cited and f' {cited}'}"
        for finding in scene.findings:
            yield f"Finding: {self._finding(finding)}"
        if not scene.later:
            yield from self._evidence(event)

    def _changes(self, changes: Iterable[Transition]) -> Iterator[str]:
        by_rule: dict[str, list[Transition]] = {}
        for change in changes:
            by_rule.setdefault(change.rule.key, []).append(change)
        for found in by_rule.values():
            for change in found:
                yield f"Change: {inline(self._words.change(self._rules, change))}"
            rule = found[0].rule
            yield f"Rule: {inline(rule.why)}{self._by_law(rule.law)}"

    def _evidence(self, event: Event) -> Iterator[str]:
        if event.evidence:
            yield f"Sources: {self._cited(event.evidence)}"
        for piece in event.evidence:
            said = [inline(text) for text in (piece.place, piece.note) if text]
            if piece.attributed_to:
                said.insert(0, f"citing {inline(piece.attributed_to)}")
            if piece.quote and self._options.quotes:
                said.append(f"“{inline(piece.quote)}”")
            if said:
                yield f"In {self._mark(piece.source)}: {'; '.join(said)}"

    def _finding(self, finding: Finding, *, dated: bool = False) -> str:
        when = f"{day_text(finding.day)}, " if dated else ""
        names = ", ".join(code(event.name) for event in finding.events)
        see = f" ({names})" if names and dated else ""
        text = inline(finding.text)
        return f"{when}{finding.severity.value}: {text}{see}{self._by_law(finding.law)}"

    def _obligation(self, duty: Obligation, day: int) -> str:
        words = self._words
        status = duty.status(day).value + (", contested" if duty.contested(day) else "")
        due = f", due {duty.due}" if duty.due is not None else ""
        steps = "".join(
            f"; {day_text(step.day)}: {plain(step.outcome.value)} ({code(step.event.name)})"
            for step in duty.steps
            if step.day <= day
        )
        return (
            f"**{status}**: {inline(words.state(duty.holder))} owes"
            f" {inline(words.state(duty.owed_to))} to {inline(duty.text)}"
            f" ({inline(words.about_duty(duty.subject))};"
            f" since {day_text(duty.begins)}, {code(duty.created_by.name)}{due}{steps})"
            f"{self._by_law(duty.law)}"
        )

    def _article(self, name: str) -> str:
        try:
            found = article(name)
        except UnknownNameError:
            return inline(name)
        title = "" if found.title.lower() == found.number.lower() else f": {inline(found.title)}"
        text = f". {inline(found.text)}" if self._options.law else ""
        return f"{inline(name)}{title}{text}"

    def _by_law(self, law: Iterable[str]) -> str:
        names = list(law)
        self._law.update(dict.fromkeys(names))
        return f" — {inline('; '.join(names))}" if names else ""

    def _cited(self, evidence: Iterable[Evidence]) -> str:
        return " ".join(dict.fromkeys(self._mark(piece.source) for piece in evidence))

    def _mark(self, source: Source) -> str:
        return f"\\[{self._sources.setdefault(source, len(self._sources) + 1)}\\]"


_NONE = "None."


def _section(title: str) -> Iterator[str]:
    yield from ("", f"## {title}", "")


def _items(items: Iterable[str]) -> Iterator[str]:
    written = False
    for item in items:
        written = True
        yield f"- {item}"
    if not written:
        yield _NONE


def _source(source: Source) -> str:
    parts = [inline(source.publisher)]
    if source.title:
        parts.append(f"“{inline(source.title)}”")
    parts.append(str(source.published) if source.published is not None else "undated")
    if source.address:
        parts.append(link(source.address))
    if source.licence:
        parts.append(f"licence {inline(source.licence)}")
    return f"{', '.join(parts)} ({code(source.id)})"
