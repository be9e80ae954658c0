"""
The commands of the command line by their own help texts, the casebooks, and the schema.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

import click

from catalogue_pages.words import code, page, table
from diplomodel.casebooks import casebook, casebook_names, json_schema
from diplomodel.cli import cli


_WIDTH = 88


def pages() -> dict[str, str]:
    """
    The part of the page on the command line, the list of casebooks, and the schema.
    """
    return {
        "_cli.md": page(*_helps(cli, "diplomodel", None)),
        "casebooks.md": _casebooks(),
        "casebook.schema.json": json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n",
    }


def _helps(command: click.Command, name: str, parent: click.Context | None) -> Iterator[str]:
    settings = {"terminal_width": _WIDTH, **command.context_settings}
    context = click.Context(command, info_name=name, parent=parent, **settings)
    level = "##" if parent is None else "###"
    yield f"{level} {context.command_path}"
    yield f"```text\n{command.get_help(context)}\n```"
    if isinstance(command, click.Group):
        for inner in command.list_commands(context):
            found = command.get_command(context, inner)
            if found is not None and not found.hidden:
                yield from _helps(found, inner, context)


def _casebooks() -> str:
    rows = []
    for name in casebook_names():
        case = casebook(name)
        covered = case.coverage
        days = f"{covered.first} to {covered.last}" if covered is not None else ""
        rows.append(
            (code(name), case.title or "", days, str(len(case.events)), str(len(case.sources)))
        )
    return page(
        "# Bundled casebooks",
        "The casebooks that come with the package, by the name that `diplomodel.casebook` takes.",
        table(("name", "title", "covers", "events", "sources"), rows),
    )
