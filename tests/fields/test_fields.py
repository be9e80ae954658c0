"""
Converters and validators of fields.
"""

from __future__ import annotations

import datetime as dt

import attrs
import pytest

from diplomodel import fields
from diplomodel.dates import Duration, PartialDate
from diplomodel.errors import BadInputError


@attrs.frozen(kw_only=True)
class Sample:
    """
    One field for every check.
    """

    text: str = attrs.field(default="x", validator=fields.text)
    maybe_text: str | None = attrs.field(default=None, validator=fields.none_or_text)
    name: str = attrs.field(default="x", validator=fields.identifier)
    maybe_name: str | None = attrs.field(default=None, validator=fields.none_or_identifier)
    actor: str = attrs.field(default="PER", validator=fields.actor_code)
    maybe_actor: str | None = attrs.field(default=None, validator=fields.none_or_actor)
    count: int | None = attrs.field(default=None, validator=fields.whole_number_or_none)
    yes: bool = attrs.field(default=True, validator=fields.flag)
    maybe: bool | None = attrs.field(default=None, validator=fields.flag_or_none)
    date: PartialDate = attrs.field(default="2022", converter=fields.a_date)
    maybe_date: PartialDate | None = attrs.field(default=None, converter=fields.optional_date)
    length: Duration | None = attrs.field(default=None, converter=fields.optional_duration)
    names: tuple[str, ...] = attrs.field(
        default=("a",),
        converter=fields.several,
        validator=fields.each(fields.identifier, least=1),
    )
    typed: object = attrs.field(default=1, validator=fields.of_type(int))
    fixed: object = attrs.field(default=None, converter=fields.fixed, validator=fields.hashable)


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("text", "", "Sample.text is '': give some text"),
        ("text", " \n", "give some text"),
        ("text", 5, "Sample.text is 5: give some text"),
        ("text", None, "give some text"),
        ("text", "a\x00b", "take out the control characters"),
        ("text", "a\x1b[31mb", "take out the control characters"),
        ("text", "\ud800", "take out the control characters"),
        ("maybe_text", 5, "give text or leave it out"),
        ("maybe_text", "\x07", "take out the control characters"),
        ("name", "Pablo Monroy", "use lower-case letters, digits and hyphens"),
        ("name", "-a", "use lower-case letters"),
        ("name", "a/b", "use lower-case letters"),
        ("name", "a--b", "use lower-case letters"),
        ("name", "a\n", "use lower-case letters"),
        ("name", None, "use lower-case letters"),
        ("maybe_name", "A", "use lower-case letters"),
        ("actor", "per", "use an ISO 3166-1 alpha-3 code like 'PER', or 'org:oas'"),
        ("actor", "PE", "use an ISO 3166-1 alpha-3 code"),
        ("actor", "PERUX", "use an ISO 3166-1 alpha-3 code"),
        ("actor", "org:", "use an ISO 3166-1 alpha-3 code"),
        ("maybe_actor", "", "use an ISO 3166-1 alpha-3 code"),
        ("count", -1, "give a whole number, 0 or more"),
        ("count", 1.5, "give a whole number"),
        ("count", True, "give a whole number"),
        ("count", "3", "give a whole number"),
        ("yes", 1, "give True or False"),
        ("yes", None, "give True or False"),
        ("maybe", "no", "give True or False"),
        ("date", "yesterday", "'yesterday' is not a date"),
        ("date", None, "a date must be text"),
        ("maybe_date", 5, "5 is a number, not a date"),
        ("length", "3 days", "is not a duration"),
        ("length", 72, "a duration must be text"),
        ("names", (), "name at least 1"),
        ("names", ["a", "B"], "use lower-case letters"),
        ("names", 5, "5 is not a list: give several texts"),
        ("names", [["a"]], "use lower-case letters"),
        ("typed", "1", "give a value of the type int"),
        ("fixed", {"a": 1}, "give text, a number, a date, or a list of these"),
        ("fixed", [{"a": 1}], "give text, a number"),
    ],
)
def test_what_is_refused(name: str, value: object, message: str) -> None:
    """
    A bad value is refused with the library's own error, which says what would do.
    """
    with pytest.raises(BadInputError, match=message):
        Sample(**{name: value})


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("text", "Lima, José\n\u2028", "Lima, José\n\u2028"),
        ("maybe_text", "", ""),
        ("name", "e1.a:b_c-d", "e1.a:b_c-d"),
        ("actor", "GDR", "GDR"),
        ("actor", "GDR1", "GDR1"),
        ("actor", "org:pacific-alliance", "org:pacific-alliance"),
        ("count", 0, 0),
        ("maybe", False, False),
        ("date", dt.date(2022, 12, 7), PartialDate.parse("2022-12-07")),
        ("maybe_date", "2022-12", PartialDate.parse("2022-12")),
        ("length", "PT72H", Duration.parse("PT72H")),
        ("length", Duration.parse("P7D"), Duration.parse("P7D")),
        ("names", "a", ("a",)),
        ("names", ["a", "b"], ("a", "b")),
        ("fixed", ["a", ["b"]], ("a", ("b",))),
    ],
)
def test_what_is_taken(name: str, value: object, expected: object) -> None:
    """
    A good value is taken, converted where that is the field's business.
    """
    assert expected == getattr(Sample(**{name: value}), name)


class Colour(fields.Vocabulary):
    """
    A vocabulary of two.
    """

    RED = "red"
    BLUE = "blue"


def test_vocabulary_suggests() -> None:
    """
    An unknown word gets the nearest one, or the whole list where none is near.
    """
    with pytest.raises(BadInputError, match="'rde' is not a Colour; did you mean 'red'"):
        Colour("rde")
    with pytest.raises(BadInputError, match="'zzz' is not a Colour; use one of red, blue"):
        Colour("zzz")


@pytest.mark.parametrize("value", [None, 5, [], {}, "x" * 10_000], ids=type)
def test_vocabulary_survives_anything(value: object) -> None:
    """
    Whatever is asked of a vocabulary, its own short error answers.
    """
    with pytest.raises(BadInputError) as caught:
        Colour(value)
    assert len(str(caught.value)) < 200


def test_items_are_a_list() -> None:
    """
    What cannot be gone through is no list.
    """
    assert (1, 2) == fields.items(iter([1, 2]))
    with pytest.raises(BadInputError, match="5 is not a list: give several values"):
        fields.items(5)
