"""
Who else acts: those listed behind the first of them, who leads a force that does ("rebels led by
X", "al mando de X"), and whom somebody joins in doing it ("joined Chad in recalling its envoy").
"""

from __future__ import annotations

from typing import Final

from diplomodel_news._grammar.grammar import Analysis, Verb
from diplomodel_news._mentions.mentions import Mention


__all__ = ["instanced", "listed_behind", "shared_agents", "with_joined", "with_leader"]

_FORCE: Final = frozenset({"army", "forces", "junta", "soldiers", "strike_force", "crowd"})
#: Who can act.
_ABLE: Final = frozenset({"actor", "person", "institution"})
#: Within how many tokens after a force its leader begins: "al mando del (general) X".
_NEAR: Final = 6


def instanced(chain: list[Mention], verb: Verb, analysis: Analysis) -> list[Mention]:
    """
    The states that stand for several of which they are instances, between commas before a verb:
    "four governments, among them Chad and Togo, recognised it".

    Args:
        chain: The subject with those listed before it.
        verb: The verb.
        analysis: The sentence.
    """
    at = verb.first - 1
    if at < 2 or analysis.word(at) != "," or any(one.state for one in chain):
        return chain
    last = analysis.at.get(at - 1)
    behind = last is not None and last.kind == "pronoun" and _counts(last, analysis)
    if behind and last is not None:
        last = analysis.at.get(last.first - 2)
    if last is None or last.kind != "actor" or not last.state:
        return chain
    found = [last]
    while found[0].before is not None:
        found.insert(0, found[0].before)
    near = analysis.at.get(found[0].first - 1)
    opened = found[0].gov in analysis.language.words["instancing"]
    among = near is not None and near.kind == "pronoun" and _counts(near, analysis)
    return found if opened or among or behind else chain


def _counts(pronoun: Mention, analysis: Analysis) -> bool:
    return pronoun.gov in analysis.language.words["counted_among"]


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
    chain = instanced(chain, verb, analysis)
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


def with_joined(chain: list[Mention], verb: Verb, analysis: Analysis) -> list[Mention]:
    """
    Those who act, with those whom they join or follow in that: "followed Chad in closing it".
    """
    over = verb.over
    if verb.tense != "gerund" or over is None or not chain:
        return chain
    words = analysis.language.words["joined_in"]
    if over.passive or words.isdisjoint(over.lemmas) or not analysis.is_a(verb.first - 1, "at"):
        return chain
    joined = [
        one
        for one in analysis.objects(over)
        if one.state and one.kind in _ABLE and one.first < verb.first and one not in chain
    ]
    return [*chain, *joined]


def shared_agents(verb: Verb, analysis: Analysis) -> list[Mention]:
    """
    By whom the next of two participles says that both were done: "stormed and looted by a mob".

    Args:
        verb: The first of the two.
        analysis: The sentence.
    """
    after = next((one for one in analysis.verbs if one.first >= verb.stop), None)
    if after is None or after.over is not verb or after.link != "and" or after.auxiliary:
        return []
    if after.first != verb.stop + 1 or "participle" not in after.features:
        return []
    return [one for one in analysis.after(after) if one.gov in analysis.language.words["agent"]]
