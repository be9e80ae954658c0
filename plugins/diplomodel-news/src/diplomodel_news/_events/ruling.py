"""
Who rules a state whose government is recognised or not, where the act's own words do not say so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from diplomodel.dates import PartialDate
from diplomodel_news._cast.persons import Person
from diplomodel_news._events.found import Finding
from diplomodel_news._mentions.mentions import Mention
from diplomodel_news._story import Story


__all__ = ["name_rulers"]

_RULE: Final = "government_recognition"
_STAND_IN: Final = "president-of-"
#: The office of whoever rules.
_HEAD: Final = "head_of_state"
#: Acts by which whoever ruled before is gone.
_FALLS: Final = frozenset({"coup_attempt", "head_of_state_removal"})
#: Fields with those by whom a state is ruled anew.
_RISEN: Final = {"office_taken": "person", "coup_attempt": "by", "self_coup_attempt": "by"}


def name_rulers(findings: Iterable[Finding], story: Story) -> None:
    """
    Put whoever rules for a government recognised or not that the act does not name: somebody of
    its sentence, "the cabinet of X", or who came to power there, or is told to head the state.

    Args:
        findings: What the text tells, whose fields are changed.
        story: The text, read to its end.
    """
    findings = list(findings)
    unnamed = [one for one in findings if _is_unnamed(one)]
    there: dict[object, list[Finding]] = {}
    for one in findings if unnamed else ():
        if one.kind in _FALLS | _RISEN.keys() and one.modality == "done":
            there.setdefault(one.values.get("state"), []).append(one)
    for one in unnamed:
        person = (
            next(_here(one, story), None)
            or _risen(one, there.get(one.values.get("target"), []), story)
            or _only(one, story, by_force=one.values.get("target") in _by_force(story))
        )
        if person is not None:
            one.values["government"] = person
            one.why.append(f"government {person}: who rules there by the text")


def _is_unnamed(finding: Finding) -> bool:
    return finding.kind.startswith(_RULE) and str(finding.values.get("government")).startswith(
        _STAND_IN
    )


def _here(finding: Finding, story: Story) -> Iterator[str]:
    """
    Persons named in what is recognised, right after the words of recognising, or in a participle
    that goes on with these: "a cabinet led by X".
    """
    told = finding.draft.told
    verb, analysis = told.verb, told.analysis
    if verb is None:
        return
    limit = verb.limit
    for one in analysis.verbs:
        thing = analysis.subject_of(one) if one.first == verb.limit else None
        if thing is not None and verb.stop <= thing.first < one.first:
            limit = one.limit
    things = [one for one in analysis.mentions if verb.stop <= one.first < limit]
    for one in [*told.roles.get("object", ()), *things]:
        for bearer in _bearers(one):
            if bearer.person and _can_rule(story.cast.persons.get(bearer.person), finding, story):
                yield bearer.person


def _bearers(mention: Mention) -> Iterator[Mention]:
    for one in (mention, *mention.bearers, mention.of, mention.owner):
        if one is not None:
            yield one


def _can_rule(person: Person | None, finding: Finding, story: Story) -> bool:
    """
    Whether somebody can be the one: not of another state, out of office or an envoy.
    """
    return (
        person is not None
        and not person.unnamed
        and not person.former
        and person.id not in story.cast.ousted
        and person.state in {None, finding.values.get("target")}
        and person.role in {"", "other", _HEAD}
    )


def _risen(finding: Finding, there: list[Finding], story: Story) -> str | None:
    """
    Who came to power in the state last, as told before, or else further on; nobody who did so
    before others fell there.
    """
    falls = [PartialDate.parse(one.date).first for one in there if one.kind in _FALLS and one.date]
    fell = max(falls, default=0)
    told: list[tuple[int, str]] = []
    for one in there:
        value = one.values.get(_RISEN.get(one.kind, ""))
        if one.values.get("office", _HEAD) != _HEAD or _day(one) < fell:
            continue
        for key in value if isinstance(value, tuple) else (value,):
            person = story.cast.persons.get(str(key))
            if person is not None and not (person.unnamed or person.id in story.cast.ousted):
                told.append((one.order, person.id))
    before = [one for one in told if one[0] <= finding.order]
    return max(before)[1] if before else min(told)[1] if told else None


def _day(finding: Finding) -> int:
    return PartialDate.parse(finding.date).last if finding.date else 0


def _by_force(story: Story) -> set[str | None]:
    """
    The states whose rulers have changed by the text.
    """
    return {story.cast.junta, story.cast.upheaval} - {None}


def _only(finding: Finding, story: Story, *, by_force: bool) -> str | None:
    """
    The only one told to head the state, where that is not who fell there; or after a fall the only
    officer.
    """
    if not by_force and finding.kind == _RULE:
        # Of whom a text tells before others are recognised, these have yet to take the place.
        return None
    able = [
        one.id
        for one in story.cast.persons.values()
        if _can_rule(one, finding, story)
        and (
            "military" in one.tags
            if by_force
            else one.role == _HEAD and one.state == finding.values.get("target")
        )
    ]
    return able[0] if len(able) == 1 else None
