"""
The three formats, written thing by thing.

Bytes depend on what is told alone: all names come from content, there are no blank nodes, and the
order is that of the casebook.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import BinaryIO, Final

import attrs
import pyoxigraph as ox

from diplomodel.errors import BadInputError
from diplomodel.exporters import Export
from diplomodel_linkeddata._describe import described
from diplomodel_linkeddata._terms import (
    PREFIXES,
    Node,
    Ref,
    Statement,
    Term,
    Value,
    digest,
    expanded,
)
from diplomodel_linkeddata.options import LinkedDataOptions


__all__ = [
    "JsonldExporter",
    "NquadsExporter",
    "TurtleExporter",
    "jsonld_exporter",
    "nquads_exporter",
    "turtle_exporter",
]


@attrs.frozen(kw_only=True)
class TurtleExporter:
    """
    RDF in Turtle; claims are reified statements.

    Attributes:
        options: What may be chosen.

    Example:
        >>> TurtleExporter().options.base
        'urn:diplomodel:'
    """

    options: LinkedDataOptions = attrs.field(factory=LinkedDataOptions)

    def export(self, case: Export, target: BinaryIO, /) -> None:
        """
        Write everything, and leave the target open.

        Args:
            case: What there is to write.
            target: Where to.

        Raises:
            BadInputError: An event holds something that could not be read again.
        """
        triples = (triple for node in _reified(case, self.options) for triple in _triples(node))
        ox.serialize(triples, target, ox.RdfFormat.TURTLE, prefixes=PREFIXES)


@attrs.frozen(kw_only=True)
class NquadsExporter:
    """
    RDF in N-Quads; each claim is a named graph.

    Attributes:
        options: What may be chosen.

    Example:
        >>> NquadsExporter().options.base
        'urn:diplomodel:'
    """

    options: LinkedDataOptions = attrs.field(factory=LinkedDataOptions)

    def export(self, case: Export, target: BinaryIO, /) -> None:
        """
        Write everything, and leave the target open.

        Args:
            case: What there is to write.
            target: Where to.

        Raises:
            BadInputError: An event holds something that could not be read again.
        """
        ox.serialize(self._quads(case), target, ox.RdfFormat.N_QUADS)

    def _quads(self, case: Export) -> Iterator[ox.Quad]:
        for found in described(case, base=self.options.base):
            if isinstance(found, Statement):
                yield ox.Quad(
                    ox.NamedNode(found.subject),
                    ox.NamedNode(expanded(found.predicate)),
                    _term(found.object),
                    ox.NamedNode(found.claim),
                )
                continue
            for triple in _triples(found):
                yield ox.Quad(triple.subject, triple.predicate, triple.object)


@attrs.frozen(kw_only=True)
class JsonldExporter:
    """
    RDF in JSON-LD with its context inside; claims are reified statements.

    One line holds one thing, and nothing has to be fetched to read it.

    Attributes:
        options: What may be chosen.

    Example:
        >>> JsonldExporter().options.base
        'urn:diplomodel:'
    """

    options: LinkedDataOptions = attrs.field(factory=LinkedDataOptions)

    def export(self, case: Export, target: BinaryIO, /) -> None:
        """
        Write everything, and leave the target open.

        Args:
            case: What there is to write.
            target: Where to.

        Raises:
            BadInputError: An event holds something that could not be read again.
        """
        target.write(f'{{"@context":{_json(PREFIXES)},\n"@graph":[\n'.encode())
        comma = ""
        for node in _reified(case, self.options):
            target.write(f"{comma}{_json(_object(node))}".encode())
            comma = ",\n"
        target.write(b"\n]}\n")


def turtle_exporter(options: object | None = None) -> TurtleExporter:
    """
    The exporter of Turtle.

    Raises:
        BadInputError: The options are of another class.

    Example:
        >>> turtle_exporter() == TurtleExporter()
        True
    """
    return TurtleExporter(options=_checked(options))


def jsonld_exporter(options: object | None = None) -> JsonldExporter:
    """
    The exporter of JSON-LD.

    Raises:
        BadInputError: The options are of another class.

    Example:
        >>> jsonld_exporter() == JsonldExporter()
        True
    """
    return JsonldExporter(options=_checked(options))


def nquads_exporter(options: object | None = None) -> NquadsExporter:
    """
    The exporter of N-Quads.

    Raises:
        BadInputError: The options are of another class.

    Example:
        >>> nquads_exporter() == NquadsExporter()
        True
    """
    return NquadsExporter(options=_checked(options))


def _checked(options: object | None) -> LinkedDataOptions:
    if options is None:
        return LinkedDataOptions()
    if not isinstance(options, LinkedDataOptions):
        raise BadInputError(
            f"the options are a {type(options).__name__}: give LinkedDataOptions, or none"
        )
    return options


def _reified(case: Export, options: LinkedDataOptions) -> Iterator[Node]:
    """
    The descriptions, with what claims say as statements that are not asserted.
    """
    for found in described(case, base=options.base):
        if isinstance(found, Node):
            yield found
            continue
        rows = (
            ("dm:statedBy", Ref(found.claim)),
            ("rdf:subject", Ref(found.subject)),
            ("rdf:predicate", Ref(expanded(found.predicate))),
            ("rdf:object", found.object),
        )
        name = f"{options.base}statement:{digest(found)}"
        yield Node(name, ("rdf:Statement",), rows)


def _triples(node: Node) -> Iterator[ox.Triple]:
    subject = ox.NamedNode(node.iri)
    for name in node.types:
        yield ox.Triple(subject, _TYPE, ox.NamedNode(expanded(name)))
    for prop, term in node.rows:
        yield ox.Triple(subject, ox.NamedNode(expanded(prop)), _term(term))


_TYPE: Final = ox.NamedNode(expanded("rdf:type"))


def _term(term: Term) -> ox.NamedNode | ox.Literal:
    if isinstance(term, Ref):
        return ox.NamedNode(term.iri)
    return ox.Literal(term.text, datatype=ox.NamedNode(expanded(term.datatype)))


def _object(node: Node) -> dict[str, object]:
    """
    A node as an object of JSON-LD; one value stands for itself.
    """
    plain: dict[str, list[object]] = {}
    for prop, term in node.rows:
        plain.setdefault(prop, []).append(_plain(term))
    told = {prop: found[0] if len(found) == 1 else found for prop, found in plain.items()}
    return {"@id": node.iri, "@type": list(node.types), **told}


def _plain(term: Term) -> object:
    if isinstance(term, Ref):
        return {"@id": term.iri}
    if term == Value(term.text):
        return term.text
    return {"@type": term.datatype, "@value": term.text}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
