"""
XML of unknown origin as a tree: no document types, no entities, nothing deep or endless.
"""

from __future__ import annotations

from typing import BinaryIO, Final
from xml.etree.ElementTree import Element
from xml.parsers import expat

import attrs

from diplomodel.errors import BadInputError


__all__ = ["Tree", "parse"]

_CHUNK: Final = 1 << 16
#: An article or record of a mission has some tens of kilobytes and a depth of ten.
_LARGEST: Final = 1 << 25
_DEEPEST: Final = 100
_MOST: Final = 200_000


@attrs.frozen(kw_only=True)
class Tree:
    """
    What could be read of a document.

    Attributes:
        root: Its outermost element, with the names of elements and attributes without namespaces.
        lines: The line of each element's start tag, counted from 1, by the element's identity.
        broken: The elements that were open where the document breaks off.
        fault: Why it breaks off; nothing for a whole document.
    """

    root: Element
    lines: dict[int, int]
    broken: tuple[Element, ...] = ()
    fault: str = ""


class _RefusedError(Exception):
    """
    The document has what no record has.
    """


class _Builder:
    """
    Builds the tree from what the parser meets.
    """

    def __init__(self, parser: expat.XMLParserType) -> None:
        self.root: Element | None = None
        self.stack: list[Element] = []
        self.lines: dict[int, int] = {}
        self._texts: list[str] = []
        self._last: Element | None = None
        self._parser = parser
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._texts.append
        parser.StartDoctypeDeclHandler = self._doctype
        parser.EntityDeclHandler = self._doctype

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._flush()
        if len(self.stack) >= _DEEPEST:
            raise _RefusedError(f"its elements are nested more than {_DEEPEST} deep")
        if len(self.lines) >= _MOST:
            raise _RefusedError(f"it has more than {_MOST} elements")
        plain = {key.rpartition("}")[2]: value for key, value in attributes.items()}
        element = Element(name.rpartition("}")[2], plain)
        if self.stack:
            self.stack[-1].append(element)
        else:
            self.root = element
        self.stack.append(element)
        self.lines[id(element)] = self._parser.CurrentLineNumber
        self._last = None

    def _end(self, name: str) -> None:
        del name
        self._flush()
        self._last = self.stack.pop()

    def _doctype(self, *told: object) -> None:
        del told
        raise _RefusedError("it has a document type or entities, which are not read")

    def _flush(self) -> None:
        text = "".join(self._texts)
        self._texts.clear()
        if not text or not self.stack:
            return
        if self._last is None:
            self.stack[-1].text = text
        else:
            self._last.tail = text


def parse(source: BinaryIO, /, *, name: str = "") -> Tree:
    """
    The tree of a document, as far as it can be read.

    Args:
        source: The document.
        name: Name of its file, for messages.

    Raises:
        BadInputError: Nothing of it can be read as XML.

    Example:
        >>> import io
        >>> tree = parse(io.BytesIO(b"<a><b>one</b><b>two"))
        >>> tree.root.tag, [one.tag for one in tree.broken], tree.fault
        ('a', ['a', 'b'], 'no element found: line 1, column 19')
    """
    parser = expat.ParserCreate(namespace_separator="}")
    builder = _Builder(parser)
    fault, size = "", 0
    try:
        while chunk := source.read(_CHUNK):
            size += len(chunk)
            if size > _LARGEST:
                raise _RefusedError(f"it is larger than {_LARGEST >> 20} MiB")
            parser.Parse(chunk, False)
        parser.Parse(b"", True)
    except (expat.ExpatError, _RefusedError, ValueError, LookupError) as error:
        fault = str(error)[:200]
    if builder.root is None:
        raise BadInputError(f"{name or 'the file'} is no XML that can be read: {fault}")
    return Tree(root=builder.root, lines=builder.lines, broken=tuple(builder.stack), fault=fault)
