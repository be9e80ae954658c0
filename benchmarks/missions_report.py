"""
What ``missions.py`` measures, as tables in Markdown, and the page that they stand in.
"""

from __future__ import annotations

import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final

import attrs

from diplomodel.actors import state
from diplomodel.schemes import CowLevel


PAGE: Final = Path(__file__).resolve().parent.parent / "docs/explanation/missions-against-cow.md"
TARGETS: Final = {"exact": 0.93, "presence": 0.95, "changed": 0.80}
NAMES: Final = {0: "0 none", 1: "1 chargé", 2: "2 minister", 3: "3 ambassador", 9: "9 other"}


@attrs.frozen(kw_only=True)
class Row:
    """
    One row of the data set, with what the sources give for it.

    Attributes:
        number: The receiving state's number.
        year: The wave.
        state: The state that has the number, by its code.
        there: Whether it still has the number at the end of the year.
        coded: The level coded.
        level: The same, or what a 9 stands for.
        before: The level in the wave before; ``None`` where there is none, or no level.
        apart: Why it is not scored; empty where it is.
        replayed: The level from the replay on 1 January.
        later: The same on 31 December.
        alone: The same on 1 January, from POCOM without RDCR.
        crude: The level by the crude mapping.
        cause: What a disagreement comes from.
    """

    number: int
    year: int
    state: str
    there: bool
    coded: int
    level: int
    before: int | None
    apart: str
    replayed: int
    later: int
    alone: int
    crude: int
    cause: str

    @property
    def changed(self) -> bool:
        """
        Whether the level differs from that of the wave before.
        """
        return self.before is not None and self.before != self.level


Method = Callable[[Row], int | None]
ON_THE_DAY: Final = "replay, POCOM and RDCR, on 1 January"
CRUDE: Final = "crude mapping, vacancy of three years"
CARRIED: Final = "last wave carried forward"
METHODS: Final[dict[str, Method]] = {
    ON_THE_DAY: lambda row: row.replayed,
    "replay, POCOM alone, on 1 January": lambda row: row.alone,
    "replay, POCOM and RDCR, on 31 December": lambda row: row.later,
    CRUDE: lambda row: row.crude,
    CARRIED: lambda row: row.before,
}


def share(hits: int, of: int) -> str:
    """
    A share with its counts.
    """
    return f"{hits / of:.1%} ({hits:,}/{of:,})" if of else "-"


def present(level: int | None) -> bool:
    """
    Whether a level is that of a mission.
    """
    return level in (1, 2, 3)


def scores(over: list[Row], method: Method) -> tuple[tuple[int, int], ...]:
    """
    Hits and rows of the three measures: exact, presence, exact where the level changed.
    """
    exact = sum(method(row) == row.level for row in over)
    presence = sum(present(method(row)) == present(row.level) for row in over)
    changed = [row for row in over if row.changed]
    moved = sum(method(row) == row.level for row in changed)
    return (exact, len(over)), (presence, len(over)), (moved, len(changed))


def table(head: Iterable[str], lines: Iterable[Iterable[object]]) -> str:
    """
    A table in Markdown.
    """
    names = list(head)
    out = [f"| {' | '.join(names)} |", f"|{'---|' * len(names)}"]
    out += [f"| {' | '.join(str(cell) for cell in line)} |" for line in lines]
    return "\n".join(out)


def compared(over: list[Row], methods: Iterable[str]) -> str:
    """
    The three measures of several methods on the same rows.
    """
    lines = ((name, *(share(*found) for found in scores(over, METHODS[name]))) for name in methods)
    return table(("method", "exact level", "presence", "exact where the level changed"), lines)


def recalls(over: list[Row]) -> str:
    """
    Recall per level of the replay, the crude mapping and the last wave.
    """
    names = (ON_THE_DAY, CRUDE, CARRIED)
    lines = []
    for level in sorted({row.level for row in over}):
        there = [row for row in over if row.level == level]
        hits = (sum(METHODS[name](row) == level for row in there) for name in names)
        lines.append((NAMES[level], *(share(found, len(there)) for found in hits)))
    return table(("level coded", *names), lines)


def causes(over: list[Row]) -> str:
    """
    The disagreements by cause, with an example of each.
    """
    wrong = [row for row in over if row.cause]
    lines = []
    for cause, count in Counter(row.cause for row in wrong).most_common():
        those = [row for row in wrong if row.cause == cause]
        one = max(those, key=lambda row: (row.changed, row.year))
        example = f"{state(one.state).name} {one.year}: coded {one.level}, replayed {one.replayed}"
        lines.append((cause, count, sum(row.changed for row in those), example))
    return table(("cause", "rows", "of them changed", "example"), lines)


def halves(over: list[Row]) -> str:
    """
    The measures on two random halves of the countries.
    """
    codes = sorted({row.state for row in over})
    random.Random(4).shuffle(codes)
    first = set(codes[: len(codes) // 2])
    sides = {
        "first half": [row for row in over if row.state in first],
        "second half": [row for row in over if row.state not in first],
    }
    method = METHODS[ON_THE_DAY]
    lines = (
        (name, len({row.state for row in part}), *(share(*it) for it in scores(part, method)))
        for name, part in sides.items()
    )
    return table(("countries", "number", "exact level", "presence", "where it changed"), lines)


def asked(over: list[Row]) -> str:
    """
    What is asked of the replay, and whether it is reached.
    """
    found = scores(over, METHODS[ON_THE_DAY])
    lines = (
        (name, f"{target:.0%}", share(*one), "yes" if one[0] >= target * one[1] else "no")
        for (name, target), one in zip(TARGETS.items(), found, strict=True)
    )
    return table(("measure", "asked", "on 1 January", "reached"), lines)


def figures(every: list[Row]) -> str:
    """
    All figures, as Markdown.
    """
    scored = [row for row in every if not row.apart]
    carried = [row for row in scored if row.before is not None]
    nines = [row for row in scored if row.coded == CowLevel.OTHER]
    sections = sum(row.level == CowLevel.OTHER for row in nines)
    apart = Counter(row.apart for row in every if row.apart)
    told = ", ".join(f"{count} ({why})" for why, count in sorted(apart.items()))
    drops = [row for row in every if row.apart.startswith("drop")]
    right = sum(row.replayed == row.level for row in drops)
    counted = (
        f"Of {len(every):,} rows of {len({row.state for row in every})} states, {len(scored):,}"
        f" are scored, and {len(carried):,} of these have a level in the wave before.\n"
        f"Apart stand {told}.\n"
        f"Of the rows scored {len(nines)} are coded 9: {sections} are"
        f" interests sections and {len(nines) - sections} are missions closed,"
        " by the sources replayed."
    )
    parts = (
        counted,
        asked(carried),
        "Rows with a level in the wave before, all methods on the same rows:",
        compared(carried, METHODS),
        "All scored rows, first waves of a state included:",
        compared(scored, [name for name in METHODS if name != CARRIED]),
        "Recall per level, on the rows of the first table:",
        recalls(carried),
        "Two random halves of the countries, on the rows of the first table:",
        halves(carried),
        f"Of the {len(drops)} drops from 1980 to 1985, the replay has {right}.",
        "Disagreements on all scored rows, by cause:",
        causes(scored),
    )
    return "\n\n".join(parts)


def write(text: str) -> None:
    """
    Put the figures into the page, between its two marks.
    """
    page = PAGE.read_text(encoding="utf-8")
    marks = re.compile(r"(<!-- figures: [^>]*-->\n).*?(\n<!-- end of figures -->)", re.DOTALL)
    if not marks.search(page):
        sys.exit(f"{PAGE} has no marks for the figures")
    new = marks.sub(lambda found: f"{found[1]}\n{text}\n{found[2]}", page)
    PAGE.write_text(new, encoding="utf-8", newline="\n")
