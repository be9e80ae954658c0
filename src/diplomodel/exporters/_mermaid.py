"""
A timeline in Mermaid: what happened, day by day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO, Final

import attrs
from attrs import field

from diplomodel._telling._story import Day, Scene, story
from diplomodel._telling._words import Words, codes
from diplomodel.dates import PartialDate, day_text
from diplomodel.events import Observation
from diplomodel.exporters._export import Export
from diplomodel.exporters._options import checked
from diplomodel.exporters._text import clean
from diplomodel.fields import flag, none_or_text, optional_date
from diplomodel.subjects import SubjectKind, subject_text


__all__ = ["TimelineExporter", "TimelineOptions", "mermaid_text"]

#: All but these stands as an entity, so that no text can be taken for syntax.
_UNSAFE: Final = re.compile(r"[^\w .,!?()'’“”/+*→–—-]")


def mermaid_text(text: str) -> str:
    """
    A text as Mermaid shows it: what it would take for syntax stands as an entity.

    Example:
        >>> mermaid_text("#1: a; <b>")
        '#35;1#58; a#59; #60;b#62;'
    """
    return _UNSAFE.sub(lambda found: f"#{ord(found[0])};", clean(text))


@attrs.frozen(kw_only=True)
class TimelineOptions:
    """
    How much is told.

    Attributes:
        dyad: Two states, like ``PER-MEX``: only what names both.
        first: The first day told.
        last: The last day told.
        changes: Whether what changed stands beside what happened.
        opening: Whether the observations of the position stand there too.
    """

    dyad: str | None = field(default=None, validator=none_or_text)
    first: PartialDate | None = field(default=None, converter=optional_date)
    last: PartialDate | None = field(default=None, converter=optional_date)
    changes: bool = field(default=True, validator=flag)
    opening: bool = field(default=False, validator=flag)

    @property
    def pair(self) -> tuple[str, str] | None:
        """
        The codes of the two states.

        Raises:
            BadInputError: It is no dyad.
        """
        if self.dyad is None:
            return None
        written = self.dyad if "org:" in self.dyad else self.dyad.upper()
        one, other = codes(subject_text(SubjectKind.DYAD, written))
        return one, other


class TimelineExporter:
    """
    Writes a Mermaid timeline, a section for each month.
    """

    def __init__(self, options: object | None = None) -> None:
        """
        Take the options.

        Raises:
            BadInputError: The dyad is none.
        """
        self._options = checked(options, TimelineOptions)
        self._pair = self._options.pair

    def export(self, case: Export, target: BinaryIO, /) -> None:
        """
        Write the timeline.
        """
        target.writelines(f"{line}\n".encode() for line in self._lines(case))

    def _lines(self, case: Export) -> Iterator[str]:
        options = self._options
        told = story(
            case.history,
            first=None if options.first is None else options.first.first,
            last=None if options.last is None else options.last.last,
            dyad=self._pair,
        )
        yield "timeline"
        if case.fingerprint:
            yield f"    %% rules and plugins: {case.fingerprint}"
        yield f"    title {mermaid_text(case.title) or 'A history'}"
        words = Words.of(() if case.casebook is None else case.casebook.people)
        month = None
        for day in told.days:
            entries = list(self._entries(case, words, day))
            if not entries:
                continue
            date = day_text(day.day)
            if date[:-3] != month:
                month = date[:-3]
                yield f"    section {month}"
            yield f"        {date} : {entries[0]}"
            for entry in entries[1:]:
                yield f"            : {entry}"

    def _entries(self, case: Export, words: Words, day: Day) -> Iterator[str]:
        for scene in day.scenes:
            yield from self._entry(case, words, scene)

    def _entry(self, case: Export, words: Words, scene: Scene) -> Iterator[str]:
        event, rules = scene.event, case.history.rules
        if isinstance(event, Observation):
            if self._options.opening:
                yield mermaid_text(words.seen(rules, event))
            return
        title = words.title(event).removesuffix(f" [{event.name}]")
        yield mermaid_text(f"Takes effect, {title}" if scene.later else title)
        if self._options.changes:
            for change in scene.changes:
                yield mermaid_text(words.change(rules, change))
