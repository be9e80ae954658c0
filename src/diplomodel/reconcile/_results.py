"""
What a reconciliation gives: happenings, the reports of each, and why.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

import attrs
from attrs import field

from diplomodel.errors import BadInputError, UnknownNameError
from diplomodel.events._base import Event
from diplomodel.fields import each, of_type
from diplomodel.reconcile._finishing import finished
from diplomodel.reconcile._merging import merged
from diplomodel.reconcile._order import canonical
from diplomodel.reconcile._settings import Settings


__all__ = ["Comparison", "Gated", "Happening", "Reconciliation"]


@attrs.frozen(kw_only=True)
class Comparison:
    """
    Two reports that were compared, and what came of it.

    Attributes:
        one: A report.
        other: Another.
        points: What speaks for their being one happening, less what speaks against.
        reasons: What that is made of.
        barred: What keeps them apart whatever the points are; empty if nothing does.

    Example:
        >>> from diplomodel.events import RelationsBreak
        >>> reports = [
        ...     RelationsBreak(occurred=day, by="PER", target="MEX", label=f"r{day[-1]}")
        ...     for day in ("2025-11-03", "2025-11-04")
        ... ]
        >>> print(Comparison(one=reports[0], other=reports[1], points=7, reasons=("a day apart",)))
        r3 and r4: 7 points: a day apart
    """

    one: Event = field(validator=of_type(Event))
    other: Event = field(validator=of_type(Event))
    points: int
    reasons: tuple[str, ...] = field(default=(), converter=tuple[str, ...])
    barred: str = ""

    def __str__(self) -> str:
        """
        The names of the two, the points and the reasons.
        """
        why = "; ".join([*self.reasons, *([self.barred] if self.barred else [])])
        return f"{_told(self.one)} and {_told(self.other)}: {self.points} points: {why}"


def _told(event: Event) -> str:
    """
    A report as explanations name it: by label, or by day, kind and documents.
    """
    if event.label:
        return event.label
    docs = ", ".join(dict.fromkeys(piece.source.id for piece in event.evidence))
    return f"{event.occurred} {event.kind}" + (f" [{docs}]" if docs else "")


@attrs.frozen(kw_only=True)
class Happening:
    """
    One happening and the reports of it.

    Attributes:
        event: The event that stands for it.
        reports: The reports as they were given, in an order of their own.
        because: The comparisons that brought them together; those that tell the same in every
            field compared need none.

    Example:
        >>> from diplomodel.events import RelationsBreak
        >>> event = RelationsBreak(occurred="2025-11-03", by="PER", target="MEX")
        >>> Happening(event=event, reports=[event]).alone
        True
    """

    event: Event = field(validator=of_type(Event))
    reports: tuple[Event, ...] = field(
        converter=tuple[Event, ...], validator=each(of_type(Event), least=1)
    )
    because: tuple[Comparison, ...] = field(default=(), converter=tuple[Comparison, ...])

    @property
    def alone(self) -> bool:
        """
        Whether one report is all there is.
        """
        return len(self.reports) == 1


@attrs.frozen(kw_only=True)
class Gated:
    """
    A happening that was not let through, and why.

    Attributes:
        happening: The happening.
        reason: Why.
    """

    happening: Happening = field(validator=of_type(Happening))
    reason: str


@attrs.frozen(kw_only=True)
class Reconciliation:
    """
    What became of reports: every one is in a happening, or in one that was not let through.

    Attributes:
        happenings: What was let through, in order of time.
        gated: What was not.
        apart: Comparisons of reports that are nearly, and yet not, of one happening.
        settings: How it was done.

    Example:
        >>> from diplomodel.events import RelationsBreak
        >>> from diplomodel.reconcile import reconcile
        >>> reports = [
        ...     RelationsBreak(occurred=day, by="BFA", target="TWN")
        ...     for day in ("2018-05-24", "2018-05-25", "2018-05-26")
        ... ]
        >>> found = reconcile(reports)
        >>> [str(event.occurred) for event in found.events], len(found.reports)
        (['2018-05-24'], 3)
        >>> sorted(str(event.occurred) for event in found.undo().events)
        ['2018-05-24', '2018-05-25', '2018-05-26']
    """

    happenings: tuple[Happening, ...] = field(converter=tuple[Happening, ...])
    gated: tuple[Gated, ...] = field(default=(), converter=tuple[Gated, ...])
    apart: tuple[Comparison, ...] = field(default=(), converter=tuple[Comparison, ...])
    settings: Settings = field(factory=Settings, validator=of_type(Settings))

    @property
    def events(self) -> tuple[Event, ...]:
        """
        The events that stand for the happenings let through.
        """
        return tuple(one.event for one in self.happenings)

    @property
    def reports(self) -> tuple[Event, ...]:
        """
        All reports as they were given, those not let through among them.
        """
        every = (*self.happenings, *(gated.happening for gated in self.gated))
        return tuple(canonical(report for one in every for report in one.reports))

    @property
    def counts(self) -> dict[str, int]:
        """
        How many reports there were, and what became of them: their sum is the first number.
        """
        merged_reports = sum(len(one.reports) for one in self.happenings if not one.alone)
        alone = sum(one.alone for one in self.happenings)
        kept_out = sum(len(one.happening.reports) for one in self.gated)
        return {
            "reports": merged_reports + alone + kept_out,
            "merged": merged_reports,
            "alone": alone,
            "gated": kept_out,
        }

    def happening(self, of: Event | str) -> Happening:
        """
        The happening of a report or an event, or of the label or id of either.

        Raises:
            UnknownNameError: There is none.
        """
        every = (*self.happenings, *(gated.happening for gated in self.gated))
        for one in every:
            if _is(one.event, of):
                return one
        for one in every:
            if any(_is(report, of) for report in one.reports):
                return one
        name = of if isinstance(of, str) else of.name
        raise UnknownNameError("event", name, [e.label for e in self.events if e.label])

    def explain(self, of: Event | str | None = None) -> tuple[str, ...]:
        """
        Why reports were merged, and why others were not, in lines to read.

        Args:
            of: A report or an event, or the label or id of either; everything if left out.

        Raises:
            UnknownNameError: There is no such report or event.
        """
        if of is not None:
            return tuple(self._lines(self.happening(of), self._apart_by_report()))
        apart = self._apart_by_report()
        lines = [line for one in self.happenings for line in self._lines(one, apart)]
        for gated in self.gated:
            lines.append(f"{_told(gated.happening.event)}: not let through: {gated.reason}")
            lines += [f"  report {_told(report)}" for report in gated.happening.reports]
        return tuple(lines)

    def _apart_by_report(self) -> dict[int, list[Comparison]]:
        found: dict[int, list[Comparison]] = {}
        for one in self.apart:
            for report in (one.one, one.other):
                found.setdefault(hash(report), []).append(one)
        return found

    def _lines(self, one: Happening, apart: dict[int, list[Comparison]]) -> Iterator[str]:
        kind = "" if one.event.label is None else f" ({one.event.occurred} {one.event.kind})"
        number = len(one.reports)
        yield f"{_told(one.event)}{kind}: {number} report{'s'[: number != 1]}"
        for because in one.because:
            yield f"  merged because {because}"
        equal = number - 1 - len(one.because)
        if equal > 0:
            yield f"  merged because {equal} more tell the same in every field"
        for claim in one.event.claims if not one.alone else ():
            by = f" ({', '.join(claim.by)})" if claim.by else ""
            why = f": {claim.reason}" if claim.reason else ""
            yield f"  claim {claim.verdict.value}: {claim.text}{by}{why}"
        for report in one.reports:
            for told in apart.get(hash(report), ()):
                if report in (told.one, told.other):
                    yield f"  not merged because {told}"

    def undo(self, *of: Event | str) -> Reconciliation:
        """
        The same with merges taken back: each of their reports stands alone, as it was given.

        Args:
            of: Events or reports, or labels or ids of either, whose happenings to undo; all if
                left out.

        Raises:
            UnknownNameError: There is no such report or event.
        """
        chosen = [self.happening(one) for one in of] if of else None
        groups: list[Happening] = []
        undone: set[int] = set()
        for one in self.happenings:
            if chosen is None or one in chosen:
                undone.update(range(len(groups), len(groups) + len(one.reports)))
                groups += _parts(one)
            else:
                groups.append(_remade(one))
        gated = [
            attrs.evolve(one, happening=part)
            for one in self.gated
            for part in (
                _parts(one.happening)
                if chosen is None or one.happening in chosen
                else (one.happening,)
            )
        ]
        return attrs.evolve(self, happenings=assembled(groups, as_given=undone), gated=gated)


def _is(event: Event, of: Event | str) -> bool:
    return of in (event.label, event.id) if isinstance(of, str) else event == of


def _remade(one: Happening) -> Happening:
    """
    A happening with the event that its reports make, before links and keys are looked after.
    """
    return attrs.evolve(one, event=merged(one.reports))


def _parts(one: Happening) -> tuple[Happening, ...]:
    return tuple(Happening(event=report, reports=(report,)) for report in one.reports)


def assembled(
    groups: Iterable[Happening], *, as_given: Container[int] = ()
) -> tuple[Happening, ...]:
    """
    Happenings in order, with ids that differ and links that lead to what became of their ends.

    Args:
        groups: The happenings, each with the event that its reports make.
        as_given: Places of those whose event is to stay as it is.
    """
    every = list(groups)
    events = finished([(one.event, one.reports) for one in every], as_given=as_given)
    made = [
        one if one.event is event else attrs.evolve(one, event=event)
        for one, event in zip(every, events, strict=True)
    ]
    ranks = {id(event): rank for rank, event in enumerate(canonical(one.event for one in made))}
    return tuple(sorted(made, key=lambda one: ranks[id(one.event)]))


def checked(events: Iterable[Event]) -> list[Event]:
    """
    The reports, in an order that does not depend on how they are given.

    Raises:
        BadInputError: Something among them is no event.
    """
    found = list(events)
    for index, event in enumerate(found):
        if not isinstance(event, Event):
            raise BadInputError(f"events[{index}] is a {type(event).__name__}: give an event")
    return canonical(found)
