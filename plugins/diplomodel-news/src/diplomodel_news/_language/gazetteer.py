"""
What names stand for: states, organisations, offices, institutions and concepts.
"""

from __future__ import annotations

import enum
from collections.abc import Collection, Iterable
from functools import cache
from typing import Final

import attrs

from diplomodel.actors import organisation, organisations, state
from diplomodel_news._language.phrases import Phrases
from diplomodel_news._language.text import fold


__all__ = ["Entry", "Kind", "add_actors", "exists", "group_tags", "then"]

# Short forms that are also common words or names of other things.
_LEAST: Final = 2


class Kind(enum.Enum):
    """
    What sort of phrase an entry of the lexicon is.
    """

    STATE = "state"
    DEMONYM = "demonym"
    CAPITAL = "capital"
    EPITHET = "epithet"
    ORGANISATION = "organisation"
    TITLE = "title"
    INSTITUTION = "institution"
    CONCEPT = "concept"


@attrs.frozen(kw_only=True)
class Entry:
    """
    What a phrase stands for.

    Attributes:
        kind: What sort of phrase it is.
        states: Codes of the states or the organisation; several where it can be any of them.
        tags: What frames call it.
        role: Role of an office, as in `diplomodel.actors.OfficeRole`.
        relation: How one person stands to another, such as ``wife``.
        plural: Whether it stands for several.
    """

    kind: Kind
    states: tuple[str, ...] = ()
    tags: frozenset[str] = frozenset()
    role: str = ""
    relation: str = ""
    plural: bool = False


#: Endings of English demonyms that serve as plurals, too, or have none.
_UNCHANGED: Final = ("s", "sh", "ch", "ese", "z", "man")


def add_actors(lexicon: Phrases[Entry], code: str, unlike: Collection[str]) -> None:
    """
    Add the states and organisations that diplomodel knows, and the names that Babel has for them.

    Args:
        lexicon: Where to add them.
        code: Language of the names.
        unlike: Folded names to leave out, since they mean other things too.
    """
    names: dict[tuple[Kind, str], dict[str, None]] = {}
    for row in _rows():
        for kind, name in _row_names(row, code):
            lowered = fold(name)
            if len(lowered) >= _LEAST and lowered not in unlike:
                names.setdefault((kind, lowered), {})[row["code"]] = None
    for (kind, name), codes in names.items():
        lexicon.add(name, Entry(kind=kind, states=tuple(codes)))
        if code == "en" and kind is Kind.DEMONYM and not name.endswith(_UNCHANGED):
            tags = frozenset({"nationals"})
            lexicon.add(f"{name}s", Entry(kind=kind, states=tuple(codes), tags=tags))
    for group in organisations():
        entry = Entry(kind=Kind.ORGANISATION, states=(group.id,), tags=group_tags(group.id))
        for name in (group.name, *group.names):
            if fold(name) not in unlike and (len(name) > 3 or name.isupper()):
                lexicon.add(name, entry)


def _row_names(row: dict[str, str], code: str) -> Iterable[tuple[Kind, str]]:
    """
    The names of a state in a language, with what sort each is.
    """
    for name in _state_names(row, code):
        yield Kind.STATE, name
    for name in _listed(row, "english_demonyms" if code == "en" else ""):
        yield Kind.DEMONYM, name
    for name in _listed(row, "spanish_demonyms" if code == "es" else ""):
        for form in _spanish(name):
            yield Kind.DEMONYM, form
    for name in _listed(row, "capitals"):
        yield Kind.CAPITAL, name


def group_tags(code: str) -> frozenset[str]:
    """
    What frames call an organisation: its own short name, and what it can do.

    Example:
        >>> sorted(group_tags("org:oas-permanent-council"))
        ['deciding_body', 'intergovernmental', 'oas-permanent-council']
    """
    name = code.removeprefix("org:")
    deciding = any(word in name for word in ("council", "assembly", "parliament"))
    kind = organisation(code).kind.value
    more = {"deciding_body"} if deciding else {"world_court"} if kind == "court" else set()
    return frozenset({name, kind, *more})


def _spanish(name: str) -> Iterable[str]:
    """
    The forms of a Spanish adjective of nationality: gender and number.
    """
    stem = name[:-1]
    if name.endswith("o"):
        return (name, stem + "a", stem + "os", stem + "as")
    if name.endswith(("és", "ín", "án", "ón")):
        plain = fold(name)
        return (name, plain + "a", plain + "es", plain + "as")
    if name.endswith(("l", "n", "r")):
        return (name, name + "a", name + "es", name + "as")
    return (name, name + "s") if name[-1:] in "aeiouéáóúí" else (name, name + "es")


@cache
def _babel(code: str) -> dict[str, str]:
    from babel import Locale

    return {key: str(name) for key, name in Locale.parse(code).territories.items()}


@cache
def _rows() -> tuple[dict[str, str], ...]:
    """
    The core's table of names of states, demonyms apart.
    """
    import csv
    from importlib.resources import files

    text = (files("diplomodel.actors") / "state_names.csv").read_text(encoding="utf-8")
    return tuple(csv.DictReader(text.splitlines()))


def _listed(row: dict[str, str], column: str) -> list[str]:
    return [name for name in (row.get(column) or "").split(";") if name]


def _state_names(row: dict[str, str], code: str) -> Iterable[str]:
    yield state(row["code"]).name
    for column in ("formal", "variants", *(["spanish"] if code == "es" else [])):
        yield from _listed(row, column)
    iso2 = state(row["code"]).iso2
    if iso2 and (name := _babel(code).get(iso2)):
        yield name


#: States that bear a name only from some day on, and who bore it before (see the core's notes).
_BEFORE: Final = {"TWN": "CHN"}


def then(code: str, year: int) -> str:
    """
    The state that a code's name stood for in a year.

    Example:
        >>> then("TWN", 1928), then("TWN", 2020)
        ('CHN', 'TWN')
    """
    return _BEFORE[code] if code in _BEFORE and not exists(code, year) else code


@cache
def exists(code: str, year: int) -> bool:
    """
    Whether a state is there in a year.

    Example:
        >>> exists("SUN", 1960), exists("SUN", 2020)
        (True, False)
    """
    return state(code).exists(max(1, year))
