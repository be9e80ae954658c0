"""
Rows of Correlates of War Diplomatic Exchange as observations.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from hashlib import sha256
from typing import BinaryIO, Final

import attrs
from attrs import field

from diplomodel.dates import PartialDate
from diplomodel.errors import BadInputError
from diplomodel.events import Event, Observation
from diplomodel.evidence import Evidence, Source, SourceKind
from diplomodel.extractors import SetAsideRows
from diplomodel.fields import Vocabulary, optional_date
from diplomodel_missions._csv import Row, Table, UnreadableError, read, whole
from diplomodel_missions._states import numbered
from diplomodel_missions.cow._codes import COW_LEVEL, CowCode, Seen, code_of, note_on, seen_as


__all__ = ["COLUMNS", "END", "HEADER", "SOURCE", "CowExtractor", "CowOptions", "Tells", "layout"]

#: The columns without which it is no such table.
COLUMNS: Final = ("ccode1", "ccode2", "year", "DR_at_1", "DR_at_2", "DE")

#: The first line of the table, and the end of its lines, as they are published.
HEADER: Final = '"ccode1","ccode2","year","DR_at_1","DR_at_2","DE","version"'
END: Final = "\r\n"

#: The id of the source, to which a layout other than the published one adds a hyphen and more.
SOURCE: Final = "cow-diplomatic-exchange"

_ENDS: Final = {"\r\n": "CR LF", "\n": "LF", "\r": "CR"}
_LAYOUT: Final = re.compile(r"lines end in (CR LF|LF|CR); columns: ([^\r\n]*)")
_DAY: Final = re.compile(r"(?:[0-9]{2}-[0-9]{2})?")
_YEARS: Final = range(1800, 2200)


class Tells(Vocabulary):
    """
    In which fluents the codes are told.
    """

    LEVELS = "levels"
    CODES = "codes"


def _day(owner: object, attribute: attrs.Attribute[str], value: object) -> None:
    del owner, attribute
    if not isinstance(value, str) or not _DAY.fullmatch(value):
        raise BadInputError(f"day is {str(value)[:40]!r}: give a month and day such as '01-01'")
    if value:
        PartialDate.parse(f"2001-{value}")


@attrs.frozen(kw_only=True)
class CowOptions:
    """
    How to read the table.

    Attributes:
        published: When the data set was published, where it should be said.
        day: Month and day in each year for which the codes stand, such as ``01-01``; the table
            has the year alone, so that it is left out unless it is given here.
        tells: ``levels`` tells classes of mission in the core's fluents, and in
            ``missions.cow_level`` what those have no value for; ``codes`` tells all codes in
            ``missions.cow_level``.

    Example:
        >>> CowOptions(day="01-01").tells
        <Tells.LEVELS: 'levels'>
    """

    published: PartialDate | None = field(default=None, converter=optional_date)
    day: str = field(default="", validator=_day)
    tells: Tells = field(default=Tells.LEVELS, converter=Tells)


@attrs.frozen
class CowExtractor:
    """
    Reads Correlates of War Diplomatic Exchange, one row at a time: an observation for each.

    Attributes:
        options: How to read it.
    """

    options: CowOptions = field(factory=CowOptions)

    def extract(self, source: BinaryIO, /, *, name: str = "") -> Iterator[Event | SetAsideRows]:
        """
        Read the observations of a table, and the rows that tell none.

        Args:
            source: The table, with its line of column names.
            name: Name of its file, for messages.

        Raises:
            BadInputError: It is no such table; or, after all that could be read, it is cut off.
        """
        return read(source, name=name, needs=COLUMNS, convert=self._converter)

    def _converter(self, table: Table) -> Callable[[Row], tuple[Event, ...]]:
        document = _document(table, self.options.published)
        day, codes = self.options.day, self.options.tells is Tells.CODES

        def converted(row: Row) -> tuple[Event, ...]:
            cells = row.cells
            year = whole(cells, "year")
            if year not in _YEARS:
                raise UnreadableError("its year is none of the data set's time")
            sender, receiver = _code(cells, "ccode1", year), _code(cells, "ccode2", year)
            if sender == receiver:
                raise UnreadableError("its two numbers stand for the same state")
            code = _levels(row, year)
            told = Seen(COW_LEVEL.name, code.value) if codes else seen_as(code)
            seen = Observation(
                occurred=_date(year, day),
                fluent=told.fluent,
                subject=f"{sender}>{receiver}",
                value=told.value,
                evidence=(
                    Evidence(
                        source=document,
                        place=f"line {row.line}",
                        quote=row.text,
                        note=note_on(code, year),
                    ),
                ),
            )
            return (seen,)

        return converted


def _code(cells: Mapping[str, str], column: str, year: int) -> str:
    found = numbered(whole(cells, column), at=year)
    if found is None:
        raise UnreadableError(f"its {column} is the number of no state in its year")
    return found.code


@lru_cache(maxsize=1024)
def _date(year: int, day: str) -> PartialDate:
    return PartialDate.parse(f"{year:04}-{day}" if day else f"{year:04}")


def _levels(row: Row, year: int) -> CowCode:
    """
    The code of the first state's mission at the second.
    """
    there = whole(row.cells, "de")
    if there not in (0, 1):
        raise UnreadableError("its DE is neither 0 nor 1")
    codes = [
        code_of(whole(row.cells, column), year=year, exchange=there == 1)
        for column in ("dr_at_1", "dr_at_2")
    ]
    if codes[0] is None or codes[1] is None:
        raise UnreadableError("its levels are not of 0, 1, 2, 3 and 9")
    return codes[1]


def _document(table: Table, published: PartialDate | None) -> Source:
    note = f"lines end in {_ENDS.get(table.end, 'LF')}; columns: {table.header}"
    usual = table.header == HEADER and table.end == END
    more = "" if usual else f"-{sha256(note.encode()).hexdigest()[:8]}"
    return Source(
        id=f"{SOURCE}{more}",
        publisher="Correlates of War project",
        title="Diplomatic Exchange Data set",
        published=published,
        kind=SourceKind.DATASET,
        note=note,
    )


def layout(source: Source) -> tuple[str, str] | None:
    """
    The line of column names and the end of lines that a source had; ``None`` for another source.

    Example:
        >>> layout(Source(id="gazette", publisher="A gazette")) is None
        True
    """
    match = _LAYOUT.fullmatch(source.note or "")
    if match is None or not source.id.startswith(SOURCE):
        return None
    ends = {word: end for end, word in _ENDS.items()}
    return match.group(2), ends[match.group(1)]
