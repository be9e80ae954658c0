"""
Nouns left out: "called home its own", "would expel Togo's", "expelled 13".
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import attrs

from diplomodel_news._language.language import Language
from diplomodel_news._language.text import Sentence
from diplomodel_news._mentions.mentions import Mention


__all__ = ["with_elided"]

_POSTED: Final = frozenset({"mission", "envoy", "diplomats", "consul"})
#: What of a noun is not told again with "its own".
_OWN: Final = frozenset({"named_person", "own", "single_diplomat"})
#: Those of whom "el de Togo" says that there is one of another state, too.
_SPEAKING: Final = frozenset(
    {"government", "ministry", "head_of_state", "head_of_government", "foreign_minister"}
)
_FEW: Final = 2
#: How near before a number the verb stands that says what is done to so many.
_NEAR: Final = 5
#: Digits of how many diplomats are sent away at most.
_DIGITS: Final = 3
_AMBASSADOR: Final = frozenset({"ambassador", "envoy", "official", "own", "person", "public"})
_EMBASSY: Final = frozenset({"embassy", "institution", "mission", "own", "premises"})
#: More than a mission has members.
_MANY: Final = 1000
#: How "las suyas" ends.
_TIES: Final = "as"


def with_elided(
    mentions: list[Mention],
    before: Sequence[Mention],
    sentence: Sentence,
    language: Language,
    *,
    far: Sequence[Mention] = (),
) -> list[Mention]:
    """
    The mentions of a sentence with those of nouns that "its own" and "Chad's" leave out.

    "Morocco called home its own", "Mali would expel Togo's": the envoys told of before.

    Args:
        mentions: The mentions of the sentence.
        before: Those of the sentence before.
        sentence: The sentence.
        language: The text's language.
        far: Those of some sentences before that, too, for "los suyos".
    """
    found = (
        _elided(at, mentions, before, sentence, language, far=far)
        for at in range(len(sentence))
        if _ends(at + 1, sentence, language)
        or language.is_a(sentence.low[at], "theirs")
        or _owned_then(at, sentence, language)
        or _is_acting(at, sentence, language)
    )
    made = [one for one in found if one is not None]
    made += _by_nationality(mentions, sentence, language)
    named = [named for one in made for named in _given_name(one, mentions, sentence)]
    taken = {id(one) for one in (*(one.owner for one in made), *named)}
    for one in made:
        _belonging(one, mentions, sentence, language)
    heads = _heads(mentions, sentence, language) if language.adjective_after else []
    taken |= {id(one.owner) for one in heads}
    made += heads
    kept = [one for one in mentions if id(one) not in taken]
    return sorted([*kept, *made], key=lambda one: one.first)


def _heads(mentions: list[Mention], sentence: Sentence, language: Language) -> list[Mention]:
    """
    Who speaks for another state where only the article is left: "El Gobierno de Mali lo negó; el
    de Togo calló".
    """
    made: list[Mention] = []
    for number, owner in enumerate(mentions):
        at = owner.first - 2
        if at < 1 or owner.kind != "actor" or not language.is_a(sentence.low[at + 1], "of"):
            continue
        opens = sentence.low[at - 1] in {";", ","} or language.is_a(
            sentence.low[at - 1], "conjunction"
        )
        if not opens or not language.is_a(sentence.low[at], "determiner"):
            continue
        able = [
            one
            for one in mentions[:number]
            if one.tags & _SPEAKING
            and one.of is not None
            and not one.gov
            and sentence.low[one.first] == sentence.low[at]
        ]
        if able:
            one = _like(able[-1], at, at, "")
            one.tags -= {"named_person"}
            one.stop, one.states, one.of, one.owner = owner.stop, owner.states, owner, owner
            made.append(one)
    return made


def _elided(
    at: int,
    mentions: list[Mention],
    before: Sequence[Mention],
    sentence: Sentence,
    language: Language,
    *,
    far: Sequence[Mention] = (),
) -> Mention | None:
    """
    What a token stands for whose noun is left out after it.
    """
    told = [one for one in mentions if one.stop <= at and one.tags & _POSTED]
    counted = _counted(at, [*before, *told], sentence, language, far=far)
    if counted is not None:
        return counted
    posted = told or [one for one in before if one.tags & _POSTED]
    if language.is_a(sentence.low[at], "theirs") and posted:
        # "Germany and Italy shut theirs the same day".
        one = _like(posted[-1], at, at, "their")
        one.plural, one.receiver = True, posted[-1].receiver
        return one
    if sentence.low[at] in language.words["own"] and at > 0:
        here = [one for one in mentions if one.stop <= at]
        ties = [one for one in (*before, *here) if "relations" in one.tags]
        posts = [one for one in far if one.tags & {"envoy", "embassy"} and "own" in one.tags]
        return _own(at, ties, posted or posts, sentence, language)
    if _is_count(at, sentence, language):
        return _several(at, posted, sentence, language)
    owner = next((one for one in mentions if one.stop == at and one.kind == "actor"), None)
    if not language.is_a(sentence.low[at], "genitive") or owner is None or not told:
        return None
    one = _like(told[-1], owner.first, at, "")
    one.states, one.owner, one.gov = owner.states, owner, owner.gov
    return one


def _own(
    at: int,
    ties: Sequence[Mention],
    posted: Sequence[Mention],
    sentence: Sentence,
    language: Language,
) -> Mention | None:
    """
    What "its own" and "las suyas" stand for: relations or those posted that were told of.
    """
    word, opening = sentence.low[at], sentence.low[at - 1]
    article = _has_article(at, sentence, language)
    if ties and word.endswith(_TIES) and article:
        # "Rompió relaciones, y Kuwait rebajó las suyas".
        return _like(ties[-1], at - 1, at, "su")
    if posted and language.is_a(opening, "possessive"):
        return _like(posted[-1], at - 1, at, opening)
    if posted and language.adjective_after and article:
        one = _like(posted[-1], at - 1, at, "su")
        placed = at + 1 < len(sentence) and language.is_a(sentence.low[at + 1], "at")
        one.like = None if placed else posted[-1]
        if at > 1 and language.is_a(sentence.low[at - 2], "personal"):
            # "Llamó a consultas a la suya".
            one.gov = sentence.low[at - 2]
            return one
        return _as_gendered(one, word)
    return None


def _by_nationality(
    mentions: Sequence[Mention], sentence: Sentence, language: Language
) -> list[Mention]:
    """
    The other's envoy, whom a nationality alone stands for behind the own: "retiró a su embajador
    en Chad y expulsó al chadiano".
    """
    made: list[Mention] = []
    posted = [one for one in mentions if one.tags & {"ambassador", "charge"} and one.possessive]
    for one in mentions if posted and language.adjective_after else ():
        told = [known for known in posted if known.stop <= one.first]
        alone = one.kind == "actor" and "demonym" in one.tags and one.stop == one.first + 1
        if not (alone and told and language.is_a(sentence.low[one.first - 1], "personal")):
            continue
        envoy = _like(told[-1], one.first, one.head, "")
        envoy.states, envoy.owner, envoy.gov = one.states, one, one.gov
        made.append(envoy)
    return made


def _given_name(one: Mention, mentions: Sequence[Mention], sentence: Sentence) -> list[Mention]:
    """
    The name past a comma of one who is told by "el suyo", which that takes in: "al suyo, Ana Gil".
    """
    if one.kind != "person" or not one.possessive or one.plural:
        return []
    comma = sentence.low[one.stop : one.stop + 1] == [","]
    name = next((m for m in mentions if comma and m.first == one.stop + 1), None)
    if name is None or name.role or name.state or name.kind not in {"name", "person"}:
        return []
    if not name.name:
        return []
    one.name, one.person, one.stop, one.plural = name.name, name.person, name.stop, False
    one.tags |= {"named_person"}
    return [name]


def _belonging(
    one: Mention, mentions: Sequence[Mention], sentence: Sentence, language: Language
) -> None:
    """
    Join "del suyo" and "de los suyos" to the noun before: "confirmó el retiro del suyo".
    """
    at = next(
        (
            at
            for at in (one.first, one.first - 1)
            if at > 0 and language.is_a(sentence.low[at], "of")
        ),
        0,
    )
    noun = next((m for m in mentions if at and m.stop == at and m.kind == "concept"), None)
    if noun is not None and one.possessive and noun.of is None:
        one.gov, noun.of = sentence.low[at], one


def _several(
    at: int, posted: Sequence[Mention], sentence: Sentence, language: Language
) -> Mention | None:
    """
    "13" in "expelled 13": so many diplomats, where several were told of last.
    """
    if not posted or "several_diplomats" not in posted[-1].tags:
        return None
    one = _like(posted[-1], at, at, "")
    one.number = _count(sentence.low[at], language)
    return one


def _counted(
    at: int,
    told: Sequence[Mention],
    sentence: Sentence,
    language: Language,
    *,
    far: Sequence[Mention] = (),
) -> Mention | None:
    """
    "40" in "Alemania había expulsado a 40": as many of the diplomats told of, some sentences
    before where the verb is one by which they are sent away.
    """
    word = sentence.low[at]
    number = language.dates["numbers"].get(word, word)
    if not language.adjective_after or not number.isdecimal() or not 1 < int(number) < _MANY:
        return None
    if at < _FEW or not language.is_a(sentence.low[at - 1], "personal"):
        return None
    near = sentence.raw[max(0, at - _NEAR) : at - 1]
    verb = {feature for word in near for _, feature in language.forms_of(word) or ()}
    sent = [one for one in told if one.tags & {"diplomats", "counted_agents"}]
    # "Dublín expulsó a un diplomático ruso, y Washington a 60".
    many = [one for one in sent if one.plural or ("single_diplomat" in one.tags and not one.name)]
    away = language.words["sending_away"]
    if not many and any(one in away for word in near for one, _ in language.forms_of(word) or ()):
        many = [one for one in far if "diplomats" in one.tags and one.state and not one.name]
    if not many or not verb & {"past", "participle", "present", "future"}:
        return None
    one = _like(many[-1], at, at, "")
    one.states, one.owner, one.number = many[-1].states, many[-1].owner, int(number)
    one.of, one.plural = many[-1].of, True
    one.tags |= {"diplomats", "several_diplomats"}
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
    return any(language.is_a(before, name) for name in ("determiner", "personal", "of"))


def _ends(at: int, sentence: Sentence, language: Language) -> bool:
    """
    Whether no noun can follow at a token.
    """
    if at >= len(sentence):
        return True
    word = sentence.low[at]
    classes = ("preposition", "conjunction", "subordinator", "at", "with")
    after = sentence.low[at + 1] if at + 1 < len(sentence) else ""
    # "Echaron a cuatro cada una".
    each = language.is_a(word, "each") and language.is_a(after, "indefinite")
    return each or not word[0].isalnum() or any(language.is_a(word, one) for one in classes)


def _owned_then(at: int, sentence: Sentence, language: Language) -> bool:
    """
    Whether "own" ends what it says, and a time follows: "Italy shut its own the same day".
    """
    if sentence.low[at] not in language.words["own"] or at + 1 >= len(sentence):
        return False
    after = sentence.low[at + 1]
    # "Will appoint its own next month".
    timed = after in language.dates["starts"]
    return timed or any(language.is_a(after, one) for one in ("determiner", "adverb"))


def _is_acting(at: int, sentence: Sentence, language: Language) -> bool:
    """
    Whether a genitive is what acts, or is acted on: "and Poland's was recalled a day later".
    """
    genitive = language.is_a(sentence.low[at], "genitive") and at + 1 < len(sentence)
    helping = ("passive_aux", "perfect_aux", "had")
    return genitive and any(language.is_a(sentence.low[at + 1], one) for one in helping)


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
        seats=(),
        pair=(),
        several=(),
        bearers=(),
        like=None,
    )
