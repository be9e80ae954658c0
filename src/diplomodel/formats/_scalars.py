"""
Single values: how each type is read from text or JSON, and written as plain data.

YAML and CSV give text for everything, JSON gives numbers and booleans; both are taken, and
nothing else is guessed.
"""

from __future__ import annotations

import enum
import math
import re
from collections.abc import Callable, Iterable, Mapping
from typing import Final, NoReturn

from diplomodel.dates import Duration, PartialDate
from diplomodel.errors import BadInputError, did_you_mean
from diplomodel.formats._faults import Fault, Faults


__all__ = [
    "MAX_DEPTH",
    "Bare",
    "dump_bool",
    "dump_int",
    "dump_text",
    "enum_reader",
    "load_bool",
    "load_date",
    "load_duration",
    "load_int",
    "load_text",
    "shown",
    "untyped",
    "untyped_scalar",
]

MAX_DEPTH: Final = 48
"""
Levels of lists and mappings in a record; within a file of YAML they stand some levels deeper.
"""

# The same set that the validators of text fields refuse.
_CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")

# Python refuses to read or spell numbers of more than 4300 digits (CVE-2020-10735), and callers
# may lower that to 640; no count in this field comes near either.
_INT: Final = re.compile(r"-?(?:0|[1-9][0-9]{0,599})")
_BOUND: Final = 10**600
_FLOAT: Final = re.compile(r"-?(?:0|[1-9][0-9]{0,59})(?:\.[0-9]{1,60})?(?:[eE][-+]?[0-9]{1,3})?")

_BOOLS: Final = {
    word: word.lower() == "true" for word in ("true", "True", "TRUE", "false", "False", "FALSE")
}


class Bare(str):
    """
    Text that stands without quotes in a file that does not say what type it has.

    For a field of known type it is text like any other; where the type is not known, `untyped`
    reads ``3`` as a number, as JSON would.

    Example:
        >>> untyped([Bare("3"), "3", Bare("2022-12-07")])
        [3, '3', '2022-12-07']
    """

    __slots__ = ()


def shown(value: object) -> str:
    """
    A value for a message: its own text where that is short, else its type.
    """
    if isinstance(value, str):
        return repr(str(value) if len(value) <= 60 else f"{value[:59]}…")
    if value is None:
        return "nothing"
    if isinstance(value, Mapping):
        return "a mapping"
    if isinstance(value, list | tuple):
        return "a list"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float) and abs(value) < 10**15:
        return str(value)
    return f"a value of type {type(value).__name__}"


def _refuse(value: object, remedy: str) -> NoReturn:
    raise Faults(f"{shown(value)} stands here; {remedy}")


def load_text(value: object) -> str:
    """
    Read text.
    """
    if not isinstance(value, str):
        remedy = "write text"
        if isinstance(value, int | float):
            remedy = "write it as text, between quotes"
        _refuse(value, remedy)
    if not value.isprintable() and (found := _CONTROL.search(value)):
        code = ord(found[0])
        kind = "lone surrogate" if code >= 0xD800 else "control character"
        raise Faults(f"the text holds the {kind} U+{code:04X}; take it out")
    return str(value)


def dump_text(value: object) -> str:
    """
    Write text.
    """
    return load_text(value)


def load_int(value: object) -> int:
    """
    Read a whole number, from a number or from text in decimal digits.
    """
    if isinstance(value, str) and _INT.fullmatch(value):
        return int(value)
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) < _BOUND:
        return value
    _refuse(value, "write a whole number, such as 3")


def dump_int(value: object) -> int:
    """
    Write a whole number.
    """
    return int(load_int(None if isinstance(value, str) else value))


def load_bool(value: object) -> bool:
    """
    Read ``true`` or ``false``; spreadsheets write them in capitals.
    """
    if isinstance(value, bool):
        return value
    found = _BOOLS.get(value) if isinstance(value, str) else None
    if found is None:
        _refuse(value, "write true or false")
    return found


def dump_bool(value: object) -> bool:
    """
    Write ``true`` or ``false``.
    """
    return load_bool(None if isinstance(value, str) else value)


def load_date(value: object) -> PartialDate:
    """
    Read an EDTF date.
    """
    if not isinstance(value, str):
        _refuse(value, "write a date as text, such as '2022-12-07'")
    try:
        return PartialDate.parse(str(value))
    except BadInputError as error:
        raise Faults(error.problems[0].message) from None


def load_duration(value: object) -> Duration:
    """
    Read an ISO 8601 duration.
    """
    if not isinstance(value, str):
        _refuse(value, "write a duration as text, such as 'PT72H'")
    try:
        return Duration.parse(str(value))
    except BadInputError as error:
        raise Faults(error.problems[0].message) from None


def enum_reader(cls: type[enum.StrEnum]) -> Callable[[object], enum.StrEnum]:
    """
    A reader of one closed vocabulary.
    """
    members = {member.value: member for member in cls}

    def read(value: object) -> enum.StrEnum:
        found = members.get(value) if isinstance(value, str) else None
        if found is None:
            hint = did_you_mean(value[:80], members) if isinstance(value, str) else ""
            hint = hint or f"; use one of {', '.join(members)}"
            raise Faults(f"{shown(value)} is not a {cls.__name__}{hint}")
        return found

    return read


def untyped(value: object, *, strict: bool = True, depth: int = 0) -> object:
    """
    A value of which nothing is known as JSON has it: dict, list, text, number, boolean, ``None``.

    Args:
        value: Plain data; `Bare` text is typed as JSON would type it.
        strict: Refuse what could not be written to every format again.
        depth: Levels of lists and mappings around the value.

    Raises:
        Faults: Something else is in it, or text with control characters, or too many levels.
    """
    if isinstance(value, str):
        return _resolved(value) if isinstance(value, Bare) else _text(value, strict=strict)
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, int | float):
        infinite = isinstance(value, float) and not math.isfinite(value)
        if strict and (infinite or abs(value) >= _BOUND):
            _refuse(value, "write a finite number of at most 600 digits")
        return value
    if strict and depth >= MAX_DEPTH:
        raise Faults(f"lists and mappings go deeper than {MAX_DEPTH} levels; flatten them")
    if isinstance(value, list | tuple):
        return list(_inside(enumerate(value), strict=strict, depth=depth).values())
    if isinstance(value, Mapping):
        return _inside(value.items(), strict=strict, depth=depth)
    _refuse(value, "write text, numbers, true, false, lists and mappings")


def untyped_scalar(value: object) -> object:
    """
    A text, number or boolean of which nothing is known.
    """
    if not isinstance(value, str | int | float):
        _refuse(value, "write text, a number, true or false")
    return untyped(value)


def _inside(
    items: Iterable[tuple[object, object]], *, strict: bool, depth: int
) -> dict[str | int, object]:
    found: dict[str | int, object] = {}
    faults: list[Fault] = []
    for key, item in items:
        if not isinstance(key, str | int):
            faults.append(Fault(f"a key must be text, not {shown(key)}"))
            continue
        try:
            name = _text(key, strict=strict) if isinstance(key, str) else key
            found[name] = untyped(item, strict=strict, depth=depth + 1)
        except Faults as error:
            faults += error.under(key)
    if faults:
        raise Faults(faults)
    return found


def _text(value: str, *, strict: bool) -> str:
    return load_text(value) if strict else str(value)


def _resolved(value: Bare) -> object:
    text = str(value)
    if text in ("true", "false"):
        return text == "true"
    if _INT.fullmatch(text):
        # What would be spelt otherwise when written again, as "-0" or "1.50", stays text.
        return int(text) if text != "-0" else text
    if _FLOAT.fullmatch(text):
        number = float(text)
        digits = repr(number)
        # The second spelling is how the writer of YAML marks an exponent for other readers.
        if text in (digits, digits.replace("e", ".0e")):
            return number
    return text
