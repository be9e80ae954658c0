"""
Blocks of lines, cut from a stream of bytes that is never held whole.

A line ends in LF, CRLF or CR. A line that is no UTF-8 is read as Latin-1.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Protocol

import attrs

from diplomodel.errors import BadInputError


__all__ = ["BLOCK", "LONGEST", "Block", "blocks", "text_of"]

#: Bytes read at a time: more costs memory and saves no time.
BLOCK: Final = 8 * 2**20
#: No row of event data comes near this length; longer ones are skipped without being held.
LONGEST: Final = 2**20

_BOM: Final = b"\xef\xbb\xbf"
_WIDE: Final = (b"\xff\xfe", b"\xfe\xff")
#: Enough to know a table by.
_HEAD: Final = 2**18


class _Stream(Protocol):
    def read(self, size: int, /) -> bytes: ...

    def readline(self, size: int, /) -> bytes: ...


@attrs.frozen
class Block:
    """
    Some lines of a table.

    Nothing is copied to make it: the data are as they were read, and end somewhere in a line.

    Attributes:
        data: The lines, each with LF after it, and perhaps the start of one more, which is none
            of these.
        tail: Lines after those.
        long: How many lines after these were too long to be held.
        open: Whether the last line of all had no line end.
    """

    data: bytes
    tail: tuple[bytes, ...] = ()
    long: int = 0
    open: bool = False

    def lines(self) -> list[bytes]:
        """
        The lines one by one, without their ends.
        """
        found = self.data.split(b"\n")
        found.pop()
        return [*found, *self.tail]

    def head(self) -> list[bytes]:
        """
        The first lines.
        """
        if len(self.data) <= _HEAD:
            return self.lines()
        found = self.data[:_HEAD].split(b"\n")
        if len(found) > 1:
            return found[:-1]
        return [self.data.partition(b"\n")[0]] if b"\n" in self.data else [*self.tail]


def blocks(stream: _Stream, /, *, size: int = BLOCK, longest: int = LONGEST) -> Iterator[Block]:
    r"""
    Cut a stream into blocks of lines.

    Args:
        stream: What to read.
        size: Bytes read at a time.
        longest: Longer lines are skipped, and counted.

    Raises:
        BadInputError: It is text in UTF-16.

    Example:
        >>> import io
        >>> [block.lines() for block in blocks(io.BytesIO(b"a\rb\r\nc"))]
        [[b'a', b'b', b'c']]
    """
    data = stream.read(size)
    if data.startswith(_WIDE):
        raise BadInputError("the text is in UTF-16: save it as UTF-8")
    data = data.removeprefix(_BOM)
    skipping = False
    while data:
        if skipping:
            data, skipping = _after_line(data)
        if b"\r" in data:
            block, rest = _with_cr(stream, data, longest)
        else:
            block, rest = _without_cr(stream, data, longest), b""
        yield block
        skipping = skipping or bool(block.long)
        # What is left of the last line goes before what comes next.
        data = stream.read(size)
        if rest:
            data = rest + data


def _after_line(data: bytes) -> tuple[bytes, bool]:
    """
    What comes after the line that the data begin in, and whether that line goes on.
    """
    ends = [place for place in (data.find(b"\n"), data.find(b"\r")) if place >= 0]
    return (data[min(ends) + 1 :], False) if ends else (b"", True)


def _without_cr(stream: _Stream, data: bytes, longest: int) -> Block:
    if not data or data.endswith(b"\n"):
        return Block(data)
    more = stream.readline(longest)
    line = data[data.rfind(b"\n") + 1 :] + more
    if more.endswith(b"\n"):
        lines = line.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")[:-1]
        return Block(data, tuple(lines))
    if len(more) >= longest:
        return Block(data, long=1)
    lines = line.replace(b"\r", b"\n").split(b"\n")
    return Block(data, tuple(lines if lines[-1] else lines[:-1]), open=bool(lines[-1]))


def _with_cr(stream: _Stream, data: bytes, longest: int) -> tuple[Block, bytes]:
    """
    A block of data with CR in them, and the start of the line after it.
    """
    # A CR at the very end may be half of a CRLF.
    while data.endswith(b"\r") and (more := stream.read(1)):
        data += more
    data = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    cut = data.rfind(b"\n") + 1
    data, rest = data[:cut], data[cut:]
    if len(rest) > longest:
        return Block(data, long=1), b""
    if not rest:
        return Block(data), b""
    more = stream.read(1)
    if not more:
        return Block(data, (rest,), open=True), b""
    return Block(data), rest + more


def text_of(line: bytes) -> str:
    """
    A line as text.

    Args:
        line: In UTF-8, or else in Latin-1.

    Example:
        >>> text_of("Perú".encode()) == text_of("Perú".encode("latin-1")) == "Perú"
        True
    """
    try:
        return line.decode()
    except UnicodeDecodeError:
        return line.decode("latin-1")
