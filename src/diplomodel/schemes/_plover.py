"""
PLOVER event types, modes and contexts, and the way to them from CAMEO.

Source: Open Event Data Alliance, PLOVER manual, and its CAMEO conversion table of 17 September
2021. In four of its rows the mode column holds no mode of the type: 085 has one that was dropped
(``ease``), 1321 one that the manual does not know (``political``), 175 a context, and 1712 a mode
of COERCE. Here 1712 becomes ``destroy`` and the others have no mode. For the category 08 the table
gives two types, and for 01 and 02 none: these have no counterpart.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Final

import attrs

from diplomodel.errors import BadInputError, UnknownNameError
from diplomodel.schemes._cameo import QuadClass, cameo


_WHAT: Final = "PLOVER type"

# A longer name is no slip of the pen, and comparing it with every known one takes long.
_LONGEST_NAME: Final = 40


@attrs.frozen(kw_only=True)
class PloverType:
    """
    One event type of the PLOVER scheme.

    Attributes:
        name: In capitals, such as ``SANCTION``.
        label: What it stands for, in our own few words.
        quad: Its class, as the manual has it.
        modes: How it may be done (of a threat: what is threatened), sorted.
        score: Conflict-cooperation score from -10 to 10.
        needs_recipient: Whether an event of the type must name a recipient.

    Example:
        >>> plover("CONSULT").modes
        ('multilateral', 'phone', 'third-party', 'visit')
    """

    name: str
    label: str
    quad: QuadClass
    modes: tuple[str, ...] = ()
    score: float
    needs_recipient: bool = False


@attrs.frozen(kw_only=True)
class _Tables:
    types: Mapping[str, PloverType]
    contexts: tuple[str, ...]


@cache
def _tables() -> _Tables:
    # Imported here: importing the package must stay light.
    import tomllib
    from importlib.resources import files

    text = files("diplomodel.schemes").joinpath("data", "plover.toml").read_text("utf-8")
    tables = tomllib.loads(text)
    types = {
        row["name"]: PloverType(
            name=row["name"],
            label=row["label"],
            quad=QuadClass(row["quad"]),
            modes=tuple(row["modes"]),
            score=row["score"],
            needs_recipient=row["needs_recipient"],
        )
        for row in tables["type"]
    }
    return _Tables(types=MappingProxyType(types), contexts=tuple(tables["contexts"]))


@cache
def _from_cameo() -> Mapping[str, tuple[str, str | None, tuple[str, ...]]]:
    import csv
    from importlib.resources import files

    text = files("diplomodel.schemes").joinpath("data", "cameo_plover.csv").read_text("utf-8")
    rows = csv.DictReader(text.splitlines())
    found = {
        row["cameo"]: (row["type"], row["mode"] or None, tuple(row["contexts"].split()))
        for row in rows
    }
    return MappingProxyType(found)


def plover(name: str) -> PloverType:
    """
    One PLOVER event type.

    Args:
        name: In capitals, such as ``SANCTION``.

    Returns:
        The type with its modes.

    Raises:
        UnknownNameError: If PLOVER has no such type; the message names the nearest.
        BadInputError: If the name is not text.

    Example:
        >>> plover("SANCTION").modes
        ('convict', 'discontinue', 'expel', 'withdraw')
    """
    # Callers without a type checker pass anything; a lookup of a list would raise TypeError.
    if not isinstance(name, str):
        msg = f"a PLOVER type is named by text, but got a value of type {type(name).__name__}"
        raise BadInputError(msg)
    known = _tables().types
    if name in known:
        return known[name]
    if len(name) > _LONGEST_NAME:
        raise UnknownNameError(_WHAT, f"{name[:_LONGEST_NAME]}...")
    raise UnknownNameError(_WHAT, name, known)


def plover_types() -> tuple[PloverType, ...]:
    """
    The sixteen PLOVER event types, sorted by name.

    Example:
        >>> len(plover_types()), plover_types()[0].name
        (16, 'ACCUSE')
    """
    return tuple(_tables().types.values())


def plover_contexts() -> tuple[str, ...]:
    """
    The contexts that may go with any type, sorted; four of them tell time or polarity.

    Example:
        >>> "asylum" in plover_contexts(), "negation" in plover_contexts()
        (True, True)
    """
    return _tables().contexts


def is_plover(name: object, mode: object = None) -> bool:
    """
    Whether something is a PLOVER type, with that mode if one is given.

    Args:
        name: Anything; only text can be a type.
        mode: Anything; ``None`` asks about the type alone.

    Returns:
        True for a type of the scheme that has the mode.

    Example:
        >>> is_plover("SANCTION"), is_plover("SANCTION", "expel"), is_plover("AGREE", "expel")
        (True, True, False)
    """
    if not isinstance(name, str) or name not in _tables().types:
        return False
    return mode is None or mode in _tables().types[name].modes


def plover_from_cameo(code: str) -> tuple[str, str | None] | None:
    """
    The PLOVER type and mode for a CAMEO code.

    Args:
        code: Two to four digits.

    Returns:
        The type and its mode (``None`` where the table gives none), or ``None`` if PLOVER has no
        counterpart: comments and appeals, and the category 08, which it splits.

    Raises:
        UnknownNameError: If CAMEO has no such code.
        BadInputError: If the code is not text.

    Example:
        >>> plover_from_cameo("161")
        ('SANCTION', 'withdraw')
        >>> print(plover_from_cameo("010"))
        None
    """
    row = _from_cameo().get(cameo(code).code)
    return None if row is None else row[:2]


def plover_contexts_from_cameo(code: str) -> tuple[str, ...]:
    """
    The PLOVER contexts that a CAMEO code implies.

    Args:
        code: Two to four digits.

    Returns:
        The contexts; none where the table gives none.

    Raises:
        UnknownNameError: If CAMEO has no such code.
        BadInputError: If the code is not text.

    Example:
        >>> plover_contexts_from_cameo("075")
        ('asylum',)
    """
    row = _from_cameo().get(cameo(code).code)
    return () if row is None else row[2]
