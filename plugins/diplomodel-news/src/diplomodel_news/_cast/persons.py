"""
What a text knows of a person: name, office, state.
"""

from __future__ import annotations

import attrs

from diplomodel_news._mentions.mentions import Mention


__all__ = ["IN_OFFICE", "OF_STATE", "Person", "placeholder", "same_name"]

_ROLE_NAMES = {
    "head_of_state": "president",
    "head_of_government": "prime-minister",
    "foreign_minister": "foreign-minister",
    "head_of_mission": "ambassador",
    "charge_daffaires": "charge",
    "consul": "consul",
    "diplomat": "diplomat",
}
OF_STATE = frozenset({"head_of_state", "head_of_government", "foreign_minister", "minister"})
IN_OFFICE = frozenset(
    {
        "head_of_state",
        "head_of_government",
        "foreign_minister",
        "minister",
        "head_of_mission",
        "charge_daffaires",
        "diplomat",
        "consul",
        "official",
        "legislator",
        "spokesman",
    }
)


@attrs.define(eq=False, slots=True)
class Person:
    """
    A person of the text.

    Attributes:
        id: Id of the person.
        words: The longest name, folded.
        role: Role of the office named last.
        state: The state or organisation served.
        receiver: Where an envoy is sent.
        former: Whether the office was given up.
        gender: ``m``, ``f`` or nothing.
        tags: What frames call the person.
        unnamed: Whether the text never names the person.
        supposed: Whether the state is only what the text seems to take for granted.
    """

    id: str
    words: tuple[str, ...]
    role: str = ""
    state: str | None = None
    receiver: str | None = None
    former: bool = False
    gender: str = ""
    tags: frozenset[str] = frozenset()
    unnamed: bool = False
    supposed: bool = False


def placeholder(mention: Mention, sender: str | None, receiver: str | None) -> str | None:
    """
    An id for a person without a name: the role and the states' codes.
    """
    if mention.role not in _ROLE_NAMES or not sender:
        return None
    parts = [_ROLE_NAMES[mention.role], "of", sender.lower().replace(":", "-")]
    if receiver and mention.role in {"head_of_mission", "charge_daffaires", "consul", "diplomat"}:
        parts += ["in", receiver.lower().replace(":", "-")]
    return "-".join(parts)


def same_name(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """
    Whether the shorter of two names is a part of the longer, in order.
    """
    short, long = sorted((one, other), key=len)
    rest = iter(long)
    return all(word in rest for word in short) and (short[-1] in long[1:] or short == long)
