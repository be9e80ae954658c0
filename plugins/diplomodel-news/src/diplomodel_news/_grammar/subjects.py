"""
Who does what a verb says where another than the nearest does: callers, the ready, who writes.
"""

from __future__ import annotations

from diplomodel_news._grammar.verbs import Verb, Verbs
from diplomodel_news._mentions.mentions import Mention


__all__ = [
    "ends_saying",
    "is_beside",
    "is_phoned",
    "joiner",
    "just_before",
    "leads_series",
    "on_the_way",
    "said_to_be",
    "says_between",
    "stands_behind",
]

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


def says_between(analysis: Verbs, verb: Verb, near: Mention) -> bool:
    """
    Whether somebody after a verb of saying is set between commas: "Iran, said the minister, was".
    """
    before = analysis.at.get(verb.first - 2)
    apart = analysis.word(verb.first - 1) == "," == analysis.word(near.stop)
    if not apart or near.kind not in _SPEAKERS - {"actor"} or verb.stop != verb.first + 1:
        return False
    # "Ann Hill, the minister, said President Doe, who left": she says it.
    return before is not None and before.kind not in {"person", "name"}


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


def leads_series(analysis: Verbs, verb: Verb) -> Verb | None:
    """
    The verb that opens a series of deeds: "gave the envoy a day, recalled its own and cut trade".

    Args:
        analysis: The sentence.
        verb: A verb that may stand in the middle of such a series.
    """
    lead = verb.over
    while lead is not None and lead.tense in {"infinitive", "gerund"}:
        lead = lead.over
    if lead is None or analysis.language.adjective_after or analysis.sentence.is_heading:
        return None
    plain = verb.link == "clause" and not verb.joint and not verb.auxiliary
    alike = "past" in verb.features and lead.tense == "past" and not lead.passive
    apart = analysis.word(verb.first - 1) == "," and verb.stop in analysis.at
    goes_on = any(one.over is verb and one.link == "and" for one in analysis.verbs)
    return lead if plain and alike and apart and goes_on else None


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


def stands_behind(analysis: Verbs, verb: Verb, found: Mention | None) -> Mention | None:
    """
    Who does what a relative clause tells, where that follows: "el asilo que le dio Togo".

    Args:
        analysis: The sentence.
        verb: The verb of the clause.
        found: What stands before it.
    """
    if verb.joint != "relative" or verb.passive or verb.reflexive or found is None:
        return None
    near = next((one for one in analysis.mentions if one.first >= verb.stop), None)
    if found.kind != "concept" or found.first > verb.first or near is None or near.gov:
        return None
    between = range(verb.stop, near.first)
    forms = (one for lemma in verb.lemmas for one in analysis.language.forms.get(lemma, ()))
    beside = near.kind in _ABLE and all(at in analysis.times for at in between)
    return near if beside and any(one.object & found.tags for one in forms) else None


def just_before(verb: Verb, analysis: Verbs) -> Mention | None:
    """
    What stands right before a verb, but not where it only says near what.

    Args:
        verb: The verb.
        analysis: The sentence.
    """
    at = verb.first - 1
    if analysis.word(at) == ",":
        at -= 1
    near = analysis.at.get(at)
    # "The shop near the embassy closed": the only verb tells of what comes before.
    alone = near is not None and bool(near.gov) and len(analysis.verbs) == 1
    return None if alone else near


def joiner(verb: Verb, found: Mention | None, analysis: Verbs) -> Verb | None:
    """
    The verb whose subject does what a clause tells of a list that it joins: "Chad joined the ranks
    of the countries that recognise it".

    Args:
        verb: The verb of the clause.
        found: What stands before it.
        analysis: The sentence.
    """
    over = verb.over if verb.joint == "relative" else None
    joins = over is not None and analysis.language.words["likewise_joining"] & set(over.lemmas)
    return over if joins and found is not None and "likewise" in found.tags else None
