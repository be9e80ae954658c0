"""
Workbooks: text is text, limits are told, nothing depends on the clock.
"""

from __future__ import annotations

import datetime as dt
import io
import zipfile

import openpyxl
import pytest
from hypothesis import example, settings
from hypothesis import given as drawn
from hypothesis import strategies as st

from diplomodel import replay
from diplomodel.casebooks import Casebook
from diplomodel.errors import BadInputError
from diplomodel.events import RelationsBreak, Talks
from diplomodel.exporters import Export
from diplomodel_tables import SheetOptions, _excel
from diplomodel_tables._exporters import ExcelExporter


def book_of(*events, title="A case", **options) -> tuple[openpyxl.Workbook, bytes]:
    target = io.BytesIO()
    case = Export(
        casebook=Casebook(events=events), history=replay(events), title=title, fingerprint="f1"
    )
    ExcelExporter(SheetOptions(**options)).export(case, target)
    return openpyxl.load_workbook(target), target.getvalue()


def cell_of(sheet, name, row=2):
    names = [cell.value for cell in sheet[1]]
    return sheet.cell(row, names.index(name) + 1)


def talks(**fields):
    return Talks(occurred="2022", by="PER", target="MEX", **fields)


FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", " =1", "\t=1", '"=1', "'=1", "|x", "\uff1d1", "%1"]


@pytest.mark.parametrize("text", FORMULAS)
def test_formulas_stay_text(text):
    """
    What a spreadsheet would take for a formula is text, stays text when edited, and is unchanged.
    """
    book, content = book_of(talks(summary=text), tables="events", title=text)
    cell = cell_of(book["events"], "summary")
    assert (text, "s", True) == (cell.value, cell.data_type, cell.quotePrefix)
    with zipfile.ZipFile(io.BytesIO(content)) as files:
        sheets = [files.read(name) for name in files.namelist() if "sheet" in name]
    assert all(b"<f>" not in sheet and b"<hyperlink" not in sheet for sheet in sheets)


@settings(max_examples=20, deadline=None)
@drawn(text=st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=40))
@example(text="_x000D_")
@example(text="\ufffe\uffff")
@example(text="https://example.org")
def test_any_text(text):
    """
    Any text gives a workbook that opens, with the text in it, but for what XML cannot hold.
    """
    book, _ = book_of(talks(summary=text), tables="events")
    expected = text.replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd")
    found = openpyxl.utils.escape.unescape(cell_of(book["events"], "summary").value)
    assert expected == found


def test_long_text_is_cut_and_counted():
    """
    A text longer than a cell can hold is cut, and the first sheet says so.
    """
    book, _ = book_of(talks(summary="x" * 40_000), tables="events")
    value = cell_of(book["events"], "summary").value
    assert (32_767, "…") == (len(value), value[-1])
    rows = [[cell.value for cell in row] for row in book["about"]]
    assert ["events", "One row for each event.", "1", "1"] in rows


def test_what_the_first_sheet_tells():
    """
    The first sheet has the title, the fingerprint, and what each column holds.
    """
    book, _ = book_of(talks(), title="Talks")
    rows = [[cell.value for cell in row] for row in book["about"]]
    assert "Talks" == rows[0][0]
    assert ["fingerprint", "f1"] == next(row for row in rows if row[0] == "fingerprint")[:2]
    columns = {(row[0], row[1]) for row in rows if row[2] and row[0] != "sheet"}
    for sheet in book.worksheets[1:]:
        assert all((sheet.title, cell.value) in columns for cell in sheet[1])


def test_dates():
    """
    Days are dates; those before March 1900, which the program counts wrongly, are text.
    """
    events = [
        RelationsBreak(occurred=day, by="PER", target="CHL")
        for day in ("1879-04-05", "1900-03-01")
    ]
    book, _ = book_of(*events, tables="events")
    values = [cell_of(book["events"], "occurred_first", row).value for row in (2, 3)]
    assert ["1879-04-05", dt.datetime.fromisoformat("1900-03-01")] == values


def test_too_many_rows(monkeypatch):
    """
    More rows than a sheet holds are refused, and nothing is written.
    """
    monkeypatch.setattr(_excel, "_ROWS", 3)
    events = [talks(key=f"k{number}") for number in range(3)]
    target = io.BytesIO()
    case = Export(casebook=Casebook(events=events), history=replay(events))
    with pytest.raises(BadInputError, match="more than 2 rows.*export it as Parquet"):
        ExcelExporter().export(case, target)
    assert b"" == target.getvalue()


@pytest.mark.parametrize("tables", ["sheets", ["events", "spell"]])
def test_unknown_tables(tables):
    """
    A table that there is not is refused.
    """
    with pytest.raises(BadInputError, match="is not a TableName"):
        SheetOptions(tables=tables)
