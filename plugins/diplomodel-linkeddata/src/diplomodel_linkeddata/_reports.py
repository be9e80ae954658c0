"""
Events, the evidence for them, and the claims about them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import Enum
from typing import Any, Final

import attrs

from diplomodel.dates import Duration, PartialDate
from diplomodel.errors import BadInputError
from diplomodel.events import Event, LinkKind, Observation
from diplomodel.evidence import Claim, Evidence
from diplomodel.subjects import subject_parts
from diplomodel_linkeddata._fields import (
    Field,
    Role,
    fields_of,
    people_named,
)
from diplomodel_linkeddata._scope import Scope, date_value, day_value, each, text, texts
from diplomodel_linkeddata._terms import Node, Ref, Statement, Term, Value, digest
from diplomodel_linkeddata._things import actor_ref, person_ref, place_ref, source_ref


__all__ = ["described_event", "event_iri"]

_LINKS: Final = {
    LinkKind.IN_RESPONSE_TO: "dm:inResponseTo",
    LinkKind.PART_OF: "sem:subEventOf",
    LinkKind.FULFILS: "dm:fulfils",
    LinkKind.CONTESTS: "dm:contests",
    LinkKind.REPORTS: "dm:reports",
}

# The durations of XML Schema; they have no weeks.
_XSD_DURATION: Final = re.compile(
    r"P(?=.)(\d+Y)?(\d+M)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?"
)


def event_iri(scope: Scope, event: Event) -> str:
    """
    The name of an event: by its id, so that the same happening has one name everywhere.
    """
    return scope.name("event", event.id)


def described_event(scope: Scope, event: Event, *, book: str) -> Iterator[Node | Statement]:
    """
    One event, then its evidence and its claims.
    """
    iri = event_iri(scope, event)
    own, actors = _own_rows(scope, event)
    pieces = [_evidence(scope, iri, piece) for piece in event.evidence]
    claims = [(scope.name("claim", digest([iri, claim])), claim) for claim in event.claims]
    rows: list[tuple[str, Term]] = [
        ("rdfs:label", text(event.name)),
        ("schema:isPartOf", Ref(book)),
        ("sem:eventType", _kind(scope, event)),
        ("dm:modality", Value(event.modality.value)),
        *_when(event.occurred),
    ]
    rows += texts("schema:description", event.summary)
    rows += texts("dm:label", event.label)
    if event.place:
        place = place_ref(scope, event.place)
        rows += [("sem:hasPlace", place), ("schema:location", place)]
    rows += each("sem:hasActor", actors)
    rows += own
    rows += _ties(scope, event)
    rows += _derivation(scope, zip(pieces, event.evidence, strict=True))
    rows += each("dm:hasClaim", (Ref(name) for name, _ in dict(claims).items()))
    yield Node(iri, ("sem:Event", "schema:Event", "prov:Entity"), tuple(dict.fromkeys(rows)))
    yield from dict.fromkeys(pieces)
    fields = {one.name: one for one in fields_of(type(event))}
    for name, claim in dict(claims).items():
        yield from _claim(scope, iri, name, claim, fields)


def _kind(scope: Scope, event: Event) -> Ref:
    iri = scope.name("kind", event.kind)
    if scope.has(iri):
        return Ref(iri)
    rows: list[tuple[str, Term]] = [("rdfs:label", text(event.kind))]
    rows += texts("dm:cameo", event.coding.cameo)
    rows += texts("dm:plover", event.coding.plover)
    return scope.mention(iri, ("sem:EventType",), rows)


def _when(date: PartialDate) -> Iterator[tuple[str, Term]]:
    """
    The date as told, and as the days that it leaves possible.
    """
    yield "dm:occurred", date_value(date)
    if date.is_exact:
        yield "sem:hasTimeStamp", day_value(date.first)
        yield "schema:startDate", day_value(date.first)
        return
    yield "sem:hasEarliestBeginTimeStamp", day_value(date.first_possible)
    yield "sem:hasLatestEndTimeStamp", day_value(date.last_possible)


def _own_rows(scope: Scope, event: Event) -> tuple[list[tuple[str, Term]], list[Ref]]:
    """
    The fields of the event's type, and the actors and persons among their values.
    """
    rows: list[tuple[str, Term]] = []
    actors: dict[Ref, None] = {}
    begins = (scope.name("actor", ""), scope.name("person", ""))
    for field in fields_of(type(event)):
        if field.name in ("unknown_kind", "data"):
            continue
        terms = list(_terms(scope, getattr(event, field.name), field.role))
        rows += each(f"field:{field.key}", terms)
        actors |= {
            term: None for term in terms if isinstance(term, Ref) and term.iri.startswith(begins)
        }
    if isinstance(event, Observation):
        actors |= {actor_ref(scope, code): None for code in subject_parts(event.subject).codes}
    return rows, list(actors)


def _terms(scope: Scope, value: object, role: Role) -> Iterator[Term]:
    """
    The terms for a value; several for a tuple, none for ``None``.
    """
    if isinstance(value, tuple):
        for item in value:
            yield from _terms(scope, item, role)
    elif isinstance(value, Enum):
        yield text(str(value.value))
    elif isinstance(value, str):
        yield _named(scope, value, role)
    elif isinstance(value, bool):
        yield Value("true" if value else "false", "xsd:boolean")
    elif isinstance(value, int):
        yield Value(str(value), "xsd:integer")
    elif isinstance(value, PartialDate):
        yield date_value(value)
    elif isinstance(value, Duration):
        whole = _XSD_DURATION.fullmatch(value.text)
        yield Value(value.text, "xsd:duration" if whole else "xsd:string")
    elif attrs.has(type(value)):
        yield _structure(scope, value)
    elif value is not None:
        yield text(str(value))


def _named(scope: Scope, value: str, role: Role) -> Term:
    if role is Role.ACTOR and value in subject_parts(value).codes:
        return actor_ref(scope, value)
    if people_named(value, role, scope.people):
        return person_ref(scope, value)
    return text(value)


def _structure(scope: Scope, value: object) -> Ref:
    """
    A value with parts, such as the count of a vote.
    """
    rows: list[tuple[str, Term]] = []
    cls: Any = type(value)
    for one in attrs.fields(cls):
        role = Role.PERSON if one.name == "person" else Role.TEXT
        rows += each(f"field:{one.name}", _terms(scope, getattr(value, one.name), role))
    name = scope.name("value", digest([type(value).__name__, value]))
    return scope.mention(name, ("dm:Structure",), rows)


def _ties(scope: Scope, event: Event) -> Iterator[tuple[str, Term]]:
    for link in event.links:
        if (other := scope.events.get(link.to)) is not None:
            yield _LINKS[link.kind], Ref(other)
        else:
            yield "dm:unresolvedLink", text(f"{link.kind.value} {link.to}")
    for name in event.supersedes:
        if (other := scope.events.get(name)) is not None:
            yield "prov:wasRevisionOf", Ref(other)
        else:
            yield "dm:unresolvedLink", text(f"supersedes {name}")


def _evidence(scope: Scope, owner: str, piece: Evidence) -> Node:
    """
    A piece of evidence as the derivation of what it supports from its source.
    """
    types: tuple[str, ...] = ("prov:Derivation", "dm:Evidence")
    rows: list[tuple[str, Term]] = [("prov:entity", source_ref(scope, piece.source))]
    if piece.quote:
        types = ("prov:Quotation", *types)
        rows += texts("schema:text", piece.quote)
    rows += texts("dm:placeInSource", piece.place)
    for prop, offset in (("dm:startOffset", piece.start), ("dm:endOffset", piece.end)):
        if offset is not None:
            rows.append((prop, Value(str(offset), "xsd:integer")))
    rows += texts("dm:attributedTo", piece.attributed_to)
    rows += texts("rdfs:comment", piece.note)
    return Node(scope.name("evidence", digest([owner, piece])), types, tuple(rows))


def _derivation(
    scope: Scope, pieces: Iterable[tuple[Node, Evidence]]
) -> Iterator[tuple[str, Term]]:
    for node, piece in pieces:
        yield "prov:wasDerivedFrom", source_ref(scope, piece.source)
        yield "prov:qualifiedDerivation", Ref(node.iri)


def _claim(
    scope: Scope, about: str, name: str, claim: Claim, fields: dict[str, Field]
) -> Iterator[Node | Statement]:
    """
    A claim, its evidence, and what it says.
    """
    pieces = [_evidence(scope, name, piece) for piece in claim.evidence]
    field = fields.get(claim.field or "")
    key = field.key if field else (claim.field or "").removesuffix("_")
    rows: list[tuple[str, Term]] = [
        ("rdfs:label", text(claim.text)),
        ("dm:about", Ref(about)),
        ("dm:verdict", Value(claim.verdict.value)),
    ]
    rows += texts("dm:claimedField", key)
    rows += texts("dm:claimedBy", *claim.by)
    rows += texts("dm:reason", claim.reason)
    rows += _derivation(scope, zip(pieces, claim.evidence, strict=True))
    yield Node(name, ("dm:Claim", "prov:Entity"), tuple(dict.fromkeys(rows)))
    yield from dict.fromkeys(pieces)
    prop = f"field:{key}" if key else "dm:characterisation"
    value = _claimed_date(claim.value) if key == "occurred" else claim.value
    told = claim.text if claim.value is None and not key else value
    for term in dict.fromkeys(_terms(scope, told, field.role if field else Role.TEXT)):
        yield Statement(name, about, prop, term)


def _claimed_date(value: object) -> object:
    """
    A text claimed for a date, as a date.
    """
    if not isinstance(value, str):
        return value
    try:
        return PartialDate.parse(value)
    except BadInputError:
        return value
