"""
The catalogues of event types, rules, fluents, law, casebooks and commands, written from the
registry.

Pages go to ``reference/catalogue``, which is not kept in the repository.
A page whose text has not changed is not written again, so that builds stay incremental.
"""

from __future__ import annotations

from pathlib import Path

from catalogue_pages import commands, events, fluents, law, rules
from sphinx.application import Sphinx


def pages() -> dict[str, str]:
    """
    The text of every page by its path below ``reference/catalogue``.
    """
    return {
        **events.pages(),
        **fluents.pages(),
        **rules.pages(),
        **law.pages(),
        **commands.pages(),
    }


def write(app: Sphinx) -> None:
    """
    Write the pages that changed and remove those that are no more.
    """
    target = Path(app.srcdir) / "reference" / "catalogue"
    written = pages()
    for name, text in written.items():
        path = target / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists() or path.read_text("utf-8") != text:
            path.write_text(text, encoding="utf-8", newline="\n")
    for path in target.rglob("*.*"):
        if path.relative_to(target).as_posix() not in written:
            path.unlink()


def setup(app: Sphinx) -> dict[str, bool]:
    """
    Connect to Sphinx.
    """
    app.connect("builder-inited", write)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
