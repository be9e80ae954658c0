"""
``diplomodel eventdata lint``: everything wrong with mapping files.
"""

from __future__ import annotations

import click

from diplomodel_eventdata._mapping import lint_mapping


__all__ = ["lint"]


@click.command(name="lint")
@click.argument("files", nargs=-1, required=True, metavar="MAPPING...")
@click.pass_context
def lint(ctx: click.Context, files: tuple[str, ...]) -> None:
    """
    List everything wrong with mapping files, with line and column.

    The exit status is 1 if there is anything to list.
    """
    found = [problem for file in files for problem in lint_mapping(file)]
    for problem in found:
        click.echo(str(problem))
    click.echo(f"diplomodel: problems: {len(found)}, files: {len(files)}", err=True)
    if found:
        ctx.exit(1)
