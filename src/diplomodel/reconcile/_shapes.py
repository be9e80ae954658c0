"""
What the fields of an event type are, for comparing: known once for each type, a plugin's too.
"""

from __future__ import annotations

import enum
import types
import typing
from collections.abc import Hashable
from functools import cache
from operator import attrgetter
from typing import Any, Final, cast

import attrs

from diplomodel.dates import Duration, PartialDate
from diplomodel.events._base import Event, UnknownEvent, kind_of
from diplomodel.events.relations import RelationsReduced
from diplomodel.events.statements import JointStatement, Statement, StatementEvent
from diplomodel.evidence import SourceKind
from diplomodel.fields import actor_code, checks_in, identifier, person_id
from diplomodel.formats._types import class_plan


__all__ = ["Part", "Role", "Shape", "is_coarse", "may_stand_for", "shape_of"]


class Role(enum.Enum):
    """
    What a field holds.
    """

    ACTOR = "actor"
    NAME = "name"
    TEXT = "text"
    WORD = "word"
    FLAG = "flag"
    COUNT = "count"
    VALUE = "value"


#: What texts hold by the check of their field; any other text is free.
_ROLES: Final[dict[object, Role]] = {
    actor_code: Role.ACTOR,
    identifier: Role.NAME,
    person_id: Role.NAME,
}

#: Fields that are looked at on their own, or that tell nothing of the happening.
_APART: Final = frozenset(
    {
        "occurred", "modality", "key", "order", "label", "summary", "place", "evidence", "claims",
        "links", "supersedes",
    }
)  # fmt: skip

#: Types, with all that derive from them, that two states may do to each other every day.
_OFTEN: Final = frozenset(
    {
        "AsyleeConductProtest", "EnvoyVisit", "Incident", "InviolabilityAssurance",
        "InviolabilityThreat", "OrganisationStep", "StatementEvent", "Threat",
    }
)  # fmt: skip

#: Acts on the head of a mission: there is one at a time, so that two names are rather a slip.
_ONE_HOLDER: Final = frozenset(
    {"AmbassadorExpulsion", "AmbassadorRecall", "AmbassadorReturn", "AmbassadorWithdrawal"}
)

#: What is not known here is the same only where it is equal.
_EQUAL_ONLY: Final = frozenset({"UnknownEvent"})

#: Acts that CAMEO's "reduce or break diplomatic relations" (161) lumps together.
_REDUCTION: Final = "161"


@attrs.frozen(kw_only=True)
class Part:
    """
    One field to compare.

    Attributes:
        name: Its name.
        role: What it holds.
        identity: Whether it is part of what makes the event itself.
        several: Whether it holds several.
        default: Its value where nothing is told.
    """

    name: str
    role: Role
    identity: bool
    several: bool
    default: object


@attrs.frozen(kw_only=True)
class Shape:
    """
    What the fields of an event type are.

    Attributes:
        kind: The kind.
        family: Its kin: the name of the module that it is in.
        sides: The fields that name one actor each and are part of its identity.
        groups: The fields that name several, for types that do not have two sides.
        parts: All other fields to compare.
        often: Whether it may happen every day.
        one_holder: Whether it is about a person of whom there is one at a time.
        equal_only: Whether only equal ones are the same.
        values: Gets the values of `parts`.
    """

    kind: str
    family: str
    sides: tuple[str, ...]
    groups: tuple[str, ...]
    parts: tuple[Part, ...]
    often: bool
    one_holder: bool
    equal_only: bool
    values: attrgetter[Any] | None = attrs.field(repr=False, eq=False)

    def told(self, event: Event) -> tuple[object, ...]:
        """
        The values of the parts.
        """
        if self.values is None:
            return ()
        found = self.values(event)
        return found if len(self.parts) > 1 else (found,)


def shape_of(cls: type[Event]) -> Shape:
    """
    The shape of an event type.

    Example:
        >>> from diplomodel.events import RelationsBreak, Statement
        >>> shape_of(RelationsBreak).sides, shape_of(Statement).often
        (('by', 'target'), True)
    """
    return _shape(cast("Hashable", cls))


@cache
def _shape(cls: Any) -> Shape:  # a class, for the cache
    parts = tuple(_parts(cls))
    actors = [part for part in parts if part.role is Role.ACTOR and part.identity]
    sides = tuple(part.name for part in actors if not part.several)
    groups = tuple(part.name for part in actors if part.several) if len(sides) < 2 else ()
    rest = tuple(part for part in parts if part.name not in {*sides, *groups})
    names = {base.__name__ for base in cls.__mro__}
    return Shape(
        kind=kind_of(cls),
        family=cls.__module__,
        sides=sides,
        groups=groups,
        parts=rest,
        often=bool(names & _OFTEN),
        one_holder=bool(names & _ONE_HOLDER),
        equal_only=bool(names & _EQUAL_ONLY),
        values=attrgetter(*(part.name for part in rest)) if rest else None,
    )


def _parts(cls: type[Event]) -> typing.Iterator[Part]:
    attributes = attrs.fields_dict(cls)
    for planned in class_plan(cls).fields.values():
        if planned.name in _APART:
            continue
        attribute = attributes[planned.name]
        inner, several = _inner(planned.type)
        yield Part(
            name=planned.name,
            role=_role(attribute, inner),
            identity=bool(attribute.metadata.get("identity")),
            several=several,
            default=None if planned.required else attribute.default,
        )


def _inner(hint: Any) -> tuple[Any, bool]:  # a type, or a union of types
    arguments = typing.get_args(hint)
    if typing.get_origin(hint) in (typing.Union, types.UnionType):
        return _inner(next(one for one in arguments if one is not type(None)))
    if typing.get_origin(hint) is tuple:
        return arguments[0], True
    return hint, False


def _role(attribute: Any, hint: Any) -> Role:  # an attribute of attrs, and a type
    if hint is str:
        roles = (_ROLES[check] for check in checks_in(attribute.validator) if check in _ROLES)
        return next(roles, Role.TEXT)
    if hint is bool:
        return Role.FLAG
    if hint is int:
        return Role.COUNT
    if isinstance(hint, type) and issubclass(hint, enum.Enum):
        return Role.WORD
    if hint in (PartialDate, Duration):
        return Role.VALUE
    return Role.VALUE


def is_coarse(event: Event) -> bool:
    """
    Whether a report cannot tell which of several acts it is about.

    That is a "reduced relations", and a statement that a machine coded without saying who spoke
    or what about.

    Example:
        >>> from diplomodel.events import RelationsBreak, RelationsReduced
        >>> is_coarse(RelationsReduced(occurred="2025", by="PER", target="MEX"))
        True
        >>> is_coarse(RelationsBreak(occurred="2025", by="PER", target="MEX"))
        False
    """
    if type(event) is RelationsReduced:
        return True
    if type(event) is not Statement:
        return False
    bare = not (event.speaker or event.about or event.quote or event.body)
    return bare and by_machine(event)


def by_machine(event: Event) -> bool:
    """
    Whether all evidence of an event is in data sets.
    """
    return bool(event.evidence) and all(
        piece.source.kind is SourceKind.DATASET for piece in event.evidence
    )


def may_stand_for(coarse: type[Event], fine: type[Event]) -> bool:
    """
    Whether a report of one type may be a coarse report of an act of another.

    Example:
        >>> from diplomodel.events import AmbassadorRecall, RelationsReduced, Talks
        >>> may_stand_for(RelationsReduced, AmbassadorRecall)
        True
        >>> may_stand_for(RelationsReduced, Talks), may_stand_for(Talks, Talks)
        (False, False)
    """
    return _stands(cast("Hashable", coarse), cast("Hashable", fine))


@cache
def _stands(coarse: Any, fine: Any) -> bool:  # classes, for the cache
    if coarse is fine or UnknownEvent in (coarse, fine):
        return coarse is fine is Statement
    if coarse is RelationsReduced:
        return bool(fine.coding.cameo == _REDUCTION)
    if coarse is Statement:
        said = issubclass(fine, StatementEvent) and fine is not JointStatement
        return said and fine.coding.cameo != _REDUCTION
    return bool(issubclass(fine, coarse))
