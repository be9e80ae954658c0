r"""
Spells in which states recognised the Republic of China, by country and years.

A spell that begins is a `diplomodel.events.StateRecognition`, one that ends a
`diplomodel.events.StateRecognitionWithdrawal`, each dated to its year. The Republic of China is
``TWN`` from the day on which its government moved to Taipei, and ``CHN`` before. A spell that goes
over that day has an observation on it, and one that ends before it has no withdrawal: other
governments of China were recognised then, and China was no less a state. Nor has one that ends
with the recogniser itself.

Example:
    >>> import io
    >>> table = b"country,start,end\nPeru,1913,1971\nPalau,1999,NA\n"
    >>> for event in RecognitionExtractor().extract(io.BytesIO(table)):
    ...     print(event.occurred, event.kind)
    1913 state_recognition
    1949-12-08 observation
    1971 state_recognition_withdrawal
    1999 state_recognition
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import BinaryIO, Final

import attrs
from attrs import field

from diplomodel.actors import State, state
from diplomodel.dates import PartialDate
from diplomodel.events import Event, Observation, StateRecognition, StateRecognitionWithdrawal
from diplomodel.evidence import Evidence, Source, SourceKind
from diplomodel.extractors import SetAsideRows
from diplomodel.fields import optional_date
from diplomodel.fluents import STATE_RECOGNITION, Recognition
from diplomodel_missions._csv import Row, Table, UnreadableError, read, whole
from diplomodel_missions._states import named


__all__ = ["RecognitionExtractor", "RecognitionOptions"]

_NEEDS: Final = ("country", "start", "end")
_OPEN: Final = frozenset({"", "na", "n/a", "nan"})
_YEARS: Final = range(1, 9999)
_MAINLAND: Final = "CHN"
_ISLAND: Final = "TWN"
#: The year in which the government moved; `diplomodel.actors` has the day.
_MOVED: Final = 1949
_NO_WITHDRAWAL: Final = "the spell ends here; China was no less recognised as a state after it"
_RECOGNISER_ENDS: Final = "the spell ends with the recognising state"


@attrs.frozen(kw_only=True)
class RecognitionOptions:
    """
    How to read the spells.

    Attributes:
        published: When they were published, where it should be said.
        publisher: Who compiled them.
    """

    published: PartialDate | None = field(default=None, converter=optional_date)
    publisher: str = "Taiwan recognition data set"


@attrs.frozen
class RecognitionExtractor:
    """
    Reads spells of recognition, one row at a time: one to three events for each.

    Attributes:
        options: How to read them.
    """

    options: RecognitionOptions = field(factory=RecognitionOptions)

    def extract(self, source: BinaryIO, /, *, name: str = "") -> Iterator[Event | SetAsideRows]:
        """
        Read the events of a table of spells, and the rows that tell none.

        Args:
            source: The table, with its line of column names.
            name: Name of its file, for messages.

        Raises:
            BadInputError: It is no such table; or, after all that could be read, it is cut off.
        """
        return read(source, name=name, needs=_NEEDS, convert=self._converter)

    def _converter(self, table: Table) -> Callable[[Row], Iterator[Event]]:
        del table
        document = Source(
            id="taiwan-recognition",
            publisher=self.options.publisher,
            title="Recognition of the Republic of China (Taiwan), by state",
            published=self.options.published,
            kind=SourceKind.DATASET,
        )
        return partial(_events, document=document)


def _events(row: Row, *, document: Source) -> Iterator[Event]:
    cells = row.cells
    start = whole(cells, "start")
    still = cells["end"].strip().lower() in _OPEN
    end = None if still else whole(cells, "end")
    if start not in _YEARS or (end is not None and end not in _YEARS):
        raise UnreadableError("its start and end are no years")
    if end is not None and end < start:
        raise UnreadableError("it ends before it starts")
    found = named(cells["country"][:100], at=start)
    if found is None:
        raise UnreadableError("its country is no state that is known in the year of its start")
    if found.code in (_MAINLAND, _ISLAND):
        raise UnreadableError("its country is the one that is recognised")
    return _spell(found, start, end, _citing(row, document))


Citing = Callable[[str | None], tuple[Evidence, ...]]


def _citing(row: Row, document: Source) -> Citing:
    def cited(note: str | None) -> tuple[Evidence, ...]:
        place = f"line {row.line}"
        return (Evidence(source=document, place=place, quote=row.text, note=note),)

    return cited


def _spell(found: State, start: int, end: int | None, citing: Citing) -> Iterator[Event]:
    later = start > _MOVED
    why = None if end is None else _unsaid(found, end)
    yield StateRecognition(
        occurred=f"{start:04}",
        by=found.code,
        target=_ISLAND if later else _MAINLAND,
        evidence=citing(why),
    )
    if not later and (end is None or end > _MOVED):
        yield Observation(
            occurred=str(state(_ISLAND).begins),
            fluent=STATE_RECOGNITION.name,
            subject=f"{found.code}>{_ISLAND}",
            value=Recognition.RECOGNISED.value,
            evidence=citing("the spell goes over the day on which the government moved to Taipei"),
        )
    if end is not None and why is None:
        yield StateRecognitionWithdrawal(
            occurred=f"{end:04}",
            by=found.code,
            target=_ISLAND,
            evidence=citing(None),
        )


def _unsaid(found: State, end: int) -> str | None:
    """
    Why the end of a spell is no withdrawal of recognition; ``None`` where it is.
    """
    if not found.exists(end + 1):
        return _RECOGNISER_ENDS
    return _NO_WITHDRAWAL if end <= _MOVED else None
