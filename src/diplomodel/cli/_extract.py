"""
``diplomodel extract``: events from the files of a source that a plugin knows.
"""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from itertools import zip_longest
from typing import Any, Final, NoReturn

import attrs
import click

from diplomodel.casebooks import SetAside, write_events
from diplomodel.casebooks._targets import new_file
from diplomodel.cli._export import named_values
from diplomodel.errors import BadInputError, did_you_mean
from diplomodel.events import Event
from diplomodel.extractors import Progress, SetAsideRows, explain, extract, files_in
from diplomodel.formats._json import json_text
from diplomodel.plugins import EventTypeSpec, ExtractorSpec, FluentSpec, Offer, RuleSpec, host


__all__ = ["command"]

#: So many reasons are told; a file with all rows is there for the rest.
_TOLD: Final = 20


@click.command(name="extract", context_settings={"ignore_unknown_options": True})
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--as", "using", required=True, metavar="SOURCE", help="The extractor's name.")
@click.option("-o", "--output", "out", metavar="OUT", help="The file: .jsonl, .csv or .yaml.")
@click.option(
    "--option",
    "options",
    multiple=True,
    metavar="NAME=VALUE",
    help="An option of the source; a list is given item by item. --NAME VALUE is the same.",
)
@click.option(
    "--set-aside",
    "rejected",
    metavar="OUT",
    help="Write what could not be read, with file, line and reason, as JSON Lines.",
)
@click.option("--explain", "explained", is_flag=True, help="Tell how SOURCE comes to its events.")
@click.option("--overwrite", is_flag=True, help="Replace OUT if it is there.")
def command(
    files: tuple[str, ...],
    *,
    using: str,
    out: str | None,
    options: tuple[str, ...],
    rejected: str | None,
    explained: bool,
    overwrite: bool,
) -> None:
    """
    Read the events of FILES as a source that a plugin knows, and write them to OUT.

    Of a directory, the files that SOURCE reads are read.
    What could not be read is counted by reason on standard error.
    """
    offer = host().find(ExtractorSpec, using)
    paths, more = _parted(files, offer)
    chosen = {**named_values(options), **more}
    if out is None and not explained:
        raise click.UsageError("name a file for the events with -o, or ask for --explain")
    offer.make(chosen)  # what is wrong with the options is told before anything is read
    if explained:
        for path in paths:
            for line in explain(path, using=offer.spec.name, options=chosen):
                click.echo(line)
    if out is None:
        return
    own = any(offer.record.offers(spec) for spec in (EventTypeSpec, FluentSpec, RuleSpec))
    requires = (offer.record.name,) if own else ()
    with ExitStack() as stack:
        reading = _Reading(offer=offer, options=chosen, aside=_aside(stack, rejected, overwrite))
        told = stack.enter_context(_bar(paths, offer))
        write_events(reading.events(paths, told), out, requires=requires, overwrite=overwrite)
    reading.tell(out)
    if reading.errors:
        reading.refuse()


def _parted(
    words: Iterable[str], offer: Offer[ExtractorSpec]
) -> tuple[tuple[str, ...], dict[str, object]]:
    """
    The files, and the options of the source that stand between them.
    """
    fields: dict[str, attrs.Attribute[Any]] = {}
    if offer.spec.options is not None:
        fields = {one.name: one for one in attrs.fields(offer.resolve(offer.spec.options))}
    paths: list[str] = []
    typed: list[str] = []
    rest = iter(words)
    for word in rest:
        if not word.startswith("-") or word == "-":
            paths.append(word)
            continue
        name, given, value = word.lstrip("-").replace("-", "_").partition("=")
        if given:
            value = word.partition("=")[2]
        if not word.startswith("--") or name not in fields:
            known = [f"--{one.replace('_', '-')}" for one in fields]
            hint = did_you_mean(word.partition("=")[0], known)
            takes = f"; it takes {', '.join(known)}" if known and not hint else hint
            raise click.UsageError(f"{offer.spec.name} has no option {word!r}{takes}")
        if not given:
            flag = fields[name].type in {bool, "bool"}
            found = "true" if flag else next(rest, None)
            if found is None:
                raise click.UsageError(f"{word} needs a value")
            value = found
        typed.append(f"{name}={value}")
    if not paths:
        raise click.UsageError("name a file to read")
    return tuple(paths), named_values(typed)


def _aside(
    stack: ExitStack, path: str | None, overwrite: bool
) -> Callable[[SetAside | SetAsideRows], object]:
    """
    What writes down everything that could not be read, if that is asked for.
    """
    if path is None:
        return lambda found: found
    stream = stack.enter_context(new_file(path, overwrite=overwrite))

    def write(found: SetAside | SetAsideRows) -> None:
        for row in _rows(found):
            stream.write(json_text(row).encode() + b"\n")

    return write


def _rows(found: SetAside | SetAsideRows) -> Iterator[dict[str, object]]:
    if isinstance(found, SetAsideRows):
        for line, row in zip_longest(found.lines, found.rows):
            kept = {} if row is None else {"data": row}
            yield {"file": found.file, "line": line, "reason": found.reason, **kept}
        return
    problem = found.problems[0] if found.problems else None
    yield {
        "file": (problem.file if problem else None) or "",
        "line": problem.line if problem else None,
        "reason": _reason(found),
        "data": found.data,
    }


def _reason(aside: SetAside) -> str:
    if not aside.problems:
        raise BadInputError("the extractor set a record aside without saying why")
    return aside.problems[0].message


@attrs.define(kw_only=True)
class _Reading:
    """
    The reading of all files, with what is counted on the way.
    """

    offer: Offer[ExtractorSpec]
    options: dict[str, object]
    aside: Callable[[SetAside | SetAsideRows], object]
    number: int = 0
    reasons: Counter[str] = attrs.Factory(Counter)
    errors: list[BadInputError] = attrs.Factory(list)

    def events(
        self, paths: Iterable[str], told: Callable[[Progress], object] | None
    ) -> Iterator[Event]:
        """
        The events; a file that breaks off is remembered and does not stop the others.
        """
        for path in paths:
            for file in files_in(path, suffixes=self.offer.spec.suffixes):
                try:
                    yield from self._of(file, told)
                except BadInputError as error:
                    self.errors.append(error)
        if self.errors and not self.number:
            self.refuse()

    def _of(
        self, file: os.PathLike[str], told: Callable[[Progress], object] | None
    ) -> Iterator[Event]:
        using = self.offer.spec.name
        for found in extract(file, using=using, options=self.options, progress=told):
            if isinstance(found, Event):
                self.number += 1
                yield found
                continue
            self.aside(found)
            if isinstance(found, SetAsideRows):
                self.reasons[found.reason] += len(found)
            else:
                self.reasons[_reason(found)] += 1

    def refuse(self) -> NoReturn:
        """
        Raise what is wrong with the files, all at once.
        """
        raise BadInputError([problem for one in self.errors for problem in one.problems])

    def tell(self, out: str) -> None:
        """
        Say what was read, and what was not and why.
        """
        ordered = sorted(self.reasons.items(), key=lambda item: (-item[1], item[0]))
        for reason, number in ordered[:_TOLD]:
            click.echo(f"diplomodel: set aside: {reason} ({number})", err=True)
        if rest := ordered[_TOLD:]:
            number = sum(number for _, number in rest)
            click.echo(
                f"diplomodel: set aside: for {len(rest)} other reasons ({number});"
                " --set-aside OUT writes them all",
                err=True,
            )
        counted = f"events: {self.number}, set aside: {self.reasons.total()}"
        click.echo(f"diplomodel: wrote {out}: {counted}", err=True)


@contextmanager
def _bar(
    paths: Iterable[str], offer: Offer[ExtractorSpec]
) -> Iterator[Callable[[Progress], object] | None]:
    """
    What shows progress on a terminal; nothing where nobody sees it.
    """
    if not sys.stderr.isatty():
        yield None
        return
    files = [file for path in paths for file in files_in(path, suffixes=offer.spec.suffixes)]
    total = sum(file.stat().st_size for file in files if file.exists())
    reached: dict[str, int] = {}
    with click.progressbar(length=max(total, 1), label="reading", file=sys.stderr) as bar:

        def show(progress: Progress) -> None:
            step = progress.done - reached.get(progress.file, 0)
            if step > 0:
                reached[progress.file] = progress.done
                bar.update(step)

        yield show
