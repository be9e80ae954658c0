"""
Treaties, their parties, and who is bound.
"""

from __future__ import annotations

import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplomodel import law
from diplomodel.errors import BadInputError, UnknownNameError


DAYS = st.dates(min_value=dt.date(1, 1, 1), max_value=dt.date(9999, 12, 31))
TREATY_IDS = st.sampled_from([treaty.id for treaty in law.treaties()])
LISTED = sorted({party.state for treaty in law.treaties() for party in treaty.parties})
STATES = st.sampled_from([*LISTED, "FJI", "JPN", "KEN"])


@pytest.mark.parametrize("state", ["ARG", "BRA", "ECU", "MEX", "PER", "VEN"])
def test_parties_to_caracas_today(state: str) -> None:
    """
    The states of the recent asylum cases are parties in 2025.
    """
    assert law.is_party("Caracas", state, at="2025-11-03") is True


@pytest.mark.parametrize("state", ["BOL", "CHL", "COL", "CUB", "HND", "NIC"])
def test_a_signature_alone_does_not_bind(state: str) -> None:
    """
    States that signed Caracas and did not ratify are no parties.
    """
    assert law.Standing.SIGNED_ONLY is law.treaty("Caracas").standing(state)

    assert law.is_party("Caracas", state, at="2019-11-15") is False


@pytest.mark.parametrize("state", ["GBR", "USA", "ESP"])
def test_outsiders_to_caracas(state: str) -> None:
    """
    States outside the convention are no parties, listed or not, since its list is whole.
    """
    assert law.is_party("Caracas", state) is False


def test_caracas_parties_are_the_fourteen() -> None:
    """
    Fourteen states are parties.
    """
    codes = [
        "ARG",
        "BRA",
        "CRI",
        "DOM",
        "ECU",
        "GTM",
        "HTI",
        "MEX",
        "PAN",
        "PER",
        "PRY",
        "SLV",
        "URY",
        "VEN",
    ]
    everybody = {party.state for party in law.treaty("Caracas").parties}

    assert codes == sorted(state for state in everybody if law.is_party("Caracas", state))


def test_reservations_are_kept() -> None:
    """
    Guatemala, Uruguay and the Dominican Republic reserved articles of Caracas.
    """
    reserved = {
        party.state: party.reservations
        for party in law.treaty("Caracas").parties
        if party.reservations and party.standing is law.Standing.PARTY
    }

    assert {
        "DOM": ("VII", "general"),
        "GTM": ("II", "XX"),
        "URY": ("II", "XV", "XX"),
    } == reserved


@pytest.mark.parametrize(
    ("treaty_id", "state", "at", "expected"),
    [
        ("Caracas", "PER", "1962-05-20", False),
        ("Caracas", "PER", "1962-05-21", True),
        ("Caracas", "ARG", "1993-02-14", False),
        ("Caracas", "SLV", "1954-12-28", False),
        ("Caracas", "SLV", "1954-12-29", True),
        ("Caracas", "HTI", "1960-01-01", True),
        ("Caracas", "HTI", "1970-01-01", None),
        ("Caracas", "HTI", "1980-01-01", True),
        ("VCDR", "PER", "1964-04-23", False),
        ("VCDR", "PER", "1967-12-31", False),
        ("VCDR", "PER", "1968-06-01", None),
        ("VCDR", "PER", "1969-01-01", True),
        ("VCDR", "USA", "1972-12-12", False),
        ("VCDR", "SSD", "2020-01-01", False),
        ("VCDR", "TWN", "2020-01-01", None),
        ("VCDR", "JPN", "1970-01-01", None),
        ("VCDR", "JPN", "2020-01-01", True),
        ("VCCR", "ISR", "2000-01-01", False),
        ("Montevideo", "PRY", "2017-12-31", False),
        ("Montevideo", "JPN", "2000-01-01", None),
        ("VCLT", "USA", "2025-01-01", False),
    ],
)
def test_membership_by_day(treaty_id: str, state: str, at: str, expected: bool | None) -> None:
    """
    Membership begins with ratification, never before entry into force, and may be unknown.
    """
    assert expected is law.is_party(treaty_id, state, at=at)


@pytest.mark.parametrize(
    ("states", "at", "expected"),
    [
        (("PER", "MEX"), "2025-11-03", True),
        (("MEX", "BOL"), "2019-11-15", False),
        (("ECU", "GBR"), "2012-08-16", False),
        (("MEX", "ECU", "BRA"), "2024-04-05", True),
        (("PER", "HTI"), "1970-01-01", None),
        (("BOL", "HTI"), "1970-01-01", False),
    ],
)
def test_a_treaty_binds_its_parties_only(
    states: tuple[str, ...], at: str, expected: bool | None
) -> None:
    """
    All states must be parties; one known outsider is enough for no.
    """
    assert expected is law.bound("Caracas", states, at=at)


@pytest.mark.parametrize("treaty_id", ["VCCR", "VCDR"])
def test_universal_rules_bind_as_custom(treaty_id: str) -> None:
    """
    Between non-parties the Vienna rules apply as custom, once they were in force.
    """
    assert law.is_party(treaty_id, "SSD") is False
    assert law.bound(treaty_id, ("SSD", "JPN"), at="2020-01-01") is True

    assert law.bound(treaty_id, ("PER", "MEX")) is True
    assert law.bound(treaty_id, ("PER", "MEX"), at="1950-01-01") is None


def test_tables_hold_together() -> None:
    """
    Rows are sorted, codes have three capitals, periods run forward and only parties reserve.
    """
    for treaty in law.treaties():
        keys = [(party.state, party.since or "") for party in treaty.parties]
        assert sorted(set(keys)) == keys
        assert treaty.signed < treaty.in_force
        assert treaty.universal == (treaty.presumed_from is not None)
        assert not (treaty.universal and treaty.complete)
        for party in treaty.parties:
            assert re.fullmatch(r"[A-Z]{3}", party.state)
            assert party.since is None or re.fullmatch(r"\d{4}(-\d\d-\d\d)?", party.since)
            assert party.until is None or (party.since or "9999") < party.until
            assert party.standing is not law.Standing.PARTY or party.since is not None


@given(TREATY_IDS, STATES, DAYS)
def test_the_three_ways_to_give_a_day_agree(treaty_id: str, state: str, day: dt.date) -> None:
    """
    A date, its text, its ordinal and a moment of it ask the same question.
    """
    moment = dt.datetime(day.year, day.month, day.day, 12, tzinfo=dt.UTC)
    ways = (day, day.isoformat(), day.toordinal(), moment)

    assert 1 == len({law.is_party(treaty_id, state, at=at) for at in ways})


@given(TREATY_IDS, STATES, DAYS)
def test_nobody_is_a_party_before_entry_into_force(
    treaty_id: str, state: str, day: dt.date
) -> None:
    """
    Before its entry into force a treaty has no parties.
    """
    early = day.isoformat() < law.treaty(treaty_id).in_force

    assert not early or law.is_party(treaty_id, state, at=day) is False


@given(TREATY_IDS, st.lists(STATES, min_size=1, max_size=4), DAYS)
def test_bound_follows_from_membership(treaty_id: str, states: list[str], day: dt.date) -> None:
    """
    Outside universal treaties, being bound is the conjunction of memberships.
    """
    members = [law.is_party(treaty_id, state, at=day) for state in states]
    conjunction = False if False in members else None if None in members else True

    if not law.treaty(treaty_id).universal:
        assert conjunction is law.bound(treaty_id, states, at=day)


@pytest.mark.parametrize(
    "wrong",
    [
        "2025",
        "2025-02-30",
        "20251103",
        "",
        0,
        10**5000,
        -1,
        True,
        2025.5,
        "\u0662\u0660\u0662\u0665-11-03",
    ],
    ids=lambda wrong: type(wrong).__name__,
)
def test_a_day_that_cannot_be_read_is_refused(wrong: object) -> None:
    """
    Anything but a full day is refused with the library's own error.
    """
    with pytest.raises(BadInputError, match="a day is a date"):
        law.is_party("Caracas", "PER", at=wrong)  # type: ignore[arg-type]  # wrong on purpose


@pytest.mark.parametrize("wrong", ["per", "PERU", "PE", "", "PER\n", 604, None])
def test_a_state_code_that_cannot_be_read_is_refused(wrong: object) -> None:
    """
    A code is three capital letters.
    """
    with pytest.raises(BadInputError, match="three capital letters"):
        law.is_party("Caracas", wrong)  # type: ignore[arg-type]  # wrong on purpose


@pytest.mark.parametrize(
    ("wrong", "match"),
    [("PER", "several codes"), (7, "several codes"), ((), "no state given")],
)
def test_states_must_be_several(wrong: object, match: str) -> None:
    """
    Asking who is bound takes a collection of codes, and not an empty one.
    """
    with pytest.raises(BadInputError, match=match):
        law.bound("Caracas", wrong)  # type: ignore[arg-type]  # wrong on purpose


def test_an_unknown_treaty_is_answered_with_the_nearest() -> None:
    """
    A slip in a treaty's identifier names the one probably meant.
    """
    with pytest.raises(UnknownNameError, match="did you mean 'Montevideo'"):
        law.is_party("Montevidio", "PER")


def test_organisations_are_party_to_none() -> None:
    """
    An organisation is no party, and custom between states says nothing of it.
    """
    assert law.is_party("Caracas", "org:oas") is False
    assert law.bound("Caracas", ("PER", "org:oas")) is False
    assert law.bound("VCDR", ("PER", "org:oas"), at="2020-01-01") is None


def test_states_without_iso_code_can_be_asked() -> None:
    """
    The project's own codes of former states have four letters.
    """
    assert law.is_party("Caracas", "XHAW") is False
