"""
Entries of the guide as events.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO, Final

import attrs
from attrs import field

from diplomodel.actors import state
from diplomodel.casebooks import SetAside
from diplomodel.dates import PartialDate
from diplomodel.errors import BadInputError
from diplomodel.events import (
    ConsularPostOpening,
    ConsularRelationsEstablishment,
    Event,
    LevelUpgrade,
    MissionClosure,
    MissionOpening,
    MissionSuspension,
    Observation,
    RelationsBreak,
    RelationsEstablishment,
    RelationsRestoration,
    StateExtinction,
    StateRecognition,
    StateRecognitionWithdrawal,
)
from diplomodel.evidence import Evidence, Source, SourceKind
from diplomodel.extractors import set_aside
from diplomodel.fields import optional_date
from diplomodel.fluents import RELATIONS, MissionLevel, Relations
from diplomodel.subjects import dyad_text
from diplomodel_missions.rdcr import _parties as parties
from diplomodel_missions.rdcr._acts import Act, Kind, acts_of
from diplomodel_missions.rdcr._article import Article, Entry, article
from diplomodel_missions.rdcr._prose import Told, told


__all__ = ["RdcrExtractor", "RdcrOptions"]

#: A longer sentence is told by its place alone.
_QUOTED: Final = 1000
_SLUG: Final = re.compile(r"[^a-z0-9]+")
_SEVERED: Final = re.compile(r"\b(?:sever|broke|ruptur|terminat)", re.IGNORECASE)
_LEVELS: Final = (
    (re.compile(r"\bembass|\bambassador", re.IGNORECASE), MissionLevel.AMBASSADOR),
    (re.compile(r"\binterests section", re.IGNORECASE), MissionLevel.INTERESTS_SECTION),
    (re.compile(r"\blegation|\bminister", re.IGNORECASE), MissionLevel.MINISTER),
)
_TO: Final = re.compile(r".*\b(?:to|into)\b", re.IGNORECASE)
_CHARGE: Final = re.compile(r"charg[ée] d.affaires(?! (?:ad interim|a\.i))", re.IGNORECASE)
_MINISTER: Final = re.compile(r"\bminister", re.IGNORECASE)


class _UnsaidError(Exception):
    """
    Why an act that a heading names is no event.
    """


@attrs.frozen(kw_only=True)
class RdcrOptions:
    """
    How to read the guide.

    Attributes:
        published: When the articles were published, where it should be said.
    """

    published: PartialDate | None = field(default=None, converter=optional_date)


@attrs.frozen
class RdcrExtractor:
    """
    Reads an article of the guide: events for each entry of its timelines.

    Attributes:
        options: How to read it.
    """

    options: RdcrOptions = field(factory=RdcrOptions)

    def extract(self, source: BinaryIO, /, *, name: str = "") -> Iterator[Event | SetAside]:
        """
        Read the events of an article, with the entries and acts that are none set aside.

        Args:
            source: The article, in TEI XML.
            name: Name of its file, for messages.

        Raises:
            BadInputError: It is no article; or, after all that could be read, it breaks off.
        """
        found = article(source, name=name)
        document = self._document(found, name)
        for index, entry in enumerate(found.entries):
            for one in _read(entry, found.country, document):
                if isinstance(one, Event):
                    yield one
                else:
                    yield set_aside(one[0], one[1], index=index, file=name, line=entry.line)
        if found.fault:
            raise BadInputError(
                f"{name or 'the article'} breaks off: {found.fault}; what comes after"
                f" {len(found.entries)} whole entries is lost: get the whole file"
            )
        if not found.entries:
            yield set_aside(found.title, "the article has no timeline", index=0, file=name, line=1)

    def _document(self, found: Article, name: str) -> Source:
        stem = name.rpartition("/")[2].partition(".")[0] or found.country
        slug = _SLUG.sub("-", stem.lower()).strip("-")[:80]
        return Source(
            id=f"rdcr-{slug or 'article'}",
            publisher="Office of the Historian",
            title=found.title or None,
            published=self.options.published,
            kind=SourceKind.REFERENCE,
            licence="CC0-1.0",
        )


def _read(entry: Entry, country: str, document: Source) -> Iterator[Event | tuple[str, str]]:
    """
    The events of an entry, and what it names that is none, with the reason.
    """
    if not entry.heading:
        yield entry.prose[:200] or "(empty)", "it has no heading"
        return
    acts = acts_of(entry.heading)
    if not acts:
        yield entry.heading, "its heading names no act of recognition, relations or missions"
        return
    if entry.dated is None:
        yield entry.heading, "its heading gives no date"
        return
    other: str | None = None
    for act in acts:
        try:
            acting = _Acting(entry, entry.dated, act, country, document)
            # "Relations with Prussia and the American Mission in Berlin" names it once.
            other = parties.towards(act.clause, country=country, year=acting.year) or other
            yield from acting.events(other)
        except (_UnsaidError, BadInputError) as why:
            yield f"{entry.heading} [{act.clause}]", str(why)


class _Acting:
    """
    One act of an entry, on the way to an event.
    """

    def __init__(
        self, entry: Entry, dated: PartialDate, act: Act, country: str, document: Source
    ) -> None:
        self.entry, self.act, self.country = entry, act, country
        self.told: Told = told(act.kind, entry.prose, dated=dated)
        self.year = _year(dated)
        self.evidence = (_cited(entry, self.told, document),)

    def events(self, named: str | None) -> Iterator[Event]:
        """
        The events of the act.

        Args:
            named: The state that the heading names; ``None`` for that of the article.

        Raises:
            _UnsaidError: It does not say enough for one.
        """
        kind = self.act.kind
        if kind in (Kind.RECOGNITION, Kind.RECOGNITION_WITHDRAWN):
            yield from self._recognitions()
            return
        other = named or parties.of_article(self.country, year=self.year)
        if other is None:
            raise _UnsaidError("the state that it concerns is not known")
        if kind in _CONSULAR and not state(other).exists(self.year):
            raise _UnsaidError("its consulate is in a place that is no state in that year")
        if kind is Kind.RELATIONS_ENDED:
            yield self._ended(other)
        elif kind in _MUTUAL:
            yield _MUTUAL[kind](
                occurred=self.told.occurred,
                parties=(parties.USA, other),
                evidence=self.evidence,
            )
        elif kind is Kind.POST_OPENED:
            yield self._post(other)
        else:
            for sender, receiver in parties.senders(
                kind, self.act.clause, other=other, year=self.year
            ):
                yield self._mission(sender, receiver)

    def _recognitions(self) -> Iterator[Event]:
        pairs = parties.recognition(
            self.act.clause, self.entry.prose, country=self.country, year=self.year
        )
        if not pairs:
            raise _UnsaidError(
                "who recognises which state is not said in a way that is known here"
            )
        withdrawn = self.act.kind is Kind.RECOGNITION_WITHDRAWN
        cls = StateRecognitionWithdrawal if withdrawn else StateRecognition
        for by, target in pairs:
            yield cls(occurred=self.told.occurred, by=by, target=target, evidence=self.evidence)

    def _ended(self, other: str) -> Event:
        occurred, sentence, _ = self.told
        by = parties.breaker(
            self.act.clause, sentence, other=other, country=self.country, year=self.year
        )
        if by is not None:
            return RelationsBreak(
                occurred=occurred,
                by=by,
                # The prose may name one of several states that an article is about.
                target=other if by == parties.USA else parties.USA,
                evidence=self.evidence,
            )
        ends = state(other).ends
        if ends is not None and ends.year == self.year:
            return StateExtinction(
                occurred=occurred,
                parties=(parties.USA, other),
                ceased=other,
                evidence=self.evidence,
            )
        if not _SEVERED.search(self.act.clause) and not _SEVERED.search(sentence):
            raise _UnsaidError("whether relations were broken, or only rested, is not said")
        # Which side broke is not said, so that this is what was so and no act.
        return Observation(
            occurred=occurred,
            fluent=RELATIONS.name,
            subject=dyad_text(parties.USA, other),
            value=Relations.BROKEN.value,
            evidence=self.evidence,
        )

    def _post(self, other: str) -> Event:
        place = parties.place_of(self.act.clause)
        slug = _SLUG.sub("-", place.lower()).strip("-") if place else ""
        if not slug:
            raise _UnsaidError("the seat of the consular post is not said in its heading")
        sender, receiver = parties.senders(
            self.act.kind, self.act.clause, other=other, year=self.year
        )[0]
        return ConsularPostOpening(
            occurred=self.told.occurred,
            sender=sender,
            receiver=receiver,
            post=slug,
            evidence=self.evidence,
        )

    def _mission(self, sender: str, receiver: str) -> Event:
        kind = self.act.kind
        occurred, evidence = self.told.occurred, self.evidence
        if kind is Kind.MISSION_CLOSED:
            return MissionClosure(
                occurred=occurred, sender=sender, receiver=receiver, evidence=evidence
            )
        if kind is Kind.MISSION_SUSPENDED:
            return MissionSuspension(
                occurred=occurred,
                sender=sender,
                receiver=receiver,
                extent="operations",
                evidence=evidence,
            )
        if kind is Kind.MISSION_RAISED:
            return LevelUpgrade(
                occurred=occurred,
                sender=sender,
                receiver=receiver,
                level=_level(_TO.sub("", self.act.clause), ""),
                evidence=evidence,
            )
        return MissionOpening(
            occurred=occurred,
            sender=sender,
            receiver=receiver,
            level=_level(self.act.clause, self.told.sentence),
            again=kind is Kind.MISSION_REOPENED,
            evidence=evidence,
        )


_MUTUAL: Final = {
    Kind.RELATIONS_ESTABLISHED: RelationsEstablishment,
    Kind.RELATIONS_RESTORED: RelationsRestoration,
    Kind.CONSULAR_ESTABLISHED: ConsularRelationsEstablishment,
}


_CONSULAR: Final = frozenset({Kind.CONSULAR_ESTABLISHED, Kind.POST_OPENED})


def _year(dated: PartialDate) -> int:
    return int(dated.text[:4])


def _level(clause: str, sentence: str) -> MissionLevel | None:
    """
    The class of a mission by its name: an ambassador heads an embassy, a minister a legation.

    A legation opened by a chargé d'affaires in his own right has that class.
    """
    level = next((level for form, level in _LEVELS if form.search(clause)), None)
    charge = _CHARGE.search(sentence) and not _MINISTER.search(sentence)
    return MissionLevel.CHARGE_DAFFAIRES if level is MissionLevel.MINISTER and charge else level


def _cited(entry: Entry, found: Told, document: Source) -> Evidence:
    sentence = found.sentence if len(found.sentence) <= _QUOTED else ""
    return Evidence(
        source=document,
        place=f"{entry.section}, entry {entry.number}",
        quote=sentence or entry.heading[:_QUOTED],
        note=None if found.in_prose else "dated by its heading",
    )
