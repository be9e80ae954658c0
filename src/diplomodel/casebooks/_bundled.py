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
    A casebook that comes with the library, or ``x.name``: the one that the plugin ``x`` has.

    Raises:
        UnknownNameError: There is none of that name.
        PluginError: The plugin cannot be used, or has none of that name.

    Example:
        >>> casebook("peru-mexico").name
        'peru-mexico'
        >>> casebook("peru-mexcio")  # doctest: +ELLIPSIS
        Traceback (most recent call last):
            ...
        diplomodel.errors.UnknownNameError: unknown casebook 'peru-mexcio'; did you mean ...?
    """
    if "." in name:
        return _of_plugin(name)
    if name not in casebook_names():
        raise UnknownNameError("casebook", name, casebook_names())
    return _bundled(name)


def _of_plugin(name: str) -> Casebook:
    from diplomodel.plugins import CasebookSpec, host

    offer = host().find(CasebookSpec, name)
    package, _, path = offer.spec.path.partition(":")
    with offer.blamed():
        return _in_package(package, path)


@functools.cache
def _bundled(name: str) -> Casebook:
    return _in_package("diplomodel.casebooks", f"data/{name}.yaml")


def _in_package(package: str, path: str) -> Casebook:
    from importlib.resources import files

    file = path.rpartition("/")[2]
    text = files(package).joinpath(*path.split("/")).read_text(encoding="utf-8")
    reader = Reader(file=file, collect=False)
    return reader.casebook(document_of(text, form="yaml", reader=reader))
