"""
What could be known by a day.
"""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from diplomodel._replay._gather import Identity, all_claims, identity, merged
from diplomodel.events import Event
from diplomodel.evidence import Claim


def known_events(reports: Iterable[Event], day: int) -> tuple[list[Event], frozenset[Identity]]:
    """
    The events as what was published by a day tells them, and those that may not have been
    known.

    A report is left out if all its evidence is later. It may not have been known if what is left
    of its evidence has no publication date that settles it; beside one that was known it only
    claims.
    """
    sure: dict[Identity, list[Event]] = {}
    unsure: dict[Identity, list[Event]] = {}
    for report in reports:
        pieces = tuple(piece for piece in report.evidence if piece.known_by(day) is not False)
        if not pieces and report.evidence:
            continue
        claims = tuple(_claim(claim, day) for claim in report.claims if _is_known(claim, day))
        told = attrs.evolve(report, evidence=pieces, claims=claims)
        known = any(piece.known_by(day) for piece in pieces)
        (sure if known else unsure).setdefault(identity(told), []).append(told)
    events = [_told(group, unsure.get(key, ())) for key, group in sure.items()]
    maybe = {key: group for key, group in unsure.items() if key not in sure}
    # Whoever may not have been known cannot be known to correct another.
    events.extend(
        attrs.evolve(report, supersedes=()) for group in maybe.values() for report in group
    )
    return events, frozenset(maybe)


def _told(sure: list[Event], unsure: Iterable[Event]) -> Event:
    told = tuple(dict.fromkeys(sure))
    event = merged(told) if len(told) > 1 else told[0]
    claims = (claim for claim in all_claims(event, unsure) if claim not in event.claims)
    return attrs.evolve(event, claims=(*event.claims, *claims))


def _is_known(claim: Claim, day: int) -> bool:
    return not claim.evidence or any(piece.known_by(day) is not False for piece in claim.evidence)


def _claim(claim: Claim, day: int) -> Claim:
    pieces = tuple(piece for piece in claim.evidence if piece.known_by(day) is not False)
    return attrs.evolve(claim, evidence=pieces)
