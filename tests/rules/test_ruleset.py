"""
Rule sets are checked when they are made, and say everything that is wrong.
"""

from __future__ import annotations

import attrs
import pytest

from diplomodel import events as e
from diplomodel import fluents as f
from diplomodel.errors import RuleSetError, UnknownNameError
from diplomodel.events import Event
from diplomodel.rules import (
    Duty,
    Ending,
    Later,
    NoEffect,
    Outcome,
    Requirement,
    Rule,
    RuleSet,
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
    (
        "clash",
        lambda: small(BREAK, rule(why="Again.")),
        "two rules fight over relations_break/rel",
    ),
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
    (
        "unknown law",
        lambda: small(rule(law=("VCDR 99",))),
        "cites 'VCDR 99', which is not in the law tables",
    ),
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
    (
        "unknown condition",
        lambda: small(rule(when=where("mood", "bad"))),
        "reads the field 'mood'",
    ),
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
    (
        "duty: law",
        lambda: small(duties=(duty(law=("VCDR 0",)),)),
        "the duty protect .* cites 'VCDR 0', which is not in the law",
    ),
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
