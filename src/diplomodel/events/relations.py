"""
Relations between states, and recognition.
"""

from __future__ import annotations

from typing import ClassVar

import attrs
from attrs import field

from diplomodel.dates import PartialDate
from diplomodel.errors import BadInputError
from diplomodel.events._base import WHO, Coding, Event
from diplomodel.fields import (
    actor_code,
    each,
    flag,
    none_or_text,
    optional_date,
    person_id,
    several,
    two_different,
)


__all__ = [
    "ConsularRelationsEstablishment",
    "ConsularRelationsSeverance",
    "DirectedRelationsEvent",
    "GovernmentRecognition",
    "GovernmentRecognitionWithdrawal",
    "GovernmentRecognitionWithholding",
    "MutualRelationsEvent",
    "RecognitionSwitchAnnouncement",
    "RelationsBreak",
    "RelationsEstablishment",
    "RelationsReduced",
    "RelationsRestoration",
    "RestorationAgreement",
    "StateExtinction",
    "StateRecognition",
    "StateRecognitionWithdrawal",
]


def _two(owner: object, attribute: attrs.Attribute[tuple[str, ...]], value: object) -> None:
    del attribute
    if not isinstance(value, tuple) or len(value) != 2 or value[0] == value[1]:
        raise BadInputError(
            f"{type(owner).__name__}.parties is {value!r}: name two different states"
        )


def _pair(values: tuple[str, ...] | list[str] | str) -> tuple[str, ...]:
    return tuple(sorted(several(values)))


@attrs.frozen(kw_only=True, eq=False, repr=False)
class MutualRelationsEvent(Event):
    """
    The parent of acts that need both states (VCDR 2).

    Attributes:
        parties: The two states, in alphabetical order.

    Example:
        >>> from diplomodel.events import RelationsRestoration
        >>> RelationsRestoration(occurred="2015", parties=["USA", "CUB"]).parties
        ('CUB', 'USA')
    """

    coding: ClassVar[Coding] = Coding(None, None, why="a parent type stands for no act")

    parties: tuple[str, ...] = field(
        converter=_pair, validator=[each(actor_code, least=2), _two], metadata=WHO
    )


@attrs.frozen(kw_only=True, eq=False, repr=False)
class DirectedRelationsEvent(Event):
    """
    The parent of acts that one state does towards another.

    Attributes:
        by: The state that acts.
        target: The state it acts towards.

    Example:
        >>> from diplomodel.events import DirectedRelationsEvent, RelationsBreak
        >>> issubclass(RelationsBreak, DirectedRelationsEvent)
        True
    """

    coding: ClassVar[Coding] = Coding(None, None, why="a parent type stands for no act")

    by: str = field(validator=actor_code, metadata=WHO)
    target: str = field(validator=actor_code, metadata=WHO)

    def __attrs_post_init__(self) -> None:
        """
        Check that there are two.
        """
        two_different(self, "by", "target")


@attrs.frozen(kw_only=True, eq=False, repr=False)
class RelationsEstablishment(MutualRelationsEvent):
    """
    Two states establish diplomatic relations (VCDR 2).

    Attributes:
        consular: Whether consular relations are established with them (VCCR 2(2)).

    Example:
        >>> from diplomodel.events import RelationsEstablishment
        >>> established = RelationsEstablishment(occurred="2023-03-26", parties=["HND", "CHN"])
        >>> established.parties
        ('CHN', 'HND')
    """

    coding: ClassVar[Coding] = Coding("054", "SUPPORT", why="054 also covers recognition")
    rank: ClassVar[int] = 102

    consular: bool = field(default=True, validator=flag)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class RelationsBreak(DirectedRelationsEvent):
    """
    A state breaks diplomatic relations: one side's act, without conditions.

    Consular relations go on unless they are severed too (VCCR 2(3)).

    Attributes:
        derecognition: Whether the state also takes back recognition as a state.
        severs_consular: Whether consular relations are severed with it, where it is said.
        ground: The ground given.

    Example:
        >>> from diplomodel.events import RelationsBreak
        >>> RelationsBreak(occurred="2025-11-03", by="PER", target="MEX").kind
        'relations_break'
    """

    coding: ClassVar[Coding] = Coding("161", "SANCTION", why="161 lumps all reductions")
    rank: ClassVar[int] = 100

    derecognition: bool = field(default=False, validator=flag)
    severs_consular: bool = field(default=False, validator=flag)
    ground: str | None = field(default=None, validator=none_or_text)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class RelationsReduced(DirectedRelationsEvent):
    """
    A state reduces or breaks relations: all that CAMEO 161 can tell.

    It sets no fluent; a finer source may say what was done.

    Example:
        >>> from diplomodel.events import RelationsReduced
        >>> reduced = RelationsReduced(occurred="2023-02-24", by="PER", target="MEX")
        >>> reduced.coding.cameo
        '161'
    """

    coding: ClassVar[Coding] = Coding("161", "SANCTION")


@attrs.frozen(kw_only=True, eq=False, repr=False)
class RestorationAgreement(MutualRelationsEvent):
    """
    Two states agree to restore relations; the restoration itself is another date.

    Attributes:
        effective: When relations are to be restored, where it is said.

    Example:
        >>> from diplomodel.events import RestorationAgreement
        >>> agreed = RestorationAgreement(occurred="2023-03-10", parties=["IRN", "SAU"])
        >>> agreed.parties
        ('IRN', 'SAU')
    """

    coding: ClassVar[Coding] = Coding("032", "AGREE", why="nearest: intent to cooperate")
    rank: ClassVar[int] = 101

    effective: PartialDate | None = field(default=None, converter=optional_date)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class RelationsRestoration(MutualRelationsEvent):
    """
    Diplomatic relations between two states are restored (VCDR 2).

    Attributes:
        consular: Whether consular relations are restored with them.

    Example:
        >>> from diplomodel.events import RelationsRestoration
        >>> restored = RelationsRestoration(occurred="2015-07-20", parties=["USA", "CUB"])
        >>> restored.consular
        True
    """

    coding: ClassVar[Coding] = Coding("054", "SUPPORT", why="054 also covers recognition")
    rank: ClassVar[int] = 102

    consular: bool = field(default=True, validator=flag)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class ConsularRelationsEstablishment(MutualRelationsEvent):
    """
    Two states establish consular relations (VCCR 2(1)).

    Example:
        >>> from diplomodel.events import ConsularRelationsEstablishment
        >>> established = ConsularRelationsEstablishment(
        ...     occurred="1989-10-19", parties=["GBR", "ARG"]
        ... )
        >>> established.parties
        ('ARG', 'GBR')
    """

    coding: ClassVar[Coding] = Coding("054", "SUPPORT", why="054 also covers recognition")
    rank: ClassVar[int] = 103


@attrs.frozen(kw_only=True, eq=False, repr=False)
class ConsularRelationsSeverance(DirectedRelationsEvent):
    """
    A state severs consular relations (VCCR 2(3), 27).

    Example:
        >>> from diplomodel.events import ConsularRelationsSeverance
        >>> severed = ConsularRelationsSeverance(occurred="2022", by="XAA", target="XAB")
        >>> severed.coding.cameo
        '161'
    """

    coding: ClassVar[Coding] = Coding("161", "SANCTION", why="161 lumps all reductions")
    rank: ClassVar[int] = 103


@attrs.frozen(kw_only=True, eq=False, repr=False)
class StateRecognition(DirectedRelationsEvent):
    """
    A state recognises another as a state (Montevideo 6, 7).

    Example:
        >>> from diplomodel.events import StateRecognition
        >>> recognised = StateRecognition(occurred="2008-02-18", by="FRA", target="XKX")
        >>> recognised.target
        'XKX'
    """

    coding: ClassVar[Coding] = Coding("054", "SUPPORT", why="054 also covers relations")
    rank: ClassVar[int] = 98


@attrs.frozen(kw_only=True, eq=False, repr=False)
class StateRecognitionWithdrawal(DirectedRelationsEvent):
    """
    A state takes back its recognition of another; Montevideo 6 calls recognition irrevocable.

    Example:
        >>> from diplomodel.events import StateRecognitionWithdrawal
        >>> withdrawn = StateRecognitionWithdrawal(occurred="2017", by="SUR", target="XKX")
        >>> withdrawn.coding.cameo is None
        True
    """

    coding: ClassVar[Coding] = Coding(None, "REJECT", why="CAMEO has no code for it")
    rank: ClassVar[int] = 98


@attrs.frozen(kw_only=True, eq=False, repr=False)
class GovernmentRecognition(DirectedRelationsEvent):
    """
    A state recognises a government of another.

    Attributes:
        government: The head of that government.
        sole_representative_of: What it is recognised as the only representative of, if so.

    Example:
        >>> from diplomodel.events import GovernmentRecognition
        >>> recognised = GovernmentRecognition(
        ...     occurred="2019-01-23", by="USA", target="VEN", government="juan-guaido"
        ... )
        >>> recognised.government
        'juan-guaido'
    """

    coding: ClassVar[Coding] = Coding("054", "SUPPORT", why="054 also covers relations")
    rank: ClassVar[int] = 97

    government: str = field(validator=person_id, metadata=WHO)
    sole_representative_of: str | None = field(default=None, validator=none_or_text)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class GovernmentRecognitionWithholding(DirectedRelationsEvent):
    """
    A state says that it does not recognise a government, or that it practises no recognition.

    Attributes:
        government: The head of that government.
        not_practised: Whether the state holds to the Estrada doctrine.

    Example:
        >>> from diplomodel.events import GovernmentRecognitionWithholding
        >>> withheld = GovernmentRecognitionWithholding(
        ...     occurred="2022-12-13",
        ...     by="MEX",
        ...     target="PER",
        ...     government="dina-boluarte",
        ...     not_practised=True,
        ... )
        >>> withheld.not_practised
        True
    """

    coding: ClassVar[Coding] = Coding("120", "REJECT")
    rank: ClassVar[int] = 97

    government: str = field(validator=person_id, metadata=WHO)
    not_practised: bool = field(default=False, validator=flag)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class GovernmentRecognitionWithdrawal(DirectedRelationsEvent):
    """
    A state takes back its recognition of a government.

    Attributes:
        government: The head of that government.

    Example:
        >>> from diplomodel.events import GovernmentRecognitionWithdrawal
        >>> withdrawn = GovernmentRecognitionWithdrawal(
        ...     occurred="2022", by="XAA", target="XAB", government="a-president"
        ... )
        >>> withdrawn.coding.plover
        'REJECT'
    """

    coding: ClassVar[Coding] = Coding("120", "REJECT")
    rank: ClassVar[int] = 97

    government: str = field(validator=person_id, metadata=WHO)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class RecognitionSwitchAnnouncement(DirectedRelationsEvent):
    """
    A state says that it will turn from one government or state to another; not yet the act.

    Attributes:
        turning_from: The state turned away from.

    Example:
        >>> from diplomodel.events import RecognitionSwitchAnnouncement
        >>> announced = RecognitionSwitchAnnouncement(
        ...     occurred="2023-03-14", by="HND", target="CHN", turning_from="TWN"
        ... )
        >>> announced.turning_from
        'TWN'
    """

    coding: ClassVar[Coding] = Coding("030", "AGREE", why="nearest: intent to cooperate")
    rank: ClassVar[int] = 20

    turning_from: str = field(validator=actor_code, metadata=WHO)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class StateExtinction(MutualRelationsEvent):
    """
    Relations between two states end because one of them ceases to be.

    Attributes:
        ceased: The state that ceases.
        successor: The state that succeeds it, as text.

    Example:
        >>> from diplomodel.events import StateExtinction
        >>> extinction = StateExtinction(
        ...     occurred="1990-10-03", parties=["DDR", "FRA"], ceased="DDR"
        ... )
        >>> extinction.ceased
        'DDR'
    """

    coding: ClassVar[Coding] = Coding(None, None, why="neither scheme codes the end of a state")
    rank: ClassVar[int] = 103

    ceased: str = field(validator=actor_code)
    successor: str | None = field(default=None, validator=none_or_text)
