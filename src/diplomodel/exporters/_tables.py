"""
Spells and transitions as CSV: one a row, the same columns for all.

An empty cell means that there is no value.
What a spreadsheet would take for a formula has an apostrophe before it, as in casebooks in CSV.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import BinaryIO, Final

import attrs
from attrs import field

from diplomodel._telling._words import codes
from diplomodel.dates import day_text
from diplomodel.events import Event
from diplomodel.exporters._export import Export
from diplomodel.exporters._options import checked
from diplomodel.fields import flag, none_or_text
from diplomodel.formats._cells import escape, row_text
from diplomodel.histories import Spell, Transition


__all__ = ["SpellsExporter", "SpellsOptions", "TableOptions", "TransitionsExporter"]

#: The subject, whole and in its parts.
_SUBJECT: Final = ("subject", "subject_kind", "state", "other_state", "part")

_SPELLS: Final = (
    "fluent",
    *_SUBJECT,
    "value",
    "begins",
    "ends",
    "observed",
    "began_by",
    "began_by_id",
    "ended_by",
    "ended_by_id",
    "fingerprint",
)

_TRANSITIONS: Final = (
    "date",
    "fluent",
    *_SUBJECT,
    "before",
    "after",
    "kind",
    "event",
    "event_id",
    "rule",
    "law",
    "sources",
    "fingerprint",
)


@attrs.frozen(kw_only=True)
class TableOptions:
    """
    Which rows.

    Attributes:
        fluent: Name of the one fluent wanted; ``None`` for all.
    """

    fluent: str | None = field(default=None, validator=none_or_text)


@attrs.frozen(kw_only=True)
class SpellsOptions(TableOptions):
    """
    Which rows.

    Attributes:
        fluent: Name of the one fluent wanted; ``None`` for all.
        derived: Whether the spells of derived fluents stand among the rest.
    """

    derived: bool = field(default=False, validator=flag)


class SpellsExporter:
    """
    Writes spells: from when to when each fluent of each subject had each value.

    ``begins`` is the first day at whose end it holds, ``ends`` the day on which it holds no more;
    while it lasts, ``ends`` is empty. Where both are one day, it began and ended within that day.
    """

    def __init__(self, options: object | None = None) -> None:
        """
        Take the options.
        """
        self._options = checked(options, SpellsOptions)

    def export(self, case: Export, target: BinaryIO, /) -> None:
        """
        Write a row for each spell, by fluent, subject and day.
        """
        name = self._options.fluent
        found = (
            case.spells(derived=self._options.derived)
            if name is None
            else case.history.spells(case.fluent(name))
        )
        _write(_SPELLS, (_spell(case, spell) for spell in found), target)


class TransitionsExporter:
    """
    Writes transitions: each change of a fluent, with its event, rule and law.
    """

    def __init__(self, options: object | None = None) -> None:
        """
        Take the options.
        """
        self._options = checked(options, TableOptions)

    def export(self, case: Export, target: BinaryIO, /) -> None:
        """
        Write a row for each transition, by day.
        """
        name = self._options.fluent
        if name is not None:
            case.fluent(name)
        rows = (
            _transition(case, change)
            for change in case.transitions()
            if name is None or change.fluent == name
        )
        _write(_TRANSITIONS, rows, target)


def _write(columns: Sequence[str], rows: Iterable[Sequence[str | None]], target: BinaryIO) -> None:
    target.write(row_text(columns).encode("utf-8"))
    for row in rows:
        cells = [escape(value) if value else "" for value in row]
        # Types of plugins may let lone surrogates in, which have no encoding.
        target.write(row_text(cells).encode("utf-8", "backslashreplace"))


def _subject(case: Export, fluent: str, subject: str) -> tuple[str | None, ...]:
    kind = case.fluent(fluent).on
    head, _, part = subject.partition("/")
    states = codes(head)
    if not states:
        return subject, kind.value, None, None, subject
    one, other = (*states, None)[:2]
    return subject, kind.value, one, other, part


def _spell(case: Export, spell: Spell) -> tuple[str | None, ...]:
    return (
        spell.fluent,
        *_subject(case, spell.fluent, spell.subject),
        str(spell.value),
        day_text(spell.begins),
        None if spell.ends is None else day_text(spell.ends),
        "true" if spell.observed else "false",
        *_event(spell.began_by),
        *_event(spell.ended_by),
        case.fingerprint,
    )


def _event(event: Event | None) -> tuple[str | None, str | None]:
    return (None, None) if event is None else (event.label, event.id)


def _transition(case: Export, change: Transition) -> tuple[str | None, ...]:
    event = change.event
    return (
        day_text(change.day),
        change.fluent,
        *_subject(case, change.fluent, change.subject),
        None if change.before is None else str(change.before),
        None if change.after is None else str(change.after),
        event.kind,
        *_event(event),
        change.rule.key,
        "; ".join(change.law),
        "; ".join(dict.fromkeys(piece.source.id for piece in event.evidence)),
        case.fingerprint,
    )
