"""
How Correlates of War would code a mission, where heads reside elsewhere or are on their way.

`diplomodel.schemes.to_cow` projects the state of one day. Records of heads of mission tell more,
and the data set (Bayer, Reşat. 2006. "Diplomatic Exchange Data set, v2006.1") is sensitive to it:
who resides elsewhere, who is named and has not arrived, how long a post has been vacant. What its
rows do with these was read off the rows of the United States; no rule names a country.
"""

from __future__ import annotations

import datetime as dt
from typing import Final

from diplomodel import fluents as f
from diplomodel.events import Appointment
from diplomodel.histories import MissionState, Snapshot, Spell
from diplomodel.schemes import CowLevel, to_cow


__all__ = ["mission_level"]

_YEAR: Final = 365
#: From the waves after 1940 on the data set reads lists of missions, before it lists of envoys.
_LISTS_OF_MISSIONS: Final = 1950
#: The wave of 1980 counts heads accredited who reside elsewhere, those of 1970, 1975 and from
#: 1985 on do not.
_ACCREDITED: Final = range(1976, 1985)
#: Days after which chargés ad interim, one after the other, are the class at which it is kept.
_INTERIM: Final = 2 * _YEAR
#: Days between two chargés that are no gap: their terms are often told by the month alone.
_CHANGE: Final = _YEAR
#: Days after which a post with neither head nor chargé leaves no evidence: one wave.
_UNFILLED: Final = 5 * _YEAR
_LEVELS: Final = {
    f.MissionLevel.CHARGE_DAFFAIRES: CowLevel.CHARGE_DAFFAIRES,
    f.MissionLevel.MINISTER: CowLevel.MINISTER,
    f.MissionLevel.AMBASSADOR: CowLevel.AMBASSADOR,
}
_IN_PLACE: Final = (f.Accreditation.IN_POST, f.Accreditation.ABSENT_FOR_CONSULTATIONS)


def mission_level(snapshot: Snapshot, *, receiver: str, sender: str = "USA") -> CowLevel:
    """
    The level at which the data set would code one state's mission in another on a day.

    It is `to_cow`, but for five things. A vacant post takes the class of whoever is named to it.
    Chargés ad interim who stand in for more than two years are the class of the mission, from
    the waves of 1950 on. A post with neither head nor chargé for more than five years leaves no
    evidence, and so does a mission of which nothing is known. A head who resides elsewhere counts
    with his class before 1950, unless a chargé, and in the wave of 1980; in the other waves a
    mission open in the receiving state counts as its chargé's, and a head alone does not count.

    Args:
        snapshot: The state of the world on the day, from `History.at`.
        receiver: The receiving state's ISO 3166-1 alpha-3 code.
        sender: The sending state's.

    Raises:
        BadInputError: They are not two different states' codes.

    Example:
        >>> from diplomodel import replay
        >>> from diplomodel.events import CredentialsPresentation
        >>> presented = CredentialsPresentation(
        ...     occurred="1994-04-21", sender="USA", receiver="DMA", person="hyde-jeanette",
        ...     residence="non_resident",
        ... )
        >>> history = replay([presented])
        >>> int(mission_level(history.at("1995-01-01"), receiver="DMA"))
        0
        >>> int(mission_level(history.at("1994-01-01"), receiver="DMA"))
        0
    """
    coded = to_cow(snapshot, sender, receiver).dr_at_other
    mission = snapshot.mission(sender, receiver)
    if coded in (CowLevel.NO_EVIDENCE, CowLevel.OTHER):
        return coded or CowLevel.NO_EVIDENCE
    return _by_residence(mission, *_by_person(mission, coded))


def _by_person(
    mission: MissionState, coded: CowLevel | None
) -> tuple[CowLevel, f.Residence | None]:
    """
    The level by who fills the post, or is named to it, and where the head resides.
    """
    residence = mission[f.RESIDENCE]
    members = _members(mission)
    vacant = _days_vacant(mission, members)
    if vacant == 0:
        return coded or CowLevel.NO_EVIDENCE, residence
    named = _named(members)
    if named is not None:
        return _LEVELS[named.level], named.residence or residence
    gap = _days_without_charge(mission, members)
    modern = _year(mission) >= _LISTS_OF_MISSIONS
    if modern and gap is not None and gap <= _CHANGE and (vacant is None or vacant > _INTERIM):
        return CowLevel.CHARGE_DAFFAIRES, residence
    if vacant is not None and vacant > _UNFILLED and gap != 0:
        return CowLevel.NO_EVIDENCE, residence
    return coded or CowLevel.NO_EVIDENCE, residence


def _by_residence(
    mission: MissionState, coded: CowLevel, residence: f.Residence | None
) -> CowLevel:
    """
    The level where the head resides elsewhere: the class accredited, or that of who is there.
    """
    if residence is not f.Residence.NON_RESIDENT or coded is CowLevel.NO_EVIDENCE:
        return coded
    year = _year(mission)
    if year < _LISTS_OF_MISSIONS:
        # Lists of envoys have ministers where they are accredited, and chargés where they live.
        return CowLevel.NO_EVIDENCE if coded is CowLevel.CHARGE_DAFFAIRES else coded
    if year in _ACCREDITED:
        return coded
    there = mission.status is f.MissionStatus.OPEN
    return CowLevel.CHARGE_DAFFAIRES if there else CowLevel.NO_EVIDENCE


def _year(mission: MissionState) -> int:
    return dt.date.fromordinal(mission.snapshot.day).year


def _members(mission: MissionState) -> dict[str, Spell]:
    """
    Where each member stands that day, by the spell of it.
    """
    start, day = f"{mission.subject}/", mission.snapshot.day
    history = mission.snapshot.history
    found: dict[str, Spell] = {}
    for subject in history.subjects(f.ACCREDITATION):
        if subject.startswith(start):
            for spell in history.spells(f.ACCREDITATION, subject):
                if spell.begins <= day:
                    found[subject.removeprefix(start)] = spell
    return found


def _named(members: dict[str, Spell]) -> Appointment | None:
    """
    The latest appointment of somebody who has not presented credentials yet.
    """
    waiting = [
        spell.began_by
        for spell in members.values()
        if spell.value is f.Accreditation.NOMINATED and isinstance(spell.began_by, Appointment)
    ]
    return max(waiting, key=lambda event: event.occurred.first, default=None)


def _days_vacant(mission: MissionState, members: dict[str, Spell]) -> int | None:
    """
    For how many days the post has had no head: 0 where it has one, ``None`` where it never had.
    """
    head = mission.head_of_mission
    spell = None if head is None else members.get(head)
    if spell is None:
        return None
    # Whoever is named again, with another title, stays in post meanwhile.
    filled = spell.value in _IN_PLACE or spell.value is f.Accreditation.NOMINATED
    return 0 if filled else max(mission.snapshot.day - spell.begins, 1)


def _days_without_charge(mission: MissionState, members: dict[str, Spell]) -> int | None:
    """
    For how many days nobody has acted for the head: 0 where somebody does, ``None`` where nobody
    has since the last one.
    """
    acting = mission.acting_head
    spell = None if acting is None else members.get(acting)
    if spell is None:
        return None
    return 0 if spell.value in _IN_PLACE else mission.snapshot.day - spell.begins
