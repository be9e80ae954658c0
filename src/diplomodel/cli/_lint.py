"""
``diplomodel lint``: everything wrong with casebook files.
"""

from __future__ import annotations

import sys

import attrs
import click

from diplomodel.casebooks import lint
from diplomodel.cli._options import as_json
from diplomodel.cli._render import emit_json, encodable
from diplomodel.errors import BadInputError, Problem


__all__ = ["command"]


@click.command(name="lint")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--errors", is_flag=True, help="Leave out warnings, which can well be meant.")
@as_json
@click.pass_context
def command(ctx: click.Context, files: tuple[str, ...], *, errors: bool, as_json: bool) -> None:
    """
    List everything wrong with casebook files, with line and column.

    The exit status is 1 if there is anything to list.
    """
    found = [
        problem
        for file in files
        for problem in _problems(file)
        if not (errors and problem.severity != "error")
    ]
    if as_json:
        emit_json([attrs.asdict(problem) for problem in found])
    else:
        encoding = getattr(sys.stdout, "encoding", None)
        for problem in found:
            click.echo(encodable(str(problem), encoding))
    click.echo(f"diplomodel: problems: {len(found)}, files: {len(files)}", err=True)
    if found:
        ctx.exit(1)


def _problems(file: str) -> tuple[Problem, ...]:
    """
    What is wrong with one file: one that cannot be opened must not hide what is wrong with others.
    """
    try:
        return lint(file)
    except BadInputError as error:
        return error.problems
