"""
Tests of writing observations back as the table.
"""

import io

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import diplomodel_missions
from diplomodel.casebooks import Casebook, dumps, loads
from diplomodel.errors import BadInputError
from diplomodel.events import Observation, RelationsBreak
from diplomodel.exporters import export
from diplomodel.histories import replay
from diplomodel.testing import isolated_host
from diplomodel_missions.cow import CowExtractor, CowOptions


USUAL = (
    '"ccode1","ccode2","year","DR_at_1","DR_at_2","DE","version"\r\n'
    "70,135,1952,9,9,1,0.5\r\n70,135,1972,3,1,1,0.5\r\n135,70,1952,9,9,1,0.5\r\n"
    "135,70,1972,1,3,1,0.5\r\n"
)


def events(text: str, options: CowOptions | None = None):
    """
    The observations of a table.
    """
    extractor = CowExtractor(options or CowOptions())
    return list(extractor.extract(io.BytesIO(text.encode()), name="cow.csv"))


def written(what, **options) -> str:
    """
    What is exported of a casebook or a history.
    """
    target = io.BytesIO()
    host = isolated_host(diplomodel_missions)
    export(what, target, to="missions.cow_table", options=options, host=host)
    return target.getvalue().decode()


def casebook(found) -> Casebook:
    """
    A casebook of events.
    """
    return Casebook(events=found, requires=["missions"])


@pytest.mark.parametrize("tells", ["levels", "codes"])
@pytest.mark.parametrize("day", ["", "01-01"])
@pytest.mark.parametrize(
    "text",
    [
        USUAL,
        USUAL.replace("\r\n", "\n"),
        USUAL.replace("\r\n", "\r"),
        USUAL.replace('"', ""),
        'year,DE,"DR_at_2",DR_at_1,ccode2,ccode1\n1972,1,3,"1",70,135\n1977.0,0,9,0,70,135\n',
    ],
)
def test_a_table_is_written_back_equal(text: str, tells: str, day: str) -> None:
    """
    All rows and columns come back byte for byte, in any order of columns and with any line end.
    """
    found = events(text, CowOptions(tells=tells, day=day))
    assert text == written(casebook(found))


def test_it_is_equal_after_a_journey_through_a_file() -> None:
    """
    Writing the casebook to JSON Lines and reading it again loses nothing.
    """
    book = loads(dumps(casebook(events(USUAL)), format="jsonl"), format="jsonl")
    assert USUAL == written(book)


def test_a_history_is_written_in_the_order_of_the_file() -> None:
    """
    A history, which has put its events in the order of time, gives the same table.
    """
    rules = isolated_host(diplomodel_missions).rules(["missions"])
    assert USUAL == written(replay(events(USUAL), rules=rules))


def test_other_events_have_no_place_in_it() -> None:
    """
    Events and observations from elsewhere are left out.
    """
    other = [
        RelationsBreak(occurred="1973", by="PER", target="MEX"),
        Observation(occurred="1973", fluent="mission", subject="PER>MEX", value="open"),
    ]
    assert USUAL == written(casebook([*other, *events(USUAL)]))
    head = USUAL.splitlines(keepends=True)[0]
    assert head == written(casebook(other))
    assert "" == written(casebook(other), header=False)


def test_a_changed_observation_changes_both_directions() -> None:
    """
    What an observation says goes before the row that it was read from, in both rows.
    """
    found = events(USUAL)
    found[1] = attrs.evolve(found[1], fluent="missions.cow_level", value="no_evidence")
    lines = written(casebook(found)).splitlines()
    assert "70,135,1972,3,0,1,0.5" == lines[2]
    assert "135,70,1972,0,3,1,0.5" == lines[4]


def test_what_cannot_be_written_is_refused() -> None:
    """
    A value without a code, a row of other states and tables of two layouts are refused.
    """
    found = events(USUAL)
    for change, said in (
        ({"value": "none", "fluent": "mission_level"}, "has no code in the data set"),
        ({"subject": "BRA>PER"}, "is not of these states and this year"),
        ({"occurred": "1973"}, "is not of these states and this year"),
    ):
        changed = [attrs.evolve(found[1], **change)]
        with pytest.raises(BadInputError, match=said):
            written(casebook(changed))
    piece = attrs.evolve(found[1].evidence[0], quote=None)
    with pytest.raises(BadInputError, match="quotes no row"):
        written(casebook([attrs.evolve(found[1], evidence=[piece])]))
    piece = attrs.evolve(found[1].evidence[0], quote="70,135,x,y,z,1,0.5")
    with pytest.raises(BadInputError, match="is not of these states"):
        written(casebook([attrs.evolve(found[1], evidence=[piece])]))
    with pytest.raises(BadInputError, match="write a table for each"):
        written(casebook([*found, *events(USUAL.replace("\r\n", "\n"))]))


states = st.sampled_from([2, 20, 70, 135, 155, 200, 220])
codes = st.sampled_from([0, 1, 2, 3, 9])
records = st.tuples(states, states, st.integers(1960, 2005), codes, codes, st.sampled_from([0, 1]))


@given(st.lists(records.filter(lambda one: one[0] != one[1]), max_size=12))
def test_any_table_is_written_back_equal(found) -> None:
    """
    Any rows that are read come back as they were.
    """
    head = USUAL.splitlines(keepends=True)[0]
    text = head + "".join(",".join(map(str, one)) + ",1\r\n" for one in found)
    assert text == written(casebook(events(text)))
