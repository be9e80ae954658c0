"""
Events from articles, read by any language model that the library ``llm`` reaches.

Nothing is sent to anybody unless a model is named.
Each event comes with the words of the article that report it; one whose words are not there is
refused.

Example:
    >>> [spec] = diplomodel_register_extractors()
    >>> spec.name, spec.needs_network
    ('llm', True)
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from diplomodel.plugins import ExtractorSpec, hookimpl


if TYPE_CHECKING:
    from collections.abc import Iterable

    from diplomodel_llm._extractor import LlmExtractor
    from diplomodel_llm._options import LlmOptions
    from diplomodel_llm._schema import answer_schema
    from diplomodel_llm._usage import Usage


__all__ = [
    "DIPLOMODEL_API",
    "LlmExtractor",
    "LlmOptions",
    "Usage",
    "answer_schema",
    "diplomodel_register_extractors",
]

#: The version of the plugin interface that this package is written for.
DIPLOMODEL_API: Final = 1

_PLACES: Final = {
    "LlmExtractor": "_extractor",
    "LlmOptions": "_options",
    "Usage": "_usage",
    "answer_schema": "_schema",
}


@hookimpl
def diplomodel_register_extractors() -> Iterable[ExtractorSpec]:
    """
    The extractor.
    """
    return [
        ExtractorSpec(
            name="llm",
            summary="Events from articles (text, JSON Lines), read by a language model that you"
            " name; each with words that are found in the text.",
            factory="diplomodel_llm._extractor:LlmExtractor",
            suffixes=[".txt", ".md", ".jsonl"],
            media_types=["text/plain", "text/markdown", "application/jsonl"],
            needs_network=True,
            options="diplomodel_llm._options:LlmOptions",
        )
    ]


def __getattr__(name: str) -> object:
    """
    Load what is heavy when it is first used.
    """
    from importlib import import_module

    if name in _PLACES:
        return getattr(import_module(f"{__name__}.{_PLACES[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    """
    All public names, loaded or not.
    """
    return sorted({*globals(), *__all__})
