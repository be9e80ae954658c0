"""
``diplomodel replay``.
"""

from __future__ import annotations

import json

import pytest


def flat(text: str) -> str:
    """
    The text without its line breaks and alignment.
    """
    return " ".join(text.split())


def test_tells_what_changed_by_which_rule_and_who_says_so(run, small) -> None:
    """
    An event is told with its change, its rule with the article, and its source.
    """
    result = run("replay", small)

    assert 0 == result.exit_code
    told = flat(result.stdout)
    assert "2025-11-03, Monday" in told
    assert "Relations break, Lima [break] Peru breaks relations." in told
    assert "relations, Mexico and Peru: established → broken" in told
    assert "without conditions. [practice: break of relations; VCDR 45]" in told
    assert "the break was on the 4th (The Late Paper); rejected: published a day later" in told
    assert "sources SRE (2025-11-03)" in told


def test_opening_position_comes_first(run, small) -> None:
    """
    What was seen at the start is told before the first event, relations first.
    """
    result = run("replay", small)

    told = flat(result.stdout)
    assert "2025-11-01, Saturday: how things stood relations, Mexico and Peru" in told
    assert told.index("mission level, Mexico in Peru: ambassador") < told.index("They talk.")


def test_says_why_nothing_changed(run, small) -> None:
    """
    An event without a change is told with the reason.
    """
    told = flat(run("replay", small).stdout)

    assert "They talk. no change Talking changes nothing yet." in told
    assert "Peru says so again. no change It was so already." in told
    assert "no change Only planned: what is not done has no effect." in told


def test_later_effect_has_its_own_day(run, small) -> None:
    """
    A measure announced for later is told again on the day it comes into force.
    """
    told = flat(run("replay", small).stdout)

    assert "2025-11-20, Thursday Takes effect: Visa requirement announcement [visa]" in told
    assert "announced → in force" in told


def test_findings_stand_with_their_event(run, small) -> None:
    """
    What does not fit is told under the event concerned, with its weight.
    """
    told = flat(run("replay", small).stdout)

    assert "office_taken" not in told
    assert "A minister in Bolivia. change foreign minister, Bolivia: Ana López Čapek" in told
    assert "finding warning: it has no evidence; cite a source" in told


def test_obligations_close_the_story(run, small) -> None:
    """
    The end lists what is still owed, to whom, and by which article.
    """
    told = flat(run("replay", small).stdout)

    owed = told[told.index("Owed on 2025-12-31") :]
    assert "open: Peru owes Mexico to respect and protect the premises" in owed
    assert "Ana López Čapek, Mexico in Peru (MEX:PER/ana-lopez)" in owed
    assert "[VCDR 45(a)]" in owed


def test_days_can_be_chosen(run, small) -> None:
    """
    Only the days asked for are told, and obligations are judged on the last.
    """
    told = flat(run("replay", small, "--from", "2025-11-03", "--until", "2025-11-03").stdout)

    assert "[break]" in told
    assert "[talks]" not in told
    assert "[again]" not in told
    assert "Owed on 2025-11-03" in told


def test_dyad_leaves_out_what_names_others(run, small) -> None:
    """
    With a dyad, in either order, only events that name both states are told.
    """
    told = run("replay", small, "--dyad", "per-mex").stdout

    assert "[break]" in told
    assert "[open-relations]" in told
    assert "[elsewhere]" not in told
    assert "[talks]" not in told


def test_sources_give_addresses_and_quotes(run, small) -> None:
    """
    Addresses and quotes are told where asked for, and only there.
    """
    without, with_them = run("replay", small).stdout, run("replay", small, "--sources").stdout

    assert "https://example.org/sre" not in without
    assert "https://example.org/sre" in with_them
    assert '"relations are over"' in with_them


def test_findings_are_fatal_where_asked(run, small) -> None:
    """
    With findings the status is 1 if that was asked for, and the story is told all the same.
    """
    result = run("replay", small, "--findings-fatal")

    assert 1 == result.exit_code
    assert "[break]" in result.stdout
    assert "diplomodel: findings: 1" in result.stderr


def test_no_findings_are_not_fatal(run, small) -> None:
    """
    Without findings in the days told, asking for them to be fatal changes nothing.
    """
    result = run("replay", small, "--until", "2025-11-02", "--findings-fatal")

    assert 0 == result.exit_code


def test_json_is_machine_readable_and_repeatable(run, small) -> None:
    """
    JSON holds the days, changes, findings and obligations, the same bytes each time.
    """
    first, second = run("replay", small, "--json"), run("replay", small, "--json")

    assert first.stdout == second.stdout
    assert first.stdout.isascii()
    data = json.loads(first.stdout)
    assert {"first": "2025-11-01", "last": "2025-12-31"} == data["coverage"]
    scenes = {s["event"]["label"]: s for day in data["days"] for s in day["events"]}
    change = scenes["break"]["changes"][0]
    assert ("relations", "MEX-PER", "established", "broken") == (
        change["fluent"],
        change["subject"],
        change["before"],
        change["after"],
    )
    assert "relations_break/relations" == change["rule"]
    assert ["evidence"] == [f["code"] for f in scenes["elsewhere"]["findings"]]
    assert "open" in {duty["status"] for duty in data["obligations"]}


def test_unknown_kind_is_told_and_noticed(run, tmp_path) -> None:
    """
    An event of an unknown kind is told, and noticed on standard error.
    """
    path = tmp_path / "odd.yaml"
    path.write_text(
        "format: 1\nevents:\n  - {kind: moon_landing, occurred: 2025-01-01, label: moon}\n"
    )

    result = run("replay", str(path))

    assert 0 == result.exit_code
    assert "no change Nothing here knows this kind of event." in flat(result.stdout)
    assert "moon_landing" in result.stderr


def test_what_was_seen_amiss_is_told_as_written(run, tmp_path) -> None:
    """
    An observation of an unknown fluent is told as it is written, with its finding.
    """
    path = tmp_path / "amiss.yaml"
    path.write_text(
        "format: 1\nevents:\n  - {kind: observation, occurred: 2025-11-01, fluent: relatons,"
        " subject: PER-MEX, value: established, label: a}\n"
    )

    told = flat(run("replay", str(path)).stdout)

    assert "relatons, PER-MEX: established [a]" in told
    assert "did you mean 'relations'?" in told


def test_findings_name_the_other_events(run, tmp_path) -> None:
    """
    A finding about two events stands with one and names the other.
    """
    path = tmp_path / "two.yaml"
    path.write_text(
        "format: 1\nevents:\n"
        "  - {kind: relations_break, occurred: 2025-11-01, by: PER, target: MEX, label: one}\n"
        "  - {kind: observation, occurred: 2025-11-02, fluent: relations, subject: PER-MEX,\n"
        "     value: established, label: two}\n"
    )

    told = flat(run("replay", str(path)).stdout)

    assert "an event may be missing (see one)" in told


def test_casebook_without_events_is_told(run, tmp_path) -> None:
    """
    An empty casebook has an empty story.
    """
    path = tmp_path / "empty.yaml"
    path.write_text("format: 1\ntitle: Nothing yet\n")

    result = run("replay", str(path))

    assert 0 == result.exit_code
    assert "Nothing yet" in result.stdout


def test_bundled_story_is_complete(run) -> None:
    """
    The story that newcomers see reaches from the self-coup to the break and what is owed.
    """
    result = run("replay", "peru-mexico")

    told = flat(result.stdout)
    assert 0 == result.exit_code
    for part in ("Self-coup attempt", "relations, Mexico and Peru: established → broken"):
        assert part in told
    assert "Betssy Chávez" in told[told.index("Owed on") :]


@pytest.mark.parametrize("columns", [40, 80])
def test_lines_fit_the_terminal(run, columns) -> None:
    """
    No line is wider than the terminal, but for a word that is too long itself.
    """
    lines = run("replay", "peru-mexico", columns=columns).stdout.splitlines()

    wide = [line for line in lines if len(line) > columns and " " in line.strip()]
    assert [] == [line for line in wide if max(map(len, line.split())) + 14 < columns]


def test_colour_is_kept_from_pipes_and_by_no_color(run, small, monkeypatch) -> None:
    """
    Colour is for terminals, and NO_COLOR turns it off there as well.
    """
    plain, coloured = run("replay", small), run("replay", small, color=True)
    monkeypatch.setenv("NO_COLOR", "1")
    refused = run("replay", small, color=True)

    assert "\x1b[" not in plain.stdout
    assert "\x1b[" in coloured.stdout
    assert plain.stdout == refused.stdout


def test_output_survives_a_poor_encoding(spawn, small) -> None:
    """
    What Windows' code page lacks is written without its accent, not refused.
    """
    result = spawn("replay", small, PYTHONIOENCODING="cp1252")

    told = flat(result.stdout.decode("cp1252"))
    assert 0 == result.returncode
    assert "Ana López Capek" in told
    assert "established -> broken" in told


def test_output_survives_ascii(spawn) -> None:
    """
    The bundled story is told in plain ASCII where nothing else will do.
    """
    result = spawn("replay", "peru-mexico", PYTHONIOENCODING="ascii")

    assert 0 == result.returncode
    assert "Betssy Chavez" in result.stdout.decode("ascii")


def test_locale_and_time_zone_change_nothing(spawn) -> None:
    """
    The story is the same wherever it is told.
    """
    east = {"TZ": "Pacific/Kiritimati", "LANG": "de_DE.UTF-8", "PYTHONUTF8": "1"}
    west = {"TZ": "America/Lima", "LANG": "C", "PYTHONUTF8": "1"}
    one, other = spawn("replay", "peru-mexico", **east), spawn("replay", "peru-mexico", **west)

    assert 0 == one.returncode
    assert one.stdout == other.stdout
