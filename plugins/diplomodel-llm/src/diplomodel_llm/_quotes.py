"""
Finding the words that a model quotes.

A quotation is found if it is in the text but for white space, the sort of quotation marks and the
sort of dashes. What is kept is the text's own words.
"""

from __future__ import annotations

from typing import Final

import attrs


__all__ = ["Searchable"]

_MARKS: Final = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′ʼ`´", "'"),
        **dict.fromkeys("“”„‟″«»", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
    }
)


@attrs.frozen(kw_only=True)
class Searchable:
    r"""
    A text made ready to be searched for quotations.

    Attributes:
        plain: The text with single spaces and plain marks.
        places: For each character of it its offset in the text.

    Example:
        >>> text = "Peru “broke off”\n  relations."
        >>> start, end = Searchable.of(text).find('"broke off" relations')
        >>> text[start:end]
        '“broke off”\n  relations'
    """

    plain: str
    places: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> Searchable:
        """
        Make a text ready.
        """
        signs: list[str] = []
        places: list[int] = []
        for place, sign in enumerate(text.translate(_MARKS)):
            if not sign.isspace():
                signs.append(sign)
                places.append(place)
            elif signs and signs[-1] != " ":
                signs.append(" ")
                places.append(place)
        return cls(plain="".join(signs), places=tuple(places))

    def find(self, quote: str) -> tuple[int, int] | None:
        """
        Offsets of the first place in the text where the words stand, or ``None``.
        """
        wanted = " ".join(quote.translate(_MARKS).split())
        start = self.plain.find(wanted) if wanted else -1
        if start < 0:
            return None
        return self.places[start], self.places[start + len(wanted) - 1] + 1
