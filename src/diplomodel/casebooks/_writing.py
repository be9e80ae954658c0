"""
A casebook to plain data and to text, the same bytes for the same casebook.

What was set aside is put back where it stood.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar, cast

from diplomodel.actors import Person
from diplomodel.casebooks._casebook import Casebook, SetAside
from diplomodel.casebooks._reading import FORMAT, metadata_plan
from diplomodel.errors import BadInputError
from diplomodel.events._base import Event, UnknownEvent
from diplomodel.evidence import Source
from diplomodel.formats._codec import dump_event, event_plan, known_type
from diplomodel.formats._faults import Faults, Parts, problems
from diplomodel.formats._plans import Context, Declared
from diplomodel.formats._types import class_plan


__all__ = ["casebook_plain", "csv_text", "jsonl_text", "yaml_text"]

T = TypeVar("T")


def yaml_text(casebook: Casebook) -> Iterator[str]:
    """
    The casebook as YAML.
    """
    from diplomodel.formats._yaml import write_yaml

    yield write_yaml(casebook_plain(casebook))


def casebook_plain(casebook: Casebook) -> dict[str, object]:
    """
    The casebook as one mapping, as it stands in a file of YAML.

    Raises:
        BadInputError: Something in it could not be read again.
    """
    declared = {source.id: source for source in casebook.sources}
    records = list(_records(casebook, declared))
    first = next((n for n, one in enumerate(records) if not _is_observation(one)), len(records))
    opening = [_without_kind(cast("Mapping[str, object]", one)) for one in records[:first]]
    plain = _header(casebook, casebook.sources)
    if opening:
        plain["opening"] = opening
    if records[first:]:
        plain["events"] = records[first:]
    return plain


def jsonl_text(casebook: Casebook, *, fingerprint: str = "") -> Iterator[str]:
    """
    The casebook as lines of JSON.

    Args:
        casebook: The casebook.
        fingerprint: What the header says of the rules and plugins behind the file.
    """
    from diplomodel.formats._jsonl import write_jsonl

    return write_jsonl(_lines(casebook, fingerprint))


def csv_text(casebook: Casebook, *, fingerprint: str = "") -> Iterator[str]:
    """
    The casebook as rows of CSV.

    Args:
        casebook: The casebook.
        fingerprint: What the header says of the rules and plugins behind the file.
    """
    from diplomodel.formats._csv import columns_of, to_row, write_rows

    types = {event.kind: type(event) for event in casebook.events}
    known = {kind: cls for kind, cls in types.items() if cls is not UnknownEvent}
    context = Context(types=known)

    def rows() -> Iterator[dict[str, str]]:
        return (to_row(record, context) for record in _lines(casebook, fingerprint))

    # Made twice and never held: which columns there are is known only at the end.
    return write_rows(rows(), columns_of(rows()))


def _lines(casebook: Casebook, fingerprint: str) -> Iterator[object]:
    """
    The records of a file of lines: the header, where it says anything, and the events.
    """
    derived = Casebook(events=casebook.events).sources
    bad_sources = any(bad.section == "sources" for bad in casebook.set_aside)
    told = derived != casebook.sources or bad_sources
    header = _header(casebook, casebook.sources if told else ())
    if fingerprint:
        header["fingerprint"] = fingerprint
    return with_header(_records(casebook, None), header)


def with_header(records: Iterable[object], header: Mapping[str, object]) -> Iterator[object]:
    """
    The records after a header, where it says more than the format.
    """
    told = len(header) > 1
    for record in records:
        # A record that looks like a header would be taken for one if it came first.
        if told or _looks_like_header(record):
            yield {"format": FORMAT, "type": "casebook", **header}
        told = False
        yield record
        break
    else:
        if told:
            yield {"format": FORMAT, "type": "casebook", **header}
    yield from records


def lines_header(requires: Iterable[str]) -> dict[str, object]:
    """
    The header of a file of lines that says no more than which plugins it needs, if any.
    """
    named = list(requires)
    return {"format": FORMAT, "requires": named} if named else {}


def _looks_like_header(record: object) -> bool:
    return isinstance(record, dict) and "casebook" in (record.get("type"), record.get("kind"))


def _header(casebook: Casebook, sources: tuple[Source, ...]) -> dict[str, object]:
    plain: dict[str, object] = {"format": FORMAT}
    asides = {bad.key: bad for bad in casebook.set_aside if bad.section == "header"}
    for name, field in metadata_plan().fields.items():
        value = getattr(casebook, name)
        if name in asides:
            plain[name] = asides.pop(name).plain
        elif value is not None and value != ():
            plain[name] = _told((name,), field.plan.dump, value, None)
    plain |= {str(key): bad.plain for key, bad in asides.items()}
    for name, section in (
        ("people", _section(casebook, "people", casebook.people, Person)),
        ("sources", _section(casebook, "sources", sources, Source)),
    ):
        if section:
            plain[name] = section
    return plain


def _section(
    casebook: Casebook, name: str, values: Iterable[Person | Source], cls: type[Person | Source]
) -> dict[str, object]:
    entries: list[tuple[str, object]] = []
    for value in values:
        plain = _told((name, value.id), class_plan(cls).dump, value, None)
        rest = cast("dict[str, object]", plain)
        entries.append((cast("str", rest.pop("id")), rest))
    asides = [bad for bad in casebook.set_aside if bad.section == name]
    bad_entries = [(bad, (str(bad.key), bad.plain)) for bad in asides]
    merged = dict(_merged(entries, bad_entries))
    if len(merged) < len(entries) + len(asides):
        raise BadInputError(f"what was set aside under {name!r} has the id of another entry")
    return merged


def _records(casebook: Casebook, declared: Declared) -> Iterator[object]:
    plain = (
        _told(("events", index), dump_event, event, declared)
        for index, event in enumerate(casebook.events)
    )
    asides = [bad for bad in casebook.set_aside if bad.section == "events"]
    return _merged(plain, [(bad, _ordered(bad.plain)) for bad in asides])


def _ordered(record: object) -> object:
    """
    A record that was set aside, with its keys in the order of records that can be read.
    """
    if not isinstance(record, dict):
        return record
    kind = record.get("kind")
    cls = known_type(kind, Context()) if isinstance(kind, str) else None
    known = [key for key in ("kind", *event_plan(cls or Event).fields) if key in record]
    return {key: record[key] for key in dict.fromkeys([*known, *record])}


def _merged(items: Iterable[T], asides: list[tuple[SetAside, T]]) -> Iterator[T]:
    """
    The items with what was set aside between them, where it stood.
    """
    waiting = sorted(asides, key=lambda one: _index(one[0]), reverse=True)
    position = 0
    for item in items:
        while waiting and _index(waiting[-1][0]) <= position:
            yield waiting.pop()[1]
            position += 1
        yield item
        position += 1
    while waiting:
        yield waiting.pop()[1]


def _index(aside: SetAside) -> float:
    return float("inf") if aside.index is None else aside.index


def _told(
    parts: Parts, dump: Callable[[T, Declared], object], value: T, declared: Declared
) -> object:
    try:
        return dump(value, declared)
    except Faults as faults:
        raise BadInputError(problems(faults.under(*parts))) from None


def _is_observation(record: object) -> bool:
    return isinstance(record, dict) and record.get("kind") == "observation"


def _without_kind(record: Mapping[str, object]) -> dict[str, object]:
    return {key: value for key, value in record.items() if key != "kind"}
