"""
Verbs whose auxiliary stands before the subject after a negation: "nor will Chad expel him".

The words of a verb are gathered backwards until something else stands there, so that a subject
between it and its auxiliary hides from it both that it is negated and when it is.
"""

from __future__ import annotations

from typing import Final

from diplomodel_news._grammar.grammar import Analysis, Verb


__all__ = ["read_inverted"]

#: What auxiliaries before the subject make of the bare verb after it.
_TENSES: Final = (
    ("future", "future"),
    ("possible", "possible"),
    ("had", "pluperfect"),
    ("perfect_aux", "perfect"),
    ("passive_aux", "past"),
)


def read_inverted(analysis: Analysis) -> None:
    """
    Negate verbs of clauses that open with a negation and an auxiliary.
    """
    if analysis.language.adjective_after:
        return
    opened = [
        at
        for at in range(len(analysis.low) - 2)
        if analysis.is_a(at, "negation") and _tense_of(at + 1, analysis) and at + 2 in analysis.at
    ]
    for at in opened:
        subject = analysis.at[at + 2]
        verb = next((one for one in analysis.verbs if one.first >= subject.stop), None)
        if verb is not None and _follows(verb, subject.stop, analysis):
            verb.negated, verb.tense = True, _tense_of(at + 1, analysis)
            verb.subject, verb.subject_known = subject, True


def _follows(verb: Verb, at: int, analysis: Analysis) -> bool:
    """
    Whether a verb without words of its own stands right after a subject, adverbs aside.
    """
    while at < verb.first and analysis.language.is_adverb(analysis.low[at]):
        at += 1
    return at == verb.first and not verb.auxiliary


def _tense_of(at: int, analysis: Analysis) -> str:
    """
    The tense that an auxiliary gives to its verb; nothing where it is none.
    """
    if at in analysis.at:
        return ""
    return next((tense for name, tense in _TENSES if analysis.is_a(at, name)), "")
