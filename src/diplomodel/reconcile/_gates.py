"""
What is let through, and why the rest is not.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from diplomodel.events._base import Event
from diplomodel.evidence import SourceKind
from diplomodel.reconcile._cards import doc_of
from diplomodel.reconcile._settings import ActorKind, Settings
from diplomodel.reconcile._shapes import Role, shape_of


__all__ = ["actor_kind", "confidence", "refusal"]

#: How sure a happening is by one document of a kind alone. These are conventions, and order is all
#: that they claim: officials tell of their own acts, newspapers are mostly right, and what a
#: machine coded is worth as much as it is wrong.
_SURE: Final = {
    SourceKind.COURT: 0.95,
    SourceKind.TREATY: 0.95,
    SourceKind.OFFICIAL: 0.9,
    SourceKind.NEWS: 0.8,
    SourceKind.REFERENCE: 0.8,
    SourceKind.DATASET: 0.5,
    SourceKind.OTHER: 0.5,
}


def confidence(event: Event) -> float:
    """
    How sure a happening is by its sources: 1 less the chance that all are wrong.

    Of each publisher the surest document counts: what one publisher prints twice is no surer.

    Example:
        >>> from diplomodel.events import RelationsBreak
        >>> from diplomodel.evidence import Evidence, Source
        >>> papers = [Evidence(source=Source(id=name, publisher=name)) for name in ("a", "b")]
        >>> event = RelationsBreak(occurred="2025", by="PER", target="MEX", evidence=papers)
        >>> round(confidence(event), 2)
        0.96
    """
    surest: dict[str, float] = {}
    for piece in event.evidence:
        source = piece.source
        surest[source.publisher] = max(surest.get(source.publisher, 0.0), _SURE[source.kind])
    wrong = 1.0
    for publisher in sorted(surest):
        wrong *= 1.0 - surest[publisher]
    return 1.0 - wrong if surest else 0.0


@lru_cache(maxsize=4096)
def actor_kind(code: str) -> ActorKind:
    """
    What sort of actor a code names; codes that no table has are ``other``.

    Example:
        >>> actor_kind("PER").value, actor_kind("org:oas").value, actor_kind("QZZ").value
        ('state', 'organisation', 'other')
    """
    from diplomodel.actors import is_actor

    if not is_actor(code):
        return ActorKind.OTHER
    return ActorKind.ORGANISATION if code.startswith("org:") else ActorKind.STATE


def refusal(event: Event, settings: Settings) -> str:
    """
    Why a happening is not let through; empty if it is.

    Example:
        >>> from diplomodel.events import RelationsBreak
        >>> event = RelationsBreak(occurred="2025", by="PER", target="MEX")
        >>> refusal(event, Settings()), refusal(event, Settings(least_sources=2))
        ('', 'it has 0 sources, fewer than 2')
    """
    if len(settings.actor_kinds) < len(ActorKind):
        for code in _codes(event):
            kind = actor_kind(code)
            if kind not in settings.actor_kinds:
                return f"{code} is no {' or '.join(settings.actor_kinds)}"
    sources = len({doc_of(piece) for piece in event.evidence})
    if sources < settings.least_sources:
        return f"it has {sources} source{'s'[: sources != 1]}, fewer than {settings.least_sources}"
    if settings.least_confidence:
        sure = confidence(event)
        if sure < settings.least_confidence:
            return f"its confidence is {sure:.2f}, less than {settings.least_confidence:.2f}"
    return ""


def _codes(event: Event) -> list[str]:
    shape = shape_of(type(event))
    names = [*shape.sides, *shape.groups]
    names += [part.name for part in shape.parts if part.role is Role.ACTOR]
    found: list[str] = []
    for name in names:
        value = getattr(event, name)
        found += value if isinstance(value, tuple) else [value] if value is not None else []
    return found
