"""
Ask a mission's state on one day, and follow a derived answer down to its sources.

Run it with ``python examples/ask_a_date_and_why.py``.
"""

from __future__ import annotations

import diplomodel as dm
from diplomodel import fluents, law
from diplomodel.histories import Explanation


DAY = "2025-11-20"


def tell(reason: Explanation, *, indent: str = "") -> None:
    """
    Print why a value holds: what it follows from, or its event, rule, law and evidence.
    """
    print(f"{indent}{reason.fluent.name} of {reason.subject}: {reason.value}")
    if reason.event is not None:
        print(f"{indent}  {reason.event.occurred}: {reason.event.summary or reason.event.kind}")
    if reason.rule is not None:
        print(f"{indent}  {reason.rule.why}")
        for cited in reason.law:
            print(f"{indent}  {cited}: {law.article(cited).title}")
    for piece in reason.evidence[:2]:
        published = piece.published or "undated"
        print(f"{indent}  says {piece.source.publisher} ({published})")
    for inner in reason.because:
        tell(inner, indent=f"{indent}    ")


def main() -> None:
    """
    Print what is known of Mexico's mission in Lima that day, and why nobody heads it.
    """
    history = dm.replay(dm.casebook("peru-mexico"))
    mission = history.at(DAY).mission("MEX", "PER")
    print(f"Mexico's mission in Peru on {DAY}")
    for fluent in (
        fluents.MISSION,
        fluents.MISSION_LEVEL,
        fluents.HEADED_BY,
        fluents.FUNCTIONS,
        fluents.PREMISES,
    ):
        print(f"  {fluent.name}: {mission[fluent]} ({mission.certainty(fluent)})")

    print()
    tell(history.explain(fluents.HEADED_BY, "MEX:PER", at=DAY))


if __name__ == "__main__":
    main()
