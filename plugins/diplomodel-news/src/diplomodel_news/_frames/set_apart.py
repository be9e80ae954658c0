"""
The verb that a noun belongs to which is put in front of it, or between commas after its subject.
"""

from __future__ import annotations

from diplomodel_news._grammar.grammar import Analysis, Verb
from diplomodel_news._mentions.mentions import Mention


__all__ = ["fronted", "inserted"]


def fronted(noun: Mention, analysis: Analysis) -> Verb | None:
    """
    The verb after an object put in front: "A break of relations with Chad he ruled out".
    """
    if noun.gov or noun.first > 1 or analysis.language.adjective_after:
        return None
    table = analysis.language.matrix["verbs"]
    for verb in analysis.verbs:
        kinds = [f"{lemma} {analysis.word(verb.stop)}" in table for lemma in verb.lemmas]
        subject = analysis.subject_of(verb) if any(kinds) and verb.first > noun.stop else None
        if subject is not None and noun.stop < subject.first and subject.stop == verb.first:
            return verb if analysis.word(verb.stop + 1) not in {"a", "the", "any"} else None
    return None


def inserted(noun: Mention, end: int, analysis: Analysis) -> Verb | None:
    """
    The verb of whose subject a phrase between commas tells: "Dia, in a meeting with Roe, agreed".
    """
    before = noun.first - 2
    if not noun.gov or analysis.word(before) != "," or analysis.word(end - 1) != ",":
        return None
    led = analysis.at.get(before - 1)
    verb = analysis.by_head.get(end) or next(
        (one for one in analysis.verbs if one.first == end), None
    )
    if verb is None or led is None or analysis.subject_of(verb) is not led:
        return None
    return verb
