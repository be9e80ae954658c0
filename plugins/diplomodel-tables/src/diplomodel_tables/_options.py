"""
What can be chosen when tables are written.

Each option takes its own type or the text that a command line has.
"""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from diplomodel.dates import DateLike, day_number, day_text
from diplomodel.errors import BadInputError
from diplomodel.fields import Vocabulary, several


__all__ = [
    "FileFormat",
    "PanelOptions",
    "SheetOptions",
    "StataOptions",
    "TableName",
    "TableOptions",
    "Unit",
]


class Unit(Vocabulary):
    """
    The unit of time of a panel.
    """

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


class TableName(Vocabulary):
    """
    The tables that a history gives besides the panel.
    """

    EVENTS = "events"
    EVIDENCE = "evidence"
    CLAIMS = "claims"
    SPELLS = "spells"
    TRANSITIONS = "transitions"
    FINDINGS = "findings"


class FileFormat(Vocabulary):
    """
    The files in which a panel can stand.
    """

    PARQUET = "parquet"
    ARROW = "arrow"
    XLSX = "xlsx"
    DTA = "dta"


def flag(value: object) -> bool:
    """
    A converter to true or false from these or the words for them.

    Raises:
        BadInputError: It is neither.

    Example:
        >>> flag("yes"), flag(False)
        (True, False)
    """
    words = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}
    found = words.get(str(value).lower())
    if found is None:
        raise BadInputError(f"{str(value)[:40]!r} is neither true nor false: write one of these")
    return found


def names(values: Iterable[str] | str | None) -> tuple[str, ...] | None:
    """
    A converter to names from several texts or one with commas.

    Example:
        >>> names("relations, mission_level")
        ('relations', 'mission_level')
    """
    if values is None:
        return None
    parts = (part for value in several(values) for part in str(value).split(","))
    return tuple(dict.fromkeys(name for part in parts if (name := part.strip())))


def table_names(values: Iterable[str] | str) -> tuple[TableName, ...]:
    """
    A converter to names of tables from several texts or one with commas.

    Raises:
        BadInputError: There is no such table.

    Example:
        >>> [name.value for name in table_names("events,spells")]
        ['events', 'spells']
    """
    return tuple(map(TableName, names(values) or ()))


def a_day(value: DateLike | None) -> str | None:
    """
    A converter to a day as text.

    Raises:
        BadInputError: It is not a day.
    """
    return None if value is None else day_text(day_number(value))


@attrs.frozen(kw_only=True)
class TableOptions:
    """
    Options of ``tables.parquet`` and ``tables.arrow``.

    Attributes:
        table: The table to write; only the events can be read back as events.
    """

    table: TableName = attrs.field(default=TableName.EVENTS, converter=TableName)


@attrs.frozen(kw_only=True)
class StataOptions:
    """
    Options of ``tables.dta``.

    Attributes:
        table: The table to write.
    """

    table: TableName = attrs.field(default=TableName.SPELLS, converter=TableName)


@attrs.frozen(kw_only=True)
class SheetOptions:
    """
    Options of ``tables.xlsx``.

    Attributes:
        tables: The tables to write, one a sheet; all if left out.
    """

    tables: tuple[str, ...] = attrs.field(default=tuple(TableName), converter=table_names)


@attrs.frozen(kw_only=True)
class PanelOptions:
    """
    Options of a panel.

    Attributes:
        unit: One row for each day, month or year.
        format: The file in which it stands.
        first: The first day; that of the coverage if left out.
        last: The last day; that of the coverage if left out.
        fluents: Names of the fluents to show; if left out, all that give a pair of states one
            value or one in each direction.
        dyads: The dyads to show, such as ``MEX-PER``; all that anything is known of if left out.
        certainty: Whether to add how surely each value holds.
    """

    unit: Unit = attrs.field(default=Unit.DAY, converter=Unit)
    format: FileFormat = attrs.field(default=FileFormat.PARQUET, converter=FileFormat)
    first: str | None = attrs.field(default=None, converter=a_day)
    last: str | None = attrs.field(default=None, converter=a_day)
    fluents: tuple[str, ...] | None = attrs.field(default=None, converter=names)
    dyads: tuple[str, ...] | None = attrs.field(default=None, converter=names)
    certainty: bool = attrs.field(default=False, converter=flag)

    def __attrs_post_init__(self) -> None:
        """
        Refuse an end before the start.
        """
        if self.first is not None and self.last is not None and self.last < self.first:
            raise BadInputError(f"the last day, {self.last}, is before the first, {self.first}")
