"""
Matters of justice, and whose are public enough to be told.
"""

from __future__ import annotations

from typing import Final

from diplomodel_news._cast.cast import Cast
from diplomodel_news._cast.persons import IN_OFFICE
from diplomodel_news._events.found import Finding


__all__ = ["JUSTICE", "is_public"]

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


def is_public(found: Finding, cast: Cast) -> bool:
    """
    Whether a matter of justice concerns a public person, so that it belongs here.
    """
    if found.kind not in JUSTICE:
        return True
    persons = found.values.get("persons")
    for key in persons if isinstance(persons, tuple) else ():
        person = cast.persons.get(key)
        if key in cast.ousted:
            return True
        if person is not None and (
            person.role in _PUBLIC or person.tags & {"public", "asylee", "quarrel", "military"}
        ):
            return True
    return False
