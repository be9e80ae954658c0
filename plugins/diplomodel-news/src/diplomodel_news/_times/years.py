"""
The words of a sentence as numbers, years and days written with figures.
"""

from __future__ import annotations

import datetime as dt

from diplomodel_news._language.language import Language
from diplomodel_news._language.text import Sentence
from diplomodel_news._times.moments import Moment


__all__ = ["Years"]


class Years:
    """
    Finds numbers, years and days such as 2024-05-12 in a sentence.
    """

    def __init__(
        self, sentence: Sentence, language: Language, published: dt.date, year: int | None
    ) -> None:
        self.low = sentence.low
        self.raw = sentence.raw
        self.quoted = sentence.quoted
        self.dates = language.dates
        self.language = language
        self.published = published
        self.year = year
        self.told_year: int | None = None
        self.told_month = ""
        self.day = ""

    def word(self, at: int) -> str:
        return self.low[at] if 0 <= at < len(self.low) else ""

    def _number(self, at: int) -> int | None:
        word = self.word(at)
        if word.isdecimal() and len(word) <= 5:
            return int(word)
        told = self.dates["numbers"].get(word)
        return int(told) if told is not None and told.isdecimal() else None

    def _is_calendar(self, at: int) -> bool:
        """
        Whether a month or weekday is written as this language does: Julio is a man, julio a month.
        """
        upper = self.raw[at].rpartition("-")[2][:1].isupper()
        if not self.language.lower_demonyms:
            return upper
        if at == 0 and upper and len(self.raw) > 1 and self.raw[1][0].isupper():
            return False
        return not upper or at == 0 or self.raw[at].isupper() or self.word(at - 1).isdecimal()

    def _year_at(self, at: int) -> int | None:
        word = self.word(at)
        if len(word) == 4 and word.isdecimal() and 1500 <= int(word) <= 2100:
            return int(word)
        return None

    def _year_or_iso(self, at: int) -> Moment | None:
        word = self.raw[at]
        if len(word) == 4 and (year := self._year_at(at)) is not None:
            iso = self._iso(at, year)
            if iso is not None:
                return iso
            following = self.word(at + 1)
            if word.endswith("0") and "decade" in (
                self.dates["units"].get(self.word(at - back)) for back in (2, 3)
            ):
                return Moment(at, at + 1, f"{year:04}/{year + 9:04}", f"the {year}s")
            if following == "s" and word.endswith("0"):
                return Moment(at, at + 2, f"{year:04}/{year + 9:04}", f"the {year}s")
            if following in self.dates["units"] or not self._is_year(at):
                return None
            return Moment(at, at + 1, f"{year:04}", f"the year {year}")
        return None

    def _iso(self, at: int, year: int) -> Moment | None:
        """
        A day written as 2024-05-12.
        """
        parts = self.low[at + 1 : at + 5]
        if parts[::2] != ["-", "-"] or len("".join(parts)) != len("-05-12"):
            return None
        try:
            day = dt.date(year, int(parts[1]), int(parts[3]))
        except ValueError:
            return None
        return Moment(at, at + 5, str(day), f"the day {day}", exact=True)

    def _is_year(self, at: int) -> bool:
        """
        Whether four digits are a year: after a preposition, a comma or a season, not a count.
        """
        before = self.word(at - 1)
        classes = self.language.word_class.get(before, frozenset())
        return bool(
            classes & {"preposition", "of", "at", "subordinator", "determiner", "conjunction"}
        ) or (before in self.dates["year_words"] or before in {"(", "-", "–", ",", "since"})
