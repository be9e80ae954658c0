"""
The linked data in Python: as a graph of rdflib, with the shapes, the vocabulary and the query.

Example:
    >>> from diplomodel import casebook
    >>> found = dataset(casebook("peru-mexico"))
    >>> question = relation_query("PER-MEX", "2025-11-05")
    >>> sorted({str(row.value) for row in found.query(question)})
    ['broken']
"""

from __future__ import annotations

import io

import pyoxigraph as ox
import rdflib

from diplomodel.casebooks import Casebook
from diplomodel.dates import DateLike, PartialDate, day_number, day_text
from diplomodel.exporters import Export
from diplomodel.fluents import RELATIONS, Fluent
from diplomodel.histories import History, replay
from diplomodel.subjects import subject_text
from diplomodel_linkeddata.options import LinkedDataOptions
from diplomodel_linkeddata.writing import NquadsExporter, TurtleExporter


__all__ = ["dataset", "graph", "relation_query", "shapes", "vocabulary"]

_ASKED = '("relations" "MEX-PER" "2025-11-05"^^xsd:date)'


def graph(
    told: Casebook | History | Export, *, options: LinkedDataOptions | None = None
) -> rdflib.Graph:
    """
    A casebook and its history as one graph; claims are reified statements.

    Args:
        told: A casebook, which is replayed; a history; or both in an `Export`.
        options: What may be chosen.

    Raises:
        BadInputError: An event holds something that could not be read again.

    Example:
        >>> from diplomodel.casebooks import Casebook
        >>> len(graph(Casebook(title="Nothing yet"))) > 0
        True
    """
    stream = io.BytesIO()
    TurtleExporter(options=options or LinkedDataOptions()).export(_export(told), stream)
    return rdflib.Graph().parse(data=_lines(stream.getvalue()), format="nt")


def dataset(
    told: Casebook | History | Export, *, options: LinkedDataOptions | None = None
) -> rdflib.Dataset:
    """
    A casebook and its history as a data set in which each claim is a named graph.

    Args:
        told: A casebook, which is replayed; a history; or both in an `Export`.
        options: What may be chosen.

    Raises:
        BadInputError: An event holds something that could not be read again.

    Example:
        >>> from diplomodel.casebooks import Casebook
        >>> len(dataset(Casebook(title="Nothing yet"))) > 0
        True
    """
    stream = io.BytesIO()
    NquadsExporter(options=options or LinkedDataOptions()).export(_export(told), stream)
    found = rdflib.Dataset()
    found.parse(data=stream.getvalue(), format="nquads")
    return found


def relation_query(subject: str, day: DateLike, *, fluent: Fluent[str] = RELATIONS) -> str:
    """
    The SPARQL query that asks for the value of a fluent on a day, and who says so.

    Args:
        subject: The pair of states, or whatever else has the fluent.
        day: An exact day.
        fluent: The fluent.

    Raises:
        BadInputError: The subject is not written as it should be, or the day is none.

    Example:
        >>> '("relations" "MEX-PER" "2022-12-20"^^xsd:date)' in relation_query(
        ...     "PER-MEX", "2022-12-20"
        ... )
        True
    """
    written = subject_text(fluent.on, subject)
    date = day_text(day_number(PartialDate.of(day)))
    terms = [str(ox.Literal(fluent.name)), str(ox.Literal(written)), f'"{date}"^^xsd:date']
    return _data("relation-on-date.rq").replace(_ASKED, f"({' '.join(terms)})")


def shapes() -> str:
    """
    The SHACL shapes that every export holds to, in Turtle.

    Example:
        >>> "sh:NodeShape" in shapes()
        True
    """
    return _data("shapes.ttl")


def vocabulary() -> str:
    """
    The vocabulary, where PROV-O, SEM and schema.org have no term, in Turtle.

    Example:
        >>> "dm:Spell a rdfs:Class" in vocabulary()
        True
    """
    return _data("vocabulary.ttl")


def _export(told: Casebook | History | Export) -> Export:
    if isinstance(told, Export):
        return told
    if isinstance(told, History):
        return Export(history=told)
    return Export(casebook=told, history=replay(told), title=told.title or "")


def _lines(turtle: bytes) -> bytes:
    """
    Turtle as N-Triples, which rdflib reads several times faster.
    """
    found = ox.serialize(ox.parse(turtle, ox.RdfFormat.TURTLE), format=ox.RdfFormat.N_TRIPLES)
    return found or b""


def _data(name: str) -> str:
    from importlib.resources import files

    return files("diplomodel_linkeddata").joinpath("data", name).read_text(encoding="utf-8")
