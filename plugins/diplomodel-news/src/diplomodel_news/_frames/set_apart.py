"""
What stands apart: a noun put in front of its verb or between commas after the subject, a name
beside somebody, and what a verb shares with a later one.
"""

from __future__ import annotations

from typing import Final

from diplomodel_news._grammar.grammar import Analysis, Verb
from diplomodel_news._mentions.mentions import Mention


__all__ = ["fronted", "inserted", "named_beside", "suspended"]

_SEVERAL: Final = frozenset({"nationals", "counted_nationals", "crowd", "persons"})


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


def named_beside(subject: Mention, analysis: Analysis) -> Mention | None:
    """
    The last of the persons named between commas after those that they are: "two Swedes, X and Y,".
    """
    if not subject.tags & _SEVERAL or subject.person or analysis.word(subject.stop) != ",":
        return None
    for one in analysis.mentions:
        ended = analysis.word(one.stop) in {",", "-", "–", "—"}
        if one.first > subject.stop and one.name and one.person and ended:
            chain = one
            while chain.before is not None:
                chain = chain.before
            return one if chain.first == subject.stop + 1 else None
    return None


def suspended(verb: Verb, analysis: Analysis) -> list[tuple[str, Mention]]:
    """
    What a preposition that a comma cuts off shares with the last one, and that preposition:
    "withdrew its recognition of, and ended its ties with, Chad".
    """
    cut = [
        at
        for at in range(verb.stop, len(analysis.low) - 2)
        if analysis.low[at + 1] == ","
        and analysis.is_a(at, "preposition", "of", "with", "at")
        and (at not in analysis.at or analysis.at[at].stop == at + 1)
    ]
    later = next((one.first for one in analysis.verbs if one.first >= verb.stop), 0)
    if len(cut) <= 1 or not cut[0] < later < cut[-1]:
        return []
    shared = analysis.at.get(cut[-1] + 2)
    return [(analysis.low[cut[0]], shared)] if shared is not None else []
