"""
What an act that a noun tells in passing can leave to the rest of the text and still stand.
"""

from __future__ import annotations

from typing import Final

from diplomodel_news._times.owners import Draft


__all__ = ["spared"]

_PERSON: Final = frozenset({"person"})
#: Acts within one state, which a day beside their noun is enough to tell from others.
_ONE_LAND: Final = frozenset({"coup_attempt", "self_coup_attempt"})


def spared(draft: Draft) -> frozenset[str]:
    """
    What a noun's act can leave to the rest of the text: where the envoy is named, the post, too.

    With its own day beside it, also where it was: "run by soldiers since a coup in May 1999".
    """
    told = draft.told
    if draft.beside and told.form.kind in _ONE_LAND and not _many_lands(draft):
        return _PERSON | {"state", "by"}
    named = any({"named_person", "envoy"} <= one.tags for one in told.roles.get("of", ()))
    return _PERSON | {"sender", "receiver"} if named else _PERSON


def _many_lands(draft: Draft) -> bool:
    """
    Whether a sentence names several states, any of which the act could have been in.
    """
    lands = {one.state for one in draft.told.analysis.mentions if one.kind == "actor"}
    return len([one for one in lands if one and not one.startswith("org:")]) > 1
