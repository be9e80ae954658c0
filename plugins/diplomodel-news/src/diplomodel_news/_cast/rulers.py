"""
Which state "the junta" and "the de facto authorities" rule, and where "the coup" was.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from diplomodel_news._language.language import Language
from diplomodel_news._mentions.mentions import Mention


if TYPE_CHECKING:
    from diplomodel_news._cast.register import Register


__all__ = ["first_ruled", "ruled"]

#: Who rules by force, and how such rulers come to power.
_BY_FORCE: Final = frozenset({"junta", "coup"})


def first_ruled(sentences: Sequence[Sequence[Mention]], language: Language) -> str | None:
    """
    The state of the first coup or rulers by force of which a text says where that is.

    Args:
        sentences: The mentions of each sentence.
        language: The text's language.
    """
    at = language.words["at"]
    for mentions in sentences:
        for number, one in enumerate(mentions):
            if not one.tags & _BY_FORCE:
                continue
            if one.state and not one.state.startswith("org:"):
                return one.state
            after = mentions[number + 1] if number + 1 < len(mentions) else None
            if after is not None and _is_seat(after, one) and after.gov in at and after.states:
                return after.states[0]
    return None


def _is_seat(after: Mention, one: Mention) -> bool:
    return "capital" in after.tags and after.first - one.stop <= 1


def ruled(mention: Mention, register: Register) -> str | None:
    """
    The state that rulers by force rule: where they sit, or the one told of last, or else the
    state named most that is not told to have envoys abroad.

    Args:
        mention: The rulers.
        register: Who is in the text, which remembers the state.
    """
    analysis = register.analysis
    near = analysis.at.get(mention.stop + 1) if analysis is not None else None
    if near is not None and _is_seat(near, mention) and near.gov in register.language.words["at"]:
        register.junta = near.state
    if register.junta is not None:
        return register.junta
    main = register.main_lands()
    register.junta = next((code for code in main if code not in register.senders), None)
    return register.junta
