"""
Dates as event data write them.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from diplomodel.dates import PartialDate
from diplomodel.errors import BadInputError


__all__ = ["MONTH_FIRST", "day"]

#: For `day`: 6/1/2018 is the first of June.
MONTH_FIRST: Final = True

_FORMS: Final = (
    re.compile(r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})(?:[T ]\d\d:\d\d.*)?"),
    re.compile(r"(?P<y>\d{4})(?P<m>\d\d)(?P<d>\d\d)(?:\d{6})?(?:\.0*)?"),
)
_SLASHED: Final = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})(?: \d\d?:\d\d.*)?")


@lru_cache(maxsize=1 << 14)
def day(text: str, *, month_first: bool = False) -> PartialDate | None:
    """
    The day that a text means; ``None`` if it means none.

    Args:
        text: Such as ``2018-06-01``, ``20180601`` or ``20180601.0``, with or without a time.
        month_first: Whether ``6/1/2018`` is read too, as the first of June.

    Example:
        >>> day("20180601"), day("20180601.0"), day("2018-06-01 00:00:00")
        (PartialDate('2018-06-01'), PartialDate('2018-06-01'), PartialDate('2018-06-01'))
        >>> day("6/1/2018", month_first=MONTH_FIRST)
        PartialDate('2018-06-01')
        >>> day("20180231") is None
        True
    """
    text = text.strip()
    if len(text) > 40 or not text.isascii():
        return None
    for form in _FORMS:
        if found := form.fullmatch(text):
            return _day(found["y"], found["m"], found["d"])
    if month_first and (found := _SLASHED.fullmatch(text)):
        return _day(found[3], found[1], found[2])
    return None


def _day(year: str, month: str, of_month: str) -> PartialDate | None:
    try:
        return PartialDate.parse(f"{year}-{month:0>2}-{of_month:0>2}")
    except BadInputError:
        return None
