"""
Tables of comma-separated values, read line by line whatever is in them.

A record is one line: none of the tables read here has line breaks inside its fields, and a line
that seems to is damaged. So every record has a line number, and a stray quote costs one record.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import BinaryIO, Final, NamedTuple

import attrs

from diplomodel.errors import BadInputError, did_you_mean
from diplomodel.events import Event
from diplomodel.extractors import SetAsideRows
from diplomodel_missions._asides import Asides


__all__ = ["Line", "Row", "Table", "UnreadableError", "flag", "lines", "read", "whole"]

#: Longer lines hold no record of these tables; they are passed over without being held.
_LONGEST: Final = 1 << 16
_CHUNK: Final = 1 << 16
_END: Final = re.compile(rb"\r\n|\n|\r")
_WHOLE: Final = re.compile(r"(-?[0-9]{1,9})(?:\.0{1,20})?")
_TOO_LONG: Final = "the line is longer than any record of such a table"


class UnreadableError(Exception):
    """
    Why a record cannot be read: the same words for every record with the same fault.
    """


class Line(NamedTuple):
    """
    A line of a file.

    Attributes:
        number: Counted from 1.
        text: The text without its end; ``None`` where it is too long to be looked at.
        end: What ends it: nothing, for the last line of a file that stops short.
    """

    number: int
    text: str | None
    end: str


class Row(NamedTuple):
    """
    A record.

    Attributes:
        line: Number of its line, counted from 1.
        text: The line as it stands.
        cells: Its fields by the names of columns in lower case.
    """

    line: int
    text: str
    cells: Mapping[str, str]


@attrs.frozen(kw_only=True)
class Table:
    """
    What the first line of a table tells.

    Attributes:
        header: That line as it stands.
        end: What ends it.
        columns: The names of columns, in lower case.
        name: Name of the file.
    """

    header: str
    end: str
    columns: tuple[str, ...]
    name: str


def lines(source: BinaryIO, /) -> Iterator[Line]:
    r"""
    The lines of a file, ended by LF, CR LF or CR.

    Args:
        source: The file; text that is not UTF-8 is taken for Windows-1252.

    Example:
        >>> import io
        >>> [line.text for line in lines(io.BytesIO(b"a\r\nb\rc"))]
        ['a', 'b', 'c']
    """
    number, held, cut = 0, b"", False
    while True:
        chunk = source.read(_CHUNK)
        data, start = held + chunk, 0
        for match in _END.finditer(data):
            if chunk and match.end() == len(data) and match.group() == b"\r":
                break  # the first half of CR LF, perhaps
            number += 1
            yield _line(number, b"" if cut else data[start : match.start()], match.group(), cut)
            start, cut = match.end(), False
        held = data[start:]
        if len(held) > _LONGEST:
            held, cut = held[-1:], True
        if not chunk:
            break
    if held or cut:
        yield _line(number + 1, held, b"", cut)


def _line(number: int, raw: bytes, end: bytes, cut: bool) -> Line:
    if cut or len(raw) > _LONGEST:
        return Line(number, None, end.decode())
    if number == 1:
        raw = raw.removeprefix(b"\xef\xbb\xbf")
    try:
        return Line(number, raw.decode("utf-8"), end.decode())
    except UnicodeDecodeError:
        # Five bytes of Windows-1252 stand for nothing; they become the sign for that.
        return Line(number, raw.decode("cp1252", "replace"), end.decode())


def read(
    source: BinaryIO,
    /,
    *,
    name: str,
    needs: Iterable[str],
    convert: Callable[[Table], Callable[[Row], Iterable[Event]]],
) -> Iterator[Event | SetAsideRows]:
    """
    The events of a table, and the rows that tell none.

    Args:
        source: The file.
        name: Its name, for messages.
        needs: Columns without which it is no such table.
        convert: Gives, for a table, the function that makes events of a row; it raises
            `UnreadableError` or `BadInputError` for a row that it cannot read.

    Raises:
        BadInputError: It is no such table at all; or, after all that could be read, the last row
            is cut off.
    """
    found = lines(source)
    table = _table(next(found, None), needs=needs, name=name)
    events, asides = convert(table), Asides(file=name)
    short = 0
    for line in found:
        if line.text is not None and not line.text.strip():
            continue
        try:
            yield from events(_row(line, table))
        except (UnreadableError, BadInputError) as why:
            yield from asides.add(line.number, line.text or "", str(why))
            short = line.number if isinstance(why, _ShortError) and not line.end else 0
    yield from asides.rest()
    if short:
        raise BadInputError(
            f"{name or 'the file'} is cut off within line {short}: what stood there and after it"
            " is lost; get the whole file"
        )


class _ShortError(UnreadableError):
    """
    A row has fewer fields than there are columns.
    """


def _table(first: Line | None, *, needs: Iterable[str], name: str) -> Table:
    shown = name or "the file"
    if first is None:
        raise BadInputError(f"{shown} is empty: give the table, with its line of column names")
    if first.text is None:
        raise BadInputError(f"{shown} is no such table: its first line is too long for columns")
    if first.text.startswith(("\xff\xfe", "\xfe\xff", "ÿþ", "þÿ")) or "\x00" in first.text:
        raise BadInputError(f"{shown} is no text in UTF-8: save it as CSV in UTF-8")
    columns = tuple(cell.strip().lower() for cell in _cells(first.text) or ())
    for needed in needs:
        if needed.lower() not in columns:
            hint = did_you_mean(needed, columns) if len(columns) < 1000 else ""
            raise BadInputError(f"{shown} has no column {needed!r}{hint}: give the table as it is")
    twice = [column for column in needs if columns.count(column.lower()) > 1]
    if twice:
        raise BadInputError(f"{shown} has the column {twice[0]!r} twice: leave one")
    return Table(header=first.text, end=first.end, columns=columns, name=name)


def _row(line: Line, table: Table) -> Row:
    if line.text is None:
        raise UnreadableError(_TOO_LONG)
    cells = _cells(line.text)
    if cells is None:
        # A last line that stops within quotes is as short as one that stops between fields.
        raise _ShortError("its quotation marks do not close")
    if len(cells) < len(table.columns):
        raise _ShortError("it has fewer fields than there are columns")
    if len(cells) > len(table.columns):
        raise UnreadableError("it has more fields than there are columns")
    return Row(line.number, line.text, dict(zip(table.columns, cells, strict=True)))


def _cells(text: str) -> list[str] | None:
    if '"' not in text:
        return text.split(",")
    try:
        return next(csv.reader([text], strict=True), None)
    except csv.Error:
        return None


def whole(cells: Mapping[str, str], column: str) -> int:
    """
    The whole number in a column, also where it is written ``1950.0``.

    Raises:
        UnreadableError: There is none.

    Example:
        >>> whole({"year": "1950.0"}, "year")
        1950
    """
    match = _WHOLE.fullmatch(cells[column].strip())
    if match is None:
        raise UnreadableError(f"its {column} is no whole number")
    return int(match.group(1))


def flag(cells: Mapping[str, str], column: str) -> bool:
    """
    Whether a column of zeros and ones has a one; a column that is missing has none.

    Raises:
        UnreadableError: It is neither.
    """
    if not cells.get(column, "").strip():
        return False
    number = whole(cells, column)
    if number not in (0, 1):
        raise UnreadableError(f"its {column} is neither 0 nor 1")
    return number == 1
