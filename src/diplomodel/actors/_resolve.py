"""
From codes, numbers and names to states and organisations.
"""

from __future__ import annotations

from collections.abc import Callable
from difflib import get_close_matches
from typing import Final

from diplomodel.actors._indexes import (
    by_code,
    by_number,
    cameo_index,
    codes,
    cow_index,
    fips_index,
    gw_index,
    iso2_index,
    names,
)
from diplomodel.actors._organisations import Organisation
from diplomodel.actors._states import State, When, days_of
from diplomodel.actors._tables import fold, load_organisations, load_states
from diplomodel.errors import BadInputError, UnknownNameError, did_you_mean


# Longer names than this are no state's; comparing them with every name would take long.
_LONGEST: Final = 100


def state(code: str) -> State:
    """
    The state or territory with a code.

    Args:
        code: Such as ``PER``; see `diplomodel.actors` for the policy.

    Raises:
        UnknownNameError: Nothing has the code; the message suggests one where it can.

    Example:
        >>> state("PER").name
        'Peru'
        >>> state("Peru")
        Traceback (most recent call last):
        diplomodel.errors.UnknownNameError: unknown state code 'Peru'; did you mean 'PER' (Peru)?
    """
    try:
        return load_states()[code]
    except (KeyError, TypeError):
        raise _unknown("state code", code, _state_hint) from None


def states(*, at: When | None = None) -> tuple[State, ...]:
    """
    Every state and territory, or those that exist on a date.

    Args:
        at: A day, a longer date or a year; ``None`` for all, former ones included.

    Raises:
        BadInputError: It is no date.

    Example:
        >>> [found.code for found in states(at="1992-01-01") if found.code in {"CSK", "CZE"}]
        ['CSK']
    """
    return tuple(found for found in load_states().values() if found.exists(at))


def organisation(code: str) -> Organisation:
    """
    The organisation with an identifier.

    Args:
        code: Such as ``org:oas``.

    Raises:
        UnknownNameError: Nothing has the identifier; the message suggests one where it can.

    Example:
        >>> organisation("org:icj").kind.value
        'court'
        >>> organisation("OAS")
        Traceback (most recent call last):
        diplomodel.errors.UnknownNameError: unknown organisation 'OAS'; did you mean 'org:oas'?
    """
    try:
        return load_organisations()[code]
    except (KeyError, TypeError):
        raise _unknown("organisation", code, _organisation_hint) from None


def organisations() -> tuple[Organisation, ...]:
    """
    Every organisation.

    Example:
        >>> any(found.id == "org:nato" for found in organisations())
        True
    """
    return tuple(load_organisations().values())


def actor(code: str) -> State | Organisation:
    """
    The state or organisation with a code.

    Args:
        code: Such as ``PER`` or ``org:oas``.

    Raises:
        UnknownNameError: Nothing has the code; the message suggests one where it can.

    Example:
        >>> actor("org:oas").name, actor("MEX").name
        ('Organization of American States', 'Mexico')
    """
    if isinstance(code, str) and code.startswith("org:"):
        return organisation(code)
    return state(code)


def is_actor(code: str) -> bool:
    """
    Whether a state or organisation has the code.

    Example:
        >>> is_actor("XKX"), is_actor("org:un"), is_actor("Peru")
        (True, True, False)
    """
    return isinstance(code, str) and code in codes()


def state_by_cow(number: int, *, at: When | None = None) -> State | None:
    """
    The state with a Correlates of War number.

    Args:
        number: Such as 135.
        at: A day, a longer date or a year, the latest holder in it being given;
            ``None`` for the latest ever.

    Raises:
        BadInputError: It is no date.

    Example:
        >>> state_by_cow(345, at=1990).code, state_by_cow(345, at=2010).code
        ('YUG', 'SRB')
    """
    return by_number(cow_index(), number, at)


def state_by_gw(number: int, *, at: When | None = None) -> State | None:
    """
    The state with a Gleditsch and Ward number.

    Args:
        number: Such as 135.
        at: As for `state_by_cow`.

    Raises:
        BadInputError: It is no date.

    Example:
        >>> state_by_gw(260, at=2020).code, state_by_gw(340).code
        ('DEU', 'SRB')
    """
    return by_number(gw_index(), number, at)


def state_by_fips(code: str, *, at: When | None = None) -> State | None:
    """
    The state or territory with a FIPS 10-4 code, as GDELT gives for places.

    Args:
        code: Two letters, such as ``UK``.
        at: A day, a longer date or a year on which it must exist; ``None`` for any.

    Raises:
        BadInputError: It is no date.

    Example:
        >>> state_by_fips("AS").code, state_by_fips("GZ").code
        ('AUS', 'PSE')
    """
    return by_code(fips_index(), code, at)


def state_by_cameo(code: str, *, at: When | None = None) -> State | None:
    """
    The state or territory with a CAMEO code.

    Most are ISO 3166-1 alpha-3 codes, and those are taken as well where CAMEO has its own.

    Args:
        code: Three letters, such as ``PER``.
        at: A day, a longer date or a year on which it must exist; ``None`` for any.

    Raises:
        BadInputError: It is no date.

    Example:
        >>> state_by_cameo("TMP").code, state_by_cameo("WSB").code
        ('TLS', 'PSE')
    """
    return by_code(cameo_index(), code, at)


def state_by_iso2(code: str, *, at: When | None = None) -> State | None:
    """
    The state or territory with an ISO 3166-1 alpha-2 code, present or withdrawn.

    Args:
        code: Two letters, such as ``PE``.
        at: A day, a longer date or a year on which it must exist; ``None`` for any.

    Raises:
        BadInputError: It is no date.

    Example:
        >>> state_by_iso2("CS", at=1980).code, state_by_iso2("CS", at=2004).code
        ('CSK', 'SCG')
    """
    return by_code(iso2_index(), code, at)


def find_state(name: str, *, at: When | None = None) -> State | None:
    """
    The one state or territory that a name or demonym means, without regard to case and accents.

    Where several share a name, a present state goes before a former one, a state before
    a territory and the short name before other names; if that leaves two, nothing is found.

    Args:
        name: In English or Spanish, such as ``Perú`` or ``Peruvian``.
        at: A day, a longer date or a year on which it must exist; ``None`` for any.

    Raises:
        BadInputError: The name is no text, or the date no date.

    Example:
        >>> find_state("Russia", at=1980).code, find_state("Russia").code
        ('SUN', 'RUS')
        >>> find_state("Vietnam", at=1960) is None
        True
    """
    if not isinstance(name, str):
        raise BadInputError(f"a name must be text, not a value of type {type(name).__name__}")
    # A bad date is refused even where nothing has the name.
    days_of(at)
    if len(name) > _LONGEST:
        return None
    key = fold(name)
    if key not in names():
        # Lists in alphabetical order write "Moldova, Republic of".
        head, _, tail = name.partition(",")
        key = fold(f"{tail} {head}")
    found = [candidate for candidate in names().get(key, ()) if candidate.exists(at)]
    ranked = [
        (
            candidate.ends is None or at is not None,
            candidate.sovereign,
            fold(candidate.name) == key,
        )
        for candidate in found
    ]
    best = [one for one, rank in zip(found, ranked, strict=True) if rank == max(ranked)]
    return best[0] if len(best) == 1 else None


def cow_code(code: str, at: When) -> int | None:
    """
    The Correlates of War number of a state on a date, the latest one of a longer date.

    Args:
        code: The state's code.
        at: A day, a longer date or a year.

    Raises:
        UnknownNameError: No state has the code.
        BadInputError: It is no date.

    Example:
        >>> cow_code("YEM", "1990-05-21"), cow_code("YEM", "1990-05-22")
        (678, 679)
    """
    return state(code).cow_at(at)


def gw_code(code: str, at: When) -> int | None:
    """
    The Gleditsch and Ward number of a state on a date, the latest one of a longer date.

    Args:
        code: The state's code.
        at: A day, a longer date or a year.

    Raises:
        UnknownNameError: No state has the code.
        BadInputError: It is no date.

    Example:
        >>> gw_code("YEM", 1980), gw_code("YEM", 2020)
        (678, 678)
    """
    return state(code).gw_at(at)


def _unknown(what: str, word: object, hint: Callable[[str], str]) -> UnknownNameError:
    shown = word if isinstance(word, str) else f"<{type(word).__name__}>"
    shown = shown if len(shown) <= _LONGEST else f"{shown[: _LONGEST - 3]}..."
    error = UnknownNameError(what, shown)
    # The hint names the code that belongs to the nearest name, which is not the nearest code.
    error.args = (f"{error}{hint(shown)}",)
    return error


def _state_hint(word: str) -> str:
    found = load_states().get(word.upper()) or find_state(word) or _nearest(word)
    return f"; did you mean {found.code!r} ({found.name})?" if found else ""


def _nearest(word: str) -> State | None:
    known = {code.lower(): found for code, found in load_states().items()}
    known |= {name: held[0] for name, held in names().items()}
    near = get_close_matches(fold(word), known, n=1)
    return known[near[0]] if near else None


def _organisation_hint(word: str) -> str:
    key = fold(word.removeprefix("org:"))
    for found in load_organisations().values():
        if key in map(fold, (found.id.removeprefix("org:"), found.name, *found.names)):
            return f"; did you mean {found.id!r}?"
    return did_you_mean(word, load_organisations())
