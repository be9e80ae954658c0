"""
Which words can be, or begin, a name.
"""

from __future__ import annotations

from diplomodel_news._language.gazetteer import Entry, Kind
from diplomodel_news._language.language import Language
from diplomodel_news._language.text import Sentence, fold


__all__ = ["can_name", "name_end", "within_name"]

#: What words are that can be family names, too: "Jorge Rada", "Enrique Reina".
_COMMON = frozenset({Kind.INSTITUTION, Kind.CONCEPT, Kind.TITLE})
#: Function words of this length never stand for a name.
_SHORT = 3
#: Where the words of an item of a list begin, after its number and a full stop.
_ITEM = 2
_BEGIN = frozenset({'"', "“", "«", ":", "¿", "¡", "-", "–", "—"})


def can_name(sentence: Sentence, at: int, language: Language, titled: bool) -> bool:
    word = sentence.raw[at]
    low = sentence.low[at]
    if not word[0].isupper() or not word[0].isalpha() or (len(word) == 1 and at == 0):
        return False
    if _is_letter(sentence, at):
        return True
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


def _is_letter(sentence: Sentence, at: int) -> bool:
    """
    Whether a capital with a full stop stands within a name, though a word alone: "Ann A. Lee".
    """
    raw = sentence.raw
    if len(raw[at]) > 1 or not 0 < at < len(raw) - 2 or raw[at + 1] != ".":
        return False
    touching = sentence.ends[at] == sentence.starts[at + 1]
    return touching and raw[at - 1][0].isupper() and raw[at + 2][0].isupper()


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
            or _is_surname(sentence, stop, language, first=at)
            or (_is_after_title(sentence, at, stop, language) and not titled)
        ):
            break
        own = can_name(sentence, stop, language, titled) or _is_prefixed(raw[stop])
        own = own or (
            low[stop - 1] in language.genders and _is_adjective(sentence, stop, language)
        )
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
    return stop + 2 * _is_junior(sentence, stop, language)


def _is_junior(sentence: Sentence, at: int, language: Language) -> bool:
    """
    Whether a comma stands there that belongs to a name: "John Smith, Jr."
    """
    words = sentence.low[at : at + 2]
    return words[:1] == [","] and words[-1].rstrip(".") in language.words["junior"]


def _is_prefixed(word: str) -> bool:
    """
    Whether a word is a name with an article before it, as in "al-Ansari" and "el-Sisi".
    """
    article, _, name = word.partition("-")
    return article.islower() and 0 < len(article) <= _SHORT and name[:1].isupper()


def _is_surname(sentence: Sentence, at: int, language: Language, *, first: int) -> bool:
    """
    Whether a word for a body or a thing is a family name here: "Jorge Rada" is no parliament, and
    the second of "Carlos Santos Reyes" are no kings.
    """
    hit = language.lexicon.longest(sentence.low, at)
    called = sentence.low[at - 1] in language.genders
    second = language.accents and at == first + 2 and sentence.low[first] in language.genders
    return (
        (called or second)
        and sentence.raw[at][0].isupper()
        and not sentence.raw[at].isupper()
        and hit is not None
        and hit[0] == at + 1
        and {entry.kind for entry in hit[1]} <= _COMMON
    )


def _is_after_title(sentence: Sentence, first: int, at: int, language: Language) -> bool:
    """
    Whether a word for a thing ends a name after an office: "Envoy Renata Camp", "the envoy, Renata
    Camp".
    """
    hit = language.lexicon.longest(sentence.low, at)
    before = first - 1 - (sentence.low[first - 1] == ",")
    office = language.lexicon.longest(sentence.low, before) if before >= 0 else None
    return (
        hit is not None
        and office is not None
        and at == first + 1
        and hit[0] == at + 1
        and sentence.raw[at][0].isupper()
        and not sentence.raw[at].isupper()
        and {entry.kind for entry in hit[1]} <= {Kind.CONCEPT}
        and office[1][0].kind is Kind.TITLE
        and not office[1][0].plural
    )


def _is_adjective(sentence: Sentence, at: int, language: Language) -> bool:
    """
    Whether a word written with a capital is an adjective elsewhere, and nothing else.
    """
    classes = language.word_class.get(sentence.low[at], frozenset())
    return sentence.raw[at][0].isupper() and bool(classes) and classes <= {"modifier"}


def _is_month_name(sentence: Sentence, at: int, language: Language) -> bool:
    """
    Whether a month or unit of time that follows a given name and no number goes with is a name.
    """
    ahead = at + 1
    timed = sentence.low[at] in language.dates["months"] or (
        # "Fernando Dias" is no day.
        sentence.low[at] in language.dates["units"]
    )
    return (
        timed
        and sentence.raw[at][0].isupper()
        and not sentence.raw[at].isupper()
        and (ahead < len(sentence) or sentence.low[at] not in language.dates["months"])
        and not (ahead < len(sentence) and sentence.low[ahead][0].isdecimal())
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


def _is_called(at: int, sentence: Sentence, language: Language) -> bool:
    """
    Whether somebody's given name and surname begin: "In Caracas Hugo Chávez accused".
    """
    named = fold(sentence.low[at]) in language.genders and at + 1 < len(sentence)
    return named and can_name(sentence, at + 1, language, titled=False)


def _is_office(at: int, sentence: Sentence, language: Language) -> bool:
    """
    Whether an office that one person holds ends at a token: "the foreign minister, Chad Otieno".
    """
    hits = (language.lexicon.longest(sentence.low, one) for one in range(max(0, at - 2), at + 1))
    return any(
        hit is not None
        and hit[0] == at + 1
        and hit[1][0].kind is Kind.TITLE
        and not hit[1][0].plural
        for hit in hits
    )


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
    inside = at > 0 and sentence.low[at - 1] in language.words["where"]
    if inside and _is_called(stop, sentence, language):
        return False
    beside = at > 1 and sentence.low[at - 1] == "," and _is_office(at - 2, sentence, language)
    return (entry.kind is Kind.CAPITAL or beside) and (
        can_name(sentence, stop, language, titled=False)
        and sentence.low[stop] not in language.verbs
    )
