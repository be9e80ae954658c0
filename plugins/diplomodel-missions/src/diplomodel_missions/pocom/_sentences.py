"""
From a sentence of a free note to the act that it tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from diplomodel.actors import State
from diplomodel.events import (
    Event,
    LevelUpgrade,
    MissionClosure,
    MissionOpening,
    MissionSuspension,
    RelationsBreak,
    RelationsEstablishment,
    RelationsRestoration,
    SuspensionExtent,
)
from diplomodel.evidence import Evidence, Source
from diplomodel.fluents import MissionLevel
from diplomodel_missions.pocom._places import seat_of, state_named
from diplomodel_missions.pocom._proof import SENDER, Mission, evidence
from diplomodel_missions.pocom._reading import Sentence


__all__ = ["is_reestablished", "sentence_events"]

_AGAIN: Final = re.compile(r"\bre-?(?:established|opened)\b", re.IGNORECASE)
#: The class at which a mission is there from the act on. A liaison office has none.
_CLASSES: Final = {
    "interests_section": MissionLevel.INTERESTS_SECTION,
    "liaison": MissionLevel.NONE,
    "opened": None,
}


def is_reestablished(note: str) -> bool:
    """
    Whether a note says that a mission opens again.

    Example:
        >>> is_reestablished("Legation in Helsinki reestablished on")
        True
    """
    return _AGAIN.search(note) is not None


def sentence_events(
    found: Sentence, *, receiver: str, source: Source, place: str
) -> Iterator[Event]:
    """
    The event that a sentence tells; none where it tells of a mission in another state.

    Args:
        found: The sentence.
        receiver: Code of the state that the record is of.
        source: The file, as a source.
        place: Id and line of the record.
    """
    proof = evidence(source, place, quote=found.text)
    if found.act in ("break", "restoration", "establishment"):
        yield _relations(found, receiver, proof)
        return
    lies = seat_of(found.place, on=found.date) if found.place else None
    if lies is None or lies.code == receiver:
        # An embassy near a government in exile, or one that moved: its closing ends no mission.
        yield _of_mission(found, {"sender": SENDER, "receiver": receiver}, proof)


def _of_mission(found: Sentence, mission: Mission, proof: tuple[Evidence, ...]) -> Event:
    day = found.date
    if found.act == "closed":
        return MissionClosure(occurred=day, evidence=proof, **mission)
    if found.act == "suspended":
        extent = SuspensionExtent.OPERATIONS
        return MissionSuspension(occurred=day, extent=extent, evidence=proof, **mission)
    if found.act == "raised":
        level = MissionLevel.AMBASSADOR
        return LevelUpgrade(occurred=day, level=level, evidence=proof, **mission)
    return MissionOpening(
        occurred=day,
        level=_CLASSES[found.act],
        again=is_reestablished(found.text),
        evidence=proof,
        **mission,
    )


def _relations(found: Sentence, receiver: str, proof: tuple[Evidence, ...]) -> Event:
    named = state_named(found.whom, on=found.date)
    acting = state_named(found.who, on=found.date) if found.who else None
    other = _other(acting, named, receiver)
    if found.act == "restoration":
        return RelationsRestoration(occurred=found.date, parties=(SENDER, other), evidence=proof)
    if found.act == "establishment":
        return RelationsEstablishment(occurred=found.date, parties=(SENDER, other), evidence=proof)
    by_sender = acting is None or acting.code == SENDER
    return RelationsBreak(
        occurred=found.date,
        by=SENDER if by_sender else other,
        target=other if by_sender else SENDER,
        evidence=proof,
    )


def _other(acting: State | None, named: State | None, receiver: str) -> str:
    codes = [one.code for one in (named, acting) if one is not None and one.code != SENDER]
    return codes[0] if codes else receiver
