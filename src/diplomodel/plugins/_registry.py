"""
The plugins of one host, each with what has become of it.
"""

from __future__ import annotations

import threading
import warnings
from collections.abc import Callable, Iterable

from diplomodel.errors import UnknownNameError
from diplomodel.plugins._discovery import Found, filtered, is_named, names_of
from diplomodel.plugins._loading import loaded, manager
from diplomodel.plugins._records import (
    PluginError,
    PluginLoadWarning,
    PluginRecord,
    PluginStatus,
    trouble,
)
from diplomodel.plugins._settings import Settings


__all__ = ["Registry"]


class Registry:
    """
    Finds the plugins once, and loads each at most once; threads may share it.
    """

    def __init__(self, *, settings: Settings | None, find: Callable[[], Iterable[Found]]) -> None:
        """
        Take the settings, those of this process if ``None``, and what finds plugins.
        """
        self._settings = settings
        self._find = find
        self._lock = threading.RLock()
        self._plugins: list[Found] | None = None
        self._records: dict[int, PluginRecord] = {}
        self._errors: dict[int, BaseException] = {}
        self._told: set[int] = set()
        self._manager = manager()

    @property
    def settings(self) -> Settings:
        """
        Which plugins may load, and their options.
        """
        if self._settings is None:
            self._settings = Settings.current()
        return self._settings

    def error(self, index: int) -> BaseException | None:
        """
        What went wrong in loading a plugin.
        """
        return self._errors.get(index)

    def all(self) -> list[Found]:
        """
        Every plugin, those that may not load among them.
        """
        with self._lock:
            if self._plugins is None:
                self._plugins = list(filtered(self._find(), self.settings))
            return self._plugins

    def record(self, index: int) -> PluginRecord:
        """
        What is known of a plugin now.
        """
        return self._records.get(index) or self.all()[index].record

    def index(self, name: str) -> int:
        """
        Which plugin is called so, by its own name or else by that of its distribution.

        Raises:
            UnknownNameError: There is none.
        """
        plugins = self.all()
        named = [n for n, one in enumerate(plugins) if one.record.name == name]
        named = named or [n for n, one in enumerate(plugins) if is_named(one.record, name)]
        # Of two with one name, the settings may have left out the other.
        for index in named:
            if plugins[index].record.status is not PluginStatus.DISABLED:
                return index
        if named:
            return named[0]
        known = [one for plugin in plugins for one in names_of(plugin.record) if one]
        raise UnknownNameError("plugin", name, known)

    def load(self, index: int) -> None:
        """
        Try to load a plugin, if that was not tried before.
        """
        with self._lock:
            plugin = self.all()[index]
            if index in self._records or plugin.record.status is not PluginStatus.FOUND:
                return
            record, error = loaded(plugin, self._manager)
            self._records[index] = record
            if error is not None:
                self._errors[index] = error

    def tell(self, index: int) -> None:
        """
        Warn of a plugin that is passed over, once; or raise, if the settings are strict.
        """
        record = self.record(index)
        if record.is_usable or record.status is PluginStatus.DISABLED:
            return
        if self.settings.strict:
            raise PluginError(trouble(record), record=record) from self.error(index)
        if index in self._told:
            return
        self._told.add(index)
        silence = f"; DIPLOMODEL_PLUGINS=-{record.distribution or record.name} passes it over"
        warnings.warn(f"{trouble(record)}{silence}", PluginLoadWarning, stacklevel=4)
