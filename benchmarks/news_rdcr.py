"""
How well the news extractor reads the diplomatic prose of 1776-2023.

The passages are the entries of "A Guide to the United States' History of Recognition, Diplomatic,
and Consular Relations" (Office of the Historian, CC0), labelled from their headings by
``checks/rdcr_gold.py`` of the shared data. The extractor sees the prose alone, as an article of
the end of 2023. An act of a heading counts as found where an event of one of the kinds of
`KINDS` is done in the heading's year, and as found with its parties where one such event joins
the United States with the country of the article (by any of the codes it had). The parties are
asked for only where the prose names both (``names_both``). Every sixth passage, by a hash of its
id, is held out: failures there were not looked at while patterns were written.

Run ``python benchmarks/news_rdcr.py`` for the figures; ``--failures`` lists what is missed outside
the passages held out; ``--beyond N`` writes a sample of N of the acts found beyond the headings,
as CSV, to judge by hand. The data are looked for in the directory named by ``DIPLOMODEL_SHARED``,
or in ``shared`` beside the repository.
"""

from __future__ import annotations

import argparse
import csv
import datetime as dt
import hashlib
import io
import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

import attrs
from diplomodel_news._extractor import NewsExtractor
from diplomodel_news._options import NewsOptions

from diplomodel.actors import find_state
from diplomodel.casebooks import SetAside
from diplomodel.events import Event, Modality, participants


ROOT: Final = Path(__file__).resolve().parent.parent
PUBLISHED: Final = "2023-12-31"
TARGETS: Final = {"act and year": 0.90, "parties too": 0.88}
STEPPED: Final = {
    "act and year": "act or step, and year",
    "parties too": "act or step, parties too",
}

#: Which kinds tell an act of a heading. A heading's "consular relations" and its consulates bear
#: the same labels as relations and missions there, and so do they here. Only kinds that name the
#: act are taken: what merely carries it out is in STEPS.
KINDS: Final[Mapping[str, frozenset[str]]] = {
    "recognition": frozenset({"state_recognition", "government_recognition"}),
    "relations_established": frozenset(
        {"relations_establishment", "consular_relations_establishment", "consular_post_opening"}
    ),
    "relations_severed": frozenset(
        {
            "relations_break",
            "consular_relations_severance",
            "relations_reduced",
            "state_extinction",
        }
    ),
    "relations_restored": frozenset({"relations_restoration"}),
    "mission_opened": frozenset({"mission_opening", "consular_post_opening"}),
    "mission_reopened": frozenset({"mission_opening", "consular_post_opening"}),
    "mission_closed": frozenset(
        {"mission_closure", "mission_suspension", "consular_post_closure"}
    ),
    "mission_raised": frozenset({"level_upgrade"}),
}
#: Steps that carry an act out, for the second figure: a mission presupposes relations, and these
#: the recognition of the state (VCDR 2); a head of mission takes up his functions with his letters
#: (VCDR 13), which opens a mission that is new and raises one whose head is of a higher class
#: (VCDR 14); a chief of mission is sent by states that have relations.
STEPS: Final[Mapping[str, frozenset[str]]] = {
    "recognition": frozenset({"relations_establishment", "credentials_presentation"}),
    "relations_established": frozenset(
        {"mission_opening", "credentials_presentation", "appointment", "state_recognition"}
    ),
    "relations_severed": frozenset({"mission_closure", "ambassador_recall"}),
    "relations_restored": frozenset(
        {
            "mission_opening",
            "credentials_presentation",
            "government_recognition",
            "state_recognition",
        }
    ),
    "mission_opened": frozenset({"credentials_presentation", "level_upgrade"}),
    "mission_reopened": frozenset({"credentials_presentation", "level_upgrade"}),
    "mission_closed": frozenset(),
    "mission_raised": frozenset({"credentials_presentation", "mission_opening"}),
}
#: Codes that a country's article also speaks of, by its short title, beside those that the title
#: has for the year of the heading and for today.
OTHER_CODES: Final[Mapping[str, tuple[str, ...]]] = {
    "Brunswick and Lüneburg*": ("XBRU",),
    "China": ("TWN",),
    "Czechia": ("CSK",),
    "Germany": ("DDR", "XPRU"),
    "Italy": ("XSAR",),
    "Kingdom of Serbia/Yugoslavia*": ("SRB", "YUG", "SCG"),
    "Kosovo": ("XKX",),
    "Montenegro": ("XMNT", "MNE"),
    "Republic of Korea (South Korea)": ("KOR", "XKOR"),
    "Peru": ("XPBC",),
    "Serbia": ("YUG", "SCG"),
    "Slovakia": ("CSK",),
    "Syria": ("XUAR",),
    "Tanzania": ("XTAN", "XZAN"),
    "Vietnam": ("VNM", "VDR", "XRVN", "XANN"),
    "Yemen": ("YEM", "YMD"),
}


@attrs.frozen(kw_only=True)
class Passage:
    """
    A labelled passage.

    Attributes:
        id: Its id.
        codes: The codes that the country of its article can have.
        acts: The acts of its heading.
        year: The year of its heading.
        both: Whether the prose names both parties.
        held_out: Whether its failures are not looked at.
        text: The prose.
    """

    id: str
    codes: frozenset[str]
    acts: tuple[str, ...]
    year: int
    both: bool
    held_out: bool
    text: str


@attrs.define(kw_only=True)
class Scored:
    """
    A passage with what was found in it.

    Attributes:
        passage: The passage.
        events: The events.
        found: Which acts of the heading were found in its year.
        joined: Which of these were found with both parties.
        near: Which acts, or steps that carry them out, were found in its year.
        near_joined: Which of these were found with both parties.
    """

    passage: Passage
    events: list[Event]
    found: set[str] = attrs.field(factory=set)
    joined: set[str] = attrs.field(factory=set)
    near: set[str] = attrs.field(factory=set)
    near_joined: set[str] = attrs.field(factory=set)


def shared() -> Path:
    """
    The shared data.
    """
    return Path(os.environ.get("DIPLOMODEL_SHARED") or ROOT.parent / "shared")


def codes_of(country: str, year: int) -> frozenset[str]:
    """
    The codes that the country of an article can have.
    """
    title = country.rstrip("*").removeprefix("The ")
    names = [title, *title.replace(")", "").split(" ("), *title.split("/")]
    found = {one.code for name in names for at in (year, None) if (one := find_state(name, at=at))}
    found.update(OTHER_CODES.get(country, ()))
    if not found:
        raise SystemExit(f"no state is known as {country!r}: name its code in OTHER_CODES")
    return frozenset(found)


def passages() -> Iterator[Passage]:
    """
    The labelled passages, as the shared script gives them.
    """
    script = shared() / "checks" / "rdcr_gold.py"
    articles = shared() / "data" / "rdcr" / "articles"
    if not script.is_file() or not articles.is_dir():
        raise SystemExit(f"there is no {script} or no {articles}: set DIPLOMODEL_SHARED")
    lines = subprocess.run(
        [sys.executable, str(script), str(articles)],
        check=True,
        capture_output=True,
        encoding="utf-8",
    ).stdout.splitlines()
    for line in lines:
        row = json.loads(line)
        yield Passage(
            id=row["id"],
            codes=codes_of(row["country"], row["year"]),
            acts=tuple(row["acts"]),
            year=row["year"],
            both=row["names_both"],
            held_out=int(hashlib.sha256(row["id"].encode()).hexdigest(), 16) % 6 == 3,
            text=row["text"],
        )


def score(passage: Passage, reader: NewsExtractor) -> Scored:
    """
    Read a passage and hold it against its heading.
    """
    source = io.BytesIO(passage.text.encode())
    found = [
        one
        for one in reader.extract(source, name=f"{passage.id}.txt")
        if not isinstance(one, SetAside)
    ]
    scored = Scored(passage=passage, events=found)
    for act in passage.acts:
        for event in found:
            if event.kind not in KINDS[act] | STEPS[act] or not _in_year(event, passage.year):
                continue
            states = {one.id for one in participants(event)}
            both = "USA" in states and bool(states & passage.codes)
            if event.kind in KINDS[act]:
                scored.found.add(act)
                scored.joined.update({act} if both else ())
            scored.near.add(act)
            scored.near_joined.update({act} if both else ())
    return scored


def _in_year(event: Event, year: int) -> bool:
    """
    Whether an event is told as done within a year.
    """
    told = event.occurred
    done = event.modality in {Modality.DONE, Modality.CLAIMED}
    start, end = dt.date(year, 1, 1).toordinal(), dt.date(year, 12, 31).toordinal()
    return done and start <= told.first and told.last <= end


def beyond(scored: list[Scored]) -> Iterator[tuple[Passage, Event]]:
    """
    The events that no act of their passage's heading stands for.
    """
    for one in scored:
        kinds = {kind for act in one.passage.acts for kind in KINDS[act]}
        for event in one.events:
            if event.kind not in kinds or not _in_year(event, one.passage.year):
                yield one.passage, event


def figures(scored: list[Scored], label: str) -> dict[str, float]:
    """
    Print the figures of some passages, act by act.
    """
    print(f"{label}: {len(scored)} passages, {sum(len(one.events) for one in scored)} events")
    print(
        f"  {'act':<24}{'in its year':>18}{'parties too':>18}{'or a step':>18}{'parties too':>18}"
    )
    sums = Counter[str]()
    for act in KINDS:
        counts = _counts(scored, act)
        sums.update(counts)
        print(f"  {act:<24}{_row(counts)}")
    print(f"  {'all':<24}{_row(sums)}")
    return {
        "act and year": sums["found"] / max(1, sums["total"]),
        "parties too": sums["joined"] / max(1, sums["both"]),
        "act or step, and year": sums["near"] / max(1, sums["total"]),
        "act or step, parties too": sums["near_joined"] / max(1, sums["both"]),
    }


def _counts(scored: list[Scored], act: str) -> Counter[str]:
    """
    How often an act heads a passage, and how often it was found.
    """
    counts = Counter[str]()
    for one in scored:
        if act not in one.passage.acts:
            continue
        counts["total"] += 1
        counts["found"] += act in one.found
        counts["near"] += act in one.near
        if one.passage.both:
            counts["both"] += 1
            counts["joined"] += act in one.joined
            counts["near_joined"] += act in one.near_joined
    return counts


def _row(counts: Counter[str]) -> str:
    pairs = (("found", "total"), ("joined", "both"), ("near", "total"), ("near_joined", "both"))
    return "".join(f"{_share(counts[part], counts[whole]):>18}" for part, whole in pairs)


def _share(part: int, whole: int) -> str:
    return f"{part}/{whole} {part / whole:.1%}" if whole else "-"


def _told(event: Event) -> str:
    states = " ".join(one.id for one in participants(event) if not one.is_person)
    return f"{event.kind} {event.modality} {event.occurred} {states}"


def failures(scored: list[Scored]) -> None:
    """
    Print what is missed outside the passages held out.
    """
    for one in scored:
        passage = one.passage
        wanted = set(passage.acts)
        if passage.held_out or wanted <= (one.joined if passage.both else one.found):
            continue
        print(f"{passage.id} {passage.year} {sorted(passage.codes)} both={passage.both}")
        print(
            f"  missed {sorted(wanted - one.found)}; parties missed {sorted(wanted - one.joined)}"
        )
        for event in one.events:
            print(f"  - {_told(event)}")


def sample(scored: list[Scored], size: int) -> None:
    """
    Write a sample of the acts beyond the headings as CSV, the same each time.
    """
    rows = [
        (
            passage.id,
            event.kind,
            f"{event.occurred}{'' if event.modality is Modality.DONE else f' {event.modality}'}",
            " ".join(one.id for one in participants(event)),
        )
        for passage, event in beyond(scored)
    ]
    rows.sort(key=lambda row: hashlib.sha256("|".join(row).encode()).hexdigest())
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(("passage", "kind", "date", "parties", "verdict", "note"))
    for row in rows[:size]:
        out.writerow((*row, "", ""))


def main() -> int:
    """
    Score, and say whether the targets are met.
    """
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n", maxsplit=1)[0])
    parser.add_argument("--failures", action="store_true", help="list what is missed")
    parser.add_argument(
        "--beyond", type=int, default=0, metavar="N", help="write a sample to judge"
    )
    options = parser.parse_args()
    reader = NewsExtractor(NewsOptions(published=PUBLISHED, lang="en"))
    scored = [score(one, reader) for one in passages()]
    if options.beyond:
        sample(scored, options.beyond)
        return 0
    if options.failures:
        failures(scored)
    figures([one for one in scored if not one.passage.held_out], "looked at")
    figures([one for one in scored if one.passage.held_out], "held out")
    reached = figures(scored, "all")
    print(f"acts beyond the headings: {sum(1 for _ in beyond(scored))}")
    for name, target in TARGETS.items():
        verdict = "met" if reached[name] >= target else "missed"
        near = reached[STEPPED[name]]
        print(
            f"{name}: {reached[name]:.1%} (target {target:.0%}): {verdict}; or a step: {near:.1%}"
        )
    return 0 if all(reached[name] >= target for name, target in TARGETS.items()) else 1


if __name__ == "__main__":
    raise SystemExit(main())
