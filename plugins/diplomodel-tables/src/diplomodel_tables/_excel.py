"""
Excel workbooks: a sheet that explains, and a sheet for each table.

Text is always text: no cell is a formula or a link, and what a spreadsheet would take for a
formula when the cell is edited is marked as text for good.
"""

from __future__ import annotations

import datetime as dt
import re
import shutil
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, BinaryIO, Final

import attrs
import pyarrow as pa
import xlsxwriter

from diplomodel.errors import BadInputError
from diplomodel_tables._shapes import json_text
from diplomodel_tables._table import Table, gathered, summary_of, values_of


__all__ = ["write_workbook"]

#: Limits of the program, from its "specifications and limits".
_ROWS: Final = 1_048_576
_LETTERS: Final = 32_767

#: The first day that the program counts as everybody else does.
_FIRST_DATE: Final = dt.date(1900, 3, 1)

#: The writer stamps the time, so that two exports would differ.
_STAMP: Final = dt.datetime(2000, 1, 1, tzinfo=dt.UTC).replace(tzinfo=None)

#: What begins a formula where a cell is edited or saved as CSV (OWASP, "CSV Injection").
_RISKY: Final = re.compile(r"[\s'\"\ufeff\u200b]*[=+\-@|%\uff1d\uff0b\uff0d\uff20]|[\t\r\n]")

#: Characters that XML 1.0 cannot hold and the writer does not escape.
_NOT_XML: Final = re.compile("[\ud800-\udfff\ufffe\uffff]")

#: Widths of columns, in characters.
_NARROW, _WIDE = 14, 40


def write_workbook(tables: Sequence[Table], target: BinaryIO, *, title: str) -> None:
    """
    Write tables as the sheets of one workbook, row by row.

    Args:
        tables: The tables.
        target: The file.
        title: A heading.

    Raises:
        BadInputError: A table has more rows than a sheet can hold.
    """
    settings = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_numbers": False,
        "strings_to_urls": False,
        "default_date_format": "yyyy-mm-dd",
    }
    with tempfile.TemporaryDirectory() as place:
        path = Path(place, "book.xlsx")
        # The library closes the book also after an error, and then has nowhere else to write to.
        with xlsxwriter.Workbook(path, {**settings, "tmpdir": place}) as book:
            book.set_properties({"title": _clean(title)[:255], "created": _STAMP})
            about = book.add_worksheet("about")
            writers = [_SheetWriter(book=book, table=table) for table in tables]
            for writer in writers:
                writer.write()
            _write_about(book, about, title=title, writers=writers)
        with path.open("rb") as stream:
            shutil.copyfileobj(stream, target)


@attrs.define(kw_only=True)
class _SheetWriter:
    """
    Writes one table to a sheet of its own.

    Attributes:
        book: The workbook.
        table: The table.
        rows: How many rows were written.
        cut: How many cells held more text than a cell can.
    """

    book: Any  # the library says no types
    table: Table
    rows: int = 0
    cut: int = 0
    _sheet: Any = attrs.field(init=False)
    _text: Any = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        self._sheet = self.book.add_worksheet(self.table.name)
        self._text = self.book.add_format({"quote_prefix": True})

    def write(self) -> None:
        """
        Write the names of the columns, then the rows.

        Raises:
            BadInputError: There are more rows than a sheet can hold.
        """
        heading = self.book.add_format({"bold": True, "bottom": 1})
        for place, field in enumerate(self.table.schema):
            is_wide = pa.types.is_string(field.type) or pa.types.is_nested(field.type)
            self._sheet.set_column(place, place, _WIDE if is_wide else _NARROW)
            self._sheet.write_string(0, place, field.name, heading)
        self._sheet.freeze_panes(1, 0)
        for piece in gathered(self.table):
            if self.rows + piece.num_rows >= _ROWS:
                raise BadInputError(
                    f"the table {self.table.name!r} has more than {_ROWS - 1} rows, which is all"
                    " that a sheet can hold: export it as Parquet, or choose fewer days"
                )
            for cells in values_of(piece):
                self.rows += 1
                self._write_row(cells)

    def _write_row(self, cells: Iterable[object]) -> None:
        for place, value in enumerate(cells):
            if isinstance(value, bool):
                self._sheet.write_boolean(self.rows, place, value)
            elif isinstance(value, int | float):
                self._sheet.write_number(self.rows, place, value)
            elif isinstance(value, dt.date) and value >= _FIRST_DATE:
                self._sheet.write_datetime(self.rows, place, value)
            elif value is not None:
                self._write_text(place, value)

    def _write_text(self, place: int, value: object) -> None:
        plain = str(value) if isinstance(value, str | dt.date) else json_text(value)
        text = _clean(plain)
        if len(text) > _LETTERS:
            text = text[: _LETTERS - 1] + "…"
            self.cut += 1
        self._sheet.write_string(
            self.rows, place, text, self._text if _RISKY.match(text) else None
        )


def _clean(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text)


def _write_about(
    book: Any,  # the library says no types
    sheet: Any,
    *,
    title: str,
    writers: Sequence[_SheetWriter],
) -> None:
    text = book.add_format({"quote_prefix": True})
    bold = book.add_format({"bold": True})
    facts = {key: value for one in writers for key, value in one.table.facts.items()}
    rows: list[tuple[str, ...]] = [(title,)]
    rows += [
        (key.removeprefix("diplomodel."), value)
        for key, value in sorted(facts.items())
        if len(value) <= _LETTERS
    ]
    rows += [(), ("sheet", "what a row is", "rows", "cells cut short")]
    rows += [(one.table.name, one.table.summary, str(one.rows), str(one.cut)) for one in writers]
    rows += [(), ("sheet", "column", "what it holds")]
    rows += [
        (one.table.name, field.name, summary_of(field))
        for one in writers
        for field in one.table.schema
    ]
    for place in range(4):
        sheet.set_column(place, place, _WIDE)
    for number, row in enumerate(rows):
        for place, cell in enumerate(row):
            sheet.write_string(number, place, _clean(cell), text if number else bold)
