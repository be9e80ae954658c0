"""
States that stand beside a thing of their own with no verb between: "y Chad, su enojo".
"""

from __future__ import annotations

from typing import Final

from diplomodel_news._grammar.grammar import Analysis, Verb
from diplomodel_news._mentions.mentions import Mention


__all__ = ["thing_beside"]

_FINITE: Final = frozenset({"past", "present", "perfect", "pluperfect", "future"})
#: What many things are, so that sharing it makes two no more alike.
_SLIGHT: Final = frozenset({"own", "decision"})


def thing_beside(mention: Mention, first: Mention, analysis: Analysis) -> tuple[Verb, int] | None:
    """
    The verb that a state shares whose thing is like the one before, and where that thing ends:
    "expresó su sorpresa, y Chad, su enojo", "habló de una farsa, y Chad, de un montaje".

    Args:
        mention: The state.
        first: The first of those that it is coordinated with.
        analysis: The sentence.
    """
    at = mention.stop + 1
    comma = analysis.language.adjective_after and analysis.word(mention.stop) == ","
    if not comma or first.gov or not analysis.is_a(first.first - 1, "conjunction"):
        return None
    before = [one for one in analysis.verbs if one.stop <= first.first and not one.silent]
    if not before or before[-1].tense not in _FINITE:
        return None
    over = before[-1]
    ahead = (one for one in analysis.mentions if at <= one.first <= at + 2)
    thing = next((one for one in ahead if one.kind == "concept"), None)
    if thing is None or any(mention.stop <= one.first < thing.stop for one in analysis.verbs):
        return None
    alike = (
        one
        for one in (*analysis.objects(over), *analysis.after(over))
        if one.stop < first.first and one.kind == "concept" and one.gov == thing.gov
    )
    if not any((one.tags & thing.tags) - _SLIGHT or (one.gov and thing.gov) for one in alike):
        return None
    return over, thing.stop
