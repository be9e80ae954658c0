"""
Acts that others can follow: who did them, and which of them is meant.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from diplomodel_news._frames.fields import PERSON, Filled
from diplomodel_news._frames.told import Told
from diplomodel_news._grammar.grammar import Analysis, Verb
from diplomodel_news._mentions.mentions import Mention


__all__ = [
    "actor_field",
    "follower",
    "foremost",
    "is_act",
    "its_own",
    "leading",
    "named_models",
    "ranked",
    "with_named",
]


#: What a state does with its own envoys.
_OF_ONES_OWN: Final = frozenset({"ambassador_recall", "ambassador_withdrawal"})
#: What a state does about missions once it has broken relations.
_AFTER_BREAK: Final = frozenset(
    {"staff_expulsion", "staff_withdrawal", "mission_closure_order", "mission_closure"}
)
#: What bears on missions, which is done to them only after it.
_TURNS: Final = frozenset({"relations_break", "relations_establishment"})


def leading(
    last: Sequence[Told], before: Sequence[Told], mentions: Sequence[Mention] = ()
) -> Sequence[Told]:
    """
    What others follow: a break, where the sentence after it only told how its staff must go; the
    recall of an envoy, where others do the same "with their own".

    Args:
        last: What the sentence before tells.
        before: What the one before that tells.
        mentions: Those of the sentence that says who follows.
    """
    if any({"own", "envoy"} <= one.tags for one in mentions):
        calls = [one for one in last if one.form.kind in _OF_ONES_OWN]
        return calls or [one for one in before if one.form.kind in _OF_ONES_OWN] or last
    if last and all(one.form.kind in _AFTER_BREAK for one in last if is_act(one)):
        breaks = [one for one in before if one.form.kind == "relations_break" and one.made]
        return breaks or last
    turned = any(one.form.kind in _TURNS and one.made for one in last)
    return [one for one in last if not turned or one.form.kind not in _AFTER_BREAK]


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


def follower(verb: Verb, analysis: Analysis) -> Mention | None:
    """
    The state by which an act or another state is followed: "the recall was followed by Chad".
    """
    if "participle" not in verb.features or analysis.objects(verb):
        return None
    agents = [m for m in analysis.after(verb) if m.gov in analysis.language.words["agent"]]
    led = bool(agents) and agents[0].kind == "actor" and "demonym" not in agents[0].tags
    return agents[0] if led else None


def its_own(verb: Verb, analysis: Analysis) -> dict[str, list[Mention]]:
    """
    Where a state's own envoy is posted and who that is, in a clause without a verb: "Togo recalled
    its envoy, and Chad its own in Lima, John Doe".
    """
    after = analysis.after(verb) if verb.silent == "actor" else []
    own = next((one for one in after if {"own", "envoy"} <= one.tags), None)
    if own is None:
        return {}
    posts = [one for one in after if one.first > own.first and one.kind == "actor" and one.gov]
    named = [one for one in after if one.first >= own.first and one.person and one.name]
    found = {"own at": [own] if own.receiver else posts[:1]}
    return {**found, **{f"{word} named": named for word in analysis.language.words["likewise_to"]}}


def with_named(made: Filled, told: Told) -> Filled:
    """
    An act done to whom a clause names: "did the same with its own man, John Doe".
    """
    for word in told.analysis.language.words["likewise_to"]:
        for one in told.roles.get(f"{word} named", ()):
            made.values["person"] = one.person
    return made


def ranked(made: Filled, told: Told) -> Filled:
    """
    An expulsion of the member of a mission that a clause names: "lo mismo con el encargado".
    """
    words = told.analysis.language.words["likewise_to"]
    ranked = [one for word in words for one in told.roles.get(f"{word} whom", ())]
    if ranked and made.kind == "ambassador_expulsion":
        made.kind = "persona_non_grata"
        if "charge" in ranked[0].tags:
            made.values["standing"] = "charge_daffaires"
    return made
