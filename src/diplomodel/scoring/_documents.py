"""
Events by the documents that they are in.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from diplomodel.casebooks import SetAside, read_events
from diplomodel.errors import BadInputError, Problem
from diplomodel.events import Event
from diplomodel.fields import Vocabulary


__all__ = ["By", "by_source", "read_documents"]

_SUFFIXES: Final = (".csv", ".jsonl", ".yaml", ".yml")


class By(Vocabulary):
    """
    What makes a document.

    Example:
        >>> By("file")
        <By.FILE: 'file'>
    """

    AUTO = "auto"
    """
    Each file of a directory; of a single file, each source.
    """

    SOURCE = "source"
    """
    Each source that events cite first.
    """

    FILE = "file"
    """
    Each file, by its name without the suffix.
    """

    ALL = "all"
    """
    Everything together.
    """


def by_source(events: Iterable[Event]) -> dict[str, tuple[Event, ...]]:
    """
    Events by the id of the source that they cite first; those that cite none under "".

    Raises:
        BadInputError: Something among them is no event.

    Example:
        >>> from diplomodel.events import Talks
        >>> list(by_source([Talks(occurred="2022", by="PER")]))
        ['']
    """
    found: dict[str, list[Event]] = {}
    for event in events:
        if not isinstance(event, Event):
            raise BadInputError(f"a {type(event).__name__} stands among the events: give events")
        name = event.evidence[0].source.id if event.evidence else ""
        found.setdefault(name, []).append(event)
    return {name: tuple(held) for name, held in found.items()}


def read_documents(
    path: str | os.PathLike[str], *, by: By | str = By.AUTO
) -> dict[str, tuple[Event, ...]]:
    """
    Read the events of a file, or of all files in a directory, by document.

    Args:
        path: A casebook or a file of events (YAML, JSON Lines, CSV), or a directory of such
            files; their names are relative to it and stand without the suffix.
        by: What makes a document.

    Raises:
        BadInputError: There is no such file, no file in the directory, two with one name, or
            something in them cannot be read; with every problem.

    Example:
        >>> read_documents("no-such-folder")
        Traceback (most recent call last):
            ...
        diplomodel.errors.BadInputError: no-such-folder: there is no such file; check the path
    """
    chosen = By(by)
    place = Path(path)
    is_directory = place.is_dir()
    if not is_directory and not place.exists():
        problem = Problem(message="there is no such file; check the path", file=os.fspath(path))
        raise BadInputError([problem])
    files = _files(place) if is_directory else {place.stem: place}
    if chosen is By.AUTO:
        chosen = By.FILE if is_directory else By.SOURCE
    held = {name: _events(file) for name, file in files.items()}
    if chosen is By.FILE:
        return held
    everything = [event for events in held.values() for event in events]
    return {"": tuple(everything)} if chosen is By.ALL else by_source(everything)


def _files(directory: Path) -> dict[str, Path]:
    found: dict[str, Path] = {}
    for file in sorted(directory.rglob("*")):
        if file.suffix.lower() not in _SUFFIXES or not file.is_file():
            continue
        name = file.relative_to(directory).with_suffix("").as_posix()
        if name in found:
            raise BadInputError(
                f"{directory} has two files for the document {name!r}: {found[name].name} and"
                f" {file.name}; move one away"
            )
        found[name] = file
    if not found:
        raise BadInputError(
            f"{directory} has no casebook and no file of events: {', '.join(_SUFFIXES)}"
        )
    return found


def _events(file: Path) -> tuple[Event, ...]:
    problems: list[Problem] = []
    events = tuple(_readable(file, problems))
    if problems:
        raise BadInputError(problems)
    return events


def _readable(file: Path, problems: list[Problem]) -> Iterator[Event]:
    for one in read_events(file):
        if isinstance(one, SetAside):
            problems += one.problems
        else:
            yield one
