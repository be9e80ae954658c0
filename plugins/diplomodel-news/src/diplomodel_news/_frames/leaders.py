"""
Who else acts: those listed behind the first of them, and who leads a force that does: "special
forces under Colonel X", "rebels led by X", "al mando de X".
"""

from __future__ import annotations

from typing import Final

from diplomodel_news._grammar.grammar import Analysis, Verb
from diplomodel_news._mentions.mentions import Mention


__all__ = ["listed_behind", "with_leader"]

_FORCE: Final = frozenset({"army", "forces", "junta", "soldiers", "strike_force", "crowd"})
#: Within how many tokens after a force its leader begins: "al mando del (general) X".
_NEAR: Final = 6


def listed_behind(chain: list[Mention], verb: Verb, analysis: Analysis) -> list[Mention]:
    """
    Those who do something, with who is listed after the first of them where they stand after the
    verb: "rompieron con Chad Malí, Níger y Togo".

    Args:
        chain: The subject with those listed before it.
        verb: The verb.
        analysis: The sentence.
    """
    if not analysis.language.drops_subject or not chain or chain[0].first < verb.stop:
        return chain
    if not any(analysis.word(at).endswith("n") for at in range(verb.first, verb.stop)):
        return chain
    found = list(chain)
    for one in analysis.mentions:
        if one.before is found[-1] and not one.gov:
            found.append(one)
    return found


def with_leader(chain: list[Mention], verb: Verb, analysis: Analysis) -> list[Mention]:
    """
    Those who act, with who leads them where the sentence says so, as one of them.
    """
    force = next((one for one in chain if one.tags & _FORCE), None)
    words = analysis.language.words["leading"]
    if force is None or any(one.name for one in chain):
        return chain
    own = _whose_own(force, analysis)
    if own is not None:
        return [*chain, own]
    if words.isdisjoint(analysis.low):
        return chain
    for one in analysis.mentions:
        if not one.name or not one.person or one.kind != "person":
            continue
        beside = force.stop < one.first <= min(force.stop + _NEAR, verb.first)
        behind = verb.stop < one.first <= verb.limit
        start = force.stop if beside else max(one.first - 3, verb.stop)
        if (beside or behind) and not words.isdisjoint(analysis.low[start : one.first + 1]):
            return [*chain, one]
    return chain


def _whose_own(force: Mention, analysis: Analysis) -> Mention | None:
    """
    Who acts with a force that is the own: "Colonel X and his paratroopers toppled".
    """
    at = force.first - 1
    if "own" not in force.tags or not analysis.is_a(at, "conjunction"):
        return None
    return next((one for one in analysis.mentions if one.stop == at and one.person), None)
