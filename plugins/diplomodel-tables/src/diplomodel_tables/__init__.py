"""
Tables for statistics programs: Parquet, Arrow, Excel, Stata, and a panel of dyads.

Example:
    >>> import diplomodel as dm
    >>> from diplomodel_tables import panel
    >>> frame = panel(dm.replay(dm.casebook("peru-mexico")), unit="year")
    >>> frame.filter(dyad="MEX-PER").select("year", "relations").rows()[-2:]
    [(2025, 'broken'), (2026, 'broken')]
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from diplomodel.plugins import ExporterSpec, hookimpl


if TYPE_CHECKING:
    from collections.abc import Iterable

    from diplomodel_tables._files import read_arrow, read_parquet
    from diplomodel_tables._frames import (
        claims_frame,
        events_frame,
        evidence_frame,
        findings_frame,
        panel,
        spells_frame,
        to_pandas,
        transitions_frame,
    )
    from diplomodel_tables._options import (
        FileFormat,
        PanelOptions,
        SheetOptions,
        StataOptions,
        TableName,
        TableOptions,
        Unit,
    )

__all__ = [
    "DIPLOMODEL_API",
    "FileFormat",
    "PanelOptions",
    "SheetOptions",
    "StataOptions",
    "TableName",
    "TableOptions",
    "Unit",
    "claims_frame",
    "diplomodel_register_exporters",
    "events_frame",
    "evidence_frame",
    "findings_frame",
    "panel",
    "read_arrow",
    "read_parquet",
    "spells_frame",
    "to_pandas",
    "transitions_frame",
]

#: The version of the plugin interface that this package is written for.
DIPLOMODEL_API: Final = 1

_XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@hookimpl
def diplomodel_register_exporters() -> Iterable[ExporterSpec]:
    """
    The formats of tables.
    """
    return [
        ExporterSpec(
            name="tables.parquet",
            summary="Parquet: events with nested evidence and claims, reads back equal;"
            " or another table.",
            factory="diplomodel_tables._exporters:ParquetExporter",
            suffix=".parquet",
            media_type="application/vnd.apache.parquet",
            binary=True,
            lossless=True,
            streaming=True,
            reader="diplomodel_tables._files:read_parquet",
            options="diplomodel_tables._options:TableOptions",
        ),
        ExporterSpec(
            name="tables.arrow",
            summary="Arrow (Feather): events with nested evidence and claims, reads back equal;"
            " or another table.",
            factory="diplomodel_tables._exporters:ArrowExporter",
            suffix=".arrow",
            media_type="application/vnd.apache.arrow.file",
            binary=True,
            lossless=True,
            streaming=True,
            reader="diplomodel_tables._files:read_arrow",
            options="diplomodel_tables._options:TableOptions",
        ),
        ExporterSpec(
            name="tables.xlsx",
            summary="Excel: events, evidence, claims, spells, transitions and findings, a sheet"
            " each.",
            factory="diplomodel_tables._exporters:ExcelExporter",
            suffix=".xlsx",
            media_type=_XLSX,
            binary=True,
            streaming=True,
            options="diplomodel_tables._options:SheetOptions",
        ),
        ExporterSpec(
            name="tables.dta",
            summary="Stata 14 and later: one table, spells by default, with labels.",
            factory="diplomodel_tables._exporters:StataExporter",
            suffix=".dta",
            media_type="application/x-stata-dta",
            binary=True,
            options="diplomodel_tables._options:StataOptions",
        ),
        ExporterSpec(
            name="tables.panel",
            summary="A dyad-day, dyad-month or dyad-year panel with fluents and the levels of"
            " Correlates of War and Diplometrics; Parquet, Arrow, Excel or Stata.",
            factory="diplomodel_tables._exporters:PanelExporter",
            suffix=".parquet",
            media_type="application/vnd.apache.parquet",
            binary=True,
            streaming=True,
            options="diplomodel_tables._options:PanelOptions",
            citation=_CITATION,
        ),
    ]


#: Where the two schemes of levels come from.
_CITATION: Final = (
    'Bayer, Reşat. 2006. "Diplomatic Exchange Data set, v2006.1." Correlates of War project;'
    " Moyer, Jonathan D., Sara D. Turner and Collin J. Meisel. 2021."
    ' "What are the drivers of diplomacy?" Journal of Peace Research 58(6): 1300-1310.'
)


def __getattr__(name: str) -> object:
    """
    Load what is heavy when it is first used.
    """
    from importlib import import_module

    if name.startswith("_") or name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    part = "_frames" if name[0].islower() else "_options"
    if name.startswith("read_"):
        part = "_files"
    return getattr(import_module(f"{__name__}.{part}"), name)


def __dir__() -> list[str]:
    """
    All public names, loaded or not.
    """
    return sorted({*globals(), *__all__})
