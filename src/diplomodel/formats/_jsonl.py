"""
JSON Lines: one record a line, the first of them a header where there is something to say of all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TextIO

from diplomodel.formats._faults import Faults
from diplomodel.formats._json import json_text, parse_json
from diplomodel.formats._lines import Record, lines


__all__ = ["read_jsonl", "write_jsonl"]


def read_jsonl(stream: TextIO) -> Iterator[Record]:
    r"""
    Read records one by one; blank lines are passed over.

    Args:
        stream: The file, whose lines end in LF or CRLF.

    Example:
        >>> import io
        >>> [record.plain for record in read_jsonl(io.StringIO('{"kind": "talks"}\n\n[]\n'))]
        [{'kind': 'talks'}, []]
    """
    for number, line in lines(stream):
        text = line.strip(" \t\r\n")
        if not text:
            continue
        try:
            yield Record(plain=parse_json(text), line=number)
        except Faults as faults:
            yield Record.broken(text, number, faults)


def write_jsonl(records: Iterable[object]) -> Iterator[str]:
    r"""
    Write records, each as one line with its end.

    Args:
        records: Plain data.

    Example:
        >>> list(write_jsonl([{"kind": "talks", "by": "PER"}]))
        ['{"kind":"talks","by":"PER"}\n']
    """
    for record in records:
        yield json_text(record) + "\n"
