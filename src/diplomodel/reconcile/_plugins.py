"""
Reconcilers of plugins: they group reports, and the core does the rest.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

import attrs

from diplomodel.errors import BadInputError
from diplomodel.events._base import Event
from diplomodel.fields import items
from diplomodel.plugins import PluginHost, ReconcilerSpec
from diplomodel.plugins import host as default_host
from diplomodel.reconcile._gates import refusal
from diplomodel.reconcile._merging import merged
from diplomodel.reconcile._results import (
    Comparison,
    Gated,
    Happening,
    Reconciliation,
    assembled,
    checked,
)
from diplomodel.reconcile._settings import Settings


__all__ = ["Group", "Reconciler", "reconcile_using"]


def _places(values: Iterable[int]) -> tuple[int, ...]:
    return items(values)


@attrs.frozen(kw_only=True)
class Group:
    """
    Reports that a reconciler takes for one happening.

    Attributes:
        reports: Their places in what it was given, counted from 0.
        because: Why, for explanations.

    Example:
        >>> Group(reports=[0, 2], because="one number of the gazette").reports
        (0, 2)
    """

    reports: tuple[int, ...] = attrs.field(converter=_places)
    because: str = ""


class Reconciler(Protocol):
    """
    Finds the reports of one happening among many: what the factory of a plugin gives.

    The core checks the groups, merges the reports of each and keeps all others alone, so that no
    report is lost whatever a reconciler does.
    """

    def group(self, reports: Sequence[Event], /) -> Iterable[Group]:
        """
        Group reports; those that are in no group stand alone.

        Args:
            reports: The reports, in an order that does not depend on how they were given.
        """
        ...


def reconcile_using(
    using: str,
    events: Iterable[Event],
    *,
    options: Mapping[str, object] | None = None,
    settings: Settings | None = None,
    host: PluginHost | None = None,
) -> Reconciliation:
    """
    Reconcile with the reconciler of a plugin; only the plugin that has it is imported.

    Args:
        using: Name of the reconciler.
        events: The reports.
        options: Its options; text will do for numbers and booleans.
        settings: What is let through; the reconciler decides what counts as alike.
        host: Where to look for it; the host of this process if left out.

    Raises:
        UnknownNameError: There is no such reconciler.
        PluginError: Its plugin cannot be used.
        BadInputError: An option is not known, what is given is no event, or the reconciler names
            a report twice, or one that there is not.

    Example:
        >>> reconcile_using("nobodys", [], host=PluginHost.isolated())
        Traceback (most recent call last):
            ...
        diplomodel.errors.UnknownNameError: unknown reconciler 'nobodys'
    """
    offer = (host or default_host()).find(ReconcilerSpec, using)
    chosen = settings if settings is not None else Settings()
    reports = checked(events)
    reconciler: Reconciler = offer.make(options)
    with offer.blamed():
        groups = list(reconciler.group(tuple(reports)))
    taken: set[int] = set()
    kept: list[Happening] = []
    gated: list[Gated] = []
    for group in [*groups, *_rest(groups, len(reports), offer.owner)]:
        _check(group, taken, len(reports), offer.owner)
        own = [reports[place] for place in sorted(group.reports)]
        because = [
            Comparison(one=own[0], other=other, points=0, reasons=(group.because or using,))
            for other in own[1:]
        ]
        one = Happening(event=merged(own), reports=own, because=because)
        reason = refusal(one.event, chosen)
        if reason:
            gated.append(Gated(happening=one, reason=reason))
        else:
            kept.append(one)
    return Reconciliation(happenings=assembled(kept), gated=gated, settings=chosen)


def _rest(groups: Iterable[object], number: int, owner: str) -> list[Group]:
    """
    A group for each report that is in none.
    """
    taken: set[int] = set()
    for group in groups:
        if not isinstance(group, Group):
            raise BadInputError(f"{owner} gives a {type(group).__name__}: it must give groups")
        taken.update(group.reports)
    return [Group(reports=(place,)) for place in range(number) if place not in taken]


def _check(group: Group, taken: set[int], number: int, owner: str) -> None:
    if not group.reports:
        raise BadInputError(f"{owner} gives a group of no reports: leave it out")
    for place in group.reports:
        if not isinstance(place, int) or not 0 <= place < number:
            raise BadInputError(
                f"{owner} names report {place!r}: there are {number}, counted from 0"
            )
        if place in taken:
            raise BadInputError(f"{owner} names report {place} twice: one report, one happening")
        taken.add(place)
