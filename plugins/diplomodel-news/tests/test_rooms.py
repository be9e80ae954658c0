"""
The rooms of the package, each of which builds on those before it.
"""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import diplomodel_news


#: Rooms in order; whatever stands beside them comes last.
ROOMS = (
    "_language",
    "_mentions",
    "_grammar",
    "_frames",
    "_cast",
    "_stance",
    "_times",
    "_story",
    "_events",
)
PACKAGE = Path(diplomodel_news.__file__).parent
MODULES = sorted(path.relative_to(PACKAGE) for path in PACKAGE.rglob("*.py"))


def floor(room: str) -> int:
    """
    How far up a room is.
    """
    return ROOMS.index(room) if room in ROOMS else len(ROOMS)


def imported(path: Path) -> set[str]:
    """
    The rooms that a module imports from.
    """
    tree = ast.parse((PACKAGE / path).read_text("utf-8"))
    names = [node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    return {name.split(".")[1] for name in names if name.startswith("diplomodel_news.")}


@pytest.mark.parametrize("path", MODULES, ids=str)
def test_modules_import_from_rooms_below(path: Path) -> None:
    """
    A module imports from its own room and from those that come before it.
    """
    above = {
        room for room in imported(path) if floor(room) > floor(path.parts[0].partition(".")[0])
    }

    assert set() == above


def test_every_room_is_there() -> None:
    """
    The rooms named here are those of the package.
    """
    rooms = {path.parts[0].partition(".")[0] for path in MODULES}

    assert set(ROOMS) <= rooms
