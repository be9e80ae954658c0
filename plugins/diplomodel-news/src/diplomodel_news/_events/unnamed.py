"""
Parties that a text does not name.

A record of a state's relations often names neither that state nor the other: "Relations were
established on 3 May 1960, when the consulate became an embassy." The act and its day are told
all the same. What stands for a party is then a code that ISO 3166-1 leaves to its users (ZZA to
ZZZ), so that it is no state's, and no unknown party is taken for a known one.
"""

from __future__ import annotations

from typing import Final


__all__ = ["UNNAMED", "is_unnamed", "with_unnamed"]

#: The first and the second party that a text does not name.
UNNAMED: Final = ("ZZA", "ZZB")


def is_unnamed(code: str) -> bool:
    """
    Whether a code stands for a party that a text does not name.

    Example:
        >>> is_unnamed("ZZA"), is_unnamed("PER")
        (True, False)
    """
    return code in UNNAMED


def with_unnamed(values: dict[str, object], fields: frozenset[str]) -> list[str]:
    """
    Put stand-ins where parties are missing, and say in which fields.

    Args:
        values: The fields found so far, which are added to.
        fields: The fields that may hold a stand-in.

    Example:
        >>> values = {"parties": ("PER",)}
        >>> with_unnamed(values, frozenset({"parties"})), values
        (['parties'], {'parties': ('PER', 'ZZA')})
    """
    filled: list[str] = []
    free = list(UNNAMED)
    for field in ("by", "sender", "target", "receiver"):
        if field in fields and field not in values and free:
            values[field] = free.pop(0)
            filled.append(field)
    if "parties" in fields:
        told = values.get("parties")
        codes = list(told) if isinstance(told, tuple) else []
        if len(codes) < 2:
            values["parties"] = (*codes, *UNNAMED[: 2 - len(codes)])
            filled.append("parties")
    return filled
