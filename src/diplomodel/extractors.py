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

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import BinaryIO, Protocol

from diplomodel.casebooks import SetAside
from diplomodel.casebooks._targets import os_errors
from diplomodel.errors import BadInputError, Problem
from diplomodel.events import Event
from diplomodel.plugins import ExtractorSpec, PluginHost
from diplomodel.plugins import host as default_host


__all__ = ["Extractor", "extract", "set_aside"]


class Extractor(Protocol):
    """
    Reads one source.

    It gives the same events for the same bytes, each with evidence, holds one record at a time
    where it can, and never raises for a record that is bad.
    """

    def extract(self, source: BinaryIO, /, *, name: str = "") -> Iterator[Event | SetAside]:
        """
        Read events, with what could not be read set aside between them.

        Args:
            source: What to read.
            name: The name of its file, for messages and evidence.
        """
        ...


def extract(
    path: str | os.PathLike[str],
    *,
    using: str,
    options: Mapping[str, object] | None = None,
    host: PluginHost | None = None,
) -> Iterator[Event | SetAside]:
    """
    Read the events of a file with an extractor; only the plugin that has it is imported.

    Args:
        path: The file.
        using: Name of the extractor.
        options: Its options; text will do for numbers and booleans.
        host: Where to look for it; the host of this process if left out.

    Raises:
        UnknownNameError: There is no such extractor.
        PluginError: Its plugin cannot be used.
        BadInputError: An option is not known, or the file cannot be read.
    """
    offer = (host or default_host()).find(ExtractorSpec, using)
    extractor: Extractor = offer.make(options)
    with os_errors(path):
        stream = Path(path).open("rb")  # noqa: SIM115 (closed below, after what may be blamed)
    with stream:
        name = Path(path).name
        for found in offer.watched(extractor.extract(stream, name=name)):
            if not isinstance(found, Event | SetAside):
                raise BadInputError(
                    f"{offer.owner} gives a {type(found).__name__}: it must give events"
                )
            yield found


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
