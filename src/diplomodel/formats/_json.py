"""
JSON as the library reads and writes it: strict, and the same bytes for the same data.
"""

from __future__ import annotations

import functools
import math
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, NoReturn

from diplomodel.formats._faults import Faults
from diplomodel.formats._yaml_writer import MAX_DEPTH


if TYPE_CHECKING:
    # Loaded when the first value is read or written, not with the package.
    import json


__all__ = ["json_text", "parse_json"]

_SURROGATE: Final = re.compile("[\ud800-\udfff]")


def json_text(value: object, *, sort: bool = False) -> str:
    r"""
    A value as one line of JSON; lone surrogates are escaped, everything else stands as it is.

    Args:
        value: dict with keys of text, list, text, numbers, booleans, ``None``.
        sort: Order the keys by name, so that equal values give equal text.

    Example:
        >>> json_text({"of": "Perú", "by": ["\ud800"]})
        '{"of":"Perú","by":["\\ud800"]}'
    """
    import json

    text = json.dumps(value, ensure_ascii=False, sort_keys=sort, separators=(",", ":"))
    if text.isprintable():
        return text
    # A surrogate can only stand inside a text, where an escape means the same.
    return _SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def parse_json(text: str) -> object:
    """
    Read one value of JSON (RFC 8259), refusing what would lose something.

    Raises:
        Faults: It is no JSON, a key stands twice in one object, a number is not finite, or the
            levels are too many.

    Example:
        >>> parse_json('{"votes": [101, 6]}')
        {'votes': [101, 6]}
    """
    try:
        value = _decoder().decode(text)
    except RecursionError:
        raise Faults(_TOO_DEEP) from None
    except ValueError as error:
        raise Faults(_reason(error)) from None
    if text.count("[") + text.count("{") > MAX_DEPTH and _depth(value) > MAX_DEPTH:
        raise Faults(_TOO_DEEP)
    return value


_TOO_DEEP: Final = f"lists and mappings go deeper than {MAX_DEPTH} levels; flatten them"


def _reason(error: ValueError) -> str:
    import json

    if not isinstance(error, json.JSONDecodeError):
        return "a number has too many digits; write it as text"
    where = f"at character {error.pos + 1}"
    return f"no valid JSON: {error.msg} {where}; check the quotes and commas"


@functools.cache
def _decoder() -> json.JSONDecoder:
    import json

    return json.JSONDecoder(
        object_pairs_hook=_object, parse_constant=_constant, parse_float=_finite
    )


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise Faults(f"the key {twice[:60]!r} stands twice; remove or rename one of them")
    return found


def _constant(name: str) -> NoReturn:
    raise Faults(f"{name} is no number in JSON; leave the value out")


def _finite(digits: str) -> float:
    value = float(digits)
    if not math.isfinite(value):
        raise Faults(f"the number {digits[:30]} is too large; write it as text")
    return value


def _depth(value: object) -> int:
    """
    The number of levels, found without recursion.
    """
    level, deepest = [value], 0
    while level := list(_children(level)):
        deepest += 1
        if deepest > MAX_DEPTH:
            break
    return deepest


def _children(level: list[object]) -> Iterator[object]:
    for value in level:
        if isinstance(value, dict):
            yield from value.values() or (None,)
        elif isinstance(value, list):
            yield from value or (None,)
