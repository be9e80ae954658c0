"""
What the codes of Correlates of War Diplomatic Exchange say, and what they do not.

Source: Bayer, Reşat. 2006. "Diplomatic Exchange Data set, v2006.1" (Correlates of War project).
The remarks on single years are counted in its rows.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Final, NamedTuple

from diplomodel.fields import Vocabulary
from diplomodel.fluents import MISSION, MISSION_LEVEL, Fluent, MissionLevel, MissionStatus
from diplomodel.subjects import SubjectKind


__all__ = [
    "CODES",
    "COW_LEVEL",
    "LEVELLESS",
    "CowCode",
    "Seen",
    "code_of",
    "code_seen",
    "exchange",
    "note_on",
    "seen_as",
]


class CowCode(Vocabulary):
    """
    The codes of the data set by name, those of 1950 to 1965 apart.

    ``NO_EVIDENCE`` says that no exchange was found, which is not the same as none.
    ``UNKNOWN_CLASS`` is 9 in the waves of 1950 to 1965, when no classes were coded: a mission.
    ``OTHER`` is 9 in the other waves: an interests section, or anything else that is no mission of
    one of the three classes.
    """

    NO_EVIDENCE = "no_evidence"
    CHARGE_DAFFAIRES = "charge_daffaires"
    MINISTER = "minister"
    AMBASSADOR = "ambassador"
    UNKNOWN_CLASS = "unknown_class"
    OTHER = "other"


#: How the data set codes one state's mission at another, in its own terms.
COW_LEVEL: Final[Fluent[CowCode]] = Fluent(
    "missions.cow_level",
    SubjectKind.DIRECTED,
    CowCode,
    summary="How Correlates of War Diplomatic Exchange codes the sender's mission.",
)

#: The waves in which a mission is 9 whatever its class.
LEVELLESS: Final = range(1950, 1966)

#: The numbers by name.
CODES: Final = MappingProxyType(
    {
        CowCode.NO_EVIDENCE: 0,
        CowCode.CHARGE_DAFFAIRES: 1,
        CowCode.MINISTER: 2,
        CowCode.AMBASSADOR: 3,
        CowCode.UNKNOWN_CLASS: 9,
        CowCode.OTHER: 9,
    }
)

_NAMES: Final = MappingProxyType(
    {
        0: CowCode.NO_EVIDENCE,
        1: CowCode.CHARGE_DAFFAIRES,
        2: CowCode.MINISTER,
        3: CowCode.AMBASSADOR,
        9: CowCode.OTHER,
    }
)


class Seen(NamedTuple):
    """
    What is observed: a value of a fluent.

    Attributes:
        fluent: Name of the fluent.
        value: Its value, as written in files.
    """

    fluent: str
    value: str


def code_of(number: int, *, year: int, exchange: bool) -> CowCode | None:
    """
    The code that a number stands for in a year.

    Args:
        number: The number.
        year: The wave.
        exchange: Whether the row says that there is an exchange.

    Example:
        >>> code_of(9, year=1955, exchange=True), code_of(9, year=1995, exchange=False)
        (<CowCode.UNKNOWN_CLASS: 'unknown_class'>, <CowCode.OTHER: 'other'>)
    """
    if number == CODES[CowCode.UNKNOWN_CLASS] and year in LEVELLESS and exchange:
        return CowCode.UNKNOWN_CLASS
    return _NAMES.get(number)


def seen_as(code: CowCode) -> Seen:
    """
    What a code says in the core's terms; in the data set's own where the core has none for it.

    Example:
        >>> seen_as(CowCode.UNKNOWN_CLASS)
        Seen(fluent='mission', value='open')
        >>> seen_as(CowCode.NO_EVIDENCE)
        Seen(fluent='missions.cow_level', value='no_evidence')
    """
    if code is CowCode.UNKNOWN_CLASS:
        return Seen(MISSION.name, MissionStatus.OPEN.value)
    if code in (CowCode.NO_EVIDENCE, CowCode.OTHER):
        return Seen(COW_LEVEL.name, code.value)
    return Seen(MISSION_LEVEL.name, MissionLevel(code.value).value)


def code_seen(fluent: str, value: str) -> CowCode | None:
    """
    The code behind an observation; ``None`` for an observation that this data set cannot hold.

    Example:
        >>> code_seen("mission_level", "minister"), code_seen("mission_level", "none")
        (<CowCode.MINISTER: 'minister'>, None)
    """
    if fluent == MISSION.name:
        return CowCode.UNKNOWN_CLASS if value == MissionStatus.OPEN.value else None
    if fluent == MISSION_LEVEL.name and value == MissionLevel.INTERESTS_SECTION.value:
        return CowCode.OTHER
    if fluent not in (MISSION_LEVEL.name, COW_LEVEL.name):
        return None
    return next((code for code in CowCode if code.value == value), None)


def note_on(code: CowCode, year: int) -> str | None:
    """
    What a reader of a code should know.

    From 1980 to 1985 some three thousand directed dyads fall from 3 to 0 while nothing happens:
    ambassadors who reside elsewhere count less from then on.

    Example:
        >>> note_on(CowCode.NO_EVIDENCE, 1985)
        'no evidence is not none; from 1985 heads of mission who reside elsewhere count less'
        >>> note_on(CowCode.MINISTER, 1930) is None
        True
    """
    if code is CowCode.NO_EVIDENCE and year >= _ACCREDITATION:
        return _NON_RESIDENT
    return _NOTES.get(code)


#: From this wave on.
_ACCREDITATION: Final = 1985
_NON_RESIDENT: Final = (
    "no evidence is not none; from 1985 heads of mission who reside elsewhere count less"
)
_NOTES: Final = MappingProxyType(
    {
        CowCode.NO_EVIDENCE: "no evidence is not none",
        CowCode.CHARGE_DAFFAIRES: "also where the head of mission was recalled or expelled",
        CowCode.AMBASSADOR: "also while the post is vacant",
        CowCode.UNKNOWN_CLASS: "9: no classes are coded from 1950 to 1965",
        CowCode.OTHER: "9: an interests section, or no mission of a known class",
    }
)


def exchange(one: CowCode, other: CowCode) -> int:
    """
    Whether two states exchange missions by what is coded for each: 1 or 0.

    Example:
        >>> exchange(CowCode.OTHER, CowCode.NO_EVIDENCE), exchange(CowCode.OTHER, CowCode.MINISTER)
        (0, 1)
    """
    return int(any(code not in (CowCode.NO_EVIDENCE, CowCode.OTHER) for code in (one, other)))
