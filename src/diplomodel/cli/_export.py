"""
``diplomodel export``: a casebook in the format of another tool.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable

import click

from diplomodel.cli._files import read_casebook
from diplomodel.cli._options import casebook_argument
from diplomodel.exporters import CORE, export, find_exporter


__all__ = ["command"]


class ExportCommand(click.Command):
    """
    The command, whose help lists the formats of the core.
    """

    def format_epilog(
        self,
        ctx: click.Context,  # noqa: ARG002 (click's own)
        formatter: click.HelpFormatter,
    ) -> None:
        """
        List the formats, without loading what writes them.
        """
        with formatter.section("Formats"):
            formatter.write_dl([(spec.name, spec.summary) for spec in CORE])
        formatter.write_paragraph()
        formatter.write_text("Plugins add more: see `diplomodel formats`.")


@click.command(name="export", cls=ExportCommand)
@casebook_argument
@click.option("--to", required=True, metavar="FORMAT", help="The format.")
@click.option(
    "-o",
    "--output",
    "out",
    default="-",
    metavar="OUT",
    help="The file to write; standard output if left out.",
)
@click.option(
    "--option",
    "options",
    multiple=True,
    metavar="NAME=VALUE",
    help="An option of the format; a list is given item by item.",
)
@click.option("--overwrite", is_flag=True, help="Replace OUT if it is there.")
def command(
    casebook: str, *, to: str, out: str, options: tuple[str, ...], overwrite: bool
) -> None:
    """
    Write a CASEBOOK, a file or the name of a bundled one, in the format of another tool.
    """
    chosen = named_values(options)
    if out == "-" and sys.stdout.isatty() and find_exporter(to).spec.binary:
        raise click.UsageError(f"{to} is no text: name a file with -o")
    book = read_casebook(casebook)
    # Where a plugin that it requires cannot be used, that one error is told and nothing else.
    export(book, out, to=to, options=chosen or None, overwrite=overwrite)
    for notice in book.notices:
        click.echo(f"diplomodel: {notice}", err=True)
    if out != "-":
        click.echo(f"diplomodel: wrote {out}", err=True)


def named_values(options: Iterable[str]) -> dict[str, object]:
    """
    Options as they are typed, by name; one that is given twice is a list.

    Example:
        >>> named_values(["fluent=relations", "state=PER", "state=MEX"])
        {'fluent': 'relations', 'state': ['PER', 'MEX']}
    """
    found: dict[str, list[str]] = {}
    for option in options:
        name, sign, value = option.partition("=")
        if not sign or not name:
            raise click.UsageError(f"--option {option!r} is not NAME=VALUE")
        found.setdefault(name.replace("-", "_"), []).append(value)
    return {name: values if values[1:] else values[0] for name, values in found.items()}
