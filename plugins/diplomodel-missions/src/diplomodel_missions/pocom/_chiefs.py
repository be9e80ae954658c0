"""
One record of a chief of mission, with its dates and notes understood.
"""

from __future__ import annotations

import re
from typing import Final

import attrs

from diplomodel.actors import State
from diplomodel.fluents import Residence
from diplomodel_missions.pocom._places import receiver_on, same_seat, seat_of, state_named
from diplomodel_missions.pocom._proof import SENDER
from diplomodel_missions.pocom._reading import End, Title, date_of, end_of, title_of
from diplomodel_missions.pocom._records import Record


__all__ = ["Chief", "UnreadableError", "chief_of", "stays_on"]

_COMMISSIONED: Final = re.compile(r"\bCommiss?ion+ed\s+to\s+(?P<name>[^;.(]+)")
_RESIDENT: Final = re.compile(r"\bresident\s+(?:first\s+)?at\s+(?P<place>[^;.,:]+)")
_LEFT: Final = re.compile(
    r"(?i:\b(?:left|departed|relinquished\s+charge\s+at|recall\s+by\s+note\s+from))\s+"
    r"(?P<place>[A-Z][^,.;:]*?)\s*(?:\b(?:on|about|late|between|shortly)\b.*)?$"
)
_ELSEWHERE: Final = re.compile(r"\bnon-?resident\b", re.IGNORECASE)
_POST: Final = re.compile(r"\bleft\s+post\b", re.IGNORECASE)
_ID: Final = re.compile(r"[a-z0-9]+(?:[-_.:]+[a-z0-9]+)*")
#: The dates of a record: on the first that is told, the receiving state is looked up.
_OWN_DATES: Final = ("started", "arrived", "appointed", "ended")


class UnreadableError(Exception):
    """
    Why a record tells no event.
    """


@attrs.frozen(kw_only=True)
class Chief:
    """
    A chief of mission.

    Attributes:
        place: The record's id and line.
        person: Who.
        title: What the title says.
        receiver: Code of the receiving state.
        residence: Whether the chief resides there; ``None`` where the notes do not tell.
        seat: The place outside the receiving state where the chief resides, where named.
        appointed: Date of the appointment, as EDTF text.
        started: Date of the presentation of credentials, or of taking charge.
        ended: Date of the end.
        end: What the note on the end says.
        end_note: That note.
        start_note: The note on the start.
        note: The free note.
    """

    place: str
    person: str
    title: Title
    receiver: str
    residence: Residence | None
    seat: str
    appointed: str | None
    started: str | None
    ended: str | None
    end: End
    end_note: str
    start_note: str
    note: str


def chief_of(record: Record) -> Chief:
    """
    Understand a record.

    Raises:
        UnreadableError: It lacks what makes a chief: a person, a known title, a date, a state.
    """
    role = record.text("role-title-id")
    title = title_of(role)
    if title is None:
        raise UnreadableError(f"the title {role[:60]!r} is not known: add it to titles.toml")
    dates = {name: _date(record, name) for name in _OWN_DATES}
    days = [day.rstrip("~") for name in _OWN_DATES if (day := dates[name]) is not None]
    if not days:
        raise UnreadableError("it has no date: nothing can be said of any day")
    receiver = _receiver(record, days)
    residence, seat = _residence(record, receiver, days[0])
    return Chief(
        # Some ids stand twice in a file, so the line is told with them.
        place=f"{record.text('id') or 'chief'}, line {record.line}",
        person=_person(record.text("person-id")),
        title=title,
        receiver=receiver,
        residence=residence,
        seat=seat,
        appointed=dates["appointed"],
        started=dates["started"] or (dates["arrived"] if title.acting else None),
        ended=dates["ended"],
        end=end_of(record.text("ended/note")),
        end_note=record.text("ended/note"),
        start_note=record.text("started/note"),
        note=record.text("note"),
    )


def stays_on(chief: Chief, following: Record) -> bool:
    """
    Whether the record after a chief's is of the same person in the same state, and begins where
    the chief's ends.

    Example:
        >>> fields = {
        ...     "role-title-id": "charge-daffaires-ad-interim", "person-id": "doe-jane",
        ...     "started/date": "1981-10-29", "ended/date": "1983-06-23",
        ... }
        >>> first = Record(
        ...     tag="chief", group="chiefs", territory="belize", line=1, index=0, fields=fields
        ... )
        >>> later = {**fields, "role-title-id": "ambassador-e-p", "started/date": "1983-06-23"}
        >>> stays_on(chief_of(first), Record(
        ...     tag="chief", group="chiefs", territory="belize", line=9, index=1, fields=later
        ... ))
        True
    """
    if following.tag != "chief" or following.group == "other-nominees" or chief.ended is None:
        return False
    try:
        later = chief_of(following)
    except UnreadableError:
        return False
    begins = later.started or later.appointed
    if begins is None or (later.person, later.receiver) != (chief.person, chief.receiver):
        return False
    # Dates in ISO 8601 form are in the order of their texts.
    ended, begins = chief.ended.rstrip("~"), begins.rstrip("~")
    return begins[: len(ended)] <= ended[: len(begins)]


def _date(record: Record, name: str) -> str | None:
    text = record.text(f"{name}/date")
    found = date_of(text, note=record.text(f"{name}/note"))
    if text and found is None:
        raise UnreadableError(f"its date {name} {text[:30]!r} is no date: write YYYY-MM-DD")
    return found


def _person(text: str) -> str:
    # Some ids end in a hyphen, where a part of the name is cut off.
    person = text.strip("-_.: ").lower()
    if not _ID.fullmatch(person):
        raise UnreadableError(
            f"its person {text[:60]!r} is no id: lower-case letters, digits, hyphens"
        )
    return person


def _receiver(record: Record, days: list[str]) -> str:
    contemporary, on = record.text("contemporary-territory-id"), days[0]
    own = receiver_on(record.territory, contemporary, on=on)
    later = receiver_on(record.territory, contemporary, on=days[-1])
    if own is not None and later is not None and not same_seat(own, later):
        # Accredited to two crowns in one, and to the one of this file alone when they part.
        own = later
    note = record.text("note")
    commissioned, seat = _COMMISSIONED.search(note), _RESIDENT.search(note)
    found = state_named(commissioned["name"], on=on) if commissioned else None
    meant = found if found is not None and (own is None or same_seat(found, own)) else own
    if commissioned and seat and own is not None:
        # Two governments of one name: the one is meant in whose capital the chief resides.
        lies = seat_of(seat["place"], on=on)
        if lies is not None and _short_names(lies) & _short_names(own):
            meant = lies
    if meant is None:
        raise UnreadableError(f"the territory {record.territory[:60]!r} is no state that is known")
    if meant.code == SENDER:
        raise UnreadableError("the receiving state is the sending state")
    return meant.code


def _short_names(one: State) -> set[str]:
    parted = {name.partition(" (")[0] for name in (one.name, *one.names)}
    return parted | {name.rpartition("Republic of ")[2] for name in parted}


def _residence(record: Record, receiver: str, on: str) -> tuple[Residence | None, str]:
    """
    Where the chief resides.

    POCOM says "Left post" of those who reside in the receiving state, and names the city of those
    who do not.
    """
    note, end = record.text("note"), record.text("ended/note")
    for found in (_RESIDENT.search(note), _LEFT.search(end)):
        lies = seat_of(found["place"], on=on) if found is not None else None
        if found is not None and lies is not None:
            if lies.code == receiver:
                return Residence.RESIDENT, ""
            return Residence.NON_RESIDENT, found["place"].strip()
    if _ELSEWHERE.search(note):
        return Residence.NON_RESIDENT, ""
    return (Residence.RESIDENT if _POST.search(end) else None), ""
