"""
A casebook opened for a command: read, replayed, with words for its people.
"""

from __future__ import annotations

from collections.abc import Iterator

import attrs
import click

from diplomodel._replay._position import nominal_day
from diplomodel.casebooks import Casebook
from diplomodel.cli._files import read_casebook
from diplomodel.cli._words import Words, codes
from diplomodel.dates import day_text
from diplomodel.events import Event, Observation
from diplomodel.events._base import identity_fields
from diplomodel.fluents import Fluent
from diplomodel.histories import History, replay


__all__ = ["Case", "concerns", "coverage_words", "named_fluent", "names_both", "opened"]


@attrs.frozen(kw_only=True)
class Case:
    """
    A casebook and its history.

    Attributes:
        name: As it was asked for.
        casebook: What was read.
        history: Its replay.
        words: Names for its people.
    """

    name: str
    casebook: Casebook
    history: History
    words: Words

    @property
    def title(self) -> str:
        """
        A heading for it.
        """
        return self.casebook.title or self.casebook.name or self.name

    @property
    def last_day(self) -> int | None:
        """
        The last day covered; where nobody says, that of the last event.
        """
        if self.history.last_day is not None:
            return self.history.last_day
        return max(map(nominal_day, self.history.events), default=None)

    def day(self, asked: int | None) -> int:
        """
        The day asked, or else the last one covered.
        """
        if asked is not None:
            return asked
        if self.last_day is None:
            raise click.UsageError("the casebook has no events: say the day with --at")
        return self.last_day


def opened(name: str) -> Case:
    """
    A casebook, replayed; what was odd about its file is said on standard error.
    """
    book = read_casebook(name)
    for notice in book.notices:
        click.echo(f"diplomodel: {notice}", err=True)
    return Case(name=name, casebook=book, history=replay(book), words=Words.of(book.people))


def named_fluent(case: Case, name: str) -> Fluent[str]:
    """
    The fluent of that name, written with underscores, hyphens or spaces.

    Raises:
        UnknownNameError: There is none.
    """
    return case.history.rules.fluent("_".join(name.replace("-", " ").split()).lower())


def concerns(event: Event, dyad: tuple[str, str] | None) -> bool:
    """
    Whether an event names both states, or none was asked for.

    Example:
        >>> from diplomodel.events import RelationsBreak
        >>> event = RelationsBreak(occurred="2025-11-03", by="PER", target="MEX")
        >>> concerns(event, ("MEX", "PER")), concerns(event, ("BOL", "PER"))
        (True, False)
    """
    return dyad is None or set(dyad) <= set(_named(event))


def _named(event: Event) -> Iterator[str]:
    if isinstance(event, Observation):
        yield from codes(event.subject)
        return
    for name in identity_fields(type(event)):
        value = getattr(event, name)
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, str) and codes(item) == (item,):
                yield item


def names_both(subject: str, dyad: tuple[str, str] | None) -> bool:
    """
    Whether a subject lies between two states, or none were asked for.
    """
    return dyad is None or set(dyad) <= set(codes(subject))


def coverage_words(case: Case) -> str:
    """
    The days covered, in a sentence.
    """
    first, last = case.history.first_day, case.history.last_day
    if first is None or last is None:
        return "Which days it covers is not said."
    return f"Covers {day_text(first)} to {day_text(last)}."
