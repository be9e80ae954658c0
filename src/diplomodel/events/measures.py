"""
Measures of one state towards another: visas, quotas, sanctions, trade.
"""

from __future__ import annotations

from typing import ClassVar

import attrs
from attrs import field

from diplomodel.dates import Duration, PartialDate
from diplomodel.events._base import WHO, Coding, Event
from diplomodel.fields import (
    Vocabulary,
    actor_code,
    identifier,
    none_or_text,
    optional_date,
    optional_duration,
    two_different,
    whole_number_or_none,
)


__all__ = [
    "BodyExpulsion",
    "MeasureEvent",
    "NationalsOrderedOut",
    "SanctionKind",
    "SanctionsImposition",
    "SanctionsLifting",
    "TradeContinuation",
    "VisaQuota",
    "VisaRequirementAnnouncement",
    "VisaRequirementInForce",
    "VisaRequirementPostponement",
    "VisaRequirementRevocation",
]


class SanctionKind(Vocabulary):
    """
    What a sanction consists in.
    """

    EMBARGO = "embargo"
    BORDER_CLOSURE = "border_closure"
    ASSET_FREEZE = "asset_freeze"
    TRAVEL_BAN = "travel_ban"
    TRADE = "trade"
    OTHER = "other"


@attrs.frozen(kw_only=True, eq=False, repr=False)
class MeasureEvent(Event):
    """
    The parent of measures that one state takes towards another or its nationals.

    Attributes:
        by: The imposing state.
        target: The state aimed at, or whose nationals are.
        measure: Short name that tells this measure from others between the two.

    Example:
        >>> from diplomodel.events import MeasureEvent, VisaQuota
        >>> issubclass(VisaQuota, MeasureEvent)
        True
    """

    coding: ClassVar[Coding] = Coding(None, None, why="a parent type stands for no act")

    by: str = field(validator=actor_code, metadata=WHO)
    target: str = field(validator=actor_code, metadata=WHO)
    measure: str = field(default="visa", validator=identifier, metadata=WHO)

    def __attrs_post_init__(self) -> None:
        """
        Check that there are two states.
        """
        two_different(self, "by", "target")


@attrs.frozen(kw_only=True, eq=False, repr=False)
class VisaRequirementAnnouncement(MeasureEvent):
    """
    A state says that nationals of another will need visas.

    Attributes:
        effective: The day from which they will.
        instrument: The legal act.

    Example:
        >>> from diplomodel.events import VisaRequirementAnnouncement
        >>> announced = VisaRequirementAnnouncement(
        ...     occurred="2024-04-06", by="PER", target="MEX", effective="2024-04-20"
        ... )
        >>> str(announced.effective)
        '2024-04-20'
    """

    coding: ClassVar[Coding] = Coding("172", "COERCE", "restrict", why="nearest: restrictions")

    effective: PartialDate | None = field(default=None, converter=optional_date)
    instrument: str | None = field(default=None, validator=none_or_text)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class VisaRequirementPostponement(MeasureEvent):
    """
    A visa requirement not yet in force is put off.

    Attributes:
        effective: The new day; ``None`` if there is none.

    Example:
        >>> from diplomodel.events import VisaRequirementPostponement
        >>> postponed = VisaRequirementPostponement(
        ...     occurred="2024-04-18", by="MEX", target="PER", effective="2024-05-06"
        ... )
        >>> str(postponed.effective)
        '2024-05-06'
    """

    coding: ClassVar[Coding] = Coding("081", "CONCEDE", why="nearest: sanctions eased")

    effective: PartialDate | None = field(default=None, converter=optional_date)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class VisaRequirementInForce(MeasureEvent):
    """
    A visa requirement comes into force.

    Example:
        >>> from diplomodel.events import VisaRequirementInForce
        >>> in_force = VisaRequirementInForce(occurred="2024-05-06", by="MEX", target="PER")
        >>> in_force.measure
        'visa'
    """

    coding: ClassVar[Coding] = Coding("172", "COERCE", "restrict", why="nearest: restrictions")


@attrs.frozen(kw_only=True, eq=False, repr=False)
class VisaRequirementRevocation(MeasureEvent):
    """
    A visa requirement is revoked, whether or not it was ever in force.

    Attributes:
        instrument: The legal act.

    Example:
        >>> from diplomodel.events import VisaRequirementRevocation
        >>> revoked = VisaRequirementRevocation(occurred="2024-04-10", by="PER", target="MEX")
        >>> revoked.coding.plover
        'CONCEDE'
    """

    coding: ClassVar[Coding] = Coding("081", "CONCEDE", why="nearest: sanctions eased")

    instrument: str | None = field(default=None, validator=none_or_text)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class VisaQuota(MeasureEvent):
    """
    A state limits how many visas it gives.

    Attributes:
        before: Visas a day before.
        after: Visas a day from then on.

    Example:
        >>> from diplomodel.events import VisaQuota
        >>> quota = VisaQuota(
        ...     occurred="../2025-11-10", by="MEX", target="PER", before=100, after=30
        ... )
        >>> quota.measure
        'visa-quota'
    """

    coding: ClassVar[Coding] = Coding("172", "COERCE", "restrict", why="nearest: restrictions")

    before: int | None = field(default=None, validator=whole_number_or_none)
    after: int | None = field(default=None, validator=whole_number_or_none)
    measure: str = field(default="visa-quota", validator=identifier, metadata=WHO)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class SanctionsImposition(MeasureEvent):
    """
    A state imposes a sanction.

    Attributes:
        sanction: What it consists in.

    Example:
        >>> from diplomodel.events import SanctionsImposition
        >>> sanction = SanctionsImposition(
        ...     occurred="2022-02", by="GBR", target="RUS", sanction="asset_freeze"
        ... )
        >>> sanction.sanction
        <SanctionKind.ASSET_FREEZE: 'asset_freeze'>
    """

    coding: ClassVar[Coding] = Coding("163", "COERCE", "restrict")

    sanction: SanctionKind = field(converter=SanctionKind, metadata=WHO)
    measure: str = field(default="sanctions", validator=identifier, metadata=WHO)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class SanctionsLifting(MeasureEvent):
    """
    A state lifts a sanction.

    Attributes:
        sanction: What it consisted in.

    Example:
        >>> from diplomodel.events import SanctionsLifting
        >>> lifting = SanctionsLifting(
        ...     occurred="2021-01-05", by="SAU", target="QAT", sanction="border_closure"
        ... )
        >>> lifting.coding.plover
        'RETREAT'
    """

    coding: ClassVar[Coding] = Coding("085", "RETREAT")

    sanction: SanctionKind = field(converter=SanctionKind, metadata=WHO)
    measure: str = field(default="sanctions", validator=identifier, metadata=WHO)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class NationalsOrderedOut(MeasureEvent):
    """
    A state orders the nationals of another to leave.

    Attributes:
        deadline: Time given.

    Example:
        >>> from diplomodel.events import NationalsOrderedOut
        >>> ordered = NationalsOrderedOut(
        ...     occurred="2017-06-05", by="SAU", target="QAT", deadline="P14D"
        ... )
        >>> ordered.deadline.words
        '14 days'
    """

    coding: ClassVar[Coding] = Coding("174", "COERCE", "deport")

    deadline: Duration | None = field(default=None, converter=optional_duration)
    measure: str = field(default="nationals", validator=identifier, metadata=WHO)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class BodyExpulsion(MeasureEvent):
    """
    A state ends the work of another's cultural or public body on its soil.

    Attributes:
        body: The body.

    Example:
        >>> from diplomodel.events import BodyExpulsion
        >>> expulsion = BodyExpulsion(
        ...     occurred="2018-03-17", by="RUS", target="GBR", body="British Council"
        ... )
        >>> expulsion.body
        'British Council'
    """

    coding: ClassVar[Coding] = Coding("166", "SANCTION", "expel")

    body: str = field(validator=none_or_text, metadata=WHO)
    measure: str = field(default="body", validator=identifier, metadata=WHO)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class TradeContinuation(MeasureEvent):
    """
    Trade between two states is said to go on as before.

    Example:
        >>> from diplomodel.events import TradeContinuation
        >>> trade = TradeContinuation(occurred="2025-11-03", by="PER", target="MEX")
        >>> trade.measure
        'trade'
    """

    coding: ClassVar[Coding] = Coding("061", "COOPERATE")

    measure: str = field(default="trade", validator=identifier, metadata=WHO)
