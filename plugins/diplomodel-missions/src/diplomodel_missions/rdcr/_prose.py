"""
What the prose of an entry adds: the day, and who acted.
"""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import Final, NamedTuple

from diplomodel.dates import PartialDate
from diplomodel.errors import BadInputError
from diplomodel_missions.rdcr._acts import Kind


__all__ = ["US", "Told", "sentences", "told"]

#: The United States, in plain words.
US: Final = re.compile(r"\bUnited States\b|\bU\.\s?S\.(?![A-Z]\.)|\bAmerican?\b")

_MONTHS: Final = (
    *("Jan", "Feb", "Mar", "Apr", "May", "Jun"),
    *("Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
)
_DATE: Final = re.compile(
    r"(?P<about>\b(?:on or about|about|around|circa) )?"
    rf"\b(?P<month>{'|'.join(_MONTHS)})[a-z]{{0,6}}\.?"
    r"(?: (?P<day>[0-9]{1,2}),?)? (?P<year>[0-9]{4})\b"
)
_SAME: Final = re.compile(
    r"\b(?:the|that) same (?:day|date)\b|\bon that (?:day|date)\b", re.IGNORECASE
)
#: Initials, and what is short for a longer word, end no sentence.
_STOP: Final = re.compile(
    r"(?<![A-Z]\.[A-Z])(?<!\b[A-Z])(?<!\bSt)(?<!\bJr)(?<!\bMr)(?<!\bDr)(?<!\bMrs)\.”?\s+(?=[“A-Z])"
)
_MISSION: Final = r"embass|legation|mission|interests section|liaison office"
_AGAIN: Final = r"re-?establish|re-?open|resum|restor|reviv|renew|normali[sz]"
_ENDING: Final = r"sever|terminat|interrupt|suspen|cease|broke|ended"
_RELATIONS: Final = r"\brelations\b"

#: What a sentence must say to be about an act: all of the patterns of its kind.
_ABOUT: Final = MappingProxyType(
    {
        Kind.RECOGNITION: (r"\brecogni",),
        Kind.RECOGNITION_WITHDRAWN: (r"\brecogni", r"withdr|ceased|no longer"),
        Kind.RELATIONS_ESTABLISHED: (_RELATIONS, r"\b(?:establish|open|enter)"),
        Kind.RELATIONS_RESTORED: (_RELATIONS, _AGAIN),
        Kind.RELATIONS_ENDED: (_RELATIONS, _ENDING),
        Kind.CONSULAR_ESTABLISHED: (r"\bconsul", r"\b(?:establish|open)"),
        Kind.MISSION_OPENED: (_MISSION, r"\b(?:establish|open|convert|raised|elevat|inaugurat)"),
        Kind.MISSION_REOPENED: (_MISSION, rf"{_AGAIN}|\bopen"),
        Kind.MISSION_CLOSED: (_MISSION, r"\bclos"),
        Kind.MISSION_SUSPENDED: (_MISSION, r"\bsuspend|\bclos"),
        Kind.MISSION_RAISED: (_MISSION, r"\b(?:elevat|rais|upgrad|became)"),
        Kind.POST_OPENED: (r"\bconsul", r"\b(?:establish|open)"),
    }
)


class Told(NamedTuple):
    """
    What an entry tells of an act.

    Attributes:
        occurred: When.
        sentence: The sentence that tells of it; empty where only the heading does.
        in_prose: Whether that sentence gives the date, and not the heading alone.
    """

    occurred: PartialDate
    sentence: str
    in_prose: bool


def sentences(prose: str) -> tuple[str, ...]:
    """
    The sentences of a text.

    Example:
        >>> sentences("The U.S. Legation closed. It was moved to St. Johns.")
        ('The U.S. Legation closed.', 'It was moved to St. Johns.')
    """
    found, start = [], 0
    for match in _STOP.finditer(prose):
        found.append(prose[start : match.end()].rstrip())
        start = match.end()
    return tuple(one for one in (*found, prose[start:].strip()) if one)


def told(kind: Kind, prose: str, *, dated: PartialDate) -> Told:
    """
    The day of an act where the prose tells one within the date of the heading, else that date.

    The first sentence about the act that has a day, or a month, counts. Where it has several, the
    first after the words for the act is meant; where it says "the same day", the last one before.

    Args:
        kind: The act.
        prose: What the entry tells.
        dated: The date that its heading gives.

    Example:
        >>> told(
        ...     Kind.MISSION_CLOSED,
        ...     "War began on May 1, 1940. The Legation was closed on July 15, 1940.",
        ...     dated=PartialDate.parse("1940"),
        ... ).occurred
        PartialDate('1940-07-15')
    """
    forms = [re.compile(form, re.IGNORECASE) for form in _ABOUT[kind]]
    before: PartialDate | None = None
    about = ""
    for sentence in sentences(prose):
        days = [(match.start(), day) for match in _DATE.finditer(sentence) if (day := _day(match))]
        matches = [form.search(sentence) for form in forms]
        if None not in matches:
            about = about or sentence
            if days:
                at = max(match.start() for match in matches if match is not None)
                after = [day for start, day in days if start > at]
                day = (after or [days[-1][1]])[0]
            elif before is not None and _SAME.search(sentence):
                day = before
            else:
                continue
            if _within(day, dated):
                return Told(day, sentence, in_prose=True)
        before = days[-1][1] if days else before
    return Told(dated, about, in_prose=False)


def _day(match: re.Match[str]) -> PartialDate | None:
    month = _MONTHS.index(match.group("month")) + 1
    text = f"{match.group('year')}-{month:02}"
    if match.group("day"):
        text = f"{text}-{int(match.group('day')):02}"
    try:
        return PartialDate.parse(f"{text}~" if match.group("about") else text)
    except BadInputError:
        return None


def _within(day: PartialDate, dated: PartialDate) -> bool:
    return not (day.before(dated) or day.after(dated))
