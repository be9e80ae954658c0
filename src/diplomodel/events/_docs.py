"""
What the docstrings of classes say, for schemas and catalogues.
"""

from __future__ import annotations

import inspect
import re
from typing import Final


__all__ = ["attribute_docs", "summary"]

_SECTION: Final = re.compile(r"^[A-Z][a-z]+:$")
_ATTRIBUTE: Final = re.compile(r"^ {4}(\w+): *(.*)$")


def summary(cls: type) -> str:
    """
    The first paragraph of a class's docstring as one line; empty where it has none.

    Example:
        >>> from diplomodel.events import RelationsBreak
        >>> summary(RelationsBreak)
        "A state breaks diplomatic relations: one side's act, without conditions."
    """
    text = inspect.cleandoc(cls.__dict__.get("__doc__") or "")
    return " ".join(text.partition("\n\n")[0].split())


def attribute_docs(cls: type) -> dict[str, str]:
    """
    What a class and its parents say of each attribute, each as one line.

    Example:
        >>> from diplomodel.events import RelationsBreak
        >>> docs = attribute_docs(RelationsBreak)
        >>> docs["ground"], docs["by"]
        ('The ground given.', 'The state that acts.')
    """
    found: dict[str, str] = {}
    for one in reversed(cls.__mro__):
        found |= _own(inspect.cleandoc(one.__dict__.get("__doc__") or ""))
    return found


def _own(text: str) -> dict[str, str]:
    """
    The entries of the section ``Attributes:``; a line indented deeper goes on the entry before.
    """
    found: dict[str, list[str]] = {}
    inside, name = False, ""
    for line in text.splitlines():
        if _SECTION.match(line):
            inside = line == "Attributes:"
        elif inside and (match := _ATTRIBUTE.match(line)):
            name = match[1]
            found[name] = [match[2]]
        elif inside and name and line.startswith(" " * 8):
            found[name].append(line.strip())
    return {key: " ".join(part for part in parts if part) for key, parts in found.items()}
