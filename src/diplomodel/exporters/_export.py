"""
What an exporter is given, what it is, and the door through which all of them are called.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from typing import BinaryIO, Final, Protocol, cast

import attrs

from diplomodel.casebooks import Casebook
from diplomodel.casebooks._targets import new_file, os_errors
from diplomodel.errors import BadInputError
from diplomodel.events import Event
from diplomodel.fluents import Fluent
from diplomodel.histories import Finding, History, Spell, Transition, replay
from diplomodel.plugins import ExporterSpec, PluginHost
from diplomodel.plugins._offers import Offer


__all__ = ["Export", "Exporter", "export"]


@attrs.frozen(kw_only=True)
class Export:
    """
    What there is to write: a casebook, its history, and by what they were made.

    Attributes:
        casebook: The casebook; ``None`` where a history alone was given.
        history: Its replay.
        fingerprint: What tells apart the rules and plugins by which it was replayed; every format
            that has a place for it carries it.
        title: A heading.

    Example:
        >>> from diplomodel import casebook, replay
        >>> case = casebook("australia-iran")
        >>> given = Export(casebook=case, history=replay(case), title=case.title)
        >>> next(given.spells()).fluent, len(list(given.events())) == len(case.events)
        ('accreditation', True)
    """

    casebook: Casebook | None = None
    history: History
    fingerprint: str = ""
    title: str = ""

    def events(self) -> Iterator[Event]:
        """
        The events: as the casebook has them, else as the history merged and ordered them.
        """
        yield from self.history.events if self.casebook is None else self.casebook.events

    def spells(self, *, derived: bool = False) -> Iterator[Spell]:
        """
        The spells of all stored fluents, by fluent, subject and day.

        Args:
            derived: Give those of derived fluents after them.
        """
        yield from self.history.spells()
        if derived:
            for fluent in self.history.rules.fluents:
                if fluent.is_derived:
                    yield from self.history.spells(fluent)

    def transitions(self) -> Iterator[Transition]:
        """
        The changes, by day.
        """
        yield from self.history.transitions_by_day()

    def findings(self) -> Iterator[Finding]:
        """
        What does not fit, by day.
        """
        yield from self.history.findings()

    def fluent(self, name: str) -> Fluent[str]:
        """
        The fluent of that name.

        Raises:
            UnknownNameError: There is none.
        """
        return self.history.rules.fluent(name)


class Exporter(Protocol):
    """
    Writes one format.

    Its bytes depend on what it is given and on its options alone: not on the clock, on chance, or
    on the order of sets.
    """

    def export(self, case: Export, target: BinaryIO, /) -> None:
        """
        Write everything, and leave the target open.

        Args:
            case: What there is to write.
            target: Where to; it can be sought in, and is whole or gone afterwards.
        """


def export(
    what: Casebook | History,
    target: str | os.PathLike[str] | BinaryIO,
    *,
    to: str,
    options: object | None = None,
    overwrite: bool = False,
    host: PluginHost | None = None,
) -> None:
    """
    Write a casebook or a history in a format.

    The target is written whole or not at all.

    Args:
        what: The casebook, which is replayed by the rules that it requires; or a history.
        target: The file; ``-`` for standard output; or a stream of bytes, which is left open.
        to: The format, such as ``markdown``.
        options: Options of the format: by name in a mapping, where text will do, or an object of
            its class of options.
        overwrite: Replace a file that is there.
        host: The host of plugins; that of this process if left out.

    Raises:
        UnknownNameError: There is no such format.
        BadInputError: There is a file of that name, or it cannot be written; or an option is not
            one that the format takes.
        PluginError: A plugin that is needed cannot be used.

    Example:
        >>> import io
        >>> from diplomodel import casebook
        >>> target = io.BytesIO()
        >>> export(casebook("us-cuba"), target, to="csv.spells", options={"fluent": "relations"})
        >>> len(target.getvalue().decode().splitlines())
        4
    """
    from diplomodel.exporters._names import CORE, find_exporter

    if not isinstance(what, Casebook | History):
        raise BadInputError(f"a {type(what).__name__} is no casebook or history: replay events")
    offer = find_exporter(to, host=host)
    exporter: Exporter = offer.make(options)
    case = prepared(what, offer=offer, host=host)

    def write(stream: BinaryIO) -> None:
        with nullcontext() if offer.spec in CORE else offer.blamed():
            exporter.export(case, stream)

    if isinstance(target, str | os.PathLike) and os.fspath(target) != "-":
        _to_file(target, write, overwrite=overwrite)
    elif isinstance(target, str | os.PathLike):
        import sys

        _to_stream(sys.stdout.buffer, write)
        sys.stdout.buffer.flush()
    else:
        _to_stream(target, write)


def prepared(
    what: Casebook | History,
    *,
    offer: Offer[ExporterSpec] | None = None,
    host: PluginHost | None = None,
) -> Export:
    """
    What an exporter is given for a casebook or a history.

    Args:
        what: The casebook or history.
        offer: The exporter, whose plugin has a part in the fingerprint.
        host: The host of plugins; that of this process if left out.

    Raises:
        PluginError: A plugin that the casebook requires cannot be used.
    """
    from diplomodel.exporters._names import CORE
    from diplomodel.plugins import host as plugin_host

    asked = plugin_host() if host is None else host
    plugins: tuple[str, ...] = ()
    if offer is not None and offer.spec not in CORE:
        plugins = (offer.record.name,)
    if isinstance(what, History):
        print_ = asked.fingerprint(plugins, rules=what.rules)
        return Export(history=what, fingerprint=print_)
    why = f"the casebook {what.name!r} requires" if what.name else "the casebook requires"
    history = replay(what, rules=asked.rules(what.requires, why=why))
    return Export(
        casebook=what,
        history=history,
        fingerprint=asked.fingerprint((*what.requires, *plugins), rules=history.rules),
        title=what.title or what.name or "",
    )


#: How many bytes for a stream are held in memory, and not in a file, until all are written.
_HELD: Final = 1 << 22


def _to_file(
    path: str | os.PathLike[str], write: Callable[[BinaryIO], None], *, overwrite: bool
) -> None:
    with new_file(path, overwrite=overwrite) as stream:
        try:
            write(stream)
        except OSError:
            # The disk is full, and the like; what else an exporter raises is its own.
            with os_errors(path):
                raise


def _to_stream(target: BinaryIO, write: Callable[[BinaryIO], None]) -> None:
    import shutil
    from tempfile import SpooledTemporaryFile

    # A stream can neither be sought in nor taken back.
    with SpooledTemporaryFile(max_size=_HELD) as spool:
        write(cast("BinaryIO", spool))
        spool.seek(0)
        shutil.copyfileobj(spool, target)
