"""
What goes wrong, said so that the reader can mend it.

Every error that the library raises on purpose derives from `DiplomodelError`.
Its message says what is wrong, where, and what to do next; the same parts are attributes.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable

import attrs


__all__ = [
    "BadInputError",
    "DiplomodelError",
    "Problem",
    "RuleSetError",
    "UnknownNameError",
    "did_you_mean",
]


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """
    A hint that names the nearest known word, or an empty string.

    Example:
        >>> did_you_mean("expulsoin", ["expulsion", "recall"])
        "; did you mean 'expulsion'?"
        >>> did_you_mean("zzz", ["expulsion"])
        ''
    """
    lowered = {k.lower(): k for k in sorted(known)}
    near = difflib.get_close_matches(word.lower(), lowered, n=1, cutoff=0.6)
    return f"; did you mean {lowered[near[0]]!r}?" if near else ""


@attrs.frozen(kw_only=True)
class Problem:
    """
    One thing wrong with an input, and where.

    Attributes:
        message: What is wrong and what to do next, in one sentence.
        path: Place inside the data, like ``$.events[3].kind``.
        file: Name of the file, where there is one.
        line: Line in the file, counted from 1.
        column: Column in the line, counted from 1.
        severity: ``error``, or ``warning`` for what can be read and yet looks wrong.

    Example:
        >>> print(Problem(message="no such day", path="$.on", file="a.yaml", line=3, column=7))
        a.yaml:3:7: no such day at $.on
    """

    message: str
    path: str = ""
    file: str | None = None
    line: int | None = None
    column: int | None = None
    severity: str = "error"

    def __str__(self) -> str:
        """
        ``file:line:column: message at path``, leaving out what is unknown.
        """
        place = ":".join(
            str(part) for part in (self.file, self.line, self.column) if part is not None
        )
        where = f" at {self.path}" if self.path else ""
        what = self.message if self.severity == "error" else f"{self.severity}: {self.message}"
        return f"{place}: {what}{where}" if place else f"{what}{where}"


class DiplomodelError(Exception):
    """
    The root of every error that diplomodel raises on purpose.
    """


class UnknownNameError(DiplomodelError, LookupError):
    """
    A name that nothing carries: an event kind, a fluent, a casebook, a state code.

    Attributes:
        name: The name asked for.
        what: What sort of thing was looked for.
        hint: The nearest known name, as a phrase; empty where none is near.
    """

    def __init__(self, what: str, name: str, known: Iterable[str] = ()) -> None:
        """
        Take the sort of thing, the name, and the names that would have done.
        """
        self.what = what
        self.name = name
        self.hint = did_you_mean(name, known)
        super().__init__(f"unknown {what} {name!r}{self.hint}")

    def __reduce__(self) -> tuple[type[UnknownNameError], tuple[str, str], dict[str, object]]:
        """
        Pickle with the hint, without the names it was found among.
        """
        return type(self), (self.what, self.name), {"hint": self.hint, "args": self.args}


class BadInputError(DiplomodelError, ValueError):
    """
    An input that cannot be read or is not valid; all its problems at once.

    Attributes:
        problems: Every problem found, in the order of the input.

    Example:
        >>> error = BadInputError([Problem(message="no such day", path="$.on")])
        >>> str(error)
        'no such day at $.on'
    """

    def __init__(self, problems: Iterable[Problem] | str) -> None:
        """
        Take the problems, or one sentence that stands for a single one.
        """
        if isinstance(problems, str):
            problems = [Problem(message=problems)]
        self.problems: tuple[Problem, ...] = tuple(problems)
        lines = [str(problem) for problem in self.problems]
        if len(lines) > 1:
            lines.insert(0, f"{len(lines)} problems:")
        super().__init__("\n  ".join(lines))


class RuleSetError(DiplomodelError, ValueError):
    """
    A set of rules that contradicts itself or leaves something uncovered.

    Attributes:
        problems: One sentence for each thing wrong.
    """

    def __init__(self, problems: Iterable[str]) -> None:
        """
        Take the sentences.
        """
        self.problems = tuple(problems)
        super().__init__("\n  ".join(("the rule set does not hold together:", *self.problems)))
