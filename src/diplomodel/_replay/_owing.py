"""
What is owed: obligations, each once while it stands, with what later events say of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

import attrs

from diplomodel._replay._gather import ByIdentity, each
from diplomodel._replay._position import day_of, moment
from diplomodel._replay._results import Obligation, ObligationStatus, Step
from diplomodel._replay._second import SecondPass
from diplomodel.events import Event, LinkKind, Modality
from diplomodel.rules import Outcome


def obligations_of(
    creators: Iterable[Event], second: SecondPass, events: ByIdentity
) -> Iterator[Obligation]:
    """
    The obligations that some events created, each once while it stands.

    Args:
        creators: The events asked.
        second: What knows the duties and follows them.
        events: All events, which may say themselves what they fulfil.
    """
    created = [(moment(event), duty) for event in creators for duty in second.obligations(event)]
    if not created:
        return
    linked = _linked_steps(each(events))
    created.sort(key=lambda pair: (pair[0], pair[1].duty, pair[1].subject, pair[1].holder))
    standing: dict[tuple[str, str, str], Obligation] = {}
    for _, group in groupby(created, key=lambda pair: (pair[0], *_owed(pair[1]))):
        alike = [duty for _, duty in group]
        if len(alike) > 1:
            alike.sort(key=lambda duty: duty.created_by.id)
        for duty in alike:
            steps = _with_links(duty, duty.created_by, linked)
            owed = duty if steps is duty.steps else attrs.evolve(duty, steps=steps)
            if not _stands(standing.get(_owed(owed)), owed):
                standing[_owed(owed)] = owed
                yield owed


def _linked_steps(events: Iterable[Event]) -> dict[str, list[Step]]:
    """
    What events say themselves to fulfil, by the label or id of the event that created the duty.

    That an event contests another says nothing of whose duty it contests, so it counts for none.
    """
    found: dict[str, list[Step]] = {}
    for event in events:
        for link in event.links:
            if link.kind is LinkKind.FULFILS and event.modality is Modality.DONE:
                day = day_of(moment(event))
                step = Step(outcome=Outcome.FULFILLED, day=day, event=event)
                found.setdefault(link.to, []).append(step)
    return found


def _owed(duty: Obligation) -> tuple[str, str, str]:
    return duty.duty, duty.subject, duty.holder


def _stands(known: Obligation | None, owed: Obligation) -> bool:
    """
    Whether the same is owed already, so that a second event adds nothing to it.
    """
    if known is None or owed.due is not None:
        return False
    over = (ObligationStatus.FULFILLED, ObligationStatus.ENDED)
    return known.status(owed.begins) not in over


def _with_links(duty: Obligation, event: Event, linked: dict[str, list[Step]]) -> tuple[Step, ...]:
    more = [step for name in (event.label, event.id) if name for step in linked.get(name, ())]
    if not more:
        return duty.steps
    known = {(step.outcome, step.event) for step in duty.steps}
    new = [step for step in more if (step.outcome, step.event) not in known]
    return tuple(sorted((*duty.steps, *new), key=lambda step: (step.day, step.outcome.value)))
