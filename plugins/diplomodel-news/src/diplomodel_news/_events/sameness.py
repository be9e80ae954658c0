"""
Whether two tellings within a text are of one happening.
"""

from __future__ import annotations

from diplomodel.dates import PartialDate
from diplomodel_news._events.found import Finding
from diplomodel_news._frames.fields import STATES


__all__ = ["dates_agree", "headed", "is_same", "long_before", "one_verb", "turned"]

#: Days after which what "has been done" is something else.
_LONG = 60
#: How far below a headline the sentence stands that tells it over again.
_LEAD = 2
#: Acts of two sides, told from either.
_SYMMETRIC = frozenset({"consultations", "talks", "trade_continuation"})
#: Its `by` tells what sort of intruder it is, and no state.
_BREACH = "inviolability_breach"
#: Fields of several states.
_MANY = ("parties", "between", "with_")


def is_same(one: Finding, other: Finding) -> bool:
    """
    Whether two findings of one kind tell of one happening.
    """
    if not _same_states(one, other):
        return False
    for field in ("person", "speaker", "visited"):
        a, b = one.values.get(field), other.values.get(field)
        if a and b and a != b and field not in one.guessed and field not in other.guessed:
            return False
    if one.kind == "statement" and _are_other_words(one, other):
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
    return dates_agree(one, other) and not long_before(one, other)


def _same_states(one: Finding, other: Finding) -> bool:
    if one.kind in _SYMMETRIC:
        mine = {one.values.get("by"), one.values.get("target")}
        return mine == {other.values.get("by"), other.values.get("target")}
    if (
        turned(one, other)
        or headed(one, other)
        or (one.kind == "incident" and one_verb(one, other))
    ):
        return True
    for field in STATES:
        a, b = one.values.get(field), other.values.get(field)
        if isinstance(a, str) and isinstance(b, str) and a != b:
            if field not in one.guessed and field not in other.guessed:
                return False
            if field in one.guessed & other.guessed and one_verb(one, other):
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
        set(a) == set(b) or (field in one.guessed | other.guessed and one_verb(one, other))
        for field in _MANY
        if isinstance(a := one.values.get(field), tuple)
        and isinstance(b := other.values.get(field), tuple)
    )


def turned(one: Finding, other: Finding) -> bool:
    """
    Whether the two sides of an act are the same, and in one of the tellings only guessed.
    """
    guessed = [finding for finding in (one, other) if {"by", "target"} & finding.guessed]
    told = all("by" not in finding.guessed for finding in (one, other))
    if told and not one_verb(one, other):
        # "Qatar ended ties on its side": each is told to have done it.
        return False
    mine = {one.values.get("by"), one.values.get("target")}
    return (
        bool(guessed)
        and None not in mine
        and one.kind == "relations_break"
        and (mine == {other.values.get("by"), other.values.get("target")})
    )


def headed(one: Finding, other: Finding) -> bool:
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


def one_verb(one: Finding, other: Finding) -> bool:
    """
    Whether two forms were found at the same verb, so that only what the text implies differs.
    """
    first, second = one.draft.told, other.draft.told
    return first.verb is not None and first.verb is second.verb and first.noun is second.noun


def dates_agree(one: Finding, other: Finding) -> bool:
    """
    Whether both can have been on one day.
    """
    a, b = PartialDate.parse(one.date), PartialDate.parse(other.date)
    return a.first_possible <= b.last_possible and b.first_possible <= a.last_possible


def long_before(one: Finding, other: Finding) -> bool:
    """
    Whether one has just been done and the other was long ago: "has expelled", "in March 2022".

    So has what a headline tells in the present.
    """
    for fresh, old in ((one, other), (other, one)):
        verb, heading = fresh.draft.told.verb, fresh.draft.told.analysis.sentence.is_heading
        new = verb is not None and verb.tense in (
            {"perfect", "present"} if heading else {"perfect"}
        )
        if fresh.date.startswith("../") and new:
            end = PartialDate.parse(fresh.date).last
            if old.dated and PartialDate.parse(old.date).last < end - _LONG:
                return one.order != other.order
    return False


def _are_other_words(one: Finding, other: Finding) -> bool:
    """
    Whether two statements are by different speakers, or one of them is no stand but an argument.
    """
    apart = one.values.get("speaker") != other.values.get("speaker")
    if apart and not _said_at_once(one, other):
        return True
    if (one.values.get("stance") is None) == (other.values.get("stance") is None):
        return False
    aimless = None in {one.values.get("target"), other.values.get("target")}
    return one.order != other.order and (aimless or _is_argument(one) != _is_argument(other))


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
