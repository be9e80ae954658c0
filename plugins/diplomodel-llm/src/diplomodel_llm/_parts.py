"""
Long articles in parts that overlap.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final


__all__ = ["parts"]

#: Places at which a text is cut if there is one near the end of a part, best first.
_CUTS: Final = tuple(map(re.compile, (r"\n\s*\n", r"\n", r"[.!?…]['\"”’»)]?\s", r"\s")))


def parts(text: str, *, size: int, overlap: int) -> Iterator[tuple[int, int]]:
    """
    Offsets of parts that together hold the whole text.

    A part ends at the end of a paragraph, line, sentence or word where one ends in its last
    quarter. Each but the first begins so many characters before the end of the one before it.

    Args:
        text: The text.
        size: Longest part.
        overlap: Number of characters in two parts, at most half of `size`.

    Example:
        >>> text = "The first sentence. Another one. And a third one."
        >>> [text[start:end] for start, end in parts(text, size=36, overlap=5)]
        ['The first sentence. Another one. ', 'one. And a third one.']
    """
    start = 0
    while len(text) - start > size:
        end = _end(text, start, start + size)
        yield start, end
        start = end - overlap
    yield start, len(text)


def _end(text: str, start: int, limit: int) -> int:
    earliest = limit - (limit - start) // 4
    for cut in _CUTS:
        found = [match.end() for match in cut.finditer(text, earliest, limit)]
        if found:
            return found[-1]
    return limit
