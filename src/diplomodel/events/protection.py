"""
Protecting powers: a third state looks after another's interests, premises or nationals.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

import attrs
from attrs import field

from diplomodel.errors import BadInputError
from diplomodel.events._base import WHO, Coding
from diplomodel.events.envoys import MissionEvent
from diplomodel.fields import Vocabulary, actor_code, none_or_text, several


__all__ = [
    "ProtectingPowerAcceptance",
    "ProtectingPowerConsentRevocation",
    "ProtectingPowerEnd",
    "ProtectingPowerEvent",
    "ProtectingPowerFunction",
    "ProtectingPowerRequest",
    "Scope",
]


class Scope(Vocabulary):
    """
    The separable parts of a protecting power's mandate.
    """

    INTERESTS = "interests"
    CUSTODY = "custody"
    CONSULAR = "consular"


def _scopes(values: Iterable[Scope | str] | str) -> tuple[Scope, ...]:
    return tuple(Scope(value) for value in several(values))


def _some(owner: object, attribute: attrs.Attribute[tuple[Scope, ...]], value: object) -> None:
    del attribute
    if not value:
        known = ", ".join(scope.value for scope in Scope)
        raise BadInputError(f"{type(owner).__name__}.scope is empty: name some of {known}")


@attrs.frozen(kw_only=True, eq=False, repr=False)
class ProtectingPowerEvent(MissionEvent):
    """
    The parent of the steps of a protecting power's mandate (VCDR 45, 46).

    Attributes:
        protector: The third state.
        scope: The parts of the mandate concerned: interests (45(c)), custody (45(b)), consular.

    Example:
        >>> from diplomodel.events import ProtectingPowerEnd, ProtectingPowerEvent
        >>> issubclass(ProtectingPowerEnd, ProtectingPowerEvent)
        True
    """

    coding: ClassVar[Coding] = Coding(None, None, why="a parent type stands for no act")
    rank: ClassVar[int] = 112

    protector: str = field(validator=actor_code, metadata=WHO)
    scope: tuple[Scope, ...] = field(
        default=(Scope.INTERESTS,), converter=_scopes, validator=_some, metadata=WHO
    )


@attrs.frozen(kw_only=True, eq=False, repr=False)
class ProtectingPowerRequest(ProtectingPowerEvent):
    """
    The sending state asks a third state to protect its interests.

    Example:
        >>> from diplomodel.events import ProtectingPowerRequest
        >>> request = ProtectingPowerRequest(
        ...     occurred="2025-11-03/2026-01-23", sender="MEX", receiver="PER", protector="BRA"
        ... )
        >>> request.scope
        (<Scope.INTERESTS: 'interests'>,)
    """

    coding: ClassVar[Coding] = Coding("022", "REQUEST", why="nearest: appeal for cooperation")
    rank: ClassVar[int] = 111


@attrs.frozen(kw_only=True, eq=False, repr=False)
class ProtectingPowerAcceptance(ProtectingPowerEvent):
    """
    The third state accepts.

    Example:
        >>> from diplomodel.events import ProtectingPowerAcceptance
        >>> acceptance = ProtectingPowerAcceptance(
        ...     occurred="2024-06-24", sender="ECU", receiver="MEX", protector="CHE"
        ... )
        >>> acceptance.protector
        'CHE'
    """

    coding: ClassVar[Coding] = Coding("050", "AGREE", why="nearest: diplomatic cooperation")
    rank: ClassVar[int] = 112


@attrs.frozen(kw_only=True, eq=False, repr=False)
class ProtectingPowerFunction(ProtectingPowerEvent):
    """
    The third state takes up its functions, with the receiving state's consent.

    Example:
        >>> from diplomodel.events import ProtectingPowerFunction
        >>> function = ProtectingPowerFunction(
        ...     occurred="2026-01-24",
        ...     sender="MEX",
        ...     receiver="PER",
        ...     protector="BRA",
        ...     scope=["interests", "custody"],
        ... )
        >>> [part.value for part in function.scope]
        ['interests', 'custody']
    """

    coding: ClassVar[Coding] = Coding("050", "SUPPORT", why="nearest: diplomatic cooperation")
    rank: ClassVar[int] = 113


@attrs.frozen(kw_only=True, eq=False, repr=False)
class ProtectingPowerConsentRevocation(ProtectingPowerEvent):
    """
    The receiving state takes its consent back; whether it can is disputed.

    Attributes:
        ground: The ground given.
        reply: What the protector answers.

    Example:
        >>> from diplomodel.events import ProtectingPowerConsentRevocation
        >>> revocation = ProtectingPowerConsentRevocation(
        ...     occurred="2024-09-07", sender="ARG", receiver="VEN", protector="BRA"
        ... )
        >>> revocation.coding.plover
        'REJECT'
    """

    coding: ClassVar[Coding] = Coding("120", "REJECT")
    rank: ClassVar[int] = 114

    ground: str | None = field(default=None, validator=none_or_text)
    reply: str | None = field(default=None, validator=none_or_text)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class ProtectingPowerEnd(ProtectingPowerEvent):
    """
    The mandate of a protecting power ends.

    Example:
        >>> from diplomodel.events import ProtectingPowerEnd
        >>> end = ProtectingPowerEnd(
        ...     occurred="2026-01-15",
        ...     sender="ARG",
        ...     receiver="VEN",
        ...     protector="BRA",
        ...     scope=["interests", "custody"],
        ... )
        >>> len(end.scope)
        2
    """

    coding: ClassVar[Coding] = Coding(None, "RETREAT", why="CAMEO has no code for it")
    rank: ClassVar[int] = 114
