"""
States as other data sets write them: by number or name, on a date.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from diplomodel.actors import State, When, find_state, state_by_cow, state_by_gw, states


__all__ = ["named", "numbered"]

_BRACKETS: Final = re.compile(r"\s*[([]([^()\[\]]*)[)\]]\s*")


@lru_cache(maxsize=1 << 14)
def numbered(number: int, *, at: When) -> State | None:
    """
    The state with a Correlates of War number on a date.

    Args:
        number: The number.
        at: The date; a year will do. Within a year that a state entered the system late, its
            number already stands for it.

    Example:
        >>> numbered(490, at=1960).code, numbered(255, at=1950)
        ('COD', None)
    """
    return state_by_cow(number, at=at) or state_by_cow(number, at=int(str(at)[:4]))


@lru_cache(maxsize=1 << 12)
def named(name: str, *, at: When, number: int | None = None) -> State | None:
    """
    The state that a name means on a date, with a number beside it or without.

    The number goes first where it stands for a state on that date: names are less certain.
    Where the name's own state is not there yet, or no more, it is the one that it came from or
    that came from it, if there is one alone.

    Args:
        name: The name, in English; what stands in brackets is another name.
        at: The date; a year will do.
        number: A Correlates of War number, or where that stands for nothing, one of Gleditsch
            and Ward.

    Example:
        >>> named("Yemen PDR", at=1968, number=680).code, named("Russia", at=1993, number=393).code
        ('YMD', 'RUS')
        >>> named("Serbia", at="1999-10-07").code, named("Nowhere", at=1999)
        ('YUG', None)
    """
    if number is not None and (found := state_by_cow(number, at=at)) is not None:
        return found
    for one in _readings(name):
        if (found := find_state(one, at=at)) is not None:
            return found
    for one in _readings(name):
        if (found := find_state(one)) is not None:
            return _of_line(found, at) or found
    if number is None:
        return None
    return state_by_gw(number, at=at) or numbered(number, at=at) or state_by_cow(number)


def _readings(name: str) -> tuple[str, ...]:
    """
    The name, the name without what is in brackets, and what is in them.
    """
    plain = " ".join(name.replace("*", " ").replace("’", "'").split())
    outside = _BRACKETS.sub(" ", plain).strip()
    inside = _BRACKETS.findall(plain)
    parts = (plain, outside, *inside, *(f"{outside} {part}" for part in inside))
    whole = [part.removeprefix("The ").strip() for part in parts]
    pieces = [piece.strip() for part in whole for piece in part.split("/")]
    return tuple(dict.fromkeys(part for part in (*whole, *pieces) if part))


def _of_line(found: State, at: When) -> State | None:
    """
    The one state on a date that a state came from, or that came from it.
    """
    if found.exists(at):
        return found
    there = {one.code: one for one in states(at=at) if one.sovereign}
    before = [one for one in there.values() if found.code in _heirs(one)]
    after = [there[code] for code in _heirs(found) if code in there]
    line = before or after
    return line[0] if len(line) == 1 else None


def _heirs(found: State) -> frozenset[str]:
    from diplomodel.actors import state

    seen: set[str] = set()
    waiting = list(found.succeeded_by)
    while waiting:
        code = waiting.pop()
        if code not in seen:
            seen.add(code)
            waiting.extend(state(code).succeeded_by)
    return frozenset(seen)
