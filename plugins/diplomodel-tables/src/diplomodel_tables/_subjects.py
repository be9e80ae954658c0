"""
Which kinds of subject are about pairs of states.
"""

from __future__ import annotations

from typing import Final

from diplomodel.subjects import SubjectKind


__all__ = ["OF_PAIRS", "ONE_VALUE"]

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
