"""
The entry module is light, and the bytes depend on nothing but what is told.
"""

from __future__ import annotations

import doctest
import os
import re
import subprocess
import sys
from importlib.metadata import entry_points
from pathlib import Path

import pytest

import diplomodel_linkeddata as plugin
from diplomodel_linkeddata import graphs


ROOT = Path(__file__).parents[1]

_PRINT = """
import sys, datetime, time, random
{clock}
import diplomodel as dm
from diplomodel.exporters import Export
from diplomodel_linkeddata import writing
case = dm.casebook("us-cuba")
make = getattr(writing, "{form}_exporter")
make().export(Export(casebook=case, history=dm.replay(case)), sys.stdout.buffer)
"""

_CLOCK = """
real = time.time
time.time = lambda: 4102444800.0
time.time_ns = lambda: 4102444800 * 10**9
class Later(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return cls(2100, 1, 1, tzinfo=tz)
    utcnow = today = now
datetime.datetime = Later
"""


def _run(code: str, **environment: str) -> bytes:
    return subprocess.run(
        [sys.executable, "-c", code],
        env=os.environ | environment,
        check=True,
        capture_output=True,
    ).stdout


def test_same_bytes(form):
    """
    Two clocks, two time zones and two hash seeds give the same bytes.
    """
    first = _run(_PRINT.format(clock="", form=form), PYTHONHASHSEED="1", TZ="UTC")
    second = _run(_PRINT.format(clock=_CLOCK, form=form), PYTHONHASHSEED="77", TZ="Asia/Kathmandu")

    assert first == second
    assert len(first) > 100_000


def test_light_import():
    """
    Loading the entry module loads none of the libraries behind the formats.
    """
    code = "import sys, diplomodel_linkeddata; print(*sys.modules)"
    loaded = set(_run(code).decode().split())

    assert not loaded & {"rdflib", "pyoxigraph", "pyshacl", "diplomodel.casebooks"}


def test_exporting_needs_no_rdflib():
    """
    Writing and reading the formats loads pyoxigraph alone; rdflib is for graphs.
    """
    code = (
        "import sys; from diplomodel_linkeddata import reading, writing;"
        " print('rdflib' in sys.modules, 'pyoxigraph' in sys.modules)"
    )

    assert [b"False", b"True"] == _run(code).split()


def test_entry_point():
    """
    The distribution announces the module under the plugin's name.
    """
    (found,) = (one for one in entry_points(group="diplomodel") if one.name == "linkeddata")

    assert plugin is found.load()


def test_specs():
    """
    Each spec is named for the plugin, says lossless, and names code that is there.
    """
    from importlib import import_module

    specs = list(plugin.diplomodel_register_exporters())
    names = ["linkeddata.turtle", "linkeddata.jsonld", "linkeddata.nquads"]

    assert names == [spec.name for spec in specs]
    for spec in specs:
        for written in (spec.factory, spec.reader, spec.options):
            module, _, attribute = written.partition(":")
            assert callable(getattr(import_module(module), attribute))
        assert spec.lossless
        assert spec.streaming


def test_no_network(monkeypatch, form, written, read_back):
    """
    Neither writing nor reading opens a socket.
    """
    import socket

    import diplomodel as dm

    def refuse(*_arguments, **_options):
        pytest.fail("a socket was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    case = dm.casebook("australia-iran")

    assert case == read_back(written(case, form), form)


def test_readme(tmp_path, monkeypatch):
    """
    The Python in the README runs and prints what it says.
    """
    monkeypatch.chdir(tmp_path)
    failed, tried = doctest.testfile(
        str(ROOT / "README.md"), module_relative=False, optionflags=doctest.ELLIPSIS
    )

    assert 0 == failed
    assert tried > 5


def test_guide():
    """
    The how-to guide includes files that are there, and its example prints what it shows.
    """
    page = ROOT.parents[1] / "docs/howto/linked-data.md"
    if not page.exists():
        pytest.skip("the guide is not beside this package")
    text = page.read_text(encoding="utf-8")
    query, example = (page.parent / name for name in re.findall(r"\{literalinclude\} (\S+)", text))
    printed = _run(example.read_text(encoding="utf-8")).decode()
    (shown,) = (block for block in re.findall(r"```text\n(.*?)```", text, re.DOTALL))

    assert graphs.relation_query("MEX-PER", "2025-11-05") == query.read_text(encoding="utf-8")
    assert doctest.OutputChecker().check_output(shown, printed, doctest.ELLIPSIS), printed


def test_conformance():
    """
    The kit's checks of exporters and plugins pass.
    """
    from diplomodel.plugins import host
    from diplomodel.testing import check_plugin

    report = check_plugin(host(), "linkeddata")

    assert [] == [str(check) for check in report.failures]
