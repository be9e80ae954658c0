"""
What every table is: a schema that explains itself, and rows in batches.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from typing import Final

import attrs
import pyarrow as pa


__all__ = [
    "ROWS",
    "Table",
    "batched_rows",
    "column",
    "date_of",
    "gathered",
    "summary_of",
    "values_of",
    "words_of",
]

#: How many rows are held at a time as columns, and stand together in a row group.
ROWS: Final = 16_384

#: How many rows are held at a time as Python's own values, which take much more room.
_HELD: Final = 256

_SUMMARY: Final = b"summary"
_WORDS: Final = b"values"


@attrs.frozen(kw_only=True)
class Table:
    """
    Rows of one sort, made batch by batch each time they are asked for.

    Attributes:
        name: Its name, of which sheets and files are called.
        summary: What one row is, in one sentence.
        schema: Its columns, each with a sentence on what it holds.
        batches: Makes the rows.
        facts: What is to be said of the whole, kept in the metadata of files.
    """

    name: str
    summary: str
    schema: pa.Schema
    batches: Callable[[], Iterator[pa.RecordBatch]]
    facts: Mapping[str, str] = attrs.field(factory=dict)

    def to_arrow(self) -> pa.Table:
        """
        All rows at once.
        """
        return pa.Table.from_batches(self.batches(), schema=self.schema)

    def described(self) -> pa.Schema:
        """
        The schema with the facts.
        """
        facts = {key.encode(): value.encode() for key, value in sorted(self.facts.items())}
        return self.schema.with_metadata(facts or None)


def column(name: str, kind: pa.DataType, summary: str, *, words: Iterable[str] = ()) -> pa.Field:
    """
    A column that says what it holds, and which words where these are few.
    """
    told = {_SUMMARY: summary.encode()}
    if words := tuple(words):
        told[_WORDS] = json.dumps(words, ensure_ascii=False).encode()
    return pa.field(name, kind, metadata=told)


def summary_of(field: pa.Field) -> str:
    """
    What a column holds, in one sentence; empty where it does not say.
    """
    return str((field.metadata or {}).get(_SUMMARY, b"").decode())


def words_of(field: pa.Field) -> tuple[str, ...]:
    """
    The vocabulary of a column, in its order; empty where it has none.
    """
    found = (field.metadata or {}).get(_WORDS)
    return tuple(json.loads(found)) if found else ()


def batched_rows(
    rows: Iterable[Mapping[str, object]], schema: pa.Schema
) -> Iterator[pa.RecordBatch]:
    """
    Rows as batches of a schema.
    """
    waiting = iter(rows)
    while held := list(islice(waiting, _HELD)):
        yield pa.RecordBatch.from_pylist(held, schema=schema)


def gathered(table: Table) -> Iterator[pa.Table]:
    """
    The rows of a table in pieces of `ROWS` rows, however small or large its batches are.
    """
    held: list[pa.RecordBatch] = []
    size = 0
    for batch in table.batches():
        start = 0
        while start < batch.num_rows:
            part = batch.slice(start, ROWS - size)
            held.append(part)
            size += part.num_rows
            start += part.num_rows
            if size == ROWS:
                yield pa.Table.from_batches(held, schema=table.schema).combine_chunks()
                held, size = [], 0
    if held:
        yield pa.Table.from_batches(held, schema=table.schema).combine_chunks()


def values_of(piece: pa.Table) -> Iterator[tuple[object, ...]]:
    """
    The rows of a piece as Python's own values.
    """
    for batch in piece.to_batches(max_chunksize=_HELD):
        yield from zip(*(one.to_pylist() for one in batch.columns), strict=True)


def date_of(ordinal: int | None) -> dt.date | None:
    """
    The day with an ordinal.
    """
    return None if ordinal is None else dt.date.fromordinal(ordinal)
