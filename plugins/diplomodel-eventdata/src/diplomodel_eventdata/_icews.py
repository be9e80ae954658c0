"""
ICEWS events: 20 columns between tabs, with names in the first line.

The names and their order differ by release ("Event ID", "Event.ID"), some releases put quotes
around text, and that of 2017 has no CAMEO codes and writes its dates month first: there the text
of the event stands for its code. An event's number is not its own, but with its date it is.
Source: ICEWS Coded Event Data, Harvard Dataverse, doi:10.7910/DVN/28075, and its documentation.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Final

import attrs

from diplomodel.errors import BadInputError, Problem
from diplomodel.events import Event
from diplomodel_eventdata._codes import meaning
from diplomodel_eventdata._days import MONTH_FIRST, day
from diplomodel_eventdata._forms import (
    NO_DAY,
    NOBODY,
    Form,
    OneTable,
    Row,
    column_problems,
    columns_of,
    evidence,
    short,
)
from diplomodel_eventdata._places import Party, not_governments, party, resolve
from diplomodel_eventdata._rows import TableExtractor


__all__ = ["IcewsExtractor"]

#: The columns and their order where a table has no first line of names.
COLUMNS: Final = (
    "event id",
    "event date",
    "source name",
    "source sectors",
    "source country",
    "event text",
    "cameo code",
    "intensity",
    "target name",
    "target sectors",
    "target country",
    "story id",
    "sentence number",
    "publisher",
    "city",
    "district",
    "province",
    "country",
    "latitude",
    "longitude",
)
_NEEDED: Final = (
    "event date",
    "source name",
    "source country",
    "target name",
    "target country",
)
_MISSING: Final = frozenset({"", "NA", "NULL", "None"})

#: Sectors of those who act for a state abroad.
_EXECUTIVE: Final = frozenset(
    {"cabinet", "executive", "executive office", "foreign ministry", "military"}
)
#: Sectors of other branches, and of levels below the state's.
_OTHER_BRANCHES: Final = frozenset(
    {"judicial", "legislative / parliamentary", "local", "lower house", "municipal", "police"}
    | {"provincial", "state media", "unicameral", "upper house"}
)
#: Sectors of those who stand against a state, or outside it.
_OUTSIDE: Final = frozenset(
    {
        "criminals / gangs",
        "dissident",
        "exiles",
        "insurgents",
        "international government organization",
    }
    | {"opposition major party (out of government)", "organized violent", "rebel", "separatists"}
    | {"unidentified forces"}
)


@attrs.frozen
class IcewsExtractor(TableExtractor):
    """
    Reads the events of ICEWS.
    """

    def form(self) -> Form:
        """
        The format.
        """
        return _Icews()


class _Icews:
    """
    The format.
    """

    def table(self, head: Sequence[str]) -> OneTable:
        """
        How a table is read that begins so.
        """
        names = columns_of(head[0], what="ICEWS")
        skip = 1
        if "event date" not in names and len(names) == len(COLUMNS) and _is_row(head[0]):
            names, skip = list(COLUMNS), 0
        by_text = "cameo code" not in names and "event text" in names
        code = "event text" if by_text else "cameo code"
        if problems := column_problems(names, (*_NEEDED, code)):
            raise BadInputError(
                Problem(message=f"it is no table of ICEWS events: {problem}")
                for problem in problems
            )
        at = {name: place for place, name in enumerate(names)}
        code_of = _code_of_text if by_text else _code_of
        return OneTable(
            columns=(at[code], at["source country"], at["target country"]),
            widths=frozenset({len(names)}),
            code_reason=lambda text: _code_reason(code_of(text)),
            event=lambda row, line: _event(_named(row, at), code_of, line),
            row_id=lambda row: _row_id(row, at),
            skip=skip,
            missing=_MISSING,
        )


def _is_row(line: str) -> bool:
    cells = line.split("\t")
    return cells[0].strip('"').isdigit() and day(cells[1].strip('"'), month_first=True) is not None


def _named(row: Row, at: Mapping[str, int]) -> dict[str, str]:
    """
    The cells by column, without quotes and without what stands for nothing.
    """
    found = {name: row[place].strip(' "') for name, place in at.items()}
    return {name: "" if cell in _MISSING else cell for name, cell in found.items()}


def _row_id(row: Row, at: Mapping[str, int]) -> object:
    # Without numbers, rows are told apart by their whole text alone.
    return (row[at["event id"]], row[at["event date"]]) if "event id" in at else tuple(row)


def _code_of(text: str) -> str:
    return text.strip(' "')


def _code_of_text(text: str) -> str:
    return _texts().get(text.strip(' "').casefold(), "-")


@cache
def _texts() -> Mapping[str, str]:
    import csv
    from importlib.resources import files

    text = files("diplomodel_eventdata").joinpath("data", "icews_texts.csv").read_text("utf-8")
    return MappingProxyType(
        {row["text"]: row["code"] for row in csv.DictReader(text.splitlines())}
    )


def _code_reason(code: str) -> tuple[str | None, bool]:
    if code == "-":
        return "the text of the event is that of no code that an event stands for", True
    found = meaning("cameo", code)
    return (found.why if found.cls is None else None), found.known


def _event(row: Mapping[str, str], code_of: Callable[[str], str], line: int) -> Event | str:
    code = code_of(row.get("cameo code", row.get("event text", "")))
    if (reason := _code_reason(code)[0]) is not None:
        return reason
    what = meaning("cameo", code)
    on = row["event date"]
    occurred = day(on, month_first=MONTH_FIRST)
    if occurred is None:
        return NO_DAY
    if not row["source country"] or not row["target country"]:
        return NOBODY
    one, other = (
        _actor(on, row[f"{side} name"], row.get(f"{side} sectors", ""), row[f"{side} country"])
        for side in ("source", "target")
    )
    if (reason := not_governments(one, other)) is not None:
        return reason
    story = row.get("story id", "")
    number = row.get("event id", "")
    piece = evidence(
        "ICEWS",
        story or f"{number} {on}",
        publisher=short(row.get("publisher", "")) or "ICEWS",
        place=short(f"event {number or 'without number'}, story {story}, line {line}"),
        note=short(f"CAMEO {code}: {row['source name']} > {row['target name']}", longest=300),
        # The stories are dated by the day on which they were published, and so are the events.
        published=on,
    )
    return what.event(one[0], other[0], occurred=occurred, evidence=piece)


@lru_cache(maxsize=1 << 15)
def _actor(on: str, name: str, sectors: str, country: str) -> Party:
    """
    The state of an actor, and whether the actor is its government.

    A government is named as its state is, or belongs to the executive. Sectors gather all offices
    that a person ever held, so the executive goes before parliaments and parties.
    """
    at = day(on, month_first=MONTH_FIRST)
    found = None if at is None else resolve("name", country, at)
    words = {word.strip().casefold() for word in sectors.split(",") if word.strip()}
    if found is None or at is None:
        return party(None)
    if words & _OUTSIDE:
        return party(found)
    if words & _EXECUTIVE and "police" not in words:
        return party(found, governs=True)
    if "government" in words:
        return party(found, governs=not words & _OTHER_BRANCHES)
    return party(found, governs=not words and resolve("name", name, at) == found)
