"""
The parts of subjects: which states, and which person, place or measure.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from diplomodel.subjects import SubjectKind


__all__ = ["OF_PAIRS", "ONE_VALUE", "Parts", "parts_of"]

_ACTOR: Final = r"[A-Z][A-Z0-9]{2,3}|org:[a-z0-9]+(?:-[a-z0-9]+)*?"
_SUBJECT: Final = re.compile(
    rf"(?P<one>{_ACTOR})(?:(?P<tie>[->])(?P<other>{_ACTOR}))?(?:/(?P<part>.*))?", re.DOTALL
)
_PERSONS: Final = (SubjectKind.PERSON, SubjectKind.PROCEEDINGS)

#: Kinds of subject that give a pair of states one value, or one in each direction.
ONE_VALUE: Final = (SubjectKind.DYAD, SubjectKind.DIRECTED, SubjectKind.RECOGNITION)

#: Kinds of subject that name two states.
OF_PAIRS: Final = (
    *ONE_VALUE,
    SubjectKind.MEMBER,
    SubjectKind.POST,
    SubjectKind.PROTECTION,
    SubjectKind.GOVERNMENT,
    SubjectKind.MEASURE,
    SubjectKind.CASE,
)


class Parts(NamedTuple):
    """
    What a subject names.

    Attributes:
        one: The state named first: the sender, the imposing state, the asylum state.
        other: The state named second.
        part: Person, place, protector, measure or case.
    """

    one: str | None
    other: str | None
    part: str | None

    @property
    def pair(self) -> tuple[str, str] | None:
        """
        The two states in alphabetical order; ``None`` where it does not name two.
        """
        names = (self.one, self.other)
        if self.one is None or self.other is None or self.one == self.other:
            return None
        if any(str(name).startswith("org:") for name in names):
            return None
        return (self.one, self.other) if self.one < self.other else (self.other, self.one)


def parts_of(kind: SubjectKind, subject: str) -> Parts:
    """
    The parts of a subject's canonical text.

    Example:
        >>> parts_of(SubjectKind.MEMBER, "MEX>PER/pablo-monroy")
        Parts(one='MEX', other='PER', part='pablo-monroy')
        >>> parts_of(SubjectKind.PROCEEDINGS, "pedro-castillo/rebellion")
        Parts(one=None, other=None, part='pedro-castillo/rebellion')
    """
    found = None if kind in _PERSONS else _SUBJECT.fullmatch(subject)
    if found is None:
        return Parts(None, None, subject)
    return Parts(*found.group("one", "other", "part"))
