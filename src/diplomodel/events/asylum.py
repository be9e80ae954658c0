"""
Asylum and safe-conduct.
"""

from __future__ import annotations

from typing import ClassVar

import attrs
from attrs import field

from diplomodel.events._base import WHO, Coding, Event
from diplomodel.fields import (
    Vocabulary,
    actor_code,
    each,
    flag,
    flag_or_none,
    none_or_actor,
    none_or_text,
    person_id,
    several,
    two_different,
)
from diplomodel.fluents import SafeConductAnswer


__all__ = [
    "AsyleeArrival",
    "AsyleeConductProtest",
    "AsyleeDeparture",
    "AsyleeHandover",
    "AsylumEnd",
    "AsylumEvent",
    "AsylumForm",
    "AsylumGrant",
    "AsylumOffer",
    "AsylumRefusal",
    "AsylumRequest",
    "AsylumRequestWithdrawal",
    "RequestManner",
    "SafeConductDecision",
    "SafeConductRequested",
]


class RequestManner(Vocabulary):
    """
    How asylum was asked for.
    """

    ORAL = "oral"
    WRITTEN = "written"
    AT_MISSION = "at_mission"


class AsylumForm(Vocabulary):
    """
    Diplomatic asylum is given on a mission's premises, territorial asylum at home.
    """

    DIPLOMATIC = "diplomatic"
    TERRITORIAL = "territorial"


@attrs.frozen(kw_only=True, eq=False, repr=False)
class AsylumEvent(Event):
    """
    The parent of all steps of an asylum case.

    Attributes:
        asylum_state: The state that is asked for, or gives, asylum.
        territorial_state: The state whose jurisdiction the persons flee.
        persons: The persons concerned; each has a case of their own.

    Example:
        >>> from diplomodel.events import AsylumEvent, AsylumGrant
        >>> issubclass(AsylumGrant, AsylumEvent)
        True
    """

    coding: ClassVar[Coding] = Coding(None, None, why="a parent type stands for no act")

    asylum_state: str = field(validator=actor_code, metadata=WHO)
    territorial_state: str = field(validator=actor_code, metadata=WHO)
    persons: tuple[str, ...] = field(
        converter=several, validator=each(person_id, least=1), metadata=WHO
    )

    def __attrs_post_init__(self) -> None:
        """
        Check that there are two states.
        """
        two_different(self, "asylum_state", "territorial_state")


@attrs.frozen(kw_only=True, eq=False, repr=False)
class AsylumRequest(AsylumEvent):
    """
    Asylum is asked for.

    Attributes:
        manner: By word of mouth, in writing, or by coming to the mission.
        presented_by: Who presents it, where that is another.
        addressee: Who it is addressed to.
        sheltered_at: The premises on which the persons stay from then on, if they do.

    Example:
        >>> from diplomodel.events import AsylumRequest
        >>> request = AsylumRequest(
        ...     occurred="2022-12-07",
        ...     asylum_state="MEX",
        ...     territorial_state="PER",
        ...     persons="pedro-castillo",
        ...     manner="oral",
        ... )
        >>> request.persons
        ('pedro-castillo',)
    """

    coding: ClassVar[Coding] = Coding("0243", "REQUEST", why="nearest: appeal for a right")
    rank: ClassVar[int] = 60

    manner: RequestManner = field(converter=RequestManner, metadata=WHO)
    presented_by: str | None = field(default=None, validator=none_or_text)
    addressee: str | None = field(default=None, validator=none_or_text)
    sheltered_at: str | None = field(default=None, validator=none_or_text)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class AsylumOffer(AsylumEvent):
    """
    A state says that it would give asylum; no grant.

    Attributes:
        speaker: Who offers it.

    Example:
        >>> from diplomodel.events import AsylumOffer
        >>> offer = AsylumOffer(
        ...     occurred="2022-12-08",
        ...     asylum_state="MEX",
        ...     territorial_state="PER",
        ...     persons="pedro-castillo",
        ... )
        >>> offer.coding.plover
        'AGREE'
    """

    coding: ClassVar[Coding] = Coding("033", "AGREE", why="nearest: intent to give aid")
    rank: ClassVar[int] = 65

    speaker: str | None = field(default=None, validator=none_or_text)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class AsylumGrant(AsylumEvent):
    """
    A state gives asylum (Caracas II).

    Attributes:
        form: Diplomatic, on a mission's premises, or territorial.
        sheltered_at: The premises on which the persons are sheltered.
        ground: The ground given.

    Example:
        >>> from diplomodel.events import AsylumGrant
        >>> grant = AsylumGrant(
        ...     occurred="2025-11-03",
        ...     asylum_state="MEX",
        ...     territorial_state="PER",
        ...     persons="betssy-chavez",
        ... )
        >>> grant.form.value
        'diplomatic'
    """

    coding: ClassVar[Coding] = Coding("075", "AID")
    rank: ClassVar[int] = 70

    form: AsylumForm = field(default=AsylumForm.DIPLOMATIC, converter=AsylumForm)
    sheltered_at: str | None = field(default=None, validator=none_or_text)
    ground: str | None = field(default=None, validator=none_or_text)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class AsylumRefusal(AsylumEvent):
    """
    A state refuses asylum (Caracas II: it need not give reasons).

    Example:
        >>> from diplomodel.events import AsylumRefusal
        >>> refusal = AsylumRefusal(
        ...     occurred="2018-12-03",
        ...     asylum_state="URY",
        ...     territorial_state="PER",
        ...     persons="alan-garcia",
        ... )
        >>> refusal.coding.cameo
        '120'
    """

    coding: ClassVar[Coding] = Coding("120", "REJECT")
    rank: ClassVar[int] = 70


@attrs.frozen(kw_only=True, eq=False, repr=False)
class AsylumRequestWithdrawal(AsylumEvent):
    """
    The persons take their request back.

    Example:
        >>> from diplomodel.events import AsylumRequestWithdrawal
        >>> withdrawal = AsylumRequestWithdrawal(
        ...     occurred="2022", asylum_state="XAA", territorial_state="XAB", persons="a-person"
        ... )
        >>> withdrawal.coding.cameo is None
        True
    """

    coding: ClassVar[Coding] = Coding(None, "RETREAT", why="CAMEO has no code for it")
    rank: ClassVar[int] = 70


@attrs.frozen(kw_only=True, eq=False, repr=False)
class AsylumEnd(AsylumEvent):
    """
    The asylum state ends the asylum, or it comes to its end.

    Attributes:
        ground: The ground given.

    Example:
        >>> from diplomodel.events import AsylumEnd
        >>> end = AsylumEnd(
        ...     occurred="2019-04-11",
        ...     asylum_state="ECU",
        ...     territorial_state="GBR",
        ...     persons="julian-assange",
        ... )
        >>> end.kind
        'asylum_end'
    """

    coding: ClassVar[Coding] = Coding(None, None, why="neither scheme codes the end of asylum")
    rank: ClassVar[int] = 140

    ground: str | None = field(default=None, validator=none_or_text)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class SafeConductRequested(AsylumEvent):
    """
    The asylum state asks the territorial state to let the persons leave (Caracas XII).

    Attributes:
        notifies_grant: Whether the note also reports the grant (Caracas VIII).

    Example:
        >>> from diplomodel.events import SafeConductRequested
        >>> request = SafeConductRequested(
        ...     occurred="2025-11-04",
        ...     asylum_state="MEX",
        ...     territorial_state="PER",
        ...     persons="betssy-chavez",
        ...     notifies_grant=True,
        ... )
        >>> request.notifies_grant
        True
    """

    coding: ClassVar[Coding] = Coding("0243", "REQUEST", why="nearest: appeal for a right")
    rank: ClassVar[int] = 75

    notifies_grant: bool = field(default=False, validator=flag)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class SafeConductDecision(AsylumEvent):
    """
    The territorial state answers: postponed, granted or refused.

    Attributes:
        answer: What it answers; a postponement is not a refusal.
        reservation: What it reserves, such as a later request for extradition (Caracas XVII).

    Example:
        >>> from diplomodel.events import SafeConductDecision
        >>> decision = SafeConductDecision(
        ...     occurred="2025-11-07",
        ...     asylum_state="MEX",
        ...     territorial_state="PER",
        ...     persons="betssy-chavez",
        ...     answer="postponed",
        ... )
        >>> decision.answer
        <SafeConductAnswer.POSTPONED: 'postponed'>
    """

    coding: ClassVar[Coding] = Coding(
        None, None, why="the code depends on the answer: 083 if granted, 124 if refused"
    )
    rank: ClassVar[int] = 80

    answer: SafeConductAnswer = field(converter=SafeConductAnswer, metadata=WHO)
    reservation: str | None = field(default=None, validator=none_or_text)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class AsyleeDeparture(AsylumEvent):
    """
    The persons leave the premises or the territorial state.

    Attributes:
        with_safe_conduct: Whether they leave under a safe-conduct; ``None`` if unknown.
        destination: The state they leave for.

    Example:
        >>> from diplomodel.events import AsyleeDeparture
        >>> departure = AsyleeDeparture(
        ...     occurred="2022-12-21T01:40-05:00",
        ...     asylum_state="MEX",
        ...     territorial_state="PER",
        ...     persons=["lilia-paredes", "alondra-castillo"],
        ...     with_safe_conduct=True,
        ... )
        >>> departure.with_safe_conduct
        True
    """

    coding: ClassVar[Coding] = Coding(None, None, why="neither scheme codes the journey")
    rank: ClassVar[int] = 125

    with_safe_conduct: bool | None = field(default=None, validator=flag_or_none)
    destination: str | None = field(default=None, validator=none_or_actor)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class AsyleeArrival(AsylumEvent):
    """
    The persons arrive where they are safe.

    Attributes:
        destination: The state they arrive in.

    Example:
        >>> from diplomodel.events import AsyleeArrival
        >>> arrival = AsyleeArrival(
        ...     occurred="2022-12-21",
        ...     asylum_state="MEX",
        ...     territorial_state="PER",
        ...     persons=["lilia-paredes", "alondra-castillo"],
        ...     destination="MEX",
        ... )
        >>> arrival.persons
        ('lilia-paredes', 'alondra-castillo')
    """

    coding: ClassVar[Coding] = Coding(None, None, why="neither scheme codes the journey")
    rank: ClassVar[int] = 130

    destination: str | None = field(default=None, validator=none_or_actor)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class AsyleeHandover(AsylumEvent):
    """
    The asylum state hands the persons over to a third state's mission (Caracas XIX).

    Attributes:
        to: The third state.

    Example:
        >>> from diplomodel.events import AsyleeHandover
        >>> handover = AsyleeHandover(
        ...     occurred="2024-08-01",
        ...     asylum_state="ARG",
        ...     territorial_state="VEN",
        ...     persons="magalli-meda",
        ...     to="BRA",
        ... )
        >>> handover.to
        'BRA'
    """

    coding: ClassVar[Coding] = Coding(None, "COOPERATE", why="CAMEO has no code for it")
    rank: ClassVar[int] = 115

    to: str = field(validator=actor_code, metadata=WHO)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class AsyleeConductProtest(AsylumEvent):
    """
    The territorial state protests against what an asylee does (Caracas XVIII).

    Attributes:
        conduct: The conduct complained of.
        reply: What the asylum state answers.

    Example:
        >>> from diplomodel.events import AsyleeConductProtest
        >>> protest = AsyleeConductProtest(
        ...     occurred="../2026-02-06",
        ...     asylum_state="MEX",
        ...     territorial_state="PER",
        ...     persons="betssy-chavez",
        ... )
        >>> protest.occurred.latest.isoformat()
        '2026-02-06'
    """

    coding: ClassVar[Coding] = Coding("111", "ACCUSE", "disapprove")

    conduct: str | None = field(default=None, validator=none_or_text)
    reply: str | None = field(default=None, validator=none_or_text)
