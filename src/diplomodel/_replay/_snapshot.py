"""
The state of the world at the end of one day.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, TypeVar

import attrs

from diplomodel import fluents as f
from diplomodel._replay._explain import certainty
from diplomodel._replay._results import Certainty
from diplomodel.dates import day_text
from diplomodel.fluents import Fluent
from diplomodel.subjects import SubjectKind, subject_text


if TYPE_CHECKING:
    from diplomodel._replay._history import History

__all__ = [
    "AsylumState",
    "CountryState",
    "DyadState",
    "MissionState",
    "PersonState",
    "Snapshot",
    "SubjectState",
]

T = TypeVar("T", bound=str)


@attrs.frozen
class Snapshot:
    """
    The state of everything at the end of one day, local to the acts.

    Attributes:
        history: The history asked.
        day: Ordinal of the day.

    Example:
        >>> from diplomodel import replay
        >>> from diplomodel.events import RelationsBreak
        >>> broken = RelationsBreak(occurred="2025-11-03", by="PER", target="MEX")
        >>> history = replay([broken])
        >>> history.at("2025-11-05").between("PER", "MEX").relations
        <Relations.BROKEN: 'broken'>
    """

    history: History
    day: int

    def between(self, one: str, other: str) -> DyadState:
        """
        The state of the relations between two states.

        Raises:
            BadInputError: They are not two different states' codes.
        """
        subject = subject_text(SubjectKind.DYAD, f"{one}-{other}")
        return DyadState(self, subject)

    def mission(self, sender: str, receiver: str) -> MissionState:
        """
        The state of one state's mission in another.
        """
        return MissionState(self, subject_text(SubjectKind.DIRECTED, f"{sender}>{receiver}"))

    def asylum(self, asylum_state: str, territorial_state: str, person: str) -> AsylumState:
        """
        The state of one person's asylum.
        """
        written = f"{asylum_state}>{territorial_state}/{person}"
        return AsylumState(self, subject_text(SubjectKind.CASE, written))

    def person(self, person: str) -> PersonState:
        """
        The state of a person's liberty.
        """
        return PersonState(self, subject_text(SubjectKind.PERSON, person))

    def country(self, state: str) -> CountryState:
        """
        Who governs a state.
        """
        return CountryState(self, subject_text(SubjectKind.STATE, state))

    def value(self, fluent: Fluent[T], subject: str) -> T | None:
        """
        Any fluent of any subject; ``None`` where nothing is known.
        """
        return self.history.value(fluent, subject, day_text(self.day))

    def possible(self, fluent: Fluent[T], subject: str) -> frozenset[T]:
        """
        The values that dates and reports leave possible.
        """
        written = subject_text(fluent.on, subject)
        return self.history.line_values(fluent, written, self.day)[0]  # type: ignore[return-value] # the fluent's own type

    def certainty(self, fluent: Fluent[T], subject: str) -> Certainty | None:
        """
        How surely the value holds; ``None`` where nothing is known.
        """
        written = subject_text(fluent.on, subject)
        possible, sure = self.history.line_values(fluent, written, self.day)
        if not possible:
            return None
        return certainty(self.history, sure and len(possible) == 1, self.day)

    def known(self) -> Iterator[tuple[Fluent[str], str, str]]:
        """
        Everything that has a value on the day: fluent, subject, value.
        """
        for fluent, subject in self.history.keys():
            value = self.value(fluent, subject)
            if value is not None:
                yield fluent, subject, value


@attrs.frozen
class SubjectState:
    """
    The state of one subject at the end of one day, asked by typed key.

    Attributes:
        snapshot: The state of everything on that day.
        subject: The subject's canonical text.
    """

    snapshot: Snapshot
    subject: str

    def __getitem__(self, fluent: Fluent[T]) -> T | None:
        """
        The value of a fluent, a plugin's too; ``None`` where nothing is known.

        Raises:
            BadInputError: The fluent is of another kind of subject.
        """
        return self.snapshot.value(fluent, self.subject)

    def possible(self, fluent: Fluent[T]) -> frozenset[T]:
        """
        The values that dates and reports leave possible.
        """
        return self.snapshot.possible(fluent, self.subject)

    def certainty(self, fluent: Fluent[T]) -> Certainty | None:
        """
        How surely the value holds; ``None`` where nothing is known.
        """
        return self.snapshot.certainty(fluent, self.subject)


class DyadState(SubjectState):
    """
    The state of the relations between two states.
    """

    __slots__ = ()

    @property
    def relations(self) -> f.Relations | None:
        """
        Diplomatic relations.
        """
        return self[f.RELATIONS]

    @property
    def consular_relations(self) -> f.Consular | None:
        """
        Consular relations.
        """
        return self[f.CONSULAR]

    @property
    def missions(self) -> tuple[MissionState, MissionState]:
        """
        The missions of the two in each other, in alphabetical order of the sending state.
        """
        one, _, other = self.subject.partition("-")
        return self.snapshot.mission(one, other), self.snapshot.mission(other, one)

    def mission_of(self, sender: str) -> MissionState:
        """
        The mission of one of the two in the other.
        """
        one, _, other = self.subject.partition("-")
        return self.snapshot.mission(sender, other if sender == one else one)


class MissionState(SubjectState):
    """
    The state of one state's mission in another.

    Example:
        >>> from diplomodel import replay
        >>> from diplomodel.events import MissionClosure
        >>> closed = MissionClosure(occurred="2024-04-07", sender="MEX", receiver="ECU")
        >>> replay([closed]).at("2024-05-01").mission("MEX", "ECU").status
        <MissionStatus.CLOSED: 'closed'>
    """

    __slots__ = ()

    @property
    def level(self) -> f.MissionLevel | None:
        """
        The class at which the sender is formally represented.
        """
        return self[f.MISSION_LEVEL]

    @property
    def headed_by(self) -> f.HeadedBy | None:
        """
        Whether an ambassador, a chargé d'affaires or nobody heads it.
        """
        return self[f.HEADED_BY]

    @property
    def head_of_mission(self) -> str | None:
        """
        The person last accredited as head of mission, in post or not.
        """
        return self[f.HEAD_OF_MISSION]

    @property
    def acting_head(self) -> str | None:
        """
        The chargé d'affaires ad interim, or ``vacant``.
        """
        return self[f.ACTING_HEAD]

    @property
    def status(self) -> f.MissionStatus | None:
        """
        Whether it works.
        """
        return self[f.MISSION]

    @property
    def functions(self) -> f.Functions | None:
        """
        Whether it may exercise its functions.
        """
        return self[f.FUNCTIONS]

    @property
    def premises(self) -> f.Premises | None:
        """
        The standing of its premises.
        """
        return self[f.PREMISES]

    def accreditation(self, person: str) -> f.Accreditation | None:
        """
        Where one member of it stands.
        """
        return self.snapshot.value(f.ACCREDITATION, f"{self.subject}/{person}")

    def protection(self, fluent: Fluent[f.Protection], protector: str) -> f.Protection | None:
        """
        One part of a protecting power's mandate for it.
        """
        return self.snapshot.value(fluent, f"{self.subject}/{protector}")


class AsylumState(SubjectState):
    """
    The state of one person's asylum.

    Example:
        >>> from diplomodel import replay
        >>> from diplomodel.events import AsylumGrant
        >>> grant = AsylumGrant(
        ...     occurred="2025-11-03",
        ...     asylum_state="MEX",
        ...     territorial_state="PER",
        ...     persons="betssy-chavez",
        ... )
        >>> state = replay([grant]).at("2025-11-05").asylum("MEX", "PER", "betssy-chavez")
        >>> state.shelter, state.safe_conduct_answer is None
        (<Shelter.SHELTERED: 'sheltered'>, True)
    """

    __slots__ = ()

    @property
    def asylum(self) -> f.Asylum | None:
        """
        Where the asylum stands.
        """
        return self[f.ASYLUM]

    @property
    def shelter(self) -> f.Shelter | None:
        """
        Whether the person is on a mission's premises.
        """
        return self[f.SHELTER]

    @property
    def safe_conduct_request(self) -> f.SafeConductRequest | None:
        """
        Whether safe-conduct has been asked for.
        """
        return self[f.SAFE_CONDUCT_REQUEST]

    @property
    def safe_conduct_answer(self) -> f.SafeConductAnswer | None:
        """
        What the territorial state has answered; ``None`` where it has not.
        """
        return self[f.SAFE_CONDUCT_ANSWER]


class PersonState(SubjectState):
    """
    The state of a person's liberty.

    Example:
        >>> from diplomodel import replay
        >>> from diplomodel.events import Arrest
        >>> arrest = Arrest(occurred="2022-12-07", state="PER", persons="pedro-castillo")
        >>> replay([arrest]).at("2022-12-08").person("pedro-castillo").custody
        <Custody.DETAINED: 'detained'>
    """

    __slots__ = ()

    @property
    def custody(self) -> f.Custody | None:
        """
        Whether the person is held.
        """
        return self[f.CUSTODY]

    def proceedings(self, case: str) -> f.Proceedings | None:
        """
        Where one criminal case against the person stands.
        """
        return self.snapshot.value(f.PROCEEDINGS, f"{self.subject}/{case}")


class CountryState(SubjectState):
    """
    Who governs a state.
    """

    __slots__ = ()

    @property
    def head_of_state(self) -> str | None:
        """
        The person who is head of state, or ``vacant``.
        """
        return self[f.HEAD_OF_STATE]

    @property
    def head_of_government(self) -> str | None:
        """
        The person who is head of government, or ``vacant``.
        """
        return self[f.HEAD_OF_GOVERNMENT]

    @property
    def foreign_minister(self) -> str | None:
        """
        The person who is foreign minister, or ``vacant``.
        """
        return self[f.FOREIGN_MINISTER]
