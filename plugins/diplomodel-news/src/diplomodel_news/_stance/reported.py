"""
Who says what a sentence reports: beside the words, before a colon, or in "according to".
"""

from __future__ import annotations

from typing import Final

from diplomodel_news._grammar.grammar import Analysis
from diplomodel_news._mentions.mentions import Mention


__all__ = ["according", "said_before_colon", "said_beside"]

_OPENING: Final = frozenset({'"', "“", "«", "”"})


def according(analysis: Analysis) -> Mention | None:
    """
    Whose words a sentence gives by "according to" and the like.
    """
    if analysis.is_a(0, "opines"):
        # "For the minister, it is an outrage."
        first = next(iter(analysis.mentions), None)
        opens = first is not None and first.first == 1
        for one in analysis.mentions[1:] if opens else ():
            # "Para Helsinki y Tallin, es una provocación".
            first = one if one.before is first else first
        if first is not None and opens and analysis.word(first.stop) == ",":
            return first if first.kind in {"person", "institution", "actor"} else None
    phrases = [
        tuple(text.split())
        for text, kind in analysis.language.matrix["reporting"].items()
        if kind == "source"
    ]
    shortened = analysis.language.contractions
    low = [shortened.get(word, word) for word in analysis.low]
    for words in phrases:
        for at in range(len(low) - len(words)):
            if low[at] == words[0] and tuple(low[at : at + len(words)]) == words:
                for one in analysis.mentions:
                    if 0 <= one.head - (at + len(words)) < 6:
                        return one
    return None


def said_before_colon(analysis: Analysis, start: int) -> Mention | None:
    """
    Who says what is quoted after a colon: ``X, president of Y: "…"`` and ``X wrote: "…"``.
    """
    if not (start < len(analysis.sentence) and analysis.sentence.quoted[start]):
        return None
    colon = next((at for at in range(start) if analysis.word(at) == ":"), None)
    if colon is None:
        return None
    blunt = any(analysis.is_a(at, "blunt") for at in range(colon))
    if blunt and analysis.verbs and analysis.verbs[0].stop <= colon:
        return analysis.subject_of(analysis.verbs[0])
    if analysis.word(colon + 1) not in _OPENING:
        return None
    reporting = analysis.language.matrix["reporting"]
    for verb in analysis.verbs:
        if verb.stop <= colon and any(lemma in reporting for lemma in verb.lemmas):
            return analysis.subject_of(verb)
    if any(verb.stop <= colon for verb in analysis.verbs):
        return None
    return next((one for one in analysis.mentions if one.stop <= colon and not one.gov), None)


def said_beside(analysis: Analysis, start: int, stop: int) -> Mention | None:
    """
    Who says it, where the words of saying stand beside: ``…, said X`` and ``…, X said``.
    """
    reporting = analysis.language.matrix["reporting"]
    for verb in analysis.verbs:
        if verb.head in range(start, stop):
            continue
        if verb.tense == "gerund" or not any(
            reporting.get(lemma) in {"neutral", "claim"} for lemma in verb.lemmas
        ):
            continue
        if analysis.word(verb.first - 1) in {",", '"', "”", "»"}:
            for one in analysis.mentions:
                if verb.stop <= one.first <= verb.stop + 1 and not one.gov:
                    return one
            subject = analysis.subject_of(verb)
            if subject is not None and subject.first >= verb.stop:
                return subject
        subject = analysis.subject_of(verb)
        if subject is not None and verb.head > start:
            at = _before_owner(subject, analysis) - 1
            if analysis.word(at) in {",", '"', "”", "»"}:
                return subject
    return None


def _before_owner(one: Mention, analysis: Analysis) -> int:
    """
    Where somebody's name begins, with whose that one is: "the foreign ministry's John Doe".
    """
    owner = analysis.at.get(one.first - 2) if analysis.is_a(one.first - 1, "genitive") else None
    if owner is None:
        return one.first
    return owner.first - analysis.is_a(owner.first - 1, "definite")
