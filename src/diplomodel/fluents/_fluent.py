"""
A typed name for a property that holds over time.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Any, Generic, Protocol, TypeVar

import attrs
from attrs import field

from diplomodel.subjects import SubjectKind


__all__ = ["Derivation", "Fluent", "Lookup"]

T_co = TypeVar("T_co", bound=str, covariant=True)
T = TypeVar("T", bound=str)


class Lookup(Protocol):
    """
    What a derivation may ask: the value of a stored fluent on the same day.
    """

    def __call__(self, fluent: Fluent[T], subject: str, /) -> T | None:
        """
        The value, or ``None`` where nothing is known.
        """
        ...


Derivation = Callable[[str, Lookup], str | None]


@attrs.frozen(eq=False)
class Fluent(Generic[T_co]):
    """
    A property that holds over time, and the key to ask for it.

    The word is the event calculus's (Kowalski and Sergot 1986).
    A fluent is stored, set by rules and observations, or derived, a pure function of stored ones
    on the same day.

    Attributes:
        name: How it is called in files and on the command line.
        on: What it is a property of.
        values: Its vocabulary; ``None`` where the value is a person's id.
        summary: What it says, in one sentence.
        derive: How a derived fluent follows from stored ones; ``None`` for a stored one.
        reads: The stored fluents that a derived one reads.

    Example:
        >>> from diplomodel import fluents
        >>> fluents.RELATIONS.name, fluents.RELATIONS.on.form
        ('relations', 'MEX-PER')
    """

    name: str
    on: SubjectKind
    values: type[T_co]
    summary: str = field(kw_only=True)
    derive: Derivation | None = field(default=None, kw_only=True, repr=False)
    reads: tuple[Fluent[str], ...] = field(default=(), kw_only=True, repr=False)

    @property
    def is_derived(self) -> bool:
        """
        Whether it follows from other fluents and is never assigned.
        """
        return self.derive is not None

    @property
    def vocabulary(self) -> tuple[T_co, ...]:
        """
        All its values in their order; empty where the value is a person's id.
        """
        return tuple(self.values) if issubclass(self.values, StrEnum) else ()

    def value(self, written: str) -> T_co:
        """
        The typed value for a written one.

        Raises:
            BadInputError: The word is not in the vocabulary.

        Example:
            >>> from diplomodel import fluents
            >>> fluents.RELATIONS.value("broken")
            <Relations.BROKEN: 'broken'>
        """
        return self.values(written)

    def __reduce__(self) -> tuple[Callable[..., Fluent[str]], tuple[object, ...]]:
        """
        Pickle by name: a fluent is a key, and there is one of each.

        One that a plugin adds is pickled by what it is made of.
        """
        from diplomodel.fluents import CORE, fluent

        if CORE.get(self.name) is self:
            return fluent, (self.name,)
        more = {"summary": self.summary, "derive": self.derive, "reads": self.reads}
        return _rebuilt, ((self.name, self.on, self.values), more)


def _rebuilt(parts: tuple[Any, ...], more: dict[str, Any]) -> Fluent[str]:
    return Fluent(*parts, **more)
