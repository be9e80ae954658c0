"""
The two articles that the project grew from: read where they are at hand.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import diplomodel as dm
from diplomodel.dates import Duration
from diplomodel.events import SentenceRequest
from diplomodel.fluents import Relations
from diplomodel_news import NewsExtractor, NewsOptions


def shared():
    folder = Path(os.environ.get("DIPLOMODEL_SHARED") or Path(__file__).parents[4] / "shared")
    if not (folder / "seeds").is_dir():
        pytest.skip("the folder of shared papers is not here")
    return folder


def found(number, published):
    (path,) = (shared() / "seeds").glob(f"{number}_*.txt")
    reader = NewsExtractor(NewsOptions(published=published, lang="en"))
    with path.open("rb") as stream:
        return list(reader.extract(stream, name=path.name)), path.read_text(encoding="utf-8")


def days(events, kind, **fields):
    return [
        str(one.occurred)
        for one in events
        if one.kind == kind and all(getattr(one, name) == value for name, value in fields.items())
    ]


def test_article_of_2022():
    """
    What the article of 9 December 2022 reports is found once, and its history is not.
    """
    events, _ = found("000", "2022-12-09")

    assert ["2022-12-07"] == days(events, "self_coup_attempt", by=("pedro-castillo",))
    assert ["2022-12-07"] == days(events, "head_of_state_removal", person="pedro-castillo")
    assert ["2022-12-07"] == days(events, "arrest", persons=("pedro-castillo",))
    assert 1 == len(days(events, "office_taken", person="dina-boluarte"))
    asked = {"asylum_state": "MEX", "territorial_state": "PER", "persons": ("pedro-castillo",)}
    assert ["2022-12-07"] == days(events, "asylum_request", manner="oral", **asked)
    assert ["2022-12-07"] == days(events, "asylum_request", manner="written", **asked)
    assert ["2022-12-08"] == days(events, "asylum_offer", **asked)
    assert ["2022-12-08"] == days(events, "envoy_visit", visited="pedro-castillo")
    assert 1 == len(days(events, "consultations", by="MEX", target="PER"))
    said = days(events, "statement", speaker="dina-boluarte", target=None)
    assert ["2022-12-07", "2022-12-07/2022-12-09"] == said
    assert [] == days(events, "asylum_grant")
    assert [] == days(events, "conviction")
    assert 13 == len(events)


def test_article_of_2025():
    """
    What the article of 4 November 2025 reports is found once, each at its own time.
    """
    events, _ = found("003", "2025-11-04")

    assert ["2025-11-03/2025-11-04"] == days(events, "relations_break", by="PER", target="MEX")
    assert 1 == len(days(events, "relations_break"))
    assert 1 == len(days(events, "asylum_grant", persons=("betssy-chavez",)))
    assert ["2022-12"] == [d for d in days(events, "asylum_grant") if d.startswith("2022")]
    assert 1 == len(days(events, "persona_non_grata", person="karla-ornela", deadline=None))
    assert ["2025-03"] == days(
        events,
        "trial_opening",
        persons=("betssy-chavez", "pedro-castillo"),
        requested=(SentenceRequest(person="betssy-chavez", sentence=Duration.parse("P25Y")),),
    )
    assert ["2022-12-07"] == days(events, "self_coup_attempt")
    assert ["2022-12-07"] == days(events, "arrest", persons=("pedro-castillo",))
    assert ["2023"] == days(events, "arrest", persons=("betssy-chavez",))
    assert 1 == len(days(events, "trade_continuation"))
    said = days(events, "statement", by="MEX", target="PER", speaker=None)
    assert ["../2025-11-04", "../2025-11-04"] == said
    assert 1 == len(days(events, "statement", speaker="claudia-sheinbaum"))
    assert 1 == len(days(events, "statement", by="PER", target="MEX", speaker="hugo-de-zela"))
    assert {"claimed"} == {e.modality.value for e in events if e.kind == "ambassador_withdrawal"}
    assert {"MEX"} == {e.asylum_state for e in events if e.kind == "asylum_grant"}
    assert ["2022"] == days(events, "office_taken", person="betssy-chavez")
    assert 20 == len(events)


def test_quotes_and_replay():
    """
    Every quotation is the text's, and the events replay to the break.
    """
    events = []
    for number, published in (("000", "2022-12-09"), ("003", "2025-11-04")):
        some, text = found(number, published)
        events += some
        assert all(p.quote == text[p.start : p.end] for e in some for p in e.evidence)

    assert Relations.BROKEN == dm.replay(events).at("2025-11-05").between("PER", "MEX").relations
