"""
Which states somebody's words name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from diplomodel_news._frames.next_speaker import next_speaker, own_clause
from diplomodel_news._frames.told import Told
from diplomodel_news._mentions.mentions import Mention


__all__ = ["in_words", "states_named"]


def in_words(told: Told, by: object) -> list[str]:
    """
    The states that somebody's words name, in their order; those that are only told of come last.
    """
    verb, analysis = told.verb, told.analysis
    if verb is None:
        return []
    heard = {id(one) for one in analysis.objects(verb)} if "tell" in verb.lemmas else set()
    heard |= _speaking_too(told) | _where_said(told) | _voices(told)
    span = range(verb.stop, next_speaker(verb, analysis))
    after = [one for one in analysis.mentions if one.first in span and id(one) not in heard]
    speaker, begin = told.roles.get("subject", []), own_clause(verb, analysis)
    before = [
        one
        for one in analysis.mentions
        if begin <= one.first and one.stop <= verb.first
        if id(one) not in heard and _is_said(one, told, speaker)
    ]
    front = analysis.sentence.quoted[0] if len(analysis.sentence) else False
    order = [*before, *after] if front or not states_named(after, by) else [*after, *before]
    return list(states_named(order, by))


def _voices(told: Told) -> set[int]:
    """
    Those, by identity, from whom words come that a noun tells: "protests from Chad and Togo".
    """
    slots = told.form.slots.get("by", ())
    roles = {slot.partition(".")[0] for slot in slots} - {"speaker", "subject", "object"}
    return {id(one) for role in roles for one in told.roles.get(role, ())}


def _speaking_too(told: Told) -> set[int]:
    """
    Those, by identity, who say something themselves in a clause joined to this one: "Togo deplored
    it, and Prime Minister John Doe of Chad told reporters".
    """
    verb, analysis = told.verb, told.analysis
    if verb is None:
        return set()
    if analysis.language.drops_subject:
        # "Praga habló de una farsa y Riga, de un montaje": Riga is who speaks there.
        silent = {id(one.subject) for one in analysis.verbs if one.silent and one.over is verb}
        return _of_clauses_before(told) | silent
    reporting = analysis.language.matrix["reporting"]
    later = [one for one in analysis.verbs if one.first > verb.first and one.link == "and"]
    found = (analysis.subject_of(one) for one in later if reporting.keys() & {*one.lemmas})
    return {id(one) for one in found if one is not None and one.first > verb.first}


def _of_clauses_before(told: Told) -> set[int]:
    """
    Those, by identity, who do something in a clause before the speaker's: "Togo pidió calma y Chad
    dijo que".
    """
    verb, analysis = told.verb, told.analysis
    who = analysis.subject_of(verb) if verb is not None else None
    if verb is None or who is None or who.first > verb.first:
        return set()
    quoted = analysis.sentence.quoted
    earlier = [one for one in analysis.verbs if one.head < who.first and not quoted[one.head]]
    found = (analysis.subject_of(one) for one in earlier if one.tense != "participle")
    return {id(one) for one in found if one is not None and one.stop <= who.first}


def _is_said(one: Mention, told: Told, speaker: list[Mention]) -> bool:
    if told.verb is not None and ";" in told.analysis.low[one.stop : told.verb.first]:
        return False
    at = told.analysis.word(one.stop) in {",", ":"} and "capital" in one.tags and one.first <= 2
    return not at and one not in speaker


def _where_said(told: Told) -> set[int]:
    """
    Where somebody speaks, by identity: "dijo ayer en Bruselas", "afirmó ante el Consejo".
    """
    verb, analysis = told.verb, told.analysis
    if verb is None or not analysis.language.adjective_after:
        return set()
    place = {"capital", "org", "body", "in_place"}
    quoted = analysis.sentence.quoted
    return {
        id(one)
        for one in analysis.mentions
        if analysis.is_a(one.first - 1, "at")
        and one.tags & place
        and verb.stop <= one.first < verb.limit
        and not quoted[one.head]
    }


def states_named(mentions: Iterable[Mention], by: object) -> tuple[str, ...]:
    """
    The states of mentions but one, those that harm is done to and places last.
    """
    first: list[str] = []
    last: list[str] = []
    for one in mentions:
        place = "capital" in one.tags and bool(one.gov)
        for code, late in () if "assumed" in one.tags else _named(one):
            if code != by:
                (last if late or place else first).append(code)
    return tuple(dict.fromkeys([*first, *last]))


def _named(one: Mention) -> Iterator[tuple[str, bool]]:
    harm = "harm" in one.tags
    paper = "resolution" in one.tags
    if one.owner is not None and one.owner.state:
        # "A UN resolution on Chad" is about Chad.
        yield one.owner.state, paper and one.owner.state.startswith("org:")
    if one.kind == "concept" and harm and one.of is not None and one.of.state:
        yield one.of.state, True
    elif one.state and one.kind in {"actor", "institution", "person", "name", "concept"}:
        yield one.state, "private_person" in one.tags or (paper and one.state.startswith("org:"))
    for code in one.pair:
        yield code, False
