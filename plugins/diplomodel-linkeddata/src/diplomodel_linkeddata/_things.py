"""
States, organisations, persons, places, publishers and sources.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Final

from diplomodel.actors import Organisation, Person, actor
from diplomodel.actors import State as Country
from diplomodel.errors import UnknownNameError
from diplomodel.evidence import Source, SourceKind
from diplomodel_linkeddata._scope import Scope, date_value, day_value, each, text, texts
from diplomodel_linkeddata._terms import PREFIXES, Ref, Term, Value, digest


__all__ = ["actor_ref", "person_ref", "place_ref", "publisher_ref", "source_ref"]

_WIKIDATA: Final = re.compile(r"Q[1-9][0-9]*")

# Characters of RFC 3986; any other, and a broken escape, keeps an address from being a link.
_ADDRESS: Final = re.compile(
    r"https?://[A-Za-z0-9](?:[A-Za-z0-9._~:/?#@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*"
)

_DOCUMENTS: Final = {
    SourceKind.NEWS: "schema:NewsArticle",
    SourceKind.DATASET: "schema:Dataset",
    SourceKind.TREATY: "schema:Legislation",
}


def actor_ref(scope: Scope, code: str) -> Ref:
    """
    A state or organisation by its code.
    """
    iri = scope.name("actor", code)
    if scope.has(iri):
        return Ref(iri)
    try:
        found: Country | Organisation | None = actor(code)
    except UnknownNameError:
        found = None
    kind = "schema:Organization" if code.startswith("org:") else "schema:Country"
    return scope.mention(
        iri, ("sem:Actor", "prov:Agent", kind), [*_naming(code, found), *_sameness(found)]
    )


def _naming(code: str, found: Country | Organisation | None) -> Iterator[tuple[str, Term]]:
    yield "schema:identifier", text(code)
    yield "rdfs:label", text(code if found is None else found.name)
    if found is not None:
        yield "schema:name", text(found.name)
    if isinstance(found, Country):
        yield from each("schema:foundingDate", [_day(found.begins)])
        yield from each("schema:dissolutionDate", [_day(found.ends)])


def _day(day: dt.date | None) -> Value | None:
    return None if day is None else day_value(day.toordinal())


def _sameness(found: Country | Organisation | Person | None) -> Iterator[tuple[str, Term]]:
    """
    The item in Wikidata, where the identifier has the form of one.
    """
    if found is not None and found.wikidata and _WIKIDATA.fullmatch(found.wikidata):
        yield "owl:sameAs", Ref(PREFIXES["wd"] + found.wikidata)


def person_ref(scope: Scope, person: Person | str) -> Ref:
    """
    A person whom the casebook lists, or one named by id alone.
    """
    known = person if isinstance(person, Person) else None
    identifier = person if isinstance(person, str) else person.id
    iri = scope.name("person", identifier)
    if scope.has(iri):
        return Ref(iri)
    rows: list[tuple[str, Term]] = [("schema:identifier", text(identifier))]
    rows.append(("rdfs:label", text(known.name if known else identifier)))
    if known is not None:
        rows += texts("schema:name", known.name)
        rows += texts("schema:alternateName", *known.names)
        rows += _sameness(known)
        if known.nationality:
            rows.append(("schema:nationality", actor_ref(scope, known.nationality)))
        rows += each("schema:hasOccupation", _offices(scope, known))
    return scope.mention(iri, ("sem:Actor", "prov:Agent", "schema:Person"), rows)


def _offices(scope: Scope, person: Person) -> Iterator[Ref]:
    for office in person.offices:
        rows: list[tuple[str, Term]] = [("schema:roleName", text(office.title))]
        rows.append(("dm:role", Value(office.role.value)))
        if office.of:
            rows.append(("dm:of", actor_ref(scope, office.of)))
        if office.held is not None:
            rows.append(("dm:held", date_value(office.held)))
            rows += each("schema:startDate", [_day(office.held.earliest)])
            rows += each("schema:endDate", [_day(office.held.latest)])
        iri = scope.name("office", digest([person.id, office]))
        yield scope.mention(iri, ("schema:Role", "dm:Office"), rows)


def place_ref(scope: Scope, place: str) -> Ref:
    """
    A place by what it is called.
    """
    rows = [("schema:name", text(place)), ("rdfs:label", text(place))]
    return scope.mention(scope.name("place", digest(place)), ("sem:Place", "schema:Place"), rows)


def publisher_ref(scope: Scope, publisher: str) -> Ref:
    """
    A publisher by its name.
    """
    iri = scope.name("publisher", digest(publisher))
    rows = [("schema:name", text(publisher)), ("rdfs:label", text(publisher))]
    return scope.mention(iri, ("prov:Agent", "schema:Organization"), rows)


def source_ref(scope: Scope, source: Source) -> Ref:
    """
    A source; two that share an id and differ are two things.
    """
    iri = scope.name("source", source.id, digest(source))
    if scope.has(iri):
        return Ref(iri)
    publisher = publisher_ref(scope, source.publisher)
    kind = _DOCUMENTS.get(source.kind, "schema:CreativeWork")
    rows: list[tuple[str, Term]] = [
        ("schema:identifier", text(source.id)),
        ("rdfs:label", text(source.title or source.id)),
        ("dm:sourceKind", Value(source.kind.value)),
        ("schema:publisher", publisher),
        ("prov:wasAttributedTo", publisher),
    ]
    rows += texts("schema:name", source.title)
    if source.address:
        rows.append(_address(source.address))
    if source.published is not None:
        rows.append(("dm:published", date_value(source.published)))
        if source.published.is_exact:
            rows.append(("schema:datePublished", day_value(source.published.first)))
    rows += texts("schema:inLanguage", source.language)
    rows += texts("schema:license", source.licence)
    rows += texts("rdfs:comment", source.note)
    return scope.mention(iri, ("prov:Entity", kind), rows)


def _address(address: str) -> tuple[str, Term]:
    """
    An address as a link if it is one of the web, else as text.
    """
    if _ADDRESS.fullmatch(address):
        return "schema:url", Ref(address)
    return "dm:address", text(address)
