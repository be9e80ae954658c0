"""
GDELT events: 57 columns (version 1.0 up to March 2013), 58 (from April 2013) or 61 (version 2.0).

The tables have no header, tabs between cells and no quotes. The layouts agree up to the average
tone; version 2.0 adds a column to each of the three places, and all but the oldest files end in
the address of a report. Source: The GDELT Event Database Data Format Codebook V1.03 and V2.0.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

import attrs

from diplomodel.errors import BadInputError
from diplomodel.events import Event
from diplomodel_eventdata._codes import meaning
from diplomodel_eventdata._days import day
from diplomodel_eventdata._forms import (
    EXECUTIVE,
    NO_DAY,
    NOBODY,
    Form,
    OneTable,
    Row,
    evidence,
    short,
)
from diplomodel_eventdata._places import Party, is_state_name, not_governments, party, resolve
from diplomodel_eventdata._rows import TableExtractor


__all__ = ["GdeltExtractor"]

_WIDTHS: Final = frozenset({57, 58, 61})
_CODE: Final = 26
#: Country, group, ethnic, two religious and three type codes stand after the name.
_ONE: Final = slice(6, 15)
_OTHER: Final = slice(16, 25)
_COUNTRIES: Final = (7, 17)
_TONE: Final = 34
#: Texts that are not longer, and printable, are taken as they are.
_USUAL: Final = 1000

#: The first columns of the table that describes the columns, which is published beside the data.
_LABELS: Final = "tableId,dataType,"
_NO_EVENTS: Final = "the table describes the columns of GDELT and holds no events"

#: Types that no government has, after CAMEO's first.
_NOT_STATE: Final = frozenset(
    {"COP", "CRM", "CVL", "INS", "JUD", "LAB", "LEG", "MED", "MNC", "NGO", "OPP", "PTY", "REB"}
    | {"REF", "SEP", "UAF"}
)


@attrs.frozen
class GdeltExtractor(TableExtractor):
    """
    Reads the events of GDELT.
    """

    def form(self) -> Form:
        """
        The format.
        """
        return _Gdelt()


class _Gdelt:
    """
    The format.
    """

    def table(self, head: Sequence[str]) -> OneTable:
        """
        How a table is read that begins so.
        """
        if head[0].startswith(_LABELS):
            return OneTable(
                columns=(0, 0, 0),
                widths=frozenset({1}),
                code_reason=lambda _: (_NO_EVENTS, True),
                event=lambda _row, _line: _NO_EVENTS,
                row_id=lambda _: None,
            )
        widths = Counter(line.count("\t") + 1 for line in head if line)
        if not _WIDTHS & widths.keys():
            most = widths.most_common(1)[0][0] if widths else 0
            raise BadInputError(
                f"it is no table of GDELT events: its rows have {most} columns between tabs,"
                " and not 57, 58 or 61"
            )
        return OneTable(
            columns=(_CODE, *_COUNTRIES),
            widths=_WIDTHS,
            code_reason=_code_reason,
            event=_event,
            row_id=lambda row: row[0],
            split=_split,
            quick_id=lambda text: text.partition("\t")[0],
        )


def _split(text: str) -> list[str]:
    """
    The cells of a row, of which those on places and tone are left empty: nothing looks at them.
    """
    cells = text.split("\t", _TONE)
    if len(cells) <= _TONE:
        return cells
    rest = cells.pop()
    last = rest.rsplit("\t", 2)[1:]
    return cells + [""] * (rest.count("\t") + 1 - len(last)) + last


def _code_reason(code: str) -> tuple[str | None, bool]:
    found = meaning("cameo", code)
    return (found.why if found.cls is None else None), found.known


def _event(row: Row, line: int) -> Event | str:
    what = meaning("cameo", row[_CODE])
    if what.cls is None:
        return what.why
    occurred = day(row[1])
    if occurred is None:
        return NO_DAY
    if not row[_COUNTRIES[0]] or not row[_COUNTRIES[1]]:
        return NOBODY
    one = _actor(row[1], *row[_ONE])
    other = _actor(row[1], *row[_OTHER])
    if (reason := not_governments(one, other)) is not None:
        return reason
    added = row[59] if len(row) == 61 else row[56]
    address = row[-1] if len(row) > 57 else ""
    place = f"GLOBALEVENTID {row[0]}, line {line}"
    note = (
        f"CAMEO {what.code}: {row[6]} > {row[16]}; {row[31]} mentions in {row[33]} articles of"
        f" {row[32]} sources"
    )
    if not (place.isprintable() and note.isprintable() and len(place) + len(note) < _USUAL):
        place, note = short(place), short(note, longest=300)
    if not (address.isprintable() and len(address) < _USUAL):
        address = short(address, longest=_USUAL)
    piece = evidence(
        "GDELT",
        added,
        publisher=_publisher(address),
        place=place,
        note=note,
        address=address or None,
        published=added,
    )
    return what.event(one[0], other[0], occurred=occurred, evidence=piece)


@lru_cache(maxsize=1 << 15)
def _actor(
    on: str,
    name: str,
    country: str,
    group: str,
    ethnic: str,
    religion: str,
    sect: str,
    *types: str,
) -> Party:
    """
    The state of an actor, and whether the actor is its government.

    A government has the type of one, or is named as its state is. Towns, companies, peoples,
    parliaments, courts and police have the country's code too.
    """
    at = day(on)
    found = None if at is None else resolve("cameo", country, at)
    if found is None:
        return party(None)
    if group or ethnic or religion or sect:
        return party(found, governs=False)
    if types[0]:
        return party(found, governs=types[0] in EXECUTIVE and not _NOT_STATE & {*types})
    return party(found, governs=is_state_name(name, found))


@lru_cache(maxsize=1 << 12)
def _publisher(address: str) -> str:
    """
    The host of an address; GDELT has names of broadcasters there too.
    """
    _, found, rest = address.partition("://")
    host = rest.partition("/")[0] if found else address
    return short(host.lower().removeprefix("www.")) or "GDELT"
