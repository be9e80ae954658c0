"""
The table of states against the published lists, where they are at hand.
"""

import csv
import datetime as dt
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from diplomodel.actors import (
    State,
    find_state,
    state_by_cameo,
    state_by_cow,
    state_by_fips,
    states,
)


# CAMEO codes of regions, which are no states.
REGIONS = {"AFR", "EUR", "NMR", "SAF", "SEA", "WAF", "WST"}


@pytest.fixture(scope="module")
def data() -> Path:
    """
    The folder with the published lists.
    """
    beside = Path(__file__).parents[3] / "shared"
    folder = Path(os.environ.get("DIPLOMODEL_SHARED", beside)) / "data"
    if not folder.is_dir():
        pytest.skip("the published lists are not at hand; set DIPLOMODEL_SHARED to their folder")
    return folder


def rows(path: Path) -> Iterator[dict[str, str]]:
    """
    The rows of a file whose lines may end in a bare carriage return.
    """
    text = path.read_text(encoding="utf-8", errors="replace")
    return csv.DictReader(text.splitlines())


def listed_days(row: dict[str, str]) -> range:
    """
    The days of one line of the Correlates of War list, as ordinals.
    """
    first, last = (
        dt.date(*(int(row[f"{which}{part}"]) for part in ("year", "month", "day")))
        for which in ("st", "end")
    )
    return range(first.toordinal(), last.toordinal() + 1)


def test_every_cow_spell_is_covered(data: Path) -> None:
    """
    On every day that the list counts a member, its number has a state.
    """
    for row in rows(data / "cow" / "states2016.csv"):
        number, days = int(row["ccode"]), listed_days(row)
        spells = [spell for found in states() for spell in found.cow if spell.number == number]
        covered = sum(
            max(0, min(spell.last, days[-1]) - max(spell.first, days[0]) + 1) for spell in spells
        )
        assert (number, len(days)) == (number, covered)


def test_no_cow_spell_is_invented(data: Path) -> None:
    """
    On every day to the end of 2016 that a state has a number here, the list counts it.
    """
    listed: dict[int, int] = {}
    for row in rows(data / "cow" / "states2016.csv"):
        number = int(row["ccode"])
        listed[number] = listed.get(number, 0) + len(listed_days(row))
    end = dt.date(2016, 12, 31).toordinal()
    here: dict[int, int] = {}
    for found in states():
        for spell in found.cow:
            days = min(spell.last, end) - spell.first + 1
            here[spell.number] = here.get(spell.number, 0) + days
    assert listed == here


def test_names_in_the_cow_list_find_their_states(data: Path) -> None:
    """
    The name that the list gives finds the state of that number in the spell's last year.
    """
    missed = {
        row["statenme"]
        for row in rows(data / "cow" / "states2016.csv")
        for found in [state_by_cow(int(row["ccode"]), at=int(row["endyear"]))]
        if not same(found, find_state(row["statenme"], at=int(row["endyear"])))
    }
    # The list keeps one name for each number, whoever holds it.
    assert {"Germany", "Italy", "Yugoslavia"} >= missed


def same(one: State | None, other: State | None) -> bool:
    """
    Whether both are there and one state.
    """
    return one is not None and one is other


def test_every_diplomatic_exchange_row_has_its_states(data: Path) -> None:
    """
    Every number in the Diplomatic Exchange data has a state in its year.
    """
    with (data / "cow" / "Diplomatic_Exchange_2006v1.csv").open(encoding="utf-8") as lines:
        seen = {
            (int(row[place]), int(row[2]))
            for row in list(csv.reader(lines))[1:]
            for place in (0, 1)
        }
    assert not [pair for pair in seen if state_by_cow(pair[0], at=pair[1]) is None]


def test_codes_in_gdelt_find_their_states(data: Path) -> None:
    """
    The actors' CAMEO and the places' FIPS codes find states, regions and oceans apart.
    """
    cameo: set[str] = set()
    fips: set[str] = set()
    for path in sorted((data / "gdelt").glob("*.export.CSV")):
        with path.open(encoding="utf-8") as lines:
            for row in csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
                cameo.update(row[place] for place in (7, 17) if row[place])
                fips.update(row[place] for place in (37, 45, 53) if row[place])
    assert cameo
    assert REGIONS >= unknown(cameo, state_by_cameo)
    assert {"OS"} >= unknown(fips, state_by_fips)


def unknown(codes: Iterable[str], look_up: object) -> set[str]:
    """
    The codes for which a look-up finds nothing.
    """
    assert callable(look_up)
    return {code for code in codes if look_up(code) is None}


def test_countries_in_icews_find_their_states(data: Path) -> None:
    """
    Every country named in the ICEWS sample is found by its name.
    """
    path = data / "icews" / "events.2018.sample.older.tab"
    with path.open(encoding="utf-8", newline="") as lines:
        table = list(csv.DictReader(lines, delimiter="\t"))
    names = {row[column] for row in table for column in ("Source Country", "Target Country")}
    assert {"NA", ""} >= {name for name in names if find_state(name, at=2018) is None}


def test_countries_that_recognised_taiwan_are_found(data: Path) -> None:
    """
    Names in the list of recognitions are found in the year the recognition began.
    """
    missed = {
        row["country"]
        for row in rows(data / "recognition" / "taiwan-recognition.csv")
        if find_state(row["country"], at=int(row["start"])) is None
    }
    assert {"Germany (Federal Rep.)"} >= missed
