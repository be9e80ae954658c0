"""
What a state orders its own envoys and missions to do, which no other state asks of them.

"Taiwan ordered its embassy in Tarawa to close" closes it, and "told its ambassador to leave Minsk"
calls him home.
"""

from __future__ import annotations

from typing import Final

from diplomodel_news._frames.fields import Filled
from diplomodel_news._frames.told import Told
from diplomodel_news._grammar.grammar import Analysis, Verb
from diplomodel_news._mentions.mentions import Mention


__all__ = ["close_other", "mark_own_orders", "mark_top_envoys", "refuse_own"]

#: What a mission or envoy is called whom the own state tells what to do.
_TOLD_OWN: Final = "told_own"
_SENT: Final = frozenset({"mission", "envoy", "diplomats", "consul", "consulate", "embassy"})
_LEAVING: Final = frozenset({"to_be_gone", "leaving", "homeward", "out_of", "consultation"})
_OF_HEADS: Final = frozenset({"ambassador_expulsion", "ambassador_summons", "ambassador_recall"})
_HEAD: Final = frozenset({"ambassador", "envoy", "full_ambassador"})
#: What only the receiving state orders.
_OF_RECEIVER: Final = frozenset(
    {
        "ambassador_expulsion",
        "persona_non_grata",
        "staff_expulsion",
        "mission_closure_order",
        "mission_size_reduction",
    }
)


def mark_own_orders(analysis: Analysis) -> None:
    """
    Tag "its embassy" and "its ambassador" where the state whose they are tells them what to do.

    Args:
        analysis: The sentence, with its mentions resolved.
    """
    _untag_left_things(analysis)
    control = analysis.language.matrix["control"]
    orders = [verb for verb in analysis.verbs if any(one in control for one in verb.lemmas)]
    if not orders:
        return
    for one in analysis.mentions:
        spared = _is_spared(one, analysis)
        own = "own" in one.tags or one.receiver or spared
        if not one.tags & _SENT or one.gov or not own:
            continue
        if analysis.is_a(one.first - 1, "of"):
            # "For the expulsion of two of its own": nothing that these are told.
            continue
        verb = next((v for v in orders if v.stop <= one.first < v.limit), None)
        subject = analysis.subject_of(verb) if verb is not None else None
        if subject is None or verb is None or verb.passive or not subject.state:
            continue
        if spared and subject.state:
            one.state = subject.state
        if one.state in {None, subject.state} and one.receiver != subject.state:
            one.state = subject.state
            one.tags |= {_TOLD_OWN}


def _is_spared(one: Mention, analysis: Analysis) -> bool:
    """
    Whether staff are called such as only their own state sends away: "non-essential staff".
    """
    inside = any(analysis.is_a(at, "nonessential") for at in range(one.first - 2, one.stop))
    return inside and one.owner is None and bool(one.tags & {"diplomats", "several_diplomats"})


def _untag_left_things(analysis: Analysis) -> None:
    """
    Take "to leave" for no going away where "it" or "them" follows, which is left to others.
    """
    for one in analysis.mentions:
        if not one.tags & {"leaving", "to_be_gone"}:
            continue
        after = analysis.at.get(one.stop)
        if after is not None and after.kind == "pronoun" and not after.possessive:
            one.tags -= {"leaving", "to_be_gone", "travelling"}


def mark_top_envoys(analysis: Analysis) -> None:
    """
    Take "the top diplomats of Chad and Mali" for heads of mission where such are sent for or off.

    Args:
        analysis: The sentence, with its mentions resolved.
    """
    tops = [one for one in analysis.mentions if "top_diplomat" in one.tags]
    for one in tops:
        verb = next((v for v in analysis.verbs if one in analysis.objects(v)), None)
        passive = next((v for v in analysis.verbs if analysis.subject_of(v) is one), None)
        verb = verb or (passive if passive is not None and passive.passive else None)
        if verb is None:
            continue
        forms = analysis.language.forms
        kinds = {form.kind for lemma in verb.lemmas for form in forms.get(lemma, ())}
        gone = any(other.tags & _LEAVING for other in analysis.mentions)
        control = analysis.language.matrix["control"]
        asked = any(lemma in control for lemma in verb.lemmas)
        if kinds & _OF_HEADS and (gone or not asked):
            one.tags = (one.tags - {"high", "several_high", "foreign_minister"}) | _HEAD
            one.role = "head_of_mission"


def _concerned(told: Told) -> bool:
    return any(
        _TOLD_OWN in one.tags for role in ("object", "subject") for one in told.roles.get(role, ())
    )


def close_other(filled: Filled, told: Told) -> None:
    """
    Take a mission that the state around it closes for one that it orders closed.

    Args:
        filled: The fields found, whose kind is changed.
        told: The telling.
    """
    acting = {code for one in told.roles.get("subject", ()) for code in one.codes}
    receiver = filled.values.get("receiver")
    if filled.kind != "mission_closure" or acting != {receiver}:
        return
    if filled.values.get("sender") != receiver and "sender" not in filled.guessed:
        filled.kind = "mission_closure_order"


def refuse_own(filled: Filled, told: Told) -> None:
    """
    Refuse as a receiving state's what a state orders its own, and a way home as a return.

    Args:
        filled: The act.
        told: Its telling.
    """
    if _is_anothers(filled, told):
        filled.refused = "a state orders nothing of its own envoys that a receiving state would"
    elif _goes_elsewhere(filled, told):
        filled.refused = "an envoy's way to a third state is no way home"
    elif _is_homeward(filled, told):
        filled.refused = "an envoy's way home is no return to the post"


def _is_anothers(filled: Filled, told: Told) -> bool:
    """
    Whether an act is one that a receiving state orders, and the sending state does.
    """
    demanded = filled.kind in _OF_RECEIVER or filled.values.get("demanded_by_receiver") is True
    by_receiver = filled.kind == "consular_post_closure" and not filled.values.get("done")
    return (demanded or by_receiver) and _concerned(told)


def _is_homeward(filled: Filled, told: Told) -> bool:
    """
    Whether a return of an envoy is one home, to the state that sent the envoy.
    """
    verb: Verb | None = told.verb
    if filled.kind != "ambassador_return" or verb is None:
        return False
    home = filled.values.get("sender")
    places = [one for one in told.roles.get("to", ()) if one.kind == "actor"]
    away = filled.values.get("receiver") != home and len(places) > 1
    # "Their envoys would return to Lima and Quito": each to the other's.
    away = away and any(one.state == filled.values.get("receiver") for one in places)
    return bool(home) and any(one.state == home for one in places) and not away


def _goes_elsewhere(filled: Filled, told: Told) -> bool:
    """
    Whether an envoy arrives in a state that is neither home nor the one left.
    """
    arrives = "to.state" in told.form.slots.get("sender", ())
    if filled.kind != "envoy_departure" or not arrives or "sender" not in filled.values:
        return False
    places = {one.state for one in told.roles.get("to", ()) if one.kind == "actor" and one.state}
    known = [one for one in told.roles.get("subject", ()) if one.state]
    return bool(known) and bool(places) and not places & {one.state for one in known}
