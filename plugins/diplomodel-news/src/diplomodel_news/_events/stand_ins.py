"""
Who stands for persons that an act needs and its own words do not name.
"""

from __future__ import annotations

from diplomodel_news._cast.cast import Cast, placeholder
from diplomodel_news._frames.fields import Filled, fields_of
from diplomodel_news._frames.match import Told
from diplomodel_news._mentions.mentions import Mention


__all__ = ["asylee_of", "name_persons"]


def name_persons(filled: Filled, told: Told, cast: Cast) -> None:
    """
    Ids for persons that have no name, and what needs one and has none.
    """
    known = fields_of(filled.kind)
    if "person" in known and "person" not in filled.values and "sender" in known:
        sender, receiver = filled.values.get("sender"), filled.values.get("receiver")
        mention = next(
            (
                one
                for role in ("object", "subject", "of", "owner")
                for one in told.roles.get(role, ())
                if one.role and "soldiers" not in one.tags
            ),
            None,
        )
        role = mention.role if mention is not None else "head_of_mission"
        stand_in = Mention(0, 1, 0, "person", role=role or "head_of_mission")
        person = _envoy(cast, role, sender, receiver) or placeholder(
            stand_in, str(sender) if sender else None, str(receiver) if receiver else None
        )
        if person:
            filled.values["person"] = person
            filled.guessed.add("person")
    if "person" in known and "person" not in filled.values and "office" in known:
        roles = ("subject", "object", "second", "as", "owner", "of")
        holders = [one for role in roles for one in told.roles.get(role, ()) if one.role]
        state = filled.values.get("state")
        person = placeholder(holders[0], str(state), None) if holders and state else None
        if person and not holders[0].former:
            filled.values["person"] = person
            filled.guessed.add("person")
    for field in ("persons", "government"):
        if field in known and field not in filled.values:
            code = (
                filled.values.get("state")
                or filled.values.get("territorial_state")
                or filled.values.get("target")
            )
            if field == "government" and isinstance(code, str):
                filled.values[field] = f"president-of-{code.lower()}"
                filled.guessed.add(field)
    if "case" in known and "case" not in filled.values:
        persons = filled.values.get("persons")
        if isinstance(persons, tuple) and persons:
            filled.values["case"] = persons[0]


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


def _envoy(cast: Cast, role: str, sender: object, receiver: object) -> str | None:
    for person in cast.persons.values():
        if person.role == role and person.state == sender and person.receiver == receiver:
            return person.id
    return None
