"""
The tables of states and organisations, read once, when first asked for.

Sources of the facts in them: ISO 3166-1 and 3166-3 (codes); Correlates of War, State System
Membership v2016; Gleditsch and Ward, "A Revised List of Independent States since the Congress
of Vienna" (1999), as updated; FIPS PUB 10-4; CAMEO codebook 1.1b3 (2012).
"""

from __future__ import annotations

import datetime as dt
import functools
import re
import unicodedata
from collections.abc import Mapping
from typing import Final

from diplomodel.actors._organisations import Organisation, OrganisationKind
from diplomodel.actors._states import CodeSpell, State
from diplomodel.dates import LAST_DAY, PartialDate


_FEMININES: Final = (("o", "a"), ("és", "esa"), ("án", "ana"), ("ón", "ona"), ("ol", "ola"))
_DROPPED: Final = str.maketrans("", "", "'’‘ʻʼ`´.")


def fold(name: str) -> str:
    """
    A name as the index holds it: without case, accents, punctuation and a leading "the".

    Example:
        >>> fold("The Côte d’Ivoire") == fold("cote d'ivoire")
        True
    """
    plain = unicodedata.normalize("NFKD", name.translate(_DROPPED).casefold())
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    words = re.findall(r"\w+", plain.replace("&", " and "))
    words = ["saint" if word == "st" else word for word in words]
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


@functools.cache
def load_states() -> Mapping[str, State]:
    """
    Every state and territory, by code, in the order of the table.
    """
    names = {row["code"]: row for row in _rows("state_names.csv")}
    return {row["code"]: _state(row, names[row["code"]]) for row in _rows("states.csv")}


@functools.cache
def load_organisations() -> Mapping[str, Organisation]:
    """
    Every organisation, by identifier, in the order of the table.
    """
    return {
        row["id"]: Organisation(
            id=row["id"],
            name=row["name"],
            kind=OrganisationKind(row["kind"]),
            names=_several(row["names"]),
            wikidata=row["wikidata"] or None,
            cameo=row["cameo"] or None,
        )
        for row in _rows("organisations.csv")
    }


def _rows(file: str) -> list[dict[str, str]]:
    # Imported here because reading the tables is rare and importing the package is not.
    import csv
    import pkgutil

    # Ten times as quick to import as importlib.resources, and reads from a zip file as well.
    table = pkgutil.get_data("diplomodel.actors", file) or b""
    return list(csv.DictReader(table.decode("utf-8").splitlines()))


def _several(cell: str) -> tuple[str, ...]:
    return tuple(cell.split(";")) if cell else ()


def _state(row: Mapping[str, str], names: Mapping[str, str]) -> State:
    return State(
        code=row["code"],
        iso2=row["iso2"] or None,
        name=row["name"],
        names=_variants(row["name"], names),
        capitals=_several(names["capitals"]),
        sovereign=not row["part_of"],
        part_of=row["part_of"] or None,
        begins=_day(row["begins"]),
        ends=_day(row["ends"]),
        gaps=tuple(map(PartialDate.parse, _several(row["gaps"]))),
        succeeded_by=tuple(row["succeeded_by"].split()),
        cow=_spells(row["cow"]),
        gw=_spells(row["gw"]),
        fips=row["fips"] or None,
        cameo=row["cameo"] or None,
        wikidata=row["wikidata"] or None,
    )


def _variants(name: str, row: Mapping[str, str]) -> tuple[str, ...]:
    masculine = _several(row["spanish_demonyms"])
    feminine = (
        word.removesuffix(end) + put
        for word in masculine
        for end, put in _FEMININES
        if word.endswith(end)
    )
    found = (
        row["formal"],
        row["spanish"],
        *_several(row["variants"]),
        *_several(row["english_demonyms"]),
        *masculine,
        *feminine,
    )
    return tuple(variant for variant in dict.fromkeys(found) if variant != name)


def _day(cell: str) -> dt.date | None:
    return dt.date.fromisoformat(cell) if cell else None


def _spells(cell: str) -> tuple[CodeSpell, ...]:
    return tuple(map(_spell, _several(cell)))


def _spell(text: str) -> CodeSpell:
    number, days = text.split()
    first, last = days.split("/")
    return CodeSpell(
        number=int(number),
        first=dt.date.fromisoformat(first).toordinal(),
        last=dt.date.fromisoformat(last).toordinal() if last else LAST_DAY,
    )
