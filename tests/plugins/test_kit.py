"""
The test kit: every check passes what is good, and finds what is not.
"""

from __future__ import annotations

import datetime as dt
import importlib
import socket
import subprocess
import sys
import textwrap
import urllib.request
from pathlib import Path
from types import SimpleNamespace

import pytest

from diplomodel.errors import DiplomodelError
from diplomodel.plugins import PluginHost
from diplomodel.testing import (
    Check,
    Outcome,
    Report,
    _exporters,
    _extractors,
    check_exporter,
    check_extractor,
    check_plugin,
    check_rules,
    isolated_host,
    no_network,
)
from diplomodel.testing._sandbox import in_child


#: An entry module that offers an exporter and an extractor of a module beside it.
ENTRY = """
from diplomodel.plugins import *
@hookimpl
def diplomodel_register_exporters():
    return [ExporterSpec(name="{name}", summary="s", factory="{module}_work:Exporter", suffix=".x",
                         media_type="text/plain", streaming=True, lossless=True,
                         reader="{module}_work:read")]
@hookimpl
def diplomodel_register_extractors():
    return [ExtractorSpec(name="{name}", summary="s", factory="{module}_work:Extractor")]
"""

WORK = """
import io, os, random, socket, time, datetime
from diplomodel.casebooks import Casebook, SetAside, dumps, loads
from diplomodel.errors import BadInputError, Problem
from diplomodel.events import Talks, UnknownEvent
from diplomodel.evidence import Evidence, Source
from diplomodel.extractors import set_aside
SOURCE = Source(id="a", publisher="A")

class Exporter:
    def __init__(self, options=None):
        self.options = options
    def export(self, case, target):
        {export}

def read(source):
    {read}

class Extractor:
    def __init__(self, options=None):
        self.options = options
    def extract(self, source, *, name=""):
        {extract}
"""

EXPORT = "target.write(dumps(case.casebook, format='jsonl').encode())"
READ = "return loads(source.read(), format='jsonl')"
EXTRACT = """
        for number, line in enumerate(iter(lambda: source.readline(1000), b"")):
            text = line.decode("utf-8", "replace").strip()
            if text[:2] == "T ":
                yield Talks(occurred="2020", by="PER", summary=text, evidence=[Evidence(source=SOURCE)])
            elif text:
                yield set_aside(text, "it is no talk", index=number, file=name)
"""


ELSEWHERE = "in other processes, at other times"


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch):
    """
    Skip the two other processes where a test is about another check: they take their time.
    """

    def skip(check: str) -> None:
        if ELSEWHERE not in check:
            for module in (_exporters, _extractors):
                monkeypatch.setattr(module, "in_two_worlds", lambda *_: (0, 0))

    return skip


@pytest.fixture
def made(install):
    """
    Make a host of a plugin that does what it is told.
    """

    def make(*, export: str = EXPORT, read: str = READ, extract: str = EXTRACT) -> PluginHost:
        work = WORK.replace("{export}", export).replace("{read}", read)
        work = work.replace("{extract}", extract.strip())
        install("kit", ENTRY, plug_kit_work=work)
        return isolated_host(kit=importlib.import_module("plug_kit"))

    return make


def outcomes(report: Report) -> dict[str, str]:
    """
    The failures of a report, by name of the check.
    """
    return {check.name: check.detail for check in report.failures}


def test_a_good_exporter_passes_but_for_memory(made) -> None:
    """
    Of an exporter that holds everything, only the bounded memory that it claims is refused.
    """
    found = outcomes(check_exporter(made(), "kit"))
    assert {"streams in bounded memory"} == set(found)
    assert "it holds what it should pass on" in found["streams in bounded memory"]


BAD_EXPORTERS = {
    "nothing": ("pass", "writes something", "it writes nothing"),
    "latin": ("target.write(b'\\xe9')", "writes something", "UnicodeDecodeError"),
    "closes": ("target.write(b'a'); target.close()", "writes something", "closes the target"),
    "raises": ("1 / 0", "writes something", "ZeroDivisionError"),
    "exits": ("raise SystemExit", "writes something", "SystemExit"),
    "random": (
        "target.write(os.urandom(8).hex().encode())",
        "writes the same again",
        "other bytes",
    ),
    "clock": (
        "target.write(str(int(time.time()) // 86400).encode())",
        "writes the same in other processes, at other times",
        "depend on the clock",
    ),
    "today": (
        "target.write(str(datetime.date.today()).encode())",
        "writes the same in other processes, at other times",
        "depend on the clock",
    ),
    "now": (
        "target.write(datetime.datetime.now().strftime('%Y%m%d').encode())",
        "writes the same in other processes, at other times",
        "depend on the clock",
    ),
    "zone": (
        "target.write(time.strftime('%Z').encode())",
        "writes the same in other processes, at other times",
        "depend on the clock",
    ),
    "sets": (
        "target.write(''.join({'ab', 'cd', 'ef', 'gh', 'ij'}).encode())",
        "writes the same in other processes, at other times",
        "the order of sets",
    ),
    "network": (
        "import contextlib\n        with contextlib.suppress(OSError): socket.create_connection(('localhost', 9))",
        "asks for no network",
        "getaddrinfo 'localhost'",
    ),
}


@pytest.mark.parametrize(("export", "check", "detail"), BAD_EXPORTERS.values(), ids=BAD_EXPORTERS)
def test_bad_exporters_are_found_out(made, here, export: str, check: str, detail: str) -> None:
    """
    Each promise that an exporter breaks fails the check of that promise.
    """
    here(check)
    assert detail in outcomes(check_exporter(made(export=export), "kit"))[check]


@pytest.mark.parametrize(
    ("read", "detail"),
    [
        ("return None", "gives a NoneType"),
        ("return Casebook()", "comes back as something else"),
        (
            "b = loads(source.read(), format='jsonl'); return Casebook(events=b.events * 2)",
            "more events come back",
        ),
        (
            "import attrs; return Casebook(events=[attrs.evolve(e, claims=()) for e in loads(source.read(), format='jsonl').events])",
            "comes back as something else",
        ),
    ],
)
def test_what_is_lost_is_found_out(made, here, read: str, detail: str) -> None:
    """
    A format that says it is lossless and loses something is refused.
    """
    here("gives back equal events")
    assert detail in outcomes(check_exporter(made(read=read), "kit"))["gives back equal events"]


SAMPLES = {"a.txt": b"T one\nnonsense\nT two\n"}


def test_a_good_extractor_passes(made) -> None:
    """
    An extractor that keeps its promises passes all checks, and says how much it read.
    """
    report = check_extractor(made(), "kit", samples=SAMPLES, bad={"b.txt": b"nothing"})
    assert report.passed, str(report)
    assert "2 events, 1 set aside" in str(report)


BAD_EXTRACTORS = {
    "nothing": ("return iter(())", "gives events", "no event that it can read"),
    "strange": ("yield 'a'", "gives events", "it gives a str"),
    "unknown": (
        "yield UnknownEvent(occurred='2020', unknown_kind='zz')",
        "gives events of known kinds",
        "the kind 'zz' is not known",
    ),
    "no evidence": (
        "yield Talks(occurred='2020', by='PER')",
        "gives evidence for every event",
        "has no evidence",
    ),
    "random": (
        "yield Talks(occurred='2020', by='PER', summary=os.urandom(8).hex())",
        "gives the same again",
        "the second time",
    ),
    "sets": (
        "yield Talks(occurred='2020', by='PER', summary=''.join({'ab', 'cd', 'ef', 'gh', 'ij'}))",
        "gives the same in other processes, at other times",
        "the order of sets",
    ),
    "network": (
        "socket.getaddrinfo('localhost', 9); yield",
        "asks for no network unless it says so",
        "getaddrinfo",
    ),
    "raises": (
        "source.read().decode('ascii'); yield",
        "sets bad input aside with reasons",
        "UnicodeDecodeError",
    ),
    "silent": (
        "source.read(); return; yield",
        "sets bad input aside with reasons",
        "nothing is said",
    ),
    "no reason": (
        "yield SetAside(section='events', index=0, data='{}')",
        "sets bad input aside with reasons",
        "without a reason",
    ),
}


@pytest.mark.parametrize(
    ("extract", "check", "detail"), BAD_EXTRACTORS.values(), ids=BAD_EXTRACTORS
)
def test_bad_extractors_are_found_out(made, here, extract: str, check: str, detail: str) -> None:
    """
    Each promise that an extractor breaks fails the check of that promise.
    """
    here(check)
    report = check_extractor(made(extract=extract), "kit", samples=SAMPLES)
    assert detail in outcomes(report)[check]


def test_a_file_may_be_refused_as_a_whole(made) -> None:
    """
    An error of the library's own about bad input is as good as setting it aside.
    """
    extract = (
        "data = source.read()\n        if data[:2] != b'T ': raise BadInputError('no talks')\n"
        "        yield Talks(occurred='2020', by='PER', evidence=[Evidence(source=SOURCE)])"
    )
    assert check_extractor(made(extract=extract), "kit", samples=SAMPLES).passed


def test_an_extractor_without_samples_is_not_passed_over(made) -> None:
    """
    Where there is nothing to read, checks say that they were skipped and why.
    """
    report = check_extractor(made(), "kit")
    skipped = [check for check in report.checks if check.outcome is Outcome.SKIPPED]
    assert "no sample: name one in the spec's samples, or pass one" == skipped[0].detail


def test_a_heavy_plugin_is_found_out(install) -> None:
    """
    An entry module that imports another library is refused, with the library's name.
    """
    install(
        "kit",
        "import pytest\n" + ENTRY,
        plug_kit_work=WORK.replace("{export}", EXPORT)
        .replace("{read}", READ)
        .replace("{extract}", EXTRACT.strip()),
    )
    report = check_plugin(isolated_host(kit=importlib.import_module("plug_kit")), "kit")
    assert "importing it loads" in outcomes(report)["plugin: is light to import"]
    assert "pytest" in outcomes(report)["plugin: is light to import"]


def test_a_plugin_that_names_what_is_not_there(install) -> None:
    """
    References that lead nowhere, files that are missing and empty plugins are refused.
    """
    install("kit", ENTRY)
    made = isolated_host(kit=importlib.import_module("plug_kit"))
    assert (
        "cannot be loaded"
        in outcomes(check_plugin(made, "kit"))["plugin: names only what is there"]
    )
    empty = isolated_host(empty=SimpleNamespace())
    assert (
        "it offers nothing" in outcomes(check_plugin(empty, "empty"))["plugin: offers something"]
    )


def test_rules_without_identity_are_found_out(install) -> None:
    """
    An event type that nothing tells apart, or that says nothing of itself, is refused.
    """
    install(
        "kit",
        """
        from diplomodel.plugins import EventTypeSpec, RuleSpec, hookimpl
        @hookimpl
        def diplomodel_register_event_types():
            return [EventTypeSpec(kind="kit.thing", cls="plug_kit_types:Thing", summary="s")]
        @hookimpl
        def diplomodel_register_rules():
            return [RuleSpec(name="kit", rules="plug_kit_types", summary="s")]
        """.replace('"plug_kit_types"', '"plug_kit_types:PACK"'),
        plug_kit_types="""
        import attrs
        from diplomodel.events import Event
        from diplomodel.plugins import RulePack
        from diplomodel.rules import NoEffect
        @attrs.frozen(kw_only=True, eq=False, repr=False)
        class Thing(Event):
            namespace = "kit"
        PACK = RulePack(no_effects=(NoEffect(event=Thing, why="Nothing."),))
        """,
    )
    report = check_rules(isolated_host(kit=importlib.import_module("plug_kit")), "kit")
    assert "has no identity fields" in outcomes(report)["the event types can be written to files"]


def test_reports_tell_and_fail() -> None:
    """
    A report passes if something was looked at and nothing failed, and a test fails with all of it.
    """
    good = Check(name="a", outcome="passed", detail="1")
    bad = Check(name="b", outcome="failed", detail="2")
    assert Report(subject="s", checks=[good]).passed
    assert not Report(subject="s", checks=[]).passed
    Report(subject="s", checks=[good]).require()
    with pytest.raises(AssertionError, match="failed   b: 2"):
        Report(subject="s", checks=[good, bad]).require()


def test_the_network_comes_back() -> None:
    """
    Outside the block the network is as it was, and inside every door to it is shut.
    """
    before = {name: getattr(socket, name) for name in ("getaddrinfo", "gethostbyname")}
    with no_network() as asked:
        with pytest.raises(OSError, match="no network here"):
            urllib.request.urlopen("http://localhost:9/")
        with socket.socket() as door, pytest.raises(OSError, match="no network here"):
            door.connect(("127.0.0.1", 9))
    assert 2 == len(asked)
    assert before == {name: getattr(socket, name) for name in before}
    assert "connect" not in vars(socket.socket)


def test_a_child_that_fails_tells_why() -> None:
    """
    What goes wrong in another process is an error with its last line.
    """
    with pytest.raises(
        DiplomodelError, match="ModuleNotFoundError: No module named 'plug_no_such'"
    ):
        in_child("plug_no_such:function", {})


def test_a_childs_clock_is_wrong_and_its_days_are_days(site: Path) -> None:
    """
    The other world's today is another day, and dates made elsewhere are still dates there.
    """
    (site / "plug_clock.py").write_text(
        "import datetime, time, zoneinfo\n"
        "from diplomodel.dates import PartialDate\n"
        "def tell():\n"
        "    made = datetime.date.fromordinal(1)\n"
        "    stamp = datetime.datetime(2000, 1, 1) + datetime.timedelta(1)\n"
        "    return [isinstance(made, datetime.date), isinstance(stamp, datetime.datetime),\n"
        "            isinstance(stamp, datetime.date), str(PartialDate.of(made)),\n"
        "            str(datetime.date.today()), time.strftime('%Y-%m-%d'),\n"
        "            str(datetime.datetime.now(datetime.timezone.utc).date())]\n"
    )
    found = in_child("plug_clock:tell", {}, shift=34_570_807)
    assert isinstance(found, list)
    assert [True, True, True, "0001-01-01"] == found[:4]
    days = {dt.date.fromisoformat(text) for text in found[4:]}
    ahead = {(day - dt.datetime.now(tz=dt.UTC).date()).days for day in days}
    assert ahead <= {399, 400, 401}


def test_the_kit_loads_without_hypothesis() -> None:
    """
    The checks, which `plugins check` runs, load neither hypothesis nor pytest.
    """
    code = "import sys, diplomodel.testing; print({'hypothesis', 'pytest'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "set()\n" == done.stdout


def test_the_pytest_plugin_is_asked_for(tmp_path: Path) -> None:
    """
    The fixtures are there for those who ask, and a test that wants the network fails.
    """
    (tmp_path / "conftest.py").write_text(
        'pytest_plugins = ["diplomodel.testing.pytest_plugin"]\n'
    )
    (tmp_path / "test_it.py").write_text(
        textwrap.dedent(
            """
            import socket
            from types import SimpleNamespace
            from diplomodel.testing import Report, Check

            def test_host(isolated_host):
                assert isolated_host(a=SimpleNamespace()).require("a").name == "a"

            def test_conforms(conforms):
                conforms(Report(subject="s", checks=[Check(name="a", outcome="failed")]))

            def test_network(no_network):
                try:
                    socket.create_connection(("localhost", 9))
                except OSError:
                    pass

            def test_none(no_network):
                pass
            """
        )
    )
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
    )
    assert "1 failed, 3 passed, 1 error" in done.stdout


def test_the_date_of_the_kit_is_not_moved() -> None:
    """
    The clock of this process is never touched.
    """
    assert type(dt.datetime.now(tz=dt.UTC)) is dt.datetime
