"""
The nested columns of events: plain data as structs and lists, and back without loss.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Final, Protocol

import attrs
import pyarrow as pa


__all__ = ["CLAIMS", "EVIDENCE", "LINKS", "NAMES", "Misfit", "Shape", "json_of", "json_text"]

_LIMIT: Final = 2**63


class Misfit(Exception):  # noqa: N818 (no error of a caller: the value goes elsewhere)
    """
    A value does not fit its column.
    """


class Shape(Protocol):
    """
    How values of one form stand in a column.
    """

    @property
    def type(self) -> pa.DataType:
        """
        The type of the column.
        """

    def put(self, value: object) -> object:
        """
        A plain value as it stands in the column.

        Raises:
            Misfit: It does not fit.
        """

    def get(self, cell: object) -> object:
        """
        The plain value of what stands in a column.
        """


def json_text(value: object) -> str:
    """
    A value as JSON that any file can hold: lone surrogates, which have no encoding, are escaped.

    Example:
        >>> json_text({"b": 1, "a": "Perú"})
        '{"a":"Perú","b":1}'
    """
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    if text.isascii() or _encodes(text):
        return text
    return json.dumps(value, sort_keys=True, separators=(",", ":"))


def json_of(text: object) -> object:
    """
    The value of a cell of JSON.

    Raises:
        ValueError: It is no JSON.
    """
    if not isinstance(text, str):
        raise ValueError(f"a {type(text).__name__} stands where JSON is expected")  # noqa: TRY004 (one error for all that is no JSON)
    return json.loads(text)


def _encodes(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


@attrs.frozen
class Text:
    """
    Text; a default that plain data leave out is filled in.

    Attributes:
        default: The text of what is left out.
    """

    default: str | None = None
    type: pa.DataType = attrs.field(factory=pa.string, init=False)

    def put(self, value: object) -> object:
        """
        The text itself.
        """
        if not isinstance(value, str) or not _encodes(value):
            raise Misfit
        return value

    def get(self, cell: object) -> object:
        """
        The text itself.
        """
        return cell


@attrs.frozen
class Whole:
    """
    A whole number of at most 64 bits.
    """

    type: pa.DataType = attrs.field(factory=pa.int64, init=False)

    def put(self, value: object) -> object:
        """
        The number itself.
        """
        if not isinstance(value, int) or isinstance(value, bool):
            raise Misfit
        if not -_LIMIT <= value < _LIMIT:
            raise Misfit
        return value

    def get(self, cell: object) -> object:
        """
        The number itself.
        """
        return cell


@attrs.frozen
class Json:
    """
    Anything, as JSON.
    """

    type: pa.DataType = attrs.field(factory=pa.string, init=False)

    def put(self, value: object) -> object:
        """
        The JSON of it.
        """
        return json_text(value)

    def get(self, cell: object) -> object:
        """
        What the JSON says.
        """
        return json_of(cell)


@attrs.frozen
class Several:
    """
    A list.

    Attributes:
        item: The shape of its items.
    """

    item: Shape

    @property
    def type(self) -> pa.DataType:
        """
        The type of the column.
        """
        return pa.list_(self.item.type)

    def put(self, value: object) -> object:
        """
        The list of its items.
        """
        if not isinstance(value, list):
            raise Misfit
        return [self.item.put(one) for one in value]

    def get(self, cell: object) -> object:
        """
        The list of its items.
        """
        return [self.item.get(one) for one in cell] if isinstance(cell, list) else cell


@attrs.frozen
class Record:
    """
    A mapping of fields; those that are left out are null, or their default.

    Attributes:
        parts: The shape of each field.
    """

    parts: Mapping[str, Shape]

    @property
    def type(self) -> pa.DataType:
        """
        The type of the column.
        """
        return pa.struct([(name, shape.type) for name, shape in self.parts.items()])

    def put(self, value: object) -> object:
        """
        The fields with nulls for those left out.
        """
        if not isinstance(value, Mapping) or not value.keys() <= self.parts.keys():
            raise Misfit
        cells = {}
        for name, shape in self.parts.items():
            default = shape.default if isinstance(shape, Text) else None
            cells[name] = shape.put(value[name]) if name in value else default
        return cells

    def get(self, cell: object) -> object:
        """
        The fields without nulls and defaults.
        """
        if not isinstance(cell, Mapping):
            return cell
        found = {}
        for name, shape in self.parts.items():
            part = cell.get(name)
            is_default = isinstance(shape, Text) and part == shape.default
            if part is not None and not is_default and part != []:
                found[name] = shape.get(part)
        return found


_SOURCE: Final = Record(
    {
        "id": Text(),
        "publisher": Text(),
        "title": Text(),
        "address": Text(),
        "published": Text(),
        "language": Text(),
        "kind": Text("news"),
        "licence": Text(),
        "note": Text(),
    }
)
_PIECE: Final = Record(
    {
        "source": _SOURCE,
        "place": Text(),
        "quote": Text(),
        "start": Whole(),
        "end": Whole(),
        "attributed_to": Text(),
        "note": Text(),
    }
)

#: Texts.
NAMES: Final = Several(Text())
#: Pieces of evidence, each with its source.
EVIDENCE: Final = Several(_PIECE)
#: Claims; the value claimed stands as JSON.
CLAIMS: Final = Several(
    Record(
        {
            "text": Text(),
            "field": Text(),
            "value": Json(),
            "by": NAMES,
            "evidence": EVIDENCE,
            "verdict": Text("open"),
            "reason": Text(),
        }
    )
)
#: Links to other events.
LINKS: Final = Several(Record({"kind": Text(), "to": Text()}))
