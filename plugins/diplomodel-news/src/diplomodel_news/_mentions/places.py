"""
Names that are no person's: cities, regions, streets, courts, parties, firms.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from diplomodel_news._language.text import fold


if TYPE_CHECKING:
    from diplomodel_news._language.language import Language
    from diplomodel_news._language.text import Sentence
    from diplomodel_news._mentions.mentions import Mention


__all__ = ["with_places"]

#: Within how many tokens of a line a place can stand as its dateline.
_DATELINE: Final = 2


def with_places(kept: list[Mention], sentence: Sentence, language: Language) -> list[Mention]:
    """
    The mentions of a sentence with names of places and bodies marked as such.

    A name after "in" or "at" is a place, as long as nobody of that name is known: that is for
    who is who to find out. A place takes in the region or state that stands after it.

    Args:
        kept: The mentions in order, with the prepositions that govern them.
        sentence: The sentence.
        language: Its language.
    """
    found: list[Mention] = []
    for item in kept:
        last = found[-1] if found else None
        if last is not None and _is_polity(last, item, language):
            last.kind, last.name, last.tags = "actor", None, frozenset({"state"})
            last.states, last.state, last.stop = item.states, item.state, item.stop
            continue
        if last is not None and _lies_in(last, item, sentence, language):
            last.stop = item.stop
            if last.kind == "place" or not last.states:
                last.states = item.states or _land(item, language)
            last.states = tuple(code for code in last.states if code in item.states) or last.states
            continue
        if item.kind == "name" and item.name:
            _mark(item, language)
        elif item.kind == "actor" and item.gov in language.words["where"]:
            _within(item, language)
            _seat(item, found, sentence, language)
        if _names_something(item, sentence, language):
            item.kind, item.tags = "place", frozenset({"place"})
            item.states, item.state = (), None
        found.append(item)
    return found


def _is_polity(last: Mention, item: Mention, language: Language) -> bool:
    """
    Whether a nationality says of which state a word like "state" is told: "el Estado palestino".
    """
    named = last.kind in {"name", "place"} and item.first == last.stop == last.first + 1
    word = fold(last.name or last.place) if named and "demonym" in item.tags else ""
    return bool(word) and word in language.words["polity"]


def _names_something(item: Mention, sentence: Sentence, language: Language) -> bool:
    """
    Whether a city only gives its name to something: "hailed the Doha deal", "the Minsk process".
    """
    if language.adjective_after or item.stop >= len(sentence):
        return False
    if item.kind != "place" and "capital" not in item.tags:
        return False
    word = sentence.low[item.stop]
    plain = word.isalpha() and sentence.raw[item.stop].islower()
    named = plain and word not in language.word_class and word not in language.dates["weekdays"]
    return (
        named
        and language.is_a(sentence.low[item.first], "definite")
        and _is_accord(word, language)
    )


def _is_accord(word: str, language: Language) -> bool:
    hit = language.lexicon.longest([word], 0)
    return hit is not None and any("accord_of" in entry.tags for entry in hit[1])


def _mark(item: Mention, language: Language) -> None:
    words = fold(item.name or "").replace(".", " ").split()
    given = words[0] in language.genders
    if not given and language.words["body_name"].intersection(words):
        item.kind, item.place, item.name = "thing", item.name or "", None
        item.tags = frozenset({"thing"})
        return
    governed = item.gov in language.words["where"]
    land = _land(item, language)
    form = words[0] if language.adjective_after else words[-1]
    titled = not given and form in language.words["place_name"]
    known = bool(land) and (bool(item.gov) or item.stop - item.first > 1 or _dateline(item))
    if not (governed or known or titled) or (item.first == 0 and not land):
        return
    if governed and not land and item.before is not None and item.before.kind != "place":
        return
    if given and not land:
        return
    item.kind, item.place, item.name = "place", item.name or "", None
    item.tags, item.states = frozenset({"place"}), land


def _within(item: Mention, language: Language) -> None:
    """
    Take a palace's name for the quarter where it stands, where something happens "in" it.
    """
    code = language.cities.get(fold(item.place)) if "capital" in item.tags else None
    if code is not None and code not in item.states:
        item.kind, item.tags = "place", frozenset({"place"})
        item.states, item.state = (code,), None


def _seat(item: Mention, found: list[Mention], sentence: Sentence, language: Language) -> None:
    """
    Take for a place where an organisation meets: "la OEA, reunida en Lima, condenó", of no state.
    """
    at = item.first - 2
    meets = at > 0 and sentence.low[at] in language.words["convened"]
    if meets and any("org" in one.tags and one.stop >= at - 1 for one in found[-2:]):
        item.kind, item.tags = "place", frozenset({"place"})
        item.states, item.state = (), None


def _dateline(item: Mention) -> bool:
    return item.first < _DATELINE


def _land(item: Mention, language: Language) -> tuple[str, ...]:
    """
    The state that a city or region lies in, where that is known.
    """
    code = language.cities.get(fold(item.name or item.place))
    return (code,) if code else ()


def _lies_in(last: Mention, item: Mention, sentence: Sentence, language: Language) -> bool:
    """
    Whether a region or state stands after the place that lies in it: "in Beira, Mozambique".
    """
    city = last.kind == "actor" and "capital" in last.tags and last.gov
    if last.kind != "place" and not city:
        return False
    if sentence.low[last.stop : item.first] != [","] or item.owner or item.of:
        return False
    after = sentence.low[item.stop] if item.stop < len(sentence) else ""
    if after not in {"", ",", ".", ";", ")", "-", "—", "–"} and not _leads_on(after, language):
        return False
    if item.kind == "name":
        # "In Paris, John Doe, who": somebody, rather than a place beside a capital.
        person = bool(city) and item.stop - item.first > 1
        return bool(_land(item, language)) or (after == "," and not person)
    plain = item.kind == "actor" and not item.tags & {"demonym", "epithet", "org", "capital"}
    return plain and (last.kind == "place" or bool(set(item.states) & set(last.states)))


def _leads_on(word: str, language: Language) -> bool:
    """
    Whether no clause of the place's own can follow: a preposition or a time stands next.
    """
    return language.is_a(word, "preposition") or word in language.dates["weekdays"]
