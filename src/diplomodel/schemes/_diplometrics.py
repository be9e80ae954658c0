"""
Projection on the Diplometrics Diplomatic Representation data set.

Sources: Moyer, Jonathan D., Sara D. Turner and Collin J. Meisel. 2021. "What are the drivers of
diplomacy? Introducing and testing new annual dyadic data measuring diplomatic exchange." Journal
of Peace Research 58(6): 1300-1310; and the codebook of the data set (Frederick S. Pardee Center
for International Futures, version 3.16.16).

The kinds of representative, the foci and the rule that whatever is withdrawn, recalled or
expelled has the level 0.0 follow its pages and a user of its codebook, as said below. The numbers
were read as a user of the codebook restates them, not in the codebook itself: that a minister and
a chargé d'affaires weigh the same, and that interests weigh the same in both foci, is to be
checked there before figures are published.
"""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Final

import attrs

from diplomodel.fluents import MissionLevel
from diplomodel.schemes._representation import Representation, representation


if TYPE_CHECKING:
    from diplomodel.histories import Snapshot


class DiplometricsEmbassy(IntEnum):
    """
    The kinds of representative, simplified as the data set itself does for its index.
    """

    UNKNOWN = 1
    INTERESTS_SERVED_BY = 2
    INTEREST_DESK = 3
    CHARGE_DAFFAIRES = 4
    MINISTER = 5
    AMBASSADOR = 6


class DiplometricsFocus(IntEnum):
    """
    Whether a mission looks to one state or to several, or has been withdrawn.
    """

    SINGLE = 1
    MULTIPLE = 2
    RECALLED = 3


_EMBASSIES: Final = {
    None: DiplometricsEmbassy.UNKNOWN,
    MissionLevel.INTERESTS_SECTION: DiplometricsEmbassy.INTEREST_DESK,
    MissionLevel.CHARGE_DAFFAIRES: DiplometricsEmbassy.CHARGE_DAFFAIRES,
    MissionLevel.MINISTER: DiplometricsEmbassy.MINISTER,
    MissionLevel.AMBASSADOR: DiplometricsEmbassy.AMBASSADOR,
}

#: Level of representation with a single and with a multiple focus.
_WEIGHTS: Final = {
    DiplometricsEmbassy.AMBASSADOR: (1.0, 0.5),
    DiplometricsEmbassy.MINISTER: (0.75, 0.375),
    DiplometricsEmbassy.CHARGE_DAFFAIRES: (0.75, 0.375),
    DiplometricsEmbassy.UNKNOWN: (0.75, 0.375),
    DiplometricsEmbassy.INTEREST_DESK: (0.125, 0.125),
    DiplometricsEmbassy.INTERESTS_SERVED_BY: (0.1, 0.1),
}


@attrs.frozen(kw_only=True)
class DiplometricsLevel:
    """
    How one state is represented in another, as the data set would code it.

    Attributes:
        embassy: The kind of representative; ``None`` where there is none.
        focus: One target state, several, or recalled; ``None`` where there is no representative.
        level: The level of representation, from 0.0 to 1.0.
    """

    embassy: DiplometricsEmbassy | None
    focus: DiplometricsFocus | None
    level: float


@attrs.frozen(kw_only=True)
class DiplometricsExchange:
    """
    Two states' representation in each other on a day.

    Attributes:
        one: The first state.
        other: The second state.
        at_one: How the second state is represented at the first; ``None`` where nothing is known.
        at_other: How the first state is represented at the second; likewise.
    """

    one: str
    other: str
    at_one: DiplometricsLevel | None
    at_other: DiplometricsLevel | None


def to_diplometrics(snapshot: Snapshot, one: str, other: str) -> DiplometricsExchange:
    """
    How the Diplometrics data would code two states' representation in each other on a day.

    A head of mission who was recalled, withdrawn or expelled takes the level to 0.0, where
    `to_cow` has 1: the two schemes contradict each other. A vacancy for another reason leaves the
    level as it is. A non-resident head of mission stands for a multiple focus; a resident one who
    looks after other states too does so in the data set and cannot be told from the state of one
    mission.

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
        >>> to_diplometrics(history.at("1981-01-01"), "EGY", "ISR").at_other.level
        1.0
        >>> to_diplometrics(history.at("1985-01-01"), "EGY", "ISR").at_other.level
        0.0
    """
    return DiplometricsExchange(
        one=one,
        other=other,
        at_one=_coded(representation(snapshot, other, one)),
        at_other=_coded(representation(snapshot, one, other)),
    )


def _coded(found: Representation) -> DiplometricsLevel | None:
    if not found.there and found.served:
        return _weighed(DiplometricsEmbassy.INTERESTS_SERVED_BY, DiplometricsFocus.SINGLE)
    if found.there is False:
        return DiplometricsLevel(embassy=None, focus=None, level=0.0)
    if found.there is None and not found.recalled:
        return None
    if found.recalled and found.level is not MissionLevel.INTERESTS_SECTION:
        focus = DiplometricsFocus.RECALLED
    elif found.resident is False:
        focus = DiplometricsFocus.MULTIPLE
    else:
        focus = DiplometricsFocus.SINGLE
    return _weighed(_EMBASSIES[found.level], focus)


def _weighed(embassy: DiplometricsEmbassy, focus: DiplometricsFocus) -> DiplometricsLevel:
    single, multiple = _WEIGHTS[embassy]
    weights = {
        DiplometricsFocus.SINGLE: single,
        DiplometricsFocus.MULTIPLE: multiple,
        DiplometricsFocus.RECALLED: 0.0,
    }
    return DiplometricsLevel(embassy=embassy, focus=focus, level=weights[focus])
