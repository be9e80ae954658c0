"""
What was met before, in bounded memory.
"""

from __future__ import annotations

from array import array
from typing import Final

import attrs


__all__ = ["Seen"]

_FIRST: Final = 2**12
#: So many are held before the oldest are let go, a half at a time.
_MOST: Final = 2**20


@attrs.define
class Seen:
    """
    A set of hashes that takes 16 to 32 bytes each, and forgets the oldest of very many.

    Hashes stand in an array with open addressing; 0 is a free slot. When there are too many, the
    array becomes the older half, which is still looked at, and a new one begins.

    Example:
        >>> seen = Seen()
        >>> seen.add(17), 17 in seen, 18 in seen
        (None, True, False)
    """

    _slots: array[int] = attrs.field(factory=lambda: array("q", bytes(8 * _FIRST)), init=False)
    _older: array[int] = attrs.field(factory=lambda: array("q", bytes(8)), init=False)
    _number: int = attrs.field(default=0, init=False)

    def __contains__(self, found: int) -> bool:
        """
        Whether the hash was met, as far as is remembered.
        """
        return _holds(self._slots, found or 1) or _holds(self._older, found or 1)

    def add(self, found: int) -> None:
        """
        Remember a hash.
        """
        if 2 * self._number >= len(self._slots):
            if self._number >= _MOST // 2:
                self._older, self._slots = self._slots, array("q", bytes(8 * _FIRST))
                self._number = 0
            else:
                self._grow()
        _put(self._slots, found or 1)
        self._number += 1

    def _grow(self) -> None:
        larger = array("q", bytes(16 * len(self._slots)))
        for held in self._slots:
            if held:
                _put(larger, held)
        self._slots = larger


def _holds(slots: array[int], found: int) -> bool:
    mask = len(slots) - 1
    place = found & mask
    while held := slots[place]:
        if held == found:
            return True
        place = (place + 1) & mask
    return False


def _put(slots: array[int], found: int) -> None:
    mask = len(slots) - 1
    place = found & mask
    while slots[place]:
        place = (place + 1) & mask
    slots[place] = found
