"""
What a model answers, and which of it becomes an event.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any, Final, NoReturn

import attrs

from diplomodel.actors import is_actor, person_id
from diplomodel.errors import BadInputError, DiplomodelError, did_you_mean
from diplomodel.events import (
    Event,
    Modality,
    event_type,
    participant_fields,
    participants,
)
from diplomodel.evidence import Evidence
from diplomodel.formats import from_plain
from diplomodel_llm._articles import Article
from diplomodel_llm._cache import Answer
from diplomodel_llm._quotes import Searchable


__all__ = ["Judge", "MalformedError", "RefusedError", "events_in"]

#: An article of that many events in one part would be none.
_MOST_EVENTS: Final = 200

#: Shorter words are found anywhere.
_SHORTEST: Final = 10

#: Longer words are no quotation.
_LONGEST: Final = 1000

_FENCE: Final = re.compile(r"```(?:json)?[ \t]*\n(.*?)\n[ \t]*```", re.DOTALL)


class MalformedError(Exception):
    """
    An answer is not of the form that was asked for; the message says why.
    """


class RefusedError(Exception):
    """
    What was given as an event is none; the message says why.
    """


def events_in(answer: Answer) -> list[object]:
    """
    The events of an answer, as they stand there.

    Raises:
        MalformedError: It has another form.

    Example:
        >>> events_in(Answer(text='{"events": [{"kind": "talks"}]}'))
        [{'kind': 'talks'}]
    """
    if not answer.whole:
        raise MalformedError("it did not end within the bounds set for it")
    text = answer.text.strip()
    if fenced := _FENCE.fullmatch(text):
        text = fenced[1]
    try:
        found = json.loads(text, parse_constant=_no_number)
    except (ValueError, RecursionError):
        raise MalformedError("it is no JSON") from None
    events = found.get("events") if isinstance(found, dict) else found
    if not isinstance(events, list):
        raise MalformedError("it has no list of events")
    if len(events) > _MOST_EVENTS:
        raise MalformedError(f"it has more than {_MOST_EVENTS} events")
    return events


def _no_number(name: str) -> NoReturn:
    raise ValueError(name)


@attrs.frozen(kw_only=True)
class Judge:
    """
    Decides what of the answers about one part of an article are events.

    Attributes:
        article: The article.
        start: Offset of the part.
        text: The part, ready to be searched.
        schema: The schema of answers.
    """

    article: Article
    start: int
    text: Searchable
    schema: Mapping[str, Any]  # JSON Schema

    @classmethod
    def of(cls, article: Article, span: tuple[int, int], schema: Mapping[str, object]) -> Judge:
        """
        One for a part.
        """
        searchable = Searchable.of(article.text[slice(*span)])
        return cls(article=article, start=span[0], text=searchable, schema=schema)

    def event(self, given: object) -> Event:
        """
        The event that was given.

        Raises:
            RefusedError: It is none, or the article does not say so.
        """
        fields = self._fields(given)
        evidence = self._evidence(fields.pop("evidence", None))
        try:
            event = from_plain(_with_ids(fields))
        except DiplomodelError as error:
            first = error.problems[0] if isinstance(error, BadInputError) else error
            raise RefusedError(" ".join(str(first).split())[:300]) from None
        for one in participants(event):
            if not one.is_person and not is_actor(one.id):
                raise RefusedError(f"no state and no organisation has the code {one.id!r}")
        self._check_day(event)
        return attrs.evolve(event, evidence=(evidence,))

    def _fields(self, given: object) -> dict[str, object]:
        if not isinstance(given, dict):
            raise RefusedError("it is no object with the fields of an event")
        kind = given.get("kind")
        kinds = [one for one in self.schema["$defs"] if "kind" in self._properties(one)]
        if not isinstance(kind, str) or kind not in kinds:
            shown = str(kind)[:60]
            raise RefusedError(f"{shown!r} is no kind of event{did_you_mean(shown, kinds)}")
        known = self._properties(kind)
        for name in given:
            if name not in known:
                shown = name[:60]
                raise RefusedError(f"{kind} has no field {shown!r}{did_you_mean(shown, known)}")
        return {name: value for name, value in given.items() if value not in (None, "", [])}

    def _properties(self, name: str) -> Mapping[str, object]:
        found: Mapping[str, object] = self.schema["$defs"][name].get("properties", {})
        return found

    def _evidence(self, given: object) -> Evidence:
        if not isinstance(given, dict) or not isinstance(given.get("quote"), str):
            raise RefusedError("it has no quotation")
        quote: str = given["quote"]
        if sum(map(str.isalnum, quote)) < _SHORTEST or len(quote) > _LONGEST:
            raise RefusedError(
                f"its quotation has fewer than {_SHORTEST} letters or over {_LONGEST}"
            )
        found = self.text.find(quote)
        if found is None:
            raise RefusedError("its quotation is not in the text")
        start, end = (self.start + place for place in found)
        try:
            return Evidence(
                source=self.article.source,
                quote=self.article.text[start:end],
                start=start,
                end=end,
                attributed_to=_text(given, "attributed_to"),
                note=_text(given, "note"),
            )
        except BadInputError as error:
            raise RefusedError(str(error)) from None

    def _check_day(self, event: Event) -> None:
        published = self.article.source.published
        if published is None or event.modality is not Modality.DONE:
            return
        # Where it is published may be a day behind where it happens.
        if event.occurred.first_possible > published.last_possible + 1:
            raise RefusedError(
                f"it is dated after the publication on {published}, and said to be done"
            )


def _text(given: Mapping[str, object], name: str) -> str | None:
    value = given.get(name)
    return value if isinstance(value, str) and value.strip() else None


def _with_ids(fields: dict[str, object]) -> dict[str, object]:
    """
    The fields with the ids of persons, where a model wrote their names.
    """
    persons = {
        one.name for one in participant_fields(event_type(str(fields["kind"]))) if one.is_person
    }
    return {
        name: _id(value) if name.strip("_") in persons else value for name, value in fields.items()
    }


def _id(value: object) -> object:
    if isinstance(value, list):
        return [_id(one) for one in value]
    try:
        return person_id(value) if isinstance(value, str) else value
    except BadInputError:
        return value
