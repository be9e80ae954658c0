"""
The tables as data frames.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, TypeAlias

import polars as pl

from diplomodel.casebooks import Casebook
from diplomodel.dates import DateLike
from diplomodel.exporters import Export
from diplomodel.histories import History, replay
from diplomodel_tables._exporters import table_of
from diplomodel_tables._options import PanelOptions, TableName, Unit, a_day, names
from diplomodel_tables._panel import panel_table
from diplomodel_tables._table import Table


if TYPE_CHECKING:
    import pandas as pd

__all__ = [
    "claims_frame",
    "events_frame",
    "evidence_frame",
    "findings_frame",
    "panel",
    "spells_frame",
    "to_pandas",
    "transitions_frame",
]

#: What a table can be made of.
Given: TypeAlias = History | Casebook


def panel(
    history: Given,
    *,
    unit: Unit | str = Unit.DAY,
    first: DateLike | None = None,
    last: DateLike | None = None,
    fluents: Iterable[str] | None = None,
    dyads: Iterable[str] | None = None,
    certainty: bool = False,
) -> pl.DataFrame:
    """
    One row for each dyad and unit of time, without gaps, by dyad and date.

    The values are those at the end of ``date``: the day itself, or the last covered day of the
    month or year.
    What nothing is known of is null.

    Args:
        history: A history, or a casebook to be replayed by the core's rules.
        unit: ``day``, ``month`` or ``year``.
        first: The first day; that of the coverage if left out.
        last: The last day; that of the coverage if left out.
        fluents: Names of the fluents to show; if left out, all that give a pair of states one
            value or one in each direction. Others that name two states come as lists.
        dyads: The dyads to show, such as ``MEX-PER``; all that anything is known of if left out.
        certainty: Whether to add how surely each value holds.

    Raises:
        UnknownNameError: There is no such fluent.
        BadInputError: The unit, a day or a dyad is not written as it should be, or a fluent is of
            persons alone.

    Example:
        >>> from diplomodel import replay
        >>> from diplomodel.events import RelationsBreak
        >>> history = replay([RelationsBreak(occurred="2025-11-03", by="PER", target="MEX")])
        >>> frame = panel(history, first="2025-11-02", last="2025-11-03")
        >>> frame.get_column("relations").to_list()
        [None, 'broken']
    """
    options = PanelOptions(
        unit=unit,
        first=a_day(first),
        last=a_day(last),
        fluents=names(fluents),
        dyads=names(dyads),
        certainty=certainty,
    )
    return _frame(panel_table(_export(history).history, options))


def events_frame(given: Given) -> pl.DataFrame:
    """
    One row for each event, with evidence and claims nested.

    Example:
        >>> from diplomodel import casebook
        >>> frame = events_frame(casebook("us-cuba"))
        >>> frame.get_column("kind").head(1).to_list()
        ['observation']
    """
    return _frame(table_of(_export(given), TableName.EVENTS))


def evidence_frame(given: Given) -> pl.DataFrame:
    """
    One row for each place in a document that reports an event or makes a claim.
    """
    return _frame(table_of(_export(given), TableName.EVIDENCE))


def claims_frame(given: Given) -> pl.DataFrame:
    """
    One row for each version of an event that differs, and who gives it.
    """
    return _frame(table_of(_export(given), TableName.CLAIMS))


def spells_frame(given: Given) -> pl.DataFrame:
    """
    One row for each interval in which a fluent keeps one value; derived fluents come last.

    Example:
        >>> from diplomodel import replay
        >>> from diplomodel.events import RelationsBreak
        >>> history = replay([RelationsBreak(occurred="2025-11-03", by="PER", target="MEX")])
        >>> spells_frame(history).filter(fluent="relations").select("subject", "value").row(0)
        ('MEX-PER', 'broken')
    """
    return _frame(table_of(_export(given), TableName.SPELLS))


def transitions_frame(given: Given) -> pl.DataFrame:
    """
    One row for each change that an event made, by day.
    """
    return _frame(table_of(_export(given), TableName.TRANSITIONS))


def findings_frame(given: Given) -> pl.DataFrame:
    """
    One row for each thing that does not fit, by day.
    """
    return _frame(table_of(_export(given), TableName.FINDINGS))


def to_pandas(frame: pl.DataFrame) -> pd.DataFrame:
    """
    A frame for pandas: dates as its own dates, missing values as it has them.

    Example:
        >>> from diplomodel import casebook
        >>> str(to_pandas(panel(casebook("us-cuba"), unit="year"))["date"].dtype)[:10]
        'datetime64'
    """
    return frame.to_pandas()


def _export(given: Given) -> Export:
    if isinstance(given, History):
        return Export(history=given)
    return Export(casebook=given, history=replay(given), title=given.title or "")


def _frame(table: Table) -> pl.DataFrame:
    found = pl.from_arrow(table.to_arrow())
    if isinstance(found, pl.DataFrame):
        return found
    return found.to_frame()
