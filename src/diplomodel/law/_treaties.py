"""
Treaties and their parties: who is bound, as far as the tables know.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import cache
from typing import Any, Final

import attrs

from diplomodel.errors import BadInputError
from diplomodel.law._articles import Status
from diplomodel.law._read import TREATY_IDS, find, read, sources_of


#: How the ids of international organisations begin.
_ORGANISATION: Final = "org:"
_STATE: Final = re.compile(r"[A-Z]{3}|X[A-Z]{3}|org:[a-z0-9-]+")
_ISO_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DECEMBER: Final = 12


class Standing(StrEnum):
    """
    Where a state stands towards a treaty.

    Attributes:
        PARTY: It has ratified or acceded.
        SIGNED_ONLY: It has signed and not ratified.
        NON_PARTY: It has done neither.
        UNKNOWN: Sources disagree, or its position is contested.

    Example:
        >>> treaty("Caracas").standing("BOL")
        <Standing.SIGNED_ONLY: 'signed_only'>
    """

    PARTY = "party"
    SIGNED_ONLY = "signed_only"
    NON_PARTY = "non_party"
    UNKNOWN = "unknown"


@attrs.frozen(kw_only=True)
class Party:
    """
    One state's standing towards a treaty, for a period.

    Attributes:
        state: ISO 3166-1 alpha-3 code.
        standing: Party, signatory only, neither, or unknown.
        since: Day, or only the year, of ratification or accession (``YYYY-MM-DD`` or ``YYYY``);
            ``None`` if unknown or not applicable.
        until: First day on which the standing no longer held; ``None`` if it still holds.
        reservations: Articles reserved, such as ``XX``; ``general`` for a general one.
        status: How far the entry was checked.
        note: What a reader should know about it; may be empty.

    Example:
        >>> [party.since for party in treaty("Caracas").parties if party.state == "PER"]
        ['1962-05-21']
    """

    state: str
    standing: Standing = Standing.PARTY
    since: str | None = None
    until: str | None = None
    reservations: tuple[str, ...] = ()
    status: Status = Status.FROM_MEMORY
    note: str = ""


@attrs.frozen(kw_only=True)
class Treaty:
    """
    A convention and its table of states.

    Attributes:
        id: Such as ``VCDR`` or ``Caracas``.
        title: The convention's title.
        signed: Day on which it was opened for signature (ISO).
        in_force: Day on which it entered into force (ISO).
        parties: What is known of single states, sorted by code and period. For a universal
            treaty, mainly the exceptions.
        universal: Whether nearly every state is a party and the rules are taken to be custom,
            as the International Court held of both Vienna conventions in 1980 (Tehran).
        complete: Whether every party is listed, so that a state left out is none.
        presumed_from: For a universal treaty, the day (ISO) from which a state not listed is
            presumed to be a party.
        sources: Where the table was read.

    Example:
        >>> treaty("VCCR").in_force
        '1967-03-19'
    """

    id: str
    title: str
    signed: str
    in_force: str
    parties: tuple[Party, ...] = ()
    universal: bool = False
    complete: bool = False
    presumed_from: str | None = None
    sources: tuple[str, ...] = ()

    def standing(self, state: str) -> Standing:
        """
        The latest standing listed for a state; unknown where none is.

        Args:
            state: ISO 3166-1 alpha-3 code.

        Returns:
            The standing, whatever the day; ask `is_party` for a date.

        Raises:
            BadInputError: If the code is not three capital letters.

        Example:
            >>> treaty("VCLT").standing("FRA")
            <Standing.NON_PARTY: 'non_party'>
        """
        code = _code(state)
        listed = [party.standing for party in self.parties if party.state == code]
        return listed[-1] if listed else Standing.UNKNOWN


def _party(row: Mapping[str, Any]) -> Party:
    return Party(
        state=row["state"],
        standing=Standing(row["standing"]),
        since=row.get("since"),
        until=row.get("until"),
        reservations=tuple(row.get("reservations", ())),
        status=Status(row["status"]),
        note=row.get("note", ""),
    )


@cache
def _treaty(name: str) -> Treaty:
    table = read(name)["treaty"]
    return Treaty(
        id=name,
        title=table["title"],
        signed=table["signed"],
        in_force=table["in_force"],
        parties=tuple(_party(row) for row in table["parties"]),
        universal=table["universal"],
        complete=table["complete"],
        presumed_from=table.get("presumed_from"),
        sources=sources_of(name, table["sources"]),
    )


def treaty(id: str) -> Treaty:  # the field of the same name is what is asked for
    """
    One treaty by its identifier.

    Args:
        id: ``Caracas``, ``Montevideo``, ``VCCR``, ``VCDR`` or ``VCLT``.

    Returns:
        The treaty with its table of states.

    Raises:
        UnknownNameError: If there is no such treaty here.
        BadInputError: If the identifier is not text.

    Example:
        >>> treaty("Caracas").title
        'Convention on Diplomatic Asylum'
    """
    return _treaty(find(id, {name: name for name in TREATY_IDS}, what="treaty"))


def treaties() -> tuple[Treaty, ...]:
    """
    Every treaty known here, sorted by identifier.

    Example:
        >>> [known.id for known in treaties()]
        ['Caracas', 'Montevideo', 'VCCR', 'VCDR', 'VCLT']
    """
    return tuple(_treaty(name) for name in TREATY_IDS)


def is_party(treaty_id: str, state: str, *, at: dt.date | str | int | None = None) -> bool | None:
    """
    Whether a state is a party to a treaty, as far as the table knows.

    Nobody is a party before the treaty's entry into force. A universal treaty presumes a state
    that is not listed to be a party from the day in `Treaty.presumed_from`.

    Args:
        treaty_id: Such as ``Caracas``.
        state: ISO 3166-1 alpha-3 code.
        at: Day asked about: a date, ``YYYY-MM-DD`` or a proleptic Gregorian ordinal; ``None``
            asks about the latest standing known.

    Returns:
        True or False, or ``None`` where the table does not know.

    Raises:
        UnknownNameError: If there is no such treaty here.
        BadInputError: If the state code or the day cannot be read.

    Example:
        >>> is_party("Caracas", "BOL")
        False
        >>> is_party("Caracas", "ARG", at="1990-01-01")
        False
        >>> print(is_party("VCDR", "PER", at="1968-07-01"))
        None
    """
    found = treaty(treaty_id)
    code = _code(state)
    if code.startswith(_ORGANISATION):
        return False
    day = None if at is None else _day(at)
    if day is not None and day < _bounds(found.in_force)[0]:
        return False
    rows = [party for party in found.parties if party.state == code]
    if not rows:
        return _unlisted(found, day)
    if day is None:
        return _answer(rows[-1].standing)
    return _listed(rows, day)


def bound(
    treaty_id: str, states: Iterable[str], *, at: dt.date | str | int | None = None
) -> bool | None:
    """
    Whether a treaty's rules apply between states.

    A universal treaty is taken to state custom (ICJ, Tehran, 1980), so from its entry into force
    its rules apply to non-parties as well; `is_party` tells membership alone.

    Args:
        treaty_id: Such as ``Caracas``.
        states: ISO 3166-1 alpha-3 codes of all the states concerned.
        at: Day asked about, as for `is_party`.

    Returns:
        True if all are bound, False if one is known not to be, otherwise ``None``. For a
        universal treaty: True, and ``None`` before its entry into force, when older custom ruled.

    Raises:
        UnknownNameError: If there is no such treaty here.
        BadInputError: If no state is given, or a code or the day cannot be read.

    Example:
        >>> bound("Caracas", ("MEX", "PER"), at="2022-12-21")
        True
        >>> bound("Caracas", ("MEX", "BOL"), at="2019-11-15")
        False
    """
    if isinstance(states, str) or not isinstance(states, Iterable):
        msg = f"states must be several codes, such as ('PER', 'MEX'), but got {_shown(states)}"
        raise BadInputError(msg)
    codes = [_code(state) for state in states]
    if not codes:
        msg = "no state given; name the states between which the treaty would apply"
        raise BadInputError(msg)
    found = treaty(treaty_id)
    if any(code.startswith(_ORGANISATION) for code in codes):
        # Custom between states says nothing of organisations, which are party to none of these.
        return None if found.universal else False
    if found.universal:
        before = at is not None and _day(at) < _bounds(found.in_force)[0]
        return None if before else True
    answers = [is_party(treaty_id, code, at=at) for code in codes]
    if False in answers:
        return False
    return None if None in answers else True


def _unlisted(found: Treaty, day: int | None) -> bool | None:
    if found.complete:
        return False
    if not found.universal or found.presumed_from is None:
        return None
    return True if day is None or day >= _bounds(found.presumed_from)[0] else None


def _listed(rows: list[Party], day: int) -> bool | None:
    # A state that joined later was no party before; between two rows nothing is known.
    first = rows[0]
    if first.since is not None and day < _bounds(first.since)[0]:
        return False
    for row in rows:
        start = _bounds(row.since) if row.since is not None else None
        stop = _bounds(row.until) if row.until is not None else None
        if start is not None and day < start[1]:
            continue
        if stop is None or day < stop[0]:
            return _answer(row.standing)
    return None


def _answer(standing: Standing) -> bool | None:
    if standing is Standing.UNKNOWN:
        return None
    return standing is Standing.PARTY


def _code(state: str) -> str:
    # Callers without a type checker pass anything.
    if not isinstance(state, str) or not _STATE.fullmatch(state):
        msg = f"a state is named by three capital letters, such as 'PER', but got {_shown(state)}"
        raise BadInputError(msg)
    return state


def _shown(value: object) -> str:
    # Only text is shown as it is: the repr of a huge number or of a stranger's object can fail.
    if isinstance(value, str):
        return repr(value[:40])
    return f"a value of type {type(value).__name__}"


def _day(at: dt.date | str | int) -> int:
    try:
        if isinstance(at, dt.date):
            return at.toordinal()
        if isinstance(at, str) and _ISO_DAY.fullmatch(at):
            return dt.date.fromisoformat(at).toordinal()
        if isinstance(at, int) and not isinstance(at, bool):
            return dt.date.fromordinal(at).toordinal()
    except (OverflowError, ValueError):
        # A day such as 30 February, or an ordinal outside years 1 to 9999: refused below.
        pass
    msg = f"a day is a date, text such as '2025-11-03' or an ordinal, but got {_shown(at)}"
    raise BadInputError(msg)


def _bounds(text: str) -> tuple[int, int]:
    # The first and last day that a year or a day in the tables may mean.
    if _ISO_DAY.fullmatch(text):
        day = dt.date.fromisoformat(text).toordinal()
        return day, day
    year = int(text)
    last = dt.date(year, _DECEMBER, 31)
    return dt.date(year, 1, 1).toordinal(), last.toordinal()
