"""
The columns of a panel that hold values: of fluents, and of other data's schemes.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Final, TypeAlias

import attrs
import pyarrow as pa

from diplomodel.errors import BadInputError
from diplomodel.fluents import Fluent
from diplomodel.histories import Certainty, History
from diplomodel.schemes import (
    DiplometricsEmbassy,
    DiplometricsFocus,
    DiplometricsLevel,
    to_cow,
    to_diplometrics,
)
from diplomodel.subjects import SubjectKind, subject_parts
from diplomodel_tables._options import PanelOptions
from diplomodel_tables._subjects import OF_PAIRS, ONE_VALUE
from diplomodel_tables._table import column
from diplomodel_tables._tracks import Asked, Pair, Span, Track, of_spells, track


__all__ = ["Column", "columns_of"]

#: Makes a column's values for a pair of states, a span, and the days on which anything changes.
Maker: TypeAlias = Callable[[History, Pair, Span, set[int]], Track | Asked]

#: The parts of a subject with more than two states, and the value of each.
PARTS: Final = pa.list_(pa.struct([("part", pa.string()), ("value", pa.string())]))

_DIRECTIONS: Final = (("ab", "{a}>{b}", "a", "b"), ("ba", "{b}>{a}", "b", "a"))
_STATES: Final = (("a", "{a}", "a", "a"), ("b", "{b}", "b", "b"))
_TOGETHER: Final = (("", "{a}-{b}", "a", "b"),)


@attrs.frozen(kw_only=True)
class Column:
    """
    A column of a panel.

    Attributes:
        field: Its name, type and meaning.
        track: What makes its values.
    """

    field: pa.Field
    track: Maker


def columns_of(history: History, options: PanelOptions) -> tuple[Column, ...]:
    """
    The columns that hold values.

    Raises:
        UnknownNameError: There is no such fluent.
        BadInputError: A fluent is of persons alone.
    """
    rules = history.rules
    if options.fluents is None:
        chosen = [one for one in rules.fluents if one.on in ONE_VALUE]
    else:
        chosen = [rules.fluent(name) for name in options.fluents]
    found = [made for one in chosen for made in _of_fluent(one, certainty=options.certainty)]
    return (*found, *_cow(), *_diplometrics())


def _of_fluent(fluent: Fluent[str], *, certainty: bool) -> Iterator[Column]:
    if fluent.on is not SubjectKind.STATE and fluent.on not in OF_PAIRS:
        raise BadInputError(
            f"the fluent {fluent.name!r} is of a {fluent.on.value}, which a panel of dyads"
            " cannot show: take it from the table of spells"
        )
    forms = {SubjectKind.DYAD: _TOGETHER, SubjectKind.STATE: _STATES}.get(fluent.on, _DIRECTIONS)
    has_parts = fluent.on in OF_PAIRS and fluent.on not in ONE_VALUE
    for ending, form, sender, receiver in forms:
        name = fluent.name.replace(".", "_") + (f"_{ending}" if ending else "")
        who = f" Of {sender} towards {receiver}." if len(ending) > 1 else ""
        who = f" Of {sender}." if len(ending) == 1 else who
        summary = f"{fluent.summary}{who}"
        if has_parts:
            yield Column(field=column(name, PARTS, summary), track=_part_values(fluent, form))
            continue
        words = fluent.vocabulary
        field = column(name, pa.string(), summary, words=words)
        yield Column(field=field, track=_values(fluent, form))
        if certainty:
            summary = f"How surely the value of {name} holds."
            field = column(f"{name}_certainty", pa.string(), summary, words=Certainty)
            yield Column(field=field, track=_certainties(fluent, form))


def _subject(form: str, pair: Pair) -> str:
    return form.format(a=pair[0], b=pair[1])


def _values(fluent: Fluent[str], form: str) -> Maker:
    def made(history: History, pair: Pair, _span: Span, _days: set[int]) -> Track:
        return of_spells(history.spells(fluent, _subject(form, pair)))

    return made


def _part_values(fluent: Fluent[str], form: str) -> Maker:
    def made(history: History, pair: Pair, span: Span, days: set[int]) -> Track:
        head = f"{_subject(form, pair)}/"
        tracks = {
            subject_parts(subject).part: of_spells(history.spells(fluent, subject))
            for subject in history.subjects(fluent)
            if subject.startswith(head)
        }

        def on(day: int) -> object:
            values = ((part, found.on(day)) for part, found in tracks.items())
            return [{"part": part, "value": value} for part, value in values if value is not None]

        return track(days, span, on)

    return made


def _certainties(fluent: Fluent[str], form: str) -> Maker:
    def made(history: History, pair: Pair, _span: Span, _days: set[int]) -> Asked:
        # Doubt begins and ends on days of its own, between the changes of the value.
        subject = _subject(form, pair)
        return Asked(lambda day: history.at(dt.date.fromordinal(day)).certainty(fluent, subject))

    return made


def _cow() -> Iterator[Column]:
    source = "in the Correlates of War Diplomatic Exchange data"
    parts = {
        "de": f"Whether one has a mission at the other, {source}.",
        "dr_at_one": f"How b is represented at a, {source}.",
        "dr_at_other": f"How a is represented at b, {source}.",
    }
    for name, summary in parts.items():
        field = column(_lettered(f"cow_{name}"), pa.int8(), summary)
        yield Column(field=field, track=_cow_values(name))


def _cow_values(name: str) -> Maker:
    def made(history: History, pair: Pair, span: Span, days: set[int]) -> Track:
        def on(day: int) -> object:
            found = getattr(to_cow(history.at(dt.date.fromordinal(day)), *pair), name)
            return None if found is None else int(found)

        return track(days, span, on)

    return made


_LEVELS: Final[dict[str, tuple[pa.DataType, str, Callable[[DiplometricsLevel], object]]]] = {
    "level": (pa.float64(), "level of representation", lambda found: found.level),
    "embassy": (
        pa.string(),
        "kind of representative",
        lambda found: None if found.embassy is None else found.embassy.name.lower(),
    ),
    "focus": (
        pa.string(),
        "focus",
        lambda found: None if found.focus is None else found.focus.name.lower(),
    ),
}


def _diplometrics() -> Iterator[Column]:
    words = {"embassy": DiplometricsEmbassy, "focus": DiplometricsFocus}
    for side, who in (("at_one", "b at a"), ("at_other", "a at b")):
        for part, (kind, what, value) in _LEVELS.items():
            field = column(
                _lettered(f"diplometrics_{part}_{side}"),
                kind,
                f"The {what} of {who} in the Diplometrics data.",
                words=[word.name.lower() for word in words.get(part, ())],
            )
            yield Column(field=field, track=_diplometrics_values(side, value))


def _diplometrics_values(side: str, value: Callable[[DiplometricsLevel], object]) -> Maker:
    def made(history: History, pair: Pair, span: Span, days: set[int]) -> Track:
        def on(day: int) -> object:
            found = getattr(to_diplometrics(history.at(dt.date.fromordinal(day)), *pair), side)
            return None if found is None else value(found)

        return track(days, span, on)

    return made


def _lettered(name: str) -> str:
    return name.replace("_one", "_a").replace("_other", "_b")
