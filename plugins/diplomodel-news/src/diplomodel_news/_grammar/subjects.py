"""
Who does what a verb says where another than the nearest does: callers, the ready, who writes.
"""

from __future__ import annotations

from diplomodel_news._grammar.verbs import Verb, Verbs
from diplomodel_news._mentions.mentions import Mention


__all__ = ["ends_saying", "is_beside", "is_phoned", "on_the_way", "said_to_be"]

#: What can say something.
_SPEAKERS = frozenset({"person", "institution", "actor"})
#: What can be somewhere.
_ABLE = _SPEAKERS | {"name", "pronoun"}


def ends_saying(analysis: Verbs, verb: Verb, near: Mention) -> bool:
    """
    Whether somebody after a verb of saying ends the sentence: "must stop, said the minister".
    """
    last = near.stop >= len(analysis.low) - 1 or near.stop in analysis.times
    alone = verb.stop == verb.first + 1 and "past" in verb.features
    if not (last and alone and analysis.word(verb.first - 1) == "," and near.kind in _SPEAKERS):
        return False
    # "Ann Hill, the minister, accused Togo on Monday": nothing is told before that she could say.
    before = analysis.at.get(verb.first - 2)
    opens = before is not None and before.kind in _SPEAKERS and not before.gov
    return not (opens and analysis.verbs[0] is verb)


def is_beside(analysis: Verbs, near: Mention, verb: Verb) -> bool:
    """
    Whether words of a stand only follow a place or addressee: "a note to Tunis warning of".
    """
    words = analysis.language.words
    apart = near.gov in words["at"] or near.gov in words["with"]
    over = verb.over
    finite = over is not None and over.tense not in {"infinitive", "gerund"}
    return apart and finite and analysis.takes_stand(verb)


def is_phoned(analysis: Verbs, over: Verb) -> bool:
    """
    Whether somebody calls or writes to somebody: "called him to congratulate him".
    """
    phoning = analysis.language.words["phoning"]
    return any(one in phoning for one in over.lemmas) and (
        over.stop in analysis.at
        or (analysis.is_a(over.stop, "infinitive_marker") and over.stop + 1 in analysis.at)
    )


def said_to_be(analysis: Verbs, noun: Mention) -> Mention | None:
    """
    Who is said to be ready: "said that Chad must be ready to mediate".
    """
    at = noun.first - 1
    while analysis.is_a(at, "adverb"):
        at -= 1
    if not analysis.is_a(at, "passive_aux"):
        return None
    while analysis.is_a(at, "passive_aux", "possible", "future", "perfect_aux", "adverb"):
        at -= 1
    return analysis.at.get(at)


def on_the_way(analysis: Verbs, verb: Verb, over: Verb) -> Mention | None:
    """
    Who is somewhere to do something: "told him she was on her way to the embassy to ask for it".
    """
    for at in range(verb.first - 1, over.stop, -1):
        if analysis.is_a(at, "copula"):
            found = analysis.at.get(at - 1)
            within = found is not None and found.first >= over.stop
            return found if within and found is not None and found.kind in _ABLE else None
    return None
