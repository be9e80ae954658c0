"""
Tellings of one happening within a text become one event.
"""

from __future__ import annotations

from collections.abc import Iterable

from diplomodel.dates import PartialDate
from diplomodel.events import event_type
from diplomodel_news._events.found import Finding
from diplomodel_news._events.sameness import (
    dates_agree,
    headed,
    is_same,
    long_before,
    one_verb,
    turned,
)
from diplomodel_news._frames.fields import STATES


__all__ = ["merged"]

#: Readings of one verb of which the first is meant.
_RIVALS = frozenset({("envoy_visit", "meeting"), ("meeting", "talks")})
#: Readings of one and the same verb of which the first is meant.
_READINGS = frozenset(
    {
        ("mission_suspension", "mission_closure"),
        ("mission_closure_order", "mission_closure"),
        ("inviolability_breach", "incident"),
        ("ambassador_recall", "ambassador_summons"),
        ("entry_with_consent", "inviolability_breach"),
        ("government_recognition", "state_recognition"),
    }
)
#: Kinds that headlines take for each other.
_LOOSELY = (
    {"ambassador_recall", "ambassador_withdrawal"},
    {"staff_expulsion", "staff_withdrawal"},
    {"persona_non_grata", "ambassador_expulsion"},
    {"staff_expulsion", "ambassador_expulsion"},
    {"mission_closure", "mission_suspension"},
)
#: The other side of an act.
_SIDES = {"by": "target", "target": "by", "sender": "receiver", "receiver": "sender"}


def merged(findings: Iterable[Finding]) -> list[Finding]:
    """
    The findings with those of one happening put together, in the order of the text.

    The telling with the finer date leads, and takes the fields that only others have.
    """
    groups: dict[tuple[str, str, object], list[Finding]] = {}
    last: dict[tuple[str, str], list[Finding]] = {}
    kept: list[Finding] = []
    for finding in findings:
        kind = (finding.kind, finding.modality)
        group = groups.setdefault((*kind, _whose(finding)), [])
        beside = [one for one in last.get(kind, ()) if one.order == finding.order]
        alike = [one for one in (*group, *beside) if is_same(one, finding)]
        if alike:
            best = min(alike, key=lambda one: _distance(one, finding))
            _take(best, finding)
        else:
            group.append(finding)
            last[kind] = [*beside, finding]
            kept.append(finding)
    strong = _without_handed([one for one in kept if not one.weak])
    return _without_parents(_without_echoes(strong))


def _whose(one: Finding) -> object:
    """
    Whose statement it is: of the kind of which a text has most, only those of one state, or of one
    sentence, can be the same, so that a long text need not compare all with all.
    """
    return one.values.get("by") if one.kind == "statement" else None


def _without_handed(found: list[Finding]) -> list[Finding]:
    """
    Put a note that is handed over at a summons into the summons.
    """
    summonses = [one for one in found if one.kind == "ambassador_summons"]
    kept = []
    for one in found:
        sides = {one.values.get("by"), one.values.get("target")}
        summons = next(
            (
                other
                for other in (summonses if one.kind == "protest_note" else ())
                if {other.values.get("sender"), other.values.get("receiver")} == sides
                and dates_agree(one, other)
            ),
            None,
        )
        if summons is None:
            kept.append(one)
        else:
            summons.merged.append(one)
    return kept


def _without_parents(found: list[Finding]) -> list[Finding]:
    """
    Put what is told in general into the same told more exactly: a coup into a self-coup.

    Of one verb's readings, a visit of an envoy stands before a meeting.
    """
    kinds: dict[str, list[Finding]] = {}
    for one in found:
        kinds.setdefault(one.kind, []).append(one)
    finer = {
        general: [one for exact in kinds if _is_finer(exact, general) for one in kinds[exact]]
        for general in kinds
    }
    kept = []
    for one in found:
        exact = next((other for other in finer[one.kind] if _refines(other, one)), None)
        if exact is None:
            kept.append(one)
        else:
            exact.merged.append(one)
    return kept


def _is_finer(exact: str, general: str) -> bool:
    """
    Whether one kind can tell more exactly what another tells.
    """
    known = (exact, general) in _READINGS | _RIVALS or {exact, general} in _LOOSELY
    return exact != general and (known or issubclass(event_type(exact), event_type(general)))


def _is_headline_of(exact: Finding, general: Finding) -> bool:
    """
    Whether a headline tells loosely, and without a day, what the text tells by another kind.
    """
    kinds = {exact.kind, general.kind}
    heading = general.draft.told.analysis.sentence.is_heading and not general.dated
    told = not exact.draft.told.analysis.sentence.is_heading
    sides = all(exact.values.get(one) == general.values.get(one) for one in ("sender", "receiver"))
    at_once = dates_agree(exact, general) and not long_before(exact, general)
    return heading and told and sides and kinds in _LOOSELY and at_once


def _refines(exact: Finding, general: Finding) -> bool:
    if exact.modality != general.modality:
        return False
    if _is_headline_of(exact, general):
        return True
    if (exact.kind, general.kind) in _READINGS and one_verb(exact, general):
        return True
    if (exact.kind, general.kind) in _RIVALS:
        told = exact.draft.told.verb is general.draft.told.verb
        return exact.order == general.order and (told or general.kind != "talks")
    child, parent = event_type(exact.kind), event_type(general.kind)
    if not issubclass(child, parent):
        return False
    if "standing" in general.values or _of_two_persons(exact, general):
        return False
    return dates_agree(exact, general) and all(
        exact.values.get(field) == general.values.get(field) or field in general.guessed
        for field in STATES
        if field in general.values and field != "by"
    )


def _of_two_persons(one: Finding, other: Finding) -> bool:
    """
    Whether two envoys are named: none is the other.
    """
    a, b = one.values.get("person"), other.values.get("person")
    told = "person" not in one.guessed | other.guessed
    return bool(a) and bool(b) and a != b and told


def _without_echoes(found: list[Finding]) -> list[Finding]:
    """
    Drop what is said to be done where the same is told as done.
    """
    done: dict[str, list[Finding]] = {}
    for one in found:
        if one.modality == "done":
            done.setdefault(one.kind, []).append(one)
    kept = []
    for one in found:
        echo = one.modality == "claimed" or (one.modality == "planned" and not one.dated)
        told = done.get(one.kind, ()) if echo else ()
        twin = next((other for other in told if is_same(other, one)), None)
        if twin is None:
            kept.append(one)
        else:
            twin.merged.append(one)
    return kept


def _width(one: Finding) -> int:
    date = PartialDate.parse(one.date)
    return date.last - date.first


def _distance(one: Finding, other: Finding) -> tuple[int, int]:
    return (abs(PartialDate.parse(one.date).last - PartialDate.parse(other.date).last), one.order)


def _of_nobody(one: Finding, other: Finding) -> bool:
    """
    Whether one of two tellings of a statement is about no state, and the other only guesses one,
    or tells less of the same sentence.
    """
    return any(
        "target" in a.values
        and a.values["target"] is None
        and ("target" in b.guessed or (a.order == b.order and not b.values.get("speaker")))
        and not _gives_ground(a, b)
        for a, b in ((one, other), (other, one))
    )


def _gives_ground(one: Finding, other: Finding) -> bool:
    """
    Whether one of two tellings only says why: "rejects the words, for considering them offensive".
    """
    verb = one.draft.told.verb
    return verb is not None and verb.link in {"infinitive", "gerund"} and one.order == other.order


def _take(lead: Finding, other: Finding) -> None:
    """
    Put a telling into the one that leads.
    """
    if _width(other) < _width(lead):
        lead.date, lead.dated = other.date, other.dated
        lead.why.append(f"date {other.date} from sentence {other.order + 1}")
    if turned(lead, other) and not {"by", "target"} & other.guessed:
        lead.values |= {field: other.values[field] for field in ("by", "target")}
        lead.guessed -= {"by", "target"}
    if headed(lead, other) and "sender" in lead.guessed:
        lead.values |= {field: other.values[field] for field in ("sender", "receiver")}
        lead.guessed -= {"sender", "receiver"}
    for field, value in other.values.items():
        if field == "target" and lead.kind == "statement" and _of_nobody(lead, other):
            lead.values[field] = None
            continue
        better = field in lead.guessed and field not in other.guessed
        if field in _SIDES and value == lead.values.get(_SIDES[field]):
            continue  # told from the other side: nobody is both
        if lead.values.get(field) is None or better:
            lead.values[field] = value
            if field not in other.guessed:
                lead.guessed.discard(field)
    if other.draft.told.form.under and "manner" in other.values:
        lead.values["manner"] = other.values["manner"]
    persons, more = lead.values.get("persons"), other.values.get("persons")
    if isinstance(persons, tuple) and isinstance(more, tuple):
        lead.values["persons"] = tuple(dict.fromkeys((*persons, *more)))
    lead.weak = lead.weak and other.weak
    lead.merged.append(other)
