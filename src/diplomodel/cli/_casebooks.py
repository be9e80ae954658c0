"""
``diplomodel casebooks``: the casebooks that come with the library.
"""

from __future__ import annotations

import click

from diplomodel.casebooks import casebook, casebook_names
from diplomodel.cli._options import as_json
from diplomodel.cli._render import Page, emit_json


__all__ = ["command"]


@click.command(name="casebooks")
@as_json
def command(*, as_json: bool) -> None:
    """
    List the casebooks that come with diplomodel.
    """
    found = [(name, casebook(name)) for name in casebook_names()]
    if as_json:
        emit_json(
            [
                {
                    "name": name,
                    "title": book.title,
                    "summary": book.summary,
                    "licence": book.licence,
                    "first": None if book.coverage is None else str(book.coverage.first),
                    "last": None if book.coverage is None else str(book.coverage.last),
                    "events": len(book.events),
                    "sources": len(book.sources),
                }
                for name, book in found
            ]
        )
        return
    page = Page()
    for name, book in found:
        page.title(name)
        page.line(book.title or "", indent=2)
        if book.summary:
            page.line(book.summary, indent=2)
        days = f"{book.coverage.first} to {book.coverage.last}, " if book.coverage else ""
        page.line(
            f"{days}events: {len(book.events)}, sources: {len(book.sources)}",
            indent=2,
            style="note",
        )
    page.show()
