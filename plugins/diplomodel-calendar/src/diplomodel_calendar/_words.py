"""
What the entries say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import attrs

from diplomodel.actors import actor, is_actor
from diplomodel.errors import DiplomodelError
from diplomodel.events import Event, Modality, Observation
from diplomodel.evidence import Evidence
from diplomodel.histories import Obligation


__all__ = ["about", "address", "duty_about", "duty_title", "lines", "name_of", "title"]

#: What programs may take for the end of a line (Unicode Standard, section 5.8).
_BREAKS: Final = re.compile("\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]")

_ADDRESS: Final = re.compile(r"https?://[A-Za-z0-9][A-Za-z0-9.-]*(?::\d+)?(?:[/?#][!-~]*)?")

_COMMON: Final = frozenset(field.name for field in attrs.fields(Event))


def lines(text: str) -> str:
    r"""
    A text whose lines all end in one way, so that none can begin a line of the calendar.

    Example:
        >>> lines("one\r\ntwo\u2028three\rfour")
        'one\ntwo\nthree\nfour'
    """
    return _BREAKS.sub("\n", text)


def name_of(code: str) -> str:
    """
    The name of a state or organisation; the code where it is unknown.

    Example:
        >>> name_of("PER"), name_of("XYZ")
        ('Peru', 'XYZ')
    """
    try:
        return actor(code).name
    except DiplomodelError:
        return code


def title(event: Event) -> str:
    """
    The type of an event, how surely it is done, and the states that it names.

    Example:
        >>> from diplomodel.events import RelationsBreak
        >>> title(RelationsBreak(occurred="2025-11-03", by="PER", target="MEX"))
        'Relations break: Peru, Mexico'
    """
    if isinstance(event, Observation):
        fluent = event.fluent.replace("_", " ")
        return lines(f"{fluent[:1].upper()}{fluent[1:]}, {event.subject}: {event.value}")
    kind = event.kind.replace("_", " ")
    only = "" if event.modality is Modality.DONE else f" ({event.modality.value})"
    names = ", ".join(dict.fromkeys(map(name_of, _codes(event))))
    return lines(f"{kind[:1].upper()}{kind[1:]}{only}{names and f': {names}'}")


def _codes(event: Event) -> Iterator[str]:
    for field in attrs.fields(type(event)):
        if field.name in _COMMON:
            continue
        value = getattr(event, field.name)
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, str) and is_actor(item):
                yield item


def about(event: Event) -> str:
    """
    What happened, when if that is not sure, which versions differ, and who says so.
    """
    said = [event.summary or ""]
    if not event.occurred.is_exact:
        said.append(f"Dated {event.occurred}.")
    for claim in event.claims:
        by = f" ({', '.join(claim.by)})" if claim.by else ""
        said.append(f"Version: {claim.text}{by}; {claim.verdict.value}.")
    said += map(_source, event.evidence)
    return lines("\n".join(part for part in said if part))


def _source(evidence: Evidence) -> str:
    source = evidence.source
    when = "undated" if source.published is None else str(source.published)
    where = f", {source.address}" if source.address else ""
    return f"Source: {source.publisher} ({when}){where}"


def address(event: Event) -> str | None:
    """
    The first web address among the sources of an event.
    """
    found = (piece.source.address or "" for piece in event.evidence)
    return next((one for one in found if _ADDRESS.fullmatch(one)), None)


def duty_title(duty: Obligation) -> str:
    """
    Who owes what to whom.
    """
    who = f"{name_of(duty.holder)} owes {name_of(duty.owed_to)}"
    return lines(f"Deadline: {who} to {duty.text}")


def duty_about(duty: Obligation, day: int) -> str:
    """
    What is owed about what, how it stands on a day (an ordinal), and by which law.
    """
    said = [f"About {duty.subject}, since the event {duty.created_by.name}."]
    said.append(f"It is {duty.status(day).value} on the last day covered.")
    said += [f"{step.outcome.value}: {step.event.name}" for step in duty.steps if step.day <= day]
    said.append(f"Law: {'; '.join(duty.law)}")
    said += map(_source, duty.created_by.evidence)
    return lines("\n".join(said))
