"""
How well predicted events agree with gold ones: precision, recall, F1, fields, confusions.

Events are compared within a document: those that cite the same source first, or those under the
same name where documents are given by name.
A predicted event can stand for one gold event of its type, and the other way round.

Example:
    >>> from diplomodel.events import RelationsBreak, Talks
    >>> gold = [RelationsBreak(occurred="2025-11-03", by="PER", target="MEX")]
    >>> predicted = [
    ...     RelationsBreak(occurred="2025-11-03/2025-11-04", by="PER", target="MEX"),
    ...     Talks(occurred="2025-11-03", by="PER"),
    ... ]
    >>> found = score(gold, predicted)
    >>> micro = found.level("day").micro
    >>> micro.precision, micro.recall, round(micro.f1, 3)
    (0.5, 1.0, 0.667)
"""

from diplomodel.scoring._documents import By, read_documents
from diplomodel.scoring._score import Documents, score
from diplomodel.scoring._values import (
    Averages,
    Confusion,
    FieldScore,
    Interval,
    Intervals,
    LevelScore,
    Pair,
    Score,
    Strictness,
    Tally,
    TypeScore,
    Unpaired,
)


__all__ = [
    "Averages",
    "By",
    "Confusion",
    "Documents",
    "FieldScore",
    "Interval",
    "Intervals",
    "LevelScore",
    "Pair",
    "Score",
    "Strictness",
    "Tally",
    "TypeScore",
    "Unpaired",
    "read_documents",
    "score",
]
