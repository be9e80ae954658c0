"""
Reading gazettes: notices of ``Key: value`` lines, with an empty line between them.
"""

from collections.abc import Callable, Iterator
from typing import BinaryIO

import attrs
from attrs import field

from diplomodel.casebooks import SetAside
from diplomodel.errors import BadInputError, did_you_mean
from diplomodel.events import Event, RelationsBreak
from diplomodel.evidence import Evidence, Source, SourceKind
from diplomodel.extractors import set_aside
from diplomodel_example.airspace import AirspaceClosure, AirspaceOpening


#: What a notice can announce.
ACTS: dict[str, Callable[..., Event]] = {
    "airspace closed": AirspaceClosure,
    "airspace opened": AirspaceOpening,
    "relations broken": RelationsBreak,
}

_KEYS = ("Gazette", "Published", "Notice", "By", "To", "On", "Text")

#: Longer lines are no notices: they are cut off, so that no file is held whole.
_LONGEST = 10_000


@attrs.frozen(kw_only=True)
class GazetteOptions:
    """
    How to read gazettes.

    Attributes:
        publisher: Who publishes them.
        language: Their language.
    """

    publisher: str = "Official Gazette"
    language: str | None = None


@attrs.frozen
class GazetteExtractor:
    """
    Reads a gazette, holding one notice at a time.

    Attributes:
        options: How to read it.
    """

    options: GazetteOptions = field(factory=GazetteOptions)

    def extract(self, source: BinaryIO, /, *, name: str = "") -> Iterator[Event | SetAside]:
        """
        Read the events of a gazette, with the notices that cannot be read set aside between them.

        Args:
            source: The gazette, in UTF-8.
            name: Name of its file, for messages.
        """
        for index, (line, lines) in enumerate(_blocks(source)):
            try:
                yield self._event(lines)
            except BadInputError as error:
                yield set_aside("\n".join(lines), str(error), index=index, file=name, line=line)

    def _event(self, lines: list[str]) -> Event:
        notice = _notice(lines)
        act = ACTS.get(notice["Notice"].lower())
        if act is None:
            hint = did_you_mean(notice["Notice"][:80], ACTS) or f"; known are {', '.join(ACTS)}"
            raise BadInputError(f"{notice['Notice'][:80]!r} is no act that is announced{hint}")
        number = "-".join(notice["Gazette"].lower().replace("/", "-").split())
        document = Source(
            id=f"gazette-{number}",
            publisher=self.options.publisher,
            title=f"Gazette {notice['Gazette']}",
            published=notice["Published"],
            language=self.options.language,
            kind=SourceKind.OFFICIAL,
        )
        return act(
            occurred=notice["On"],
            by=notice["By"],
            target=notice["To"],
            evidence=[Evidence(source=document, quote=notice["Text"])],
        )


def _blocks(source: BinaryIO) -> Iterator[tuple[int, list[str]]]:
    """
    The notices, each with the number of its first line.
    """
    lines: list[str] = []
    for number, raw in enumerate(iter(lambda: source.readline(_LONGEST), b""), start=1):
        line = raw.decode("utf-8", "replace").strip()
        if line:
            lines.append(line)
        elif lines:
            yield number - len(lines), lines
            lines = []
        if len(lines) > len(_KEYS):
            # More than a notice can have: whatever this is, it is not held.
            yield number + 1 - len(lines), lines
            lines = []
    if lines:
        yield number + 1 - len(lines), lines


def _notice(lines: list[str]) -> dict[str, str]:
    """
    The fields of a notice.

    Raises:
        BadInputError: One is missing, stands twice or is not known.
    """
    found: dict[str, str] = {}
    for line in lines:
        key, colon, value = line.partition(":")
        if not colon or key not in _KEYS:
            hint = did_you_mean(key[:80], _KEYS) or f"; write one of {', '.join(_KEYS)}"
            raise BadInputError(f"{line[:60]!r} is no line of a notice{hint}")
        if key in found:
            raise BadInputError(f"{key!r} stands twice; put an empty line between notices")
        found[key] = value.strip()
    if missing := [key for key in _KEYS if not found.get(key)]:
        raise BadInputError(f"the notice has no {missing[0]!r}; add it")
    return found
