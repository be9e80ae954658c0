"""
Articles, as the commands cite them.
"""

from __future__ import annotations

from collections.abc import Iterable

from diplomodel.cli._render import Page
from diplomodel.errors import UnknownNameError
from diplomodel.law import Article, article


__all__ = ["cited", "law_data", "law_lines", "provision"]


def provision(name: str) -> Article | None:
    """
    The article or practice of that id; ``None`` for one that is not in the tables.
    """
    try:
        return article(name)
    except UnknownNameError:
        return None


def cited(law: Iterable[str]) -> str:
    """
    Articles in brackets, as they stand after a sentence.

    Example:
        >>> cited(("VCDR 9", "VCCR 23"))
        ' [VCDR 9; VCCR 23]'
    """
    joined = "; ".join(law)
    return f" [{joined}]" if joined else ""


def law_lines(page: Page, law: Iterable[str], *, indent: int = 2, texts: bool = False) -> None:
    """
    One paragraph for each article: what it is about, and if wanted its paraphrase.
    """
    for name in law:
        found = provision(name)
        # A practice is named by its title.
        said = found is None or found.title.lower() == found.number.lower()
        title = "" if found is None or said else f": {found.title}"
        page.line(f"{name}{title}", indent=indent, hang=2)
        if texts and found is not None:
            page.line(found.text, indent=indent + 2)


def law_data(law: Iterable[str]) -> list[dict[str, str]]:
    """
    The articles as plain data, with their titles.
    """
    found = []
    for name in law:
        known = provision(name)
        found.append({"id": name, **({"title": known.title} if known is not None else {})})
    return found
