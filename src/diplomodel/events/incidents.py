"""
Incidents that set a sequence off, and threats.
"""

from __future__ import annotations

from typing import ClassVar

import attrs
from attrs import field

from diplomodel.events._base import WHO, Coding, Event
from diplomodel.fields import (
    Vocabulary,
    actor_code,
    each,
    none_or_actor,
    none_or_person,
    none_or_text,
    person_id,
    several,
)


__all__ = ["Incident", "IncidentKind", "Threat"]


class IncidentKind(Vocabulary):
    """
    What sort of incident.
    """

    POISONING = "poisoning"
    KILLING = "killing"
    ATTACK = "attack"
    HOSTAGE_TAKING = "hostage_taking"
    ESPIONAGE = "espionage"
    OTHER = "other"


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Incident(Event):
    """
    Something violent or unlawful that relations are then strained over.

    Attributes:
        state: The state where it happens.
        incident: What sort.
        victims: The persons it is done to.
        attributed_to: The state that somebody holds responsible, if any does.
        attributed_by: Who holds it responsible.

    Example:
        >>> from diplomodel.events import Incident
        >>> incident = Incident(
        ...     occurred="2018-03-04", state="GBR", incident="poisoning", attributed_to="RUS"
        ... )
        >>> incident.incident
        <IncidentKind.POISONING: 'poisoning'>
    """

    coding: ClassVar[Coding] = Coding("180", "ASSAULT", why="nearest: unconventional violence")
    rank: ClassVar[int] = 10

    state: str = field(validator=actor_code, metadata=WHO)
    incident: IncidentKind = field(converter=IncidentKind, metadata=WHO)
    victims: tuple[str, ...] = field(
        default=(), converter=several, validator=each(person_id), metadata=WHO
    )
    attributed_to: str | None = field(default=None, validator=none_or_actor)
    attributed_by: str | None = field(default=None, validator=none_or_text)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Threat(Event):
    """
    A state threatens another with a step.

    Attributes:
        by: The state that threatens.
        target: The state threatened.
        speaker: The person who speaks.
        step: The step threatened.

    Example:
        >>> from diplomodel.events import Threat
        >>> threat = Threat(occurred="2022", by="XAA", target="XAB", step="break of relations")
        >>> threat.step
        'break of relations'
    """

    coding: ClassVar[Coding] = Coding("130", "THREATEN")

    by: str = field(validator=actor_code, metadata=WHO)
    target: str = field(validator=actor_code, metadata=WHO)
    speaker: str | None = field(default=None, validator=none_or_person, metadata=WHO)
    step: str | None = field(default=None, validator=none_or_text)
