"""
Replay the Peru-Mexico casebook and tell what changed between the two states, day by day.

Run it with ``python examples/replay_peru_mexico.py``.
"""

from __future__ import annotations

import diplomodel as dm
from diplomodel import fluents


#: What tells the story of the relation itself: a fluent, and of what.
TOLD = (
    (fluents.RELATIONS, "MEX-PER"),
    (fluents.CONSULAR, "MEX-PER"),
    (fluents.MISSION_LEVEL, "MEX:PER"),
    (fluents.MISSION_LEVEL, "PER:MEX"),
    (fluents.MISSION, "MEX:PER"),
    (fluents.MISSION, "PER:MEX"),
)


def main() -> None:
    """
    Print each change with its event and its legal basis, and how long relations stood.
    """
    case = dm.casebook("peru-mexico")
    history = dm.replay(case)
    print(f"{case.title}: {len(history.events)} events, {len(case.sources)} sources")

    changes = [change for key in TOLD for change in history.transitions(*key)]
    for change in sorted(changes, key=lambda change: change.day):
        before = change.before or "not known"
        print(f"{change.date}  {change.fluent} {change.subject}: {before} -> {change.after}")
        print(f"            {change.event.summary}")
        print(f"            {change.rule.why} [{'; '.join(change.law)}]")

    for spell in history.spells(fluents.RELATIONS, "MEX-PER"):
        until = spell.ended_by.occurred if spell.ended_by else "the last day covered"
        print(f"relations {spell.value} from {spell.first_day} to {until}")


if __name__ == "__main__":
    main()
