"""
Statements that are no event of their own beside an act: what announces it, or gives its ground.
"""

from __future__ import annotations

from typing import Final

from diplomodel_news._events.found import Finding
from diplomodel_news._frames.fields import states_of
from diplomodel_news._grammar.grammar import Verb
from diplomodel_news._stance.stance import OF_QUOTES, unlike


__all__ = ["without_grounds"]

#: Forms by which somebody gives an act a name, and does not merely announce it.
_NAMING: Final = frozenset({"statement.call-it"})
#: The form by which somebody says that another state breaks or endangers something.
_ACCUSING: Final = "statement.accuse-in-words"
#: The forms that blame somebody for something.
_BLAMING: Final = frozenset(
    {"statement.accuse", "statement.points-at", "statement.break-silence", "statement.treat"}
)
#: The form by which somebody warns, which may be all of a threat told beside it.
_WARNING: Final = "statement.warn"
#: Forms of threats of whatever step, which may have a type of its own.
_ANY_THREAT: Final = "threat.threatens"
#: Forms by which somebody may only announce an act that is told beside it.
_ANNOUNCING: Final = (
    "statement.warn",
    "statement.say-",
    "statement.demand",
    "statement.repeat-demand",
)
#: Forms by which somebody may only ask for, promise or deny an act that is told beside it.
_ASKING: Final = (
    "statement.assure",
    "statement.ask-state",
    "statement.deny-that",
    "statement.right-of",
)
#: Acts of bodies that are words, so that the same words are no statement too.
_OF_BODIES: Final = frozenset(
    {
        "joint_statement",
        "organisation_step",
        "court_order",
        "court_judgment",
        "parliamentary_declaration",
        "protest_note",
        "court_application",
        "nationals_ordered_out",
    }
)


def without_grounds(findings: list[Finding]) -> list[Finding]:
    """
    Drop statements that only announce an act told in the same text, or give the ground of it.
    """
    bodies = {id(one.draft.told.verb) for one in findings if one.kind in _OF_BODIES}
    announcing = _announcing(findings) | bodies
    words, acts = _own_words(findings), _acts(findings)
    joined = _joined(findings)
    threats = {(one.order, one.values.get("by")) for one in findings if one.kind == "threat"}
    kept = []
    typed = {one.order for one in findings if _is_typed_threat(one)}
    for one in _without_second_hand(findings):
        # A headline that "threatens" says no more than the text below does.
        heading = bool(typed) and one.draft.told.analysis.sentence.is_heading
        told = one.order in typed or heading
        if one.draft.told.form.name.startswith(_ANY_THREAT) and told:
            continue
        verb, by = id(one.draft.told.verb), one.values.get("by")
        announces = verb in announcing or (verb, by) in words
        names = one.draft.told.form.name in _NAMING
        ground = _is_ground(one) and (one.order, by) in acts
        ground = ground or (one.order, by) in joined
        ground |= one.draft.told.form.name == _WARNING and (one.order, by) in threats
        if one.kind != "statement" or ((names or not announces) and not ground):
            kept.append(one)
    return kept


def _is_typed_threat(one: Finding) -> bool:
    """
    Whether a step that has a type is threatened.
    """
    return one.kind == "inviolability_threat" or (
        one.kind not in {"threat", "statement"} and one.modality == "threatened"
    )


def _joined(findings: list[Finding]) -> set[tuple[int, object]]:
    """
    Where states speak together, whose single statements beside it only say of whom.
    """
    joined: set[tuple[int, object]] = set()
    for joint in findings:
        several = joint.values.get("with_")
        if joint.kind != "joint_statement" or not isinstance(several, tuple):
            continue
        states = {(joint.order, code) for code in (joint.values.get("by"), *several)}
        joined |= states
        for one in findings:
            if one.kind == "statement" and (one.order, one.values.get("by")) in states:
                target = joint.values.get("target") or one.values.get("target")
                joint.values["target"] = target if target not in several else None
    return joined


def _own_words(findings: list[Finding]) -> set[tuple[int, object]]:
    """
    The verbs, by identity, that tell of an act in the words of those who did it.
    """
    return {
        (id(verb), code)
        for one in findings
        if one.kind != "statement"
        for verb in one.draft.sure.by
        for code in _doers(one)
    }


def _acts(findings: list[Finding]) -> set[tuple[int, object]]:
    """
    Where in the text acts are told, and who has a part in them.
    """
    fields = ("by", "sender", "receiver", "applicant", "institution")
    acts = {
        (one.order, one.values.get(field))
        for one in findings
        if one.kind != "statement"
        for field in fields
    }
    for one in findings:
        several = one.values.get("with_") if one.kind in _OF_BODIES else None
        acts |= {(one.order, code) for code in (several if isinstance(several, tuple) else ())}
    return acts


def _without_second_hand(findings: list[Finding]) -> list[Finding]:
    """
    Drop statements read from a quotation where a verb beside it tells the stand, or an act.
    """
    said = [one for one in findings if one.kind == "statement"]
    rows = [(one.draft.told.form.name, one.order, one.values.get("by")) for one in said]
    acts = {(one.order, code) for one in findings if one.kind != "statement" for code in _by(one)}
    dropped = {
        id(one)
        for one in said
        if one.draft.told.form.name.startswith(OF_QUOTES)
        and (one.order, one.values.get("by")) in acts
    }
    dropped |= {id(one) for one, own in zip(said, unlike(rows), strict=True) if not own}
    dropped |= {id(one) for one in said if _only_explains(one, findings)}
    dropped |= {id(one) for one in said if _only_asks(one, findings)}
    return [one for one in findings if id(one) not in dropped]


def _only_explains(one: Finding, findings: list[Finding]) -> bool:
    """
    Whether a state only says what the other did that it has acted against: "Togo had lied".
    """
    if one.draft.told.form.name != _ACCUSING:
        return False
    by, target = one.values.get("by"), one.values.get("target")
    acts = (act for act in findings if act.kind != "statement")
    return any(by in _by(act) and target in states_of(act.values) for act in acts)


def _only_asks(one: Finding, findings: list[Finding]) -> bool:
    """
    Whether a state only asks another for an act, or promises it one, that the same words tell.
    """
    if not one.draft.told.form.name.startswith(_ASKING):
        return False
    parties = {one.values.get("by"), one.values.get("target")} - {None}
    acts = (act for act in findings if act.kind != "statement" and act.order == one.order)
    return any(parties <= set(states_of(act.values)) for act in acts)


def _announcing(findings: list[Finding]) -> set[int]:
    """
    The verbs, by identity, that only announce, demand or deny an act that is told itself.
    """
    acts = [one for one in findings if one.kind != "statement" and not one.weak]
    alone = {
        id(verb)
        for one in acts
        if one.modality not in {"done", "planned"}
        for verb in (*one.draft.sure.by, one.draft.told.verb)
        if one.modality != "offered" or not _is_others(verb, one)
    }
    announced = {
        id(one.draft.sure.reporter) for one in acts if one.modality not in {"done", "claimed"}
    }
    return alone | {
        id(one.draft.told.verb)
        for one in findings
        if one.draft.told.form.name.startswith(_ANNOUNCING)
        and any(id(who) in announced for who in one.draft.told.roles.get("subject", ()))
    }


def _is_others(verb: Verb | None, act: Finding) -> bool:
    """
    Whether another state speaks of what one offers: "Chad hailed Togo's will to talk".
    """
    who = act.draft.told.analysis.subject_of(verb) if verb is not None else None
    return who is not None and who.state is not None and who.state not in states_of(act.values)


def _is_ground(one: Finding) -> bool:
    """
    Whether a statement stands below an act: "expelled X, accusing him", "X, whom it accused".
    """
    verb = one.draft.told.verb
    relative = verb is not None and verb.joint == "relative"
    blame = relative and one.draft.told.form.name in _BLAMING
    return verb is not None and (verb.tense == "gerund" or blame)


def _doers(one: Finding) -> list[object]:
    """
    Who does what is told: the subject's state; of what has no single doer, and in reports of
    what others do by words that take no stand, every state.
    """
    for field, roles in one.draft.told.form.slots.items():
        if roles and roles[0].startswith("subject") and isinstance(one.values.get(field), str):
            return [one.values[field]]
    acting = (one.values.get(field) for field in ("by", "sender", "asylum_state", "state"))
    first = next((code for code in acting if isinstance(code, str)), None)
    return [first] if first is not None else list(states_of(one.values))


def _by(one: Finding) -> list[object]:
    """
    The states that may have done what is told.
    """
    fields = ("by", "sender", "receiver", "asylum_state", "state", "applicant")
    return [one.values[field] for field in fields if one.values.get(field)]
