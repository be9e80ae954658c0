"""
Strategies made from the fields of classes, so that a new event type is tested from its first day.
"""

from __future__ import annotations

import datetime as dt
import enum
import functools
import types
import typing
from collections.abc import Callable, Hashable, Iterable
from typing import Any, Final, Union, cast

import attrs
from hypothesis import reject
from hypothesis import strategies as st

from diplomodel.actors import Person
from diplomodel.casebooks import Casebook, Coverage
from diplomodel.dates import Duration, PartialDate
from diplomodel.errors import BadInputError
from diplomodel.events import event_type, event_types
from diplomodel.events._base import Event, UnknownEvent, canonical_json
from diplomodel.evidence import Claim, Evidence, Source
from diplomodel.formats._claims import claimable
from diplomodel.formats._codec import event_plan
from diplomodel.formats._plans import ClassPlan, FieldPlan
from diplomodel.formats._types import class_plan


__all__ = [
    "casebooks",
    "durations",
    "events",
    "events_of",
    "evidence",
    "partial_dates",
    "persons",
    "sources",
    "unknown_events",
]

# Texts that some format or program is known to take for something else.
_TRICKY: Final = (
    "NO", "null", "~", "true", "3", "007", "1.50", "12:30", "2022-12-07", "=1+1", "+1", "-1",
    "@a", "'", "''", "'=1", '"=1', " =1", "\t=1", "[x", "{", "a: b", "a #b", "- a", "a,b", "%x",
    "a\nb", "a\r\nb", "a\rb", "\u2028", "\x85", "\ufeffa", "\U0001f5fa", "José", "casebook", "| x",
)  # fmt: skip
_TEXT: Final = st.one_of(
    st.sampled_from(_TRICKY),
    st.text(
        st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from("\t\n\r"), max_size=20
    ),
)
_WORD: Final = st.text("abcdeñz019", min_size=1, max_size=6)
_SLUG: Final = st.from_regex(r"[a-z0-9]{1,5}(-[a-z0-9]{1,4}){0,2}", fullmatch=True)
_ACTOR: Final = st.sampled_from(["PER", "MEX", "BRA", "TWN", "XKX", "org:oas", "org:icj"])

#: Kinds of text, each with two texts that only checks of this kind let pass.
_FLAVOURS: Final = (
    (("Some free text.", "Otro, más."), _TEXT),
    (("PER", "MEX"), _ACTOR),
    (("a-b", "c-d"), _SLUG),
)

Check = Callable[[object], bool]


def _days() -> st.SearchStrategy[str]:
    return st.dates(dt.date(1500, 1, 1), dt.date(2500, 1, 1)).map(str)


@functools.cache
def partial_dates() -> st.SearchStrategy[PartialDate]:
    """
    Dates of every form: days, months, years, decades, seasons, times, intervals, with doubt.

    Example:
        >>> from hypothesis import given
        >>> @given(partial_dates())
        ... def test_partial_dates(date):
        ...     assert date.first <= date.last
    """
    day, doubt = _days(), st.sampled_from(["", "", "?", "~", "%"])
    plain = st.one_of(
        st.tuples(day, doubt).map("".join),
        st.tuples(day.map(lambda text: text[:7]), doubt).map("".join),
        st.tuples(day.map(lambda text: text[:4]), doubt).map("".join),
    )
    zone = st.sampled_from(["", "Z", "-05:00", "+05:30"])
    clock = st.times().map(lambda time: time.strftime("T%H:%M"))
    second = st.sampled_from(["", ":00", ":59"])
    ends = st.lists(day, min_size=2, max_size=2).map(sorted)
    texts = st.one_of(
        plain,
        st.tuples(day, clock, second, zone).map("".join),
        ends.map("/".join),
        day.map(lambda text: f"../{text}"),
        day.map(lambda text: f"{text}/"),
        st.sampled_from(["202X", "20XX", "2022-XX", "2022-12-XX", "2022-21"]),
    )
    return texts.map(PartialDate.parse)


@functools.cache
def durations() -> st.SearchStrategy[Duration]:
    """
    Durations in calendar units, clock units, weeks and mixtures.

    Example:
        >>> from hypothesis import given
        >>> @given(durations())
        ... def test_durations(length):
        ...     assert length.text.startswith("P")
    """
    number = st.integers(0, 999)
    forms = st.sampled_from(["P{}D", "PT{}H", "P{}W", "P{}M", "P{}Y{}M{}D", "P{}DT{}H{}M{}S"])
    return st.tuples(forms, number, number, number, number).map(
        lambda drawn: Duration.parse(drawn[0].format(*drawn[1:]))
    )


def sources() -> st.SearchStrategy[Source]:
    """
    Sources.

    Example:
        >>> from hypothesis import given
        >>> @given(sources())
        ... def test_sources(source):
        ...     assert source.publisher
    """
    return cast("st.SearchStrategy[Source]", _values(Source))


def persons() -> st.SearchStrategy[Person]:
    """
    Persons with offices.

    Example:
        >>> from hypothesis import given
        >>> @given(persons())
        ... def test_persons(person):
        ...     assert person.name
    """
    return cast("st.SearchStrategy[Person]", _values(Person))


def evidence(*, of: st.SearchStrategy[Source] | None = None) -> st.SearchStrategy[Evidence]:
    """
    Pieces of evidence.

    Args:
        of: The sources that they are in; any if left out.

    Example:
        >>> from hypothesis import given
        >>> @given(evidence())
        ... def test_evidence(piece):
        ...     assert piece.source.id
    """
    if of is None:
        return cast("st.SearchStrategy[Evidence]", _values(Evidence))
    return st.builds(attrs.evolve, _values(Evidence), source=of)


def events(
    *, of: st.SearchStrategy[Source] | None = None, types: Iterable[type[Event]] = ()
) -> st.SearchStrategy[Event]:
    """
    Events of every type, of unknown kinds too.

    Args:
        of: The sources of their evidence; any if left out.
        types: Event types besides the core's, such as those of a plugin.

    Example:
        >>> from hypothesis import given
        >>> @given(events())
        ... def test_events(event):
        ...     assert event.id.startswith("e1-")
    """
    kinds = [_events(cls, of) for cls in (*event_types(), *types)]
    return st.one_of(*kinds, unknown_events())


def events_of(
    kind: str | type[Event], *, of: st.SearchStrategy[Source] | None = None
) -> st.SearchStrategy[Event]:
    """
    Events of one kind.

    Args:
        kind: The kind; or the class, which may be a plugin's.
        of: The sources of their evidence; any if left out.

    Raises:
        UnknownNameError: There is no such kind.

    Example:
        >>> from hypothesis import given
        >>> @given(events_of("relations_break"))
        ... def test_events_of(event):
        ...     assert event.by != event.target
    """
    return _events(event_type(kind) if isinstance(kind, str) else kind, of)


@functools.cache
def unknown_events() -> st.SearchStrategy[Event]:
    """
    Events of kinds that nothing knows, with data of any sort.

    Example:
        >>> from hypothesis import given
        >>> @given(unknown_events())
        ... def test_unknown_events(event):
        ...     assert event.unknown_kind == event.kind
    """
    scalars = st.one_of(
        st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False, allow_infinity=False)
    )
    data = st.recursive(
        scalars | _TEXT,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_WORD, inner, max_size=3),
        max_leaves=6,
    )
    fields = class_plan(Event).fields
    common = {
        name: _field(Event, fields[name])
        for name in ("occurred", "label", "place", "summary", "evidence")
    }
    data_text = st.dictionaries(_WORD.map("x_{}".format), data, max_size=3).map(canonical_json)
    return st.fixed_dictionaries(
        {
            "unknown_kind": _SLUG.map("zz_{}".format) | st.just("casebook"),
            "data": data_text,
            "occurred": common.pop("occurred"),
        },
        optional=common,
    ).map(lambda values: UnknownEvent(**values))


@st.composite
def casebooks(draw: st.DrawFn) -> Casebook:
    """
    Casebooks whose events cite sources of their own and of each other.

    Example:
        >>> from hypothesis import given
        >>> @given(casebooks())
        ... def test_casebooks(case):
        ...     assert len(case.opening) <= len(case.events)
    """
    documents = draw(st.lists(sources(), max_size=3, unique_by=_id))
    cited = st.sampled_from(documents) | sources() if documents else sources()
    ends = sorted(draw(st.tuples(_days(), _days())))
    coverage = st.none() | st.just(Coverage(first=ends[0], last=ends[1]))
    return Casebook(
        name=draw(st.none() | _SLUG),
        title=draw(st.none() | _TEXT),
        summary=draw(st.none() | _TEXT),
        licence=draw(st.none() | _TEXT),
        coverage=draw(coverage),
        requires=tuple(draw(st.lists(_SLUG, max_size=2))),
        people=draw(st.lists(persons(), max_size=2, unique_by=_id)),
        sources=documents,
        events=[
            *draw(st.lists(events_of("observation", of=cited), max_size=2)),
            *draw(st.lists(events(of=cited), max_size=4)),
        ],
    )


def _id(one: Source | Person) -> str:
    return one.id


def _events(cls: type[Event], of: st.SearchStrategy[Source] | None) -> st.SearchStrategy[Event]:
    found = cast("st.SearchStrategy[Event]", _events_of(cast("Hashable", cls)))
    if of is None:
        return found
    pieces = st.lists(evidence(of=of), max_size=2).map(tuple)
    return st.builds(attrs.evolve, found, evidence=pieces)


@functools.cache
def _events_of(cls: Any) -> st.SearchStrategy[Any]:  # a class, for the cache, and its values
    # Claims need the fields of the event's class for their values.
    return _built(event_plan(cls), claims=st.lists(_claims(cls), max_size=2).map(tuple))


def _claims(cls: type[Event]) -> st.SearchStrategy[Claim]:
    base = class_plan(Claim).fields
    rest = {key: _field(Claim, base[key]) for key in ("by", "evidence", "verdict", "reason")}
    about = [
        st.tuples(st.just(field.name), _field(cls, field)) for field in claimable(cls).values()
    ]
    scalar = st.none() | _TEXT | st.integers() | st.booleans()
    return st.builds(
        lambda text, pair, more: Claim(text=text, field=pair[0], value=pair[1], **more),
        _field(Claim, base["text"]),
        st.one_of(st.tuples(st.none(), scalar), *about),
        st.fixed_dictionaries({}, optional=rest),
    )


@functools.cache
def _values(cls: Any) -> st.SearchStrategy[Any]:  # a class, for the cache, and its values
    return _built(class_plan(cls))


def _built(plan: ClassPlan, **given: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    fields = {
        field.name: given[field.name] if field.name in given else _field(plan.cls, field)
        for field in plan.fields.values()
    }
    required = {field.name for field in plan.fields.values() if field.required}

    def build(values: dict[str, object]) -> object:
        try:
            return plan.cls(**values)
        except BadInputError:  # fields that do not go together
            reject()

    return st.fixed_dictionaries(
        {name: fields[name] for name in fields if name in required},
        optional={name: fields[name] for name in fields if name not in required},
    ).map(build)


def _field(cls: Any, field: FieldPlan) -> st.SearchStrategy[Any]:  # a class, and values of a field
    """
    Values that one field of a class takes: its converter and its validator are asked.
    """
    attribute = attrs.fields_dict(cls)[field.name]
    convert = cast("Callable[[object], object] | None", attribute.converter)
    probe = cls.__new__(cls)

    def takes(value: object) -> bool:
        try:
            converted = convert(value) if convert else value
            if attribute.validator:
                attribute.validator(probe, attribute, converted)
        except BadInputError:
            return False
        return True

    return _typed(field.type, takes).filter(takes)


def _typed(hint: Any, takes: Check) -> st.SearchStrategy[Any]:  # a type, and values of it
    arguments = typing.get_args(hint)
    if typing.get_origin(hint) in (Union, types.UnionType):
        inner = next(one for one in arguments if one is not type(None))
        return st.none() | _typed(inner, takes)
    if typing.get_origin(hint) is tuple:
        return _several(arguments[0], takes)
    if hint is str:
        return next((found for texts, found in _FLAVOURS if takes(texts[0])), _TEXT)
    if hint is int:
        return st.integers(-4000 if takes(-1) else 0, 4000)
    if hint is PartialDate:
        return partial_dates()
    if hint is Duration:
        return durations()
    if isinstance(hint, type) and issubclass(hint, enum.Enum):
        return st.sampled_from(list(hint))
    return st.booleans() if hint is bool else _values(hint)


def _several(item: Any, takes: Check) -> st.SearchStrategy[tuple[Any, ...]]:  # a type, its values
    if item is not str:
        return st.lists(_typed(item, lambda _: True), max_size=2).map(tuple)
    texts, each = next((one for one in _FLAVOURS if takes(one[0])), _FLAVOURS[0])
    sizes = [size for size in range(3) if takes(texts[:size])]
    return st.lists(each, min_size=min(sizes), max_size=max(sizes), unique=True).map(tuple)
