"""
Who sends and who receives, where an envoy's or a mission's own words do not say.
"""

from __future__ import annotations

from collections.abc import Iterable

from diplomodel_news._cast.offices import POST_TAKEN
from diplomodel_news._frames.match import Told
from diplomodel_news._mentions.mentions import Mention


__all__ = ["fitting", "is_anothers"]

_POSTS = frozenset({"envoy", "mission", "consul"})


def fitting(field: str, nearby: list[str], told: Told) -> list[str]:
    """
    The states of a sentence that can stand in a field, the likeliest first.

    "Chargé to Austria" names who receives, "relations with Syria" too, and "resident at Suva" no
    party at all.

    Args:
        field: The field.
        nearby: The states that the sentence names.
        told: The telling.
    """
    analysis = told.analysis
    posts = [one for one in analysis.mentions if one.tags & _POSTS]
    sent = {one.receiver for one in posts if one.receiver}
    homes, places, others = _named(told, sent)
    homes |= {one.state for one in posts if one.state}
    kept = [code for code in nearby if code not in places - homes - sent]
    if field not in {"sender", "receiver"}:
        # "Relations were severed and the Swiss Legation in Vienna closed": between these two.
        missions = [one for one in posts if "mission" in one.tags and one.state and one.receiver]
        linked = {code for one in missions for code in (one.state, one.receiver)}
        away = _elsewhere(analysis.mentions)
        return sorted(kept, key=lambda code: (code in away, code not in linked))
    if field == "receiver":
        if any("envoy" in one.tags and one.gov in POST_TAKEN for one in posts):
            away = _elsewhere(analysis.mentions)
            kept = [code for code in kept if code not in away]
        return sorted(kept, key=lambda code: code not in sent)
    return [code for code in kept if code in homes or code not in sent | others]


def _named(told: Told, sent: set[str]) -> tuple[set[str | None], ...]:
    """
    The states that a sentence names as themselves, as where somebody resides, and beside others.
    """
    words = told.analysis.language.words
    homes: set[str | None] = set()
    places: set[str | None] = set()
    others: set[str | None] = set()
    for one in told.analysis.mentions:
        if one.kind != "actor":
            continue
        if "residence" in one.tags:
            places.add(one.state)
        elif one.gov in words["with"] or one.gov in words["at"]:
            others.add(one.state)
        elif (
            one.state not in sent
            or one.tags & {"demonym", "pronoun"}
            or (not one.gov and one.first < 3)
        ):
            # "Havana, Cuba" beside a mission in Havana is only its place.
            homes.add(one.state)
    return homes, places, others


def _elsewhere(mentions: Iterable[Mention]) -> set[str | None]:
    """
    Where envoys are already, as in "the ambassador to Fiji presented letters as envoy to Samoa".
    """
    posted: set[str | None] = set()
    named: set[str | None] = set()
    for one in mentions:
        if "envoy" in one.tags and one.gov not in POST_TAKEN:
            posted.add(one.receiver)
            named.add(one.state)
        else:
            named |= {one.state, one.receiver} if one.kind != "concept" else set()
    return posted - named - {None}


def is_anothers(told: Told) -> bool:
    """
    Whether those told to come home are another's than of who tells them so.

    Args:
        told: The telling of a recall.
    """
    acting = {code for one in told.roles.get("subject", ()) for code in one.codes}
    envoys = [one for one in told.roles.get("object", ()) if one.tags & _POSTS and one.state]
    plain = told.verb is not None and told.noun is None and not told.passive
    return plain and bool(acting and envoys) and all(one.state not in acting for one in envoys)
