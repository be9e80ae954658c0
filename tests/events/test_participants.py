"""
Tests of who takes part in an event.
"""

import attrs
import pytest
from hypothesis import given

from diplomodel import testing
from diplomodel.events import (
    Event,
    Observation,
    RelationsEstablishment,
    StaffExpulsion,
    event_types,
    participant_fields,
    participants,
)
from diplomodel.fields import actor_code, each, none_or_person


def test_actor_and_person_fields_are_told_apart():
    """Fields of states come with those of persons, in the order of the class."""
    expected = [("sender", False), ("receiver", False), ("persons", True)]
    assert expected == [tuple(one) for one in participant_fields(StaffExpulsion)]


def test_a_field_with_two_checks_is_read():
    """The parties of a mutual act are participants though a second check stands beside."""
    event = RelationsEstablishment(occurred="2015", parties=["USA", "CUB"])
    assert [("parties", "CUB"), ("parties", "USA")] == [one[:2] for one in participants(event)]


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        ("MEX-PER", ["MEX", "PER"]),
        ("MEX>PER", ["MEX", "PER"]),
        ("MEX>PER/BRA", ["MEX", "PER", "BRA"]),
        ("MEX>PER/betssy-chavez", ["MEX", "PER"]),
        ("pedro-castillo", []),
    ],
)
def test_observations_name_the_states_of_their_subject(subject, expected):
    """The codes in a subject are participants; persons and posts in it are not."""
    event = Observation(occurred="1970", fluent="x", subject=subject, value="y")
    assert expected == [one.id for one in participants(event)]


def test_event_types_of_others_are_read_by_their_checks():
    """A class that the core does not know needs no table here."""

    @attrs.frozen(kw_only=True, eq=False, repr=False)
    class Overflight(Event):
        over: tuple[str, ...] = attrs.field(validator=each(actor_code, least=1))
        pilot: str | None = attrs.field(default=None, validator=none_or_person)
        callsign: str = attrs.field(default="x")

    event = Overflight(occurred="1999", over=("PER", "ECU"))
    assert [("over", "PER"), ("over", "ECU")] == [one[:2] for one in participants(event)]
    assert ["over", "pilot"] == [one.name for one in participant_fields(Overflight)]


def test_every_type_but_observations_names_someone():
    """No event type of the core is without a participant."""
    assert [Observation] == [cls for cls in event_types() if not participant_fields(cls)]


@given(testing.events())
def test_participants_are_found_in_any_event(event):
    """Each participant stands in the field that it is said to stand in, once."""
    found = participants(event)
    assert len(found) == len(set(found))
    for one in found:
        held = getattr(event, one.field)
        assert one.id in held if isinstance(held, tuple) else one.id in str(held)
