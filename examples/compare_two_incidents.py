"""
Compare two breaks over asylum: Mexico and Ecuador in April 2024, Peru and Mexico in November 2025.

Run it with ``python examples/compare_two_incidents.py``.
"""

from __future__ import annotations

from collections.abc import Iterator

import attrs

import diplomodel as dm
from diplomodel import fluents
from diplomodel.histories import History


@attrs.frozen(kw_only=True)
class Incident:
    """
    Where to look: the casebook, Mexico's host, the asylee, and a day some weeks after the break.

    Attributes:
        casebook: Name of the bundled casebook.
        host: The state that hosts Mexico's mission.
        person: The asylee.
        after: The day on which to look back.
    """

    casebook: str
    host: str
    person: str
    after: str


INCIDENTS = (
    Incident(casebook="ecuador-mexico", host="ECU", person="jorge-glas", after="2024-04-30"),
    Incident(casebook="peru-mexico", host="PER", person="betssy-chavez", after="2025-11-30"),
)


def facts(incident: Incident, history: History) -> Iterator[tuple[str, str]]:
    """
    What the two incidents are compared by.
    """
    day = history.at(incident.after)
    pair = day.between("MEX", incident.host)
    mission = day.mission("MEX", incident.host)
    case = day.asylum("MEX", incident.host, incident.person)
    for change in history.transitions(fluents.RELATIONS, pair.subject):
        by = getattr(change.event, "by", "both")
        yield "break", f"{change.date}, by {by}"
    yield "consular relations", str(pair.consular_relations)
    yield "premises", str(mission.premises)
    yield "asylum", str(case.asylum)
    yield "shelter", str(case.shelter)
    yield "safe-conduct", str(case.safe_conduct_answer)
    for finding in history.findings():
        if finding.severity == "breach":
            yield "breach", f"{finding.date}, {finding.text} [{'; '.join(finding.law)}]"
    for duty in history.obligations(at=incident.after):
        if duty.duty == "leave_with_asylees":
            yield "duty", f"{duty.text}: {duty.status(day.day)}"


def main() -> None:
    """
    Print the two incidents one after the other, fact by fact.
    """
    for incident in INCIDENTS:
        case = dm.casebook(incident.casebook)
        print(case.title)
        for name, fact in facts(incident, dm.replay(case)):
            print(f"  {name}: {fact}")


if __name__ == "__main__":
    main()
