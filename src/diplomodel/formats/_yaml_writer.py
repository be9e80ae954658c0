"""
Plain data written as block YAML that people read and edit, the same bytes for the same data.

Any text stays on one line, however long: a change to a summary is then a change to one line.
Text stands without quotes only where readers of YAML 1.1 and 1.2 give back that text, with one
exception that is made on purpose: ISO 8601 dates (``2022-12-07``) and times of a day with ``T``
stay without quotes, because that is what people write by hand, and the reader of this library
reads them as text.
Some readers of YAML 1.1 make a date of them.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from diplomodel.errors import BadInputError, Problem
from diplomodel.formats._nodes import path_text


__all__ = ["MAX_DEPTH", "write_yaml"]

MAX_DEPTH = 64
"""Levels of lists and mappings that a file may have, the outermost counted as 1."""

# YAML 1.1 and 1.2 let a key stand before its colon only up to 1024 characters; longer ones take
# the form with a question mark. The margin keeps clear of how readers count the limit.
_LONGEST_KEY = 1000

# Controls, spaces other than the ordinary one, line separators, invisible and directional marks,
# and non-characters. Fixed ranges, because str.isprintable changes with the version of Python.
_HIDDEN = (
    "\x00-\x1f\x7f-\xa0\xad\u061c\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000"
    "\ud800-\udfff\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\ufff0-\ufffb\ufffe\uffff"
    "\U000e0000-\U000e0fff"
)
_ESCAPED = re.compile(rf'[{_HIDDEN}"\\]')
_SURROGATE = re.compile("[\ud800-\udfff]")
_SHORT_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}

# A text that no reader takes for an indicator, a comment, a mapping or a document marker.
_PLAIN = re.compile(
    rf"(?!\.\.\.)(?:[A-Za-z0-9_$(/.]|[^\x00-\x7f{_HIDDEN}])"
    rf"(?:[^:#{_HIDDEN}]|:(?=[^ ])|(?<! )#)*+(?<! )"
)

# What the resolvers of YAML 1.1 (its type repository: bool, float, int, merge, null, timestamp,
# value) or the core schema of YAML 1.2 (section 10.3.2) take for something other than text.
_TYPED = re.compile(
    r"""
    null | true | false | yes | no | on | off | y | n
    | [-+]? [0-9.] [0-9_,.]* (?: e [-+]? [0-9]* )?
    | [-+]? \.? (?: inf | nan )
    | [-+]? 0 [box] [0-9a-f_]*
    | [-+]? [0-9] [0-9_]* (?: : [0-9]+ )+ (?: \. [0-9_]* )?
    | [0-9]{4} - [0-9]{1,2} - [0-9]{1,2} (?: [t\ ] .* )?
    """,
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)

# The exception to _TYPED: dates and times of a day as ISO 8601 writes them in full.
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}[0-9:.]*(?:Z|[-+][0-9:]+)?)?")


def write_yaml(data: object) -> str:
    r"""
    Write plain data as YAML text that ends with a line break.

    Keys keep their order, lists stand indented under their key, and a blank line parts the
    mappings of a list that is the root or stands right under it.

    Args:
        data: dict with keys of text, list or tuple, str, int, bool, finite float, ``None``.

    Raises:
        BadInputError: Something else is in the data, a text has lone surrogates, or there are
            more than 64 levels (so also data that contain themselves).

    Example:
        >>> print(write_yaml({"format": 1, "events": [{"of": "NO", "on": "2022-12-07"}]}), end="")
        format: 1
        events:
          - of: "NO"
            "on": 2022-12-07
        >>> write_yaml({"summary": "recalled: all\nof them", "links": []})
        'summary: "recalled: all\\nof them"\nlinks: []\n'
    """
    return "".join(f"{line}\n" for line in _lines(data, ()))


def _lines(value: object, parts: tuple[str | int, ...]) -> Iterator[str]:
    """
    The lines of a value, not indented.
    """
    if isinstance(value, dict | list | tuple) and len(parts) >= MAX_DEPTH:
        message = f"lists and mappings go deeper than {MAX_DEPTH} levels; flatten them"
        raise _refusal(message, parts)
    if isinstance(value, dict) and value:
        yield from _mapping_lines(value, parts)
    elif isinstance(value, list | tuple) and value:
        yield from _sequence_lines(value, parts)
    elif isinstance(value, dict):
        yield "{}"
    elif isinstance(value, list | tuple):
        yield "[]"
    else:
        yield _scalar(value, parts)


def _mapping_lines(mapping: dict[object, object], parts: tuple[str | int, ...]) -> Iterator[str]:
    """
    The lines of a mapping that is not empty.
    """
    for key, value in mapping.items():
        if not isinstance(key, str):
            raise _refusal(f"the key {_shown(key)} is not text; make it a str", parts)
        here = (*parts, str.__str__(key))
        head = f"{_text(key, here)}:"
        if len(head) > _LONGEST_KEY:
            yield f"? {head[:-1]}"
            head = ":"
        if isinstance(value, dict | list | tuple) and value:
            yield head
            for line in _lines(value, here):
                yield f"  {line}" if line else line
        else:
            yield f"{head} {next(_lines(value, here))}"


def _sequence_lines(
    items: list[object] | tuple[object, ...], parts: tuple[str | int, ...]
) -> Iterator[str]:
    """
    The lines of a list that is not empty.
    """
    apart = len(parts) <= 1 and all(isinstance(item, dict) and item for item in items)
    for index, item in enumerate(items):
        if apart and index:
            yield ""
        mark = "- "
        for line in _lines(item, (*parts, index)):
            yield f"{mark}{line}" if line else line
            mark = "  "


def _scalar(value: object, parts: tuple[str | int, ...]) -> str:
    """
    A value that holds no others.
    """
    if isinstance(value, str):
        return _text(value, parts)
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        try:
            return int.__repr__(value)
        except ValueError:
            # Since 3.11 Python refuses to spell out very long numbers (CVE-2020-10735).
            raise _refusal("the number has too many digits; write it as text", parts) from None
    if isinstance(value, float) and math.isfinite(value):
        digits = float.__repr__(value)
        # Readers of YAML 1.1 take an exponent for text unless a dot stands before it.
        return digits if "." in digits else digits.replace("e", ".0e")
    raise _refusal(
        f"{_shown(value)} cannot be written; use text, whole or finite numbers, true, false, "
        "null, lists and mappings",
        parts,
    )


def _text(text: str, parts: tuple[str | int, ...]) -> str:
    """
    A text, with quotes where it needs them.
    """
    text = str.__str__(text)
    if _PLAIN.fullmatch(text) and (not _TYPED.fullmatch(text) or _DATE.fullmatch(text)):
        return text
    found = _SURROGATE.search(text)
    if found:
        raise _refusal(
            f"the lone surrogate U+{ord(found[0]):04X} is not a character; replace it", parts
        )
    return f'"{_ESCAPED.sub(_escape, text)}"'


def _escape(match: re.Match[str]) -> str:
    """
    One character as it stands between double quotes.
    """
    code = ord(match[0])
    long = f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
    return _SHORT_ESCAPES.get(match[0], long)


def _shown(value: object) -> str:
    """
    What cannot be written, named by its type where its own text could be long.
    """
    if isinstance(value, float | bool | None):
        return f"{value!r}"
    return f"a value of type {type(value).__name__}"


def _refusal(message: str, parts: tuple[str | int, ...]) -> BadInputError:
    """
    The error for one place in the data.
    """
    return BadInputError([Problem(message=message, path=path_text(parts))])
