"""
Whose deed or words a statement takes up that names a deed, or replies.
"""

from __future__ import annotations

from typing import Final

from diplomodel_news._cast.cast import Cast
from diplomodel_news._frames.told import Told
from diplomodel_news._mentions.mentions import Mention


__all__ = ["answered", "who_did"]

#: What is done, by the tags of the nouns for it.
_DEEDS: Final = {
    "arrest": ("arrest", "detention"),
    "expulsion": ("ambassador_expulsion", "persona_non_grata", "staff_expulsion"),
    "recall": ("ambassador_recall", "ambassador_withdrawal"),
    "rupture": ("relations_break",),
    "closure": ("mission_closure", "sanctions_imposition"),
    "conviction_of": ("conviction",),
}


def answered(told: Told, by: object, cast: Cast) -> str | None:
    """
    Whom a reply is to: who acted last, or spoke last, with the one that replies.

    Args:
        told: The statement.
        by: Who speaks.
        cast: Who is in the text.
    """
    verb = told.verb
    if verb is None or not told.analysis.language.words["answering"] & set(verb.lemmas):
        return None
    known = cast.dealings.get(str(by), [])
    able = [one for one in (cast.last_actor, cast.last_said) if one in known and one != by]
    return able[0] if able else None


def who_did(things: list[Mention], cast: Cast) -> str | None:
    """
    Who did what is spoken of by its name, where the text told that: "condemned the arrest".

    Args:
        things: What is spoken of.
        cast: Who is in the text.
    """
    for one in things:
        for tag, kinds in _DEEDS.items():
            done = [cast.did[kind] for kind in kinds if kind in cast.did]
            if tag in one.tags and done:
                return done[0]
    return None
