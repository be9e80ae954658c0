"""
Where a text is told from, what stands for "here", and nouns left out after "its own".
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import attrs

from diplomodel_news._language.language import Language
from diplomodel_news._language.text import Sentence
from diplomodel_news._mentions.mentions import Mention


__all__ = ["from_elsewhere", "here", "with_elided"]

#: Within how many tokens the dash after a dateline stands.
_HEAD: Final = 14
_DASHES: Final = frozenset({"-", "–", "—", "--"})
_POSTED: Final = frozenset({"mission", "envoy", "diplomats", "consul"})
#: What of a noun is not told again with "its own".
_OWN: Final = frozenset({"named_person", "own", "single_diplomat"})
_FEW: Final = 2
#: Digits of how many diplomats are sent away at most.
_DIGITS: Final = 3
_AMBASSADOR: Final = frozenset({"ambassador", "envoy", "official", "own", "person", "public"})
_EMBASSY: Final = frozenset({"embassy", "institution", "mission", "own", "premises"})
#: More than a mission has members.
_MANY: Final = 1000
#: How "las suyas" ends.
_TIES: Final = "as"


def from_elsewhere(sentences: Sequence[Sentence], mentions: Sequence[list[Mention]]) -> str | None:
    """
    Take the place of a dateline out of what a text tells, and say in which state that is.

    "DAKAR, Sept 4 - Burkina Faso ordered": nothing is told of Senegal. Where a text names a
    single other state, the place stays: it is the other side, perhaps.

    Args:
        sentences: The sentences.
        mentions: The mentions of each; a dateline's are taken out.
    """
    named = {code for several in mentions for one in several for code in one.states[:1]}
    home: str | None = None
    for sentence, several in zip(sentences, mentions, strict=True):
        stop = _dateline(sentence)
        place = next((one for one in several if one.stop <= stop and one.kind == "actor"), None)
        if place is None or not place.states or "capital" not in place.tags:
            continue
        lands = [code for code in place.states if not code.startswith("org:")]
        home = home or (lands[0] if lands else None)
        elsewhere = sum(home in one.states for others in mentions for one in others) > 1
        if elsewhere or len({code for code in named if not code.startswith("org:")}) > _FEW:
            several.remove(place)
    return home


def _dateline(sentence: Sentence) -> int:
    """
    The token of the dash that closes a dateline; 0 where a sentence has none.
    """
    first = next((word for word in sentence.raw[:1]), "")
    if len(first) < _FEW or not first.isupper():
        return 0
    head = sentence.raw[1:_HEAD]
    return next((at for at, word in enumerate(head, 1) if word in _DASHES), 0)


def here(mentions: Sequence[Mention], sentence: Sentence, home: str, language: Language) -> None:
    """
    Give missions and envoys "here" the state from which a text is told.

    Args:
        mentions: The mentions of a sentence.
        sentence: The sentence.
        home: The state of the dateline.
        language: The text's language.
    """
    words = language.words["here"]
    for one in mentions:
        after = sentence.low[one.stop] if one.stop < len(sentence) else ""
        if one.tags & _POSTED and after in words and one.sent is None and home not in one.states:
            one.receiver = home


def with_elided(
    mentions: list[Mention], before: Sequence[Mention], sentence: Sentence, language: Language
) -> list[Mention]:
    """
    The mentions of a sentence with those of nouns that "its own" and "Chad's" leave out.

    "Morocco called home its own", "Mali would expel Togo's": the envoys told of before.

    Args:
        mentions: The mentions of the sentence.
        before: Those of the sentence before.
        sentence: The sentence.
        language: The text's language.
    """
    made: list[Mention] = []
    for at in range(len(sentence)):
        if not _ends(at + 1, sentence, language):
            continue
        told = [one for one in mentions if one.stop <= at and one.tags & _POSTED]
        owner = next((one for one in mentions if one.stop == at and one.kind == "actor"), None)
        elided = _counted(at, [*before, *told], sentence, language)
        if elided is not None:
            made.append(elided)
        elif sentence.low[at] in language.words["own"] and at > 0:
            ties = [one for one in (*before, *mentions[:at]) if "relations" in one.tags]
            if ties and sentence.low[at].endswith(_TIES) and _has_article(at, sentence, language):
                # "Rompió relaciones, y Kuwait rebajó las suyas".
                made.append(_like(ties[-1], at - 1, at, "su"))
                continue
            told = told or [one for one in before if one.tags & _POSTED]
            if told and language.is_a(sentence.low[at - 1], "possessive"):
                made.append(_like(told[-1], at - 1, at, sentence.low[at - 1]))
            elif told and language.adjective_after and _has_article(at, sentence, language):
                made.append(_as_gendered(_like(told[-1], at - 1, at, "su"), sentence.low[at]))
        elif _is_count(at, sentence, language):
            told = told or [one for one in before if one.tags & _POSTED]
            if told and "several_diplomats" in told[-1].tags:
                one = _like(told[-1], at, at, "")
                one.number = _count(sentence.low[at], language)
                made.append(one)
        elif language.is_a(sentence.low[at], "genitive") and owner is not None and told:
            one = _like(told[-1], owner.first, at, "")
            one.states, one.owner, one.gov = owner.states, owner, owner.gov
            made.append(one)
    taken = {id(one.owner) for one in made}
    kept = [one for one in mentions if id(one) not in taken]
    return sorted([*kept, *made], key=lambda one: one.first)


def _counted(
    at: int, told: Sequence[Mention], sentence: Sentence, language: Language
) -> Mention | None:
    """
    "40" in "Alemania había expulsado a 40": as many of the diplomats told of.
    """
    word = sentence.low[at]
    number = language.dates["numbers"].get(word, word)
    if not language.adjective_after or not number.isdecimal() or not 1 < int(number) < _MANY:
        return None
    if at < _FEW or not language.is_a(sentence.low[at - 1], "personal"):
        return None
    verb = {feature for _, feature in language.forms_of(sentence.raw[at - 2]) or ()}
    many = [one for one in told if one.plural and one.tags & {"diplomats"}]
    if not many or not verb & {"past", "participle", "present", "future"}:
        return None
    one = _like(many[-1], at, at, "")
    one.states, one.owner, one.number = many[-1].states, many[-1].owner, int(number)
    one.of, one.plural = many[-1].of, True
    return one


def _count(word: str, language: Language) -> int | None:
    """
    How many a number says, where that can be diplomats.
    """
    told = language.dates["numbers"].get(word, word)
    return int(told) if told.isdecimal() and len(told) <= _DIGITS and int(told) > 1 else None


def _is_count(at: int, sentence: Sentence, language: Language) -> bool:
    """
    Whether a number stands alone after a verb by which diplomats are sent away: "expelled 13".
    """
    if at < 1 or _count(sentence.low[at], language) is None:
        return False
    sending = language.words["sending_away"]
    near = sentence.low[max(0, at - _FEW) : at]
    if not any(lemma in sending for word in near for lemma, _ in language.verbs.get(word, ())):
        return False
    return near[-1] in language.verbs or near[-1] == "out"


def _as_gendered(one: Mention, own: str) -> Mention:
    """
    What an envoy has for "la suya", and who a mission has for "el suyo".
    """
    if own == "suya" and "ambassador" in one.tags:
        # "Llamaron a sus embajadores; Noruega cerró la suya".
        one.kind, one.role, one.tags = "institution", "", _EMBASSY
    elif own == "suyo" and "embassy" in one.tags:
        one.kind, one.role, one.tags = "person", "head_of_mission", _AMBASSADOR
    return one


def _has_article(at: int, sentence: Sentence, language: Language) -> bool:
    """
    Whether "el" or "al" stands before "suyo".
    """
    before = sentence.low[at - 1]
    return language.is_a(before, "determiner") or language.is_a(before, "personal")


def _ends(at: int, sentence: Sentence, language: Language) -> bool:
    """
    Whether no noun can follow at a token.
    """
    if at >= len(sentence):
        return True
    word = sentence.low[at]
    classes = ("preposition", "conjunction", "subordinator", "at", "with")
    return not word[0].isalnum() or any(language.is_a(word, one) for one in classes)


def _like(one: Mention, first: int, head: int, possessive: str) -> Mention:
    return attrs.evolve(
        one,
        first=first,
        stop=head + 1,
        head=head,
        tags=(one.tags - _OWN) | ({"own"} if possessive else set()),
        states=(),
        state=None,
        receiver=None,
        name=None,
        person=None,
        number=None,
        owner=None,
        of=None,
        possessive=possessive,
        gov="",
        before=None,
        alias=None,
        extra=(),
        place="",
        sent=None,
        receivers=(),
        pair=(),
        several=(),
        bearers=(),
    )
