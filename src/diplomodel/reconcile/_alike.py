"""
Whether two names, or two texts, may stand for the same.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final


__all__ = ["Alike", "names_alike", "sets_alike", "texts_alike", "words_of"]

#: How alike: 3 the same, 2 alike, 1 nothing can be told, 0 different.
Alike = int

SAME: Final = 3
LIKE: Final = 2
UNTOLD: Final = 1
DIFFERENT: Final = 0

_PARTICLES: Final = frozenset(
    {
        "al", "bin", "da", "das", "de", "del", "der", "di", "do", "dos", "du", "el", "i",
        "ibn", "la", "le", "van", "von", "y",
    }
)  # fmt: skip
#: An id that begins so describes an office and names nobody.
_OFFICES: Final = frozenset(
    {
        "ambassador", "charge", "consul", "diplomat", "envoy", "foreign", "minister",
        "president", "prime", "unknown", "unnamed",
    }
)  # fmt: skip
_SPLIT: Final = re.compile(r"[-_.:\s]+")
_WORDS: Final = re.compile(r"[^\W_]+")
#: Words that two texts have in common whatever they say, in the languages of most sources.
_COMMON: Final = frozenset(
    {
        "and", "are", "as", "at", "by", "con", "de", "del", "der", "des", "die", "el",
        "en", "et", "for", "from", "has", "in", "is", "la", "las", "le", "les", "los",
        "of", "on", "or", "para", "por", "que", "the", "to", "un", "una", "und", "was",
        "with",
    }
)  # fmt: skip
#: Of the words of the shorter text, how many the longer must have to be alike, in percent.
_MOST: Final = 50
_SOME: Final = 34


@lru_cache(maxsize=65_536)
def names_alike(one: str, other: str) -> Alike:
    """
    Whether two ids may name the same: spelled otherwise, in another order, or in part.

    A part of a name may be an initial; a number must be the same number.
    Ids that describe an office ("ambassador-of-peru-in-argentina") name nobody.

    Example:
        >>> names_alike("betssy-chavez", "betsy-chavez-chino")
        2
        >>> names_alike("arnold-castillo", "alondra-castillo"), names_alike("envoy-1", "envoy-2")
        (0, 0)
        >>> names_alike("ambassador-of-peru", "felix-denegri")
        1
    """
    if one == other:
        return SAME
    mine, theirs = _parts(one), _parts(other)
    if not mine or not theirs:
        return UNTOLD
    if _numbers(mine) != _numbers(theirs):
        return DIFFERENT
    if (mine[0] in _OFFICES) != (theirs[0] in _OFFICES):
        return UNTOLD
    return (
        LIKE if _parts_alike(mine, theirs) or _near("".join(mine), "".join(theirs)) else DIFFERENT
    )


def _parts(name: str) -> tuple[str, ...]:
    return tuple(part for part in _SPLIT.split(name) if part and part not in _PARTICLES)


def _numbers(parts: tuple[str, ...]) -> list[str]:
    found = ("".join(letter for letter in part if letter.isdigit()) for part in parts)
    return sorted(number for number in found if number)


def _parts_alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """
    Whether each part of the shorter name is in the longer one, one of them in full.
    """
    short, rest = (one, list(other)) if len(one) <= len(other) else (other, list(one))
    in_full = False
    for part in sorted(short, key=lambda text: (-len(text), text)):
        found = next((other for other in rest if _near(part, other)), None)
        if found is None:
            found = next((other for other in rest if _initial(part, other)), None)
        else:
            in_full = in_full or len(part) > 2
        if found is None:
            return False
        rest.remove(found)
    return in_full


def _initial(one: str, other: str) -> bool:
    return (len(one) == 1 or len(other) == 1) and one[0] == other[0]


def _near(one: str, other: str) -> bool:
    """
    Whether two words differ by one letter, or by two where they are long.
    """
    if one == other:
        return True
    longest = max(len(one), len(other))
    allowed = 2 if longest >= 8 else 1 if longest >= 4 else 0
    if not allowed or abs(len(one) - len(other)) > allowed or longest > 64:
        return False
    return _distance(one, other) <= allowed


def _distance(one: str, other: str) -> int:
    """
    Letters to change, leave out, put in or exchange with their neighbour.
    """
    before: list[int] = []
    above = list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        line = [row]
        for column, that in enumerate(other, 1):
            cost = min(above[column] + 1, line[-1] + 1, above[column - 1] + (letter != that))
            if row > 1 and column > 1 and letter == other[column - 2] and one[row - 2] == that:
                cost = min(cost, before[column - 2] + 1)
            line.append(cost)
        before, above = above, line
    return above[-1]


def sets_alike(one: tuple[str, ...], other: tuple[str, ...]) -> Alike:
    """
    Whether two lists of names may be of the same persons: one may leave some out.

    Example:
        >>> sets_alike(("lilia-paredes",), ("alondra-castillo", "lilia-paredes"))
        2
        >>> sets_alike(("lilia-paredes",), ("alondra-castillo",)), sets_alike((), ("a-b",))
        (0, 1)
    """
    if not one or not other:
        return UNTOLD
    if one == other or (len(one) == len(other) and sorted(one) == sorted(other)):
        return SAME
    short, long = sorted((one, other), key=lambda names: (len(names), names))
    best = [max(names_alike(*sorted((name, that))) for that in long) for name in short]
    if min(best) >= LIKE:
        return LIKE
    return DIFFERENT if max(best) == DIFFERENT else UNTOLD


@lru_cache(maxsize=65_536)
def words_of(text: str) -> frozenset[str]:
    """
    The words of a text that tell it from others, without accents.

    Example:
        >>> sorted(words_of("The removal of José Castillo"))
        ['castillo', 'jose', 'removal']
    """
    plain = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return frozenset(word for word in _WORDS.findall(bare) if word not in _COMMON)


def texts_alike(one: str | None, other: str | None) -> Alike:
    """
    Whether two texts say the same, by the words of the shorter one that the longer one has.

    Example:
        >>> texts_alike("the removal of Castillo", "removal of President Castillo")
        2
        >>> texts_alike("visas for Peruvians", "the asylum of Chávez"), texts_alike(None, "a text")
        (0, 1)
    """
    if not one or not other:
        return UNTOLD
    if one == other:
        return SAME
    mine, theirs = words_of(one), words_of(other)
    if not mine or not theirs:
        return UNTOLD
    if mine == theirs:
        return SAME
    shared = 100 * len(mine & theirs)
    least = min(len(mine), len(theirs))
    if shared >= _MOST * least and shared:
        return LIKE
    return UNTOLD if least < 2 or shared >= _SOME * least else DIFFERENT
