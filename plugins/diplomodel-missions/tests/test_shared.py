"""
Tests on the data sets as they really are, where they are there.
"""

import io
from collections import Counter
from pathlib import Path

import pytest

import diplomodel_missions
from diplomodel.casebooks import Casebook, SetAside
from diplomodel.events import Event
from diplomodel.exporters import Export
from diplomodel.extractors import SetAsideRows
from diplomodel.histories import replay
from diplomodel.testing import isolated_host
from diplomodel_missions.coups import CoupsExtractor
from diplomodel_missions.cow import CowExtractor, CowTableExporter
from diplomodel_missions.rdcr import RdcrExtractor
from diplomodel_missions.rdcr._article import article
from diplomodel_missions.recognition import RecognitionExtractor


def test_cow_is_read_and_written_back_equal(shared: Path) -> None:
    """
    Each row is one observation, and the table written of all of them is the file.
    """
    path = shared / "cow" / "Diplomatic_Exchange_2006v1.csv"
    data = path.read_bytes()
    found = tuple(CowExtractor().extract(io.BytesIO(data), name=path.name))
    assert data.count(b"\n") - 1 == len(found)
    assert {"observation"} == {one.kind for one in found}
    target = io.BytesIO()
    # The table needs no history, whose replay would take most of the time.
    case = Export(casebook=Casebook(events=found), history=replay([]))
    CowTableExporter().export(case, target)
    assert data == target.getvalue()


def test_cow_observations_set_no_transitions(shared: Path) -> None:
    """
    The first states' observations replay to spells, and to no transition.
    """
    path = shared / "cow" / "Diplomatic_Exchange_2006v1.csv"
    with path.open("rb") as stream:
        part = b"".join(stream.readline() for _ in range(3000))
    rules = isolated_host(diplomodel_missions).rules(["missions"])
    history = replay(list(CowExtractor().extract(io.BytesIO(part))), rules=rules)
    assert list(history.spells())
    assert not list(history.transitions())


@pytest.mark.parametrize(
    ("name", "extractor", "ended"),
    [
        ("coups/cline_coup_2.1.2.csv", CoupsExtractor(), {"coup_attempt", "self_coup_attempt"}),
        (
            "recognition/taiwan-recognition.csv",
            RecognitionExtractor(),
            {"state_recognition", "state_recognition_withdrawal", "observation"},
        ),
    ],
)
def test_tables_are_read_to_the_row(shared: Path, name: str, extractor, ended: set[str]) -> None:
    """
    Each row is cited by an event or set aside; here none is set aside.
    """
    data = (shared / name).read_bytes()
    found = list(extractor.extract(io.BytesIO(data), name=name))
    cited = {one.evidence[0].place for one in found if isinstance(one, Event)}
    aside = sum(len(one) for one in found if isinstance(one, SetAsideRows))
    assert len(data.splitlines()) - 1 == len(cited) + aside
    assert 0 == aside
    assert ended == {one.kind for one in found}


def test_coups_by_outcome(shared: Path) -> None:
    """
    The outcomes are as many as the data set has of each type.
    """
    path = shared / "coups" / "cline_coup_2.1.2.csv"
    with path.open("rb") as stream:
        found = [one for one in CoupsExtractor().extract(stream) if isinstance(one, Event)]
    text = path.read_text(encoding="utf-8")
    types = {"coup": "realised", "attempted": "attempted", "conspiracy": "conspiracy"}
    wanted = {outcome: text.count(f',"{word}",') for word, outcome in types.items()}
    assert wanted == Counter(one.outcome.value for one in found)
    assert len(found) == len({one.id for one in found})


def test_the_guide_is_read_to_the_entry(shared: Path) -> None:
    """
    Each entry of each article is cited by an event or set aside.
    """
    for path in sorted((shared / "rdcr" / "articles").glob("*.xml")):
        data = path.read_bytes()
        whole = article(io.BytesIO(data), name=path.name)
        found = list(RdcrExtractor().extract(io.BytesIO(data), name=path.name))
        told = {
            int(one.evidence[0].place.rpartition(" ")[2])
            for one in found
            if isinstance(one, Event)
        }
        told |= {one.index + 1 for one in found if isinstance(one, SetAside)}
        assert set(range(1, max(len(whole.entries), 1) + 1)) == told, path.name


def test_most_acts_of_the_guide_are_events(shared: Path) -> None:
    """
    Of all acts that headings name, at least nine in ten become events.
    """
    events = asides = 0
    for path in sorted((shared / "rdcr" / "articles").glob("*.xml")):
        with path.open("rb") as stream:
            for one in RdcrExtractor().extract(stream, name=path.name):
                if isinstance(one, Event):
                    events += 1
                else:
                    asides += "[" in one.data
    assert events > 9 * asides > 0
