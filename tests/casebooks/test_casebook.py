"""
The casebook as a value.
"""

import pytest

from diplomodel.actors import Person
from diplomodel.casebooks import Casebook, Coverage, SetAside
from diplomodel.errors import BadInputError, Problem, UnknownNameError
from diplomodel.events import Observation, Talks
from diplomodel.evidence import Claim, Evidence, Source


SRE = Source(id="sre", publisher="SRE")
OTHER = Source(id="other", publisher="Other")
SEEN = Observation(occurred="2022", fluent="relations", subject="MEX-PER", value="established")
TALKS = Talks(
    label="talks-1",
    occurred="2022",
    by="PER",
    evidence=[Evidence(source=SRE)],
    claims=[Claim(text="x", evidence=[Evidence(source=OTHER)])],
)


def test_cited_sources_are_added_in_order():
    """
    Sources that events and their claims cite belong to the casebook.
    """
    assert (SRE, OTHER) == Casebook(events=[TALKS]).sources
    assert (OTHER, SRE) == Casebook(events=[TALKS], sources=[OTHER]).sources


def test_a_source_set_aside_keeps_its_id():
    """
    A source that is cited does not take the id of one that was set aside.
    """
    aside = SetAside(section="sources", key="sre", index=0, data="{}")

    assert (OTHER,) == Casebook(events=[TALKS], set_aside=[aside]).sources


def test_the_opening_ends_at_the_first_other_event():
    """
    Observations before any other event tell the opening position.
    """
    assert (SEEN,) == Casebook(events=[SEEN, TALKS, SEEN]).opening
    assert (SEEN, SEEN) == Casebook(events=[SEEN, SEEN]).opening


def test_events_are_found_by_label_and_id():
    """
    An event is found by its label or its id, and a miss suggests a label.
    """
    case = Casebook(events=[SEEN, TALKS])

    assert TALKS == case.event("talks-1") == case.event(TALKS.id)
    with pytest.raises(UnknownNameError, match="did you mean 'talks-1'"):
        case.event("talks-2")


def test_notices_do_not_make_casebooks_differ():
    """
    What was noticed while reading is no part of the value.
    """
    assert Casebook() == Casebook(notices=[Problem(message="x")])


@pytest.mark.parametrize(
    ("fields", "match"),
    [
        ({"name": "A b"}, "'A b': use lower-case letters and digits"),
        ({"name": 3}, "Casebook.name is '3'"),
        ({"title": 3}, "Casebook.title is 3"),
        ({"coverage": "2022"}, "Casebook.coverage is a str: give a Coverage"),
        ({"requires": ["A b"]}, "Casebook.requires"),
        ({"events": [SRE]}, "Casebook.events holds a Source: give values of type Event"),
        ({"events": 3}, "Casebook.events holds a int"),
        ({"people": [SRE]}, "Casebook.people holds a Source"),
        (
            {"sources": [SRE, Source(id="sre", publisher="B")]},
            "two things have the source id 'sre'",
        ),
        (
            {"people": [Person(id="a", name="A"), Person(id="a", name="B")]},
            "two things have the person id 'a'",
        ),
    ],
)
def test_wrong_fields_are_refused(fields, match):
    """
    A field of another type, or an id that stands for two things, is refused.
    """
    with pytest.raises(BadInputError, match=match):
        Casebook(**fields)


def test_coverage_does_not_end_before_it_begins():
    """
    The last day is not before the first.
    """
    with pytest.raises(BadInputError, match="the last day, 2021, is before the first, 2022"):
        Coverage(first="2022", last="2021")
