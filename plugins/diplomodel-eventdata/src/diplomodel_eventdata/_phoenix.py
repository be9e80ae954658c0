"""
Phoenix events: those of the Open Event Data Alliance, and the historical ones of the Cline Center.

The first are tables without names of columns, 25 or 26 of them between tabs, from 2014 to 2019;
the second are CSV with names in the first line. Both have the same order from the event's number
to its issues. Some codes of their coder, such as ``13y``, are none of CAMEO. Source:
openeventdata/phoenix_pipeline, and Cline Center Historical Phoenix Event Data, codebook.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final

import attrs

from diplomodel.errors import BadInputError, Problem
from diplomodel.events import Event
from diplomodel_eventdata._codes import meaning
from diplomodel_eventdata._days import MONTH_FIRST, day
from diplomodel_eventdata._forms import (
    EXECUTIVE,
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


__all__ = ["PhoenixExtractor"]

#: The columns of the Alliance's files; the oldest have no names of provinces.
COLUMNS: Final = (
    "eventid",
    "date",
    "year",
    "month",
    "day",
    "sourceactorfull",
    "sourceactorentity",
    "sourceactorrole",
    "sourceactorattribute",
    "targetactorfull",
    "targetactorentity",
    "targetactorrole",
    "targetactorattribute",
    "eventcode",
    "eventrootcode",
    "pentaclass",
    "goldsteinscore",
    "issues",
    "lat",
    "lon",
    "locationname",
    "statename",
    "countrycode",
    "sentenceid",
    "urls",
    "newssources",
)
_OLDEST: Final = tuple(name for name in COLUMNS if name != "statename")

#: What the Cline Center calls these columns.
_CLINE: Final[Mapping[str, str]] = {
    "eid": "eventid",
    "story date": "date",
    "source": "sourceactorfull",
    "source root": "sourceactorentity",
    "source agent": "sourceactorrole",
    "source others": "sourceactorattribute",
    "target": "targetactorfull",
    "target root": "targetactorentity",
    "target agent": "targetactorrole",
    "target others": "targetactorattribute",
    "code": "eventcode",
    "root code": "eventrootcode",
    "aid": "sentenceid",
}
_NEEDED: Final = (
    "date",
    "sourceactorfull",
    "sourceactorentity",
    "targetactorfull",
    "targetactorentity",
    "eventcode",
)
_MISSING: Final = frozenset({"", "NA", "NULL", "None", "---"})


@attrs.frozen
class PhoenixExtractor(TableExtractor):
    """
    Reads the events of Phoenix.
    """

    def form(self) -> Form:
        """
        The format.
        """
        return _Phoenix()


class _Phoenix:
    """
    The format.
    """

    def table(self, head: Sequence[str]) -> OneTable:
        """
        How a table is read that begins so.
        """
        separator = "," if head[0].count(",") > head[0].count("\t") else "\t"
        names = columns_of(head[0], what="Phoenix", separator=separator)
        names = [_CLINE.get(name, name) for name in names]
        skip = 1
        if not {"eventcode", "date"} & {*names}:
            names, skip = list(_unnamed(head)), 0
        if problems := column_problems(names, _NEEDED):
            raise BadInputError(
                Problem(message=f"it is no table of Phoenix events: {problem}")
                for problem in problems
            )
        at = {name: place for place, name in enumerate(names)}
        return OneTable(
            columns=(at["eventcode"], at["sourceactorentity"], at["targetactorentity"]),
            widths=frozenset({len(names)}),
            code_reason=_code_reason,
            event=lambda row, line: _event(_named(row, at), line),
            row_id=lambda row: row[at["eventid"]] if "eventid" in at else tuple(row),
            separator=separator,
            quoted=separator == ",",
            skip=skip,
            missing=_MISSING,
        )


def _unnamed(head: Sequence[str]) -> tuple[str, ...]:
    """
    The columns of a table without names.
    """
    widths = Counter(line.count("\t") + 1 for line in head if line)
    usual = widths.most_common(1)[0][0] if widths else 0
    for columns in (COLUMNS, _OLDEST):
        if usual == len(columns):
            return columns
    raise BadInputError(
        f"it is no table of Phoenix events: its rows have {usual} columns between tabs, and not"
        " 25 or 26, and its first line does not name them"
    )


def _named(row: Row, at: Mapping[str, int]) -> dict[str, str]:
    found = {name: row[place].strip() for name, place in at.items()}
    return {name: "" if cell in _MISSING else cell for name, cell in found.items()}


def _code_reason(code: str) -> tuple[str | None, bool]:
    found = meaning("cameo", code)
    return (found.why if found.cls is None else None), found.known


def _event(row: Mapping[str, str], line: int) -> Event | str:
    what = meaning("cameo", row["eventcode"])
    if what.cls is None:
        return what.why
    on = _date_of(row)
    occurred = day(on)
    if occurred is None:
        return NO_DAY
    if not row["sourceactorentity"] or not row["targetactorentity"]:
        return NOBODY
    one, other = (
        _actor(
            on,
            row[f"{side}actorfull"],
            row[f"{side}actorentity"],
            row.get(f"{side}actorrole", ""),
            row.get(f"{side}actorattribute", ""),
        )
        for side in ("source", "target")
    )
    if (reason := not_governments(one, other)) is not None:
        return reason
    number = row.get("eventid", "")
    address = row.get("urls", "").partition(";")[0]
    piece = evidence(
        "Phoenix",
        row.get("sentenceid", "") or f"{number} {on}",
        publisher=short(row.get("newssources", "").partition(";")[0]) or "Phoenix",
        place=short(f"event {number or 'without number'}, line {line}", longest=120),
        note=short(
            f"CAMEO {what.code}: {row['sourceactorfull']} > {row['targetactorfull']}"
            f"; reports: {len(row['sentenceid'].split(';')) if row.get('sentenceid') else 1}",
            longest=300,
        ),
        address=short(address, longest=2000) or None,
        published=on,
    )
    return what.event(one[0], other[0], occurred=occurred, evidence=piece)


def _date_of(row: Mapping[str, str]) -> str:
    """
    The date in one text: from its parts, where the whole is written in another way.
    """
    if day(row["date"]) is not None:
        return row["date"]
    parts = [row.get(name, "").removesuffix(".0") for name in ("year", "month", "day")]
    if all(part.isdigit() for part in parts):
        return "-".join(parts)
    found = day(row["date"], month_first=MONTH_FIRST)
    return "" if found is None else found.text


@lru_cache(maxsize=1 << 15)
def _actor(on: str, whole: str, country: str, role: str, others: str) -> Party:
    """
    The state of an actor, and whether the actor is its government.
    """
    at = day(on)
    found = None if at is None else resolve("cameo", country, at)
    if found is None:
        return party(None)
    if role or others:
        return party(found, governs=role in EXECUTIVE)
    return party(found, governs=whole == country)
