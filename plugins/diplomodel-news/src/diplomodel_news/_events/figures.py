"""
Numbers with a meaning: deadlines, sentences, votes, counts of staff.
"""

from __future__ import annotations

from diplomodel.dates import Duration
from diplomodel.errors import BadInputError
from diplomodel.events import Votes
from diplomodel_news._language.language import Language


__all__ = ["duration_in", "number_at", "votes_in"]

_UNITS = {"year": "Y", "month": "M", "week": "W", "day": "D", "hour": "H"}


def number_at(low: list[str], at: int, language: Language) -> int | None:
    """
    The number that a token is, in digits or as a word.
    """
    if not 0 <= at < len(low):
        return None
    word = low[at]
    digits = word.replace(",", "")
    if digits.isdecimal() and len(digits) < 8:
        return int(digits)
    told = language.dates["numbers"].get(word)
    return int(told) if told is not None and told.isdecimal() else None


def duration_in(low: list[str], start: int, stop: int, language: Language) -> Duration | None:
    """
    The first length of time between two tokens, such as "11 years, 5 months and 15 days".
    """
    units = language.dates["units"]
    at = start
    while at < stop:
        parts: dict[str, int] = {}
        here = at
        while here < stop:
            number = number_at(low, here, language)
            # "a 10-year sentence" has its hyphen as a word of its own.
            here += number is not None and here + 2 < len(low) and low[here + 1] == "-"
            unit = units.get(low[here + 1]) if number is not None and here + 1 < len(low) else None
            if number is None or unit not in _UNITS or unit in parts:
                break
            parts[unit] = number
            here += 2
            while here < stop and (low[here] == "," or language.is_a(low[here], "conjunction")):
                here += 1
        if parts:
            return _duration(parts)
        word = low[at]
        for sign in ("-",):
            left, dash, right = word.partition(sign)
            if dash and right in units and left.isdecimal() and len(left) < 5:
                return _duration({units[right]: int(left)})
        at += 1
    return None


def _duration(parts: dict[str, int]) -> Duration | None:
    if set(parts) == {"week"}:
        text = f"P{parts['week']}W"
    else:
        days = parts.get("day", 0) + 7 * parts.get("week", 0)
        date = "".join(
            f"{n}{u}" for n, u in ((parts.get("year"), "Y"), (parts.get("month"), "M")) if n
        )
        date += f"{days}D" if days else ""
        text = "P" + date + (f"T{parts['hour']}H" if parts.get("hour") else "")
    try:
        return Duration.parse(text)
    except BadInputError:
        return None


def votes_in(low: list[str], language: Language) -> Votes | None:
    """
    The count of a vote in a sentence: "63-34-2", "336 votes to one", "29 in favour, one against".
    """
    for at, word in enumerate(low):
        parts = word.split("-")
        if 2 <= len(parts) <= 3 and all(part.isdecimal() and len(part) < 5 for part in parts):
            return _votes([int(part) for part in parts])
        if word in language.dates["vote_words"] and at:
            return _counted(low, at, language)
    return None


def _counted(low: list[str], at: int, language: Language) -> Votes | None:
    numbers = []
    for here in range(max(0, at - 2), min(len(low), at + 14)):
        if low[here] in {".", ";"}:
            break
        number = number_at(low, here, language)
        if number is not None:
            numbers.append(number)
    return _votes(numbers[:3]) if numbers else None


def _votes(numbers: list[int]) -> Votes | None:
    against = numbers[1] if len(numbers) > 1 else None
    abstaining = numbers[2] if len(numbers) > 2 else None
    return Votes(in_favour=numbers[0], against=against, abstaining=abstaining)
