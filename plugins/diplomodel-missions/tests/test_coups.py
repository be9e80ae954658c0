"""
Tests of reading the Cline Center's coups.
"""

import io

import pytest

from diplomodel.events import CoupAttempt, Event, SelfCoupAttempt
from diplomodel.extractors import SetAsideRows
from diplomodel_missions.coups import CoupsExtractor, CoupsOptions


HEAD = (
    "coup_id,cowcode,country,year,month,day,event_type,realized,conspiracy,attempt,"
    "military,auto,foreign,noharm,killed,exile\n"
)


def found(text: str):
    """
    What is read of rows.
    """
    options = CoupsOptions(published="2024-02-03")
    data = io.BytesIO((HEAD + text).encode())
    return list(CoupsExtractor(options).extract(data, name="coups.csv"))


@pytest.mark.parametrize(
    ("row", "outcome", "summary"),
    [
        (
            "1,135,Peru,1999,1,2,coup,1,0,0,1,0,1,0,1,0",
            "realised",
            "Coup: military, foreign-backed. The executive: killed.",
        ),
        ("1,135,Peru,1999,1,2,attempted,0,0,1,0,0,0,0,0,0", "attempted", "Attempted coup."),
        (
            "1,135,Peru,1999,1,2,Conspiracy,0,1,0,0,0,0,1,0,1",
            "conspiracy",
            "Coup conspiracy. The executive: unharmed, exiled.",
        ),
    ],
)
def test_a_row_is_an_attempt_with_its_outcome(row: str, outcome: str, summary: str) -> None:
    """
    The type of the row is the outcome, and its codes are told in words.
    """
    (event,) = found(f"{row}\n")
    assert CoupAttempt is type(event)
    assert ("PER", "1999-01-02", outcome, summary) == (
        event.state,
        str(event.occurred),
        event.outcome.value,
        event.summary,
    )
    (piece,) = event.evidence
    assert ("line 2", row, "2024-02-03") == (piece.place, piece.quote, str(piece.published))


def test_a_coup_by_those_who_govern_is_a_self_coup() -> None:
    """
    ``auto`` tells a self-coup.
    """
    (event,) = found("1,135,Peru,1999,1,2,coup,1,0,0,0,1,0,1,0,0\n")
    assert SelfCoupAttempt is type(event)


def test_two_on_one_day_are_two() -> None:
    """
    The number that their ids end in tells them apart; others have no key.
    """
    row = "135,Peru,1999,1,2,coup,1,0,0,0,0,0,1,0,0"
    first, second, third = found(f"1_1,{row}\n1_2,{row}\n1,{row}\n")
    assert ("1", "2", None) == (first.key, second.key, third.key)
    assert 3 == len({first.id, second.id, third.id})
    assert "cline-1_2" == second.label


def test_states_are_those_of_the_day() -> None:
    """
    The number stands for the state of the day, and the name where the number is wrong.
    """
    rest = "2,3,coup,1,0,0,0,0,0,1,0,0"
    text = (
        f"1,365,Soviet Union,1950,{rest}\n2,365,Russia,1995,{rest}\n3,9999,Peru,1995,{rest}\n"
        f"4,255,Wuerttemberg,1995,{rest}\n"
    )
    assert ["SUN", "RUS", "PER", "DEU"] == [event.state for event in found(text)]


def test_dates_that_are_not_known_stay_open() -> None:
    """
    A day or month of zero or less is not known.
    """
    rest = "coup,1,0,0,0,0,0,1,0,0"
    text = f"1,135,Peru,1999,4,0,{rest}\n2,135,Peru,1999,-9,-9,{rest}\n"
    assert ["1999-04", "1999"] == [str(event.occurred) for event in found(text)]


def test_bad_rows_are_set_aside() -> None:
    """
    A row that contradicts itself or has no date, state, number or type is set aside.
    """
    good = "1,135,Peru,1999,1,2,coup,1,0,0,0,0,0,1,0,0"
    bad = [
        good.replace("coup", "riot"),
        good.replace("coup,1", "coup,0"),
        good.replace("1999,1,2", "1999,2,30"),
        good.replace("1999,1,2", "0,1,2"),
        good.replace("135,Peru", "9999,Nowhere"),
        good.replace("135", "NA"),
        f"x{good}",
        good.replace(",1,0,0,0,0,0,1,0,0", ",1,0,0,2,0,0,1,0,0"),
        good.replace("Peru", "P" * 5000) + ",1",
    ]
    text = "\n".join([good, *bad]) + "\n"
    events = [one for one in found(text) if isinstance(one, Event)]
    asides = [one for one in found(text) if isinstance(one, SetAsideRows)]
    assert 1 == len(events)
    assert len(bad) == sum(map(len, asides))
    assert set(range(3, 12)) == {line for one in asides for line in one.lines}
