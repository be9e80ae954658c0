"""
What a sentence mentions: states, persons with their offices, institutions, and concepts.
"""

from __future__ import annotations

import attrs

from diplomodel_news._language.gazetteer import Entry, Kind
from diplomodel_news._language.language import Language
from diplomodel_news._language.text import Sentence
from diplomodel_news._mentions.enclitics import is_enclitic
from diplomodel_news._mentions.formal import formal
from diplomodel_news._mentions.naming import can_name, name_end, within_name
from diplomodel_news._mentions.wordhood import (
    ends_clause,
    is_no_noun,
    is_said_of,
    is_shadowed,
    is_statement,
    is_titled,
)


__all__ = ["Mention", "items_of"]

_ACTORS = {Kind.STATE, Kind.DEMONYM, Kind.CAPITAL, Kind.EPITHET, Kind.ORGANISATION}
_NAMED = {Kind.STATE, Kind.CAPITAL, Kind.ORGANISATION}
_PLACES = {Kind.STATE, Kind.CAPITAL}
# What a phrase is where it can be several things.
_ORDER = [
    Kind.STATE,
    Kind.ORGANISATION,
    Kind.DEMONYM,
    Kind.CAPITAL,
    Kind.EPITHET,
    Kind.TITLE,
    Kind.INSTITUTION,
    Kind.CONCEPT,
]
#: Shorter words that begin with "ex" are no offices; words of a city's longest name.
_EX, _CITY = 5, 4


@attrs.define(eq=False, slots=True)
class Mention:
    """
    A phrase of a sentence that stands for something.

    Attributes:
        first: Its first token, determiner and owner included.
        stop: The token just past it.
        head: The token that it hangs on.
        kind: ``actor``, ``person``, ``institution``, ``concept``, ``pronoun``, ``name``,
            ``place`` or, for a name that is no person's, ``thing``.
        tags: What frames call it.
        states: The states it can stand or act for.
        state: The state or organisation it stands or acts for, once resolved.
        receiver: The state that a mission or its members are sent to.
        name: The name as written.
        person: Id of the person, once resolved.
        role: Role of the office.
        relation: How the person stands to another, such as ``wife``.
        plural: Whether it stands for several.
        former: Whether the office was given up.
        number: How many.
        owner: Whose it is, as a genitive or an adjective says.
        of: Whose it is, or what of, as the words after it say.
        possessive: The pronoun that names the owner.
        gov: The preposition that governs it, folded.
        before: The mention that it is coordinated with.
        alias: The person whom it stands beside in apposition.
        anaphor: A pronoun's folded word.
        extra: Persons that it stands for beside `person`.
        place: A city that it names, where that helps.
        sent: The mention that says where a mission or its members are sent.
        receivers: The states that missions or their members are sent to, where several are.
        entry: What the lexicon says of it.
        pair: The states that "both countries" stands for.
        several: The states beside `of`, as in "the ministers of Chile and Peru".
        bearers: Those named after an office of several, as in "two ministers, A and B".
    """

    first: int
    stop: int
    head: int
    kind: str
    tags: frozenset[str] = frozenset()
    states: tuple[str, ...] = ()
    state: str | None = None
    receiver: str | None = None
    name: str | None = None
    person: str | None = None
    role: str = ""
    relation: str = ""
    plural: bool = False
    former: bool = False
    number: int | None = None
    owner: Mention | None = None
    of: Mention | None = None
    possessive: str = ""
    gov: str = ""
    before: Mention | None = None
    alias: Mention | None = None
    anaphor: str = ""
    extra: tuple[str, ...] = ()
    place: str = ""
    sent: Mention | None = None
    receivers: tuple[str, ...] = ()
    entry: Entry | None = None
    pair: tuple[str, ...] = ()
    several: tuple[Mention, ...] = ()
    bearers: tuple[Mention, ...] = ()

    @property
    def codes(self) -> tuple[str, ...]:
        """
        Every state that it stands for.
        """
        return self.pair or ((self.state,) if self.state else ())

    def covers(self, token: int) -> bool:
        """
        Whether a token belongs to it.
        """
        return self.first <= token < self.stop


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
    low, raw = sentence.low, sentence.raw
    word = low[at]
    city = _city_end(sentence, at, language)
    if city:
        return Mention(at, city, at, "name", tags=frozenset({"name"}), name=" ".join(raw[at:city]))
    hit = language.lexicon.longest(low, at)
    named = formal(sentence, at, language)
    hit = named if named is not None and (hit is None or hit[0] < named[0]) else hit
    if hit is not None and is_shadowed(sentence, at, hit, language):
        hit = None
    if hit is not None:
        made = _hit(sentence, at, hit, language, titled)
        if made is not None:
            return made
    fused = language.adjective_after or word.startswith("ex-")
    if hit is None and fused and word.startswith("ex") and len(word) > _EX:
        made = _former(sentence, at, language, titled)
        if made is not None:
            return made
    word = language.spelt(raw[at])
    if word in language.pronouns:
        pronoun = language.pronouns[word]
        if pronoun.clitic and not _is_clitic(sentence, at, language):
            return None
        if not pronoun.possessive or (pronoun.is_object and ends_clause(sentence, at, language)):
            return Mention(
                at,
                at + 1,
                at,
                "pronoun",
                tags=frozenset({"pronoun"}),
                anaphor=word,
                plural=pronoun.plural,
            )
        return None
    made = _two_states(sentence, at, language)
    if made is not None:
        return made
    if can_name(sentence, at, language, titled):
        stop = name_end(sentence, at, language, titled)
        return Mention(at, stop, at, "name", tags=frozenset({"name"}), name=" ".join(raw[at:stop]))
    return None


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
    rest = sentence.low[at].removeprefix("ex").lstrip("-")
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
        noun = before.isalpha() and not (
            before in language.word_class or language.forms_of(sentence.raw[at - 1])
        )
        return before in {"que", "se", "no", "y", ",", "ni", "quien"} or at == 0 or named or noun
    return True


def _hit(
    sentence: Sentence,
    at: int,
    hit: tuple[int, list[Entry]],
    language: Language,
    titled: bool,
) -> Mention | None:
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
    if (
        entry.kind is Kind.CAPITAL
        and stop < len(sentence)
        and language.is_a(sentence.low[stop], "no_place")
    ):
        return None
    if entry.kind in _NAMED and not titled and within_name(sentence, at, stop, entry, language):
        end = name_end(sentence, at, language, titled)
        name = " ".join(sentence.raw[at:end])
        return Mention(at, end, at, "name", tags=frozenset({"name"}), name=name)
    if entry.kind is Kind.TITLE and stop == at + 1 and is_said_of(sentence, at, language):
        return None
    if entry.kind is Kind.CONCEPT and is_no_noun(sentence, at, stop, language):
        return None
    if entry.kind is Kind.INSTITUTION and stop == at + 1 and is_statement(sentence, at, language):
        return None
    tags = frozenset().union(*(one.tags for one in usable))
    # A city can bear a state's name: the year tells which is meant.
    alike = _PLACES if entry.kind in _PLACES else {entry.kind}
    states = tuple(
        dict.fromkeys(code for one in usable if one.kind in alike for code in one.states)
    )
    if entry.kind in _ACTORS:
        kind = "actor"
        group = entry.kind is Kind.ORGANISATION or "org" in tags
        extra = {"org" if group else "state", entry.kind.value}
        tags |= extra
    else:
        kind = {
            Kind.TITLE: "person",
            Kind.INSTITUTION: "institution",
            Kind.CONCEPT: "concept",
        }[entry.kind]
        tags |= {kind} if kind != "concept" else frozenset()
    return Mention(
        at,
        stop,
        stop - 1,
        kind,
        tags=tags,
        states=states,
        role=entry.role,
        relation=entry.relation,
        plural=entry.plural,
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
