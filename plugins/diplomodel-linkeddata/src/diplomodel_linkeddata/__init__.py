"""
Linked data: Turtle, JSON-LD and N-Quads, and reading them back.

This module only says what there is; the code loads when a format is asked for.
`diplomodel_linkeddata.graphs` has graphs to query in Python, the shapes and the vocabulary.
"""

from __future__ import annotations

from diplomodel.plugins import ExporterSpec, hookimpl


DIPLOMODEL_API = 1

_OPTIONS = "diplomodel_linkeddata.options:LinkedDataOptions"
_CITATION = (
    "PROV-O, W3C Recommendation (2013); Simple Event Model, van Hage et al. (2011),"
    " doi:10.1016/j.websem.2011.03.003; schema.org"
)


@hookimpl
def diplomodel_register_exporters() -> tuple[ExporterSpec, ...]:
    """
    The three formats.
    """
    return (
        ExporterSpec(
            name="linkeddata.turtle",
            summary="RDF in Turtle; claims are reified statements.",
            factory="diplomodel_linkeddata.writing:turtle_exporter",
            reader="diplomodel_linkeddata.reading:read_turtle",
            suffix=".ttl",
            media_type="text/turtle",
            lossless=True,
            streaming=True,
            options=_OPTIONS,
            citation=_CITATION,
        ),
        ExporterSpec(
            name="linkeddata.jsonld",
            summary="RDF in JSON-LD with its context inside; claims are reified statements.",
            factory="diplomodel_linkeddata.writing:jsonld_exporter",
            reader="diplomodel_linkeddata.reading:read_jsonld",
            suffix=".jsonld",
            media_type="application/ld+json",
            lossless=True,
            streaming=True,
            options=_OPTIONS,
            citation=_CITATION,
        ),
        ExporterSpec(
            name="linkeddata.nquads",
            summary="RDF in N-Quads; each claim is a named graph.",
            factory="diplomodel_linkeddata.writing:nquads_exporter",
            reader="diplomodel_linkeddata.reading:read_nquads",
            suffix=".nq",
            media_type="application/n-quads",
            lossless=True,
            streaming=True,
            options=_OPTIONS,
            citation=_CITATION,
        ),
    )
