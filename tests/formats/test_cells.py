"""
Cells of CSV: escaping what spreadsheets run, and reading rows.
"""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplomodel.formats._cells import cells_of, escape, row_text, unescape


TEXTS = st.text(max_size=12) | st.text("'=+-@\t\r\n\" ,x", max_size=8)


@given(TEXTS)
def test_escaping_loses_nothing(text):
    """
    Every text comes back from its cell, also one that looks escaped already.
    """
    assert text == unescape(escape(text))


@given(TEXTS)
def test_no_cell_is_a_formula(text):
    """
    No cell is empty or begins, after white space and quotes, like a formula.
    """
    cell = escape(text)

    assert cell
    assert cell[0] == "'" or cell.lstrip("'\" \t\r\n")[:1] not in tuple("=+-@")


@pytest.mark.parametrize(
    "text", ["=1", "+1", "-1", "@a", "\ta", "\ra", " =1", '"=1', "\uff1d1", ""]
)
def test_risky_texts_get_an_apostrophe(text):
    """
    What a spreadsheet would run, and empty text, gets an apostrophe.
    """
    assert f"'{text}" == escape(text)


@pytest.mark.parametrize("text", ["'s-Gravenhage", "Lima", "a=b", "[x", "2022-12-07"])
def test_other_texts_stand_as_they_are(text):
    """
    Ordinary text is not touched, an apostrophe before it neither.
    """
    assert text == escape(text) == unescape(text)


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=8), min_size=2))
def test_rows_are_those_of_the_csv_module(cells):
    """
    The standard library reads the rows that are written, and so do we.
    """
    text = row_text(cells)

    assert [cells] == list(csv.reader(io.StringIO(text, newline="")))
    assert cells == cells_of(text)


@given(st.lists(st.text("a,\"\r\n '", max_size=6), min_size=2, max_size=4))
def test_rows_of_the_csv_module_are_read(cells):
    """
    What the standard library writes is read the same.
    """
    stream = io.StringIO(newline="")
    csv.writer(stream).writerow(cells)

    assert cells == cells_of(stream.getvalue())


@pytest.mark.parametrize("text", ['a,"b', 'a"b,c', '"a"b,c', "a\nb"])
def test_what_is_no_row_is_told(text):
    """
    Quotes in the wrong place, and two rows at once, are not read.
    """
    assert cells_of(text) is None
