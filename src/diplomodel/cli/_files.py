"""
Casebooks as the command line names them.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Final

from diplomodel.casebooks import Casebook, casebook, casebook_names, read


__all__ = ["read_casebook"]

#: How the casebook of a plugin is called: ``x.name``.
_OF_PLUGIN: Final = re.compile(r"[a-z][a-z0-9_]*\.[a-z0-9]+(?:-[a-z0-9]+)*")
_SUFFIXES: Final = ("", ".yaml", ".yml", ".jsonl", ".csv", ".json", ".txt")


def read_casebook(name: str) -> Casebook:
    """
    A casebook by the name of a bundled one, by plugin and name, or by path.

    Raises:
        UnknownNameError: It looks like a name, and none has it.
        PluginError: It looks like a name of a plugin's, which cannot be used.
        BadInputError: It looks like a path, and cannot be read.
    """
    path = Path(name)
    if path.suffix not in _SUFFIXES and _is_of_plugin(name) and not path.exists():
        return casebook(name)
    looks_like_path = os.sep in name or "/" in name or path.suffix
    if looks_like_path or (name not in casebook_names() and path.is_file()):
        return read(name)
    return casebook(name)


def _is_of_plugin(name: str) -> bool:
    if not _OF_PLUGIN.fullmatch(name):
        return False
    from diplomodel.plugins import host

    first = name.partition(".")[0]
    return any(record.name == first for record in host().records())
