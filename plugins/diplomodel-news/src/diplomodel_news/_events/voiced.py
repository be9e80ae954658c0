"""
By whose mouth a state speaks: "it condemned the coup through its spokesman, X".
"""

from __future__ import annotations

from diplomodel_news._frames.told import Told
from diplomodel_news._mentions.mentions import Mention


__all__ = ["voiced_by"]


def voiced_by(state: object, told: Told) -> Mention | None:
    """
    The person through whom a state is told to speak, if a sentence says that of one.

    Args:
        state: The state.
        told: The telling.
    """
    analysis = told.analysis
    through = analysis.language.words["through"]
    if through.isdisjoint(analysis.low):
        return None
    for one in analysis.mentions:
        if one.kind not in {"person", "name"} or not one.person or one.state not in {state, None}:
            continue
        # "Por boca de su canciller", "through its minister", "in the words of its minister".
        ahead = one.first - 1 - analysis.is_a(one.first - 1, "of")
        if analysis.word(ahead) in through:
            return one
    return None
