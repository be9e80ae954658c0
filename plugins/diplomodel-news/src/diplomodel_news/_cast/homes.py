"""
Whose minister or ministry it is, where the text takes that for granted.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Final

from diplomodel_news._mentions.mentions import Mention


if TYPE_CHECKING:
    from diplomodel_news._cast.register import Person, Register


__all__ = [
    "can_have",
    "default_state",
    "front_city",
    "front_state",
    "home_by_name",
    "home_of",
    "placed_state",
]

#: States without a head of government beside the head of state, or whose one is not called so.
_NO_PREMIER: Final = frozenset(
    [
        "USA",
        "MEX",
        "GTM",
        "HND",
        "SLV",
        "NIC",
        "CRI",
        "PAN",
        "COL",
        "VEN",
        "ECU",
        "BOL",
        "CHL",
        "ARG",
        "URY",
        "PRY",
        "BRA",
        "DOM",
        "PHL",
        "IDN",
        "AFG",
        "NGA",
        "GHA",
        "LBR",
        "SLE",
        "KEN",
        "ZMB",
        "MWI",
        "GMB",
        "BEN",
        "CYP",
        "CHE",
        "ZAF",
        "BWA",
        "AGO",
        "MDV",
        "FSM",
        "MHL",
        "PLW",
        "NRU",
        "KIR",
        "COM",
        "SYC",
        "CUB",
    ]
)
#: A tag that says whose body it is, and one that says whose it can be.
_SURE: Final = "of-"
_PERHAPS: Final = "maybe-"
_CODE: Final = 3
#: Offices of which a state has several at a time.
_MANY: Final = frozenset({"minister", "legislator"})
#: How much oftener than any other a text that is about one state names it.
_TWICE: Final = 1.5


#: Those who speak for the state in whose capital they do.
_SPEAKERS: Final = frozenset({"spokesman", "official"})
#: States in whose capitals organisations have their seats.
_SEATS: Final = frozenset({"BEL", "CHE", "ETH", "AUT"})


def can_have(code: str, role: str) -> bool:
    """
    Whether a state's constitution has an office.

    Args:
        code: The state.
        role: The role of the office.

    Example:
        >>> can_have("MEX", "head_of_government"), can_have("GBR", "head_of_government")
        (False, True)
    """
    return role != "head_of_government" or code not in _NO_PREMIER


def default_state(mention: Mention, told: Collection[str]) -> str | None:
    """
    The state whose body or office a phrase names without saying so, such as "State Department".

    Args:
        mention: The mention; its tags tell whose it is, or can be where the text has that state.
        told: The states that the text names.
    """
    if mention.states or mention.owner is not None or mention.possessive:
        return None
    for tag in sorted(mention.tags):
        if tag.startswith(_SURE) and tag[len(_SURE) :].isupper():
            return tag[len(_SURE) :]
        if tag.startswith("group-"):
            return f"org:{tag.removeprefix('group-')}"
    codes = [tag[len(_PERHAPS) :] for tag in sorted(mention.tags) if tag.startswith(_PERHAPS)]
    able = [code for code in codes if code in told]
    return able[0] if len(able) == 1 else None


def front_state(register: Register) -> str | None:
    """
    The state whose capital opens a sentence, as in "In Rome, the foreign minister thanked", or
    whose name heads it: "Iran: the foreign ministry condemned".
    """
    analysis = register.analysis
    if analysis is None:
        return None
    for one in analysis.mentions[:2]:
        told = one.gov and one.first <= _CODE + 1 and one.tags & {"capital"}
        label = one.kind == "actor" and one.first <= 1 and analysis.word(one.stop) == ":"
        there = analysis.word(one.stop) in {",", ":"} or _speaks_next(one.stop, register)
        # Spanish needs no comma: "En Argel la irritación es grande".
        there = there or (one.first <= 1 and register.language.adjective_after)
        if label or (told and there):
            return one.state
    return None


def placed_state(register: Register, mention: Mention) -> str | None:
    """
    The state whose capital stands before who speaks in a clause of its own, as in "…, and in Rome
    a ministry spokesman deplored it"; or, of a whole sentence, the one that opens it.

    Args:
        register: Who is in the text.
        mention: Who speaks.
    """
    analysis = register.analysis
    if analysis is None or mention.owner is not None or mention.gov:
        return front_state(register)
    for one in analysis.mentions:
        comma = one.stop == mention.first - 1 and analysis.word(one.stop) == ","
        near = (one.stop == mention.first or comma) and "capital" in one.tags
        opens = analysis.word(one.first - 2) in {",", ";", ":"} or analysis.is_a(
            one.first - 2, "conjunction", "subordinator"
        )
        if near and opens and one.gov in analysis.language.words["at"]:
            return one.state
    return front_state(register)


def _speaks_next(at: int, register: Register) -> bool:
    """
    Whether a minister or spokesman stands right after a place: "In Jakarta the spokesman denied".
    """
    near = next(
        (
            one
            for one in (register.analysis.mentions if register.analysis else ())
            if one.first == at
        ),
        None,
    )
    return near is not None and near.kind in {"person", "institution"} and not near.gov


def front_city(register: Register, mention: Mention) -> str | None:
    """
    Where a mission is that a sentence tells of after "In Baghdad protesters ...".

    Args:
        register: Who is in the text.
        mention: The mission.
    """
    first = register.analysis.mentions[0] if register.analysis is not None else mention
    told = first.gov in register.language.words["at"] and first.first <= 1
    if not told or first is mention or "capital" not in first.tags:
        return None
    return first.state if first.state not in {mention.state, None} else None


def speaks_in(register: Register, mention: Mention) -> str | None:
    """
    The state of "a spokesman in Damascus", of whom nothing else is told.

    Args:
        register: Who is in the text.
        mention: Where the text mentions the speaker.
    """
    analysis = register.analysis
    if analysis is None or mention.role not in _SPEAKERS or mention.owner or mention.of:
        return None
    place = analysis.at.get(mention.stop + 1)
    where = analysis.word(mention.stop) in analysis.language.words["where"]
    if place is None or "capital" not in place.tags or not where:
        return None
    seat = any(tag.startswith("of-") for tag in mention.tags)
    return None if seat or place.state in _SEATS else place.state


def mission_before(register: Register, mention: Mention, doer: str | None, *, number: int) -> None:
    """
    Take "The embassy" that opens a sentence for the one that the sentence before told of without
    saying where it is.

    Args:
        register: Who is in the text.
        mention: The mission.
        doer: Who does something to a mission that is not named.
        number: How many sentences have been read.
    """
    whose, before = register.mission_of
    opens = mention.first == 0 and mention.receiver is None
    if mention.state is None and opens and doer is None:
        mention.state = whose if number - before <= 1 else None
    register.mission_of = (mention.state if mention.receiver is None else None, number)


def home_of(register: Register, person: Person, mention: Mention) -> str | None:
    """
    The state of a minister whose state the text takes for granted: one without another such.

    Args:
        register: Who is in the text.
        person: The minister.
        mention: Where the text mentions the minister.
    """
    there = _speaks_from(register, mention)
    if there is not None:
        return there
    front = placed_state(register, mention)
    if front is not None and (person.role != "official" or not mention.gov):
        return front
    if person.role == "official":
        # "En Bogotá, el vicepresidente": of others, that they hold office says nothing.
        return None
    persons = register.persons.values()
    alike = (one for one in persons if one.role == person.role and one.id != person.id)
    # Of years long before, another held the office that somebody holds now.
    now = person.role not in _MANY and not register.is_past()
    taken = {one.state for one in alike if now}
    taken |= _acted_on(register, mention)
    mentions = register.analysis.mentions if register.analysis is not None else []
    first = [one.state for one in mentions if one.kind == "actor" and not one.gov][:1]
    main = register.main_lands()
    counts = register.count
    leading = main[:1] if len(main) > 1 and counts[main[0]] >= _TWICE * counts[main[1]] else []
    known = leading if person.role in _MANY and person.former else []
    order = [*first, *known, register.focus_state, *reversed(register.recent), *main]
    if register.opens and main:
        # A paragraph that opens with a minister goes back to whom the text is about.
        once = {code for code in order if counts.get(str(code), 0) * _TWICE < counts[main[0]]}
        order = [*first, *known, *(code for code in order if code not in once), *order]
    for code in order:
        able = bool(code) and code not in taken and not str(code).startswith("org:")
        if able and can_have(str(code), person.role):
            return code
    return None


def _speaks_from(register: Register, mention: Mention) -> str | None:
    """
    The state from whose capital somebody speaks: "replicó el presidente desde Skopje".
    """
    analysis = register.analysis
    near = (
        next((one for one in analysis.mentions if one.first == mention.stop + 1), None)
        if analysis is not None
        else None
    )
    whence = register.language.words["whence"]
    if near is None or "capital" not in near.tags or near.gov not in whence:
        return None
    return near.state


def _acted_on(register: Register, mention: Mention) -> set[str | None]:
    """
    The states that a person does something to in a sentence, so that none is the person's own.
    """
    analysis = register.analysis
    found: set[str | None] = set()
    for verb in analysis.verbs if analysis is not None else ():
        if analysis is None or verb.passive or analysis.subject_of(verb) is not mention:
            continue
        personal = register.language.words["personal"]
        dealt = personal | register.language.words["with"]
        told = [one for one in analysis.after(verb) if one.gov in dealt and one.gov]
        others = (other for other in analysis.verbs if other.link != "infinitive")
        clauses = {id(analysis.subject_of(other)) for other in others}
        objects = [one for one in analysis.objects(verb) if id(one) not in clauses]
        ahead = [one for one in analysis.after(verb) if one.gov in register.language.words["foe"]]
        for one in (*objects, *told, *ahead):
            # "Called home the ambassador in Quito": Quito has none there.
            found.update(part.state for part in (one, one.owner, one.sent) if part is not None)
    return found - {None}


def home_by_name(mention: Mention) -> str | None:
    """
    The state of a body that no other state has, such as "the Department of State".
    """
    return next((tag[5:].upper() for tag in mention.tags if tag.startswith("home-")), None)
