"""
POLECAT events: 40 columns between tabs, with names in the first line, in Latin-1 or UTF-8.

Some releases have empty columns after the last, and some have more names than columns: there the
columns are those of the other releases. Several actors of one row stand in one cell. Source:
POLECAT Weekly Data, Harvard Dataverse, doi:10.7910/DVN/AJGVIT; Halterman and others, "PLOVER and
POLECAT: A New Political Event Ontology and Dataset" (2023).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import Final

import attrs

from diplomodel.actors import State
from diplomodel.dates import PartialDate
from diplomodel.errors import BadInputError, Problem
from diplomodel.events import Event, Modality, RelationsReduced
from diplomodel.schemes import is_plover
from diplomodel_eventdata._codes import meaning, meanings
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
from diplomodel_eventdata._places import (
    Party,
    is_state_name,
    not_governments,
    party,
    resolve,
)
from diplomodel_eventdata._rows import TableExtractor


__all__ = ["PolecatExtractor"]

#: The columns in the order of most releases.
COLUMNS: Final = (
    "event id",
    "event date",
    "event type",
    "event mode",
    "intensity",
    "quad code",
    "contexts",
    "actor name",
    "actor country",
    "actor cow",
    "primary actor sector",
    "actor sectors",
    "actor title",
    "actor name raw",
    "wikipedia actor id",
    "recipient name",
    "recipient country",
    "recipient cow",
    "primary recipient sector",
    "recipient sectors",
    "recipient title",
    "recipient name raw",
    "wikipedia recipient id",
    "placename",
    "city",
    "district",
    "province",
    "country",
    "latitude",
    "longitude",
    "geonames id",
    "raw placename",
    "feature type",
    "source",
    "publication date",
    "story people",
    "story organizations",
    "story locations",
    "language",
    "version",
)
_NEEDED: Final = (
    "event date",
    "event type",
    "actor name",
    "actor country",
    "recipient name",
    "recipient country",
)
_MISSING: Final = frozenset({"", "NA", "None", "NULL", "nan"})

_SEVERAL: Final = "an actor is of several states: the row does not tell who acts on whom"
_DISAGREE: Final = "an actor's country and Correlates of War number are of different states"
_HISTORY: Final = "the row reports history: the date is not that of the act"
_HYPOTHETICAL: Final = "the row reports what might be"
_OTHER_RELATIONS: Final = "its contexts are of other relations than diplomatic ones"

#: Contexts that tell how surely or when, and no matter.
_MODALITIES: Final = {"future": Modality.PLANNED, "negation": Modality.DENIED}
_OF_TIME: Final = frozenset({"future", "historical", "hypothetical", "negation"})


@attrs.frozen
class PolecatExtractor(TableExtractor):
    """
    Reads the events of POLECAT.
    """

    def form(self) -> Form:
        """
        The format.
        """
        return _Polecat()


class _Polecat:
    """
    The format.
    """

    def table(self, head: Sequence[str]) -> OneTable:
        """
        How a table is read that begins so.
        """
        names = columns_of(head[0], what="POLECAT")
        while names and not names[-1]:
            names.pop()
        skip = 1
        usual = Counter(line.count("\t") + 1 for line in head[1:] if line).most_common(1)
        if len(names) > len(COLUMNS) and usual and usual[0][0] == len(COLUMNS):
            names = list(COLUMNS)
        if "event type" not in names and len(names) == len(COLUMNS) and _is_row(head[0]):
            names, skip = list(COLUMNS), 0
        if problems := column_problems(names, _NEEDED):
            raise BadInputError(
                Problem(message=f"it is no table of POLECAT events: {problem}")
                for problem in problems
            )
        at = {name: place for place, name in enumerate(names)}
        return OneTable(
            columns=(at["event type"], at["actor country"], at["recipient country"]),
            widths=frozenset({len(names)}),
            code_reason=_type_reason,
            event=lambda row, line: _event(_named(row, at), line),
            row_id=lambda row: row[at["event id"]] if "event id" in at else tuple(row),
            skip=skip,
            missing=_MISSING,
        )


def _is_row(line: str) -> bool:
    cells = line.split("\t")
    return day(cells[1].strip(' "')) is not None and is_plover(cells[2].strip(' "').upper())


def _named(row: Row, at: Mapping[str, int]) -> dict[str, str]:
    found = {name: row[place].strip(' "') for name, place in at.items()}
    return {name: "" if cell in _MISSING else cell for name, cell in found.items()}


@cache
def _telling() -> frozenset[str]:
    """
    Types of which some mode can become an event.
    """
    return frozenset(
        code.partition("/")[0]
        for (scheme, code), found in meanings().items()
        if scheme == "plover" and found.cls is not None
    )


def _type_reason(text: str) -> tuple[str | None, bool]:
    name = text.strip(' "').upper()
    if name in _telling():
        return None, True
    found = meaning("plover", name)
    return found.why, found.known


def _event(row: Mapping[str, str], line: int) -> Event | str:
    mode = row.get("event mode", "").lower()
    code = row["event type"].upper() + (f"/{mode}" if mode else "")
    what = meaning("plover", code)
    if what.cls is None:
        return what.why
    contexts = {word.strip().lower() for word in re.split("[;,|]", row.get("contexts", ""))}
    contexts.discard("")
    if (reason := _context_reason(what.cls, contexts)) is not None:
        return reason
    on = row["event date"]
    occurred = day(on, month_first=MONTH_FIRST)
    if occurred is None:
        return NO_DAY
    one, other = (_actor_of(row, side, on) for side in ("actor", "recipient"))
    if (reason := not_governments(one, other)) is not None:
        return reason
    modality = next((_MODALITIES[word] for word in sorted(contexts) if word in _MODALITIES), None)
    number = row.get("event id", "")
    piece = evidence(
        "POLECAT",
        number or f"{on} {code}",
        publisher=short(row.get("source", "")) or "POLECAT",
        place=short(f"event {number or 'without number'}, line {line}", longest=120),
        note=short(
            f"PLOVER {code}: {row['actor name']} > {row['recipient name']}"
            f"; contexts: {', '.join(sorted(contexts)) or 'none'}",
            longest=300,
        ),
        published=row.get("publication date", ""),
    )
    return what.event(one[0], other[0], occurred=occurred, evidence=piece, modality=modality)


def _context_reason(cls: type[Event], contexts: set[str]) -> str | None:
    if "historical" in contexts:
        return _HISTORY
    if "hypothetical" in contexts:
        return _HYPOTHETICAL
    matters = contexts - _OF_TIME
    if issubclass(cls, RelationsReduced) and matters and "diplomatic" not in matters:
        return _OTHER_RELATIONS
    return None


def _actor_of(row: Mapping[str, str], side: str, on: str) -> Party:
    return _actor(
        on,
        row[f"{side} name"],
        row[f"{side} country"],
        row.get(f"{side} cow", ""),
        row.get(f"primary {side} sector", ""),
    )


@lru_cache(maxsize=1 << 15)
def _actor(on: str, name: str, country: str, cow: str, sector: str) -> Party:
    """
    The state of an actor, and whether the actor is its government.
    """
    at = day(on, month_first=MONTH_FIRST)
    countries, numbers = _parts(country), _parts(cow)
    if at is None or not countries:
        return "", NOBODY
    if len(countries) > 1 or len(numbers) > 1:
        return "", _SEVERAL
    found = _state(countries.pop(), at)
    if found is None:
        return party(None)
    if numbers and resolve("cow", numbers.pop(), at) not in {None, found}:
        return found.code, _DISAGREE
    sectors = {word.upper() for word in _parts(sector)}
    if sectors:
        return party(found, governs=sectors <= EXECUTIVE)
    return party(found, governs=is_state_name(name.upper(), found))


def _parts(cell: str) -> set[str]:
    return {word.strip() for word in re.split("[;|]", cell)} - _MISSING


def _state(country: str, at: PartialDate) -> State | None:
    by_code = resolve("cameo", country, at) if len(country) == 3 else None
    return by_code or resolve("name", country, at)
