"""
Since when something is held or said: until now, or once, years ago.
"""

from __future__ import annotations

from diplomodel_news._cast.cast import Cast
from diplomodel_news._events.found import Finding
from diplomodel_news._frames.told import Told
from diplomodel_news._grammar.grammar import Verb


__all__ = ["is_of_old", "is_perfect"]


def is_of_old(found: Finding, cast: Cast) -> bool:
    """
    Whether somebody said something years ago, and the text does not tell when.

    Args:
        found: What was found.
        cast: Who is in the text.
    """
    told = found.dated or found.refused or found.draft.context
    return found.kind == "statement" and not told and "speaker" in found.values and cast.is_past()


def is_perfect(verb: Verb, told: Told) -> bool:
    """
    Whether something has been or is so until now: "does not recognise it", though not "did not".

    Args:
        verb: The verb.
        told: The telling.
    """
    verbs, low = told.analysis.language.verbs, told.analysis.low
    helped = (reading for at in range(verb.first, verb.head) for reading in verbs.get(low[at], ()))
    return verb.tense == "perfect" and all(feature != "past" for _, feature in helped)
