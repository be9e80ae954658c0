"""
Converters and validators for the fields of values, with errors that a reader can act on.
"""

from __future__ import annotations

import datetime as dt
import inspect
import re
import reprlib
from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final, NoReturn, TypeAlias, TypeVar

from diplomodel.dates import Duration, PartialDate
from diplomodel.errors import BadInputError, did_you_mean


if TYPE_CHECKING:
    from attrs import Attribute

__all__ = [
    "Vocabulary",
    "a_date",
    "actor_code",
    "checks_in",
    "each",
    "fixed",
    "flag",
    "flag_or_none",
    "hashable",
    "identifier",
    "items",
    "none_or",
    "none_or_actor",
    "none_or_identifier",
    "none_or_person",
    "none_or_text",
    "of_type",
    "optional_date",
    "optional_duration",
    "person_id",
    "several",
    "text",
    "two_different",
    "whole_number_or_none",
]

T = TypeVar("T")

#: A check of a field's value, as attrs calls it.
Check: TypeAlias = "Callable[[object, Attribute[Any], object], None]"

_IDENTIFIER: Final = re.compile(r"[a-z0-9]+(?:[-_.:][a-z0-9]+)*")
_ACTOR: Final = re.compile(r"[A-Z][A-Z0-9]{2,3}|org:[a-z0-9]+(?:-[a-z0-9]+)*")
_CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


def _refuse(owner: object, attribute: Attribute[Any], value: object, remedy: str) -> NoReturn:
    name = f"{type(owner).__name__}.{attribute.name}"
    shown = reprlib.repr(value)
    raise BadInputError(f"{name} is {shown}: {remedy}")


def text(owner: object, attribute: Attribute[Any], value: object) -> None:
    """
    Validate that a value is text with something in it and no control characters.
    """
    if not isinstance(value, str) or not value.strip():
        _refuse(owner, attribute, value, "give some text")
    elif not value.isprintable() and _CONTROL.search(value):
        _refuse(owner, attribute, value, "take out the control characters")


def none_or_text(owner: object, attribute: Attribute[Any], value: object) -> None:
    """
    Validate that a value is ``None`` or text without control characters (it may be empty).
    """
    if value is None:
        return
    if not isinstance(value, str):
        _refuse(owner, attribute, value, "give text or leave it out")
    elif not value.isprintable() and _CONTROL.search(value):
        _refuse(owner, attribute, value, "take out the control characters")


def identifier(owner: object, attribute: Attribute[Any], value: object) -> None:
    """
    Validate a short name: lower-case ASCII letters and digits, joined by ``- _ . :``.
    """
    if not isinstance(value, str) or not _IDENTIFIER.fullmatch(value):
        _refuse(owner, attribute, value, "use lower-case letters, digits and hyphens")


def actor_code(owner: object, attribute: Attribute[Any], value: object) -> None:
    """
    Validate the form of an actor's code: ISO 3166-1 alpha-3 like ``PER``, or ``org:oas``.
    """
    if not isinstance(value, str) or not _ACTOR.fullmatch(value):
        _refuse(owner, attribute, value, "use an ISO 3166-1 alpha-3 code like 'PER', or 'org:oas'")


def person_id(owner: object, attribute: Attribute[Any], value: object) -> None:
    """
    Validate the id of a person, a short name like ``pedro-castillo``.
    """
    identifier(owner, attribute, value)


class Wrapped:
    """
    A check made of another one, which stays readable from outside.
    """

    def __init__(self, check: Check, *, least: int | None = None) -> None:
        """
        Keep the check, and how many items it asks for: ``None`` where it is of one value.
        """
        self.check = check
        self.least = least

    def __call__(self, owner: object, attribute: Attribute[Any], value: object) -> None:
        """
        Check the value, or each of its items.
        """
        if self.least is None:
            if value is not None:
                self.check(owner, attribute, value)
            return
        items = value if isinstance(value, tuple) else ()
        if len(items) < self.least:
            _refuse(owner, attribute, value, f"name at least {self.least}")
        for item in items:
            self.check(owner, attribute, item)


def checks_in(validator: object) -> tuple[object, ...]:
    """
    The checks that the validator of a field is made of, without what is wrapped around them.

    Example:
        >>> checks_in(none_or(each(actor_code))) == (actor_code,)
        True
    """
    found: list[object] = []
    for part in getattr(validator, "_validators", (validator,)):
        found += checks_in(part.check) if isinstance(part, Wrapped) else [part]
    return tuple(found)


def none_or(check: Check) -> Wrapped:
    """
    The same check, passing ``None``.
    """
    return Wrapped(check)


def each(check: Check, *, least: int = 0) -> Wrapped:
    """
    The same check on every item of a tuple that has at least so many items.
    """
    return Wrapped(check, least=least)


def of_type(
    wanted: type,
) -> Callable[[object, Attribute[Any], object], None]:
    """
    Validate that a value is of a type, told in words that a reader can act on.
    """

    def checked(owner: object, attribute: Attribute[Any], value: object) -> None:
        if not isinstance(value, wanted):
            _refuse(owner, attribute, value, f"give a value of the type {wanted.__name__}")

    return checked


def flag(owner: object, attribute: Attribute[Any], value: object) -> None:
    """
    Validate that a value is true or false, and not a word for it.
    """
    if value is not True and value is not False:
        _refuse(owner, attribute, value, "give True or False")


def hashable(owner: object, attribute: Attribute[Any], value: object) -> None:
    """
    Validate that a value can be a member of a set, as all parts of an event must.
    """
    try:
        hash(value)
    except TypeError:
        _refuse(owner, attribute, value, "give text, a number, a date, or a list of these")


#: Validate ``None``, true or false.
flag_or_none = none_or(flag)
#: Validate ``None`` or the form of an actor's code.
none_or_actor = none_or(actor_code)
#: Validate ``None`` or a short name.
none_or_identifier = none_or(identifier)

none_or_person = none_or(person_id)


def whole_number_or_none(owner: object, attribute: Attribute[Any], value: object) -> None:
    """
    Validate ``None`` or a whole number from 0 up.
    """
    if value is not None and (not isinstance(value, int) or isinstance(value, bool) or value < 0):
        _refuse(owner, attribute, value, "give a whole number, 0 or more, or leave it out")


def two_different(owner: object, one: str, other: str) -> None:
    """
    Check that two fields of a value do not name the same actor.
    """
    if getattr(owner, one) == getattr(owner, other):
        raise BadInputError(
            f"{type(owner).__name__}.{other} is {getattr(owner, other)!r}, as {one} is:"
            " name two different states"
        )


class Vocabulary(StrEnum):
    """
    A closed vocabulary whose error for an unknown word suggests the nearest one.

    Example:
        >>> class Colour(Vocabulary):
        ...     RED = "red"
        >>> Colour("rde")
        Traceback (most recent call last):
            ...
        diplomodel.errors.BadInputError: 'rde' is not a Colour; did you mean 'red'?
    """

    __signature__ = inspect.Signature(
        [inspect.Parameter("value", inspect.Parameter.POSITIONAL_ONLY, annotation=str)]
    )

    @classmethod
    def _missing_(cls, value: object) -> NoReturn:
        known = [str(member) for member in cls]
        word = str(value)[:80]
        hint = did_you_mean(word, known) or f"; use one of {', '.join(known)}"
        raise BadInputError(f"{word!r} is not a {cls.__name__}{hint}")


def several(values: Iterable[str] | str) -> tuple[str, ...]:
    """
    A converter to a tuple of texts; one text alone stands for itself.

    Example:
        >>> several("PER")
        ('PER',)
    """
    if isinstance(values, str):
        return (values,)
    try:
        return tuple(values)
    except TypeError:
        raise BadInputError(f"{reprlib.repr(values)} is not a list: give several texts") from None


def items(values: Iterable[T]) -> tuple[T, ...]:
    """
    A converter to a tuple.

    Example:
        >>> items(["a", "b"])
        ('a', 'b')
    """
    try:
        return tuple(values)
    except TypeError:
        raise BadInputError(f"{reprlib.repr(values)} is not a list: give several values") from None


def fixed(value: object) -> object:
    """
    A converter that makes a list a tuple, since values never change.
    """
    return tuple(fixed(item) for item in value) if isinstance(value, list) else value


def a_date(value: PartialDate | dt.date | str) -> PartialDate:
    """
    A converter to a partial date.
    """
    return PartialDate.of(value)


def optional_date(value: PartialDate | dt.date | str | None) -> PartialDate | None:
    """
    A converter to a partial date, passing ``None``.
    """
    return None if value is None else PartialDate.of(value)


def optional_duration(value: Duration | str | None) -> Duration | None:
    """
    A converter to a duration, passing ``None``.
    """
    if value is None or isinstance(value, Duration):
        return value
    return Duration.parse(value)


# attrs asks for the signature of every converter in every class that uses it: kept, it costs once.
_CONVERTERS: tuple[Any, ...] = (a_date, items, optional_date, optional_duration, several)
for _converter in _CONVERTERS:
    _converter.__signature__ = inspect.signature(_converter)
