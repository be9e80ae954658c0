"""
The engine of all coded tables: blocks of lines judged by column, then the few rows that are left.

Polars reads three columns of each block. Most rows fall there, for their code or for want of two
countries, without an object of their own. The rest are read whole, line by line.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import chain
from typing import BinaryIO, Final

import attrs
from attrs import field

from diplomodel.errors import BadInputError, Problem
from diplomodel.events import Event
from diplomodel.extractors import Found, SetAsideRows
from diplomodel_eventdata._blocks import Block, blocks, text_of
from diplomodel_eventdata._forms import ExtractOptions, Form, OneTable, short
from diplomodel_eventdata._seen import Seen
from diplomodel_eventdata._sorting import Sorted, Sorter, cells_of, width_reason
from diplomodel_eventdata._streams import Member, members


__all__ = ["TableExtractor", "read_tables"]

_SAME_ID: Final = "a row with its id stands there before"

#: Lines by which a form is known.
_HEAD: Final = 200
#: So many problems of one archive are told.
_TOLD: Final = 20

#: Blocks that are looked at while the rows of another become events.
_AHEAD: Final = 2

_ARCHIVES: Final = (b"PK\x03\x04", b"\x1f\x8b", b"\x1f\xc2\x8b")


def read_tables(
    source: BinaryIO, form: Form, /, *, name: str = "", keep_rows: bool = False
) -> Iterator[Found]:
    """
    Read all tables of a source.

    Args:
        source: A table, or an archive of such.
        form: Its format.
        name: Name of its file.
        keep_rows: Whether rows set aside keep their text.

    Raises:
        BadInputError: It is no such table; or, after what could be read, something is lost.
    """
    problems: list[Problem] = []
    for member in members(source, name=name):
        try:
            yield from _Table(member=member, form=form, keep_rows=keep_rows).read()
        except BadInputError as error:
            file = member.file or None
            problems += (attrs.evolve(problem, file=file) for problem in error.problems)
        if (lost := member.problem()) is not None:
            problems.append(lost)
    if problems:
        raise BadInputError(problems[:_TOLD])


@attrs.frozen
class TableExtractor(ABC):
    """
    Reads the events of a format of tables.

    Attributes:
        options: How to read them.
    """

    options: ExtractOptions = field(factory=ExtractOptions)

    @abstractmethod
    def form(self) -> Form:
        """
        The format.
        """

    def extract(self, source: BinaryIO, /, *, name: str = "") -> Iterator[Found]:
        """
        Read a file.

        Args:
            source: The file, zipped or not.
            name: Its name.

        Raises:
            BadInputError: It is no file of this format; or, after what could be read, part is
                lost.
        """
        return read_tables(source, self.form(), name=name, keep_rows=self.options.keep_rows)

    def explain(self, source: BinaryIO, /, *, name: str = "") -> Iterator[str]:
        """
        Tell what became of each row.

        Args:
            source: The file, zipped or not.
            name: Its name.

        Raises:
            BadInputError: As for `extract`.
        """
        for found in read_tables(source, self.form(), name=name):
            if isinstance(found, Event):
                piece = found.evidence[0]
                yield f"{piece.place}: {found.kind} on {found.occurred} because of {piece.note}"
            elif isinstance(found, SetAsideRows):
                yield from (f"line {line}: set aside: {found.reason}" for line in found.lines)


@attrs.define(kw_only=True)
class _Table:
    """
    One table while it is read.

    Attributes:
        member: Its bytes.
        form: Its format.
        keep_rows: Whether rows set aside keep their text.
        ids: Hashes of what the rows that became events are known by.
    """

    member: Member
    form: Form
    keep_rows: bool
    ids: Seen = attrs.Factory(Seen)

    def read(self) -> Iterator[Found]:
        """
        Its events, and block by block what is set aside.
        """
        cut = blocks(self.member)
        first = next(cut, None)
        if first is None:
            if self.member.loss is None:
                raise BadInputError("the table is empty")
            return
        if first.data.startswith(_ARCHIVES):
            raise BadInputError("it is an archive in an archive: unpack that one first")
        head = [text_of(line) for line in first.head()[:_HEAD]]
        if not head:
            raise BadInputError("its first line is longer than a megabyte: it is no such table")
        table = self.form.table(head)
        number, broken = 1, 0
        for found in self._sorted_ahead(chain((first,), cut), table):
            yield from self._told(found, table, number)
            number += found.count
            broken = number - 1 if found.broken else 0
        if broken and self.member.loss is None:
            raise BadInputError(
                f"it breaks off in line {broken}, and what comes after is lost: fetch it again"
            )

    def _sorted_ahead(self, cut: Iterator[Block], table: OneTable) -> Iterator[Sorted]:
        """
        The blocks sorted out, in their order: while one becomes events, the next are looked at.
        """
        sorter = Sorter(table=table, keep_rows=self.keep_rows)
        with ThreadPoolExecutor(max_workers=_AHEAD) as pool:
            waiting: deque[Future[Sorted]] = deque()
            for block in cut:
                waiting.append(pool.submit(sorter.sort, block))
                if len(waiting) > _AHEAD:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()

    def _told(self, found: Sorted, table: OneTable, first: int) -> Iterator[Found]:
        aside = found.aside
        skip = table.skip if first == 1 else 0
        for place, text in found.left:
            if place < skip:
                continue
            event = self._row(text, table, first + place)
            if isinstance(event, str):
                aside[event].append(place)
            else:
                yield event
        for reason, places in sorted(aside.items()):
            places.sort()
            kept = [place for place in places if place >= skip] if skip else places
            if kept:
                yield SetAsideRows(
                    reason=reason,
                    lines=tuple(map(first.__add__, kept)),
                    file=self.member.file,
                    rows=tuple(map(found.text, kept)) if self.keep_rows else (),
                )

    def _row(self, text: str, table: OneTable, number: int) -> Event | str:
        """
        The event of a row, or why it is none.
        """
        known_by = None if table.quick_id is None else hash(table.quick_id(text))
        if known_by is not None and known_by in self.ids:
            return _SAME_ID
        cells = cells_of(text, table)
        if len(cells) not in table.widths:
            return width_reason(cells, table)
        if known_by is None:
            known_by = hash(table.row_id(cells))
            if known_by in self.ids:
                return _SAME_ID
        try:
            found = table.event(cells, number)
        except BadInputError as error:
            return short(str(error), longest=300)
        if not isinstance(found, str):
            self.ids.add(known_by)
        return found
