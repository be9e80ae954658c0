"""
Which words and phrases of the lexicon are something else in their sentence.
"""

from __future__ import annotations

from diplomodel_news._language.gazetteer import Entry, Kind
from diplomodel_news._language.language import Language
from diplomodel_news._language.text import Sentence
from diplomodel_news._mentions.verbal import is_verbal


__all__ = [
    "ends_clause",
    "is_no_noun",
    "is_said_of",
    "is_shadowed",
    "is_statement",
    "is_titled",
]

#: Words of the shortest phrase that a preposition and an article open.
_PLACED = 3
#: Whose a body can be, as the words after it say.
_OWNERS = frozenset({Kind.STATE, Kind.DEMONYM, Kind.CAPITAL, Kind.EPITHET, Kind.ORGANISATION})
_TWO = 2


def is_shadowed(
    sentence: Sentence, at: int, hit: tuple[int, list[Entry]], language: Language
) -> bool:
    """
    Whether a longer phrase that begins within one shadows it: "El Reino Unido" is no "reino",
    "the Department of State" more than a department, "al país vecino" not "al país".
    """
    stop, entries = hit
    kind, low = entries[0].kind, sentence.low
    if (
        kind is Kind.EPITHET
        and "pair" in entries[0].tags
        and low[stop - 1] in language.dates["numbers"]
    ):
        # "Los dos agregados".
        noun = language.lexicon.longest(low, stop) if stop < len(low) else None
        if noun is not None and noun[1][0].tags & {"diplomats", "consul"}:
            return True
    if kind in {Kind.EPITHET, Kind.INSTITUTION} and language.is_a(low[at], "determiner"):
        inner = language.lexicon.longest(low, at + 1)
        return inner is not None and inner[0] > stop
    if kind is Kind.CONCEPT and language.adjective_after and stop - at == _TWO:
        inner = language.lexicon.longest(low, stop - 1)
        opened = language.is_a(low[at], "preposition") and inner is not None
        return opened and inner is not None and inner[0] > stop and _is_epithet(inner[1])
    return False


def _is_epithet(entries: list[Entry]) -> bool:
    return entries[0].kind is Kind.EPITHET


def _is_stressed(word: str, language: Language) -> bool:
    """
    Whether an accent makes a word a verb: "retiró" is no "retiro".
    """
    return (
        language.accents
        and word.lower().endswith(("ó", "é"))
        and language.forms_of(word) is not None
    )


def _goes_on(sentence: Sentence, at: int, stop: int, language: Language) -> bool:
    """
    Whether a phrase of place is longer here: "a la embajada de Brasil", no way back to a post.

    Args:
        sentence: The sentence.
        at: The first token of the phrase.
        stop: The token past it.
        language: The language.
    """
    if not language.adjective_after or not language.is_a(sentence.low[at], "preposition"):
        return False
    if stop >= len(sentence) or stop - at < _PLACED:
        return False
    body = language.lexicon.longest(sentence.low, stop - 1)
    if body is None or all(one.kind is not Kind.INSTITUTION for one in body[1]):
        return False
    ahead = stop + language.is_a(sentence.low[stop], "of")
    while ahead + 1 < len(sentence) and language.is_a(sentence.low[ahead], "determiner"):
        ahead += 1
    whose = language.lexicon.longest(sentence.low, ahead)
    kinds = _OWNERS | {Kind.TITLE} if ahead > stop else frozenset({Kind.DEMONYM})
    return whose is not None and any(one.kind in kinds for one in whose[1])


def is_titled(sentence: Sentence) -> bool:
    """
    Whether nearly all words are capitalised, as in some headlines.
    """
    words = [word for word in sentence.raw if word[0].isalpha() and len(word) > 3]
    return len(words) > 3 and sum(word[0].isupper() for word in words) >= 0.8 * len(words)


def is_statement(sentence: Sentence, at: int, language: Language) -> bool:
    """
    Whether a word for a body says something here: "The Government hereby states that".
    """
    if language.adjective_after or not 0 < at < len(sentence) - 1:
        return False
    said = language.is_a(sentence.low[at + 1], "complementiser")
    if not said or not any(
        form == "present" for _, form in language.forms_of(sentence.raw[at]) or ()
    ):
        return False
    before = sentence.raw[at - 1]
    return language.is_a(before.lower(), "adverb") or before[0].isupper()


def ends_clause(sentence: Sentence, at: int, language: Language) -> bool:
    """
    Whether nothing that somebody could own follows: "summoned her over it", "freed her.".
    """
    if at + 1 >= len(sentence):
        return True
    word = sentence.low[at + 1]
    free = {"preposition", "subordinator", "conjunction", "complementiser", "of", "agent", "with"}
    return not word[0].isalnum() or bool(language.word_class.get(word, frozenset()) & free)


def _is_helped(sentence: Sentence, at: int, language: Language) -> bool:
    """
    Whether a participle has an auxiliary before it, so that it is no noun: "ha llamado".
    """
    readings = language.forms_of(sentence.raw[at]) or ()
    if at == 0 or not language.adjective_after:
        return False
    classes = language.word_class.get(sentence.low[at - 1], frozenset())
    helped = classes & {"perfect_aux", "had", "passive_aux"}
    return bool(helped) and any(feature == "participle" for _, feature in readings)


def is_no_noun(sentence: Sentence, at: int, stop: int, language: Language) -> bool:
    """
    Whether what can be a noun's phrase is a verb here, or the beginning of something else.
    """
    if _is_helped(sentence, at, language) or _goes_on(sentence, at, stop, language):
        return True
    alone = stop == at + 1
    stressed = alone and _is_stressed(sentence.raw[at], language)
    return stressed or (alone and is_verbal(sentence, at, language))


def is_said_of(sentence: Sentence, at: int, language: Language) -> bool:
    """
    Whether a participle that is an office, too, is only said of somebody: "fue enviado a prisión",
    "Gil, enviado a Roma".
    """
    readings = language.forms_of(sentence.raw[at]) or ()
    after = sentence.low[at + 1] if at + 1 < len(sentence) else ""
    if not any(feature == "participle" for _, feature in readings) or language.is_a(after, "of"):
        return False
    before = sentence.low[at - 1] if at else ""
    apart = before == "," or language.is_a(before, "conjunction")
    return _is_helped(sentence, at, language) or (apart and language.adjective_after)
