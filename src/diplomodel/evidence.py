"""
Where it says so, and who says otherwise.

A `Source` is a document, an `Evidence` a place in one, a `Claim` one party's version of one field
of an event.
"""

from __future__ import annotations

from collections.abc import Iterable

import attrs
from attrs import field

from diplomodel.dates import PartialDate
from diplomodel.fields import (
    Vocabulary,
    each,
    fixed,
    hashable,
    identifier,
    items,
    none_or_text,
    of_type,
    optional_date,
    several,
    text,
    whole_number_or_none,
)


__all__ = ["Claim", "Evidence", "Source", "SourceKind", "Verdict"]


class SourceKind(Vocabulary):
    """
    What sort of document a source is.
    """

    NEWS = "news"
    OFFICIAL = "official"
    REFERENCE = "reference"
    DATASET = "dataset"
    COURT = "court"
    TREATY = "treaty"
    OTHER = "other"


class Verdict(Vocabulary):
    """
    What the coder of an event thinks of a claim that differs.

    An open claim leaves doubt in the replayed state; a rejected one is kept and has no effect.
    """

    OPEN = "open"
    REJECTED = "rejected"
    UPHELD = "upheld"


@attrs.frozen(kw_only=True)
class Source:
    """
    A document that reports something.

    Attributes:
        id: Short name of the source, unique in its casebook.
        publisher: Who published it.
        title: Its title, where it helps to find it.
        address: Where it is found, usually a web address.
        published: When it was published; ``None`` if it does not say.
        language: BCP 47 tag of its language.
        kind: What sort of document it is.
        licence: Terms under which the document may be used, where stated.
        note: Anything a reader should know about it.

    Example:
        >>> source = Source(id="sre-2025", publisher="SRE", published="2025-11-03")
        >>> str(source.published)
        '2025-11-03'
    """

    id: str = field(validator=identifier)
    publisher: str = field(validator=text)
    title: str | None = field(default=None, validator=none_or_text)
    address: str | None = field(default=None, validator=none_or_text)
    published: PartialDate | None = field(default=None, converter=optional_date)
    language: str | None = field(default=None, validator=none_or_text)
    kind: SourceKind = field(default=SourceKind.NEWS, converter=SourceKind)
    licence: str | None = field(default=None, validator=none_or_text)
    note: str | None = field(default=None, validator=none_or_text)


@attrs.frozen(kw_only=True)
class Evidence:
    """
    A place in a source that reports an event.

    Attributes:
        source: The document.
        place: Where in the document: a page, a section, a row number.
        quote: The words themselves, where they are few and may be quoted.
        start: Offset in characters of the quoted words in the source's text.
        end: Offset in characters just past them.
        attributed_to: Who says so, where the source passes on another's word.
        note: Anything a reader should know, such as how a date was resolved.

    Example:
        >>> evidence = Evidence(source=Source(id="sre", publisher="SRE"), quote="en pausa")
        >>> evidence.source.publisher
        'SRE'
    """

    source: Source = field(validator=of_type(Source))
    place: str | None = field(default=None, validator=none_or_text)
    quote: str | None = field(default=None, validator=none_or_text)
    start: int | None = field(default=None, validator=whole_number_or_none)
    end: int | None = field(default=None, validator=whole_number_or_none)
    attributed_to: str | None = field(default=None, validator=none_or_text)
    note: str | None = field(default=None, validator=none_or_text)

    @property
    def published(self) -> PartialDate | None:
        """
        When the source was published; ``None`` if it does not say.
        """
        return self.source.published

    def known_by(self, day: int) -> bool | None:
        """
        Whether this was published by a day (an ordinal): ``None`` where that cannot be told.
        """
        published = self.source.published
        if published is None or published.first_possible <= day < published.last_possible:
            return None
        return published.last_possible <= day


def _pieces(values: Iterable[Evidence]) -> tuple[Evidence, ...]:
    return items(values)


@attrs.frozen(kw_only=True)
class Claim:
    """
    One version of a field, or a characterisation of the event, and who gives it.

    Attributes:
        text: The claim in a few words.
        field: The event's field that it is about; ``None`` for a characterisation of the whole.
        value: The value claimed for that field, of the field's own type.
        by: Who claims it: persons, bodies or publishers, as plain text.
        evidence: Where the claim is made.
        verdict: What the coder makes of it.
        reason: Why, in a few words.

    Example:
        >>> Claim(text="broke on the 4th", field="occurred", value="2025-11-04").verdict
        <Verdict.OPEN: 'open'>
    """

    text: str = field(validator=text)
    field: str | None = attrs.field(default=None, validator=none_or_text)
    value: object = attrs.field(default=None, converter=fixed, validator=hashable)
    by: tuple[str, ...] = attrs.field(default=(), converter=several)
    evidence: tuple[Evidence, ...] = attrs.field(
        default=(), converter=_pieces, validator=each(of_type(Evidence))
    )
    verdict: Verdict = attrs.field(default=Verdict.OPEN, converter=Verdict)
    reason: str | None = attrs.field(default=None, validator=none_or_text)


def merged_evidence(*groups: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """
    The pieces of all groups, each once, in the order first met.
    """
    return tuple(dict.fromkeys(piece for group in groups for piece in group))
