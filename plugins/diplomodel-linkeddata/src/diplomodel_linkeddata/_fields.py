"""
What the fields of an event type hold: actors, persons, dates, values.

The types say so themselves, so that the event types of plugins need no table here.
"""

from __future__ import annotations

from collections.abc import Hashable
from enum import StrEnum
from functools import cache
from typing import Any, NamedTuple, cast

import attrs

from diplomodel.events import Event, participant_fields


__all__ = ["Field", "Role", "fields_of", "people_named"]


class Role(StrEnum):
    """
    What the texts in a field stand for.
    """

    ACTOR = "actor"
    PERSON = "person"
    TEXT = "text"


class Field(NamedTuple):
    """
    One field of an event type's own.

    Attributes:
        name: Its name in Python.
        key: Its name in files.
        role: What texts in it stand for.
    """

    name: str
    key: str
    role: Role


def fields_of(cls: type[Event]) -> tuple[Field, ...]:
    """
    The fields that an event type has beyond those of all events.

    Example:
        >>> from diplomodel.events import RelationsBreak
        >>> fields_of(RelationsBreak)[0]
        Field(name='by', key='by', role=<Role.ACTOR: 'actor'>)
    """
    return _fields(cast("Hashable", cls))


@cache
def _fields(cls: Any) -> tuple[Field, ...]:  # a class, for the cache
    base = {one.name for one in attrs.fields(Event)}
    named = {
        one.name: Role.PERSON if one.is_person else Role.ACTOR for one in participant_fields(cls)
    }
    return tuple(
        Field(one.name, one.name.removesuffix("_"), named.get(one.name, Role.TEXT))
        for one in attrs.fields(cls)
        if one.init and one.name not in base
    )


def people_named(value: object, role: Role, people: frozenset[str]) -> bool:
    """
    Whether a text stands for a person: by its field, or as an id that the casebook lists.
    """
    return isinstance(value, str) and (role is Role.PERSON or value in people)
