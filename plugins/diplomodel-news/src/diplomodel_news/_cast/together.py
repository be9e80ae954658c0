"""
What a sentence tells of together.
"""

from __future__ import annotations

from diplomodel_news._mentions.mentions import Mention


__all__ = ["count_together"]


def count_together(mention: Mention) -> None:
    """
    Tag what is told together: heads of states, or states themselves.

    Args:
        mention: The one told last.
    """
    first = mention.before
    if first is None:
        return
    if "high" in first.tags & mention.tags:
        mention.tags |= {"several_high"}
    elif first.kind == mention.kind == "actor" and first.state != mention.state:
        first.tags |= {"several_states"}
        mention.tags |= {"several_states"}
