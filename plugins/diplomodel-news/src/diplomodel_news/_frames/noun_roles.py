"""
Who stands in which role about a noun of action: whose it is, of what, and after prepositions.
"""

from __future__ import annotations

from diplomodel_news._frames.relatives import past_clause
from diplomodel_news._frames.roles import Roles, chain_of
from diplomodel_news._frames.set_apart import fronted, inserted
from diplomodel_news._grammar.grammar import Analysis, Verb
from diplomodel_news._mentions.mentions import Mention


__all__ = ["noun_roles"]

_MARKS = frozenset({'"', "“", "‘", "'"})


def noun_roles(noun: Mention, analysis: Analysis) -> tuple[Verb | None, Roles]:
    """
    The verb that a noun of action belongs to, if any, and the roles about the noun.
    """
    verb, end = _surroundings(noun, analysis)
    verb = verb or fronted(noun, analysis)
    roles: Roles = {"subject": [], "object": [], "owner": [], "of": []}
    if noun.owner is not None:
        roles["owner"] = chain_of(noun.owner)
    if noun.of is not None:
        roles["of"] = chain_of(noun.of)
    for mention in analysis.mentions:
        if noun.stop <= mention.first < end and mention is not noun.of:
            before = mention.before.gov if mention.before is not None else ""
            if mention.gov or before:
                roles.setdefault(mention.gov or before, []).append(mention)
    for word in analysis.language.words["of"]:
        roles["of"] += [one for one in roles.get(word, ()) if one not in roles["of"]]
    roles["predicate"] = _predicated(noun, analysis)
    roles["named"] = _named(noun, analysis)
    roles["having"] = _having(noun, analysis)
    led = verb or inserted(noun, end, analysis)
    if led is not None:
        subject = analysis.subject_of(led)
        roles["subject"] = chain_of(subject) if subject is not None else []
    return verb, roles


def _predicated(noun: Mention, analysis: Analysis) -> list[Mention]:
    """
    Of whom a noun is said by no more than "is": "the envoy, he said, was no longer welcome".
    """
    at = noun.first - 1
    while at > 0 and at not in analysis.at and _is_light(at, analysis):
        if analysis.is_a(at, "negation", "nobody"):
            return []
        at -= 1
    if not analysis.is_a(at, "passive_aux"):
        return []
    while at > 0 and analysis.is_a(at, "passive_aux", "perfect_aux", "had", "future", "adverb"):
        at -= 1
    at -= analysis.is_a(at, "relative") and at not in analysis.at
    if at not in analysis.at and analysis.is_a(at, "conjunction"):
        # "Was turned back and is no longer welcome".
        before = [one for one in analysis.verbs if one.stop <= at]
        doer = analysis.subject_of(before[-1]) if before else None
        return chain_of(doer) if doer is not None else []
    at -= analysis.word(at) == ","
    whose = analysis.at.get(at)
    whose = (analysis.word(at + 1) == "," and past_clause(at, analysis)) or whose
    return chain_of(whose) if whose is not None else []


def _named(noun: Mention, analysis: Analysis) -> list[Mention]:
    """
    Who a noun is said to be: "the new ambassador to Chad will be Ada Ruiz".
    """
    at = noun.stop
    while at not in analysis.at and analysis.is_a(at, "future", "perfect_aux", "adverb"):
        at += 1
    if not analysis.is_a(at, "passive_aux"):
        return []
    who = next((one for one in analysis.mentions if one.first == at + 1), None)
    return chain_of(who) if who is not None and not who.gov else []


def _having(noun: Mention, analysis: Analysis) -> list[Mention]:
    """
    Who has what a noun names, where a sentence says no more: "Togo had harsh words for Chad".
    """
    at = noun.first - 1
    while at > 0 and at not in analysis.at and _is_light(at, analysis):
        at -= 1
    if not analysis.is_a(at, "perfect_aux", "had"):
        return []
    while analysis.is_a(at - 1, "perfect_aux", "adverb"):
        # "Iceland has had an embassy in Mozambique".
        at -= 1
    whose = analysis.at.get(at - 1)
    return chain_of(whose) if whose is not None else []


def _is_light(at: int, analysis: Analysis) -> bool:
    return analysis.is_a(at, "adverb", "determiner") or analysis.word(at) in _MARKS


def _surroundings(noun: Mention, analysis: Analysis) -> tuple[Verb | None, int]:
    """
    The verb before a noun that it may belong to, and the token at which its own words end.
    """
    verb, end = None, len(analysis.sentence)
    for one in analysis.verbs:
        if one.stop <= noun.first:
            verb = one
        elif one.first >= noun.stop:
            end = one.first
            break
    if verb is not None and noun.first >= verb.limit:
        verb = None
    for at in range(noun.stop, end):
        if at not in analysis.at and (
            analysis.is_a(at, "relative", "subordinator") or analysis.word(at) in {";", ":"}
        ):
            return verb, at
    return verb, end
