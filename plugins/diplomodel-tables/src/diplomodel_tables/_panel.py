"""
The panel: one row for each dyad and unit of time, without gaps.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

import attrs
import numpy as np
import numpy.typing as npt
import pyarrow as pa

from diplomodel.actors import State, state
from diplomodel.dates import LAST_DAY, day_number
from diplomodel.errors import UnknownNameError
from diplomodel.histories import History
from diplomodel.subjects import SubjectKind, subject_parts, subject_text
from diplomodel_tables._columns import Column, columns_of
from diplomodel_tables._options import PanelOptions, Unit
from diplomodel_tables._subjects import OF_PAIRS
from diplomodel_tables._table import ROWS, Table, column
from diplomodel_tables._tracks import EPOCH, Asked, Days, Pair, Span, Track, track


__all__ = ["panel_table"]

_HEAD: Final = (
    column("dyad", pa.string(), "The two states, in alphabetical order."),
    column("state_a", pa.string(), "The first state, by ISO 3166-1 alpha-3 code."),
    column("state_b", pa.string(), "The second state, likewise."),
    column("ccode_a", pa.int16(), "The first state's Correlates of War number on the date."),
    column("ccode_b", pa.int16(), "The second state's, likewise."),
    column("gwno_a", pa.int16(), "The first state's Gleditsch and Ward number on the date."),
    column("gwno_b", pa.int16(), "The second state's, likewise."),
)
_DATE: Final = column("date", pa.date32(), "The day at whose end the values hold.")
_YEAR: Final = column("year", pa.int16(), "The year.")
_MONTH: Final = column("month", pa.int8(), "The month, 1 to 12.")
_DAYS: Final = column("days", pa.int16(), "How many days of the unit are covered.")
_TIMES: Final = {
    Unit.DAY: (_DATE,),
    Unit.MONTH: (_YEAR, _MONTH, _DATE, _DAYS),
    Unit.YEAR: (_YEAR, _DATE, _DAYS),
}
_TAIL: Final = (
    column(
        "changes", pa.int32(), "How many changes events made to fluents of the dyad in these days."
    ),
    column("last_known", pa.bool_(), "Whether the date is after the last day covered (censored)."),
)


def panel_table(history: History, options: PanelOptions) -> Table:
    """
    The panel of a history.

    Raises:
        UnknownNameError: There is no fluent of a name given.
        BadInputError: A fluent is not of states, or a dyad is not written as it should be.
    """
    columns = columns_of(history, options)
    schema = pa.schema([*_HEAD, *_TIMES[options.unit], *(one.field for one in columns), *_TAIL])
    dyads = _given_dyads(options)
    return Table(
        name=f"dyad_{options.unit}",
        summary=f"One row for each dyad and {options.unit}, with the values at its last day.",
        schema=schema,
        batches=lambda: _batches(history, options, schema, columns=columns, dyads=dyads),
    )


def _given_dyads(options: PanelOptions) -> tuple[Pair, ...] | None:
    if options.dyads is None:
        return None
    texts = sorted({subject_text(SubjectKind.DYAD, written) for written in options.dyads})
    pairs = (subject_parts(text) for text in texts)
    return tuple((str(pair.one), str(pair.other)) for pair in pairs)


@attrs.frozen(kw_only=True)
class Found:
    """
    What one pass over a history finds of each pair of states.

    Attributes:
        changes: The days on which anything begins or ends.
        transitions: The days of the changes that events made, each as often as there are any.
    """

    changes: dict[Pair, set[int]] = attrs.field(factory=dict)
    transitions: dict[Pair, list[int]] = attrs.field(factory=dict)


def _found(history: History) -> Found:
    found = Found()
    kinds = {one.name: one.on for one in history.rules.fluents if one.on in OF_PAIRS}
    for spell in history.spells():
        pair = _pair(kinds, spell.fluent, spell.subject)
        if pair is not None:
            days = found.changes.setdefault(pair, set())
            days.add(spell.begins)
            if spell.ends is not None:
                days.add(spell.ends)
    for change in history.transitions():
        pair = _pair(kinds, change.fluent, change.subject)
        if pair is not None:
            found.transitions.setdefault(pair, []).append(change.day)
    return found


def _pair(kinds: Mapping[str, SubjectKind], fluent: str, subject: str) -> Pair | None:
    kind = kinds.get(fluent)
    return None if kind is None else subject_parts(subject).pair


def _span(history: History, options: PanelOptions) -> Span | None:
    """
    The days to show: those given, else those covered, else those on which anything changes.
    """
    first = history.first_day if options.first is None else day_number(options.first)
    last = history.last_day if options.last is None else day_number(options.last)
    if first is None or last is None:
        days = [spell.begins for spell in history.spells()]
        if not days:
            return None
        first = min(days) if first is None else first
        last = max(days) if last is None else last
    return Span(first, last) if first <= last else None


def _batches(
    history: History,
    options: PanelOptions,
    schema: pa.Schema,
    *,
    columns: tuple[Column, ...],
    dyads: tuple[Pair, ...] | None,
) -> Iterator[pa.RecordBatch]:
    span = _span(history, options)
    if span is None:
        return
    found = _found(history)
    starts, ends = _periods(span, options.unit)
    for pair in sorted(found.changes) if dyads is None else dyads:
        tracks: dict[str, Track | Asked] = {
            one.field.name: one.track(history, pair, span, found.changes.get(pair, set()))
            for one in columns
        }
        tracks |= _numbers(pair, span)
        changed = np.array(sorted(found.transitions.get(pair, ())), dtype=np.int64)
        for row in range(0, len(ends), ROWS):
            rows = Rows(pair=pair, starts=starts[row : row + ROWS], ends=ends[row : row + ROWS])
            yield pa.RecordBatch.from_arrays(
                [_array(field, rows, tracks, changed, history) for field in schema], schema=schema
            )


@attrs.frozen(kw_only=True)
class Rows:
    """
    Some rows of one pair of states.

    Attributes:
        pair: The two states.
        starts: Ordinal of the first covered day of each row.
        ends: Ordinal of the last, at whose end the values hold.
    """

    pair: Pair
    starts: Days
    ends: Days


def _periods(span: Span, unit: Unit) -> tuple[Days, Days]:
    if unit is Unit.DAY:
        days = np.arange(span.first, span.last + 1, dtype=np.int64)
        return days, days
    length = {Unit.MONTH: "M", Unit.YEAR: "Y"}[unit]
    edges = [
        np.datetime64(dt.date.fromordinal(day), "D").astype(f"datetime64[{length}]")
        for day in (span.first, span.last)
    ]
    units = np.arange(edges[0], edges[1] + 2)
    bounds = units.astype("datetime64[D]").astype(np.int64) + EPOCH
    starts = np.maximum(bounds[:-1], span.first)
    return starts, np.minimum(bounds[1:] - 1, span.last)


def _array(
    field: pa.Field,
    rows: Rows,
    tracks: Mapping[str, Track | Asked],
    changed: Days,
    history: History,
) -> pa.Array:
    found = tracks.get(field.name)
    if found is not None:
        return found.at(rows.ends, field.type)
    one, other = rows.pair
    texts = {"dyad": f"{one}-{other}", "state_a": one, "state_b": other}
    if field.name in texts:
        return pa.repeat(pa.scalar(texts[field.name], field.type), len(rows.ends))
    return pa.array(_counted(field.name, rows, changed=changed, last=history.last_day)).cast(
        field.type
    )


def _counted(name: str, rows: Rows, *, changed: Days, last: int | None) -> npt.NDArray[Any]:
    days = (rows.ends - EPOCH).astype("datetime64[D]")
    months = days.astype("datetime64[M]").astype(np.int64)
    if name == "date":
        return days
    if name == "year":
        return months // 12 + 1970
    if name == "month":
        return months % 12 + 1
    if name == "days":
        return rows.ends - rows.starts + 1
    if name == "changes":
        before = np.searchsorted(changed, rows.starts, side="left")
        return np.searchsorted(changed, rows.ends, side="right") - before
    return rows.ends > (LAST_DAY if last is None else last)


def _numbers(pair: Pair, span: Span) -> Iterator[tuple[str, Track]]:
    """
    The numbers that other data give the two states, which change as states come and go.
    """
    for letter, code in zip("ab", pair, strict=True):
        try:
            found = state(code)
        except UnknownNameError:
            found = State(code=code, name=code)
        for name, spells in (("ccode", found.cow), ("gwno", found.gw)):
            days = {day for spell in spells for day in (spell.first, spell.last + 1)}
            at = found.cow_at if name == "ccode" else found.gw_at
            yield f"{name}_{letter}", track(days, span, _on(at))


def _on(at: Callable[[dt.date], int | None]) -> Callable[[int], object]:
    return lambda day: at(dt.date.fromordinal(day))
