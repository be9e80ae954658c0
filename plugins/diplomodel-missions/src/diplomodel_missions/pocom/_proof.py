"""
What all events of a record share: who, where, and the evidence.
"""

from __future__ import annotations

from typing import Final, TypedDict

from diplomodel.evidence import Evidence, Source


__all__ = ["SENDER", "Mission", "Person", "evidence"]

#: The sending state of all missions in POCOM.
SENDER: Final = "USA"
#: Characters of a note that are quoted.
_QUOTED: Final = 240


class Mission(TypedDict):
    """
    The fields that name a mission.
    """

    sender: str
    receiver: str


class Person(Mission):
    """
    The fields that name a member of a mission.
    """

    person: str


def evidence(
    source: Source, place: str, *, quote: str = "", note: str = ""
) -> tuple[Evidence, ...]:
    """
    A place in a source, with the words of a note.

    Args:
        source: The file.
        place: Id and line of the record.
        quote: The words; of long ones the start is quoted.
        note: What a reader should know.

    Example:
        >>> (piece,) = evidence(Source(id="pocom", publisher="x"), "al-1", quote="Left post on")
        >>> piece.place, piece.quote
        ('al-1', 'Left post on')
    """
    words = quote[:_QUOTED].strip() or None
    return (Evidence(source=source, place=place, quote=words, note=note or None),)
