"""
Evidence, claims, spells, transitions and findings as rows.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import pyarrow as pa

from diplomodel.events import Event
from diplomodel.evidence import Evidence
from diplomodel.exporters import Export
from diplomodel.formats import to_plain
from diplomodel.subjects import subject_parts
from diplomodel_tables._shapes import json_text
from diplomodel_tables._table import Table, batched_rows, column, date_of


__all__ = [
    "claims_table",
    "evidence_table",
    "findings_table",
    "spells_table",
    "transitions_table",
]

_TEXT: Final = pa.string()
_DATE: Final = pa.date32()

_EVENT: Final = (
    column("event", _TEXT, "Label of the event, or the start of its id."),
    column("event_id", _TEXT, "Id of the event."),
)
_SOURCE: Final = (
    column("source", _TEXT, "Id of the document."),
    column("publisher", _TEXT, "Who published it."),
    column("published", _TEXT, "When, as an EDTF date."),
    column("title", _TEXT, "Its title."),
    column("address", _TEXT, "Where it is found."),
    column("language", _TEXT, "Its language, as a BCP 47 tag."),
)
_SUBJECT: Final = (
    column("fluent", _TEXT, "The fluent: what holds or changes."),
    column("subject", _TEXT, "Of what it holds."),
    column("state_a", _TEXT, "The state that the subject names first."),
    column("state_b", _TEXT, "The state that it names second."),
    column("part", _TEXT, "The person, place, protector, measure or case that it names."),
)
_EVIDENCE: Final = pa.schema(
    [
        *_EVENT,
        column("kind", _TEXT, "The event type."),
        column("occurred", _TEXT, "When it happened, as an EDTF date."),
        column("claim", _TEXT, "The claim that it supports; empty where it supports the event."),
        *_SOURCE,
        column("place", _TEXT, "Where in the document."),
        column("quote", _TEXT, "The words themselves."),
        column("attributed_to", _TEXT, "Who says so, where the source passes it on."),
        column("note", _TEXT, "What a reader should know."),
    ]
)
_CLAIMS: Final = pa.schema(
    [
        *_EVENT,
        column("kind", _TEXT, "The event type."),
        column("occurred", _TEXT, "When it happened, as an EDTF date."),
        column("field", _TEXT, "The field claimed; empty for a word on the whole event."),
        column("value", _TEXT, "The value claimed, as JSON."),
        column("text", _TEXT, "The claim in a few words."),
        column("by", _TEXT, "Who claims it."),
        column("verdict", _TEXT, "What the coder makes of it."),
        column("reason", _TEXT, "Why."),
        column("sources", _TEXT, "Ids of the documents in which it is made."),
    ]
)
_SPELLS: Final = pa.schema(
    [
        *_SUBJECT,
        column("value", _TEXT, "The value that it keeps."),
        column("begins", _DATE, "The first day at whose end it holds."),
        column("ends", _DATE, "The day on which it holds no more; empty while it lasts."),
        column("days", pa.int32(), "Days from the one to the other; empty while it lasts."),
        column("observed", pa.bool_(), "Whether it was seen and may have begun earlier."),
        column("derived", pa.bool_(), "Whether it follows from other fluents."),
        column("began_by", _TEXT, "Label of the event that began it, or the start of its id."),
        column("began_by_id", _TEXT, "Id of that event."),
        column("began_by_kind", _TEXT, "Type of that event."),
        column("ended_by", _TEXT, "Label of the event that ended it, or the start of its id."),
        column("ended_by_id", _TEXT, "Id of that event."),
        column("ended_by_kind", _TEXT, "Type of that event."),
    ]
)
_TRANSITIONS: Final = pa.schema(
    [
        column("date", _DATE, "The day of the change."),
        *_SUBJECT,
        column("before", _TEXT, "The value before; empty where nothing was known."),
        column("after", _TEXT, "The value after."),
        *_EVENT,
        column("kind", _TEXT, "The event type."),
        column("rule", _TEXT, "The rule by which it changed."),
        column("law", _TEXT, "The articles and practices that the rule rests on."),
        column("sources", _TEXT, "Ids of the documents that report the event."),
    ]
)
_FINDINGS: Final = pa.schema(
    [
        column("date", _DATE, "The day on which it appears."),
        column("code", _TEXT, "What sort of finding."),
        column("severity", _TEXT, "How much it weighs."),
        column("text", _TEXT, "What does not fit."),
        column("fluent", _TEXT, "The fluent concerned."),
        column("subject", _TEXT, "The subject concerned."),
        column("events", _TEXT, "Labels of the events concerned, or the start of their ids."),
        column("law", _TEXT, "The articles concerned."),
    ]
)


def evidence_table(case: Export) -> Table:
    """
    One row for each place in a document that supports an event or a claim.
    """
    return Table(
        name="evidence",
        summary="One row for each place in a document that reports an event or makes a claim.",
        schema=_EVIDENCE,
        batches=lambda: batched_rows(_evidence(case), _EVIDENCE),
    )


def _evidence(case: Export) -> Iterator[dict[str, object]]:
    for event in case.events():
        for piece in event.evidence:
            yield _piece(event, piece, None)
        for claim in event.claims:
            for piece in claim.evidence:
                yield _piece(event, piece, claim.text)


def _piece(event: Event, piece: Evidence, claim: str | None) -> dict[str, object]:
    source = piece.source
    return {
        **_named(event),
        "claim": claim,
        "source": source.id,
        "publisher": source.publisher,
        "published": None if source.published is None else source.published.text,
        "title": source.title,
        "address": source.address,
        "language": source.language,
        "place": piece.place,
        "quote": piece.quote,
        "attributed_to": piece.attributed_to,
        "note": piece.note,
    }


def _named(event: Event) -> dict[str, object]:
    return {
        "event": event.name,
        "event_id": event.id,
        "kind": event.kind,
        "occurred": event.occurred.text,
    }


def claims_table(case: Export) -> Table:
    """
    One row for each claim.
    """
    return Table(
        name="claims",
        summary="One row for each version of an event that differs, and who gives it.",
        schema=_CLAIMS,
        batches=lambda: batched_rows(_claims(case), _CLAIMS),
    )


def _claims(case: Export) -> Iterator[dict[str, object]]:
    for event in case.events():
        if not event.claims:
            continue
        written = to_plain(event).get("claims")
        plain = written if isinstance(written, list) else []
        for claim, told in zip(event.claims, plain, strict=True):
            yield {
                **_named(event),
                "field": claim.field,
                "value": json_text(told["value"]) if "value" in told else None,
                "text": claim.text,
                "by": _joined(claim.by),
                "verdict": claim.verdict.value,
                "reason": claim.reason,
                "sources": _joined(piece.source.id for piece in claim.evidence),
            }


def _joined(texts: Iterator[str] | tuple[str, ...]) -> str | None:
    return "; ".join(dict.fromkeys(texts)) or None


def spells_table(case: Export) -> Table:
    """
    One row for each spell, those of derived fluents after the others.
    """
    return Table(
        name="spells",
        summary="One row for each interval in which a fluent keeps one value.",
        schema=_SPELLS,
        batches=lambda: batched_rows(_spells(case), _SPELLS),
    )


def _spells(case: Export) -> Iterator[dict[str, object]]:
    for spell in case.spells(derived=True):
        yield {
            **_subject(spell.fluent, spell.subject),
            "value": str(spell.value),
            "begins": date_of(spell.begins),
            "ends": date_of(spell.ends),
            "days": None if spell.ends is None else spell.ends - spell.begins,
            "observed": spell.observed and not case.fluent(spell.fluent).is_derived,
            "derived": case.fluent(spell.fluent).is_derived,
            **_ends_of("began_by", spell.began_by),
            **_ends_of("ended_by", spell.ended_by),
        }


def _ends_of(name: str, event: Event | None) -> dict[str, object]:
    if event is None:
        return {}
    return {name: event.name, f"{name}_id": event.id, f"{name}_kind": event.kind}


def _subject(fluent: str, subject: str) -> dict[str, object]:
    parts = subject_parts(subject)
    return {
        "fluent": fluent,
        "subject": subject,
        "state_a": parts.one,
        "state_b": parts.other,
        "part": parts.part,
    }


def transitions_table(case: Export) -> Table:
    """
    One row for each change that an event made.
    """
    return Table(
        name="transitions",
        summary="One row for each change of a fluent, with its event, rule and law.",
        schema=_TRANSITIONS,
        batches=lambda: batched_rows(_transitions(case), _TRANSITIONS),
    )


def _transitions(case: Export) -> Iterator[dict[str, object]]:
    for change in case.transitions():
        event = change.event
        yield {
            "date": change.date,
            **_subject(change.fluent, change.subject),
            "before": None if change.before is None else str(change.before),
            "after": None if change.after is None else str(change.after),
            "event": event.name,
            "event_id": event.id,
            "kind": event.kind,
            "rule": change.rule.key,
            "law": _joined(change.law),
            "sources": _joined(piece.source.id for piece in event.evidence),
        }


def findings_table(case: Export) -> Table:
    """
    One row for each finding.
    """
    return Table(
        name="findings",
        summary="One row for each thing that does not fit.",
        schema=_FINDINGS,
        batches=lambda: batched_rows(_findings(case), _FINDINGS),
    )


def _findings(case: Export) -> Iterator[dict[str, object]]:
    for finding in case.findings():
        yield {
            "date": finding.date,
            "code": finding.code,
            "severity": finding.severity.value,
            "text": finding.text,
            "fluent": finding.fluent,
            "subject": finding.subject,
            "events": _joined(event.name for event in finding.events),
            "law": _joined(finding.law),
        }
