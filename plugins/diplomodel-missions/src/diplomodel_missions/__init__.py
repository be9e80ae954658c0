"""
Records of missions, recognition and coups, read as diplomatic events.

Example:
    >>> from diplomodel_missions import diplomodel_register_extractors
    >>> for spec in diplomodel_register_extractors():
    ...     print(spec.name, *spec.suffixes)
    missions.pocom .xml
    missions.rdcr .xml
    missions.cow .csv
    missions.recognition .csv
    missions.coups .csv
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from diplomodel.plugins import ExporterSpec, ExtractorSpec, FluentSpec, RuleSpec, hookimpl


if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = [
    "DIPLOMODEL_API",
    "diplomodel_register_exporters",
    "diplomodel_register_extractors",
    "diplomodel_register_fluents",
    "diplomodel_register_rules",
]

#: The version of the plugin interface that this package is written for.
DIPLOMODEL_API: Final = 1

_HISTORIAN: Final = "Office of the Historian, United States Department of State."
_BAYER: Final = (
    'Bayer, Reşat. 2006. "Diplomatic Exchange Data set, v2006.1." Correlates of War project.'
)


@hookimpl
def diplomodel_register_extractors() -> Iterable[ExtractorSpec]:
    """
    The sources that are read.
    """
    return [
        ExtractorSpec(
            name="missions.pocom",
            summary="Chiefs of mission of the United States (POCOM): appointments, credentials,"
            " ends of missions.",
            factory="diplomodel_missions.pocom:PocomExtractor",
            suffixes=(".xml",),
            media_types=("application/xml",),
            options="diplomodel_missions.pocom:PocomOptions",
            licence="CC0-1.0",
            citation=f"Principal Officers and Chiefs of Mission. {_HISTORIAN}",
        ),
        ExtractorSpec(
            name="missions.rdcr",
            summary="Recognition, relations and missions of the United States by country (RDCR):"
            " TEI articles.",
            factory="diplomodel_missions.rdcr:RdcrExtractor",
            suffixes=(".xml",),
            media_types=("application/tei+xml", "application/xml"),
            options="diplomodel_missions.rdcr:RdcrOptions",
            samples=("diplomodel_missions:samples/rdcr-made-up.xml",),
            licence="CC0-1.0",
            citation="A Guide to the United States' History of Recognition, Diplomatic, and"
            f" Consular Relations, by Country, since 1776. {_HISTORIAN}",
        ),
        ExtractorSpec(
            name="missions.cow",
            summary="Correlates of War Diplomatic Exchange: levels of representation as dated"
            " observations.",
            factory="diplomodel_missions.cow:CowExtractor",
            suffixes=(".csv",),
            media_types=("text/csv",),
            options="diplomodel_missions.cow:CowOptions",
            samples=("diplomodel_missions:samples/cow-made-up.csv",),
            citation=_BAYER,
        ),
        ExtractorSpec(
            name="missions.recognition",
            summary="Spells in which states recognised the government in Taipei.",
            factory="diplomodel_missions.recognition:RecognitionExtractor",
            suffixes=(".csv",),
            media_types=("text/csv",),
            options="diplomodel_missions.recognition:RecognitionOptions",
            samples=("diplomodel_missions:samples/recognition-made-up.csv",),
        ),
        ExtractorSpec(
            name="missions.coups",
            summary="Coups, attempts and conspiracies of the Cline Center's Coup d'État Project.",
            factory="diplomodel_missions.coups:CoupsExtractor",
            suffixes=(".csv",),
            media_types=("text/csv",),
            options="diplomodel_missions.coups:CoupsOptions",
            samples=("diplomodel_missions:samples/coups-made-up.csv",),
            citation="Peyton, Buddy, et al. Cline Center Coup d'État Project Dataset."
            " Cline Center for Advanced Social Research, University of Illinois.",
        ),
    ]


@hookimpl
def diplomodel_register_fluents() -> Iterable[FluentSpec]:
    """
    What is observed that the core has no words for.
    """
    return [
        FluentSpec(
            name="missions.cow_level",
            fluent="diplomodel_missions.cow:COW_LEVEL",
            summary="How Correlates of War Diplomatic Exchange codes the sender's mission.",
        ),
    ]


@hookimpl
def diplomodel_register_rules() -> Iterable[RuleSpec]:
    """
    What events make of it.
    """
    return [
        RuleSpec(
            name="missions",
            rules="diplomodel_missions.cow:RULES",
            summary="Credentials, recalls, expulsions and closures set the code that Correlates of"
            " War Diplomatic Exchange would give.",
        ),
    ]


@hookimpl
def diplomodel_register_exporters() -> Iterable[ExporterSpec]:
    """
    The formats that are written.
    """
    return [
        ExporterSpec(
            name="missions.cow_table",
            summary="Observations of Correlates of War Diplomatic Exchange as its table, equal to"
            " the file read.",
            factory="diplomodel_missions.cow:CowTableExporter",
            suffix=".csv",
            media_type="text/csv",
            options="diplomodel_missions.cow:CowTableOptions",
            citation=_BAYER,
        ),
    ]
