"""
Plugins: what they may offer, and the host that finds and loads them.

A plugin is an installed package with an entry point in the group ``diplomodel``, whose module has
functions marked by `hookimpl`; each returns specs, which name code without loading it.
Nothing here is loaded by ``import diplomodel``, and no plugin before something of it is asked for.

Example:
    >>> from types import SimpleNamespace
    >>> @hookimpl
    ... def diplomodel_register_exporters():
    ...     return [
    ...         ExporterSpec(
    ...             name="shout",
    ...             summary="The title in capitals.",
    ...             factory="shout:Exporter",
    ...             suffix=".txt",
    ...             media_type="text/plain",
    ...         )
    ...     ]
    >>> plugin = SimpleNamespace(diplomodel_register_exporters=diplomodel_register_exporters)
    >>> list(PluginHost.isolated(shout=plugin).exporters())
    ['shout']
"""

from diplomodel.plugins._discovery import RESERVED
from diplomodel.plugins._hookspecs import HOOKS, hookimpl
from diplomodel.plugins._host import PluginHost, host
from diplomodel.plugins._loading import API, APIS
from diplomodel.plugins._offers import Offer, OnError, gathered
from diplomodel.plugins._packs import RulePack, fingerprint
from diplomodel.plugins._records import (
    PluginError,
    PluginLoadWarning,
    PluginRecord,
    PluginStatus,
)
from diplomodel.plugins._settings import Settings
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


__all__ = [
    "API",
    "APIS",
    "HOOKS",
    "RESERVED",
    "CasebookSpec",
    "CommandSpec",
    "EventTypeSpec",
    "ExporterSpec",
    "ExtractorSpec",
    "FluentSpec",
    "Offer",
    "OnError",
    "PluginError",
    "PluginHost",
    "PluginLoadWarning",
    "PluginRecord",
    "PluginStatus",
    "ReconcilerSpec",
    "RulePack",
    "RuleSpec",
    "Settings",
    "Spec",
    "fingerprint",
    "gathered",
    "hookimpl",
    "host",
]
