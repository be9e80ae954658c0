"""
What the extractors of coded event data share: how a table is looked at, and rows as evidence.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Final, Protocol, TypeAlias

import attrs

from diplomodel.errors import BadInputError, did_you_mean
from diplomodel.events import Event
from diplomodel.evidence import Evidence, Source, SourceKind
from diplomodel_eventdata._days import MONTH_FIRST, day


__all__ = [
    "ALIKE",
    "EXECUTIVE",
    "NOBODY",
    "NO_DAY",
    "NO_GOVERNMENT",
    "NO_STATE",
    "TERRITORY",
    "ExtractOptions",
    "Form",
    "OneTable",
    "Row",
    "column_problems",
    "columns_of",
    "evidence",
    "plain_name",
    "short",
]

Row: TypeAlias = Sequence[str]
"""
The cells of a row.
"""

#: CAMEO's codes of those who act for a state abroad. Its parliament, courts and police do not.
EXECUTIVE: Final = frozenset({"GOV", "MIL", "SPY"})

#: Reasons that hold for rows of every format.
NOBODY: Final = "an actor has no country"
ALIKE: Final = "both actors are of one state"
NO_DAY: Final = "the date of the event is no day"
NO_GOVERNMENT: Final = "an actor is not a government"
NO_STATE: Final = "an actor's country is no state on that date"
TERRITORY: Final = "an actor is in a territory that is no state"

#: The widest table that anybody could mean.
_WIDEST: Final = 1000


@attrs.frozen(kw_only=True)
class ExtractOptions:
    """
    How event data are read.

    Attributes:
        keep_rows: Whether rows that are set aside keep their text.
    """

    keep_rows: bool = False


@attrs.frozen(kw_only=True)
class OneTable:
    """
    How one table is read, once its first lines are known.

    Attributes:
        columns: Places of the columns that tell at a glance whether a row can be an event: its
            code, and the countries of the one who acts and of the other.
        widths: How many columns a row may have.
        code_reason: Why a code, with nothing else known of the row, stands for no event, and
            whether it is one at all.
        event: The event of a row in a line, or the reason why it is none.
        row_id: What a row is known by.
        quick_id: The same of a line that is not cut into cells yet, where that can be told.
        split: How a line is cut into cells, where cells that are never looked at may be left out.
        separator: What stands between cells.
        quoted: Whether cells may stand in quotes.
        skip: How many lines before the rows are none.
        missing: What stands for a value that is not there.
    """

    columns: tuple[int, int, int]
    widths: frozenset[int]
    code_reason: Callable[[str], tuple[str | None, bool]]
    event: Callable[[Row, int], Event | str]
    row_id: Callable[[Row], object]
    quick_id: Callable[[str], object] | None = None
    split: Callable[[str], list[str]] | None = None
    separator: str = "\t"
    quoted: bool = False
    skip: int = 0
    missing: frozenset[str] = frozenset({""})


class Form(Protocol):
    """
    A format of event data.
    """

    def table(self, head: Sequence[str]) -> OneTable:
        """
        How a table is read that begins so.

        Args:
            head: Its first lines.

        Raises:
            BadInputError: It is no such table.
        """
        ...


def plain_name(name: str) -> str:
    """
    A column's name without case, dots, spaces and quotes, by which layouts agree.

    Example:
        >>> plain_name('"Event.Date"') == plain_name("event_date") == "event date"
        True
    """
    letters = (letter if letter.isalnum() else " " for letter in name.casefold())
    return " ".join("".join(letters).split())


def column_problems(names: Sequence[str], wanted: Sequence[str]) -> tuple[str, ...]:
    """
    What is wrong with the columns of a table, all of it.

    Args:
        names: Those that are there.
        wanted: Those that must be.

    Example:
        >>> column_problems(["event date", "cameo cod"], ["event date", "cameo code"])
        ("the column 'cameo code' is missing; did you mean 'cameo cod'?",)
    """
    free = [name[:80] for name in names[:_WIDEST] if name not in wanted]
    missing = [name for name in wanted if name not in set(names)]
    twice = sorted({name for name in wanted if list(names).count(name) > 1})
    return (
        *(f"the column {name!r} is missing{did_you_mean(name, free)}" for name in missing),
        *(f"the column {name!r} stands twice" for name in twice),
    )


def columns_of(line: str, *, what: str, separator: str = "\t") -> list[str]:
    """
    The names of the columns in the first line of a table.

    Args:
        line: The line.
        what: The format that is wanted, for the message.
        separator: What stands between them.

    Raises:
        BadInputError: There are more than anybody could mean.
    """
    number = line.count(separator) + 1
    if number > _WIDEST:
        raise BadInputError(f"its first line has {number} columns: it is no {what} table")
    return [plain_name(name) for name in line.split(separator)]


def short(text: str, *, longest: int = 60) -> str:
    r"""
    Text of the data in one line, without control characters, cut off where it is long.

    Example:
        >>> short("UNITED\x00 STATES")
        'UNITED STATES'
    """
    if len(text) <= longest and text.isprintable() and "  " not in text:
        return text if text[:1] != " " != text[-1:] else text.strip()
    kept = "".join(letter if letter.isprintable() else " " for letter in text[: 2 * longest])
    return " ".join(kept.split())[:longest]


def evidence(
    data_set: str,
    report: str,
    *,
    publisher: str,
    place: str,
    note: str,
    address: str | None = None,
    published: str = "",
) -> Evidence:
    """
    A row of a data set as evidence.

    Args:
        data_set: The name of the data set.
        report: What the coded report is known by.
        publisher: Who published the report.
        place: The row.
        note: How it is coded.
        address: Where the report is found.
        published: When it was published, as the data write it.
    """
    source = _source(data_set, report, publisher, address, published)
    return Evidence(source=source, place=place, note=note)


@lru_cache(maxsize=1 << 12)
def _source(
    data_set: str,
    report: str,
    publisher: str,
    address: str | None,
    published: str,
) -> Source:
    # Equal ids must stand for equal sources, whatever file they come from.
    told = "\x1f".join((report, publisher, address or "", published))
    digest = hashlib.blake2b(told.encode("utf-8", "replace"), digest_size=8).hexdigest()
    return Source(
        id=f"{data_set.lower()}-{digest}",
        publisher=publisher,
        title=f"{data_set}, coded by machine",
        address=address,
        published=day(published, month_first=MONTH_FIRST),
        kind=SourceKind.DATASET,
    )
