"""
The parts that rules are made of: subjects, values and conditions read off an event.

None of them ever reads the state: an effect is a function of its event alone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from operator import attrgetter
from typing import Any

import attrs

from diplomodel.events import Event
from diplomodel.subjects import SubjectKind


__all__ = ["By", "FieldValue", "On", "Where", "by_field", "field_value", "on", "where"]

Getter = Callable[[Any], tuple[str, ...]]


@attrs.frozen
class On:
    """
    The subjects of a rule: of which kind, and from which fields of the event.

    Attributes:
        kind: The shape of the subject.
        fields: The event's fields that name its parts; one that holds a tuple names several
            subjects.

    Example:
        >>> from diplomodel.events import RelationsBreak
        >>> from diplomodel.subjects import SubjectKind
        >>> broken = RelationsBreak(occurred="2025-11-03", by="PER", target="MEX")
        >>> On(SubjectKind.DYAD, ("by", "target")).of(broken)
        ('MEX-PER',)
    """

    kind: SubjectKind
    fields: tuple[str, ...]

    def of(self, event: Event) -> tuple[str, ...]:
        """
        The canonical texts of the subjects that an event names.
        """
        return self.getter()(event)

    @property
    def sizes(self) -> tuple[int, ...]:
        """
        How many fields make a subject of the kind; a dyad may also come from one field that holds
        both.
        """
        if self.kind is SubjectKind.DYAD:
            return (1, 2)
        if self.kind in (SubjectKind.PERSON, SubjectKind.STATE):
            return (1,)
        pairs = (SubjectKind.DIRECTED, SubjectKind.RECOGNITION, SubjectKind.PROCEEDINGS)
        return (2,) if self.kind in pairs else (3,)

    def getter(self) -> Getter:
        """
        A fast function from an event to those texts.
        """
        if self.kind is SubjectKind.DYAD:
            return _dyads(self.fields)
        if len(self.fields) == 1:
            return _singles(self.fields[0])
        if self.kind is SubjectKind.PROCEEDINGS:
            return _joined(self.fields[0], self.fields[1])
        if len(self.fields) == 2:
            return _directed(self.fields[0], self.fields[1])
        return _members(*self.fields)

    def __str__(self) -> str:
        """
        How the subject is put together, like ``sender>receiver/person``.
        """
        if self.kind is SubjectKind.DYAD:
            return "-".join(self.fields)
        if self.kind is SubjectKind.PROCEEDINGS:
            return "/".join(self.fields)
        head = ">".join(self.fields[:2])
        return "/".join((head, *self.fields[2:]))


def _dyads(fields: tuple[str, ...]) -> Getter:
    get = attrgetter(*fields)

    def dyads(event: Any) -> tuple[str, ...]:
        one, other = get(event)
        return (f"{one}-{other}" if one <= other else f"{other}-{one}",)

    return dyads


def _singles(name: str) -> Getter:
    get = attrgetter(name)

    def single(event: Any) -> tuple[str, ...]:
        value = get(event)
        return value if isinstance(value, tuple) else (value,)

    return single


def _joined(many: str, one: str) -> Getter:
    get = attrgetter(many, one)

    def joined(event: Any) -> tuple[str, ...]:
        persons, case = get(event)
        return tuple(f"{person}/{case}" for person in persons)

    return joined


def _directed(sender: str, receiver: str) -> Getter:
    get = attrgetter(sender, receiver)

    def directed(event: Any) -> tuple[str, ...]:
        one, other = get(event)
        return (f"{one}>{other}",)

    return directed


def _members(sender: str, receiver: str, part: str) -> Getter:
    get = attrgetter(sender, receiver, part)

    def members(event: Any) -> tuple[str, ...]:
        one, other, value = get(event)
        if isinstance(value, tuple):
            return tuple(f"{one}>{other}/{item}" for item in value)
        return (f"{one}>{other}/{value}",)

    return members


@attrs.frozen
class FieldValue:
    """
    A rule's value that is a field of the event; ``None`` there assigns nothing.

    Attributes:
        field: The field.

    Example:
        >>> from diplomodel.events import LevelDowngrade
        >>> unsaid = LevelDowngrade(occurred="2023-02-24", sender="PER", receiver="MEX")
        >>> FieldValue("level").of(unsaid) is None
        True
    """

    field: str

    def of(self, event: Event) -> str | None:
        """
        The field's value.
        """
        value: str | None = getattr(event, self.field)
        return value

    def __str__(self) -> str:
        """
        For people: the field's name.
        """
        return f"the event's {self.field}"


@attrs.frozen
class By:
    """
    A rule's value that depends on a field of the event; a value not listed assigns nothing.

    Attributes:
        field: The field.
        values: The pairs of a field's value and the value assigned.

    Example:
        >>> print(By("done", ((True, "closed"), (False, "closure_ordered"))))
        closed if done is True, closure_ordered if done is False
    """

    field: str
    values: tuple[tuple[object, str], ...]

    def of(self, event: Event) -> str | None:
        """
        The value assigned.
        """
        return dict(self.values).get(getattr(event, self.field))

    def __str__(self) -> str:
        """
        For people: every case.
        """
        name = self.field
        return ", ".join(f"{assigned} if {name} is {given}" for given, assigned in self.values)


@attrs.frozen
class Where:
    """
    A condition on a field of the event.

    Attributes:
        field: The field.
        is_: What it must be, or, for a tuple, hold.

    Example:
        >>> from diplomodel.events import RelationsBreak
        >>> broken = RelationsBreak(occurred="2025-11-03", by="PER", target="MEX")
        >>> Where("severs_consular", True).holds(broken)
        False
    """

    field: str
    is_: object

    def holds(self, event: Event) -> bool:
        """
        Whether the event meets it.
        """
        value = getattr(event, self.field)
        return self.is_ in value if isinstance(value, tuple) else bool(value == self.is_)

    def __str__(self) -> str:
        """
        For people.
        """
        return f"{self.field} is {self.is_}"


def on(kind: SubjectKind, *fields: str) -> On:
    """
    The subjects of a rule.

    Example:
        >>> from diplomodel.subjects import SubjectKind
        >>> str(on(SubjectKind.MEMBER, "sender", "receiver", "person"))
        'sender>receiver/person'
    """
    return On(kind, fields)


def field_value(name: str) -> FieldValue:
    """
    A value that is a field of the event.

    Example:
        >>> print(field_value("level"))
        the event's level
    """
    return FieldValue(name)


def by_field(name: str, values: Mapping[object, str]) -> By:
    """
    A value that depends on a field of the event.

    Example:
        >>> print(by_field("extent", {"operations": "operations_suspended"}))
        operations_suspended if extent is operations
    """
    return By(name, tuple(values.items()))


def where(name: str, is_: object) -> Where:
    """
    A condition on a field of the event.

    Example:
        >>> print(where("consular", True))
        consular is True
    """
    return Where(name, is_)
