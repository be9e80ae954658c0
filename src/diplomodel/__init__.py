"""
Typed, evidenced diplomatic events, replayed by rules into the state of a relation on any day.

Example:
    >>> import diplomodel as dm
    >>> history = dm.replay(dm.casebook("peru-mexico"))
    >>> history.at("2025-11-05").between("PER", "MEX").relations
    <Relations.BROKEN: 'broken'>
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from diplomodel.errors import BadInputError, DiplomodelError, RuleSetError, UnknownNameError


if TYPE_CHECKING:
    from diplomodel import (
        actors,
        casebooks,
        dates,
        errors,
        events,
        evidence,
        exporters,
        fields,
        fluents,
        histories,
        law,
        reconcile,
        rules,
        schemes,
        scoring,
        subjects,
    )
    from diplomodel.casebooks import Casebook, casebook, casebook_names, read, write
    from diplomodel.dates import Duration, PartialDate
    from diplomodel.evidence import Claim, Evidence, Source
    from diplomodel.histories import History, replay


__all__ = [
    "BadInputError",
    "Casebook",
    "Claim",
    "DiplomodelError",
    "Duration",
    "Evidence",
    "History",
    "PartialDate",
    "RuleSetError",
    "Source",
    "UnknownNameError",
    "actors",
    "casebook",
    "casebook_names",
    "casebooks",
    "dates",
    "errors",
    "events",
    "evidence",
    "exporters",
    "fields",
    "fluents",
    "histories",
    "law",
    "read",
    "reconcile",
    "replay",
    "rules",
    "schemes",
    "scoring",
    "subjects",
    "write",
]

#: Where each name that loads on use comes from.
_LAZY: Final = {
    "Casebook": "casebooks",
    "Claim": "evidence",
    "Duration": "dates",
    "Evidence": "evidence",
    "History": "histories",
    "PartialDate": "dates",
    "Source": "evidence",
    "casebook": "casebooks",
    "casebook_names": "casebooks",
    "read": "casebooks",
    "replay": "histories",
    "write": "casebooks",
}


def __getattr__(name: str) -> object:
    """
    Load a public name when it is first used.
    """
    from importlib import import_module

    if name in _LAZY:
        return getattr(import_module(f"diplomodel.{_LAZY[name]}"), name)
    if name in __all__:
        return import_module(f"diplomodel.{name}")
    if name == "__version__":
        from importlib.metadata import version

        return version("diplomodel")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    """
    All public names, loaded or not.
    """
    return sorted({*globals(), *__all__})
