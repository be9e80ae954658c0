"""
The state that a territory of POCOM is on a date, and the state in which a place lies.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from diplomodel.actors import State, find_state, state_by_cow, states


__all__ = ["receiver_on", "same_seat", "seat_of", "state_named"]

#: Seats of missions that were no capitals when missions were there, by the state they lie in.
#: Missions in Saudi Arabia moved from Jeddah to Riyadh in 1984 and 1985.
_SEATS: Final = {"jeddah": "SAU", "jidda": "SAU", "constantinople": "TUR", "rio de janeiro": "BRA"}
_YEAR: Final = re.compile(r"-\d{4}$")
_FORMS: Final = re.compile(
    r"^(?:the\s+)?(?:government\s+of\s+)?(?:the\s+)?"
    r"(?:(?:socialist|federal|people[’']s|former)\s+)*"
    r"(?:(?:republic|kingdom|empire|union)\s+of\s+)?(?:the\s+)?",
    re.IGNORECASE,
)


@lru_cache(maxsize=1 << 14)
def state_named(name: str, *, on: str) -> State | None:
    """
    The state that a name means on a date: as it is written, then without its form of government.

    Args:
        name: The name, in English.
        on: The date, as EDTF text.

    Example:
        >>> state_named("the Kingdom of Yemen", on="1950-01-01").code
        'YEM'
        >>> state_named("Socialist Republic of Romania", on="1970-01-01").code
        'ROU'
    """
    plain = " ".join(name.replace("’", "'").split())[:200]
    short = plain.removeprefix("the ").removeprefix("The ")
    for one in (plain, short, _FORMS.sub("", plain)):
        if one and (found := find_state(one, at=on)) is not None:
            return found
    return None


@lru_cache(maxsize=1 << 14)
def receiver_on(territory: str, contemporary: str, *, on: str) -> State | None:
    """
    The state that a territory is on a date.

    Where the territory's own state is not there on the date, it is the state that had its number
    in the Correlates of War list: Prussia before Germany, Sardinia before Italy.

    Args:
        territory: The ``territory-id`` of the file.
        contemporary: The ``contemporary-territory-id`` of the record.
        on: The date, as EDTF text.

    Example:
        >>> receiver_on("germany", "germany", on="1850-01-01").code
        'XPRU'
        >>> receiver_on("congo-republic", "congo-brazzaville", on="1970-01-01").code
        'COG'
    """
    names = [name for one in (territory, contemporary) for name in _names(one)]
    for name in names:
        if (found := find_state(name, at=on)) is not None:
            return found
    for name in names:
        if (found := find_state(name)) is not None:
            return _forerunner(found, on) or found
    return None


def _forerunner(later: State, on: str) -> State | None:
    for spell in later.cow:
        found = state_by_cow(spell.number, at=on)
        if found is not None:
            return found
    return None


def same_seat(one: State, other: State) -> bool:
    """
    Whether two states are one, or share a number in the Correlates of War list or a capital.

    Example:
        >>> from diplomodel.actors import state
        >>> same_seat(state("SUN"), state("RUS")), same_seat(state("SWE"), state("NOR"))
        (True, False)
    """
    if one.code == other.code:
        return True
    numbers = {spell.number for spell in one.cow} & {spell.number for spell in other.cow}
    return bool(numbers or set(one.capitals) & set(other.capitals))


def _names(territory: str) -> tuple[str, ...]:
    words = _YEAR.sub("", territory).split("-")
    # Territories are filed by their main word: "vietnam-south", "congo-democratic-republic".
    turned = [*words[1:], words[0]]
    of = [*words[1:], "of", "the", words[0]]
    return tuple(" ".join(order) for order in (words, turned, of))


@cache
def _capitals() -> dict[str, tuple[State, ...]]:
    held: dict[str, tuple[State, ...]] = {}
    for one in states():
        for city in one.capitals:
            held[city.lower()] = (*held.get(city.lower(), ()), one)
    return held


@lru_cache(maxsize=1 << 12)
def seat_of(place: str, *, on: str) -> State | None:
    """
    The state in which a city lies that is, or was, a capital; or the state of that name.

    Args:
        place: The city, or a state.
        on: The date, as EDTF text.

    Example:
        >>> seat_of("Bridgetown", on="1990-01-01").code, seat_of("Sinaia", on="1890-01-01")
        ('BRB', None)
    """
    name = place.strip(" .,;").lower()
    if not name:
        return None
    if name in _SEATS:
        return find_state(_SEATS[name], at=on) or find_state(_SEATS[name])
    there = [one for one in _capitals().get(name, ()) if one.exists(on)]
    if there:
        return max(there, key=lambda one: one.begins.toordinal() if one.begins else 0)
    return find_state(name, at=on) or find_state(name)
