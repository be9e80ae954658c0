"""
States called by their full names: "la República Argelina Democrática y Popular".
"""

from __future__ import annotations

from typing import Final

from diplomodel_news._language.gazetteer import Entry, Kind
from diplomodel_news._language.language import Language
from diplomodel_news._language.text import Sentence


__all__ = ["formal"]

#: How many words stand at most before the name itself, and how many after it.
_LONGEST: Final = 5
_TAIL: Final = 3


def formal(sentence: Sentence, at: int, language: Language) -> tuple[int, list[Entry]] | None:
    """
    Where a full name ends that opens with "República" or "Reino", and what it stands for.

    Args:
        sentence: The sentence.
        at: The token of that word.
        language: The language.
    """
    if not language.is_a(sentence.low[at], "polity") or not sentence.raw[at][0].isupper():
        return None
    ahead = at + 1
    while ahead < min(len(sentence), at + 1 + _LONGEST):
        hit = language.lexicon.longest(sentence.low, ahead)
        raw = sentence.raw[ahead]
        own = [one for one in hit[1] if one.kind in {Kind.STATE, Kind.DEMONYM}] if hit else []
        if hit is not None and own and raw[0].isupper():
            return _past_tail(sentence, hit[0], language), own
        small = language.is_a(sentence.low[ahead], "of") or language.is_a(
            sentence.low[ahead], "determiner"
        )
        if not raw[0].isupper() and not small:
            return None
        ahead += 1
    return None


def _past_tail(sentence: Sentence, stop: int, language: Language) -> int:
    """
    Past what follows the name itself: "Argelina Democrática y Popular".
    """
    end = stop
    for at in range(stop, min(len(sentence), stop + _TAIL)):
        word = sentence.raw[at]
        if word[0].isupper() and language.lexicon.longest(sentence.low, at) is None:
            if word.lower().endswith(language.adjective_endings):
                end = at + 1
                continue
            ends_list = end > stop and language.is_a(sentence.low[at - 1], "conjunction")
            end = at + 1 if ends_list else end
        elif not (end == at and language.is_a(sentence.low[at], "conjunction")):
            break
    return end
