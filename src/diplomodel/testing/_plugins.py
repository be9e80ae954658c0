"""
Checks of rules, and of plugins as a whole.
"""

from __future__ import annotations

import pickle
import sys
from collections.abc import Callable, Iterator
from importlib.resources import files

import attrs
import click

from diplomodel.events import Event
from diplomodel.events._base import identity_fields
from diplomodel.formats._codec import event_plan
from diplomodel.plugins import (
    CasebookSpec,
    CommandSpec,
    EventTypeSpec,
    ExporterSpec,
    ExtractorSpec,
    FluentSpec,
    Offer,
    PluginHost,
    PluginRecord,
    RuleSpec,
    Spec,
)
from diplomodel.testing._common import Skip, bound, checked, fail, importable
from diplomodel.testing._exporters import check_exporter
from diplomodel.testing._extractors import check_extractor
from diplomodel.testing._report import Report, merged
from diplomodel.testing._sandbox import in_child


__all__ = ["check_plugin", "check_rules"]

#: What diplomodel itself needs: an entry module may load it.
_LIGHT = frozenset(
    {"diplomodel", "attr", "attrs", "pluggy", "yaml", "click", "packaging", "sitecustomize"}
)


@attrs.frozen(kw_only=True)
class _Subject:
    host: PluginHost
    record: PluginRecord

    def offers(self) -> Iterator[Offer[Spec]]:
        for spec in self.record.specs:
            yield self.host.find(type(spec), spec.name)


def check_rules(host: PluginHost, name: str) -> Report:
    """
    Check that the event types, fluents and rules of a plugin hold together with the core's.

    Args:
        host: The host that has it.
        name: Name of the plugin.

    Raises:
        PluginError: The plugin cannot be used.
    """
    subject = _Subject(host=host, record=host.require(name))
    checks: dict[str, Callable[[_Subject], str | None]] = {
        "the rules hold together with the core's": _hold_together,
        "the event types can be written to files": _types,
        "the rules can be pickled": _pickled_rules,
        "the rules say the same twice": _same_fingerprint,
    }
    return Report(
        subject=f"rules of {subject.record.name}",
        checks=[checked(what, bound(run, subject)) for what, run in checks.items()],
    )


def check_plugin(host: PluginHost, name: str) -> Report:
    """
    Check a plugin: that it loads, is light, and that all that it offers keeps its promises.

    Args:
        host: The host that has it.
        name: Name of the plugin.

    Raises:
        PluginError: The plugin cannot be used.
    """
    subject = _Subject(host=host, record=host.require(name))
    checks: dict[str, Callable[[_Subject], str | None]] = {
        "offers something": _offers,
        "is light to import": _light,
        "has specs that can be pickled": _pickled,
        "names only what is there": _resolve,
        "has commands that tell what they do": _commands,
        "has casebooks without errors": _casebooks,
    }
    own = Report(
        subject="plugin",
        checks=[checked(what, bound(run, subject)) for what, run in checks.items()],
    )
    reports = [own]
    record = subject.record
    if any(record.offers(cls) for cls in (EventTypeSpec, FluentSpec, RuleSpec)):
        reports.append(attrs.evolve(check_rules(host, record.name), subject="rules"))
    reports += [check_extractor(host, spec.name) for spec in record.offers(ExtractorSpec)]
    reports += [check_exporter(host, spec.name) for spec in record.offers(ExporterSpec)]
    return merged(f"{record.name} ({record.owner})", reports)


def _hold_together(subject: _Subject) -> str:
    rules = subject.host.rules([subject.record.name])
    return f"{len(rules.rules)} rules with the core's"


def _types(subject: _Subject) -> str:
    types = subject.host.types([subject.record.name])
    if not types:
        raise Skip("it has no event types")
    for kind, cls in types.items():
        event_plan(cls)
        inherited = set(identity_fields(Event))
        if not set(identity_fields(cls)) - inherited:
            fail(f"{kind} has no identity fields: mark what tells two happenings apart")
        if not (cls.__doc__ or "").strip():
            fail(f"{kind} has no docstring: say what it is")
    return ", ".join(types)


def _pickled_rules(subject: _Subject) -> None:
    rules = subject.host.rules([subject.record.name])
    back = pickle.loads(pickle.dumps(rules))  # noqa: S301 (what was pickled a moment ago)
    if [rule.key for rule in back.rules] != [rule.key for rule in rules.rules]:
        fail("they come back as others")


def _same_fingerprint(subject: _Subject) -> str:
    name = subject.record.name
    prints = {subject.host.fingerprint([name]) for _ in range(2)}
    if len(prints) > 1:
        fail("their fingerprint changes")
    return prints.pop()


def _offers(subject: _Subject) -> str:
    if not subject.record.specs:
        fail("it offers nothing: have a hook return a spec")
    return ", ".join(f"{spec.what} {spec.name}" for spec in subject.record.specs)


def _light(subject: _Subject) -> str:
    entry = subject.record.entry
    if not importable(entry):
        raise Skip("its module cannot be imported by name")
    loaded = in_child("diplomodel.testing._child:modules_after_import", {"entry": entry})
    tops = {str(name).partition(".")[0] for name in (loaded if isinstance(loaded, list) else ())}
    known = {*_LIGHT, *sys.stdlib_module_names, entry.partition(":")[0].partition(".")[0]}
    heavy = sorted(top for top in tops - known if not top.startswith("_"))
    if heavy:
        fail(f"importing it loads {', '.join(heavy)}: import them where they are used")
    return f"it loads {', '.join(sorted(tops))}"


def _pickled(subject: _Subject) -> None:
    specs = subject.record.specs
    if pickle.loads(pickle.dumps(specs)) != specs:  # noqa: S301 (pickled a moment ago)
        fail("they come back as others")


def _resolve(subject: _Subject) -> str:
    number = 0
    for offer in subject.offers():
        for name in ("factory", "reader", "options", "cls", "fluent", "rules", "command"):
            reference = getattr(offer.spec, name, None)
            if reference is not None:
                offer.resolve(reference)
                number += 1
        for path in _files(offer.spec):
            package, _, file = path.partition(":")
            if not files(package).joinpath(*file.split("/")).is_file():
                fail(f"{offer.spec.name}: there is no file {path}")
            number += 1
    return f"{number} references"


def _files(spec: Spec) -> tuple[str, ...]:
    if isinstance(spec, CasebookSpec):
        return (spec.path,)
    return spec.samples if isinstance(spec, ExtractorSpec) else ()


def _commands(subject: _Subject) -> str:
    specs = subject.record.offers(CommandSpec)
    if not specs:
        raise Skip("it has no commands")
    for spec in specs:
        command = subject.host.find(CommandSpec, spec.name).resolve(spec.command)
        if not isinstance(command, click.Command):
            fail(f"{spec.command} is no click command")
        if not command.get_short_help_str():
            fail(f"{spec.name} has no help")
    return ", ".join(spec.name for spec in specs)


def _casebooks(subject: _Subject) -> str:
    specs = subject.record.offers(CasebookSpec)
    if not specs:
        raise Skip("it has no casebooks")
    for spec in specs:
        package, _, file = spec.path.partition(":")
        text = files(package).joinpath(*file.split("/")).read_text(encoding="utf-8")
        from diplomodel.casebooks import lint

        for problem in lint(text, format="yaml"):
            if problem.severity == "error":
                fail(f"{spec.path}: {problem}")
    return ", ".join(spec.name for spec in specs)
