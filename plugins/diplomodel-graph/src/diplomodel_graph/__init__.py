"""
Relations between states as networks that change: networkx graphs, GraphML and dynamic GEXF.

Example:
    >>> import diplomodel as dm
    >>> from diplomodel_graph import to_networkx
    >>> graph = to_networkx(dm.casebook("us-cuba"), fluents=["relations"])
    >>> [(one, other, tie["value"], tie["start"]) for one, other, tie in graph.edges(data=True)][1]
    ('CUB', 'USA', 'broken', '1961-01-03')
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from diplomodel.plugins import ExporterSpec, hookimpl


if TYPE_CHECKING:
    from collections.abc import Iterable

    from diplomodel_graph._graphs import TieSpell, spells_of, to_dynamic_networkx, to_networkx
    from diplomodel_graph._options import GraphOptions

__all__ = [
    "DIPLOMODEL_API",
    "GraphOptions",
    "TieSpell",
    "diplomodel_register_exporters",
    "spells_of",
    "to_dynamic_networkx",
    "to_networkx",
]

#: The version of the plugin interface that this package is written for.
DIPLOMODEL_API: Final = 1


@hookimpl
def diplomodel_register_exporters() -> Iterable[ExporterSpec]:
    """
    The formats of networks.
    """
    return [
        ExporterSpec(
            name="graph.graphml",
            summary="GraphML: states as nodes, an edge for each spell of a fluent between two.",
            factory="diplomodel_graph._exporters:GraphMLExporter",
            suffix=".graphml",
            media_type="application/graphml+xml",
            options="diplomodel_graph._options:GraphOptions",
            citation=_NETWORKX,
        ),
        ExporterSpec(
            name="graph.gexf",
            summary="GEXF for Gephi: states as nodes, edges whose values change over time.",
            factory="diplomodel_graph._exporters:GEXFExporter",
            suffix=".gexf",
            media_type="application/gexf+xml",
            options="diplomodel_graph._options:GraphOptions",
            citation=_NETWORKX,
        ),
    ]


_NETWORKX: Final = (
    "Hagberg, Aric A., Daniel A. Schult and Pieter J. Swart. 2008. Exploring network structure,"
    " dynamics, and function using NetworkX. Proceedings of the 7th Python in Science Conference,"
    " 11-15."
)


def __getattr__(name: str) -> object:
    """
    Load what needs networkx when it is first used.
    """
    from importlib import import_module

    if name.startswith("_") or name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    part = "_options" if name == "GraphOptions" else "_graphs"
    return getattr(import_module(f"{__name__}.{part}"), name)


def __dir__() -> list[str]:
    """
    All public names, loaded or not.
    """
    return sorted({*globals(), *__all__})
