"""
A file as a header and records of plain data, each with its place, whatever the format.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from typing import TextIO

import attrs

from diplomodel.errors import BadInputError, Problem
from diplomodel.formats._faults import Fault, Parts, Place, nowhere
from diplomodel.formats._lines import Record
from diplomodel.formats._nodes import MappingNode, Node, ScalarNode, SequenceNode, locate
from diplomodel.formats._plans import Context
from diplomodel.formats._scalars import Bare


__all__ = ["Document", "Placed", "lines_document", "yaml_document"]

Locator = Callable[[Parts, bool], Place]
"""
Gives the place of a path: of what stands there, or (if true) of its key.
"""

_NO_OPENING = "only observations describe the opening position; put it among the events"


@attrs.frozen(kw_only=True, eq=False)
class Placed:
    """
    A record and its place.

    Attributes:
        record: The record.
        parts: Its path in the file.
        place: Where a path leads.
    """

    record: Record
    parts: Parts
    place: Locator


@attrs.frozen(kw_only=True, eq=False)
class Document:
    """
    A file before anything in it is typed.

    Attributes:
        header: What it says of the casebook as a whole; ``None`` where it has no header.
        place: Where a path in the header leads.
        records: Its records, read as they are asked for.
    """

    header: Mapping[str, object] | None
    place: Locator = nowhere
    records: Iterable[Placed] = ()


def yaml_document(text: str, *, file: str | None) -> Document:
    """
    A casebook in YAML.

    Raises:
        BadInputError: It is no YAML, or not built like a casebook.
    """
    from diplomodel.formats._yaml import read_yaml

    root = read_yaml(text, file=file)

    def place(parts: Parts, key: bool = False) -> Place:
        return Place(*locate(root, parts, key=key))

    if not isinstance(root, MappingNode):
        message = "a casebook is a mapping, with 'format: 1' as its first line"
        raise BadInputError(
            [Problem(message=message, path="$", file=file, line=root.line, column=root.column)]
        )
    header = {
        key.value: _bare(value)
        for key, value in root.entries
        if key.value not in ("opening", "events")
    }
    sections = [(name, _items(root, name, file)) for name in ("opening", "events")]
    records = (
        Placed(record=_record(item, name), parts=(name, index), place=place)
        for name, items in sections
        for index, item in enumerate(items)
    )
    return Document(header=header, place=place, records=records)


def _items(root: MappingNode, name: str, file: str | None) -> tuple[Node, ...]:
    entry = root.find(name)
    node = None if entry is None else entry[1]
    if node is None or (isinstance(node, ScalarNode) and node.is_null):
        return ()
    if isinstance(node, SequenceNode):
        return node.items
    message = f"{name!r} must be a list; begin each entry with '- '"
    raise BadInputError(
        [Problem(message=message, path=f"$.{name}", file=file, line=node.line, column=node.column)]
    )


def _record(item: Node, section: str) -> Record:
    plain = _bare(item)
    if section == "events" or not isinstance(plain, dict):
        return Record(plain=plain, line=item.line)
    if plain.get("kind", "observation") != "observation":
        misplaced = (Fault(_NO_OPENING, ("kind",)),)
        return Record(plain=plain, line=item.line, misplaced=misplaced)
    return Record(plain={**plain, "kind": "observation"}, line=item.line)


def _bare(node: Node) -> object:
    """
    A node as plain data in which text without quotes is marked as such.
    """
    if isinstance(node, ScalarNode):
        if node.is_null:
            return None
        return Bare(node.value) if node.plain else node.value
    if isinstance(node, SequenceNode):
        return [_bare(item) for item in node.items]
    return {key.value: _bare(value) for key, value in node.entries}


def lines_document(stream: TextIO, *, form: str, context: Context) -> Document:
    """
    Events in JSON Lines or CSV, after a header or without.

    Args:
        stream: The file, opened by `text_stream` or likewise.
        form: ``jsonl`` or ``csv``.
        context: What is known of kinds.

    Raises:
        BadInputError: The beginning cannot be read.
    """
    from diplomodel.formats._csv import HEADER, read_csv
    from diplomodel.formats._jsonl import read_jsonl

    records = read_csv(stream, context) if form == "csv" else read_jsonl(stream)
    first = next(records, None)
    if first is None:
        return Document(header=None)
    plain = first.plain
    if isinstance(plain, dict) and plain.get("type") == HEADER and "kind" not in plain:
        header = {key: value for key, value in plain.items() if key != "type"}
        return Document(header=header, place=_line(first), records=_placed(records))
    return Document(header=None, records=_placed(chain([first], records)))


def _placed(records: Iterable[Record]) -> Iterator[Placed]:
    for index, record in enumerate(records):
        yield Placed(record=record, parts=("events", index), place=_line(record))


def _line(record: Record) -> Locator:
    place = Place(record.line)
    return lambda _parts, _key: place


def text_stream(text: str, *, form: str) -> TextIO:
    """
    A text as the stream of a format: rows of CSV may end in a lone CR, lines of JSON may not.
    """
    return io.StringIO(text, newline="" if form == "csv" else "\n")
