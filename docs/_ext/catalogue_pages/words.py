"""
Markdown for what the registry holds: anchors, links, tables, docstrings.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterable, Sequence
from typing import Final

from diplomodel.events import Event, kind_of


_SECTION: Final = re.compile(r"(Args|Attributes|Example|Raises|Returns):")
_NOT_IN_ANCHORS: Final = re.compile(r"[^a-z0-9]+")


def anchor(what: str, name: str) -> str:
    """
    The label of a place in the catalogue, like ``law-vcdr-45-b``.
    """
    return f"{what}-{_NOT_IN_ANCHORS.sub('-', name.lower()).strip('-')}"


def link(what: str, name: str, *, text: str | None = None) -> str:
    """
    A link to a place in the catalogue, shown as its name.
    """
    return f"[{text or name}](#{anchor(what, name)})"


def target(what: str, name: str) -> str:
    """
    The line that puts an anchor before a heading.
    """
    return f"({anchor(what, name)})="


def code(text: object) -> str:
    """
    A word set as code.
    """
    return f"`{text}`"


def kind_link(cls: type[Event]) -> str:
    """
    A link to the entry of an event type.
    """
    return link("event", kind_of(cls), text=code(kind_of(cls)))


def laws(cited: Iterable[str]) -> str:
    """
    Links to the articles and practices cited.
    """
    return ", ".join(link("law", name) for name in cited)


def sentence(text: str) -> str:
    """
    A text with a capital letter and a full stop.
    """
    shown = text[:1].upper() + text[1:]
    return shown if shown.endswith((".", "?")) else f"{shown}."


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """
    A Markdown table, or an empty text where there is no row.
    """
    body = [[cell.replace("|", "\\|").replace("\n", " ") for cell in row] for row in rows]
    if not body:
        return ""
    lines = [list(head), ["---"] * len(head), *body]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def page(*blocks: str) -> str:
    """
    The blocks that say something, with a blank line between them.
    """
    return "\n\n".join(block.strip("\n") for block in blocks if block.strip()) + "\n"


def description(value: object) -> str:
    """
    A docstring up to its first section.
    """
    kept: list[str] = []
    for line in inspect.cleandoc(getattr(value, "__doc__", None) or "").splitlines():
        if _SECTION.fullmatch(line):
            break
        kept.append(line)
    return "\n".join(kept).strip()


def summary(value: object) -> str:
    """
    The first paragraph of a docstring.
    """
    return " ".join(description(value).partition("\n\n")[0].split())


def attribute_texts(cls: type) -> dict[str, str]:
    """
    What the docstrings of a class and its parents say of each attribute.
    """
    found: dict[str, str] = {}
    for parent in reversed(cls.__mro__):
        found |= _attributes(inspect.cleandoc(parent.__dict__.get("__doc__") or ""))
    return found


def _attributes(doc: str) -> dict[str, str]:
    found: dict[str, str] = {}
    inside, name = False, ""
    for line in doc.splitlines():
        if _SECTION.fullmatch(line):
            inside = line == "Attributes:"
        elif inside and (match := re.fullmatch(r" {4}(\w+): (.*)", line)):
            name = match[1]
            found[name] = match[2]
        elif inside and name and line.strip():
            found[name] += f" {line.strip()}"
    return found
