"""
Which state a paragraph, or what follows a heading, goes on about.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from diplomodel_news._grammar.grammar import Analysis


__all__ = ["headed_by", "theme_of"]

#: Who can be what a paragraph is about.
_WHO: Final = frozenset({"actor", "institution", "person", "pronoun"})
#: Of how many words a heading is.
_HEADING: Final = 10


def theme_of(analysis: Analysis) -> str | None:
    """
    The only state that a sentence names: "France had lived through such scenes before".

    Args:
        analysis: The first sentence of a paragraph, with its mentions resolved.
    """
    named = [one for one in analysis.mentions if one.kind in _WHO and one.codes]
    told = {code for one in named for code in one.codes}
    lands = [code for code in told if not code.startswith("org:")]
    plain = [one for one in named if one.kind == "actor"]
    return lands[0] if plain and len(told) == len(lands) == 1 else None


def headed_by(analysis: Analysis) -> str | None:
    """
    The only state that a heading names: "The answer from La Paz".

    Args:
        analysis: A sentence, with its mentions resolved.
    """
    raw = analysis.sentence.raw
    if analysis.verbs or not 0 < len(raw) <= _HEADING or not _is_word(raw[-1:]):
        return None
    return theme_of(analysis)


def _is_word(words: Iterable[str]) -> bool:
    return all(word[0].isalnum() for word in words)
