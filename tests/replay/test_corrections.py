"""
Merging, corrections, and what a replay covers.
"""

from __future__ import annotations

import datetime as dt
import os
import pickle
import subprocess
import sys

import attrs
import pytest
from replay_cases import GRANT, SIDES, WAY

from diplomodel import fluents as f
from diplomodel.dates import PartialDate
from diplomodel.errors import BadInputError, DiplomodelError, UnknownNameError
from diplomodel.events import (
    Event,
    MissionClosureOrder,
    MissionOpening,
    RelationsBreak,
    RelationsEstablishment,
)
from diplomodel.evidence import Claim, Evidence, Source
from diplomodel.fluents import Fluent
from diplomodel.histories import Certainty, replay
from diplomodel.rules import Rule, core_rules, on
from diplomodel.subjects import SubjectKind


CITED = (Evidence(source=Source(id="sre", publisher="SRE", published="2022-12-08")),)
BROKEN = RelationsBreak(occurred="2025-11-03", label="pm40", **SIDES)


def opened(day: str, **more: object) -> Event:
    """
    Mexico's mission opens, at some class.
    """
    return MissionOpening(occurred=day, **{**WAY, "level": "ambassador", **more})


def test_reports_of_one_happening_merge() -> None:
    """
    Evidence comes together, differing fields become claims, and silence contradicts nothing.
    """
    other = Evidence(source=Source(id="rpp", publisher="RPP"))
    events = [
        opened("2020-01-01", evidence=CITED, place="Lima"),
        opened("2020-01-01", evidence=[other], level="minister", label="b"),
        opened("2020-01-01", level=None, label="a"),
    ]
    (merged,) = replay(events).events
    assert {*CITED, other} == set(merged.evidence)
    (claim,) = merged.claims
    assert {"ambassador", "minister"} == {merged.level, claim.value}
    assert ("level", "open") == (claim.field, claim.verdict)
    assert ("Lima", "a") == (merged.place, merged.label)
    mission = replay(events).at("2020-01-01").mission("MEX", "PER")
    assert {"ambassador", "minister"} == set(mission.possible(f.MISSION_LEVEL))


def test_a_correction_replaces_until_it_is_taken_back() -> None:
    """
    What is superseded is left out, and comes back when the correction is retracted.
    """
    wrong = attrs.evolve(BROKEN, occurred="2025-11-02", label="wrong")
    right = attrs.evolve(BROKEN, supersedes=("wrong",))
    history = replay([wrong, right])
    assert (right,) == history.events
    assert (wrong,) == history.amend(retract=[right]).events
    by_id = attrs.evolve(BROKEN, supersedes=(wrong.id,))
    assert (by_id,) == replay([by_id, wrong]).events
    final = attrs.evolve(BROKEN, occurred="2025-11-04", label="final", supersedes="pm40")
    assert (final,) == replay([wrong, right, final]).events


def test_corrections_of_each_other_lose_nothing() -> None:
    """
    Of events that claim to correct each other, or themselves, none is lost.
    """
    one = attrs.evolve(BROKEN, label="one", supersedes=("two",))
    two = attrs.evolve(BROKEN, occurred="2025-11-04", label="two", supersedes=("one",))
    assert (one, two) == replay([one, two]).events
    itself = attrs.evolve(BROKEN, label="one", supersedes=("one",))
    assert (itself,) == replay([itself]).events


def test_what_was_known_before_a_correction() -> None:
    """
    Before a correction was published the mistake was what was known.
    """
    later = (Evidence(source=Source(id="errata", publisher="SRE", published="2026-01-01")),)
    wrong = attrs.evolve(BROKEN, occurred="2025-11-02", label="wrong", evidence=CITED)
    right = attrs.evolve(BROKEN, supersedes=("wrong",), evidence=later)
    history = replay([wrong, right])
    assert (wrong,) == history.known_by("2025-12-01").events
    assert (right,) == history.known_by("2026-01-01").events


def test_what_was_known_of_a_field() -> None:
    """
    A value that only a later report tells was not known before it.
    """
    later = (Evidence(source=Source(id="later", publisher="P", published="2026-01-01")),)
    undated = (Evidence(source=Source(id="undated", publisher="P")),)
    silent = opened("2020-01-01", level=None, evidence=CITED)

    def level(*events: Event) -> tuple[object, object]:
        mission = replay(events).known_by("2025-01-01").at("2025-01-01").mission("MEX", "PER")
        return mission.level, set(mission.possible(f.MISSION_LEVEL))

    assert (None, set()) == level(silent, opened("2020-01-01", evidence=later))
    assert (None, {"ambassador"}) == level(silent, opened("2020-01-01", evidence=undated))
    assert ("ambassador", {"ambassador"}) == level(silent, opened("2020-01-01", evidence=CITED))


# What a history covers


def test_until_is_the_last_day() -> None:
    """
    Later events are left out, and answers after the last day are the last known.
    """
    related = RelationsEstablishment(occurred="1990-01-01", parties=("MEX", "PER"))
    history = replay([related, BROKEN], until="2025-01-01")
    assert (related,) == history.events
    assert Certainty.CERTAIN is history.at("2025-01-01").certainty(f.RELATIONS, "PER-MEX")
    assert Certainty.LAST_KNOWN is history.at("2025-01-02").certainty(f.RELATIONS, "PER-MEX")
    assert dt.date(2025, 1, 1).toordinal() == history.last_day
    assert "... to 2025-01-01" in repr(history)
    with pytest.raises(BadInputError, match="not one exact day"):
        replay([], until="2025")


@attrs.frozen(kw_only=True)
class Days:
    """
    The days that a book covers.
    """

    first: PartialDate
    last: PartialDate


@attrs.frozen(kw_only=True)
class Book:
    """
    A collection of events with all that a replay asks of one.
    """

    name: str = "book"
    events: tuple[Event, ...] = ()
    coverage: Days | None = None
    requires: tuple[str, ...] = ()


def test_a_casebook_covers_days() -> None:
    """
    A casebook's coverage bounds what is certain, and leaves no event out.
    """
    days = Days(first=PartialDate.parse("2022-12-07"), last=PartialDate.parse("2024"))
    history = replay(Book(events=(BROKEN,), coverage=days))
    assert (BROKEN,) == history.events
    assert ("2022-12-07", "2024-12-31") == tuple(
        str(dt.date.fromordinal(day or 0)) for day in (history.first_day, history.last_day)
    )


def test_a_casebook_that_requires_plugins() -> None:
    """
    A casebook that needs a plugin's rules is not replayed without rules being given.
    """
    book = Book(events=(BROKEN,), requires=("nobodys_plugin",))
    with pytest.raises(DiplomodelError, match="'book' requires the plugin 'nobodys_plugin'"):
        replay(book)
    assert (BROKEN,) == replay(book, rules=core_rules()).events


@pytest.mark.parametrize("junk", [[1], "peru", [None], ["event"]], ids=repr)
def test_what_is_no_event_is_refused(junk: list[Event]) -> None:
    """
    Anything but events and casebooks is refused with our own error.
    """
    with pytest.raises(BadInputError, match="is no event type: give events, or a casebook"):
        replay(junk)


def test_what_is_not_there_cannot_be_retracted() -> None:
    """
    A label, an id or an event that is not there is refused, the nearest name suggested.
    """
    history = replay([BROKEN])
    with pytest.raises(UnknownNameError, match="unknown event 'pm41'; did you mean 'pm40'"):
        history.amend(retract=["pm41"])
    with pytest.raises(UnknownNameError, match="unknown event"):
        history.amend(retract=[GRANT])


def test_asking_what_there_is_not() -> None:
    """
    Unknown fluents, vague days and crooked subjects are refused.
    """
    history = replay([BROKEN])
    with pytest.raises(UnknownNameError, match="unknown fluent 'relatoins'; did you mean"):
        history.explain("relatoins", "PER-MEX", at="2025-11-05")
    with pytest.raises(BadInputError, match="not one exact day"):
        history.at("2025-11")
    with pytest.raises(BadInputError, match="has no direction"):
        history.value(f.MISSION, "PER-MEX", "2025-11-05")
    with pytest.raises(BadInputError, match="two different states"):
        history.at("2025-11-05").between("PER", "PER")


# A plugin's own rules


OWN = Fluent("last_protest", SubjectKind.DYAD, str, summary="Who last made a statement.")


def test_a_plugins_rules() -> None:
    """
    A plugin's fluent is set by its rule, asked by its key, and survives pickling.
    """
    rule = Rule(
        event=MissionClosureOrder,
        sets=OWN,
        on=on(SubjectKind.DYAD, "sender", "receiver"),
        value="ordered",
        law=("practice: closing a mission",),
        why="The last order.",
    )
    kept = tuple(
        entry for entry in core_rules().no_effects if entry.event is not MissionClosureOrder
    )
    core = core_rules()
    rules = attrs.evolve(
        core, rules=(*core.rules, rule), no_effects=kept, fluents=(*core.fluents, OWN)
    )
    order = MissionClosureOrder(occurred="2022-12-20", **WAY)
    history = replay([order], rules=rules)
    assert "ordered" == history.at("2022-12-20").between("PER", "MEX")[OWN]
    again = pickle.loads(pickle.dumps(history))
    assert "ordered" == again.at("2022-12-20").between("PER", "MEX")[OWN]
    claim = Claim(text="no order", field="modality", value="denied")
    doubted = replay([attrs.evolve(order, claims=[claim])], rules=rules)
    assert Certainty.POSSIBLE is doubted.at("2022-12-20").certainty(OWN, "PER-MEX")


def test_a_correction_of_nothing_is_a_finding():
    """
    An event that corrects one which is not there says so, and counts all the same.
    """
    broken = RelationsBreak(occurred="2025-11-03", by="PER", target="MEX", supersedes=["pm14"])
    known = RelationsBreak(occurred="2024-04-05", by="MEX", target="ECU", label="pm41")
    history = replay([broken, known])
    found = [finding.text for finding in history.findings() if finding.code == "correction"]

    assert ["it corrects 'pm14', which is not here; did you mean 'pm41'?"] == found
    assert 2 == len(list(history.transitions()))


def test_derived_spells_do_not_depend_on_the_hash_seed():
    """
    Where two inputs change at one moment, every process names the same event.
    """
    code = (
        "import diplomodel as dm\n"
        "from diplomodel import fluents as f\n"
        "for name in dm.casebook_names():\n"
        "    history = dm.replay(dm.casebook(name))\n"
        "    for fluent in (f.HEADED_BY, f.FUNCTIONS, f.PREMISES):\n"
        "        print([(s.subject, s.begins, s.began_by.label) for s in history.spells(fluent)])\n"
        "    print([x.text for x in history.findings()])\n"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "2", "3")
    }

    assert 1 == len(told)
