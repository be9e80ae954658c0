"""
Ways in which chronicles of foreign offices tell what two states did: made-up sentences.

Each row of ``sentences/en_records.yaml`` holds a text, a kind, and what the events of that kind in
it are: the day and the states in the order of their codes, or nothing where there is none.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
import yaml

from diplomodel.events import participants
from diplomodel_news._finding import findings_of
from diplomodel_news._language import language
from diplomodel_news._story import Story


ROWS = yaml.safe_load(
    (Path(__file__).with_name("sentences") / "en_records.yaml").read_text("utf-8")
)


def told(text: str, kind: str) -> list[str]:
    """
    The days and states of the events of a kind that a text of the end of 2023 tells as done.
    """
    found = findings_of(Story(text, language("en"), dt.date(2023, 12, 31))).events
    events = [one.event() for one in found if one.modality == "done" and one.kind == kind]
    return sorted(
        " ".join(
            [
                str(event.occurred),
                *sorted({one.id for one in participants(event) if not one.is_person}),
            ]
        )
        for event in events
    )


@pytest.mark.parametrize(
    ("text", "kind", "tells"),
    [pytest.param(row["text"], row["kind"], row["tells"], id=row["text"][:60]) for row in ROWS],
)
def test_record_tells(text: str, kind: str, tells: list[str]) -> None:
    """
    A record of relations tells its act with its day and its two parties, and none that is not so.
    """
    assert tells == told(text, kind)
