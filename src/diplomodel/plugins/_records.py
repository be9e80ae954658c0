"""
What is known of each plugin, and what is said when one cannot be used.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TypeVar

import attrs
from attrs import field

from diplomodel.errors import DiplomodelError
from diplomodel.plugins._specs import Spec


__all__ = ["PluginError", "PluginLoadWarning", "PluginRecord", "PluginStatus"]

S = TypeVar("S", bound=Spec)


class PluginStatus(StrEnum):
    """
    How far a plugin has come.
    """

    FOUND = "found"
    DISABLED = "disabled"
    LOADED = "loaded"
    FAILED = "failed"
    INCOMPATIBLE = "incompatible"


@attrs.frozen(kw_only=True)
class PluginRecord:
    """
    One plugin: where it comes from, how far it has come, and why no further.

    Attributes:
        name: Name of its entry point.
        distribution: The installed package that it belongs to; empty for a module given by hand.
        version: Version of that package; empty where it is not known.
        entry: The module that is imported, as the entry point names it.
        status: How far it has come.
        reason: Why it is disabled, failed or incompatible.
        remedy: What to do about that.
        traceback: Where it failed, as text.
        seconds: How long importing it took; ``None`` before that.
        notes: What else a user should know, such as that it is slow to import.
        specs: What it offers, once loaded.

    Example:
        >>> record = PluginRecord(name="gazette", distribution="diplomodel-gazette", version="1.2")
        >>> record.owner, record.status.value
        ('diplomodel-gazette 1.2', 'found')
    """

    name: str
    distribution: str = ""
    version: str = ""
    entry: str = ""
    status: PluginStatus = PluginStatus.FOUND
    reason: str = ""
    remedy: str = ""
    traceback: str = field(default="", repr=False)
    seconds: float | None = field(default=None, eq=False)
    notes: tuple[str, ...] = field(default=(), eq=False)
    specs: tuple[Spec, ...] = field(default=(), repr=False)

    @property
    def owner(self) -> str:
        """
        The distribution and its version, or else the module.
        """
        if not self.distribution:
            return f"module {self.entry or self.name}"
        return f"{self.distribution} {self.version}".rstrip()

    @property
    def is_usable(self) -> bool:
        """
        Whether it is loaded, or has not been tried yet.
        """
        return self.status in (PluginStatus.FOUND, PluginStatus.LOADED)

    def offers(self, cls: type[S]) -> tuple[S, ...]:
        """
        What it offers of one class of specs, by name.
        """
        found = (spec for spec in self.specs if isinstance(spec, cls))
        return tuple(sorted(found, key=lambda spec: spec.name))


class PluginError(DiplomodelError):
    """
    A plugin that was asked for and cannot be used.

    Attributes:
        record: The plugin; ``None`` where the error is about a setting.
    """

    def __init__(self, message: str, *, record: PluginRecord | None = None) -> None:
        """
        Take what is wrong and what to do, and which plugin it is about.
        """
        self.record = record
        super().__init__(message)

    def __reduce__(self) -> tuple[type[PluginError], tuple[str], dict[str, object]]:
        """
        Pickle with the record.
        """
        return type(self), (str(self),), {"record": self.record}


class PluginLoadWarning(UserWarning):
    """
    A plugin was passed over because it could not be loaded; everything else works.
    """


def trouble(record: PluginRecord, *, start: str = "") -> str:
    """
    The plugin, what is wrong with it and what to do, in one sentence.

    Args:
        record: The plugin.
        start: Who requires it, as the start of the sentence.

    Example:
        >>> trouble(
        ...     PluginRecord(
        ...         name="gazette",
        ...         distribution="diplomodel-gazette",
        ...         version="1.2",
        ...         status="failed",
        ...         reason="ImportError: no lxml",
        ...         remedy="install lxml",
        ...     )
        ... )
        "the plugin 'gazette' (diplomodel-gazette 1.2) failed: ImportError: no lxml; install lxml"
    """
    state = record.status if record.status == "failed" else f"is {record.status}"
    remedy = f"; {record.remedy}" if record.remedy else ""
    named = f"the plugin {record.name!r} ({record.owner})"
    told = f"{start} {named}, which {state}" if start else f"{named} {state}"
    return f"{told}: {record.reason}{remedy}"
