"""
Options of exporters.
"""

from __future__ import annotations

from typing import TypeVar

from diplomodel.errors import BadInputError


__all__ = ["checked"]

T = TypeVar("T")


def checked(options: object | None, cls: type[T]) -> T:
    """
    The options given, or those by default.

    Raises:
        BadInputError: They are of another class.

    Example:
        >>> from diplomodel.exporters._tables import SpellsOptions
        >>> checked(None, SpellsOptions)
        SpellsOptions(fluent=None, derived=False)
    """
    if options is None:
        return cls()
    if not isinstance(options, cls):
        raise BadInputError(f"the options are a {type(options).__name__}: give {cls.__name__}")
    return options
