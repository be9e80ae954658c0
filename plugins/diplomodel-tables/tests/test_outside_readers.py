"""
The files as other programs read them: DuckDB, pandas, polars, pyarrow and openpyxl.
"""

from __future__ import annotations

import io
from pathlib import Path

import duckdb
import openpyxl
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

from diplomodel_tables import (
    TableName,
    claims_frame,
    events_frame,
    evidence_frame,
    findings_frame,
    panel,
    spells_frame,
    transitions_frame,
)


TABLES = [name.value for name in TableName]


@pytest.fixture
def saved(tmp_path, cases, exported):
    """
    Exports a bundled casebook to a file.
    """

    def made(to, name="peru-mexico", **options) -> Path:
        suffix = options.get("format") or to.partition(".")[2].replace("panel", "parquet")
        path = tmp_path / f"table.{suffix}"
        path.write_bytes(exported(cases[name], to, **options).getvalue())
        return path

    return made


def test_duckdb_asks_events(saved, cases):
    """
    DuckDB answers who broke relations with whom, and by whose word, from the nested columns.
    """
    found = duckdb.sql(f"""
        select "by", target, occurred_last, [e.source.publisher for e in evidence]
        from '{saved("tables.parquet")}' where kind = 'relations_break'
    """).fetchall()
    breaks = [event for event in cases["peru-mexico"].events if event.kind == "relations_break"]
    assert [
        (event.by, event.target, event.occurred.last, [e.source.publisher for e in event.evidence])
        for event in breaks
    ] == [(by, target, day.toordinal(), names) for by, target, day, names in found]


def test_duckdb_asks_the_panel(saved, histories):
    """
    DuckDB reads the panel: the last day before the break.
    """
    path = saved("tables.panel")
    day = duckdb.sql(f"""
        select max(date) from '{path}' where dyad = 'MEX-PER' and relations = 'established'
    """).fetchall()[0][0]
    assert "2025-11-02" == str(day)
    assert (
        panel(histories["peru-mexico"]).height
        == (duckdb.sql(f"select count(*) from '{path}'").fetchall()[0][0])
    )


def test_duckdb_finds_no_second_row(saved):
    """
    A day, and a dyad on it, stand in the panel once, and no day is left out.
    """
    assert (
        []
        == duckdb.sql(f"""
        with days as (
            select dyad, date, lag(date) over (partition by dyad order by date) as before
            from '{saved("tables.panel", "qatar-quartet")}'
        )
        select * from days where before is not null and date - before <> 1
    """).fetchall()
    )


@pytest.mark.parametrize("table", TABLES)
def test_pandas_and_polars_read_parquet(saved, table):
    """
    pandas and polars read every table from Parquet, with the same rows.
    """
    path = saved("tables.parquet", table=table)
    assert pl.read_parquet(path).height == len(pd.read_parquet(path)) > 0


@pytest.mark.parametrize("table", TABLES)
def test_polars_and_pyarrow_read_arrow(saved, table):
    """
    polars and pyarrow read every table from Arrow, with the same rows.
    """
    path = saved("tables.arrow", table=table)
    with pa.memory_map(str(path)) as source:
        rows = pa.ipc.open_file(source).read_all().num_rows
    assert pl.read_ipc(path).height == rows > 0


@pytest.mark.parametrize("table", TABLES)
def test_pandas_reads_stata(saved, table):
    """
    pandas reads every table from Stata files.
    """
    parquet = saved("tables.parquet", table=table).read_bytes()
    rows = len(pl.read_parquet(io.BytesIO(parquet)))
    assert rows == len(pd.read_stata(saved("tables.dta", table=table)))


def test_openpyxl_reads_sheets(saved, given):
    """
    openpyxl finds a sheet for each table, with all rows.
    """
    book = openpyxl.load_workbook(saved("tables.xlsx"))
    assert ["about", *TABLES] == book.sheetnames
    rows = {name: book[name].max_row - 1 for name in ("events", "spells", "transitions")}
    case = given("peru-mexico")
    assert rows == {
        "events": len(case.casebook.events),
        "spells": len(list(case.spells(derived=True))),
        "transitions": len(list(case.transitions())),
    }


@pytest.mark.parametrize("form", ["parquet", "arrow", "dta", "xlsx"])
def test_the_panel_is_the_same_in_every_file(saved, histories, form):
    """
    The panel has the same relations and levels in every file.
    """
    path = saved("tables.panel", unit="month", format=form)
    read = {
        "parquet": pd.read_parquet,
        "arrow": lambda path: pl.read_ipc(path).to_pandas(),
        "dta": pd.read_stata,
        "xlsx": lambda path: pd.read_excel(path, sheet_name="dyad_month", engine="openpyxl"),
    }[form]
    found = read(path)
    frame = panel(histories["peru-mexico"], unit="month")
    for name in ("dyad", "relations", "mission_level_ab", "cow_de", "diplometrics_level_at_a"):
        expected = frame.get_column(name).to_list()
        values = [None if pd.isna(value) else value for value in found[name].astype(object)]
        assert expected == values, name
    dates = pd.to_datetime(found["date"]).dt.date.to_list()
    assert frame.get_column("date").to_list() == dates


def test_frames(cases, histories):
    """
    The frames have a row for each event, spell, transition, finding and piece of evidence.
    """
    case, history = cases["peru-mexico"], histories["peru-mexico"]
    assert [event.id for event in case.events] == events_frame(case).get_column("id").to_list()
    assert [event.id for event in history.events] == (
        events_frame(history).get_column("id").to_list()
    )
    spells = spells_frame(history).filter(derived=False)
    assert [
        (spell.fluent, spell.subject, str(spell.value), spell.first_day, spell.began_by.id)
        for spell in history.spells()
    ] == spells.select("fluent", "subject", "value", "begins", "began_by_id").rows()
    assert [
        (change.date, change.fluent, str(change.after), change.rule.key)
        for change in history.transitions_by_day()
    ] == transitions_frame(history).select("date", "fluent", "after", "rule").rows()
    assert [finding.text for finding in history.findings()] == (
        findings_frame(history).get_column("text").to_list()
    )
    pieces = sum(
        len(event.evidence) + sum(len(claim.evidence) for claim in event.claims)
        for event in case.events
    )
    assert pieces == evidence_frame(case).height
    assert [
        (event.name, claim.field, claim.text, claim.verdict.value)
        for event in case.events
        for claim in event.claims
    ] == claims_frame(case).select("event", "field", "text", "verdict").rows()


def test_subjects_are_taken_apart(histories):
    """
    A spell's subject stands in its parts too.
    """
    rows = (
        spells_frame(histories["peru-mexico"])
        .filter(pl.col("subject").is_in(["MEX>PER/betssy-chavez", "pedro-castillo/rebellion"]))
        .select("state_a", "state_b", "part")
        .unique()
        .sort("part")
        .rows()
    )
    assert ("MEX", "PER", "betssy-chavez") in rows
