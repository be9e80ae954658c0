"""
Tests of reading Correlates of War Diplomatic Exchange.
"""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

import diplomodel_missions
from diplomodel import fluents
from diplomodel.errors import BadInputError
from diplomodel.events import AmbassadorExpulsion, EnvoyDeparture, Event, Observation
from diplomodel.extractors import SetAsideRows
from diplomodel.histories import replay
from diplomodel.testing import isolated_host
from diplomodel_missions._csv import lines
from diplomodel_missions.cow import COW_LEVEL, CowCode, CowExtractor, CowOptions


def host():
    """
    A host of this plugin alone.
    """
    return isolated_host(diplomodel_missions)


HEAD = "ccode1,ccode2,year,DR_at_1,DR_at_2,DE,version\n"


def found(text: str, options: CowOptions | None = None, head: str = HEAD):
    """
    What is read of rows.
    """
    extractor = CowExtractor(options or CowOptions())
    return list(extractor.extract(io.BytesIO((head + text).encode()), name="cow.csv"))


def seen(*rows: str, options: CowOptions | None = None) -> list[tuple[str, str]]:
    """
    Fluent and value of each row.
    """
    return [(one.fluent, one.value) for one in found("\n".join(rows) + "\n", options)]


def test_a_row_is_what_the_first_state_sends_to_the_second() -> None:
    """
    The mission at the second state is observed in the year, with its line and its words.
    """
    (event,) = found("70,135,1972,1,3,1,x\n")
    assert isinstance(event, Observation)
    assert ("1972", "mission_level", "MEX>PER", "ambassador") == (
        str(event.occurred),
        event.fluent,
        event.subject,
        event.value,
    )
    (piece,) = event.evidence
    assert ("line 2", "70,135,1972,1,3,1,x") == (piece.place, piece.quote)
    assert "also while the post is vacant" == piece.note


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("70,135,1972,0,1,1,x", ("mission_level", "charge_daffaires")),
        ("70,135,1972,0,2,1,x", ("mission_level", "minister")),
        ("70,135,1972,0,3,1,x", ("mission_level", "ambassador")),
        ("70,135,1972,0,0,0,x", ("missions.cow_level", "no_evidence")),
        ("70,135,1955,0,9,1,x", ("mission", "open")),
        ("70,135,1950,9,9,1,x", ("mission", "open")),
        ("70,135,1965,9,9,1,x", ("mission", "open")),
        ("70,135,1949,9,9,1,x", ("missions.cow_level", "other")),
        ("70,135,1966,9,9,1,x", ("missions.cow_level", "other")),
        ("70,135,1995,3,9,1,x", ("missions.cow_level", "other")),
        ("70,135,1995,0,9,0,x", ("missions.cow_level", "other")),
        ("70,135,1955,9,9,0,x", ("missions.cow_level", "other")),
        ("70,135,1955.0,9.0,0.0,1.0,x", ("missions.cow_level", "no_evidence")),
    ],
)
def test_codes_say_no_more_than_they_can(row: str, told: tuple[str, str]) -> None:
    """
    Classes are classes, 9 of 1950 to 1965 is a mission of no known class, 0 is not none.
    """
    assert [told] == seen(row)


def test_the_break_in_accreditation_is_noted() -> None:
    """
    A code of no evidence from 1985 on says that heads who reside elsewhere count less.
    """
    before, after = found("70,135,1980,0,0,0,x\n70,135,1985,0,0,0,x\n")
    assert "no evidence is not none" == before.evidence[0].note
    assert "reside elsewhere" in after.evidence[0].note


def test_codes_can_be_told_in_the_data_sets_own_terms() -> None:
    """
    With ``tells=codes`` every row is of the one fluent.
    """
    rows = ["70,135,1972,0,3,1,x", "70,135,1955,0,9,1,x", "70,135,1972,0,0,0,x"]
    told = seen(*rows, options=CowOptions(tells="codes"))
    values = ["ambassador", "unknown_class", "no_evidence"]
    assert [("missions.cow_level", value) for value in values] == told


def test_a_day_can_be_chosen() -> None:
    """
    The year stands alone unless a month and day are given.
    """
    (event,) = found("70,135,1972,0,3,1,x\n", CowOptions(day="01-01"))
    assert "1972-01-01" == str(event.occurred)
    for wrong in ("1 January", "02-30", "13-01"):
        with pytest.raises(BadInputError):
            CowOptions(day=wrong)


def test_rows_that_tell_nothing_are_set_aside_with_the_reason() -> None:
    """
    Every bad row is set aside by its line, in batches by reason, and the rest is read.
    """
    text = (
        "70,9999,1972,0,0,0,x\n"
        "70,70,1972,0,0,0,x\n"
        "NA,135,1972,0,0,0,x\n"
        "70,135,nan,0,0,0,x\n"
        "70,135,3000,0,0,0,x\n"
        "70,135,1972,4,0,0,x\n"
        "70,135,1972,0,7,0,x\n"
        "70,135,1972,0,3,5,x\n"
        "70,135,1972,0,3\n"
        "70,135,1972,0,3,1,x\n"
        "70,135,1972,0,3,1,\x01\n"
    )
    events = [one for one in found(text) if isinstance(one, Event)]
    asides = {one.reason: one.lines for one in found(text) if isinstance(one, SetAsideRows)}
    assert ["line 11"] == [one.evidence[0].place for one in events]
    assert (7, 8) == asides.pop("its levels are not of 0, 1, 2, 3 and 9")
    assert {2, 3, 4, 5, 6, 9, 10, 12} == {line for rows in asides.values() for line in rows}


def test_the_change_between_two_observations_is_interval_censored() -> None:
    """
    Observations set no transition: between two that differ both values are possible.
    """
    history = replay(found("20,2,1940,0,2,1,x\n20,2,1970,0,3,1,x\n", CowOptions(day="01-01")))
    assert [] == list(history.transitions())
    both = {fluents.MissionLevel.MINISTER, fluents.MissionLevel.AMBASSADOR}
    told = {
        day: set(history.at(day).mission("CAN", "USA").possible(fluents.MISSION_LEVEL))
        for day in ("1940-01-01", "1940-01-02", "1955-06-01", "1969-12-31", "1970-01-01")
    }
    assert {
        "1940-01-01": {fluents.MissionLevel.MINISTER},
        "1940-01-02": both,
        "1955-06-01": both,
        "1969-12-31": both,
        "1970-01-01": {fluents.MissionLevel.AMBASSADOR},
    } == told
    certain = history.at("1955-06-01").mission("CAN", "USA")
    assert "possible" == certain.certainty(fluents.MISSION_LEVEL).value


def test_no_evidence_sets_no_level() -> None:
    """
    A code of 0 leaves the level and the mission unknown, and is kept in its own fluent.
    """
    rules = host().rules(["missions"])
    history = replay(found("20,2,1970,0,0,0,x\n"), rules=rules)
    mission = history.at("1971-01-01").mission("CAN", "USA")
    assert mission.level is None
    assert mission.status is None
    assert CowCode.NO_EVIDENCE == history.at("1971-01-01").value(COW_LEVEL, "CAN>USA")
    assert [] == [one for one in history.findings() if one.code == "set_aside"]


def test_an_expulsion_is_1_and_a_vacancy_stays_3() -> None:
    """
    The rules of the data set's own fluent follow its practice.
    """
    rules = host().rules(["missions"])
    opening = found("70,135,1972,0,3,1,x\n", CowOptions(day="01-01", tells="codes"))
    envoy = {"sender": "MEX", "receiver": "PER", "person": "an-envoy"}
    left = replay([*opening, EnvoyDeparture(occurred="1973-01-01", **envoy)], rules=rules)
    sent = replay([*opening, AmbassadorExpulsion(occurred="1973-01-01", **envoy)], rules=rules)
    told = [one.at("1974-01-01").value(COW_LEVEL, "MEX>PER") for one in (left, sent)]
    assert [CowCode.AMBASSADOR, CowCode.CHARGE_DAFFAIRES] == told


cells = st.one_of(
    st.integers(-5, 3000).map(str), st.text(max_size=8), st.sampled_from(["NA", "", '"', "9", "3"])
)


@given(st.lists(st.lists(cells, min_size=5, max_size=9).map(",".join), max_size=8))
def test_any_rows_are_events_or_set_aside(rows: list[str]) -> None:
    """
    Whatever stands in the rows, each is an event or is set aside.
    """
    data = (HEAD + "".join(f"{row}\n" for row in rows)).encode("utf-8", "replace")
    total = 0
    given_events = CowExtractor().extract(io.BytesIO(data), name="cow.csv")
    for one in given_events:
        total += len(one) if isinstance(one, SetAsideRows) else 1
    texts = [line.text for line in lines(io.BytesIO(data))][1:]
    assert sum(bool(text is None or text.strip()) for text in texts) == total
