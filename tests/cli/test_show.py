"""
``diplomodel show``, ``diff`` and ``obligations``.
"""

from __future__ import annotations

import json


def flat(text: str) -> str:
    """
    The text without its line breaks and alignment.
    """
    return " ".join(text.split())


def test_shows_what_is_known_in_groups(run, small) -> None:
    """
    Relations, missions and asylum cases stand in groups of their own.
    """
    result = run("show", small, "--at", "2025-11-05")

    told = flat(result.stdout)
    assert 0 == result.exit_code
    assert "Relations Mexico and Peru (MEX-PER) relations broken" in told
    assert "Missions Mexico in Peru (MEX:PER) mission open mission level ambassador" in told
    assert "Asylum cases Ana López Čapek (Mexico, from Peru)" in told
    assert "(last known)" not in told


def test_after_the_coverage_all_is_last_known(run, small) -> None:
    """
    Past the last day covered every value says that it is the last known.
    """
    told = flat(run("show", small, "--at", "2026-05-01").stdout)

    assert "The casebook ends on 2025-12-31: what follows is the last known." in told
    assert "relations broken (last known)" in told


def test_before_the_coverage_little_is_known(run, small) -> None:
    """
    Before the first day covered it says so.
    """
    told = flat(run("show", small, "--at", "2025-01-01").stdout)

    assert "The casebook begins on 2025-11-01" in told


def test_without_a_day_it_is_the_last_covered(run, small) -> None:
    """
    The day left out is the last one covered.
    """
    assert "2025-12-31, Wednesday" in run("show", small).stdout


def test_doubt_is_shown(run, small) -> None:
    """
    What could not surely be known by a day is possible, with the values that are.
    """
    told = flat(run("show", small, "--at", "2025-11-05", "--known-by", "2025-11-02").stdout)

    assert "relations broken" not in told


def test_possible_values_are_named(run, tmp_path) -> None:
    """
    An open claim on the date leaves both values possible between the dates.
    """
    path = tmp_path / "doubt.yaml"
    path.write_text(
        "format: 1\n"
        "events:\n"
        "  - {kind: relations_establishment, occurred: 2000-01-01, parties: [PER, MEX]}\n"
        "  - kind: relations_break\n"
        "    occurred: 2025-11-03\n"
        "    by: PER\n"
        "    target: MEX\n"
        "    claims: [{text: later, field: occurred, value: 2025-11-09}]\n"
    )

    told = flat(run("show", str(path), "--at", "2025-11-05").stdout)

    assert "(possible: broken, established)" in told


def test_one_value_in_doubt_is_marked(run, tmp_path) -> None:
    """
    A value that may hold or not, with no other known, is not certain.
    """
    path = tmp_path / "doubt.yaml"
    path.write_text(
        "format: 1\nevents:\n"
        "  - {kind: relations_break, occurred: 2025-11-03?, by: PER, target: MEX}\n"
    )

    told = flat(run("show", str(path), "--at", "2025-11-03").stdout)

    assert "relations broken (not certain)" in told


def test_without_events_the_day_must_be_said(run, tmp_path) -> None:
    """
    An empty casebook has no last day to fall back on.
    """
    path = tmp_path / "empty.yaml"
    path.write_text("format: 1\n")

    result = run("show", str(path))

    assert 2 == result.exit_code
    assert "say the day with --at" in result.stderr


def test_dyad_filters_the_state(run, small) -> None:
    """
    With a dyad only subjects that lie between both states are shown.
    """
    told = run("show", small, "--dyad", "PER-MEX").stdout

    assert "Bolivia" not in told
    assert "Bolivia" in run("show", small).stdout


def test_show_json_has_certainty(run, small) -> None:
    """
    JSON gives value, certainty and possible values of each fluent.
    """
    data = json.loads(run("show", small, "--at", "2026-05-01", "--json").stdout)

    state = {(one["fluent"], one["subject"]): one for one in data["state"]}
    assert {
        "fluent": "relations",
        "subject": "MEX-PER",
        "value": "broken",
        "certainty": "last_known",
        "possible": ["broken"],
    } == state["relations", "MEX-PER"]
    assert "2026-05-01" == data["at"]


def test_narrow_terminal_keeps_labels_with_values(run, small) -> None:
    """
    In 40 columns labels stand before their values.
    """
    told = run("show", small, columns=40).stdout

    assert "    relations: broken\n" in told
    assert max(len(line) for line in told.splitlines()) <= 40


def test_diff_tells_before_and_after(run, small) -> None:
    """
    What differs between two days is told as before and after.
    """
    told = flat(run("diff", small, "2025-11-02", "2025-11-05").stdout)

    assert "relations, Mexico and Peru (MEX-PER): established → broken" in told


def test_diff_of_a_day_with_itself_is_empty(run, small) -> None:
    """
    Nothing differs between a day and itself.
    """
    result = run("diff", small, "2025-11-02", "2025-11-02")

    assert "Nothing differs." in result.stdout


def test_diff_json(run, small) -> None:
    """
    JSON gives the two days and the changes.
    """
    data = json.loads(run("diff", small, "2025-11-02", "2025-11-05", "--json").stdout)

    assert {
        "fluent": "relations",
        "subject": "MEX-PER",
        "before": "established",
        "after": "broken",
    } == data["changes"][0]


def test_obligations_by_day(run, small) -> None:
    """
    Nothing is owed before the break, premises' protection after it.
    """
    before = run("obligations", small, "--at", "2025-11-02").stdout
    after = json.loads(run("obligations", small, "--at", "2025-11-05", "--json").stdout)

    assert "nothing that the events tell of" in before
    assert {"protect_premises", "leave_with_asylees"} <= {duty["duty"] for duty in after}


def test_obligations_can_be_listed_whole(run) -> None:
    """
    Those fulfilled are listed where asked for.
    """
    some = json.loads(run("obligations", "peru-mexico", "--json").stdout)
    every = json.loads(run("obligations", "peru-mexico", "--all", "--json").stdout)

    assert len(some) < len(every)
    assert "fulfilled" in {duty["status"] for duty in every}
