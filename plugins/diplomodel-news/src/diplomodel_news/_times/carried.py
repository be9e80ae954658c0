"""
The times that a sentence names, with what they take over from those told before.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from functools import partial
from typing import Final

from diplomodel_news._language.text import Sentence
from diplomodel_news._times.beside import leave_after_noun, take_from_ahead
from diplomodel_news._times.dates import moments_of
from diplomodel_news._times.moments import DAY, MONTH, YEAR, Moment
from diplomodel_news._times.owners import Draft, Owners


__all__ = ["Carried"]

#: How many of the days told last are kept.
_KEPT: Final = 5
#: How far before a time the word stands since when something is.
_SINCE: Final = 8
#: How many sentences a day of the month without a month can stand behind that month.
_BEHIND: Final = 2
#: How many sentences a paragraph stays in an old year after a day of it.
_OLD_BEHIND: Final = 5


class Carried(Owners):
    """
    Carries the time that a text tells of from sentence to sentence.

    Attributes:
        years: The year that each sentence speaks of.
        context: The time that is told of, in EDTF.
        context_at: The sentence that told it.
        context_paragraph: Its paragraph.
        context_yearless: Whether it was told without a year, and has that of publication.
        carried: Whether the sentence read last has a year told before.
        told_year: The year told last, which "that year" stands for.
        told_month: The month told last, which "that month" stands for.
        idle_year: A year of which only something beside the story was told.
        news: The day of the news that was told last as a weekday, and its paragraph.
        days: The days told last.
        day_at: The sentence that told the last of them.
        day_paragraph: Its paragraph.
    """

    years: Sequence[int] = ()
    context: str = ""
    context_at: int = -9
    context_paragraph: int = -9
    context_yearless: bool = False
    carried: bool = False
    told_year: int | None = None
    told_month: str = ""
    idle_year: int | None = None
    news: tuple[str, int] = ("", -9)
    days: Sequence[str] = ()
    day_at: int = -9
    day_paragraph: int = -9

    def _moments(self, sentence: Sentence) -> list[Moment]:
        """
        The times that a sentence names, those resolved that hang on others.
        """
        apart = sentence.paragraph != self.context_paragraph
        far = apart or sentence.index - self.context_at > _BEHIND
        read = partial(
            moments_of,
            sentence,
            self.language,
            self.published,
            told_year=self.told_year,
            told_month=self.told_month,
            day="" if far else self.context,
        )
        found = read()
        years = [int(word) for word in sentence.low if len(word) == YEAR and word.isdecimal()]
        self.told_year = years[-1] if years else self.told_year
        year = self._year_carried(found, sentence)
        self.carried = year is not None
        if self.carried:
            found = read(year=year)
        leave_after_noun(found, sentence, self.language)
        take_from_ahead(found, sentence, self.language)
        self._hang(found, sentence)
        return found

    def _year_carried(self, found: Sequence[Moment], sentence: Sentence) -> int | None:
        """
        The year of times without one, where that is not the one that publication suggests.
        """
        near = self._goes_on(sentence)
        if self.language.adjective_after:
            # What a sentence tells first has the year told before, not one told after it.
            apart = sentence.paragraph != self.context_paragraph
            if apart or not near or self._is_of_now(sentence):
                return None
        else:
            first = next((int(one.text[:YEAR]) for one in found if _has_year(one)), None)
            if first is not None:
                return first if first < self.published.year - 1 else None
        year = self._year_before(sentence)
        recent = self.published.year - (not near or len(self.context) < MONTH)
        return year if year is not None and year < recent else None

    def _year_before(self, sentence: Sentence) -> int | None:
        """
        The year that a sentence speaks of by what was told before it.
        """
        if self._goes_on(sentence):
            if self.context_yearless and not self.language.adjective_after:
                # "Took office in November. In January ...": both the last before publication.
                return None
            return int(self.context[:YEAR]) if self.context[:YEAR].isdecimal() else None
        if self._is_of_old(sentence):
            # "In 1945 ... The envoy came. On May 11 he ...": a paragraph stays in its time.
            return int(self.context[:YEAR])
        year = self.years[sentence.index]
        return None if year == self.idle_year and not self.language.adjective_after else year

    def _year_now(self, sentence: Sentence) -> str:
        """
        The year that a sentence speaks in: that of the one before, or of publication.
        """
        told = self.context[:YEAR] if self._goes_on(sentence) else ""
        return told if told.isdecimal() else f"{self.published.year:04}"

    def _goes_on(self, sentence: Sentence) -> bool:
        """
        Whether a time was told in the sentence before.
        """
        return bool(self.context) and sentence.index - self.context_at <= 1

    def _hang(self, found: Sequence[Moment], sentence: Sentence) -> None:
        """
        Resolve times such as "a day later" by what was told before each of them.
        """
        apart = sentence.paragraph != self.context_paragraph
        near = sentence.index - self.day_at <= _BEHIND
        last = self.days[-1] if self.days and near else ""
        context = self.context
        for one in found:
            if one.shift is not None:
                fresh = apart and context == self.context and one.shift == 0
                fresh = fresh and self.day_paragraph != sentence.paragraph
                base = self._base(one, sentence, context, last)
                one.text = _shifted(one, max(context, self._news_day()) if fresh else base)
            elif one.same and one.weekday is not None:
                one.text = self._that_day(one) or _same_weekday(one, context)
            context = one.text or context
            last = one.text if len(one.text) == DAY else last
            if len(one.text) == MONTH and not (
                one.start or one.of_noun or self.language.adjective_after
            ):
                # "In November 2018, and a fortnight later": not after a day told before.
                last = ""

    def _that_day(self, moment: Moment) -> str:
        """
        The day told last that was such a weekday: "the coup of 28 June ... that same Sunday".
        """
        for text in reversed(self.days):
            if dt.date.fromisoformat(text).weekday() == moment.weekday:
                return text
        return ""

    def _is_of_now(self, sentence: Sentence) -> bool:
        """
        Whether a verb tells what has come of something before a month is named: "le ha costado
        caro: fue suspendido en mayo".
        """
        months = self.language.dates["months"]
        at = next((at for at, word in enumerate(sentence.low) if word in months), 0)
        ahead = sentence.low[:at]
        return ":" in ahead and any(
            self.language.is_a(word, "perfect_aux") for word in ahead[: ahead.index(":")]
        )

    def _news_day(self) -> str:
        """
        The day of the news in the paragraph before, told as a weekday, which "the same day" in
        the next one means rather than a date of what led up to it.
        """
        day, paragraph = self.news
        return day if paragraph == self.context_paragraph and len(self.context) == DAY else ""

    def _base(self, moment: Moment, sentence: Sentence, context: str, last: str) -> str:
        """
        The day that "ese día" or "a day later" hangs on: the last one told, looked back on or not.
        """
        units = self.language.dates["units"]
        words = sentence.low[moment.first : moment.stop]
        by_day = any(units.get(word) == "day" for word in words) or moment.shift != 0
        return last if last and (by_day or len(context) < DAY) else context

    def _is_of_old(self, sentence: Sentence) -> bool:
        """
        Whether a paragraph has told of a day of years before publication shortly before.
        """
        return (
            sentence.paragraph == self.context_paragraph
            and sentence.index - self.context_at <= _OLD_BEHIND
            and len(self.context) == DAY
            and int(self.context[:4]) < self.published.year - 1
        )

    def _remember(
        self, moments: Sequence[Moment], sentence: Sentence, found: Sequence[Draft]
    ) -> None:
        """
        Keep the time that a sentence tells of, with which what follows goes on.
        """
        dated = [one for one in moments if not (one.flashback and one.hinge)]
        days = [one.text for one in dated if len(one.text) == DAY]
        self.days = [*self.days[-_KEPT:], *days]
        if days:
            self.day_at, self.day_paragraph = sentence.index, sentence.paragraph
        months = [one.text[:MONTH] for one in moments if len(one.text) in {MONTH, DAY}]
        self.told_month = months[-1] if months else self.told_month
        since = {id(one) for one in moments if one.start or self._is_since(one, sentence)}
        past = [one for one in moments if one.text and not (one.until or id(one) in since)]
        free = [one for one in past if not (one.flashback or one.of_noun)]
        for one in free:
            if one.weekday is not None and len(one.text) == DAY:
                self.news = (one.text, sentence.paragraph)
        self._leave_idle(moments, since)
        told = self._told(moments, free)
        back = bool(self.context) and any(one.flashback for one in moments)
        beside = bool(moments) and all(one.beside for one in moments)
        back |= beside and not self.language.adjective_after
        if back and not told and sentence.index - self.context_at == 1:
            # What is looked back on leaves the time that is told of as it was.
            self.context_at = sentence.index
        if not told and not back:
            old = {one.text for one in moments if id(one) in since and not one.start}
            dates = [d.date for d in found if not d.told.refused and d.own_date and d.date]
            told = [*(one for one in dates if one not in old), *(one.text for one in past)][:1]
        if told:
            self.context = told[-1]
            yearless = any(one.yearless and one.text == told[-1] for one in moments)
            self.context_yearless = yearless and not self.carried
            self.context_at = sentence.index
            self.context_paragraph = sentence.paragraph

    def _leave_idle(self, moments: Sequence[Moment], since: Collection[int]) -> None:
        """
        Note a year of which nothing is told, as in "Ruled by the army since 2006. On 2 May ...".
        """
        idle = [one for one in moments if one.text[:YEAR].isdecimal() and not one.yearless]
        if idle and all(id(one) in since or one.of_noun or one.beside for one in idle):
            self.idle_year = int(idle[-1].text[:YEAR])

    def _told(self, moments: Sequence[Moment], free: Sequence[Moment]) -> list[str]:
        """
        The times that a sentence tells of, by its own words.
        """
        main = [one for one in free if not (one.aside or one.ahead)]
        spare = free if self.language.adjective_after else [one for one in free if one.aside]
        told = [one.text for one in main or spare]
        if not told and not self.context:
            # "It was a colony until 6 May 1957. On the same day ...".
            told = [one.text for one in moments if one.until and len(one.text) == DAY]
        if not told and self.language.adjective_after:
            # "Vacía desde el 3 de mayo. Aquel día ...": all that the sentence tells of when.
            told = [one.text for one in moments if one.start and one.exact and not one.of_noun]
        return told

    def _is_since(self, moment: Moment, sentence: Sentence) -> bool:
        """
        Whether something has been so since what happened then: "since a coup in December 2006".
        """
        for at in range(moment.first - 1, max(-1, moment.first - _SINCE), -1):
            word = sentence.low[at]
            if word in self.language.dates["since"]:
                return not self.language.adjective_after
            if not word[:1].isalpha():
                return False
        return False


def _has_year(moment: Moment) -> bool:
    """
    Whether a time names the year of what is told, rather than one since when something has been.
    """
    return (
        moment.text[:YEAR].isdecimal()
        and not moment.yearless
        and not moment.until
        and not (moment.start and len(moment.text) == YEAR)
    )


def _same_weekday(moment: Moment, context: str) -> str:
    """
    The day of a week that is told as "that same Monday": the nearest to what came before.
    """
    try:
        day = dt.date.fromisoformat(context)
    except ValueError:
        return moment.text
    shift = ((moment.weekday or 0) - day.weekday() + 3) % 7 - 3
    return str(day + dt.timedelta(shift))


def _shifted(moment: Moment, context: str) -> str:
    """
    A time that hangs on another, which is told before it.
    """
    if not context or moment.shift is None:
        return ""
    try:
        return str(dt.date.fromisoformat(context) + dt.timedelta(moment.shift))
    except (ValueError, OverflowError):
        return context
