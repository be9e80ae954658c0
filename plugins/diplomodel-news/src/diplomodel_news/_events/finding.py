"""
All that a text tells, and what of it becomes events.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import Final, NamedTuple

from diplomodel_news._events.after_break import send_all
from diplomodel_news._events.blamed import blame
from diplomodel_news._events.by_letter import date_by_letters
from diplomodel_news._events.found import Finding
from diplomodel_news._events.grounds import without_grounds
from diplomodel_news._events.implied import implied
from diplomodel_news._events.judge import judge
from diplomodel_news._events.merge import merged
from diplomodel_news._events.named import name_envoys
from diplomodel_news._events.public import JUSTICE, dealings, is_between, is_public
from diplomodel_news._events.recognised import turn_about
from diplomodel_news._events.ruling import name_rulers
from diplomodel_news._story import Story


__all__ = ["Findings", "findings_of"]

#: What a state speaks of that takes up somebody's case.
_OF_JUSTICE: Final = frozenset({"verdict_of", "arrest", "release_of", "trial"})
#: What happens to those who rule a state.
_AT_HOME: Final = frozenset({"coup_attempt", "self_coup_attempt", "head_of_state_removal"})
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
        if one.kind in _AT_HOME and str(one.values.get("state")).startswith("org:"):
            one.refused = one.refused or "an organisation has no such power to lose"
        if one.kind == "coup_attempt" and _others_word(one):
            one.refused = one.refused or "only another state calls it so"
        if one.modality == "denied" and _asked_nowhere(one):
            one.refused = one.refused or "nobody says where no asylum was asked for"
        turn_about(one, story.named, story.published)
    kept = [one for one in every if not one.refused]
    for one in kept:
        _align(one, story.cast.case)
        send_all(one, one.draft.told, story.cast)
    name_envoys(kept, story)
    name_rulers(kept, story)
    public = _of_public_matter(kept, story)
    acts = without_grounds(public)
    left_out = dict.fromkeys(map(id, kept), "it only gives the ground of an act told beside it")
    left_out |= dict.fromkeys(
        {id(one) for one in kept} - {id(one) for one in public},
        "the persons hold no office, and no states quarrel over them",
    )
    for one in acts:
        del left_out[id(one)]
    date_by_letters(acts, story)
    more = implied(acts, every, story)
    every += more
    told = merged([*acts, *more])
    blame(told)
    return Findings(sorted(every, key=lambda one: one.order), told, left_out)


def _others_word(one: Finding) -> bool:
    """
    Whether only another state than that where it is speaks of a coup: "denounced a coup there".
    """
    if one.modality != "claimed" or one.draft.told.noun is None:
        return False
    subjects = (one.draft.told.analysis.subject_of(verb) for verb in one.draft.sure.by)
    codes = [code for who in subjects if who is not None for code in who.codes]
    return bool(codes) and one.values.get("state") not in codes


def _asked_nowhere(one: Finding) -> bool:
    """
    Whether asylum is said not to be asked for, in a sentence that names no state for it.
    """
    where = one.values.get("asylum_state")
    named = {mention.state for mention in one.draft.told.analysis.mentions}
    return one.kind == "asylum_request" and "asylum_state" in one.guessed and where not in named


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
    cases = _Cases(findings)
    for one in findings:
        if one.kind not in JUSTICE or one.modality in {"demanded", "asked"}:
            for field in ("persons", "person", "taken", "visited"):
                value = one.values.get(field)
                quarrel |= set(value) if isinstance(value, tuple) else {value}
        if one.kind in _TAKING_UP:
            quarrel |= cases.taken_up_by(one)
    dealt = dealings(findings)
    return [
        one
        for one in findings
        if one.kind not in JUSTICE
        or _persons(one) & quarrel
        or is_public(one, story.cast)
        or is_between(one, story.cast, dealt)
    ]


class _Cases:
    """
    The arrests and trials that a text tells, by the sentences that tell them.
    """

    def __init__(self, findings: list[Finding]) -> None:
        """
        Take them from all findings.
        """
        self.told: dict[int, list[Finding]] = {}
        for one in findings:
            if one.kind in JUSTICE:
                self.told.setdefault(one.order, []).append(one)
        self.orders = sorted(self.told)

    def taken_up_by(self, statement: Finding) -> set[object]:
        """
        Whose case a state takes up: who is named in its words, or was tried before "the verdict".
        """
        mentions = statement.draft.told.analysis.mentions
        named: set[object] = {one.person for one in mentions if one.person}
        order = statement.order
        for one in (*self.told.get(order - 1, ()), *self.told.get(order, ())):
            # "A court ordered his arrest. The EU rejected it": what was done just before.
            other = statement.values.get("by") != one.values.get("state")
            if other and statement.values.get("target") == one.values.get("state"):
                named |= _persons(one)
        before = bisect_left(self.orders, order)
        if before and any(one.tags & _OF_JUSTICE for one in mentions):
            for one in self.told[self.orders[before - 1]]:
                named |= _persons(one)
        return named - {statement.values.get("speaker")}


def _persons(one: Finding) -> set[object]:
    told = one.values.get("persons")
    return set(told) if isinstance(told, tuple) else set()
