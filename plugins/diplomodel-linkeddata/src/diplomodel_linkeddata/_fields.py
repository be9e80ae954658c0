"""
What the fields of an event type hold: actors, persons, dates, values.

The types say so themselves: their converters and validators are asked, so that the event types of
plugins need no table here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterator
from enum import StrEnum
from functools import cache
from typing import Any, Final, NamedTuple, cast

import attrs

from diplomodel.errors import BadInputError
from diplomodel.events import Event


__all__ = ["Field", "Role", "codes_in", "fields_of", "is_actor_code", "people_named"]

#: Fields that name persons by id, whether or not the casebook lists them.
PERSONS: Final = frozenset(
    {"government", "guest", "host", "person", "persons", "speaker", "taken", "victims", "visited"}
)

_ACTOR: Final = re.compile(r"[A-Z][A-Z0-9]{2,3}|org:[a-z0-9]+(?:-[a-z0-9]+)*")


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
    return tuple(
        Field(one.name, one.name.removesuffix("_"), _role(cls, one))
        for one in attrs.fields(cls)
        if one.init and one.name not in base
    )


def _role(cls: Any, attribute: attrs.Attribute[Any]) -> Role:  # a class
    takes_code = _takes(cls, attribute, ("PER", "MEX"))
    takes_words = _takes(cls, attribute, ("Some free text.", "Other words!"))
    if takes_code and not takes_words:
        return Role.ACTOR
    if attribute.name in PERSONS and _takes(cls, attribute, ("a-b", "c-d")):
        return Role.PERSON
    return Role.TEXT


def _takes(cls: Any, attribute: attrs.Attribute[Any], texts: tuple[str, str]) -> bool:
    """
    Whether a field takes the first text, or both together.
    """
    probe = cls.__new__(cls)
    for value in (texts[0], texts):
        try:
            convert = cast("Callable[[object], object] | None", attribute.converter)
            found = convert(value) if convert else value
            if attribute.validator:
                attribute.validator(probe, attribute, found)
        except (BadInputError, AttributeError, TypeError, ValueError):
            continue
        return isinstance(found, str | tuple)
    return False


def people_named(value: object, role: Role, people: frozenset[str]) -> bool:
    """
    Whether a text stands for a person: by its field, or as an id that the casebook lists.
    """
    return isinstance(value, str) and (role is Role.PERSON or value in people)


def is_actor_code(value: object) -> bool:
    """
    Whether a text has the form of an actor's code.
    """
    return isinstance(value, str) and _ACTOR.fullmatch(value) is not None


def codes_in(subject: str) -> Iterator[str]:
    """
    The codes of the actors that the text of a fluent's subject names.

    Example:
        >>> list(codes_in("MEX>PER/BRA")), list(codes_in("PER-org:oas"))
        (['MEX', 'PER', 'BRA'], ['PER', 'org:oas'])
    """
    whole = re.fullmatch(rf"({_ACTOR.pattern})(?:[->]({_ACTOR.pattern}))?(?:/(.*))?", subject)
    if whole is not None:
        yield from (code for code in whole.groups() if is_actor_code(code))
