"""
Who sends and who receives, where an envoy's or a mission's own words do not say.
"""

from __future__ import annotations

from collections.abc import Iterable

from diplomodel.actors import state
from diplomodel_news._cast.cast import Cast
from diplomodel_news._cast.offices import POST_TAKEN
from diplomodel_news._events.unnamed import is_unnamed
from diplomodel_news._frames.fields import Filled, fields_of
from diplomodel_news._frames.told import Told
from diplomodel_news._language.gazetteer import exists
from diplomodel_news._mentions.mentions import Mention


__all__ = [
    "as_before",
    "existed",
    "fitting",
    "holds_another",
    "is_anothers",
    "keep_home",
    "no_parties",
    "of_person",
    "others_with",
]

_POSTS = frozenset({"envoy", "mission", "consul"})
_SENT = frozenset({"envoy", "consul"})
#: The highest rank of an envoy.
_AMBASSADOR = "full_ambassador"


def fitting(field: str, nearby: list[str], told: Told) -> list[str]:
    """
    The states of a sentence that can stand in a field, the likeliest first.

    "Chargé to Austria" names who receives, "relations with Syria" too, and "resident at Suva" no
    party at all.

    Args:
        field: The field.
        nearby: The states that the sentence names.
        told: The telling.
    """
    analysis = told.analysis
    posts = [one for one in analysis.mentions if one.tags & _POSTS]
    sent = {one.receiver for one in posts if one.receiver}
    homes, places, others = _named(told, sent)
    homes |= {one.state for one in posts if one.state}
    kept = [code for code in nearby if code not in places - homes - sent]
    if field not in {"sender", "receiver"}:
        # "Relations were severed and the Swiss Legation in Vienna closed": between these two.
        missions = [one for one in posts if "mission" in one.tags and one.state and one.receiver]
        linked = {code for one in missions for code in (one.state, one.receiver)}
        away = _away(told)
        kept = [code for code in kept if code not in away]
        return sorted(kept, key=lambda code: code not in linked)
    if field == "receiver":
        away = _away(told)
        away |= {one.state for one in posts if one.tags & _SENT and one.state}
        if told.form.kind == "level_upgrade":
            # "The chargé from Chad was promoted": Chad has sent him.
            away |= {
                one.state
                for one in analysis.mentions
                if one.gov in analysis.language.words["whence"]
            }
        kept = [code for code in kept if code not in away]
        return sorted(kept, key=lambda code: code not in sent)
    return [code for code in kept if code in homes or code not in sent | others]


def _named(told: Told, sent: set[str]) -> tuple[set[str | None], ...]:
    """
    The states that a sentence names as themselves, as where somebody resides, and beside others.
    """
    words = told.analysis.language.words
    homes: set[str | None] = set()
    places: set[str | None] = set()
    others: set[str | None] = set()
    for one in told.analysis.mentions:
        if one.kind != "actor":
            continue
        if "residence" in one.tags:
            places.add(one.state)
        elif one.gov in words["with"] or one.gov in words["at"]:
            others.add(one.state)
        elif (
            one.state not in sent
            or one.tags & {"demonym", "pronoun"}
            or (not one.gov and one.first < 3)
        ):
            # "Havana, Cuba" beside a mission in Havana is only its place.
            homes.add(one.state)
    return homes, places, others


def no_parties(told: Told) -> set[str | None]:
    """
    The states that a sentence names without their being sides of the relations that it tells of.

    "Relations with Chad began when the consulate at Lima became an embassy": Peru is none. Nor is
    where an envoy is already who takes up another post, nor a land that is part of another.

    Args:
        told: The telling.
    """
    analysis = told.analysis
    posts = [one for one in analysis.mentions if one.tags & _POSTS and one.state is None]
    partners = others_with(told)
    seats = {one.receiver for one in posts if "mission" in one.tags} if partners else set()
    lands = {one.state for one in analysis.mentions if one.kind == "actor" and one.state}
    parts = {code for code in lands if ":" not in str(code) and state(str(code)).part_of}
    # "The government with which it dealt": no more than a guess says whose that is.
    guessed = {one.state for one in analysis.mentions if "assumed" in one.tags}
    told_of = {one.state for one in analysis.mentions if "assumed" not in one.tags}
    return (seats - partners) | _away(told) | parts | (guessed - told_of)


def others_with(told: Told) -> set[str | None]:
    """
    The states that a sentence names as those with whom something is.

    Args:
        told: The telling.
    """
    words = told.analysis.language.words["with"]
    return {
        one.state for one in told.analysis.mentions if one.kind == "actor" and one.gov in words
    }


def of_person(filled: Filled, told: Told, cast: Cast) -> None:
    """
    Let an envoy who presents letters be who he or she was told to be: "was appointed chargé to
    Chad and presented his credentials".

    Args:
        filled: The fields found so far, which are changed.
        told: The telling.
        cast: Who is in the text.
    """
    person = cast.persons.get(str(filled.values.get("person")))
    if filled.kind != "credentials_presentation" or person is None or person.unnamed:
        return
    free = person.receiver not in {None, filled.values.get("sender"), *_away(told)}
    if free and "receiver" not in filled.values:
        filled.guess("receiver", person.receiver, whence="what the person was told to be")


def holds_another(mentions: list[Mention], role: str, told: Told) -> bool:
    """
    Whether an ambassador's own post is not the one of lower rank that he or she takes up.

    Args:
        mentions: Who stands in a role.
        role: The role.
        told: The telling.
    """
    if role != "subject.receiver" or not any(_AMBASSADOR in one.tags for one in mentions):
        return False
    return any(
        "envoy" in one.tags and one.gov in POST_TAKEN and _AMBASSADOR not in one.tags
        for one in told.analysis.mentions
    )


def _away(told: Told) -> set[str | None]:
    """
    Where an envoy is already who takes up another post: "the consul at Lima, as Minister".
    """
    mentions = told.analysis.mentions
    taken = any(
        ("envoy" in one.tags and one.gov in POST_TAKEN) or "charge_as" in one.tags
        for one in mentions
    )
    return _elsewhere(mentions) if taken else set()


def _elsewhere(mentions: Iterable[Mention]) -> set[str | None]:
    """
    Where envoys are already, as in "the ambassador to Fiji presented letters as envoy to Samoa".
    """
    posted: set[str | None] = set()
    named: set[str | None] = set()
    for one in mentions:
        if one.tags & _SENT and one.gov not in POST_TAKEN:
            posted.add(one.receiver)
            named.add(one.state)
        elif "residence" not in one.tags:
            named |= {one.state, one.receiver} if one.kind != "concept" else set()
    return posted - named - {None}


def is_anothers(told: Told) -> bool:
    """
    Whether those told to come home are another's than of who tells them so.

    Args:
        told: The telling of a recall.
    """
    acting = {code for one in told.roles.get("subject", ()) for code in one.codes}
    envoys = [one for one in told.roles.get("object", ()) if one.tags & _POSTS and one.state]
    plain = told.verb is not None and told.noun is None and not told.passive
    return plain and bool(acting and envoys) and all(one.state not in acting for one in envoys)


def existed(code: str, cast: Cast) -> bool:
    """
    Whether a code stands for a party that was there in the year that a sentence tells of.

    Args:
        code: The code.
        cast: Who is in the text.
    """
    return code.startswith(("org:", "ZZ")) or exists(code, cast.year)


def as_before(filled: Filled, told: Told, cast: Cast) -> None:
    """
    Take the parties that an envoy's act leaves out from the mission or envoy told of before.

    "Chad opened an office there. John Doe presented his credentials": Chad's envoy. Where that
    does not say it, either, a party known has to do with the only other state of the text.

    Args:
        filled: The fields found so far, which are changed.
        told: The telling.
        cast: Who is in the text.
    """
    values = filled.values
    if not {"sender", "receiver"} <= fields_of(filled.kind) or {"sender", "receiver"} <= set(
        values
    ):
        return
    away = _away(told)
    for pair in reversed(cast.missions):
        sender, receiver = (None if is_unnamed(code) or code in away else code for code in pair)
        for one, other in ((sender, receiver), (receiver, sender)):
            known = values.get("sender"), values.get("receiver")
            same = known[0] in {None, one} and known[1] in {None, other}
            if same and (known != (None, None) or one == sender) and {one, other} - {None, *known}:
                _take_pair(filled, one, other)
                return
    if "sender" in values or "receiver" in values:
        _only_other(filled, told, cast)


def _take_pair(filled: Filled, sender: str | None, receiver: str | None) -> None:
    for field, code in (("sender", sender), ("receiver", receiver)):
        if field not in filled.values:
            filled.guess(field, code, whence="the mission or envoy told of before")


def _only_other(filled: Filled, told: Told, cast: Cast) -> None:
    """
    Fill a party with the one state that the text names beside the other, if it is one.
    """
    near = {one.state for one in told.analysis.mentions if one.kind == "actor"} | _away(told)
    partner = filled.values.get("sender") or filled.values.get("receiver")
    rest = [code for code in cast.main_lands() if code not in near | {partner}]
    field = "receiver" if "sender" in filled.values else "sender"
    if len(rest) == 1 and existed(rest[0], cast):
        filled.guess(field, rest[0], whence="the only other state of the text")


def keep_home(filled: Filled, told: Told) -> None:
    """
    An envoy who leaves stays the envoy of his own state, wherever he lands: "the ambassador of
    Norway to Chad, sent off on Sunday, arrived in Paris".
    """
    sender, post = filled.values.get("sender"), filled.values.get("receiver")
    if filled.kind != "envoy_departure" or sender in {None, post}:
        return
    leaving = [one for one in told.roles.get("subject", ()) if "envoy" in one.tags]
    one = leaving[0] if len(leaving) == 1 else None
    if one is None or one.plural or one.several or "assumed" in one.tags:
        return
    if one.state not in {None, post}:
        filled.values["sender"] = one.state
