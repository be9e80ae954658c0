"""
Whose country something happens in, where only the persons tell.

Somebody who flees, stands trial or takes an office does so, unless the text says otherwise, in
the own country; and nobody gets asylum from the state that he or she flees.
"""

from __future__ import annotations

from typing import Final

from diplomodel_news._cast import Cast
from diplomodel_news._fields import Filled, fields_of
from diplomodel_news._match import Told
from diplomodel_news._register import Person


__all__ = ["home", "learn_home", "settle"]

#: Acts that a state does to persons of its own or to its offices.
_DOMESTIC: Final = frozenset(
    {
        "acquittal",
        "arrest",
        "capture_order",
        "censure",
        "charge",
        "conviction",
        "detention",
        "head_of_state_removal",
        "office_taken",
        "release",
        "resignation",
        "trial_opening",
    }
)
#: Offices that are held abroad.
_ABROAD: Final = frozenset({"head_of_mission", "charge_daffaires", "consul", "diplomat"})


def home(persons: object, cast: Cast, *, surely: bool = False) -> str | None:
    """
    The state that persons belong to: that of the first one whose state is known.

    Args:
        persons: Ids, or one id.
        cast: Who is in the text.
        surely: Whether a state that is only supposed does not count.
    """
    ids = persons if isinstance(persons, tuple) else (persons,)
    for one in ids:
        person = cast.persons.get(one) if isinstance(one, str) else None
        if person is not None and _is_at_home(person) and not (surely and person.supposed):
            return person.state
    return None


def _is_at_home(person: Person) -> bool:
    return (
        person.state is not None
        and not person.state.startswith("org:")
        and (person.role not in _ABROAD or person.former)
    )


def settle(filled: Filled, told: Told, cast: Cast) -> None:
    """
    Let the persons say whose territory it is, where the act's own words do not.

    Args:
        filled: The fields found so far, which are changed.
        told: The telling.
        cast: Who is in the text.
    """
    values, known = filled.values, fields_of(filled.kind)
    persons = values.get("persons") or values.get("person")
    code = home(persons, cast)
    if "asylum_state" in known and values.get("asylum_state") == code:
        code = home(persons, cast, surely=True)
    if code is None:
        return
    if "asylum_state" in known:
        host, land = values.get("asylum_state"), values.get("territorial_state")
        if host == code:
            values.pop("asylum_state")
            if land not in {None, code}:
                values["asylum_state"] = land
        if host == code or land is None:
            values["territorial_state"] = code
            filled.why.append(f"territorial_state {code}, where the person is from")
        if "asylum_state" not in values:
            _host(filled, told, code)
    elif filled.kind in _DOMESTIC and "state" in known and "state" not in values:
        values["state"] = code
        filled.guessed.add("state")
        filled.why.append(f"state {code}, where the person is from")


def _host(filled: Filled, told: Told, land: str) -> None:
    """
    Take the mission that the sentence tells of for the one that gives shelter.
    """
    for one in told.analysis.mentions:
        if "mission" in one.tags and one.state not in {None, land}:
            filled.values["asylum_state"] = one.state
            filled.guessed.add("asylum_state")
            return


def learn_home(filled: Filled, cast: Cast) -> None:
    """
    Remember whose asylum was told, and where a person's own country was said to be.

    Args:
        filled: The fields of an event that was accepted.
        cast: Who is in the text, which is changed.
    """
    field = "territorial_state" if "asylum_state" in fields_of(filled.kind) else "state"
    persons = filled.values.get("persons")
    if field == "territorial_state" and isinstance(persons, tuple) and persons:
        cast.asylee = str(persons[0])
    code = filled.values.get(field)
    own = field == "territorial_state" or filled.kind in _DOMESTIC
    if not own or field in filled.guessed or not isinstance(code, str):
        return
    for one in persons if isinstance(persons, tuple) else ():
        person = cast.persons.get(one)
        if person is not None and person.state is None:
            person.state = code
