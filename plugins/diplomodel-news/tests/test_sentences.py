"""
News sentences of many shapes, and the events that each tells.

Every file ``sentences/<language>_<subject>.yaml`` gives its language, a day of publication, and
rows: a text (one sentence or a few) with the events that it tells, as "kind day field=value ...;
..." with a modality other than done beside the day, and texts that tell nothing. A row may have a
day of publication of its own. Only the fields written of a kind are compared. All are made up.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
import yaml

from diplomodel_news._events.finding import findings_of
from diplomodel_news._language.language import language
from diplomodel_news._story import Story


BOOKS = [
    yaml.safe_load(path.read_text("utf-8"))
    for path in sorted(Path(__file__).with_name("sentences").glob("*.yaml"))
]
MODALITIES = {"claimed", "planned", "offered", "threatened", "demanded", "denied", "asked"}


def events(text, code, published):
    """
    The events of a text, read whatever the gate, which is meant for whole texts, makes of it.
    """
    story = Story(text, language(code), dt.date.fromisoformat(str(published)))
    return [one.event() for one in findings_of(story).events]


def shown(event, fields):
    """
    An event as a row writes it, with the fields that the row asks for.
    """
    words = [event.kind, str(event.occurred)]
    if event.modality.value != "done":
        words.append(event.modality.value)
    for field in fields:
        value = getattr(event, field)
        many = value if isinstance(value, tuple) else (value,)
        words.append(f"{field}={','.join(str(getattr(one, 'text', one)) for one in many)}")
    return " ".join(words)


def compared(found, expected):
    """
    What is expected and what is found, each found event shown with the fields asked of its kind.
    """
    wanted = [one.strip() for one in expected.split(";")]
    fields = {}
    for one in wanted:
        kind, _, *rest = one.split()
        fields[kind] = [part.partition("=")[0] for part in rest if part not in MODALITIES]
    return sorted(wanted), sorted(shown(one, fields.get(one.kind, ())) for one in found)


@pytest.mark.parametrize(
    ("text", "expected", "code", "published"),
    [
        (row["text"], row["tells"], book["language"], row.get("published", book["published"]))
        for book in BOOKS
        for row in book.get("tells", ())
    ],
)
def test_tells(text, expected, code, published):
    """
    A text gives the events that it tells, with day, modality, parties and persons.
    """
    wanted, found = compared(events(text, code, published), expected)

    assert wanted == found


@pytest.mark.parametrize(
    ("text", "code", "published"),
    [
        (text, book["language"], book["published"])
        for book in BOOKS
        for text in book.get("nothing", ())
    ],
)
def test_tells_nothing(text, code, published):
    """
    What is about sport, business or crime, or may only be, tells nothing.
    """
    assert [] == [shown(one, ()) for one in events(text, code, published)]
