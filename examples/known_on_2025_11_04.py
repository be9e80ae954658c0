"""
What could be known on 4 November 2025, the day after Peru broke with Mexico, and what not yet.

Run it with ``python examples/known_on_2025_11_04.py``.
"""

from __future__ import annotations

import diplomodel as dm
from diplomodel import fluents
from diplomodel.histories import History


DAY = "2025-11-04"
CASE = ("MEX", "PER", "betssy-chavez")


def tell(title: str, history: History) -> None:
    """
    Print what a history says of the day, with how sure it is.
    """
    day = history.at(DAY)
    pair, mission, case = day.between("PER", "MEX"), day.mission("MEX", "PER"), day.asylum(*CASE)
    print(title)
    for state, fluent in (
        (pair, fluents.RELATIONS),
        (pair, fluents.CONSULAR),
        (mission, fluents.FUNCTIONS),
        (mission, fluents.CONSULAR_SERVICE),
        (case, fluents.ASYLUM),
        (case, fluents.SAFE_CONDUCT_REQUEST),
    ):
        value = state[fluent] or "not known"
        possible = ", ".join(sorted(state.possible(fluent)))
        told = f" (possible: {possible})" if state.certainty(fluent) == "possible" else ""
        print(f"  {fluent.name}: {value}{told}")


def main() -> None:
    """
    Print the day as later sources tell it, and as those published by then could.
    """
    history = dm.replay(dm.casebook("peru-mexico"))
    tell(f"{DAY}, as it was", history)
    for published in ("2025-11-02", "2025-11-03", "2025-11-04"):
        tell(f"{DAY}, from what was published by {published}", history.known_by(published))


if __name__ == "__main__":
    main()
