"""
What was found in a text: an event, or why there is none.
"""

from __future__ import annotations

import attrs

from diplomodel.errors import BadInputError
from diplomodel.events import Event, event_type
from diplomodel_news._story import Draft


__all__ = ["Finding"]


@attrs.define(eq=False, slots=True)
class Finding:
    """
    An event found, or why there is none.

    Attributes:
        draft: The draft.
        kind: The kind that it came to.
        values: The fields.
        modality: How surely it is done.
        date: When, in EDTF.
        dated: Whether the text dates it; else the date only bounds it.
        guessed: Fields taken from the rest of the text.
        attributed: Who says so.
        why: The reasoning, for people.
        refused: Why there is no event; empty where there is one.
        weak: Whether it counts only beside another telling.
        order: The sentence's number.
    """

    draft: Draft
    kind: str
    values: dict[str, object]
    modality: str = "done"
    date: str = ""
    dated: bool = False
    guessed: set[str] = attrs.field(factory=set)
    attributed: str | None = None
    why: list[str] = attrs.field(factory=list)
    refused: str = ""
    weak: bool = False
    order: int = 0
    merged: list[Finding] = attrs.field(factory=list)

    def event(self) -> Event:
        """
        The event without its evidence.

        Raises:
            BadInputError: A field that the kind needs is missing or not right.
        """
        cls: type[Event] = event_type(self.kind)
        try:
            return cls(occurred=self.date, modality=self.modality, **self.values)  # type: ignore[arg-type] # the fields of the kind
        except TypeError as error:
            raise BadInputError(f"{self.kind} lacks a field: {error}") from error
