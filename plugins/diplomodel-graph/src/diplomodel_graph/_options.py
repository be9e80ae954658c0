"""
Which part of a history becomes a network.
"""

from __future__ import annotations

from collections.abc import Iterable

import attrs
from attrs import field

from diplomodel.dates import PartialDate
from diplomodel.fields import flag, optional_date, several


__all__ = ["GraphOptions"]


def _names(values: Iterable[str] | str) -> tuple[str, ...]:
    return several(values)


@attrs.frozen(kw_only=True)
class GraphOptions:
    """
    Which part of a history becomes a network.

    Attributes:
        fluents: Names of the fluents wanted; all stored ones if empty.
        persons: Whether persons whose custody or trial is followed are nodes too.
        at: A day: only what holds at its end; ``None`` for all time.

    Example:
        >>> GraphOptions(fluents="relations").fluents
        ('relations',)
    """

    fluents: tuple[str, ...] = field(default=(), converter=_names)
    persons: bool = field(default=False, validator=flag)
    at: PartialDate | None = field(default=None, converter=optional_date)
