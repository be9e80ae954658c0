"""
The core's own rules rest on law, and the parts that rules are made of read the event alone.
"""

from __future__ import annotations

import pickle

import pytest

from diplomodel import events as e
from diplomodel import fluents as f
from diplomodel.events import Event, kind_of
from diplomodel.law import article
from diplomodel.rules import (
    By,
    FieldValue,
    On,
    Rule,
    Severity,
    by_field,
    core_rules,
    field_value,
    on,
    where,
)
from diplomodel.subjects import SubjectKind as K


def test_core_rules_are_made_once() -> None:
    """
    The core's rules are one value, which pickles to an equal one.
    """
    assert core_rules() is core_rules()
    assert core_rules() == pickle.loads(pickle.dumps(core_rules()))


@pytest.mark.parametrize("found", core_rules().rules, ids=lambda found: found.key)
def test_core_rules_rest_on_law(found: Rule) -> None:
    """
    Every rule cites articles or practices that are in the law tables, and says why.
    """
    assert found.law
    for cited in found.law:
        assert article(cited)
    assert found.why.endswith(".")
    assert found is core_rules().rule(kind_of(found.event), found.sets.name)


@pytest.mark.parametrize("cls", core_rules().event_types, ids=kind_of)
def test_core_types_are_covered(cls: type[Event]) -> None:
    """
    Every event type sets something or says why it does not.
    """
    why = core_rules().why_no_effect(cls)
    assert bool(core_rules().rules_for(cls)) is (why is None)
    assert why is None or why.endswith(".")


def test_core_requirements_and_duties_rest_on_law() -> None:
    """
    What is required and owed cites law that is in the tables.
    """
    rules = core_rules()
    for part in (*rules.requirements, *rules.duties):
        assert part.law
        for cited in part.law:
            assert article(cited)


def test_breaches_are_breaches_of_treaty_law() -> None:
    """
    Only what breaks an article of a treaty weighs as a breach.
    """
    found = [one for one in core_rules().requirements if one.severity is Severity.BREACH]
    assert found
    assert not [one for one in found if any(law.startswith("practice") for law in one.law)]


def test_an_expulsion_inherits_and_adds() -> None:
    """
    A type has its parent's rules for fluents that it has no rule of its own for.
    """
    keys = {found.key for found in core_rules().rules_for(e.AmbassadorExpulsion)}
    assert {"persona_non_grata/accreditation", "ambassador_expulsion/head_of_mission"} == keys


@pytest.mark.parametrize(
    ("cls", "fluent"),
    [
        (e.RelationsBreak, f.ASYLUM),
        (e.RelationsBreak, f.MISSION),
        (e.RelationsBreak, f.MISSION_LEVEL),
        (e.RelationsBreak, f.HOLDING),
        (e.MissionClosure, f.RELATIONS),
        (e.MissionSuspension, f.RELATIONS),
        (e.AmbassadorRecall, f.RELATIONS),
        (e.PersonaNonGrata, f.RELATIONS),
        (e.ConsularPostClosure, f.CONSULAR),
        (e.StateRecognition, f.RELATIONS),
    ],
    ids=lambda part: getattr(part, "name", None) or kind_of(part),
)
def test_what_an_event_leaves_alone(cls: type[Event], fluent: f.Fluent[str]) -> None:
    """
    A break touches no asylum and no mission, and a closure or recall does not touch relations.
    """
    assert fluent.name not in {found.sets.name for found in core_rules().rules_for(cls)}


# The parts


EXPULSION = e.AmbassadorExpulsion(
    occurred="2022-12-20", sender="MEX", receiver="PER", person="pablo-monroy"
)
GRANT = e.AsylumGrant(
    occurred="2022-12-20", asylum_state="MEX", territorial_state="PER", persons=("a", "b")
)


@pytest.mark.parametrize(
    ("subjects", "event", "written", "expected"),
    [
        (on(K.DYAD, "sender", "receiver"), EXPULSION, "sender-receiver", ("MEX-PER",)),
        (on(K.DYAD, "receiver", "sender"), EXPULSION, "receiver-sender", ("MEX-PER",)),
        (on(K.DIRECTED, "sender", "receiver"), EXPULSION, "sender>receiver", ("MEX>PER",)),
        (
            on(K.MEMBER, "sender", "receiver", "person"),
            EXPULSION,
            "sender>receiver/person",
            ("MEX>PER/pablo-monroy",),
        ),
        (
            on(K.CASE, "asylum_state", "territorial_state", "persons"),
            GRANT,
            "asylum_state>territorial_state/persons",
            ("MEX>PER/a", "MEX>PER/b"),
        ),
        (on(K.PERSON, "persons"), GRANT, "persons", ("a", "b")),
        (on(K.STATE, "asylum_state"), GRANT, "asylum_state", ("MEX",)),
        (
            on(K.DYAD, "parties"),
            e.RelationsEstablishment(occurred="2022", parties=("PER", "MEX")),
            "parties",
            ("MEX-PER",),
        ),
        (
            on(K.PROCEEDINGS, "persons", "case"),
            e.Charge(occurred="2022", state="PER", persons=("a", "b"), case="c"),
            "persons/case",
            ("a/c", "b/c"),
        ),
    ],
    ids=str,
)
def test_subjects(subjects: On, event: Event, written: str, expected: tuple[str, ...]) -> None:
    """
    Subjects come from the event's fields, one for each member of a tuple.
    """
    assert expected == subjects.of(event)
    assert written == str(subjects)


def test_values_and_conditions() -> None:
    """
    Values and conditions are read off the event, and never off the state.
    """
    suspension = e.MissionSuspension(
        occurred="2022", sender="MEX", receiver="PER", extent="operations"
    )
    chosen = by_field("extent", {e.SuspensionExtent.OPERATIONS: "x"})
    assert isinstance(chosen, By)
    assert ("x", "x if extent is operations") == (chosen.of(suspension), str(chosen))
    assert by_field("extent", {}).of(suspension) is None
    value = field_value("person")
    assert isinstance(value, FieldValue)
    assert ("pablo-monroy", "the event's person") == (value.of(EXPULSION), str(value))
    assert where("persons", "a").holds(GRANT)
    assert not where("persons", "c").holds(GRANT)
    assert where("form", "diplomatic").holds(GRANT)
    assert "form is diplomatic" == str(where("form", "diplomatic"))
