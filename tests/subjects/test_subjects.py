"""
Subjects and their canonical texts.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplomodel.errors import BadInputError
from diplomodel.subjects import (
    AsylumCase,
    DirectedDyad,
    Dyad,
    SubjectKind,
    dyad_text,
    subject_text,
)


@pytest.mark.parametrize("kind", list(SubjectKind), ids=lambda kind: kind.name)
def test_every_example_is_of_its_kind(kind: SubjectKind) -> None:
    """
    The example of each kind is its own canonical text.
    """
    assert kind.form == subject_text(kind, kind.form)


@pytest.mark.parametrize(
    ("kind", "written", "expected"),
    [
        (SubjectKind.DYAD, "PER-MEX", "MEX-PER"),
        (SubjectKind.DYAD, " PER:MEX ", "MEX-PER"),
        (SubjectKind.DYAD, "PER>MEX", "MEX-PER"),
        (SubjectKind.DYAD, "org:oas-PER", "PER-org:oas"),
        (SubjectKind.DYAD, "PER-org:pacific-alliance", "PER-org:pacific-alliance"),
        (SubjectKind.DIRECTED, "PER:MEX", "PER>MEX"),
        (SubjectKind.DIRECTED, "PER->MEX", "PER>MEX"),
        (SubjectKind.MEMBER, "MEX:PER/pablo-monroy", "MEX>PER/pablo-monroy"),
        (SubjectKind.PROTECTION, "MEX:PER/BRA", "MEX>PER/BRA"),
        (SubjectKind.STATE, "org:oas", "org:oas"),
        (SubjectKind.PERSON, "q123.a_b", "q123.a_b"),
        (SubjectKind.PROCEEDINGS, "a_b/c.d", "a_b/c.d"),
    ],
)
def test_ways_of_writing(kind: SubjectKind, written: str, expected: str) -> None:
    """
    A subject may be written in several ways and has one canonical text.
    """
    assert expected == subject_text(kind, written)
    assert expected == subject_text(kind, expected)


@pytest.mark.parametrize(
    ("kind", "written", "message"),
    [
        (SubjectKind.DYAD, "PER", "'PER' is not a dyad: write it like 'MEX-PER'"),
        (SubjectKind.DYAD, "PER-PER", "two different states, not 'PER' twice"),
        (SubjectKind.DYAD, "per-mex", "is not a dyad"),
        (SubjectKind.DYAD, "MEX-PER/x", "is not a dyad"),
        (SubjectKind.DYAD, "", "'' is not a dyad"),
        (SubjectKind.DIRECTED, "MEX-PER", "has no direction: write it like 'MEX>PER'"),
        (SubjectKind.DIRECTED, "MEX>PER/x", "is not a directed dyad"),
        (SubjectKind.MEMBER, "MEX>PER", "is not a directed dyad and person"),
        (SubjectKind.MEMBER, "MEX>PER/a/b", "is not a directed dyad and person"),
        (SubjectKind.PERSON, "Pedro Castillo", "is not a person"),
        (SubjectKind.PERSON, "a/b", "is not a person"),
        (SubjectKind.PROCEEDINGS, "a", "is not a person and case"),
        (SubjectKind.STATE, "PER-MEX", "is not a state"),
        (SubjectKind.STATE, "x" * 5000, "is not a state"),
    ],
)
def test_what_is_refused(kind: SubjectKind, written: str, message: str) -> None:
    """
    What has not the form of its kind is refused with an example of it.
    """
    with pytest.raises(BadInputError, match=message):
        subject_text(kind, written)


@given(st.sampled_from(list(SubjectKind)), st.text(alphabet="ABCabc>-:/.o rg\n", max_size=20))
def test_canonical_texts_are_stable(kind: SubjectKind, written: str) -> None:
    """
    Any text is refused, or its canonical text is its own canonical text.
    """
    try:
        found = subject_text(kind, written)
    except BadInputError:
        return
    assert found == subject_text(kind, found)


def test_dyads_have_no_direction() -> None:
    """
    The two orders of a pair are one dyad, and one state is none.
    """
    assert Dyad.of("PER", "MEX") == Dyad.of("MEX", "PER")
    assert "MEX-PER" == dyad_text("PER", "MEX") == str(Dyad.of("PER", "MEX"))
    with pytest.raises(BadInputError, match="two different states"):
        Dyad.of("PER", "PER")
    with pytest.raises(BadInputError, match="ISO 3166-1"):
        Dyad.of("PER", "Mexico")


def test_directed_subjects_have_one() -> None:
    """
    Directed dyads and asylum cases are written as the files write them.
    """
    directed = DirectedDyad(sender="MEX", receiver="PER")
    case = AsylumCase(asylum_state="MEX", territorial_state="PER", person="betssy-chavez")
    assert str(directed) == subject_text(SubjectKind.DIRECTED, str(directed))
    assert str(case) == subject_text(SubjectKind.CASE, str(case))
    assert directed != DirectedDyad(sender="PER", receiver="MEX")
