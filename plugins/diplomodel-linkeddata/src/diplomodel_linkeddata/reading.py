"""
Linked data back into a casebook.

What is read are the records: each event, and the header, as the line that it is in JSON Lines.
The other statements say the same to other tools; changes made to them alone are not read.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO, Final

import attrs
import pyoxigraph as ox

from diplomodel.casebooks import Casebook, loads
from diplomodel.errors import BadInputError
from diplomodel.events import UnknownEvent
from diplomodel_linkeddata._terms import expanded


__all__ = ["read_jsonld", "read_nquads", "read_turtle"]

_TYPE: Final = expanded("rdf:type")
_RECORD: Final = expanded("dm:Record")
_POSITION: Final = expanded("dm:position")
_JSON: Final = expanded("dm:json")
_BOOK: Final = expanded("dm:inCasebook")
_ABOUT: Final = expanded("dm:about")
_READ: Final = frozenset({_POSITION, _JSON, _BOOK, _ABOUT})

# A position is a count of records, so more digits than these are no position.
_DIGITS: Final = 12


def read_turtle(source: BinaryIO) -> Casebook:
    """
    Read a casebook from Turtle that was written by this plugin.

    Args:
        source: The file, opened for bytes.

    Raises:
        BadInputError: It is not Turtle, or holds no whole casebook.

    Example:
        >>> import io
        >>> read_turtle(io.BytesIO(b""))
        Traceback (most recent call last):
            ...
        diplomodel.errors.BadInputError: there are no records of a casebook in it: ...
    """
    return _read(source, ox.RdfFormat.TURTLE, "Turtle")


def read_jsonld(source: BinaryIO) -> Casebook:
    """
    Read a casebook from JSON-LD that was written by this plugin; nothing is fetched.

    Args:
        source: The file, opened for bytes.

    Raises:
        BadInputError: It is not JSON-LD, asks for a context elsewhere, or holds no whole casebook.

    Example:
        >>> import io
        >>> read_jsonld(io.BytesIO(b'{"@context": "https://example.org/context"}'))
        Traceback (most recent call last):
            ...
        diplomodel.errors.BadInputError: it cannot be read as JSON-LD: ...
    """
    return _read(source, ox.RdfFormat.JSON_LD, "JSON-LD")


def read_nquads(source: BinaryIO) -> Casebook:
    """
    Read a casebook from N-Quads that were written by this plugin.

    Args:
        source: The file, opened for bytes.

    Raises:
        BadInputError: It is not N-Quads, or holds no whole casebook.

    Example:
        >>> import io
        >>> read_nquads(io.BytesIO(b"hello"))
        Traceback (most recent call last):
            ...
        diplomodel.errors.BadInputError: it cannot be read as N-Quads: ...
    """
    return _read(source, ox.RdfFormat.N_QUADS, "N-Quads")


@attrs.define
class _Record:
    is_one: bool = False
    told: dict[str, list[str]] = attrs.field(factory=dict)


def _read(source: BinaryIO, form: ox.RdfFormat, name: str) -> Casebook:
    records = _records(source, form, name)
    if not records:
        raise BadInputError(
            "there are no records of a casebook in it: give a file that the exporters"
            " linkeddata.turtle, linkeddata.jsonld or linkeddata.nquads wrote"
        )
    books = sorted({one for record in records for one in record.told.get(_BOOK, ())})
    if len(books) > 1:
        raise BadInputError(
            f"it holds {len(books)} casebooks, {books[0][:80]} and {books[1][:80]} among them:"
            " give a file with one"
        )
    lines: dict[int, tuple[str, str | None]] = {}
    for record in records:
        position, line, about = _parts(record)
        if lines.setdefault(position, (line, about)) != (line, about):
            raise BadInputError(f"two records stand at position {position}: take one of them out")
    if sorted(lines) != list(range(len(lines))):
        missing = next(number for number in range(len(lines)) if number not in lines)
        raise BadInputError(f"the record at position {missing} is missing: export it again")
    ordered = [lines[position] for position in range(len(lines))]
    text = "".join(f"{line}\n" for line, _ in ordered)
    casebook = loads(text, format="jsonl", on_problem="collect")
    _check_names(casebook, [about for _, about in ordered if about is not None])
    return casebook


def _records(source: BinaryIO, form: ox.RdfFormat, name: str) -> list[_Record]:
    found: dict[str, _Record] = {}
    for subject, predicate, value in _statements(source, form, name):
        if predicate in _READ:
            found.setdefault(subject, _Record()).told.setdefault(predicate, []).append(value)
        elif predicate == _TYPE and value == _RECORD:
            found.setdefault(subject, _Record()).is_one = True
    return [record for record in found.values() if record.is_one]


def _statements(source: BinaryIO, form: ox.RdfFormat, name: str) -> Iterator[tuple[str, str, str]]:
    try:
        for quad in ox.parse(source, form):
            subject, value = quad.subject, quad.object
            if isinstance(subject, ox.NamedNode) and isinstance(value, ox.NamedNode | ox.Literal):
                yield subject.value, quad.predicate.value, value.value
    except (SyntaxError, ValueError) as error:
        raise BadInputError(f"it cannot be read as {name}: {str(error)[:200]}") from None


def _parts(record: _Record) -> tuple[int, str, str | None]:
    """
    Position, line and event of a record.
    """
    told = record.told
    position, line = _only(told, _POSITION), _only(told, _JSON)
    if not (position.isascii() and position.isdigit() and len(position) <= _DIGITS):
        raise BadInputError(f"the position {position[:40]!r} of a record is no whole number")
    if "\n" in line or "\r" in line:
        raise BadInputError(f"the record at position {position} holds more than one line")
    return int(position), line, _only(told, _ABOUT) if _ABOUT in told else None


def _only(told: dict[str, list[str]], prop: str) -> str:
    values = list(dict.fromkeys(told.get(prop, ())))
    if len(values) != 1:
        short = prop.rpartition(":")[2]
        raise BadInputError(f"a record has {len(values)} values of dm:{short}; it must have one")
    return values[0]


def _check_names(casebook: Casebook, names: list[str]) -> None:
    """
    Check that the records are of the events that they are said to be about.
    """
    if len(names) != len(casebook.events):
        wrong = [problem for bad in casebook.set_aside for problem in bad.problems]
        raise BadInputError(wrong or "the records are not those of the events described")
    for name, event in zip(names, casebook.events, strict=True):
        # Where the plugin of a kind is missing, its fields are data, and its id is another one.
        if not isinstance(event, UnknownEvent) and not name.endswith(event.id):
            raise BadInputError(
                f"the record of {event.name} is not of the event that it is said to be about,"
                f" {name[:120]}: records and descriptions must be changed together"
            )
