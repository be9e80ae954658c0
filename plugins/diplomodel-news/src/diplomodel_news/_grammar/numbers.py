"""
How many are told of by a number alone: "and Slovenia eight".
"""

from __future__ import annotations

from diplomodel_news._grammar.grammar import Analysis
from diplomodel_news._language.language import Language


__all__ = ["number_at"]


def number_at(at: int, analysis: Analysis) -> tuple[int | None, int]:
    """
    The number that stands at a token, and the token past it and "each" or "diplomats".
    """
    if at not in analysis.at and analysis.is_a(at, "personal"):
        # "Francia a 35": what only marks persons as the object.
        at += 1
    number = _as_number(analysis.word(at), analysis.language)
    number = 1 if analysis.is_a(at, "one_more") else number
    if number is None or at in analysis.times:
        return None, at
    at += 1
    one = analysis.at.get(at)
    if one is not None and one.kind == "person" and one.plural and not one.name:
        at = one.stop
    each = analysis.is_a(at, "each") and analysis.is_a(at + 1, "indefinite")
    if each or (
        analysis.is_a(at, "determiner", "again") and analysis.is_a(at, "adverb", "determiner")
    ):
        at += 1 + each
    return number, at


def _as_number(word: str, language: Language) -> int | None:
    if word.isdecimal() and len(word) <= len("999"):
        return int(word)
    told = language.dates["numbers"].get(word)
    return int(told) if told is not None and told.isdecimal() else None
