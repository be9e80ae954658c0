"""
Results as plain data. Keys stand in the order of these functions; dates are ISO 8601 or EDTF.
"""

from __future__ import annotations

from diplomodel.cli._law import law_data
from diplomodel.dates import day_text
from diplomodel.evidence import Claim, Evidence
from diplomodel.formats import to_plain
from diplomodel.histories import (
    Change,
    Explanation,
    Finding,
    Obligation,
    Transition,
)


__all__ = [
    "change_data",
    "evidence_data",
    "explanation_data",
    "finding_data",
    "obligation_data",
    "transition_data",
]

Data = dict[str, object]


def transition_data(transition: Transition) -> Data:
    """
    One change, by which event and rule.
    """
    return {
        "date": day_text(transition.day),
        "fluent": transition.fluent,
        "subject": transition.subject,
        "before": transition.before,
        "after": str(transition.after),
        "event": transition.event.name,
        "rule": transition.rule.key,
        "law": list(transition.law),
    }


def finding_data(finding: Finding) -> Data:
    """
    One thing that does not fit.
    """
    return {
        "date": day_text(finding.day),
        "code": finding.code,
        "severity": finding.severity.value,
        "text": finding.text,
        "events": [event.name for event in finding.events],
        "fluent": finding.fluent,
        "subject": finding.subject,
        "law": list(finding.law),
    }


def obligation_data(obligation: Obligation, day: int) -> Data:
    """
    One obligation, as it stands on a day.
    """
    return {
        "duty": obligation.duty,
        "holder": obligation.holder,
        "owed_to": obligation.owed_to,
        "subject": obligation.subject,
        "text": obligation.text,
        "status": obligation.status(day).value,
        "contested": obligation.contested(day),
        "began": day_text(obligation.begins),
        "due": None if obligation.due is None else str(obligation.due),
        "created_by": obligation.created_by.name,
        "law": list(obligation.law),
        "steps": [
            {
                "date": day_text(step.day),
                "outcome": step.outcome.value,
                "event": step.event.name,
            }
            for step in obligation.steps
            if step.day <= day
        ],
    }


def change_data(change: Change) -> Data:
    """
    What differs between two days.
    """
    return {
        "fluent": change.fluent,
        "subject": change.subject,
        "before": _text(change.before),
        "after": _text(change.after),
    }


def evidence_data(evidence: Evidence) -> Data:
    """
    Where it says so; what is not known is left out.
    """
    source = evidence.source
    found = {
        "source": source.id,
        "publisher": source.publisher,
        "title": source.title,
        "published": _text(source.published),
        "address": source.address,
        "place": evidence.place,
        "quote": evidence.quote,
        "attributed_to": evidence.attributed_to,
        "note": evidence.note,
    }
    return {key: value for key, value in found.items() if value is not None}


def explanation_data(explanation: Explanation) -> Data:
    """
    An explanation and those that it follows from.
    """
    event, rule = explanation.event, explanation.rule
    return {
        "fluent": explanation.fluent.name,
        "subject": explanation.subject,
        "at": day_text(explanation.day),
        "value": _text(explanation.value),
        "certainty": _text(explanation.certainty),
        "possible": sorted(str(value) for value in explanation.possible),
        "event": None if event is None else to_plain(event, sources="ids"),
        "rule": None if rule is None else {"key": rule.key, "why": rule.why},
        "law": law_data(explanation.law),
        "evidence": [evidence_data(piece) for piece in explanation.evidence],
        "claims": [_claim_data(claim) for claim in explanation.claims],
        "also": [other.name for other in explanation.also],
        "because": [explanation_data(reason) for reason in explanation.because],
    }


def _claim_data(claim: Claim) -> Data:
    return {
        "text": claim.text,
        "field": claim.field,
        "value": _text(claim.value),
        "by": list(claim.by),
        "verdict": claim.verdict.value,
        "reason": claim.reason,
        "evidence": [evidence_data(piece) for piece in claim.evidence],
    }


def _text(value: object) -> str | None:
    return None if value is None else str(value)
