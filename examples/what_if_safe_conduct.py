"""
What if Peru had granted Betssy Chávez's safe-conduct a week after the break?

A counterfactual is another history: the one at hand never changes.
Run it with ``python examples/what_if_safe_conduct.py``.
"""

from __future__ import annotations

import diplomodel as dm
from diplomodel.events import AsyleeDeparture, SafeConductDecision
from diplomodel.histories import History


DAY = "2025-11-20"
PERSON = "betssy-chavez"


def supposed(history: History) -> History:
    """
    The history with a safe-conduct on 10 November and a departure on the 11th.
    """
    granted = SafeConductDecision(
        occurred="2025-11-10",
        asylum_state="MEX",
        territorial_state="PER",
        persons=PERSON,
        answer="granted",
        label="supposed-safe-conduct",
    )
    left = AsyleeDeparture(
        occurred="2025-11-11",
        asylum_state="MEX",
        territorial_state="PER",
        persons=PERSON,
        with_safe_conduct=True,
        destination="MEX",
        label="supposed-departure",
    )
    return history.amend(add=[granted, left])


def tell(title: str, history: History) -> None:
    """
    Print the case, the relations and what is owed about the person.
    """
    day = history.at(DAY)
    case = day.asylum("MEX", "PER", PERSON)
    print(f"{title}, on {DAY}")
    print(f"  shelter: {case.shelter}; safe-conduct: {case.safe_conduct_answer}")
    print(f"  relations: {day.between('PER', 'MEX').relations}")
    for duty in history.obligations(at=DAY):
        if duty.subject.endswith(PERSON):
            print(f"  {duty.holder} owes: {duty.text} [{duty.law[0]}], {duty.status(day.day)}")


def main() -> None:
    """
    Print both histories, and show that retracting the supposition gives the first again.
    """
    history = dm.replay(dm.casebook("peru-mexico"))
    other = supposed(history)
    tell("As it was", history)
    tell("Supposed", other)

    back = other.amend(retract=["supposed-safe-conduct", "supposed-departure"])
    print("retracted, the same again:", [*back.transitions()] == [*history.transitions()])


if __name__ == "__main__":
    main()
