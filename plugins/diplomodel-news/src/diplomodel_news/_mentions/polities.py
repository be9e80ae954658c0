"""
States as records of their relations name them: "the Kingdom of X", "X (then Y)", "Legation Riga".
"""

from __future__ import annotations

from typing import Final

from diplomodel_news._language.gazetteer import Kind
from diplomodel_news._language.language import Language
from diplomodel_news._language.text import Sentence
from diplomodel_news._mentions.mentions import Mention


__all__ = ["with_polities"]

_PREFIX: Final = "prefix"
#: How far before a state "also" stands, and "accredited".
_LED: Final = 6
_SENT_TO: Final = 3


def with_polities(items: list[Mention], sentence: Sentence, language: Language) -> list[Mention]:
    """
    The items of a sentence with the parts of a state's or a mission's name put together.

    Args:
        items: The items in order.
        sentence: The sentence.
        language: Its language.
    """
    kept: list[Mention] = []
    for item in items:
        _sent_minister(item, sentence, language)
        if item.kind == "actor" and _is_residence(item, kept, sentence, language):
            item.tags |= {"residence"}
        last = kept[-1] if kept else None
        if last is None:
            kept.append(item)
        elif _opens(last, item, sentence, language):
            kept.pop()
            _name_of(last, item, sentence, language)
            kept.append(item)
        elif _is_other_name(last, item, sentence, language):
            named = last if last.sent is None else last.sent
            shared = tuple(code for code in named.states if code in item.states)
            named.states = shared or item.states
            named.stop = last.stop = item.stop + 1
        elif _is_seat(last, item) or _is_bare_seat(last, item, sentence):
            last.sent, last.stop, last.place = item, item.stop, item.place
        else:
            kept.append(item)
    return [one for one in kept if _PREFIX not in one.tags]


def _opens(last: Mention, item: Mention, sentence: Sentence, language: Language) -> bool:
    """
    Whether "the Republic" before "of" or "Duchy of" opens the name that follows.
    """
    if last.kind != "actor" or "epithet" not in last.tags or "pair" in last.tags:
        return False
    if last.states and (not item.states or "own" in last.tags):
        return False
    if item.kind not in {"actor", "name"} or item.tags & {"demonym", "epithet"}:
        return False
    between = sentence.low[last.stop : item.first]
    if _PREFIX not in last.tags:
        if not between or not language.is_a(between[0], "of"):
            return False
        between = between[1:]
    return all(language.is_a(word, "determiner") for word in between)


def _name_of(last: Mention, item: Mention, sentence: Sentence, language: Language) -> None:
    """
    Let the name begin with its form; a duchy is no city of the same name.
    """
    if item.kind == "actor":
        hit = language.lexicon.longest(sentence.low, item.first)
        entries = hit[1] if hit is not None else []
        states = [code for one in entries if one.kind is Kind.STATE for code in one.states]
        if states:
            item.states = tuple(dict.fromkeys(states))
            item.tags -= {"capital"}
    item.first = last.first


def _is_other_name(last: Mention, item: Mention, sentence: Sentence, language: Language) -> bool:
    """
    Whether a state stands in brackets right after a state: "Siam (now Thailand)".
    """
    if item.kind != "actor" or "state" not in item.tags or item.tags & {"demonym", "epithet"}:
        return False
    seat = last.kind == "institution" and last.sent is not None
    if not seat and (last.kind != "actor" or last.tags & {"demonym", "epithet", "org"}):
        return False
    if ("capital" in item.tags) != (seat or "capital" in last.tags):
        return False
    low = sentence.low
    between = low[last.stop : item.first]
    if between[:1] != ["("] or item.stop >= len(low) or low[item.stop] != ")":
        return False
    return all(
        language.is_a(word, "determiner") or language.is_a(word, "adverb") for word in between[1:]
    )


def _sent_minister(item: Mention, sentence: Sentence, language: Language) -> None:
    """
    Make a minister who is "minister to" a state an envoy: so heads of legations are called.
    """
    # "Chad's first minister to Togo" leads no government either: who is first there is.
    first = (
        "head_of_government" in item.tags
        and sentence.low[item.stop - 2] in language.words["first_to"]
    )
    if item.kind != "person" or not (first or "minister" in item.tags):
        return
    at = item.stop
    if at + 1 < len(sentence) and sentence.low[at] in language.words["sent_to"]:
        hit = language.lexicon.longest(sentence.low, at + 1)
        if hit is None and language.is_a(sentence.low[at + 1], "determiner"):
            hit = language.lexicon.longest(sentence.low, min(at + 2, len(sentence) - 1))
        if hit is not None and hit[1][0].kind in {Kind.STATE, Kind.EPITHET, Kind.CAPITAL}:
            item.tags -= {"minister", "high", "head_of_government"}
            item.tags |= {"old_minister", "ambassador", "envoy"}
            item.role = "head_of_mission"


def _is_residence(
    item: Mention, before: list[Mention], sentence: Sentence, language: Language
) -> bool:
    """
    Whether a place is only where an envoy lives: "resident at Bridgetown, Barbados".
    """
    near = sentence.low[max(0, item.first - 3) : item.first]
    if any(language.is_a(word, "resident") for word in near):
        return True
    if _is_other_post(item.first, sentence, language):
        return True
    last = before[-1] if before else None
    return (
        last is not None
        and "residence" in last.tags
        and sentence.low[last.stop : item.first] in ([","], ["and"], [",", "and"])
    )


def _is_other_post(at: int, sentence: Sentence, language: Language) -> bool:
    """
    Whether an envoy is sent elsewhere, too: "was also accredited to Samoa and to Tonga".
    """
    near = sentence.low[max(0, at - _LED) : at]
    if not near or near[-1] not in language.words["sent_to"]:
        return False
    accredited = any(word in language.words["accredited"] for word in near[-_SENT_TO:])
    return accredited and any(word in language.words["besides"] for word in near)


def _is_seat(last: Mention, item: Mention) -> bool:
    """
    Whether a capital right after a mission says where that is: "Embassy Ouagadougou".
    """
    return (
        last.kind == "institution"
        and "mission" in last.tags
        and last.sent is None
        and item.kind == "actor"
        and "capital" in item.tags
        and item.first == last.stop
    )


def _is_bare_seat(last: Mention, item: Mention, sentence: Sentence) -> bool:
    """
    Whether a state or city right after a mission told without an article says where it is, as in
    "Legation Luxembourg reopened".
    """
    return (
        last.kind == "institution"
        and "mission" in last.tags
        and last.sent is None
        and not last.states
        and last.stop - last.first == 1
        and sentence.raw[last.first][0].isupper()
        and item.kind in {"actor", "place"}
        and not item.tags & {"demonym", "epithet"}
        and item.first == last.stop
        and (last.first == 0 or not sentence.raw[last.first - 1][0].isupper())
    )
