"""
The acts that a heading names.

A heading is a list of clauses. A clause has an object (recognition, relations, a mission, a post)
and a word for what is done to it; where it has an object alone, as in "Establishment of Diplomatic
Relations and the American Embassy in X", it shares the word of the clause before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from diplomodel.fields import Vocabulary


__all__ = ["Act", "Kind", "acts_of"]


class Kind(Vocabulary):
    """
    What a heading can name.
    """

    RECOGNITION = "recognition"
    RECOGNITION_WITHDRAWN = "recognition_withdrawn"
    RELATIONS_ESTABLISHED = "relations_established"
    RELATIONS_RESTORED = "relations_restored"
    RELATIONS_ENDED = "relations_ended"
    CONSULAR_ESTABLISHED = "consular_established"
    MISSION_OPENED = "mission_opened"
    MISSION_REOPENED = "mission_reopened"
    MISSION_CLOSED = "mission_closed"
    MISSION_SUSPENDED = "mission_suspended"
    MISSION_RAISED = "mission_raised"
    POST_OPENED = "post_opened"


class Act(NamedTuple):
    """
    An act that a heading names.

    Attributes:
        kind: Which.
        clause: The words that name it.
    """

    kind: Kind
    clause: str


_YEARS: Final = re.compile(r",?\s*\b[0-9]{4}(?:\s*[-–—&]\s*[0-9]{2,4})?\b\.?")
_SPLIT: Final = re.compile(r"(\s*(?:/|;)\s*|,?\s+and\s+|,\s+)", re.IGNORECASE)
_RECOGNITION: Final = re.compile(r"\brecog\w*", re.IGNORECASE)
_RELATIONS: Final = re.compile(r"\brelations\b", re.IGNORECASE)
_CONSULAR: Final = re.compile(r"\bconsular relations\b", re.IGNORECASE)
_EXCHANGE: Final = re.compile(r"\bambassadorial relations\b", re.IGNORECASE)
_MISSION: Final = re.compile(
    r"\b(?:embass(?:y|ies)|legations?|diplomatic (?:mission|presence)|interests section"
    r"|liaison office)\b",
    re.IGNORECASE,
)
_REPRESENTATION: Final = re.compile(
    r"\brepresentati\w+\b.*\bto (?:ambassador|minister|embassy)", re.IGNORECASE
)
_POST: Final = re.compile(r"\bconsul(?:ate)?s?\b(?! general\b.*\bto\b)", re.IGNORECASE)
_POST_RAISED: Final = re.compile(
    r"\bconsul\w*\b.*\bto (?:an? )?(?:embassy|legation)", re.IGNORECASE
)
_OBJECTS: Final = (_RECOGNITION, _RELATIONS, _MISSION, _POST, _REPRESENTATION)
_NONE: Final = re.compile(r"\bno\b|\bnever\b", re.IGNORECASE)
_TREATY: Final = re.compile(
    r"\b(?:treat(?:y|ies)|conventions?|declarations?|agreements?)\b", re.IGNORECASE
)

#: Words for what is done; of two that are equally near to the object, the first is meant.
_DONE: Final = (
    ("withdrawn", re.compile(r"\bwithdr[ae]w\w*", re.IGNORECASE)),
    (
        "again",
        re.compile(
            r"\b(?:re-?establish|re-?open|resum|restor|reviv|renew|normali[sz])\w*", re.IGNORECASE
        ),
    ),
    ("suspended", re.compile(r"\bsuspen\w*", re.IGNORECASE)),
    ("closed", re.compile(r"\bclos(?:ed|es|ing|ure)\b", re.IGNORECASE)),
    (
        "ended",
        re.compile(
            r"\b(?:sever|terminat|ruptur|interrupt|cessation|ceas)\w*|\bbr(?:oke|eak)\w*"
            r"|\bend(?:ed|s|ing)?\b",
            re.IGNORECASE,
        ),
    ),
    ("raised", re.compile(r"\b(?:elevat|rais|upgrad)\w*", re.IGNORECASE)),
    ("established", re.compile(r"\b(?:establish|open|inaugurat)\w*", re.IGNORECASE)),
)

_OF_RELATIONS: Final = {
    "again": Kind.RELATIONS_RESTORED,
    "ended": Kind.RELATIONS_ENDED,
    "suspended": Kind.RELATIONS_ENDED,
    "established": Kind.RELATIONS_ESTABLISHED,
}
_OF_MISSIONS: Final = {
    "again": Kind.MISSION_REOPENED,
    "closed": Kind.MISSION_CLOSED,
    "suspended": Kind.MISSION_SUSPENDED,
    "raised": Kind.MISSION_RAISED,
    "established": Kind.MISSION_OPENED,
}


def acts_of(heading: str) -> tuple[Act, ...]:
    """
    The acts that a heading names, in its order.

    Example:
        >>> for act in acts_of("Recognition of Peru and Establishment of Relations, 1826."):
        ...     print(act.kind.value, "|", act.clause)
        recognition | Recognition of Peru
        relations_established | Establishment of Relations
    """
    plain = _YEARS.sub("", heading.replace("&", "and")).strip(" .")
    if _NONE.search(plain) or _TREATY.search(plain):
        return ()
    found: list[Act] = []
    done: str | None = None
    for clause in _clauses(plain):
        done = _word(clause) or done
        kind = _kind(clause, done)
        if kind is not None:
            found.append(Act(kind, clause))
    return tuple(found)


def _clauses(plain: str) -> Iterator[str]:
    """
    The clauses, each with an object: a piece that has none belongs to the one beside it.
    """
    pieces = _SPLIT.split(plain)
    held = pieces[0]
    for joint, piece in zip(pieces[1::2], pieces[2::2], strict=True):
        if _has_object(held) and _has_object(piece):
            yield held
            held = piece
        else:
            held = f"{held}{joint}{piece}"
    yield held


def _has_object(piece: str) -> bool:
    return any(form.search(piece) for form in _OBJECTS)


def _word(clause: str) -> str | None:
    """
    The word for what is done that stands nearest to an object of the clause.
    """
    objects = [match.span() for form in _OBJECTS for match in form.finditer(clause)]
    found = [
        (min((_apart(match.span(), one) for one in objects), default=0), order, word)
        for order, (word, form) in enumerate(_DONE)
        for match in form.finditer(clause)
    ]
    return min(found)[2] if found else None


def _apart(one: tuple[int, int], other: tuple[int, int]) -> int:
    return max(one[0] - other[1], other[0] - one[1], 0)


def _kind(clause: str, done: str | None) -> Kind | None:
    if _RECOGNITION.search(clause):
        if _MISSION.search(clause) or _POST.search(clause):
            return None
        return Kind.RECOGNITION_WITHDRAWN if done == "withdrawn" else Kind.RECOGNITION
    if _CONSULAR.search(clause):
        return Kind.CONSULAR_ESTABLISHED if done == "established" else None
    if _RELATIONS.search(clause):
        return None if _EXCHANGE.search(clause) else _OF_RELATIONS.get(done or "")
    if done == "raised":
        if _POST_RAISED.search(clause):
            return Kind.MISSION_OPENED
        raised = _MISSION.search(clause) or _REPRESENTATION.search(clause)
        return Kind.MISSION_RAISED if raised else None
    if _MISSION.search(clause):
        return _OF_MISSIONS.get(done or "")
    if _POST.search(clause) and done == "established":
        return Kind.POST_OPENED
    return None
