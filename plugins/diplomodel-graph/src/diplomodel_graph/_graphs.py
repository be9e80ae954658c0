"""
Networks as graphs of networkx, and their spells read off graphs again.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

import networkx as nx

from diplomodel.casebooks import Casebook
from diplomodel.dates import DateLike, PartialDate
from diplomodel.exporters import prepared
from diplomodel.histories import History
from diplomodel_graph._network import Network, Node, Phase, Tie, network_of
from diplomodel_graph._options import GraphOptions


__all__ = ["TieSpell", "dynamic", "flat", "spells_of", "to_dynamic_networkx", "to_networkx"]


class TieSpell(NamedTuple):
    """
    A spell of a fluent between two states, as a graph holds it.

    Attributes:
        fluent: Name of the fluent.
        subject: The subject's canonical text.
        value: The value.
        start: The first day at whose end it holds.
        end: The day on which it holds no more; ``None`` while it lasts.
    """

    fluent: str
    subject: str
    value: str
    start: str
    end: str | None


def to_networkx(
    what: Casebook | History,
    *,
    fluents: Iterable[str] = (),
    persons: bool = False,
    at: DateLike | None = None,
) -> nx.MultiDiGraph[str]:
    """
    A graph with an edge for each spell, and plain values that every writer of networkx takes.

    Edges have ``fluent``, ``subject``, ``part``, ``symmetric``, ``value``, ``start``, ``end``,
    ``observed``, ``began_by``, ``ended_by`` and ``sources``; what is not known, such as the end of
    a spell that lasts, is left out. Nodes have ``label`` and ``kind``, and for each fluent of a
    state alone, such as ``head_of_state``, its spells as JSON.

    Args:
        what: A casebook, which is replayed; or a history.
        fluents: Names of the fluents wanted; all stored ones if empty.
        persons: Whether persons whose custody or trial is followed are nodes too.
        at: A day: only what holds at its end.

    Raises:
        UnknownNameError: A fluent is not known.
        BadInputError: `at` is not one exact day.

    Example:
        >>> from diplomodel import casebook
        >>> graph = to_networkx(casebook("peru-mexico"), fluents=["relations"], at="2025-11-05")
        >>> graph.edges["MEX", "PER", "relations MEX-PER 1"]["value"]
        'broken'
    """
    return flat(_network(what, fluents=fluents, persons=persons, at=at))


def to_dynamic_networkx(
    what: Casebook | History,
    *,
    fluents: Iterable[str] = (),
    persons: bool = False,
    at: DateLike | None = None,
) -> nx.MultiDiGraph[str]:
    """
    A graph with an edge for each fluent and subject, whose values change, as GEXF has it.

    An edge has ``spells``, pairs of start and end, and ``value``, ``observed`` and ``began_by`` as
    triples of a value, its start and its end; the end of what lasts is ``None``.
    The fluents of a state alone are such triples on its node.

    Args:
        what: As for `to_networkx`.
        fluents: As for `to_networkx`.
        persons: As for `to_networkx`.
        at: As for `to_networkx`.

    Raises:
        UnknownNameError: A fluent is not known.
        BadInputError: `at` is not one exact day.

    Example:
        >>> from diplomodel import casebook
        >>> graph = to_dynamic_networkx(casebook("us-cuba"), fluents=["relations"])
        >>> graph.edges["CUB", "USA", "relations CUB-USA"]["value"][-1]
        ('established', '2015-07-20', None)
    """
    return dynamic(_network(what, fluents=fluents, persons=persons, at=at))


def _network(
    what: Casebook | History, *, fluents: Iterable[str], persons: bool, at: DateLike | None
) -> Network:
    day = None if at is None else PartialDate.of(at)
    options = GraphOptions(fluents=fluents, persons=persons, at=day)
    return network_of(prepared(what), options)


def flat(network: Network) -> nx.MultiDiGraph[str]:
    """
    The graph with an edge for each spell.
    """
    graph = _empty(network)
    for node in network.nodes:
        alone = {fluent: _json(phases) for fluent, phases in node.fluents.items()}
        graph.add_node(node.id, **_about(node), **alone)
    for tie in network.ties:
        for number, phase in enumerate(tie.phases, start=1):
            key = f"{tie.fluent} {tie.subject} {number}"
            graph.add_edge(tie.source, tie.target, key=key, **_fixed(tie), **_plain(phase))
    return graph


def dynamic(network: Network) -> nx.MultiDiGraph[str]:
    """
    The graph with an edge for each fluent and subject.
    """
    graph = _empty(network, mode="dynamic")
    for node in network.nodes:
        alone = {fluent: _values(phases) for fluent, phases in node.fluents.items()}
        graph.add_node(node.id, **_about(node), **alone)
    for tie in network.ties:
        graph.add_edge(
            tie.source,
            tie.target,
            key=f"{tie.fluent} {tie.subject}",
            label=tie.fluent,
            **_fixed(tie),
            spells=[(phase.start, phase.end) for phase in tie.phases],
            value=_values(tie.phases),
            observed=_triples(tie.phases, [str(one.observed).lower() for one in tie.phases]),
            began_by=_triples(tie.phases, [one.began_by for one in tie.phases]),
        )
    return graph


def _empty(network: Network, **more: str) -> nx.MultiDiGraph[str]:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.graph.update(name=network.title, fingerprint=network.fingerprint, **more)
    return graph


def _about(node: Node) -> dict[str, str]:
    return {"label": node.label, "kind": node.kind}


def _fixed(tie: Tie) -> dict[str, str | bool]:
    return {
        "fluent": tie.fluent,
        "subject": tie.subject,
        "part": tie.part,
        "symmetric": tie.symmetric,
    }


def _plain(phase: Phase) -> dict[str, str | bool]:
    told: dict[str, str | bool] = {"value": phase.value, "start": phase.start}
    if phase.end is not None:
        told["end"] = phase.end
    told["observed"] = phase.observed
    told["began_by"] = phase.began_by
    if phase.ended_by:
        told["ended_by"] = phase.ended_by
    if phase.sources:
        told["sources"] = phase.sources
    return told


def _json(phases: Iterable[Phase]) -> str:
    rows = [{"value": one.value, "start": one.start, "end": one.end} for one in phases]
    return json.dumps(rows, ensure_ascii=False)


def _values(phases: Iterable[Phase]) -> list[tuple[str, str, str | None]]:
    return [(one.value, one.start, one.end) for one in phases]


def _triples(phases: Iterable[Phase], values: Iterable[str]) -> list[tuple[str, str, str | None]]:
    pairs = zip(phases, values, strict=True)
    return [(value, one.start, one.end) for one, value in pairs]


def spells_of(graph: nx.Graph[str]) -> Iterator[TieSpell]:
    """
    The spells on the edges of a graph, made here or read from GraphML or GEXF by networkx.

    Args:
        graph: The graph. In place of an open end networkx reads the text ``None`` from GEXF.

    Example:
        >>> from diplomodel import casebook
        >>> case = casebook("us-cuba")
        >>> sorted(spells_of(to_networkx(case))) == sorted(spells_of(to_dynamic_networkx(case)))
        True
    """
    for _, _, tie in graph.edges(data=True):
        values = tie["value"]
        if isinstance(values, str):
            yield _spell(tie, values, tie["start"], tie.get("end"))
        else:
            for value, start, end in values:
                yield _spell(tie, value, start, end)


def _spell(tie: Mapping[str, Any], value: str, start: str, end: str | None) -> TieSpell:
    # The data of an edge have no type.
    return TieSpell(
        fluent=tie["fluent"],
        subject=tie["subject"],
        value=value,
        start=start,
        end=None if end == "None" else end,
    )
