"""
Projection on the Correlates of War Diplomatic Exchange data set.

Source: Bayer, Reşat. 2006. "Diplomatic Exchange Data set, v2006.1" (Correlates of War project):
its codebook for the codes, and its rows for two things that decide what a code means in practice.
``DR_at_1`` is what the second state sends to the first: in 1985, with Egypt's ambassador recalled
from Tel Aviv and Israel's in post in Cairo, the row Egypt-Israel has 3 at Egypt and 1 at Israel,
so a recall leaves a chargé d'affaires. And sections of interests, 9 on both sides for Cuba and
the United States from 1980, are no exchange there (``DE`` is 0), while a mission of unknown
class, also 9, is one.
"""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Final

import attrs

from diplomodel.fluents import MissionLevel
from diplomodel.schemes._representation import Representation, representation


if TYPE_CHECKING:
    from diplomodel.histories import Snapshot


class CowLevel(IntEnum):
    """
    The levels of representation that the data set tells apart.

    ``NO_EVIDENCE`` says that no exchange was found, which is not the same as "none".
    ``OTHER`` is an interests section, or a mission whose class is not known.
    """

    NO_EVIDENCE = 0
    CHARGE_DAFFAIRES = 1
    MINISTER = 2
    AMBASSADOR = 3
    OTHER = 9


_LEVELS: Final = {
    MissionLevel.INTERESTS_SECTION: CowLevel.OTHER,
    MissionLevel.CHARGE_DAFFAIRES: CowLevel.CHARGE_DAFFAIRES,
    MissionLevel.MINISTER: CowLevel.MINISTER,
    MissionLevel.AMBASSADOR: CowLevel.AMBASSADOR,
}


@attrs.frozen(kw_only=True)
class CowExchange:
    """
    Two states' exchange of missions on a day, as the data set would code it.

    Attributes:
        one: The first state.
        other: The second state.
        dr_at_one: How the second state is represented at the first; ``None`` where nothing is
            known.
        dr_at_other: How the first state is represented at the second; likewise.
        de: 1 if at least one of them has a mission at the other, 0 if neither has;
            ``None`` where that is not known.
    """

    one: str
    other: str
    dr_at_one: CowLevel | None
    dr_at_other: CowLevel | None
    de: int | None


def to_cow(snapshot: Snapshot, one: str, other: str) -> CowExchange:
    """
    How the Correlates of War Diplomatic Exchange data would code two states on a day.

    The level is the formal class: a vacancy does not lower it, so neither does the end of an
    envoy's term. Where the head of mission was recalled, withdrawn or expelled, a chargé
    d'affaires is left, and the level is 1; `to_diplometrics` has 0.0 for the same mission. Broken
    relations, a closed mission and suspended operations are "no evidence of exchange".

    Args:
        snapshot: The state of the world on the day, from `History.at`.
        one: One state, by its ISO 3166-1 alpha-3 code.
        other: The other state.

    Raises:
        BadInputError: They are not two different states' codes.

    Example:
        >>> from diplomodel import replay
        >>> from diplomodel.events import AmbassadorRecall, CredentialsPresentation
        >>> envoy = {"sender": "EGY", "receiver": "ISR", "person": "saad-mortada"}
        >>> history = replay([
        ...     CredentialsPresentation(occurred="1980-02-26", **envoy),
        ...     AmbassadorRecall(occurred="1982-09-20", **envoy),
        ... ])
        >>> int(to_cow(history.at("1981-01-01"), "EGY", "ISR").dr_at_other)
        3
        >>> int(to_cow(history.at("1985-01-01"), "EGY", "ISR").dr_at_other)
        1
        >>> print(to_cow(history.at("1985-01-01"), "EGY", "ISR").dr_at_one)
        None
    """
    sent_by_other = representation(snapshot, other, one)
    sent_by_one = representation(snapshot, one, other)
    return CowExchange(
        one=one,
        other=other,
        dr_at_one=_level(sent_by_other),
        dr_at_other=_level(sent_by_one),
        de=_exchange(_is_sent(sent_by_other), _is_sent(sent_by_one)),
    )


def _level(found: Representation) -> CowLevel | None:
    if found.there is None:
        return CowLevel.CHARGE_DAFFAIRES if found.recalled else None
    if not found.there:
        return CowLevel.NO_EVIDENCE
    if found.level is MissionLevel.INTERESTS_SECTION:
        return CowLevel.OTHER
    if found.recalled:
        return CowLevel.CHARGE_DAFFAIRES
    return CowLevel.OTHER if found.level is None else _LEVELS[found.level]


def _is_sent(found: Representation) -> bool | None:
    return False if found.level is MissionLevel.INTERESTS_SECTION else found.there


def _exchange(one: bool | None, other: bool | None) -> int | None:
    if one or other:
        return 1
    return None if one is None or other is None else 0
