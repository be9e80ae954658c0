"""
The table of codes.
"""

from __future__ import annotations

from collections import defaultdict

import attrs
import pytest

from diplomodel.dates import PartialDate
from diplomodel.events import Modality, event_types
from diplomodel.evidence import Evidence, Source
from diplomodel.histories import replay
from diplomodel.rules import core_rules
from diplomodel.schemes import cameo_codes, plover_types
from diplomodel_eventdata._codes import meaning, meanings
from diplomodel_eventdata._places import resolve


DAY = PartialDate.parse("2025-06-01")
PIECE = Evidence(source=Source(id="made-up", publisher="Nobody"))
ACTING = [found for found in meanings().values() if found.cls is not None]

#: Types whose code says something wider than they do: the reason stands beside the code.
WIDER = {
    "061": "cooperation is not trade that goes on as before",
    "174": "one offender deported is not all nationals ordered out",
}


def test_the_core_is_followed_where_it_is_clear():
    """
    Where exactly one type has a code without reserve and needs two parties alone, it is that type.
    """
    exact = defaultdict(set)
    for cls in event_types():
        needed = {one.name for one in attrs.fields(cls) if one.default is attrs.NOTHING}
        if cls.coding.cameo and not cls.coding.why:
            exact[cls.coding.cameo].add(cls if needed <= {"occurred", "by", "target"} else None)
    clear = {code: next(iter(found)) for code, found in exact.items() if len(found) == 1}
    clear = {code: cls for code, cls in clear.items() if cls and code not in WIDER}

    assert {"161", "114", "040", "046", "043", "130"} <= set(clear)
    for code, cls in clear.items():
        assert cls is meaning("cameo", code).cls, code


@pytest.mark.parametrize("found", ACTING, ids=lambda found: found.code)
def test_every_meaning_makes_an_event(found):
    """
    Every code that stands for a type makes one, with the modality and key of the table.
    """
    event = found.event("PER", "MEX", occurred=DAY, evidence=PIECE)

    assert found.cls is type(event)
    assert (found.modality, found.key) == (event.modality, event.key)


def test_all_codes_are_decided():
    """
    Every code of both schemes stands for a type or has a reason why not.
    """
    codes = [("cameo", one.code) for one in cameo_codes()]
    for one in plover_types():
        codes += [("plover", one.name), *(("plover", f"{one.name}/{mode}") for mode in one.modes)]

    assert all(meaning(scheme, code).why for scheme, code in codes)
    assert all(meaning(scheme, code).known for scheme, code in codes)


def test_no_meaning_has_an_effect():
    """
    No type that codes become sets a fluent: those with rules are only claimed.
    """
    rules = core_rules()
    with_rules = [one for one in ACTING if rules.rules_for(one.cls)]
    events = [one.event("PER", "MEX", occurred=DAY, evidence=PIECE) for one in ACTING]

    assert {Modality.CLAIMED} == {one.modality for one in with_rules}
    assert [] == list(replay(events).transitions())


@pytest.mark.parametrize(
    ("scheme", "code", "on", "found"),
    [
        ("cow", "345", "1990-01-01", "YUG"),
        ("cow", "345.0", "2010-01-01", "SRB"),
        ("cameo", "TMP", "2010-01-01", "TLS"),
        ("fips", "UK", "2010-01-01", "GBR"),
        ("iso2", "cs", "1980-01-01", "CSK"),
        ("iso3", "PER", "2010-01-01", "PER"),
        ("gw", "678", "2020-01-01", "YEM"),
        ("name", "Russia", "1980-01-01", "SUN"),
        ("cameo", "RUS", "1980-01-01", "SUN"),
        ("name", "Holy See", "2018-06-01", "VAT"),
        ("cow", "13y", "2010-01-01", None),
        ("cameo", "", "2010-01-01", None),
        ("cow", "nan", "2010-01-01", None),
        ("cow", "1e400", "2010-01-01", None),
        ("name", "x" * 1000, "2010-01-01", None),
    ],
)
def test_codes_of_states_by_date(scheme, code, on, found):
    """
    A code means the state that had it on the date, or nobody.
    """
    state = resolve(scheme, code, PartialDate.parse(on))

    assert found == (state and state.code)
