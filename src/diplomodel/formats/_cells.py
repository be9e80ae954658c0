"""
Cells of a table that spreadsheets may open: what they would run is made text, without loss.

An apostrophe is put before text that is empty (an empty cell means that there is no value), that
a spreadsheet would take for a formula, or that already looks like one of these with apostrophes
before it. Reading takes one apostrophe off where what follows is of this sort, and no other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final


__all__ = ["cells_of", "escape", "row_text", "unescape"]

# The characters that begin a formula (OWASP, "CSV Injection"), with their full-width forms, also
# where white space or quotes come first, since programs strip these; and a text that begins with
# a tab or a line break, which may move what follows into a cell of its own.
_RISKY: Final = re.compile(
    r"'*(?:\Z|[\t\r\n])|[\s'\"\ufeff\u200b]*[=+\-@|%\uff1d\uff0b\uff0d\uff20]"
)

_QUOTED: Final = re.compile('[,"\r\n]|^[ \t]|[ \t]$')

_CELL: Final = re.compile(r'(?:"([^"]*+(?:""[^"]*+)*+)"|([^",\r\n]*+))(,|\r\n|\r|\n|\Z)')


def escape(text: str) -> str:
    """
    A text as it stands in a cell.

    Example:
        >>> [escape(text) for text in ("Lima", "=1+1", "", "'s-Gravenhage", "'=1+1")]
        ['Lima', "'=1+1", "'", "'s-Gravenhage", "''=1+1"]
    """
    return f"'{text}" if _RISKY.match(text) else text


def unescape(cell: str) -> str:
    """
    The text of a cell that is not empty.

    Example:
        >>> [unescape(cell) for cell in ("Lima", "'=1+1", "'", "'s-Gravenhage", "''=1+1")]
        ['Lima', '=1+1', '', "'s-Gravenhage", "'=1+1"]
    """
    return cell[1:] if cell[:1] == "'" and _RISKY.match(cell, 1) else cell


def row_text(cells: Sequence[str]) -> str:
    r"""
    Cells as one row of CSV (RFC 4180) that ends with LF.

    Example:
        >>> row_text(["talks", "a, b", '5" wide'])
        'talks,"a, b","5"" wide"\n'
    """
    return ",".join(map(_quoted, cells)) + "\n"


def _quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"' if _QUOTED.search(cell) else cell


def cells_of(text: str) -> list[str] | None:
    r"""
    The cells of one row with its end, or ``None`` where it is no row of CSV.

    Example:
        >>> cells_of('talks,"a, b",\r\n')
        ['talks', 'a, b', '']
        >>> cells_of('talks,5" wide\n') is None
        True
    """
    cells, start = [], 0
    while match := _CELL.match(text, start):
        quoted, bare, end = match.groups()
        cells.append(bare if quoted is None else quoted.replace('""', '"'))
        start = match.end()
        if end != ",":
            return cells if start == len(text) else None
    return None
