"""
The prompts, which are files in this package.
"""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files
from string import Template
from typing import Final

from diplomodel_llm._articles import Article
from diplomodel_llm._schema import catalogue


__all__ = ["again_prompt", "part_prompt", "system_prompt"]

_UNKNOWN: Final = "unknown"


def system_prompt(kinds: tuple[str, ...]) -> str:
    """
    What the model is told before any article.
    """
    return _template("system").substitute(catalogue=catalogue(kinds))


def part_prompt(article: Article, span: tuple[int, int], *, number: int, parts: int) -> str:
    """
    A part of an article, between lines that the article cannot hold itself.

    The mark on these lines is made from the hash of everything between them: a text that holds
    the hash of itself cannot be written.
    """
    source = article.source
    data = (article.text, source.publisher, source.language, source.title)
    digest = hashlib.sha256(repr(data).encode()).hexdigest()
    return _template("part").substitute(
        published=_line(None if source.published is None else source.published.text),
        publisher=_line(source.publisher),
        language=_line(source.language),
        title=_line(source.title),
        number=number,
        parts=parts,
        mark=f"article-{digest[:20]}",
        text=article.text[slice(*span)],
    )


def again_prompt(reason: str) -> str:
    """
    What is added where an answer could not be used.
    """
    return _template("again").substitute(reason=reason)


def _line(text: str | None) -> str:
    return " ".join((text or _UNKNOWN).split())


@cache
def _template(name: str) -> Template:
    return Template(files(__package__).joinpath("prompts", f"{name}.md").read_text("utf-8"))
