"""
CSV: one event a row, the same columns for all, for spreadsheets and statistics programs.

The first row names the columns, in a fixed order: kind, label, occurred, the fields of the types
in order of name, what every event has, and ``more``.
Lists and mappings stand in their cell as JSON; an empty cell means that there is no value.
``more`` holds, as JSON, what has no column: the fields of an unknown kind and of records set
aside, and the header (a row of the kind ``casebook``).
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple, TextIO

from diplomodel.errors import BadInputError, Problem, did_you_mean
from diplomodel.events._base import Event
from diplomodel.formats._cells import cells_of, escape, row_text, unescape
from diplomodel.formats._codec import FIRST, LAST, event_plan, known_type
from diplomodel.formats._faults import Faults
from diplomodel.formats._json import json_text, parse_json
from diplomodel.formats._lines import MAX_RECORD, Record, lines
from diplomodel.formats._plans import ClassPlan, Context
from diplomodel.formats._scalars import Bare, shown, untyped


__all__ = ["HEADER", "columns_of", "read_csv", "to_row", "write_rows"]

HEADER: Final = "casebook"
"""
The kind of the row that tells of the casebook as a whole.
"""

_MORE: Final = "more"

# What a file may hold: lone surrogates have no encoding, so they go into ``more`` as escapes.
_CLEAN: Final = re.compile("[^\ud800-\udfff]*")

_ALWAYS: Final = ("kind", "occurred")


def read_csv(stream: TextIO, context: Context) -> Iterator[Record]:
    """
    Read records one by one; the header, where there is one, has a ``type``.

    Args:
        stream: The file, opened without translation of line ends.
        context: What is known of kinds.

    Raises:
        BadInputError: The first row does not name the columns.
    """
    rows = _rows(stream)
    first = next(rows, None)
    if first is None:
        return
    names = _columns(first)
    is_first = True
    for row in rows:
        if row.cells == [""]:
            continue
        try:
            if row.cells is None:
                raise Faults("no row of CSV; close the quotes, and double those within a cell")
            plain = _record(names, row.cells, context)
            if is_first and isinstance(plain, dict) and plain.get("kind") == HEADER:
                plain = {"type": HEADER} | {k: v for k, v in plain.items() if k != "kind"}
            yield Record(plain=plain, line=row.line)
        except Faults as faults:
            yield Record.broken(row.text.rstrip("\r\n"), row.line, faults)
        is_first = False


class _Row(NamedTuple):
    """
    A row of a table.

    Attributes:
        line: Line on which it begins.
        text: Its text.
        cells: Its cells; ``None`` where it is no row of CSV.
    """

    line: int
    text: str
    cells: list[str] | None


def _rows(stream: TextIO) -> Iterator[_Row]:
    """
    The rows; a line break between quotes does not end one.

    Where a quote is out of place, its line alone is given up, and the next is read as a new row.
    """
    source = lines(stream)
    again: deque[tuple[int, str]] = deque()
    begun: list[tuple[int, str]] = []
    size, is_open = 0, False
    while True:
        numbered = again.popleft() if again else next(source, None)
        if numbered is not None:
            begun.append(numbered)
            size += len(numbered[1])
            is_open ^= numbered[1].count('"') % 2 == 1
            if is_open and size <= MAX_RECORD:
                continue
        if not begun:
            return
        text = "".join(line for _, line in begun)
        row = _Row(begun[0][0], text, None if is_open else cells_of(text))
        if row.cells is None:
            again.extendleft(reversed(begun[1:]))
            row = row._replace(text=begun[0][1])
        yield row
        begun, size, is_open = [], 0, False


def _columns(row: _Row) -> list[str]:
    names = [name.strip() for name in row.cells or []]
    message = None
    if "kind" not in names:
        message = "the first row names no column 'kind'; name the columns, parted by commas"
        message += did_you_mean("kind", [name.lower() for name in names if name != "kind"])
    elif len(set(names)) < len(names):
        twice = next(name for name in names if names.count(name) > 1)
        message = f"the column {twice[:60]!r} stands twice; remove or rename one"
    if message:
        raise BadInputError([Problem(message=message, line=row.line)])
    return names


def _record(names: list[str], cells: list[str], context: Context) -> object:
    if len(cells) > len(names):
        if any(cells[len(names) :]):
            raise Faults(f"the row has {len(cells)} cells for {len(names)} columns; check quotes")
        cells = cells[: len(names)]
    told = {name: cell for name, cell in zip(names, cells, strict=False) if cell}
    if told.keys() == {_MORE}:
        return parse_json(unescape(told[_MORE]))
    kind = unescape(told.get("kind", ""))
    plan = _plan(kind, context)
    plain: dict[str, object] = {}
    more: dict[str, object] = {}
    for name, cell in told.items():
        try:
            if name == _MORE:
                more = _object(cell)
            else:
                plain[name] = _value(cell, name, plan)
        except Faults as error:
            raise Faults(error.under(name)) from None
    if clash := plain.keys() & more.keys():
        raise Faults(f"{min(clash)!r} stands in a cell and in 'more'; remove one of them")
    return plain | more


def _plan(kind: str, context: Context) -> ClassPlan:
    return event_plan(known_type(kind, context) or Event)


def _value(cell: str, name: str, plan: ClassPlan) -> object:
    field = plan.fields.get(name)
    if field is not None and field.plan.structured and cell[0] in "[{":
        return parse_json(cell)
    text = unescape(cell)
    return Bare(text) if field is not None and field.plan.numeric else text


def _object(cell: str) -> dict[str, object]:
    value = parse_json(unescape(cell))
    if not isinstance(value, dict):
        raise Faults(f"{shown(value)} stands here; write an object of JSON")
    return value


def to_row(record: object, context: Context) -> dict[str, str]:
    """
    Plain data as cells by column.

    What would not come back as it is from a cell of its own goes into ``more``.

    Args:
        record: An event, a header, or what was set aside.
        context: What is known of kinds.

    Example:
        >>> to_row({"kind": "talks", "by": "PER", "discreet": True}, Context())
        {'kind': 'talks', 'by': 'PER', 'discreet': 'true'}
    """
    if not isinstance(record, Mapping):
        return {_MORE: escape(json_text(record, sort=True))}
    if record.get("type") == HEADER and "kind" not in record:
        rest = {key: value for key, value in record.items() if key != "type"}
        # Not sorted: people and sources have an order.
        return {"kind": HEADER, _MORE: json_text(rest)}
    kind = record.get("kind")
    plan = _plan(kind, context) if isinstance(kind, str) else event_plan(Event)
    cells: dict[str, str] = {}
    more: dict[str, object] = {}
    for key, value in record.items():
        cell = _cell(key, value, plan)
        if cell is None:
            more[key] = value
        else:
            cells[key] = cell
    if more or not cells:
        cells[_MORE] = json_text(more, sort=True)
    return cells


def _cell(key: str, value: object, plan: ClassPlan) -> str | None:
    """
    The cell for a value, or ``None`` where reading it would give another value.
    """
    field = plan.fields.get(key)
    if field is None:
        fits = key == "kind" and isinstance(value, str)
    elif field.plan.structured:
        if isinstance(value, list | dict):
            return json_text(value, sort=True)
        fits = isinstance(value, str) and value[:1] not in ("[", "{")
    elif field.plan.numeric:
        if isinstance(value, int):
            return escape(json_text(value))
        fits = isinstance(value, str) and untyped(Bare(value)) == value
    else:
        fits = isinstance(value, str)
    return escape(str(value)) if fits and _CLEAN.fullmatch(str(value)) else None


def columns_of(rows: Iterable[Iterable[str]]) -> tuple[str, ...]:
    """
    The columns that rows need, in their fixed order.

    Example:
        >>> columns_of([["kind", "occurred", "more"], ["by", "label", "evidence"]])
        ('kind', 'label', 'occurred', 'by', 'evidence', 'more')
    """
    used = {name for row in rows for name in row}.union(_ALWAYS)
    own = sorted(used.difference(FIRST, LAST, [_MORE]))
    return tuple(name for name in (*FIRST, *own, *LAST, _MORE) if name in used)


def write_rows(rows: Iterable[Mapping[str, str]], columns: tuple[str, ...]) -> Iterator[str]:
    r"""
    Write the row of names and then the rows, each with its end.

    Example:
        >>> list(write_rows([{"kind": "talks"}], ("kind", "occurred")))
        ['kind,occurred\n', 'talks,\n']
    """
    yield row_text(columns)
    for row in rows:
        yield row_text([row.get(name, "") for name in columns])
