"""
Where somebody else begins to speak in the sentence that tells what one says: "Chad condemned the
coup, and Togo's president said", "Chad was alarmed, while Togo welcomed it".
"""

from __future__ import annotations

from typing import Final

from diplomodel_news._grammar.grammar import Analysis, Verb
from diplomodel_news._mentions.mentions import Mention


__all__ = ["next_speaker", "own_clause"]

_ENDS: Final = frozenset({",", ";"})
_LINKS: Final = frozenset({"and", "clause"})
#: Tenses of a report; what is said to come is told in others.
_TOLD: Final = frozenset({"past", "present", "perfect"})


def next_speaker(verb: Verb, analysis: Analysis) -> int:
    """
    The token at which another's words begin after a verb, or else the end of the sentence.

    Args:
        verb: The verb that tells what one says.
        analysis: The sentence.
    """
    end = len(analysis.low)
    if analysis.verbs[-1] is verb or analysis.language.drops_subject:
        return end
    own = analysis.subject_of(verb)
    for later in analysis.verbs:
        if later.first < verb.stop or later.tense not in _TOLD or later.link not in _LINKS:
            continue
        subject = analysis.subject_of(later)
        if subject is None or subject.first < verb.stop or not subject.state:
            continue
        if (own is not None and subject.state == own.state) or not _speaks(later, analysis):
            continue
        start = _start(subject, analysis)
        if start is not None:
            return start
    return end


def own_clause(verb: Verb, analysis: Analysis) -> int:
    """
    The token at which one's own words begin, past another's: "Chad regretted it, and Togo said".

    Args:
        verb: The verb that tells what one says.
        analysis: The sentence.
    """
    if analysis.verbs[0] is verb or analysis.language.drops_subject:
        return 0
    subject = analysis.subject_of(verb)
    start = _start(subject, analysis) if subject is not None else None
    if subject is None or start is None or start >= verb.first:
        return 0
    for one in analysis.verbs:
        if one.first >= start:
            break
        other = analysis.subject_of(one) if _speaks(one, analysis) else None
        if other is not None and other.state not in {None, subject.state}:
            return start
    return 0


def _speaks(verb: Verb, analysis: Analysis) -> bool:
    if analysis.sentence.quoted[verb.head] or verb.passive:
        return False
    reporting = analysis.language.matrix["reporting"]
    return analysis.takes_stand(verb) or any(lemma in reporting for lemma in verb.lemmas)


def _start(subject: Mention, analysis: Analysis) -> int | None:
    """
    Where a subject begins that stands past a comma, with whose it is.
    """
    while subject.before is not None:
        subject = subject.before
    owner = analysis.at.get(subject.first - 2)
    if analysis.is_a(subject.first - 1, "genitive") and owner is not None:
        subject = owner
    at = subject.first - 1
    at -= analysis.is_a(at, "determiner")
    joined = analysis.is_a(at, "conjunction", "concessive")
    return (
        subject.first
        if (joined and analysis.word(at - 1) in _ENDS) or analysis.word(at) == ";"
        else None
    )
