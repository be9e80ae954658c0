"""
What the tests of the command line share: a small casebook, and ways to run commands.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from inspect import signature
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import diplomodel
from diplomodel.cli import cli


CASEBOOK = """\
format: 1
name: small
title: A small case
summary: Invented for tests.
coverage: {first: 2025-11-01, last: 2025-12-31}
people:
  ana-lopez: {name: Ana López Čapek, nationality: PER}
sources:
  sre: {publisher: SRE, published: 2025-11-03, address: "https://example.org/sre"}
  late: {publisher: The Late Paper, published: 2025-11-20}
  undated: {publisher: No Date Daily}
opening:
  - {label: open-relations, occurred: 2025-11-01, fluent: relations, subject: PER-MEX,
     value: established, summary: They have relations., evidence: [sre]}
  - {label: open-mission, occurred: 2025-11-01, fluent: mission, subject: "MEX>PER",
     value: open, summary: The embassy works., evidence: [sre]}
  - {label: open-level, occurred: 2025-11-01, fluent: mission_level, subject: "MEX>PER",
     value: ambassador, summary: An ambassador heads it., evidence: [sre]}
events:
  - label: talks
    kind: talks
    occurred: 2025-11-02
    by: PER
    summary: They talk.
    evidence: [undated]
  - label: asylum
    kind: asylum_grant
    occurred: 2025-11-03
    asylum_state: MEX
    territorial_state: PER
    persons: ana-lopez
    summary: Mexico gives asylum.
    evidence: [sre]
  - label: break
    kind: relations_break
    occurred: 2025-11-03
    order: 1
    by: PER
    target: MEX
    place: Lima
    summary: Peru breaks relations.
    evidence: [{source: sre, quote: relations are over, place: first paragraph}]
    claims:
      - text: the break was on the 4th
        by: The Late Paper
        evidence: [late]
        verdict: rejected
        reason: published a day later
  - label: again
    kind: relations_break
    occurred: 2025-11-04
    by: PER
    target: MEX
    summary: Peru says so again.
    evidence: [late]
  - label: planned
    kind: relations_break
    occurred: 2025-11-05
    by: MEX
    target: PER
    modality: planned
    summary: Mexico plans to break, too.
    evidence: [late]
  - label: visa
    kind: visa_requirement_announcement
    occurred: 2025-11-06
    effective: 2025-11-20
    by: PER
    target: MEX
    summary: Visas from the 20th on.
    evidence: [late]
  - label: elsewhere
    kind: office_taken
    occurred: 2025-11-07
    state: BOL
    person: ana-lopez
    office: foreign_minister
    summary: A minister in Bolivia.
"""

Run = Callable[..., Result]


def _runner() -> CliRunner:
    """
    A runner that keeps standard error apart, which click before 8.2 must be told.
    """
    options = {"mix_stderr": False} if "mix_stderr" in signature(CliRunner).parameters else {}
    return CliRunner(**options)


@pytest.fixture
def small(tmp_path: Path) -> str:
    """
    The path of a small casebook.
    """
    path = tmp_path / "small.yaml"
    path.write_text(CASEBOOK, encoding="utf-8")
    return str(path)


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    """
    Run a command in this process, 80 columns wide unless told otherwise.
    """

    def runner(*arguments: str, columns: int = 80, color: bool = False) -> Result:
        monkeypatch.setenv("COLUMNS", str(columns))
        return _runner().invoke(cli, arguments, color=color)

    return runner


@pytest.fixture
def environment() -> dict[str, str]:
    """
    This process's environment, with the library on the path of a child.
    """
    source = str(Path(diplomodel.__file__).parents[1])
    return {**os.environ, "PYTHONPATH": source, "COLUMNS": "80"}


@pytest.fixture
def spawn(environment: dict[str, str]) -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """
    Run a command in a process of its own, with more in its environment.
    """

    def spawner(
        *arguments: str, code: str | None = None, **more: str
    ) -> subprocess.CompletedProcess[bytes]:
        start = ["-c", code] if code is not None else ["-m", "diplomodel"]
        return subprocess.run(
            [sys.executable, *start, *arguments],
            capture_output=True,
            check=False,
            env={**environment, **more},
            timeout=120,
        )

    return spawner
