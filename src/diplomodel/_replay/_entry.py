"""
Assignments that leave doubt, or that are decided on one day and effective on another.

An assignment by an exact event needs no more than four items, and lies flat in its track: the
moment, the value, the event, the rule. A history of millions has no object for each.
"""

from __future__ import annotations

import attrs

from diplomodel.events import Event
from diplomodel.rules import Rule


@attrs.frozen(kw_only=True)
class Doubtful:
    """
    An assignment with something special: vague dates, a later effect, doubt, or an observation.

    Attributes:
        at: The moment at which it counts.
        value: The value.
        event: The event behind it.
        rule: The rule behind it; ``None`` for an observation.
        decided: The moment at which it was decided.
        first: The first moment named for its effect; before it is decided it has none.
        last: The last such moment.
        decided_first: The first moment at which it can have been decided.
        decided_last: The last such moment.
        maybe: Whether it may not hold at all, and then it is not told as the value.
        disputed: Whether it is told as the value, but another version of the event assigns
            nothing.
        observed: Whether it comes from an observation.
    """

    at: int
    value: str
    event: Event
    rule: Rule | None
    decided: int
    first: int
    last: int
    decided_first: int
    decided_last: int
    maybe: bool = False
    disputed: bool = False
    observed: bool = False


def certain(at: int, value: str, event: Event, rule: Rule | None) -> Doubtful:
    """
    The assignment of an exact event in this form.
    """
    return Doubtful(
        at=at,
        value=value,
        event=event,
        rule=rule,
        decided=at,
        first=at,
        last=at,
        decided_first=at,
        decided_last=at,
    )
