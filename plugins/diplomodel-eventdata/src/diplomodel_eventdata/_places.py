"""
From the codes and names of event data to states on a date.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Final, TypeAlias

from diplomodel.actors import (
    State,
    find_state,
    state,
    state_by_cameo,
    state_by_cow,
    state_by_fips,
    state_by_gw,
    state_by_iso2,
)
from diplomodel.dates import PartialDate
from diplomodel.errors import BadInputError, UnknownNameError
from diplomodel_eventdata._forms import ALIKE, NO_GOVERNMENT, NO_STATE, TERRITORY


__all__ = ["CODES", "Party", "is_state_name", "not_governments", "party", "resolve"]


def _whole(code: str) -> int:
    try:
        number = float(code)
    except ValueError:
        return -1
    return int(number) if number.is_integer() and 0 < number < 10**4 else -1


def _iso3(code: str, at: PartialDate | None) -> State | None:
    try:
        found = state(code)
    except UnknownNameError:
        return None
    return found if found.exists(at) else None


#: Schemes of country codes, and how each is resolved on a date.
CODES: Final[Mapping[str, Callable[[str, PartialDate | None], State | None]]] = MappingProxyType(
    {
        "cameo": lambda code, at: state_by_cameo(code.upper(), at=at),
        "cow": lambda code, at: state_by_cow(_whole(code), at=at),
        "fips": lambda code, at: state_by_fips(code.upper(), at=at),
        "gw": lambda code, at: state_by_gw(_whole(code), at=at),
        "iso2": lambda code, at: state_by_iso2(code.upper(), at=at),
        "iso3": lambda code, at: _iso3(code.upper(), at),
        "name": lambda code, at: find_state(code, at=at),
    }
)


@lru_cache(maxsize=1 << 15)
def resolve(scheme: str, code: str, at: PartialDate) -> State | None:
    """
    The state that a code means on a date.

    Data often give the present code for a state's forerunner: where nobody has the code on the
    date, its present holder's name is asked for.

    Args:
        scheme: One of `CODES`.
        code: The code or name.
        at: The date.

    Raises:
        BadInputError: The scheme is not known.

    Example:
        >>> day = PartialDate.parse("1985-03-11")
        >>> resolve("cow", "365", day).code, resolve("cameo", "RUS", day).code
        ('SUN', 'SUN')
        >>> resolve("cameo", "EUR", day) is None
        True
    """
    if scheme not in CODES:
        raise BadInputError(f"{scheme!r} is no scheme of codes: use one of {', '.join(CODES)}")
    if not code or len(code) > 100:
        return None
    find = CODES[scheme]
    found = find(code, at)
    if found is None:
        today = find(code, None)
        found = None if today is None else find_state(today.name, at=at)
    return found


Party: TypeAlias = tuple[str, str | None]
"""
The code of a state that acts, and why the actor is not the government of a state, if so.
"""


def party(found: State | None, *, governs: bool = False) -> Party:
    """
    A party to an event.

    Args:
        found: Its state.
        governs: Whether it is the government of that state.

    Example:
        >>> party(state("PER"), governs=True), party(state("PRI"), governs=True)
        (('PER', None), ('PRI', 'an actor is in a territory that is no state'))
    """
    if found is None:
        return "", NO_STATE
    if not found.sovereign:
        return found.code, TERRITORY
    return found.code, None if governs else NO_GOVERNMENT


def not_governments(one: Party, other: Party) -> str | None:
    """
    Why two parties are not the governments of two states, if so.

    Example:
        >>> not_governments(("PER", None), ("PER", None))
        'both actors are of one state'
    """
    if one[0] and one[0] == other[0]:
        return ALIKE
    return one[1] or other[1]


@lru_cache(maxsize=1 << 14)
def is_state_name(name: str, of: State) -> bool:
    """
    Whether a name stands for a state as a whole: its name, its people or its capital.

    Example:
        >>> is_state_name("UNITED STATES", state("USA")), is_state_name("MISSOURI", state("USA"))
        (True, False)
    """
    plain = " ".join(name.split()).removeprefix("THE ").casefold()
    if not plain or len(plain) > 100:
        return False
    if plain in {capital.casefold() for capital in of.capitals}:
        return True
    return plain in {known.casefold() for known in (of.name, *of.names)}
