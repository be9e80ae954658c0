"""
What a hand-written file holds before anything is typed: text, lists and mappings, with places.

The nodes know nothing of YAML and nothing of event types.
A reader builds them, and a schema layer takes `plain` data from them and asks `locate` where a
value stands in the file.
"""

from __future__ import annotations

import functools
import re

import attrs


__all__ = [
    "MappingNode",
    "Node",
    "ScalarNode",
    "SequenceNode",
    "locate",
    "path_text",
    "plain",
]

# The ASCII part of the member names that RFC 9535, section 2.5.1, lets stand after a dot.
_SHORTHAND = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


@attrs.frozen(kw_only=True)
class ScalarNode:
    """
    One text of the file, not typed: ``NO`` and ``12:30`` are the letters that stand there.

    Attributes:
        value: The text, with quotes, escapes and folding undone.
        plain: Whether it stands without quotes and outside a block of text.
        line: Line of its first character, counted from 1.
        column: Column of its first character, counted from 1.

    Example:
        >>> ScalarNode(value="null", plain=True, line=1, column=1).is_null
        True
        >>> ScalarNode(value="null", plain=False, line=1, column=1).is_null
        False
    """

    value: str
    plain: bool
    line: int
    column: int

    @property
    def is_null(self) -> bool:
        """
        Whether it says that there is no value: empty, ``null`` or ``~``, without quotes.
        """
        return self.plain and self.value in {"", "null", "~"}


@attrs.frozen(kw_only=True)
class SequenceNode:
    """
    A list of the file.

    Attributes:
        items: What it holds, in order.
        line: Line where it begins, counted from 1.
        column: Column where it begins, counted from 1.

    Example:
        >>> plain(SequenceNode(items=(), line=1, column=1))
        []
    """

    items: tuple[Node, ...]
    line: int
    column: int


@attrs.frozen(kw_only=True)
class MappingNode:
    """
    A mapping of the file; no key stands twice.

    Attributes:
        entries: Keys and their values, in order.
        line: Line where it begins, counted from 1.
        column: Column where it begins, counted from 1.

    Example:
        >>> plain(MappingNode(entries=(), line=1, column=1))
        {}
    """

    entries: tuple[tuple[ScalarNode, Node], ...]
    line: int
    column: int

    def find(self, key: str) -> tuple[ScalarNode, Node] | None:
        """
        The entry with that key, or ``None``.

        Example:
            >>> MappingNode(entries=(), line=1, column=1).find("of") is None
            True
        """
        return self._by_key.get(key)

    @functools.cached_property
    def _by_key(self) -> dict[str, tuple[ScalarNode, Node]]:
        """
        The entries by the text of their key.
        """
        return {entry[0].value: entry for entry in self.entries}


Node = ScalarNode | SequenceNode | MappingNode


def plain(node: Node) -> object:
    """
    The node as dict, list, str and ``None``, without places.

    Args:
        node: Any node; one that `diplomodel.formats` read is at most 64 levels deep.

    Example:
        >>> place = {"line": 1, "column": 1}
        >>> plain(SequenceNode(items=(ScalarNode(value="NO", plain=True, **place),), **place))
        ['NO']
    """
    if isinstance(node, ScalarNode):
        return None if node.is_null else node.value
    if isinstance(node, SequenceNode):
        return [plain(item) for item in node.items]
    return {key.value: plain(value) for key, value in node.entries}


def path_text(parts: tuple[str | int, ...]) -> str:
    """
    A path as people read it, in the notation of RFC 9535 (JSONPath).

    Args:
        parts: Keys of mappings and places in lists, counted from 0, from the root inwards.

    Example:
        >>> path_text(("events", 3, "kind"))
        '$.events[3].kind'
        >>> path_text(("odd key", "a.b"))
        '$["odd key"]["a.b"]'
    """
    return "$" + "".join(_step(part) for part in parts)


def _step(part: str | int) -> str:
    """
    One step of a path.
    """
    if isinstance(part, int):
        return f"[{part}]"
    if _SHORTHAND.fullmatch(part):
        return f".{part}"
    import json  # here, so that a program that never reports a problem does not load it

    return f"[{json.dumps(part, ensure_ascii=not part.isprintable())}]"


def locate(node: Node, parts: tuple[str | int, ...], *, key: bool = False) -> tuple[int, int]:
    """
    Where a path leads, as line and column; where it leads nowhere, its last existing node.

    Args:
        node: The root that the path begins at.
        parts: Keys of mappings and places in lists, counted from 0.
        key: Give the place of the last key itself instead of that of its value.

    Returns:
        Line and column, both counted from 1.

    Example:
        >>> word = ScalarNode(value="peru", plain=True, line=2, column=7)
        >>> name = ScalarNode(value="from", plain=True, line=2, column=1)
        >>> root = MappingNode(entries=((name, word),), line=2, column=1)
        >>> locate(root, ("from",))
        (2, 7)
        >>> locate(root, ("from",), key=True)
        (2, 1)
        >>> locate(root, ("occurred", 4))
        (2, 1)
    """
    place = node
    for part in parts:
        if isinstance(node, MappingNode) and isinstance(part, str):
            entry = node.find(part)
            if entry is None:
                return node.line, node.column
            place, node = entry
        elif isinstance(node, SequenceNode) and isinstance(part, int):
            if not 0 <= part < len(node.items):
                return node.line, node.column
            place = node = node.items[part]
        else:
            return node.line, node.column
    return (place.line, place.column) if key else (node.line, node.column)
