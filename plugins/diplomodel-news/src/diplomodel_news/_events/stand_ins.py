"""
Who stands for persons that an act needs and its own words do not name.
"""

from __future__ import annotations

from typing import Final

from diplomodel_news._cast.cast import Cast, placeholder
from diplomodel_news._frames.fields import Filled, fields_of
from diplomodel_news._frames.told import Told
from diplomodel_news._mentions.mentions import Mention


__all__ = ["asylee_of", "group_of", "name_persons"]


#: Who receives envoys, and is none.
_RECEIVING: Final = ("head_of_state", "head_of_government")
#: Who asks for asylum together, and who does not; how many are a case still.
_OFFICES: Final = frozenset({"high", "minister", "lawmakers", "opposition", "military", "forces"})
_OTHERS: Final = frozenset({"envoy", "diplomats", "source", "police"})
_CASE: Final = 300


def name_persons(filled: Filled, told: Told, cast: Cast) -> None:
    """
    Ids for persons that have no name, and what needs one and has none.
    """
    known = fields_of(filled.kind)
    if "person" in known and "person" not in filled.values and "sender" in known:
        _take(filled, "person", _sent(filled, told, cast))
    if "person" in known and "person" not in filled.values and "office" in known:
        _take(filled, "person", _holder(filled, told))
    if "government" in known and "government" not in filled.values:
        fields = ("state", "territorial_state", "target")
        code = next((filled.values[field] for field in fields if filled.values.get(field)), None)
        if isinstance(code, str):
            _take(filled, "government", f"president-of-{code.lower()}")
    if "case" in known and "case" not in filled.values:
        persons = filled.values.get("persons")
        if isinstance(persons, tuple) and persons:
            filled.values["case"] = persons[0]


def _take(filled: Filled, field: str, person: str | None) -> None:
    if person:
        filled.values[field] = person
        filled.guessed.add(field)


def _sent(filled: Filled, told: Told, cast: Cast) -> str | None:
    """
    The envoy that a state has at another: the one that the text knows, or whoever it is.
    """
    sender, receiver = filled.values.get("sender"), filled.values.get("receiver")
    # "The president received the letters of the ambassadors of Peru and Chad": not his own.
    others = {"soldiers"} if told.like is not None else {"soldiers", *_RECEIVING}
    roles = (
        one.role
        for name in ("object", "subject", "of", "owner")
        for one in told.roles.get(name, ())
        if one.role and not one.tags & others
    )
    role = next(roles, "head_of_mission")
    stand_in = Mention(0, 1, 0, "person", role=role)
    return _envoy(cast, role, sender, receiver) or placeholder(
        stand_in, str(sender) if sender else None, str(receiver) if receiver else None
    )


def _holder(filled: Filled, told: Told) -> str | None:
    """
    Whoever holds an office of a state now, as its words name it.
    """
    roles = ("subject", "object", "second", "as", "owner", "of")
    holders = [one for role in roles for one in told.roles.get(role, ()) if one.role]
    state = filled.values.get("state")
    if not holders or not state or holders[0].former:
        return None
    return placeholder(holders[0], str(state), None)


def asylee_of(filled: Filled, told: Told, cast: Cast) -> str | None:
    """
    Whose asylum it is, where a sentence takes that for granted.
    """
    near = [
        one.person
        for one in told.analysis.mentions
        if one.person and "private_person" in one.tags and not one.relation
    ]
    land, host = filled.values.get("territorial_state"), filled.values.get("asylum_state")
    far = [
        key
        for key in reversed(cast.seen)
        if (person := cast.persons.get(key)) is not None
        and (person.former or not person.role)
        and (
            person.state in {None, land} if land else person.state is None or person.state != host
        )
    ]
    if cast.asylee in near or (cast.asylee and not near):
        return cast.asylee
    return next(iter([*near, *far]), None)


def group_of(filled: Filled, told: Told) -> str | None:
    """
    An id for several persons without names whose asylum it is: "five ministers of Chad asked".

    Those who are told by their number or their office, since a people in flight is no case.
    """
    roles = (role.removesuffix(".person") for role in told.form.slots.get("persons", ()))
    several = (
        one
        for role in roles
        for one in told.roles.get(role, ())
        if one.person is None and not one.tags & _OTHERS
        if one.kind == "person" or (one.kind == "actor" and "counted_nationals" in one.tags)
    )
    known = "territorial_state" in filled.values and "territorial_state" not in filled.guessed
    land = filled.values["territorial_state"] if known else None
    for one in several:
        counted = one.number is not None and 1 < one.number <= _CASE
        told_of = one.kind == "actor" or one.owner is not None or one.of is not None
        code = one.state if told_of and one.state else (land if isinstance(land, str) else None)
        if (counted or (one.plural and one.tags & _OFFICES)) and code:
            return f"persons-of-{code.lower()}"
    return None


def _envoy(cast: Cast, role: str, sender: object, receiver: object) -> str | None:
    for person in cast.persons.values():
        if person.role == role and person.state == sender and person.receiver == receiver:
            return person.id
    return None
