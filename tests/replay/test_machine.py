"""
No stream of events, however odd, makes a replay crash or lose one.
"""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from replay_streams import ANDEAN, dates, day, events, nonsense, told

from diplomodel.dates import PartialDate
from diplomodel.errors import BadInputError, UnknownNameError
from diplomodel.events import Event, Modality, Observation, UnknownEvent
from diplomodel.histories import History, replay


MIXED = events() | nonsense(dates())


class Streams(RuleBasedStateMachine):
    """
    Events come and go, whole and broken, and the history keeps up.
    """

    def __init__(self) -> None:
        """
        Start with nothing.
        """
        super().__init__()
        self.events: list[Event] = []
        self.history: History = replay([])

    @rule(data=st.data())
    def add(self, data: st.DataObject) -> None:
        """
        Events are added.
        """
        new = data.draw(st.lists(MIXED, min_size=1, max_size=3))
        self.history = self.history.amend(add=new)
        self.events.extend(new)

    @precondition(lambda self: self.events)
    @rule(data=st.data())
    def retract(self, data: st.DataObject) -> None:
        """
        Events are taken out.
        """
        gone = data.draw(st.lists(st.sampled_from(self.events), min_size=1, max_size=3))
        ids = {event.id for event in gone}
        self.history = self.history.amend(retract=[event.id for event in gone])
        self.events = [event for event in self.events if event.id not in ids]

    @precondition(lambda self: self.events)
    @rule(data=st.data())
    def replace(self, data: st.DataObject) -> None:
        """
        One event takes the place of another.
        """
        new = data.draw(MIXED)
        gone = data.draw(st.sampled_from(self.events))
        self.history = self.history.amend(add=[new], retract=[gone])
        self.events = [*(event for event in self.events if event.id != gone.id), new]

    @precondition(lambda self: self.events)
    @rule(data=st.data())
    def repeat(self, data: st.DataObject) -> None:
        """
        Events are reported again.
        """
        again = data.draw(st.lists(st.sampled_from(self.events), min_size=1, max_size=3))
        before = told(self.history)
        self.history = self.history.amend(add=again)
        assert before == told(self.history)

    @rule(name=st.sampled_from(["nothing", "", "e1-0", "\u2028"]))
    def retract_what_is_not_there(self, name: str) -> None:
        """
        Taking out what is not there is refused.
        """
        with pytest.raises(UnknownNameError, match="unknown event"):
            self.history.amend(retract=[name])

    @rule(when=dates())
    def look(self, when: str) -> None:
        """
        Whatever day is asked, all that is known is explained.
        """
        for fluent, subject, value in self.history.at(when).known():
            assert value == self.history.explain(fluent, subject, at=when).value

    @rule(when=st.sampled_from(["2022-12", "soon", "", "../2022", "0000-00-00"]))
    def look_at_no_day(self, when: str) -> None:
        """
        What is no day is refused.
        """
        with pytest.raises(BadInputError, match=r"not|day"):
            self.history.at(when)

    @invariant()
    def nothing_is_lost(self) -> None:
        """
        Every event is there, merged with its like, or superseded by one that is reported.
        """
        kept = {event.id for event in self.history.events}
        named = {name for event in self.events for name in event.supersedes}
        for event in self.events:
            same = [other for other in self.events if other.id == event.id]
            superseded = any(other.label in named or other.id in named for other in same)
            assert event.id in kept or superseded

    @invariant()
    def evidence_is_kept(self) -> None:
        """
        Merging loses no evidence and no claim.
        """
        merged = {event.id: event for event in self.history.events}
        for event in self.events:
            if event.id in merged:
                assert set(event.evidence) <= set(merged[event.id].evidence)
                assert set(event.claims) <= set(merged[event.id].claims)

    @invariant()
    def what_has_no_effect_is_reported(self) -> None:
        """
        An event of an unknown kind and an observation of nothing have a finding each.
        """
        found = reported(self.history, ("unknown_kind", "set_aside"))
        for event in self.history.events:
            if isinstance(event, UnknownEvent):
                assert event.id in found
            elif isinstance(event, Observation) and event.modality is Modality.DONE:
                seen = any(spell.began_by is event for spell in self.history.spells())
                entries = {e.id for f in self.history.findings() for e in f.events}
                assert seen or event.id in entries or self.fits(event)

    def fits(self, event: Observation) -> bool:
        """
        Whether an observation tells what is told anyway.
        """
        fluent = self.history.rules.fluent(event.fluent)
        text = str(PartialDate.of(event.occurred).latest or event.occurred.earliest)
        subject = event.subject
        values, _ = self.history.line_values(fluent, self.canonical(event), day(text))
        return subject != "" and event.value in values

    def canonical(self, event: Observation) -> str:
        """
        The canonical text of what is observed.
        """
        from diplomodel.subjects import subject_text

        return subject_text(self.history.rules.fluent(event.fluent).on, event.subject)

    def teardown(self) -> None:
        """
        At the end all is as if it had been given at once.
        """
        assert told(replay(self.events)) == told(self.history)


def reported(history: History, codes: Iterable[str]) -> set[str]:
    """
    Ids of the events that findings of some codes concern.
    """
    return {e.id for found in history.findings() if found.code in codes for e in found.events}


TestStreams = Streams.TestCase
TestStreams.settings = settings(max_examples=40, stateful_step_count=12)


def test_the_cast_has_labels() -> None:
    """
    The machine's events can name each other.
    """
    assert len(ANDEAN.labels) > 1
