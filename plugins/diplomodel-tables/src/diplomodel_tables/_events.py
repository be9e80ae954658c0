"""
Events as rows: every field a column, evidence and claims nested, and back without loss.

A field of one type has a column of its own name; where types differ in what they hold under one
name, text stands as it is and lists and mappings as JSON.
``more`` holds, as JSON, whatever no column can: the fields of unknown kinds above all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

import pyarrow as pa

from diplomodel.errors import BadInputError, Problem
from diplomodel.events import Event, UnknownEvent
from diplomodel.formats import from_plain, to_plain
from diplomodel_tables._shapes import (
    CLAIMS,
    EVIDENCE,
    LINKS,
    NAMES,
    Misfit,
    Shape,
    Text,
    Whole,
    json_of,
    json_text,
)
from diplomodel_tables._table import Table, batched_rows, column, date_of


__all__ = ["events_table", "read_rows"]

#: What every event has, and the sentence on each.
_COMMON: Final[dict[str, tuple[Shape, str]]] = {
    "kind": (Text(), "The event type."),
    "label": (Text(), "Its short name within the casebook."),
    "occurred": (Text(), "When it happened, as an EDTF date."),
    "place": (Text(), "Where it happened."),
    "modality": (Text("done"), "How surely it is done; only what is done has effects."),
    "key": (Text(), "What tells it apart from others alike."),
    "order": (Whole(), "Its place in the order of its day."),
    "summary": (Text(), "What happened, in a sentence or two."),
    "evidence": (EVIDENCE, "Where it says so."),
    "claims": (CLAIMS, "Versions of its fields that differ, and who gives them."),
    "links": (LINKS, "Its ties to other events."),
    "supersedes": (NAMES, "Labels or ids of the events that it corrects."),
}
_FIRST: Final = ("kind", "label", "occurred")

#: What follows from the rest and is not read back.
_DERIVED: Final = (
    column("id", pa.string(), "Equal for equal happenings."),
    column("occurred_first", pa.date32(), "The first day of its date."),
    column("occurred_last", pa.date32(), "The last day of its date."),
    column("cameo", pa.string(), "The nearest CAMEO code."),
    column("plover", pa.string(), "The nearest PLOVER type."),
    column("plover_mode", pa.string(), "The PLOVER mode of that type."),
)
_MORE: Final = column("more", pa.string(), "What has no column, as JSON.")
_TAKEN: Final = frozenset({*_COMMON, "more", *(one.name for one in _DERIVED)})

_TYPES: Final = {
    "bool": pa.bool_(),
    "int": pa.int64(),
    "texts": pa.list_(pa.string()),
    "text": pa.string(),
}


def events_table(events: Callable[[], Iterable[Event]]) -> Table:
    """
    The table of events.

    Args:
        events: Gives them, as often as asked.

    Raises:
        BadInputError: An event holds something that could not be read again.
    """
    own = _own_fields(events())
    common = {
        name: column(name, shape.type, summary) for name, (shape, summary) in _COMMON.items()
    }
    schema = pa.schema(
        [
            _DERIVED[0],
            *(common[name] for name in _FIRST),
            *_DERIVED[1:3],
            *(
                column(name, _TYPES[sort], f"The field {name} of the types that have it.")
                for name, sort in own.items()
            ),
            *(field for name, field in common.items() if name not in _FIRST),
            *_DERIVED[3:],
            _MORE,
        ]
    )
    return Table(
        name="events",
        summary="One row for each event.",
        schema=schema,
        batches=lambda: batched_rows((_row(event, own) for event in events()), schema),
    )


def _own_fields(events: Iterable[Event]) -> dict[str, str]:
    """
    The fields of the types at hand, in order of name, and what each of them holds.
    """
    found: dict[str, set[str]] = {}
    for event in events:
        if not isinstance(event, UnknownEvent):
            for name, value in to_plain(event).items():
                if name not in _TAKEN:
                    found.setdefault(name, set()).add(_sort(value))
    return {
        name: sorts.pop() if len(sorts) == 1 else "text" for name, sorts in sorted(found.items())
    }


def _sort(value: object) -> str:
    if isinstance(value, bool):
        return "bool"
    if isinstance(value, int):
        return "int"
    is_names = isinstance(value, list) and all(isinstance(one, str) for one in value)
    return "texts" if is_names else "text"


def _row(event: Event, own: Mapping[str, str]) -> dict[str, object]:
    row: dict[str, object] = {
        "id": event.id,
        "occurred_first": date_of(event.occurred.first),
        "occurred_last": date_of(event.occurred.last),
        "cameo": event.coding.cameo,
        "plover": event.coding.plover,
        "plover_mode": event.coding.mode,
        "modality": "done",
        **{name: [] for name in ("evidence", "claims", "links", "supersedes")},
    }
    more: dict[str, object] = {}
    known = not isinstance(event, UnknownEvent)
    for name, value in to_plain(event).items():
        try:
            if name in _COMMON:
                shape = _COMMON[name][0]
                row[name] = _returning(shape.put, shape.get, value)
            elif known and name in own:
                row[name] = _returning(_putter(own[name]), _getter(own[name]), value)
            else:
                more[name] = value
        except Misfit:
            more[name] = value
    if more:
        row["more"] = json_text(more)
    return row


def _returning(
    put: Callable[[object], object], get: Callable[[object], object], value: object
) -> object:
    """
    A value as it stands in its column.

    Raises:
        Misfit: It would not come back as it is.
    """
    cell = put(value)
    try:
        back = get(cell)
    except ValueError:  # text that looks like JSON
        raise Misfit from None
    if back != value or type(back) is not type(value):
        raise Misfit
    return cell


def _putter(sort: str) -> Callable[[object], object]:
    if sort == "texts":
        return NAMES.put
    if sort == "int":
        return Whole().put
    return _put_bool if sort == "bool" else _put_text


def _getter(sort: str) -> Callable[[object], object]:
    return _get_text if sort == "text" else lambda cell: cell


def _put_bool(value: object) -> object:
    return value


def _put_text(value: object) -> object:
    if isinstance(value, list | dict):
        return json_text(value)
    return Text().put(value)


def _get_text(cell: object) -> object:
    return json_of(cell) if isinstance(cell, str) and cell[:1] in ("[", "{") else cell


def read_rows(batches: Iterable[pa.RecordBatch]) -> Iterator[Event]:
    """
    The events of rows.

    Raises:
        BadInputError: A row is no event; the message says which and why.
    """
    number = 0
    for batch in batches:
        # What is damaged would otherwise be followed out of its bounds.
        batch.validate(full=True)
        derived = {one.name for one in _DERIVED}
        names = [name for name in batch.schema.names if name not in derived]
        for row in batch.select(names).to_pylist():
            yield _event(row, number)
            number += 1


def _event(row: Mapping[str, object], number: int) -> Event:
    try:
        return from_plain(_plain(row))
    except BadInputError as error:
        problems = [
            Problem(message=one.message, path=f"$[{number}]{one.path.removeprefix('$')}")
            for one in error.problems
        ]
        raise BadInputError(problems) from None
    except (ValueError, RecursionError):
        told = "a cell that begins with '[' or '{' is no JSON: mend it"
        raise BadInputError([Problem(message=told, path=f"$[{number}]")]) from None


def _plain(row: Mapping[str, object]) -> dict[str, object]:
    plain: dict[str, object] = {}
    for name, cell in row.items():
        if cell is None or name == "more":
            continue
        if name in _COMMON:
            shape = _COMMON[name][0]
            if cell != [] and not (isinstance(shape, Text) and cell == shape.default):
                plain[name] = shape.get(cell)
        else:
            plain[name] = _get_text(cell)
    more = row.get("more")
    if more is not None:
        told = json_of(more)
        if not isinstance(told, dict):
            raise BadInputError("what stands in 'more' is no object of JSON: mend it")
        plain |= told
    return plain


def flat_events_table(events: Callable[[], Iterable[Event]]) -> Table:
    """
    The table of events for programs without nested columns.

    Evidence and claims, which have tables of their own, are told by the ids of the sources and by
    a number.

    Args:
        events: Gives them, as often as asked.

    Raises:
        BadInputError: An event holds something that could not be read again.
    """
    table = events_table(events)
    nested = [name for name in ("evidence", "claims") if name in table.schema.names]
    fields = [field for field in table.schema if field.name not in nested]
    schema = pa.schema(
        [
            *fields,
            column("sources", pa.string(), "Ids of the documents that report it."),
            column("claim_count", pa.int32(), "How many claims there are on it."),
        ]
    )

    def batches() -> Iterator[pa.RecordBatch]:
        for batch in table.batches():
            told = batch.select(nested).to_pylist()
            sources = [_source_ids(row["evidence"]) for row in told]
            counts = [len(row["claims"]) for row in told]
            yield pa.RecordBatch.from_arrays(
                [
                    *(batch.column(field.name) for field in fields),
                    pa.array(sources, type=pa.string()),
                    pa.array(counts, type=pa.int32()),
                ],
                schema=schema,
            )

    return Table(name=table.name, summary=table.summary, schema=schema, batches=batches)


def _source_ids(pieces: Iterable[Mapping[str, Mapping[str, str]]]) -> str | None:
    return "; ".join(dict.fromkeys(piece["source"]["id"] for piece in pieces)) or None
