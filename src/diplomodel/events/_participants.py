"""
The states, organisations and persons that an event names, whatever its type.
"""

from __future__ import annotations

from collections.abc import Hashable
from functools import cache
from typing import Any, NamedTuple, cast

import attrs

from diplomodel.events._base import Event
from diplomodel.fields import actor_code, checks_in, person_id
from diplomodel.subjects import subject_parts


__all__ = ["Participant", "ParticipantField", "participant_fields", "participants"]


class ParticipantField(NamedTuple):
    """
    A field of an event type that names participants.

    Attributes:
        name: Its name.
        is_person: Whether it names persons; states and organisations if not.
    """

    name: str
    is_person: bool


class Participant(NamedTuple):
    """
    A state, an organisation or a person that takes part in an event.

    Attributes:
        field: The field that names it.
        id: Code of the state or organisation, or id of the person.
        is_person: Whether it is a person.
    """

    field: str
    id: str
    is_person: bool


def participant_fields(cls: type[Event]) -> tuple[ParticipantField, ...]:
    """
    The fields of an event type that name participants, in the order of the class.

    The checks of the fields tell: `diplomodel.fields.actor_code` and
    `diplomodel.fields.person_id`, alone or within ``none_or`` and ``each``.

    Example:
        >>> from diplomodel.events import AsylumGrant
        >>> [field.name for field in participant_fields(AsylumGrant)]
        ['asylum_state', 'territorial_state', 'persons']
    """
    return _fields(cast("Hashable", cls))


def participants(event: Event) -> tuple[Participant, ...]:
    """
    Whoever an event names in its own fields, each once for each field.

    An observation names those in its subject.

    Example:
        >>> from diplomodel.events import Observation, RelationsBreak
        >>> broken = RelationsBreak(occurred="2025-11-03", by="PER", target="MEX")
        >>> [(one.field, one.id) for one in participants(broken)]
        [('by', 'PER'), ('target', 'MEX')]
        >>> seen = Observation(
        ...     occurred="1970", fluent="mission_level", subject="USA>FRA", value="embassy"
        ... )
        >>> [one.id for one in participants(seen)]
        ['USA', 'FRA']
    """
    found = [
        Participant(field.name, value, field.is_person)
        for field in participant_fields(type(event))
        for value in _texts(getattr(event, field.name))
    ]
    subject = getattr(event, "subject", None)
    if isinstance(subject, str):
        found += [
            Participant("subject", code, is_person=False) for code in subject_parts(subject).codes
        ]
    return tuple(dict.fromkeys(found))


@cache
def _fields(cls: Any) -> tuple[ParticipantField, ...]:  # a class, for the cache
    return tuple(
        ParticipantField(one.name, check is person_id)
        for one in attrs.fields(cls)
        for check in (actor_code, person_id)
        if check in checks_in(one.validator)
    )


def _texts(value: object) -> tuple[str, ...]:
    if isinstance(value, tuple):
        return tuple(one for one in value if isinstance(one, str))
    return (value,) if isinstance(value, str) else ()
