"""
The door: commands, exit status, errors, version, and how little is loaded.
"""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module

import click
import pytest

from diplomodel.cli import _main, cli, main


def test_every_listed_command_loads_and_has_its_name() -> None:
    """
    The table of commands and the modules that hold them agree.
    """
    for name, (module, summary) in _main._COMMANDS.items():
        command = import_module(f"diplomodel.cli.{module}").command

        assert isinstance(command, click.Command)
        assert name == command.name
        assert summary.endswith(".")


def test_help_lists_every_command(run) -> None:
    """
    The help names all commands, and where to start.
    """
    result = run("--help")

    assert 0 == result.exit_code
    for name in _main._COMMANDS:
        assert f"  {name} " in result.output
    assert "diplomodel replay peru-mexico" in result.output


def test_help_loads_neither_events_nor_yaml(spawn) -> None:
    """
    Showing the help loads click and the standard library, not the model.
    """
    code = (
        "import sys\n"
        "from diplomodel.cli import main\n"
        "try:\n    main(['--help'])\nexcept SystemExit:\n    pass\n"
        "loaded = [m for m in sys.modules if m.startswith('diplomodel')]\n"
        "print(sorted(loaded), 'yaml' in sys.modules, file=sys.stderr)\n"
    )

    result = spawn(code=code)

    expected = ["diplomodel", "diplomodel.cli", "diplomodel.cli._main", "diplomodel.errors"]
    assert f"{expected} False" == result.stderr.decode().strip()


def test_unknown_command_suggests_the_nearest(run) -> None:
    """
    A misspelt command is a wrong call, with a suggestion.
    """
    result = run("replya")

    assert 2 == result.exit_code
    assert "did you mean 'replay'?" in result.stderr


def test_unknown_casebook_is_one_message(run) -> None:
    """
    A misspelt casebook is an error with a suggestion, and no traceback.
    """
    result = run("replay", "peru-mexcio")

    assert 1 == result.exit_code
    expected = "diplomodel: unknown casebook 'peru-mexcio'; did you mean 'peru-mexico'?"
    assert expected == result.stderr.strip()
    assert "" == result.stdout


def test_missing_file_is_one_message(run) -> None:
    """
    A path that leads nowhere is an error that names it.
    """
    result = run("replay", "nowhere/nothing.yaml")

    assert 1 == result.exit_code
    assert "nowhere/nothing.yaml: there is no such file" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("show", "x.yaml", "--at", "2025-13-01"), "there is no month 13"),
        (("show", "x.yaml", "--at", "2025"), "not one exact day"),
        (("show", "x.yaml", "--dyad", "PER"), "is not a dyad"),
        (("show", "x.yaml", "--dyad", "PER-PER"), "two different states"),
        (("convert", "x.yaml"), "say the format"),
        (("replay", "x.yaml", "--from", "2025-02-01", "--until", "2025-01-01"), "exchange them"),
    ],
)
def test_wrong_call_ends_with_two(run, arguments, message) -> None:
    """
    What was typed wrongly is told as a usage error.
    """
    result = run(*arguments)

    assert 2 == result.exit_code
    assert message in " ".join(result.stderr.split())


def test_version_is_one_line(run) -> None:
    """
    The version is asked for without loading anything.
    """
    result = run("--version")

    assert 0 == result.exit_code
    assert result.output.startswith("diplomodel ")


def test_interruption_ends_with_130(monkeypatch) -> None:
    """
    An interrupted command leaves quietly with the status that shells expect.
    """

    def interrupted(*_arguments, **_options):
        raise click.Abort

    monkeypatch.setattr(cli, "main", interrupted)

    with pytest.raises(SystemExit) as caught:
        main([])

    assert 130 == caught.value.code


def test_other_faults_of_the_system_are_one_message(run, monkeypatch) -> None:
    """
    What the operating system refuses names the file, without a traceback.
    """
    import diplomodel.casebooks

    def refused():
        raise PermissionError(13, "Permission denied", "secret.yaml")

    monkeypatch.setattr("diplomodel.cli._casebooks.casebook_names", refused)
    result = run("casebooks")

    assert diplomodel.casebooks.casebook_names()
    assert 1 == result.exit_code
    assert "diplomodel: secret.yaml: Permission denied" == result.stderr.strip()


@pytest.mark.skipif(sys.platform == "win32", reason="pipes break differently there")
def test_reader_that_stops_early_sees_no_complaint(environment) -> None:
    """
    Closing the pipe after a line leaves standard error empty.
    """
    process = subprocess.Popen(
        [sys.executable, "-m", "diplomodel", "replay", "peru-mexico", "--sources"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.readline()
    process.stdout.close()
    complaint = process.stderr.read()
    process.stderr.close()

    assert b"" == complaint
    assert process.wait(timeout=60) in (0, 1)
