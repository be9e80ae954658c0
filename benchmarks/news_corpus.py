"""
How well the news extractor reads the articles of its own corpus.

Each article is read with the day of publication and the language that its gold gives; the events
found are compared with the gold's by `diplomodel.scoring`, article by article. The halves named
``develop`` were open to the extractor's authors, those named ``score`` were not. A corpus of a
project's own flatters: ``news_rdcr.py`` and ``news_sentences.py`` measure on texts by others.

Run ``python benchmarks/news_corpus.py``; ``--states-only`` leaves persons out of the parties.
"""

from __future__ import annotations

import argparse
import io
from pathlib import Path

from diplomodel_news import NewsExtractor, NewsOptions

from diplomodel.casebooks import read
from diplomodel.events import Event
from diplomodel.scoring import score


CORPUS = Path(__file__).resolve().parent.parent / "plugins" / "diplomodel-news" / "corpus"
TARGET = 0.90


def found_in(article: Path, published: str, language: str) -> list[Event]:
    """
    The events that the extractor finds in an article.
    """
    extractor = NewsExtractor(NewsOptions(published=published, lang=language))
    found = extractor.extract(io.BytesIO(article.read_bytes()), name=article.name)
    return [one for one in found if isinstance(one, Event)]


def main() -> None:
    """
    Print F1 at the three levels, with its interval, for each half of each language.
    """
    parser = argparse.ArgumentParser(description="The news extractor on its own corpus.")
    parser.add_argument("--states-only", action="store_true", help="compare no persons")
    states_only = parser.parse_args().states_only
    print(f"{'language, half':16} {'alike in':10} {'gold':>5} {'found':>5} {'F1':>6}  interval")
    for language in ("en", "es"):
        for half in ("develop", "score"):
            gold, found = {}, {}
            for path in sorted((CORPUS / language / half).glob("*.yaml")):
                book = read(path)
                (source,) = book.sources
                gold[path.stem] = book.events
                found[path.stem] = found_in(
                    path.with_suffix(".txt"), str(source.published), language
                )
            result = score(gold, found, states_only=states_only)
            for level in result.levels:
                tally = level.micro
                f1 = tally.intervals.f1 if tally.intervals else None
                between = f"{f1.low:.2f}-{f1.high:.2f}" if f1 else ""
                print(
                    f"{f'{language} {half}':16} {level.strictness.value:10} {tally.gold:5}"
                    f" {tally.predicted:5} {tally.f1 or 0:6.3f}  {between}"
                )
    print(f"asked of the scoring halves in type, parties and day: {TARGET:.2f}")


if __name__ == "__main__":
    main()
