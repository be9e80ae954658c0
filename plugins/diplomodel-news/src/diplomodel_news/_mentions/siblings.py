"""
Nationalities that share a noun: "los embajadores francés y alemán", "34 de la embajada francesa y
24 de la italiana", "the French and German ambassadors".
"""

from __future__ import annotations

from diplomodel_news._language.language import Language
from diplomodel_news._language.text import Sentence
from diplomodel_news._mentions.mentions import Mention


__all__ = ["with_siblings"]

#: The tokens of ", and".
_SERIAL = 2
#: Of how many nationalities a list is followed.
_MOST = 12


def with_siblings(kept: list[Mention], sentence: Sentence, language: Language) -> list[Mention]:
    """
    Take into a plural noun with a nationality the further ones that follow.

    Args:
        kept: The mentions of a sentence, in order.
        sentence: The sentence.
        language: Its language.
    """
    if not language.adjective_after:
        return _with_leading(kept, sentence, language)
    taken: set[int] = set()
    by_first = {one.first: one for one in kept}
    for item in kept:
        owner = item.owner
        if not item.plural or item.kind not in {"person", "institution"} or item.several:
            continue
        if owner is None or "demonym" not in owner.tags or item.name:
            continue
        more, stop = _more(item.stop, by_first, sentence, language)
        if more:
            item.several, item.stop = tuple(more), stop
            taken |= {id(one) for one in more}
    return [one for one in kept if id(one) not in taken]


def _with_leading(kept: list[Mention], sentence: Sentence, language: Language) -> list[Mention]:
    """
    Take into a plural noun with a nationality those that stand before that one.
    """
    taken: set[int] = set()
    for number, item in enumerate(kept):
        owner = item.owner
        if not item.plural or item.kind not in {"person", "institution"} or item.several:
            continue
        if owner is None or "state" not in owner.tags or owner.first != item.first:
            continue
        list_of = [owner]
        for one in reversed(kept[:number]):
            between = sentence.low[one.stop : list_of[0].first]
            closed = len(list_of) == 1
            ands = [word for word in between if language.is_a(word, "conjunction")]
            fits = len(between) == 1 and (ands if closed else between == [","])
            serial = closed and len(between) == _SERIAL and between[:1] == [","] and ands
            short = sentence.raw[one.stop - 1].replace(".", "").isupper()
            nation = one.kind == "actor" and not one.plural and ("demonym" in one.tags or short)
            if not nation or not (fits or serial) or len(list_of) > _MOST:
                break
            list_of.insert(0, one)
        if len(list_of) > 1:
            item.owner, item.several = list_of[0], tuple(list_of[1:])
            item.first = list_of[0].first
            taken |= {id(one) for one in list_of[:-1]}
    return [one for one in kept if id(one) not in taken]


def _more(
    stop: int, by_first: dict[int, Mention], sentence: Sentence, language: Language
) -> tuple[list[Mention], int]:
    """
    The nationalities that a list goes on with, and where it ends.
    """
    low = sentence.low
    more: list[Mention] = []
    closed = False
    for _ in range(_MOST):
        at = stop
        if at >= len(low) or closed:
            break
        closed = language.is_a(low[at], "conjunction") and low[at] != ","
        if not closed and low[at] != ",":
            break
        at += 1
        while at < len(low) and at not in by_first and _fills(low[at], language):
            at += 1
        other = by_first.get(at)
        if other is None or "demonym" not in other.tags or other.kind != "actor":
            break
        more.append(other)
        stop = other.stop
    return (more, stop) if closed and more else ([], stop)


def _fills(word: str, language: Language) -> bool:
    return (
        word.isdecimal()
        or language.is_a(word, "of")
        or language.is_a(word, "determiner")
        or language.is_a(word, "number")
        or language.is_a(word, "personal")
    )
