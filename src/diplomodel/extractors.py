"""
Reading events from the files of sources that plugins know.

An extractor gives events one by one, and in between, with the reason, what it could not read.

Example:
    >>> from diplomodel.plugins import PluginHost
    >>> list(extract("a.txt", using="nobodys", host=PluginHost.isolated()))
    Traceback (most recent call last):
        ...
    diplomodel.errors.UnknownNameError: unknown extractor 'nobodys'
"""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, BinaryIO, Protocol, TypeAlias, runtime_checkable

import attrs
from attrs import field

from diplomodel.casebooks import SetAside
from diplomodel.casebooks._targets import os_errors, refuse
from diplomodel.errors import BadInputError, Problem
from diplomodel.events import Event
from diplomodel.fields import several, text
from diplomodel.plugins import ExtractorSpec, Offer, PluginHost
from diplomodel.plugins import host as default_host


__all__ = [
    "Explaining",
    "Extractor",
    "Found",
    "Progress",
    "SetAsideRows",
    "explain",
    "extract",
    "files_in",
    "set_aside",
]


def _lines(given: Sequence[int]) -> tuple[int, ...] | range:
    return given if isinstance(given, range) else tuple(given)


@attrs.frozen(kw_only=True)
class SetAsideRows:
    """
    Rows of a table that could not be read, or tell no event, for one reason.

    Sources of many rows give these in batches: a row costs no object of its own.

    Attributes:
        reason: Why, and what to do.
        lines: Their lines in the source, counted from 1.
        file: Name of the file.
        rows: Their text, line by line, where the source keeps it.

    Example:
        >>> asides = SetAsideRows(reason="no date", lines=[3, 9], file="a.csv")
        >>> len(asides), asides.lines
        (2, (3, 9))
    """

    reason: str = field(validator=text)
    lines: tuple[int, ...] | range = field(converter=_lines)
    file: str = ""
    rows: tuple[str, ...] = field(default=(), converter=several)

    def __attrs_post_init__(self) -> None:
        """
        Check that there is a text for each line, or none.
        """
        if self.rows and len(self.rows) != len(self.lines):
            raise BadInputError(
                f"SetAsideRows has {len(self.lines)} lines and {len(self.rows)} rows:"
                " give the text of each, or of none"
            )

    def __len__(self) -> int:
        """
        How many rows these are.
        """
        return len(self.lines)


#: What an extractor gives: an event, or what is none and why.
Found: TypeAlias = Event | SetAside | SetAsideRows


@attrs.frozen(kw_only=True)
class Progress:
    """
    How far the reading of a file is.

    Attributes:
        file: The file.
        done: Bytes read.
        total: Bytes in the file.
    """

    file: str
    done: int
    total: int


class Extractor(Protocol):
    """
    Reads one source.

    It gives the same events for the same bytes, each with evidence, holds one record at a time
    where it can, and never raises for a record that is bad.
    Where the source is no such source, breaks off or is damaged, it gives what can be read and
    then raises one `BadInputError` that says what is lost.
    """

    def extract(self, source: BinaryIO, /, *, name: str = "") -> Iterator[Found]:
        """
        Read events, with what could not be read set aside between them.

        Args:
            source: What to read; it can seek.
            name: The name of its file, for messages and evidence.
        """
        ...


@runtime_checkable
class Explaining(Protocol):
    """
    An extractor that also tells how it comes to its events.
    """

    def explain(self, source: BinaryIO, /, *, name: str = "") -> Iterator[str]:
        """
        Tell line by line what led to each event, and what kept others from being events.

        Args:
            source: What to read; it can seek.
            name: The name of its file, for messages and evidence.
        """
        ...


def extract(
    path: str | os.PathLike[str],
    *,
    using: str,
    options: Mapping[str, object] | None = None,
    host: PluginHost | None = None,
    progress: Callable[[Progress], object] | None = None,
) -> Iterator[Found]:
    """
    Read the events of a file with an extractor; only the plugin that has it is imported.

    Args:
        path: The file; of a directory, the files in it that the extractor reads are read in the
            order of their names.
        using: Name of the extractor.
        options: Its options; text will do for numbers and booleans.
        host: Where to look for it; the host of this process if left out.
        progress: Called as the file is read.

    Raises:
        UnknownNameError: There is no such extractor.
        PluginError: Its plugin cannot be used.
        BadInputError: An option is not known, a file cannot be read, or breaks off: after what
            could be read of it.
    """
    offer = (host or default_host()).find(ExtractorSpec, using)
    extractor: Extractor = offer.make(options)
    for file in files_in(path, suffixes=offer.spec.suffixes):
        with _opened(file, progress) as stream:
            for found in offer.watched(extractor.extract(stream, name=file.name)):
                if not isinstance(found, Event | SetAside | SetAsideRows):
                    raise BadInputError(
                        f"{offer.owner} gives a {type(found).__name__}: it must give events"
                    )
                yield found


def explain(
    path: str | os.PathLike[str],
    *,
    using: str,
    options: Mapping[str, object] | None = None,
    host: PluginHost | None = None,
) -> Iterator[str]:
    """
    Tell how an extractor comes to the events of a file, line by line.

    Args:
        path: The file or directory, as for `extract`.
        using: Name of the extractor.
        options: Its options.
        host: Where to look for it; the host of this process if left out.

    Raises:
        UnknownNameError: There is no such extractor.
        PluginError: Its plugin cannot be used.
        BadInputError: The extractor does not explain itself, or as for `extract`.
    """
    offer: Offer[ExtractorSpec] = (host or default_host()).find(ExtractorSpec, using)
    extractor: object = offer.make(options)
    if not isinstance(extractor, Explaining):
        raise BadInputError(f"{offer.spec.name} does not explain itself: leave out --explain")
    for file in files_in(path, suffixes=offer.spec.suffixes):
        with _opened(file, None) as stream:
            yield from offer.watched(extractor.explain(stream, name=file.name))


def files_in(path: str | os.PathLike[str], *, suffixes: Sequence[str]) -> tuple[Path, ...]:
    """
    The file of that path; of a directory, its files with such suffixes, in order of name.

    Links that lead out of the directory are left out, and so are names with a dot before them.

    Raises:
        BadInputError: The directory holds no such file, or cannot be read.

    Example:
        >>> files_in("notes.txt", suffixes=[".csv"])
        (...Path('notes.txt'),)
    """
    root = Path(path)
    if not root.is_dir():
        return (root,)
    found: list[Path] = []
    with os_errors(path):
        for directory, names, files in os.walk(root):
            names[:] = sorted(name for name in names if not name.startswith("."))
            found += [
                Path(directory, file)
                for file in files
                if not file.startswith(".") and file.lower().endswith(tuple(suffixes) or "")
            ]
    within = root.resolve()
    found = [file for file in found if file.resolve().is_relative_to(within)]
    if not found:
        refuse(path, f"the directory holds no file named {' or '.join(suffixes) or 'so'}")
    return tuple(sorted(found))


class _Counted(io.FileIO):
    """
    A file that tells how far it is read.
    """

    def __init__(self, path: Path, progress: Callable[[Progress], object]) -> None:
        super().__init__(path, "rb")
        self._told = progress
        self._path = str(path)
        self._total = os.fstat(self.fileno()).st_size

    def readinto(self, buffer: Any, /) -> int | None:  # a writable buffer
        """
        Read, and tell.
        """
        number = super().readinto(buffer)
        self._told(Progress(file=self._path, done=self.tell(), total=self._total))
        return number

    def readall(self) -> bytes:
        """
        Read the rest, and tell.
        """
        data = super().readall()
        self._told(Progress(file=self._path, done=self.tell(), total=self._total))
        return data


def _opened(path: Path, progress: Callable[[Progress], object] | None) -> BinaryIO:
    with os_errors(path):
        if progress is None:
            return path.open("rb")
        return io.BufferedReader(_Counted(path, progress), 1 << 18)


def set_aside(
    plain: object, reason: str, *, index: int, file: str = "", line: int | None = None
) -> SetAside:
    """
    A record that could not be read, with the reason: for extractors.

    Args:
        plain: The record, as text or other plain data.
        reason: Why it could not be read, and what to do.
        index: Its place in the source, counted from 0.
        file: Name of the file.
        line: Line in the file, counted from 1.

    Example:
        >>> aside = set_aside("??", "this is no notice", index=0, file="a.txt", line=7)
        >>> print(aside.problems[0])
        a.txt:7: this is no notice
    """
    from diplomodel.formats._json import json_text
    from diplomodel.formats._scalars import untyped

    problem = Problem(message=reason, file=file or None, line=line)
    data = json_text(untyped(plain, strict=False), sort=True)
    return SetAside(section="events", index=index, data=data, problems=(problem,))
