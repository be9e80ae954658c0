"""
Text for a terminal of any width, in any encoding.
"""

from __future__ import annotations

import shutil
import sys
import textwrap
import unicodedata
from collections.abc import Iterable
from typing import Final

import click


__all__ = ["Page", "emit_json", "encodable"]

_NARROWEST: Final = 20
_WIDEST: Final = 100

#: Below this width labels stand before their text and no longer in a column of their own.
_TABLES_FROM: Final = 56

_STYLES: Final[dict[str, dict[str, object]]] = {
    "title": {"bold": True},
    "event": {"fg": "cyan"},
    "change": {"fg": "green"},
    "note": {"dim": True},
    "warning": {"fg": "yellow"},
    "breach": {"fg": "red"},
    "plain": {},
}

#: What stands for signs that some encodings lack.
_PLAIN: Final = str.maketrans(
    {
        "→": "->",
        "–": "-",
        "—": "-",
        "‘": "'",
        "’": "'",
        "“": '"',
        "”": '"',
        "…": "...",
        "\u00a0": " ",
        "ø": "o",
        "Ø": "O",
        "ł": "l",
        "Ł": "L",
        "đ": "d",
        "Đ": "D",
        "ß": "ss",
    }
)


def encodable(text: str, encoding: str | None) -> str:
    """
    The text as far as an encoding can carry it: without its accents where need be.

    Example:
        >>> encodable("Chávez → Čapek", "cp1252")
        'Chávez -> Capek'
        >>> encodable("外", "ascii")
        '?'
    """
    coding = encoding or "ascii"
    try:
        text.encode(coding)
    except (UnicodeEncodeError, LookupError):
        return "".join(_encodable_sign(sign, coding) for sign in text)
    return text


def _encodable_sign(sign: str, encoding: str) -> str:
    for attempt in (sign, sign.translate(_PLAIN), _bare(sign)):
        try:
            attempt.encode(encoding)
        except (UnicodeEncodeError, LookupError):
            continue
        return attempt
    return "?"


def _bare(sign: str) -> str:
    apart = unicodedata.normalize("NFKD", sign)
    return "".join(part for part in apart if not unicodedata.combining(part))


def emit_json(data: object) -> None:
    """
    Write plain data as JSON in ASCII, so that no terminal can spoil it.
    """
    import json

    click.echo(json.dumps(data, indent=2, ensure_ascii=True))


class Page:
    """
    Lines of text, wrapped to the terminal and written in one go.
    """

    def __init__(self) -> None:
        """
        Ask how wide the terminal is; ``COLUMNS`` overrides.
        """
        columns = shutil.get_terminal_size().columns
        self.width = max(_NARROWEST, min(columns, _WIDEST))
        self._lines: list[str] = []

    def line(
        self, text: str = "", *, indent: int = 0, hang: int = 0, style: str = "plain"
    ) -> None:
        """
        One paragraph.

        Args:
            text: The text; white space in it counts as one space.
            indent: Columns before its first line.
            hang: Further columns before the lines after it.
            style: One of the styles above; seen on a terminal alone.
        """
        self._wrapped(text, " " * indent, " " * (indent + hang), style)

    def _wrapped(self, text: str, first: str, rest: str, style: str) -> None:
        lines = textwrap.wrap(
            " ".join(text.split()),
            self.width,
            initial_indent=first,
            subsequent_indent=rest,
            break_long_words=False,
            break_on_hyphens=False,
        ) or [first.rstrip()]
        wanted = _STYLES[style]
        if wanted:
            lines = [click.style(line, **wanted) for line in lines]  # type: ignore[arg-type] # a table of its arguments
        self._lines.extend(lines)

    def blank(self) -> None:
        """
        An empty line, unless the last one is or there is none.
        """
        if self._lines and self._lines[-1]:
            self._lines.append("")

    def title(self, text: str) -> None:
        """
        A heading, with an empty line before it.
        """
        self.blank()
        self.line(text, style="title")

    def item(
        self, label: str, text: str, *, column: int, indent: int = 2, style: str = "plain"
    ) -> None:
        """
        A label and its text beside it; after it in a narrow terminal, or if it is long itself.

        Args:
            label: The label.
            text: The text.
            column: Width of the labels' column.
            indent: Columns before the label.
            style: One of the styles above.
        """
        if self.width < _TABLES_FROM or len(label) > column:
            self._wrapped(f"{label}: {text}", " " * indent, " " * (indent + 2), style)
            return
        first = " " * indent + label.ljust(column) + " "
        self._wrapped(text, first, " " * (indent + column + 1), style)

    def items(self, rows: Iterable[tuple[str, str]], *, indent: int = 2, widest: int = 28) -> None:
        """
        Labels in one column and their texts in another.
        """
        found = list(rows)
        column = max((len(label) for label, _ in found if len(label) <= widest), default=0) + 1
        for label, text in found:
            self.item(label, text, column=column, indent=indent)

    def show(self) -> None:
        """
        Write everything to standard output.
        """
        text = "\n".join(self._lines)
        click.echo(encodable(text, getattr(sys.stdout, "encoding", None)))
