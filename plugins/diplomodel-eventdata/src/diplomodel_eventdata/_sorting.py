"""
Sorting out the rows of a block by three of its columns, with Polars.

Most rows fall here, for their code or for want of two countries, without an object of their own.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from typing import Final, TypeAlias

import attrs
import polars as pl

from diplomodel_eventdata._blocks import Block, text_of
from diplomodel_eventdata._forms import ALIKE, NOBODY, OneTable


__all__ = ["Sorted", "Sorter", "cells_of", "width_reason"]

_EMPTY: Final = "the line is empty"
_LONG: Final = "the line is longer than a megabyte"

#: So much of a row is kept where rows are kept.
_KEPT: Final = 10_000
#: What the countries of a row tell: nothing against it, one state, or one is missing.
_COUNTRY: Final = ("", ALIKE, NOBODY)
#: A byte that no text has: what is separated by it is whole lines.
_NEVER: Final = b"\x1f"


_Group: TypeAlias = tuple[str | None, int, list[int]]
"""
A code, what the countries tell, and the rows of which both are so, in their order.
"""


@attrs.frozen(kw_only=True)
class Sorted:
    """
    The lines of a block, sorted out and counted from 0.

    Attributes:
        count: How many there are.
        left: Lines that may be events.
        aside: The places of the others, by reason.
        lines: All lines, where rows are kept.
        broken: Whether the file breaks off in the last.
    """

    count: int
    left: list[tuple[int, str]]
    aside: dict[str, list[int]]
    lines: list[bytes] = attrs.Factory(list)
    broken: bool = False

    def text(self, place: int) -> str:
        """
        The text of a line, as much as is kept; of one that was too long to be held, nothing.
        """
        return text_of(self.lines[place])[:_KEPT] if place < len(self.lines) else ""


@attrs.frozen(kw_only=True)
class Sorter:
    """
    Sorts out the lines of blocks, of several at a time.

    Attributes:
        table: How they are read.
        keep_rows: Whether rows set aside keep their text.
    """

    table: OneTable
    keep_rows: bool

    def sort(self, block: Block) -> Sorted:
        """
        Sort out a block.
        """
        found = self._by_column(block.data) or self._of_latin(block.data)
        if found is None:
            # What Polars may read otherwise than we do is looked at line by line.
            texts = [text_of(line) for line in block.data.split(b"\n")[:-1]]
            found = Sorted(count=len(texts), left=list(enumerate(texts)), aside=defaultdict(list))
        count = found.count
        for line in block.tail:
            found.left.append((count, text_of(line)))
            count += 1
        broken = block.open and self._is_short(text_of(block.tail[-1]))
        if block.long:
            found.aside[_LONG] += range(count, count + block.long)
        lines = block.lines() if self.keep_rows else []
        return attrs.evolve(found, count=count + block.long, lines=lines, broken=broken)

    def _is_short(self, text: str) -> bool:
        return text.count(self.table.separator) + 1 < min(self.table.widths)

    def _of_latin(self, data: bytes) -> Sorted | None:
        """
        The same of a block that is not all in UTF-8; ``None`` for others.
        """
        try:
            data.decode()
        except UnicodeDecodeError:
            lines = data.split(b"\n")[:-1]
            return self._by_column(b"".join(text_of(line).encode() + b"\n" for line in lines))
        return None

    def _by_column(self, data: bytes) -> Sorted | None:
        """
        Sort out lines by their columns; ``None`` where that cannot be done to the line.
        """
        if not data or _NEVER in data:
            return None
        # Both at once: every call of Polars waits for its turn with the thread that makes events.
        found = _collected([_groups(data, self.table), _whole_lines(data)])
        if found is None:
            return None
        groups, texts = found[0].rows(), found[1].to_series()
        if not _are_lines(groups, texts, data):
            return None
        count = texts.len()
        if not data.endswith(b"\n"):
            # The start of a line that is none of the block's.
            count -= 1
            for *_, rows in groups:
                if rows[-1] == count:
                    rows.pop()
        aside: dict[str, list[int]] = defaultdict(list)
        left: list[int] = []
        odd: list[tuple[str, list[int]]] = []
        for code, country, rows in groups:
            reason, known = self.table.code_reason(code or "")
            if not known:
                odd.append((reason or "", rows))
            elif reason is not None or country:
                aside[reason or _COUNTRY[country]] += rows
            else:
                left += rows
        for reason, rows in odd:
            for row, text in zip(rows, _gathered(texts, rows), strict=True):
                aside[self._unknown(text, reason)].append(row)
        left.sort()
        held = list(zip(left, _gathered(texts, left), strict=True))
        return Sorted(count=count, left=held, aside=aside)

    def _unknown(self, text: str, reason: str) -> str:
        # A row without a code that is one has perhaps too few or too many columns.
        cells = cells_of(text, self.table)
        return reason if len(cells) in self.table.widths else width_reason(cells, self.table)


def cells_of(text: str, table: OneTable) -> list[str]:
    """
    The cells of a row.
    """
    if table.split is not None:
        cells = table.split(text)
    elif table.quoted:
        try:
            cells = next(csv.reader([text], delimiter=table.separator), [])
        except csv.Error:
            cells = []
    else:
        cells = text.split(table.separator)
    if len(cells) not in table.widths:
        # Some files have empty columns after the last.
        widest = max(table.widths)
        while len(cells) > widest and not cells[-1]:
            cells.pop()
    return cells


def width_reason(cells: list[str], table: OneTable) -> str:
    """
    Why a row with other columns than the table has is none.
    """
    if cells in ([], [""]):
        return _EMPTY
    wanted = " or ".join(str(width) for width in sorted(table.widths))
    return f"the row has {len(cells)} columns and not {wanted}"


def _whole_lines(data: bytes) -> pl.LazyFrame:
    """
    The lines of a block, as Polars cuts them.
    """
    return _scan(data, ["line"], separator=_NEVER.decode(), quoted=False)


def _gathered(texts: pl.Series, rows: list[int]) -> list[str]:
    return texts.gather(pl.Series(rows, dtype=pl.UInt32)).fill_null("").to_list() if rows else []


def _are_lines(groups: list[_Group], texts: pl.Series, data: bytes) -> bool:
    """
    Whether the rows that Polars found are the lines: quotes can join some, and empty ones fall.
    """
    ends = texts.len() if data.endswith(b"\n") else texts.len() - 1
    held = int(texts.str.len_bytes().sum() or 0)
    return sum(len(rows) for *_, rows in groups) == texts.len() and held + ends == len(data)


def _scan(data: bytes, names: list[str], *, separator: str, quoted: bool) -> pl.LazyFrame:
    return pl.scan_csv(
        data,
        separator=separator,
        has_header=False,
        quote_char='"' if quoted else None,
        schema=dict.fromkeys(names, pl.String),
        truncate_ragged_lines=True,
    )


def _collected(queries: list[pl.LazyFrame]) -> list[pl.DataFrame] | None:
    """
    What queries give; ``None`` where Polars cannot read the block.
    """
    try:
        return pl.collect_all(queries)
    except (pl.exceptions.PolarsError, ValueError):
        return None


def _groups(data: bytes, table: OneTable) -> pl.LazyFrame:
    """
    The rows of a block by their code and what their countries tell.
    """
    names = [f"c{place}" for place in range(max(table.widths))]
    missing = [word for word in table.missing if word]

    def column(place: int) -> pl.Expr:
        if not missing:
            return pl.col(names[place])
        stripped = pl.col(names[place]).str.strip_chars(' "')
        return pl.when(stripped.is_in(missing)).then(None).otherwise(stripped)

    code, one, other = (column(place) for place in table.columns)
    # Neither is told where one of the two is missing.
    country = (one == other).cast(pl.UInt8).fill_null(2).alias("country")
    return (
        _scan(data, names, separator=table.separator, quoted=table.quoted)
        .select(code.alias("code"), country)
        .with_row_index("row")
        .group_by("code", "country")
        .agg("row")
    )
