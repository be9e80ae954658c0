"""
Replaying events into a history, and what a history answers with.
"""

from diplomodel._replay._history import History
from diplomodel._replay._results import (
    Certainty,
    Change,
    Explanation,
    Finding,
    Obligation,
    ObligationStatus,
    Spell,
    Step,
    Transition,
)
from diplomodel._replay._run import Covered, Replayable, replay
from diplomodel._replay._snapshot import (
    AsylumState,
    CountryState,
    DyadState,
    MissionState,
    PersonState,
    Snapshot,
    SubjectState,
)


__all__ = [
    "AsylumState",
    "Certainty",
    "Change",
    "CountryState",
    "Covered",
    "DyadState",
    "Explanation",
    "Finding",
    "History",
    "MissionState",
    "Obligation",
    "ObligationStatus",
    "PersonState",
    "Replayable",
    "Snapshot",
    "Spell",
    "Step",
    "SubjectState",
    "Transition",
    "replay",
]
