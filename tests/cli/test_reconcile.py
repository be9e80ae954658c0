"""
The command ``reconcile``.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from diplomodel.casebooks import read, write_events
from diplomodel.events import RelationsBreak
from diplomodel.evidence import Evidence, Source


@pytest.fixture
def wire(tmp_path: Path) -> str:
    """
    A file of two coded reports.
    """
    path = tmp_path / "wire.jsonl"
    rows = Evidence(source=Source(id="wire", publisher="Wire", kind="dataset"))
    write_events(
        [
            RelationsBreak(occurred=day, by="PER", target="MEX", evidence=[rows], label="break")
            for day in ("2025-11-04",)
        ],
        path,
    )
    return str(path)


def test_files_meet(run, small: str, wire: str, tmp_path: Path) -> None:
    """
    Reports of several files become one event with the evidence of all, and people are kept.
    """
    out = tmp_path / "out.yaml"
    result = run("reconcile", small, wire, "-o", str(out))

    assert 0 == result.exit_code, result.stderr
    found = read(out)
    (event,) = [
        one for one in found.events if one.kind == "relations_break" and "planned" != one.modality
    ]
    assert {"sre", "late", "wire"} == {piece.source.id for piece in event.evidence}
    assert ["ana-lopez"] == [person.id for person in found.people]
    assert "diplomodel: wrote " in result.stderr
    assert "reports: 11, merged: 3, alone: 8, gated: 0" in result.stderr


def test_explanations_go_to_standard_output(run, small: str) -> None:
    """
    With --explain and no file, the reasons are printed and nothing is written.
    """
    result = run("reconcile", small, "--explain")

    assert 0 == result.exit_code, result.stderr
    assert "merged because" in result.stdout
    assert "diplomodel: 9 events" in result.stderr


def test_knobs_and_gates(run, small: str, tmp_path: Path) -> None:
    """
    Knobs reach the settings, and what is kept out is told with the reason.
    """
    out = tmp_path / "out.jsonl"
    knobs = ["--window", "0", "--once-window", "0", "--span", "0", "--least-sources", "1"]
    result = run("reconcile", small, "-o", str(out), *knobs, "--actors", "state")

    assert 0 == result.exit_code, result.stderr
    assert "not let through: it has 0 sources, fewer than 1 (1)" in result.stderr
    assert "merged: 0" in result.stderr
    assert 9 == len(read(out).events)


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        ([], 2, "name a file to write with -o, or ask with --explain"),
        (["--explain", "--option", "a=b"], 2, "--option is for a reconciler that --using names"),
        (["--explain", "--window", "900"], 1, "Settings.window is 900"),
        (["--explain", "--using", "nobodys"], 1, "unknown reconciler 'nobodys'"),
        (["--explain", "--actors", "king"], 2, "'king' is not one of"),
    ],
)
def test_wrong_calls_are_told(
    run, small: str, arguments: list[str], code: int, message: str
) -> None:
    """
    A wrong call ends with one message.
    """
    result = run("reconcile", small, *arguments)

    assert code == result.exit_code
    assert message in result.stderr


def test_an_output_is_not_replaced_unasked(run, small: str, tmp_path: Path) -> None:
    """
    A file that is there stays, unless --overwrite says so.
    """
    out = tmp_path / "out.jsonl"
    out.write_text("", encoding="utf-8")

    assert 1 == run("reconcile", small, "-o", str(out)).exit_code
    assert 0 == run("reconcile", small, "-o", str(out), "--overwrite").exit_code
