"""
Dates as news writes them, resolved against the day of publication.

The conventions: a weekday told as past is the last such day, that of publication included; "last
week" is its Monday to its Sunday; "today" in a quotation is the day of publication or the one
before.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from diplomodel_news._language import Language
from diplomodel_news._moments import Moment, month_text
from diplomodel_news._text import Sentence


__all__ = ["Moment", "moments_of"]


def moments_of(
    sentence: Sentence,
    language: Language,
    published: dt.date,
    *,
    year: int | None = None,
    told_year: int | None = None,
    told_month: str = "",
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
    """
    finder = _Finder(sentence, language, published, year)
    finder.told_year = told_year
    finder.told_month = told_month
    return list(finder.found())


_NO_TIME = frozenset({"none", "chain-year", "chain-month"})


class _Finder:
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
            made.start = before in self.dates["since"]
            made.until = before in self.dates["until"] or (
                made.first > 1
                and self.low[made.first - 2] in self.dates["until"]
                and bool(self.language.word_class.get(before, frozenset()) & {"at"})
            )
            if made.text[:4].isdecimal() and not made.yearless:
                self.told_year = int(made.text[:4])
            yield made
            at = made.stop

    def word(self, at: int) -> str:
        return self.low[at] if 0 <= at < len(self.low) else ""

    def _is_dateline(self, made: Moment) -> bool:
        """
        Whether a date stands in the head of a dispatch: "LIMA, March 3 (Agency) - ".
        """
        if made.first > 5:
            return False
        ahead = self.low[made.stop : made.stop + 7]
        dash = next((n for n, word in enumerate(ahead) if word in {"-", "–", "—", "--"}), None)
        return dash is not None and (dash == 0 or ahead[0] in {"(", ",", ".", "/"})

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
                return self._relative(at, at + size, rule, phrase)
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
            return Moment(first, stop, "", f"{phrase!r} after what came before", shift=int(number))
        if kind == "week":
            monday = pub - dt.timedelta(pub.weekday() - 7 * int(number))
            sunday = monday + dt.timedelta(6)
            end = min(sunday, pub) if int(number) == 0 else sunday
            text = f"{monday}/{end}" if monday < end else str(monday)
            return Moment(first, stop, text, f"{phrase!r} from {pub}")
        if kind == "month":
            return Moment(first, stop, month_text(pub, int(number)), f"{phrase!r} from {pub}")
        if kind == "year":
            return Moment(first, stop, f"{pub.year + int(number):04}", f"{phrase!r} from {pub}")
        if kind == "last":
            return self._last(first, stop, number, phrase)
        return self._told_before(first, stop, rule, phrase)

    def _told_before(self, first: int, stop: int, rule: str, phrase: str) -> Moment | None:
        """
        Words that point back: "that same Monday", "that month", "that year"; or to no time.
        """
        kind = rule.partition(" ")[0]
        if kind == "same":
            made = self._weekday(stop - 1)
            if made is not None:
                made.first = first
                made.same = made.weekday is not None
            return made
        told = {"chain-month": self.told_month, "chain-year": str(self.told_year or "")}
        text = told.get(kind)
        if text:
            return Moment(first, stop, text, f"{phrase!r}: {text}")
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
            return Moment(first, stop + 1, str(day), f"'{phrase} {word}' from {pub}", exact=True)
        if word in self.dates["months"]:
            month = int(self.dates["months"][word])
            back = {"past": month >= pub.month, "next": False, "this": False}[rule]
            ahead = rule == "next" and month <= pub.month
            year = pub.year - back + ahead
            return Moment(
                first, stop + 1, f"{year:04}-{month:02}", f"'{phrase} {word}' from {pub}"
            )
        return None

    def _ago(self, at: int) -> Moment | None:
        """
        "three days ago", "two months earlier", "hace tres días": a number and a unit.
        """
        lead = self.dates["before_number"].get(self.word(at))
        start = at + 1 if lead is not None else at
        number = self._number(start)
        unit = self.dates["units"].get(self.word(start + 1)) if number is not None else None
        if number is None or unit is None:
            return None
        stop = start + 2
        tail = lead or self.dates["after_unit"].get(self.word(stop))
        if tail is None:
            return None
        stop += lead is None
        phrase = " ".join(self.low[at:stop])
        days = {"hour": 0, "day": number, "week": 7 * number}.get(unit)
        if tail == "ago":
            return self._back(at, stop, number, unit, phrase)
        if self._has_more(stop):
            return None
        sign = 1 if tail == "later" else -1
        if days is None:
            return None
        return Moment(at, stop, "", f"{phrase!r} of what came before", shift=sign * days)

    def _has_more(self, at: int) -> bool:
        """
        Whether "two days after" goes on to say after what.
        """
        word = self.word(at)
        return (
            self.word(at - 1) in self.dates["after_what"]
            and bool(word)
            and word[0].isalpha()
            and (
                not self.language.word_class.get(word, frozenset())
                & {"conjunction", "preposition"}
            )
        )

    def _back(self, first: int, stop: int, number: int, unit: str, phrase: str) -> Moment | None:
        pub = self.published
        why = f"{phrase!r} from {pub}"
        if unit in {"hour", "day"}:
            days = number if unit == "day" else number // 24
            return Moment(
                first, stop, str(pub - dt.timedelta(min(days, 300_000))), why, exact=True
            )
        if unit == "week":
            day = pub - dt.timedelta(7 * min(number, 4000))
            return Moment(
                first,
                stop,
                f"{day - dt.timedelta(day.weekday())}/{day + dt.timedelta(6 - day.weekday())}",
                why,
            )
        if unit == "month":
            return Moment(first, stop, month_text(pub, -min(number, 1200)), why)
        year = pub.year - number * (10 if unit == "decade" else 1)
        return Moment(first, stop, f"{year:04}", why) if year >= 1 else None

    def _number(self, at: int) -> int | None:
        word = self.word(at)
        if word.isdecimal() and len(word) <= 5:
            return int(word)
        told = self.dates["numbers"].get(word)
        return int(told) if told is not None and told.isdecimal() else None

    def _calendar(self, at: int) -> Moment | None:
        word = self.word(at)
        if word in self.dates["weekdays"]:
            return self._weekday(at)
        month = self._month_at(at)
        if month is not None:
            return self._from_month(at, month)
        day = self._day_number(at)
        if day is not None:
            return self._from_day(at, day)
        return self._year_or_iso(at)

    def _month_at(self, at: int) -> int | None:
        word = self.word(at)
        if word not in self.dates["months"]:
            return None
        if not self._is_calendar(at):
            return None
        return int(self.dates["months"][word])

    def _is_calendar(self, at: int) -> bool:
        """
        Whether a month or weekday is written as this language does: Julio is a man, julio a month.
        """
        upper = self.raw[at][0].isupper()
        if not self.language.lower_demonyms:
            return upper
        if at == 0 and upper and len(self.raw) > 1 and self.raw[1][0].isupper():
            return False
        return not upper or at == 0 or self.raw[at].isupper() or self.word(at - 1).isdecimal()

    def _day_number(self, at: int) -> int | None:
        word = self.word(at).rstrip("stndrhaºª°")
        if word.isdecimal() and len(word) <= 2 and 1 <= int(word) <= 31:
            return int(word)
        told = self.dates["ordinals"].get(self.word(at))
        return int(told) if told is not None else None

    def _year_at(self, at: int) -> int | None:
        word = self.word(at)
        if len(word) == 4 and word.isdecimal() and 1500 <= int(word) <= 2100:
            return int(word)
        return None

    def _past_of(self, at: int) -> int:
        while self.word(at) in self.dates["date_joints"]:
            at += 1
        return at

    def _from_month(self, at: int, month: int) -> Moment | None:
        stop = at + 1
        if self.word(stop) == ".":
            stop += 1
        day = self._day_number(stop)
        if day is not None and self._unit_follows(stop):
            day = None
        if day is not None:
            stop += 1
        ahead = self._past_of(stop)
        year = self._year_at(ahead)
        if year is not None:
            stop = ahead + 1
        if (
            day is None
            and year is None
            and self.word(at) in self.dates["modal_months"]
            and not self._after_in(at)
        ):
            return None
        return self._made(at, stop, year, month, day)

    def _unit_follows(self, at: int) -> bool:
        return self.word(at + 1) in self.dates["units"]

    def _after_in(self, at: int) -> bool:
        return bool(self.language.word_class.get(self.word(at - 1)))

    def _from_day(self, at: int, day: int) -> Moment | None:
        ahead = self._past_of(at + 1)
        month = self._month_at(ahead)
        if month is None:
            return None
        stop = ahead + 1
        if self.word(stop) == "." and self._year_at(self._past_of(stop + 1)):
            stop += 1
        later = self._past_of(stop)
        year = self._year_at(later)
        if year is not None:
            stop = later + 1
        return self._made(at, stop, year, month, day)

    def _made(
        self, first: int, stop: int, year: int | None, month: int, day: int | None
    ) -> Moment | None:
        told = self._year_told(stop) if year is None else None
        if told is not None:
            year, stop = told
        phrase = " ".join(self.low[first:stop])
        why = f"{phrase!r}"
        yearless = year is None
        if year is None:
            year = self.year if self.year is not None else self.published.year
            if self.year is None and (month, day or 1) > (
                self.published.month,
                self.published.day,
            ):
                year -= 1
            why += f" without a year, so {year}"
        text = f"{year:04}-{month:02}"
        if day is None:
            return Moment(first, stop, text, why, yearless=yearless)
        try:
            text = str(dt.date(year, month, day))
        except ValueError:
            return None
        return Moment(first, stop, text, why, exact=True, yearless=yearless)

    def _weekday(self, at: int) -> Moment | None:
        word = self.word(at)
        if not self._is_calendar(at):
            return None
        weekday = int(self.dates["weekdays"][word])
        stop = self._past_of(at + 1) if self.word(at + 1) == "," else at + 1
        month = self._month_at(stop)
        if month is not None:
            made = self._from_month(stop, month)
            if made is not None and made.exact:
                made.first = at
                return made
        ahead = stop
        day = self._day_number(ahead)
        if day is not None:
            made = self._from_day(ahead, day)
            if made is not None:
                made.first = at
                return made
            if self.language.lower_demonyms:
                return self._day_alone(at, ahead + 1, day)
        week = self._week_after(at + 1)
        if week is not None:
            found = week[0] + dt.timedelta(weekday)
            phrase = " ".join(self.low[at : week[1]])
            return Moment(at, week[1], str(found), f"{phrase!r} from {self.published}", exact=True)
        back = (self.published.weekday() - weekday) % 7
        tail = self.dates["relative"].get(self.word(at + 1), "") if self.word(at + 1) else ""
        if tail in {"last past", "last next"} and self.language.adjective_after:
            back = (back or 7) if tail == "last past" else back - 7
            found = self.published - dt.timedelta(back)
            return Moment(at, at + 2, str(found), f"{word!r} {tail[5:]}", exact=True)
        found = self.published - dt.timedelta(back)
        why = f"{word!r} before or on {self.published}"
        return Moment(at, at + 1, str(found), why, exact=True, weekday=weekday)

    def _week_after(self, at: int) -> tuple[dt.date, int] | None:
        """
        The Monday of the week that follows a weekday, as in "el martes de la semana pasada".
        """
        start = self._past_of(at)
        if start == at:
            return None
        for size in range(4, 1, -1):
            rule = self.dates["relative"].get(" ".join(self.low[start : start + size]), "")
            if rule.startswith("week "):
                shift = 7 * int(rule.removeprefix("week ")) - self.published.weekday()
                return self.published + dt.timedelta(shift), start + size
        return None

    def _year_told(self, at: int) -> tuple[int, int] | None:
        """
        The year that words after a month stand for, as in "de ese año" or "del año pasado".
        """
        start = self._past_of(at)
        if start == at:
            return None
        for size in range(3, 1, -1):
            for first in (start, start - 1):
                words = self.low[first : first + size]
                rule = self.dates["relative"].get(" ".join(words), "")
                if rule.startswith("year "):
                    year = self.published.year + int(rule.removeprefix("year "))
                    return year, first + size
                if rule.startswith("chain-year") and self.told_year is not None:
                    return self.told_year, first + size
        return None

    def _day_alone(self, first: int, stop: int, day: int) -> Moment | None:
        """
        A day of the month after a weekday, as in "el miércoles 7".
        """
        for back in range(62):
            found = self.published - dt.timedelta(back)
            if found.day == day:
                phrase = " ".join(self.low[first:stop])
                return Moment(
                    first, stop, str(found), f"{phrase!r} before {self.published}", exact=True
                )
        return None

    def _year_or_iso(self, at: int) -> Moment | None:
        word = self.raw[at]
        if len(word) == 4 and (year := self._year_at(at)) is not None:
            following = self.word(at + 1)
            if following in self.dates["units"] or not self._is_year(at):
                return None
            return Moment(at, at + 1, f"{year:04}", f"the year {year}")
        return None

    def _is_year(self, at: int) -> bool:
        """
        Whether four digits are a year: after a preposition, a comma or a season, not a count.
        """
        before = self.word(at - 1)
        classes = self.language.word_class.get(before, frozenset())
        return bool(
            classes & {"preposition", "of", "at", "subordinator", "determiner", "conjunction"}
        ) or (before in self.dates["year_words"] or before in {"(", "-", "–", ",", "since"})
