"""
Dates as news writes them, resolved against the day of publication.

The conventions: a weekday told as past is the last such day, that of publication included; "last
week" is its Monday to its Sunday; "today" in a quotation is the day of publication or the one
before.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import attrs

from diplomodel_news._language.language import Language
from diplomodel_news._language.text import Sentence
from diplomodel_news._times.counted import Counted
from diplomodel_news._times.moments import DAY, MONTH, YEAR, Moment, month_text


__all__ = ["moments_of"]


def moments_of(
    sentence: Sentence,
    language: Language,
    published: dt.date,
    *,
    year: int | None = None,
    told_year: int | None = None,
    told_month: str = "",
    day: str = "",
) -> list[Moment]:
    """
    The times that a sentence names.

    Args:
        sentence: The sentence.
        language: Its language.
        published: Day of publication.
        year: The year that the text speaks of, for days without one.
        told_year: The year that "that year" stands for.
        told_month: The month that "that month" stands for.
        day: The day or month told last, on which days without a month or year hang.
    """
    finder = _Finder(sentence, language, published, year)
    finder.told_year = told_year
    finder.told_month = told_month
    finder.day = day
    return _with_ranges(list(finder.found()), sentence, language)


def _with_ranges(found: list[Moment], sentence: Sentence, language: Language) -> list[Moment]:
    """
    Put the ends of a range together: "between April 30 and May 7", "from Monday to Tuesday".
    """
    made: list[Moment] = []
    for one in found:
        last = made[-1] if made else None
        if last is not None and _is_range(last, one, sentence, language):
            last.text, last.stop = f"{last.text}/{one.text}", one.stop
            last.exact = last.start = last.until = False
            last.weekday = None
        else:
            made.append(one)
    return made


def _is_range(first: Moment, last: Moment, sentence: Sentence, language: Language) -> bool:
    """
    Whether two days are the ends of a range.
    """
    dates, low = language.dates, sentence.low
    between = [word for word in low[first.stop : last.first] if word not in dates["day_leads"]]
    led = any(word in dates["ranges"] for word in low[max(0, first.first - 2) : first.first])
    ended = len(between) == 1 and between[0] in dates["range_ends"]
    return led and ended and first.exact and last.exact and first.text < last.text


#: How far before a time an auxiliary stands that makes it one of what had been.
_BEFORE = 6
_NO_TIME = frozenset({"none", "chain-year", "chain-month", "chain-week", "chain-days"})
#: How many tokens of an hour stand before its day.
_CLOCK = 8
#: Within how many tokens a day stands after what it is the eve of.
_BESIDE = 9


class _Finder(Counted):
    def found(self) -> Iterator[Moment]:
        at = 0
        while at < len(self.low):
            made = self._phrase(at) or self._calendar(at)
            if made is None:
                at += 1
                continue
            if self._is_dateline(made):
                at = made.stop
                continue
            before = self.low[made.first - 1] if made.first else ""
            dates_from = made.first > 1 and self.low[made.first - 2] in self.dates["origin"]
            # "Relations date from 1895".
            since = self.dates["since"]
            led = made.first > 1 and self.language.is_a(before, "determiner")
            made.start = (
                before in since or dates_from or (led and self.low[made.first - 2] in since)
            )
            if self.dates["until"].get(before) == "from":
                # "Will close it from 1 June", but "envoy from 2012 to 2015".
                made.start = made.start or not self._goes_on(made.stop)
            made.until = self._is_limit(made)
            self._told(made)
            yield made
            at = made.stop

    def _is_limit(self, made: Moment) -> bool:
        """
        Whether a time is by when something is to be done: "until midnight on Saturday".
        """
        untils, at = self.dates["until"], made.first - 1
        before = self.word(at)
        if before in untils:
            return not made.start
        joints = {"at", "determiner", "of"} if self.language.adjective_after else {"at"}
        joined = self.language.word_class.get(before, frozenset()) & joints
        if joined and at > 0 and self.low[at - 1] in untils:
            return True
        first = max(0, at - _CLOCK)
        while at > first and (self.low[at][:1].isdigit() or self.low[at] in self.dates["clock"]):
            at -= 1
        told = 0 < at < made.first - 1 and len(made.text) == DAY
        return told and untils.get(self.low[at]) == "clock"

    def _goes_on(self, at: int) -> bool:
        """
        Whether a time after "from" goes on with its end.
        """
        ends = self.dates["range_ends"]
        return any(word in ends for word in self.low[at : at + 2])

    def _told(self, made: Moment) -> None:
        """
        Let what follows in the sentence hang on a time that it names.
        """
        if not made.text[:4].isdecimal() or made.until or self._is_of_noun(made):
            return
        before = self.low[max(0, made.first - _BEFORE) : made.first]
        if self.language.adjective_after and any(
            self.language.is_a(word, "had") for word in before
        ):
            # "El reconocimiento que le había otorgado en 1983": what follows is not of that year.
            return
        year = int(made.text[:4])
        if made.start and len(made.text) == YEAR and not self.language.adjective_after:
            # "In power since 1994, he was sworn in on 23 September": not of that year.
            return
        if not made.yearless:
            self.told_year = year
            recent = self.published.year - (len(made.text) == YEAR)
            self.year = year if year < recent else None
        self.day = made.text
        if len(made.text) >= MONTH and "/" not in made.text:
            self.told_month = made.text[:7]

    def _is_of_noun(self, made: Moment) -> bool:
        """
        Whether a noun before a year has it, as in "the convention of 1954".
        """
        of = self.language.words["of"]
        return (
            len(made.text) == YEAR
            and self.word(made.first - 1) in of
            and self.word(made.first - 2) not in self.dates["year_words"]
        )

    def _is_dateline(self, made: Moment) -> bool:
        """
        Whether a date stands in the head of a dispatch: "LIMA, March 3 (Agency) - ".
        """
        if made.first > 5:
            return False
        ahead = self.low[made.stop : made.stop + 7]
        dash = next((n for n, word in enumerate(ahead) if word in {"-", "–", "—", "--"}), None)
        # "Feb. 20 - Malaysia recalled its envoy": no place before it, so an item of a chronology.
        item = dash == 0 and made.first == 0
        return dash is not None and (dash == 0 or ahead[0] in {"(", ",", ".", "/"}) and not item

    def _phrase(self, at: int) -> Moment | None:
        """
        A fixed phrase, the longest of up to six words.
        """
        if self.low[at] not in self.dates["starts"]:
            return self._ago(at)
        for size in range(min(6, len(self.low) - at), 0, -1):
            phrase = " ".join(self.low[at : at + size])
            rule = self.dates["relative"].get(phrase)
            if rule is not None:
                return self._relative(at, at + size, rule, phrase) or self._ago(at)
        return self._ago(at)

    def _relative(self, first: int, stop: int, rule: str, phrase: str) -> Moment | None:
        kind, _, number = rule.partition(" ")
        pub = self.published
        if kind == "day":
            if number == "0" and self.quoted[first]:
                text = f"{pub - dt.timedelta(1)}/{pub}"
                return Moment(
                    first,
                    stop,
                    text,
                    f"{phrase!r} in a quotation: published {pub} or the day before",
                )
            day = pub + dt.timedelta(int(number))
            return Moment(first, stop, str(day), f"{phrase!r} from {pub}", exact=True)
        if kind == "chain":
            return self._chain(first, stop, int(number), phrase)
        if kind == "week":
            monday = pub - dt.timedelta(pub.weekday() - 7 * int(number))
            sunday = monday + dt.timedelta(6)
            end = min(sunday, pub) if int(number) == 0 else sunday
            text = f"{monday}/{end}" if monday < end else str(monday)
            return Moment(first, stop, text, f"{phrase!r} from {pub}")
        if kind == "within":
            end = pub + dt.timedelta(int(number))
            return Moment(first, stop, f"{pub}/{end}", f"{phrase!r} from {pub}")
        if kind == "weekend":
            return self._weekend(first, stop, int(number), phrase)
        if kind == "month":
            return Moment(first, stop, month_text(pub, int(number)), f"{phrase!r} from {pub}")
        if kind == "year":
            return Moment(first, stop, f"{pub.year + int(number):04}", f"{phrase!r} from {pub}")
        if kind == "last":
            return self._last(first, stop, number, phrase)
        return self._told_before(first, stop, rule, phrase)

    def _chain(self, first: int, stop: int, days: int, phrase: str) -> Moment:
        """
        So many days after what came before, or after or before what the clause behind it tells.
        """
        made = Moment(first, stop, "", f"{phrase!r} after what came before", shift=days)
        if self._of_clause(stop):
            made.shift, made.ahead, made.hinge = -days, True, (days, "day")
        elif self._has_more(stop):
            made.stop, made.hinge = stop - 1, (days, "day")
        return made

    def _season(self, first: int, stop: int, rule: str) -> Moment | None:
        """
        "In the autumn", "last summer": the year, by the last month of the season.
        """
        _, which, last = rule.split()
        if self.word(stop) in self.language.words["of"] or self._year_at(stop) is not None:
            return None
        before = which == "last" and self.published.month <= int(last)
        year = self.published.year - before
        if which == "this" and self.year is not None:
            year = self.year
        return Moment(first, stop, f"{year:04}", f"{' '.join(self.low[first:stop])!r}")

    def _eve(self, first: int, stop: int) -> Moment | None:
        """
        "On the eve of the summit of 20 May": the day before a day told beside.
        """
        for at in range(stop, min(stop + _BESIDE, len(self.low))):
            if self.low[at] == ",":
                break
            made = self._phrase(at) if self.low[at] in self.dates["starts"] else None
            made = made or self._calendar(at)
            if made is not None and made.exact:
                day = dt.date.fromisoformat(made.text) - dt.timedelta(1)
                return attrs.evolve(made, first=first, text=str(day), weekday=None)
        return Moment(first, stop, "", "the eve of what has no day here")

    def _weekend(self, first: int, stop: int, number: int, phrase: str) -> Moment:
        """
        The last or a coming Saturday and Sunday.
        """
        pub = self.published
        saturday = pub - dt.timedelta((pub.weekday() - 5) % 7) + dt.timedelta(7 * number)
        sunday = saturday + dt.timedelta(1)
        end = min(sunday, pub) if number == 0 else sunday
        text = f"{saturday}/{end}" if saturday < end else str(saturday)
        return Moment(first, stop, text, f"{phrase!r} from {pub}")

    def _told_before(self, first: int, stop: int, rule: str, phrase: str) -> Moment | None:
        """
        Words that point back: "that same Monday", "that month", "that year"; or to no time.
        """
        kind, _, number = rule.partition(" ")
        if kind == "rest-week":
            sunday = self.published + dt.timedelta(6 - self.published.weekday())
            text = f"{self.published}/{sunday}" if sunday > self.published else str(sunday)
            return Moment(first, stop, text, f"{phrase!r} from {self.published}")
        if kind == "span":
            return Moment(first, stop, number, f"{phrase!r}")
        if kind == "season":
            return self._season(first, stop, rule)
        if kind == "eve":
            return self._eve(first, stop)
        if kind in {"told-month", "told-year"}:
            # "At the end of the month": of that which is told of, else of this one.
            old = self.year is not None and self._chained(f"chain-{kind[5:]}", "0")
            size = MONTH if kind == "told-month" else YEAR
            text = old or str(self.published)[:size]
            return Moment(first, stop, text, f"{phrase!r}: {text}")
        if kind == "same":
            made = self._weekday(stop - 1)
            if made is not None:
                made.first = first
                made.same = made.weekday is not None
            return made
        if kind == "after":
            return self._weekday_after(first, stop, phrase)
        return self._chained_moment(first, stop, rule, phrase)

    def _weekday_after(self, first: int, stop: int, phrase: str) -> Moment | None:
        """
        "The following Monday": the first one after the day told before.
        """
        at = next(at for at in range(first, stop) if self.word(at) in self.dates["weekdays"])
        if len(self.day) != DAY:
            return self._weekday(at)
        day = dt.date.fromisoformat(self.day)
        weekday = int(self.dates["weekdays"][self.word(at)])
        text = str(day + dt.timedelta((weekday - day.weekday()) % 7 or 7))
        return Moment(first, stop, text, f"{phrase!r} after {day}", exact=True)

    def _chained_moment(self, first: int, stop: int, rule: str, phrase: str) -> Moment | None:
        """
        A time counted from the one told before, or from now: "a year later", "within a month".
        """
        kind, _, number = rule.partition(" ")
        text = self._chained(kind, number)
        if text:
            return Moment(first, stop, text, f"{phrase!r}: {text}")
        ahead = any(
            self.language.is_a(word, name)
            for word in self.low
            for name in ("future", "infinitive_marker")
        )
        if kind == "chain-days" and ahead and self.word(first) in self.dates["before_number"]:
            # "Will reopen it within a month".
            end = self.published + dt.timedelta(int(number))
            return Moment(first, stop, f"{self.published}/{end}", f"{phrase!r} from now")
        return Moment(first, stop, "", f"{phrase!r} tells no time") if kind in _NO_TIME else None

    def _last(self, first: int, stop: int, rule: str, phrase: str) -> Moment | None:
        """
        "last", "this" or "next" before a weekday or month, which decides.
        """
        word = self.word(stop)
        pub = self.published
        dated = self._weekday(stop) if word in self.dates["weekdays"] else None
        if dated is not None and dated.stop > stop + 1:
            dated.first = first
            if rule == "next" and dated.text <= str(pub):
                dated.text = f"{int(dated.text[:4]) + 1:04}{dated.text[4:]}"
            return dated
        if word in self.dates["weekdays"]:
            weekday = int(self.dates["weekdays"][word])
            days = (pub.weekday() - weekday) % 7
            if rule == "next":
                day = pub + dt.timedelta((weekday - pub.weekday()) % 7 or 7)
            else:
                day = pub - dt.timedelta(days or (7 if rule == "past" else 0))
            why = f"'{phrase} {word}' from {pub}"
            # "Will meet this Thursday": of what is planned it is the coming one.
            ahead = weekday if rule == "this" else None
            return Moment(first, stop + 1, str(day), why, exact=True, weekday=ahead)
        if word in self.dates["months"]:
            month = int(self.dates["months"][word])
            back = {"past": month >= pub.month, "next": False, "this": False}[rule]
            ahead = rule == "next" and month <= pub.month
            year = pub.year - back + ahead
            return Moment(
                first, stop + 1, f"{year:04}-{month:02}", f"'{phrase} {word}' from {pub}"
            )
        return None
