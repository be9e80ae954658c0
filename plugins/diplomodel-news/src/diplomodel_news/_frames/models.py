"""
Acts that others can follow: who did them, and which of them is meant.
"""

from __future__ import annotations

from collections.abc import Sequence

from diplomodel_news._frames.fields import PERSON
from diplomodel_news._frames.told import Told
from diplomodel_news._grammar.grammar import Analysis, Verb


__all__ = ["actor_field", "foremost", "is_act", "named_models"]


def foremost(acts: list[Told]) -> list[Told]:
    """
    What a sentence tells in its main clause, and not aside: "Lima, que rompió en mayo, protestó".
    """
    main = [one for one in acts if one.verb is None or one.verb.joint != "relative"]
    return main or acts


def named_models(verb: Verb, analysis: Analysis, ever: Sequence[Told]) -> list[Told]:
    """
    What he did last whose example is followed: "Chad siguió los pasos de Riad".

    Args:
        verb: The verb that says so.
        analysis: The sentence.
        ever: What the text told so far.
    """
    whose = {
        one.of.state
        for one in analysis.after(verb)
        if "likewise" in one.tags and one.of is not None and one.of.state
    }
    for told in reversed(ever if whose else ()):
        field = actor_field(told)
        if is_act(told) and any(one.values.get(field) in whose for one in told.made):
            return [told]
    return []


def is_act(told: Told) -> bool:
    """
    Whether a telling is one that its subject did, so that another can do the same.

    Args:
        told: The telling.
    """
    return (
        actor_field(told) != ""
        and not told.refused
        and told.form.kind not in {"meeting", "talks", "joint_statement"}
        and "protector" not in told.form.slots
    )


def actor_field(told: Told) -> str:
    """
    The field of the state that acts: the first whose roles name the subject's.
    """
    acting = {"subject", "subject.state", "owner.state", "object-owner.state"}
    fields = told.form.slots.items()
    return next(
        (
            field
            for field, roles in fields
            if field not in PERSON
            if acting & set(roles) or any(role.startswith("subject.#") for role in roles)
        ),
        "",
    )
