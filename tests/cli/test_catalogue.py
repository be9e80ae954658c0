"""
``diplomodel events``, ``rules`` and ``fluents``.
"""

from __future__ import annotations

import json

import pytest

from diplomodel.events import event_types, families, kind_of
from diplomodel.fluents import CORE
from diplomodel.rules import core_rules


def flat(text: str) -> str:
    """
    The text without its line breaks and alignment.
    """
    return " ".join(text.split())


def test_all_types_of_event_are_listed(run) -> None:
    """
    Every type is listed with its family and a summary.
    """
    told = run("events", "list").stdout
    data = json.loads(run("events", "list", "--json").stdout)

    assert sorted(kind_of(cls) for cls in event_types()) == sorted(one["kind"] for one in data)
    assert all(one["summary"] and one["family"] in families() for one in data)
    assert all(one["kind"] in told for one in data)


def test_one_family_can_be_listed(run) -> None:
    """
    A family holds its own types; a misspelt one suggests the nearest.
    """
    data = json.loads(run("events", "list", "--family", "asylum", "--json").stdout)
    wrong = run("events", "list", "--family", "asilum")

    assert {"asylum"} == {one["family"] for one in data}
    assert 1 == wrong.exit_code
    assert "did you mean 'asylum'?" in wrong.stderr


def test_type_of_event_is_shown_with_fields_codes_and_effects(run) -> None:
    """
    Fields, codes, rules, requirements and duties of a type are all told.
    """
    told = flat(run("events", "show", "ambassador_expulsion").stdout)

    assert "sender: text The sending state; must be given" in told
    assert "deadline: a length of time (ISO 8601)" in told
    assert "PLOVER SANCTION" in told
    assert "[VCDR 9" in told
    assert "the sender owes the receiver to recall the person" in told


def test_type_without_effect_says_why(run) -> None:
    """
    A type that changes nothing says why.
    """
    told = flat(run("events", "show", "talks").stdout)

    assert "Changes nothing: Talking changes nothing yet." in told


def test_every_type_can_be_shown(run) -> None:
    """
    No type of event is without words for its fields.
    """
    for cls in event_types():
        result = run("events", "show", kind_of(cls), "--json")

        data = json.loads(result.stdout)
        assert all(field["type"] and field["summary"] for field in data["fields"]), data["kind"]
        assert bool(data["rules"]) != bool(data["no_effect"])


@pytest.mark.parametrize("command", ["events", "rules"])
def test_unknown_kind_suggests_the_nearest(run, command) -> None:
    """
    A misspelt kind is an error with a suggestion.
    """
    result = run(command, "show", "relations_brake")

    assert 1 == result.exit_code
    assert "did you mean 'relations_break'?" in result.stderr


def test_rules_are_listed_and_filtered(run) -> None:
    """
    All rules are listed; a kind or a fluent narrows them.
    """
    every = json.loads(run("rules", "list", "--json").stdout)
    some = json.loads(run("rules", "list", "--event", "relations_break", "--json").stdout)
    narrowed = ("--event", "relations_break", "--fluent", "relations")
    one = json.loads(run("rules", "list", *narrowed, "--json").stdout)

    assert [rule.key for rule in core_rules().rules] == [rule["key"] for rule in every]
    assert {"relations_break"} == {rule["event"] for rule in some}
    assert ["relations_break/relations"] == [rule["key"] for rule in one]


def test_rules_of_a_type_without_effect_say_why(run) -> None:
    """
    A type without rules is answered with the reason.
    """
    assert "Talking changes nothing yet." in run("rules", "list", "--event", "talks").stdout
    assert "Talking changes nothing yet." in run("rules", "show", "talks").stdout


def test_rule_is_shown_with_the_paraphrase(run) -> None:
    """
    A rule is shown with its value, its condition and the articles in our words.
    """
    told = flat(run("rules", "show", "relations_break/consular_relations").stdout)

    assert "sets consular relations" in told
    assert "to severed" in told
    assert "only if severs consular is True" in told
    assert "VCCR 2(3): A diplomatic break leaves consular relations alone" in told


def test_rules_of_a_kind_are_shown_together(run) -> None:
    """
    A kind alone shows its rules, later effects among them.
    """
    told = flat(run("rules", "show", "visa_requirement_announcement").stdout)
    data = json.loads(run("rules", "show", "visa_requirement_announcement", "--json").stdout)

    assert "later in force, from the day in effective" in told
    assert {"value": "in_force", "from": "effective"} == data[0]["later"]


def test_fluents_are_listed(run) -> None:
    """
    Every fluent is listed with the form of its subject and its values.
    """
    told = run("fluents", "list").stdout
    data = json.loads(run("fluents", "list", "--json").stdout)

    assert set(CORE) == {one["name"] for one in data}
    assert "relations MEX-PER" in told
    assert "derived; values: ambassador, charge_daffaires, nobody" in told
