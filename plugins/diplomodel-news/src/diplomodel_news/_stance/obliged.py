"""
Of whom somebody says that they must do something, or what they are: "said that Iran must let
inspectors in", "told Iran to let them in", "said Iran was the problem".
"""

from __future__ import annotations

from typing import Final

from diplomodel_news._grammar.grammar import Analysis
from diplomodel_news._mentions.mentions import Mention
from diplomodel_news._stance.reported import said_beside
from diplomodel_news._stance.stance import JUDGED, OBLIGED


__all__ = ["mark_judged", "mark_obliged"]

#: What can be bound to do something.
_ABLE: Final = frozenset({"actor", "institution", "person"})
#: How far before its verb the state stands that must do something, in tokens.
_NEAR: Final = 8
#: What can stand between somebody and the word of duty: "would also have to".
_HELPERS: Final = ("adverb", "future", "perfect_aux", "passive_aux", "negation", "modifier")


def mark_obliged(analysis: Analysis) -> None:
    """
    Tag the states of which somebody else says that they must or should do something.

    Args:
        analysis: The sentence, with its mentions resolved.
    """
    for at in range(1, len(analysis.low)):
        bound = _bound(at, analysis) if _is_duty(at, analysis) else None
        if bound is not None:
            _mark(bound, _reporter(at, bound, analysis), OBLIGED)
    for verb in analysis.verbs:
        over = verb.over if verb.link == "infinitive" and verb.noun is None else None
        if over is None or over.passive or not analysis.language.words["bids"] & {*over.lemmas}:
            continue
        bidden = analysis.subject_of(verb)
        if bidden is not None and bidden.kind in _ABLE and bidden.first >= over.stop:
            _mark(bidden, analysis.subject_of(over), OBLIGED)


def mark_judged(analysis: Analysis) -> None:
    """
    Tag the states of which somebody else says what they are: "said that Chad was no friend".

    Args:
        analysis: The sentence, with its mentions resolved.
    """
    for one in analysis.mentions:
        if one.state and one.kind in _ABLE and not one.gov and _is_judged(one.stop, analysis):
            _mark(one, _reporter(one.stop, one, analysis), JUDGED)


def _is_judged(at: int, analysis: Analysis) -> bool:
    """
    Whether the words at a place say what somebody is, and not what they do or are about to do.
    """
    while analysis.is_a(at, "perfect_aux", "had", "adverb", "negation") and at not in analysis.at:
        at += 1
    if not analysis.is_a(at, "passive_aux") or any(
        verb.first <= at < verb.stop for verb in analysis.verbs
    ):
        return False
    ahead = at + 1
    while analysis.is_a(ahead, "adverb", "negation"):
        ahead += 1
    plain = analysis.word(ahead).isalpha() and not analysis.is_a(ahead, "no_judgement")
    return plain and ahead not in analysis.times and ahead not in analysis.by_head


def _mark(one: Mention, reporter: Mention | None, tag: str) -> None:
    """
    Tag somebody of whom another state's voice speaks.
    """
    if reporter is not None and one is not reporter and reporter.state not in {None, one.state}:
        one.tags |= {tag}


def _is_duty(at: int, analysis: Analysis) -> bool:
    """
    Whether a word says what must be: "must stop", "should stop", "needs to stop", "has to".
    """
    if analysis.is_a(at, "duty"):
        return True
    if not analysis.is_a(at, "needing"):
        return False
    ahead = at + 1
    while analysis.is_a(ahead, "adverb"):
        ahead += 1
    return analysis.is_a(ahead, "infinitive_marker")


def _bound(at: int, analysis: Analysis) -> Mention | None:
    """
    Who must do something: whoever stands right before, the verb's subject, or the nearest state.
    """
    before = at - 1
    while analysis.is_a(before, *_HELPERS) and before not in analysis.at:
        before -= 1
    near = analysis.at.get(before)
    if near is not None and near.state and near.kind in _ABLE and not near.gov:
        return near
    verb = next((one for one in analysis.verbs if one.first <= at < one.stop), None)
    subject = analysis.subject_of(verb) if verb is not None else None
    if subject is not None and subject.state:
        return subject if subject.kind != "concept" else None
    able = [
        one
        for one in analysis.mentions
        if one.kind in _ABLE and one.state and one.stop <= at and at - one.stop < _NEAR
    ]
    return able[-1] if able else None


def _reporter(at: int, bound: Mention, analysis: Analysis) -> Mention | None:
    """
    Who says so: the subject of the verb of saying before, or beside.
    """
    reporting = analysis.language.matrix["reporting"]
    over = [one for one in analysis.verbs if one.stop <= bound.first]
    if over and any(lemma in reporting for lemma in over[-1].lemmas):
        return analysis.subject_of(over[-1])
    return said_beside(analysis, at, at + 1) if not over else None
