"""
New plugins from the template.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from diplomodel.cli import cli
from diplomodel.errors import BadInputError
from diplomodel.plugins import _template
from diplomodel.plugins._template import new_plugin, template_files


ROOT = Path(__file__).parents[2]
SLOW = pytest.mark.skipif(
    not os.environ.get("DIPLOMODEL_SLOW"), reason="DIPLOMODEL_SLOW is not set"
)


def test_the_template_is_the_example() -> None:
    """
    What is copied is the example plugin, file by file, and nothing that tools left there.
    """
    files = template_files()
    assert {
        "README.md",
        "pyproject.toml",
        "src/diplomodel_example/__init__.py",
        "src/diplomodel_example/airspace-1999.yaml",
        "src/diplomodel_example/airspace.py",
        "src/diplomodel_example/commands.py",
        "src/diplomodel_example/gazette.py",
        "src/diplomodel_example/ledger.py",
        "src/diplomodel_example/notices.txt",
        "src/diplomodel_example/py.typed",
        "tests/conftest.py",
        "tests/test_plugin.py",
        "tests/test_values.py",
    } == set(files)
    example = ROOT / "plugins" / "diplomodel-example"
    for path, text in files.items():
        assert (example / path).read_text("utf-8") == text


def test_the_wheel_carries_the_template() -> None:
    """
    Every part of the example is among what the wheel is told to include.
    """
    import tomllib

    data = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    forced = data["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    tops = {path.partition("/")[0] for path in template_files()}
    assert {
        f"plugins/diplomodel-example/{top}": f"diplomodel/plugins/template/{top}" for top in tops
    } == forced


@pytest.mark.parametrize("name", ["demo", "my-gazette", "my_gazette"])
def test_a_new_plugin_has_its_own_name_everywhere(tmp_path: Path, name: str) -> None:
    """
    The new package is called by its name, in every file and path, and nowhere by the example's.
    """
    made = new_plugin(name, tmp_path)
    assert f"diplomodel-{name.replace('_', '-')}" == made.name
    texts = {
        path.relative_to(made).as_posix(): path.read_text("utf-8")
        for path in made.rglob("*")
        if path.is_file()
    }
    assert len(template_files()) == len(texts)
    assert not [path for path, text in texts.items() if "example" in path + text]
    word = name.replace("-", "_")
    assert f'\n{word} = "diplomodel_{word}"\n' in texts["pyproject.toml"]


@pytest.mark.parametrize("name", ["", "Demo", "a b", "../x", "replay", "1a", "é"])
def test_bad_names_are_refused(tmp_path: Path, name: str) -> None:
    """
    A name that no plugin can have makes no files.
    """
    with pytest.raises(BadInputError):
        new_plugin(name, tmp_path)
    assert [] == list(tmp_path.iterdir())


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    """
    A directory that is there stays as it is.
    """
    (tmp_path / "diplomodel-demo").mkdir()
    with pytest.raises(BadInputError, match="this is there already"):
        new_plugin("demo", tmp_path)


def test_an_installation_without_the_template(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """
    Where the example is missing, the error says so.
    """
    monkeypatch.setattr(_template, "__file__", str(tmp_path / "a" / "b" / "c" / "d.py"))
    monkeypatch.setattr(_template, "files", lambda _: tmp_path)
    with pytest.raises(_template.PluginError, match="the example is not installed"):
        template_files()


def test_a_new_plugin_passes_its_tests_and_the_checks(tmp_path: Path, site: Path) -> None:
    """
    What `plugins new` writes passes its own tests, and `plugins check`, as it stands.
    """
    result = CliRunner().invoke(cli, ["plugins", "new", "demo", "--directory", str(tmp_path)])
    assert 0 == result.exit_code, result.output
    made = tmp_path / "diplomodel-demo"
    info = site / "diplomodel_demo-0.1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(
        "Metadata-Version: 2.1\nName: diplomodel-demo\nVersion: 0.1.0\n"
    )
    (info / "entry_points.txt").write_text("[diplomodel]\ndemo = diplomodel_demo\n")
    paths = [str(made / "src"), *(path for path in sys.path if path)]
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(paths)}
    for words in (
        ["pytest", "-q", "-p", "no:cacheprovider", "."],
        ["diplomodel", "plugins", "check", "demo"],
    ):
        done = subprocess.run(
            [sys.executable, "-m", *words],
            cwd=made,
            env=env,
            capture_output=True,
            text=True,
            check=False,
        )
        assert 0 == done.returncode, done.stdout + done.stderr


@pytest.mark.slow
@SLOW
def test_a_new_plugin_in_a_clean_environment(tmp_path: Path) -> None:
    """
    From the wheel, in a virtual environment of its own: new, install, test, check.
    """
    subprocess.run([sys.executable, "-m", "venv", str(tmp_path / "v")], check=True)
    python = str(tmp_path / "v" / "bin" / "python")
    diplomodel = str(tmp_path / "v" / "bin" / "diplomodel")
    source = tmp_path / "source"
    keep = shutil.ignore_patterns(".git", "__pycache__", ".*cache", "_build")
    shutil.copytree(ROOT, source, ignore=keep)
    for words in (
        [python, "-m", "pip", "install", "-q", f"{source}[testing]", "pytest"],
        [diplomodel, "plugins", "new", "demo"],
        [python, "-m", "pip", "install", "-q", "./diplomodel-demo"],
        [python, "-m", "pytest", "-q", "diplomodel-demo"],
        [diplomodel, "plugins", "check", "demo"],
        [diplomodel, "replay", "demo.airspace-1999"],
    ):
        env = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
        done = subprocess.run(
            words, cwd=tmp_path, env=env, capture_output=True, text=True, check=False
        )
        assert 0 == done.returncode, done.stdout + done.stderr
