"""
Finding plugins by the metadata of installed packages, importing none of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any, Final

import attrs
from attrs import field

from diplomodel.errors import did_you_mean
from diplomodel.plugins._records import PluginError, PluginRecord, PluginStatus
from diplomodel.plugins._settings import VARIABLE, Settings


__all__ = ["GROUP", "RESERVED", "Found", "discovered", "filtered"]

#: The one group of entry points.
GROUP: Final = "diplomodel"

_NAME: Final = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*")

#: Words that no plugin may be called: commands, formats and settings of diplomodel itself.
RESERVED: Final = frozenset(
    {
        "all", "casebooks", "convert", "core", "csv", "diff", "diplomodel", "events", "explain",
        "export", "extract", "fluents", "formats", "help", "jsonl", "lint", "markdown", "mermaid",
        "none", "obligations", "plugins", "reconcile", "replay", "report", "rules", "score",
        "show", "strict", "yaml",
    }
)  # fmt: skip


@attrs.frozen(kw_only=True)
class Found:
    """
    A plugin that was found, and how to import it.

    Attributes:
        record: What is known of it.
        load: Imports it and gives its module or object.
    """

    record: PluginRecord
    load: Callable[[], Any] = field(eq=False)  # whatever the entry point names


def discovered() -> tuple[Found, ...]:
    """
    The plugins of all installed packages.
    """
    from importlib.metadata import entry_points

    found = []
    for entry in entry_points(group=GROUP):
        distribution, version = _of_distribution(entry)
        record = PluginRecord(
            name=entry.name, distribution=distribution, version=version, entry=entry.value
        )
        found.append(Found(record=record, load=entry.load))
    return tuple(found)


def _sorted_by(found: Found) -> tuple[str, str, str]:
    return found.record.name, normal(found.record.distribution), found.record.entry


def _of_distribution(entry: Any) -> tuple[str, str]:  # an entry point, with its distribution
    # Metadata can be torn in ways that importlib.metadata meets with errors of any sort.
    try:
        name = str(entry.dist.name)
    except Exception:  # noqa: BLE001 (one torn package must not hide the others)
        return "", ""
    try:
        return name, str(entry.dist.version)
    except Exception:  # noqa: BLE001 (one torn package must not hide the others)
        return name, ""


def normal(name: str) -> str:
    """
    The name of a distribution in the one spelling by which names are compared (PEP 503).

    Example:
        >>> normal("Diplomodel_Gazette")
        'diplomodel-gazette'
    """
    return re.sub(r"[-_.]+", "-", name).lower()


def filtered(found: Iterable[Found], settings: Settings) -> tuple[Found, ...]:
    """
    The plugins by name and distribution, never by order of install; disabled are those that the
    settings leave out, and failed those that cannot have their name.

    Raises:
        PluginError: The settings name a plugin that there is not.
    """
    plugins = tuple(sorted(found, key=_sorted_by))
    _check_names(plugins, settings.allow or (), settings.allowed_by)
    _check_names(plugins, settings.disable, settings.disabled_by)
    chosen = tuple(_chosen(plugin, settings) for plugin in plugins)
    return tuple(_named_once(plugin, chosen) for plugin in chosen)


def names_of(record: PluginRecord) -> tuple[str, str]:
    """
    The names by which users may call a plugin: that of its entry point or of its distribution.
    """
    return record.name, normal(record.distribution)


def is_named(record: PluginRecord, name: str) -> bool:
    """
    Whether a user's word means this plugin.
    """
    return name == record.name or (
        bool(record.distribution) and normal(name) == normal(record.distribution)
    )


def _check_names(plugins: tuple[Found, ...], names: Iterable[str], place: str) -> None:
    for name in names:
        if not any(is_named(plugin.record, name) for plugin in plugins):
            known = [one for plugin in plugins for one in names_of(plugin.record) if one]
            hint = did_you_mean(name, known) or "; `diplomodel plugins list` names those installed"
            raise PluginError(f"{place or 'the settings'} names no plugin: {name!r}{hint}")


def _chosen(plugin: Found, settings: Settings) -> Found:
    record = plugin.record
    if any(is_named(record, name) for name in settings.disable):
        how = f"take it out of {settings.disabled_by or 'the settings'}"
        return _stopped(plugin, PluginStatus.DISABLED, "the settings leave it out", how)
    if settings.allow is not None and not any(is_named(record, n) for n in settings.allow):
        how = f"add it in {settings.allowed_by or 'the settings'}"
        return _stopped(plugin, PluginStatus.DISABLED, "the settings allow only others", how)
    return plugin


def _named_once(plugin: Found, plugins: tuple[Found, ...]) -> Found:
    record = plugin.record
    if record.status is not PluginStatus.FOUND:
        return plugin
    others = [
        one.record.owner
        for one in plugins
        if one is not plugin
        and one.record.name == record.name
        and one.record.status is PluginStatus.FOUND
    ]
    failed = PluginStatus.FAILED
    if others:
        owners = " and ".join(sorted([record.owner, *others]))
        how = f"uninstall one, or disable it by its distribution: {VARIABLE}=-NAME"
        return _stopped(plugin, failed, f"{record.name!r} is the name of plugins of {owners}", how)
    if record.name in RESERVED:
        reason = f"{record.name!r} is a name of diplomodel itself and of {record.owner}"
        return _stopped(plugin, failed, reason, "its author must choose another entry-point name")
    if not _NAME.fullmatch(record.name):
        reason = f"{record.name!r} is no name of a plugin"
        how = "its author must use lower-case letters, digits and underscores"
        return _stopped(plugin, failed, reason, how)
    return plugin


def _stopped(plugin: Found, status: PluginStatus, reason: str, remedy: str) -> Found:
    record = attrs.evolve(plugin.record, status=status, reason=reason, remedy=remedy)
    return attrs.evolve(plugin, record=record)
