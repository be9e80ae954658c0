"""
Indexes of the table of states by number, code and name, each made when first asked for.
"""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Callable, Iterable, Mapping
from typing import Final, TypeAlias

from diplomodel.actors._states import CodeSpell, State, When, days_of, spell_at
from diplomodel.actors._tables import fold, load_organisations, load_states


# GDELT places events in Gaza, and CAMEO codes its actors and those of the West Bank, apart.
_MORE_FIPS: Final = {"GZ": "PSE"}
_MORE_CAMEO: Final = {"GZS": "PSE", "WSB": "PSE"}

Numbers: TypeAlias = Mapping[int, tuple[tuple[CodeSpell, State], ...]]
"""
Numbers, each with the spells in which states had it.
"""

Codes: TypeAlias = Mapping[str, tuple[State, ...]]
"""
Codes or folded names, each with the states that carry it.
"""


def by_number(index: Numbers, number: int, at: When | None) -> State | None:
    """
    The state that has a number on a date, the latest one in a longer date.
    """
    # A bad date is refused even where nothing has the number.
    days_of(at)
    held = index.get(number, ()) if isinstance(number, int) else ()
    latest = spell_at((spell for spell, _ in held), at)
    return next((found for spell, found in held if spell is latest), None)


def by_code(index: Codes, code: str, at: When | None) -> State | None:
    """
    The latest state of those that carry a code and exist on a date.
    """
    days_of(at)
    held = index.get(code, ()) if isinstance(code, str) else ()
    living = [found for found in held if found.exists(at)]
    return max(
        living,
        key=lambda found: (found.ends or dt.date.max, found.begins or dt.date.min),
        default=None,
    )


@functools.cache
def codes() -> frozenset[str]:
    """
    Every code of a state or organisation.
    """
    return frozenset((*load_states(), *load_organisations()))


def _numbers(spells: Callable[[State], tuple[CodeSpell, ...]]) -> Numbers:
    index: dict[int, list[tuple[CodeSpell, State]]] = {}
    for found in load_states().values():
        for spell in spells(found):
            index.setdefault(spell.number, []).append((spell, found))
    return {number: tuple(held) for number, held in index.items()}


def _grouped(pairs: Iterable[tuple[str | None, State]]) -> Codes:
    index: dict[str, dict[str, State]] = {}
    for key, found in pairs:
        if key:
            index.setdefault(key, {})[found.code] = found
    return {key: tuple(held.values()) for key, held in index.items()}


@functools.cache
def cow_index() -> Numbers:
    """
    States by Correlates of War number.
    """
    return _numbers(lambda found: found.cow)


@functools.cache
def gw_index() -> Numbers:
    """
    States by Gleditsch and Ward number.
    """
    return _numbers(lambda found: found.gw)


@functools.cache
def fips_index() -> Codes:
    """
    States by FIPS 10-4 code.
    """
    known = load_states()
    more = ((key, known[code]) for key, code in _MORE_FIPS.items())
    return _grouped((*((found.fips, found) for found in known.values()), *more))


@functools.cache
def cameo_index() -> Codes:
    """
    States by CAMEO code, and by ISO 3166-1 alpha-3 code.
    """
    known = load_states()
    iso = ((found.code, found) for found in known.values() if len(found.code) == 3)
    more = ((key, known[code]) for key, code in _MORE_CAMEO.items())
    return _grouped((*((found.cameo, found) for found in known.values()), *iso, *more))


@functools.cache
def iso2_index() -> Codes:
    """
    States by ISO 3166-1 alpha-2 code.
    """
    return _grouped((found.iso2, found) for found in load_states().values())


@functools.cache
def names() -> Codes:
    """
    States by folded name.
    """
    return _grouped(
        (fold(name), found)
        for found in load_states().values()
        for name in (found.name, *found.names)
    )
