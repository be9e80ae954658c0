"""
Parquet and Arrow files: of any table, and of events back to a casebook.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import BinaryIO, Final, TypeAlias

import attrs
import pyarrow as pa
import pyarrow.parquet as pq

from diplomodel.casebooks import Casebook, Coverage, SetAside, dumps, loads
from diplomodel.dates import day_text
from diplomodel.errors import BadInputError
from diplomodel.events import Event
from diplomodel.exporters import Export
from diplomodel_tables._events import read_rows
from diplomodel_tables._table import ROWS, Table, gathered


__all__ = ["casebook_facts", "read_arrow", "read_parquet", "write_arrow", "write_parquet"]

#: Opens a file: its schema, and its rows in batches.
Opener: TypeAlias = Callable[[BinaryIO], tuple[pa.Schema, Iterable[pa.RecordBatch]]]

#: What in the metadata of a file tells of its casebook.
_HEADER: Final = "diplomodel.casebook"
_SET_ASIDE: Final = "diplomodel.set_aside"

#: What reading a file that is damaged, or something else, may raise.
_DAMAGE: Final = (
    pa.ArrowException,
    ArithmeticError,
    LookupError,
    MemoryError,
    OSError,
    TypeError,
    ValueError,
)


def write_parquet(table: Table, target: BinaryIO) -> None:
    """
    Write a table as Parquet, a row group at a time.
    """
    with pq.ParquetWriter(target, table.described(), compression="zstd") as writer:
        for piece in gathered(table):
            writer.write_table(piece, row_group_size=ROWS)


def write_arrow(table: Table, target: BinaryIO) -> None:
    """
    Write a table as an Arrow file (also called Feather), a batch at a time.
    """
    options = pa.ipc.IpcWriteOptions(compression="zstd")
    with pa.ipc.new_file(target, table.described(), options=options) as writer:
        for piece in gathered(table):
            writer.write_table(piece)


def casebook_facts(case: Export) -> dict[str, str]:
    """
    What a casebook says besides its events.
    """
    casebook = case.casebook
    if casebook is None:
        return {_HEADER: dumps(Casebook(coverage=_coverage(case)), format="jsonl")}
    cited = Casebook(events=casebook.events).sources == casebook.sources
    is_told = not cited or any(bad.section == "sources" for bad in casebook.set_aside)
    header = attrs.evolve(
        casebook, events=(), set_aside=(), sources=casebook.sources if is_told else ()
    )
    facts = {_HEADER: dumps(header, format="jsonl")}
    if casebook.set_aside:
        rest = [[bad.section, bad.key, bad.index, bad.data] for bad in casebook.set_aside]
        facts[_SET_ASIDE] = json.dumps(rest)
    return facts


def _coverage(case: Export) -> Coverage | None:
    first, last = case.history.first_day, case.history.last_day
    if first is None or last is None or first > last:
        return None
    return Coverage(first=day_text(first), last=day_text(last))


def read_parquet(source: BinaryIO) -> Casebook:
    """
    Read back a casebook from Parquet.

    Raises:
        BadInputError: It is no table of events.

    Example:
        >>> import io
        >>> from diplomodel import casebook
        >>> from diplomodel.exporters import export
        >>> file = io.BytesIO()
        >>> export(casebook("us-cuba"), file, to="tables.parquet")
        >>> read_parquet(file) == casebook("us-cuba")
        True
    """
    return _read(source, _parquet_batches)


def read_arrow(source: BinaryIO) -> Casebook:
    """
    Read back a casebook from an Arrow file.

    Raises:
        BadInputError: It is no table of events.

    Example:
        >>> import io
        >>> from diplomodel import casebook
        >>> from diplomodel.exporters import export
        >>> file = io.BytesIO()
        >>> export(casebook("us-cuba"), file, to="tables.arrow")
        >>> read_arrow(file) == casebook("us-cuba")
        True
    """
    return _read(source, _arrow_batches)


def _parquet_batches(source: BinaryIO) -> tuple[pa.Schema, Iterable[pa.RecordBatch]]:
    file = pq.ParquetFile(source)
    return file.schema_arrow, file.iter_batches(batch_size=ROWS)


def _arrow_batches(source: BinaryIO) -> tuple[pa.Schema, Iterable[pa.RecordBatch]]:
    file = pa.ipc.open_file(source)
    batches = (file.get_batch(number) for number in range(file.num_record_batches))
    return file.schema, batches


def _read(source: BinaryIO, opened: Opener) -> Casebook:
    try:
        schema, batches = opened(source)
        if not {"kind", "occurred"} <= set(schema.names):
            raise BadInputError(
                "the table has no columns 'kind' and 'occurred': give one of events"
            )
        events = tuple(read_rows(batches))
        facts = {key.decode(): value.decode() for key, value in (schema.metadata or {}).items()}
        return _casebook(events, facts)
    except BadInputError:
        raise
    except _DAMAGE as error:
        raise BadInputError(
            f"the file cannot be read as a table ({str(error).splitlines()[0][:200]}):"
            " check that it is whole and of the format asked for"
        ) from None


def _casebook(events: tuple[Event, ...], facts: dict[str, str]) -> Casebook:
    header = loads(facts.get(_HEADER, ""), format="jsonl")
    rest = json.loads(facts.get(_SET_ASIDE, "[]"))
    aside = [
        SetAside(section=section, key=key, index=index, data=data)
        for section, key, index, data in rest
    ]
    return attrs.evolve(header, events=events, set_aside=aside)
