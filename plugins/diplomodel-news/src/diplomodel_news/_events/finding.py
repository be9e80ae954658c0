"""
All that a text tells, and what of it becomes events.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from diplomodel_news._events.found import Finding
from diplomodel_news._events.judge import judge
from diplomodel_news._events.merge import merged
from diplomodel_news._events.public import JUSTICE, is_public
from diplomodel_news._frames.fields import states_of
from diplomodel_news._stance.stance import OF_QUOTES, unlike
from diplomodel_news._story import Story


__all__ = ["Findings", "findings_of"]

#: Forms by which somebody gives an act a name, and does not merely announce it.
_NAMING: Final = frozenset({"statement.call-it"})


#: The form by which somebody says that another state breaks or endangers something.
_ACCUSING: Final = "statement.accuse-in-words"
#: Forms by which somebody may only announce an act that is told beside it.
_ANNOUNCING: Final = (
    "statement.warn",
    "statement.say-",
    "statement.demand",
    "statement.repeat-demand",
)
#: Acts of bodies that are words, so that the same words are no statement too.
_OF_BODIES: Final = frozenset(
    {
        "joint_statement",
        "organisation_step",
        "court_order",
        "court_judgment",
        "parliamentary_declaration",
    }
)


#: What a state speaks of that takes up somebody's case.
_OF_JUSTICE: Final = frozenset({"verdict_of", "arrest", "release_of", "trial"})


#: Acts in which states speak of somebody's case.
_TAKING_UP: Final = frozenset({"statement", "meeting", "talks"})


class Findings(NamedTuple):
    """
    What was found in a text.

    Attributes:
        all: Everything, near misses too, in the order of the text.
        events: What becomes events, tellings of one put together.
        left_out: Why others that were no near misses do not, by the identity of the finding.
    """

    all: list[Finding]
    events: list[Finding]
    left_out: dict[int, str]


def findings_of(story: Story) -> Findings:
    """
    Read a text.
    """
    every = [
        finding
        for draft in story.drafts()
        for finding in judge(draft, story.cast, story.published, opinion=story.opinion)
    ]
    for one in every:
        if one.kind == "parliamentary_declaration" and not one.values.get("target"):
            one.refused = one.refused or "a parliament that speaks of no other state"
    kept = [one for one in every if not one.refused]
    for one in kept:
        _align(one, story.cast.case)
    public = _of_public_matter(kept, story)
    acts = _without_grounds(public)
    left_out = dict.fromkeys(map(id, kept), "it only gives the ground of an act told beside it")
    left_out |= dict.fromkeys(
        {id(one) for one in kept} - {id(one) for one in public},
        "the persons hold no office, and no states quarrel over them",
    )
    for one in acts:
        del left_out[id(one)]
    return Findings(sorted(every, key=lambda one: one.order), merged(acts), left_out)


def _align(finding: Finding, case: tuple[str, str] | None) -> None:
    """
    Tell who sued whom in a judgment that leaves it open, as the case told after it does.
    """
    sides = [finding.values.get(field) for field in ("applicant", "respondent")]
    rulings = {"court_order", "court_judgment"}
    if case is None or finding.kind not in rulings or set(sides) != set(case):
        return
    if {"applicant", "respondent"} <= finding.guessed:
        finding.values["applicant"], finding.values["respondent"] = case


def _of_public_matter(findings: list[Finding], story: Story) -> list[Finding]:
    """
    Drop arrests and trials of persons who hold no office and over whom no states quarrel.
    """
    quarrel: set[object] = set()
    for one in findings:
        if one.kind not in JUSTICE or one.modality in {"demanded", "asked"}:
            for field in ("persons", "person", "taken", "visited"):
                value = one.values.get(field)
                quarrel |= set(value) if isinstance(value, tuple) else {value}
        if one.kind in _TAKING_UP:
            quarrel |= _spoken_for(one, findings)
    kept = []
    for one in findings:
        persons = one.values.get("persons")
        told = isinstance(persons, tuple) and bool(set(persons) & quarrel)
        if one.kind not in JUSTICE or told or is_public(one, story.cast):
            kept.append(one)
    return kept


def _spoken_for(statement: Finding, findings: list[Finding]) -> set[object]:
    """
    Whose case a state takes up: who is named in its words, or was tried before "the verdict".
    """
    mentions = statement.draft.told.analysis.mentions
    named: set[object] = {one.person for one in mentions if one.person}
    if any(one.tags & _OF_JUSTICE for one in mentions):
        before = [one for one in findings if one.kind in JUSTICE and one.order < statement.order]
        last = max((one.order for one in before), default=0)
        for one in before:
            persons = one.values.get("persons")
            if one.order == last and isinstance(persons, tuple):
                named |= set(persons)
    return named - {statement.values.get("speaker")}


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


def _is_ground(one: Finding) -> bool:
    """
    Whether a statement stands below an act: "expelled X, accusing him", "X, whom it accused".
    """
    verb = one.draft.told.verb
    relative = verb is not None and verb.joint == "relative"
    blame = relative and one.draft.told.form.name == "statement.accuse"
    return verb is not None and (verb.tense == "gerund" or blame)


def _without_grounds(findings: list[Finding]) -> list[Finding]:
    """
    Drop statements that only give the ground of an act told in the same sentence.
    """
    acts = {
        (one.order, code)
        for one in findings
        if one.kind != "statement"
        for code in (
            one.values.get("by"),
            one.values.get("sender"),
            one.values.get("receiver"),
            one.values.get("applicant"),
            one.values.get("institution"),
        )
    }
    words = {
        (id(verb), code)
        for one in findings
        if one.kind != "statement"
        for verb in one.draft.sure.by
        for code in _doers(one)
    }
    alone = _announcing(findings)
    for one in findings:
        if one.kind in _OF_BODIES:
            alone.add(id(one.draft.told.verb))
            several = one.values.get("with_")
            acts |= {(one.order, code) for code in (several if isinstance(several, tuple) else ())}
    findings = _without_second_hand(findings)
    findings = [
        one
        for one in findings
        if one.kind != "statement"
        or (
            id(one.draft.told.verb) not in alone
            and (id(one.draft.told.verb), one.values.get("by")) not in words
        )
        or one.draft.told.form.name in _NAMING
    ]
    return [
        one
        for one in findings
        if one.kind != "statement"
        or one.draft.told.verb is None
        or not _is_ground(one)
        or (one.order, one.values.get("by")) not in acts
    ]
