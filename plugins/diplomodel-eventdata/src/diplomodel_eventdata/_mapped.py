"""
Any CSV by a mapping file.
"""

from __future__ import annotations

import csv
import datetime as dt
import hashlib
import re
import time
from collections.abc import Iterator, Mapping
from typing import BinaryIO, Final

import attrs
from attrs import field

from diplomodel.actors import person_id
from diplomodel.dates import PartialDate
from diplomodel.errors import BadInputError, Problem, UnknownNameError, did_you_mean
from diplomodel.events import Event, event_type
from diplomodel.evidence import Evidence, Source, SourceKind
from diplomodel.extractors import Found, SetAsideRows
from diplomodel.formats import from_plain
from diplomodel_eventdata._blocks import LONGEST, blocks, text_of
from diplomodel_eventdata._days import day
from diplomodel_eventdata._forms import ExtractOptions, short
from diplomodel_eventdata._mapping import PLAIN, Mapped, TableMapping, read_mapping
from diplomodel_eventdata._places import resolve
from diplomodel_eventdata._seen import Seen
from diplomodel_eventdata._streams import Member, members


__all__ = ["MappedExtractor", "MappingOptions"]

_FLOAT: Final = re.compile(r"(-?\d+)\.0*")
#: Rows set aside are told in batches of this many.
_BATCH: Final = 10_000
_KEPT: Final = 10_000
_WIDEST: Final = 10_000


@attrs.frozen(kw_only=True)
class MappingOptions(ExtractOptions):
    """
    How a table is read by a mapping.

    Attributes:
        mapping: Path of the mapping file; without one, the columns are ``kind``, ``occurred``,
            ``by`` and ``target``.
    """

    mapping: str = ""


@attrs.frozen
class MappedExtractor:
    """
    Reads events from any table by a mapping file.

    Attributes:
        options: How to read it.

    Raises:
        BadInputError: With everything that is wrong with the mapping.
    """

    options: MappingOptions = field(factory=MappingOptions)
    mapping: TableMapping = field(init=False, repr=False)

    @mapping.default
    def _read(self) -> TableMapping:
        return read_mapping(self.options.mapping) if self.options.mapping else PLAIN

    def extract(self, source: BinaryIO, /, *, name: str = "") -> Iterator[Found]:
        """
        Read a table.

        Args:
            source: The table, zipped or not.
            name: Name of its file.

        Raises:
            BadInputError: It has not the columns of the mapping, or part of it is lost.
        """
        problems: list[Problem] = []
        for member in members(source, name=name):
            table = _Table(member=member, mapping=self.mapping, keep=self.options.keep_rows)
            try:
                yield from table.read()
            except BadInputError as error:
                file = member.file or None
                problems += (attrs.evolve(problem, file=file) for problem in error.problems)
            if (lost := member.problem()) is not None:
                problems.append(lost)
        if problems:
            raise BadInputError(problems[:20])


@attrs.define(kw_only=True)
class _Table:
    """
    One table while it is read.
    """

    member: Member
    mapping: TableMapping
    keep: bool
    line: int = 0
    is_open: bool = False
    ids: Seen = attrs.Factory(Seen)
    aside: dict[str, list[tuple[int, str]]] = attrs.Factory(dict)
    waiting: int = 0

    def read(self) -> Iterator[Found]:
        """
        Its events, and what is set aside between them.
        """
        at: dict[str, int] | None = None
        width = 0
        if self.mapping.columns:
            at, width = self._places(list(self.mapping.columns)), len(self.mapping.columns)
        for line, cells in self._records():
            if at is None:
                if cells is None:
                    raise BadInputError("its first line is no row of column names")
                at, width = self._places(cells), len(cells)
                continue
            found = self._record(cells, at, width, line=line)
            if isinstance(found, str):
                self._set_aside(found, line, cells)
                if self.waiting >= _BATCH:
                    yield from self._told()
            else:
                yield found
        yield from self._told()
        if at is None and self.member.loss is None:
            raise BadInputError("the table is empty")

    def _places(self, names: list[str]) -> dict[str, int]:
        """
        The places of the columns.

        Raises:
            BadInputError: With all columns that the mapping names and the table has not.
        """
        if len(names) > _WIDEST:
            raise BadInputError(
                f"its first line has {len(names)} columns: at most {_WIDEST} are read"
            )
        names = [name.strip() for name in names]
        shown = [name[:80] for name in names]
        problems = [
            Problem(message=f"the table has no column {name!r}{did_you_mean(name, shown)}")
            for name in self.mapping.wanted()
            if name not in names
        ]
        problems += [
            Problem(message=f"the column {name!r} stands twice in the table")
            for name in self.mapping.wanted()
            if names.count(name) > 1
        ]
        if problems:
            if self.mapping is PLAIN:
                problems.append(Problem(message="name a mapping of its columns: --mapping FILE"))
            raise BadInputError(problems)
        return {name: names.index(name) for name in self.mapping.wanted()}

    def _records(self) -> Iterator[tuple[int, list[str] | None]]:
        """
        The records, each with its first line; ``None`` for lines that are none.
        """
        separator = self.mapping.separator
        if self.mapping.quoted:
            reader = csv.reader(self._lines(), delimiter=separator)
        else:
            reader = csv.reader(self._lines(), delimiter=separator, quoting=csv.QUOTE_NONE)
        while True:
            before = self.line + 1
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error:
                # An open quote may have swallowed lines: each of them is told.
                yield from ((line, None) for line in range(before, self.line + 1))
                continue
            yield before, cells

    def _lines(self) -> Iterator[str]:
        for block in blocks(self.member):
            self.is_open = block.open
            for line in block.lines():
                self.line += 1
                yield text_of(line) + "\n"
            for _ in range(block.long):
                self.line += 1
                # Longer than any cell may be: the reader refuses it, and the line is told.
                yield "x" * min(LONGEST, csv.field_size_limit() + 1) + "\n"

    def _record(
        self, cells: list[str] | None, at: Mapping[str, int], width: int, *, line: int
    ) -> Event | str:
        if cells is None:
            return "the line is no row of CSV: a quote stays open, or a cell is too long"
        if not cells:
            return "the line is empty"
        if len(cells) != width:
            return f"the row has {len(cells)} columns and not {width}"
        row = {name: cells[place].strip() for name, place in at.items()}
        row = {name: "" if cell in self.mapping.missing else cell for name, cell in row.items()}
        row_id = self.mapping.row_id
        known_by = hash(tuple(cells) if row_id is None else row[row_id])
        if known_by in self.ids:
            return "a row with its id stands there before"
        try:
            found = _event(self.mapping, row, line)
        except BadInputError as error:
            return short("; ".join(problem.message for problem in error.problems), longest=300)
        if not isinstance(found, str):
            self.ids.add(known_by)
        return found

    def _set_aside(self, reason: str, line: int, cells: list[str] | None) -> None:
        text = self.mapping.separator.join(cells or ())[:_KEPT] if self.keep else ""
        self.aside.setdefault(reason, []).append((line, text))
        self.waiting += 1

    def _told(self) -> Iterator[SetAsideRows]:
        for reason, found in sorted(self.aside.items()):
            yield SetAsideRows(
                reason=reason,
                lines=[line for line, _ in found],
                file=self.member.file,
                rows=tuple(text for _, text in found) if self.keep else (),
            )
        self.aside.clear()
        self.waiting = 0


def _event(mapping: TableMapping, row: Mapping[str, str], line: int) -> Event | str:
    """
    The event of a row, or why it is none.

    Raises:
        BadInputError: A field cannot be read.
    """
    for column, words in mapping.only.items():
        if row[column] not in words:
            return f"the column {column!r} has none of the words asked for"
    kind = _word(mapping.kind, row)
    if kind is None:
        return "the row is of no kind that the mapping knows"
    occurred = _date(mapping.fields["occurred"], row)
    plain: dict[str, object] = {"kind": kind, "occurred": occurred.text}
    known = _field_names(kind)
    for name, mapped in mapping.fields.items():
        if name != "occurred" and name in known:
            value = _value(name, mapped, row, occurred)
            if value is not None:
                plain[name] = value
    return attrs.evolve(from_plain(plain), evidence=(_evidence(mapping, row, line),))


def _field_names(kind: str) -> frozenset[str]:
    try:
        return frozenset(one.name for one in attrs.fields(event_type(kind)))
    except UnknownNameError as error:
        raise BadInputError(str(error)) from None


def _word(mapped: Mapped, row: Mapping[str, str]) -> str | None:
    if mapped.value is not None:
        return mapped.value
    text = row[mapped.column] if mapped.column is not None else ""
    if mapped.values is not None:
        # Numbers come as 161 and as 161.0.
        text = mapped.values.get(text, mapped.values.get(_whole(text), ""))
    return text or mapped.default


def _whole(text: str) -> str:
    found = _FLOAT.fullmatch(text)
    return found[1] if found else text


def _value(
    name: str, mapped: Mapped, row: Mapping[str, str], at: PartialDate
) -> str | list[str] | None:
    if mapped.date is not None or mapped.parts:
        return _date(mapped, row).text
    text = _word(mapped, row)
    if text is None:
        return None
    words = [text] if mapped.split is None else [one.strip() for one in text.split(mapped.split)]
    found = [_one(name, mapped, word, at) for word in words if word]
    return found if mapped.split is not None else found[0]


def _one(name: str, mapped: Mapped, word: str, at: PartialDate) -> str:
    if mapped.code is not None:
        found = resolve(mapped.code, word, at)
        if found is None:
            raise BadInputError(f"{name}: {word[:40]!r} is no state by {mapped.code} on {at}")
        return found.code
    return person_id(word) if mapped.person else word


def _date(mapped: Mapped, row: Mapping[str, str]) -> PartialDate:
    if mapped.parts:
        return _of_parts([_whole(row[part]) for part in mapped.parts])
    text = _word(mapped, row)
    if text is None:
        raise BadInputError("the row has no date")
    if mapped.date is not None:
        try:
            return PartialDate.of(dt.date(*time.strptime(text, mapped.date)[:3]))
        except ValueError:
            raise BadInputError(f"{text[:40]!r} is no date written {mapped.date}") from None
    found = day(text)
    return found if found is not None else PartialDate.parse(_whole(text))


def _of_parts(parts: list[str]) -> PartialDate:
    """
    A date of year, month and day, as far as they are there: 0 and negative numbers are none.
    """
    told = []
    for part in parts:
        if not part.isdigit() or int(part) == 0:
            break
        told.append(int(part))
    if not told:
        raise BadInputError("the row has no year")
    text = f"{told[0]:04d}" + "".join(f"-{part:02d}" for part in told[1:])
    return PartialDate.parse(text)


def _evidence(mapping: TableMapping, row: Mapping[str, str], line: int) -> Evidence:
    told = {name: row[column] for name, column in mapping.evidence.items() if row[column]}
    source = dict(mapping.source)
    source |= {
        name: short(told.pop(name), longest=2000)
        for name in ("address", "publisher")
        if name in told
    }
    published = day(told.pop("published", ""))
    # One id must not stand for two sources.
    text = "\x1f".join((*source.values(), str(published)))
    digest = hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=8).hexdigest()
    place = short(told.pop("place", ""), longest=200)
    return Evidence(
        source=Source(
            id=f"{mapping.name}-{digest}",
            published=published,
            kind=SourceKind.DATASET,
            publisher=source["publisher"],
            title=source.get("title"),
            address=source.get("address"),
            licence=source.get("licence"),
        ),
        place=f"{place}, line {line}" if place else f"line {line}",
        quote=_told(told.get("quote")),
        note=_told(told.get("note")),
    )


def _told(text: str | None) -> str | None:
    return None if text is None else short(text, longest=1000)
