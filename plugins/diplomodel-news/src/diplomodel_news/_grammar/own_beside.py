"""
A state's own envoy in a clause that leaves its verb out: "and Chad its own in Lima, John Doe".
"""

from __future__ import annotations

from diplomodel_news._grammar.grammar import Analysis
from diplomodel_news._mentions.mentions import Mention


__all__ = ["own_beside", "past_post"]


def own_beside(mention: Mention, analysis: Analysis) -> Mention | None:
    """
    The envoy of its own that stands right after a state: "and Chad its own in Lima".
    """
    near = analysis.at.get(mention.stop)
    beside = near is not None and near.first == mention.stop and near.kind == "person"
    return near if beside and near is not None and {"own", "envoy"} <= near.tags else None


def past_post(own: Mention, analysis: Analysis) -> int:
    """
    The token past where an envoy is posted and the name after it: "its own in Lima, John Doe".
    """
    stop = own.stop
    place = analysis.at.get(stop + 1) if analysis.is_a(stop, "at") else None
    if place is not None and place.kind == "actor":
        stop = place.stop
    name = analysis.at.get(stop + 1) if analysis.word(stop) == "," else None
    return name.stop if name is not None and name.name and name.first == stop + 1 else stop
