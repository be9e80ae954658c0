"""
Spells and transitions as CSV, read again by the standard library's reader.
"""

from __future__ import annotations

import csv
import io

import pytest

from diplomodel import casebook, replay
from diplomodel.dates import day_text
from diplomodel.errors import UnknownNameError
from diplomodel.events import Observation
from diplomodel.exporters import export


def rows(what: object, to: str, **options: object) -> list[dict[str, str]]:
    target = io.BytesIO()
    export(what, target, to=to, options=options or None)
    return list(csv.DictReader(io.StringIO(target.getvalue().decode(), newline="")))


def test_every_spell_is_a_row() -> None:
    """
    Value, days, events and whether it was only seen stand in each row, in the history's order.
    """
    case = casebook("peru-mexico")
    expected = [
        (
            spell.fluent,
            spell.subject,
            str(spell.value),
            day_text(spell.begins),
            "" if spell.ends is None else day_text(spell.ends),
            "true" if spell.observed else "false",
            spell.began_by.id,
            "" if spell.ended_by is None else spell.ended_by.id,
        )
        for spell in replay(case).spells()
    ]
    names = ("fluent", "subject", "value", "begins", "ends", "observed", "began_by_id")

    found = [
        (*(row[name] for name in names), row["ended_by_id"]) for row in rows(case, "csv.spells")
    ]

    assert expected == found


def test_every_transition_is_a_row() -> None:
    """
    Values before and after, event, rule, law and sources stand in each row, by day.
    """
    case = casebook("peru-mexico")
    expected = [
        (
            day_text(change.day),
            "" if change.before is None else str(change.before),
            "" if change.after is None else str(change.after),
            change.event.id,
            change.rule.key,
            "; ".join(change.law),
        )
        for change in replay(case).transitions_by_day()
    ]
    names = ("date", "before", "after", "event_id", "rule", "law")

    found = [tuple(row[name] for name in names) for row in rows(case, "csv.transitions")]

    assert expected == found


@pytest.mark.parametrize(
    ("fluent", "expected"),
    [
        ("relations", ("MEX-PER", "dyad", "MEX", "PER", "")),
        ("mission", ("MEX>PER", "directed dyad", "MEX", "PER", "")),
        ("custody", ("pedro-castillo", "person", "", "", "pedro-castillo")),
        (
            "asylum",
            (
                "MEX>PER/betssy-chavez",
                "asylum state, territorial state and person",
                "MEX",
                "PER",
                "betssy-chavez",
            ),
        ),
    ],
)
def test_subject_stands_whole_and_in_parts(fluent, expected) -> None:
    """
    The states and the rest of a subject have columns of their own.
    """
    names = ("subject", "subject_kind", "state", "other_state", "part")
    found = rows(casebook("peru-mexico"), "csv.spells", fluent=fluent)

    assert expected in {tuple(row[name] for name in names) for row in found}


def test_one_fluent_is_picked() -> None:
    """
    With the name of a fluent, only its rows are written; a derived one has its own spells.
    """
    case = casebook("us-cuba")

    for to in ("csv.spells", "csv.transitions"):
        assert {"relations"} == {row["fluent"] for row in rows(case, to, fluent="relations")}
    assert {"headed_by"} == {row["fluent"] for row in rows(case, "csv.spells", fluent="headed_by")}


def test_derived_fluents_come_on_request() -> None:
    """
    Derived fluents have no row unless asked for.
    """
    case = casebook("us-cuba")
    without = rows(case, "csv.spells")
    with_ = rows(case, "csv.spells", derived="true")

    assert "headed_by" not in {row["fluent"] for row in without}
    assert "headed_by" in {row["fluent"] for row in with_}
    assert without == with_[: len(without)]


@pytest.mark.parametrize("to", ["csv.spells", "csv.transitions"])
def test_unknown_fluent_suggests_the_nearest(to) -> None:
    """
    A misspelt fluent is an error.
    """
    with pytest.raises(UnknownNameError, match="did you mean 'relations'"):
        rows(casebook("us-cuba"), to, fluent="relatoins")


def test_no_history_is_a_row_of_names() -> None:
    """
    Where nothing happened there are the names of the columns alone.
    """
    target = io.BytesIO()
    export(replay([]), target, to="csv.spells")

    assert target.getvalue().startswith(b"fluent,subject,")
    assert 1 == target.getvalue().count(b"\n")


def test_no_cell_begins_a_formula() -> None:
    """
    What a spreadsheet would run has an apostrophe before it.
    """
    seen = [
        Observation(occurred="2025-11-03", fluent="head_of_state", subject="PER", value="=cmd()"),
        Observation(
            occurred="2025-11-03", fluent="consular_post", subject="MEX>PER/=1+1", value="open"
        ),
    ]
    found = rows(replay(seen), "csv.spells")

    assert "'=cmd()" in {row["value"] for row in found}
    assert "'=1+1" in {row["part"] for row in found}
    assert [] == [cell for row in found for cell in row.values() if cell[:1] in set("=+-@")]
