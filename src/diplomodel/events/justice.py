"""
Justice: arrest, detention, charge, trial, sentence, release.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

import attrs
from attrs import field

from diplomodel.dates import Duration
from diplomodel.events._base import WHO, Coding, Event
from diplomodel.fields import (
    Vocabulary,
    actor_code,
    each,
    flag,
    flag_or_none,
    identifier,
    items,
    none_or_text,
    of_type,
    optional_duration,
    person_id,
    several,
)


__all__ = [
    "Acquittal",
    "Arrest",
    "CaptureOrder",
    "Charge",
    "Conviction",
    "Detention",
    "DetentionKind",
    "JusticeEvent",
    "Release",
    "SentenceRequest",
    "TrialOpening",
]


class DetentionKind(Vocabulary):
    """
    On what footing a person is held.
    """

    PRELIMINARY = "preliminary"
    PRE_TRIAL = "pre_trial"
    OTHER = "other"


@attrs.frozen(kw_only=True)
class SentenceRequest:
    """
    The sentence that the prosecution asks for one person.

    Attributes:
        person: The person.
        sentence: Its length.

    Example:
        >>> SentenceRequest(person="betssy-chavez", sentence="P25Y").sentence.words
        '25 years'
    """

    person: str = field(validator=person_id)
    sentence: Duration | None = field(converter=optional_duration)


def _requests(values: Iterable[SentenceRequest]) -> tuple[SentenceRequest, ...]:
    return items(values)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class JusticeEvent(Event):
    """
    The parent of what a state's justice does to persons.

    Attributes:
        state: The state.
        persons: The persons concerned.
        authority: The court, prosecutor or police, as text.

    Example:
        >>> from diplomodel.events import Arrest, JusticeEvent
        >>> issubclass(Arrest, JusticeEvent)
        True
    """

    coding: ClassVar[Coding] = Coding(None, None, why="a parent type stands for no act")

    state: str = field(validator=actor_code, metadata=WHO)
    persons: tuple[str, ...] = field(
        converter=several, validator=each(person_id, least=1), metadata=WHO
    )
    authority: str | None = field(default=None, validator=none_or_text)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Arrest(JusticeEvent):
    """
    Persons are arrested.

    Attributes:
        charge: What for.

    Example:
        >>> from diplomodel.events import Arrest
        >>> arrest = Arrest(occurred="2022-12-07", state="PER", persons="pedro-castillo")
        >>> arrest.coding.mode
        'arrest'
    """

    coding: ClassVar[Coding] = Coding("173", "COERCE", "arrest")
    rank: ClassVar[int] = 62

    charge: str | None = field(default=None, validator=none_or_text)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Detention(JusticeEvent):
    """
    A court orders persons to be held who are in its hands.

    Attributes:
        footing: On what footing.
        length: For how long.
        charge: What for.

    Example:
        >>> from diplomodel.events import Detention
        >>> detention = Detention(
        ...     occurred="2022-12-15",
        ...     state="PER",
        ...     persons="pedro-castillo",
        ...     footing="pre_trial",
        ...     length="P18M",
        ... )
        >>> detention.length.words
        '18 months'
    """

    coding: ClassVar[Coding] = Coding("173", "COERCE", "arrest")
    rank: ClassVar[int] = 64

    footing: DetentionKind = field(converter=DetentionKind, metadata=WHO)
    length: Duration | None = field(default=None, converter=optional_duration)
    charge: str | None = field(default=None, validator=none_or_text)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class CaptureOrder(JusticeEvent):
    """
    A court orders the capture of persons who are out of its reach.

    Attributes:
        length: Length of the detention ordered.
        international: Whether sought abroad too.

    Example:
        >>> from diplomodel.events import CaptureOrder
        >>> order = CaptureOrder(
        ...     occurred="2025-11-27", state="PER", persons="betssy-chavez", international=True
        ... )
        >>> order.international
        True
    """

    coding: ClassVar[Coding] = Coding("173", "COERCE", why="nearest: arrest, not yet done")
    rank: ClassVar[int] = 64

    length: Duration | None = field(default=None, converter=optional_duration)
    international: bool = field(default=False, validator=flag)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Charge(JusticeEvent):
    """
    Persons are charged in a case.

    Attributes:
        case: Short name of the case.
        offence: The offence alleged.

    Example:
        >>> from diplomodel.events import Charge
        >>> charge = Charge(occurred="2022", state="XAA", persons="a-person", case="a-case")
        >>> charge.case
        'a-case'
    """

    coding: ClassVar[Coding] = Coding("112", "ACCUSE", why="nearest: accuse")
    rank: ClassVar[int] = 66

    case: str = field(validator=identifier, metadata=WHO)
    offence: str | None = field(default=None, validator=none_or_text)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class TrialOpening(JusticeEvent):
    """
    A trial opens.

    Attributes:
        case: Short name of the case.
        offence: The offence alleged.
        requested: The sentences that the prosecution asks for.

    Example:
        >>> from diplomodel.events import TrialOpening
        >>> trial = TrialOpening(
        ...     occurred="2025-03-04",
        ...     state="PER",
        ...     persons=["pedro-castillo", "betssy-chavez"],
        ...     case="castillo-rebellion",
        ... )
        >>> len(trial.persons)
        2
    """

    coding: ClassVar[Coding] = Coding(None, "COERCE", why="CAMEO has no code for a trial")
    rank: ClassVar[int] = 67

    case: str = field(validator=identifier, metadata=WHO)
    offence: str | None = field(default=None, validator=none_or_text)
    requested: tuple[SentenceRequest, ...] = field(
        default=(), converter=_requests, validator=each(of_type(SentenceRequest))
    )


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Conviction(JusticeEvent):
    """
    Persons are convicted.

    Attributes:
        case: Short name of the case.
        offence: The offence of which they are convicted.
        sentence: Length of the sentence.
        in_custody: Whether they are held when sentenced; ``None`` if the source is silent.

    Example:
        >>> from diplomodel.events import Conviction
        >>> conviction = Conviction(
        ...     occurred="2025-11-27",
        ...     state="PER",
        ...     persons="pedro-castillo",
        ...     case="castillo-rebellion",
        ...     sentence="P11Y5M15D",
        ... )
        >>> conviction.sentence.words
        '11 years 5 months 15 days'
    """

    coding: ClassVar[Coding] = Coding("116", "SANCTION", "convict")
    rank: ClassVar[int] = 68

    case: str = field(validator=identifier, metadata=WHO)
    offence: str | None = field(default=None, validator=none_or_text)
    sentence: Duration | None = field(default=None, converter=optional_duration)
    in_custody: bool | None = field(default=None, validator=flag_or_none)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Acquittal(JusticeEvent):
    """
    Persons are acquitted.

    Attributes:
        case: Short name of the case.

    Example:
        >>> from diplomodel.events import Acquittal
        >>> acquittal = Acquittal(
        ...     occurred="2025-11-27",
        ...     state="PER",
        ...     persons="manuel-lozada",
        ...     case="castillo-rebellion",
        ... )
        >>> acquittal.persons
        ('manuel-lozada',)
    """

    coding: ClassVar[Coding] = Coding(None, "RETREAT", why="CAMEO has no code for it")
    rank: ClassVar[int] = 68

    case: str = field(validator=identifier, metadata=WHO)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Release(JusticeEvent):
    """
    Persons are ordered released, or are released.

    Attributes:
        carried_out: Whether they are free, or only ordered free.
        ground: The ground given.

    Example:
        >>> from diplomodel.events import Release
        >>> release = Release(
        ...     occurred="2025-09", state="PER", persons="betssy-chavez", carried_out=False
        ... )
        >>> release.carried_out
        False
    """

    coding: ClassVar[Coding] = Coding("0841", "RETREAT", "release")
    rank: ClassVar[int] = 69

    carried_out: bool = field(default=True, validator=flag, metadata=WHO)
    ground: str | None = field(default=None, validator=none_or_text)
