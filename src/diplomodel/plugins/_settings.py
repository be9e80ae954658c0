"""
Which plugins may load: said by the environment, and by a file of the project.

``DIPLOMODEL_PLUGINS`` holds words separated by commas: ``strict`` raises on a plugin that fails,
``none`` loads none, ``name`` loads only those named, ``-name`` leaves one out.
A file ``diplomodel.toml``, or the table ``tool.diplomodel`` of a ``pyproject.toml``, in the
working directory or the nearest one above it, says the same with the keys ``strict``, ``allow``
and ``disable``; the environment comes first.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

import attrs
from attrs import field

from diplomodel.errors import BadInputError, did_you_mean
from diplomodel.plugins._records import PluginError


__all__ = ["VARIABLE", "Settings"]

VARIABLE: Final = "DIPLOMODEL_PLUGINS"

_KEYS: Final = ("strict", "allow", "disable", "plugins")
_FILES: Final = ("diplomodel.toml", "pyproject.toml")


def _fixed(given: Mapping[str, object]) -> Mapping[str, object]:
    return MappingProxyType(dict(given))


@attrs.frozen(kw_only=True)
class Settings:
    """
    Which plugins may load, and what their offers are set to.

    Attributes:
        strict: Raise on a plugin that fails, instead of warning.
        allow: The only ones that load, by name of plugin or distribution; ``None`` for all.
        disable: The ones that do not load.
        allowed_by: Where `allow` was said, for messages.
        disabled_by: Where `disable` was said, for messages.
        options: Options of offers, under the plugin's name and the words after its dot.

    Example:
        >>> Settings.of(environment="strict,-llm").disable
        ('llm',)
        >>> Settings.of(environment="none").allow
        ()
    """

    strict: bool = False
    allow: tuple[str, ...] | None = None
    disable: tuple[str, ...] = ()
    allowed_by: str = ""
    disabled_by: str = ""
    options: Mapping[str, object] = field(factory=dict, converter=_fixed)

    @classmethod
    def of(
        cls,
        *,
        environment: str = "",
        table: Mapping[str, object] | None = None,
        file: str = "",
    ) -> Settings:
        """
        The settings that a variable and a table say together.

        Args:
            environment: The content of ``DIPLOMODEL_PLUGINS``.
            table: The table of the configuration.
            file: The name of its file, for messages.

        Raises:
            PluginError: The variable contradicts itself.
            BadInputError: The table holds a key or a value that nobody asked for.
        """
        strict, allow, disable, options = _from_table(table or {}, file)
        said = _from_environment(environment)
        if said.allow is not None:
            # Who names a plugin here and now means it.
            disable = tuple(name for name in disable if name not in said.allow)
        both = dict.fromkeys([*said.disable, *disable])
        return cls(
            strict=strict or said.strict,
            allow=allow if said.allow is None else said.allow,
            disable=tuple(both),
            allowed_by=file if said.allow is None else VARIABLE,
            disabled_by=" and ".join(
                place for place, names in ((VARIABLE, said.disable), (file, disable)) if names
            ),
            options=options,
        )

    @classmethod
    def current(cls) -> Settings:
        """
        The settings of this process: its environment, and the files near its working directory.
        """
        table, file = _nearest(Path.cwd())
        return cls.of(environment=os.environ.get(VARIABLE, ""), table=table, file=file)

    def options_of(self, name: str) -> dict[str, object]:
        """
        The options set for an offer: tables inside belong to offers with longer names.

        Raises:
            BadInputError: What stands there is no table.
        """
        found: object = self.options
        path = ""
        for word in name.split("."):
            path = f"{path}.{word}" if path else word
            found = found.get(word, {}) if isinstance(found, Mapping) else {}
            if not isinstance(found, Mapping):
                raise BadInputError(f"the setting plugins.{path} is {found!r}: write a table")
        rest = found if isinstance(found, Mapping) else {}
        return {key: value for key, value in rest.items() if not isinstance(value, Mapping)}


@attrs.frozen(kw_only=True)
class _Said:
    strict: bool
    allow: tuple[str, ...] | None
    disable: tuple[str, ...]


def _from_environment(text: str) -> _Said:
    words = [word.strip() for word in text.split(",")]
    words = [word for word in words if word]
    strict = "strict" in words
    names = [word for word in words if word not in ("strict", "none")]
    disable = tuple(word[1:].strip() for word in names if word.startswith("-"))
    allow = tuple(word for word in names if not word.startswith("-"))
    if "none" in words and allow:
        raise PluginError(f"{VARIABLE} says none and {allow[0]!r}: take out one of them")
    if both := sorted(set(allow) & set(disable)):
        raise PluginError(f"{VARIABLE} says {both[0]!r} and '-{both[0]}': take out one of them")
    wanted = allow if allow or "none" in words else None
    return _Said(strict=strict, allow=wanted, disable=disable)


def _from_table(
    table: Mapping[str, object], file: str
) -> tuple[bool, tuple[str, ...] | None, tuple[str, ...], Mapping[str, object]]:
    for key in table:
        if key not in _KEYS:
            hint = did_you_mean(key, _KEYS) or f"; known are {', '.join(_KEYS)}"
            raise BadInputError(f"{file}: diplomodel has no setting {key[:60]!r}{hint}")
    strict = table.get("strict", False)
    if not isinstance(strict, bool):
        raise BadInputError(f"{file}: strict is {strict!r}: write true or false")
    options = table.get("plugins", {})
    if not isinstance(options, Mapping):
        raise BadInputError(f"{file}: plugins is {options!r}: write a table for each plugin")
    allow = _names(table["allow"], "allow", file) if "allow" in table else None
    return strict, allow, _names(table.get("disable", ()), "disable", file), options


def _names(value: object, key: str, file: str) -> tuple[str, ...]:
    given: Iterable[object] = value if isinstance(value, list | tuple) else (None,)
    found = [name for name in given if isinstance(name, str)]
    if len(found) != len(list(given)):
        raise BadInputError(f"{file}: {key} is {value!r}: write a list of names of plugins")
    return tuple(found)


def _nearest(start: Path) -> tuple[Mapping[str, object], str]:
    """
    The table of the nearest file that has one, and that file.
    """
    for directory in (start, *start.parents):
        for name in _FILES:
            path = directory / name
            if not path.is_file():
                continue
            table = _table_of(path)
            if table is not None:
                return table, str(path)
    return {}, ""


def _table_of(path: Path) -> Mapping[str, object] | None:
    import tomllib

    try:
        data: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError:
        return None
    except ValueError as error:  # bad TOML, or bytes that are no UTF-8
        if path.name == "pyproject.toml":
            return None  # the business of the tools that own the file
        raise BadInputError(f"{path}: this is no TOML: {error}; mend it") from None
    if path.name != "pyproject.toml":
        return data
    tools = data.get("tool")
    found = tools.get("diplomodel") if isinstance(tools, dict) else None
    return found if isinstance(found, dict) else None
