"""
YAML as people write casebooks by hand, read into nodes that know their place in the file.

Only what a casebook needs is read: text, lists and mappings.
No text is given a type here, so ``NO`` stays Norway's code and ``12:30`` a time of day.
Tags, anchors, aliases, merge keys, directives, keys that stand twice and several documents in one
file are refused, each with its place and what to do instead.
"""

from __future__ import annotations

import re
from itertools import islice

from diplomodel.errors import BadInputError, Problem
from diplomodel.formats._nodes import (
    MappingNode,
    Node,
    ScalarNode,
    SequenceNode,
    locate,
    path_text,
    plain,
)
from diplomodel.formats._yaml_builder import MAX_PROBLEMS, Builder, lines_and_columns
from diplomodel.formats._yaml_writer import MAX_DEPTH, write_yaml


__all__ = [
    "MAX_DEPTH",
    "MAX_PROBLEMS",
    "MAX_SIZE",
    "MappingNode",
    "Node",
    "ScalarNode",
    "SequenceNode",
    "locate",
    "path_text",
    "plain",
    "read_yaml",
    "write_yaml",
]

MAX_SIZE = 16 * 2**20
"""The longest input that is read, in bytes, or in characters where it is text already.

That is some 40,000 events, and bounds what the nodes of a hostile file take to some 1.2 GB."""

# Printable characters of YAML 1.2, section 5.1, less the three that only YAML 1.1 reads as line
# breaks and the byte order mark, on whose width readers disagree.
_FORBIDDEN = re.compile(
    "[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
_DIRECTIVE = re.compile(r"(?:[ \t]*+(?:#[^\n]*+)?\n)*+(?=%)")


def read_yaml(text: str | bytes, *, file: str | None = None) -> Node:
    r"""
    Read one document of YAML into nodes.

    Line breaks may be LF, CRLF or CR, and a byte order mark may stand first.
    An input without content is a null `ScalarNode` at line 1, column 1.

    Args:
        text: The content of the file; bytes are UTF-8.
        file: Name of the file, for the messages.

    Raises:
        BadInputError: The input is not such YAML. All problems that can be told at once are
            there, in the order of the file; bad characters or a syntax error hide what follows.

    Example:
        >>> node = read_yaml("from: NO\nto: [PER, MEX]")
        >>> plain(node)
        {'from': 'NO', 'to': ['PER', 'MEX']}
        >>> locate(node, ("to", 1))
        (2, 11)
        >>> read_yaml("on: 1\non: 2", file="a.yaml")  # doctest: +ELLIPSIS
        Traceback (most recent call last):
            ...
        diplomodel.errors.BadInputError: a.yaml:2:1: the key 'on' stands twice...
    """
    content = _content(text, file=file)
    _check_characters(content, file=file)
    return Builder(text=content, file=file).build()


def _content(text: str | bytes, *, file: str | None) -> str:
    """
    The input as text whose lines all end in LF, without a byte order mark.
    """
    if len(text) > MAX_SIZE:
        message = f"the input is {len(text)} characters or bytes long, over {MAX_SIZE}; divide it"
        raise BadInputError([Problem(message=message, file=file)])
    if isinstance(text, str):
        return _lf(text.removeprefix("\ufeff"))
    try:
        return _lf(text.decode("utf-8").removeprefix("\ufeff"))
    except UnicodeDecodeError as error:
        before = _lf(text[: error.start].decode("utf-8").removeprefix("\ufeff"))
        line, column = next(lines_and_columns(before, [len(before)]))
        message = (
            f"byte 0x{text[error.start]:02X} at offset {error.start} is not UTF-8; "
            "save the file with the encoding UTF-8"
        )
        problem = Problem(message=message, file=file, line=line, column=column)
        raise BadInputError([problem]) from None


def _lf(text: str) -> str:
    """
    The text with LF for each line break.
    """
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _check_characters(text: str, *, file: str | None) -> None:
    """
    Refuse characters that no file may hold as they are, and directives.
    """
    places = [match.start() for match in islice(_FORBIDDEN.finditer(text), MAX_PROBLEMS)]
    directive = _DIRECTIVE.match(text)
    if directive and not places:
        places = [directive.end()]
    problems = [
        Problem(message=_character_message(text[place]), file=file, line=line, column=column)
        for place, (line, column) in zip(places, lines_and_columns(text, places), strict=True)
    ]
    if problems:
        raise BadInputError(problems)


def _character_message(character: str) -> str:
    """
    What is wrong with a character, and what to do.
    """
    if character == "%":
        return "a directive of YAML ('%...') is not allowed; remove this line"
    code = ord(character)
    if 0xD800 <= code <= 0xDFFF:
        return f"the lone surrogate U+{code:04X} is not a character; replace it"
    return (
        f"the character U+{code:04X} cannot stand in a file as it is; remove it, "
        f'or write "\\u{code:04x}" between double quotes'
    )
