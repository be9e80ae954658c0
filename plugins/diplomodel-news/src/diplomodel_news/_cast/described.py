"""
Persons told of again by a description: "the general", "the 38-year-old priest", "both men".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from diplomodel_news._language.language import Language
from diplomodel_news._language.text import Sentence
from diplomodel_news._mentions.mentions import Mention


if TYPE_CHECKING:
    from diplomodel_news._cast.register import Person, Register


__all__ = ["countryman", "described", "name_two", "with_ages"]

_LEADER: Final = frozenset({"leader", "ruler", "strongman"})
_DESCRIBED: Final = "described"
_TWO: Final = 2
#: What stands before a nationality that stands for a person, and among how many told last.
_ARTICLES: Final = frozenset({"el", "la"})
_LATELY: Final = 4
#: Endings of nationalities that stand for a whole people.
_ALSO_PLURAL: Final = ("ish", "ch", "ese", "s", "z")
#: What stands between an article and a noun.
_BETWEEN: Final = ("modifier", "former")
#: The first token that "year-old" can be, of "the 38-year-old".
_AGE: Final = 3
#: What a description can share with what was told of the person before.
_KINDS: Final = frozenset({"military", "opposition", "lawyer", "spy", "nationals", "judge"})
#: Offices that say by themselves who is meant.
_SERVING: Final = frozenset(
    {"head_of_state", "head_of_government", "foreign_minister", "minister", "spokesman"}
)


def with_ages(mentions: list[Mention], sentence: Sentence, language: Language) -> list[Mention]:
    """
    The mentions of a sentence with "the priest", and "the 38-year-old" and the noun after it.

    Args:
        mentions: The mentions of the sentence.
        sentence: The sentence.
        language: The text's language.
    """
    made: list[Mention] = []
    for at in range(1, len(sentence)):
        one = _by_noun(at, mentions, sentence, language) or _by_age(
            at, mentions, sentence, language
        )
        if one is not None:
            made.append(one)
    return sorted([*mentions, *made], key=lambda one: one.first) if made else mentions


def _by_noun(
    at: int, mentions: list[Mention], sentence: Sentence, language: Language
) -> Mention | None:
    """
    "The former warlord", where the noun stands at a token.
    """
    low = sentence.low
    if low[at] not in language.words["describing"]:
        return None
    first = at - 1
    while first > 0 and any(language.is_a(low[first], one) for one in _BETWEEN):
        first -= 1
    taken = any(one.stop > first and one.first <= at for one in mentions)
    if low[first] not in language.words["definite"] or taken:
        return None
    former = any(language.is_a(word, "former") for word in low[first:at])
    return Mention(first, at + 1, at, "person", frozenset({"person", _DESCRIBED}), former=former)


def _by_age(
    at: int, mentions: list[Mention], sentence: Sentence, language: Language
) -> Mention | None:
    """
    "The 38-year-old", and the unknown noun after it, where the age ends at a token.
    """
    low, first = sentence.low, at - _AGE
    if first < 0 or low[at] not in language.words["aged"] or low[at - 1] != "-":
        return None
    if not low[at - 2].isdecimal() or not language.is_a(low[first], "determiner"):
        return None
    if any(one.covers(at) or one.first == at + 1 for one in mentions):
        return None
    stop = at + 1
    while stop < len(low) and stop <= at + _TWO and _is_plain(low[stop], language):
        stop += 1
    if any(one.covers(stop) and one.kind != "concept" for one in mentions):
        return None
    return Mention(first, stop, stop - 1, "person", frozenset({"person", _DESCRIBED}))


def _is_plain(word: str, language: Language) -> bool:
    if any(word in language.words[name] for name in ("modifier", "describing")):
        return True
    return word.isalpha() and word not in language.word_class and word not in language.verbs


def described(mention: Mention, register: Register, *, asylee: str | None = None) -> Person | None:
    """
    The person of the text whom a description without a name stands for.

    Args:
        mention: The description.
        register: Who is in the text.
        asylee: Whose asylum the text told of last.
    """
    analysis = register.analysis
    bare = mention.owner is None and mention.of is None and not mention.states
    if analysis is None or mention.plural or not bare or mention.possessive:
        return None
    if not analysis.is_a(mention.first, "determiner") or analysis.is_a(
        mention.first, "indefinite"
    ):
        return None
    able = list(_named(register))
    if mention.former and _LEADER & set(analysis.low[mention.first : mention.stop]):
        # "The ousted leader": who was told to have lost office.
        return next((one for one in able if one.former or one.id in register.ousted), None)
    if not mention.tags & {_DESCRIBED, *_KINDS}:
        return None
    kinds = mention.tags & _KINDS
    alike = [one for one in able if kinds & one.tags or one.id == asylee]
    free = [
        one
        for one in able
        if one.former
        or one.id in register.ousted
        or (one.role not in _SERVING and "envoy" not in one.tags)
    ]
    order = alike or (free if kinds or mention.former else able)
    return order[0] if order else None


def countryman(mention: Mention, register: Register) -> Person | None:
    """
    The person of the text whom "el nigeriano" stands for: of that state, and told of just before.

    Args:
        mention: A nationality with an article, which no noun goes with.
        register: Who is in the text.
    """
    analysis = register.analysis
    if analysis is None or not analysis.language.adjective_after or mention.plural:
        return None
    low = analysis.low[mention.first : mention.stop]
    definite = mention.stop - mention.first == _TWO and low[0] in _ARTICLES
    if not definite or mention.gov in analysis.language.words["of"]:
        return None
    for key in reversed(register.seen[-_LATELY:]):
        person = register.persons.get(key)
        if person is None or not person.words or person.state != mention.state:
            continue
        if not person.gender or (person.gender == "f") == (low[0] == "la"):
            return person
    return None


def name_two(mention: Mention, register: Register) -> None:
    """
    Say for which two persons "both men" stands, where the text named two.

    Args:
        mention: The description.
        register: Who is in the text.
    """
    analysis = register.analysis
    if analysis is None or not mention.plural or "crowd" not in mention.tags:
        return
    words = analysis.low[mention.first : mention.stop]
    free = [one for one in _named(register) if one.role not in _SERVING or one.former]
    if len(free) >= _TWO and any(word in register.language.words["both"] for word in words):
        mention.person, mention.extra = free[1].id, (free[0].id,)
        mention.tags = (mention.tags - {"crowd"}) | {"named_person", "private_person"}


def by_origin(mention: Mention, register: Register) -> None:
    """
    Take "the Australian" who walks or is freed for the person that the text is about.

    Args:
        mention: A nationality.
        register: Who is in the text.
    """
    analysis = register.analysis
    if analysis is None or mention.kind != "actor" or mention.gov or "demonym" not in mention.tags:
        return
    if analysis.language.adjective_after:
        return
    words = analysis.low[mention.first : mention.stop]
    one = "nationals" not in mention.tags and not words[-1].endswith(_ALSO_PLURAL)
    if not one or words[0] not in register.language.words["definite"]:
        return
    verbs = (verb for verb in analysis.verbs if analysis.subject_of(verb) is mention)
    if next(verbs, None) is None and mention.first - 1 not in analysis.by_head:
        return
    person = register.persons.get(register.concerned or register.focus_person or "")
    if person is None or not person.words or person.state not in {None, mention.state}:
        return
    if person.role in _SERVING and not person.former:
        return
    abroad = any(receiver != mention.state for _, receiver in register.missions)
    mention.kind, mention.person, mention.name = "person", person.id, None
    mention.state = None if abroad else mention.state
    mention.states = () if abroad else mention.states
    mention.tags = (
        (mention.tags - {"demonym", "state"}) | person.tags | {"person", "private_person"}
    )


def _named(register: Register) -> Iterator[Person]:
    """
    The persons that the text names, the one that it speaks of first, then those told last.
    """
    order: Sequence[str] = [register.focus_person or "", *reversed(register.seen)]
    for key in dict.fromkeys(order):
        person = register.persons.get(key)
        if person is not None and person.words and not person.unnamed:
            yield person
