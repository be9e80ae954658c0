"""
Reading the packaged law files, once and on first use.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, Final, TypeVar

from diplomodel.errors import BadInputError, UnknownNameError


PRACTICE: Final = "practice"
TREATY_IDS: Final = ("Caracas", "Montevideo", "VCCR", "VCDR", "VCLT")

# A longer name is no slip of the pen, and comparing it with every known one takes long.
_LONGEST_NAME: Final = 80

_T = TypeVar("_T")


@cache
def read(name: str) -> Mapping[str, Any]:
    """
    The content of one packaged file: a treaty's, or that of the practices.
    """
    # Imported here: most users of the package never ask for the law.
    import tomllib

    return tomllib.loads(text_of(name))


def text_of(name: str) -> str:
    """
    The text of one packaged file.
    """
    from importlib.resources import files

    return files("diplomodel.law").joinpath("data", f"{name.lower()}.toml").read_text("utf-8")


def sources_of(name: str, keys: Iterable[str]) -> tuple[str, ...]:
    """
    The addresses, or names of judgments, behind a file's source keys.
    """
    addresses = read(name)["sources"]
    return tuple(addresses[key] for key in keys)


def find(name: str, known: Mapping[str, _T], *, what: str) -> _T:
    """
    The entry called `name`, or an error that names the nearest one.

    Raises:
        BadInputError: If the name is not text.
        UnknownNameError: If nothing carries the name.
    """
    # Callers without a type checker pass anything; a lookup of a list would raise TypeError.
    if not isinstance(name, str):
        msg = f"{what}: the name must be text, but got a value of type {type(name).__name__}"
        raise BadInputError(msg)
    if name in known:
        return known[name]
    if len(name) > _LONGEST_NAME:
        raise UnknownNameError(what, f"{name[:_LONGEST_NAME]}...")
    raise UnknownNameError(what, name, known)
