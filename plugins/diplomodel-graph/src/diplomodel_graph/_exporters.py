"""
GraphML and GEXF by the writers of networkx, without what they stamp.
"""

from __future__ import annotations

from typing import Any, BinaryIO
from xml.etree.ElementTree import SubElement

import networkx as nx
from networkx.readwrite.gexf import GEXFWriter

from diplomodel.errors import BadInputError
from diplomodel.exporters import Export
from diplomodel_graph._graphs import dynamic, flat
from diplomodel_graph._network import network_of
from diplomodel_graph._options import GraphOptions


__all__ = ["GEXFExporter", "GraphMLExporter"]


class GraphMLExporter:
    """
    Writes GraphML, which knows nothing of time: an edge for each spell.
    """

    def __init__(self, options: object | None = None) -> None:
        """
        Take the options.

        Raises:
            BadInputError: They are not of the class `GraphOptions`.
        """
        self._options = _checked(options)

    def export(self, case: Export, target: BinaryIO, /) -> None:
        """
        Write the graph.
        """
        graph = flat(network_of(case, self._options))
        # Of the two writers the one that is always there: the other depends on what is installed.
        nx.write_graphml_xml(graph, target)


class GEXFExporter:
    """
    Writes dynamic GEXF: an edge for each fluent and subject, whose values change.
    """

    def __init__(self, options: object | None = None) -> None:
        """
        Take the options.

        Raises:
            BadInputError: They are not of the class `GraphOptions`.
        """
        self._options = _checked(options)

    def export(self, case: Export, target: BinaryIO, /) -> None:
        """
        Write the graph.
        """
        network = network_of(case, self._options)
        writer = GEXFWriter(dynamic(network), encoding="utf-8", prettyprint=True)
        _state_origin(writer.xml, network.title, network.fingerprint)
        writer.write(target)


def _state_origin(root: Any, title: str, fingerprint: str) -> None:
    """
    Say what was written and by what, in place of the date and the version of networkx.

    Args:
        root: The root element of a GEXF document, of which networkx gives no type.
        title: What it is about.
        fingerprint: What tells apart the rules and plugins behind it.
    """
    meta = root.find("meta")
    meta.attrib.pop("lastmodifieddate", None)
    for child in list(meta):
        meta.remove(child)
    SubElement(meta, "creator").text = "diplomodel-graph"
    SubElement(meta, "keywords").text = fingerprint
    SubElement(meta, "description").text = title


def _checked(options: object | None) -> GraphOptions:
    if options is None:
        return GraphOptions()
    if not isinstance(options, GraphOptions):
        raise BadInputError(f"the options are a {type(options).__name__}: give GraphOptions")
    return options
