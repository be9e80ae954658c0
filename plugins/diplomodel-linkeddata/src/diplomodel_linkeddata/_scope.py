"""
What one description shares: how things are named, and what has been mentioned so far.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

import attrs

from diplomodel.dates import PartialDate
from diplomodel_linkeddata._terms import Node, Ref, Term, Value, mint


__all__ = ["Rows", "Scope", "date_value", "day_value", "each", "text", "texts"]

#: Properties with prefixes, and their values.
Rows = Iterable[tuple[str, Term]]


@attrs.define(kw_only=True)
class Scope:
    """
    What one description shares.

    Things that many events mention, such as states and sources, are described once, at the end;
    so that only they, and no events, are held.

    Attributes:
        base: What names begin with.
        people: The ids of the persons that the casebook lists.
        events: The names of events by label and id.
        mentioned: What is described at the end, by name.
    """

    base: str
    people: frozenset[str] = frozenset()
    events: dict[str, str] = attrs.field(factory=dict)
    mentioned: dict[str, Node] = attrs.field(factory=dict)

    def name(self, sort: str, *parts: str) -> str:
        """
        The name of a thing of a sort.
        """
        return mint(self.base, sort, *parts)

    def has(self, iri: str) -> bool:
        """
        Whether a thing was mentioned before.
        """
        return iri in self.mentioned

    def mention(self, iri: str, types: tuple[str, ...], rows: Rows) -> Ref:
        """
        Have a thing described at the end, if it is not yet.
        """
        if iri not in self.mentioned:
            self.mentioned[iri] = Node(iri, types, tuple(rows))
        return Ref(iri)


def text(value: str) -> Value:
    """
    A text, without what UTF-8 cannot carry.
    """
    return Value(value.encode("utf-8", "replace").decode())


def texts(prop: str, *values: str | None) -> Iterator[tuple[str, Term]]:
    """
    A row for each text that is there.
    """
    for value in values:
        if value:
            yield prop, text(value)


def each(prop: str, terms: Iterable[Term | None]) -> Iterator[tuple[str, Term]]:
    """
    A row for each term that is there.
    """
    for term in terms:
        if term is not None:
            yield prop, term


def day_value(ordinal: int) -> Value:
    """
    A day as `xsd:date`; an open end is the first or the last day that there is.
    """
    return Value(dt.date.fromordinal(ordinal).isoformat(), "xsd:date")


def date_value(date: PartialDate) -> Value:
    """
    A partial date as EDTF.
    """
    return Value(date.text, "edtf:EDTF")
