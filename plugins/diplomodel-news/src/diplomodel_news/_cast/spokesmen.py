"""
For which state a spokesman speaks, where the text takes that for granted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from diplomodel_news._cast.homes import placed_state
from diplomodel_news._mentions.mentions import Mention


if TYPE_CHECKING:
    from diplomodel_news._cast.register import Register


__all__ = ["spoken_for", "whose_spokesman"]

#: Words that join a clause to the one that says who is spoken for.
_WHEN: Final = frozenset({"when", "as", "and", "cuando", "y"})


def whose_spokesman(mention: Mention, register: Register) -> str | None:
    """
    The state that a spokesman speaks for.

    Args:
        mention: The spokesman.
        register: Who is in the text.
    """
    return (
        _speaks_from(register)
        or placed_state(register, mention)
        or spoken_for(mention, register)
        or _leading(register)
        or register.focus_state
    )


def spoken_for(mention: Mention, register: Register) -> str | None:
    """
    For whom a spokesman speaks where a clause with a subject of its own stands before:
    "the bloc followed a day later, when a spokeswoman".

    Args:
        mention: The spokesman.
        register: Who is in the text.
    """
    analysis = register.analysis
    own = [one for one in analysis.verbs if one.stop <= mention.first] if analysis else []
    if analysis is None or not own or analysis.word(mention.first - 1) not in _WHEN:
        return None
    subject = analysis.subject_of(own[-1])
    body = subject is not None and subject.kind in {"actor", "institution"}
    return subject.state if subject is not None and body else None


def _leading(register: Register) -> str | None:
    """
    The state that a sentence speaks of first: "The United States agreed: its spokesman".
    """
    if register.analysis is None:
        return None
    low = register.analysis.low
    front = low.index(":") if ":" in low else 0
    found = (
        one.state
        for one in register.analysis.mentions
        if one.kind == "actor" and (not one.gov or one.stop <= front)
    )
    return next(found, None)


def _speaks_from(register: Register) -> str | None:
    """
    The state whose capital a sentence is told from, as in "desde Moscú, la portavoz".
    """
    mentions = register.analysis.mentions if register.analysis is not None else []
    for one in mentions[:1]:
        if register.analysis is not None and register.analysis.is_a(0, "whence"):
            return one.state
    return None
