"""
What somebody is quoted as saying, in words that by themselves tell of no stand.
"""

from __future__ import annotations

from typing import Final

from diplomodel_news._cast.cast import Cast
from diplomodel_news._events.found import Finding


__all__ = ["only_said"]

#: The form that reads whatever is quoted.
_QUOTED: Final = "statement.say-anything"


def only_said(found: Finding, cast: Cast) -> str:
    """
    Why words quoted are no stand: nothing where they answer what another state did or said.

    "It is not for sale", said by whoever has just acted, gives the ground of the act; said by
    another of whom the text tells nothing before, it may be about anything.

    Args:
        found: What was found.
        cast: Who is in the text, and who acted and spoke last.
    """
    told = found.draft.told
    if told.form.name != _QUOTED or found.refused or told.verb is None:
        return ""
    by, target = found.values.get("by"), found.values.get("target")
    if target is None:
        return "words quoted, and nobody whom they are about"
    if told.verb.joint == "relative":
        return "words quoted aside"
    replies = bool(told.analysis.language.words["answering"] & set(told.verb.lemmas))
    if by == cast.last_actor and not replies:
        return "words quoted of whoever acted last, who explains it"
    active = {cast.last_actor, cast.last_said, *(cast.last_stand or ())[1:]}
    if "target" in found.guessed and target not in active:
        return "words quoted that answer nothing told before"
    return ""
