"""
When what is told was.
"""

from __future__ import annotations

import datetime as dt
from typing import Final

from diplomodel.dates import PartialDate
from diplomodel_news._grammar.grammar import Verb
from diplomodel_news._language.language import Language
from diplomodel_news._language.text import Sentence
from diplomodel_news._times.beside import (
    is_of_participle,
    leave_after_noun,
    moment_beside,
    moment_until,
    points_back,
    take_from_ahead,
)
from diplomodel_news._times.dates import Moment, moments_of
from diplomodel_news._times.owners import Draft, Owners, is_spoken_of


__all__ = ["Draft", "Timeline"]

#: Tenses of words that were said.
_TOLD: Final = frozenset({"past", "perfect", "pluperfect"})
#: Letters of a year, of a year and month, and of a day.
_YEAR: Final = 4
_MONTH: Final = 7
_DAY: Final = 10
#: How many of the days told last are kept.
_KEPT: Final = 5
#: How far before a time the word stands since when something is.
_SINCE: Final = 8
#: How many sentences a day of the month without a month can stand behind that month.
_BEHIND: Final = 2
#: How many sentences a paragraph stays in an old year after a day of it.
_OLD_BEHIND: Final = 5


class Timeline(Owners):
    """
    Gives each act of a text its date.
    """

    def __init__(self, language: Language, published: dt.date) -> None:
        """
        Begin with no day that was told of.
        """
        super().__init__(language, published)
        self.years: list[int] = []
        self.context = ""
        self.context_yearless = False
        self.carried = False
        self.context_at = -9
        self.context_paragraph = -9
        self.told_year: int | None = None
        self.idle_year: int | None = None
        self.news = ("", -9)
        self.told_month = ""
        self.days: list[str] = []
        self.day_at = -9

    def _that_day(self, moment: Moment) -> str:
        """
        The day told last that was such a weekday: "the coup of 28 June ... that same Sunday".
        """
        for text in reversed(self.days):
            if dt.date.fromisoformat(text).weekday() == moment.weekday:
                return text
        return ""

    def _moments(self, sentence: Sentence) -> list[Moment]:
        year: int | None = self.years[sentence.index]
        near = bool(self.context) and sentence.index - self.context_at <= 1
        if year == self.idle_year and not self.language.adjective_after:
            year = None
        if near:
            year = int(self.context[:4]) if self.context[:4].isdecimal() else None
        elif self._is_of_old(sentence):
            # "In 1945 ... The envoy came. On May 11 he ...": a paragraph stays in its time.
            year = int(self.context[:4])
        if near and self.context_yearless and not self.language.adjective_after:
            # "Took office in November. In January ...": both the last before publication.
            year = None
        apart = sentence.paragraph != self.context_paragraph
        day = "" if apart or sentence.index - self.context_at > _BEHIND else self.context
        recent = self.published.year - (not near or len(self.context) < _MONTH)
        told = self.told_year
        month = self.told_month
        found = moments_of(
            sentence, self.language, self.published, told_year=told, told_month=month, day=day
        )
        years = [int(word) for word in sentence.low if len(word) == _YEAR and word.isdecimal()]
        self.told_year = years[-1] if years else told
        years = [
            int(one.text[:4])
            for one in found
            if one.text[:4].isdecimal() and not one.yearless and not one.until
            if not (one.start and len(one.text) == _YEAR and not self.language.adjective_after)
        ]
        first = years[0] if years else None
        if self.language.adjective_after:
            # What a sentence tells first has the year told before, not one told after it.
            first, year = None, year if near and not apart else None
            year = None if self._is_of_now(sentence) else year
        self.carried = (first is not None and first < self.published.year - 1) or (
            first is None and year is not None and year < recent
        )
        if self.carried:
            found = moments_of(
                sentence,
                self.language,
                self.published,
                year=first or year,
                told_year=told,
                told_month=month,
                day=day,
            )
        leave_after_noun(found, sentence, self.language)
        take_from_ahead(found, sentence, self.language)
        context = self.context
        near = sentence.index - self.day_at <= _BEHIND
        last = self.days[-1] if self.days and near else ""
        for one in found:
            if one.shift is not None:
                fresh = apart and context == self.context and one.shift == 0
                base = self._base(one, sentence, context, last)
                one.text = _shifted(one, max(context, self._news_day()) if fresh else base)
            elif one.same and one.weekday is not None:
                one.text = self._that_day(one) or _same_weekday(one, context)
            context = one.text or context
            last = one.text if len(one.text) == _DAY else last
            if len(one.text) == _MONTH and not (
                one.start or one.of_noun or self.language.adjective_after
            ):
                # "In November 2018, and a fortnight later": not after a day told before.
                last = ""
        days = [one.text for one in found if len(one.text) == _DAY]
        self.days = [*self.days[-_KEPT:], *days]
        self.day_at = sentence.index if days else self.day_at
        months = [one.text[:_MONTH] for one in found if len(one.text) in {_MONTH, _DAY}]
        self.told_month = months[-1] if months else month
        return found

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
        return day if paragraph == self.context_paragraph and len(self.context) == _DAY else ""

    def _base(self, moment: Moment, sentence: Sentence, context: str, last: str) -> str:
        """
        The day that "ese día" or "a day later" hangs on: the last one told, looked back on or not.
        """
        units = self.language.dates["units"]
        words = sentence.low[moment.first : moment.stop]
        by_day = any(units.get(word) == "day" for word in words) or moment.shift != 0
        return last if last and (by_day or len(context) < _DAY) else context

    def _is_of_old(self, sentence: Sentence) -> bool:
        """
        Whether a paragraph has told of a day of years before publication shortly before.
        """
        return (
            sentence.paragraph == self.context_paragraph
            and sentence.index - self.context_at <= _OLD_BEHIND
            and len(self.context) == _DAY
            and int(self.context[:4]) < self.published.year - 1
        )

    def _remember(self, moments: list[Moment], sentence: Sentence, found: list[Draft]) -> None:
        since = {id(one) for one in moments if one.start or self._is_since(one, sentence)}
        old = {one.text for one in moments if id(one) in since and not one.start}
        dates = [d.date for d in found if not d.told.refused and d.own_date and d.date]
        dates = [date for date in dates if date not in old]
        dates += [one.text for one in moments if one.text and not (one.until or id(one) in since)]
        free = [
            one
            for one in moments
            if one.text
            and id(one) not in since
            and not (one.until or one.flashback or one.of_noun)
        ]
        for one in free:
            if one.weekday is not None and len(one.text) == _DAY:
                self.news = (one.text, sentence.paragraph)
        main = [one for one in free if not (one.aside or one.ahead)]
        spare = free if self.language.adjective_after else [one for one in free if one.aside]
        told = [one.text for one in main or spare]
        idle = [one for one in moments if one.text[:_YEAR].isdecimal() and not one.yearless]
        if idle and all(id(one) in since or one.of_noun or one.beside for one in idle):
            # "Ruled by the army since 2006. On 2 May ...": nothing is told of that year.
            self.idle_year = int(idle[-1].text[:_YEAR])
        if not told and not self.context:
            # "It was a colony until 6 May 1957. On the same day ...".
            told = [one.text for one in moments if one.until and len(one.text) == _DAY]
        if not told and self.language.adjective_after:
            # "Vacía desde el 3 de mayo. Aquel día ...": all that the sentence tells of when.
            told = [one.text for one in moments if one.start and one.exact and not one.of_noun]
        back = bool(self.context) and any(one.flashback for one in moments)
        beside = bool(moments) and all(one.beside for one in moments)
        back |= beside and not self.language.adjective_after
        if back and not told and sentence.index - self.context_at == 1:
            # What is looked back on leaves the time that is told of as it was.
            self.context_at = sentence.index
        for text in told[-1:] or ([] if back else dates[:1]):
            self.context = text
            yearless = any(one.yearless and one.text == text for one in moments)
            self.context_yearless = yearless and not self.carried
            self.context_at = sentence.index
            self.context_paragraph = sentence.paragraph

    def _dated(self, draft: Draft, moments: list[Moment], sentence: Sentence) -> None:
        told = draft.told
        verb = told.verb
        moments = [one for one in moments if not is_of_participle(one, told.analysis)]
        moment = (
            moment_until(told, moments)
            or self._moment_of(draft, moments)
            or moment_beside(told, moments, self._owner)
        )
        words = self._words_moment(draft, moments)
        draft.words_date = words.text if words is not None else ""
        if moment is not None:
            draft.date, draft.own_date = moment.text, True
            draft.why, draft.since = moment.why, moment.start
            self._ahead(draft, moment)
            if moment.start and not moment.exact:
                draft.why += " (since then)"
        elif points_back(told) and self.context_at == sentence.index - 1:
            draft.date, draft.own_date = self.context, True
            draft.why = "'this' before it stands for what was told of then"
        draft.background = verb is not None and told.noun is None and verb.tense == "pluperfect"
        if (
            not draft.date
            and words is not None
            and draft.sure.modality == "done"
            and not draft.background
            and not is_spoken_of(told)
            and (verb is None or verb.joint not in self.language.words["joint_done"])
        ):
            draft.date, draft.why = words.text, f"told {words.why}"
            draft.own_date = True
        if not draft.date and told.noun is None and self._follows(sentence, verb, told.form.kind):
            draft.context = self.context
        if not draft.date and sentence.quoted and draft.sure.quoted:
            draft.why = "no date, in a quotation"

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

    def _ahead(self, draft: Draft, moment: Moment) -> None:
        """
        Take a time without a year, month or week for the next such, where something is planned.
        """
        if draft.sure.modality != "planned" or self._of_words(moment, draft):
            return
        if moment.weekday is not None:
            day = dt.date.fromisoformat(moment.text)
            if day < self.published:
                draft.date = str(day + dt.timedelta(7))
                draft.why += ", the next one since it is planned"
        if moment.yearless:
            above = draft.told.verb
            while above is not None and above.over is not None and above.link != "clause":
                above = above.over
            told = above is not None and above.tense in _TOLD
            draft.date = _coming(draft.date, self.published, back=told)
        if moment.bare:
            draft.date = _next_month(draft.date, self.published)

    def _of_words(self, moment: Moment, draft: Draft) -> bool:
        """
        Whether a time is that of the words before an act: "agreed on 10 December to restore".
        """
        verb = draft.told.verb
        if verb is None or draft.told.noun is not None or moment.stop > verb.first:
            return False
        owner = self._owner(moment, draft.told.analysis)
        told = owner is not None and owner is not verb and owner in draft.sure.by
        return told and owner is not None and owner.tense in _TOLD

    def _follows(self, sentence: Sentence, verb: Verb | None, kind: str) -> bool:
        if not self.context or sentence.index - self.context_at > 2 or verb is None:
            return False
        if verb.tense not in {"past", "infinitive", "gerund"}:
            return False
        above = verb
        while above.over is not None and above.link in {"infinitive", "gerund"}:
            above = above.over
        if above is not verb and above.tense == "present" and self.language.adjective_after:
            # "No contempla cerrar su embajada": a stand of now.
            return False
        date = PartialDate.parse(self.context)
        if self.published.toordinal() - date.last <= 14:
            return True
        alike = kind not in {"statement", "meeting", "trade_continuation"}
        return alike and (date.first == date.last or sentence.paragraph == self.context_paragraph)


def _coming(text: str, published: dt.date, *, back: bool) -> str:
    """
    A day or month told without a year, for what is planned: the next one, of now or of then.
    """
    date = PartialDate.parse(text)
    if date.last >= published.toordinal() or not text[:4].isdecimal():
        return text
    if not back and int(text[:4]) < published.year - 1:
        text = f"{published.year:04}{text[4:]}"
        if PartialDate.parse(text).last >= published.toordinal():
            return text
    later = f"{int(text[:4]) + 1:04}{text[4:]}"
    return later if later <= f"{published.year + 1:04}{published.isoformat()[4:]}" else text


def _next_month(text: str, published: dt.date) -> str:
    """
    A day told without its month, for what is planned: the next such.
    """
    day = dt.date.fromisoformat(text)
    ahead = (published + dt.timedelta(days) for days in range(62))
    coming = next((one for one in ahead if one.day == day.day), day)
    return text if day >= published else str(coming)


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
