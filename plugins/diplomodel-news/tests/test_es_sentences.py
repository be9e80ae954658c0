"""
Spanish news sentences of many shapes: verbs first, subjects left out, clitics, moods, "se".

``sentences/es.txt`` gives each sentence with the events that it tells, indented, as
"kind modality day field=value ...". All are made up, though the states and some leaders are real.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from diplomodel_news._finding import findings_of
from diplomodel_news._language import language
from diplomodel_news._story import Story


#: A Friday.
DAY = dt.date(2025, 3, 14)
ROWS = (Path(__file__).with_name("sentences") / "es.txt").read_text(encoding="utf-8").split("\n\n")
_FIELDS = (
    "by",
    "target",
    "sender",
    "receiver",
    "asylum_state",
    "territorial_state",
    "state",
    "parties",
    "between",
    "institution",
    "applicant",
    "respondent",
    "protector",
    "persons",
    "answer",
    "number",
)


def _told(text: str) -> list[str]:
    """
    The events of a text, one a line.
    """
    rows = []
    for found in findings_of(Story(text, language("es"), DAY)).events:
        fields = [
            f"{name}={'+'.join(sorted(value)) if isinstance(value, tuple) else value}"
            for name in _FIELDS
            if (value := found.values.get(name)) is not None
        ]
        rows.append(" ".join([found.kind, found.modality, found.date, *fields]))
    return sorted(rows)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[:40])
def test_sentences(row: str) -> None:
    """
    A sentence tells just its events, with parties, day and sureness.
    """
    text, *expected = row.strip().split("\n")
    assert sorted(line.strip() for line in expected) == _told(text)
