"""
How well the missions of the United States, replayed day by day from POCOM, agree with the levels
of Correlates of War Diplomatic Exchange.

The chiefs of mission of the Office of the Historian (POCOM), and the acts in its articles on
relations (RDCR) where that extractor is installed, are replayed; on 1 January of each wave the
level of each mission is compared with ``DR_at_2`` in the rows whose ``ccode1`` is 2. No value of
the data set goes into a prediction. Two baselines stand beside it on the same rows: a crude
mapping of the last chief's title with a vacancy of three years, and the last wave carried forward.

Run ``python benchmarks/missions.py``; ``--write`` puts the figures into the page
``docs/explanation/missions-against-cow.md``. The data are looked for in the directory named by
``DIPLOMODEL_SHARED``, or in ``shared`` beside the repository.
"""

from __future__ import annotations

import csv
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from diplomodel_missions.pocom import PocomExtractor, implied_acts, mission_level
from missions_report import Row, figures, write

from diplomodel.actors import state, state_by_cow
from diplomodel.events import (
    Appointment,
    ChargeAppointment,
    CredentialsPresentation,
    Event,
    MissionClosure,
    MissionSuspension,
    RelationsBreak,
)
from diplomodel.events.envoys import EnvoyEvent
from diplomodel.extractors import Extractor
from diplomodel.fluents import RESIDENCE, Accreditation, Residence
from diplomodel.histories import History, replay
from diplomodel.schemes import CowLevel


ROOT: Final = Path(__file__).resolve().parent.parent
LEVELLESS: Final = range(1950, 1966)
IN_PLACE: Final = (Accreditation.IN_POST, Accreditation.NOMINATED)


def shared() -> Path:
    """
    The directory of the data.
    """
    named = os.environ.get("DIPLOMODEL_SHARED")
    found = Path(named) if named else ROOT.parent / "shared"
    if not (found / "data").is_dir():
        sys.exit(f"no data at {found}: set DIPLOMODEL_SHARED to a directory that has data/pocom")
    return found / "data"


def read(folder: Path, extractor: Extractor) -> list[Event]:
    """
    The events of all files of a directory.
    """
    events: list[Event] = []
    for path in sorted(folder.glob("*.xml")):
        with path.open("rb") as stream:
            found = extractor.extract(stream, name=path.name)
            events += [event for event in found if isinstance(event, Event)]
    return events


def articles(folder: Path) -> list[Event]:
    """
    The acts told by RDCR; none where its extractor is not installed.
    """
    try:
        from diplomodel_missions.rdcr import RdcrExtractor
    except ImportError:
        return []
    return read(folder, RdcrExtractor())


def crude_level(told: list[Event], day: int) -> int:
    """
    The class of the last chief to begin, up to three years after the chief's end.

    Args:
        told: The events of one mission, in the order of their dates.
        day: The day, as an ordinal.
    """
    levels = {"charge_daffaires": 1, "minister": 2, "ambassador": 3}
    level, person, ended = 0, "", 0
    credited = {event.person for event in told if isinstance(event, CredentialsPresentation)}
    for event in told:
        if event.occurred.first > day or not isinstance(event, EnvoyEvent):
            continue
        if isinstance(event, CredentialsPresentation | Appointment):
            if isinstance(event, CredentialsPresentation) or event.person not in credited:
                level, person, ended = levels.get(event.level.value, 0), event.person, 0
        elif isinstance(event, ChargeAppointment):
            level, person, ended = 1, event.person, 0
        elif event.person == person:
            ended = event.occurred.first
    return 0 if ended and day - ended > 3 * 365.25 else level


class Judge:
    """
    What the sources give for a mission on a day.
    """

    def __init__(self, pocom: list[Event], rdcr: list[Event]) -> None:
        both = [*pocom, *rdcr]
        self.history: History = replay([*both, *implied_acts(both)])
        self.alone: History = replay(pocom)
        self.told: dict[str, list[Event]] = {}
        self.shut: dict[str, list[int]] = {}
        for event in sorted(pocom, key=lambda one: (one.occurred.first, one.rank, one.id)):
            if isinstance(event, EnvoyEvent):
                self.told.setdefault(event.receiver, []).append(event)
        for event in both:
            if isinstance(event, RelationsBreak):
                other = event.target if event.by == "USA" else event.by
                self.shut.setdefault(other, []).append(event.occurred.first)
            elif isinstance(event, MissionClosure | MissionSuspension):
                self.shut.setdefault(event.receiver, []).append(event.occurred.first)

    def replayed(self, code: str, day: str, *, alone: bool = False) -> int:
        """
        The level from the replay.
        """
        history = self.alone if alone else self.history
        return int(mission_level(history.at(day), receiver=code))

    def crude(self, code: str, day: str) -> int:
        """
        The level by the crude mapping.
        """
        return crude_level(self.told.get(code, []), _ordinal(day))

    def nine(self, code: str, day: str) -> int | None:
        """
        What a 9 stands for: an interests section, or none after a closure or break; ``None``
        where the sources say neither.
        """
        found = self.replayed(code, day)
        if found == CowLevel.OTHER:
            return int(CowLevel.OTHER)
        closed = any(first <= _ordinal(day) for first in self.shut.get(code, []))
        return int(CowLevel.NO_EVIDENCE) if found == CowLevel.NO_EVIDENCE and closed else None

    def cause(self, code: str, year: int, level: int, found: int) -> str:
        """
        What a disagreement comes from, as far as the sources tell.
        """
        day = f"{year}-01-01"
        mission = self.history.at(day).mission("USA", code)
        told = [
            event for event in self.told.get(code, []) if event.occurred.first <= _ordinal(day)
        ]
        within = [f"{year}-{month:02}-01" for month in range(2, 13)] + [f"{year}-12-31"]
        if not told:
            return "no record in POCOM yet"
        if any(self.replayed(code, one) == level for one in within):
            return "the wave shows a later day of its year"
        if any(self.replayed(code, f"{year - back}-01-01") == level for back in (1, 2)):
            return "the wave shows an earlier year"
        if mission[RESIDENCE] is Residence.NON_RESIDENT:
            return "the head resides elsewhere"
        head = mission.head_of_mission
        if head is None or mission.accreditation(head) not in IN_PLACE:
            return "the post is vacant"
        if level == 0:
            return "a chief in post, and nobody coded"
        if found == 0:
            return "somebody coded, and no chief in POCOM"
        return "another class coded than the chief in post has"


def _ordinal(day: str) -> int:
    import datetime as dt

    return dt.date.fromisoformat(day).toordinal()


def rows(path: Path, judge: Judge) -> Iterator[Row]:
    """
    The rows of the United States' missions in states that POCOM's files cover.
    """
    waves: dict[int, dict[int, int]] = {}
    with path.open(encoding="utf-8", newline="") as stream:
        for one in csv.DictReader(stream):
            if one["ccode1"] == "2":
                waves.setdefault(int(one["ccode2"]), {})[int(one["year"])] = int(one["DR_at_2"])
    for number, coded in sorted(waves.items()):
        years = sorted(coded)
        for place, year in enumerate(years):
            holder = state_by_cow(number, at=year)
            if holder is None or holder.code not in judge.told or year in LEVELLESS:
                continue
            before = coded[years[place - 1]] if place else None
            yield _row(judge, number, year, holder.code, coded[year], before)


def _row(judge: Judge, number: int, year: int, code: str, coded: int, before: int | None) -> Row:
    day = f"{year}-01-01"
    # A number that passes on within the year is no state's at its end: nobody can be sent there.
    there = state(code).cow_at(year) == number
    level, apart = coded, ""
    if coded == CowLevel.OTHER:
        meant = judge.nine(code, day) if year >= LEVELLESS.stop else None
        level, apart = (coded, "code 9") if meant is None else (meant, "")
    elif year == 1985 and before is not None and coded < before:
        apart = "drop from 1980 to 1985"
    replayed = judge.replayed(code, day) if there else 0
    return Row(
        number=number,
        year=year,
        state=code,
        there=there,
        coded=coded,
        level=level,
        before=None if before == CowLevel.OTHER else before,
        apart=apart,
        replayed=replayed,
        later=judge.replayed(code, f"{year}-12-31") if there else 0,
        alone=judge.replayed(code, day, alone=True) if there else 0,
        crude=judge.crude(code, day) if there else 0,
        cause="" if replayed == level or apart else judge.cause(code, year, level, replayed),
    )


def main() -> None:
    """
    Measure, print, and write where asked.
    """
    data = shared()
    pocom = read(data / "pocom" / "missions-countries", PocomExtractor())
    judge = Judge(pocom, articles(data / "rdcr" / "articles"))
    found = list(rows(data / "cow" / "Diplomatic_Exchange_2006v1.csv", judge))
    text = figures(found)
    print(text)
    if "--write" in sys.argv[1:]:
        write(text)
    if "--rows" in sys.argv[1:]:
        for row in found:
            if row.cause:
                print(row.state, row.year, row.level, row.replayed, row.before, row.cause)


if __name__ == "__main__":
    main()
