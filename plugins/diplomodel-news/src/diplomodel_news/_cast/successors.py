"""
Who takes whose place: "En su lugar fue nombrada la embajadora", "lo sucedió el vicepresidente".
"""

from __future__ import annotations

from typing import Final

from diplomodel_news._cast.register import Register
from diplomodel_news._frames.fields import Filled
from diplomodel_news._frames.told import Told
from diplomodel_news._grammar.grammar import Analysis
from diplomodel_news._mentions.mentions import Mention


__all__ = ["is_owned", "takes_place"]

#: Things of which a possessive tells the person they befall, and never a state.
_OWNED: Final = frozenset(
    {
        "arrest",
        "freedom",
        "warrant",
        "trial",
        "overthrow",
        "preventive_detention",
        "in_place",
        "release_of",
    }
)
_OFFICES: Final = frozenset({"head_of_state", "head_of_government", "foreign_minister"})


def is_owned(mention: Mention, analysis: Analysis | None) -> bool:
    """
    Whether a possessive before a thing tells the person whom it befalls, as in "su captura".

    Args:
        mention: The thing.
        analysis: Its sentence, which tells whether a "condena" is one to prison or of words.
    """
    others = analysis.mentions if analysis is not None else []
    sentenced = "sentence_noun" in mention.tags and any("prison" in one.tags for one in others)
    return mention.kind == "concept" and (sentenced or bool(mention.tags & _OWNED))


def takes_place(filled: Filled, told: Told, register: Register) -> None:
    """
    Give an office taken in somebody's place that person's office and state.

    Args:
        filled: The act, which is refused where nobody knows whose place it is.
        told: Its telling.
        register: Who is in the text.
    """
    if filled.kind != "office_taken" or (told.verb is not None and told.verb.reflexive):
        return
    placed = [one for one in told.analysis.mentions if "in_place" in one.tags]
    before = [one.owner.person for one in placed if one.owner is not None and one.owner.person]
    if not placed:
        before = [one.person for one in told.roles.get("object", ()) if one.person]
        if "office" not in told.form.default or filled.values.get("person") in {None, *before}:
            return
    person = register.persons.get(before[0] or "") if before else None
    if person is not None and person.role in _OFFICES and person.state:
        filled.values["office"] = person.role
        filled.values["state"] = person.state
        filled.guessed.discard("state")
    elif (
        placed
        and told.form.name.endswith(".in-place")
        and (
            # "Apartó del poder a Wahid y nombró en su lugar a Sukarno": he ruled.
            not before or before[0] not in register.ousted
        )
    ):
        filled.refused = "nobody knows whose place is taken"
