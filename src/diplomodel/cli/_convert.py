"""
``diplomodel convert``: a casebook in another format.
"""

from __future__ import annotations

from pathlib import Path
from typing import cast

import click

from diplomodel.casebooks import FormatName, dumps, write
from diplomodel.cli._files import read_casebook


__all__ = ["command"]

_SUFFIXES = {"yaml": (".yaml", ".yml"), "jsonl": (".jsonl",), "csv": (".csv",)}


@click.command(name="convert")
@click.argument("casebook")
@click.option(
    "--to", "form", type=click.Choice(list(_SUFFIXES)), help="The format; that of OUT if left out."
)
@click.option(
    "-o", "--output", "out", metavar="OUT", help="The file to write; standard output if left out."
)
@click.option("--overwrite", is_flag=True, help="Replace OUT if it is there.")
def command(casebook: str, *, form: str | None, out: str | None, overwrite: bool) -> None:
    """
    Write a CASEBOOK, a file or the name of a bundled one, as YAML, JSON Lines or CSV.
    """
    if out is None:
        if form is None:
            raise click.UsageError("say the format with --to, or the file with -o")
        text = dumps(read_casebook(casebook), format=cast("FormatName", form))
        # Files are in UTF-8 whatever the terminal's encoding is.
        click.echo(text.encode("utf-8"), nl=False)
        return
    if form is not None and Path(out).suffix.lower() not in _SUFFIXES[form]:
        wanted = " or ".join(_SUFFIXES[form])
        raise click.UsageError(f"-o {out} does not end in {wanted}, and --to says {form}")
    write(read_casebook(casebook), out, overwrite=overwrite)
    click.echo(f"diplomodel: wrote {out}", err=True)
