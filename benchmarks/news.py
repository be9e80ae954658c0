"""
How fast news is read: a mixed file of 10 MB against a bare pass of a multi-pattern matcher.

    python benchmarks/news.py [MEGABYTES]
    python benchmarks/news.py --articles 100000

The file is made up, with a fixed seed: one article in ten is about diplomacy. The ratio is that of
reading, extracting and writing to one pass of ahocorasick-rs over the same text with all phrases
of all languages. It must be at most 40; memory must stay flat from a tenth of the file to all,
which ``--articles`` shows at every tenth of so many.
"""

from __future__ import annotations

import argparse
import io
import json
import random
import resource
import tempfile
import time
from pathlib import Path

import ahocorasick_rs
from diplomodel_news import NewsExtractor, NewsOptions, language, language_names
from diplomodel_news._language.text import fold

from diplomodel.casebooks import SetAside
from diplomodel.formats import to_plain


STATES = [
    "Chile",
    "Peru",
    "Kenya",
    "Norway",
    "Japan",
    "Ghana",
    "Nepal",
    "Jordan",
    "Malta",
    "Fiji",
    "Spain",
    "Oman",
]
PLAIN = (
    "The home side scored twice before the break and never looked back after that.",
    "Shares of the retailer rose three per cent on Tuesday after a better quarter than expected.",
    "Rain is forecast for most of the valley, with sunshine returning at the weekend.",
    "The museum opens its new wing in spring, the director said, with works never shown before.",
    "Residents complained about the noise, but the council said the road works would go on.",
    "A recipe for winter: onions, stock, a little cream, and patience.",
    "The striker, who is 24, signed for three years and will wear the number nine.",
    "Prices of coffee have doubled in a year, and growers blame drought and disease.",
    "Chile beat Norway by two goals in a friendly on Saturday, with a late strike from the bench.",
    "The Japanese chain will open twelve shops in Spain next year and hire four hundred people.",
    "A festival of films from Ghana and Kenya begins at the old theatre at the end of the month.",
)
ACTS = (
    "{a} recalled its ambassador to {b} for consultations on {d}, the foreign ministry said.",
    "The foreign minister of {a} condemned the decision of {b} as unjustified.",
    "{a} expelled three {b} diplomats and gave them 72 hours to leave the country.",
    "{a} broke off diplomatic relations with {b} on {d}, citing interference in its affairs.",
    "{a} and {b} restored diplomatic relations in March 2019 after a rupture of two years.",
    "The ambassador of {b} was summoned to the ministry on {d} over remarks by the president.",
    "{a} granted asylum to the former president, who had been staying at its embassy in {b}.",
)
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]


def article(chance: random.Random, number: int) -> str:
    """
    One article as a line of JSON.
    """
    diplomatic = number % 10 == 0
    sentences = [chance.choice(PLAIN) for _ in range(30)]
    if diplomatic:
        for place in range(0, 30, 3):
            a, b = chance.sample(STATES, 2)
            sentences[place] = chance.choice(ACTS).format(a=a, b=b, d=chance.choice(DAYS))
    paragraphs = [" ".join(sentences[at : at + 5]) for at in range(0, 30, 5)]
    plain = {"id": f"n{number}", "published": "2030-03-06", "text": "\n".join(paragraphs)}
    return json.dumps(plain)


def mixed(size: int) -> bytes:
    """
    Lines of articles of about so many bytes.
    """
    chance = random.Random(7)
    lines: list[str] = []
    total = number = 0
    while total < size:
        line = article(chance, number)
        lines.append(line)
        total += len(line) + 1
        number += 1
    return ("\n".join(lines) + "\n").encode()


def phrases() -> list[str]:
    """
    All phrases of all languages: names, offices, concepts, forms of verbs, and the gate's.
    """
    found: set[str] = set()
    for code in language_names():
        tongue = language(code)
        found |= {phrase for phrase, _ in tongue.lexicon} | set(tongue.verbs) | set(tongue.gate)
    return sorted(found)


def bare_pass(raw: bytes) -> float:
    """
    Seconds of one pass with word boundaries, the best of three.
    """
    matcher = ahocorasick_rs.AhoCorasick(phrases())
    texts = [json.loads(line)["text"] for line in raw.splitlines()]
    times = []
    for _ in range(3):
        begun = time.perf_counter()
        for text in texts:
            folded = fold(text)
            size = len(folded)
            for _, start, end in matcher.find_matches_as_indexes(folded, overlapping=True):
                _ = (start and folded[start - 1].isalnum()) or (
                    end < size and folded[end].isalnum()
                )
        times.append(time.perf_counter() - begun)
    return min(times)


def extraction(raw: bytes) -> tuple[float, int, int]:
    """
    Seconds of reading, extracting and writing, the number of events, and of what was set aside.
    """
    reader = NewsExtractor(NewsOptions(lang="en"))
    begun = time.perf_counter()
    events = aside = 0
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "news.jsonl"
        source.write_bytes(raw)
        with source.open("rb") as stream, (Path(folder) / "out.jsonl").open("w") as target:
            for found in reader.extract(stream, name="news.jsonl"):
                if isinstance(found, SetAside):
                    aside += 1
                else:
                    events += 1
                    target.write(json.dumps(to_plain(found)) + "\n")
    return time.perf_counter() - begun, events, aside


def peak() -> float:
    """
    The most memory that this process has held, in megabytes.
    """
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def held() -> float:
    """
    The memory that this process holds now, in megabytes.
    """
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() / 1e6


def memory(articles: int) -> None:
    """
    Print what is held at every tenth of a file of so many articles, all read in one stream.
    """
    chance = random.Random(7)
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "news.jsonl", Path(folder) / "out.jsonl"
        with source.open("w") as stream:
            for number in range(articles):
                stream.write(article(chance, number) + "\n")
        size = source.stat().st_size
        print(f"{articles} articles, {size / 1e6:.0f} MB")
        reader = NewsExtractor(NewsOptions(lang="en"))
        events, tenth = 0, 1
        with source.open("rb") as stream, target.open("w") as out:
            for found in reader.extract(stream, name="news.jsonl"):
                if isinstance(found, SetAside):
                    continue
                events += 1
                out.write(json.dumps(to_plain(found)) + "\n")
                while stream.tell() >= size * tenth / 10:
                    print(f"{tenth * 10:3} %: {events:7} events, {held():.0f} MB", flush=True)
                    tenth += 1
    print(f"peak memory {peak():.0f} MB")


def main() -> None:
    """
    Measure and print.
    """
    parser = argparse.ArgumentParser(description="The speed and memory of the news extractor.")
    parser.add_argument("megabytes", nargs="?", type=float, default=10.0)
    parser.add_argument("--articles", type=int, help="show memory over so many articles instead")
    chosen = parser.parse_args()
    if chosen.articles:
        memory(chosen.articles)
        return
    size = int(chosen.megabytes * 1e6)
    raw = mixed(size)
    list(NewsExtractor(NewsOptions(lang="en")).extract(io.BytesIO(raw[:4000]), name="a.jsonl"))
    extraction(raw[: size // 10])
    before = peak()
    base = bare_pass(raw)
    seconds, events, aside = extraction(raw)
    print(f"{size / 1e6:.0f} MB, {events} events, {aside} set aside")
    print(f"bare pass {base:.2f} s; extraction {seconds:.2f} s; ratio {seconds / base:.1f}")
    print(f"peak memory {before:.0f} MB after a tenth, {peak():.0f} MB after all")


if __name__ == "__main__":
    main()
