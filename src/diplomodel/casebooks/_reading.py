"""
Plain data to a casebook: what is wrong is gathered, and what is right is read all the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, NoReturn, cast

import attrs

from diplomodel.actors import Person
from diplomodel.casebooks._casebook import METADATA, Casebook, SetAside
from diplomodel.casebooks._checks import Remark, notices
from diplomodel.casebooks._document import Document, Locator, Placed
from diplomodel.errors import BadInputError, Problem, did_you_mean
from diplomodel.events._base import Event
from diplomodel.evidence import Source
from diplomodel.formats._codec import load_event
from diplomodel.formats._faults import Fault, Faults, Parts, Place, problems
from diplomodel.formats._json import json_text
from diplomodel.formats._plans import ClassPlan, Context
from diplomodel.formats._scalars import load_int, shown, untyped
from diplomodel.formats._types import class_plan


__all__ = ["FORMAT", "Reader", "in_file", "metadata_plan"]

#: The format that is written; older ones are read too.
FORMAT: Final = 1

#: The number of bad parts of one file after which reading that is to raise an error ends.
_ENOUGH: Final = 1000


def metadata_plan() -> ClassPlan:
    """
    The plan of a header's plain values.
    """
    plan = class_plan(Casebook)
    return ClassPlan(Casebook, {name: plan.fields[name] for name in METADATA})


def in_file(problem: Problem) -> tuple[int, int]:
    """
    The order of problems in their file, where their places are known.
    """
    return problem.line or 0, problem.column or 0


@attrs.define(kw_only=True, eq=False)
class Reader:
    """
    Reads one document.

    Attributes:
        file: Name of the file, for messages.
        collect: Set bad parts aside, instead of raising an error about them all.
        context: What the reading of events may ask for.
        set_aside: The bad parts so far.
        notices: What was noticed so far.
        places: Path and locator of each event so far.
    """

    file: str | None
    collect: bool
    context: Context = attrs.field(factory=Context)
    set_aside: list[SetAside] = attrs.field(factory=list)
    notices: list[Problem] = attrs.field(factory=list)
    places: list[Placed] = attrs.field(factory=list)
    _at: Locator = attrs.field(default=lambda _parts, _key: Place(), init=False)

    def casebook(self, document: Document) -> Casebook:
        """
        Read all of it.

        Raises:
            BadInputError: Something is wrong and not to be set aside, or the format is newer.
        """
        fields = self.header(document)
        events = []
        for placed, found in self.events(document):
            if isinstance(found, Event):
                events.append(found)
                self.places.append(placed)
                continue
            self.set_aside.append(found)
            if not self.collect and len(self.set_aside) >= _ENOUGH:
                break
        if self.set_aside and not self.collect:
            wrong = [problem for bad in self.set_aside for problem in bad.problems]
            raise BadInputError(sorted(wrong, key=in_file))
        casebook = Casebook(events=events, set_aside=self.set_aside, **fields)
        self.notices += self.located(notices(casebook))
        self.notices.sort(key=in_file)
        return attrs.evolve(casebook, notices=self.notices) if self.notices else casebook

    def located(self, remarks: Iterable[Remark]) -> Iterator[Problem]:
        """
        Remarks on the events read, with their paths and places.
        """
        for remark in remarks:
            if remark.which is None:
                faults, place = [remark.fault], self._at
            else:
                placed = self.places[remark.which]
                faults, place = Faults([remark.fault]).under(*placed.parts), placed.place
            yield from problems(faults, file=self.file, place=place, severity=remark.severity)

    def events(self, document: Document) -> Iterator[tuple[Placed, Event | SetAside]]:
        """
        Read the records one by one.
        """
        for index, placed in enumerate(document.records):
            record = placed.record
            try:
                if record.faults:
                    raise Faults(record.faults)
                if record.misplaced:
                    self._misplaced(placed)
                event = load_event(record.plain, self.context)
            except Faults as faults:
                aside = self._aside("events", record.plain, faults, placed=placed, index=index)
                yield placed, aside
            else:
                yield placed, event

    def _misplaced(self, placed: Placed) -> None:
        """
        Refuse a record in the wrong place; where problems are collected it is only noticed.
        """
        faults = Faults(placed.record.misplaced)
        if not self.collect:
            raise faults
        self.notices += problems(
            faults.under(*placed.parts), file=self.file, place=placed.place, severity="warning"
        )

    def header(self, document: Document) -> dict[str, Any]:  # arguments of Casebook
        """
        Read the header: the arguments of `Casebook` but for the events.

        Raises:
            BadInputError: The format is not known, or people or sources are no mapping.
        """
        if document.header is None:
            return {}
        self._at = document.place
        rest = dict(document.header)
        self._format(rest.pop("format", None))
        # Exports say by which rules and plugins they were made; that is no part of a casebook.
        rest.pop("fingerprint", None)
        people = self._section("people", rest.pop("people", None), class_plan(Person))
        sources = self._section("sources", rest.pop("sources", None), class_plan(Source))
        self.context.sources = {source.id: source for source in cast("list[Source]", sources)}
        metadata = self._metadata(rest)
        self._take_types(cast("tuple[str, ...]", metadata.get("requires", ())))
        return {"people": people, "sources": sources, **metadata}

    def _take_types(self, requires: tuple[str, ...]) -> None:
        """
        Know the event types of the plugins required; without one its events stay unknown.
        """
        if not requires:
            return
        from diplomodel.plugins import PluginError, host

        for index, name in enumerate(requires):
            try:
                self.context.types.update(host().types([name]))
            except PluginError as error:
                fault = Fault(str(error), ("requires", index))
                self.notices += problems(
                    [fault], file=self.file, place=self._at, severity="warning"
                )

    def _format(self, value: object) -> None:
        if value is None:
            fault = Fault(f"the field 'format' is missing; add 'format: {FORMAT}'")
            if not self.collect:
                self._raise(fault)
            self.notices += problems([fault], file=self.file, place=self._at, severity="warning")
            return
        try:
            number = load_int(value)
        except Faults as faults:
            self._raise(*faults.under("format"))
        if number > FORMAT:
            message = f"format {number} is newer than this version reads; update diplomodel"
            self._raise(Fault(message, ("format",)))
        if number < FORMAT:
            self._raise(Fault(f"there is no format {number}; write {FORMAT}", ("format",)))

    def _raise(self, *faults: Fault) -> NoReturn:
        raise BadInputError(problems(faults, file=self.file, place=self._at))

    def _section(self, name: str, value: object, plan: ClassPlan) -> list[object]:
        if value is None:
            return []
        if not isinstance(value, Mapping):
            self._raise(Fault(f"{shown(value)} stands here; write a mapping by id", (name,)))
        found = []
        for index, (key, item) in enumerate(value.items()):
            try:
                found.append(plan.load(self._with_id(key, item), self.context))
            except Faults as error:
                # An id is the key of its entry.
                faults = Faults(
                    Fault(one.message, (), on_key=True) if one.parts == ("id",) else one
                    for one in error.found
                )
                self.set_aside.append(self._aside(name, item, faults, key=key, index=index))
        return found

    @staticmethod
    def _with_id(key: str, item: object) -> object:
        if not isinstance(item, Mapping):
            return item
        if "id" in item:
            raise Faults([Fault("the id stands before the colon; remove this one", ("id",), True)])
        return {"id": key, **item}

    def _metadata(self, rest: Mapping[str, object]) -> dict[str, object]:
        plan = metadata_plan()
        fields: dict[str, object] = {}
        for key, item in rest.items():
            field = plan.fields.get(key)
            try:
                if field is None:
                    known = ["format", *plan.fields, "people", "sources", "opening", "events"]
                    hint = did_you_mean(key[:80], known) or f"; known are {', '.join(known)}"
                    message = f"a casebook has no field {key[:60]!r}{hint}"
                    raise Faults([Fault(message, (), True)])
                if item is not None:
                    value = field.plan.load(item, self.context)
                    if refused := plan.refused({field.name: value}):
                        raise Faults([fault._replace(parts=()) for fault in refused])
                    fields[field.name] = value
            except Faults as faults:
                self.set_aside.append(self._aside("header", item, faults, key=key))
        return fields

    def _aside(
        self,
        section: str,
        plain: object,
        faults: Faults,
        *,
        key: str | None = None,
        index: int | None = None,
        placed: Placed | None = None,
    ) -> SetAside:
        parts: Parts = (key,) if section == "header" and key is not None else ()
        if placed is not None:
            parts = placed.parts
        elif section != "header" and key is not None:
            parts = (section, key)
        place = self._at if placed is None else placed.place
        found = problems(faults.under(*parts), file=self.file, place=place)
        data = json_text(untyped(plain, strict=False), sort=True)
        return SetAside(section=section, key=key, index=index, data=data, problems=tuple(found))
