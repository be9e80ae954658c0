"""
The exporters: which table goes into which file.
"""

from __future__ import annotations

from typing import BinaryIO, Final, TypeVar

import attrs

from diplomodel.errors import BadInputError
from diplomodel.exporters import Export
from diplomodel_tables._events import events_table, flat_events_table
from diplomodel_tables._files import casebook_facts, write_arrow, write_parquet
from diplomodel_tables._histories import (
    claims_table,
    evidence_table,
    findings_table,
    spells_table,
    transitions_table,
)
from diplomodel_tables._options import (
    FileFormat,
    PanelOptions,
    SheetOptions,
    StataOptions,
    TableName,
    TableOptions,
)
from diplomodel_tables._panel import panel_table
from diplomodel_tables._table import Table


__all__ = [
    "ArrowExporter",
    "ExcelExporter",
    "PanelExporter",
    "ParquetExporter",
    "StataExporter",
    "table_of",
]

T = TypeVar("T")

_MAKERS: Final = {
    TableName.EVIDENCE: evidence_table,
    TableName.CLAIMS: claims_table,
    TableName.SPELLS: spells_table,
    TableName.TRANSITIONS: transitions_table,
    TableName.FINDINGS: findings_table,
}


def table_of(case: Export, name: TableName, *, flat: bool = False) -> Table:
    """
    One table of a casebook and its history.

    Args:
        case: What there is to tell.
        name: Which table.
        flat: Leave out of the events what is nested and has a table of its own.
    """
    if name is not TableName.EVENTS:
        return _with_facts(_MAKERS[name](case), case)
    if flat:
        return _with_facts(flat_events_table(case.events), case)
    table = _with_facts(events_table(case.events), case)
    return attrs.evolve(table, facts={**table.facts, **casebook_facts(case)})


def _with_facts(table: Table, case: Export) -> Table:
    told = {"diplomodel.title": case.title, "diplomodel.fingerprint": case.fingerprint}
    return attrs.evolve(
        table, facts={"diplomodel.table": table.name, **{k: v for k, v in told.items() if v}}
    )


def _checked(options: object | None, cls: type[T]) -> T:
    if options is None:
        return cls()
    if not isinstance(options, cls):
        raise BadInputError(f"the options are a {type(options).__name__}: give {cls.__name__}")
    return options


class ParquetExporter:
    """
    Writes a table as Parquet.
    """

    def __init__(self, options: object | None = None) -> None:
        """
        Take the options.
        """
        self._options = _checked(options, TableOptions)

    def export(self, case: Export, target: BinaryIO, /) -> None:
        """
        Write the table.
        """
        write_parquet(table_of(case, self._options.table), target)


class ArrowExporter:
    """
    Writes a table as an Arrow file.
    """

    def __init__(self, options: object | None = None) -> None:
        """
        Take the options.
        """
        self._options = _checked(options, TableOptions)

    def export(self, case: Export, target: BinaryIO, /) -> None:
        """
        Write the table.
        """
        write_arrow(table_of(case, self._options.table), target)


class ExcelExporter:
    """
    Writes tables as the sheets of a workbook.
    """

    def __init__(self, options: object | None = None) -> None:
        """
        Take the options.
        """
        self._options = _checked(options, SheetOptions)

    def export(self, case: Export, target: BinaryIO, /) -> None:
        """
        Write the tables.
        """
        from diplomodel_tables._excel import write_workbook

        tables = [table_of(case, TableName(name), flat=True) for name in self._options.tables]
        write_workbook(tables, target, title=case.title)


class StataExporter:
    """
    Writes a table for Stata.
    """

    def __init__(self, options: object | None = None) -> None:
        """
        Take the options.
        """
        self._options = _checked(options, StataOptions)

    def export(self, case: Export, target: BinaryIO, /) -> None:
        """
        Write the table.
        """
        from diplomodel_tables._stata import write_stata

        table = table_of(case, self._options.table, flat=True)
        write_stata(table, target, title=_label(case))


class PanelExporter:
    """
    Writes the panel of dyads.
    """

    def __init__(self, options: object | None = None) -> None:
        """
        Take the options.
        """
        self._options = _checked(options, PanelOptions)

    def export(self, case: Export, target: BinaryIO, /) -> None:
        """
        Write the panel.
        """
        table = _with_facts(panel_table(case.history, self._options), case)
        form = self._options.format
        if form is FileFormat.PARQUET:
            write_parquet(table, target)
        elif form is FileFormat.ARROW:
            write_arrow(table, target)
        elif form is FileFormat.XLSX:
            from diplomodel_tables._excel import write_workbook

            write_workbook([table], target, title=case.title)
        else:
            from diplomodel_tables._stata import write_stata

            write_stata(table, target, title=_label(case))


def _label(case: Export) -> str:
    """
    What a file of Stata says of itself: there is room for one short line.
    """
    return " ".join(part for part in ("diplomodel", case.fingerprint) if part)
