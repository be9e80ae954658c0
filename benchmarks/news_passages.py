"""
How well the news extractor reads passages and long articles, as newsrooms write them, and short
tellings of each kind of event.

Each file of ``passages`` and ``tellings`` in ``plugins/diplomodel-news/corpus`` holds texts in one
language with what they tell, one line an event: the kind, the day, a modality other than done, and
fields. Persons are not compared, since those without a name stand in no line. The files named
``develop`` were open to the extractor's authors, those named ``score`` were not.

Run ``python benchmarks/news_passages.py``; ``--list FILE`` shows each passage of a file with the
events of its lines and those found.
"""

from __future__ import annotations

import argparse
import datetime as dt
import enum
import io
import itertools
import typing
from collections.abc import Iterator
from pathlib import Path

import attrs
import yaml
from diplomodel_news import NewsExtractor, NewsOptions

from diplomodel.events import Event, Modality, event_type, participants
from diplomodel.formats import from_plain
from diplomodel.scoring import Score, score


CORPUS = Path(__file__).resolve().parent.parent / "plugins" / "diplomodel-news" / "corpus"
SETS = ("passages", "tellings")
#: What stands for a field that a type asks for and a line leaves out.
UNTOLD = "untold"


@attrs.frozen(kw_only=True)
class Passage:
    """
    A passage with what it tells and what is found in it.

    Attributes:
        id: Its id within its file.
        text: Its text.
        gold: The events of its lines.
        found: The events that the extractor finds.
    """

    id: str
    text: str
    gold: list[Event]
    found: list[Event]


def event_of(line: str) -> Event:
    """
    The event that a line stands for: its parties and texts, with `UNTOLD` in what its type asks
    for beside. Figures and the like are not compared, and left out.
    """
    kind, day, *rest = line.split()
    given = dict(one.replace("_=", "=").split("=", 1) for one in rest if "=" in one)
    modality = next((one for one in rest if "=" not in one), str(Modality.DONE))
    data: dict[str, object] = {"kind": kind, "occurred": day, "modality": modality}
    cls = event_type(kind)
    types = typing.get_type_hints(cls)
    for field in attrs.fields(cls):
        # As files write it: `with_` is a field's name in Python alone.
        name, hint = field.name.rstrip("_"), types[field.name]
        several = hint == tuple[str, ...]
        if name in given and (several or hint in {str, str | None}):
            data[name] = given[name].split(",") if several else given[name]
        elif field.default is attrs.NOTHING and name not in data:
            data[name] = [UNTOLD] if several else _untold(hint)
    return from_plain(data)


def _untold(hint: object) -> str:
    """
    A value of a type that is asked for and not told.
    """
    if isinstance(hint, type) and issubclass(hint, enum.Enum):
        return str(next(iter(hint)))
    return UNTOLD


def passages(path: Path) -> Iterator[Passage]:
    """
    The passages of a file, read.
    """
    book = yaml.safe_load(path.read_text("utf-8"))
    for row in book["passages"]:
        published: dt.date = row["published"]
        extractor = NewsExtractor(
            NewsOptions(published=published.isoformat(), lang=book["language"])
        )
        found = extractor.extract(io.BytesIO(row["text"].encode()), name=f"{row['id']}.txt")
        yield Passage(
            id=row["id"],
            text=row["text"],
            gold=[event_of(line) for line in row["tells"] or ()],
            found=[one for one in found if isinstance(one, Event)],
        )


def print_head(label: str) -> None:
    """
    Print the head of a table of `print_levels`.
    """
    print(f"{label:28} {'alike in':10} {'gold':>5} {'found':>5} {'F1':>6}  interval")


def print_levels(label: str, result: Score) -> None:
    """
    Print F1 at the three levels, with its interval.
    """
    for level in result.levels:
        tally = level.micro
        f1 = tally.intervals.f1 if tally.intervals else None
        between = f"{f1.low:.2f}-{f1.high:.2f}" if f1 else ""
        print(
            f"{label:28} {level.strictness.value:10} {tally.gold:5} {tally.predicted:5}"
            f" {tally.f1 or 0:6.3f}  {between}"
        )


def told(event: Event) -> str:
    """
    An event in one line: kind, day, modality and who stands in which role.
    """
    roles = [f"{one.field}={one.id}" for one in participants(event) if not one.is_person]
    return " ".join([event.kind, str(event.occurred), str(event.modality), *roles])


def main() -> None:
    """
    Print F1 at the three levels, with its interval, for each language, set and half.
    """
    parser = argparse.ArgumentParser(description="The news extractor on passages.")
    parser.add_argument(
        "--list", type=Path, metavar="FILE", help="show one file, passage by passage"
    )
    shown = parser.parse_args().list
    if shown:
        for one in passages(shown):
            print(f"== {one.id}\n{one.text}")
            print(*(f"  told   {told(event)}" for event in one.gold), sep="\n")
            print(*(f"  found  {told(event)}" for event in one.found), sep="\n")
        return
    print_head("language, set, half")
    for language, which, half in itertools.product(("en", "es"), SETS, ("develop", "score")):
        read = [
            (f"{path.stem} {one.id}", one)
            for path in sorted((CORPUS / which).glob(f"{language}_*_{half}.yaml"))
            for one in passages(path)
        ]
        if not read:
            continue
        gold = {name: one.gold for name, one in read}
        found = {name: one.found for name, one in read}
        print_levels(f"{language} {which} {half}", score(gold, found, states_only=True))


if __name__ == "__main__":
    main()
