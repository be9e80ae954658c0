"""
People who take part in events, and the offices that they held.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

import attrs

from diplomodel.dates import Day, PartialDate
from diplomodel.errors import BadInputError
from diplomodel.fields import (
    Vocabulary,
    each,
    none_or_actor,
    none_or_text,
    optional_date,
    several,
    text,
)


# Letters that Unicode does not take apart into an ASCII letter and a mark, and apostrophes,
# which join rather than part: O'Brien is one word.
_PLAIN: Final = ("ae", "oe", "o", "l", "d", "d", "th", "i", "h", "t", "a")
_LETTERS: Final = str.maketrans(
    dict(zip("æœøłđðþıħŧə", _PLAIN, strict=True)) | dict.fromkeys("'’‘ʻʼ`´", "")
)
_SLUG: Final = r"[a-z0-9]+(?:-[a-z0-9]+)*"


def person_id(name: str) -> str:
    """
    The identifier made from a person's name.

    Case, accents and punctuation are dropped and words joined by hyphens.
    Two people of one name need identifiers of your own making.

    Args:
        name: The name in Latin letters.

    Raises:
        BadInputError: Nothing is left of the name, as when it has no Latin letter.

    Example:
        >>> person_id("Betssy Chávez")
        'betssy-chavez'
        >>> person_id("Javier González-Olaechea")
        'javier-gonzalez-olaechea'
    """
    if not isinstance(name, str):
        raise BadInputError(f"a name must be text, not a value of type {type(name).__name__}")
    plain = name.casefold().translate(_LETTERS)
    plain = unicodedata.normalize("NFKD", plain)
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    slug = "-".join(re.findall("[a-z0-9]+", plain.casefold()))
    if not slug:
        raise BadInputError(
            f"no identifier can be made from the name {name[:60]!r}: write it in Latin letters"
        )
    return slug


class OfficeRole(Vocabulary):
    """
    What an office is in the field's own terms, whatever its title.

    Example:
        >>> OfficeRole("foreign_minister")
        <OfficeRole.FOREIGN_MINISTER: 'foreign_minister'>
    """

    HEAD_OF_STATE = "head_of_state"
    """
    A head of state, acting or interim ones included.
    """

    HEAD_OF_GOVERNMENT = "head_of_government"
    """
    A head of government, such as a prime minister.
    """

    FOREIGN_MINISTER = "foreign_minister"
    """
    A minister for foreign affairs, or secretary of state of the United States.
    """

    MINISTER = "minister"
    """
    Any other minister.
    """

    HEAD_OF_MISSION = "head_of_mission"
    """
    An ambassador, nuncio, minister or chargé d'affaires en titre (VCDR art. 14).
    """

    CHARGE_DAFFAIRES = "charge_daffaires"
    """
    A chargé d'affaires ad interim (VCDR art. 19).
    """

    DIPLOMAT = "diplomat"
    """
    Any other member of the diplomatic staff (VCDR art. 1(d)).
    """

    CONSUL = "consul"
    """
    A consular officer of any class (VCCR art. 9).
    """

    LEGISLATOR = "legislator"
    """
    A member or president of a parliament.
    """

    JUDGE = "judge"
    """
    A judge of a national or international court.
    """

    LAWYER = "lawyer"
    """
    Someone's counsel.
    """

    OFFICIAL = "official"
    """
    Any other holder of public office, officials of organisations included.
    """

    SPOKESMAN = "spokesman"
    """
    Someone who speaks for a government or organisation.
    """

    OTHER = "other"
    """
    None of these.
    """


@attrs.frozen(kw_only=True)
class Office:
    """
    An office that a person held.

    Attributes:
        title: The title, as a reader would know it.
        of: Code of the state or organisation served, such as ``PER``.
        role: What the office is in the field's own terms.
        held: When it was held; ``None`` where no source tells.

    Raises:
        BadInputError: A field is not of its type; the message names it.

    Example:
        >>> office = Office(
        ...     title="President",
        ...     of="PER",
        ...     role=OfficeRole.HEAD_OF_STATE,
        ...     held=PartialDate.parse("2021-07-28/2022-12-07"),
        ... )
        >>> office.held.contains("2022-12-07")
        True
    """

    title: str = attrs.field(validator=text)
    of: str | None = attrs.field(default=None, validator=none_or_actor)
    role: OfficeRole = attrs.field(default=OfficeRole.OTHER, converter=OfficeRole)
    held: PartialDate | None = attrs.field(default=None, converter=optional_date)


def _slug(_owner: object, _attribute: attrs.Attribute[str], value: str) -> None:
    if not isinstance(value, str) or not re.fullmatch(_SLUG, value):
        shown = repr(value[:80]) if isinstance(value, str) else f"a {type(value).__name__}"
        raise BadInputError(
            f"Person.id is {shown}: use lower-case letters and digits joined by hyphens,"
            " such as 'betssy-chavez'"
        )


def _names(values: Iterable[str] | str) -> tuple[str, ...]:
    try:
        return several(values)
    except TypeError as error:
        raise BadInputError(
            f"Person.names is a {type(values).__name__}: give a list of names"
        ) from error


def _offices(values: Iterable[Office]) -> tuple[Office, ...]:
    found = tuple(values) if isinstance(values, Iterable) else (values,)
    for value in found:
        if not isinstance(value, Office):
            raise BadInputError(
                f"Person.offices holds a {type(value).__name__}: give values of type Office"
            )
    return found


@attrs.frozen(kw_only=True)
class Person:
    """
    A person who takes part in events.

    Attributes:
        id: Global identifier; `person_id` makes one from a name.
        name: The name to show.
        names: Other spellings under which sources name the person.
        nationality: Code of the state of nationality.
        offices: Offices held, in the order given.
        wikidata: Identifier of the item in Wikidata.

    Raises:
        BadInputError: A field is not of its type; the message names it.

    Example:
        >>> person = Person(id="betssy-chavez", name="Betssy Chávez", nationality="PER")
        >>> person.offices_at("2022-12-07")
        ()
    """

    id: str = attrs.field(validator=_slug)
    name: str = attrs.field(validator=text)
    names: tuple[str, ...] = attrs.field(default=(), converter=_names, validator=each(text))
    nationality: str | None = attrs.field(default=None, validator=none_or_actor)
    offices: tuple[Office, ...] = attrs.field(default=(), converter=_offices)
    wikidata: str | None = attrs.field(default=None, validator=none_or_text)

    def offices_at(self, day: Day) -> tuple[Office, ...]:
        """
        The offices whose dates contain a day; one without dates is left out.

        Args:
            day: An exact day.

        Raises:
            BadInputError: It is not an exact day.

        Example:
            >>> office = Office(title="Foreign Minister", held="2025-10-14/..")
            >>> person = Person(id="hugo-de-zela", name="Hugo de Zela", offices=(office,))
            >>> [office.title for office in person.offices_at("2025-11-03")]
            ['Foreign Minister']
        """
        return tuple(
            office
            for office in self.offices
            if office.held is not None and office.held.contains(day)
        )
