"""
One happening out of many reports: found, merged, explained, and taken back where it was wrong.

Reports of one happening become one event with all their evidence; what they tell otherwise becomes
claims. Nothing is lost: every report is merged, alone, or cited with the reason why it was not let
through, and can be had back as it was.

Example:
    >>> from diplomodel.events import RelationsBreak
    >>> from diplomodel.reconcile import reconcile
    >>> days = ("2018-05-24", "2018-05-25", "2018-05-26")
    >>> found = reconcile(RelationsBreak(occurred=day, by="BFA", target="TWN") for day in days)
    >>> (event,) = found.events
    >>> str(event.occurred), len(event.claims)
    ('2018-05-24', 2)
    >>> print(found.explain(event)[1])  # doctest: +ELLIPSIS
      merged because 2018-05-24 relations_break and 2018-05-25 relations_break: 7 points: ...
"""

from __future__ import annotations

from diplomodel.reconcile._compare import compare
from diplomodel.reconcile._gates import actor_kind, confidence
from diplomodel.reconcile._merging import merged
from diplomodel.reconcile._plugins import Group, Reconciler, reconcile_using
from diplomodel.reconcile._results import Comparison, Gated, Happening, Reconciliation
from diplomodel.reconcile._run import reconcile
from diplomodel.reconcile._settings import ONCE, ActorKind, Settings


__all__ = [
    "ONCE",
    "ActorKind",
    "Comparison",
    "Gated",
    "Group",
    "Happening",
    "Reconciler",
    "Reconciliation",
    "Settings",
    "actor_kind",
    "compare",
    "confidence",
    "merged",
    "reconcile",
    "reconcile_using",
]
