"""
Options of the extractor.
"""

from __future__ import annotations

import datetime as dt

import attrs
from attrs import field

from diplomodel.dates import PartialDate
from diplomodel.errors import BadInputError
from diplomodel.fields import none_or_text


__all__ = ["NewsOptions"]


def _published(value: PartialDate | dt.date | str | None) -> PartialDate | None:
    if value in {None, ""}:
        return None
    date = PartialDate.of(value)
    if date.first != date.last:
        raise BadInputError(f"published is {date}: give the day of publication, as in 2025-11-04")
    return date


@attrs.frozen(kw_only=True)
class NewsOptions:
    """
    What is known of the articles beforehand.

    Attributes:
        published: Day of publication, for articles that do not say.
        lang: Language tag such as ``en``; detected where left out.
        publisher: Who published them.
        address: Where they are found.
        licence: Terms under which they may be used.
        languages: Folders of further languages, as ``package:folder``.

    Example:
        >>> str(NewsOptions(published="2025-11-04").published)
        '2025-11-04'
    """

    published: PartialDate | None = field(default=None, converter=_published)
    lang: str | None = field(default=None, validator=none_or_text)
    publisher: str | None = field(default=None, validator=none_or_text)
    address: str | None = field(default=None, validator=none_or_text)
    licence: str | None = field(default=None, validator=none_or_text)
    languages: tuple[str, ...] = field(default=(), converter=tuple)
