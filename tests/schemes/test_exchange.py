"""
Projections on Correlates of War and Diplometrics.
"""

from __future__ import annotations

import csv
import os
from pathlib import Path

import pytest

from diplomodel.errors import BadInputError
from diplomodel.events import (
    AmbassadorExpulsion,
    AmbassadorRecall,
    AmbassadorReturn,
    AmbassadorWithdrawal,
    ChargeAppointment,
    CredentialsPresentation,
    EnvoyDeparture,
    Event,
    MissionClosure,
    MissionOpening,
    MissionSuspension,
    Observation,
    ProtectingPowerFunction,
    RelationsBreak,
)
from diplomodel.histories import replay
from diplomodel.schemes import (
    CowExchange,
    CowLevel,
    DiplometricsEmbassy,
    DiplometricsFocus,
    DiplometricsLevel,
    to_cow,
    to_diplometrics,
)


WAY = {"sender": "MEX", "receiver": "PER"}
ENVOY = {**WAY, "person": "pablo-monroy"}
IN_POST = CredentialsPresentation(occurred="2021-10-01", **ENVOY)


def cow(*events: Event, day: str = "2023-01-01") -> int | None:
    """
    How Mexico is represented in Peru in Correlates of War.
    """
    return to_cow(replay(events).at(day), "MEX", "PER").dr_at_other


def diplometrics(*events: Event, day: str = "2023-01-01") -> DiplometricsLevel | None:
    """
    How Mexico is represented in Peru in Diplometrics.
    """
    return to_diplometrics(replay(events).at(day), "MEX", "PER").at_other


def test_nothing_known() -> None:
    """
    Where nothing is known neither scheme gives a figure: unknown is not "no evidence".
    """
    snapshot = replay([]).at("2023-01-01")
    empty = CowExchange(one="MEX", other="PER", dr_at_one=None, dr_at_other=None, de=None)
    assert empty == to_cow(snapshot, "MEX", "PER")
    assert to_diplometrics(snapshot, "MEX", "PER").at_one is None


def test_one_state_is_no_pair() -> None:
    """
    A state has no exchange with itself.
    """
    snapshot = replay([]).at("2023-01-01")
    with pytest.raises(BadInputError, match="two different states"):
        to_cow(snapshot, "MEX", "MEX")
    with pytest.raises(BadInputError, match="two different states"):
        to_diplometrics(snapshot, "MEX", "MEX")


@pytest.mark.parametrize(
    ("level", "code", "weight"),
    [
        ("none", 0, 0.0),
        ("interests_section", 9, 0.125),
        ("charge_daffaires", 1, 0.75),
        ("minister", 2, 0.75),
        ("ambassador", 3, 1.0),
    ],
)
def test_classes(level: str, code: int, weight: float) -> None:
    """
    Every formal class has its code in either scheme.
    """
    seen = Observation(
        occurred="2022-01-01", fluent="mission_level", subject="MEX>PER", value=level
    )
    assert code == cow(seen)
    found = diplometrics(seen)
    assert found is not None
    assert weight == found.level


def test_a_mission_of_unknown_class_is_other() -> None:
    """
    A mission at work whose class is not known is 9, and still an exchange.
    """
    opened = MissionOpening(occurred="2022-01-01", **WAY)
    exchange = to_cow(replay([opened]).at("2023-01-01"), "PER", "MEX")
    assert (CowLevel.OTHER, None, 1) == (exchange.dr_at_one, exchange.dr_at_other, exchange.de)
    found = diplometrics(opened)
    assert found is not None
    assert DiplometricsEmbassy.UNKNOWN is found.embassy


def test_the_side_is_where_the_mission_is() -> None:
    """
    What is at one state was sent by the other, and swapping the two swaps the sides.
    """
    snapshot = replay([IN_POST]).at("2023-01-01")
    forth, back = to_cow(snapshot, "MEX", "PER"), to_cow(snapshot, "PER", "MEX")
    assert (None, CowLevel.AMBASSADOR) == (forth.dr_at_one, forth.dr_at_other)
    assert (CowLevel.AMBASSADOR, None) == (back.dr_at_one, back.dr_at_other)


@pytest.mark.parametrize(
    "leaving",
    [
        AmbassadorRecall(occurred="2022-12-08", **ENVOY),
        AmbassadorWithdrawal(occurred="2022-12-08", **ENVOY),
        AmbassadorExpulsion(occurred="2022-12-20", **ENVOY),
        EnvoyDeparture(occurred="2022-12-20", reason="expelled", **ENVOY),
    ],
    ids=lambda event: event.kind,
)
def test_the_schemes_contradict_each_other_on_recalls(leaving: Event) -> None:
    """
    A recalled, withdrawn or expelled ambassador is 1 in one scheme and 0.0 in the other.
    """
    assert CowLevel.CHARGE_DAFFAIRES == cow(IN_POST, leaving)
    expected = DiplometricsLevel(
        embassy=DiplometricsEmbassy.AMBASSADOR, focus=DiplometricsFocus.RECALLED, level=0.0
    )
    assert expected == diplometrics(IN_POST, leaving)


def test_an_expulsion_outlasts_the_departure() -> None:
    """
    Somebody expelled who has left is still expelled, whatever the departure says.
    """
    expelled = AmbassadorExpulsion(occurred="2022-12-20", **ENVOY)
    gone = EnvoyDeparture(occurred="2022-12-22", **ENVOY)
    assert CowLevel.CHARGE_DAFFAIRES == cow(IN_POST, expelled, gone)
    assert CowLevel.AMBASSADOR == cow(IN_POST, expelled, gone, day="2022-12-19")


def test_a_vacancy_lowers_nothing() -> None:
    """
    An ambassador whose term ends leaves a vacancy at the same formal class, in both schemes.
    """
    gone = EnvoyDeparture(occurred="2022-12-22", reason="end_of_term", **ENVOY)
    assert CowLevel.AMBASSADOR == cow(IN_POST, gone)
    found = diplometrics(IN_POST, gone)
    assert found is not None
    assert 1.0 == found.level


@pytest.mark.parametrize(
    "after",
    [
        AmbassadorReturn(occurred="2022-12-30", **ENVOY),
        CredentialsPresentation(occurred="2022-12-30", **WAY, person="somebody-else"),
    ],
    ids=lambda event: event.kind,
)
def test_a_recall_ends(after: Event) -> None:
    """
    The return of a recalled ambassador, or a successor's credentials, restores the class.
    """
    recall = AmbassadorRecall(occurred="2022-12-08", **ENVOY)
    assert CowLevel.AMBASSADOR == cow(IN_POST, recall, after)


def test_a_charge_ad_interim_is_no_class() -> None:
    """
    A chargé d'affaires ad interim leaves the class; one en titre is the class.
    """
    charge = {**WAY, "person": "karla-ornelas"}
    assert 3 == cow(IN_POST, ChargeAppointment(occurred="2022-12-20", **charge))
    assert 1 == cow(IN_POST, ChargeAppointment(occurred="2022-12-20", en_titre=True, **charge))


@pytest.mark.parametrize(
    "ending",
    [
        RelationsBreak(occurred="2022-12-20", by="PER", target="MEX"),
        MissionClosure(occurred="2022-12-20", **WAY),
        MissionSuspension(occurred="2022-12-20", extent="operations", **WAY),
    ],
    ids=lambda event: event.kind,
)
def test_no_evidence_of_exchange(ending: Event) -> None:
    """
    After a break, a closure or a suspension of operations there is no mission to find.
    """
    opened = MissionOpening(occurred="2021-01-01", level="ambassador", **WAY)
    assert CowLevel.NO_EVIDENCE == cow(opened, IN_POST, ending)
    nothing = DiplometricsLevel(embassy=None, focus=None, level=0.0)
    assert nothing == diplometrics(opened, IN_POST, ending)


def test_protecting_power() -> None:
    """
    Interests served by a third state are nothing to Correlates of War and 0.1 to Diplometrics.
    """
    broken = RelationsBreak(occurred="2025-11-03", by="PER", target="MEX")
    serving = ProtectingPowerFunction(occurred="2026-01-24", protector="BRA", **WAY)
    assert CowLevel.NO_EVIDENCE == cow(IN_POST, broken, serving, day="2026-02-01")
    found = diplometrics(IN_POST, broken, serving, day="2026-02-01")
    assert found is not None
    assert 0.1 == found.level
    assert diplometrics(IN_POST, broken, serving, day="2026-01-01") != found


def test_interests_sections_are_no_exchange() -> None:
    """
    Two interests sections are 9 each and no exchange, as those of Cuba and the United States.
    """
    seen = [
        Observation(
            occurred="1977-09-01",
            fluent="mission_level",
            subject=subject,
            value="interests_section",
        )
        for subject in ("USA>CUB", "CUB>USA")
    ]
    exchange = to_cow(replay(seen).at("1980-01-01"), "USA", "CUB")
    assert (9, 9, 0) == (exchange.dr_at_one, exchange.dr_at_other, exchange.de)


def test_a_non_resident_head_is_a_multiple_focus() -> None:
    """
    A head of mission who resides elsewhere counts half in Diplometrics.
    """
    presented = CredentialsPresentation(occurred="2021-10-01", residence="non_resident", **ENVOY)
    found = diplometrics(presented)
    assert found is not None
    assert (DiplometricsFocus.MULTIPLE, 0.5) == (found.focus, found.level)
    assert CowLevel.AMBASSADOR == cow(presented)


def shared_row(one: int, other: int, year: int) -> tuple[int, ...]:
    """
    One row of the data set itself.
    """
    beside = Path(__file__).resolve().parents[3] / "shared"
    root = Path(os.environ.get("DIPLOMODEL_SHARED", beside))
    path = root / "data" / "cow" / "Diplomatic_Exchange_2006v1.csv"
    if not path.is_file():
        pytest.skip("the shared data has no Diplomatic_Exchange_2006v1.csv here")
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.reader(lines):
            if [str(one), str(other), str(year)] == row[:3]:
                return tuple(int(cell) for cell in row[3:6])
    raise AssertionError((one, other, year))


def test_against_the_data_on_a_recall() -> None:
    """
    Egypt and Israel in 1985, one ambassador recalled and one in post, come out as in the data.
    """
    events = [
        CredentialsPresentation(
            occurred="1980-02-26", sender="EGY", receiver="ISR", person="saad-mortada"
        ),
        AmbassadorRecall(
            occurred="1982-09-20", sender="EGY", receiver="ISR", person="saad-mortada"
        ),
        CredentialsPresentation(
            occurred="1981-11", sender="ISR", receiver="EGY", person="moshe-sasson"
        ),
    ]
    found = to_cow(replay(events).at("1985-01-01"), "EGY", "ISR")
    assert shared_row(651, 666, 1985) == (found.dr_at_one, found.dr_at_other, found.de)


def test_against_the_data_on_interests_sections() -> None:
    """
    The two sections of interests of Cuba and the United States come out as in the data.
    """
    seen = [
        Observation(
            occurred="1977-09-01",
            fluent="mission_level",
            subject=subject,
            value="interests_section",
        )
        for subject in ("USA>CUB", "CUB>USA")
    ]
    found = to_cow(replay(seen).at("1990-01-01"), "USA", "CUB")
    assert shared_row(2, 40, 1990) == (found.dr_at_one, found.dr_at_other, found.de)
