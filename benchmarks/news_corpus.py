"""
How well the news extractor reads the articles of its own corpus.

Each article is read with the day of publication and the language that its gold gives; the events
found are compared with the gold's by `diplomodel.scoring`, article by article. The halves named
``develop`` were open to the extractor's authors, those named ``score`` were not. A second coder
has coded the halves for scoring without sight of the gold: how far the two agree is what a reader
reaches, and is printed beside. A corpus of a project's own flatters: ``news_rdcr.py`` and
``news_sentences.py`` measure on texts by others.

Run ``python benchmarks/news_corpus.py``; ``--states-only`` leaves persons out of the parties.
"""

from __future__ import annotations

import argparse
import io
from pathlib import Path

import yaml
from diplomodel_news import NewsExtractor, NewsOptions
from news_passages import CORPUS, event_of, print_head, print_levels

from diplomodel.casebooks import read
from diplomodel.events import Event
from diplomodel.scoring import score


TARGET = 0.90


def found_in(article: Path, published: str, language: str) -> list[Event]:
    """
    The events that the extractor finds in an article.
    """
    extractor = NewsExtractor(NewsOptions(published=published, lang=language))
    found = extractor.extract(io.BytesIO(article.read_bytes()), name=article.name)
    return [one for one in found if isinstance(one, Event)]


def second_coding(language: str) -> dict[str, list[Event]]:
    """
    The events that the second coder finds in each article for scoring.
    """
    book = yaml.safe_load((CORPUS / "second" / f"{language}.yaml").read_text("utf-8"))
    return {row["id"]: [event_of(line) for line in row["tells"]] for row in book["articles"]}


def main() -> None:
    """
    Print F1 at the three levels, with its interval, for each half of each language.
    """
    parser = argparse.ArgumentParser(description="The news extractor on its own corpus.")
    parser.add_argument("--states-only", action="store_true", help="compare no persons")
    states_only = parser.parse_args().states_only
    print_head("language, half")
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
            print_levels(f"{language} {half}", score(gold, found, states_only=states_only))
        second = score(gold, second_coding(language), states_only=states_only)
        print_levels(f"{language} score, second coder", second)
    print(f"asked of the scoring halves in type, parties and day: {TARGET:.2f}")


if __name__ == "__main__":
    main()
