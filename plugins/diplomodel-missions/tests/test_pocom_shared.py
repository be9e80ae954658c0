"""
The files of the Office of the Historian, where they are at hand.
"""

from __future__ import annotations

import pytest

from diplomodel import replay
from diplomodel.casebooks import SetAside
from diplomodel.events import Event
from diplomodel_missions.pocom import PocomExtractor, mission_level


@pytest.fixture(scope="module")
def found(shared):
    read = {}
    for path in sorted((shared / "pocom" / "missions-countries").glob("*.xml")):
        with path.open("rb") as stream:
            read[path] = list(PocomExtractor().extract(stream, name=path.name))
    return read


def test_every_record(found):
    """
    Every record of every file is told by an event or set aside with a reason.
    """
    for path, told in found.items():
        text = path.read_text("utf-8")
        records = text.count("<chief>") + text.count("<mission-note>")
        places = {one.evidence[0].place for one in told if isinstance(one, Event)}
        aside = [one for one in told if isinstance(one, SetAside)]

        assert records == len(places) + len(aside), path.name
        assert all(one.problems[0].line for one in aside), path.name


def test_little_is_set_aside(found):
    """
    Beside nominees, less than one record in two hundred tells nothing.
    """
    aside = [one for told in found.values() for one in told if isinstance(one, SetAside)]
    events = sum(isinstance(one, Event) for told in found.values() for one in told)
    others = [one for one in aside if "nominee" not in one.problems[0].message]

    assert len(others) * 200 <= events


def test_all_replay(found):
    """
    All files replay together, and every mission has a level on every day asked.
    """
    events = [one for told in found.values() for one in told if isinstance(one, Event)]
    history = replay(events)
    receivers = {event.receiver for event in events if hasattr(event, "receiver")}
    snapshot = history.at("1995-01-01")

    assert {0, 1, 3} <= {int(mission_level(snapshot, receiver=code)) for code in receivers}
