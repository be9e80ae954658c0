"""
Timelines and rules in Mermaid.
"""

from __future__ import annotations

import html
import io
import re

import pytest

from diplomodel import casebook, casebook_names, replay
from diplomodel.errors import BadInputError, UnknownNameError
from diplomodel.exporters import export
from diplomodel.exporters._mermaid import mermaid_text
from diplomodel.exporters._text import clean
from diplomodel.fluents import CORE
from diplomodel.rules import core_rules


def drawn(what: object, to: str = "mermaid", **options: object) -> list[str]:
    target = io.BytesIO()
    export(what, target, to=to, options=options or None)
    return target.getvalue().decode().splitlines()


# The lines that a timeline of Mermaid may have (its own grammar, of version 11): comment, title,
# section, a period with an event, and a further event.
TIMELINE = re.compile(
    r"timeline"
    r"|    %% [^\n]+"
    r"|    title [^\n:;]*(?:#\d+;[^\n:;]*)*"
    r"|    section \d{4}-\d\d"
    r"|        \d{4}-\d\d-\d\d : (?:[^:#;\n]|#\d+;)+"
    r"|            : (?:[^:#;\n]|#\d+;)+"
)


@pytest.mark.parametrize("name", casebook_names())
def test_timeline_has_only_its_own_lines(name) -> None:
    """
    Every line is one of the few forms that a timeline knows.
    """
    lines = drawn(casebook(name))

    assert [] == [line for line in lines if not TIMELINE.fullmatch(line)]
    assert "timeline" == lines[0]


def test_hostile_text_adds_no_line(hostile) -> None:
    """
    No text can begin a line of its own, a comment or a directive.
    """
    lines = drawn(hostile)

    assert [] == [line for line in lines if not TIMELINE.fullmatch(line)]
    assert 0 == "\n".join(lines).count("%%{")


def test_text_can_be_read_again(hostile) -> None:
    """
    Entities stand for signs of syntax, and give the text back.
    """
    shown = re.sub(
        r"#(\d+);", lambda found: html.unescape(f"&#{found[1]};"), mermaid_text("#1: é;")
    )

    assert "#1: é;" == shown
    assert re.fullmatch(r"(?:[^#:;<>%\"\n]|#\d+;)+", mermaid_text(hostile.title))
    assert clean("é") == mermaid_text("é")


def test_every_day_stands_in_its_month() -> None:
    """
    The days are in order, under their months.
    """
    lines = drawn(casebook("peru-mexico"))
    month, days = "", []
    for line in lines:
        if line.startswith("    section "):
            month = line.split()[1]
        elif found := re.match(r" {8}(\d{4}-\d\d-\d\d) :", line):
            days.append(found[1])
            assert found[1].startswith(month)

    assert sorted(set(days)) == days
    assert "2025-11-03" in days


def test_timeline_tells_what_changed() -> None:
    """
    The break of relations stands there with the change that it made.
    """
    lines = [
        line.strip()
        for line in drawn(casebook("peru-mexico"), first="2025-11-03", last="2025-11-03")
    ]

    assert ": relations, Mexico and Peru#58; established → broken" in lines


@pytest.mark.parametrize(
    ("options", "absent"),
    [
        ({"changes": "false"}, "→"),
        ({"first": "2025"}, "2022-12-07 :"),
        ({"last": "2024"}, "2025-11-03 :"),
        ({"dyad": "BOL-PER"}, "2025-11-03 :"),
    ],
)
def test_timeline_can_be_cut(options, absent) -> None:
    """
    Changes, days and other states can be left out.
    """
    assert absent in "\n".join(drawn(casebook("peru-mexico")))
    assert absent not in "\n".join(drawn(casebook("peru-mexico"), **options))


def test_opening_comes_on_request() -> None:
    """
    How things stood at the start is told where asked for.
    """
    case = casebook("australia-iran")

    assert "relations, Australia and Iran#58; established" not in "\n".join(drawn(case))
    assert "relations, Australia and Iran#58; established" in "\n".join(
        drawn(case, opening="true")
    )


def test_a_pair_must_be_one() -> None:
    """
    A dyad that is none is an error.
    """
    with pytest.raises(BadInputError, match="two different states"):
        drawn(replay([]), dyad="PER-PER")


@pytest.mark.parametrize("fluent", [one for one in CORE.values() if not one.is_derived], ids=str)
def test_rules_of_every_fluent_are_drawn(fluent) -> None:
    """
    Every value is a state, and every rule of the fluent has an arrow.
    """
    lines = drawn(replay([]), "mermaid.rules", fluent=fluent.name)
    states = re.findall(r'^    state "[^"]+" as (s\d+)$', "\n".join(lines), re.MULTILINE)
    arrows = [
        found
        for line in lines
        if (found := re.fullmatch(r"    (\[\*\]|s\d+) --> (s\d+) : (?:[^:#;]|#\d+;)+", line))
    ]
    rules = [rule for rule in core_rules().rules if rule.sets == fluent]

    assert "stateDiagram-v2" == lines[0]
    assert max(1, len(fluent.vocabulary)) == len(states) == len(set(states))
    assert len(lines) == 3 + len(states) + len(arrows)
    assert len(rules) <= len(arrows)
    assert {found[2] for found in arrows} <= set(states)


def test_arrows_start_where_the_law_says() -> None:
    """
    Restoration starts from none, broken and ended relations; establishment from anything.
    """
    text = "\n".join(drawn(replay([]), "mermaid.rules"))
    numbers = dict(re.findall(r'state "(\w+)" as (s\d)', text))

    assert f"{numbers['broken']} --> {numbers['established']} : relations restoration" in text
    assert f"[*] --> {numbers['established']} : relations establishment" in text


def test_unknown_fluent_suggests_the_nearest() -> None:
    """
    A misspelt fluent is an error.
    """
    with pytest.raises(UnknownNameError, match="did you mean 'relations'"):
        drawn(replay([]), "mermaid.rules", fluent="relatoins")
