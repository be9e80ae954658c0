"""
Which words can be, or begin, a name, and which are verbs.
"""

from __future__ import annotations

from diplomodel_news._gazetteer import Entry, Kind
from diplomodel_news._language import Language
from diplomodel_news._text import Sentence


__all__ = [
    "can_name",
    "is_no_noun",
    "is_said_of",
    "is_shadowed",
    "is_titled",
    "name_end",
    "within_name",
]

#: Words of the shortest phrase that a preposition and an article open.
_PLACED = 3
#: Whose a body can be, as the words after it say.
_OWNERS = frozenset({Kind.STATE, Kind.DEMONYM, Kind.CAPITAL, Kind.EPITHET, Kind.ORGANISATION})
#: Function words of this length never stand for a name.
_SHORT = 3
_TWO = 2
#: Where the words of an item of a list begin, after its number and a full stop.
_ITEM = 2
_BEGIN = frozenset({'"', "“", "«", ":", "¿", "¡", "-", "–", "—"})


def is_shadowed(
    sentence: Sentence, at: int, hit: tuple[int, list[Entry]], language: Language
) -> bool:
    """
    Whether a longer phrase that begins within one shadows it: "El Reino Unido" is no "reino",
    "the Department of State" more than a department, "al país vecino" not "al país".
    """
    stop, entries = hit
    kind, low = entries[0].kind, sentence.low
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


def is_stressed(word: str, language: Language) -> bool:
    """
    Whether an accent makes a word a verb: "retiró" is no "retiro".
    """
    return (
        language.accents
        and word.lower().endswith(("ó", "é"))
        and language.forms_of(word) is not None
    )


def is_verbal(sentence: Sentence, at: int, language: Language) -> bool:
    """
    Whether a word that can be a noun or a verb is more likely a verb here.
    """
    readings = language.forms_of(sentence.raw[at])
    if readings is None or at == 0:
        return False
    before = sentence.low[at - 1]
    plain = {feature for _, feature in readings} <= {"infinitive", "present"}
    if plain and language.is_a(before, "particle") and _only_verb(sentence.low[at - 2], language):
        # "Ruled out talks": a verb with its particle, and its object.
        return False
    if plain and language.is_a(before, "light_verb"):
        # "took place": no second verb.
        return False
    classes = language.word_class.get(before, frozenset())
    if classes & {"infinitive_marker"} and not classes & {"of"}:
        return any(feature == "infinitive" for _, feature in readings)
    if classes & {
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
    }:
        return False
    following = sentence.low[at + 1] if at + 1 < len(sentence) else ""
    if language.is_a(sentence.low[at], "adverb") and (
        not following[:1].isalnum()
        or language.is_a(following, "preposition")
        or following in language.dates["weekdays"]
    ):
        return False
    hit = language.lexicon.longest(sentence.low, at - 1)
    if hit is not None and any(entry.kind is Kind.DEMONYM for entry in hit[1]):
        following = sentence.low[at + 1] if at + 1 < len(sentence) else ""
        classes = language.word_class.get(following, frozenset())
        name = any(entry.kind is Kind.STATE for entry in hit[1])
        name &= at + 1 < len(sentence) and sentence.raw[at + 1][0].isupper()
        return name or bool(classes & {"determiner", "possessive"})
    if before == "," and plain and language.is_a(following, "aside"):
        # "Franco, hasta hoy vicepresidente, jura como presidente".
        return True
    # "Tehran closed": a name ends like an adjective, and is none.
    named = at > 1 and sentence.raw[at - 1][0].isupper() and not sentence.is_heading
    named |= (
        hit is not None
        and any(entry.kind is Kind.STATE for entry in hit[1])
        and not _only_verb(following, language)
    )
    if before == "," or (before.endswith(language.adjective_endings) and not named):
        return False
    # "Impose sanctions", "begun talks": a verb's object, unless both can be either.
    if language.adjective_after or _only_verb(before, language):
        return language.adjective_after
    # "Expressed strong regret": an adjective that no list has, between a verb and its object.
    unknown = before.isalpha() and not classes and before not in language.verbs
    unknown &= sentence.raw[at - 1][0].islower()
    unknown &= language.lexicon.longest([before], 0) is None
    if not unknown or at < _ITEM:
        return True
    # "Rejected a fresh offer": or between an article and its noun.
    opened = language.is_a(sentence.low[at - 2], "indefinite")
    return not (opened or _only_verb(sentence.low[at - 2], language))


def goes_on(sentence: Sentence, at: int, stop: int, language: Language) -> bool:
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
    kinds = _OWNERS if ahead > stop else frozenset({Kind.DEMONYM})
    return whose is not None and any(one.kind in kinds for one in whose[1])


def is_titled(sentence: Sentence) -> bool:
    """
    Whether nearly all words are capitalised, as in some headlines.
    """
    words = [word for word in sentence.raw if word[0].isalpha() and len(word) > 3]
    return len(words) > 3 and sum(word[0].isupper() for word in words) >= 0.8 * len(words)


def is_helped(sentence: Sentence, at: int, language: Language) -> bool:
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
    if is_helped(sentence, at, language) or goes_on(sentence, at, stop, language):
        return True
    alone = stop == at + 1
    return alone and (is_stressed(sentence.raw[at], language) or is_verbal(sentence, at, language))


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
    return is_helped(sentence, at, language) or (apart and language.adjective_after)


def _only_verb(word: str, language: Language) -> bool:
    """
    Whether a word is a verb that governs what follows, and neither auxiliary nor noun.
    """
    return (
        word in language.verbs
        and word not in language.word_class
        and language.lexicon.longest([word], 0) is None
    )


def can_name(sentence: Sentence, at: int, language: Language, titled: bool) -> bool:
    word = sentence.raw[at]
    low = sentence.low[at]
    if not word[0].isupper() or not word[0].isalpha() or (len(word) == 1 and at == 0):
        return False
    if low in language.dates["units"] or (
        low in language.word_class and not _is_inside(sentence, at, language)
    ):
        return False
    first = (
        at == 0
        or (at == 1 and sentence.raw[0][0].isdecimal())
        or sentence.raw[at - 1] in _BEGIN
        or (at == _ITEM and sentence.raw[1] in {".", ")"})
    )
    if first and language.accents and not titled and _is_finite(word, language):
        return False
    if first and not titled and _is_bare_participle(word, language):
        return False
    if language.spelt(word) in language.pronouns or _is_made_by(word, language):
        return False
    if low in language.dates["weekdays"]:
        return False
    if low in language.dates["months"] and not _is_given(sentence, at, language):
        return False
    return not (titled and (low in language.verbs))


def _is_made_by(word: str, language: Language) -> bool:
    """
    Whether a word is an adjective of a name and a participle, as "Iran-backed".
    """
    _, hyphen, last = word.rpartition("-")
    if not hyphen or not last.islower() or language.adjective_after:
        return False
    return any(feature == "participle" for _, feature in language.verbs.get(last, ()))


def _is_taken(sentence: Sentence, at: int, language: Language) -> bool:
    """
    Whether a word begins a phrase of the lexicon; one written with a capital is no concept.
    """
    hit = language.lexicon.longest(sentence.low, at)
    if hit is None:
        return False
    capital = language.accents and sentence.raw[at][0].isupper() and hit[0] == at + 1
    return not (capital and all(entry.kind is Kind.CONCEPT for entry in hit[1]))


def _is_given(sentence: Sentence, at: int, language: Language) -> bool:
    """
    Whether a month's short name is a given name here, as in "Jan Novotny".
    """
    ahead = at + 1
    return (
        sentence.low[at] in language.genders
        and ahead < len(sentence)
        and sentence.raw[ahead][0].isupper()
        and language.lexicon.longest(sentence.low, ahead) is None
    )


def _is_inside(sentence: Sentence, at: int, language: Language) -> bool:
    """
    Whether a function word written with a capital stands where no sentence begins: a name.
    """
    return (
        language.accents
        and at > 0
        and len(sentence.raw[at]) > _SHORT
        and (sentence.low[at - 1].isalpha() or sentence.low[at - 1] == ",")
        and not sentence.raw[at].isupper()
        and "determiner" not in language.word_class[sentence.low[at]]
    )


def _is_bare_participle(word: str, language: Language) -> bool:
    """
    Whether a word that opens a sentence is a participle of a known verb, and no name.
    """
    if word.lower() in language.genders:
        return False
    features = {feature for _, feature in language.forms_of(word) or ()}
    return bool(features & {"gerund", "participle"}) and "infinitive" not in features


def _is_finite(word: str, language: Language) -> bool:
    return any(feature != "participle" for _, feature in language.forms_of(word) or ())


def name_end(sentence: Sentence, at: int, language: Language, titled: bool) -> int:
    low, raw = sentence.low, sentence.raw
    stop = at + 1
    while stop < len(sentence) and stop - at < 8:
        if _is_initial(sentence, stop, language):
            stop += 2
            continue
        if _is_taken(sentence, stop, language) and not (
            (_only_places(language, low, stop) and not titled and at > 0)
            or _is_surname(sentence, stop, language)
        ):
            break
        own = can_name(sentence, stop, language, titled) or _is_prefixed(raw[stop])
        if own or _is_month_name(sentence, stop, language):
            stop += 1
            continue
        ahead = stop
        while ahead < len(sentence) and low[ahead] in language.particles and ahead - stop < 3:
            ahead += 1
        if (
            ahead > stop
            and ahead < len(sentence)
            and raw[ahead][0].isupper()
            and low[ahead] not in language.word_class
            and not _is_taken(sentence, ahead, language)
            and not language.is_a(low[stop], "conjunction")
        ):
            stop = ahead + 1
            continue
        break
    return stop


def _is_prefixed(word: str) -> bool:
    """
    Whether a word is a name with an article before it, as in "al-Ansari" and "el-Sisi".
    """
    article, _, name = word.partition("-")
    return article.islower() and 0 < len(article) <= _SHORT and name[:1].isupper()


def _is_surname(sentence: Sentence, at: int, language: Language) -> bool:
    """
    Whether a word for a body or a thing is a family name here: "Jorge Rada" is no parliament.
    """
    hit = language.lexicon.longest(sentence.low, at)
    return (
        sentence.low[at - 1] in language.genders
        and sentence.raw[at][0].isupper()
        and not sentence.raw[at].isupper()
        and hit is not None
        and hit[0] == at + 1
        and {entry.kind for entry in hit[1]} <= {Kind.INSTITUTION, Kind.CONCEPT}
    )


def _is_month_name(sentence: Sentence, at: int, language: Language) -> bool:
    """
    Whether a month that follows a given name and no number goes with is a family name.
    """
    ahead = at + 1
    return (
        sentence.low[at] in language.dates["months"]
        and sentence.raw[at][0].isupper()
        and not sentence.raw[at].isupper()
        and ahead < len(sentence)
        and not sentence.low[ahead][0].isdecimal()
        and sentence.low[at - 1] not in language.word_class
    )


def _is_initial(sentence: Sentence, stop: int, language: Language) -> bool:
    """
    Whether a full stop after a single capital and a name follow, as in "John G. Erhardt".
    """
    raw = sentence.raw
    return (
        stop + 1 < len(raw)
        and raw[stop] == "."
        and len(raw[stop - 1]) == 1
        and raw[stop - 1].isupper()
        and sentence.ends[stop - 1] == sentence.starts[stop]
        and can_name(sentence, stop + 1, language, titled=False)
    )


def _only_places(language: Language, low: list[str], at: int) -> bool:
    hit = language.lexicon.longest(low, at)
    return hit is not None and all(entry.kind in {Kind.CAPITAL, Kind.STATE} for entry in hit[1])


def within_name(sentence: Sentence, at: int, stop: int, entry: Entry, language: Language) -> bool:
    """
    Whether a city or state is part of a person's name, as in Santiago Peña.
    """
    if stop - at > 1 or stop >= len(sentence) or entry.kind is Kind.ORGANISATION:
        return False
    following = sentence.raw[stop]
    if not following[0].isupper() or _is_taken(sentence, stop, language):
        return False
    if sentence.low[at] in language.genders:
        return can_name(sentence, stop, language, titled=False)
    return entry.kind is Kind.CAPITAL and (
        can_name(sentence, stop, language, titled=False)
        and sentence.low[stop] not in language.verbs
    )
