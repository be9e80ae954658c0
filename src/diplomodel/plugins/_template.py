"""
New plugins, made from the example that comes with the library.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Final

from diplomodel.errors import BadInputError
from diplomodel.plugins._discovery import RESERVED
from diplomodel.plugins._records import PluginError


__all__ = ["new_plugin", "template_files"]

_NAME: Final = re.compile(r"[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*")

#: The word that stands for the new plugin's name, wherever it is alone or after a joint.
_WORD: Final = re.compile(r"(?<![A-Za-z0-9])example(?![A-Za-z0-9])")
_PACKAGE: Final = "diplomodel-example"
_MADE: Final = frozenset({"__pycache__", "build", "dist"})


def template_files() -> dict[str, str]:
    """
    The files of the example by their paths in its package.

    Raises:
        PluginError: This installation came without them.

    Example:
        >>> "pyproject.toml" in template_files()
        True
    """
    # In a wheel it lies beside this module; in a checkout, among the plugins.
    places: tuple[Traversable, ...] = (
        files("diplomodel.plugins") / "template",
        Path(__file__).resolve().parents[3] / "plugins" / _PACKAGE,
    )
    for place in places:
        if place.is_dir():
            return dict(sorted(_walked(place, "")))
    raise PluginError("the example is not installed: install diplomodel from a wheel")


def _walked(place: Traversable, path: str) -> Iterator[tuple[str, str]]:
    for entry in place.iterdir():
        if entry.name.startswith(".") or entry.name in _MADE or entry.name.endswith(".egg-info"):
            continue
        if entry.is_dir():
            yield from _walked(entry, f"{path}{entry.name}/")
        else:
            yield f"{path}{entry.name}", entry.read_text(encoding="utf-8")


def new_plugin(name: str, directory: Path) -> Path:
    """
    Write a new package that works and passes its own tests.

    Args:
        name: Name of the plugin: lower-case letters, digits, hyphens or underscores.
        directory: Where the package's own directory, ``diplomodel-NAME``, is made.

    Returns:
        The directory made.

    Raises:
        BadInputError: The name will not do, or the directory is there already.
        PluginError: This installation came without the example.
    """
    if not _NAME.fullmatch(name):
        raise BadInputError(f"{name[:60]!r} is no name of a plugin: use letters like 'my-gazette'")
    word = name.replace("-", "_")
    if word in RESERVED:
        raise BadInputError(f"{name!r} is a name of diplomodel itself: choose another")
    target = directory / f"diplomodel-{name.replace('_', '-')}"
    if target.exists():
        raise BadInputError(f"{target}: this is there already; choose another name or directory")
    for path, text in template_files().items():
        file = target / renamed(path, word)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(renamed(text, word), encoding="utf-8", newline="\n")
    return target


def renamed(text: str, name: str) -> str:
    """
    A text of the example with the name of another plugin in it.

    Example:
        >>> renamed("diplomodel-example has example.ledger in diplomodel_example", "my_gazette")
        'diplomodel-my-gazette has my_gazette.ledger in diplomodel_my_gazette'
    """
    text = text.replace(_PACKAGE, f"diplomodel-{name.replace('_', '-')}")
    return _WORD.sub(name, text)
