"""
Airspace: two event types, the fluent that they set, and the rules by which they do.
"""

from typing import ClassVar

import attrs
from attrs import field

from diplomodel.events import Coding, Event
from diplomodel.fields import Vocabulary, actor_code
from diplomodel.fluents import Fluent
from diplomodel.plugins import RulePack
from diplomodel.rules import Rule, on
from diplomodel.subjects import SubjectKind


@attrs.frozen(kw_only=True, eq=False, repr=False)
class AirspaceClosure(Event):
    """
    A state closes its airspace to the aircraft of another.

    Attributes:
        by: The state that closes it.
        target: The state whose aircraft are kept out.
    """

    namespace: ClassVar[str] = "example"
    coding: ClassVar[Coding] = Coding("172", "SANCTION", why="nearest: restrictions")

    by: str = field(validator=actor_code, metadata={"identity": True})
    target: str = field(validator=actor_code, metadata={"identity": True})


@attrs.frozen(kw_only=True, eq=False, repr=False)
class AirspaceOpening(Event):
    """
    A state opens its airspace to the aircraft of another.

    Attributes:
        by: The state that opens it.
        target: The state whose aircraft are let in.
    """

    namespace: ClassVar[str] = "example"
    coding: ClassVar[Coding] = Coding("085", "CONCEDE", why="nearest: restrictions eased")

    by: str = field(validator=actor_code, metadata={"identity": True})
    target: str = field(validator=actor_code, metadata={"identity": True})


class Airspace(Vocabulary):
    """
    Whether airspace is open to a state's aircraft.
    """

    OPEN = "open"
    CLOSED = "closed"


AIRSPACE = Fluent(
    "example.airspace",
    SubjectKind.DIRECTED,
    Airspace,
    summary="Whether a state's airspace is open to another's aircraft.",
)

_SUBJECT = on(SubjectKind.DIRECTED, "by", "target")

RULES = RulePack(
    rules=(
        Rule(
            event=AirspaceClosure,
            sets=AIRSPACE,
            on=_SUBJECT,
            value=Airspace.CLOSED,
            law=("practice: retorsion",),
            why="A state may close its airspace to another's aircraft.",
        ),
        Rule(
            event=AirspaceOpening,
            sets=AIRSPACE,
            on=_SUBJECT,
            value=Airspace.OPEN,
            law=("practice: retorsion",),
            why="What a state closed it can open.",
        ),
    )
)
