"""
An order of events that depends on nothing but what they tell.
"""

from __future__ import annotations

from collections.abc import Iterable

from diplomodel.events._base import Event, identity_of


__all__ = ["canonical", "identity_text"]


def canonical(events: Iterable[Event]) -> list[Event]:
    """
    Events in an order that does not depend on the order in which they are given.

    Example:
        >>> from diplomodel.events import RelationsBreak
        >>> one = RelationsBreak(occurred="2025-11-03", by="PER", target="MEX")
        >>> other = RelationsBreak(occurred="2025-11-04", by="PER", target="MEX")
        >>> canonical([other, one]) == [one, other]
        True
    """
    keyed = [((e.occurred.first, e.occurred.last, e.kind, identity_text(e)), e) for e in events]
    keyed.sort(key=lambda pair: pair[0])
    found: list[Event] = []
    start = 0
    for index in range(1, len(keyed) + 1):
        if index == len(keyed) or keyed[index][0] != keyed[start][0]:
            equal = [event for _, event in keyed[start:index]]
            found += equal if len(equal) == 1 else sorted(equal, key=repr)
            start = index
    return found


def identity_text(event: Event) -> str:
    """
    A text that is equal for equal ids of one kind, and costs less.

    Example:
        >>> from diplomodel.events import RelationsBreak
        >>> identity_text(RelationsBreak(occurred="2025", by="PER", target="MEX"))
        "('PER', None, 'done', '2025', 'MEX')"
    """
    return repr(identity_of(type(event))(event))
