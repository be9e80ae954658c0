"""
Persons, their identifiers, and the offices they hold on a day.
"""

import pickle
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplomodel.actors import Office, OfficeRole, Person, person_id
from diplomodel.dates import PartialDate
from diplomodel.errors import BadInputError


PRESIDENT = Office(
    title="President",
    of="PER",
    role=OfficeRole.HEAD_OF_STATE,
    held=PartialDate.parse("2021-07-28/2022-12-07"),
)
RURAL_TEACHER = Office(title="Teacher")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Betssy Chávez", "betssy-chavez"),
        ("  José María   BALCÁZAR ", "jose-maria-balcazar"),
        ("Javier González-Olaechea", "javier-gonzalez-olaechea"),
        ("O'Brien, Conor", "obrien-conor"),
        ("Søren Łukasiewicz", "soren-lukasiewicz"),
        ("Groß", "gross"),
        ("Recep Tayyip Erdoğan", "recep-tayyip-erdogan"),
        ("İlham Əliyev", "ilham-aliyev"),
        ("Xi Jinping (習近平)", "xi-jinping"),
        ("John Paul II", "john-paul-ii"),
    ],
)
def test_identifiers_from_names(name: str, expected: str) -> None:
    """
    A name becomes plain lower-case words joined by hyphens.
    """
    assert expected == person_id(name)


@pytest.mark.parametrize("name", ["", "  ", "習近平", "Путин", "--", None, 7])
def test_names_that_leave_nothing_are_refused(name: object) -> None:
    """
    A name without a Latin letter or digit gives no identifier.
    """
    with pytest.raises(BadInputError, match=r"Latin letters|must be text"):
        person_id(name)  # type: ignore[arg-type]  # hostile on purpose


@given(st.text())
def test_identifiers_are_stable(name: str) -> None:
    """
    An identifier is one a person may have, and making one from it changes nothing.
    """
    try:
        slug = person_id(name)
    except BadInputError:
        return
    assert slug == person_id(slug)
    assert slug == Person(id=slug, name="Somebody").id


def test_offices_on_a_day() -> None:
    """
    The offices of a day are those whose dates contain it, ends included.
    """
    person = Person(id="pedro-castillo", name="Pedro Castillo", offices=[PRESIDENT, RURAL_TEACHER])
    assert (PRESIDENT,) == person.offices_at("2021-07-28")
    assert (PRESIDENT,) == person.offices_at("2022-12-07")
    assert () == person.offices_at("2022-12-08")
    with pytest.raises(BadInputError, match="exact day"):
        person.offices_at("2022")


def test_dates_of_an_office_may_be_text() -> None:
    """
    The dates of an office are read from text, open ends included.
    """
    office = Office(title="Minister", held="2025-10-14/..", role="minister")
    assert office.held is not None
    assert office.held.contains("2030-01-01")
    assert OfficeRole.MINISTER is office.role


def test_persons_are_plain_values() -> None:
    """
    Persons with equal fields are equal, hash alike, pickle, and cannot be changed.
    """
    one = Person(id="a", name="A", names=["B"], offices=(PRESIDENT,), nationality="PER")
    other = Person(id="a", name="A", names=("B",), offices=[PRESIDENT], nationality="PER")
    assert one == other
    assert hash(one) == hash(other)
    assert one == pickle.loads(pickle.dumps(one))
    assert ("B",) == Person(id="a", name="A", names="B").names
    with pytest.raises(AttributeError):
        one.name = "C"  # type: ignore[misc]  # that it fails is the point


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"id": "Betssy Chávez"}, "Person.id"),
        ({"id": ""}, "Person.id"),
        ({"id": "-a"}, "Person.id"),
        ({"id": 7}, "Person.id"),
        pytest.param({"id": 10**5000}, "Person.id", id="huge"),
        ({"name": ""}, "Person.name"),
        ({"name": None}, "Person.name"),
        ({"names": 7}, "7 is not a list"),
        ({"names": [7]}, "Person.names"),
        ({"nationality": "peruvian"}, "Person.nationality"),
        ({"offices": 7}, "Person.offices"),
        ({"offices": ["President"]}, "Person.offices"),
        ({"wikidata": 7}, "Person.wikidata"),
    ],
)
def test_bad_persons_are_refused(fields: dict[str, object], message: str) -> None:
    """
    The error for a bad field names the field.
    """
    with pytest.raises(BadInputError, match=re.escape(message)):
        Person(**{"id": "a", "name": "A", **fields})  # type: ignore[arg-type]  # hostile on purpose


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"title": ""}, "Office.title"),
        ({"of": "peru"}, "Office.of"),
        ({"role": "presidnet"}, "is not a OfficeRole"),
        ({"role": []}, "is not a OfficeRole"),
        ({"held": "2022-13"}, "2022-13"),
        ({"held": 2022}, "2022"),
    ],
)
def test_bad_offices_are_refused(fields: dict[str, object], message: str) -> None:
    """
    The error for a bad field says what is wrong.
    """
    with pytest.raises(BadInputError, match=re.escape(message)):
        Office(**{"title": "President", **fields})  # type: ignore[arg-type]  # hostile on purpose
