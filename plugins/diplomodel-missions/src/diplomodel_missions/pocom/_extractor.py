"""
The extractor of POCOM files.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO, Final

import attrs
from attrs import field

from diplomodel.casebooks import SetAside
from diplomodel.dates import PartialDate
from diplomodel.errors import BadInputError
from diplomodel.events import Event
from diplomodel.evidence import Source, SourceKind
from diplomodel.extractors import set_aside
from diplomodel.fields import optional_date
from diplomodel_missions.pocom._chiefs import UnreadableError, chief_of, stays_on
from diplomodel_missions.pocom._events import chief_events
from diplomodel_missions.pocom._implied import implied_acts
from diplomodel_missions.pocom._places import receiver_on
from diplomodel_missions.pocom._reading import sentences_of
from diplomodel_missions.pocom._records import Record, records
from diplomodel_missions.pocom._sentences import sentence_events


__all__ = ["PocomExtractor", "PocomOptions"]

_PUBLISHER: Final = "Office of the Historian, United States Department of State"
_PAGES: Final = "https://history.state.gov/departmenthistory/people/chiefsofmission"
_SLUG: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@attrs.frozen(kw_only=True)
class PocomOptions:
    """
    Options of the extractor.

    Attributes:
        published: When the files were published, for `History.known_by`.

    Example:
        >>> PocomOptions(published="2020-12").published.precision.value
        'month'
    """

    published: PartialDate | None = field(default=None, converter=optional_date)


@attrs.frozen
class PocomExtractor:
    """
    Reads the chiefs of mission in one country.

    A record is a ``chief`` or a ``mission-note``. Each gives one event or more, or is set aside:
    nominees who never took up the post, records without a date, notes that tell no dated act.
    After the last record come the acts that later ones imply, as `implied_acts` tells.

    Attributes:
        options: The options.
    """

    options: PocomOptions = field(factory=PocomOptions)

    def extract(self, source: BinaryIO, /, *, name: str = "") -> Iterator[Event | SetAside]:
        """
        Read events, with the records that tell none set aside between them.

        Args:
            source: The file.
            name: Its name, for messages.

        Raises:
            BadInputError: It is no POCOM file, or breaks off; what can be read is given first.
        """
        events: list[Event] = []
        faults: list[BadInputError] = []
        for record, following in _with_next(records(source, name=name), faults):
            told = self._told(record, following, name)
            if isinstance(told, SetAside):
                yield told
            else:
                events += told
                yield from told
        yield from implied_acts(events)
        for fault in faults:
            raise fault

    def explain(self, source: BinaryIO, /, *, name: str = "") -> Iterator[str]:
        """
        Tell of each record what is read from it, in a line.

        Args:
            source: The file.
            name: Its name, for messages.
        """
        faults: list[BadInputError] = []
        for record, following in _with_next(records(source, name=name), faults):
            told = self._told(record, following, name)
            where = f"{record.text('id') or record.tag} (line {record.line})"
            if isinstance(told, SetAside):
                yield f"{where}: set aside: {told.problems[0].message}"
            else:
                acts = ", ".join(f"{event.kind} {event.occurred}" for event in told)
                yield f"{where}: {acts}"
        for fault in faults:
            raise fault

    def _told(
        self, record: Record, following: Record | None, name: str
    ) -> tuple[Event, ...] | SetAside:
        try:
            return _events(record, following, self._source(record))
        except (UnreadableError, BadInputError) as why:
            reason = str(why)
        return set_aside(record.fields, reason, index=record.index, file=name, line=record.line)

    def _source(self, record: Record) -> Source:
        slug = record.territory if _SLUG.fullmatch(record.territory) else ""
        return Source(
            id=f"pocom-{slug}" if slug else "pocom",
            publisher=_PUBLISHER,
            title="Principal Officers and Chiefs of Mission",
            address=f"{_PAGES}/{slug}" if slug else _PAGES,
            kind=SourceKind.DATASET,
            licence="CC0-1.0",
            published=self.options.published,
        )


def _with_next(
    found: Iterator[Record], faults: list[BadInputError]
) -> Iterator[tuple[Record, Record | None]]:
    """
    Each record with the one after it; a fault of the file is kept for the end.
    """
    held: Record | None = None
    try:
        for record in found:
            if held is not None:
                yield held, record
            held = record
    except BadInputError as fault:
        faults.append(fault)
    if held is not None:
        yield held, None


def _events(record: Record, following: Record | None, source: Source) -> tuple[Event, ...]:
    if record.group == "other-nominees":
        raise UnreadableError("a nominee who never took up the post: no mission was begun")
    if record.tag == "chief":
        chief = chief_of(record)
        stays = following is not None and stays_on(chief, following)
        told = tuple(chief_events(chief, source=source, stays=stays))
    else:
        told = tuple(_noted(record, source))
    if not told:
        raise UnreadableError("it tells no dated act")
    return told


def _noted(record: Record, source: Source) -> Iterator[Event]:
    for sentence in sentences_of(record.text("text")):
        receiver = receiver_on(record.territory, "", on=sentence.date)
        if receiver is not None:
            yield from sentence_events(
                sentence,
                receiver=receiver.code,
                source=source,
                place=f"mission-note, line {record.line}",
            )
