"""
What events make of the code that Correlates of War Diplomatic Exchange gives a mission.

The codes follow the class of the head of mission. A vacancy does not lower them, so that no rule
answers to the end of a term; a recall, a withdrawal and an expulsion leave a chargé d'affaires, 1.

Source: Bayer, Reşat. 2006. "Diplomatic Exchange Data set, v2006.1" (Correlates of War project),
its rows for Egypt and Israel in 1985: 3 at Egypt, whose ambassador at Tel Aviv, 1, was recalled.
"""

from __future__ import annotations

from typing import Final

from diplomodel.events import (
    AmbassadorExpulsion,
    AmbassadorRecall,
    AmbassadorWithdrawal,
    CredentialsPresentation,
    MissionClosure,
)
from diplomodel.fluents import MissionLevel
from diplomodel.plugins import RulePack
from diplomodel.rules import Rule, by_field, on
from diplomodel.subjects import SubjectKind
from diplomodel_missions.cow._codes import COW_LEVEL, CowCode


__all__ = ["RULES"]

_MISSION: Final = on(SubjectKind.DIRECTED, "sender", "receiver")
_CODES: Final[dict[object, str]] = {
    MissionLevel.INTERESTS_SECTION: CowCode.OTHER,
    MissionLevel.CHARGE_DAFFAIRES: CowCode.CHARGE_DAFFAIRES,
    MissionLevel.MINISTER: CowCode.MINISTER,
    MissionLevel.AMBASSADOR: CowCode.AMBASSADOR,
}

RULES: Final = RulePack(
    rules=(
        Rule(
            event=CredentialsPresentation,
            sets=COW_LEVEL,
            on=_MISSION,
            value=by_field("level", _CODES),
            law=("VCDR 14",),
            why="The code is that of the head of mission's class.",
        ),
        Rule(
            event=AmbassadorRecall,
            sets=COW_LEVEL,
            on=_MISSION,
            value=CowCode.CHARGE_DAFFAIRES,
            law=("practice: recall for consultations",),
            why="A recalled head leaves a chargé d'affaires, whom the data set counts.",
        ),
        Rule(
            event=AmbassadorWithdrawal,
            sets=COW_LEVEL,
            on=_MISSION,
            value=CowCode.CHARGE_DAFFAIRES,
            law=("VCDR 19(1)",),
            why="A withdrawn head leaves a chargé d'affaires, whom the data set counts.",
        ),
        Rule(
            event=AmbassadorExpulsion,
            sets=COW_LEVEL,
            on=_MISSION,
            value=CowCode.CHARGE_DAFFAIRES,
            law=("VCDR 9", "VCDR 19(1)"),
            why="An expelled head leaves a chargé d'affaires, whom the data set counts.",
        ),
        Rule(
            event=MissionClosure,
            sets=COW_LEVEL,
            on=_MISSION,
            value=CowCode.NO_EVIDENCE,
            law=("practice: closing a mission",),
            why="Of a mission that is closed the data set finds no evidence.",
        ),
    )
)
