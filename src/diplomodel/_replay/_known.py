"""
What could be known by a day.
"""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from diplomodel._replay._gather import Identity, identity
from diplomodel.events import Event
from diplomodel.evidence import Claim


def known_events(events: Iterable[Event], day: int) -> tuple[list[Event], frozenset[Identity]]:
    """
    The events as their evidence published by a day tells them, and those that may not be known.

    An event is left out if all its evidence is later; it may not be known if what is left has no
    publication date that settles it.
    """
    known: list[Event] = []
    maybe: set[Identity] = set()
    for event in events:
        pieces = tuple(piece for piece in event.evidence if piece.known_by(day) is not False)
        if not pieces and event.evidence:
            continue
        claims = tuple(_claim(claim, day) for claim in event.claims if _is_known(claim, day))
        told = attrs.evolve(event, evidence=pieces, claims=claims)
        known.append(told)
        if not any(piece.known_by(day) for piece in pieces):
            maybe.add(identity(told))
    return known, frozenset(maybe)


def _is_known(claim: Claim, day: int) -> bool:
    return not claim.evidence or any(
        piece.known_by(day) is not False for piece in claim.evidence
    )


def _claim(claim: Claim, day: int) -> Claim:
    pieces = tuple(piece for piece in claim.evidence if piece.known_by(day) is not False)
    return attrs.evolve(claim, evidence=pieces)
