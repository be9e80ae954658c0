"""
The door of all exporters: targets, options, names, fingerprint.
"""

from __future__ import annotations

import io
from types import SimpleNamespace

import pytest

from diplomodel import casebook, replay
from diplomodel.errors import BadInputError, UnknownNameError
from diplomodel.events import RelationsBreak
from diplomodel.exporters import CORE, Export, export, exporters, find_exporter, prepared
from diplomodel.plugins import ExporterSpec, PluginHost, hookimpl


CASE = casebook("uk-russia-skripal")
HISTORY = replay([RelationsBreak(occurred="2025-11-03", by="PER", target="MEX")])


class Halfway:
    """
    An exporter that fails when it has begun.
    """

    def __init__(self, options: object | None = None) -> None:
        self.options = options

    def export(self, case: Export, target: io.BytesIO, /) -> None:
        target.write(b"begun")
        raise RuntimeError("the rest is missing")


class Seeking:
    """
    An exporter that goes back to what it has written.
    """

    def export(self, case: Export, target: io.BytesIO, /) -> None:
        target.write(b"two")
        target.seek(0)
        target.write(b"one")


@hookimpl
def diplomodel_register_exporters() -> list[ExporterSpec]:
    return [
        ExporterSpec(
            name=name,
            summary="For tests.",
            factory=f"{__name__}:{cls}",
            suffix=".txt",
            media_type="text/plain",
        )
        for name, cls in (("trial.halfway", "Halfway"), ("trial.seeking", "Seeking"))
    ]


@pytest.fixture
def host(monkeypatch: pytest.MonkeyPatch) -> PluginHost:
    """
    A host of one plugin, whose factories are in this file.
    """
    import sys

    module = SimpleNamespace(Halfway=Halfway, Seeking=Seeking)
    monkeypatch.setitem(sys.modules, __name__, module)
    plugin = SimpleNamespace(diplomodel_register_exporters=diplomodel_register_exporters)
    return PluginHost.isolated(trial=plugin)


def written(what: object = CASE, **options: object) -> bytes:
    target = io.BytesIO()
    export(what, target, **options)
    return target.getvalue()


@pytest.mark.parametrize("spec", CORE, ids=lambda spec: spec.name)
@pytest.mark.parametrize("what", [CASE, HISTORY], ids=["casebook", "history"])
def test_everything_is_written_with_its_fingerprint(spec, what) -> None:
    """
    Each format of the core takes a casebook and a history, and says by which rules it was made.
    """
    fingerprint = prepared(what).fingerprint

    assert fingerprint.startswith("f1-")
    assert fingerprint in written(what, to=spec.name).decode()


def test_file_is_written_once(tmp_path) -> None:
    """
    A file that is there is kept unless it is to be replaced.
    """
    path = tmp_path / "case.md"
    export(CASE, path, to="markdown")
    before = path.read_bytes()

    with pytest.raises(BadInputError, match="there is a file of this name"):
        export(CASE, path, to="mermaid")
    assert before == path.read_bytes()

    export(CASE, path, to="mermaid", overwrite=True)
    assert written(to="mermaid") == path.read_bytes()


def test_no_half_file_is_left(tmp_path, host) -> None:
    """
    Where an exporter fails, no file is left, and one that was there stays as it was.
    """
    old = tmp_path / "old.txt"
    old.write_text("as it was")

    for path in (tmp_path / "new.txt", old):
        with pytest.raises(RuntimeError, match="the rest is missing"):
            export(CASE, path, to="trial.halfway", overwrite=True, host=host)

    assert [old] == list(tmp_path.iterdir())
    assert "as it was" == old.read_text()


def test_error_of_a_plugin_names_it(host) -> None:
    """
    An error of an exporter carries a note that says whose it is.
    """
    with pytest.raises(RuntimeError) as caught:
        written(to="trial.halfway", host=host)

    assert [
        "raised by exporter 'trial.halfway' of module SimpleNamespace"
    ] == caught.value.__notes__


def test_stream_gets_all_or_nothing(host) -> None:
    """
    A stream that cannot be taken back gets nothing where the exporter fails, and stays open.
    """
    target = io.BytesIO()

    with pytest.raises(RuntimeError):
        export(CASE, target, to="trial.halfway", host=host)
    assert b"" == target.getvalue()

    export(CASE, target, to="trial.seeking", host=host)
    assert b"one" == target.getvalue()


def test_fault_of_the_system_is_told_with_the_file(tmp_path, monkeypatch) -> None:
    """
    A full disk is an error of the library that names the file.
    """
    monkeypatch.setattr(
        "diplomodel.exporters._lines._write",
        lambda *_: (_ for _ in ()).throw(OSError(28, "No space left on device")),
    )

    with pytest.raises(BadInputError, match="the system refuses: No space left on device"):
        export(CASE, tmp_path / "case.jsonl", to="jsonl")
    assert [] == list(tmp_path.iterdir())


def test_unknown_format_suggests_the_nearest(host) -> None:
    """
    A misspelt format of the core or of a plugin is named with the nearest one.
    """
    with pytest.raises(UnknownNameError, match="did you mean 'markdown'"):
        find_exporter("markdwon", host=host)
    with pytest.raises(UnknownNameError, match="did you mean 'trial.halfway'"):
        find_exporter("tral.halfway", host=host)


def test_format_of_the_core_asks_no_plugin() -> None:
    """
    For a format of the core plugins are not even looked for.
    """

    def never():
        raise AssertionError("asked for plugins")

    silent = PluginHost(find=never)

    assert written(to="csv.spells") == written(to="csv.spells", host=silent)


def test_formats_of_plugins_come_after(host) -> None:
    """
    All formats are listed, the core's first.
    """
    expected = [*(spec.name for spec in CORE), "trial.halfway", "trial.seeking"]

    assert expected == list(exporters(host))


def test_plugin_is_in_the_fingerprint(host) -> None:
    """
    The plugin that writes has a part in the fingerprint; the core's exporters leave it as it is.
    """
    by_plugin = prepared(CASE, offer=find_exporter("trial.seeking", host=host), host=host)
    by_core = prepared(CASE, offer=find_exporter("jsonl", host=host), host=host)

    assert by_plugin.fingerprint != by_core.fingerprint
    assert prepared(CASE, host=host).fingerprint == by_core.fingerprint


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"flunt": "relations"}, "did you mean 'fluent'"),
        ({"derived": "perhaps"}, "derived"),
        ({"fluent": 3}, "fluent"),
        (object(), "the options are a object: give SpellsOptions"),
    ],
)
def test_wrong_options_are_refused(options, message) -> None:
    """
    An option that is not known, or a value that it cannot have, is an error.
    """
    with pytest.raises(BadInputError, match=message):
        written(to="csv.spells", options=options)


def test_format_without_options_takes_none() -> None:
    """
    JSON Lines has no options.
    """
    with pytest.raises(BadInputError, match="takes no options"):
        written(to="jsonl", options={"fluent": "relations"})


def test_only_casebooks_and_histories_are_written() -> None:
    """
    Anything else is refused with what to do.
    """
    with pytest.raises(BadInputError, match="a list is no casebook or history: replay events"):
        written([], to="jsonl")


def test_export_gives_what_there_is() -> None:
    """
    An exporter reads events as the casebook has them, and the rest from the history.
    """
    case = prepared(CASE)

    assert CASE.events == tuple(case.events())
    assert tuple(case.history.spells()) == tuple(case.spells())
    assert case.history.findings() == tuple(case.findings())
    assert case.history.transitions_by_day() == tuple(case.transitions())
    assert {"headed_by"} <= {spell.fluent for spell in case.spells(derived=True)}
    assert HISTORY.events == tuple(prepared(HISTORY).events())
    assert CASE.title == case.title


@pytest.mark.parametrize("spec", CORE, ids=lambda spec: spec.name)
def test_bytes_depend_on_neither_clock_nor_chance(spec, child) -> None:
    """
    Two processes with other seeds and other time zones write the same bytes.
    """
    code = (
        "import io, sys\n"
        "from diplomodel import casebook\n"
        "from diplomodel.exporters import export\n"
        f"export(casebook('us-cuba'), '-', to='{spec.name}')\n"
    )

    first = child(code, PYTHONHASHSEED="1", TZ="Pacific/Auckland")
    second = child(code, PYTHONHASHSEED="2", TZ="America/Lima")

    assert first == second
    assert first.endswith(b"\n")


def test_core_exporters_load_nothing_heavy(child) -> None:
    """
    The formats of the core need no library besides what the core needs.
    """
    code = (
        "import io, sys\n"
        "from diplomodel import casebook\n"
        "from diplomodel.exporters import CORE, export\n"
        "for spec in CORE:\n"
        "    export(casebook('us-cuba'), io.BytesIO(), to=spec.name)\n"
        "heavy = {'networkx', 'numpy', 'pandas', 'hypothesis', 'pytest', 'rdflib', 'icalendar'}\n"
        "print(sorted(heavy & set(sys.modules)))\n"
    )

    assert b"[]" == child(code).strip()
