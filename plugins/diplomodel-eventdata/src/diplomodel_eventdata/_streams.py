"""
What a source holds: one table, or those in an archive, read in bounded memory.

Archives are read as they are unpacked. Nothing is unpacked to a disk, what is far bigger than its
archive is refused, and what breaks off gives what could be read of it.
"""

from __future__ import annotations

import gzip
import io
import lzma
import zipfile
import zlib
from collections.abc import Callable, Iterator
from typing import BinaryIO, Final, Protocol

import attrs

from diplomodel.errors import BadInputError, Problem


__all__ = ["Member", "members"]

#: Beyond so much, an archive must not be smaller than its contents by more than the ratio below.
#: Text of event data shrinks to a tenth or so; DEFLATE can go to a thousandth.
_FREE: Final = 64 * 2**20
_RATIO: Final = 200

_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06")
_GZIP: Final = b"\x1f\x8b"
#: More tables than this in an archive are no archive of event data.
_MEMBERS: Final = 10_000
#: What the readers of archives raise where one is damaged, locked with a password
#: (RuntimeError), or packed in a way that zipfile does not know (NotImplementedError).
_BROKEN: Final = (
    EOFError,
    NotImplementedError,
    OSError,
    RuntimeError,
    lzma.LZMAError,
    zipfile.BadZipFile,
    zlib.error,
)


class _Readable(Protocol):
    def read(self, size: int = -1, /) -> bytes: ...

    def readline(self, size: int = -1, /) -> bytes: ...


@attrs.define
class Member:
    """
    One table of a source.

    Attributes:
        file: Its name, after that of the archive and a slash if it is in one.
        stream: Its bytes.
        packed: How many bytes of the archive stand for those read so far; ``None`` if it is in
            none.
        loss: What is lost of it, once that is known.
    """

    file: str
    stream: _Readable
    packed: Callable[[], int] | None = None
    loss: str | None = None
    _done: int = attrs.field(default=0, init=False)

    def read(self, size: int, /) -> bytes:
        """
        The next bytes; none at the end, and where the archive is damaged.
        """
        return self._guarded(self.stream.read, size)

    def readline(self, size: int, /) -> bytes:
        """
        The bytes to the next LF, at most so many; none where `read` gives none.
        """
        return self._guarded(self.stream.readline, size)

    def _guarded(self, read: Callable[[int], bytes], size: int) -> bytes:
        if self.loss is not None:
            return b""
        try:
            data = read(size)
        except _BROKEN as error:
            self.loss = f"cannot be unpacked to its end ({_said(error)}): fetch it again"
            return b""
        self._done += len(data)
        if self.packed is not None and self._done > max(_FREE, _RATIO * self.packed()):
            self.loss = (
                f"grows to more than {_RATIO} times the size of its archive:"
                " unpack it yourself if you trust it"
            )
            return b""
        return data

    def problem(self) -> Problem | None:
        """
        The problem that tells what is lost, if anything is.
        """
        return None if self.loss is None else Problem(message=self.loss, file=self.file)


def _said(error: Exception) -> str:
    return str(error)[:120] or type(error).__name__


def members(source: BinaryIO, /, *, name: str) -> Iterator[Member]:
    """
    The tables of a source, one after the other.

    Args:
        source: A table, or a zip or gzip archive of such.
        name: The name of its file.

    Raises:
        BadInputError: It is empty, or an archive that cannot be opened.
    """
    head = source.read(4)
    source.seek(0)
    if not head:
        raise BadInputError([Problem(message="the file is empty", file=name or None)])
    if head in _ZIP:
        yield from _zipped(source, name)
    elif head.startswith(_GZIP):
        yield Member(name, gzip.GzipFile(fileobj=source, mode="rb"), packed=source.tell)
    else:
        yield Member(name, source)


def _zipped(source: BinaryIO, name: str) -> Iterator[Member]:
    try:
        archive = zipfile.ZipFile(source)
    except (*_BROKEN, ValueError) as error:
        raise BadInputError(
            [
                Problem(
                    message=f"the archive cannot be opened ({_said(error)}): fetch it again",
                    file=name or None,
                )
            ]
        ) from None
    with archive:
        inside = [one for one in archive.infolist() if _is_table(one)]
        if not inside or len(inside) > _MEMBERS:
            message = f"the archive holds {len(inside)} tables: give 1 to {_MEMBERS}"
            raise BadInputError([Problem(message=message, file=name or None)])
        for one in inside:
            yield _unpacked(archive, one, f"{name}/{one.filename}")


def _is_table(one: zipfile.ZipInfo) -> bool:
    parts = one.filename.split("/")
    return not (one.is_dir() or parts[-1].startswith(".") or "__MACOSX" in parts)


def _unpacked(archive: zipfile.ZipFile, one: zipfile.ZipInfo, file: str) -> Member:
    file = file.encode("utf-8", "replace").decode()
    try:
        if one.flag_bits & 0x1:
            raise RuntimeError("it is encrypted")
        stream = archive.open(one)
    except (*_BROKEN, ValueError) as error:
        found = Member(file, io.BytesIO())
        found.loss = f"cannot be unpacked ({_said(error)}): unpack it yourself"
        return found
    return Member(file, stream, packed=lambda: max(one.compress_size, 1))
