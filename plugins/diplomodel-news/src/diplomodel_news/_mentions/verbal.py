"""
Whether a word that can be a noun or a verb is a verb, by the words beside it.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from diplomodel_news._language.gazetteer import Kind
from diplomodel_news._language.language import Language
from diplomodel_news._language.text import Sentence


__all__ = ["is_verbal"]

#: What no verb stands after.
_OPENING: Final = frozenset(
    {
        "determiner",
        "possessive",
        "genitive",
        "of",
        "preposition",
        "agent",
        "number",
        "with",
        "at",
        "modifier",
        "former",
    }
)
#: What a noun stands after.
_OWNING: Final = ("indefinite", "genitive", "possessive")
#: What a gerund stands after: "by opening an embassy".
_LEADING: Final = frozenset({"agent", "preposition", "subordinator", "with"})
_NONE: Final[frozenset[str]] = frozenset()
#: What an infinitive stands after.
_BEFORE_VERB: Final = frozenset({"infinitive_marker", "future", "possible"})
_TWO: Final = 2
#: How far before a noun the verb stands at the most.
_MOST: Final = 6


def is_verbal(sentence: Sentence, at: int, language: Language) -> bool:
    """
    Whether a word that can be a noun or a verb is more likely a verb here.
    """
    readings = language.forms_of(sentence.raw[at])
    if readings is None or at == 0:
        return False
    features = {feature for _, feature in readings}
    if _takes_object(sentence, at, features, language):
        return True
    plain = features <= {"infinitive", "present"}
    before = sentence.low[at - 1]
    if plain and _ends_verb(sentence, at - 1, language):
        return False
    classes = language.word_class.get(before, frozenset())
    if classes & {"infinitive_marker"} and not classes & {"of"}:
        return "infinitive" in features
    if classes & _OPENING or _is_adverb(sentence, at, language):
        return False
    if _is_named_thing(sentence, at, language, features):
        return False
    hit = language.lexicon.longest(sentence.low, at - 1)
    kinds = frozenset(entry.kind for entry in hit[1]) if hit is not None else frozenset()
    if Kind.DEMONYM in kinds:
        return _has_object(sentence, at, language, kinds)
    if before == ",":
        # "Franco, hasta hoy vicepresidente, jura como presidente".
        return plain and language.is_a(_after(sentence, at), "aside")
    ends_alike = before.endswith(language.adjective_endings)
    if ends_alike and not _is_name(sentence, at, language, kinds):
        return False
    return language.adjective_after or not _is_object(sentence, at, language)


def _after(sentence: Sentence, at: int) -> str:
    return sentence.low[at + 1] if at + 1 < len(sentence) else ""


def _takes_object(
    sentence: Sentence, at: int, features: Collection[str], language: Language
) -> bool:
    """
    Whether a gerund has an object of its own: "by opening an embassy", "after closing its posts".
    """
    before = language.word_class.get(sentence.low[at - 1], frozenset())
    after = language.word_class.get(_after(sentence, at), frozenset())
    led = bool(before & _LEADING) and not before & {*_OWNING, "determiner"}
    return set(features) == {"gerund"} and led and bool(after & {"determiner", "possessive"})


def _ends_verb(sentence: Sentence, at: int, language: Language) -> bool:
    """
    Whether a verb with its particle ends here, or one that says little: "ruled out talks",
    "took place".
    """
    word = sentence.low[at]
    if language.is_a(word, "particle") and _only_verb(sentence.low[at - 1], language):
        return True
    return language.is_a(word, "light_verb")


def _is_adverb(sentence: Sentence, at: int, language: Language) -> bool:
    """
    Whether a word that can be an adverb, too, has nothing after it that a verb could take.
    """
    if not language.is_a(sentence.low[at], "adverb"):
        return False
    after = _after(sentence, at)
    return (
        not after[:1].isalnum()
        or language.is_a(after, "preposition")
        or after in language.dates["weekdays"]
    )


def _is_named_thing(
    sentence: Sentence, at: int, language: Language, features: Collection[str]
) -> bool:
    """
    Whether what stands before a word only says which it is: "a midnight raid", "an OPEC meeting".
    """
    if language.adjective_after:
        return False
    if _has_article(sentence, at, language):
        return True
    if set(features) == {"gerund"} and not _after(sentence, at)[:1].isalnum():
        # "The Istanbul meeting, it said": nobody is met.
        return True
    hit = language.lexicon.longest([sentence.low[at - 1]], 0)
    thing = hit is not None and any(entry.kind is Kind.CONCEPT for entry in hit[1])
    bare = set(features) <= {"infinitive", "present"} and thing and at > 1
    return bare and language.is_a(sentence.low[at - _TWO], "indefinite")


def _has_article(sentence: Sentence, at: int, language: Language) -> bool:
    """
    Whether a name stands before a word, and "a" before that: "an OPEC meeting" is a noun.
    """
    if language.adjective_after or sentence.is_heading:
        return False
    back = at - 1
    while back > 0 and sentence.raw[back][0].isupper():
        back -= 1
    return back < at - 1 and language.is_a(sentence.low[back], "indefinite")


def _has_object(sentence: Sentence, at: int, language: Language, kinds: Collection[Kind]) -> bool:
    """
    Whether what follows a word after a nationality is what a verb takes.
    """
    if at + 1 >= len(sentence):
        return False
    if Kind.STATE in kinds and sentence.raw[at + 1][0].isupper():
        return True
    classes = language.word_class.get(sentence.low[at + 1], frozenset())
    return bool(classes & {"determiner", "possessive"})


def _is_name(sentence: Sentence, at: int, language: Language, kinds: Collection[Kind]) -> bool:
    """
    Whether a name stands before a word: "Tehran closed" ends like an adjective, and is none.
    """
    if at > 1 and sentence.raw[at - 1][0].isupper() and not sentence.is_heading:
        return True
    return Kind.STATE in kinds and not _only_verb(_after(sentence, at), language)


def _is_object(sentence: Sentence, at: int, language: Language) -> bool:
    """
    Whether a word is what a verb before it takes: "impose sanctions", "begun talks".
    """
    before = sentence.low[at - 1]
    if _only_verb(before, language):
        return True
    led = language.word_class.get(sentence.low[at - _TWO], frozenset()) if at >= _TWO else _NONE
    if led & _BEFORE_VERB and before in language.verbs:
        # "Offered to host talks": nothing but a verb stands between.
        return True
    # "Expressed strong regret": an adjective that no list has, between a verb and its object.
    if not _is_plain(sentence, at - 1, language) or at < _TWO:
        return False
    # "Rejected a fresh offer": or between an article and its noun.
    if any(language.is_a(sentence.low[at - 2], one) for one in _OWNING):
        return True
    # "Opened direct, low-level border talks": or several of them.
    back = at - 2
    while back > at - _MOST and (sentence.low[back] == "," or _is_plain(sentence, back, language)):
        back -= 1
    return back > 0 and _only_verb(sentence.low[back], language)


def _is_plain(sentence: Sentence, at: int, language: Language) -> bool:
    """
    Whether a word is written small, and in no list.
    """
    word = sentence.low[at]
    pronoun = language.pronouns.get(word)
    if pronoun is not None and not pronoun.is_object:
        # "Said it supports the plan".
        return False
    return (
        word.replace("-", "").isalpha()
        and word not in language.word_class
        and word not in language.verbs
        and sentence.raw[at][0].islower()
        and language.lexicon.longest([word], 0) is None
    )


def _only_verb(word: str, language: Language) -> bool:
    """
    Whether a word is a verb that governs what follows, and neither auxiliary nor noun.
    """
    return (
        word in language.verbs
        and word not in language.word_class
        and language.lexicon.longest([word], 0) is None
    )
