"""
The duties that events create.
"""

from __future__ import annotations

from typing import Final

from diplomodel import events as e
from diplomodel import fluents as f
from diplomodel.rules._model import Duty, Ending, Outcome
from diplomodel.rules._parts import on, where
from diplomodel.subjects import SubjectKind as K


_MEMBER: Final = on(K.MEMBER, "sender", "receiver", "person")
_MISSION: Final = on(K.DIRECTED, "sender", "receiver")
_GONE: Final = (
    f.Accreditation.DEPARTED,
    f.Accreditation.WITHDRAWN,
    f.Accreditation.FUNCTIONS_ENDED,
)
_LEFT: Final = Ending(outcome=Outcome.FULFILLED, fluent=f.ACCREDITATION, values=_GONE)


def _protect(sender: str, receiver: str) -> Duty:
    return Duty(
        name="protect_premises",
        event=e.RelationsBreak,
        holder=receiver,
        owed_to=sender,
        law=("VCDR 45(a)",),
        text="respect and protect the premises, property and archives of the mission",
        on=on(K.DIRECTED, sender, receiver),
        endings=(
            Ending(
                outcome=Outcome.UNMET,
                fluent=f.INVIOLABILITY,
                values=(f.Inviolability.BREACHED,),
            ),
            Ending(
                outcome=Outcome.UNMET,
                fluent=f.HOLDING,
                values=(f.Holding.CONFISCATED, f.Holding.TRANSFERRED),
            ),
            Ending(
                outcome=Outcome.ENDED,
                fluent=f.RELATIONS,
                values=(f.Relations.ESTABLISHED,),
                on=on(K.DYAD, sender, receiver),
            ),
        ),
    )


def _leave_with_asylees(
    event: type[e.Event], sender: str, receiver: str, *, demanded: bool = False
) -> Duty:
    return Duty(
        name="leave_with_asylees",
        event=event,
        when=where("demanded_by_receiver", True) if demanded else None,
        holder=sender,
        owed_to=receiver,
        law=("Caracas XIX",),
        text="leave with the asylees, or hand them to a third state under the same guarantees",
        on=on(K.DIRECTED, sender, receiver),
        bound_by="Caracas",
        for_each=f.SHELTER,
        while_=(f.Shelter.SHELTERED,),
        endings=(
            Ending(
                outcome=Outcome.FULFILLED,
                fluent=f.SHELTER,
                values=(f.Shelter.TRANSFERRED, f.Shelter.LEFT),
            ),
            Ending(
                outcome=Outcome.UNMET,
                fluent=f.HEADED_BY,
                values=(f.HeadedBy.NOBODY,),
                on=on(K.DIRECTED, sender, receiver),
            ),
        ),
    )


DUTIES: Final = (
    Duty(
        name="recall",
        event=e.PersonaNonGrata,
        holder="sender",
        owed_to="receiver",
        law=("VCDR 9(1)", "VCDR 9(2)"),
        text="recall the person, or end the functions, within the time given or a reasonable one",
        on=_MEMBER,
        deadline="deadline",
        endings=(_LEFT,),
    ),
    Duty(
        name="help_departure",
        event=e.PersonaNonGrata,
        holder="receiver",
        owed_to="sender",
        law=("VCDR 44", "VCDR 39(2)"),
        text="help the person to leave in good time, protected until then",
        on=_MEMBER,
        endings=(_LEFT,),
    ),
    Duty(
        name="withdraw_staff",
        event=e.StaffExpulsion,
        holder="sender",
        owed_to="receiver",
        law=("VCDR 9(1)",),
        text="withdraw the members of the mission within the time given",
        on=_MISSION,
        deadline="deadline",
        endings=(),
    ),
    Duty(
        name="reduce_mission",
        event=e.MissionSizeReduction,
        holder="sender",
        owed_to="receiver",
        law=("VCDR 11",),
        text="reduce the mission to the size allowed within the time given",
        on=_MISSION,
        deadline="deadline",
        endings=(),
    ),
    Duty(
        name="vacate_mission",
        event=e.MissionClosureOrder,
        holder="sender",
        owed_to="receiver",
        law=("practice: closing a mission",),
        text="close the mission within the time given",
        on=_MISSION,
        deadline="deadline",
        endings=(
            Ending(outcome=Outcome.FULFILLED, fluent=f.MISSION, values=(f.MissionStatus.CLOSED,)),
        ),
    ),
    Duty(
        name="close_post",
        event=e.ConsularPostClosure,
        when=where("done", False),
        holder="sender",
        owed_to="receiver",
        law=("VCCR 4",),
        text="close the consular post within the time given",
        on=on(K.POST, "sender", "receiver", "post"),
        deadline="deadline",
        endings=(
            Ending(
                outcome=Outcome.FULFILLED,
                fluent=f.CONSULAR_POST,
                values=(f.ConsularPost.CLOSED,),
            ),
        ),
    ),
    _protect("target", "by"),
    _protect("by", "target"),
    Duty(
        name="grant_safe_conduct",
        event=e.SafeConductRequested,
        holder="territorial_state",
        owed_to="asylum_state",
        law=("Caracas XII", "Caracas V"),
        text="give safe-conduct and the guarantees of article V at once",
        on=on(K.CASE, "asylum_state", "territorial_state", "persons"),
        bound_by="Caracas",
        endings=(
            Ending(
                outcome=Outcome.FULFILLED,
                fluent=f.SAFE_CONDUCT_ANSWER,
                values=(
                    f.SafeConductAnswer.GRANTED,
                    f.SafeConductAnswer.GRANTED_WITH_RESERVATION,
                ),
            ),
            Ending(
                outcome=Outcome.CONTESTED,
                fluent=f.SAFE_CONDUCT_ANSWER,
                values=(f.SafeConductAnswer.POSTPONED, f.SafeConductAnswer.REFUSED),
            ),
            Ending(
                outcome=Outcome.ENDED,
                fluent=f.SHELTER,
                values=(f.Shelter.LEFT, f.Shelter.TAKEN),
            ),
            Ending(
                outcome=Outcome.ENDED,
                fluent=f.ASYLUM,
                values=(f.Asylum.ENDED, f.Asylum.WITHDRAWN),
            ),
        ),
    ),
    _leave_with_asylees(e.RelationsBreak, "target", "by"),
    _leave_with_asylees(e.RelationsBreak, "by", "target"),
    _leave_with_asylees(e.StaffWithdrawal, "sender", "receiver", demanded=True),
)
