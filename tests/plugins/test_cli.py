"""
The command line: plugins listed, shown and checked, their commands, and events extracted.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from diplomodel.cli import cli
from diplomodel.cli._main import _COMMANDS
from diplomodel.exporters import CORE
from diplomodel.plugins import RESERVED


EXAMPLE = Path(__file__).parents[2] / "plugins" / "diplomodel-example" / "src"
NOTICES = EXAMPLE / "diplomodel_example" / "notices.txt"


def run(*words: str, **options: object) -> Result:
    """
    A call of the command line.
    """
    return CliRunner(env={"COLUMNS": "80"}).invoke(cli, words, prog_name="diplomodel", **options)


@pytest.fixture
def example(monkeypatch: pytest.MonkeyPatch, site: Path) -> None:
    """
    The example, looking installed.
    """
    monkeypatch.syspath_prepend(str(EXAMPLE))
    info = site / "diplomodel_example-0.1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(
        "Metadata-Version: 2.1\nName: diplomodel-example\nVersion: 0.1.0\n"
    )
    (info / "entry_points.txt").write_text("[diplomodel]\nexample = diplomodel_example\n")


def test_names_of_the_core_are_reserved() -> None:
    """
    No plugin can be called like a command or a format of the core.
    """
    formats = {spec.name.partition(".")[0] for spec in CORE}
    assert set() == {*_COMMANDS, *formats} - RESERVED


def test_no_plugins() -> None:
    """
    Where none is installed, the list says so.
    """
    assert "No plugins are installed.\n" == run("plugins", "list").output
    assert [] == json.loads(run("plugins", "list", "--json").output)


def test_a_plugin_is_listed_and_shown(example: None) -> None:
    """
    The list names what each offers, and show tells all of it.
    """
    text = run("plugins", "list").output
    assert text.startswith("example: loaded (diplomodel-example 0.1.0)\n")
    assert "extractor example" in text
    shown = run("plugins", "show", "diplomodel-example").output
    assert "diplomodel_example.gazette:GazetteExtractor" in shown
    assert "Made up: free of rights." in shown
    data = json.loads(run("plugins", "show", "example", "--json").output)
    assert ("loaded", "") == (data["status"], data["traceback"])
    assert "example.ledger" in [offer["name"] for offer in data["offers"]]


def test_a_failure_is_shown_with_its_traceback(install) -> None:
    """
    Show gives the traceback of a plugin that fails, and the list its reason and remedy.
    """
    install("wrong", "1 / 0")
    shown = run("plugins", "show", "wrong").output
    assert "wrong: failed (diplomodel-wrong 1.0)" in shown
    assert "plug_wrong.py" in shown
    assert "update it or report it to its author" in " ".join(
        run("plugins", "list").output.split()
    )
    found = run("plugins", "show", "wrnog")
    assert (1, True) == (found.exit_code, "did you mean 'wrong'?" in found.output)


def test_check(example: None) -> None:
    """
    A plugin that keeps its promises is checked with success, as text and as JSON.
    """
    found = run("plugins", "check", "example")
    assert 0 == found.exit_code, found.output
    assert "failed: 0" in found.stderr
    data = json.loads(run("plugins", "check", "example", "--json").stdout)
    assert {"passed", "skipped"} == {check["outcome"] for check in data["checks"]}


def test_check_fails(install) -> None:
    """
    A plugin that breaks a promise ends with exit status 1.
    """
    install("good")
    found = run("plugins", "check", "good")
    assert 0 == found.exit_code, found.output
    install("bad", "from diplomodel.plugins import hookimpl\n")
    from diplomodel.plugins import host

    host.cache_clear()
    found = run("plugins", "check", "bad")
    assert (1, True) == (found.exit_code, "it offers nothing" in found.stdout)


def test_commands_are_mounted(example: None) -> None:
    """
    Commands of a plugin run under its name, and its help imports none of them.
    """
    assert "airspace closed" in run("example", "acts").output
    sys.modules.pop("diplomodel_example.commands", None)
    text = run("example", "--help").output
    assert "acts  List the acts that gazettes announce." in text
    assert "diplomodel_example.commands" not in sys.modules
    assert "example has no command 'atcs'; did you mean 'acts'?" in run("example", "atcs").output


def test_a_plugins_own_command(install) -> None:
    """
    A command that has the plugin's name is called by it alone.
    """
    install(
        "hello",
        """
        from diplomodel.plugins import CommandSpec, hookimpl
        @hookimpl
        def diplomodel_register_commands():
            return [CommandSpec(name="hello", summary="Say it.", command="plug_hello_cli:hello")]
        """,
        plug_hello_cli="""
        import click
        @click.command()
        def hello():
            click.echo("hello")
        """,
    )
    install("mute")
    assert "hello\n" == run("hello").output
    assert "there is no command 'helo'; did you mean 'hello'?" in run("helo").output
    found = run("mute")
    assert (1, True) == (found.exit_code, "adds no command" in found.output)


def test_no_click_command(install) -> None:
    """
    What is no command is refused with the name of its plugin.
    """
    install(
        "wrong",
        """
        from diplomodel.plugins import CommandSpec, hookimpl
        @hookimpl
        def diplomodel_register_commands():
            return [CommandSpec(name="wrong", summary="s", command="collections:Counter")]
        """,
    )
    assert "collections:Counter is no click command" in run("wrong").output


def test_extract(example: None, tmp_path: Path) -> None:
    """
    Events are read and written with the plugin that they need, and what is set aside is counted.
    """
    out = tmp_path / "out.jsonl"
    found = run(
        "extract", str(NOTICES), "--as", "example", "-o", str(out), "--option", "publisher=X"
    )
    assert 0 == found.exit_code, found.output
    assert "set aside: 'airspace opend' is no act" in found.stderr
    assert "events: 3, set aside: 1" in found.stderr
    assert '"requires":["example"]' in out.read_text("utf-8").splitlines()[0]
    assert '"publisher":"X"' in out.read_text("utf-8")
    assert "closed → open" in run("replay", str(out)).output
    again = run("extract", str(NOTICES), "--as", "example", "-o", str(out))
    assert (1, True) == (again.exit_code, "there is a file of this name" in again.output)
    gone = run("extract", "gone.txt", "--as", "example", "-o", "other.jsonl")
    assert (1, True) == (gone.exit_code, "there is no such file" in gone.output)
    assert not Path("other.jsonl").exists()


def test_an_error_of_a_plugin_is_told_in_one_line(
    install, monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    What a plugin raises while it works is one message that names it; a variable shows the rest.
    """
    install(
        "wrong",
        """
        from diplomodel.plugins import ExporterSpec, hookimpl
        @hookimpl
        def diplomodel_register_exporters():
            return [ExporterSpec(name="wrong", summary="s", factory="plug_wrong_work:Exporter",
                                 suffix=".x", media_type="text/plain")]
        """,
        plug_wrong_work="""
        class Exporter:
            def export(self, case, target):
                {}["key"]
        """,
    )
    found = run("export", "australia-iran", "--to", "wrong")
    assert 1 == found.exit_code
    (line,) = found.stderr.splitlines()
    assert "KeyError: 'key' (raised by exporter 'wrong' of diplomodel-wrong 1.0;" in line
    monkeypatch.setenv("DIPLOMODEL_TRACE_PLUGINS", "1")
    assert isinstance(run("export", "australia-iran", "--to", "wrong").exception, KeyError)


def test_settings_reach_the_command_line(example: None, tmp_path: Path) -> None:
    """
    A file of the project sets options, and one that says nonsense is an error.
    """
    Path("diplomodel.toml").write_text('[plugins.example]\npublisher = "El Peruano"\n')
    run("extract", str(NOTICES), "--as", "example", "-o", "out.jsonl")
    assert "El Peruano" in Path("out.jsonl").read_text("utf-8")
    from diplomodel.plugins import host

    host.cache_clear()
    Path("diplomodel.toml").write_text("alow = []\n")
    assert "no setting 'alow'; did you mean 'allow'?" in run("plugins", "list").output


def test_importing_the_library_loads_no_host() -> None:
    """
    Neither `import diplomodel` nor a replay of a bundled casebook loads the host.
    """
    code = (
        "import sys, diplomodel as dm; dm.replay(dm.casebook('australia-iran'));"
        "print([name for name in sys.modules if name.startswith(('diplomodel.plugins', 'pluggy'))])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "[]\n" == done.stdout
