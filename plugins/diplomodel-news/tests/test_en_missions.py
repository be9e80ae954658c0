"""
News sentences about envoys, expulsions, missions, relations, recognition and protecting powers.

Each row holds a sentence, the day of publication, and the events of these families that it tells:
the kind, who breaches premises where that is told, the states in the order of `STATES`, the day,
and the modality where the act is not done. All sentences are made up.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
import yaml

from diplomodel.events import event_type
from diplomodel_news._finding import findings_of
from diplomodel_news._language import language
from diplomodel_news._story import Story


#: The modules of event types whose events are compared.
FAMILIES = {"envoys", "expulsions", "missions", "relations", "protection", "observations"}
#: The fields whose values are compared, in the order in which rows write them.
STATES = ("by", "target", "sender", "receiver", "protector", "to", "turning_from", "parties")

SENTENCES = Path(__file__).with_name("sentences")
ROWS = yaml.safe_load((SENTENCES / "en_missions.yaml").read_text("utf-8"))


def rows(*groups: str) -> list[tuple[str, str, tuple[str, ...]]]:
    """
    The rows of some groups.
    """
    found = [row for group in groups for row in ROWS[group]]
    return [(row["text"], row["published"], tuple(row["tells"])) for row in found]


def told(text: str, published: str) -> tuple[str, ...]:
    """
    The events of the families compared, written as rows write them.
    """
    story = Story(text, language("en"), dt.date.fromisoformat(published))
    found = []
    for finding in findings_of(story).events:
        if event_type(finding.kind).__module__.rpartition(".")[2] not in FAMILIES:
            continue
        event = finding.event()
        words = [finding.kind]
        for field in STATES:
            value = getattr(event, field, None)
            words += [value] if isinstance(value, str) else list(value or ())
        words.append(str(event.occurred))
        if event.modality.value != "done":
            words.append(event.modality.value)
        found.append(" ".join(words))
    return tuple(sorted(found))


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    rows("envoys", "expulsions", "missions", "relations", "recognition", "protection"),
)
def test_acts_are_found_in_many_constructions(
    text: str, published: str, expected: tuple[str, ...]
) -> None:
    """
    An act is found with its states and its day, however a sentence tells it.
    """
    assert expected == told(text, published)


@pytest.mark.parametrize(("text", "published", "expected"), rows("undone"))
def test_what_is_no_act_or_not_done_is_no_done_act(
    text: str, published: str, expected: tuple[str, ...]
) -> None:
    """
    Sport, business, wishes, threats, plans and denials never become acts that are done.
    """
    assert expected == told(text, published)


@pytest.mark.parametrize(
    ("text", "field", "expected"),
    [(row["text"], row["field"], row["value"]) for row in ROWS["figures"]],
)
def test_figures_and_manners_are_read(text: str, field: str, expected: object) -> None:
    """
    Deadlines, numbers and the manner of an act are read with it.
    """
    story = Story(text, language("en"), dt.date(2024, 3, 14))
    found = [one.event() for one in findings_of(story).events]
    value = getattr(found[0], field)
    assert expected == str(getattr(value, "words", value))
