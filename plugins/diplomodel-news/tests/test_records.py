"""
Records of relations since 1776: acts told as guides and chronicles of foreign offices tell them.
"""

from __future__ import annotations

import datetime as dt
import itertools
import sys
from collections.abc import Callable

import pytest

from diplomodel.events import Event, participants
from diplomodel_news._events.finding import findings_of
from diplomodel_news._events.found import Finding
from diplomodel_news._events.unnamed import UNNAMED, is_unnamed, with_unnamed
from diplomodel_news._language.language import language
from diplomodel_news._language.phrases import words_of
from diplomodel_news._story import Story


def read(text: str) -> list[Finding]:
    """
    What is found in a text of the end of 2023.
    """
    return findings_of(Story(text, language("en"), dt.date(2023, 12, 31))).events


def told(text: str, kind: str) -> list[tuple[str, frozenset[str]]]:
    """
    The dates and states of the events of a kind that a text tells as done.
    """
    events: list[Event] = [one.event() for one in read(text) if one.modality == "done"]
    return [
        (str(event.occurred), frozenset(p.id for p in participants(event) if not p.is_person))
        for event in events
        if event.kind == kind
    ]


@pytest.mark.parametrize(
    ("text", "kind", "date", "states"),
    [
        pytest.param(
            "Chile recognized the Republic of Estonia on 4 March 1921, by a note to its envoy.",
            "state_recognition",
            "1921-03-04",
            {"CHL", "EST"},
            id="recognised by a note",
        ),
        pytest.param(
            "The independence of Norway was recognized by Argentina on 2 November 1905.",
            "state_recognition",
            "1905-11-02",
            {"ARG", "NOR"},
            id="recognised in the passive",
        ),
        pytest.param(
            "The first formal act of recognition between Portugal and the Kingdom of Greece occurred"
            " on 5 May 1840.",
            "state_recognition",
            "1840-05-05",
            {"PRT", "GRC"},
            id="recognised by an act",
        ),
        pytest.param(
            "Peru did not recognize Bolivia until 8 August 1826.",
            "state_recognition",
            "1826-08-08",
            {"PER", "BOL"},
            id="not until",
        ),
        pytest.param(
            "Sweden and Japan established diplomatic relations on 11 November 1868.",
            "relations_establishment",
            "1868-11-11",
            {"SWE", "JPN"},
            id="established actively",
        ),
        pytest.param(
            "Diplomatic relations between Italy and the Empire of China were established on"
            " 26 October 1866, when a treaty was signed.",
            "relations_establishment",
            "1866-10-26",
            {"ITA", "CHN"},
            id="established passively",
        ),
        pytest.param(
            "Spain reestablished diplomatic relations with Mexico on 28 March 1977.",
            "relations_restoration",
            "1977-03-28",
            {"ESP", "MEX"},
            id="restored",
        ),
        pytest.param(
            "Brazil severed diplomatic relations with Germany on 11 April 1917, after a ship was"
            " sunk.",
            "relations_break",
            "1917-04-11",
            {"BRA", "DEU"},
            id="severed",
        ),
        pytest.param(
            "The Danish Legation in Lima was closed on 1 July 1935.",
            "mission_closure",
            "1935-07-01",
            {"DNK", "PER"},
            id="mission closed",
        ),
        pytest.param(
            "The British Embassy at Lomé was opened on 3 June 1961 under Chargé d'Affaires ad"
            " interim John Smith.",
            "mission_opening",
            "1961-06-03",
            {"GBR", "TGO"},
            id="mission opened",
        ),
        pytest.param(
            "The Norwegian Legation in Ottawa was raised to Embassy status on 5 May 1943.",
            "level_upgrade",
            "1943-05-05",
            {"NOR", "CAN"},
            id="mission raised",
        ),
        pytest.param(
            "The French Consulate General at Nairobi was elevated to Embassy status on"
            " 12 December 1963.",
            "mission_opening",
            "1963-12-12",
            {"FRA", "KEN"},
            id="consulate becomes an embassy",
        ),
    ],
)
def test_an_act_of_a_record_is_found_with_its_day_and_parties(
    text: str, kind: str, date: str, states: set[str]
) -> None:
    """
    Each customary way of telling an act gives it with its day and its parties.
    """
    assert {(date, frozenset(states))} == set(told(text, kind))


def test_a_clause_with_when_gives_its_day_to_the_act() -> None:
    """
    An act without a day takes that of what happened when it was done.
    """
    text = "Chile opened a legation in Bern when Minister Juan Soto presented his letters on 2 May 1911."
    assert [("1911-05-02", frozenset({"CHL", "CHE"}))] == told(text, "mission_opening")


def test_joined_acts_share_the_day_at_their_end() -> None:
    """
    Two acts joined by "and" have one day.
    """
    text = "Relations between Cuba and Haiti were severed and the Cuban Legation was closed on 7 May 1959."
    assert {"1959-05-07"} == {date for date, _ in told(text, "relations_break")}


def test_relations_and_a_mission_are_established_together() -> None:
    """
    "Relations and the embassy were established" tells two acts.
    """
    text = (
        "Diplomatic relations and the Canadian Embassy in Accra were established on 7 May 1957,"
        " when the High Commissioner arrived in Ghana from Canada."
    )
    assert told(text, "mission_opening") == told(text, "relations_establishment")


def test_this_stands_for_what_was_told_before() -> None:
    """
    "This constituted recognition" has the day of the sentence before.
    """
    text = (
        "On 9 June 1848 the consul of Belgium wrote to the ministers of Ecuador."
        " This constituted the recognition of Ecuador by Belgium."
    )
    assert all(date == "1848-06-09" for date, _ in told(text, "state_recognition"))


def test_a_party_that_no_word_names_gets_a_code_of_no_state() -> None:
    """
    An act whose parties the text leaves out is told with stand-ins, not with guesses.
    """
    text = "Diplomatic relations were established on 5 August 1960, when the consulate became an embassy."
    assert [("1960-08-05", frozenset(UNNAMED))] == told(text, "relations_establishment")


def test_a_stand_in_needs_a_day() -> None:
    """
    Without a day, nothing is told of parties that no word names.
    """
    assert [] == told("Diplomatic relations were established.", "relations_establishment")


def test_stand_ins_fill_only_what_is_missing() -> None:
    """
    A party that is named stays.
    """
    values: dict[str, object] = {"sender": "PER"}
    assert ["receiver"] == with_unnamed(values, frozenset({"sender", "receiver"}))
    assert values["sender"] == "PER"
    assert is_unnamed(str(values["receiver"]))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        pytest.param(
            "Spain recognized the Kingdom of Bavaria on 4 May 1833.", "XBAV", id="kingdom"
        ),
        pytest.param("Spain recognized the Duchy of Nassau on 4 May 1846.", "XNAS", id="duchy"),
        pytest.param(
            "Spain recognized Siam (now Thailand) on 4 May 1870.", "THA", id="later name"
        ),
        pytest.param("Spain recognized Vietnam on 4 May 1830.", "XANN", id="of its time"),
        pytest.param("Spain recognized Vietnam on 4 May 1992.", "VNM", id="of a later time"),
    ],
)
def test_a_name_stands_for_the_state_of_its_time(text: str, code: str) -> None:
    """
    Which state a name means hangs on the year that the text speaks of.
    """
    assert {"ESP", code} == set().union(*(states for _, states in told(text, "state_recognition")))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Spain did not recognize the Republic of Estonia in 1921.", id="denied"),
        pytest.param("Spain will recognize the Republic of Estonia in 2031.", id="to come"),
        pytest.param("Spain refused to recognize the Republic of Estonia in 1921.", id="refused"),
        pytest.param("Spain hoped to recognize the Republic of Estonia in 1921.", id="hoped"),
    ],
)
def test_what_is_not_done_is_not_recognition(text: str) -> None:
    """
    Neither a refusal nor a hope becomes the act.
    """
    assert [] == told(text, "state_recognition")


def test_initials_do_not_cut_a_name() -> None:
    """
    A middle initial with its full stop is part of a name.
    """
    text = "American Minister John G. Brown presented his credentials to the Government of Peru on 4 May 1921."
    found = [one for one in read(text) if one.kind == "credentials_presentation"]
    assert ["john-g-brown"] == [one.values["person"] for one in found]


def test_a_saint_keeps_the_stop_of_the_abbreviation() -> None:
    """
    A phrase written with capitals is cut as texts are.
    """
    assert ("st.", "lucia") == words_of("St. Lucia")


def record(times: int) -> str:
    """
    One sentence of a record, over and over.
    """
    sentence = "Chile recognized Estonia on 4 March 1921, when its envoy was received, and opened a legation. "
    return sentence * times


def quarrel(times: int) -> str:
    """
    Many states that say something different to each other.
    """
    states = ["Chile", "Estonia", "Kenya", "Norway", "Japan", "Ghana", "Nepal", "Jordan", "Brazil"]
    return " ".join(
        f"{one} condemned the decision of {other}. {other} recalled its ambassador from {one}. "
        f"{one} said the words of Prime Minister John Doe{chr(97 + at % 26)} of {other} were absurd."
        for at, (one, other) in zip(
            range(times), itertools.cycle(itertools.permutations(states, 2)), strict=False
        )
    )


@pytest.mark.parametrize("text_of", [record, quarrel])
def test_work_is_linear_in_a_long_text(text_of: Callable[[int], str]) -> None:
    """
    Four times the text takes about four times the calls.
    """

    def calls(times: int) -> int:
        made = 0

        def count(*_: object) -> None:
            nonlocal made
            made += 1

        text = text_of(times)
        sys.setprofile(count)
        try:
            read(text)
        finally:
            sys.setprofile(None)
        return made

    read(text_of(1))
    assert calls(200) < 4.5 * calls(50)
