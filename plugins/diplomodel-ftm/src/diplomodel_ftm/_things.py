"""
States, organisations, persons and documents, each described once.
"""

from __future__ import annotations

import datetime as dt

from diplomodel.actors import Organisation, Person, actor
from diplomodel.actors import State as Country
from diplomodel.errors import UnknownNameError
from diplomodel.evidence import Source, SourceKind
from diplomodel_ftm._made import Entities, digest, told_dates


__all__ = ["actor_entity", "document_entity", "person_entity"]


def actor_entity(entities: Entities, code: str) -> str:
    """
    The id of a state or organisation.
    """
    identifier = "dm-actor-" + code.lower().replace(":", "-")
    if not entities.first(identifier):
        return identifier
    try:
        found: Country | Organisation | None = actor(code)
    except UnknownNameError:
        found = None
    if isinstance(found, Country):
        iso = found.iso2.lower() if found.iso2 else None
        return entities.put(
            "PublicBody",
            identifier,
            name=found.name,
            alias=found.names,
            country=iso,
            jurisdiction=iso,
            incorporationDate=_iso(found.begins),
            dissolutionDate=_iso(found.ends),
            classification="state" if found.sovereign else "territory",
            wikidataId=found.wikidata,
            keywords=code,
        )
    if found is None:
        schema = "Organization" if code.startswith("org:") else "PublicBody"
        return entities.put(schema, identifier, name=code, keywords=code)
    return entities.put(
        "Organization",
        identifier,
        name=found.name,
        alias=found.names,
        classification=found.kind.value,
        wikidataId=found.wikidata,
        keywords=code,
    )


def person_entity(entities: Entities, person: Person | str) -> str:
    """
    The id of a person whom the casebook lists, or of one named by id alone.
    """
    name = person if isinstance(person, str) else person.id
    identifier = "dm-person-" + digest(name)
    if not entities.first(identifier):
        return identifier
    if isinstance(person, str):
        return entities.put("Person", identifier, name=_from_id(name), keywords=name)
    entities.put(
        "Person",
        identifier,
        name=[person.name, None if _has_letters(person.name) else _from_id(name)],
        alias=person.names,
        nationality=_country(person.nationality),
        wikidataId=person.wikidata,
        keywords=name,
    )
    _offices(entities, person, identifier)
    return identifier


def _iso(day: dt.date | None) -> str | None:
    return None if day is None else day.isoformat()


def _from_id(identifier: str) -> str:
    return " ".join(word.capitalize() for word in identifier.split("-"))


def _has_letters(name: str) -> bool:
    return any(letter.isalnum() for letter in name)


def _country(code: str | None) -> str | None:
    """
    The country of a code, as FollowTheMoney has it: ISO 3166-1 alpha-2 in lower case.
    """
    if code is None:
        return None
    try:
        found = actor(code)
    except UnknownNameError:
        return code
    return found.iso2.lower() if isinstance(found, Country) and found.iso2 else found.name


def _offices(entities: Entities, person: Person, holder: str) -> None:
    for office in person.offices:
        post = "dm-post-" + digest([office.title, office.of, office.role])
        if entities.first(post):
            entities.put(
                "Position",
                post,
                name=[office.title, None if _has_letters(office.title) else office.role.value],
                organization=actor_entity(entities, office.of) if office.of else None,
                country=_country(office.of),
                keywords=office.role.value,
            )
        held = office.held
        start, end = (held.earliest, held.latest) if held is not None else (None, None)
        entities.put(
            "Occupancy",
            "dm-office-" + digest([person.id, office]),
            holder=holder,
            post=post,
            startDate=_iso(start),
            endDate=_iso(end),
            description=held and f"held: {held}",
        )


def document_entity(entities: Entities, source: Source) -> str:
    """
    The id of a source; two that share an id and differ are two documents.
    """
    identifier = "dm-source-" + digest(source)
    if not entities.first(identifier):
        return identifier
    dates = told_dates(source.published) if source.published is not None else {}
    exact = dates.get("date")
    return entities.put(
        "Article" if source.kind is SourceKind.NEWS else "Document",
        identifier,
        title=source.title,
        fileName=source.id,
        publisher=source.publisher,
        sourceUrl=source.address,
        publishedAt=exact,
        language=source.language and source.language.partition("-")[0],
        keywords=source.kind.value,
        notes=[
            source.note,
            f"licence: {source.licence}" if source.licence else None,
            f"published: {source.published}" if source.published and not exact else None,
        ],
    )
