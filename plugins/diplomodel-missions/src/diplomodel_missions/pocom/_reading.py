"""
What titles, notes and dates of POCOM say, by the patterns of ``titles.toml`` and ``notes.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, Final

import attrs

from diplomodel.fluents import MissionLevel


__all__ = ["End", "Sentence", "Title", "date_of", "dated_in", "end_of", "sentences_of", "title_of"]

_MONTHS: Final = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_DAY: Final = re.compile(
    rf"\b(?P<month>{'|'.join(_MONTHS)}|jan|feb|mar|apr|aug|sept?|oct|nov|dec)\.?\s+"
    r"(?P<day>\d{1,2})(?:,\s*|\s+)(?P<year>[12]\d{3})\b",
    re.IGNORECASE,
)
#: Where a sentence ends: not after "U.S." or an initial.
_BREAK: Final = re.compile(r"(?<=[.;])(?<!\b[A-Z]\.)\s+(?=[A-Z])")
_ISO: Final = re.compile(r"[12]\d{3}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
_VAGUE: Final = re.compile(
    r"\b(?:about|soon|shortly|between|approximately|probably|late in|or)\b", re.IGNORECASE
)
#: Longest note that patterns are tried on; the longest there is has about 700 characters.
_LONG: Final = 4_000


@attrs.frozen(kw_only=True)
class Title:
    """
    What a title says of its holder.

    Attributes:
        level: The class it gives the mission; ``None`` where it has none.
        acting: Whether its holder is in charge without being head of mission.
    """

    level: MissionLevel | None
    acting: bool


@attrs.frozen(kw_only=True)
class End:
    """
    What the note on the end of a mission says.

    Attributes:
        act: The name of the act, of those in ``notes.toml``; ``left`` where nothing is said.
        who: The state that acts, as it is named there, or an empty text.
    """

    act: str
    who: str = ""


@attrs.frozen(kw_only=True)
class Sentence:
    """
    A sentence of a free note that tells a dated act.

    Attributes:
        act: The name of the act.
        date: Its date, as EDTF text.
        text: The sentence.
        who: The state that acts, as it is named there.
        whom: The state acted towards.
        place: A city or state named with the mission.
    """

    act: str
    date: str
    text: str
    who: str = ""
    whom: str = ""
    place: str = ""


@cache
def _data(name: str) -> dict[str, Any]:
    import tomllib
    from importlib.resources import files

    return tomllib.loads(files("diplomodel_missions.pocom").joinpath(name).read_text("utf-8"))


@cache
def _patterns(section: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple(
        (re.compile(entry["pattern"], re.IGNORECASE), entry["act"])
        for entry in _data("notes.toml")[section]
    )


@cache
def title_of(text: str) -> Title | None:
    """
    What a title says, or ``None`` for one that is not known.

    Example:
        >>> title_of("charge-daffaires-ad-interim").acting, title_of("gardener")
        (True, None)
    """
    for entry in _data("titles.toml")["title"]:
        if all(word in text for word in entry["words"]):
            level = MissionLevel(entry["level"]) if "level" in entry else None
            return Title(level=level, acting=entry.get("acting", False))
    return None


def date_of(text: str, *, note: str = "") -> str | None:
    """
    A date of a record as EDTF text, marked approximate where its note says so.

    Args:
        text: The date: a day, a month or a year.
        note: The note beside it.

    Example:
        >>> date_of("1844-06-12", note="About"), date_of("1847"), date_of("n.d.")
        ('1844-06-12~', '1847', None)
    """
    import datetime as dt

    if not _ISO.fullmatch(text):
        return None
    if len(text) == 10:
        try:
            dt.date.fromisoformat(text)
        except ValueError:
            return None
    return f"{text}~" if _VAGUE.search(note) else text


def dated_in(text: str) -> str | None:
    """
    The first day that a text names in words, as EDTF text.

    Example:
        >>> dated_in("Embassy closed July 26, 2014 and mission moved")
        '2014-07-26'
    """
    return next((day for found in _DAY.finditer(text[:_LONG]) if (day := _day(found))), None)


def end_of(note: str) -> End:
    """
    What the note on an end says.

    Example:
        >>> end_of("Turkey severed diplomatic relations with the United States on")
        End(act='break', who='Turkey')
        >>> end_of("Presented recall on").act
        'left'
    """
    for pattern, act in _patterns("end"):
        found = pattern.search(note[:_LONG])
        if found:
            return End(act=act, who=(found.groupdict().get("who") or "").strip())
    return End(act="left")


def sentences_of(text: str) -> Iterator[Sentence]:
    """
    The sentences of a free note that tell an act with the day on which it was done.

    Example:
        >>> for found in sentences_of("Embassy Moroni was closed on September 30, 1993."):
        ...     print(found.act, found.date, found.place)
        closed 1993-09-30 Moroni
    """
    for sentence in _BREAK.split(text[:_LONG]):
        dates = [day for day in map(_day, _DAY.finditer(sentence)) if day is not None]
        if not dates:
            continue
        for pattern, act in _patterns("sentence"):
            found = pattern.search(sentence)
            if found:
                named = {key: (value or "").strip() for key, value in found.groupdict().items()}
                yield Sentence(
                    act=act, date=_nearest(sentence, found.end()), text=sentence, **named
                )


def _nearest(sentence: str, place: int) -> str:
    """
    The first date after a place in a sentence, or else the last before it.
    """
    days = [(match.start(), day) for match in _DAY.finditer(sentence) if (day := _day(match))]
    later = [day for start, day in days if start >= place - 1]
    return later[0] if later else days[-1][1]


def _day(found: re.Match[str]) -> str | None:
    import datetime as dt

    month = next(
        number
        for number, name in enumerate(_MONTHS, 1)
        if name.startswith(found["month"].lower()[:3])
    )
    try:
        return dt.date(int(found["year"]), month, int(found["day"])).isoformat()
    except ValueError:
        return None
