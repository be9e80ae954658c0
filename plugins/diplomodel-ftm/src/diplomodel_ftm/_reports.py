"""
Events with what is said for them and against them, and the spells that follow.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

import attrs

from diplomodel.actors import Person
from diplomodel.events import Event, Modality, participants
from diplomodel.evidence import Claim, Evidence
from diplomodel.exporters import Export
from diplomodel.histories import Spell
from diplomodel.subjects import subject_parts
from diplomodel_ftm._made import Entities, digest, told_dates
from diplomodel_ftm._things import actor_entity, document_entity, person_entity


__all__ = ["described_event", "described_spell"]


def described_event(entities: Entities, event: Event, people: dict[str, Person]) -> None:
    """
    An event, the notes on it, and whomever and whatever it names.
    """
    fields = list(_fields(event))
    found = participants(event)
    codes = list(dict.fromkeys(one.id for one in found if not one.is_person))
    named = {one.id for one in found if one.is_person}
    named |= {value for _, value in fields if value in people}
    involved = [actor_entity(entities, code) for code in codes]
    involved += [person_entity(entities, people.get(one, one)) for one in sorted(named)]
    documents = [document_entity(entities, piece.source) for piece in event.evidence]
    words = event.kind.replace("_", " ").replace(".", " ").capitalize()
    how = "" if event.modality is Modality.DONE else f", {event.modality.value}"
    among = f" ({', '.join(codes)})" if codes else ""
    entities.put(
        "Event",
        event.id,
        name=f"{words}{how}{among}, {event.occurred}",
        summary=event.summary,
        location=event.place,
        involved=dict.fromkeys(involved),
        proof=dict.fromkeys(documents),
        publisher=dict.fromkeys(piece.source.publisher for piece in event.evidence),
        recordId=event.label,
        keywords=[event.kind, event.modality.value, event.coding.cameo, event.coding.plover],
        notes=[f"occurred: {event.occurred}", *(f"{name}: {value}" for name, value in fields)],
        **told_dates(event.occurred),
    )
    for piece in dict.fromkeys(event.evidence):
        _quoted(entities, event.id, piece)
    for claim in dict.fromkeys(event.claims):
        _claimed(entities, event.id, claim)


def _fields(event: Event) -> Iterator[tuple[str, str]]:
    """
    The fields of the event's own type as texts, one for each value.
    """
    base = {one.name for one in attrs.fields(Event)}
    cls: Any = type(event)
    for one in attrs.fields(cls):
        if one.name not in base:
            for value in _texts(getattr(event, one.name)):
                yield one.name.removesuffix("_"), value


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, tuple):
        for item in value:
            yield from _texts(item)
    elif isinstance(value, bool):
        yield "yes" if value else "no"
    elif value is not None:
        yield str(value)


def _quoted(entities: Entities, about: str, piece: Evidence) -> None:
    """
    A note with the words of the source, where there are any.
    """
    said = [
        f"“{piece.quote}”" if piece.quote else None,
        f"said by: {piece.attributed_to}" if piece.attributed_to else None,
        f"place in the source: {piece.place}" if piece.place else None,
        piece.note,
    ]
    if any(said):
        entities.put(
            "Note",
            "dm-note-" + digest([about, piece]),
            entity=about,
            description="\n".join(filter(None, said)),
            proof=document_entity(entities, piece.source),
            publisher=piece.source.publisher,
            keywords="evidence",
        )


def _claimed(entities: Entities, about: str, claim: Claim) -> None:
    said = [claim.text]
    if claim.field is not None:
        said.append(f"{claim.field}: {', '.join(_texts(claim.value)) or 'not told'}")
    if claim.by:
        said.append(f"claimed by: {'; '.join(map(str, claim.by))}")
    said.append(f"verdict: {claim.verdict.value}")
    if claim.reason:
        said.append(f"because: {claim.reason}")
    said += [f"“{piece.quote}”" for piece in claim.evidence if piece.quote]
    entities.put(
        "Note",
        "dm-claim-" + digest([about, claim]),
        entity=about,
        description="\n".join(said),
        proof=dict.fromkeys(document_entity(entities, piece.source) for piece in claim.evidence),
        publisher=dict.fromkeys(piece.source.publisher for piece in claim.evidence),
        keywords=["claim", claim.verdict.value],
    )


def described_spell(entities: Entities, case: Export, spell: Spell) -> None:
    """
    A spell between two actors as a link; one that no day's end saw is left out.
    """
    pair = subject_parts(spell.subject).codes[:2]
    if len(pair) != 2 or spell.ends == spell.begins:
        return
    last = None if spell.ends is None else dt.date.fromordinal(spell.ends - 1).isoformat()
    ended = f"Ended by {spell.ended_by.name}." if spell.ended_by else None
    seen = "Seen in" if spell.observed else "Began by"
    one, other = (actor_entity(entities, code) for code in pair)
    entities.put(
        "UnknownLink",
        "dm-spell-"
        + digest(
            [
                spell.fluent,
                spell.subject,
                str(spell.value),
                spell.begins,
                spell.ends,
                spell.began_by.id,
            ]
        ),
        subject=one,
        object=other,
        role=spell.fluent.replace("_", " "),
        status=str(spell.value),
        startDate=spell.first_day.isoformat(),
        endDate=last,
        summary=f"{spell.fluent}({spell.subject}) = {spell.value}",
        description=[f"{seen} {spell.began_by.name}.", ended, case.fluent(spell.fluent).summary],
        recordId=spell.began_by.id,
        publisher=dict.fromkeys(piece.source.publisher for piece in spell.began_by.evidence),
    )
