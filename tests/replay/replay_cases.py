"""
Who does what to whom in the example tests, and how their findings are picked out.
"""

from __future__ import annotations

from typing import Any

from diplomodel.events import (
    AsylumGrant,
    CredentialsPresentation,
    Event,
    MissionOpening,
    RelationsBreak,
    RelationsEstablishment,
)
from diplomodel.histories import Finding, History, MissionState, replay


SIDES = {"by": "PER", "target": "MEX"}
WAY = {"sender": "MEX", "receiver": "PER"}
ENVOY = {**WAY, "person": "pablo-monroy"}
CASE = {"asylum_state": "MEX", "territorial_state": "PER", "persons": "betssy-chavez"}
GRANT = AsylumGrant(occurred="2025-11-03", **CASE)
OPEN = MissionOpening(occurred="2020-01-01", level="ambassador", **WAY)
IN_POST = CredentialsPresentation(occurred="2021-01-01", **ENVOY)
RELATED = RelationsEstablishment(occurred="1990-01-01", parties=("PER", "MEX"))
BROKEN = RelationsBreak(occurred="2025-11-03", **SIDES)
BASE = (RELATED, OPEN, IN_POST)


def found(history: History, code: str) -> list[Finding]:
    """
    The findings of one code.
    """
    return [finding for finding in history.findings() if finding.code == code]


def after(*events: Event, day: str = "2026-06-01", rest: tuple[Event, ...] = BASE) -> MissionState:
    """
    Mexico's mission in Peru after some events.
    """
    return replay((*rest, *events)).at(day).mission("MEX", "PER")


def between(*events: Event, day: str = "2026-06-01") -> Any:
    """
    The relations of the two after some events.
    """
    return replay((*BASE, *events)).at(day).between("PER", "MEX")
