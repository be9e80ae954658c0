"""
The casebooks that come with the library.
"""

from __future__ import annotations

import functools

from diplomodel.casebooks._casebook import Casebook
from diplomodel.casebooks._files import document_of
from diplomodel.casebooks._reading import Reader
from diplomodel.errors import UnknownNameError


__all__ = ["casebook", "casebook_names"]


@functools.cache
def casebook_names() -> tuple[str, ...]:
    """
    Names of the casebooks that come with the library, in alphabetical order.

    Example:
        >>> "peru-mexico" in casebook_names()
        True
    """
    from importlib.resources import files

    names = [entry.name for entry in (files("diplomodel.casebooks") / "data").iterdir()]
    return tuple(sorted(name[: -len(".yaml")] for name in names if name.endswith(".yaml")))


def casebook(name: str) -> Casebook:
    """
    A casebook that comes with the library.

    Raises:
        UnknownNameError: There is none of that name.

    Example:
        >>> casebook("peru-mexico").name
        'peru-mexico'
        >>> casebook("peru-mexcio")  # doctest: +ELLIPSIS
        Traceback (most recent call last):
            ...
        diplomodel.errors.UnknownNameError: unknown casebook 'peru-mexcio'; did you mean ...?
    """
    if name not in casebook_names():
        raise UnknownNameError("casebook", name, casebook_names())
    return _bundled(name)


@functools.cache
def _bundled(name: str) -> Casebook:
    from importlib.resources import files

    file = f"{name}.yaml"
    text = (files("diplomodel.casebooks") / "data" / file).read_text(encoding="utf-8")
    reader = Reader(file=file, collect=False)
    return reader.casebook(document_of(text, form="yaml", reader=reader))
