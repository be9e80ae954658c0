"""
JSON Lines and CSV: everything comes back.
"""

from __future__ import annotations

import io

import attrs
import pytest
from hypothesis import given, settings

from diplomodel import casebook, casebook_names, read, replay
from diplomodel.casebooks import Casebook, loads
from diplomodel.exporters import export, find_exporter
from diplomodel.exporters._lines import read_csv_rows, read_json_lines
from diplomodel.testing import casebooks


READERS = {"jsonl": read_json_lines, "csv": read_csv_rows}


def again(what: object, form: str) -> Casebook:
    target = io.BytesIO()
    export(what, target, to=form)
    target.seek(0)
    return READERS[form](target)


@pytest.mark.parametrize("form", READERS)
@pytest.mark.parametrize("name", casebook_names())
def test_bundled_casebooks_come_back_equal(name, form) -> None:
    """
    Events, claims, evidence, people and coverage are read back as they were.
    """
    assert casebook(name) == again(casebook(name), form)


@pytest.mark.parametrize("form", READERS)
@given(case=casebooks())
@settings(max_examples=25)
def test_any_casebook_comes_back_equal(form, case) -> None:
    """
    So is any casebook that requires no plugins, whatever stands in it.
    """
    case = attrs.evolve(case, requires=())

    assert case == again(case, form)


@pytest.mark.parametrize("form", READERS)
def test_hostile_casebook_comes_back_equal(hostile, form) -> None:
    """
    What spreadsheets would run is changed in the file and not in what is read.
    """
    assert hostile == again(hostile, form)


@pytest.mark.parametrize("form", READERS)
def test_history_keeps_events_and_days(form) -> None:
    """
    Of a history alone the merged events are written, with the days covered.
    """
    history = replay(casebook("us-cuba"))
    found = again(history, form)

    assert history.events == found.events
    assert (history.first_day, history.last_day) == (
        found.coverage.first.first,
        found.coverage.last.last,
    )


@pytest.mark.parametrize("form", READERS)
def test_what_was_set_aside_comes_back(form) -> None:
    """
    Parts of a file that could not be read are written where they stood, and set aside again.
    """
    text = '{"kind":"talks","occurred":"2022-13","by":"PER"}\n'
    case = loads(text, format="jsonl", on_problem="collect")

    assert case == again(case, form)
    assert 1 == len(case.set_aside)


@pytest.mark.parametrize("form", READERS)
def test_exported_file_is_a_casebook(tmp_path, form) -> None:
    """
    The file is read, and its bytes written again, like any casebook in that format.
    """
    path = tmp_path / f"uk-russia-skripal{find_exporter(form).spec.suffix}"
    export(casebook("uk-russia-skripal"), path, to=form)

    assert casebook("uk-russia-skripal") == read(path)


def test_no_cell_begins_a_formula(hostile) -> None:
    """
    In CSV no cell begins with what a spreadsheet takes for a formula.
    """
    import csv

    target = io.BytesIO()
    export(hostile, target, to="csv")
    rows = list(csv.reader(io.StringIO(target.getvalue().decode(), newline="")))

    assert [] == [cell for row in rows for cell in row if cell[:1] in "=+-@|%\t\r" and cell]
    assert any("=cmd()" in cell for row in rows for cell in row)
