"""
Which states an act is between, and which of them acts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from diplomodel.actors import State, find_state, states
from diplomodel_missions._states import named
from diplomodel_missions.rdcr._acts import Kind
from diplomodel_missions.rdcr._prose import US


__all__ = ["USA", "breaker", "of_article", "place_of", "recognition", "senders", "towards"]

USA: Final = "USA"

_FORMAL: Final = re.compile(
    r"^(?:[A-Z][\w’'-]*\s+){0,3}(?:Republic|Kingdom|Empire|State|Union|Duchy) of (?:the )?"
)
_AFTER: Final = re.compile(r"\b(?:with|to|of|in|at|by)\s+(?:the\s+)?", re.IGNORECASE)
_BRACKETS: Final = re.compile(r"\(([^()]*)\)")
_UNTIL: Final = re.compile(
    r"\s+(?:withdrawn|from|by|as|in|at|to|with|ended|established|severed|relations|closed"
    r"|status)\b.*|[,;/].*",
    re.IGNORECASE,
)
_INDEPENDENCE: Final = re.compile(
    r"^the\s+|\b(?:re-?)?(?:unified\s+|new\s+)?independen(?:ce|t)\b(?:\s+of)?(?:\s+the\b)?"
    r"|[’'](?:s\b|(?=\s|$))",
    re.IGNORECASE,
)
_RECOGNITION: Final = re.compile(r"\brecog\w*(?:\s+of)?\s*(?:the\s+)?", re.IGNORECASE)
_IN_US: Final = re.compile(r"\b(?:in|to|at) (?:the )?(?:United States|U\.S\.|Washington)")
_MISSIONS: Final = re.compile(r"\b(?:embassies|legations)\b", re.IGNORECASE)
_OF_MISSION: Final = re.compile(
    r"((?:[^\s,]+\s+){0,4}?)(?:embass(?:y|ies)|legations?)\b", re.IGNORECASE
)
_BREAKS: Final = re.compile(
    r"\b(?:had )?(?:severed|broke(?:n)?(?: off)?|terminated|suspended)\s+(?:[a-z-]+\s+){0,4}"
    r"relations",
    re.IGNORECASE,
)
_PASSIVE: Final = re.compile(r"\b(?:was|were|been|be)\s*$", re.IGNORECASE)
_BY: Final = re.compile(r"\bby (?:the )?(.+)$", re.IGNORECASE)
_ADVERB: Final = re.compile(r"\s*(?:[a-z]+ly\s+)?")
_CAPITALISED: Final = re.compile(r"\b[A-Z][\w’'.-]*(?:\s+(?:of|the|and|[A-Z][\w’'.-]*))*")
_IN: Final = re.compile(r"\b(?:in|at) ([A-Z][\w’'.-]*(?: [A-Z][\w’'.-]*){0,2})\s*$")


def towards(clause: str, *, country: str, year: int) -> str | None:
    """
    The other state that a clause names; ``None`` where it names none.

    Args:
        clause: The words that name the act.
        country: The country of the article.
        year: The year of the act.

    Example:
        >>> towards("Embassy in Aden (South Yemen) Closed", country="Yemen", year=1969)
        'YMD'
        >>> towards("Closing of U.S. Embassy at Taipei", country="China", year=1979)
        'TWN'
    """
    for phrase in _phrases(clause):
        found = _there(phrase, year)
        if found is not None and found.sovereign and found.code != USA:
            return found.code
    own = named(country, at=year)
    for phrase in _phrases(clause):
        seat = _seat(phrase.casefold(), year)
        at_home = own is not None and phrase.casefold() in map(str.casefold, own.capitals)
        if seat is not None and seat != USA and not at_home:
            return seat
    return None


def of_article(country: str, *, year: int) -> str | None:
    """
    The state that an article is about in a year; ``None`` where that is not known.

    Example:
        >>> of_article("Czech Republic", year=1918), of_article("Atlantis", year=1918)
        ('CSK', None)
    """
    own = named(country, at=year)
    return None if own is None or own.code == USA else own.code


@lru_cache(maxsize=4096)
def _there(phrase: str, year: int) -> State | None:
    """
    The state that a phrase names, if there is one of that name in the year.
    """
    return find_state(phrase, at=year) or find_state(_FORMAL.sub("", phrase), at=year)


def _phrases(clause: str) -> Iterator[str]:
    for match in _BRACKETS.finditer(clause):
        yield _plain(match.group(1))
    plain = _BRACKETS.sub(" ", clause)
    for match in _AFTER.finditer(plain):
        rest = plain[match.end() :]
        yield _plain(rest)
        yield _plain(_UNTIL.sub("", rest))


def _plain(phrase: str) -> str:
    return " ".join(_INDEPENDENCE.sub(" ", phrase).split()).strip(" .,;")[:100]


@lru_cache(maxsize=1024)
def _seat(city: str, year: int) -> str | None:
    """
    The one state on a date whose capital a city is.
    """
    found = [
        one.code
        for one in states(at=year)
        if one.sovereign and city in map(str.casefold, one.capitals)
    ]
    return found[0] if len(found) == 1 else None


def recognition(
    clause: str, prose: str, *, country: str, year: int
) -> tuple[tuple[str, str], ...]:
    """
    Who recognises whom; nothing where that is not told, or a state is not known.

    Args:
        clause: The words that name the recognition.
        prose: What the entry tells, for clauses that name nobody who recognises.
        country: The country of the article.
        year: The year.

    Example:
        >>> recognition("Mutual Recognition", "", country="Japan", year=1854)
        (('USA', 'JPN'), ('JPN', 'USA'))
        >>> recognition("Recognition of the U.S.", "", country="Denmark", year=1792)
        ()
        >>> recognition("Danish Recognition of the U.S.", "", country="Denmark", year=1792)
        (('DNK', 'USA'),)
    """
    match = _RECOGNITION.search(clause)
    own = named(country, at=year)
    if match is None or own is None or own.code == USA:
        return ()
    subject, target = clause[: match.start()].strip(), clause[match.end() :].strip()
    if "mutual" in subject.casefold():
        return ((USA, own.code), (own.code, USA))
    if US.search(target) and not US.search(subject) and not _BY.search(target):
        by = named(_plain(subject), at=year) or (own if subject else None)
        return () if by is None else ((by.code, USA),)
    by_us = US.search(subject) or _by_us(target)
    if not by_us and (subject not in ("", "Formation and", "Dissolution and")):
        by_us = bool(re.search(r"\band$", subject))
    if not by_us and not _says_us(prose):
        return ()
    code = _recognised(target, own.code, country=country, year=year)
    return () if code is None or code == USA else ((USA, code),)


def _by_us(target: str) -> bool:
    match = _BY.search(target)
    return match is not None and US.search(match.group(1)) is not None


def _says_us(prose: str) -> bool:
    return bool(re.search(rf"(?:{US.pattern})[^.]{{0,60}}\brecogni[sz]", prose))


def _recognised(target: str, own: str, *, country: str, year: int) -> str | None:
    """
    The state that a phrase such as "Guyanan Independence" names.
    """
    for match in _BRACKETS.finditer(target):
        if (found := _there(_plain(match.group(1)), year)) is not None:
            return found.code
    phrase = _plain(_UNTIL.sub("", _BRACKETS.sub(" ", target)))
    if not phrase:
        return own
    found = _there(phrase, year) or _of_name(phrase, country)
    if found is not None:
        return found.code
    # A demonym that is not listed shares its beginning with the country.
    stems = {word[:4].casefold() for word in re.findall(r"\w{4,}", country)}
    words = [word.casefold() for word in re.findall(r"\w{4,}", phrase)]
    return own if words and all(word[:4] in stems for word in words) else None


def _of_name(phrase: str, country: str) -> State | None:
    """
    The article's own state by a name that it has at another time: a state that is no more, or
    not yet, can be recognised as well.
    """
    found = find_state(phrase)
    return found if found is not None and found == find_state(country) else None


def senders(kind: Kind, clause: str, *, other: str, year: int) -> tuple[tuple[str, str], ...]:
    """
    The missions of a clause, each as sender and receiver.

    The guide tells of the missions of the United States, unless a clause says that they are of
    the other state or in the United States.

    Args:
        kind: The act.
        clause: The words that name it.
        other: The other state.
        year: The year.

    Example:
        >>> senders(Kind.MISSION_OPENED, "Ethiopian Legation Reopened", other="ETH", year=1943)
        (('ETH', 'USA'),)
        >>> senders(
        ...     Kind.MISSION_RAISED, "Elevation of Legations to Embassy", other="ZAF", year=1949
        ... )
        (('USA', 'ZAF'), ('ZAF', 'USA'))
    """
    own, theirs = (USA, other), (other, USA)
    if kind is Kind.MISSION_RAISED and _MISSIONS.search(clause):
        return own, theirs
    if _IN_US.search(clause):
        return (theirs,)
    for match in _OF_MISSION.finditer(clause):
        words = match.group(1).replace("the ", "").split()
        if US.search(" ".join(words)):
            return (own,)
        for start in range(len(words)):
            found = _there(" ".join(words[start:]), year)
            if found is not None and found.code == other:
                return (theirs,)
    return (own,)


def breaker(clause: str, sentence: str, *, other: str, country: str, year: int) -> str | None:
    """
    The state that breaks relations, which may be a third one; ``None`` where that is not said.

    Args:
        clause: The words that name the break.
        sentence: The sentence that tells it.
        other: The other state.
        country: The country of the article.
        year: The year.

    Example:
        >>> breaker(
        ...     "Diplomatic Relations Severed",
        ...     "Syria severed diplomatic relations with the United States on June 6, 1967.",
        ...     other="SYR", country="Syria", year=1967,
        ... )
        'SYR'
    """
    by = _BY.search(clause)
    if by is not None:
        if US.search(by.group(1)):
            return USA
        found = _there(_plain(by.group(1)), year)
        if found is not None:
            return found.code
    for match in _BREAKS.finditer(sentence):
        before = sentence[: match.start()]
        if _PASSIVE.search(before):
            continue
        acting = _nearest(before, other=other, country=country, year=year)
        if acting is not None:
            return acting
    return None


def _nearest(text: str, *, other: str, country: str, year: int) -> str | None:
    """
    The state that is named last in a text; none, where a name that is not known ends it.
    """
    stem = re.sub(r"^The ", "", country).split(" (")[0].split(",")[0][:5]
    own = re.compile(rf"(?<!th )(?<!thern )(?<!st )(?<!stern )\b{re.escape(stem)}")
    found: str | None = None
    for match in _CAPITALISED.finditer(text):
        phrase = match.group()
        known = _there(_plain(phrase), year)
        if known is not None and known.sovereign:
            found = known.code
        elif US.search(phrase):
            found = USA
        elif own.search(phrase):
            found = other
        elif _ADVERB.fullmatch(text[match.end() :]):
            found = None
    return found


def place_of(clause: str) -> str | None:
    """
    The city that a clause ends with.

    Example:
        >>> place_of("Establishment of Consulate in Guayaquil")
        'Guayaquil'
    """
    match = _IN.search(clause)
    return match.group(1) if match else None
