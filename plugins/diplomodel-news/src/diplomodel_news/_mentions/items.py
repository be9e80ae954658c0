"""
The pieces that mentions are put together from: phrases of the lexicon, names and pronouns.
"""

from __future__ import annotations

from typing import Final

from diplomodel_news._language.gazetteer import Entry, Kind
from diplomodel_news._language.language import Language
from diplomodel_news._language.text import Sentence
from diplomodel_news._mentions.enclitics import is_enclitic
from diplomodel_news._mentions.formal import formal
from diplomodel_news._mentions.mentions import Mention
from diplomodel_news._mentions.naming import can_name, name_end, within_name
from diplomodel_news._mentions.wordhood import (
    ends_clause,
    is_no_noun,
    is_said_of,
    is_shadowed,
    is_statement,
    is_titled,
)


__all__ = ["items_of"]

_ACTORS: Final = frozenset(
    {Kind.STATE, Kind.DEMONYM, Kind.CAPITAL, Kind.EPITHET, Kind.ORGANISATION}
)
#: What a mention is of a phrase that names no actor.
_KINDS: Final = {
    Kind.TITLE: "person",
    Kind.INSTITUTION: "institution",
    Kind.CONCEPT: "concept",
}
_NAMED: Final = frozenset({Kind.STATE, Kind.CAPITAL, Kind.ORGANISATION})
_PLACES: Final = frozenset({Kind.STATE, Kind.CAPITAL})
#: What a phrase is where it can be several things.
_ORDER: Final = (
    Kind.STATE,
    Kind.ORGANISATION,
    Kind.DEMONYM,
    Kind.CAPITAL,
    Kind.EPITHET,
    Kind.TITLE,
    Kind.INSTITUTION,
    Kind.CONCEPT,
)
#: Shorter words that begin with "ex" are no offices; words of a city's longest name.
_EX, _CITY = 5, 4


def items_of(sentence: Sentence, language: Language) -> list[Mention]:
    """
    The phrases of the lexicon, the names and the pronouns of a sentence, in order.
    """
    found: list[Mention] = []
    at, size = 0, len(sentence)
    titled = is_titled(sentence)
    while at < size:
        made = _item(sentence, at, language, titled)
        if made is None:
            at += 1
        else:
            found.append(made)
            at = made.stop
    return found


def _item(sentence: Sentence, at: int, language: Language, titled: bool) -> Mention | None:
    """
    What begins at a token, if anything does.
    """
    city = _city_end(sentence, at, language)
    if city:
        return _name(sentence, at, city)
    hit = _phrase(sentence, at, language)
    if hit is None:
        made = _former(sentence, at, language, titled)
    else:
        made = _hit(sentence, at, hit, language, titled)
    if made is not None:
        return made
    if language.spelt(sentence.raw[at]) in language.pronouns:
        return _pronoun(sentence, at, language)
    pair = _two_states(sentence, at, language)
    if pair is not None or not can_name(sentence, at, language, titled):
        return pair
    return _name(sentence, at, name_end(sentence, at, language, titled))


def _phrase(sentence: Sentence, at: int, language: Language) -> tuple[int, list[Entry]] | None:
    """
    Where the longest phrase of the lexicon ends that begins at a token, and what it can be.
    """
    hit = language.lexicon.longest(sentence.low, at)
    named = formal(sentence, at, language)
    hit = named if named is not None and (hit is None or hit[0] < named[0]) else hit
    return None if hit is None or is_shadowed(sentence, at, hit, language) else hit


def _name(sentence: Sentence, at: int, stop: int) -> Mention:
    name = " ".join(sentence.raw[at:stop])
    return Mention(at, stop, at, "name", tags=frozenset({"name"}), name=name)


def _pronoun(sentence: Sentence, at: int, language: Language) -> Mention | None:
    """
    A pronoun that stands for somebody; one that only tells an owner does not.
    """
    word = language.spelt(sentence.raw[at])
    pronoun = language.pronouns[word]
    if pronoun.clitic and not _is_clitic(sentence, at, language):
        return None
    if pronoun.possessive and not (pronoun.is_object and ends_clause(sentence, at, language)):
        return None
    tags = frozenset({"pronoun"})
    return Mention(at, at + 1, at, "pronoun", tags=tags, anaphor=word, plural=pronoun.plural)


def _city_end(sentence: Sentence, at: int, language: Language) -> int:
    """
    Where the name of a city of several words ends that begins at a token; 0 where none does.
    """
    if not sentence.raw[at][0].isupper():
        return 0
    for size in range(_CITY, 1, -1):
        last = at + size - 1
        named = last < len(sentence) and sentence.raw[last][0].isupper()
        if named and " ".join(sentence.low[at : last + 1]) in language.cities:
            return at + size
    return 0


def _is_named(
    sentence: Sentence, at: int, stop: int, entries: list[Entry], language: Language
) -> bool:
    """
    Whether a single word for a thing is a surname here: written with a capital inside a sentence.
    """
    return (
        language.accents
        and stop == at + 1
        and at > 0
        and entries[0].kind is Kind.CONCEPT
        and sentence.raw[at][0].isupper()
        and not sentence.raw[at].isupper()
        and sentence.raw[at - 1].isalpha()
        and sentence.raw[at - 1][0].isupper()
    )


def _begins_name(
    sentence: Sentence, at: int, stop: int, entries: list[Entry], language: Language
) -> bool:
    """
    Whether a single word for a thing begins a longer name here, as in "Port Harcourt".
    """
    return (
        not language.accents
        and stop == at + 1
        and 0 < at < stop < len(sentence)
        and entries[0].kind is Kind.CONCEPT
        and sentence.raw[at][0].isupper()
        and not sentence.raw[at].isupper()
        and sentence.raw[stop][0].isupper()
        and sentence.raw[stop].isalpha()
        and sentence.raw[at - 1].isalpha()
        and language.lexicon.longest(sentence.low, stop) is None
        and sentence.low[stop] not in language.word_class
        and sentence.low[stop] not in language.dates["weekdays"]
    )


def _former(sentence: Sentence, at: int, language: Language, titled: bool) -> Mention | None:
    """
    An office written together with the "ex" before it, as in "exministro".
    """
    word = sentence.low[at]
    fused = language.adjective_after or word.startswith("ex-")
    if not fused or not word.startswith("ex") or len(word) <= _EX:
        return None
    rest = word.removeprefix("ex").lstrip("-")
    hit = language.lexicon.longest([rest, *sentence.low[at + 1 : at + 8]], 0)
    if hit is None:
        return None
    stop, entries = hit
    titles = [entry for entry in entries if entry.kind is Kind.TITLE]
    made = _hit(sentence, at, (at + stop, titles), language, titled) if titles else None
    if made is not None:
        made.former = True
    return made


def _is_clitic(sentence: Sentence, at: int, language: Language) -> bool:
    """
    Whether a word that can be an article or a pronoun stands before a verb as its object.
    """
    ahead = at + 1
    if is_enclitic(sentence, at):
        return True
    if ahead >= len(sentence):
        return False
    word = sentence.low[ahead]
    if {"perfect_aux", "had"} & language.word_class.get(word, frozenset()):
        return True
    readings = language.forms_of(sentence.raw[ahead])
    finite = {feature for _, feature in readings or ()} - {"participle", "infinitive", "gerund"}
    if not finite:
        return sentence.low[at] in {"le", "les"} and word in {"lo", "la", "los", "las"}
    if "determiner" not in language.word_class.get(sentence.low[at], frozenset()):
        return True
    if language.lexicon.longest(sentence.low, ahead) is not None:
        return bool(finite & {"past", "future"}) and sentence.raw[ahead] != word
    if finite <= {"present", "subjunctive"}:
        before = sentence.low[at - 1] if at else ""
        named = at > 0 and sentence.raw[at - 1][0].isupper()
        acts = at > 0 and any(
            # "Después de que los amotinados lo apresaran": they are no participle.
            feature != "participle"
            for _, feature in language.forms_of(sentence.raw[at - 1]) or ()
        )
        noun = before.isalpha() and not (before in language.word_class or acts)
        return before in {"que", "se", "no", "y", ",", "ni", "quien"} or at == 0 or named or noun
    return True


def _hit(
    sentence: Sentence,
    at: int,
    hit: tuple[int, list[Entry]],
    language: Language,
    titled: bool,
) -> Mention | None:
    """
    What a phrase of the lexicon stands for here; nothing where it is something else.
    """
    stop, entries = hit
    usable = [entry for entry in entries if _fits(entry, sentence, at, stop, language)]
    if not usable:
        return None
    usable.sort(key=lambda one: _ORDER.index(one.kind))
    if not titled and _is_named(sentence, at, stop, usable, language):
        return None
    if not titled and _begins_name(sentence, at, stop, usable, language):
        return None
    if language.accents and not sentence.raw[at].isascii():
        # "secretaría" is a body and "secretaria" a person.
        usable.sort(key=lambda one: one.kind is not Kind.INSTITUTION)
    entry = usable[0]
    if _is_otherwise(sentence, at, stop, entry.kind, language):
        return None
    if entry.kind in _NAMED and not titled and within_name(sentence, at, stop, entry, language):
        return _name(sentence, at, name_end(sentence, at, language, titled))
    return _meant(sentence, at, stop, usable)


def _is_otherwise(sentence: Sentence, at: int, stop: int, kind: Kind, language: Language) -> bool:
    """
    Whether the words around a phrase say that it is not of its kind here.
    """
    if kind is Kind.CAPITAL:
        return stop < len(sentence) and language.is_a(sentence.low[stop], "no_place")
    if kind is Kind.CONCEPT:
        return is_no_noun(sentence, at, stop, language)
    if kind is Kind.TITLE:
        return stop == at + 1 and is_said_of(sentence, at, language)
    alone = kind is Kind.INSTITUTION and stop == at + 1
    before = language.word_class.get(sentence.low[at - 1], frozenset()) if at else frozenset()
    if alone and before & {"perfect_aux", "had"}:
        # "Había jurado": no jury.
        return bool(language.forms_of(sentence.raw[at]))
    return alone and is_statement(sentence, at, language)


def _meant(sentence: Sentence, at: int, stop: int, usable: list[Entry]) -> Mention:
    """
    A mention of what a phrase can be, the likeliest first.
    """
    entry = usable[0]
    tags = frozenset().union(*(one.tags for one in usable))
    # A city can bear a state's name: the year tells which is meant.
    alike = _PLACES if entry.kind in _PLACES else {entry.kind}
    codes = [code for one in usable if one.kind in alike for code in one.states]
    kind = _KINDS.get(entry.kind, "actor")
    if kind == "actor":
        group = entry.kind is Kind.ORGANISATION or "org" in tags
        tags |= {"org" if group else "state", entry.kind.value}
    elif kind != "concept":
        tags |= {kind}
    return Mention(
        at,
        stop,
        stop - 1,
        kind,
        tags=tags,
        states=tuple(dict.fromkeys(codes)),
        role=entry.role,
        relation=entry.relation,
        plural=any(one.plural for one in usable if one.kind is entry.kind),
        entry=entry,
        place=" ".join(sentence.raw[at:stop]) if entry.kind is Kind.CAPITAL else "",
    )


def _fits(entry: Entry, sentence: Sentence, at: int, stop: int, language: Language) -> bool:
    """
    Whether a name is written as names are: ``us`` is no state.
    """
    if entry.kind not in _ACTORS or entry.kind is Kind.EPITHET:
        return True
    if entry.kind is Kind.DEMONYM and language.lower_demonyms:
        return True
    word = sentence.raw[at]
    if not word[0].isupper():
        return False
    return stop - at > 1 or len(word) > 3 or word.isupper() or "." in word or len(word) < 2


def _two_states(sentence: Sentence, at: int, language: Language) -> Mention | None:
    """
    Two nationalities with a hyphen between: "Franco-German" is not, "U.S.-Albanian" is.
    """
    left, hyphen, right = sentence.low[at].partition("-")
    if not hyphen or not left or not right or not sentence.raw[at][0].isupper():
        return None
    codes = []
    for word in (left, right):
        hit = language.lexicon.longest([word], 0)
        found = [one for one in hit[1] if one.kind in {Kind.DEMONYM, Kind.STATE}] if hit else []
        if not found:
            return None
        codes.append(found[0].states[0])
    tags = frozenset({"state", "demonym"})
    return Mention(
        at, at + 1, at, "actor", tags=tags, states=(codes[0],), state=codes[0], pair=tuple(codes)
    )
