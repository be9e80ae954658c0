"""
Casebooks as the command line names them.
"""

from __future__ import annotations

import os
from pathlib import Path

from diplomodel.casebooks import Casebook, casebook, casebook_names, read


__all__ = ["read_casebook"]


def read_casebook(name: str) -> Casebook:
    """
    A casebook by the name of a bundled one, or by path.

    Raises:
        UnknownNameError: It looks like a name, and none has it.
        BadInputError: It looks like a path, and cannot be read.
    """
    path = Path(name)
    looks_like_path = os.sep in name or "/" in name or path.suffix
    if looks_like_path or (name not in casebook_names() and path.is_file()):
        return read(name)
    return casebook(name)
