"""
The hooks: functions that a plugin may have, each of which returns what it offers.

A hook has no side effects and loads nothing: a spec names code by module and name.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import pluggy

from diplomodel.plugins._specs import (
    CasebookSpec,
    CommandSpec,
    EventTypeSpec,
    ExporterSpec,
    ExtractorSpec,
    FluentSpec,
    ReconcilerSpec,
    RuleSpec,
    Spec,
)


__all__ = ["HOOKS", "PROJECT", "hookimpl"]

#: The name under which pluggy knows the hooks.
PROJECT: Final = "diplomodel"

hookspec: Final = pluggy.HookspecMarker(PROJECT)
hookimpl: Final = pluggy.HookimplMarker(PROJECT)


@hookspec
def diplomodel_register_event_types() -> Iterable[EventTypeSpec]:
    """
    Event types, in files by their kinds.
    """
    return ()


@hookspec
def diplomodel_register_fluents() -> Iterable[FluentSpec]:
    """
    Properties that hold over time.
    """
    return ()


@hookspec
def diplomodel_register_rules() -> Iterable[RuleSpec]:
    """
    What event types set, require and oblige.
    """
    return ()


@hookspec
def diplomodel_register_extractors() -> Iterable[ExtractorSpec]:
    """
    Sources that events are read from.
    """
    return ()


@hookspec
def diplomodel_register_exporters() -> Iterable[ExporterSpec]:
    """
    Formats that histories are written in.
    """
    return ()


@hookspec
def diplomodel_register_reconcilers() -> Iterable[ReconcilerSpec]:
    """
    Ways to find the reports of one happening among many.
    """
    return ()


@hookspec
def diplomodel_register_casebooks() -> Iterable[CasebookSpec]:
    """
    Casebooks that come with the plugin.
    """
    return ()


@hookspec
def diplomodel_register_commands() -> Iterable[CommandSpec]:
    """
    Commands, mounted under the plugin's name.
    """
    return ()


#: Each hook and the class of what it returns, in the order in which they are called.
HOOKS: Final[dict[str, type[Spec]]] = {
    "diplomodel_register_event_types": EventTypeSpec,
    "diplomodel_register_fluents": FluentSpec,
    "diplomodel_register_rules": RuleSpec,
    "diplomodel_register_extractors": ExtractorSpec,
    "diplomodel_register_exporters": ExporterSpec,
    "diplomodel_register_reconcilers": ReconcilerSpec,
    "diplomodel_register_casebooks": CasebookSpec,
    "diplomodel_register_commands": CommandSpec,
}
