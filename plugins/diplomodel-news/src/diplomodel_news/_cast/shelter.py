"""
Who is sheltered where: what a text tells of an asylee's mission, for what it tells later.

"He spent five years in the Colombian embassy in Lima. He left for Mexico in 1954": Colombia's
asylee in Peru, wherever he goes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from diplomodel_news._frames.fields import Filled, fields_of


if TYPE_CHECKING:
    from diplomodel_news._cast.cast import Cast
    from diplomodel_news._frames.told import Told
    from diplomodel_news._grammar.grammar import Analysis
    from diplomodel_news._mentions.mentions import Mention


__all__ = ["learn_shelter", "of_shelter"]

#: What is told of somebody who has shelter already, so that another state is where he goes.
_LEAVING: Final = "asylee_departure"
#: What is told of somebody sheltered.
_LATER: Final = frozenset(
    {_LEAVING, "asylum_end", "safe_conduct_decision", "safe_conduct_requested"}
)
#: What says who gives shelter.
_GIVEN: Final = frozenset({"asylum_grant", "asylum_request", "asylum_offer"})
#: Roles of where somebody goes, and of where somebody comes to.
_WHITHER: Final = ("a", "hacia", "para", "rumbo", "con", "to", "for", "object")
_WHERE: Final = ("en", "a", "in", "at", "to", "object")
#: What happens to somebody who leaves or loses a shelter, in the state around it.
_AFTERWARDS: Final = frozenset({"arrest", "detention"})


def learn_shelter(analysis: Analysis, cast: Cast) -> None:
    """
    Remember who lives in, enters or leaves which mission.

    Args:
        analysis: A sentence whose mentions are resolved.
        cast: Who is in the text, which is changed.
    """
    for one in analysis.mentions:
        if (
            "mission" not in one.tags
            or not one.state
            or one.gov not in analysis.language.words["at"] | {"into", "inside", "en"}
        ):
            continue
        verb = next((v for v in analysis.verbs if v.stop <= one.first < v.limit), None)
        guest = analysis.subject_of(verb) if verb is not None else None
        land = one.receiver or (guest.state if guest is not None else None)
        if guest is not None and land not in {None, one.state} and _is_guest(guest, one):
            cast.sheltered[str(guest.person)] = (str(one.state), str(land))


def _is_guest(guest: Mention, mission: Mention) -> bool:
    """
    Whether somebody in a mission is nobody of its own, nor of those who come to seize.
    """
    return (
        bool(guest.person)
        and not guest.tags & {"envoy", "diplomats", "forces"}
        and guest.state != mission.state
    )


def learn_granted(filled: Filled, cast: Cast) -> None:
    """
    Remember who gives asylum to whom, from whom.

    Args:
        filled: The fields of an event that was accepted.
        cast: Who is in the text, which is changed.
    """
    host, land = filled.values.get("asylum_state"), filled.values.get("territorial_state")
    persons = filled.values.get("persons")
    if filled.kind not in _GIVEN or "asylum_state" in filled.guessed:
        return
    if isinstance(host, str) and isinstance(land, str) and isinstance(persons, tuple):
        cast.sheltered.update(dict.fromkeys(map(str, persons), (host, land)))


def of_shelter(filled: Filled, told: Told, cast: Cast) -> None:
    """
    Take the parties of an asylum from what was told of the person's shelter.

    Args:
        filled: The fields found so far, which are changed.
        told: The telling; where it names another state, that is meant.
        cast: Who is in the text.
    """
    if "destination" in fields_of(filled.kind):
        _go_to(filled, told)
    persons = filled.values.get("persons")
    first = persons[0] if isinstance(persons, tuple) and persons else None
    pair = cast.sheltered.get(str(first)) if first is not None else None
    if pair is None:
        return
    if filled.kind in _AFTERWARDS and "state" not in filled.values:
        _put(filled, {"state": pair[1]})
    if "asylum_state" not in fields_of(filled.kind):
        return
    host, land = filled.values.get("asylum_state"), filled.values.get("territorial_state")
    host = None if "asylum_state" in filled.guessed else host
    leaves = filled.kind == _LEAVING and land in {None, pair[1]}
    named = {code for one in told.analysis.mentions for code in (*one.codes, one.receiver)}
    alone = named <= {*pair, None}
    if (
        leaves
        or (filled.kind in _LATER and host is None)
        or (alone and host in {None, pair[0]} and land in {None, pair[1]})
    ):
        _put(filled, {"asylum_state": pair[0], "territorial_state": pair[1]})


def _go_to(filled: Filled, told: Told) -> None:
    """
    Where somebody sheltered goes: of an arrival the state that shelters, if no other is told.
    """
    arrives = filled.kind == "asylee_arrival"
    land, host = (filled.values.get(one) for one in ("territorial_state", "asylum_state"))
    codes = [
        one.state
        for role in (_WHERE if arrives else _WHITHER)
        for one in told.roles.get(role, ())
        if (one.kind == "actor" or "capital_city" in one.tags)
        if one.state and not one.state.startswith("org:")
    ]
    code = next((code for code in codes if code != land), None)
    if code is None and arrives and isinstance(host, str):
        code = host
    if code is not None:
        filled.values["destination"] = code
        filled.why.append(f"destination {code}")


def _put(filled: Filled, found: dict[str, str]) -> None:
    for field, code in found.items():
        if filled.values.get(field) != code:
            filled.values[field] = code
            filled.guessed.add(field)
            filled.why.append(f"{field} {code}, where the person has shelter")
