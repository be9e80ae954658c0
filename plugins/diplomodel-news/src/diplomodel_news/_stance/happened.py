"""
Where what a statement is about happens, or who did it, as its own words say.
"""

from __future__ import annotations

from collections.abc import Sequence

from diplomodel_news._frames.told import Told
from diplomodel_news._mentions.mentions import Mention


__all__ = ["happening_there"]


def happening_there(
    told: Told, by: object, things: Sequence[Mention], not_of: frozenset[str]
) -> list[str]:
    """
    The states of what a statement is about: of those who did it, else where it happens.

    Args:
        told: The statement.
        by: Who makes it.
        things: What it is about.
        not_of: Tags of things that are wished to somebody, and happen nowhere.
    """
    things = [one for one in things if not one.tags & not_of]
    if not things:
        return []
    low = told.analysis.low
    if told.analysis.language.adjective_after:
        acting = _acting(told, by, things)
        if acting:
            return acting
    return [
        one.state
        for word in sorted(told.analysis.language.words["at"])
        for one in told.roles.get(word, ())
        if one.kind == "actor"
        and one.state
        and one.state != by
        and "capital" not in one.tags
        and any("," not in low[thing.stop : one.first] for thing in things)
    ]


def _acting(told: Told, by: object, things: Sequence[Mention]) -> list[str]:
    """
    Who did it, after a participle: "el golpe perpetrado ayer por el ejército de Myanmar".
    """
    agents = told.analysis.language.words["agent"]
    bare = [one for one in told.analysis.verbs if one.features == {"participle"}]
    return [
        one.state
        for one in told.analysis.mentions
        if one.gov in agents and one.kind in {"actor", "institution"}
        if one.state and one.state != by
        if any(
            verb.first == thing.stop and one.first < verb.limit
            for thing in things
            for verb in bare
        )
    ]
