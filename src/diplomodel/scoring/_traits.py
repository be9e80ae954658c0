"""
What of an event is compared, and when two agree.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from typing import Final

import attrs

from diplomodel.dates import PartialDate
from diplomodel.events import Event, participants
from diplomodel.scoring._matching import most_pairs


__all__ = ["FIELDS", "Rules", "Traits"]

#: The fields that are compared, in the order of reports.
FIELDS: Final = ("date", "exact_date", "actors", "place", "modality")

#: Words that name nobody by themselves.
_PARTICLES: Final = frozenset(
    (
        *("al", "bin", "da", "de", "del", "den", "der", "di", "do", "dos"),
        *("du", "el", "ibn", "la", "las", "le", "los", "van", "von", "y"),
    )
)

#: With more names in doubt than these none is held for a short form of another.
_MOST_IN_DOUBT: Final = 200

Words = frozenset[str]


@attrs.frozen(kw_only=True)
class Rules:
    """
    How strictly fields are compared.

    Attributes:
        states_only: Leave persons out of the parties.
        vaguest: Longest predicted date, in days, that can agree with a shorter gold one.
    """

    states_only: bool = False
    vaguest: int | None = None


@attrs.frozen(kw_only=True, eq=False)
class Traits:
    """
    What of an event is compared.

    Attributes:
        event: The event.
        kind: Its kind.
        states: Codes of states and organisations, each with its field.
        persons: Ids of persons, each with its field.
        place: The words of its place.
        order: Tells where it stands among others, whatever their order was.
    """

    event: Event
    kind: str
    states: tuple[tuple[str, str], ...]
    persons: tuple[tuple[str, str], ...]
    place: Words
    order: tuple[object, ...]

    @classmethod
    def of(cls, event: Event, rules: Rules) -> Traits:
        """
        Those of an event.
        """
        named = participants(event)
        states = tuple(sorted((one.field, one.id) for one in named if not one.is_person))
        persons = tuple(sorted((one.field, one.id) for one in named if one.is_person))
        if rules.states_only:
            persons = ()
        date = event.occurred
        days = (date.first_possible, date.last_possible, date.text)
        texts = (event.place or "", event.modality.value, event.label or "", event.summary or "")
        return cls(
            event=event,
            kind=event.kind,
            states=states,
            persons=persons,
            place=_words(event.place or ""),
            order=(*days, states, persons, *texts, event.id),
        )

    @property
    def codes(self) -> Words:
        """
        The states and organisations, in whatever role.
        """
        return frozenset(code for _, code in self.states)

    def agrees(self, predicted: Traits, field: str, rules: Rules) -> bool:
        """
        Whether a predicted event agrees with this one in a field.
        """
        if field == "date":
            return same_day(self.event.occurred, predicted.event.occurred, vaguest=rules.vaguest)
        if field == "exact_date":
            return _days(self.event.occurred) == _days(predicted.event.occurred)
        if field == "actors":
            return self.states == predicted.states and self.same_persons(predicted)
        if field == "place":
            return bool(self.place & predicted.place) and _within(self.place, predicted.place)
        return self.event.modality is predicted.event.modality

    def same_persons(self, other: Traits) -> bool:
        """
        Whether both name the same persons in each role, by whole names or parts of them.
        """
        if self.persons == other.persons:
            return True
        if Counter(role for role, _ in self.persons) != Counter(role for role, _ in other.persons):
            return False
        mine = _less(self.persons, other.persons)
        theirs = _less(other.persons, self.persons)
        if len(mine) > _MOST_IN_DOUBT:
            return False
        tokens = [(role, _name(person)) for role, person in theirs]
        edges = [
            [
                index
                for index, (other_role, name) in enumerate(tokens)
                if role == other_role and _within(_name(person), name)
            ]
            for role, person in mine
        ]
        return -1 not in most_pairs(edges, len(tokens))


def same_day(gold: PartialDate, predicted: PartialDate, *, vaguest: int | None = None) -> bool:
    """
    Whether two dates may be one day: their possible days overlap.

    Args:
        gold: One date.
        predicted: The other.
        vaguest: Longest predicted date, in days, that can agree with a shorter gold one.

    Example:
        >>> day = PartialDate.parse("2022-12-07")
        >>> same_day(day, PartialDate.parse("2022-12")), same_day(day, PartialDate.parse("2023"))
        (True, False)
        >>> same_day(day, PartialDate.parse("2022"), vaguest=31)
        False
    """
    (first, last), (start, end) = _days(gold), _days(predicted)
    if vaguest is not None and end - start >= vaguest and end - start > last - first:
        return False
    return first <= end and start <= last


def _days(date: PartialDate) -> tuple[int, int]:
    return date.first_possible, date.last_possible


def _less(
    one: Iterable[tuple[str, str]], other: Iterable[tuple[str, str]]
) -> list[tuple[str, str]]:
    taken = set(other)
    return [pair for pair in one if pair not in taken]


def _name(person: str) -> Words:
    """
    The words of an id that tell somebody apart.
    """
    words = frozenset(re.split(r"[-_.:]", person))
    return words - _PARTICLES or words


def _within(one: Words, other: Words) -> bool:
    return one <= other or other <= one


def _words(text: str) -> Words:
    """
    The words of a text without case and accents.
    """
    plain = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return frozenset(re.findall(r"\w+", bare))
