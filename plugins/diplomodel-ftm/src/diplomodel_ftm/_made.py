"""
Making entities: what FollowTheMoney does not take for a property is kept in the notes.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from enum import Enum
from typing import Any, Final

import attrs
from followthemoney import model
from followthemoney.proxy import EntityProxy
from followthemoney.types.country import CountryType

from diplomodel.dates import Duration, PartialDate, Precision


__all__ = ["Entities", "Values", "digest", "made", "told_dates"]

#: Values of properties; ``None`` and empty texts are left out.
Values = str | None | Iterable[str | None]

_PLAIN: Final = frozenset({Precision.DAY, Precision.TIME, Precision.MONTH, Precision.YEAR})


@attrs.define
class Entities:
    """
    The entities made and not yet written, and the ids of those that are described once.

    Attributes:
        people: The ids of the persons that the casebook lists.
        known: The ids of the things that were described.
        waiting: What is to be written next.
    """

    people: frozenset[str] = frozenset()
    known: set[str] = attrs.field(factory=set)
    waiting: list[EntityProxy] = attrs.field(factory=list)

    def put(self, schema: str, identifier: str, **properties: Values) -> str:
        """
        Make an entity and have it written; gives its id.
        """
        self.waiting.append(made(schema, identifier, **properties))
        return identifier

    def first(self, identifier: str) -> bool:
        """
        Whether a thing is met for the first time.
        """
        if identifier in self.known:
            return False
        self.known.add(identifier)
        return True

    def taken(self) -> list[EntityProxy]:
        """
        What was waiting, which then waits no more.
        """
        found, self.waiting = self.waiting, []
        return found


def made(schema: str, identifier: str, **properties: Values) -> EntityProxy:
    """
    An entity with these properties.

    What FollowTheMoney refuses as a value of a property, such as a country that it does not know,
    stands in the notes, or in the description of what has no notes.

    Example:
        >>> entity = made("Person", "p-1", name="Betssy Chávez", nationality=["pe", "atlantis"])
        >>> entity.get("nationality"), entity.get("notes")
        (['pe'], ['nationality: atlantis'])
    """
    entity = model.make_entity(schema)
    entity.id = identifier
    rest = "notes" if "notes" in entity.schema.properties else "description"
    for name, values in properties.items():
        for value in [values] if isinstance(values, str | None) else values:
            if not value:
                continue
            text = value.encode("utf-8", "replace").decode()
            cleaned = _cleaned(entity, name, text)
            if cleaned is not None:
                entity.add(name, cleaned, cleaned=True)
            elif name != rest:
                entity.add(rest, _cleaned(entity, rest, f"{name}: {text}"), cleaned=True)
    return entity


def _cleaned(entity: EntityProxy, name: str, value: str) -> str | None:
    prop = entity.schema.properties[name]
    if isinstance(prop.type, CountryType):
        # Asked for a name, FollowTheMoney would guess, and without PyICU it would warn.
        return value if value in prop.type.codes else None
    cleaned = prop.type.clean(value, proxy=entity, format=prop.format)
    return cleaned if cleaned and prop.type.validate(cleaned) else None


def told_dates(date: PartialDate) -> dict[str, Values]:
    """
    A date as FollowTheMoney tells one: a day, month or year, or else the days that are possible.

    Example:
        >>> told_dates(PartialDate.parse("2022-12"))
        {'date': '2022-12'}
        >>> told_dates(PartialDate.parse("../2022-12-07"))
        {'startDate': None, 'endDate': '2022-12-07'}
    """
    if date.precision in _PLAIN and not (date.uncertain or date.approximate):
        # A time with its offset would be moved to another day; days are local to the act.
        return {"date": date.text[:10]}
    return {
        "startDate": _day(date.first_possible, open_end=date.earliest is None),
        "endDate": _day(date.last_possible, open_end=date.latest is None),
    }


def _day(ordinal: int, *, open_end: bool) -> str | None:
    import datetime as dt

    return None if open_end else dt.date.fromordinal(ordinal).isoformat()


def digest(value: object) -> str:
    """
    160 bits of the SHA-256 of a value's content: the same in every process.

    Example:
        >>> len(digest(["a", 1]))
        40
    """
    text = json.dumps(_content(value), separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:40]


def _content(value: object) -> object:
    cls: Any = type(value)
    if isinstance(value, PartialDate | Duration):
        return value.text
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple | list):
        return [_content(item) for item in value]
    if value is None or isinstance(value, str | bool | int):
        return value
    if attrs.has(cls):
        return [_content(getattr(value, one.name)) for one in attrs.fields(cls)]
    return str(value)
