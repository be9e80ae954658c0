"""
News articles to typed, dated, evidenced diplomatic events, in English and Spanish.

The patterns are data: a language is a folder of YAML files, which `diplomodel news lint` checks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from diplomodel.plugins import CommandSpec, ExtractorSpec, hookimpl


if TYPE_CHECKING:
    from collections.abc import Iterable

    from diplomodel_news._extractor import NewsExtractor
    from diplomodel_news._language.language import (
        Language,
        language,
        language_names,
        read_language,
    )
    from diplomodel_news._options import NewsOptions

__all__ = [
    "DIPLOMODEL_API",
    "Language",
    "NewsExtractor",
    "NewsOptions",
    "diplomodel_register_commands",
    "diplomodel_register_extractors",
    "language",
    "language_names",
    "read_language",
]

#: The version of the plugin interface that this package is written for.
DIPLOMODEL_API: Final = 1

_PLACES: Final = {
    "Language": "_language.language",
    "NewsExtractor": "_extractor",
    "NewsOptions": "_options",
    "language": "_language.language",
    "language_names": "_language.language",
    "read_language": "_language.language",
}


@hookimpl
def diplomodel_register_extractors() -> Iterable[ExtractorSpec]:
    """
    The reader of news.
    """
    return [
        ExtractorSpec(
            name="news",
            summary="Diplomatic events from news articles: text, HTML, JSON Lines, feeds;"
            " English and Spanish.",
            factory="diplomodel_news._extractor:NewsExtractor",
            suffixes=[".txt", ".html", ".htm", ".jsonl", ".ndjson", ".rss", ".atom"],
            media_types=["text/plain", "text/html", "application/rss+xml", "application/atom+xml"],
            options="diplomodel_news._options:NewsOptions",
            samples=["diplomodel_news:sample.jsonl"],
        )
    ]


@hookimpl
def diplomodel_register_commands() -> Iterable[CommandSpec]:
    """
    The commands under ``diplomodel news``.
    """
    return [
        CommandSpec(
            name="news.lint",
            summary="Check language folders, and count what their patterns find.",
            command="diplomodel_news._cli:lint_command",
        )
    ]


def __getattr__(name: str) -> object:
    """
    Load what is heavy when it is first used.
    """
    if name not in _PLACES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_PLACES[name]}"), name)


def __dir__() -> list[str]:
    """
    All public names, loaded or not.
    """
    return sorted({*globals(), *__all__})
