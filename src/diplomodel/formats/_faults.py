"""
What is wrong with a value while it is read, and where inside the value that is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from diplomodel.errors import BadInputError, Problem
from diplomodel.formats._nodes import path_text


__all__ = ["Fault", "Faults", "Parts", "Place", "nowhere", "problems"]

Parts = tuple[str | int, ...]
"""
Keys of mappings and places in lists, from the root inwards.
"""


class Place(NamedTuple):
    """
    A place in a file.

    Attributes:
        line: Line, counted from 1; ``None`` where it is not known.
        column: Column, counted from 1; ``None`` where it is not known.
    """

    line: int | None = None
    column: int | None = None


class Fault(NamedTuple):
    """
    One thing wrong with a value.

    Attributes:
        message: What is wrong and what to do.
        parts: Where, from the value inwards.
        on_key: Whether the key itself is wrong and not what it holds.
    """

    message: str
    parts: Parts = ()
    on_key: bool = False


class Faults(Exception):  # noqa: N818 (internal, always turned into a BadInputError)
    """
    All that is wrong with a value.

    Attributes:
        found: The faults, at least one.
    """

    def __init__(self, found: Iterable[Fault] | str) -> None:
        """
        Take the faults, or one sentence about the value as a whole.
        """
        self.found = (Fault(found),) if isinstance(found, str) else tuple(found)
        super().__init__("; ".join(fault.message for fault in self.found))

    def under(self, *parts: str | int) -> list[Fault]:
        """
        The faults as seen from further out.

        Example:
            >>> Faults("no such day").under("events", 3)[0].parts
            ('events', 3)
        """
        return [fault._replace(parts=(*parts, *fault.parts)) for fault in self.found]


def nowhere(parts: Parts, key: bool = False) -> Place:
    """
    The locator of data that come from no file.
    """
    del parts, key
    return Place()


def problems(
    faults: Iterable[Fault],
    *,
    file: str | None = None,
    place: Callable[[Parts, bool], Place] = nowhere,
    severity: str = "error",
) -> list[Problem]:
    """
    The faults as problems, with their paths and their places in the file.

    Example:
        >>> print(*problems(Faults("no such day").under("events", 3)))
        no such day at $.events[3]
    """
    found = []
    for fault in faults:
        line, column = place(fault.parts, fault.on_key)
        path = path_text(fault.parts)
        found.append(
            Problem(
                message=fault.message,
                path=path,
                file=file,
                line=line,
                column=column,
                severity=severity,
            )
        )
    return found


def refusal(faults: Faults) -> BadInputError:
    """
    The public error for the faults of data that come from no file.
    """
    return BadInputError(problems(faults.found))
