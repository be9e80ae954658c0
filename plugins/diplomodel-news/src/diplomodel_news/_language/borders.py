"""
Which states have a land border: facts from a data file.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from diplomodel.actors import state
from diplomodel.errors import DiplomodelError
from diplomodel_news._language.schema import Reader, read_yaml


__all__ = ["borders"]


@cache
def borders() -> Mapping[str, frozenset[str]]:
    """
    The states on which each state borders by land.

    Raises:
        BadInputError: The data file is not right.

    Example:
        >>> sorted(borders()["PRT"]), "CHL" in borders()["BOL"]
        (['ESP'], True)
    """
    reader = Reader()
    reader.file = "borders.yaml"
    found: dict[str, set[str]] = {}
    listed = reader.mapping(read_yaml(files("diplomodel_news") / "languages" / reader.file), "$")
    for code, others in listed.items():
        for other in reader.texts(others, f"$.{code}"):
            if other <= code:
                reader.fault(f"$.{code}", f"write {other!r} under the code that comes first")
            for one, two in ((code, other), (other, code)):
                _check(one, reader, f"$.{code}")
                found.setdefault(one, set()).add(two)
    reader.finish()
    return {code: frozenset(others) for code, others in found.items()}


def _check(code: str, reader: Reader, path: str) -> None:
    try:
        state(code)
    except DiplomodelError as error:
        reader.fault(path, str(error))
