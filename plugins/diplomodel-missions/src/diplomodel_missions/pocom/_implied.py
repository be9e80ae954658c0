"""
Acts that no source tells and that later acts imply.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from diplomodel.events import (
    ChargeAppointment,
    CredentialsPresentation,
    Event,
    LevelUpgrade,
    MissionClosure,
    MissionOpening,
    MissionSuspension,
    Observation,
    RelationsBreak,
    RelationsEstablishment,
    RelationsRestoration,
    StateExtinction,
)
from diplomodel.fluents import MissionLevel, Residence
from diplomodel_missions.pocom._proof import Mission


__all__ = ["implied_acts"]


@attrs.define
class _Mission:
    """
    What the acts told so far leave of one mission.
    """

    broken: bool = False
    shut: bool = False
    classless: bool = False
    elsewhere: bool = False


def implied_acts(events: Iterable[Event], *, sender: str = "USA") -> Iterator[Event]:
    """
    The openings and restorations that must lie before somebody takes up functions.

    Credentials are presented where relations exist (VCDR 2, 13), and whoever takes charge of a
    mission in the receiving state finds it open. Where the last act told is a break or a closure,
    the act between is not told: it is given here, for the day on which it shows, with the evidence
    of what shows it. Principal officers of sections of interests need no relations (VCDR 45).

    Args:
        events: The events of one source or several, in any order.
        sender: The state whose missions they are.

    Example:
        >>> told = [
        ...     RelationsBreak(occurred="1917-04-20", by="TUR", target="USA"),
        ...     CredentialsPresentation(
        ...         occurred="1927-10-12", sender="USA", receiver="TUR", person="grew-joseph"
        ...     ),
        ... ]
        >>> for event in implied_acts(told):
        ...     print(event.kind, event.occurred)
        relations_restoration 1927-10-12
        mission_opening 1927-10-12
    """
    missions: dict[str, _Mission] = {}
    for event in sorted(events, key=_place_in_time):
        if isinstance(event, CredentialsPresentation | ChargeAppointment):
            if event.sender == sender:
                yield from _taken_up(event, missions.setdefault(event.receiver, _Mission()))
        elif isinstance(event, Observation):
            yield from _seen(event, sender, missions)
        else:
            _noted(event, sender, missions)


def _place_in_time(event: Event) -> tuple[int, bool, int, str]:
    # What opens a mission on a day comes before those who take it up.
    takes_up = isinstance(event, CredentialsPresentation | ChargeAppointment | Observation)
    return event.occurred.first, takes_up, event.rank, event.id


def _noted(event: Event, sender: str, missions: dict[str, _Mission]) -> None:
    def of(receiver: str) -> _Mission:
        return missions.setdefault(receiver, _Mission())

    if isinstance(event, RelationsBreak) and sender in (event.by, event.target):
        mission = of(event.target if event.by == sender else event.by)
        mission.broken = mission.shut = True
    elif isinstance(event, StateExtinction | RelationsRestoration | RelationsEstablishment):
        for other in event.parties:
            of(other).broken = isinstance(event, StateExtinction)
    elif isinstance(event, MissionClosure | MissionSuspension) and event.sender == sender:
        of(event.receiver).shut = True
        of(event.receiver).classless |= isinstance(event, MissionClosure)
    elif isinstance(event, MissionOpening) and event.sender == sender:
        of(event.receiver).shut = False
        of(event.receiver).classless &= event.level is None
    elif isinstance(event, LevelUpgrade) and event.sender == sender:
        of(event.receiver).classless &= event.level is None


def _seen(event: Observation, sender: str, missions: dict[str, _Mission]) -> Iterator[Event]:
    of, _, receiver = event.subject.partition(">")
    section = event.fluent == "mission_level" and event.value == MissionLevel.INTERESTS_SECTION
    mission = missions.get(receiver)
    if of == sender and section and mission is not None and mission.shut:
        mission.shut = mission.classless = False
        yield MissionOpening(
            occurred=event.occurred,
            sender=sender,
            receiver=receiver,
            level=MissionLevel.INTERESTS_SECTION,
            again=True,
            evidence=event.evidence,
        )


def _taken_up(
    event: CredentialsPresentation | ChargeAppointment, mission: _Mission
) -> Iterator[Event]:
    credentials = isinstance(event, CredentialsPresentation)
    level = (
        event.level
        if isinstance(event, CredentialsPresentation)
        else MissionLevel.CHARGE_DAFFAIRES
    )
    where: Mission = {"sender": event.sender, "receiver": event.receiver}
    if mission.broken:
        mission.broken = False
        yield RelationsRestoration(
            occurred=event.occurred,
            parties=(event.sender, event.receiver),
            evidence=event.evidence,
        )
    if isinstance(event, CredentialsPresentation) and event.residence is not None:
        mission.elsewhere = event.residence is Residence.NON_RESIDENT
    if mission.shut and not mission.elsewhere:
        mission.shut = mission.classless = False
        yield MissionOpening(
            occurred=event.occurred, level=level, again=True, evidence=event.evidence, **where
        )
    elif mission.classless and not credentials:
        mission.classless = False
        yield LevelUpgrade(occurred=event.occurred, level=level, evidence=event.evidence, **where)
