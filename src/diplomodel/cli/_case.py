"""
A casebook opened for a command: read, replayed, with words for its people.
"""

from __future__ import annotations

import attrs
import click

from diplomodel._telling._story import last_day
from diplomodel._telling._words import Words
from diplomodel.casebooks import Casebook
from diplomodel.cli._files import read_casebook
from diplomodel.dates import day_text
from diplomodel.fluents import Fluent
from diplomodel.histories import History, replay


__all__ = ["Case", "coverage_words", "named_fluent", "opened"]


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
        return last_day(self.history)

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
    # Where a plugin that it requires cannot be used, that one error is told and nothing else.
    history = replay(book)
    for notice in book.notices:
        click.echo(f"diplomodel: {notice}", err=True)
    return Case(name=name, casebook=book, history=history, words=Words.of(book.people))


def named_fluent(case: Case, name: str) -> Fluent[str]:
    """
    The fluent of that name, written with underscores, hyphens or spaces.

    Raises:
        UnknownNameError: There is none.
    """
    return case.history.rules.fluent("_".join(name.replace("-", " ").split()).lower())


def coverage_words(case: Case) -> str:
    """
    The days covered, in a sentence.
    """
    first, last = case.history.first_day, case.history.last_day
    if first is None or last is None:
        return "Which days it covers is not said."
    return f"Covers {day_text(first)} to {day_text(last)}."
