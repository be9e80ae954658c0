"""
What an event assigns: the entries of which timelines are made.
"""

from __future__ import annotations

from typing import NamedTuple

import attrs

from diplomodel.events import Event
from diplomodel.rules import Rule


class Entry(NamedTuple):
    """
    One assignment by an exact event: decided and effective at one moment, certain.

    Most entries are of this kind, and a plain tuple is the cheapest value there is.
    """

    at: int
    value: str
    event: Event
    rule: Rule | None


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
        first: The first moment at which it can have taken effect.
        last: The last such moment.
        decided_first: The first moment at which it can have been decided.
        decided_last: The last such moment.
        maybe: Whether it may not hold at all.
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
    observed: bool = False


def as_doubtful(entry: Entry) -> Doubtful:
    """
    The same assignment in the general form.
    """
    at = entry.at
    return Doubtful(
        at=at,
        value=entry.value,
        event=entry.event,
        rule=entry.rule,
        decided=at,
        first=at,
        last=at,
        decided_first=at,
        decided_last=at,
    )
