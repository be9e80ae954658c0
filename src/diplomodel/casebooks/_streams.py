"""
Events one by one, from files and to files that are too large to hold.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TextIO

from diplomodel.casebooks._casebook import Casebook, SetAside
from diplomodel.casebooks._document import lines_document
from diplomodel.casebooks._files import (
    FormatName,
    dumps,
    format_of,
    named,
    read,
    save,
)
from diplomodel.casebooks._reading import Reader
from diplomodel.casebooks._targets import os_errors
from diplomodel.casebooks._writing import lines_header, with_header
from diplomodel.errors import BadInputError
from diplomodel.events._base import Event
from diplomodel.formats._codec import to_plain
from diplomodel.formats._plans import Context


__all__ = ["read_events", "write_events"]


def read_events(path: str | os.PathLike[str]) -> Iterator[Event | SetAside]:
    """
    Read the events of a file one by one, with what could not be read between them.

    Of JSON Lines and CSV only one record is held at a time; YAML is read whole.

    Args:
        path: The file, as for `read`.

    Raises:
        BadInputError: The file cannot be read, or breaks off being UTF-8.

    Example:
        >>> list(read_events("no-such-file.csv"))
        Traceback (most recent call last):
            ...
        diplomodel.errors.BadInputError: no-such-file.csv: there is no such file; check the path
    """
    form = format_of(path)
    if form == "yaml":
        casebook = read(path, on_problem="collect")
        yield from casebook.set_aside
        yield from casebook.events
        return
    newline = "" if form == "csv" else "\n"
    with (
        os_errors(path),
        named(str(path)),
        Path(path).open(encoding="utf-8-sig", newline=newline) as stream,
    ):
        yield from _stream(stream, form=form, file=str(path))


def _stream(stream: TextIO, *, form: FormatName, file: str) -> Iterator[Event | SetAside]:
    reader = Reader(file=file, collect=True)
    document = lines_document(stream, form=form, context=reader.context)
    reader.header(document)
    yield from reader.set_aside
    for _, found in reader.events(document):
        yield found


def write_events(
    events: Iterable[Event],
    path: str | os.PathLike[str],
    *,
    requires: Iterable[str] = (),
    overwrite: bool = False,
) -> None:
    """
    Write events to a file without holding them all: JSON Lines or CSV; YAML is held whole.

    The file is there whole or not at all.

    Args:
        events: The events.
        path: The file.
        requires: Names of the plugins whose event types are among them.
        overwrite: Replace a file that is there.

    Raises:
        BadInputError: As for `write`.

    Example:
        >>> write_events([], "events.txt")  # doctest: +ELLIPSIS
        Traceback (most recent call last):
            ...
        diplomodel.errors.BadInputError: events.txt: the suffix '.txt' names no format; ...
    """
    form = format_of(path)
    if form == "yaml":
        needed = tuple(requires)
        books = (Casebook(events=one, requires=needed) for one in [events])
        chunks: Iterable[str] = (dumps(book, format=form) for book in books)
    else:
        records = with_header(_plain(events), lines_header(requires))
        chunks = _csv_chunks(records) if form == "csv" else _jsonl_chunks(records)
    save(chunks, path, overwrite=overwrite)


def _plain(events: Iterable[Event]) -> Iterator[object]:
    for index, event in enumerate(events):
        if not isinstance(event, Event):
            raise BadInputError(f"events[{index}] is a {type(event).__name__}: give an event")
        yield to_plain(event)


def _jsonl_chunks(records: Iterable[object]) -> Iterator[str]:
    from diplomodel.formats._jsonl import write_jsonl

    return write_jsonl(records)


def _csv_chunks(records: Iterable[object]) -> Iterator[str]:
    """
    The rows of CSV, whose columns are known only when all records have been seen.
    """
    import json
    from tempfile import TemporaryFile

    from diplomodel.formats._csv import columns_of, to_row, write_rows

    context, columns = Context(), columns_of([])
    with TemporaryFile("w+", encoding="utf-8", newline="\n") as spool:
        for record in records:
            row = to_row(record, context)
            columns = columns_of([columns, row])
            spool.write(json.dumps(row) + "\n")
        spool.seek(0)
        yield from write_rows(map(json.loads, spool), columns)
