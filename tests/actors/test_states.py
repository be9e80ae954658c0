"""
The table of states: its codes, its names, its histories, and how it loads.
"""

import datetime as dt
import itertools
import pickle
import re
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplomodel.actors import (
    CodeSpell,
    State,
    cow_code,
    find_state,
    gw_code,
    is_actor,
    state,
    state_by_cameo,
    state_by_cow,
    state_by_fips,
    state_by_gw,
    state_by_iso2,
    states,
)
from diplomodel.dates import LAST_DAY
from diplomodel.errors import BadInputError, DiplomodelError, UnknownNameError


ALL = states()
any_state = st.sampled_from(ALL)
cow_spells = st.sampled_from([(found, spell) for found in ALL for spell in found.cow])
gw_spells = st.sampled_from([(found, spell) for found in ALL for spell in found.gw])


def code_of(found: State | None) -> str | None:
    """
    The code, or nothing where nothing was found.
    """
    return None if found is None else found.code


@given(any_state)
def test_every_code_resolves_to_itself(found: State) -> None:
    """
    A code gives the state that carries it, and is known as an actor.
    """
    assert found is state(found.code)
    assert is_actor(found.code)


@given(cow_spells, st.data())
def test_every_cow_spell_resolves_back(pair: tuple[State, CodeSpell], data: st.DataObject) -> None:
    """
    On every day of a Correlates of War spell, number and state lead to each other.
    """
    found, spell = pair
    day = dt.date.fromordinal(data.draw(st.integers(spell.first, spell.last)))
    assert found is state_by_cow(spell.number, at=day)
    assert spell.number == cow_code(found.code, day)


@given(gw_spells, st.data())
def test_every_gw_spell_resolves_back(pair: tuple[State, CodeSpell], data: st.DataObject) -> None:
    """
    On every day of a Gleditsch and Ward spell, number and state lead to each other.
    """
    found, spell = pair
    day = dt.date.fromordinal(data.draw(st.integers(spell.first, spell.last)))
    assert found is state_by_gw(spell.number, at=day)
    assert spell.number == gw_code(found.code, day)


@pytest.mark.parametrize("scheme", ["cow", "gw"])
def test_no_number_is_held_twice_on_a_day(scheme: str) -> None:
    """
    The spells of one number never overlap, nor do the spells of one state.
    """
    by_number: dict[int, list[CodeSpell]] = {}
    for found in ALL:
        own = getattr(found, scheme)
        assert all(one.last < other.first for one, other in itertools.pairwise(own))
        for spell in own:
            assert spell.first <= spell.last
            by_number.setdefault(spell.number, []).append(spell)
    for spells in by_number.values():
        spells.sort(key=lambda spell: spell.first)
        assert all(one.last < other.first for one, other in itertools.pairwise(spells))


@given(any_state)
def test_codes_have_their_form(found: State) -> None:
    """
    Codes are alpha-3 or X and three letters; the other codes have their own forms.
    """
    assert re.fullmatch("[A-Z]{3}|X[A-Z]{3}", found.code)
    assert found.iso2 is None or re.fullmatch("[A-Z]{2}", found.iso2)
    assert found.fips is None or re.fullmatch("[A-Z]{2}", found.fips)
    assert found.cameo is None or re.fullmatch("[A-Z]{3}", found.cameo)
    assert found.wikidata is None or re.fullmatch("Q[1-9][0-9]*", found.wikidata)
    assert (len(found.code) == 4) == (found.iso2 is None)


@given(any_state)
def test_states_refer_to_states_that_exist(found: State) -> None:
    """
    Successors and owners are in the table, and only territories have owners.
    """
    assert all(is_actor(code) for code in found.succeeded_by)
    assert found.part_of is None or state(found.part_of).sovereign
    assert found.sovereign == (found.part_of is None)


@given(any_state)
def test_existence_is_in_order(found: State) -> None:
    """
    Nothing ends before it begins, and gaps lie between.
    """
    begins, ends = found.begins or dt.date.min, found.ends or dt.date.max
    assert begins <= ends
    for gap in found.gaps:
        assert begins.toordinal() < gap.first <= gap.last < ends.toordinal()
        assert not found.exists(gap)


@given(any_state)
def test_no_name_is_empty_or_padded(found: State) -> None:
    """
    Names and capitals are trimmed, told once, and do not repeat the short name.
    """
    words = (found.name, *found.names)
    assert len(set(words)) == len(words)
    assert all(word == word.strip() and word for word in (*words, *found.capitals))


def test_wikidata_items_and_present_codes_are_not_shared() -> None:
    """
    No two states have one Wikidata item, nor two present ones an alpha-2 or FIPS code.
    """
    items = [found.wikidata for found in ALL if found.wikidata]
    assert len(items) == len(set(items))
    present = [found for found in ALL if found.ends is None]
    for codes in ([found.iso2 for found in present], [found.fips for found in present]):
        told = [code for code in codes if code]
        assert len(told) == len(set(told))


def test_members_of_the_united_nations_are_there() -> None:
    """
    There are 193 members, two observers, Taiwan, Kosovo, the two associated states, and ESH.
    """
    now = [found for found in states(at=2024) if found.sovereign and len(found.code) == 3]
    others = {"VAT", "PSE", "TWN", "XKX", "COK", "NIU", "ESH"}
    assert others <= {found.code for found in now}
    assert 193 == len(now) - len(others)


@pytest.mark.parametrize(
    "at", ["yesterday", 0, 10**5, True, 1.5, b"1990", pytest.param(10**5000, id="huge")]
)
def test_bad_dates_are_refused(at: object) -> None:
    """
    What is no date is refused by every look-up, also where nothing would be found.
    """
    for look_up in (
        lambda: state_by_cow(99_999, at=at),  # type: ignore[arg-type]  # hostile on purpose
        lambda: state_by_fips("??", at=at),  # type: ignore[arg-type]  # hostile on purpose
        lambda: find_state("?", at=at),  # type: ignore[arg-type]  # hostile on purpose
        lambda: states(at=at),  # type: ignore[arg-type]  # hostile on purpose
    ):
        with pytest.raises(BadInputError, match="date|year"):
            look_up()


@pytest.mark.parametrize(
    ("name", "at", "expected"),
    [
        ("Peru", None, "PER"),
        ("PERÚ", None, "PER"),
        ("república del peru", None, "PER"),
        ("peruana", None, "PER"),
        ("The Gambia", None, "GMB"),
        ("Cote d’Ivoire", None, "CIV"),
        ("St. Lucia", None, "LCA"),
        ("Trinidad & Tobago", None, "TTO"),
        ("Moldova, Republic of", None, "MDA"),
        ("Congo, the Democratic Republic of the", None, "COD"),
        ("Russia", None, "RUS"),
        ("Russia", 1900, "RUS"),
        ("Russia", 1980, "SUN"),
        ("West Germany", 1980, "DEU"),
        ("Zaire", 1980, "COD"),
        ("Korea", None, "KOR"),
        ("Korea", 1900, "XKOR"),
        ("Austria", 1900, "XAUH"),
        ("Austria", 1930, "AUT"),
        ("Austria", 1940, None),
        ("Egypt", 1960, "XUAR"),
        ("Serbia", 2004, "SCG"),
        ("Serbia", None, "SRB"),
        ("Yugoslavia", None, "YUG"),
        ("Colombia", 1825, "XGCO"),
        ("Republic of China", None, "TWN"),
        ("Vatican", None, "VAT"),
        ("Vietnam", 1960, None),
        ("Congolese", None, None),
        ("Dominican", None, None),
        ("Dominican", 1900, "DOM"),
        ("South Sudan", 2010, None),
        ("Lima", None, None),
        ("Narnia", None, None),
        ("", None, None),
        (",", None, None),
        pytest.param("x" * 1_000_000, None, None, id="long"),
    ],
)
def test_names_find_the_one_state_they_mean(
    name: str, at: int | None, expected: str | None
) -> None:
    """
    A name finds the state that it means on the date, and nothing where it could mean two.
    """
    assert expected == code_of(find_state(name, at=at))


@given(any_state)
def test_every_short_name_finds_a_state_of_that_name(found: State) -> None:
    """
    The short name finds the state, or for a former one a present state that shares the name.
    """
    other = find_state(found.name)
    assert other is not None
    assert found is other or (other.ends is None and found.name in other.names)


@given(any_state)
def test_the_spanish_and_formal_names_find_the_state(found: State) -> None:
    """
    Each further name finds the state, or is shared with another one.
    """
    for name in found.names:
        other = find_state(name)
        assert other in (None, found) or name in (other.name, *other.names)


@given(st.text())
def test_no_text_breaks_the_look_ups(text: str) -> None:
    """
    Any text at all finds a state or nothing, or raises the library's own error.
    """
    assert find_state(text) is None or isinstance(find_state(text), State)
    assert state_by_iso2(text) is None or isinstance(state_by_iso2(text), State)
    if not is_actor(text):
        with pytest.raises(UnknownNameError, match="unknown state code"):
            state(text)


def test_codes_of_event_data_find_states() -> None:
    """
    FIPS, CAMEO and alpha-2 codes lead to states, the withdrawn ones by date.
    """
    assert "GBR" == code_of(state_by_fips("UK"))
    assert "PSE" == code_of(state_by_fips("WE")) == code_of(state_by_fips("GZ"))
    assert "SCG" == code_of(state_by_fips("YI"))
    assert state_by_fips("YI", at=2018) is None
    assert state_by_fips("OS") is None
    assert "ROU" == code_of(state_by_cameo("ROM")) == code_of(state_by_cameo("ROU"))
    assert "PSE" == code_of(state_by_cameo("GZS"))
    assert state_by_cameo("EUR") is None
    assert "CSK" == code_of(state_by_iso2("CS", at=1992))
    assert "SCG" == code_of(state_by_iso2("CS"))
    assert "XKX" == code_of(state_by_iso2("XK"))


@pytest.mark.parametrize("look_up", [state_by_fips, state_by_cameo, state_by_iso2, state_by_cow])
@pytest.mark.parametrize("value", [None, [], {}, 1.5, b"PE"])
def test_look_ups_find_nothing_for_values_of_other_types(look_up: object, value: object) -> None:
    """
    What is neither text nor a number is the code of nothing.
    """
    assert callable(look_up)
    assert look_up(value) is None


@pytest.mark.parametrize(
    ("code", "hint"),
    [
        ("Peru", "did you mean 'PER'"),
        ("per", "did you mean 'PER'"),
        ("Méjico", "did you mean 'MEX'"),
        ("Venezuala", "did you mean 'VEN'"),
        ("BUR", "unknown state code 'BUR'"),
        ("", "unknown state code ''"),
        pytest.param("Z" * 500, re.escape("ZZZ...'"), id="long"),
    ],
)
def test_unknown_codes_are_told_what_was_meant(code: str, hint: str) -> None:
    """
    The error for an unknown code names the state that was probably meant.
    """
    with pytest.raises(UnknownNameError, match=hint) as caught:
        state(code)
    assert "state code" == caught.value.what


@pytest.mark.parametrize("code", [None, 7, ["PER"], b"PER", pytest.param(10**5000, id="huge")])
def test_codes_of_other_types_are_refused(code: object) -> None:
    """
    What is no text is no code, and no name.
    """
    with pytest.raises(DiplomodelError, match="unknown state code"):
        state(code)  # type: ignore[arg-type]  # hostile on purpose
    with pytest.raises(BadInputError, match="a name must be text"):
        find_state(code)  # type: ignore[arg-type]  # hostile on purpose


def test_states_are_plain_values() -> None:
    """
    States survive pickling, are equal by code, cannot be changed, and show as a call.
    """
    peru = state("PER")
    assert peru == pickle.loads(pickle.dumps(peru))
    assert hash(peru) == hash(State(code="PER", name="Peru"))
    assert peru != state("MEX")
    assert peru != "PER"
    assert "state('PER')" == repr(peru)
    with pytest.raises(AttributeError):
        peru.name = "Mexico"  # type: ignore[misc]  # that it fails is the point


def test_spells_are_inclusive() -> None:
    """
    The first and the last day belong to a spell, the days around it do not.
    """
    spell = state("DDR").cow[0]
    covered = [
        spell.covers(day) for day in ("1954-03-24", "1954-03-25", "1990-10-02", "1990-10-03")
    ]
    assert [False, True, True, False] == covered
    assert spell.covers(None)
    assert LAST_DAY == state("PER").cow[-1].last


def test_policy_cases() -> None:
    """
    The cases that the documentation names are as it says.
    """
    assert {"XKX", "TWN", "PSE", "VAT", "COK", "NIU", "ESH"} <= {
        found.code for found in ALL if found.sovereign
    }
    assert ["CHN", "USA", "DNK"] == [state(code).part_of for code in ("HKG", "PRI", "GRL")]
    assert dt.date(1949, 12, 8) == state("TWN").begins
    assert "North Vietnam" == state("VDR").name
    assert "Ottoman Empire" in state("TUR").names
    assert ("Lima",) == state("PER").capitals


def test_importing_reads_no_table() -> None:
    """
    Importing the package loads neither the tables nor the modules that read them.
    """
    script = (
        "import sys, diplomodel.actors as a\n"
        "from diplomodel.actors import _tables\n"
        "assert not _tables.load_states.cache_info().currsize\n"
        "assert not _tables.load_organisations.cache_info().currsize\n"
        "assert 'csv' not in sys.modules, 'csv'\n"
        "assert 'importlib.resources' not in sys.modules, 'resources'\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False)
    assert (0, b"") == (done.returncode, done.stderr)
