"""
All that a text tells, and what of it becomes events.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from diplomodel_news._judge import JUSTICE, Finding, is_public, judge
from diplomodel_news._merge import merged
from diplomodel_news._story import Story


__all__ = ["Findings", "findings_of"]

#: Forms by which somebody gives an act a name, and does not merely announce it.
_NAMING: Final = frozenset({"statement.call-it"})


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
    kept = [one for one in every if not one.refused]
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
    kept = []
    for one in findings:
        persons = one.values.get("persons")
        told = isinstance(persons, tuple) and bool(set(persons) & quarrel)
        if one.kind not in JUSTICE or told or is_public(one, story.cast):
            kept.append(one)
    return kept


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
        )
    }
    words = {id(verb) for one in findings if one.kind != "statement" for verb in one.draft.sure.by}
    for one in findings:
        if one.kind in {"joint_statement", "organisation_step"}:
            words.add(id(one.draft.told.verb))
            several = one.values.get("with_")
            acts |= {(one.order, code) for code in (several if isinstance(several, tuple) else ())}
    findings = [
        one
        for one in findings
        if one.kind != "statement"
        or id(one.draft.told.verb) not in words
        or one.draft.told.form.name in _NAMING
    ]
    return [
        one
        for one in findings
        if one.kind != "statement"
        or one.draft.told.verb is None
        or one.draft.told.verb.tense != "gerund"
        or (one.order, one.values.get("by")) not in acts
    ]
