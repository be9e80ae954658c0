"""
What is compared of a report, worked out once.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import attrs

from diplomodel.dates import PartialDate
from diplomodel.events._base import Event
from diplomodel.events.observations import Observation
from diplomodel.evidence import Evidence, SourceKind
from diplomodel.reconcile._shapes import Shape, by_machine, is_coarse, shape_of


__all__ = ["Card", "card_of", "doc_of", "plain_of"]

#: Days that an open end of a date stands for: what is known by a day has mostly just happened.
_OPEN: Final = 31

Days = tuple[int, int]


@attrs.define(kw_only=True, eq=False)
class Card:
    """
    What is compared of a report.

    Attributes:
        event: The report.
        shape: What its fields are.
        sides: Who does it, to whom.
        block: What reports must share to be compared at all.
        partial: Whether a side is left out.
        first: The first day on which it may have happened.
        last: The last.
        exact: Whether that is one day told without doubt.
        wide: Whether it may be any of more days than two reports may lie apart.
        told: The values of the other fields.
        docs: The days that each document gives; data sets report one thing many times and are
            none.
        coarse: Whether it cannot tell which act it is about.
        machine: Whether only data sets report it.
    """

    event: Event
    shape: Shape
    sides: tuple[str | None, ...]
    block: tuple[str, ...]
    partial: bool
    first: int
    last: int
    exact: bool
    wide: bool
    told: tuple[object, ...]
    docs: dict[str, Days]
    coarse: bool
    machine: bool

    @property
    def details(self) -> int:
        """
        How many of the fields compared tell something.
        """
        return sum(value is not None and value != () for value in self.told)

    @property
    def order(self) -> tuple[object, ...]:
        """
        A total order for equal results: by day, then by all that is told.
        """
        return (self.first, self.last, plain_of(self.sides), plain_of(self.told))


def plain_of(value: object) -> str:
    """
    A text that is equal for equal values, and that can be sorted.

    Example:
        >>> plain_of(("PER", None, True))
        "('PER', None, True)"
    """
    return repr(value)


def doc_of(piece: Evidence) -> str:
    """
    The document that a piece of evidence is in: its address, or its publisher, id and day.

    Example:
        >>> from diplomodel.evidence import Source
        >>> doc_of(Evidence(source=Source(id="a", publisher="SRE", published="2025-11-03")))
        'SRE/a/2025-11-03'
    """
    source = piece.source
    if source.address:
        return source.address
    day = f"/{source.published.text}" if source.published is not None else ""
    return f"{source.publisher}/{source.id}{day}"


def card_of(event: Event, *, window: int) -> Card:
    """
    The card of a report.

    Args:
        event: The report.
        window: Days that two reports may lie apart.

    Example:
        >>> from diplomodel.events import RelationsBreak
        >>> card = card_of(RelationsBreak(occurred="2025", by="PER", target="MEX"), window=7)
        >>> card.block, card.wide
        (('MEX', 'PER'), True)
    """
    shape = shape_of(type(event))
    sides: tuple[str | None, ...] = tuple(getattr(event, name) for name in shape.sides)
    named = {side for side in sides if side is not None}
    for name in shape.groups:
        named.update(getattr(event, name))
    first, last = _days_of(event.occurred)
    block = tuple(sorted(named))
    if shape.equal_only:
        block = ("=", event.id)
    elif isinstance(event, Observation):
        # What is seen on another day is seen anew: it tells when it was so, not what changed.
        block = ("seen", event.fluent, event.subject, event.occurred.text)
    return Card(
        event=event,
        shape=shape,
        sides=sides,
        block=block,
        partial=None in sides and not shape.groups,
        first=first,
        last=last,
        exact=event.occurred.is_exact,
        wide=last - first > window,
        told=shape.told(event),
        docs=_docs(event, (first, last)),
        coarse=is_coarse(event),
        machine=by_machine(event),
    )


def _days_of(date: PartialDate) -> Days:
    first, last = date.first_possible, date.last_possible
    if date.is_open:
        if date.earliest is None and date.latest is not None:
            first = max(1, last - _OPEN)
        elif date.latest is None and date.earliest is not None:
            last = first + _OPEN
    return first, last


def _docs(event: Event, days: Days) -> dict[str, Days]:
    """
    Each document with the days that it gives, which a claim may tell.
    """
    found: dict[str, Days] = {}
    claimed = dict(_claimed(event))
    for piece in event.evidence:
        if piece.source.kind is not SourceKind.DATASET:
            doc = doc_of(piece)
            found[doc] = claimed.pop(doc, days)
    found.update(claimed)
    return found


def _claimed(event: Event) -> Iterator[tuple[str, Days]]:
    for claim in event.claims:
        if claim.field != "occurred" or not isinstance(claim.value, PartialDate):
            continue
        for piece in claim.evidence:
            if piece.source.kind is not SourceKind.DATASET:
                yield doc_of(piece), _days_of(claim.value)
