"""
``diplomodel score``: how well predicted events agree with gold ones.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from diplomodel.casebooks import casebook
from diplomodel.cli._options import as_json
from diplomodel.cli._render import emit_json, encodable
from diplomodel.events import Event
from diplomodel.scoring import (
    Averages,
    By,
    Interval,
    LevelScore,
    Score,
    Tally,
    Unpaired,
    read_documents,
    score,
)


__all__ = ["command"]

Row = tuple[str, ...]

_HEAD: Row = ("gold", "predicted", "matched", "precision", "recall", "F1", "F1 lies in")
_WORDS = {"parties": "type and parties", "day": "type, parties and day"}


@click.command(name="score")
@click.argument("gold", metavar="GOLD")
@click.argument("predicted", metavar="PREDICTED")
@click.option(
    "--by",
    type=click.Choice([one.value for one in By]),
    default=By.AUTO.value,
    help="What makes a document; each file of a directory, or each source of a file, if left out.",
)
@click.option("--ignore-type", "ignored", multiple=True, metavar="KIND", help="Leave a type out.")
@click.option("--states-only", is_flag=True, help="Leave persons out of the parties.")
@click.option(
    "--vaguest",
    type=click.IntRange(1),
    metavar="DAYS",
    help="Longest predicted date that can agree with a shorter gold one.",
)
@click.option("--resamples", type=click.IntRange(0, 100_000), default=1000, show_default=True)
@click.option("--seed", type=int, default=0, show_default=True, help="Seed of the resampling.")
@click.option("--list", "listed", is_flag=True, help="List what is missed, wrong or surplus.")
@as_json
def command(
    gold: str,
    predicted: str,
    *,
    by: str,
    ignored: tuple[str, ...],
    states_only: bool,
    vaguest: int | None,
    resamples: int,
    seed: int,
    listed: bool,
    as_json: bool,
) -> None:
    """
    Compare the events of PREDICTED with those of GOLD.

    Both are casebooks or files of events (YAML, JSON Lines, CSV), or directories of such files.
    """
    found = score(
        _read(gold, by),
        _read(predicted, by),
        ignore_types=ignored,
        states_only=states_only,
        vaguest=vaguest,
        resamples=resamples,
        seed=seed,
    )
    if as_json:
        emit_json(_data(found, listed=listed))
    else:
        encoding = getattr(sys.stdout, "encoding", None)
        for line in (*_report(found), *(_list(found) if listed else ())):
            click.echo(encodable(line, encoding))
    if len(found.only_gold) + len(found.only_predicted) == found.documents > 1:
        click.echo("diplomodel: no document is in both: see --by", err=True)


def _read(place: str, by: str) -> dict[str, tuple[Event, ...]]:
    if not Path(place).exists() and not Path(place).suffix and "/" not in place:
        events = casebook(place).events
        return {"": events} if by == By.ALL else _cited(place, events, by)
    return read_documents(place, by=by)


def _cited(name: str, events: tuple[Event, ...], by: str) -> dict[str, tuple[Event, ...]]:
    from diplomodel.scoring._documents import by_source

    return {name: events} if by == By.FILE else by_source(events)


def _report(found: Score) -> Iterator[str]:
    yield f"documents: {found.documents}"
    for names, what in ((found.only_gold, "gold"), (found.only_predicted, "predicted")):
        if names:
            yield f"  with {what} events only: {len(names)}"
    yield ""
    rows: list[Row] = [("agreement in", *_HEAD)]
    for level in found.levels:
        name = _WORDS.get(level.strictness.value, level.strictness.value)
        rows += [(name, *_figures(level.micro)), ("  mean over types", *_means(level.macro))]
    yield from _table(rows)
    yield ""
    strictest = found.levels[-1]
    rows = [("type, parties and day by type", *_HEAD)]
    rows += [(one.kind, *_figures(one.tally)) for one in strictest.by_type]
    yield from _table(rows)
    yield ""
    rows = [("field, in pairs of one type", "right", "of", "accuracy")]
    rows += [
        (one.field.replace("_", " "), str(one.right), str(one.of), _share(one.accuracy))
        for one in found.fields
    ]
    yield from _table(rows)
    if found.confusions:
        yield ""
        yield from _table(
            [
                ("one type for another", "times"),
                *((f"{c.gold} -> {c.predicted}", str(c.number)) for c in found.confusions),
            ]
        )


def _figures(tally: Tally) -> Row:
    counts = (tally.gold, tally.predicted, tally.matched)
    return (*map(str, counts), *_means(tally)[3:])


def _means(one: Tally | Averages) -> Row:
    held = one.intervals.f1 if one.intervals else None
    shares = (_share(one.precision), _share(one.recall), _share(one.f1))
    return ("", "", "", *shares, "" if held is None else str(held))


def _share(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"


def _table(rows: list[Row]) -> Iterator[str]:
    """
    Rows in columns: the first to the left, the others to the right.
    """
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = [row[0].ljust(widths[0])]
        cells += [cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True)]
        yield "  ".join(cells).rstrip()


def _list(found: Score) -> Iterator[str]:
    for what, events in (("missed", found.missed), ("surplus", found.surplus)):
        if events:
            yield ""
            yield f"{what}:"
            yield from (f"  {_place(one.document)}{_told(one.event)}" for one in events)
    wrong = [pair for pair in found.pairs if pair.wrong]
    if wrong:
        yield ""
        yield "wrong:"
        for pair in wrong:
            yield f"  {_place(pair.document)}{_told(pair.gold)} ({', '.join(pair.wrong)})"
            yield f"    for {_told(pair.predicted)}"


def _place(document: str) -> str:
    return f"{' '.join(document.split())}: " if document else ""


def _told(event: Event) -> str:
    from diplomodel.events import participants

    names = " ".join(dict.fromkeys(one.id for one in participants(event)))
    text = f"{event.kind} {event.occurred} {names} {event.modality.value} {event.place or ''}"
    return " ".join(text.split())


def _data(found: Score, *, listed: bool) -> dict[str, object]:
    data: dict[str, object] = {
        "documents": found.documents,
        "only_gold": list(found.only_gold),
        "only_predicted": list(found.only_predicted),
        "levels": {level.strictness.value: _level_data(level) for level in found.levels},
        "fields": {
            one.field: {"right": one.right, "of": one.of, "accuracy": one.accuracy}
            for one in found.fields
        },
        "confusions": [
            {"gold": one.gold, "predicted": one.predicted, "number": one.number}
            for one in found.confusions
        ],
        "resamples": found.resamples,
        "seed": found.seed,
        "confidence": found.confidence,
    }
    if listed:
        data["missed"] = _events_data(found.missed)
        data["surplus"] = _events_data(found.surplus)
        data["pairs"] = [
            {
                "document": pair.document,
                "gold": _told(pair.gold),
                "predicted": _told(pair.predicted),
                "wrong": list(pair.wrong),
            }
            for pair in found.pairs
        ]
    return data


def _events_data(events: Iterable[Unpaired]) -> list[dict[str, object]]:
    return [{"document": one.document, "event": _told(one.event)} for one in events]


def _level_data(level: LevelScore) -> dict[str, object]:
    return {
        "micro": _tally_data(level.micro),
        "macro": _rates_data(level.macro),
        "by_type": {one.kind: _tally_data(one.tally) for one in level.by_type},
    }


def _tally_data(tally: Tally) -> dict[str, object]:
    counts = {"gold": tally.gold, "predicted": tally.predicted, "matched": tally.matched}
    return {**counts, **_rates_data(tally)}


def _rates_data(one: Tally | Averages) -> dict[str, object]:
    data: dict[str, object] = {"precision": one.precision, "recall": one.recall, "f1": one.f1}
    if one.intervals is not None:
        data["intervals"] = {
            name: _ends(held)
            for name, held in (
                ("precision", one.intervals.precision),
                ("recall", one.intervals.recall),
                ("f1", one.intervals.f1),
            )
        }
    return data


def _ends(held: Interval | None) -> list[float] | None:
    return None if held is None else [held.low, held.high]
