"""
The plugin as the host sees it: light, deterministic, bounded.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import os
import subprocess
import sys
import time
from importlib import import_module

import pandas.io.stata
import polars as pl
import pyarrow as pa
import pytest
import xlsxwriter.core
import xlsxwriter.workbook

import diplomodel_tables
from diplomodel.errors import BadInputError, DiplomodelError
from diplomodel.exporters import Export
from diplomodel.testing import check_exporter
from diplomodel_tables import PanelOptions, TableOptions
from diplomodel_tables._exporters import (
    ArrowExporter,
    ExcelExporter,
    PanelExporter,
    ParquetExporter,
    StataExporter,
)
from diplomodel_tables._files import write_arrow, write_parquet
from diplomodel_tables._panel import panel_table
from diplomodel_tables._table import ROWS, Table, column, gathered


SPECS = {spec.name: spec for spec in diplomodel_tables.diplomodel_register_exporters()}

#: Every format with every file and table that differs.
CHOICES = [
    ("tables.parquet", {"table": "events"}),
    ("tables.parquet", {"table": "spells"}),
    ("tables.arrow", {"table": "events"}),
    ("tables.arrow", {"table": "transitions"}),
    ("tables.xlsx", {}),
    ("tables.dta", {"table": "spells"}),
    ("tables.dta", {"table": "events"}),
    *(
        ("tables.panel", {"format": form, "unit": "month", "certainty": "true"})
        for form in ("parquet", "arrow", "xlsx", "dta")
    ),
]

LOCAL_TIME = time.localtime

CHILD = """
import hashlib, io, sys
import diplomodel_tables
from diplomodel import casebook
from diplomodel.exporters import export
from diplomodel.plugins import PluginHost
host = PluginHost.isolated(diplomodel_tables)
for to, options in {choices!r}:
    target = io.BytesIO()
    export(casebook("peru-mexico"), target, to=to, options=options, host=host)
    print(to, hashlib.sha256(target.getvalue()).hexdigest())
"""


def child(code: str, **environment: str) -> str:
    """
    What a fresh process prints.
    """
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def test_the_entry_module_is_light():
    """
    Importing the entry module and asking for its offers loads no library of tables.
    """
    code = (
        "import sys, diplomodel_tables as t; t.diplomodel_register_exporters(); "
        "print({'pyarrow', 'numpy', 'pandas', 'polars', 'xlsxwriter'} & set(sys.modules))"
    )
    assert "set()\n" == child(code)


@pytest.mark.parametrize("spec", SPECS.values(), ids=SPECS)
def test_offers(spec):
    """
    What an offer names is there.
    """
    assert spec.name.startswith("tables.")
    for name in (spec.factory, spec.reader, spec.options):
        if name is not None:
            module, _, what = name.partition(":")
            assert callable(getattr(import_module(module), what))


def test_public_names():
    """
    Every public name is there, and no other.
    """
    for name in diplomodel_tables.__all__:
        assert getattr(diplomodel_tables, name) is not None
    assert set(diplomodel_tables.__all__) <= set(dir(diplomodel_tables))
    with pytest.raises(AttributeError, match="no attribute 'pannel'"):
        _ = diplomodel_tables.pannel


@pytest.mark.parametrize("name", SPECS)
def test_conformance(host, cases, name):
    """
    Every format passes the checks that all exporters are put to.
    """
    report = check_exporter(host, name, casebook=cases["us-cuba"])
    assert () == report.failures


def test_the_same_bytes_in_any_process():
    """
    Two processes that hash differently write the same bytes.
    """
    code = CHILD.format(choices=CHOICES)
    assert child(code, PYTHONHASHSEED="1") == child(code, PYTHONHASHSEED="2")


@pytest.mark.parametrize(("to", "options"), CHOICES)
def test_the_same_bytes_at_any_time(monkeypatch, cases, exported, to, options):
    """
    Two clocks, years apart, see the same bytes.
    """
    prints = []
    for year in (1999, 2031):
        set_clocks(monkeypatch, dt.datetime.fromisoformat(f"{year}-05-17T13:45:07"))
        content = exported(cases["us-cuba"], to, **options).getvalue()
        prints.append(hashlib.sha256(content).hexdigest())
    assert prints[0] == prints[1]


def set_clocks(monkeypatch, moment: dt.datetime) -> None:
    """
    Set every clock that a writer of files may look at.
    """

    class AnyMoment(type):
        def __instancecheck__(cls, value):
            return isinstance(value, dt.datetime)

    class Clock(dt.datetime, metaclass=AnyMoment):
        @classmethod
        def now(cls, tz=None):
            return moment.replace(tzinfo=tz)

        @classmethod
        def utcnow(cls):
            return moment

        @classmethod
        def today(cls):
            return moment

    for module in (pandas.io.stata, xlsxwriter.core, xlsxwriter.workbook):
        if hasattr(module, "datetime"):
            monkeypatch.setattr(module, "datetime", Clock)
    monkeypatch.setattr(time, "time", moment.timestamp)
    read = LOCAL_TIME
    monkeypatch.setattr(
        time, "localtime", lambda *given: read(*given) if given else moment.timetuple()
    )


@pytest.mark.parametrize(
    "exporter", [ArrowExporter, ExcelExporter, PanelExporter, ParquetExporter, StataExporter]
)
def test_options_of_another_format(exporter):
    """
    Options of another class are refused.
    """
    with pytest.raises(BadInputError, match="the options are a dict: give"):
        exporter({"table": "events"})


@pytest.mark.parametrize(
    ("to", "options", "message"),
    [
        ("tables.parquet", {"table": "event"}, "did you mean 'events'"),
        ("tables.panel", {"unit": "week"}, "is not a Unit"),
        ("tables.panel", {"format": "sas"}, "is not a FileFormat"),
        ("tables.panel", {"certainty": "perhaps"}, "write true or false"),
        ("tables.dta", {"tables": "events"}, "did you mean 'table'"),
    ],
)
def test_bad_options(exported, cases, to, options, message):
    """
    An option that is not known, or a value that it does not take, is refused with a hint.
    """
    with pytest.raises(DiplomodelError, match=message):
        exported(cases["us-cuba"], to, **options)


def test_lists_of_options(exported, cases):
    """
    A list may be given item by item or with commas.
    """
    for fluents in ("relations,mission", ["relations", "mission"]):
        frame = pl.read_parquet(
            exported(cases["us-cuba"], "tables.panel", fluents=fluents, unit="year")
        )
        assert {"relations", "mission_ab", "mission_ba"} <= set(frame.columns)
        assert "mission_level_ab" not in frame.columns


def test_options_are_values():
    """
    Options take words for their values and compare as values.
    """
    assert PanelOptions(unit="month", certainty="no") == PanelOptions(unit="month")
    assert "spells" == TableOptions(table="spells").table.value


@pytest.mark.parametrize("write", [write_parquet, write_arrow])
def test_bounded_memory(tmp_path, write):
    """
    Of a table of four million rows no more than a few pieces are held at a time.
    """
    schema = pa.schema([column("a", pa.int64(), "A."), column("b", pa.string(), "B.")])
    held = []

    def batches():
        for _ in range(60):
            held.append(pa.total_allocated_bytes())
            size = 5 * ROWS
            yield pa.RecordBatch.from_arrays(
                [pa.array(range(size)), pa.repeat("text", size)], schema=schema
            )

    table = Table(name="t", summary="A row.", schema=schema, batches=batches)
    with (tmp_path / "file").open("wb") as target:
        write(table, target)
    one_batch = 5 * ROWS * (8 + 4 + 4)
    assert max(held) - min(held) < 6 * one_batch


@pytest.mark.parametrize("sizes", [[], [0], [1, 2, 3], [ROWS], [ROWS - 1, 2], [3 * ROWS + 5, 7]])
def test_pieces(sizes):
    """
    Rows come in pieces of one size, however they were made.
    """
    schema = pa.schema([column("a", pa.int64(), "A.")])

    def batches():
        start = 0
        for size in sizes:
            yield pa.RecordBatch.from_pydict({"a": range(start, start + size)}, schema=schema)
            start += size

    table = Table(name="t", summary="A row.", schema=schema, batches=batches)
    pieces = list(gathered(table))
    assert list(range(sum(sizes))) == [
        value for piece in pieces for value in piece.column("a").to_pylist()
    ]
    assert all(piece.num_rows == ROWS for piece in pieces[:-1])


def test_the_panel_is_made_batch_by_batch(histories):
    """
    No batch of a long panel has more rows than a piece.
    """
    options = PanelOptions(first="1800-01-01", last="2015-12-31", dyads="CUB-USA")
    table = panel_table(histories["us-cuba"], options)
    sizes = [batch.num_rows for batch in table.batches()]
    days = dt.date(2015, 12, 31).toordinal() - dt.date(1800, 1, 1).toordinal() + 1
    assert (days, True) == (sum(sizes), max(sizes) <= ROWS < days)


def test_everything_can_be_made_again(given):
    """
    An exporter can be used twice, and leaves its target open.
    """
    exporter = ParquetExporter()
    first, second = io.BytesIO(), io.BytesIO()
    case: Export = given("us-cuba")
    exporter.export(case, first)
    exporter.export(case, second)
    assert first.getvalue() == second.getvalue() != b""
