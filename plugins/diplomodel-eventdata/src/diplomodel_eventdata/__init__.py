"""
Machine-coded event data as diplomatic events: GDELT, ICEWS, POLECAT, Phoenix, any CSV.

Codes of CAMEO and PLOVER become event types only as far as they can tell, and rows become events
only where two governments act on one another. All other rows are set aside, counted by reason.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from diplomodel.plugins import CommandSpec, ExtractorSpec, hookimpl


if TYPE_CHECKING:
    from diplomodel_eventdata._forms import ExtractOptions
    from diplomodel_eventdata._gdelt import GdeltExtractor
    from diplomodel_eventdata._icews import IcewsExtractor
    from diplomodel_eventdata._mapped import MappedExtractor, MappingOptions
    from diplomodel_eventdata._mapping import lint_mapping
    from diplomodel_eventdata._phoenix import PhoenixExtractor
    from diplomodel_eventdata._polecat import PolecatExtractor

__all__ = [
    "DIPLOMODEL_API",
    "ExtractOptions",
    "GdeltExtractor",
    "IcewsExtractor",
    "MappedExtractor",
    "MappingOptions",
    "PhoenixExtractor",
    "PolecatExtractor",
    "diplomodel_register_commands",
    "diplomodel_register_extractors",
    "lint_mapping",
]

#: The version of the plugin interface that this package is written for.
DIPLOMODEL_API: Final = 1

_PACKAGE: Final = "diplomodel_eventdata"
_FORMATS: Final = (
    (
        "gdelt",
        "GDELT 1.0 and 2.0 events: 57, 58 or 61 columns, zipped or not.",
        "Gdelt",
        (".export.csv", ".export.csv.zip", ".csv", ".csv.zip", ".zip"),
        ("gdelt1.csv", "gdelt2.csv"),
        "The GDELT Project: free for any use, with a citation and a link to it.",
        (
            "Leetaru, Kalev, and Philip A. Schrodt. 2013. GDELT: Global Data on Events, Location,"
            " and Tone. International Studies Association Annual Convention."
        ),
    ),
    (
        "icews",
        "ICEWS Coded Event Data: 20 columns, old and new layouts, zipped or not.",
        "Icews",
        (".tab", ".tab.zip", ".tsv", ".zip"),
        ("icews.tab",),
        "ICEWS Coded Event Data: free to use, terms on Harvard Dataverse.",
        (
            "Boschee, Elizabeth, and others. 2015. ICEWS Coded Event Data. Harvard Dataverse,"
            " doi:10.7910/DVN/28075."
        ),
    ),
    (
        "polecat",
        "POLECAT events: 40 columns, Latin-1 or UTF-8, zipped or not.",
        "Polecat",
        (".txt", ".txt.zip", ".zip"),
        ("polecat.txt",),
        "POLECAT Weekly Data: free to use, terms on Harvard Dataverse.",
        (
            "Scarborough, Grace I., and others. 2023. POLECAT Weekly Data. Harvard Dataverse,"
            " doi:10.7910/DVN/AJGVIT."
        ),
    ),
    (
        "phoenix",
        "Phoenix events of the Open Event Data Alliance, and historical ones of the Cline Center.",
        "Phoenix",
        (".txt", ".csv", ".txt.zip", ".csv.zip", ".zip"),
        ("phoenix.txt", "phoenix_cline.csv"),
        "Terms stand with each release, of the Open Event Data Alliance and of the Cline Center.",
        (
            "Althaus, Scott, and others. 2020. Cline Center Historical Phoenix Event Data v1.3.0."
            " University of Illinois, doi:10.13012/B2IDB-0647142_V3."
        ),
    ),
)


@hookimpl
def diplomodel_register_extractors() -> list[ExtractorSpec]:
    """
    The data sets that can be read, and any table by a mapping.
    """
    data_sets = [
        ExtractorSpec(
            name=f"eventdata.{name}",
            summary=summary,
            factory=f"{_PACKAGE}._{name}:{cls}Extractor",
            options=f"{_PACKAGE}._forms:ExtractOptions",
            suffixes=suffixes,
            media_types=("text/tab-separated-values", "application/zip"),
            licence=licence,
            citation=citation,
            samples=tuple(f"{_PACKAGE}:samples/{sample}" for sample in samples),
        )
        for name, summary, cls, suffixes, samples, licence, citation in _FORMATS
    ]
    by_mapping = ExtractorSpec(
        name="eventdata.mapping",
        summary="Any CSV by a mapping file of its columns.",
        factory=f"{_PACKAGE}._mapped:MappedExtractor",
        options=f"{_PACKAGE}._mapped:MappingOptions",
        suffixes=(".csv", ".tsv", ".tab", ".txt", ".zip"),
        media_types=("text/csv", "text/tab-separated-values"),
        samples=(f"{_PACKAGE}:samples/plain.csv",),
    )
    return [*data_sets, by_mapping]


@hookimpl
def diplomodel_register_commands() -> list[CommandSpec]:
    """
    The command ``diplomodel eventdata lint``.
    """
    return [
        CommandSpec(
            name="eventdata.lint",
            command=f"{_PACKAGE}._cli:lint",
            summary="List everything wrong with mapping files.",
        )
    ]


#: The modules of the public names, which load with the first use.
_LAZY: Final = {
    "ExtractOptions": "_forms",
    "GdeltExtractor": "_gdelt",
    "IcewsExtractor": "_icews",
    "MappedExtractor": "_mapped",
    "MappingOptions": "_mapped",
    "PhoenixExtractor": "_phoenix",
    "PolecatExtractor": "_polecat",
    "lint_mapping": "_mapping",
}


def __getattr__(name: str) -> object:
    """
    Load a public name when it is first used.
    """
    from importlib import import_module

    if name not in _LAZY:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_LAZY[name]}"), name)


def __dir__() -> list[str]:
    """
    All public names, loaded or not.
    """
    return sorted({*globals(), *__all__})
