"""
Tellings of one happening within a text become one event.
"""

from __future__ import annotations

from collections.abc import Iterable

from diplomodel.dates import PartialDate
from diplomodel.events import event_type
from diplomodel_news._events.found import Finding
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
#: Days after which what "has been done" is something else.
_LONG = 60
#: How far below a headline the sentence stands that tells it over again.
_LEAD = 2
#: Acts of two sides, told from either.
_SYMMETRIC = frozenset({"consultations", "talks", "trade_continuation"})
#: Its `by` tells what sort of intruder it is, and no state.
_BREACH = "inviolability_breach"
_MANY = ("parties", "between", "with_")
#: The other side of an act.
_SIDES = {"by": "target", "target": "by", "sender": "receiver", "receiver": "sender"}


def merged(findings: Iterable[Finding]) -> list[Finding]:
    """
    The findings with those of one happening put together, in the order of the text.

    The telling with the finer date leads, and takes the fields that only others have.
    """
    groups: dict[tuple[str, str], list[Finding]] = {}
    kept: list[Finding] = []
    for finding in findings:
        group = groups.setdefault((finding.kind, finding.modality), [])
        same = [one for one in group if _same(one, finding)]
        if same:
            best = min(same, key=lambda one: _distance(one, finding))
            _take(best, finding)
        else:
            group.append(finding)
            kept.append(finding)
    strong = _without_handed([one for one in kept if not one.weak])
    return _without_parents(_without_echoes(strong))


def _without_handed(found: list[Finding]) -> list[Finding]:
    """
    Put a note that is handed over at a summons into the summons.
    """
    kept = []
    for one in found:
        sides = {one.values.get("by"), one.values.get("target")}
        summons = next(
            (
                other
                for other in found
                if one.kind == "protest_note"
                and other.kind == "ambassador_summons"
                and {other.values.get("sender"), other.values.get("receiver")} == sides
                and _dates_agree(one, other)
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
    kept = []
    for one in found:
        exact = next((other for other in found if _refines(other, one)), None)
        if exact is None:
            kept.append(one)
        else:
            exact.merged.append(one)
    return kept


def _is_headline_of(exact: Finding, general: Finding) -> bool:
    """
    Whether a headline tells loosely, and without a day, what the text tells by another kind.
    """
    kinds = {exact.kind, general.kind}
    heading = general.draft.told.analysis.sentence.is_heading and not general.dated
    told = not exact.draft.told.analysis.sentence.is_heading
    sides = all(exact.values.get(one) == general.values.get(one) for one in ("sender", "receiver"))
    return heading and told and sides and kinds in _LOOSELY and _dates_agree(exact, general)


def _refines(exact: Finding, general: Finding) -> bool:
    if exact.kind == general.kind or exact.modality != general.modality:
        return False
    if _is_headline_of(exact, general):
        return True
    if (exact.kind, general.kind) in _READINGS and _one_verb(exact, general):
        return True
    if (exact.kind, general.kind) in _RIVALS:
        told = exact.draft.told.verb is general.draft.told.verb
        return exact.order == general.order and (told or general.kind != "talks")
    child, parent = event_type(exact.kind), event_type(general.kind)
    if not issubclass(child, parent):
        return False
    if "standing" in general.values or _of_two_persons(exact, general):
        return False
    return _dates_agree(exact, general) and all(
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
    kept = []
    for one in found:
        twins = [
            other
            for other in found
            if other is not one
            and other.kind == one.kind
            and other.modality == "done"
            and _same(other, one)
        ]
        if (
            one.modality in {"claimed", "planned"}
            and twins
            and not (one.modality == "planned" and one.dated)
        ):
            twins[0].merged.append(one)
            continue
        kept.append(one)
    return kept


def _states(one: Finding) -> tuple[object, ...]:
    found: list[object] = [one.values.get(field) for field in STATES]
    found += [
        tuple(sorted(v)) if isinstance(v := one.values.get(f), tuple) else None for f in _MANY
    ]
    return tuple(found)


def _same(one: Finding, other: Finding) -> bool:
    if not _same_states(one, other):
        return False
    for field in ("person", "speaker", "visited"):
        a, b = one.values.get(field), other.values.get(field)
        if a and b and a != b and field not in one.guessed and field not in other.guessed:
            return False
    if one.kind == "statement" and (
        (
            one.values.get("speaker") != other.values.get("speaker")
            and not _said_at_once(one, other)
        )
        or (
            (one.values.get("stance") is None) != (other.values.get("stance") is None)
            and one.order != other.order
            and (
                None in {one.values.get("target"), other.values.get("target")}
                or (_is_argument(one) != _is_argument(other))
            )
        )
    ):
        return False
    if one.order == other.order and one.kind == "asylum_request":
        return True
    for field in ("manner", "footing", "stage", "sanction", "office"):
        a, b = one.values.get(field), other.values.get(field)
        unsaid = field == "manner" and None in {a, b}
        if a != b and not unsaid and field not in one.guessed and field not in other.guessed:
            return False
    for field in ("persons", "by"):
        a, b = one.values.get(field), other.values.get(field)
        if isinstance(a, tuple) and isinstance(b, tuple) and a and b and not set(a) & set(b):
            return False
    return _dates_agree(one, other) and not _long_before(one, other)


def _long_before(one: Finding, other: Finding) -> bool:
    """
    Whether one has just been done and the other was long ago: "has expelled", "in March 2022".
    """
    for fresh, old in ((one, other), (other, one)):
        verb = fresh.draft.told.verb
        if fresh.date.startswith("../") and verb is not None and verb.tense == "perfect":
            end = PartialDate.parse(fresh.date).last
            if old.dated and PartialDate.parse(old.date).last < end - _LONG:
                return one.order != other.order
    return False


def _said_at_once(one: Finding, other: Finding) -> bool:
    """
    Whether a state and its speaker are told of in one sentence, "France agreed: its minister", or
    the state alone, as in a headline, and the speaker in the words that tell more of it.
    """
    speakers = (one.values.get("speaker"), other.values.get("speaker"))
    if None not in speakers:
        return False
    first, second = sorted((one, other), key=lambda finding: finding.order)
    bare = not first.values.get("speaker") and not first.values.get("body")
    below = _LEAD if first.draft.told.analysis.sentence.is_heading else 1
    return one.order == other.order or (bare and second.order <= first.order + below)


def _is_argument(one: Finding) -> bool:
    """
    Whether a statement argues from the law, beside which the same speaker's stand is another.
    """
    return one.draft.told.form.name == "statement.appeal-to-law"


def _same_states(one: Finding, other: Finding) -> bool:
    if one.kind in _SYMMETRIC:
        mine = {one.values.get("by"), one.values.get("target")}
        return mine == {other.values.get("by"), other.values.get("target")}
    if (
        _turned(one, other)
        or _headed(one, other)
        or (one.kind == "incident" and _one_verb(one, other))
    ):
        return True
    for field in STATES:
        a, b = one.values.get(field), other.values.get(field)
        if isinstance(a, str) and isinstance(b, str) and a != b:
            if field not in one.guessed and field not in other.guessed:
                return False
            if field in one.guessed & other.guessed and _one_verb(one, other):
                continue
            if field == "by" and one.kind == _BREACH:
                # Who broke in: unknown in one telling, a crowd in the other.
                continue
            if field != "target" or (one.kind == "statement" and one.order != other.order):
                return False
        elif isinstance(a, tuple) or isinstance(b, tuple):
            continue
        elif (a is None) != (b is None) and field not in {"target", "attributed_to"}:
            return False
    return all(
        set(a) == set(b) or (field in one.guessed | other.guessed and _one_verb(one, other))
        for field in _MANY
        if isinstance(a := one.values.get(field), tuple)
        and isinstance(b := other.values.get(field), tuple)
    )


def _one_verb(one: Finding, other: Finding) -> bool:
    """
    Whether two forms were found at the same verb, so that only what the text implies differs.
    """
    first, second = one.draft.told, other.draft.told
    return first.verb is not None and first.verb is second.verb and first.noun is second.noun


def _headed(one: Finding, other: Finding) -> bool:
    """
    Whether a headline tells an act of two states without saying which side each is on.
    """
    for head, body in ((one, other), (other, one)):
        heading = head.draft.told.analysis.sentence.is_heading
        pair = {head.values.get("sender"), head.values.get("receiver")}
        if heading and head is not body and {"sender", "receiver"} <= head.guessed:
            told = {body.values.get("sender"), body.values.get("receiver")}
            return None not in pair and pair == told and not told & body.guessed
    return False


def _turned(one: Finding, other: Finding) -> bool:
    """
    Whether the two sides of an act are the same, and in one of the tellings only guessed.
    """
    guessed = [finding for finding in (one, other) if {"by", "target"} & finding.guessed]
    told = all("by" not in finding.guessed for finding in (one, other))
    if told and not _one_verb(one, other):
        # "Qatar ended ties on its side": each is told to have done it.
        return False
    mine = {one.values.get("by"), one.values.get("target")}
    return (
        bool(guessed)
        and None not in mine
        and one.kind == "relations_break"
        and (mine == {other.values.get("by"), other.values.get("target")})
    )


def _dates_agree(one: Finding, other: Finding) -> bool:
    a, b = PartialDate.parse(one.date), PartialDate.parse(other.date)
    return a.first_possible <= b.last_possible and b.first_possible <= a.last_possible


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
    if _turned(lead, other) and not {"by", "target"} & other.guessed:
        lead.values |= {field: other.values[field] for field in ("by", "target")}
        lead.guessed -= {"by", "target"}
    if _headed(lead, other) and "sender" in lead.guessed:
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
