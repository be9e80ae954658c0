"""
A history as nodes and ties, before any library of graphs has a say.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final

import attrs

from diplomodel.actors import actor
from diplomodel.dates import day_number, day_text
from diplomodel.errors import BadInputError, DiplomodelError
from diplomodel.exporters import Export
from diplomodel.fluents import Fluent
from diplomodel.histories import Spell
from diplomodel.subjects import SubjectKind, subject_parts
from diplomodel_graph._options import GraphOptions


__all__ = ["Network", "Node", "Phase", "Tie", "network_of", "xml_text"]

#: What XML 1.0 (section 2.2) does not allow, not even as a reference.
_NO_XML: Final = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_ALONE: Final = (SubjectKind.PERSON, SubjectKind.PROCEEDINGS, SubjectKind.STATE)


def xml_text(text: str) -> str:
    r"""
    A text that can stand in XML.

    Example:
        >>> xml_text("Per\u00fa\ufffe")
        'Perú\ufffd'
    """
    return _NO_XML.sub("\ufffd", text)


@attrs.frozen(kw_only=True)
class Phase:
    """
    One spell of a tie or of a node.

    Attributes:
        value: The value.
        start: The first day at whose end it holds.
        end: The day on which it holds no more; ``None`` while it lasts.
        observed: Whether it was seen, not brought about: it may have begun earlier.
        began_by: Name of the event that began it.
        ended_by: Name of the event that ended it; empty while it lasts.
        sources: Ids of the sources of the event that began it, parted by semicolons.
    """

    value: str
    start: str
    end: str | None
    observed: bool
    began_by: str
    ended_by: str
    sources: str


@attrs.frozen(kw_only=True)
class Node:
    """
    A state, an organisation or a person.

    Attributes:
        id: Its code or id.
        label: Its name.
        kind: ``state``, ``organisation`` or ``person``.
        fluents: What is followed of it alone: phases by fluent, with the case for proceedings.
    """

    id: str
    label: str
    kind: str
    fluents: dict[str, tuple[Phase, ...]] = attrs.field(factory=dict)


@attrs.frozen(kw_only=True)
class Tie:
    """
    One fluent of one subject between two states.

    Attributes:
        source: The sending, imposing or recognising state; of a dyad, the first in the alphabet.
        target: The other state.
        fluent: Name of the fluent.
        subject: The subject's canonical text.
        part: What the subject names besides the states, such as a person; empty for none.
        symmetric: Whether the direction means nothing.
        phases: Its spells, by day.
    """

    source: str
    target: str
    fluent: str
    subject: str
    part: str
    symmetric: bool
    phases: tuple[Phase, ...]


@attrs.frozen(kw_only=True)
class Network:
    """
    Nodes and ties.

    Attributes:
        title: A heading.
        fingerprint: What tells apart the rules and plugins behind it.
        nodes: The nodes, by id.
        ties: The ties, by fluent and subject.
    """

    title: str
    fingerprint: str
    nodes: tuple[Node, ...]
    ties: tuple[Tie, ...]


def network_of(case: Export, options: GraphOptions) -> Network:
    """
    The network of a history.

    Raises:
        UnknownNameError: A fluent is not known.
        BadInputError: The day asked is not one exact day.
    """
    people = () if case.casebook is None else case.casebook.people
    nodes = _Nodes({person.id: person.name for person in people})
    ties = []
    for (name, subject), spells in groupby(_spells(case, options), key=lambda one: one[:2]):
        fluent = case.fluent(name)
        if fluent.on in _ALONE:
            if fluent.on is SubjectKind.STATE or options.persons:
                nodes.add_phases(fluent, subject, tuple(map(_phase, spells)))
            continue
        tie = _tie(fluent, subject, tuple(map(_phase, spells)))
        nodes.add(tie.source)
        nodes.add(tie.target)
        ties.append(tie)
    return Network(
        title=xml_text(case.title),
        fingerprint=case.fingerprint,
        nodes=nodes.all(),
        ties=tuple(ties),
    )


def _spells(case: Export, options: GraphOptions) -> Iterator[Spell]:
    wanted = [case.fluent(name) for name in sorted(set(options.fluents))]
    found: Iterable[Spell] = (
        (spell for fluent in wanted for spell in case.history.spells(fluent))
        if wanted
        else case.spells()
    )
    if options.at is None:
        yield from found
        return
    day = day_number(options.at)
    for spell in found:
        if spell.begins <= day and (spell.ends is None or day < spell.ends):
            yield spell


def _phase(spell: Spell) -> Phase:
    sources = dict.fromkeys(piece.source.id for piece in spell.began_by.evidence)
    return Phase(
        value=xml_text(str(spell.value)),
        start=day_text(spell.begins),
        end=None if spell.ends is None else day_text(spell.ends),
        observed=spell.observed,
        began_by=spell.began_by.name,
        ended_by="" if spell.ended_by is None else spell.ended_by.name,
        sources="; ".join(sources),
    )


def _tie(fluent: Fluent[str], subject: str, phases: tuple[Phase, ...]) -> Tie:
    head, _, part = subject.partition("/")
    source, target = _two(head)
    return Tie(
        source=source,
        target=target,
        fluent=fluent.name,
        subject=xml_text(subject),
        part=xml_text(part),
        symmetric=fluent.on is SubjectKind.DYAD,
        phases=phases,
    )


def _two(head: str) -> tuple[str, str]:
    """
    The codes of the two states or organisations in a subject.

    Example:
        >>> _two("MEX>PER"), _two("PER-org:alianza-del-pacifico"), _two("org:oas-org:un")
        (('MEX', 'PER'), ('PER', 'org:alianza-del-pacifico'), ('org:oas', 'org:un'))
    """
    parts = subject_parts(head)
    if parts.one is None or parts.other is None:
        raise BadInputError(f"{head[:80]!r} names no two states")
    return parts.one, parts.other


class _Nodes:
    """
    The nodes met so far, by id.
    """

    def __init__(self, people: dict[str, str]) -> None:
        self._people = people
        self._fluents: dict[str, dict[str, tuple[Phase, ...]]] = {}

    def add(self, name: str) -> None:
        """
        Add a state or organisation.
        """
        self._fluents.setdefault(name, {})

    def add_phases(self, fluent: Fluent[str], subject: str, phases: tuple[Phase, ...]) -> None:
        """
        Add what is followed of a state or person alone.
        """
        name, _, case = subject.partition("/")
        key = f"{fluent.name} {case}" if case else fluent.name
        self._fluents.setdefault(name, {})[xml_text(key)] = phases

    def all(self) -> tuple[Node, ...]:
        """
        The nodes in the order of their ids.
        """
        return tuple(self._node(name, found) for name, found in sorted(self._fluents.items()))

    def _node(self, name: str, fluents: dict[str, tuple[Phase, ...]]) -> Node:
        kind = "state" if name.isupper() else "person"
        kind = "organisation" if name.startswith("org:") else kind
        label = self._people.get(name, name)
        if kind != "person":
            try:
                label = actor(name).name
            except DiplomodelError:
                # Codes of places that are in no list of states are taken as they are.
                label = name
        return Node(id=name, label=xml_text(label), kind=kind, fluents=fluents)
