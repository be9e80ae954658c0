"""
Articles of the conventions, and recognised practices, as the rules cite them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from types import MappingProxyType

import attrs

from diplomodel.law._read import PRACTICE, TREATY_IDS, find, read, sources_of, text_of


class Status(StrEnum):
    """
    How far a paraphrase, or an entry of a table, was checked.

    Attributes:
        READ: Against a text of the article, or the list itself, at the sources given.
        READ_IN_PART: Against an extract, a summary or a report that uses it.
        FROM_MEMORY: Not checked; verify before relying on it.

    Example:
        >>> Status("read_in_part") is Status.READ_IN_PART
        True
    """

    READ = "read"
    READ_IN_PART = "read_in_part"
    FROM_MEMORY = "from_memory"


@attrs.frozen(kw_only=True)
class Article:
    """
    One provision, or one recognised practice, in our own words.

    Attributes:
        id: What a rule cites, such as ``VCDR 45(b)``, ``Caracas XIX`` or
            ``practice: recall for consultations``.
        treaty: Identifier of the treaty, or ``practice``.
        number: Article and paragraph as the treaty writes them; the name of a practice.
        title: A few words on what it is about.
        text: Our paraphrase, in one to three sentences; never the treaty's own words.
        acts: Who acts under it.
        consent: Whose consent it takes: ``none``, ``receiving``, ``mutual``, ``three-way``, or
            some words where that is not the whole answer.
        status: How far the paraphrase was checked.
        sources: Where it was read: addresses, and judgments by name.

    Example:
        >>> article("VCDR 45(b)").consent
        'three-way'
    """

    id: str
    treaty: str
    number: str
    title: str
    text: str
    acts: str
    consent: str
    status: Status
    sources: tuple[str, ...] = ()


@cache
def _of(name: str) -> tuple[Article, ...]:
    prefix = f"{PRACTICE}: " if name == PRACTICE else f"{name} "
    return tuple(
        Article(
            id=prefix + row["number"],
            treaty=name,
            number=row["number"],
            title=row["title"],
            text=row["text"],
            acts=row["acts"],
            consent=row["consent"],
            status=Status(row["status"]),
            sources=sources_of(name, row["sources"]),
        )
        for row in read(name)["article"]
    )


@cache
def _by_id() -> Mapping[str, Article]:
    names = (*TREATY_IDS, PRACTICE)
    return MappingProxyType({found.id: found for name in names for found in _of(name)})


@cache
def article_ids() -> frozenset[str]:
    """
    The identifiers of all provisions, found without reading their texts.

    Example:
        >>> "VCDR 9" in article_ids()
        True
    """
    return frozenset(
        f"{PRACTICE}: {number}" if name == PRACTICE else f"{name} {number}"
        for name in (*TREATY_IDS, PRACTICE)
        for number in re.findall(r'^number = "(.+)"$', text_of(name), re.MULTILINE)
    )


def article(id: str) -> Article:  # the field of the same name is what is asked for
    """
    The article or practice that a rule cites.

    Args:
        id: Such as ``VCDR 9``, ``VCCR 2(3)``, ``Caracas XII`` or ``practice: retorsion``.

    Returns:
        The provision, with our paraphrase and where it was read.

    Raises:
        UnknownNameError: If there is no such provision here; the message names the nearest.
        BadInputError: If the identifier is not text.

    Example:
        >>> article("VCCR 2(3)").title
        'A diplomatic break leaves consular relations alone'
        >>> article("VCDR 99")
        Traceback (most recent call last):
        ...
        diplomodel.errors.UnknownNameError: unknown article 'VCDR 99'; did you mean 'VCDR 9'?
    """
    return find(id, _by_id(), what="article")


def articles(*, treaty: str | None = None) -> tuple[Article, ...]:
    """
    Every article known here, by treaty and number; the practices come last.

    Args:
        treaty: Only those of this treaty, or of ``practice``.

    Returns:
        The provisions in the order of the treaty's own numbering.

    Raises:
        UnknownNameError: If there is no such treaty.
        BadInputError: If the treaty's identifier is not text.

    Example:
        >>> [found.id for found in articles(treaty="VCLT")]
        ['VCLT 63']
    """
    if treaty is None:
        return tuple(_by_id().values())
    names = {name: name for name in (*TREATY_IDS, PRACTICE)}
    return _of(find(treaty, names, what="treaty"))
