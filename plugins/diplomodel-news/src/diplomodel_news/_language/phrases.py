"""
Phrases with alternatives, as the data files write them, and a trie that finds them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, Generic, TypeVar

import attrs

from diplomodel.errors import BadInputError
from diplomodel_news._language.text import fold, tokens_of


__all__ = ["Phrases", "expanded", "words_of"]

T = TypeVar("T")
_MOST: Final = 4000


def expanded(pattern: str) -> list[str]:
    """
    The phrases of a pattern: ``(a|b)`` is a choice, ``[a|b]`` one that may be left out.

    Raises:
        BadInputError: A bracket is left open, or the pattern stands for thousands of phrases.

    Example:
        >>> expanded("[full] diplomatic (relations|ties)")
        ['full diplomatic relations', 'full diplomatic ties', 'diplomatic relations', \
'diplomatic ties']
    """
    found, rest = _choice(pattern, 0, "")
    if rest != len(pattern):
        raise BadInputError(f"{pattern!r} closes a bracket that it does not open")
    phrases = dict.fromkeys(" ".join(phrase.split()) for phrase in found)
    return [phrase for phrase in phrases if phrase]


def _choice(pattern: str, at: int, closing: str) -> tuple[list[str], int]:
    """
    The choices from a place up to a closing bracket, and the place of that bracket.
    """
    choices: list[str] = []
    current = [""]
    while at < len(pattern) and pattern[at] not in (closing or ")]"):
        letter = pattern[at]
        if letter == "|":
            choices += current
            current = [""]
            at += 1
            continue
        if letter in "([":
            inner, at = _choice(pattern, at + 1, ")" if letter == "(" else "]")
            if at >= len(pattern):
                raise BadInputError(f"{pattern!r} leaves a bracket open")
            parts = inner if letter == "(" else [*inner, ""]
        else:
            parts = [letter]
        current = [one + part for one in current for part in parts]
        at += 1
        if len(current) + len(choices) > _MOST:
            raise BadInputError(f"{pattern!r} stands for more than {_MOST} phrases")
    return choices + current, at


def words_of(phrase: str) -> tuple[str, ...]:
    """
    The folded tokens of a phrase, as texts are cut.

    Example:
        >>> words_of("coup d'État")
        ('coup', "d'etat")
    """
    lowered = fold(phrase)
    return tuple(lowered[start:end] for start, end in tokens_of(phrase))


@attrs.define(slots=True)
class _Node(Generic[T]):
    values: list[T] = attrs.field(factory=list)
    after: dict[str, _Node[T]] = attrs.field(factory=dict)


class Phrases(Generic[T]):
    """
    Phrases of tokens with what each stands for.

    Example:
        >>> phrases = Phrases[str]()
        >>> phrases.add("foreign minister", "office")
        >>> phrases.longest(["the", "foreign", "minister"], 1)
        (3, ['office'])
    """

    def __init__(self) -> None:
        """
        Hold nothing yet.
        """
        self._first: dict[str, _Node[T]] = {}
        self.count = 0

    def add(self, phrase: str, value: T) -> None:
        """
        Let a phrase stand for a value, beside those that it already stands for.
        """
        nodes = self._first
        node: _Node[T] | None = None
        for word in words_of(phrase):
            node = nodes.get(word)
            if node is None:
                node = nodes[word] = _Node()
            nodes = node.after
        if node is not None and value not in node.values:
            node.values.append(value)
            self.count += 1

    def longest(self, tokens: Sequence[str], at: int) -> tuple[int, list[T]] | None:
        """
        The place just past the longest phrase that begins at a token, and its values.
        """
        node = self._first.get(tokens[at])
        found: tuple[int, list[T]] | None = None
        end = at
        while node is not None:
            end += 1
            if node.values:
                found = end, node.values
            node = node.after.get(tokens[end]) if end < len(tokens) else None
        return found

    def starts(self) -> Iterable[str]:
        """
        The first words of all phrases.
        """
        return self._first.keys()

    def __iter__(self) -> Iterator[tuple[str, T]]:
        """
        Every phrase, with each of its values.
        """
        stack: list[tuple[str, _Node[T]]] = list(self._first.items())
        while stack:
            text, node = stack.pop()
            for value in node.values:
                yield text, value
            stack += ((f"{text} {word}", below) for word, below in node.after.items())
