"""
The host: what it finds, what it loads, and how it tells of what it cannot.
"""

from __future__ import annotations

import itertools
import pickle
import sys
import warnings
from types import SimpleNamespace

import pytest

from diplomodel.errors import BadInputError, UnknownNameError
from diplomodel.plugins import (
    ExporterSpec,
    PluginError,
    PluginHost,
    PluginLoadWarning,
    PluginRecord,
    PluginStatus,
    Settings,
    hookimpl,
    host,
)
from diplomodel.plugins._discovery import Found


def exporter(name: str, **more: object) -> ExporterSpec:
    """
    A spec of an exporter.
    """
    fields = {"factory": "collections:OrderedDict", "suffix": ".x", "media_type": "text/plain"}
    return ExporterSpec(name=name, summary="It writes.", **{**fields, **more})


def plugin(*specs: object, **more: object) -> SimpleNamespace:
    """
    A plugin that offers exporters.
    """
    hook = hookimpl(lambda: list(specs))
    return SimpleNamespace(diplomodel_register_exporters=hook, **more)


#: Plugins with one thing wrong: the code, the status, the reason, the remedy.
WRONG = {
    "import": (
        "import no_such_module_at_all",
        "failed",
        "ModuleNotFoundError: No module named 'no_such_module_at_all'",
        "install what it needs: the module 'no_such_module_at_all' is missing",
    ),
    "old core": (
        "from diplomodel.plugins import HookOfTheFuture",
        "failed",
        "ImportError: cannot import name 'HookOfTheFuture'",
        "it is made for another version of diplomodel",
    ),
    "exit": (
        "raise SystemExit(3)",
        "failed",
        r"it asks to end the program \(SystemExit: 3\)",
        "plugins show wrong",
    ),
    "raise": ("raise RuntimeError", "failed", "RuntimeError", "report it to its author"),
    "new": (
        "DIPLOMODEL_API = 99",
        "incompatible",
        "made for version 99 of the plugin interface, this diplomodel has 1",
        "update diplomodel",
    ),
    "old": ("DIPLOMODEL_API = 0", "incompatible", "version 0", "update the plugin"),
    "no number": ("DIPLOMODEL_API = '1'", "failed", "DIPLOMODEL_API is '1'", "write a number"),
    "misspelt": (
        """
        from diplomodel.plugins import hookimpl
        @hookimpl
        def diplomodel_register_exporter(): return []
        """,
        "failed",
        "no hook 'diplomodel_register_exporter'; did you mean 'diplomodel_register_exporters'",
        "rename it to 'diplomodel_register_exporters'",
    ),
    "misspelt by far": (
        """
        from diplomodel.plugins import hookimpl
        @hookimpl
        def write(): return []
        """,
        "failed",
        "there is no hook 'write'",
        "rename it to one of the hooks",
    ),
    "unmarked": (
        "def diplomodel_register_exporters(): return []",
        "failed",
        "diplomodel_register_exporters is not marked as a hook",
        "decorate it with @hookimpl",
    ),
    "wrapper": (
        """
        from diplomodel.plugins import hookimpl
        @hookimpl(wrapper=True)
        def diplomodel_register_exporters(): return (yield)
        """,
        "failed",
        "is a wrapper",
        "must return specs",
    ),
    "argument": (
        """
        from diplomodel.plugins import hookimpl
        @hookimpl
        def diplomodel_register_exporters(colour): return []
        """,
        "failed",
        "PluginValidationError",
        "report it to its author",
    ),
    "hook raises": (
        """
        from diplomodel.plugins import hookimpl
        @hookimpl
        def diplomodel_register_exporters(): return [][0]
        """,
        "failed",
        "IndexError: list index out of range",
        "report it to its author",
    ),
    "hook exits": (
        """
        from diplomodel.plugins import hookimpl
        @hookimpl
        def diplomodel_register_exporters(): raise SystemExit
        """,
        "failed",
        r"it asks to end the program \(SystemExit\)",
        "report it",
    ),
    "nothing": (
        """
        from diplomodel.plugins import hookimpl
        @hookimpl
        def diplomodel_register_exporters(): pass
        """,
        "failed",
        "returns a NoneType",
        "return a list of ExporterSpec",
    ),
    "text": (
        """
        from diplomodel.plugins import hookimpl
        @hookimpl
        def diplomodel_register_exporters(): return "wrong"
        """,
        "failed",
        "returns a str",
        "return a list of ExporterSpec",
    ),
    "other spec": (
        """
        from diplomodel.plugins import RuleSpec, hookimpl
        @hookimpl
        def diplomodel_register_exporters():
            return [RuleSpec(name="wrong", summary="It rules.", rules="a:b")]
        """,
        "failed",
        "returns a RuleSpec",
        "return a list of ExporterSpec",
    ),
    "endless": (
        """
        import itertools
        from diplomodel.plugins import hookimpl
        @hookimpl
        def diplomodel_register_exporters(): return itertools.repeat(None)
        """,
        "failed",
        "offers over 10000 things",
        "return fewer",
    ),
    "foreign name": (
        """
        from diplomodel.plugins import RuleSpec, hookimpl
        @hookimpl
        def diplomodel_register_rules():
            return [RuleSpec(name="other.thing", summary="It rules.", rules="a:b")]
        """,
        "failed",
        "it calls a rule pack 'other.thing'",
        "call it 'wrong.thing'",
    ),
    "bare kind": (
        """
        from diplomodel.plugins import EventTypeSpec, hookimpl
        @hookimpl
        def diplomodel_register_event_types():
            return [EventTypeSpec(kind="wrong", summary="It happens.", cls="a:b")]
        """,
        "failed",
        "it calls an event type 'wrong'",
        "call it 'wrong.wrong'",
    ),
    "twice": (
        """
        from diplomodel.plugins import RuleSpec, hookimpl
        @hookimpl
        def diplomodel_register_rules():
            return [RuleSpec(name="wrong", summary="It rules.", rules="a:b")] * 2
        """,
        "failed",
        "it offers two rule packs called 'wrong'",
        "rename one",
    ),
}


@pytest.mark.parametrize(("code", "status", "reason", "remedy"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_stays_with_its_plugin(
    install, code: str, status: str, reason: str, remedy: str
) -> None:
    """
    A plugin that cannot be used is recorded with status, reason and remedy; the others load.
    """
    install("wrong", code)
    install("good")
    made = PluginHost()
    with pytest.warns(PluginLoadWarning, match="diplomodel-wrong 1.0") as told:
        assert ["good.count"] == list(made.exporters())
    assert 1 == len(told)
    record = made.record("wrong")
    assert status == record.status
    with pytest.raises(PluginError, match=f"'wrong'.*{reason}.*{remedy}"):
        made.require("wrong")
    assert () == made.load("wrong", quiet=True)[0].specs
    assert PluginStatus.LOADED == made.record("good").status


def test_a_partial_failure_is_undone(install) -> None:
    """
    Of a plugin whose second hook fails nothing is left, in the host or in pluggy.
    """
    install(
        "wrong",
        """
        from diplomodel.plugins import ExporterSpec, hookimpl
        @hookimpl
        def diplomodel_register_exporters():
            return [ExporterSpec(name="wrong", summary="s", factory="a:b", suffix=".x",
                                 media_type="text/plain")]
        @hookimpl
        def diplomodel_register_commands(): raise ValueError("no")
        """,
    )
    made = PluginHost()
    made.load(quiet=True)
    assert () == made.record("wrong").specs
    assert [] == made._plugins._manager.list_name_plugin()


def test_an_interruption_is_the_users(install) -> None:
    """
    A user who interrupts an import is not held off.
    """
    install("wrong", "raise KeyboardInterrupt")
    with pytest.raises(KeyboardInterrupt):
        PluginHost().load()


def test_a_warning_is_given_once(install) -> None:
    """
    What was told once is not told again.
    """
    install("wrong", "1 / 0")
    made = PluginHost()
    with pytest.warns(PluginLoadWarning, match="DIPLOMODEL_PLUGINS=-diplomodel-wrong"):
        made.load()
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        made.load()
        made.exporters()


def test_strict_raises(install, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    In strict mode the first plugin that fails is an error with its cause.
    """
    install("wrong", "1 / 0")
    monkeypatch.setenv("DIPLOMODEL_PLUGINS", "strict")
    with pytest.raises(PluginError, match="'wrong'.*ZeroDivisionError") as caught:
        PluginHost().load()
    assert isinstance(caught.value.__cause__, ZeroDivisionError)
    assert "wrong" == caught.value.record.name


def test_a_slow_plugin_says_so(install) -> None:
    """
    A plugin that takes long to import works, and its record tells how long.
    """
    install("good", "import time\ntime.sleep(0.6)\n")
    (record,) = PluginHost().load()
    assert PluginStatus.LOADED == record.status
    assert record.seconds > 0.5
    assert "importing it took" in record.notes[0]


def test_only_what_is_asked_for_is_imported(install) -> None:
    """
    Looking for one offer imports the plugin that its name begins with, and no factory.
    """
    install("good")
    install("other", "raise AssertionError('imported')")
    made = PluginHost()
    assert ["good", "other"] == [record.name for record in made.records()]
    assert "plug_good" not in sys.modules
    offer = made.find(ExporterSpec, "good.count")
    assert "plug_good" in sys.modules
    assert "plug_good_code" not in sys.modules
    assert "export" in dir(offer.make())
    assert "plug_good_code" in sys.modules
    assert PluginStatus.FOUND == made.record("other").status


def test_a_short_name_is_found_where_it_is_alone() -> None:
    """
    A word after the dot is enough where one plugin has it, and an error names all where not.
    """
    made = PluginHost.isolated(
        a=plugin(exporter("a.one"), exporter("a.both")), b=plugin(exporter("b.both"))
    )
    assert "a.one" == made.find(ExporterSpec, "one").spec.name
    with pytest.raises(PluginError, match="exporter 'a.both' of .* and exporter 'b.both' of"):
        made.find(ExporterSpec, "both")
    with pytest.raises(UnknownNameError, match="unknown exporter 'oen'; did you mean 'one'"):
        made.find(ExporterSpec, "oen")
    with pytest.raises(PluginError, match="'a' offers no exporter 'a.oen'; did you mean 'a.one'"):
        made.find(ExporterSpec, "a.oen")
    with pytest.raises(PluginError, match="it has none"):
        PluginHost.isolated(a=plugin()).find(ExporterSpec, "a.x")


def test_clashing_names_name_both_owners(install) -> None:
    """
    Two plugins of one name are both passed over, whatever their order, and each names the other.
    """
    install("same", distribution="diplomodel-one")
    install("same", distribution="diplomodel-two", version="2.0")
    made = PluginHost()
    with pytest.raises(PluginError, match="plugins of diplomodel-one 1.0 and diplomodel-two 2.0"):
        made.require("same")
    assert ["failed", "failed"] == [record.status for record in made.records()]


def test_a_clash_is_settled_by_the_distribution(install, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Leaving out one of two distributions lets the other have the name.
    """
    install("same", distribution="diplomodel-one")
    install("same", distribution="diplomodel-two")
    monkeypatch.setenv("DIPLOMODEL_PLUGINS", "-Diplomodel_One")
    assert "diplomodel-two" == PluginHost().require("same").distribution


def test_names_of_the_core_are_taken(install) -> None:
    """
    A plugin called like a command or format of the core is passed over, naming both owners.
    """
    install("replay")
    with pytest.raises(PluginError, match="a name of diplomodel itself and of diplomodel-replay"):
        PluginHost().require("replay")


def test_a_name_must_be_a_word(install) -> None:
    """
    A plugin whose name could not stand before a dot is passed over.
    """
    install("Bad-Name", module="plug_bad")
    with pytest.raises(PluginError, match="is no name of a plugin"):
        PluginHost().require("Bad-Name")


def test_the_order_of_install_does_not_matter() -> None:
    """
    Whatever order plugins are found in, everything they offer comes in the same.
    """
    plugins = {name: plugin(exporter(f"{name}.x")) for name in "abc"}
    found = [
        Found(
            record=PluginRecord(name=name, distribution=f"d-{name}"),
            load=lambda n=name: plugins[n],
        )
        for name in plugins
    ]
    seen = {
        tuple(PluginHost(settings=Settings(), find=lambda o=order: o).exporters())
        for order in itertools.permutations(found)
    }
    assert {("a.x", "b.x", "c.x")} == seen


def test_torn_metadata_hides_no_other_plugin(install, site) -> None:
    """
    A package without metadata of its own is found with what is known of it.
    """
    install("good")
    torn = site / "torn-1.0.dist-info"
    torn.mkdir()
    (torn / "entry_points.txt").write_text("[diplomodel]\ntorn = plug_no_such\n")
    records = {record.name: record for record in PluginHost().records()}
    assert {"good", "torn"} == set(records)


def test_disabled_plugins_are_not_imported(install, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    What the settings leave out is recorded as such and never imported.
    """
    install("good")
    install("other", "raise AssertionError('imported')")
    monkeypatch.setenv("DIPLOMODEL_PLUGINS", "-diplomodel-other")
    made = PluginHost()
    assert ["good.count"] == list(made.exporters())
    with pytest.raises(
        PluginError,
        match="'other' .* is disabled: the settings leave it out; take it out of DIPLOMODEL_PLUGINS",
    ):
        made.require("other")
    monkeypatch.setenv("DIPLOMODEL_PLUGINS", "good")
    assert "disabled" == PluginHost().record("other").status
    monkeypatch.setenv("DIPLOMODEL_PLUGINS", "none")
    assert {"disabled"} == {record.status for record in PluginHost().records()}
    assert {} == PluginHost().exporters()


@pytest.mark.parametrize("words", ["goood", "-goood", "diplomodel-goood"])
def test_an_unknown_name_in_the_settings_is_an_error(
    install, monkeypatch: pytest.MonkeyPatch, words: str
) -> None:
    """
    A name that nobody has is an error with a suggestion, wherever it is given.
    """
    install("good")
    monkeypatch.setenv("DIPLOMODEL_PLUGINS", words)
    with pytest.raises(PluginError, match="DIPLOMODEL_PLUGINS names no plugin: .*; did you mean"):
        PluginHost().records()


def test_an_unknown_plugin_is_named() -> None:
    """
    What requires a plugin that is not installed learns its name and who might have it.
    """
    with pytest.raises(
        PluginError,
        match="the casebook requires the plugin 'my_case', which is not installed; install the package that has it, perhaps diplomodel-my-case",
    ):
        PluginHost.isolated().require("my_case", why="the casebook requires")
    with pytest.raises(UnknownNameError, match="unknown plugin 'goood'; did you mean 'good'"):
        PluginHost.isolated(good=plugin()).record("goood")


def test_modules_are_named_without_their_prefix() -> None:
    """
    An entry module given by hand is the plugin that its name says.
    """
    module = plugin(exporter("gazette"), __name__="diplomodel_gazette")
    assert ["gazette"] == list(PluginHost.isolated(module).exporters())


def test_errors_and_records_can_be_pickled() -> None:
    """
    An error about a plugin crosses to another process with the record.
    """
    record = PluginHost.isolated(a=plugin(exporter("a"))).require("a")
    error = pickle.loads(pickle.dumps(PluginError("no", record=record)))
    assert ("no", record) == (str(error), error.record)


def test_the_host_of_the_process_is_one() -> None:
    """
    The default host is made once.
    """
    assert host() is host()


@pytest.mark.parametrize(
    ("fields", "match"),
    [
        ({"name": "A"}, "ExporterSpec.name is 'A'"),
        ({"name": "a.b.c"}, "ExporterSpec.name is 'a.b.c'"),
        ({"factory": "a.b"}, "name a module and what is in it"),
        ({"suffix": "x"}, "give a suffix"),
        ({"media_type": "text"}, "give a media type"),
        ({"binary": 1}, "give True or False"),
        ({"lossless": True}, "says lossless and names no reader"),
        ({"options": "a"}, "name a module and what is in it"),
    ],
)
def test_specs_are_checked(fields: dict[str, object], match: str) -> None:
    """
    A spec that could not be used is refused when it is made.
    """
    with pytest.raises(BadInputError, match=match):
        exporter(**{"name": "a", **fields})
