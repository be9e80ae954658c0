"""
The example scripts run as scripts, print what they promise, and print it again.
"""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest


EXAMPLES = Path(__file__).parents[2] / "examples"
SCRIPTS = tuple(sorted(path.name for path in EXAMPLES.glob("*.py")))

#: One line that carries the point of each script.
POINTS = {
    "ask_a_date_and_why.py": "headed_by of MEX>PER: nobody",
    "compare_two_incidents.py": "  break: 2025-11-03, by PER",
    "known_on_2025_11_04.py": "2025-11-04, from what was published by 2025-11-02",
    "replay_peru_mexico.py": "relations broken from 2025-11-03 to the last day covered",
    "what_if_safe_conduct.py": "retracted, the same again: True",
}


def printed(name: str, *, seed: str) -> str:
    """
    What a script prints, with warnings as errors and a given hash seed.
    """
    environment = os.environ | {
        "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
        "PYTHONHASHSEED": seed,
        "PYTHONIOENCODING": "utf-8",
    }
    done = subprocess.run(
        [sys.executable, "-W", "error", str(EXAMPLES / name)],
        capture_output=True,
        check=False,
        encoding="utf-8",
        env=environment,
    )

    assert "" == done.stderr
    assert 0 == done.returncode

    return done.stdout


def test_every_script_is_known() -> None:
    """
    No script is without a line to look for.
    """
    assert sorted(POINTS) == list(SCRIPTS)


@pytest.mark.parametrize("name", SCRIPTS)
def test_prints_its_point(name: str) -> None:
    """
    A script prints the line that carries its point, and the same text with another hash seed.
    """
    first = printed(name, seed="1")

    assert POINTS[name] in first.splitlines()
    assert first == printed(name, seed="2")


@pytest.mark.parametrize("name", SCRIPTS)
def test_says_what_it_is(name: str) -> None:
    """
    A script has a docstring that says how to run it.
    """
    text = ast.get_docstring(ast.parse((EXAMPLES / name).read_text("utf-8"))) or ""

    assert f"python examples/{name}" in text
