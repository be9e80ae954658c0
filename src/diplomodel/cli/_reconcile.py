"""
``diplomodel reconcile``: one event out of the reports of one happening.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import attrs
import click

from diplomodel.actors import Person
from diplomodel.casebooks import Casebook, write, write_events
from diplomodel.cli._export import named_values
from diplomodel.cli._files import read_casebook
from diplomodel.events import Event, Link
from diplomodel.reconcile import (
    ONCE,
    ActorKind,
    Reconciliation,
    Settings,
    reconcile,
    reconcile_using,
)


__all__ = ["command"]

_DEFAULT = Settings()


@click.command(name="reconcile")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option(
    "-o", "--output", "out", metavar="OUT", help="The file to write: .jsonl, .csv or .yaml."
)
@click.option("--explain", is_flag=True, help="Tell why reports were merged, or were not.")
@click.option(
    "--window",
    type=int,
    default=_DEFAULT.window,
    show_default=True,
    help="Days that two reports of one happening may lie apart.",
)
@click.option(
    "--once-window",
    type=int,
    default=_DEFAULT.once_window,
    show_default=True,
    help="The same for what does not soon happen again.",
)
@click.option(
    "--span",
    type=int,
    default=_DEFAULT.span,
    show_default=True,
    help="Days that all reports of one happening may span.",
)
@click.option(
    "--threshold",
    type=int,
    default=_DEFAULT.threshold,
    show_default=True,
    help="Points that two reports must reach.",
)
@click.option(
    "--once", multiple=True, metavar="KIND", help="A further kind that does not soon happen again."
)
@click.option("--no-coarse", is_flag=True, help="Keep coarse reports apart from finer acts.")
@click.option("--no-swap", is_flag=True, help="Never take a report to have mixed up the sides.")
@click.option(
    "--least-sources",
    type=int,
    default=_DEFAULT.least_sources,
    show_default=True,
    help="Sources that a happening must have.",
)
@click.option(
    "--least-confidence",
    type=float,
    default=_DEFAULT.least_confidence,
    show_default=True,
    help="Confidence that a happening must have, from 0 to 1.",
)
@click.option(
    "--actors",
    multiple=True,
    type=click.Choice([kind.value for kind in ActorKind]),
    help="What its states and organisations must be; may be given again. All if left out.",
)
@click.option("--using", metavar="RECONCILER", help="The reconciler of a plugin.")
@click.option(
    "--option",
    "options",
    multiple=True,
    metavar="NAME=VALUE",
    help="An option of that reconciler; a list is given item by item.",
)
@click.option("--overwrite", is_flag=True, help="Replace OUT if it is there.")
def command(
    files: tuple[str, ...],
    *,
    out: str | None,
    explain: bool,
    using: str | None,
    options: tuple[str, ...],
    overwrite: bool,
    window: int,
    once_window: int,
    span: int,
    threshold: int,
    once: tuple[str, ...],
    no_coarse: bool,
    no_swap: bool,
    least_sources: int,
    least_confidence: float,
    actors: tuple[str, ...],
) -> None:
    """
    Find the reports of one happening in FILES, and write one event for each happening to OUT.

    A FILE is one of events, or a casebook, by path or by name.
    What differs is kept as claims; what is not let through is told on standard error.
    """
    if out is None and not explain:
        raise click.UsageError("name a file to write with -o, or ask with --explain")
    if options and using is None:
        raise click.UsageError("--option is for a reconciler that --using names")
    books = _apart([(file, read_casebook(file)) for file in files])
    reports = [event for book in books for event in book.events]
    settings = Settings(
        window=window,
        once_window=once_window,
        span=span,
        threshold=threshold,
        once=(*ONCE, *once),
        merge_coarse=not no_coarse,
        swap_sides=not no_swap,
        least_sources=least_sources,
        least_confidence=least_confidence,
        actor_kinds=actors or ActorKind,
    )
    if using is None:
        found = reconcile(reports, settings=settings)
    else:
        found = reconcile_using(using, reports, options=named_values(options), settings=settings)
    if explain:
        for line in found.explain():
            click.echo(line)
    if out is not None:
        _write(found, books, out, overwrite=overwrite)
    _tell(found, out)


def _apart(books: Sequence[tuple[str, Casebook]]) -> list[Casebook]:
    """
    Casebooks none of whose labels stands in two: such a label is led by the name of its file.
    """
    counts = Counter(
        label for _, book in books for label in {event.label for event in book.events}
    )
    twice = {label for label, number in counts.items() if label and number > 1}
    if not twice:
        return [book for _, book in books]
    found = []
    for place, (file, book) in enumerate(books, 1):
        letters = (letter if letter.isascii() else "-" for letter in Path(file).stem.lower())
        stem = "-".join("".join(c if c.isalnum() else " " for c in letters).split())
        names = {label: f"{stem or 'file'}-{place}.{label}" for label in twice}
        events = [_renamed(event, names) for event in book.events]
        found.append(attrs.evolve(book, events=events))
    return found


def _renamed(event: Event, names: dict[str, str]) -> Event:
    return attrs.evolve(
        event,
        label=names.get(event.label, event.label) if event.label else None,
        links=[Link(kind=link.kind, to=names.get(link.to, link.to)) for link in event.links],
        supersedes=[names.get(name, name) for name in event.supersedes],
    )


def _write(found: Reconciliation, books: Iterable[Casebook], out: str, *, overwrite: bool) -> None:
    people: dict[str, Person] = {}
    requires: dict[str, None] = {}
    for book in books:
        requires.update(dict.fromkeys(book.requires))
        for person in book.people:
            if people.setdefault(person.id, person) != person:
                click.echo(f"diplomodel: {person.id}: two files differ; kept the first", err=True)
    if people:
        casebook = Casebook(events=found.events, people=people.values(), requires=tuple(requires))
        write(casebook, out, overwrite=overwrite)
    else:
        write_events(found.events, out, requires=tuple(requires), overwrite=overwrite)


def _tell(found: Reconciliation, out: str | None) -> None:
    reasons: Counter[str] = Counter()
    for gated in found.gated:
        reasons[gated.reason] += len(gated.happening.reports)
    for reason, number in sorted(reasons.items()):
        click.echo(f"diplomodel: not let through: {reason} ({number})", err=True)
    counts = ", ".join(f"{what}: {number}" for what, number in found.counts.items())
    where = f"wrote {out}: " if out is not None else ""
    click.echo(f"diplomodel: {where}{len(found.events)} events; {counts}", err=True)
