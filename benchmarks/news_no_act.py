"""
How often the news extractor finds an act where a sentence tells none.

The sentences are those of two labelled sets in the shared data, the CAMEO codebook's examples and
PLOVER's training set; which of them tell no diplomatic act was marked by hand
(``plugins/diplomodel-news/corpus/no_act.csv``). Each marked sentence is read as an article of its
own. A finding is an event that changes the state: one that is done, of a type with a rule that
sets something.

Run ``python benchmarks/news_no_act.py``; ``--list`` names the sentences by id and what was found.
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


def changing(text: str) -> list[str]:
    """
    The kinds of the events in a text that change the state.
    """
    rules = core_rules()
    extractor = NewsExtractor(NewsOptions(published=PUBLISHED, lang="en"))
    return [
        found.kind
        for found in extractor.extract(io.BytesIO(text.encode()), name="sentence.txt")
        if isinstance(found, Event)
        and found.modality is Modality.DONE
        and rules.rules_for(type(found))
    ]


def main() -> int:
    """
    Print the share, and end with 1 where it is over the limit.
    """
    parser = argparse.ArgumentParser(description="False findings of the news extractor.")
    parser.add_argument("--list", action="store_true", help="name the sentences")
    listed = parser.parse_args().list
    gold = Path(os.environ.get("DIPLOMODEL_SHARED", ROOT.parent / "shared")) / "gold"
    if not gold.is_dir():
        print(f"no labelled sentences in {gold}: set DIPLOMODEL_SHARED")
        return 0
    with MARKS.open(encoding="utf-8", newline="") as stream:
        marks = {
            (row["dataset"], row["id"]): row["no_act"] == "1" for row in csv.DictReader(stream)
        }
    texts = {(dataset, name): text for dataset, name, text in sentences(gold)}
    counts = {True: [0, 0], False: [0, 0]}
    for (dataset, name), empty in marks.items():
        kinds = changing(texts[dataset, name])
        counts[empty][0] += 1
        counts[empty][1] += bool(kinds)
        if listed and empty and kinds:
            print(f"{dataset} {name}: {', '.join(kinds)}")
    marked, wrong = counts[True]
    others, found = counts[False]
    print(f"marked as telling no act: {marked}; with an act that changes the state: {wrong}")
    print(f"share: {wrong / marked:.2%} (at most {MOST:.0%})")
    print(f"other sentences: {others}; with such an act: {found}")
    return int(wrong / marked > MOST)


if __name__ == "__main__":
    sys.exit(main())
