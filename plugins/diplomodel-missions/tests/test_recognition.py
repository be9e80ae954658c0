"""
Tests of reading spells of recognition.
"""

import io

from diplomodel import fluents
from diplomodel.events import Event
from diplomodel.extractors import SetAsideRows
from diplomodel.histories import replay
from diplomodel_missions.recognition import RecognitionExtractor


def found(*rows: str):
    """
    What is read of rows.
    """
    data = "country,start,end\n" + "".join(f"{row}\n" for row in rows)
    return list(RecognitionExtractor().extract(io.BytesIO(data.encode()), name="r.csv"))


def told(*rows: str) -> list[tuple[str, ...]]:
    """
    Date, kind and states of each event.
    """
    return [
        (str(one.occurred), one.kind, getattr(one, "subject", "") or f"{one.by}>{one.target}")
        for one in found(*rows)
    ]


def test_a_spell_begins_and_ends_with_an_act() -> None:
    """
    Recognition and its withdrawal are dated to their years.
    """
    assert [
        ("1961", "state_recognition", "BFA>TWN"),
        ("1973", "state_recognition_withdrawal", "BFA>TWN"),
    ] == told("Burkina Faso,1961,1973")


def test_a_spell_that_goes_on_has_no_end() -> None:
    """
    No end, however that is written, is no event.
    """
    for end in ("NA", "", "nan"):
        assert [("1999", "state_recognition", "PLW>TWN")] == told(f"Palau,1999,{end}")


def test_the_republic_of_china_is_where_its_government_is() -> None:
    """
    Before the government moved the recognised state is China; a spell over that day is observed.
    """
    assert [
        ("1913", "state_recognition", "PER>CHN"),
        ("1949-12-08", "observation", "PER>TWN"),
        ("1971", "state_recognition_withdrawal", "PER>TWN"),
    ] == told("Peru,1913,1971")


def test_an_end_that_is_no_withdrawal_is_none() -> None:
    """
    A spell that ends before the government moved, or with the recogniser, has a note and no act.
    """
    (poland,) = found("Poland,1929,1949")
    assert "no less recognised as a state" in poland.evidence[0].note
    (vietnam,) = found("South Vietnam,1955,1975")
    assert ("XRVN", "the spell ends with the recognising state") == (
        vietnam.by,
        vietnam.evidence[0].note,
    )


def test_spells_replay() -> None:
    """
    The state is recognised within a spell, withdrawn between two, and recognised again.
    """
    history = replay(found("Lesotho,1966,1983", "Lesotho,1990,1994"))
    values = [
        history.at(f"{year}-06-01").value(fluents.STATE_RECOGNITION, "LSO>TWN")
        for year in (1970, 1986, 1992, 2000)
    ]
    recognised, withdrawn = fluents.Recognition.RECOGNISED, fluents.Recognition.WITHDRAWN
    assert [recognised, withdrawn, recognised, withdrawn] == values


def test_bad_rows_are_set_aside() -> None:
    """
    Rows without a known state, without years or with an end before the start are set aside.
    """
    bad = ("Atlantis,1950,1960", "Peru,NA,1960", "Peru,1960,1950", "China,1950,1960", "Peru,x,NA")
    given = found(*bad, "Peru,0,NA", "Palau,1999,NA")
    assert 1 == sum(isinstance(one, Event) for one in given)
    assert 6 == sum(len(one) for one in given if isinstance(one, SetAsideRows))


def test_names_in_another_encoding_are_read() -> None:
    """
    A file in Windows-1252 is read as well.
    """
    data = "country,start,end\nSão Tomé and Príncipe,1997,2016\n".encode("cp1252")
    events = list(RecognitionExtractor().extract(io.BytesIO(data), name="r.csv"))
    assert {"STP"} == {event.by for event in events}
