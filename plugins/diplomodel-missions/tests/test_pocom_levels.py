"""
Missions replayed from chiefs of mission, and the level at which they would be coded.
"""

from __future__ import annotations

import pytest

from diplomodel import fluents, replay
from diplomodel.errors import BadInputError
from diplomodel.events import (
    Appointment,
    ChargeAppointment,
    CredentialsPresentation,
    EnvoyDeparture,
    MissionClosure,
    MissionOpening,
    MissionSuspension,
    Observation,
    RelationsBreak,
    RelationsRestoration,
)
from diplomodel.fluents import MissionLevel, Relations
from diplomodel_missions.pocom import implied_acts, mission_level


ALB = {"sender": "USA", "receiver": "ALB"}
JANE = {**ALB, "person": "doe-jane"}
JOHN = {**ALB, "person": "roe-john"}


def level(told, day):
    return int(mission_level(replay(told).at(day), receiver="ALB"))


def term(started, ended=None, *, who=JANE, **more):
    yield CredentialsPresentation(occurred=started, **who, **more)
    if ended:
        yield EnvoyDeparture(occurred=ended, reason="end_of_term", **who)


class TestImplied:
    def test_restoration(self):
        """
        Credentials after a break imply that relations are restored and the mission is open.
        """
        told = [
            RelationsBreak(occurred="1967-06-06", by="ALB", target="USA"),
            *term("1974-09-09"),
        ]
        found = list(implied_acts(told))

        assert [RelationsRestoration, MissionOpening] == [type(event) for event in found]
        assert {"1974-09-09"} == {event.occurred.text for event in found}

    def test_told_restoration(self):
        """
        Nothing is implied that is told.
        """
        told = [
            RelationsBreak(occurred="1967-06-06", by="ALB", target="USA"),
            MissionClosure(occurred="1967-06-08", **ALB),
            RelationsRestoration(occurred="1974-06-16", parties=("ALB", "USA")),
            MissionOpening(occurred="1974-09-09", again=True, **ALB),
            *term("1974-09-09"),
        ]

        assert [] == list(implied_acts(told))

    def test_elsewhere(self):
        """
        A head who resides elsewhere opens no mission, nor does one after who is silent on it.
        """
        told = [
            MissionClosure(occurred="1994-06-30", **ALB),
            *term("1995-04-10", "1998-01-31", residence="non_resident"),
            *term("1999-01-19", who=JOHN),
        ]

        assert [] == list(implied_acts(told))

    def test_charge_gives_class(self):
        """
        A chargé who takes charge where a mission opened without a class is its class.
        """
        told = [
            MissionClosure(occurred="1939-09-16", **ALB),
            MissionOpening(occurred="1991-10-01", **ALB),
            ChargeAppointment(occurred="1991-10-01", **JANE),
        ]
        (raised,) = implied_acts(told)

        assert ("level_upgrade", MissionLevel.CHARGE_DAFFAIRES) == (raised.kind, raised.level)

    def test_section(self):
        """
        A section of interests seen after a break is open, and restores no relations.
        """
        told = [
            RelationsBreak(occurred="1967-06-06", by="ALB", target="USA"),
            Observation(
                occurred="1970-04",
                fluent="mission_level",
                subject="USA>ALB",
                value="interests_section",
            ),
        ]
        (opened,) = implied_acts(told)

        assert MissionLevel.INTERESTS_SECTION is opened.level
        assert 9 == level([*told, opened], "1971-01-01")

    def test_other_senders(self):
        """
        What other states' missions do implies nothing for this sender's.
        """
        told = [
            MissionSuspension(
                occurred="1973-11-10", sender="GBR", receiver="ALB", extent="operations"
            ),
            *term("1979-06-18"),
        ]

        assert [] == list(implied_acts(told))


class TestLevel:
    def test_day_by_day(self):
        """
        The replay knows the mission on each day, and who heads it.
        """
        told = [*term("1994-10-17", "1996-03-15"), *term("1996-09-04", who=JOHN)]
        history = replay(told)

        assert ["doe-jane", "doe-jane", "roe-john"] == [
            history.at(day).mission("USA", "ALB").head_of_mission
            for day in ("1994-10-17", "1996-06-01", "1996-09-04")
        ]
        assert MissionLevel.AMBASSADOR is history.at("1996-06-01").mission("USA", "ALB").level

    def test_nothing_known(self):
        """
        Where nothing is known there is no evidence of a mission.
        """
        assert 0 == level(list(term("1994-10-17")), "1994-10-16")

    def test_vacancy(self):
        """
        A vacancy keeps the class for five years, and leaves no evidence after that.
        """
        told = list(term("1900-10-17", "1902-03-15", level="minister"))

        assert [2, 2, 0] == [
            level(told, day) for day in ("1902-04-01", "1907-01-01", "1908-01-01")
        ]

    def test_named(self):
        """
        Whoever is named to a vacant post gives it its class before presenting credentials.
        """
        told = [
            *term("1900-10-17", "1902-03-15", level="minister"),
            Appointment(occurred="1903-06-01", level="ambassador", **JOHN),
        ]

        assert [2, 3] == [level(told, day) for day in ("1903-05-01", "1904-01-01")]

    def test_named_anew(self):
        """
        A head named to a higher title keeps the old class until the credentials.
        """
        told = [
            *term("1897-05-13", level="minister"),
            Appointment(occurred="1898-12-08", level="ambassador", **JANE),
            CredentialsPresentation(occurred="1899-01-03", level="ambassador", **JANE),
        ]

        assert [2, 3] == [level(told, day) for day in ("1899-01-01", "1899-01-03")]

    @pytest.mark.parametrize(("years", "coded"), [((1972, 1973), 3), ((1972, 1975), 1)])
    def test_long_interim(self, years, coded):
        """
        Chargés ad interim are the class of the mission after two years, with no gap between them.
        """
        left, day = years
        told = [
            *term("1969-10-09", f"{left}-11-07"),
            ChargeAppointment(occurred=f"{left}-11-07", **JOHN),
            EnvoyDeparture(occurred=f"{day - 1}-12-20", standing="charge_daffaires", **JOHN),
        ]

        assert coded == level(told, f"{day}-01-01")

    def test_interim_before_1950(self):
        """
        Before the waves of 1950 chargés ad interim stand in for any time.
        """
        told = [
            *term("1929-10-09", "1932-11-07", level="minister"),
            ChargeAppointment(occurred="1932-11-07", **JOHN),
        ]

        assert 2 == level(told, "1940-01-01")

    @pytest.mark.parametrize(
        ("day", "kind", "coded"),
        [
            ("1910-01-01", "minister", 2),
            ("1910-01-01", "charge_daffaires", 0),
            ("1975-01-01", "ambassador", 0),
            ("1980-01-01", "ambassador", 3),
            ("1985-01-01", "ambassador", 0),
        ],
    )
    def test_elsewhere(self, day, kind, coded):
        """
        Whether a head who resides elsewhere counts depends on the wave and the class.
        """
        told = list(term(f"{int(day[:4]) - 1}-05-05", residence="non_resident", level=kind))

        assert coded == level(told, day)

    def test_embassy_without_its_head(self):
        """
        An embassy whose head resides elsewhere is headed by a chargé.
        """
        told = [
            MissionOpening(occurred="1981-11-01", **ALB),
            *term("1982-01-08", residence="non_resident"),
        ]

        assert 1 == level(told, "1990-01-01")

    def test_first_charge(self):
        """
        A mission that never had a head is of the class of its chargé, though called an embassy.
        """
        told = [
            MissionOpening(occurred="1966-10-04", level="ambassador", **ALB),
            ChargeAppointment(occurred="1966-10-04", **JANE),
        ]

        assert 1 == level(told, "1970-01-01")

    def test_liaison(self):
        """
        A liaison office has no class and is no mission.
        """
        told = [
            MissionOpening(occurred="2004-02-08", level="interests_section", **ALB),
            MissionOpening(occurred="2004-06-28", level="none", **ALB),
        ]

        assert [9, 0] == [level(told, day) for day in ("2004-03-01", "2005-01-01")]

    def test_closed(self):
        """
        A mission closed, suspended or ended by a break leaves no evidence.
        """
        for act in (
            MissionClosure(occurred="1993-09-30", **ALB),
            MissionSuspension(occurred="1993-09-30", extent="operations", **ALB),
            RelationsBreak(occurred="1993-09-30", by="USA", target="ALB"),
        ):
            assert 0 == level([*term("1990-02-03"), act], "1994-01-01")

    def test_relations_after_break(self):
        """
        With what they imply, the events of a break and a return replay into relations restored.
        """
        told = [
            RelationsBreak(occurred="1917-04-20", by="ALB", target="USA"),
            *term("1927-10-12"),
        ]
        history = replay([*told, *implied_acts(told)])

        assert [Relations.BROKEN, Relations.ESTABLISHED] == [
            history.at(day).between("USA", "ALB")[fluents.RELATIONS]
            for day in ("1927-10-11", "1927-10-12")
        ]
        assert 3 == int(mission_level(history.at("1930-01-01"), receiver="ALB"))

    def test_two_states(self):
        """
        A state has no mission in itself.
        """
        with pytest.raises(BadInputError, match="USA"):
            mission_level(replay([]).at("1990-01-01"), receiver="USA")
