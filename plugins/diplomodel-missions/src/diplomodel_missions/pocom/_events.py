"""
From a chief of mission to the events of a mission.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from diplomodel.events import (
    AmbassadorExpulsion,
    AmbassadorWithdrawal,
    Appointment,
    ChargeAppointment,
    CredentialsPresentation,
    DepartureReason,
    EnvoyDeparture,
    Event,
    ExpulsionForm,
    MissionClosure,
    MissionOpening,
    MissionSuspension,
    Observation,
    Rank,
    RelationsBreak,
    StateExtinction,
    SuspensionExtent,
)
from diplomodel.evidence import Evidence, Source
from diplomodel.fluents import MissionLevel
from diplomodel_missions.pocom._chiefs import Chief
from diplomodel_missions.pocom._places import state_named
from diplomodel_missions.pocom._proof import SENDER, Mission, Person, evidence
from diplomodel_missions.pocom._reading import dated_in, sentences_of
from diplomodel_missions.pocom._sentences import is_reestablished, sentence_events


__all__ = ["chief_events"]

#: Why a chief leaves, by the act of the note; the end of a term where nothing else is said.
_REASONS: Final = {
    "break": DepartureReason.BREAK_OF_RELATIONS,
    "war": DepartureReason.BREAK_OF_RELATIONS,
    "died": DepartureReason.DEATH,
    "closed": DepartureReason.OTHER,
    "suspended": DepartureReason.OTHER,
    "interrupted": DepartureReason.OTHER,
    "extinct": DepartureReason.OTHER,
}
_FORMS: Final = {
    "non_grata": ExpulsionForm.NON_GRATA,
    "recall_requested": ExpulsionForm.NOT_ACCEPTABLE,
}


def chief_events(chief: Chief, *, source: Source, stays: bool = False) -> Iterator[Event]:
    """
    The events of one chief of mission: appointment, credentials or taking charge, end, and the
    dated acts that the free note tells.

    Args:
        chief: The chief.
        source: The file, as a source.
        stays: Whether the same person goes on with another title: then nobody leaves.
    """
    mission: Mission = {"sender": SENDER, "receiver": chief.receiver}
    person: Person = {**mission, "person": chief.person}
    note = f"resides at {chief.seat}" if chief.seat else ""
    proof = evidence(source, chief.place, quote=chief.start_note, note=note)
    if chief.started is not None and is_reestablished(chief.start_note):
        yield MissionOpening(
            occurred=chief.started, level=chief.title.level, again=True, evidence=proof, **mission
        )
    if chief.title.acting:
        yield from _in_charge(chief, person, proof)
    else:
        yield from _accredited(chief, person, proof, source)
    if chief.ended is not None:
        end = evidence(source, chief.place, quote=chief.end_note)
        yield from _act_of_end(chief, chief.ended, mission, end)
        if not stays and chief.end.act != "continues":
            yield _departure(chief, chief.ended, person, end)
    for sentence in sentences_of(chief.note):
        yield from sentence_events(
            sentence, receiver=chief.receiver, source=source, place=chief.place
        )


def _accredited(
    chief: Chief, person: Person, proof: tuple[Evidence, ...], source: Source
) -> Iterator[Event]:
    level, residence = chief.title.level, chief.residence
    if level is None:
        return
    if chief.appointed is not None:
        yield Appointment(
            occurred=chief.appointed,
            level=level,
            residence=residence,
            evidence=evidence(source, chief.place),
            **person,
        )
    if chief.started is not None:
        yield CredentialsPresentation(
            occurred=chief.started, level=level, residence=residence, evidence=proof, **person
        )


def _in_charge(chief: Chief, person: Person, proof: tuple[Evidence, ...]) -> Iterator[Event]:
    """
    One in charge who is no head of mission: the class of the mission is seen, not changed.

    A principal officer or the chief of a liaison office is no chargé d'affaires (VCDR 19): who is
    in charge is an observation there too.
    """
    day, level = chief.started, chief.title.level
    if day is None:
        return
    seen = {}
    if level is MissionLevel.CHARGE_DAFFAIRES:
        yield ChargeAppointment(occurred=day, evidence=proof, **person)
    else:
        seen["acting_head"] = chief.person
    if level is not None:
        seen["mission_level"] = level.value
    subject = f"{SENDER}>{chief.receiver}"
    for fluent, value in seen.items():
        yield Observation(
            occurred=day, fluent=fluent, subject=subject, value=value, evidence=proof
        )


def _act_of_end(
    chief: Chief, day: str, mission: Mission, proof: tuple[Evidence, ...]
) -> Iterator[Event]:
    """
    What the note on the end tells of relations or of the mission.
    """
    act = chief.end.act
    if act in ("break", "war"):
        yield _broken(chief, day, proof)
    elif act == "closed":
        # The note may give the closing a day of its own, beside the day on which the chief left.
        closed = dated_in(chief.end_note) or day
        yield MissionClosure(occurred=closed, evidence=proof, **mission)
    elif act == "suspended":
        extent = SuspensionExtent.OPERATIONS
        yield MissionSuspension(occurred=day, extent=extent, evidence=proof, **mission)
    elif act == "extinct":
        gone = chief.receiver
        yield StateExtinction(occurred=day, parties=(SENDER, gone), ceased=gone, evidence=proof)


def _departure(chief: Chief, day: str, person: Person, proof: tuple[Evidence, ...]) -> Event:
    """
    What the note tells of the chief.
    """
    act, acting = chief.end.act, chief.title.acting
    if act in _FORMS and not acting:
        return AmbassadorExpulsion(occurred=day, form=_FORMS[act], evidence=proof, **person)
    if act == "recalled" and not acting:
        return AmbassadorWithdrawal(occurred=day, evidence=proof, **person)
    return EnvoyDeparture(
        occurred=day,
        reason=_REASONS.get(act, DepartureReason.END_OF_TERM),
        standing=Rank.CHARGE_DAFFAIRES if acting else Rank.HEAD_OF_MISSION,
        evidence=proof,
        **person,
    )


def _broken(chief: Chief, day: str, proof: tuple[Evidence, ...]) -> RelationsBreak:
    found = state_named(chief.end.who, on=day.rstrip("~"))
    acting = chief.receiver if found is None else found.code
    return RelationsBreak(
        occurred=day,
        by=acting,
        target=chief.receiver if acting == SENDER else SENDER,
        ground="declaration of war" if chief.end.act == "war" else None,
        evidence=proof,
    )
