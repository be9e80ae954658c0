"""
Claims for what reports of one happening tell otherwise.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import attrs

from diplomodel.dates import PartialDate
from diplomodel.events._base import Event
from diplomodel.evidence import Claim, Evidence, Verdict, merged_evidence
from diplomodel.reconcile._alike import LIKE, names_alike, words_of
from diplomodel.reconcile._shapes import Role, shape_of
from diplomodel.reconcile._votes import Report, Votes, told, within


__all__ = ["claims_of"]

#: What is chosen with so many times the weight of another version settles it.
_CLEARLY: Final = 2


def claims_of(event: Event, reports: list[Report], votes: Votes) -> tuple[Claim, ...]:
    """
    The claims of all reports, and what they tell otherwise than the event.

    A version that is claimed already has the names and the evidence of all who give it.
    """
    found: dict[tuple[object, ...], list[Claim]] = {}
    for report in reports:
        for claim in report.event.claims:
            found.setdefault(_about(claim), []).append(claim)
    for report in reports:
        for claim in _differing(event, report, votes):
            found.setdefault(_about(claim), []).append(claim)
    return tuple(_one(claims) for claims in found.values())


def _about(claim: Claim) -> tuple[object, ...]:
    if claim.field is None:
        return (None, claim.text, claim.verdict, claim.reason)
    value = claim.value.text if isinstance(claim.value, PartialDate) else claim.value
    return (claim.field, type(value), value)


def _one(claims: list[Claim]) -> Claim:
    """
    Claims of one version as one: the first, with who else gives it.
    """
    first, *others = claims
    known = {*first.evidence}
    by = dict.fromkeys(first.by)
    for claim in others:
        if not claim.evidence or not known.issuperset(claim.evidence):
            by.update(dict.fromkeys(claim.by))
            known.update(claim.evidence)
    evidence = merged_evidence(*(claim.evidence for claim in claims))
    if tuple(by) == first.by and evidence == first.evidence:
        return first
    return attrs.evolve(first, by=tuple(by), evidence=evidence)


def _differing(event: Event, report: Report, votes: Votes) -> Iterable[Claim]:
    that = report.event
    if not issubclass(type(event), type(that)):
        reason = f"coarser than {event.kind}"
        yield _claim(report, None, None, f"reported as {that.kind}", reason)
        return
    shape = shape_of(type(that))
    if type(that) is not type(event):
        reason = f"coarser than {event.kind}"
        yield _claim(report, None, None, f"reported as {that.kind}", reason)
    mine = that.occurred
    if mine != event.occurred and not within(event.occurred, mine):
        yield _dated(event, report, votes)
    sides = [name for name in (*shape.sides, *shape.groups) if getattr(that, name) is not None]
    swapped = sorted(repr(getattr(that, name)) for name in sides) == sorted(
        repr(getattr(event, name)) for name in sides
    )
    for name in sides:
        value = getattr(that, name)
        if value != getattr(event, name):
            reason = "names the sides the other way round" if swapped else "named otherwise"
            yield _claim(report, name, value, f"{name}: {_plain(value)}", reason)
    if that.modality is not event.modality:
        yield _claim(report, "modality", that.modality, f"modality: {that.modality.value}", "")
    if that.place is not None and _differs(that.place, event.place):
        yield _voted(event, report, votes, "place", that.place)
    for part in shape.parts:
        value = told(that, part.name, part.default)
        if value is not None and _differs(value, getattr(event, part.name)):
            yield _voted(event, report, votes, part.name, value, role=part.role)


def _differs(value: object, chosen: object) -> bool:
    if isinstance(value, str) and isinstance(chosen, str) and value != chosen:
        return words_of(value) != words_of(chosen) or not words_of(value)
    return value != chosen


def _dated(event: Event, report: Report, votes: Votes) -> Claim:
    that = report.event.occurred
    if report.machine:
        known = f"coded on a day of reporting; first reported for {event.occurred}"
        return _claim(report, "occurred", that, f"occurred: {that}", known)
    mine, theirs = votes.support(event.occurred), votes.support(that)
    reason = f"{event.occurred} is better supported" if mine >= _CLEARLY * theirs else ""
    return _claim(report, "occurred", that, f"occurred: {that}", reason)


def _voted(
    event: Event,
    report: Report,
    votes: Votes,
    name: str,
    value: object,
    *,
    role: Role | None = None,
) -> Claim:
    chosen = getattr(event, name)
    mine = votes.behind(name, chosen)
    theirs = votes.behind(name, value)
    reason = ""
    if role is Role.NAME and isinstance(value, str) and isinstance(chosen, str):
        reason = f"another spelling of {chosen}" if names_alike(value, chosen) >= LIKE else ""
    if not reason and report.machine and votes.better:
        reason = "coded by machine; better sources differ"
    if not reason and mine >= _CLEARLY * theirs and role not in (Role.TEXT, None):
        reason = f"{_plain(chosen)} is better supported"
    return _claim(report, name, value, f"{name}: {_plain(value)}", reason)


def _claim(report: Report, name: str | None, value: object, text: str, reason: str) -> Claim:
    own = {
        piece
        for claim in report.event.claims
        if claim.field == name and name is not None
        for piece in claim.evidence
    }
    evidence: tuple[Evidence, ...] = tuple(
        piece for piece in report.event.evidence if piece not in own
    )
    return Claim(
        text=text,
        field=name,
        value=value,
        by=tuple(sorted({piece.source.publisher for piece in evidence})),
        evidence=evidence,
        verdict=Verdict.REJECTED if reason else Verdict.OPEN,
        reason=reason or None,
    )


def _plain(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(map(str, value)) or "none"
    return str(value)
