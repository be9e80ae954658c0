"""
Rows that tell no event, gathered by reason so that many of them cost little.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from diplomodel.extractors import SetAsideRows


__all__ = ["Asides"]

#: How many rows of one reason are held, and how much of the text of each.
_BATCH: Final = 1000
_KEPT: Final = 2000
_REASONS: Final = 100


class Asides:
    """
    Gathers rows by reason, and gives them in batches.

    Example:
        >>> asides = Asides(file="a.csv")
        >>> list(asides.add(2, "?,?", "its year is no whole number"))
        []
        >>> [(len(rows), rows.reason) for rows in asides.rest()]
        [(1, 'its year is no whole number')]
    """

    def __init__(self, *, file: str) -> None:
        """
        Start with none.

        Args:
            file: Name of the file that they stand in.
        """
        self._file = file
        self._held: dict[str, list[tuple[int, str]]] = {}

    def add(self, line: int, text: str, reason: str) -> Iterator[SetAsideRows]:
        """
        Set a row aside; gives batches that are full.

        Args:
            line: Number of its line, counted from 1.
            text: What stands there; of long lines the start is kept.
            reason: Why it tells no event.
        """
        kept = text if len(text) <= _KEPT else f"{text[:_KEPT]}…"
        self._held.setdefault(reason, []).append((line, kept))
        if len(self._held[reason]) >= _BATCH:
            yield self._batch(reason)
        elif len(self._held) > _REASONS:
            yield from self.rest()

    def rest(self) -> Iterator[SetAsideRows]:
        """
        Give what is held, in the order in which the reasons were first met.
        """
        for reason in tuple(self._held):
            yield self._batch(reason)

    def _batch(self, reason: str) -> SetAsideRows:
        rows = self._held.pop(reason)
        return SetAsideRows(
            reason=reason,
            lines=tuple(line for line, _ in rows),
            file=self._file,
            rows=tuple(text for _, text in rows),
        )
