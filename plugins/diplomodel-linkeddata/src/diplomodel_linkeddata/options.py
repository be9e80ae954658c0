"""
What may be chosen about the formats.
"""

from __future__ import annotations

import re
from typing import Final

import attrs

from diplomodel.errors import BadInputError


__all__ = ["BASE", "LinkedDataOptions"]

#: What the names of things begin with unless another base is given.
BASE: Final = "urn:diplomodel:"

# RFC 3987 without what would need care in one of the formats.
_BASE: Final = re.compile(r"[a-z][a-z0-9+.-]*:[A-Za-z0-9._~:/?@!$&*+,;=%-]*[/:#=]")


def _a_base(_owner: object, _attribute: attrs.Attribute[str], value: object) -> None:
    if not isinstance(value, str) or not _BASE.fullmatch(value):
        raise BadInputError(
            f"the base {str(value)[:80]!r} does not begin the names of things:"
            " give a URI that ends in '/', '#' or ':', such as 'https://example.org/id/'"
        )


@attrs.frozen(kw_only=True)
class LinkedDataOptions:
    """
    What may be chosen about the formats.

    Attributes:
        base: What the names of events, states, sources and so on begin with; the vocabulary has
            names of its own and does not change.

    Raises:
        BadInputError: The base is no beginning of a URI.

    Example:
        >>> LinkedDataOptions().base
        'urn:diplomodel:'
        >>> LinkedDataOptions(base="here")
        Traceback (most recent call last):
            ...
        diplomodel.errors.BadInputError: the base 'here' does not begin the names of things: ...
    """

    base: str = attrs.field(default=BASE, validator=_a_base)
