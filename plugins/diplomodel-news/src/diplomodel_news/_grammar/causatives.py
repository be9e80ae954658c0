"""
What somebody has done by others: "had the envoy summoned", "ordered the consul expelled".
"""

from __future__ import annotations

from typing import Final

from diplomodel_news._grammar.tokens import Tokens, Verb
from diplomodel_news._mentions.mentions import Mention


__all__ = ["is_caused", "is_ordered", "time_given", "verb_of_having"]

_LEAVING: Final = frozenset({"leaving", "to_be_gone"})


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


def time_given(at: int, tokens: Tokens) -> Verb | None:
    """
    "Had" in "had three days to leave", as a verb of being given that time.

    Args:
        at: The token that may be such a word.
        tokens: Its sentence.
    """
    if at in tokens.at or not tokens.is_a(at, "had", "perfect_aux"):
        return None
    dates = tokens.language.dates
    number = tokens.word(at + 1)
    counted = number.isdecimal() or number in dates["numbers"] or tokens.is_a(at + 1, "determiner")
    after = at + 3 if counted and tokens.word(at + 2) in dates["units"] else at
    if tokens.is_a(at + 1, "not_until"):
        # "Has until Friday to leave".
        after = at + 2
        while after in tokens.times or tokens.word(after) in dates["numbers"]:
            after += 1
    gone = tokens.at.get(after)
    lemmas = sorted(tokens.language.words["allotting"])
    if after == at or gone is None or not gone.tags & _LEAVING or not lemmas:
        return None
    readings = tuple((one, "participle") for one in lemmas)
    return Verb(at, at, at + 1, readings, passive=True, auxiliary=True, tense="past")


def is_ordered(verb: Verb, tokens: Tokens) -> bool:
    """
    Whether a participle says what somebody orders done to who stands before it: "had him freed".
    """
    near, over = tokens.at.get(verb.first - 1), verb.over
    if near is None or over is None or tokens.word(verb.first) != tokens.word(verb.head):
        return False
    return over.stop == near.first and bool(tokens.language.words["ordering"] & {*over.lemmas})
