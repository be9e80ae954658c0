"""
How often the news extractor finds an act where a sentence tells none, and the act where one does.

The sentences are those of two labelled sets in the shared data, the CAMEO codebook's examples and
PLOVER's training set; which of them tell no diplomatic act was marked by hand
(``plugins/diplomodel-news/corpus/no_act.csv``). Each marked sentence is read as an article of its
own. A finding is an event that changes the state: one that is done, of a type with a rule that
sets something. Of the sentences that tell an act, those count whose type was marked without
doubt: how often is an event of that type found, whatever its modality?

Run ``python benchmarks/news_sentences.py``; ``--list`` names the sentences of either kind that go
wrong, by id.
The data are looked for in the directory named by ``DIPLOMODEL_SHARED``, or in ``shared`` beside
the repository.
"""

from __future__ import annotations

import argparse
import csv
import io
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from diplomodel_news import NewsExtractor, NewsOptions

from diplomodel.events import Event, Modality
from diplomodel.rules import core_rules


ROOT = Path(__file__).resolve().parent.parent
MARKS = ROOT / "plugins" / "diplomodel-news" / "corpus" / "no_act.csv"
PUBLISHED = "2018-06-15"
MOST = 0.02


def sentences(gold: Path) -> Iterator[tuple[str, str, str]]:
    """
    The data set, the id and the text of each labelled sentence.
    """
    with (gold / "PLV_train.tsv").open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream, delimiter="\t"):
            yield "plv", row["sentence_id"], row["sentence"]
    with (gold / "cameo_manual_1.1b3.examples.jsonl").open(encoding="utf-8") as stream:
        for line in stream:
            record = json.loads(line)
            for number, example in enumerate(record["examples"]):
                yield "cameo", f"{record['code']}#{number}", example


def events_in(text: str) -> list[Event]:
    """
    The events found in a text.
    """
    extractor = NewsExtractor(NewsOptions(published=PUBLISHED, lang="en"))
    found = extractor.extract(io.BytesIO(text.encode()), name="sentence.txt")
    return [one for one in found if isinstance(one, Event)]


def changes(event: Event) -> bool:
    """
    Whether an event changes the state.
    """
    return event.modality is Modality.DONE and bool(core_rules().rules_for(type(event)))


def main() -> int:
    """
    Print both shares, and end with 1 where the first is over the limit.
    """
    parser = argparse.ArgumentParser(description="The news extractor on labelled sentences.")
    parser.add_argument("--list", action="store_true", help="name the sentences that go wrong")
    listed = parser.parse_args().list
    gold = Path(os.environ.get("DIPLOMODEL_SHARED", ROOT.parent / "shared")) / "gold"
    if not gold.is_dir():
        print(f"no labelled sentences in {gold}: set DIPLOMODEL_SHARED")
        return 0
    texts = {(dataset, name): text for dataset, name, text in sentences(gold)}
    empty, wrong, marked, right = 0, 0, 0, 0
    with MARKS.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            events = events_in(texts[row["dataset"], row["id"]])
            kinds = [one.kind for one in events if row["no_act"] == "0" or changes(one)]
            if row["no_act"] == "1":
                empty += 1
                wrong += bool(kinds)
                bad = bool(kinds)
            elif "doubtful" in row["note"]:
                continue
            else:
                marked += 1
                right += row["note"] in kinds
                bad = row["note"] not in kinds
            if listed and bad:
                asked = row["note"] or "nothing"
                print(f"{row['dataset']} {row['id']}: {asked} asked, {', '.join(kinds)} found")
    print(f"marked as telling no act: {empty}; with an act that changes the state: {wrong}")
    print(f"share: {wrong / empty:.2%} (at most {MOST:.0%})")
    print(f"marked with the type of an act: {marked}; found: {right} ({right / marked:.1%})")
    return int(wrong / empty > MOST)


if __name__ == "__main__":
    sys.exit(main())
