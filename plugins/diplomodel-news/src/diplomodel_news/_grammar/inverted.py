"""
Verbs with a subject between them and what negates them: "nor will Chad expel him", "tampoco Chad
lo expulsará", "ni Chad ni Togo lo expulsarán".

The words of a verb are gathered backwards until something else stands there, so that such a
subject hides from it that it is negated and, where an auxiliary stands before it, too, when it is.
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
    Negate verbs of clauses that open with a negation and an auxiliary, or a negated subject.
    """
    if analysis.language.adjective_after:
        _read_negated_subjects(analysis)
        return
    _read_at_last(analysis)
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


def _read_at_last(analysis: Analysis) -> None:
    """
    Take for done what a sentence says was not done before: "not until May were they restored".
    """
    if not (analysis.is_a(0, "negation") and analysis.is_a(1, "not_until")):
        return
    at = next((one for one in range(2, len(analysis.low)) if one not in analysis.times), 2)
    subject = analysis.at.get(at + 1)
    verb = next((one for one in analysis.verbs if one.first > at), None)
    if subject is None or verb is None or not _follows(verb, subject.stop, analysis):
        return
    verb.passive = verb.auxiliary = analysis.is_a(at, "passive_aux")
    verb.tense, verb.joint = "past", ""
    verb.subject, verb.subject_known = subject, True


def _read_negated_subjects(analysis: Analysis) -> None:
    """
    Negate verbs whose subject, or the first of whose subjects, a negation leads.
    """
    led = {one.first for one in analysis.mentions if analysis.is_a(one.first - 1, "negation")}
    for verb in analysis.verbs if led else ():
        subject = None if verb.negated else analysis.subject_of(verb)
        if subject is None or subject.stop > verb.first:
            continue
        while subject.before is not None and subject.first not in led:
            subject = subject.before
        verb.negated = subject.first in led


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
