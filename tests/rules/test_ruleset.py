"""
Rule sets are checked when they are made, and say everything that is wrong.
"""

from __future__ import annotations

import pickle

import attrs
import pytest
from diplomodel import events as e
from diplomodel import fluents as f
from diplomodel.errors import RuleSetError, UnknownNameError
from diplomodel.events import Event, kind_of
from diplomodel.law import article
from diplomodel.rules import (
    By,
    Duty,
    Ending,
    FieldValue,
    Later,
    NoEffect,
    On,
    Outcome,
    Requirement,
    Rule,
    RuleSet,
    Severity,
    by_field,
    core_rules,
    field_value,
    on,
    where,
)
from diplomodel.subjects import SubjectKind as K


BREAK = Rule(
    event=e.RelationsBreak,
    sets=f.RELATIONS,
    on=on(K.DYAD, "by", "target"),
    value=f.Relations.BROKEN,
    law=("VCDR 45",),
    why="One side breaks.",
)
NEED = Requirement(
    event=e.RelationsBreak,
    fluent=f.RELATIONS,
    on=on(K.DYAD, "by", "target"),
    any_of=(f.Relations.ESTABLISHED,),
    law=("VCDR 2",),
    text="there were none",
)
DUTY = Duty(
    name="protect",
    event=e.RelationsBreak,
    holder="target",
    owed_to="by",
    law=("VCDR 45(a)",),
    text="protect the premises",
    on=on(K.DIRECTED, "by", "target"),
    endings=(
        Ending(
            outcome=Outcome.ENDED,
            fluent=f.RELATIONS,
            values=(f.Relations.ESTABLISHED,),
            on=on(K.DYAD, "by", "target"),
        ),
    ),
)


def small(
    *rules: Rule,
    no_effects: tuple[NoEffect, ...] = (),
    requirements: tuple[Requirement, ...] = (),
    duties: tuple[Duty, ...] = (),
    event_types: tuple[type[Event], ...] = (e.RelationsBreak,),
    fluents: tuple[f.Fluent[str], ...] = (f.RELATIONS,),
) -> RuleSet:
    """
    A rule set about breaks alone.
    """
    return RuleSet(
        rules=rules or (BREAK,),
        no_effects=no_effects,
        requirements=requirements,
        duties=duties,
        event_types=event_types,
        fluents=fluents,
    )


def rule(**changed: object) -> Rule:
    """
    The rule of a break with something changed.
    """
    return attrs.evolve(BREAK, **changed)


def need(**changed: object) -> Requirement:
    """
    The requirement of a break with something changed.
    """
    return attrs.evolve(NEED, **changed)


def duty(**changed: object) -> Duty:
    """
    The duty of a break with something changed.
    """
    return attrs.evolve(DUTY, **changed)


def test_a_small_set_holds_together() -> None:
    """
    What the broken sets below are made of is sound.
    """
    found = small(requirements=(NEED,), duties=(DUTY,))
    assert BREAK is found.rule("relations_break", "relations")
    assert (NEED,) == found.requirements_for(e.RelationsBreak)
    assert (DUTY,) == found.duties_for(e.RelationsBreak)
    assert found.covers("relations_break")
    assert not found.covers("threat")


OTHER = f.Fluent("relations", K.DYAD, f.Relations, summary="Another of that name.")
UNSET = f.Fluent("unset", K.DYAD, f.Relations, summary="Nothing sets it.")
THREAT = NoEffect(event=e.Threat, why="words")

BROKEN = [
    ("unsettable fluent", lambda: small(fluents=(f.RELATIONS, UNSET)), "no rule can set .* unset"),
    (
        "uncovered type",
        lambda: small(event_types=(e.RelationsBreak, e.Threat)),
        "threat has no rule and is not declared to be without effect",
    ),
    (
        "covered twice",
        lambda: small(no_effects=(NoEffect(event=e.RelationsBreak, why="none"),)),
        "relations_break has rules and is declared to be without effect",
    ),
    ("clash", lambda: small(BREAK, rule(why="Again.")), "two rules fight over relations_break/rel"),
    (
        "two fluents of a name",
        lambda: small(fluents=(f.RELATIONS, OTHER)),
        "two fluents are called relations",
    ),
    (
        "unknown fluent",
        lambda: small(BREAK, rule(sets=f.CONSULAR, value=f.Consular.SEVERED)),
        "relations_break/consular_relations sets an unknown fluent",
    ),
    (
        "derived fluent",
        lambda: small(
            BREAK,
            rule(sets=f.FUNCTIONS, on=on(K.DIRECTED, "by", "target"), value=f.Functions.ENDED),
            fluents=(f.RELATIONS, f.FUNCTIONS),
        ),
        "a rule sets the derived fluent functions",
    ),
    (
        "bad subject kind",
        lambda: small(rule(on=on(K.DIRECTED, "by", "target"))),
        "takes a directed dyad for relations, which is of a dyad",
    ),
    (
        "too many fields",
        lambda: small(rule(on=on(K.DYAD, "by", "target", "by"))),
        "names 3 fields for a dyad like 'MEX-PER'",
    ),
    ("unknown law", lambda: small(rule(law=("VCDR 99",))), "not in the law tables: unknown .*99"),
    ("no law", lambda: small(rule(law=())), "cites no law or practice"),
    (
        "unknown subject field",
        lambda: small(rule(on=on(K.DYAD, "by", "targt"))),
        "reads the field 'targt', which relations_break does not have",
    ),
    (
        "unknown value field",
        lambda: small(rule(value=field_value("level"))),
        "reads the field 'level'",
    ),
    (
        "unknown case field",
        lambda: small(rule(value=by_field("extent", {"x": f.Relations.BROKEN}))),
        "reads the field 'extent'",
    ),
    ("unknown condition", lambda: small(rule(when=where("mood", "bad"))), "reads the field 'mood'"),
    (
        "unknown later field",
        lambda: small(rule(later=Later(value=f.Relations.NONE, effective="effective"))),
        "reads the field 'effective'",
    ),
    ("bad constant", lambda: small(rule(value="severed")), "assigns 'severed', which is no value"),
    (
        "bad case",
        lambda: small(rule(value=by_field("derecognition", {True: "severed"}))),
        "assigns 'severed', which is no value of relations",
    ),
    (
        "bad later constant",
        lambda: small(rule(later=Later(value="severed", effective="occurred"))),
        "assigns 'severed'",
    ),
    (
        "requirement: law",
        lambda: small(requirements=(need(law=()),)),
        "the requirement of relations_break cites no law",
    ),
    (
        "requirement: condition",
        lambda: small(requirements=(need(when=where("mood", 1)),)),
        "the requirement of relations_break reads the field 'mood'",
    ),
    (
        "requirement: subject",
        lambda: small(requirements=(need(on=on(K.STATE, "by")),)),
        "the requirement of relations_break takes a state for relations",
    ),
    (
        "requirement: constant",
        lambda: small(requirements=(need(any_of=("severed",)),)),
        "the requirement of relations_break asks for 'severed'",
    ),
    (
        "requirement: field",
        lambda: small(requirements=(need(any_of=field_value("mood")),)),
        "the requirement of relations_break reads the field 'mood'",
    ),
    (
        "requirement: states",
        lambda: small(requirements=(need(states=("asylum_state",)),)),
        "the requirement of relations_break reads the field 'asylum_state'",
    ),
    (
        "duty: holder",
        lambda: small(duties=(duty(holder="receiver"),)),
        "the duty protect of relations_break reads the field 'receiver'",
    ),
    (
        "duty: deadline",
        lambda: small(duties=(duty(deadline="deadline"),)),
        "the duty protect of relations_break reads the field 'deadline'",
    ),
    ("duty: law", lambda: small(duties=(duty(law=("VCDR 0",)),)), "the duty protect .* cites what"),
    (
        "duty: condition",
        lambda: small(duties=(duty(when=where("mood", 1)),)),
        "the duty protect of relations_break reads the field 'mood'",
    ),
    (
        "duty: ending",
        lambda: small(
            duties=(
                duty(
                    endings=(
                        Ending(
                            outcome=Outcome.UNMET,
                            fluent=f.HOLDING,
                            values=("burnt",),
                            on=on(K.DYAD, "by", "target"),
                        ),
                    )
                ),
            )
        ),
        "ends by 'burnt', which is no value of holding(.|\n)*takes a dyad for holding",
    ),
]


@pytest.mark.parametrize(
    ("make", "message"),
    [pytest.param(make, message, id=name) for name, make, message in BROKEN],
)
def test_broken_sets_are_refused(make: object, message: str) -> None:
    """
    A set that does not hold together is refused with what is wrong in it.
    """
    assert callable(make)
    with pytest.raises(RuleSetError, match=message):
        make()


def test_every_reason_is_given() -> None:
    """
    All that is wrong with a set is said at once.
    """
    with pytest.raises(RuleSetError) as caught:
        small(rule(law=(), value="severed"), event_types=(e.RelationsBreak, e.Threat))
    assert 3 == len(caught.value.problems)


def test_extending_is_checked_as_a_whole() -> None:
    """
    A plugin's additions are checked together with what is there.
    """
    found = small().extended(event_types=(e.Threat,), no_effects=(THREAT,))
    assert "words" == found.why_no_effect(e.Threat)
    with pytest.raises(RuleSetError, match="two rules fight"):
        small().extended(rules=(BREAK,))


def test_unknown_names() -> None:
    """
    Asking for a rule or fluent that is not there suggests the nearest.
    """
    with pytest.raises(UnknownNameError, match="unknown rule 'relations_break/relation'; did you"):
        core_rules().rule("relations_break", "relation")
    with pytest.raises(UnknownNameError, match="unknown fluent 'relatons'; did you mean"):
        core_rules().fluent("relatons")


# The core's own rules


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
    No rule of a break touches an asylum or a mission, none of a closure or recall touches relations.
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
