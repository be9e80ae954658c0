"""
The root of all event types, and the values that events are made of.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Mapping
from functools import cache
from operator import attrgetter
from typing import Any, ClassVar, Final, cast

import attrs
from attrs import field

from diplomodel.dates import PartialDate
from diplomodel.errors import BadInputError
from diplomodel.evidence import Claim, Evidence
from diplomodel.fields import (
    Vocabulary,
    a_date,
    each,
    items,
    none_or_identifier,
    none_or_text,
    of_type,
    several,
    text,
    whole_number_or_none,
)


__all__ = [
    "Coding",
    "Event",
    "Link",
    "LinkKind",
    "Modality",
    "UnknownEvent",
    "Votes",
    "kind_of",
]

#: Marks a field that is part of what makes an event itself: it goes into the id.
WHO: Final = {"identity": True}

_ORDER_LIMIT: Final = 4000


class Modality(Vocabulary):
    """
    How surely the act is done.

    Only what is done has an effect on the state; the rest is kept and asked for.
    """

    DONE = "done"
    CLAIMED = "claimed"
    PLANNED = "planned"
    OFFERED = "offered"
    THREATENED = "threatened"
    DEMANDED = "demanded"
    DENIED = "denied"
    ASKED = "asked"


class LinkKind(Vocabulary):
    """
    How one event bears on another.
    """

    IN_RESPONSE_TO = "in_response_to"
    PART_OF = "part_of"
    FULFILS = "fulfils"
    CONTESTS = "contests"
    REPORTS = "reports"


@attrs.frozen(kw_only=True)
class Link:
    """
    A tie from one event to another, named by its label or id.

    Attributes:
        kind: How this event bears on the other.
        to: Label (within a casebook) or id of the other.

    Example:
        >>> Link(kind="in_response_to", to="pm40").kind
        <LinkKind.IN_RESPONSE_TO: 'in_response_to'>
    """

    kind: LinkKind = field(converter=LinkKind)
    to: str = field(validator=text)


@attrs.frozen(kw_only=True)
class Votes:
    """
    The count of a vote.

    Attributes:
        in_favour: Votes for.
        against: Votes against; ``None`` if the source is silent.
        abstaining: Abstentions; ``None`` if the source is silent.

    Example:
        >>> print(Votes(in_favour=101, against=6, abstaining=10))
        101-6-10
    """

    in_favour: int = field(validator=whole_number_or_none)
    against: int | None = field(default=None, validator=whole_number_or_none)
    abstaining: int | None = field(default=None, validator=whole_number_or_none)

    def __str__(self) -> str:
        """
        The three numbers joined by hyphens, ``?`` for an unknown one.
        """
        counts = (self.in_favour, self.against, self.abstaining)
        return "-".join("?" if count is None else str(count) for count in counts)


@attrs.frozen
class Coding:
    """
    The nearest codes of an event type in CAMEO and PLOVER.

    Attributes:
        cameo: CAMEO code (CAMEO codebook 1.1b3), or ``None`` where it has none.
        plover: PLOVER event type, or ``None`` where it has none.
        mode: PLOVER mode of that type, where one fits.
        why: Why a code is missing or coarser than the type.

    Example:
        >>> Coding("171", "COERCE").cameo
        '171'
    """

    cameo: str | None
    plover: str | None
    mode: str | None = None
    why: str = ""


def kind_of(cls: type) -> str:
    """
    The kind that names an event class in files: its name in snake case, after that of its plugin.

    Example:
        >>> kind_of(type("CoupAttempt", (), {}))
        'coup_attempt'
        >>> kind_of(type("AirspaceClosure", (), {"namespace": "airspace"}))
        'airspace.airspace_closure'
    """
    space: str = getattr(cls, "namespace", "")
    return f"{space}.{_snake_case(cls.__name__)}" if space else _snake_case(cls.__name__)


@cache
def _snake_case(name: str) -> str:
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()


def identity_fields(cls: type[Event]) -> tuple[str, ...]:
    """
    Names of the fields that make an event of this class itself, in order of name.
    """
    return _identity(cast("Hashable", cls))[0]


def identity_of(cls: type[Event]) -> attrgetter[Any]:
    """
    A getter of the tuple of identity fields, the date and the modality as their texts.
    """
    return _identity(cast("Hashable", cls))[1]


@cache
def _identity(cls: Any) -> tuple[tuple[str, ...], attrgetter[Any]]:  # a class, for the cache
    if not issubclass(cls, Event):
        raise BadInputError(f"{cls.__name__} is no event type: give events, or a casebook")
    names = tuple(sorted(f.name for f in attrs.fields(cls) if f.metadata.get("identity")))
    # Tuples of texts alone cost the garbage collector nothing.
    plain = {"occurred": "occurred.text", "modality": "modality._value_"}
    return names, attrgetter(*(plain.get(name, name) for name in names))


def _pieces(values: Iterable[Evidence]) -> tuple[Evidence, ...]:
    return items(values)


def _claims(values: Iterable[Claim]) -> tuple[Claim, ...]:
    return items(values)


def _links(values: Iterable[Link]) -> tuple[Link, ...]:
    return items(values)


def values_of(cls: type[Event]) -> attrgetter[Any]:
    """
    A getter of the tuple of all fields.
    """
    return _values(cast("Hashable", cls))


@cache
def _values(cls: Any) -> attrgetter[Any]:  # a class, for the cache
    return attrgetter(*(f.name for f in attrs.fields(cls)))


def _order(owner: object, attribute: attrs.Attribute[Any], value: object) -> None:
    del attribute
    if value is None:
        return
    if not isinstance(value, int) or isinstance(value, bool) or abs(value) > _ORDER_LIMIT:
        raise BadInputError(
            f"{type(owner).__name__}.order is {value!r}:"
            f" give a whole number from -{_ORDER_LIMIT} to {_ORDER_LIMIT}"
        )


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Event:
    """
    Something reported to have happened: typed, dated, with participants and evidence.

    Every event type derives from this one.
    Two events are the same happening if their kinds and identity fields are equal; their `id` is
    then the same.

    Attributes:
        occurred: When it happened, as an EDTF date local to the act.
        place: Where it happened, as text.
        modality: How surely the act is done; only what is done has effects.
        key: Tells apart two happenings that are otherwise alike.
        order: Place in the order of one day, where the source gives one; 0 if left out.
        label: Short name within a casebook, for links and citations.
        summary: What happened, in a sentence or two.
        evidence: Where it says so.
        claims: Versions of its fields that differ, and who gives them.
        links: Ties to other events.
        supersedes: Labels or ids of events that this one corrects and replaces.

    Example:
        >>> from diplomodel.events import RelationsBreak
        >>> event = RelationsBreak(occurred="2025-11-03", by="PER", target="MEX", label="pm41")
        >>> event.name, event.kind, event.modality.value
        ('pm41', 'relations_break', 'done')
    """

    coding: ClassVar[Coding] = Coding(None, None, why="the root type stands for no act")
    #: Place in the order of one day where the sources give none: lower is earlier, 0 to 255.
    rank: ClassVar[int] = 100
    #: Name of the plugin that the type belongs to; it stands before the kind, with a dot.
    namespace: ClassVar[str] = ""

    occurred: PartialDate = field(converter=a_date, metadata=WHO)
    place: str | None = field(default=None, validator=none_or_text)
    modality: Modality = field(default=Modality.DONE, converter=Modality, metadata=WHO)
    key: str | None = field(default=None, validator=none_or_identifier, metadata=WHO)
    order: int | None = field(default=None, validator=_order)
    label: str | None = field(default=None, validator=none_or_identifier)
    summary: str | None = field(default=None, validator=none_or_text)
    evidence: tuple[Evidence, ...] = field(
        default=(), converter=_pieces, validator=each(of_type(Evidence))
    )
    claims: tuple[Claim, ...] = field(
        default=(), converter=_claims, validator=each(of_type(Claim))
    )
    links: tuple[Link, ...] = field(default=(), converter=_links, validator=each(of_type(Link)))
    supersedes: tuple[str, ...] = field(default=(), converter=several, validator=each(text))

    # One set of these for all types: writing them for each would double the time of loading.
    def __eq__(self, other: object) -> bool:
        """
        Whether the other is of the same type with equal fields.
        """
        if type(other) is not type(self):
            return NotImplemented
        values = values_of(type(self))
        return bool(values(self) == values(other))

    def __hash__(self) -> int:
        """
        Equal for equal events.
        """
        return hash((type(self), values_of(type(self))(self)))

    def __repr__(self) -> str:
        """
        The type and the fields that differ from their defaults.
        """
        told = (
            f"{f.name}={value!r}"
            for f in attrs.fields(type(self))
            if (value := getattr(self, f.name)) != f.default
        )
        return f"{type(self).__name__}({', '.join(told)})"

    @property
    def kind(self) -> str:
        """
        The kind that names this type in files.
        """
        return kind_of(type(self))

    @property
    def id(self) -> str:
        """
        ``e1-`` and the SHA-256 of the kind and the identity fields: equal for equal happenings.
        """
        return _event_id(self)

    @property
    def name(self) -> str:
        """
        The label if there is one, else the start of the id: for people to read.
        """
        return self.label or self.id[:11]


@attrs.frozen(kw_only=True, eq=False, repr=False)
class UnknownEvent(Event):
    """
    An event of a kind that nothing installed here knows; kept as it was read.

    It has no effect, is reported by the replay, and is written back unchanged.

    Attributes:
        unknown_kind: The kind named in the file.
        data: Its fields as canonical JSON, all but those that every event has.

    Example:
        >>> from diplomodel.events import UnknownEvent
        >>> event = UnknownEvent(occurred="2030-01-01", unknown_kind="space_treaty")
        >>> event.kind
        'space_treaty'
    """

    coding: ClassVar[Coding] = Coding(None, None, why="the kind is not known here")

    unknown_kind: str = field(validator=text, metadata=WHO)
    data: str = field(default="{}", validator=text, metadata=WHO)

    @property
    def kind(self) -> str:
        """
        The kind named in the file.
        """
        return self.unknown_kind


def canonical_json(value: object) -> str:
    """
    JSON with sorted keys and no needless spaces: equal text for equal values.
    """
    return _encoder()(value)


@cache
def _encoder() -> Callable[[object], str]:
    import json

    encoder = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return encoder.encode


def _identity_plain(value: object) -> object:
    if isinstance(value, tuple):
        return [_identity_plain(item) for item in value]
    if value is None or isinstance(value, bool | int):
        return value
    return str(value)


def _event_id(event: Event) -> str:
    import hashlib

    named: Mapping[str, object] = {
        name: _identity_plain(getattr(event, name)) for name in identity_fields(type(event))
    }
    told = {name: value for name, value in named.items() if value not in (None, [])}
    text = canonical_json([event.kind, told])
    return "e1-" + hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
