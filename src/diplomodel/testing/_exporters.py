"""
Checks of exporters.
"""

from __future__ import annotations

import io
import tracemalloc
from collections.abc import Callable, Mapping
from tempfile import TemporaryFile
from typing import BinaryIO, cast

import attrs

from diplomodel.casebooks import Casebook, dumps
from diplomodel.exporters import Export, Exporter
from diplomodel.exporters._export import prepared
from diplomodel.plugins import ExporterSpec, Offer, PluginHost
from diplomodel.testing._common import (
    Skip,
    bound,
    checked,
    differing,
    fail,
    importable,
    many_events,
    sample_casebook,
)
from diplomodel.testing._report import Report
from diplomodel.testing._sandbox import in_two_worlds, no_network


__all__ = ["check_exporter"]

#: Numbers of events of a small and of a large casebook, whose memory is compared.
_SIZES = (500, 4_000)
_SPARE = 1 << 20


@attrs.frozen(kw_only=True)
class _Subject:
    host: PluginHost
    offer: Offer[ExporterSpec]
    casebook: Casebook
    options: Mapping[str, object] | None

    def case(self, casebook: Casebook | None = None) -> Export:
        return prepared(casebook or self.casebook, offer=self.offer, host=self.host)

    def make(self) -> Exporter:
        found: Exporter = self.offer.make(self.options)
        return found

    def written(self) -> bytes:
        target = io.BytesIO()
        self.make().export(self.case(), target)
        if target.closed:
            fail("it closes the target, which is not its own")
        return target.getvalue()


def check_exporter(
    host: PluginHost,
    name: str,
    *,
    casebook: Casebook | None = None,
    options: Mapping[str, object] | None = None,
) -> Report:
    """
    Check that an exporter keeps what it promises.

    It writes something, the same bytes again and in processes with other hashes, clocks and time
    zones, asks for no network, gives back equal events where it is lossless, and holds little
    where it streams.

    Args:
        host: The host that has it.
        name: Its whole name.
        casebook: What to write; one that comes with the library, made harder, if left out.
        options: Options for it.

    Raises:
        PluginError: The plugin cannot be used, or has no such exporter.
    """
    subject = _Subject(
        host=host,
        offer=host.find(ExporterSpec, name),
        casebook=casebook or sample_casebook(),
        options=options,
    )
    checks: dict[str, Callable[[_Subject], str | None]] = {
        "writes something": _writes,
        "asks for no network": _network,
        "writes the same again": _again,
        "writes the same in other processes, at other times": _elsewhere,
        "carries the fingerprint": _fingerprint,
        "gives back equal events": _round_trip,
        "streams in bounded memory": _memory,
    }
    return Report(
        subject=f"{subject.offer.spec.what} {name}",
        checks=[checked(what, bound(run, subject)) for what, run in checks.items()],
    )


def _writes(subject: _Subject) -> str:
    data = subject.written()
    if not data:
        fail("it writes nothing")
    if not subject.offer.spec.binary:
        data.decode("utf-8")
    return f"{len(data)} bytes"


def _network(subject: _Subject) -> None:
    with no_network() as asked:
        subject.written()
    if asked:
        fail(f"it asks for {asked[0]}")


def _again(subject: _Subject) -> None:
    case = subject.case()
    found = []
    for _ in range(2):
        target = io.BytesIO()
        subject.make().export(case, target)
        found.append(target.getvalue())
    if differing([*found, subject.written()]):
        fail("it writes other bytes the second time")


def _elsewhere(subject: _Subject) -> None:
    record = subject.offer.record
    if not importable(record.entry):
        raise Skip("its module cannot be imported by name")
    arguments = {
        "plugin": record.name,
        "entry": record.entry,
        "exporter": subject.offer.spec.name,
        "casebook": dumps(subject.casebook, format="jsonl"),
        "options": dict(subject.options) if subject.options else None,
    }
    if differing(in_two_worlds("diplomodel.testing._child:export_digest", arguments)):
        fail("its bytes depend on the clock, the time zone or the order of sets")


def _fingerprint(subject: _Subject) -> str:
    if subject.offer.spec.binary:
        raise Skip("the format is binary")
    print_ = subject.case().fingerprint
    if print_.encode() not in subject.written():
        raise Skip("it is not in the text: say so in the docs if the format has no place for it")
    return print_


def _round_trip(subject: _Subject) -> str:
    spec = subject.offer.spec
    if not spec.lossless or spec.reader is None:
        raise Skip("it does not say that it is lossless")
    read = subject.offer.resolve(spec.reader)
    for casebook in (subject.casebook, Casebook(events=subject.casebook.events[:1])):
        target = io.BytesIO()
        subject.make().export(subject.case(casebook), target)
        target.seek(0)
        back = read(target)
        if not isinstance(back, Casebook):
            fail(f"its reader gives a {type(back).__name__}: it must give a Casebook")
        for number, event in enumerate(casebook.events):
            if number >= len(back.events) or back.events[number] != event:
                fail(f"the event {event.name!r} comes back as something else")
        if len(back.events) > len(casebook.events):
            fail("more events come back than went out")
    return f"{len(subject.casebook.events)} events"


def _memory(subject: _Subject) -> str:
    if not subject.offer.spec.streaming:
        raise Skip("it does not say that it streams")
    peaks, sizes = zip(*(_peak(subject, number) for number in _SIZES), strict=True)
    growth, more = peaks[1] - peaks[0], sizes[1] - sizes[0]
    told = f"{growth // 1024} KiB more memory for {more // 1024} KiB more output"
    if growth > max(_SPARE, more // 4):
        fail(f"{told}: it holds what it should pass on")
    return told


def _peak(subject: _Subject, number: int) -> tuple[int, int]:
    """
    The most memory that an export holds, and how much it writes.
    """
    case = subject.case(many_events(number))
    # What a history finds out on first use stays with it, and is not the exporter's.
    with TemporaryFile() as target:
        subject.make().export(case, cast("BinaryIO", target))
    with TemporaryFile() as target:
        tracemalloc.start()
        try:
            subject.make().export(case, cast("BinaryIO", target))
            _, peak = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
        return peak, target.seek(0, io.SEEK_END)
