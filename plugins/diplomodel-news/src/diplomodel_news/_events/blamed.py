"""
Who is accused of an attack that the text tells without saying by whom it was done.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from diplomodel_news._events.found import Finding


__all__ = ["blame"]

_FORCE: Final = frozenset(
    {"violence", "violence_of", "strike_noun", "killing_of", "crime_of", "attack_on"}
)


def blame(found: Sequence[Finding]) -> None:
    """
    Give an attack to the one state that the state where it was accuses of such a thing.

    "Prague accused Moscow of the blast": nobody else in the text is said to have done it.

    Args:
        found: The events of a text.
    """
    open_ = [
        one
        for one in found
        if one.kind == "incident"
        and one.modality == "done"
        and "attributed_to" not in one.values
        and one.values.get("state")
    ]
    if not open_:
        return
    accused: dict[object, set[object]] = {}
    for one in found:
        if one.kind == "statement" and _accuses(one):
            accused.setdefault(one.values.get("by"), set()).add(one.values["target"])
    for one in open_:
        able = accused.get(one.values["state"], set())
        if len(able) == 1 and one.values["state"] not in able:
            (one.values["attributed_to"],) = able
            one.guessed.add("attributed_to")
            one.why.append("attributed_to: whom the state where it was accuses of it")


def _accuses(one: Finding) -> bool:
    """
    Whether words accuse a state of force.
    """
    told = one.draft.told
    lemmas = set(told.verb.lemmas) if told.verb is not None else set()
    if not lemmas & told.analysis.language.words["accusing"] or one.modality != "done":
        return False
    target = str(one.values.get("target") or "org:")
    return not target.startswith("org:") and any(
        mention.tags & _FORCE for mention in told.analysis.mentions
    )
