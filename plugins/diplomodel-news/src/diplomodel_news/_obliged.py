"""
Whom somebody says that must or should do something: "said that Iran must let inspectors in".
"""

from __future__ import annotations

from typing import Final

from diplomodel_news._grammar import Analysis, Verb
from diplomodel_news._mentions import Mention
from diplomodel_news._reported import said_beside
from diplomodel_news._stance import OBLIGED


__all__ = ["mark_obliged"]

#: How far before its verb the state stands that must do something, in tokens.
_NEAR: Final = 8


def mark_obliged(analysis: Analysis) -> None:
    """
    Tag the states of which somebody else says that they must or should do something.

    Args:
        analysis: The sentence, with its mentions resolved.
    """
    reporting = analysis.language.matrix["reporting"]
    for verb in analysis.verbs:
        if not _is_duty(verb, analysis):
            continue
        over = verb.over if verb.link == "that" else None
        if over is not None and not any(lemma in reporting for lemma in over.lemmas):
            continue
        reporter = (
            analysis.subject_of(over)
            if over is not None
            else said_beside(analysis, verb.first, verb.stop)
        )
        bound = _bound(verb, over, analysis)
        if reporter is None or bound is None or bound is reporter:
            continue
        if reporter.state not in {None, bound.state}:
            bound.tags |= {OBLIGED}


def _is_duty(verb: Verb, analysis: Analysis) -> bool:
    """
    Whether a verb says what must be: "must stop", "should stop", "needs to stop", "has to".
    """
    words = range(verb.first, verb.stop)
    if any(analysis.is_a(at, "duty") for at in words):
        return True
    ahead = verb.stop
    while analysis.is_a(ahead, "adverb"):
        ahead += 1
    needs = any(analysis.is_a(at, "needing") for at in words)
    return needs and analysis.is_a(ahead, "infinitive_marker")


def _bound(verb: Verb, over: Verb | None, analysis: Analysis) -> Mention | None:
    subject = analysis.subject_of(verb)
    if subject is not None and subject.state and subject.kind != "concept":
        return subject
    start = over.stop if over is not None else 0
    near = [
        one
        for one in analysis.mentions
        if one.kind in {"actor", "institution", "person"}
        and one.state
        and start <= one.first
        and one.stop <= verb.first
        and verb.first - one.stop < _NEAR
    ]
    nobody = subject is None or not subject.state
    return near[-1] if near and nobody else None
