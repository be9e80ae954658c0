"""
One broken, one slow, one too new and one misspelt plugin beside a good one.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest


MARK = "import pathlib\npathlib.Path(__file__).with_suffix('.imported').touch()\n"

BAD = {
    "broken": "1 / 0\n",
    "slow": "import time\ntime.sleep(1.5)\n",
    "too_new": "DIPLOMODEL_API = 2\n",
    "misspelt": (
        "from diplomodel.plugins import hookimpl\n"
        "@hookimpl\n"
        "def diplomodel_register_exporter(): return []\n"
    ),
}


@pytest.fixture
def crowd(install, site: Path) -> Path:
    """
    The directory with the five plugins, each of which leaves a file behind when imported.
    """
    install("good", before=MARK)
    for name, code in BAD.items():
        install(name, MARK + code)
    return site


def run(
    *words: str, site: Path | None = None, **environment: str
) -> subprocess.CompletedProcess[bytes]:
    """
    A call of the command line in a process of its own.
    """
    paths = [path for path in sys.path if path and path != str(site)]
    paths += [str(site)] if site else []
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(paths), "COLUMNS": "80", **environment}
    return subprocess.run(
        [sys.executable, "-m", "diplomodel", *words], env=env, capture_output=True, check=False
    )


def test_the_good_one_works_and_the_others_are_explained(crowd: Path) -> None:
    """
    The list tells of each why it does not work, or that it is slow, and exports go on.
    """
    done = run("plugins", "list", "--json", site=crowd)
    assert (0, b"") == (done.returncode, done.stderr)
    found = {one["name"]: one for one in json.loads(done.stdout)}
    assert {
        "broken": "failed",
        "good": "loaded",
        "misspelt": "failed",
        "slow": "loaded",
        "too_new": "incompatible",
    } == {name: one["status"] for name, one in found.items()}
    assert "ZeroDivisionError" in found["broken"]["reason"]
    assert "did you mean 'diplomodel_register_exporters'" in found["misspelt"]["reason"]
    assert "update diplomodel" == found["too_new"]["remedy"]
    assert "importing it took" in found["slow"]["notes"][0]
    text = run("plugins", "list", site=crowd).stdout.decode()
    assert all(name in text for name in found)
    done = run("export", "australia-iran", "--to", "good.count", site=crowd)
    assert (0, b"") == (done.returncode, done.stderr)
    assert int(done.stdout) > 5


def test_nothing_is_imported_without_need(crowd: Path) -> None:
    """
    A replay that requires no plugin, help, and the list without loading import none of them.
    """
    alone = run("replay", "peru-mexico")
    beside = run("replay", "peru-mexico", site=crowd)
    assert (0, b"") == (alone.returncode, alone.stderr)
    assert (alone.stdout, alone.stderr) == (beside.stdout, beside.stderr)
    for words in (["--help"], ["plugins", "list", "--no-load"], ["casebooks"]):
        assert 0 == run(*words, site=crowd).returncode
    assert [] == sorted(path.name for path in crowd.glob("*.imported"))
    run("export", "australia-iran", "--to", "good.count", site=crowd)
    assert ["plug_good.imported"] == sorted(path.name for path in crowd.glob("*.imported"))


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("broken", "the plugin 'broken' (diplomodel-broken 1.0), which failed: ZeroDivisionError"),
        ("too_new", "the plugin 'too_new' (diplomodel-too_new 1.0), which is incompatible: "),
        ("absent", "the plugin 'absent', which is not installed"),
    ],
)
def test_a_broken_one_that_is_asked_for_is_one_error(crowd: Path, name: str, said: str) -> None:
    """
    A casebook that requires a plugin that cannot be used ends in one error that names it.
    """
    case = crowd / "case.yaml"
    case.write_text(
        f"format: 1\nname: case\nrequires: [{name}]\nevents: [{{kind: {name}.x, occurred: 1999}}]\n"
    )
    for words in (["replay", str(case)], ["export", str(case), "--to", "jsonl"]):
        done = run(*words, site=crowd)
        assert (1, b"") == (done.returncode, done.stdout)
        (line,) = done.stderr.decode().splitlines()
        assert f"diplomodel: the casebook 'case' requires {said}" in line


@pytest.mark.parametrize(
    "words",
    [
        ["export", "australia-iran", "--to", "broken.x"],
        ["broken"],
        ["extract", "f", "--as", "broken", "-o", "o.jsonl"],
    ],
)
def test_every_door_names_a_broken_plugin(crowd: Path, words: list[str]) -> None:
    """
    Asking a broken plugin for a format, a source or a command ends in one error that names it.
    """
    done = run(*words, site=crowd)
    assert (1, b"") == (done.returncode, done.stdout)
    (line,) = done.stderr.decode().splitlines()
    assert "the plugin 'broken' (diplomodel-broken 1.0) failed: ZeroDivisionError" in line


def test_a_short_name_warns_of_the_others(crowd: Path) -> None:
    """
    Where all plugins are looked through, those that fail are told of, each in one line.
    """
    done = run("export", "australia-iran", "--to", "count", site=crowd)
    assert 0 == done.returncode
    lines = done.stderr.decode().splitlines()
    assert 3 == len(lines)
    assert all(line.startswith("diplomodel: the plugin ") for line in lines)
