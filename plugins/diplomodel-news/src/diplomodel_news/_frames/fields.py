"""
Fields of events: which hold states, persons and texts.
"""

from __future__ import annotations

from functools import cache
from typing import Final

import attrs

from diplomodel.events import Event, event_type


__all__ = [
    "PAIRS",
    "PARTIES",
    "PERSON",
    "PERSONS",
    "STATES",
    "TEXTS",
    "Filled",
    "fields_of",
    "is_plural_by",
    "states_of",
]

#: Fields that hold a state or organisation, in the order in which pairs are told apart.
STATES: Final = (
    "by",
    "target",
    "sender",
    "receiver",
    "asylum_state",
    "territorial_state",
    "state",
    "protector",
    "applicant",
    "respondent",
    "to",
    "from_state",
    "to_state",
    "turning_from",
    "institution",
    "ceased",
    "attributed_to",
)
PERSON: Final = ("person", "speaker", "visited", "host", "guest", "government", "subject")
PERSONS: Final = ("persons", "taken", "victims")
PARTIES: Final = ("parties", "between", "with_")
TEXTS: Final = frozenset(
    {
        "body",
        "about",
        "ground",
        "authority",
        "extent",
        "post",
        "step",
        "offence",
        "charge",
        "against",
        "treaty",
        "act",
        "conduct",
        "subject_matter",
        "presented_by",
        "addressee",
    }
)
PAIRS: Final[tuple[tuple[str, str], ...]] = (
    ("by", "target"),
    ("sender", "receiver"),
    ("asylum_state", "territorial_state"),
    ("applicant", "respondent"),
    ("institution", "target"),
)


@attrs.define(eq=False, slots=True)
class Filled:
    """
    Fields found for an event.

    Attributes:
        kind: The kind.
        values: The fields.
        guessed: Fields that come from the rest of the text, not from the act's own words.
        why: What filled them, for people.
        refused: Why no event can be made; empty where one can.
        beside: States that act or are acted on together, so that none is the other's other side.
    """

    kind: str
    values: dict[str, object]
    guessed: set[str] = attrs.field(factory=set)
    why: list[str] = attrs.field(factory=list)
    refused: str = ""
    beside: frozenset[str] = frozenset()

    def guess(self, field: str, code: str | None, *, whence: str) -> None:
        """
        Fill a field with a state that the act's own words do not name, where there is one.

        Args:
            field: The field.
            code: The state, where one is known.
            whence: Where it comes from, for people.
        """
        if code is not None:
            self.values[field] = code
            self.guessed.add(field)
            self.why.append(f"{field} {code} from {whence}")


@cache
def fields_of(kind: str) -> frozenset[str]:
    """
    The names of a kind's fields.
    """
    cls: type[Event] = event_type(kind)
    return frozenset(one.name for one in attrs.fields(cls))


@cache
def is_plural_by(kind: str) -> bool:
    """
    Whether ``by`` holds persons, as for coups.
    """
    cls: type[Event] = event_type(kind)
    return attrs.fields_dict(cls)["by"].type in {"tuple[str, ...]", tuple[str, ...]}


def states_of(values: dict[str, object]) -> list[str]:
    """
    The states that fields name.
    """
    found = [value for field in STATES if isinstance(value := values.get(field), str)]
    for field in PARTIES:
        many = values.get(field)
        if isinstance(many, tuple):
            found += many
    return found
