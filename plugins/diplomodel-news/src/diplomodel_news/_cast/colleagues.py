"""
"His colleague", "her counterpart in Podgorica": of which state, and in which office.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from diplomodel_news._cast.persons import OF_STATE, Person
from diplomodel_news._mentions.mentions import Mention


if TYPE_CHECKING:
    from diplomodel_news._cast.register import Register


__all__ = ["colleague"]

#: Persons that a state sends abroad.
_POSTED: Final = frozenset({"envoy", "diplomats", "consul"})
#: Persons whose colleague abroad is what they are.
_PEERS: Final = _POSTED | {"high"}


def colleague(mention: Mention, done: list[Mention], register: Register) -> None:
    """
    Take "his colleague" for an envoy where he is one, and for another state's minister else.

    Args:
        mention: The colleague.
        done: Who stands before in the sentence.
        register: Who is in the text.
    """
    owner = mention.owner.person if mention.owner is not None else None
    near = [one.person for one in reversed(done) if one.person and one.tags & _PEERS]
    person = register.persons.get(owner or next(iter(near), None) or "")
    if person is None or not person.tags & _POSTED:
        _opposite(mention, person, register)
        return
    if mention.plural:
        mention.tags |= {"diplomats", "several_diplomats"}
        if mention.receivers:
            # "His colleagues in Lima and Quito": one in each, of his rank.
            mention.tags |= person.tags - {"named_person"}
    else:
        mention.tags |= person.tags - {"named_person"}
        mention.role = mention.role or person.role
    mention.state = mention.state or person.state


def _opposite(mention: Mention, person: Person | None, register: Register) -> None:
    """
    Say whose colleague a minister's is: another state's, that of "in Berlin" after it.
    """
    analysis = register.analysis
    if mention.plural or analysis is None or mention.possessive not in register.language.pronouns:
        return
    role = person.role if person is not None else ""
    if mention.state is not None and (person is None or mention.state != person.state):
        _in_office(mention, role)
        return
    near = analysis.at.get(mention.stop + 1)
    there = register.language.words["where"] | register.language.words["whence"]
    # "Her colleague in Lima": no envoy there.
    code = None if mention.states else mention.receiver
    mention.receiver = None
    if code is None and near is not None and near.kind == "actor" and near.gov in there:
        code = near.state
    elif (
        code is None
        and person is not None
        and mention.state == person.state
        and not mention.states
    ):
        code = next((one for one in register.others(person.state) if one != person.state), None)
    if code is None:
        return
    mention.state = code
    known = register.persons.get(mention.person or "")
    _in_office(mention, role)
    if known is not None:
        known.state, known.role = code, known.role or role
        known.tags |= mention.tags


def _in_office(mention: Mention, role: str) -> None:
    """
    Give a colleague the office of a state's leader or minister.
    """
    mention.role = mention.role or role
    mention.tags |= {role, "high", "official"} if role in OF_STATE else frozenset()
