"""
Checks of extractors.
"""

from __future__ import annotations

import base64
import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import nullcontext

import attrs

from diplomodel.casebooks import SetAside
from diplomodel.errors import BadInputError
from diplomodel.events import Event, UnknownEvent
from diplomodel.extractors import Found, SetAsideRows
from diplomodel.formats import from_plain, to_plain
from diplomodel.plugins import ExtractorSpec, Offer, PluginHost
from diplomodel.testing._common import Skip, bound, checked, differing, fail, importable
from diplomodel.testing._report import Report
from diplomodel.testing._sandbox import in_two_worlds, no_network


__all__ = ["check_extractor"]


@attrs.frozen(kw_only=True)
class _Subject:
    host: PluginHost
    offer: Offer[ExtractorSpec]
    samples: Mapping[str, bytes]
    bad: Mapping[str, bytes]
    options: Mapping[str, object] | None

    def read(self, data: bytes, name: str) -> list[Found]:
        return list(self.offer.make(self.options).extract(io.BytesIO(data), name=name))

    def found(self) -> Iterator[tuple[str, Found]]:
        if not self.samples:
            raise Skip("no sample: name one in the spec's samples, or pass one")
        for name, data in self.samples.items():
            for one in self.read(data, name):
                yield name, one

    def events(self) -> list[Event]:
        return [one for _, one in self.found() if isinstance(one, Event)]


def check_extractor(
    host: PluginHost,
    name: str,
    *,
    samples: Mapping[str, bytes] | None = None,
    bad: Mapping[str, bytes] | None = None,
    options: Mapping[str, object] | None = None,
) -> Report:
    """
    Check that an extractor keeps what it promises.

    It gives events of known kinds with evidence, the same again and in processes with other
    hashes and clocks, which can be written and read back equal; asks for no network, unless it
    says so; and sets bad input aside with the reason.

    Args:
        host: The host that has it.
        name: Its whole name.
        samples: Files that it reads, by name; those that its spec names if left out.
        bad: Files of which it can read nothing, by name, besides some that every check uses.
        options: Options for it.

    Raises:
        PluginError: The plugin cannot be used, or has no such extractor.
    """
    offer = host.find(ExtractorSpec, name)
    subject = _Subject(
        host=host,
        offer=offer,
        samples=_of_spec(offer) if samples is None else samples,
        bad={} if bad is None else bad,
        options=options,
    )
    checks: dict[str, Callable[[_Subject], str | None]] = {
        "gives events": _events,
        "gives events of known kinds": _kinds,
        "gives evidence for every event": _evidence,
        "gives events that read back equal": _round_trip,
        "gives the same again": _again,
        "gives the same in other processes, at other times": _elsewhere,
        "asks for no network unless it says so": _network,
        "sets bad input aside with reasons": _bad,
    }
    return Report(
        subject=f"extractor {name}",
        checks=[checked(what, bound(run, subject)) for what, run in checks.items()],
    )


def _of_spec(offer: Offer[ExtractorSpec]) -> dict[str, bytes]:
    from importlib.resources import files

    found = {}
    for sample in offer.spec.samples:
        package, _, path = sample.partition(":")
        place = files(package).joinpath(*path.split("/"))
        found[path.rpartition("/")[2]] = place.read_bytes()
    return found


def _events(subject: _Subject) -> str:
    found = [one for _, one in subject.found()]
    for one in found:
        if not isinstance(one, Event | SetAside | SetAsideRows):
            fail(f"it gives a {type(one).__name__}: it must give events")
    number = len(subject.events())
    if not number:
        fail("its samples hold no event that it can read")
    aside = sum(
        len(one) if isinstance(one, SetAsideRows) else 1
        for one in found
        if not isinstance(one, Event)
    )
    return f"{number} events, {aside} set aside"


def _kinds(subject: _Subject) -> str:
    own = subject.host.types([subject.offer.record.name])
    kinds = set()
    for event in subject.events():
        if isinstance(event, UnknownEvent):
            fail(f"the kind {event.kind!r} is not known: register its event type")
        if type(event).namespace and own.get(event.kind) is not type(event):
            fail(f"the kind {event.kind!r} is not registered by the plugin")
        kinds.add(event.kind)
    return ", ".join(sorted(kinds))


def _evidence(subject: _Subject) -> None:
    for event in subject.events():
        if not event.evidence:
            fail(f"{event.kind} of {event.occurred} has no evidence: say where it is said")


def _round_trip(subject: _Subject) -> None:
    types = tuple(subject.host.types([subject.offer.record.name]).values())
    for event in subject.events():
        if from_plain(to_plain(event), types=types) != event:
            fail(f"{event.kind} of {event.occurred} reads back as something else")


def _again(subject: _Subject) -> None:
    if differing([list(subject.found()), list(subject.found())]):
        fail("it gives other events the second time")


def _elsewhere(subject: _Subject) -> None:
    record = subject.offer.record
    if not importable(record.entry):
        raise Skip("its module cannot be imported by name")
    if not subject.samples:
        raise Skip("no sample")
    for name, data in subject.samples.items():
        arguments = {
            "plugin": record.name,
            "entry": record.entry,
            "extractor": subject.offer.spec.name,
            "sample": base64.b64encode(data).decode(),
            "name": name,
            "options": dict(subject.options) if subject.options else None,
        }
        if differing(in_two_worlds("diplomodel.testing._child:extract_digest", arguments)):
            fail(f"what it gives for {name} depends on the clock, the zone or the order of sets")


def _network(subject: _Subject) -> None:
    if subject.offer.spec.needs_network:
        raise Skip("it says that it needs the network")
    with no_network() as asked:
        list(subject.found())
        for name, data in _bad_inputs(subject):
            _tolerated(subject, data, name)
    if asked:
        fail(f"it asks for {asked[0]}")


def _bad(subject: _Subject) -> str:
    number = 0
    # What only needs the network may not use it for this.
    with nullcontext() if not subject.offer.spec.needs_network else no_network():
        for name, data in _bad_inputs(subject):
            found = _tolerated(subject, data, name)
            number += 1
            for one in found or ():
                if isinstance(one, SetAside) and not (one.problems and one.problems[0].message):
                    fail(f"{name}: something is set aside without a reason")
            given = [one for one in found or () if isinstance(one, SetAside | SetAsideRows)]
            if found is not None and not given and name in _junk(subject):
                fail(f"{name}: nothing is said of what cannot be read")
    return f"{number} bad inputs"


def _junk(subject: _Subject) -> dict[str, bytes]:
    """
    Inputs in which nothing can be read, so that something must be said.
    """
    return {
        "random.bin": bytes((n * 167 + 13) % 256 for n in range(4096)),
        "zeros.bin": bytes(4096),
        "words.txt": b"There is nothing here that anybody could read as an event.\n" * 3,
        "long.txt": b"x" * 1_000_000,
        **subject.bad,
    }


def _bad_inputs(subject: _Subject) -> Iterable[tuple[str, bytes]]:
    yield "empty", b""
    yield from _junk(subject).items()
    for name, data in subject.samples.items():
        half = len(data) // 2
        yield f"{name}, cut off", data[: half + 1]
        yield f"{name}, with a broken middle", data[:half] + b"\xff\x00\xfe" + data[half:]
        yield f"{name}, from its middle", data[half:]


def _tolerated(subject: _Subject, data: bytes, name: str) -> list[Found] | None:
    """
    What is read of bad input; ``None`` where it is refused as a whole, with the library's error.
    """
    try:
        return subject.read(data, name)
    except BadInputError:
        return None
    except Exception as error:  # noqa: BLE001 (code of plugins may raise anything)
        fail(f"{name}: {type(error).__name__}: {error}: set the record aside instead")
