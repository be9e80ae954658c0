"""
One incident in one readable file: its people, its sources and its events.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Final, TypeVar

import attrs

from diplomodel.actors import Person
from diplomodel.dates import PartialDate
from diplomodel.errors import BadInputError, Problem, UnknownNameError
from diplomodel.events._base import Event
from diplomodel.events.observations import Observation
from diplomodel.evidence import Source
from diplomodel.fields import a_date, each, identifier, none_or_text, several
from diplomodel.formats._codec import cited
from diplomodel.formats._faults import Faults
from diplomodel.formats._json import parse_json


__all__ = ["METADATA", "Casebook", "Coverage", "SetAside"]

T = TypeVar("T")
Named = TypeVar("Named", Person, Source)

#: The fields of a header that are plain values, in the order in which they are written.
METADATA: Final = ("name", "title", "summary", "licence", "coverage", "requires")

_SECTIONS: Final = ("header", "people", "sources", "events")
_SLUG: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@attrs.frozen(kw_only=True)
class Coverage:
    """
    The days that a casebook covers.

    After the last of them the answer to any question is "last known".

    Attributes:
        first: The first day.
        last: The last day.

    Example:
        >>> str(Coverage(first="2022-12-06", last="2026-03-15").last)
        '2026-03-15'
    """

    first: PartialDate = attrs.field(converter=a_date)
    last: PartialDate = attrs.field(converter=a_date)

    def __attrs_post_init__(self) -> None:
        """
        Refuse an end before the start.
        """
        if self.last.before(self.first):
            raise BadInputError(f"the last day, {self.last}, is before the first, {self.first}")


@attrs.frozen(kw_only=True)
class SetAside:
    """
    A part of a file that could not be read; kept, and written back with its casebook.

    Attributes:
        section: Where it stood: ``header``, ``people``, ``sources`` or ``events`` (the opening
            observations are the first events).
        key: Its key, outside ``events``.
        index: Its place in the section, counted from 0; ``None`` in the header.
        data: What stood there, as canonical JSON.
        problems: Why it could not be read.
    """

    section: str
    key: str | None = None
    index: int | None = None
    data: str
    problems: tuple[Problem, ...] = attrs.field(default=(), eq=False)

    @property
    def plain(self) -> object:
        """
        What stood there, as plain data.

        Raises:
            BadInputError: The data, given by hand, are no JSON.

        Example:
            >>> SetAside(section="events", index=0, data='{"kind":"talks"}').plain
            {'kind': 'talks'}
        """
        try:
            return parse_json(self.data)
        except Faults as faults:
            raise BadInputError(f"what was set aside is {faults}") from None


def _slug(owner: object, attribute: attrs.Attribute[Any], value: object) -> None:
    if value is not None and not (isinstance(value, str) and _SLUG.fullmatch(value)):
        raise BadInputError(
            f"{type(owner).__name__}.{attribute.name} is {str(value)[:80]!r}:"
            " use lower-case letters and digits joined by hyphens"
        )


def _coverage(_owner: object, _attribute: attrs.Attribute[Any], value: object) -> None:
    if value is not None and not isinstance(value, Coverage):
        raise BadInputError(f"Casebook.coverage is a {type(value).__name__}: give a Coverage")


def _events(values: Iterable[Event]) -> tuple[Event, ...]:
    return _all(values, Event, "events")


def _people(values: Iterable[Person]) -> tuple[Person, ...]:
    return _distinct(_all(values, Person, "people"), "person")


def _sources(values: Iterable[Source]) -> tuple[Source, ...]:
    return _distinct(_all(values, Source, "sources"), "source")


def _set_aside(values: Iterable[SetAside]) -> tuple[SetAside, ...]:
    """
    What was set aside in the order in which it is written.
    """
    return tuple(sorted(_all(values, SetAside, "set_aside"), key=_written))


def _written(aside: SetAside) -> tuple[int, float]:
    section = _SECTIONS.index(aside.section) if aside.section in _SECTIONS else len(_SECTIONS)
    if aside.section == "header":
        known = aside.key in METADATA
        return section, METADATA.index(str(aside.key)) if known else len(METADATA)
    return section, float("inf") if aside.index is None else aside.index


def _all(values: Iterable[T], cls: type[T], name: str) -> tuple[T, ...]:
    found = tuple(values) if isinstance(values, Iterable) else (values,)
    for value in found:
        if not isinstance(value, cls):
            raise BadInputError(
                f"Casebook.{name} holds a {type(value).__name__}:"
                f" give values of type {cls.__name__}"
            )
    return found


def _distinct(values: tuple[Named, ...], what: str) -> tuple[Named, ...]:
    by_id: dict[str, Named] = {}
    for value in values:
        if by_id.setdefault(value.id, value) != value:
            raise BadInputError(f"two things have the {what} id {value.id!r}: rename one")
    return tuple(by_id.values())


@attrs.frozen(kw_only=True)
class Casebook:
    """
    The sources and events of one incident.

    Sources that the events cite and that are not given are added, in the order in which they are
    first cited, unless another source, or one set aside, has their id.

    Attributes:
        name: Short name; that of its file, without the suffix.
        title: What it is about, as a heading.
        summary: What it is about, in a sentence or two.
        licence: Terms of the casebook itself.
        coverage: The days it covers; ``None`` where nobody says.
        requires: Names of the plugins whose event types and rules it needs.
        people: The persons named in its events.
        sources: The documents that its events cite.
        events: Its events, the opening position first, as observations.
        set_aside: Parts of its file that could not be read.
        notices: What was noticed in its file and does not prevent reading it, such as an unknown
            kind of event. Two casebooks that differ in this alone are equal.

    Raises:
        BadInputError: A field is not of its type, or an id stands for two different things.

    Example:
        >>> from diplomodel.events import Observation, RelationsBreak
        >>> before = Observation(
        ...     occurred="2025-11-01", fluent="relations", subject="MEX-PER", value="established"
        ... )
        >>> broken = RelationsBreak(occurred="2025-11-03", by="PER", target="MEX")
        >>> case = Casebook(name="a-break", events=[before, broken])
        >>> case.opening == (before,)
        True
    """

    name: str | None = attrs.field(default=None, validator=_slug)
    title: str | None = attrs.field(default=None, validator=none_or_text)
    summary: str | None = attrs.field(default=None, validator=none_or_text)
    licence: str | None = attrs.field(default=None, validator=none_or_text)
    coverage: Coverage | None = attrs.field(default=None, validator=_coverage)
    requires: tuple[str, ...] = attrs.field(
        default=(), converter=several, validator=each(identifier)
    )
    people: tuple[Person, ...] = attrs.field(default=(), converter=_people)
    sources: tuple[Source, ...] = attrs.field(default=(), converter=_sources)
    events: tuple[Event, ...] = attrs.field(default=(), converter=_events)
    set_aside: tuple[SetAside, ...] = attrs.field(default=(), converter=_set_aside)
    notices: tuple[Problem, ...] = attrs.field(default=(), converter=tuple[Problem, ...], eq=False)

    def __attrs_post_init__(self) -> None:
        """
        Add the sources that the events cite.
        """
        known = {source.id: source for source in self.sources}
        taken = {bad.key for bad in self.set_aside if bad.section == "sources"}
        for source in cited(self.events):
            if source.id not in taken:
                known.setdefault(source.id, source)
        object.__setattr__(self, "sources", tuple(known.values()))

    @property
    def opening(self) -> tuple[Event, ...]:
        """
        The observations of the position at the start: those before the first other event.
        """
        for index, event in enumerate(self.events):
            if not isinstance(event, Observation):
                return self.events[:index]
        return self.events

    def event(self, name: str) -> Event:
        """
        The event with that label, or else with that id.

        Raises:
            UnknownNameError: There is none.

        Example:
            >>> Casebook().event("pm40")
            Traceback (most recent call last):
                ...
            diplomodel.errors.UnknownNameError: unknown event 'pm40'
        """
        for event in self.events:
            if event.label == name:
                return event
        for event in self.events:
            if event.id == name:
                return event
        raise UnknownNameError("event", name, [one.label for one in self.events if one.label])
