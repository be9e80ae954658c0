"""
Stata files: one table, with labels for its columns and for words of vocabularies.
"""

from __future__ import annotations

import datetime as dt
import re
import shutil
import tempfile
from typing import BinaryIO, Final

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from diplomodel.errors import BadInputError
from diplomodel_tables._shapes import json_text
from diplomodel_tables._table import Table, gathered, summary_of, words_of


__all__ = ["MOST_ROWS", "write_stata"]

#: The library holds a whole file, at some hundred bytes a row.
MOST_ROWS: Final = 2_000_000

#: The writer stamps the time, so that two exports would differ.
_STAMP: Final = dt.datetime(2000, 1, 1, tzinfo=dt.UTC).replace(tzinfo=None)

#: Limits of the program, from "help limits" and "help dta".
_NAME: Final = 32
_LABEL: Final = 80
_NO_NAME: Final = re.compile(r"[^A-Za-z0-9_]")

#: The largest number up to which all whole ones are exact.
_EXACT: Final = 2**53

_WORDS: Final = (
    "_all _b _coef _cons _n _N _pi _pred _rc _skip aggregate array boolean break byte case catch"
    " class colvector complex const continue default delegate delete do double else eltypedef end"
    " enum explicit export external float for friend function global goto if in inline int local"
    " long mata matrix namespace new numeric NULL operator orgtypedef pointer polymorphic pragma"
    " private protected public quad real return rowvector scalar short signed static strL string"
    " struct super switch template this throw transmorphic try typedef typename union unsigned"
    " using vector version virtual void volatile while with"
)
_RESERVED: Final = frozenset(_WORDS.split())


def write_stata(table: Table, target: BinaryIO, *, title: str) -> None:
    """
    Write a table as a file of Stata 14 or later.

    Words of a vocabulary become labelled numbers in the order of the vocabulary; dates are daily
    dates; lists and mappings are JSON.

    Args:
        table: The table.
        target: The file.
        title: A heading; the file keeps its first 80 characters.

    Raises:
        BadInputError: The table has more rows than can be held.
    """
    names = _names(table.schema)
    found = _held(table)
    frame = pd.DataFrame(
        {
            name: _series(found.column(field.name), field)
            for name, field in zip(names, table.schema, strict=True)
        }
    )
    fields = dict(zip(names, table.schema, strict=True))
    # The library seeks to and fro, from the start of the file.
    with tempfile.SpooledTemporaryFile(max_size=2**24) as spool:
        frame.to_stata(
            spool,
            convert_dates={
                name: "td" for name, field in fields.items() if pa.types.is_date(field.type)
            },
            write_index=False,
            time_stamp=_STAMP,
            data_label=_cut(title),
            variable_labels={name: _cut(summary_of(field)) for name, field in fields.items()},
            version=118,
        )
        spool.seek(0)
        shutil.copyfileobj(spool, target)


def _held(table: Table) -> pa.Table:
    """
    All rows, each text kept once.

    Raises:
        BadInputError: There are more than can be held.
    """
    schema = pa.schema([(field.name, _compact(field.type)) for field in table.schema])
    pieces: list[pa.Table] = []
    rows = 0
    for piece in gathered(table):
        rows += piece.num_rows
        if rows > MOST_ROWS:
            raise BadInputError(
                f"the table {table.name!r} has more than {MOST_ROWS} rows, which is all that is"
                " written for Stata at once: choose fewer days, or export it as Parquet"
            )
        columns = [
            _plain(column).cast(kind)
            for column, kind in zip(piece.columns, schema.types, strict=True)
        ]
        pieces.append(pa.table(columns, schema=schema))
    return pa.concat_tables(pieces).unify_dictionaries() if pieces else schema.empty_table()


def _compact(kind: pa.DataType) -> pa.DataType:
    is_text = pa.types.is_string(kind) or pa.types.is_nested(kind)
    return pa.dictionary(pa.int32(), pa.string()) if is_text else kind


def _plain(column: pa.ChunkedArray) -> pa.ChunkedArray:
    if not pa.types.is_nested(column.type):
        return column
    texts = [None if value is None else json_text(value) for value in column.to_pylist()]
    return pa.chunked_array([pa.array(texts, type=pa.string())])


def _series(column: pa.ChunkedArray, field: pa.Field) -> pd.Series:
    kind = column.type
    if pa.types.is_dictionary(kind):
        found = pd.Series(column.to_pandas())
        words = words_of(field)
        # The library cannot label numbers that are none.
        if words and len(found) and set(found.cat.categories) <= set(words):
            return found.cat.set_categories(list(words))
        return found.astype(object).fillna("")
    if pa.types.is_date(kind):
        return pd.Series(column.cast(pa.timestamp("s")).to_pandas())
    if pa.types.is_boolean(kind):
        return _number(column.cast(pa.int8()))
    return _number(column) if pa.types.is_integer(kind) else pd.Series(column.to_pandas())


def _number(column: pa.ChunkedArray) -> pd.Series:
    """
    Whole numbers; missing ones need a type with fractions, and the largest do not fit any.
    """
    bounds = pc.min_max(column).as_py()
    largest = max(abs(bounds["min"] or 0), abs(bounds["max"] or 0))
    if largest > _EXACT:
        return pd.Series(column.cast(pa.string()).to_pandas()).astype(object).fillna("")
    if not column.null_count:
        return pd.Series(column.to_pandas())
    return pd.Series(column.cast(pa.float32() if largest < 2**24 else pa.float64()).to_pandas())


def _cut(text: str) -> str:
    return text if len(text) <= _LABEL else text[: _LABEL - 1] + "…"


def _names(schema: pa.Schema) -> list[str]:
    """
    The names of columns as the program takes them.
    """
    found: list[str] = []
    for name in schema.names:
        plain = _NO_NAME.sub("_", name)[:_NAME]
        if plain in _RESERVED or plain[:1].isdigit():
            plain = f"_{plain}"[:_NAME]
        number = 1
        while plain in found:
            number += 1
            plain = f"{plain[: _NAME - 1 - len(str(number))]}_{number}"
        found.append(plain)
    return found
