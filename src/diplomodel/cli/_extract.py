"""
``diplomodel extract``: events from the files of a source that a plugin knows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import click

from diplomodel.casebooks import SetAside, write_events
from diplomodel.cli._export import named_values
from diplomodel.errors import BadInputError
from diplomodel.events import Event
from diplomodel.extractors import extract
from diplomodel.plugins import EventTypeSpec, ExtractorSpec, host


__all__ = ["command"]


@click.command(name="extract")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--as", "using", required=True, metavar="SOURCE", help="The extractor's name.")
@click.option(
    "-o", "--output", "out", required=True, metavar="OUT", help="The file: .jsonl, .csv or .yaml."
)
@click.option(
    "--option",
    "options",
    multiple=True,
    metavar="NAME=VALUE",
    help="An option of the source; a list is given item by item.",
)
@click.option("--overwrite", is_flag=True, help="Replace OUT if it is there.")
def command(
    files: tuple[str, ...], *, using: str, out: str, options: tuple[str, ...], overwrite: bool
) -> None:
    """
    Read the events of FILES as a source that a plugin knows, and write them to OUT.

    What could not be read is counted by reason on standard error.
    """
    offer = host().find(ExtractorSpec, using)
    chosen = named_values(options)
    counts: Counter[str] = Counter()
    reasons: Counter[str] = Counter()

    def events() -> Iterator[Event]:
        for file in files:
            for found in extract(file, using=offer.spec.name, options=chosen):
                if isinstance(found, SetAside):
                    counts["set aside"] += 1
                    reasons[_reason(found)] += 1
                    continue
                counts["events"] += 1
                yield found

    own = offer.record.offers(EventTypeSpec)
    requires = (offer.record.name,) if own else ()
    write_events(events(), out, requires=requires, overwrite=overwrite)
    for reason, number in sorted(reasons.items()):
        click.echo(f"diplomodel: set aside: {reason} ({number})", err=True)
    told = f"events: {counts['events']}, set aside: {counts['set aside']}"
    click.echo(f"diplomodel: wrote {out}: {told}", err=True)


def _reason(aside: SetAside) -> str:
    if not aside.problems:
        raise BadInputError("the extractor set a record aside without saying why")
    return aside.problems[0].message
