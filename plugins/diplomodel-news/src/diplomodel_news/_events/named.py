"""
Envoys whom a text tells of by their post, and names only further on.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final

from diplomodel_news._cast.cast import Cast
from diplomodel_news._cast.persons import Person
from diplomodel_news._events.found import Finding
from diplomodel_news._story import Story


__all__ = ["name_envoys"]

_ROLE: Final = "head_of_mission"
#: How far down a text its news is told, and how many sentences further a name without an office
#: still is the envoy told of.
_LEAD: Final = 2
_NEAR: Final = 2


def name_envoys(findings: Iterable[Finding], story: Story) -> None:
    """
    Put the name of the only person who can be meant where an act tells of an envoy by the post.

    Args:
        findings: What the text tells, whose fields are changed.
        story: The text, read to its end.
    """
    findings = list(findings)
    unnamed = [one for one in findings if _is_by_post(one, story.cast)]
    posts = {_post(one) for one in unnamed}
    senders = Counter(sender for sender, _ in posts)
    held: dict[object, set[object]] = {}
    for one in findings:
        held.setdefault(one.values.get("person"), set()).add(_post(one))
    heads = [one for one in story.cast.persons.values() if _is_head(one)]
    introduced: dict[str, object] = {}
    for one in unnamed:
        able = [
            person
            for person in heads
            if _is_able(person, one, alone=len(posts) == 1)
            and held.get(person.id, set()) <= {_post(one)}
        ]
        if len(able) == 1 and senders[_post(one)[0]] == 1:
            one.values["person"] = able[0].id
            held.setdefault(able[0].id, set()).add(_post(one))
            one.why.append(f"person {able[0].id}: the only envoy named who can be meant")
        elif (
            not able
            and one.order <= _LEAD
            and (person := _introduced(one, story))
            and introduced.setdefault(person, _post(one)) == _post(one)
        ):
            one.values["person"] = person
            one.why.append(f"person {person}: named without an office right after")


def _post(finding: Finding) -> tuple[object, object]:
    return finding.values.get("sender"), finding.values.get("receiver")


def _is_by_post(finding: Finding, cast: Cast) -> bool:
    """
    Whether an act tells of a head of mission, and does not name the person.
    """
    person = finding.values.get("person")
    if "sender" not in finding.values or not isinstance(person, str):
        return False
    known = cast.persons.get(person)
    return known.unnamed and known.role == _ROLE if known else person.startswith("ambassador-of-")


def _is_head(person: Person) -> bool:
    return person.role == _ROLE and not person.unnamed and not person.former


def _is_able(person: Person, finding: Finding, *, alone: bool) -> bool:
    """
    Whether an envoy can be meant; one of no known state where no other post is.
    """
    sender, receiver = _post(finding)
    ours = person.state == sender or (person.state is None and alone)
    return ours and person.receiver in {None, receiver}


def _introduced(finding: Finding, story: Story) -> str | None:
    """
    Whom the next sentences open with, for the first time and without an office, if one person.
    """
    seen = {one.person for several in story.mentions[: finding.order] for one in several}
    near = story.mentions[finding.order + 1 : finding.order + 1 + _NEAR]
    new = {
        one.person
        for several in near
        for one in several
        if one.first == 0
        and not one.plural
        and one.person not in seen
        and (person := story.cast.persons.get(one.person or "")) is not None
        and not (person.role or person.unnamed or person.state)
    }
    return next(iter(new)) if len(new) == 1 else None
