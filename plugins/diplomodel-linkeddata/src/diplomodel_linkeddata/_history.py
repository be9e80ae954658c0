"""
What follows from the events: spells and findings.
"""

from __future__ import annotations

from collections.abc import Iterator

from diplomodel.dates import PartialDate
from diplomodel.errors import UnknownNameError
from diplomodel.exporters import Export
from diplomodel.fluents import Fluent
from diplomodel.histories import Finding, Spell
from diplomodel.subjects import subject_parts
from diplomodel_linkeddata._reports import event_iri
from diplomodel_linkeddata._scope import Rows, Scope, day_value, each, text, texts
from diplomodel_linkeddata._terms import Node, Ref, Term, Value, digest
from diplomodel_linkeddata._things import actor_ref


__all__ = ["described_history"]


def described_history(scope: Scope, case: Export, *, book: str) -> Iterator[Node]:
    """
    All spells, derived ones too, and all findings.
    """
    for spell in case.spells(derived=True):
        yield _spell(scope, case, spell, book)
    for finding in case.findings():
        yield _finding(scope, case, finding, book)


def _spell(scope: Scope, case: Export, spell: Spell, book: str) -> Node:
    fluent = case.fluent(spell.fluent)
    rows: list[tuple[str, Term]] = [
        ("schema:isPartOf", Ref(book)),
        ("dm:fluent", _fluent(scope, fluent)),
        ("dm:subject", _subject(scope, spell.subject)),
        ("dm:value", text(str(spell.value))),
        ("dm:begins", day_value(spell.begins)),
        ("dm:beganBy", Ref(event_iri(scope, spell.began_by))),
        ("prov:wasDerivedFrom", Ref(event_iri(scope, spell.began_by))),
    ]
    if spell.ends is not None:
        rows.append(("dm:ends", day_value(spell.ends)))
    if spell.ended_by is not None:
        rows.append(("dm:endedBy", Ref(event_iri(scope, spell.ended_by))))
    rows.append(("dm:observed", Value("true" if spell.observed else "false", "xsd:boolean")))
    rows += _doubt(spell)
    rows += texts("dm:law", *_law(case, spell))
    told = (spell.fluent, spell.subject, str(spell.value), spell.begins, spell.ends)
    name = scope.name("spell", digest([*told, spell.began_by.id, book]))
    return Node(name, ("dm:Spell", "prov:Entity"), tuple(rows))


def _doubt(spell: Spell) -> Rows:
    """
    The days between which the spell began and ended, where an event's date leaves doubt.
    """
    if not spell.observed:
        yield from _window(spell.began_by.occurred, spell.begins, "Begin")
    if spell.ends is not None and spell.ended_by is not None:
        yield from _window(spell.ended_by.occurred, spell.ends, "End")


def _window(date: PartialDate, day: int, end: str) -> Rows:
    # What takes effect at another time than it was decided has its own date, told exactly.
    if date.is_exact or not date.first_possible <= day <= date.last_possible:
        return
    yield f"sem:hasEarliest{end}TimeStamp", day_value(date.first_possible)
    yield f"sem:hasLatest{end}TimeStamp", day_value(date.last_possible)


def _law(case: Export, spell: Spell) -> tuple[str, ...]:
    if spell.observed:
        return ("practice: observation",)
    try:
        return case.history.rules.rule(spell.began_by.kind, spell.fluent).law
    except UnknownNameError:  # a derived fluent has no rule of its own
        return ()


def _fluent(scope: Scope, fluent: Fluent[str]) -> Ref:
    rows: list[tuple[str, Term]] = [
        ("rdfs:label", text(fluent.name)),
        ("rdfs:comment", text(fluent.summary)),
        ("dm:derived", Value("true" if fluent.is_derived else "false", "xsd:boolean")),
    ]
    return scope.mention(scope.name("fluent", fluent.name), ("dm:Fluent",), rows)


def _subject(scope: Scope, subject: str) -> Ref:
    iri = scope.name("subject", subject)
    if scope.has(iri):
        return Ref(iri)
    rows: list[tuple[str, Term]] = [("rdfs:label", text(subject))]
    rows += each("dm:involves", [actor_ref(scope, code) for code in subject_parts(subject).codes])
    return scope.mention(iri, ("dm:Subject",), rows)


def _finding(scope: Scope, case: Export, finding: Finding, book: str) -> Node:
    severity = str(finding.severity.value)
    events = [event_iri(scope, event) for event in finding.events]
    rows: list[tuple[str, Term]] = [
        ("schema:isPartOf", Ref(book)),
        ("dm:code", text(finding.code)),
        ("dm:severity", text(severity)),
        ("rdfs:comment", text(finding.text)),
        ("dm:day", day_value(finding.day)),
        *each("dm:concerns", map(Ref, events)),
    ]
    if finding.fluent is not None and finding.fluent in case.history.rules.by_name:
        rows.append(("dm:fluent", _fluent(scope, case.fluent(finding.fluent))))
    if finding.subject is not None:
        rows.append(("dm:subject", _subject(scope, finding.subject)))
    rows += texts("dm:law", *finding.law)
    name = scope.name("finding", digest([finding.code, finding.text, finding.day, *events, book]))
    return Node(name, ("dm:Finding",), tuple(dict.fromkeys(rows)))
