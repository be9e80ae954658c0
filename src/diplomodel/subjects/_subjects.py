"""
What a fluent is a property of: pairs of states, missions, asylum cases.

Each subject has a canonical text, which is how the replay and the files name it.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

import attrs
from attrs import field

from diplomodel.errors import BadInputError
from diplomodel.fields import Vocabulary, actor_code, identifier


__all__ = [
    "AsylumCase",
    "DirectedDyad",
    "Dyad",
    "SubjectKind",
    "SubjectParts",
    "dyad_text",
    "subject_parts",
    "subject_text",
]

_ACTOR: Final = r"[A-Z][A-Z0-9]{2,3}|org:[a-z0-9]+(?:-[a-z0-9]+)*"
_SUBJECT: Final = re.compile(
    rf"(?P<one>{_ACTOR})(?:(?P<tie>-|>|:|->)(?P<two>{_ACTOR}))?(?:/(?P<part>[^/\x00-\x1f]+))?"
)
_IDENTIFIER: Final = r"[a-z0-9]+(?:[-_.:][a-z0-9]+)*"
_PERSON: Final = re.compile(rf"{_IDENTIFIER}(?:/{_IDENTIFIER})?")


class SubjectKind(Vocabulary):
    """
    The shapes of subject, and how each is written.

    Example:
        >>> SubjectKind.MEASURE.form
        'MEX>PER/visa'
    """

    DYAD = "dyad"
    DIRECTED = "directed dyad"
    MEMBER = "directed dyad and person"
    POST = "directed dyad and place"
    PROTECTION = "directed dyad and protector"
    RECOGNITION = "recogniser and state"
    GOVERNMENT = "recogniser, state and head of government"
    MEASURE = "imposing state, state aimed at, and measure"
    CASE = "asylum state, territorial state and person"
    PERSON = "person"
    PROCEEDINGS = "person and case"
    STATE = "state"

    @property
    def form(self) -> str:
        """
        How a subject of this kind is written, by example.
        """
        return _FORMS[self]


_FORMS: Final = {
    SubjectKind.DYAD: "MEX-PER",
    SubjectKind.DIRECTED: "MEX>PER",
    SubjectKind.MEMBER: "MEX>PER/pablo-monroy",
    SubjectKind.POST: "GBR>RUS/saint-petersburg",
    SubjectKind.PROTECTION: "MEX>PER/BRA",
    SubjectKind.RECOGNITION: "HND>TWN",
    SubjectKind.GOVERNMENT: "MEX>PER/dina-boluarte",
    SubjectKind.MEASURE: "MEX>PER/visa",
    SubjectKind.CASE: "MEX>PER/betssy-chavez",
    SubjectKind.PERSON: "pedro-castillo",
    SubjectKind.PROCEEDINGS: "pedro-castillo/rebellion",
    SubjectKind.STATE: "PER",
}


def dyad_text(one: str, other: str) -> str:
    """
    The text of the undirected pair of two states, in alphabetical order.

    Example:
        >>> dyad_text("PER", "MEX")
        'MEX-PER'
    """
    return f"{one}-{other}" if one <= other else f"{other}-{one}"


class SubjectParts(NamedTuple):
    """
    What the text of a subject names.

    Attributes:
        one: The actor named first: the sender, the imposing state, the asylum state.
        other: The actor named second.
        part: Person, place, protector, measure or case; the whole text where it is of a person.
    """

    one: str | None
    other: str | None
    part: str | None

    @property
    def codes(self) -> tuple[str, ...]:
        """
        The codes of all actors that it names, protectors too.
        """
        part = self.part if self.part and re.fullmatch(_ACTOR, self.part) else None
        return tuple(code for code in (self.one, self.other, part) if code)

    @property
    def pair(self) -> tuple[str, str] | None:
        """
        The two states in alphabetical order; ``None`` where it does not name two.
        """
        one, other = self.one, self.other
        if one is None or other is None or one == other:
            return None
        if one.startswith("org:") or other.startswith("org:"):
            return None
        return (one, other) if one < other else (other, one)


def subject_parts(subject: str) -> SubjectParts:
    """
    The parts of a subject's canonical text, whatever its kind.

    Example:
        >>> subject_parts("MEX>PER/pablo-monroy")
        SubjectParts(one='MEX', other='PER', part='pablo-monroy')
        >>> subject_parts("MEX>PER/BRA").codes
        ('MEX', 'PER', 'BRA')
        >>> subject_parts("pedro-castillo/rebellion").one is None
        True
    """
    found = _SUBJECT.fullmatch(subject)
    if found is None:
        return SubjectParts(None, None, subject)
    return SubjectParts(*found.group("one", "two", "part"))


@attrs.frozen
class Dyad:
    """
    A pair of states without direction; the order given does not matter.

    Attributes:
        one: The state that comes first in the alphabet.
        other: The other state.

    Example:
        >>> Dyad.of("PER", "MEX") == Dyad.of("MEX", "PER")
        True
        >>> str(Dyad.of("PER", "MEX"))
        'MEX-PER'
    """

    one: str = field(validator=actor_code)
    other: str = field(validator=actor_code)

    @classmethod
    def of(cls, one: str, other: str) -> Dyad:
        """
        The dyad of two different states.

        Raises:
            BadInputError: The two are the same, or not codes of actors.
        """
        if one == other:
            raise BadInputError(f"a dyad needs two different states, not {one!r} twice")
        return cls(*sorted((one, other)))

    def __str__(self) -> str:
        """
        ``MEX-PER``.
        """
        return dyad_text(self.one, self.other)


@attrs.frozen(kw_only=True)
class DirectedDyad:
    """
    A pair of states with a direction: who sends a mission, and who hosts it.

    Attributes:
        sender: The sending state.
        receiver: The receiving state.

    Example:
        >>> str(DirectedDyad(sender="MEX", receiver="PER"))
        'MEX>PER'
    """

    sender: str = field(validator=actor_code)
    receiver: str = field(validator=actor_code)

    def __str__(self) -> str:
        """
        ``MEX>PER``.
        """
        return f"{self.sender}>{self.receiver}"


@attrs.frozen(kw_only=True)
class AsylumCase:
    """
    The asylum of one person: by whom, against whose jurisdiction.

    Attributes:
        asylum_state: The state that grants asylum.
        territorial_state: The state whose jurisdiction the person flees.
        person: The person's id.

    Example:
        >>> str(AsylumCase(asylum_state="MEX", territorial_state="PER", person="betssy-chavez"))
        'MEX>PER/betssy-chavez'
    """

    asylum_state: str = field(validator=actor_code)
    territorial_state: str = field(validator=actor_code)
    person: str = field(validator=identifier)

    def __str__(self) -> str:
        """
        ``MEX>PER/betssy-chavez``.
        """
        return f"{self.asylum_state}>{self.territorial_state}/{self.person}"


def subject_text(kind: SubjectKind, written: str) -> str:
    """
    The canonical text of a subject as people write it.

    A direction may be written ``>``, ``:`` or ``->`` (``>`` is the shell's), a dyad in either
    order.

    Raises:
        BadInputError: It does not have the form of its kind.

    Example:
        >>> subject_text(SubjectKind.DYAD, "PER-MEX")
        'MEX-PER'
        >>> subject_text(SubjectKind.DIRECTED, "MEX:PER")
        'MEX>PER'
    """
    trimmed = written.strip()[:200]
    form = f"write it like {kind.form!r}"
    if kind in (SubjectKind.PERSON, SubjectKind.PROCEEDINGS):
        if not _PERSON.fullmatch(trimmed) or ("/" in trimmed) != (kind is SubjectKind.PROCEEDINGS):
            raise BadInputError(f"{trimmed!r} is not a {kind.value}: {form}")
        return trimmed
    match = _SUBJECT.fullmatch(trimmed)
    if match is None:
        raise BadInputError(f"{trimmed!r} is not a {kind.value}: {form}")
    one, tie, two, part = match.group("one", "tie", "two", "part")
    wants_part = "/" in kind.form
    wants_two = kind is not SubjectKind.STATE
    if (part is not None) != wants_part or (two is not None) != wants_two:
        raise BadInputError(f"{trimmed!r} is not a {kind.value}: {form}")
    if two is None:
        return str(one)
    if kind is SubjectKind.DYAD:
        return str(Dyad.of(one, two))
    if tie == "-":
        raise BadInputError(f"{trimmed!r} has no direction: {form} (or with ':' for '>')")
    return f"{one}>{two}/{part}" if part else f"{one}>{two}"
