"""
The state of the outlet that tells a text, where it says "our embassy" and "our country".
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from diplomodel_news._mentions.mentions import Mention


if TYPE_CHECKING:
    from diplomodel_news._cast.register import Register


__all__ = ["outlet_of"]


def outlet_of(register: Register, sentences: Sequence[Sequence[Mention]]) -> str | None:
    """
    The state whose outlet tells a text; nothing where neither "our" nor an office tells of one.

    "Our embassy in Lima" is of another state than Peru; and its own president and ministers are
    told without their state, as "President Fujimori", so that such speak for a state.

    Args:
        register: The persons and states of the text.
        sentences: The mentions of each sentence.
    """
    pronouns = register.language.pronouns
    ours = [
        one
        for mentions in sentences
        for one in mentions
        if one.possessive in pronouns and pronouns[one.possessive].first_person
    ]
    foreign = {one.receiver for one in ours}
    bare = [
        person.state
        for mentions in sentences
        for one in mentions
        if one.kind == "person" and one.name and one.owner is None and one.of is None
        if not one.states and one.role and not one.tags & {"envoy", "diplomats", "consul"}
        if (person := register.person_named(one)) is not None and person.state
    ]
    told = register.main_lands()
    able = [code for code in dict.fromkeys((*told, *bare)) if code and code not in foreign]
    if not able or not (bare or foreign - {None}):
        return None
    return max(able, key=lambda code: (bare.count(code), -able.index(code)))
