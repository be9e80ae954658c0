"""
Every hook has a test here, and a section with signature and example in the documentation.
"""

from __future__ import annotations

import inspect
import re
from pathlib import Path
from types import SimpleNamespace

import pytest

from diplomodel.plugins import (
    HOOKS,
    CasebookSpec,
    CommandSpec,
    EventTypeSpec,
    ExporterSpec,
    ExtractorSpec,
    FluentSpec,
    PluginHost,
    ReconcilerSpec,
    RuleSpec,
    Spec,
    _hookspecs,
    hookimpl,
)


PAGE = Path(__file__).parents[2] / "docs" / "plugins" / "hooks.md"
SUMMARY = "What it is."


def offered(hook: str, *specs: Spec) -> PluginHost:
    """
    A host of one plugin that has one hook.
    """
    plugin = SimpleNamespace(**{hook: hookimpl(lambda: specs)})
    return PluginHost.isolated(x=plugin)


def test_diplomodel_register_event_types() -> None:
    """
    Event types are found by kind.
    """
    spec = EventTypeSpec(kind="x.thing", cls="x:Thing", summary=SUMMARY)
    assert {"x.thing": spec} == offered("diplomodel_register_event_types", spec).event_types()


def test_diplomodel_register_fluents() -> None:
    """
    Fluents are found by name.
    """
    spec = FluentSpec(name="x.thing", fluent="x:THING", summary=SUMMARY)
    assert {"x.thing": spec} == offered("diplomodel_register_fluents", spec).fluents()


def test_diplomodel_register_rules() -> None:
    """
    Packs of rules are found by name.
    """
    spec = RuleSpec(name="x", rules="x:RULES", summary=SUMMARY)
    assert {"x": spec} == offered("diplomodel_register_rules", spec).rule_packs()


def test_diplomodel_register_extractors() -> None:
    """
    Extractors are found by name.
    """
    spec = ExtractorSpec(name="x", factory="x:Extractor", summary=SUMMARY)
    assert {"x": spec} == offered("diplomodel_register_extractors", spec).extractors()


def test_diplomodel_register_exporters() -> None:
    """
    Exporters are found by name.
    """
    spec = ExporterSpec(
        name="x", factory="x:Exporter", summary=SUMMARY, suffix=".x", media_type="text/plain"
    )
    assert {"x": spec} == offered("diplomodel_register_exporters", spec).exporters()


def test_diplomodel_register_reconcilers() -> None:
    """
    Reconcilers are found by name.
    """
    spec = ReconcilerSpec(name="x", factory="x:Reconciler", summary=SUMMARY)
    assert {"x": spec} == offered("diplomodel_register_reconcilers", spec).reconcilers()


def test_diplomodel_register_casebooks() -> None:
    """
    Casebooks are found by name.
    """
    spec = CasebookSpec(name="x.case", path="x:case.yaml", summary=SUMMARY)
    assert {"x.case": spec} == offered("diplomodel_register_casebooks", spec).casebooks()


def test_diplomodel_register_commands() -> None:
    """
    Commands are found by name.
    """
    spec = CommandSpec(name="x", command="x:command", summary=SUMMARY)
    assert {"x": spec} == offered("diplomodel_register_commands", spec).commands()


def hooks() -> set[str]:
    """
    The hooks that the specification has.
    """
    found = vars(_hookspecs).items()
    return {
        name
        for name, value in found
        if inspect.isfunction(value) and value.__module__ == _hookspecs.__name__
    }


def sections() -> dict[str, str]:
    """
    The sections of the page of hooks, by the hook in their heading.
    """
    parts = re.split(r"^## `?(\w+)`?$", PAGE.read_text("utf-8"), flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def test_every_hook_is_known() -> None:
    """
    The table of hooks has all that the specification has.
    """
    assert hooks() == set(HOOKS)


@pytest.mark.parametrize("hook", HOOKS)
def test_a_hook_that_nobody_has_offers_nothing(hook: str) -> None:
    """
    The specification of a hook gives what a plugin without offers would.
    """
    assert () == getattr(_hookspecs, hook)()


def test_every_hook_has_a_test() -> None:
    """
    A hook without a test of its own name fails this one.
    """
    assert set() == {f"test_{hook}" for hook in hooks()} - set(globals())


def test_the_page_has_the_hooks_in_order() -> None:
    """
    Every hook has a section, and no section tells of a hook that is gone.
    """
    assert list(HOOKS) == list(sections())


@pytest.mark.parametrize("hook", HOOKS)
def test_every_hook_is_documented(hook: str) -> None:
    """
    A hook's section has its exact signature, and an example that gives the host what it promises.
    """
    signature = str(inspect.signature(getattr(_hookspecs, hook))).replace("'", "")
    (block,) = re.findall(r"^```python$(.*?)^```$", sections()[hook], re.MULTILINE | re.DOTALL)
    assert f"@hookimpl\ndef {hook}{signature}:\n" in block
    space: dict[str, object] = {}
    exec(compile(block, str(PAGE), "exec", dont_inherit=True), space)
    (spec,) = space[hook]()
    assert HOOKS[hook] is type(spec)
    name = spec.name.partition(".")[0]
    loaded = PluginHost.isolated(**{name: SimpleNamespace(**{hook: space[hook]})})
    assert (spec,) == loaded.require(name).specs
