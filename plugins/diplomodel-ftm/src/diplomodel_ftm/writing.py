"""
The entities of a casebook and its history, one a line.

Ids come from content and lines from the order of the casebook, so that the same casebook always
gives the same bytes. Two reports of one happening are two lines of one id, which FollowTheMoney
merges.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import BinaryIO

import attrs
from followthemoney.proxy import EntityProxy

from diplomodel.casebooks import Casebook
from diplomodel.errors import BadInputError
from diplomodel.exporters import Export
from diplomodel_ftm._made import Entities, digest
from diplomodel_ftm._reports import described_event, described_spell
from diplomodel_ftm._things import document_entity, person_entity


__all__ = ["FtmExporter", "entities", "ftm_exporter"]


@attrs.frozen
class FtmExporter:
    """
    FollowTheMoney entities, one a line.

    Example:
        >>> import io
        >>> from diplomodel import casebook, replay
        >>> case = casebook("australia-iran")
        >>> target = io.BytesIO()
        >>> FtmExporter().export(Export(casebook=case, history=replay(case)), target)
        >>> b'"schema":"PublicBody"' in target.getvalue()
        True
    """

    def export(self, case: Export, target: BinaryIO, /) -> None:
        """
        Write everything, and leave the target open.

        Args:
            case: What there is to write.
            target: Where to.
        """
        for entity in entities(case):
            plain = {
                "id": entity.id,
                "properties": {name: sorted(entity.get(name)) for name in entity.properties},
                "schema": entity.schema.name,
            }
            line = json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
            target.write(f"{line}\n".encode())


def ftm_exporter(options: object | None = None) -> FtmExporter:
    """
    The exporter.

    Raises:
        BadInputError: Options are given; there are none.

    Example:
        >>> ftm_exporter() == FtmExporter()
        True
    """
    if options is not None:
        raise BadInputError("the format ftm has no options: leave them out")
    return FtmExporter()


def entities(case: Export) -> Iterator[EntityProxy]:
    """
    The entities, one after the other.

    Args:
        case: What there is to tell.

    Example:
        >>> from diplomodel import casebook, replay
        >>> case = casebook("australia-iran")
        >>> found = entities(Export(casebook=case, history=replay(case)))
        >>> sorted({entity.schema.name for entity in found})[:4]
        ['Article', 'Document', 'Event', 'Note']
    """
    book = case.casebook or Casebook(events=case.history.events)
    people = {person.id: person for person in book.people}
    made = Entities()
    _about(made, case, book)
    yield from made.taken()
    for person in book.people:
        person_entity(made, person)
        yield from made.taken()
    for source in book.sources:
        document_entity(made, source)
        yield from made.taken()
    for event in book.events:
        described_event(made, event, people)
        yield from made.taken()
    for spell in case.spells():
        described_spell(made, case, spell)
        yield from made.taken()


def _about(made: Entities, case: Export, book: Casebook) -> None:
    """
    A note that says what was exported, and by which rules.
    """
    coverage = book.coverage
    told = [
        book.title or case.title or book.name or "Casebook",
        book.summary,
        f"licence: {book.licence}" if book.licence else None,
        f"coverage: {coverage.first} to {coverage.last}" if coverage else None,
        f"rules and plugins: {case.fingerprint}" if case.fingerprint else None,
    ]
    words = "\n".join(filter(None, told))
    made.put(
        "Note", "dm-casebook-" + digest([book.name, words]), name=book.name, description=words
    )
