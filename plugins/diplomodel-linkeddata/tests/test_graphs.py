"""
What other tools see: rdflib parses, pyshacl validates, SPARQL answers.
"""

from __future__ import annotations

import datetime as dt
import re

import attrs
import pyshacl
import pytest
import rdflib
from hypothesis import HealthCheck, given, settings
from rdflib.compare import isomorphic
from rdflib.namespace import OWL, PROV, RDF, RDFS

import diplomodel as dm
from diplomodel import fluents
from diplomodel.actors import states
from diplomodel.casebooks import Casebook
from diplomodel.errors import BadInputError
from diplomodel.events import Observation, RelationsBreak
from diplomodel.evidence import Claim
from diplomodel.testing import casebooks
from diplomodel_linkeddata import graphs
from diplomodel_linkeddata._fields import fields_of


DM = rdflib.Namespace("urn:diplomodel:vocabulary:")
FIELD = rdflib.Namespace("urn:diplomodel:field:")
SEM = rdflib.Namespace("http://semanticweb.cs.vu.nl/2009/11/sem/")
SCHEMA = rdflib.Namespace("https://schema.org/")

_SHAPES = rdflib.Graph().parse(data=graphs.shapes(), format="turtle")


def _report(graph):
    conforms, _, text = pyshacl.validate(graph, shacl_graph=_SHAPES, advanced=False)
    return conforms, text


@pytest.mark.parametrize("name", dm.casebook_names())
def test_shapes_hold(name):
    """
    Every bundled casebook conforms to the shapes.
    """
    conforms, text = _report(graphs.graph(dm.casebook(name)))

    assert conforms, text


@settings(
    deadline=None,
    max_examples=15,
    suppress_health_check=[HealthCheck.too_slow],
)
@given(case=casebooks())
def test_shapes_hold_for_any_casebook(case):
    """
    Casebooks of distinct happenings conform to the shapes.
    """
    distinct = {event.id: event for event in case.events}
    conforms, text = _report(
        graphs.graph(attrs.evolve(case, events=distinct.values(), requires=()))
    )

    assert conforms, text


@pytest.mark.parametrize(
    ("prop", "path"),
    [
        (DM.beganBy, "dm:beganBy"),
        (DM.occurred, "dm:occurred"),
        (PROV.entity, "prov:entity"),
        (SCHEMA.publisher, "schema:publisher"),
        (DM.verdict, "dm:verdict"),
        (DM.about, "dm:about"),
        (RDF.object, "rdf:object"),
        (DM.json, "dm:json"),
        (SEM.eventType, "sem:eventType"),
    ],
)
def test_shapes_catch(prop, path):
    """
    A graph from which one statement of a sort is missing does not conform, and the report says so.
    """
    graph = graphs.graph(dm.casebook("uk-russia-skripal"))
    graph.remove(next(iter(graph.triples((None, prop, None)))))
    conforms, text = _report(graph)

    assert not conforms
    assert path in text


@pytest.mark.parametrize("name", ["peru-mexico", "us-cuba"])
def test_turtle_is_jsonld(name, written):
    """
    Turtle and JSON-LD tell the same graph to a parser that is not ours.
    """
    case = dm.casebook(name)
    turtle = rdflib.Graph().parse(data=written(case, "turtle"), format="turtle")
    jsonld = rdflib.Graph().parse(data=written(case, "jsonld"), format="json-ld")

    assert isomorphic(turtle, jsonld)


def test_no_blank_nodes(peru_mexico):
    """
    Everything has a name made from its content, so that graphs can be merged and compared.
    """
    graph = graphs.graph(peru_mexico)
    nodes = {node for triple in graph for node in triple}

    assert not [node for node in nodes if isinstance(node, rdflib.BNode)]


def test_vocabulary_describes_what_is_used(peru_mexico):
    """
    Every term of the project's own vocabulary is described in it, and none besides.
    """
    described = rdflib.Graph().parse(data=graphs.vocabulary(), format="turtle")
    known = {term for term in described.subjects() if str(term).startswith(str(DM))}
    known -= {rdflib.URIRef(str(DM))}
    sources = "".join(path.read_text(encoding="utf-8") for path in _package().glob("*.py"))
    used = {DM[word] for word in re.findall(r"\"dm:(\w+)\"", sources)}
    seen = {
        term
        for triple in graphs.graph(peru_mexico)
        for term in triple
        if str(term).startswith(str(DM))
    }

    assert known == used
    assert seen <= known


def _package():
    from pathlib import Path

    return Path(graphs.__file__).parent


def test_states_have_wikidata():
    """
    A state is the same as its item in Wikidata.
    """
    graph = graphs.graph(dm.casebook("peru-mexico"))
    peru = rdflib.URIRef("urn:diplomodel:actor:PER")

    assert rdflib.URIRef("http://www.wikidata.org/entity/Q419") == graph.value(peru, OWL.sameAs)
    assert (peru, RDF.type, SCHEMA.Country) in graph


def test_every_state_can_be_named():
    """
    Each state and territory that has an item in Wikidata is tied to it.
    """
    found = [one for one in states() if one.wikidata]
    events = [
        RelationsBreak(occurred="2020", by="PER", target=one.code)
        for one in found
        if one.code != "PER"
    ]
    graph = graphs.graph(Casebook(events=events))
    items = {str(item).rpartition("/")[2] for item in graph.objects(None, OWL.sameAs)}

    assert {one.wikidata for one in found} == items


def test_claims_are_not_asserted():
    """
    What is claimed stands in a statement or a graph of its own, never as a fact.
    """
    claim = Claim(text="on the 4th", field="occurred", value="2025-11-04", by=["La Primera"])
    event = RelationsBreak(occurred="2025-11-03", by="PER", target="MEX", claims=[claim])
    case = Casebook(events=[event])
    name = rdflib.URIRef(f"urn:diplomodel:event:{event.id}")
    told = rdflib.Literal(
        "2025-11-04", datatype=rdflib.URIRef("http://id.loc.gov/datatypes/edtf/EDTF")
    )

    graph = graphs.graph(case)
    (statement,) = graph.subjects(RDF.type, RDF.Statement)
    assert (statement, RDF.subject, name) in graph
    assert (statement, RDF.predicate, FIELD.occurred) in graph
    assert (statement, RDF.object, told) in graph
    assert (name, FIELD.occurred, told) not in graph
    assert "La Primera" == str(graph.value(graph.value(statement, DM.statedBy), DM.claimedBy))

    dataset = graphs.dataset(case)
    (of_claim,) = (one for one in dataset.graphs() if len(one) == 1)
    assert (name, FIELD.occurred, told) in of_claim
    assert (of_claim.identifier, RDF.type, DM.Claim) in dataset.default_graph
    assert (name, FIELD.occurred, told) not in dataset.default_graph


def test_claims_in_bundled_casebooks(peru_mexico):
    """
    There is a named graph for each claim that says something.
    """
    count = sum(len(event.claims) for event in peru_mexico.casebook.events)
    names = [one for one in graphs.dataset(peru_mexico).graphs() if ":claim:" in one.identifier]

    assert count == len(names) > 0


def test_evidence_is_a_derivation(peru_mexico):
    """
    Each piece of evidence ties its event to its source, with the words where they are quoted.
    """
    graph = graphs.graph(peru_mexico)
    pieces = sum(
        len(event.evidence) + sum(len(claim.evidence) for claim in event.claims)
        for event in peru_mexico.casebook.events
    )
    told = set(graph.subjects(RDF.type, DM.Evidence))

    assert pieces == len(told)
    for piece in graph.subjects(RDF.type, PROV.Quotation):
        assert graph.value(piece, SCHEMA.text)
        assert (None, PROV.qualifiedDerivation, piece) in graph


def test_partial_dates_say_what_is_possible():
    """
    An exact day is a time stamp; a month is the days that it leaves possible.
    """
    exact = RelationsBreak(occurred="2025-11-03", by="PER", target="MEX")
    month = RelationsBreak(occurred="2025-11", by="PER", target="CHL")
    graph = graphs.graph(Casebook(events=[exact, month]))
    name = rdflib.URIRef(f"urn:diplomodel:event:{month.id}")

    assert 1 == len(list(graph.triples((None, SEM.hasTimeStamp, None))))
    assert dt.date(2025, 11, 1) == graph.value(name, SEM.hasEarliestBeginTimeStamp).toPython()
    assert dt.date(2025, 11, 30) == graph.value(name, SEM.hasLatestEndTimeStamp).toPython()


def test_fields_know_persons_and_actors():
    """
    Fields say what they hold, for every event type there is.
    """
    roles = {
        (field.name, field.role.value)
        for cls in dm.events.event_types()
        for field in fields_of(cls)
        if field.role.value != "text"
    }

    assert {("person", "person"), ("by", "actor"), ("parties", "actor")} <= roles
    assert not {name for name, _ in roles} & {"measure", "case", "post", "summary"}


DAYS = [
    ("peru-mexico", "MEX-PER", "2022-12-20"),
    ("peru-mexico", "MEX-PER", "2025-11-02"),
    ("peru-mexico", "PER-MEX", "2025-11-03"),
    ("peru-mexico", "MEX-PER", "2026-03-01"),
    ("us-cuba", "CUB-USA", "1961-01-02"),
    ("us-cuba", "CUB-USA", "1961-01-03"),
    ("us-cuba", "CUB-USA", "2015-07-20"),
    ("ecuador-mexico", "ECU-MEX", "2024-04-05"),
    ("ecuador-mexico", "ECU-MEX", "2024-04-06"),
    ("qatar-quartet", "QAT-SAU", "2017-06-05"),
    ("qatar-quartet", "QAT-SAU", "2021-01-06"),
]


@pytest.mark.parametrize(("name", "pair", "day"), DAYS)
def test_relation_on_date(name, pair, day):
    """
    The documented query gives the value that the history gives, and its sources.
    """
    case = dm.casebook(name)
    history = dm.replay(case)
    rows = list(graphs.dataset(case).query(graphs.relation_query(pair, day)))
    value = history.value(fluents.RELATIONS, pair, day)
    reason = history.explain("relations", pair, at=day)

    assert {str(value)} - {"None"} == {str(row.value) for row in rows}
    if value is not None:
        said = {str(row.who) for row in rows if str(row.says) == "it happened"}
        assert {one.attributed_to or one.source.publisher for one in reason.evidence} == said
        assert {"; ".join(sorted(reason.law))} == {
            "; ".join(sorted(str(row.law).split("; "))) for row in rows
        }


def test_relation_on_date_in_each_format(written):
    """
    The same rows come from Turtle, JSON-LD and N-Quads.
    """
    case = dm.casebook("peru-mexico")
    question = graphs.relation_query("PER-MEX", "2025-11-05")
    found = {
        form: sorted(map(str, rdflib.Dataset().parse(data=data, format=name).query(question)))
        if name == "nquads"
        else sorted(map(str, rdflib.Graph().parse(data=data, format=name).query(question)))
        for form, name in (("turtle", "turtle"), ("jsonld", "json-ld"))
        for data in [written(case, form)]
    }
    quads = sorted(map(str, graphs.dataset(case).query(question)))

    assert quads == found["turtle"] == found["jsonld"]
    assert len(quads) > 10


def test_who_disputes_it():
    """
    The query names those who say otherwise, and what became of it.
    """
    rows = graphs.dataset(dm.casebook("peru-mexico")).query(
        graphs.relation_query("PER-MEX", "2025-11-05")
    )
    said = {(str(row.says), str(row.who)) for row in rows}

    assert ("the break was on 4 November (rejected)", "La Primera") in said


@pytest.mark.parametrize(
    "date", ["2025-11", "2025-11-15?", "../2025-11-30", "2025-11-10/2025-11-20", "2025-11-15"]
)
def test_doubt_is_told(date):
    """
    While a date leaves doubt the query gives every value that is possible, and says so.
    """
    case = Casebook(
        events=[
            Observation(
                occurred="2025-01-01", fluent="relations", subject="MEX-PER", value="established"
            ),
            RelationsBreak(occurred=date, by="PER", target="MEX"),
        ]
    )
    graph = graphs.graph(case)
    history = dm.replay(case)

    for number in (0, 1, 10, 14, 15, 19, 29, 30, 35):
        day = dt.date(2025, 10, 31) + dt.timedelta(days=number)
        rows = list(graph.query(graphs.relation_query("PER-MEX", day)))
        state = history.at(day).between("PER", "MEX")
        possible = {str(value) for value in state.possible(fluents.RELATIONS)}

        assert possible == {str(row.value) for row in rows}, day
        assert {len(possible) > 1} == {row.doubtful.toPython() for row in rows}, day


@pytest.mark.parametrize(("day", "wanted"), [("2026-03-15", False), ("2026-03-16", True)])
def test_last_known(day, wanted):
    """
    After the last day covered the query says that the value is the last known.
    """
    rows = graphs.dataset(dm.casebook("peru-mexico")).query(graphs.relation_query("MEX-PER", day))

    assert {wanted} == {row.lastKnown.toPython() for row in rows}


def test_other_fluents():
    """
    The query asks for any fluent, derived ones too.
    """
    case = dm.casebook("peru-mexico")
    question = graphs.relation_query("MEX>PER", "2023-06-01", fluent=fluents.HEADED_BY)
    rows = list(graphs.dataset(case).query(question))

    assert {str(dm.replay(case).value(fluents.HEADED_BY, "MEX>PER", "2023-06-01"))} == {
        str(row.value) for row in rows
    }


@pytest.mark.parametrize(
    ("subject", "day"), [('") } #', "2025-11-05"), ("MEX-PER", "soon"), ("MEX-PER", "2025")]
)
def test_bad_questions(subject, day):
    """
    A subject or day that is none raises the library's error and never reaches the query.
    """
    with pytest.raises(BadInputError):
        graphs.relation_query(subject, day)


def test_labels_of_everything(peru_mexico):
    """
    Actors, fluents, subjects and kinds have a label for people.
    """
    graph = graphs.graph(peru_mexico)
    for kind in (SEM.Actor, DM.Fluent, DM.Subject, SEM.EventType):
        for thing in graph.subjects(RDF.type, kind):
            assert graph.value(thing, RDFS.label), thing


def test_fingerprint(peru_mexico):
    """
    The fingerprint of rules and plugins is on the casebook.
    """
    graph = graphs.graph(peru_mexico)

    assert ["core+none"] == [str(one) for one in graph.objects(None, DM.fingerprint)]
