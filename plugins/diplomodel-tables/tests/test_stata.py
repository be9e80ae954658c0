"""
Stata files: names, labels, missing values and limits.
"""

from __future__ import annotations

import datetime as dt
import io

import pandas as pd
import pyarrow as pa
import pytest

from diplomodel.errors import BadInputError
from diplomodel_tables import _stata
from diplomodel_tables._stata import write_stata
from diplomodel_tables._table import Table, column


def stata_of(*columns, title="t", **values) -> io.BytesIO:
    schema = pa.schema(list(columns))
    batch = pa.RecordBatch.from_pydict(values, schema=schema)
    table = Table(name="t", summary="A row.", schema=schema, batches=lambda: iter([batch]))
    target = io.BytesIO()
    write_stata(table, target, title=title)
    target.seek(0)
    return target


def test_words_are_labelled_numbers():
    """
    A vocabulary becomes numbers with labels, in its own order, the unused words too.
    """
    field = column("level", pa.string(), "The level.", words=["none", "minister", "ambassador"])
    target = stata_of(field, level=["ambassador", None, "none"])
    with pd.io.stata.StataReader(target) as reader:
        codes = reader.read(convert_categoricals=False)["level"].to_list()
        assert {"level": {0: "none", 1: "minister", 2: "ambassador"}} == reader.value_labels()
        assert {"level": "The level."} == reader.variable_labels()
    assert [2, None, 0] == [None if pd.isna(code) else code for code in codes]


def test_a_word_that_is_in_no_vocabulary():
    """
    Where a value is not of the vocabulary, the column is text and no value is lost.
    """
    field = column("level", pa.string(), "The level.", words=["none"])
    assert ["odd", ""] == pd.read_stata(stata_of(field, level=["odd", None]))["level"].to_list()


def test_names():
    """
    Names become such as the program takes, and stay apart.
    """
    names = ["with", "a.b", "a_b", "1st", "x" * 40, "x" * 41, "fine"]
    target = stata_of(
        *(column(name, pa.int32(), "A number.") for name in names),
        **{name: [number] for number, name in enumerate(names)},
    )
    expected = ["_with", "a_b", "a_b_2", "_1st", "x" * 32, f"{'x' * 30}_2", "fine"]
    found = pd.read_stata(target)
    assert expected == list(found.columns)
    assert list(range(7)) == found.iloc[0].to_list()


@pytest.mark.parametrize(
    ("kind", "values", "expected"),
    [
        (pa.bool_(), [True, None, False], [1, None, 0]),
        (pa.int8(), [9, None, -1], [9, None, -1]),
        (pa.int64(), [2**40, None], [2**40, None]),
        (pa.int64(), [2**60 + 1, None], [str(2**60 + 1), ""]),
        (pa.float64(), [0.375, None], [0.375, None]),
        (pa.string(), ["ñ" * 3000, None], ["ñ" * 3000, ""]),
        (pa.list_(pa.string()), [["a", "b"], None], ['["a","b"]', ""]),
        (pa.date32(), [dt.date(1, 1, 1), dt.date(9999, 12, 31)], ["0001-01-01", "9999-12-31"]),
        (pa.date32(), [dt.date(2022, 12, 7), None], ["2022-12-07", None]),
    ],
)
def test_values(kind, values, expected):
    """
    Values of every sort come back, and missing ones as missing.
    """
    found = pd.read_stata(stata_of(column("x", kind, "X."), x=values))["x"]
    if pa.types.is_date(kind):
        found = found.map(lambda day: None if pd.isna(day) else str(day)[:10])
    assert expected == [None if pd.isna(value) else value for value in found.astype(object)]


def test_no_rows():
    """
    A table without rows is a file without rows.
    """
    fields = [column("a", pa.string(), "A."), column("b", pa.date32(), "B.")]
    fields += [column("c", pa.int64(), "C."), column("d", pa.string(), "D.", words=["x"])]
    found = pd.read_stata(stata_of(*fields, a=[], b=[], c=[], d=[]))
    assert (0, ["a", "b", "c", "d"]) == (len(found), list(found.columns))


def test_long_labels_are_cut():
    """
    Labels longer than the program takes are cut.
    """
    target = stata_of(column("a", pa.int8(), "é" * 99), title="ñ" * 99, a=[1])
    with pd.io.stata.StataReader(target) as reader:
        assert f"{'é' * 79}…" == reader.variable_labels()["a"]
        assert f"{'ñ' * 79}…" == reader.data_label


def test_too_many_rows(monkeypatch):
    """
    More rows than can be held are refused with the remedy.
    """
    monkeypatch.setattr(_stata, "MOST_ROWS", 1)
    with pytest.raises(BadInputError, match="more than 1 rows.*export it as Parquet"):
        stata_of(column("a", pa.int8(), "A."), a=[1, 2])


def test_the_label_of_the_file(exported, cases):
    """
    The file's own label carries the whole fingerprint of rules and plugins.
    """
    with pd.io.stata.StataReader(exported(cases["us-cuba"], "tables.dta")) as reader:
        word, print_ = reader.data_label.split()
        assert "diplomodel" == word
    parquet = exported(cases["us-cuba"], "tables.parquet")
    assert print_ == pa.parquet.read_schema(parquet).metadata[b"diplomodel.fingerprint"].decode()
