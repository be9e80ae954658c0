"""
Which verb another is joined to by "and", two words that are one verb, and shared auxiliaries.
"""

from __future__ import annotations

from typing import Final

import attrs

from diplomodel_news._grammar.tokens import Tokens, Verb


__all__ = ["joined_to", "set_free", "share_perfect"]

_FINITE: Final = frozenset({"past", "perfect", "pluperfect", "future"})
_GONE: Final = frozenset({"past", "perfect", "pluperfect"})
#: Tenses of what is still told as said, after "he said" between commas.
_SAID: Final = frozenset({"pluperfect", "future"})
#: What opens no clause below another, or one that hangs on a noun.
_NO_CLAUSE: Final = frozenset({"", "and", "relative"})
_TIMES: Final = frozenset({"after", "before", "once", "when", "because", "since", "as"})


def joined_to(verb: Verb, before: Verb, tokens: Tokens) -> Verb:
    """
    The verb that another is coordinated with: a finite one with a finite one.

    Args:
        verb: The verb after "and".
        before: The one that stands before it.
        tokens: The sentence.
    """
    before = _past_aside(verb, before, tokens)
    if verb.tense in _FINITE:
        while before.tense in {"infinitive", "gerund"} and before.over is not None:
            before = before.over
    return _past_clause(verb, before, tokens)


def _past_clause(verb: Verb, before: Verb, tokens: Tokens) -> Verb:
    """
    The main verb, past a clause that a comma ends: "broke ties after it spoke, and expelled him",
    "entered, after Ecuador had ended it, and arrested him".
    """
    over = before.over
    gone = before.link == "that" and before.tense in _GONE
    if over is not None and gone and verb.tense == over.tense == "present":
        # "Says that Chad left the pact in May and thanks Togo": who speaks now also thanks now.
        return over
    if over is None or tokens.language.adjective_after:
        return before
    if verb.tense == "past" and before.tense == "pluperfect" and before.joint in _TIMES:
        return over if over.tense == "past" else before
    under = before.link == "clause" and before.joint not in _NO_CLAUSE
    comma = tokens.word(verb.first - 2) == ","
    return over if under and comma and verb.tense == over.tense else before


def _past_aside(verb: Verb, before: Verb, tokens: Tokens) -> Verb:
    """
    The verb before "he said" between commas, where the next one still tells what is said:
    "it was ending ties, he said, and had closed its embassy".
    """
    reporting = tokens.language.matrix["reporting"]
    near = tokens.at.get(before.first - 1)
    end = before.stop
    while end < verb.first and (end in tokens.times or end + 1 in tokens.times):
        end += 1
    aside = near is not None and tokens.word(end) == "," == tokens.word(near.first - 1)
    says = any(lemma in reporting for lemma in before.lemmas)
    if verb.tense in _SAID and before.over is not None and aside and says:
        return before.over
    return before


def set_free(verb: Verb, before: Verb | None) -> Verb | None:
    """
    "Set free" as one verb, which takes the place of the one before; nothing for other words.

    Args:
        verb: The verb that may be "free".
        before: The one that stands before it.
    """
    if before is None or before.stop != verb.first or "set" not in before.lemmas:
        return None
    if "free" not in verb.lemmas or verb.auxiliary:
        return None
    readings = tuple(("free", feature) for feature in sorted(before.features))
    return attrs.evolve(before, head=verb.head, stop=verb.stop, readings=readings)


def share_perfect(verb: Verb, tokens: Tokens) -> None:
    """
    Make a bare participle active by the perfect of the verb that it is coordinated with.

    Args:
        verb: The verb that may be such a participle.
        tokens: Its sentence.
    """
    over = verb.over
    if over is None or verb.link != "and" or verb.auxiliary or over.passive:
        return
    if any(tokens.is_a(at, "had", "perfect_aux") for at in range(over.first, over.head)):
        verb.passive = False
        # "Had broken with Chad and withdrawn its envoy": both were done before.
        verb.tense = over.tense if verb.features == {"participle"} else verb.tense
