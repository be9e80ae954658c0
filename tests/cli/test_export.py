"""
``diplomodel export`` and ``formats``.
"""

from __future__ import annotations

import json
from types import SimpleNamespace

import click
import pytest

from diplomodel.casebooks import casebook, loads
from diplomodel.cli._export import command
from diplomodel.exporters import CORE
from diplomodel.plugins import ExporterSpec, PluginHost, hookimpl


def test_export_goes_to_standard_output(run) -> None:
    """
    Without a file the bytes are the output, and nothing else is.
    """
    result = run("export", "ecuador-mexico", "--to", "jsonl")

    assert (0, "") == (result.exit_code, result.stderr)
    assert casebook("ecuador-mexico") == loads(result.stdout_bytes, format="jsonl")


def test_every_format_of_the_core_is_written(run, small, tmp_path) -> None:
    """
    Every format of the core is written to a file, once.
    """
    for spec in CORE:
        out = tmp_path / f"{spec.name}{spec.suffix}"
        written = run("export", small, "--to", spec.name, "-o", str(out))
        before = out.read_bytes()
        refused = run("export", small, "--to", spec.name, "-o", str(out))
        again = run("export", small, "--to", spec.name, "-o", str(out), "--overwrite")

        assert (0, 1, 0) == (written.exit_code, refused.exit_code, again.exit_code)
        assert "there is a file of this name" in refused.stderr
        assert f"diplomodel: wrote {out}" == written.stderr.strip()
        assert before == out.read_bytes()


def test_options_are_named(run, small) -> None:
    """
    Options are given by name, with hyphens or underscores, and checked.
    """
    arguments = ("export", small, "--to", "csv.spells", "--option")
    some = run(*arguments, "fluent=relations").stdout
    wrong = run(*arguments, "flunt=relations")
    twice = run(*arguments, "fluent=mission", "--option", "fluent=relations")
    bare = run(*arguments, "fluent")

    assert {"relations", "fluent"} == {line.partition(",")[0] for line in some.splitlines()}
    assert (1, True) == (wrong.exit_code, "did you mean 'fluent'?" in wrong.stderr)
    assert 1 == twice.exit_code
    assert 2 == bare.exit_code


def test_unknown_format_is_one_message(run, small) -> None:
    """
    A misspelt format is an error with a suggestion.
    """
    result = run("export", small, "--to", "mermiad")

    assert (1, "") == (result.exit_code, result.stdout)
    assert "did you mean 'mermaid'?" in result.stderr


def test_help_lists_the_formats(run) -> None:
    """
    The help names the formats of the core, and where the rest are listed.
    """
    told = run("export", "--help").output

    assert [] == [spec.name for spec in CORE if f"  {spec.name} " not in told]
    assert "diplomodel formats" in told


def test_formats_are_listed(run) -> None:
    """
    Every format is listed with a sentence; as JSON with what it is.
    """
    told = run("formats").stdout
    data = json.loads(run("formats", "--json").stdout)
    core = [one for one in data if one["from"] == "diplomodel"]

    assert [] == [spec.name for spec in CORE if spec.name not in told]
    assert [spec.name for spec in CORE] == [one["name"] for one in core]
    assert ["jsonl", "csv"] == [one["name"] for one in core if one["lossless"]]


@hookimpl
def diplomodel_register_exporters() -> list[ExporterSpec]:
    return [
        ExporterSpec(
            name="trial",
            summary="For tests.",
            factory="trial:Exporter",
            suffix=".bin",
            media_type="application/octet-stream",
            binary=True,
        )
    ]


def trial_host() -> PluginHost:
    """
    A host of a plugin that works and one that does not.
    """
    works = SimpleNamespace(diplomodel_register_exporters=diplomodel_register_exporters)
    misspelt = SimpleNamespace(diplomodel_register_exportres=diplomodel_register_exporters)
    return PluginHost.isolated(strict=False, trial=works, misspelt=misspelt)


def test_formats_of_plugins_are_listed(run, monkeypatch) -> None:
    """
    A plugin's format stands after the core's with its owner; one that fails is only named.
    """
    monkeypatch.setattr("diplomodel.cli._formats.host", trial_host)
    result = run("formats")
    data = json.loads(run("formats", "--json").stdout)

    assert 0 == result.exit_code
    assert "trial For tests. [module " in " ".join(result.stdout.split())
    assert "the plugin 'misspelt'" in result.stderr
    assert {"trial", True} <= set(data[-1].values())
    assert len(CORE) + 1 == len(data)


def test_no_bytes_go_to_a_terminal(small, monkeypatch) -> None:
    """
    A format that is no text is not written to a terminal.
    """
    offer = trial_host().find(ExporterSpec, "trial")
    monkeypatch.setattr("diplomodel.cli._export.find_exporter", lambda _name: offer)
    monkeypatch.setattr("sys.stdout", SimpleNamespace(isatty=lambda: True))

    with pytest.raises(click.UsageError, match="trial is no text: name a file with -o"):
        command.callback(casebook=small, to="trial", out="-", options=(), overwrite=False)
