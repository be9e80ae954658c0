r"""
Coups, attempts and conspiracies of the Cline Center's Coup d'État Project.

Each row is a `diplomodel.events.CoupAttempt`; one by those who govern, ``auto`` in the data, is a
`diplomodel.events.SelfCoupAttempt`. The outcome is the data's own: ``coup`` is realised,
``attempted`` failed, ``conspiracy`` was stopped before it began.

Source: Peyton, Buddy, et al., Cline Center Coup d'État Project Dataset, version 2.1.2, and its
codebook for the types of coups and what became of the executive.

Example:
    >>> import io
    >>> head = b"coup_id,cowcode,country,year,month,day,event_type,military,killed\n"
    >>> row = b"13500019999,135,Peru,1999,1,2,attempted,1,0\n"
    >>> [event] = CoupsExtractor().extract(io.BytesIO(head + row))
    >>> print(event.occurred, event.state, event.outcome.value, "-", event.summary)
    1999-01-02 PER attempted - Attempted coup: military.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import BinaryIO, Final

import attrs
from attrs import field

from diplomodel.dates import PartialDate
from diplomodel.errors import BadInputError
from diplomodel.events import CoupAttempt, CoupOutcome, Event, SelfCoupAttempt
from diplomodel.evidence import Evidence, Source, SourceKind
from diplomodel.extractors import SetAsideRows
from diplomodel.fields import optional_date
from diplomodel_missions._csv import Row, Table, UnreadableError, flag, read, whole
from diplomodel_missions._states import named


__all__ = ["CoupsExtractor", "CoupsOptions"]

_NEEDS: Final = ("coup_id", "cowcode", "country", "year", "month", "day", "event_type")
_OUTCOMES: Final = MappingProxyType(
    {
        "coup": CoupOutcome.REALISED,
        "attempted": CoupOutcome.ATTEMPTED,
        "conspiracy": CoupOutcome.CONSPIRACY,
    }
)
#: The columns that say the same as the type of the event does.
_SAME: Final = MappingProxyType(
    {"realized": "coup", "attempt": "attempted", "conspiracy": "conspiracy"}
)
_TITLES: Final = MappingProxyType(
    {
        CoupOutcome.REALISED: "Coup",
        CoupOutcome.ATTEMPTED: "Attempted coup",
        CoupOutcome.CONSPIRACY: "Coup conspiracy",
    }
)
#: The kinds of coup; one can be of several.
_KINDS: Final = MappingProxyType(
    {
        "military": "military",
        "dissident": "dissident",
        "rebel": "rebel",
        "palace": "palace",
        "foreign": "foreign-backed",
        "auto": "by those who govern",
        "resign": "forced resignation",
        "popular": "popular revolt",
        "counter": "counter-coup",
        "other": "of another kind",
    }
)
#: What became of the executive.
_FATES: Final = MappingProxyType(
    {
        "noharm": "unharmed",
        "injured": "injured",
        "killed": "killed",
        "harrest": "put under house arrest",
        "jailed": "jailed",
        "tried": "tried",
        "fled": "fled",
        "exile": "exiled",
    }
)
_ID: Final = re.compile(r"([0-9]{1,20})(?:_([0-9]{1,3}))?")


@attrs.frozen(kw_only=True)
class CoupsOptions:
    """
    How to read the data set.

    Attributes:
        published: When it was published, where it should be said.
    """

    published: PartialDate | None = field(default=None, converter=optional_date)


@attrs.frozen
class CoupsExtractor:
    """
    Reads the Cline Center's coup data, one row at a time: an event for each.

    Attributes:
        options: How to read them.
    """

    options: CoupsOptions = field(factory=CoupsOptions)

    def extract(self, source: BinaryIO, /, *, name: str = "") -> Iterator[Event | SetAsideRows]:
        """
        Read the coups of a table, and the rows that tell none.

        Args:
            source: The table, with its line of column names.
            name: Name of its file, for messages.

        Raises:
            BadInputError: It is no such table; or, after all that could be read, it is cut off.
        """
        return read(source, name=name, needs=_NEEDS, convert=self._converter)

    def _converter(self, table: Table) -> Callable[[Row], tuple[Event, ...]]:
        del table
        document = Source(
            id="cline-coups",
            publisher="Cline Center for Advanced Social Research",
            title="Coup d'État Project Dataset",
            published=self.options.published,
            kind=SourceKind.DATASET,
        )
        return lambda row: (_event(row, document),)


def _event(row: Row, document: Source) -> Event:
    cells = row.cells
    outcome = _outcome(cells)
    number, part = _number(cells)
    occurred = _date(cells)
    found = named(cells["country"][:100], at=str(occurred), number=whole(cells, "cowcode"))
    if found is None:
        raise UnreadableError("its cowcode and country are no state on its date")
    kinds = [words for column, words in _KINDS.items() if flag(cells, column)]
    fates = [words for column, words in _FATES.items() if flag(cells, column)]
    away = None if found.exists(str(occurred)) else f"{found.code} is no state on that day"
    return (SelfCoupAttempt if flag(cells, "auto") else CoupAttempt)(
        occurred=occurred,
        state=found.code,
        outcome=outcome,
        # Two on one day in one state are told apart by the number that their ids end in.
        key=part,
        label=f"cline-{number}",
        summary=_summary(outcome, kinds, fates),
        evidence=(Evidence(source=document, place=f"line {row.line}", quote=row.text, note=away),),
    )


def _outcome(cells: Mapping[str, str]) -> CoupOutcome:
    word = cells["event_type"].strip().lower()
    outcome = _OUTCOMES.get(word)
    if outcome is None:
        raise UnreadableError("its event_type is none of coup, attempted and conspiracy")
    for column, meant in _SAME.items():
        if cells.get(column, "").strip() and flag(cells, column) != (word == meant):
            raise UnreadableError("its event_type and its columns of zeros and ones disagree")
    return outcome


def _number(cells: Mapping[str, str]) -> tuple[str, str | None]:
    match = _ID.fullmatch(cells["coup_id"].strip())
    if match is None:
        raise UnreadableError("its coup_id is not of digits")
    return match.group(0), match.group(2)


def _date(cells: Mapping[str, str]) -> PartialDate:
    year, month, day = (whole(cells, column) for column in ("year", "month", "day"))
    # A day or month that is not known stands as zero or less in such data.
    text = f"{year:04}"
    if month > 0:
        text = f"{text}-{month:02}"
        if day > 0:
            text = f"{text}-{day:02}"
    try:
        if year < 1:
            raise BadInputError("no year")
        return PartialDate.parse(text)
    except BadInputError:
        raise UnreadableError("its year, month and day are no date") from None


def _summary(outcome: CoupOutcome, kinds: list[str], fates: list[str]) -> str:
    told = f"{_TITLES[outcome]}: {', '.join(kinds)}." if kinds else f"{_TITLES[outcome]}."
    return f"{told} The executive: {', '.join(fates)}." if fates else told
