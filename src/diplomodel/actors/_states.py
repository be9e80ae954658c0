"""
A state or territory, and the numbers that other data give it, each with its dates.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import TypeAlias

import attrs

from diplomodel.dates import FIRST_DAY, LAST_DAY, DateLike, PartialDate
from diplomodel.errors import BadInputError


When: TypeAlias = DateLike | int
"""
A date as the look-ups take it: a `datetime.date`, EDTF text, a `PartialDate`, or a year.
"""


def days_of(when: When | None) -> tuple[int, int]:
    """
    The first and last day of a date, as ordinals; all of time for ``None``.

    Args:
        when: A date, or a year as a whole number.

    Raises:
        BadInputError: It is no date, or a year outside 1 to 9999.

    Example:
        >>> first, last = days_of(1990)
        >>> last - first + 1
        365
    """
    if when is None:
        return FIRST_DAY, LAST_DAY
    if isinstance(when, int):
        if isinstance(when, bool) or not dt.MINYEAR <= when <= dt.MAXYEAR:
            raise BadInputError("a year must be a whole number from 1 to 9999, such as 2022")
        return dt.date(when, 1, 1).toordinal(), dt.date(when, 12, 31).toordinal()
    date = PartialDate.of(when)
    return date.first, date.last


@attrs.frozen(kw_only=True)
class CodeSpell:
    """
    The days on which a data set gives a state one number.

    Attributes:
        number: The number, such as 135.
        first: Ordinal of the first day, as in `datetime.date.toordinal`.
        last: Ordinal of the last day; `diplomodel.dates.LAST_DAY` where the spell is open.

    Example:
        >>> spell = CodeSpell(number=265, first=713416, last=726742)
        >>> spell.covers("1960-01-01")
        True
    """

    number: int
    first: int
    last: int

    def covers(self, when: When | None) -> bool:
        """
        Whether the spell has a day in common with the date; always so for ``None``.

        Raises:
            BadInputError: It is no date.
        """
        first, last = days_of(when)
        return self.first <= last and first <= self.last


def spell_at(spells: Iterable[CodeSpell], when: When | None) -> CodeSpell | None:
    """
    The latest of the spells that have a day in common with the date.

    For a year this is the spell in force on 31 December, else the last one before.

    Raises:
        BadInputError: It is no date.
    """
    found = [spell for spell in spells if spell.covers(when)]
    return max(found, key=lambda spell: spell.first, default=None)


@attrs.frozen(kw_only=True, repr=False, eq=False)
class State:
    """
    A state, a former state, or a territory that turns up in data as if it were one.

    Two are equal when their codes are.

    Attributes:
        code: The code used in events; see `diplomodel.actors` for the policy.
        iso2: ISO 3166-1 alpha-2 code, or its withdrawn one; ``None`` where there was none.
        name: Short name in English.
        names: Other names: formal, Spanish, former and common ones, and demonyms
            in English and Spanish. The same name may belong to several states.
        capitals: Cities and palaces whose names stand for the government.
        sovereign: Whether it deals with other states in its own name.
            This says nothing about who recognises it.
        part_of: Code of the state that a territory belongs to or is run by.
        begins: First day of existence; ``None`` for before 1816 or not told.
        ends: Last day of existence; ``None`` while it exists.
        gaps: Times between the two without existence as a separate state.
        succeeded_by: Codes of the states that came after it.
        cow: Numbers in the Correlates of War list of states.
        gw: Numbers in the Gleditsch and Ward list of states.
        fips: FIPS 10-4 code, which GDELT uses for places.
        cameo: CAMEO code where it differs from `code`.
        wikidata: Identifier of the item in Wikidata, such as ``Q419``.

    Example:
        >>> from diplomodel.actors import state
        >>> germany = state("DEU")
        >>> germany.cow_at(1989), germany.cow_at("1990-10-03")
        (260, 255)
    """

    code: str
    name: str
    iso2: str | None = None
    names: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    sovereign: bool = True
    part_of: str | None = None
    begins: dt.date | None = None
    ends: dt.date | None = None
    gaps: tuple[PartialDate, ...] = ()
    succeeded_by: tuple[str, ...] = ()
    cow: tuple[CodeSpell, ...] = ()
    gw: tuple[CodeSpell, ...] = ()
    fips: str | None = None
    cameo: str | None = None
    wikidata: str | None = None

    def __eq__(self, other: object) -> bool:
        """
        Whether the other is the state with the same code.
        """
        return self.code == other.code if isinstance(other, State) else NotImplemented

    def __hash__(self) -> int:
        """
        The hash of the code.
        """
        return hash(self.code)

    def __repr__(self) -> str:
        """
        ``state('PER')``, which gives the state back.
        """
        return f"state({self.code!r})"

    def exists(self, when: When | None) -> bool:
        """
        Whether it exists on any day of the date; always so for ``None``.

        Args:
            when: A day, a longer date, or a year.

        Raises:
            BadInputError: It is no date.

        Example:
            >>> from diplomodel.actors import state
            >>> state("SYR").exists(1960), state("XUAR").exists(1960)
            (False, True)
        """
        first, last = days_of(when)
        if self.begins is not None:
            first = max(first, self.begins.toordinal())
        if self.ends is not None:
            last = min(last, self.ends.toordinal())
        return first <= last and not any(
            gap.first <= first and last <= gap.last for gap in self.gaps
        )

    def cow_at(self, when: When | None) -> int | None:
        """
        The Correlates of War number on a date, the latest one of a longer date.

        Raises:
            BadInputError: It is no date.
        """
        spell = spell_at(self.cow, when)
        return None if spell is None else spell.number

    def gw_at(self, when: When | None) -> int | None:
        """
        The Gleditsch and Ward number on a date, the latest one of a longer date.

        Raises:
            BadInputError: It is no date.
        """
        spell = spell_at(self.gw, when)
        return None if spell is None else spell.number
