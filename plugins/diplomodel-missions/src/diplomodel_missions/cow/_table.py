"""
Observations of Correlates of War Diplomatic Exchange as the table that they were read from.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import BinaryIO, Final, NamedTuple

import attrs
from attrs import field

from diplomodel.errors import BadInputError
from diplomodel.events import Event, Observation
from diplomodel.evidence import Evidence
from diplomodel.exporters import Export
from diplomodel.fields import flag
from diplomodel_missions._states import numbered
from diplomodel_missions.cow._codes import CODES, CowCode, code_of, code_seen, exchange
from diplomodel_missions.cow._read import END, HEADER, layout


__all__ = ["CowTableExporter", "CowTableOptions"]

_LINE: Final = "line "


@attrs.frozen(kw_only=True)
class CowTableOptions:
    """
    How to write the table.

    Attributes:
        header: Whether the names of columns stand in the first line.
    """

    header: bool = field(default=True, validator=flag)


class _Written(NamedTuple):
    """
    A row as it was read, and the observation that was made of it.
    """

    text: str
    cells: dict[str, str]
    line: int
    code: CowCode
    subject: str

    @property
    def pair(self) -> tuple[str, str, str]:
        """
        The two states and the year, as the row has them.
        """
        return self.cells["ccode1"], self.cells["ccode2"], self.cells["year"]

    def told(self, column: str) -> CowCode | None:
        """
        What the row says in one of its two columns of levels.
        """
        year, there = int(float(self.cells["year"])), self.cells["de"].strip() == "1"
        return code_of(int(float(self.cells[column])), year=year, exchange=there)


@attrs.frozen
class CowTableExporter:
    """
    Writes the observations of Correlates of War Diplomatic Exchange as its table.

    A row is written as it was read: the same bytes, if nothing was changed. Where the value of an
    observation is no longer that of its row, the row and that of the other direction say what
    the observation says. Other events, and the fingerprint, have no place in the table.

    Attributes:
        options: How to write it.
    """

    options: CowTableOptions = field(factory=CowTableOptions)

    def export(self, case: Export, target: BinaryIO, /) -> None:
        """
        Write the table.

        Args:
            case: What holds the observations.
            target: Where to.

        Raises:
            BadInputError: Observations come from tables of two layouts, or quote no row.
        """
        form = next((form for _, form in _pieces(case)), (HEADER, END))
        if self.options.header:
            target.write(f"{form[0]}{form[1]}".encode())
        changed = {row.pair: row.code for row in _rows(case, form) if _is_changed(row)}
        rows = _rows(case, form)
        # A history has put its events in the order of time.
        if case.casebook is None:
            rows = iter(sorted(rows, key=lambda one: one.line))
        target.writelines(f"{_text(row, form[0], changed)}{form[1]}".encode() for row in rows)


def _pieces(case: Export) -> Iterator[tuple[tuple[Observation, Evidence], tuple[str, str]]]:
    """
    The observations with the rows that they cite, and the layout of the table of each.
    """
    for event in case.events():
        if isinstance(event, Observation):
            for piece in event.evidence:
                form = layout(piece.source)
                if form is not None:
                    yield (event, piece), form


def _rows(case: Export, form: tuple[str, str]) -> Iterator[_Written]:
    for (event, piece), own in _pieces(case):
        if own != form:
            raise BadInputError(
                "the observations come from tables with different columns or line ends:"
                " write a table for each"
            )
        yield _row(event, piece, form[0])


def _row(event: Observation, piece: Evidence, header: str) -> _Written:
    code = code_seen(event.fluent, event.value)
    quote, place = piece.quote, piece.place or ""
    if code is None:
        raise BadInputError(
            f"{event.fluent} {event.value!r} of {event.subject} has no code in the data set:"
            " give it no row of that as evidence"
        )
    columns = [cell.strip().lower() for cell in _cells(header)]
    cells = dict(zip(columns, _cells(quote or ""), strict=False))
    number = place.removeprefix(_LINE)
    if quote is None or len(cells) < len(set(columns)) or not number.isdecimal():
        raise BadInputError(
            f"the observation of {event.subject} in {event.occurred} quotes no row of the table:"
            " read the table again"
        )
    row = _Written(quote, cells, int(number), code, event.subject)
    _check(row, event)
    return row


def _check(row: _Written, event: Event) -> None:
    """
    Refuse a row that is of other states or of another year than its observation.
    """
    try:
        year = int(float(row.cells["year"]))
        pair = [numbered(int(float(row.cells[one])), at=year) for one in ("ccode1", "ccode2")]
        written = ">".join(one.code if one else "?" for one in pair)
        fits = written == row.subject and event.occurred.text[:4] == f"{year:04}"
        fits = fits and None not in (row.told("dr_at_1"), row.told("dr_at_2"))
    except (ValueError, OverflowError, KeyError, BadInputError):
        fits = False
    if not fits:
        raise BadInputError(
            f"the observation of {row.subject} in {event.occurred} quotes the row"
            f" {row.text[:80]!r}, which is not of these states and this year: read the table again"
        )


def _cells(text: str) -> list[str]:
    return next(csv.reader([text]), [])


def _is_changed(row: _Written) -> bool:
    return CODES[row.code] != int(float(row.cells["dr_at_2"]))


def _text(row: _Written, header: str, changed: dict[tuple[str, str, str], CowCode]) -> str:
    """
    The row as it stands, or as observations have changed it.
    """
    one, two, year = row.pair
    back = changed.get((two, one, year))
    if back is None and not _is_changed(row):
        return row.text
    at_one = back or row.told("dr_at_1") or CowCode.NO_EVIDENCE
    told = {
        **row.cells,
        "dr_at_1": str(CODES[at_one]),
        "dr_at_2": str(CODES[row.code]),
        "de": str(exchange(at_one, row.code)),
    }
    line = io.StringIO()
    names = [cell.strip().lower() for cell in _cells(header)]
    csv.writer(line, lineterminator="").writerow([told[name] for name in names])
    return line.getvalue()
