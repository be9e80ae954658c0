"""
Matters of justice, and whose are public enough to be told.
"""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from diplomodel_news._cast.cast import Cast
from diplomodel_news._cast.persons import IN_OFFICE
from diplomodel_news._events.found import Finding
from diplomodel_news._frames.fields import states_of


__all__ = ["JUSTICE", "dealings", "is_between", "is_public"]

JUSTICE: Final = frozenset(
    {
        "arrest",
        "detention",
        "conviction",
        "charge",
        "trial_opening",
        "acquittal",
        "release",
        "capture_order",
    }
)
#: Whom it tells of: who holds an office, but no spokesman; opponents and soldiers.
_PUBLIC: Final = IN_OFFICE - {"spokesman"} | {"opposition", "military"}
#: Roles of those whom it befalls.
_BEFALLEN: Final = ("object", "subject", "against", "of")


def is_public(found: Finding, cast: Cast) -> bool:
    """
    Whether a matter of justice concerns a public person, so that it belongs here.
    """
    if found.kind not in JUSTICE:
        return True
    persons = found.values.get("persons")
    if _is_kin(found):
        return True
    for key in persons if isinstance(persons, tuple) else ():
        person = cast.persons.get(key)
        if key in cast.ousted:
            return True
        if person is not None and (
            person.role in _PUBLIC or person.tags & {"public", "asylee", "quarrel", "military"}
        ):
            return True
    return False


def _is_kin(found: Finding) -> bool:
    """
    Whether it befalls kin of those who govern or have governed: "charged his brother Janysh".
    """
    told = found.draft.told
    return any(
        bool(one.relation) and whose is not None and "high" in whose.tags
        for role in _BEFALLEN
        for one in told.roles.get(role, ())
        for whose in (one.owner, one.of)
    )


def dealings(findings: Sequence[Finding]) -> set[frozenset[str]]:
    """
    The states of each act between states, once for those of the same.
    """
    return {frozenset(states_of(one.values)) for one in findings if one.kind not in JUSTICE}


def is_between(found: Finding, cast: Cast, dealt: AbstractSet[frozenset[str]]) -> bool:
    """
    Whether a state judges somebody from another with which it deals in the same text, or somebody
    of whom the text does not say where from, where it deals with another at all.

    Args:
        found: What is done to the person.
        cast: Who is in the text.
        dealt: The states of each act between states.
    """
    persons, state = found.values.get("persons"), found.values.get("state")
    if found.kind not in JUSTICE or not isinstance(persons, tuple) or not isinstance(state, str):
        return False
    homes = {one.state for key in persons if (one := cast.persons.get(key)) is not None}
    # A judging state that is only guessed is at least one that the text is about.
    told = "state" not in found.guessed or state in cast.main_states()[:2]
    if told and None in homes and any(len(pair) > 1 and state in pair for pair in dealt):
        return True
    return any(
        {home, state} <= pair for home in homes if home not in {None, state} for pair in dealt
    )
