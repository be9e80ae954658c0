"""
What all checks share: how one is run, and what they are run on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from typing import Any, NoReturn, TypeVar

import attrs

from diplomodel.casebooks import Casebook
from diplomodel.plugins import PluginHost, PluginRecord
from diplomodel.testing._report import Check, Outcome


__all__ = [
    "Fail",
    "Skip",
    "bound",
    "checked",
    "differing",
    "fail",
    "importable",
    "isolated_host",
    "many_events",
    "record_of",
    "sample_casebook",
]


T = TypeVar("T")


class Fail(Exception):  # noqa: N818 (the outcome of a check, caught where it is run)
    """
    What must hold does not.
    """


class Skip(Exception):  # noqa: N818 (the outcome of a check, caught where it is run)
    """
    There is nothing to look at.
    """


def fail(message: str) -> NoReturn:
    """
    End a check: what must hold does not.
    """
    raise Fail(message)


def checked(name: str, run: Callable[[], str | None]) -> Check:
    """
    Run one check: what it gives is the detail, and what it raises the outcome.
    """
    try:
        detail = run() or ""
    except Skip as why:
        return Check(name=name, outcome=Outcome.SKIPPED, detail=str(why))
    except Fail as why:
        return Check(name=name, outcome=Outcome.FAILED, detail=str(why))
    except (Exception, SystemExit) as error:  # noqa: BLE001 (code of plugins may raise anything)
        said = " ".join(str(error).split())[:300]
        return Check(name=name, outcome=Outcome.FAILED, detail=f"{type(error).__name__}: {said}")
    return Check(name=name, outcome=Outcome.PASSED, detail=detail)


def isolated_host(*plugins: object, **named: Any) -> PluginHost:  # modules, any objects
    """
    A host of these plugins alone, strict, which looks for no others and reads no settings.

    Args:
        plugins: Entry modules; ``diplomodel_x`` is the plugin ``x``.
        named: Modules, or objects that have hooks, by name of plugin.

    Example:
        >>> isolated_host().records()
        ()
    """
    return PluginHost.isolated(*plugins, **named)


def record_of(host: PluginHost, name: str) -> PluginRecord:
    """
    The plugin that an offer's name begins with, loaded.
    """
    return host.require(name.partition(".")[0])


@cache
def sample_casebook() -> Casebook:
    """
    A casebook that comes with the library, made harder: texts, dates and claims of many forms.
    """
    from diplomodel.casebooks import casebook
    from diplomodel.dates import PartialDate
    from diplomodel.events import RelationsBreak, Statement
    from diplomodel.evidence import Claim, Evidence, Source

    book = casebook("ecuador-mexico")
    source = Source(id="checks-tricky", publisher='Gaceta "O\'Higgins" & Söhne <№ 7>, 日本')
    tricky = (
        Statement(
            occurred="2024-04?",
            by="ECU",
            label="checks-tricky-1",
            summary="=1+1\nwith a line break, a tab\tand , ; \" ' <b>&amp;</b> \U0001f5fa",
            evidence=[Evidence(source=source)],
        ),
        RelationsBreak(
            occurred="2024-04-05/2024-04-06",
            by="MEX",
            target="ECU",
            label="checks-tricky-2",
            key="checks",
            evidence=[Evidence(source=source)],
            claims=[
                Claim(
                    text="It was on the 7th.",
                    field="occurred",
                    value=PartialDate.parse("2024-04-07"),
                    evidence=[Evidence(source=source)],
                )
            ],
        ),
    )
    return attrs.evolve(book, events=(*book.events, *tricky))


def many_events(number: int) -> Casebook:
    """
    A casebook of so many events, made up: for the measuring of memory.
    """
    from diplomodel.events import ProtestNote
    from diplomodel.evidence import Evidence, Source

    piece = Evidence(source=Source(id="checks-many", publisher="Made up"))
    states = ("PER", "MEX", "BRA", "CHL", "ARG")
    events = [
        ProtestNote(
            occurred=f"{1900 + n % 100}-{1 + n % 12:02}-{1 + n % 28:02}",
            by=states[n % 5],
            target=states[(n + 1) % 5],
            key=f"n{n}",
            evidence=[piece],
        )
        for n in range(number)
    ]
    return Casebook(events=events)


def bound(run: Callable[[T], str | None], subject: T) -> Callable[[], str | None]:
    """
    A check of a subject as a call without arguments.
    """
    return lambda: run(subject)


def importable(entry: str) -> bool:
    """
    Whether another process could import an entry module.
    """
    from importlib.util import find_spec

    try:
        return find_spec(entry.partition(":")[0]) is not None
    except (ImportError, ValueError):
        return False


def differing(values: Iterable[object]) -> bool:
    """
    Whether some of the values differ.
    """
    found = list(values)
    return any(value != found[0] for value in found)
