"""
Reconcilers of plugins: they group, and the core sees to it that nothing is lost.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from types import ModuleType, SimpleNamespace

import attrs
import pytest

from diplomodel.errors import BadInputError, UnknownNameError
from diplomodel.events import Event, RelationsBreak
from diplomodel.plugins import PluginHost, ReconcilerSpec, hookimpl
from diplomodel.reconcile import Group, Settings, reconcile_using


@attrs.frozen(kw_only=True)
class Options:
    """
    Options of the reconciler.
    """

    groups: tuple[str, ...] = ()


class ByPlace:
    """
    Groups the reports whose places it is given.
    """

    def __init__(self, options: Options) -> None:
        self._groups = options.groups

    def group(self, reports: Sequence[Event], /) -> Iterable[object]:
        for text in self._groups:
            if text == "bad":
                yield object()
            else:
                yield Group(reports=map(int, text.split()), because="the plugin says so")


@pytest.fixture
def host(monkeypatch: pytest.MonkeyPatch) -> PluginHost:
    module = ModuleType("made_up_reconciler")
    module.ByPlace, module.Options = ByPlace, Options
    monkeypatch.setitem(sys.modules, "made_up_reconciler", module)
    spec = ReconcilerSpec(
        name="x.by_place",
        summary="What it is.",
        factory="made_up_reconciler:ByPlace",
        options="made_up_reconciler:Options",
    )
    plugin = SimpleNamespace(diplomodel_register_reconcilers=hookimpl(lambda: [spec]))
    return PluginHost.isolated(x=plugin)


REPORTS = [
    RelationsBreak(occurred=day, by="PER", target="MEX")
    for day in ("2020-01-01", "2021-01-01", "2022-01-01")
]


def test_groups_are_merged_and_the_rest_is_alone(host: PluginHost) -> None:
    """
    The reports of a group become one event, all others stay as they are.
    """
    found = reconcile_using(
        "x.by_place", reversed(REPORTS), options={"groups": ["0 2"]}, host=host
    )

    assert {"reports": 3, "merged": 2, "alone": 1, "gated": 0} == found.counts
    assert "the plugin says so" in "\n".join(found.explain())
    assert tuple(REPORTS) == found.reports


def test_gates_hold_for_plugins_too(host: PluginHost) -> None:
    """
    What a plugin groups passes the gates of the settings.
    """
    found = reconcile_using("by_place", REPORTS, settings=Settings(least_sources=1), host=host)

    assert {"reports": 3, "merged": 0, "alone": 0, "gated": 3} == found.counts


@pytest.mark.parametrize(
    ("groups", "message"),
    [
        (["0 1", "1 2"], "names report 1 twice"),
        (["7"], "names report 7: there are 3"),
        ([""], "gives a group of no reports"),
        (["bad"], "gives a object: it must give groups"),
    ],
)
def test_wrong_groups_are_refused(host: PluginHost, groups: list[str], message: str) -> None:
    """
    Groups that overlap, are empty or name no report are an error that names the plugin.
    """
    with pytest.raises(BadInputError, match=f"reconciler 'x.by_place' of .* {message}"):
        reconcile_using("x.by_place", REPORTS, options={"groups": groups}, host=host)


def test_an_unknown_reconciler_is_named(host: PluginHost) -> None:
    """
    A reconciler that nobody offers is an error.
    """
    with pytest.raises(UnknownNameError, match="unknown reconciler 'nobodys'"):
        reconcile_using("nobodys", REPORTS, host=host)
