"""
Who acts in a clause of one to whom something is done: "el cónsul, a quien citó ayer la ministra".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplomodel_news._grammar.verbs import Verb, Verbs
from diplomodel_news._mentions.mentions import Mention


if TYPE_CHECKING:
    from diplomodel_news._grammar.grammar import Analysis
    from diplomodel_news._grammar.romance import RomanceAnalysis


__all__ = ["acts_on_whom", "marked_relative", "outnumbered"]

#: How far before its verb the pronoun of such a clause stands.
_REACH = 7
_WHO = frozenset({"actor", "person", "institution", "name"})


def marked_relative(analysis: Verbs, verb: Verb) -> int | None:
    """
    Where the relative pronoun stands that is marked as whom something is done to: "a quien",
    "al que", "a la que".

    Args:
        analysis: The sentence, in a language that drops subjects and marks persons.
        verb: The verb of the clause.
    """
    if verb.passive or verb.reflexive:
        return None
    for at in range(verb.first - 1, max(0, verb.first - _REACH), -1):
        if analysis.word(at) in {",", ";", ":"} or at in analysis.by_head:
            return None
        if at not in analysis.at and analysis.is_a(at, "relative"):
            before = at - 1
            if analysis.is_a(before, "determiner") and before not in analysis.at:
                before -= 1
            return at if analysis.is_a(before, "personal") else None
    return None


def outnumbered(analysis: Analysis, verb: Verb) -> int | None:
    """
    Where a "que" stands for several, right before the verb of one: "los agregados que expulsó".

    Args:
        analysis: The sentence, in a language that drops subjects.
        verb: The verb of the clause.
    """
    at = verb.first - 1
    near = analysis.at.get(at - 1)
    if verb.passive or verb.reflexive or near is None or at in analysis.at:
        return None
    if not (near.kind == "person" and near.plural and analysis.is_a(at, "relative")):
        return None
    finite = analysis.word(verb.first if verb.auxiliary else verb.head)
    one = not finite.endswith(("n", "mos")) and verb.tense in {"past", "perfect", "pluperfect"}
    return at if one and not analysis.clitics(verb) else None


def acts_on_whom(analysis: RomanceAnalysis, verb: Verb, at: int) -> Mention | None:
    """
    Who acts in such a clause: who stands behind its pronoun or its verb, or of whom the sentence
    tells before; never the one whom the pronoun stands for.

    Args:
        analysis: The sentence.
        verb: The verb of the clause.
        at: Where the pronoun stands.
    """
    inside = [one for one in analysis.mentions if at < one.first < verb.first and not one.gov]
    if inside and inside[-1].kind in _WHO:
        return inside[-1]
    behind = next((one for one in analysis.objects(verb) if one.kind in _WHO), None)
    if behind is not None and not analysis.apart(verb, behind):
        return behind
    whom = {id(one) for one in analysis.mentions if at - 4 < one.stop <= at}
    over = verb.over if verb.over is not None and verb.over.joint != "relative" else None
    higher = analysis.subject_of(over) if over is not None else analysis.topic
    if higher is None or id(higher) in whom or higher.kind not in _WHO:
        higher = analysis.topic
    several = analysis.word(verb.first if verb.auxiliary else verb.head).endswith("n")
    alone = higher is None or (several and not (higher.plural or higher.before is not None))
    return None if alone else higher
