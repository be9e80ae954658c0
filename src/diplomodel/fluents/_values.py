"""
The values that the core's fluents can have.
"""

from __future__ import annotations

from typing import Final

from diplomodel.fields import Vocabulary


__all__ = [
    "VACANT",
    "Accreditation",
    "Asylum",
    "Consular",
    "ConsularPost",
    "Custody",
    "Functions",
    "HeadedBy",
    "Holding",
    "Inviolability",
    "Measure",
    "MissionLevel",
    "MissionStatus",
    "Premises",
    "Proceedings",
    "Protection",
    "Recognition",
    "Relations",
    "Residence",
    "SafeConductAnswer",
    "SafeConductRequest",
    "Service",
    "Shelter",
]

#: The value of an office, or of the acting head of a mission, that nobody holds.
VACANT: Final = "vacant"


class Relations(Vocabulary):
    """
    Diplomatic relations between two states (VCDR 2).
    """

    NONE = "none"
    ESTABLISHED = "established"
    BROKEN = "broken"
    ENDED = "ended"


class Consular(Vocabulary):
    """
    Consular relations between two states; independent of diplomatic ones (VCCR 2(3)).
    """

    NONE = "none"
    ESTABLISHED = "established"
    SEVERED = "severed"


class MissionLevel(Vocabulary):
    """
    The class at which a sending state is represented (VCDR 14), lowest first.
    """

    NONE = "none"
    INTERESTS_SECTION = "interests_section"
    CHARGE_DAFFAIRES = "charge_daffaires"
    MINISTER = "minister"
    AMBASSADOR = "ambassador"

    @property
    def rank(self) -> int:
        """
        Place in the order of classes, 0 for none.

        Example:
            >>> MissionLevel.AMBASSADOR.rank > MissionLevel.MINISTER.rank
            True
        """
        return list(MissionLevel).index(self)


class Residence(Vocabulary):
    """
    Whether a head of mission resides in the receiving state (VCDR 5, 6).
    """

    RESIDENT = "resident"
    NON_RESIDENT = "non_resident"


class Accreditation(Vocabulary):
    """
    Where one member of a mission stands.
    """

    NOMINATED = "nominated"
    IN_POST = "in_post"
    ABSENT_FOR_CONSULTATIONS = "absent_for_consultations"
    WITHDRAWN = "withdrawn"
    DECLARED_NON_GRATA = "declared_non_grata"
    FUNCTIONS_ENDED = "functions_ended"
    DEPARTED = "departed"


class HeadedBy(Vocabulary):
    """
    Who heads a mission on a day: derived, never assigned.
    """

    AMBASSADOR = "ambassador"
    CHARGE = "charge_daffaires"
    NOBODY = "nobody"


class MissionStatus(Vocabulary):
    """
    Whether a mission works.
    """

    OPEN = "open"
    PUBLIC_SERVICE_SUSPENDED = "public_service_suspended"
    OPERATIONS_SUSPENDED = "operations_suspended"
    CLOSED = "closed"


class Functions(Vocabulary):
    """
    Whether a mission may exercise its functions (VCDR 3): derived, never assigned.
    """

    EXERCISED = "exercised"
    ENDED_BY_BREAK = "ended_by_break"
    ENDED = "ended"


class Inviolability(Vocabulary):
    """
    Whether the inviolability of a mission's premises has been kept (VCDR 22).
    """

    RESPECTED = "respected"
    BREACHED = "breached"


class Premises(Vocabulary):
    """
    The standing of a mission's premises on a day: derived, never assigned.
    """

    INVIOLABLE = "inviolable"
    BREACHED = "breached"
    IN_CUSTODY = "inviolable_in_custody"
    TRANSFERRED = "transferred"
    CONFISCATED = "confiscated"


class Holding(Vocabulary):
    """
    Who holds a mission's premises (VCDR 45).
    """

    SENDING_STATE = "sending_state"
    CUSTODY = "custody"
    TRANSFERRED = "transferred"
    CONFISCATED = "confiscated"


class ConsularPost(Vocabulary):
    """
    Whether a consular post is open (VCCR 4).
    """

    OPEN = "open"
    CLOSURE_ORDERED = "closure_ordered"
    CLOSED = "closed"


class Service(Vocabulary):
    """
    Whether consular service is given: relations in force are not the same as relations served.
    """

    SERVED = "served"
    SUSPENDED = "suspended"


class Protection(Vocabulary):
    """
    One part of a protecting power's mandate (VCDR 45(b), 45(c), 46; VCCR 8, 27).
    """

    REQUESTED = "requested"
    ACCEPTED = "accepted"
    IN_FUNCTION = "in_function"
    CONSENT_CONTESTED = "consent_contested"
    ENDED = "ended"


class Recognition(Vocabulary):
    """
    What one state has said of another state, or of its government (Montevideo 6, 7).
    """

    UNSTATED = "unstated"
    RECOGNISED = "recognised"
    WITHHELD = "withheld"
    WITHDRAWN = "withdrawn"
    NOT_PRACTISED = "not_practised"


class Measure(Vocabulary):
    """
    Where a visa rule, quota, sanction or trade measure stands.
    """

    ANNOUNCED = "announced"
    POSTPONED = "postponed"
    IN_FORCE = "in_force"
    REVOKED = "revoked"


class Asylum(Vocabulary):
    """
    Where one person's asylum stands (Caracas II).
    """

    REQUESTED = "requested"
    OFFERED = "offered"
    GRANTED = "granted"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    ENDED = "ended"


class Shelter(Vocabulary):
    """
    Whether a person is sheltered on a mission's premises (Caracas I).
    """

    SHELTERED = "sheltered"
    TRANSFERRED = "transferred"
    TAKEN = "taken"
    LEFT = "left"


class SafeConductRequest(Vocabulary):
    """
    Whether safe-conduct has been asked for (Caracas XII); apart from its answer.
    """

    REQUESTED = "requested"
    WITHDRAWN = "withdrawn"


class SafeConductAnswer(Vocabulary):
    """
    What the territorial state has answered; delay is not refusal.
    """

    POSTPONED = "postponed"
    GRANTED = "granted"
    GRANTED_WITH_RESERVATION = "granted_with_reservation"
    REFUSED = "refused"


class Custody(Vocabulary):
    """
    Whether a person is held.
    """

    AT_LIBERTY = "at_liberty"
    SOUGHT = "sought"
    DETAINED = "detained"
    PRE_TRIAL = "pre_trial"
    SERVING = "serving"


class Proceedings(Vocabulary):
    """
    Where one criminal case against one person stands.
    """

    CHARGED = "charged"
    ON_TRIAL = "on_trial"
    CONVICTED = "convicted"
    ACQUITTED = "acquitted"
    CLOSED = "closed"
