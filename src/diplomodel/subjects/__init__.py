"""
What a fluent is a property of: dyads, directed dyads, missions, asylum cases.
"""

from diplomodel.subjects._subjects import (
    AsylumCase,
    DirectedDyad,
    Dyad,
    SubjectKind,
    SubjectParts,
    dyad_text,
    subject_parts,
    subject_text,
)


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
