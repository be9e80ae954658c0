"""
The two states that an act is between: what is missing of them, and which is which.
"""

from __future__ import annotations

from typing import Final

from diplomodel_news._cast.cast import Cast
from diplomodel_news._events.posted import existed, fitting, others_with
from diplomodel_news._frames.apart import (
    acting_apart,
    dealt_otherwise,
    movers,
    only_matters,
    only_venue,
)
from diplomodel_news._frames.fields import Filled, fields_of
from diplomodel_news._frames.of_its_own import closes_own, is_own
from diplomodel_news._frames.told import Told


__all__ = ["REST", "another", "fill_pair"]

#: Where a state comes from that an act's own words leave out.
REST: Final = "the rest of the text"
#: How many of the states named most a text is about.
_FOREMOST: Final = 4
_EXPULSIONS: Final = frozenset({"ambassador_expulsion", "persona_non_grata", "staff_expulsion"})
#: Fields of those to whom something is done.
_AIMED_AT: Final = frozenset({"receiver", "target"})
#: What a body does that meets, which need be about no state.
_MEETS: Final = "meets"
#: Fields of a third state beside two.
_BESIDE: Final = ("protector", "turning_from")
#: What several do together against a third, and not each to the other.
_OF_ONE_MIND: Final = frozenset(
    {"credentials_presentation", "statement", "threat", "protest_note"}
)
#: Where to look for a state where the form does not say.
_ANYWHERE: Final = ("sentence", "text")


def fill_pair(
    filled: Filled, pair: tuple[str, str], nearby: list[str], told: Told, cast: Cast
) -> None:
    """
    Fill what is missing of two states, and tell them apart.
    """
    one, other = _told_first(filled, pair, told)
    placed = _thirds(filled)
    nearby = [code for code in nearby if code not in placed]
    for field, partner in ((one, other), (other, one)):
        if field not in filled.values and field != "institution":
            able = fitting(field, nearby, told)
            if one == "institution":
                away = movers(told)
                able = [one for one in able if one not in away and not only_venue(one, told)]
            filled.guess(field, _side(field, partner, filled, able, told, cast), whence=REST)
    if one not in filled.values or filled.values.get(one) != filled.values.get(other):
        return
    if closes_own(filled, told):
        return
    if filled.kind in _EXPULSIONS and is_own(told):
        filled.refused = "a state does not expel its own envoys"
        return
    if one == "sender" and _is_receiver(filled.values[one], told):
        one, other = other, one  # what stands is where the mission is
    rule = told.form.fill.get(other, _ANYWHERE)
    code = another(rule, nearby, filled.values[one], told, cast, but=placed, late=filled.beside)
    filled.values.pop(other)
    filled.guess(other, code, whence=REST)


def _told_first(filled: Filled, pair: tuple[str, str], told: Told) -> tuple[str, str]:
    """
    Which of two sides a sentence rather names: of a bare envoy who is summoned or must go, where.
    """
    called = filled.kind == "ambassador_summons" and any(
        "envoy" in one.tags for one in told.roles.get("subject", ())
    )
    sent = called or (filled.kind in _EXPULSIONS | {"ambassador_summons"} and told.passive)
    return (pair[1], pair[0]) if sent and pair == ("sender", "receiver") else pair


def _thirds(filled: Filled) -> frozenset[str]:
    """
    The states that stand beside the two in an act, and so are neither of them.
    """
    codes = (filled.values.get(field) for field in _BESIDE)
    return frozenset(code for code in codes if isinstance(code, str))


def _side(
    field: str, partner: str, filled: Filled, able: list[str], told: Told, cast: Cast
) -> str | None:
    """
    Who stands on one side of an act, rather one who has dealt with the other side.
    """
    rule = told.form.fill.get(field, _ANYWHERE)
    taken = filled.values.get(partner)
    but = _thirds(filled)
    if {field, partner} == {"sender", "receiver"}:
        post = _post(field == "sender", {taken, *able} - {None}, told, cast)
        if post is not None and post != taken:
            return post
    dealt = cast.dealings.get(str(taken), [])[:1]
    able = sorted(able, key=lambda code: code not in dealt)
    home = _home(filled, able, told, cast) if field == "sender" else None
    if home is not None:
        return home
    if field == "receiver" and "unnamed" in rule and partner not in filled.values:
        # Of a single state that a text names, nobody knows which side it is on.
        rule = tuple(word for word in rule if word != "text")
    if partner == "institution" and not able and told.form.set.get("act") != _MEETS:
        where = _befallen(told, cast)
        if where is not None:
            return where
    code = another(rule, able, taken, told, cast, but=but, late=filled.beside)
    if field in _AIMED_AT and code is not None and code not in able:
        aim = cast.rather(code, filled.kind, taken)
        code = aim if aim not in {taken, *but} and existed(aim, cast) else code
    # "Relations with Chad began when the consulate was raised": it is not Chad's.
    barred = others_with(told) - set(able) if field == "sender" and "unnamed" in rule else set()
    return None if code in barred else code


def _home(filled: Filled, able: list[str], told: Told, cast: Cast) -> str | None:
    """
    Whose envoys a state acts against where none is named: "Abu Dhabi did so too and gave the
    chargé a day", of whom it has just broken with; "Rome expelled five", of those whom others
    expelled; "the ambassador", of a state that the text tells to have one.
    """
    taken = filled.values.get("receiver")
    known = cast.dealings.get(str(taken), [])
    if taken is not None and not set(able) - {taken}:
        fresh = known[:1] if cast.pair_at == cast.number else []
        struck = cast.struck.get(filled.kind)
        code = next(iter(fresh), struck if struck in known or not known else None)
        if code not in {None, taken, *_thirds(filled)} and not str(code).startswith("org:"):
            return code
    if "sender" in told.form.fill or able:
        return None
    homes = (code for code in (*known[:1], *cast.senders) if code in cast.senders)
    return next((code for code in homes if code != taken), None)


def _befallen(told: Told, cast: Cast) -> str | None:
    """
    What an organisation deals with that names nobody: where power has changed, or, of harm, the
    one that is to blame.
    """
    land = cast.junta or cast.upheaval
    if land is not None and land in cast.main_lands()[:_FOREMOST]:
        return land
    attack = any("harm" in one.tags for one in told.analysis.mentions)
    return cast.at_fault() if attack else None


def _post(sender: bool, near: set[object], told: Told, cast: Cast) -> str | None:
    """
    A side of the post that the text told of last, where a sentence says no more than "the envoy".
    """
    bare = any(
        "envoy" in one.tags
        and not one.states
        # "Ambassador John Doe", of whom nobody said whose he is.
        and (told.analysis.is_a(one.first, "definite") or (one.name and one.state is None))
        for role in ("object", "subject")
        for one in told.roles.get(role, ())
    )
    for one, other in reversed(cast.missions if bare else ()):
        if near <= {one, other}:
            return one if sender else other
    return None


def _is_receiver(code: object, told: Told) -> bool:
    """
    Whether the one state told of a mission is where it is, and not whose it is.
    """
    vague = any(
        one.tags & {"pronoun", "assumed"}
        for role in ("subject", "to", "by")
        for one in told.roles.get(role, ())
    )
    acting = told.form.slots.get("receiver", ("",))[0].startswith("subject")
    return not vague and (acting or _is_seat(told, code))


def _is_seat(told: Told, code: object) -> bool:
    """
    Whether a state is where the mission is that something is done to.
    """
    return any(
        one.receiver == code and one.state != code
        for role in ("object", "subject", "of", "object-of")
        for one in told.roles.get(role, ())
        if "mission" in one.tags
    )


def another(
    rule: tuple[str, ...],
    nearby: list[str],
    partner: object,
    told: Told,
    cast: Cast,
    *,
    but: frozenset[str] = frozenset(),
    late: frozenset[str] = frozenset(),
) -> str | None:
    """
    Another state than the partner, and than some, from where the rule allows to look; those that
    act together only where there is no other.
    """
    elsewhere = dealt_otherwise(told)
    nearby = [code for code in nearby if code not in elsewhere]
    order = _ordered(rule, nearby, partner, told, cast)
    known = cast.dealings.get(partner, [])[:1] if isinstance(partner, str) else []
    if late.isdisjoint(known):
        # "Riyadh and Manama called their ambassadors home": hardly from each other.
        order.sort(key=lambda code: code in late)
    able = (code for code in order if code != partner and not code.startswith("org:"))
    # Of other years, none that was not there then: no Russia beside the Soviet Union.
    if told.form.kind in _OF_ONE_MIND:
        but |= late
    able = (code for code in able if code not in elsewhere and code not in but)
    there = (code for code in able if code in nearby or existed(code, cast))
    return next(there, None)


def _ordered(
    rule: tuple[str, ...], nearby: list[str], partner: object, told: Told, cast: Cast
) -> list[str]:
    """
    The states that a rule allows to take, those that it would rather take first.
    """
    order: list[str] = []
    apart = acting_apart(told) | only_matters(told)
    of_words = told.form.kind == "statement"
    if "sentence" in rule:
        order += [code for code in nearby if code not in apart]
    if cast.theme is not None and "sender" in fields_of(told.form.kind) and "text" in rule:
        # "France knows such scenes": of its envoys is told what follows.
        order.append(cast.theme)
    if cast.upheaval is not None and "text" in rule and not cast.dealings.get(str(partner)):
        # "Cayó el presidente de Togo. Chad retiró a su embajador": from where power has changed.
        order.append(cast.upheaval)
    if "senders" in rule:
        # What is told from Lima is done to Peru, sooner than to one whose envoy stands by.
        order += [cast.home] if cast.home and "text" in rule else []
        order += cast.senders
    if "recent" in rule:
        order += reversed(cast.before)
    if "main" in rule:
        main = cast.main_states()[:_FOREMOST]
        known = cast.dealings.get(partner, []) if isinstance(partner, str) else []
        order += [code for code in known[:1] if code in main]
        if not known and partner not in {None, *cast.last_pair} and cast.last_pair[1] in main:
            order.append(cast.last_pair[1])
        order += [*(reversed(cast.local) if cast.headed else ()), *cast.main_states()]
    if "dealt" in rule and isinstance(partner, str):
        order += cast.dealings.get(partner, []) if len(cast.dealings.get(partner, [])) == 1 else []
    if "text" in rule:
        order += cast.others(partner)
    if "sentence" in rule:
        # "Chad condemned it, while Togo's president said": not what he says of it.
        order += [code for code in nearby if code not in apart or not of_words]
    return order
