"""
News sentences of many shapes about asylum, power, justice, courts, measures, incidents and words.

Each row gives a sentence and the events that it tells, as "kind day field=value ...", with a
modality other than done beside the day. All are made up.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
import yaml

from diplomodel_news._finding import findings_of
from diplomodel_news._language import language
from diplomodel_news._story import Story


#: A Wednesday.
DAY = dt.date(2024, 5, 15)

SENTENCES = Path(__file__).with_name("sentences")
ROWS = yaml.safe_load((SENTENCES / "en_persons.yaml").read_text("utf-8"))
MODALITIES = {"claimed", "planned", "offered", "threatened", "demanded", "denied", "asked"}


def events(text):
    """
    The events of a sentence, read whatever the gate, which is meant for whole texts, makes of it.
    """
    return [one.event() for one in findings_of(Story(text, language("en"), DAY)).events]


def shown(event, fields):
    """
    An event as the table writes it, with the fields that the table asks for.
    """
    words = [event.kind, str(event.occurred)]
    if event.modality.value != "done":
        words.append(event.modality.value)
    for field in fields:
        value = getattr(event, field)
        many = value if isinstance(value, tuple) else (value,)
        words.append(f"{field}={','.join(str(getattr(one, 'text', one)) for one in many)}")
    return " ".join(words)


def compared(text, expected):
    """
    What is expected and what is found, each found event shown with the fields asked of its kind.
    """
    wanted = [one.strip() for one in expected.split(";")]
    fields = {}
    for one in wanted:
        kind, _, *rest = one.split()
        fields[kind] = [part.partition("=")[0] for part in rest if part not in MODALITIES]
    return sorted(wanted), sorted(shown(one, fields.get(one.kind, ())) for one in events(text))


@pytest.mark.parametrize(
    ("text", "expected"), [(row["text"], row["tells"]) for row in ROWS["tells"]]
)
def test_tells(text, expected):
    """
    A sentence gives the events that it tells, with day, modality, parties and persons.
    """
    wanted, found = compared(text, expected)

    assert wanted == found


@pytest.mark.parametrize("text", ROWS["nothing"])
def test_tells_nothing(text):
    """
    What is about sport, business or crime, or may only be, tells nothing.
    """
    assert [] == [shown(one, ()) for one in events(text)]
