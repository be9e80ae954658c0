"""
The example plugin in use: rules, casebooks, reading and writing of its events.
"""

from __future__ import annotations

import importlib
import itertools
from pathlib import Path
from types import SimpleNamespace

import pytest

import diplomodel as dm
from diplomodel.casebooks import Casebook, dumps, lint, loads, read_events, write_events
from diplomodel.errors import DiplomodelError
from diplomodel.events import Event, UnknownEvent
from diplomodel.formats import from_plain, to_plain
from diplomodel.histories import replay
from diplomodel.plugins import (
    EventTypeSpec,
    FluentSpec,
    PluginError,
    PluginHost,
    RulePack,
    RuleSpec,
    Settings,
    fingerprint,
    hookimpl,
    host,
)
from diplomodel.rules import core_rules


EXAMPLE = Path(__file__).parents[2] / "plugins" / "diplomodel-example" / "src"


@pytest.fixture
def example(monkeypatch: pytest.MonkeyPatch) -> object:
    """
    The example's entry module, imported for this test.
    """
    monkeypatch.syspath_prepend(str(EXAMPLE))
    return importlib.import_module("diplomodel_example")


@pytest.fixture
def installed(example: object, site: Path) -> None:
    """
    The example, looking installed.
    """
    info = site / "diplomodel_example-0.1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(
        "Metadata-Version: 2.1\nName: diplomodel-example\nVersion: 0.1.0\n"
    )
    (info / "entry_points.txt").write_text("[diplomodel]\nexample = diplomodel_example\n")


def closure(**fields: object) -> Event:
    """
    A closure of airspace.
    """
    from diplomodel_example.airspace import AirspaceClosure

    return AirspaceClosure(**{"occurred": "1999-03-05", "by": "PER", "target": "MEX", **fields})


def test_kinds_carry_the_plugins_name(example: object) -> None:
    """
    The kind of a plugin's event type is its own and no core type's.
    """
    assert "example.airspace_closure" == closure().kind


def test_a_casebook_loads_what_it_requires(installed: None) -> None:
    """
    Reading and replaying a casebook that requires a plugin uses its types and rules.
    """
    history = dm.replay(dm.casebook("example.airspace-1999"))
    assert ["closed", "open"] == [t.after.value for t in history.transitions()]
    from diplomodel_example.airspace import AIRSPACE, Airspace

    assert Airspace.CLOSED is history.at("1999-12-31").value(AIRSPACE, "PER>MEX")
    assert "example.airspace" in host().rules(["diplomodel-example"]).by_name


@pytest.mark.parametrize("form", ["yaml", "jsonl", "csv"])
def test_a_plugins_events_round_trip(installed: None, form: str) -> None:
    """
    Events of a plugin's types read back equal from every format of casebooks.
    """
    book = Casebook(name="a", requires=["example"], events=[closure(order=3, summary="=1")])
    assert book == loads(dumps(book, format=form), format=form)


@pytest.mark.parametrize("suffix", ["yaml", "jsonl", "csv"])
def test_a_plugins_events_stream(installed: None, tmp_path: Path, suffix: str) -> None:
    """
    Events that are written one by one say which plugin they need, and read back equal.
    """
    path = tmp_path / f"a.{suffix}"
    write_events([closure(order=3)], path, requires=["example"])
    assert [closure(order=3)] == list(read_events(path))


def test_without_the_plugin_events_are_kept(example: object) -> None:
    """
    A casebook of a plugin that is missing reads, tells so, and writes the same again.
    """
    book = Casebook(name="a", requires=["example"], events=[closure(order=3)])
    text = dumps(book, format="yaml")
    found = loads(text, format="yaml")
    assert [UnknownEvent] == [type(event) for event in found.events]
    assert "'example', which is not installed" in found.notices[0].message
    assert "$.requires[0]" == found.notices[0].path
    assert text == dumps(found, format="yaml")
    with pytest.raises(
        PluginError, match="the casebook 'a' requires the plugin 'example', which is not installed"
    ):
        replay(found)
    assert any("not installed" in problem.message for problem in lint(text, format="yaml"))


def test_plain_data_with_more_types(example: object) -> None:
    """
    Plain data of a plugin's event read back as its type where that is given.
    """
    event = closure()
    assert event == from_plain(to_plain(event), types=[type(event)])
    assert isinstance(from_plain(to_plain(event)), UnknownEvent)


def test_lint_knows_a_plugins_fluents(installed: None) -> None:
    """
    An observation of a required plugin's fluent is checked against its vocabulary.
    """
    text = (
        "format: 1\nrequires: [example]\nopening:\n"
        "  - {occurred: 1999, fluent: example.airspace, subject: PER>MEX, value: shut}\n"
    )
    messages = " ".join(problem.message for problem in lint(text, format="yaml"))
    assert "'shut' is not a Airspace" in messages


def test_what_is_installed_changes_no_other_result(installed: None) -> None:
    """
    A casebook that requires nothing is replayed by the core's rules alone.
    """
    history = dm.replay(dm.casebook("australia-iran"))
    assert history.rules is core_rules()
    assert "found" == host().record("example").status


def test_rule_sets_do_not_depend_on_order(example: object) -> None:
    """
    Requiring the same plugins in another order gives the same rules and fingerprint.
    """
    made = PluginHost.isolated(example)
    prints = {
        made.fingerprint(names)
        for names in (["example"], ["diplomodel-example"][:0] + ["example"] * 2)
    }
    assert 1 == len(prints)
    assert prints != {made.fingerprint()}


def test_fingerprints_tell_rules_apart(example: object) -> None:
    """
    The fingerprint changes with a rule's value and with a plugin's version, not with the order.
    """
    import attrs

    core = core_rules()
    turned = attrs.evolve(core, rules=tuple(reversed(core.rules)))
    assert fingerprint(core) == fingerprint(turned)
    (first, *rest) = (rule for rule in core.rules if isinstance(rule.why, str))
    changed = attrs.evolve(core, rules=(attrs.evolve(first, why="Else."), *rest))
    assert fingerprint(core) != fingerprint(changed)
    record = PluginHost.isolated(example).require("example")
    assert fingerprint(core, plugins=[record]) != fingerprint(
        core, plugins=[attrs.evolve(record, version="2")]
    )


#: Offers of rules with one thing wrong, and what is said.
WRONG = {
    "no event": (
        EventTypeSpec(kind="x.a", cls="collections:Counter", summary="s"),
        "no class of events",
    ),
    "other kind": (
        EventTypeSpec(kind="x.a", cls="diplomodel_example.airspace:AirspaceClosure", summary="s"),
        "set its class variable namespace = 'x'",
    ),
    "no fluent": (
        FluentSpec(name="x.a", fluent="collections:Counter", summary="s"),
        "is no Fluent",
    ),
    "other name": (
        FluentSpec(name="x.a", fluent="diplomodel_example.airspace:AIRSPACE", summary="s"),
        "is called 'example.airspace': give both one name",
    ),
    "no rules": (RuleSpec(name="x", rules="collections:Counter", summary="s"), "holds no rules"),
    "strange rules": (
        RuleSpec(name="x", rules="plug_strange:RULES", summary="s"),
        "rules holds a str",
    ),
    "unknown fluent": (
        RuleSpec(name="x", rules="diplomodel_example.airspace:RULES", summary="s"),
        "the rules of 'x' do not fit: (?s:.*)sets an unknown fluent",
    ),
}


@pytest.mark.parametrize(("spec", "match"), WRONG.values(), ids=WRONG)
def test_rules_that_do_not_fit(
    example: object, monkeypatch: pytest.MonkeyPatch, spec: object, match: str
) -> None:
    """
    What does not fit together is one error that names the plugin.
    """
    import sys

    monkeypatch.setitem(
        sys.modules, "plug_strange", SimpleNamespace(RULES=SimpleNamespace(rules=["r"]))
    )
    hook = {
        EventTypeSpec: "diplomodel_register_event_types",
        FluentSpec: "diplomodel_register_fluents",
        RuleSpec: "diplomodel_register_rules",
    }[type(spec)]
    plugin = SimpleNamespace(**{hook: hookimpl(lambda: [spec])})
    with pytest.raises(PluginError, match=match):
        PluginHost.isolated(x=plugin).rules(["x"])


def test_a_rule_pack_may_be_empty_in_parts() -> None:
    """
    A pack has only what it says.
    """
    assert ((), (), (), ()) == attrs_of(RulePack())


def attrs_of(pack: RulePack) -> tuple[object, ...]:
    """
    The parts of a pack.
    """
    return pack.rules, pack.no_effects, pack.requirements, pack.duties


def test_a_broken_casebook_names_its_plugin(example: object, install) -> None:
    """
    A casebook that a plugin promises and does not have is an error that names the plugin.
    """
    install(
        "broken",
        """
        from diplomodel.plugins import CasebookSpec, hookimpl
        @hookimpl
        def diplomodel_register_casebooks():
            return [CasebookSpec(name="broken.case", path="diplomodel_example:gone.yaml", summary="s")]
        """,
    )
    with pytest.raises(FileNotFoundError) as caught:
        dm.casebook("broken.case")
    assert ["raised by casebook 'broken.case' of diplomodel-broken 1.0"] == caught.value.__notes__
    with pytest.raises(DiplomodelError, match="offers no casebook 'broken.caes'; did you mean"):
        dm.casebook("broken.caes")


def test_settings_are_given_to_offers(example: object) -> None:
    """
    Options of the configuration reach the extractor.
    """
    from diplomodel.plugins import ExtractorSpec

    settings = Settings(options={"example": {"publisher": "El Peruano"}})
    made = PluginHost.isolated(example, settings=settings).find(ExtractorSpec, "example").make()
    assert "El Peruano" == made.options.publisher


def test_threads_load_a_plugin_once(install) -> None:
    """
    Threads that ask at once share one load.
    """
    from concurrent.futures import ThreadPoolExecutor

    install("good", "import time\ntime.sleep(0.05)\n")
    made = PluginHost()
    with ThreadPoolExecutor(4) as pool:
        records = list(pool.map(made.require, itertools.repeat("good", 8)))
    assert 1 == len({id(record) for record in records})
