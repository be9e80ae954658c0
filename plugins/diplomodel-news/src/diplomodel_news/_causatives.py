"""
What somebody has done by others: "had the envoy summoned", "ordered the consul expelled".
"""

from __future__ import annotations

from diplomodel_news._mentions import Mention
from diplomodel_news._tokens import Tokens, Verb


__all__ = ["is_caused", "verb_of_having"]


def _undergoer(verb: Verb, tokens: Tokens) -> Mention | None:
    """
    Who or what stands right before a bare participle.
    """
    if verb.auxiliary or "participle" not in verb.features:
        return None
    near = tokens.at.get(verb.first - 1)
    concerned = near is not None and near.kind in {"person", "institution", "pronoun"}
    return near if concerned and near is not None and not near.gov else None


def verb_of_having(verb: Verb, tokens: Tokens) -> Verb | None:
    """
    "Had" before those to whom something is done, as a verb of ordering.

    Args:
        verb: The verb that tells what is done to them.
        tokens: Its sentence.
    """
    lemmas = sorted(tokens.language.words["causative"])
    near = _undergoer(verb, tokens)
    if near is None or not lemmas:
        return None
    at = near.first - 1
    if at < 1 or at in tokens.at or not tokens.is_a(at, "had", "perfect_aux"):
        return None
    tense = "past" if tokens.is_a(at, "had") else "present"
    return Verb(at, at, at + 1, tuple((one, "past") for one in lemmas), tense=tense)


def is_caused(verb: Verb, tokens: Tokens) -> bool:
    """
    Whether another verb orders what a bare participle after those concerned tells.
    """
    over, near = verb.over, _undergoer(verb, tokens)
    if over is None or near is None or over.passive or over.first >= near.first:
        return False
    ordered = tokens.language.words["causative"] & set(over.lemmas)
    return bool(ordered) and over.stop == near.first
