"""
A whole export as descriptions, one thing after the other.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator

import attrs

from diplomodel.casebooks import Casebook, SetAside, dumps
from diplomodel.events import Event
from diplomodel.exporters import Export
from diplomodel.formats import to_plain
from diplomodel_linkeddata._history import described_history
from diplomodel_linkeddata._reports import described_event, event_iri
from diplomodel_linkeddata._scope import Scope, date_value, day_value, text, texts
from diplomodel_linkeddata._terms import Node, Ref, Statement, Term, Value, digest
from diplomodel_linkeddata._things import person_ref, source_ref


__all__ = ["described"]

#: The first line of a file whose header says nothing.
_BARE_HEADER = '{"format":1,"type":"casebook"}'


def described(case: Export, *, base: str) -> Iterator[Node | Statement]:
    """
    Everything: the casebook, its people and sources, its events, its history, what they mention.
    """
    book = case.casebook or Casebook(events=case.history.events)
    scope = Scope(base=base, people=frozenset(person.id for person in book.people))
    scope.events |= _tied(scope, case, book)
    header = _header_line(book)
    name = _book_name(scope, book, header)
    yield _casebook(case, book, name)
    for person in book.people:
        person_ref(scope, person)
    for source in book.sources:
        source_ref(scope, source)
    for event in book.events:
        yield from described_event(scope, event, book=name)
    yield from _added(scope, case, book, name)
    yield from described_history(scope, case, book=name)
    yield from scope.mentioned.values()
    yield from _records(scope, book, name, header)


def _tied(scope: Scope, case: Export, book: Casebook) -> dict[str, str]:
    """
    The names of the events that others name, by the label or id by which they do.
    """
    named = {link.to for event in book.events for link in event.links}
    named.update(name for event in book.events for name in event.supersedes)
    found: dict[str, str] = {}
    for event in (*book.events, *case.history.events) if named else ():
        if event.label in named:
            found.setdefault(event.label or "", event_iri(scope, event))
    # An id stands for an event where no label does, and few events are named by it.
    if named := {name for name in named - found.keys() if name.startswith("e1-")}:
        for event in (*book.events, *case.history.events):
            if (identifier := event.id) in named:
                found.setdefault(identifier, event_iri(scope, event))
    return found


def _added(scope: Scope, case: Export, book: Casebook, name: str) -> Iterator[Node | Statement]:
    """
    Events of the history that the casebook has not, as after `History.amend`.
    """
    objects = {id(event) for event in book.events}
    others = [event for event in case.history.events if id(event) not in objects]
    # What was merged or corrected is another object and the same event.
    known = {event.id for event in book.events} if others else set()
    for event in others:
        if event.id not in known:
            yield from described_event(scope, event, book=name)


def _book_name(scope: Scope, book: Casebook, header: str) -> str:
    if book.name is not None:
        return scope.name("casebook", book.name)
    content = hashlib.sha256(header.encode())
    for event in book.events:
        content.update(event.id.encode())
    return scope.name("casebook", content.hexdigest()[:32])


def _casebook(case: Export, book: Casebook, name: str) -> Node:
    rows: list[tuple[str, Term]] = []
    rows += texts("schema:name", book.title or case.title or book.name or "Casebook")
    rows += texts("schema:identifier", book.name)
    rows += texts("schema:description", book.summary)
    rows += texts("schema:license", book.licence)
    rows += texts("dm:requires", *book.requires)
    rows += texts("dm:fingerprint", case.fingerprint)
    if book.coverage is not None:
        rows.append(("dm:coverageFirst", date_value(book.coverage.first)))
        rows.append(("dm:coverageLast", date_value(book.coverage.last)))
    if case.history.last_day is not None:
        rows.append(("dm:coveredUntil", day_value(case.history.last_day)))
    return Node(name, ("schema:Dataset", "prov:Entity", "dm:Casebook"), tuple(rows))


def _header_line(book: Casebook) -> str:
    """
    What a casebook in JSON Lines says before its events.
    """
    asides = tuple(bad for bad in book.set_aside if bad.section != "events")
    text = dumps(attrs.evolve(book, events=(), set_aside=asides), format="jsonl")
    return text.partition("\n")[0] or _BARE_HEADER


def _records(scope: Scope, book: Casebook, name: str, header: str) -> Iterator[Node]:
    """
    The lines of the casebook in JSON Lines, from which it is read back whole.
    """
    yield _record(scope, name, 0, header, None)
    for position, item in enumerate(_in_order(book), 1):
        if isinstance(item, SetAside):
            yield _record(scope, name, position, item.data, None)
            continue
        line = json.dumps(to_plain(item), separators=(",", ":"))
        yield _record(scope, name, position, line, event_iri(scope, item))


def _in_order(book: Casebook) -> Iterator[Event | SetAside]:
    """
    The events with what was set aside between them, where it stood.
    """
    waiting = [bad for bad in book.set_aside if bad.section == "events"]
    waiting.sort(key=_place)
    total = len(book.events) + len(waiting)
    events = iter(book.events)
    left = len(book.events)
    for position in range(total):
        if waiting and (_place(waiting[0]) <= position or not left):
            yield waiting.pop(0)
        else:
            left -= 1
            yield next(events)


def _place(aside: SetAside) -> float:
    return float("inf") if aside.index is None else aside.index


def _record(scope: Scope, book: str, position: int, line: str, about: str | None) -> Node:
    rows: list[tuple[str, Term]] = [
        ("dm:inCasebook", Ref(book)),
        ("dm:position", Value(str(position), "xsd:integer")),
        ("dm:json", text(line)),
    ]
    if about is not None:
        rows.append(("dm:about", Ref(about)))
    return Node(scope.name("record", digest([book, position, line])), ("dm:Record",), tuple(rows))
