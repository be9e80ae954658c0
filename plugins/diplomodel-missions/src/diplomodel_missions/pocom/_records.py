"""
The records of a POCOM file, read by a parser that knows no entities.

A document type declaration is refused: POCOM has none, and it is where entities are declared.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO, Final
from xml.parsers import expat

import attrs

from diplomodel.errors import BadInputError


_BLOCK: Final = 65_536
_DEPTH: Final = 40
_RECORDS: Final = ("chief", "mission-note")
#: Longest text of one element that is kept, far above the longest note there is.
_TEXT: Final = 20_000


@attrs.frozen(kw_only=True)
class Record:
    """
    One ``chief`` or ``mission-note`` of a file.

    Attributes:
        tag: Which of the two.
        group: The element it stands in: ``chiefs`` or ``other-nominees``.
        territory: The ``territory-id`` of the file.
        line: Line on which it begins, counted from 1.
        index: Its place among the records, counted from 0.
        fields: Texts by path, such as ``started/date``, blanks folded.

    Example:
        >>> import io
        >>> xml = b"<country-mission><territory-id>xy</territory-id><chiefs><chief>"
        >>> xml += b"<id>xy-1</id></chief></chiefs></country-mission>"
        >>> [record.fields["id"] for record in records(io.BytesIO(xml), name="xy.xml")]
        ['xy-1']
    """

    tag: str
    group: str
    territory: str
    line: int
    index: int
    fields: dict[str, str]

    def text(self, path: str) -> str:
        """
        The text at a path, empty where there is none.
        """
        return self.fields.get(path, "")


class _Reader:
    """
    Collects records while the parser goes on.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self.done: list[Record] = []
        self.territory = ""
        self.count = 0
        self.root = ""
        self._path: list[str] = []
        self._inside: list[str] = []
        self._texts: dict[str, list[str]] = {}
        self._line = 0
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._data
        self.parser.StartDoctypeDeclHandler = self._doctype

    def _doctype(self, *_: object) -> None:
        raise BadInputError(
            f"{self.name or 'the source'} has a document type declaration:"
            " POCOM files have none, and entities are not read; take it out"
        )

    def _start(self, tag: str, _: object) -> None:
        self.root = self.root or tag
        if len(self._path) >= _DEPTH:
            raise BadInputError(
                f"{self.name or 'the source'} nests elements more than {_DEPTH} deep:"
                " give a POCOM file of one country"
            )
        self._path.append(tag)
        if self._inside:
            self._inside.append(tag)
        elif tag in _RECORDS:
            self._inside = [tag]
            self._texts = {}
            self._line = self.parser.CurrentLineNumber

    def _data(self, data: str) -> None:
        if len(self._inside) > 1:
            # Mark-up inside a note, as for words in italics, is text of the note.
            path = "/".join(self._inside[1:]).removesuffix("/hi")
            self._texts.setdefault(path, []).append(data)
        elif self._path == ["country-mission", "territory-id"]:
            self.territory += data[:_TEXT].strip()

    def _end(self, tag: str) -> None:
        self._path.pop()
        if len(self._inside) > 1:
            self._inside.pop()
        elif self._inside:
            self._inside = []
            fields = {path: _folded("".join(parts)) for path, parts in self._texts.items()}
            self.done.append(
                Record(
                    tag=tag,
                    group=self._path[-1] if self._path else "",
                    territory=self.territory,
                    line=self._line,
                    index=self.count,
                    fields=fields,
                )
            )
            self.count += 1


def records(source: BinaryIO, *, name: str) -> Iterator[Record]:
    """
    Read the records of a file one by one.

    Args:
        source: The file.
        name: Its name, for messages.

    Raises:
        BadInputError: It is no XML, no POCOM file, or broken off; what came before it is given
            first.
    """
    reader = _Reader(name)
    while True:
        block = source.read(_BLOCK)
        fault = _fed(reader, block)
        yield from reader.done
        reader.done.clear()
        if fault is not None:
            raise fault
        if reader.root not in ("", "country-mission"):
            raise BadInputError(
                f"{name or 'the source'} begins with <{reader.root[:40]}>: POCOM files of chiefs"
                " of mission begin with <country-mission>"
            )
        if not block:
            return


def _fed(reader: _Reader, block: bytes) -> BadInputError | None:
    try:
        reader.parser.Parse(block, not block)
    except expat.ExpatError as error:
        where = f"{reader.name or 'the source'}:{error.lineno}"
        what = expat.ErrorString(error.code)
        if reader.count == 0:
            return BadInputError(f"{where}: this is no XML ({what}): give a POCOM file")
        return BadInputError(
            f"{where}: the file breaks off or is damaged here ({what}); {reader.count} records"
            " before it are read, and the rest is lost: fetch the file again"
        )
    except (UnicodeError, ValueError, LookupError) as error:
        # Expat asks Python for encodings that it does not know itself.
        return BadInputError(
            f"{reader.name or 'the source'}:"
            f" its encoding cannot be read ({error}): save it in UTF-8"
        )
    except BadInputError as error:
        return error
    return None


def _folded(text: str) -> str:
    return " ".join(text[:_TEXT].split())
