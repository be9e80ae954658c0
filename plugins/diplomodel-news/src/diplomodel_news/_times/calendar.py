"""
Dates that name a day, a month or a year.
"""

from __future__ import annotations

import datetime as dt
from typing import Final

from diplomodel_news._times.moments import MONTH, Moment, month_text
from diplomodel_news._times.years import Years


__all__ = ["Calendar"]

_DECEMBER: Final = 12
#: By how many days "the 3rd" after "the 28th" lies back, so that it is the next month's.
_FAR_BACK: Final = 15


class Calendar(Years):
    """
    Finds dates of the calendar in a sentence.
    """

    def _calendar(self, at: int) -> Moment | None:
        word = self.word(at)
        if word in self.dates["weekdays"]:
            return self._weekday(at)
        month = self._month_at(at)
        if month is not None:
            return self._from_month(at, month)
        day = self._day_number(at)
        if day is not None:
            return self._from_day(at, day) or self._day_told(at, day)
        return self._year_or_iso(at)

    def _month_at(self, at: int) -> int | None:
        word = self.word(at)
        if word not in self.dates["months"]:
            return None
        if not self._is_calendar(at):
            return None
        return int(self.dates["months"][word])

    def _day_number(self, at: int) -> int | None:
        word = self.word(at).rstrip("stndrhaºª°")
        if word.isdecimal() and len(word) <= 2 and 1 <= int(word) <= 31:
            return int(word)
        told = self.dates["ordinals"].get(self.word(at))
        return int(told) if told is not None else None

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
        last = self._last_day(stop) if day is not None else None
        stop += 2 * (last is not None)
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
        made = self._made(at, stop, year, month, day)
        if made is not None and last is not None:
            made.text, made.exact = f"{made.text}/{made.text[:-2]}{last:02}", False
        return made

    def _last_day(self, at: int) -> int | None:
        """
        The second day of "May 3-5" or "May 3 to 5".
        """
        day = self._day_number(at + 1) if self.word(at) in self.dates["range_ends"] else None
        first = self._day_number(at - 1)
        if day is None or first is None or day <= first or self._unit_follows(at + 1):
            return None
        return day if self._ends_day(at + 2) and self._month_at(at + 2) is None else None

    def _unit_follows(self, at: int) -> bool:
        return self.word(at + 1) in self.dates["units"]

    def _after_in(self, at: int) -> bool:
        classes = self.language.word_class.get(self.word(at - 1), frozenset())
        if self.language.adjective_after and "determiner" in classes:
            # "En el mar de Natuna".
            return False
        # "In May", but "when Jan Masaryk arrived".
        return bool(classes) and "when" not in classes

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
            year = self._year_of(month, day or 1, last=self._is_last(first, stop))
            why += f" without a year, so {year}"
            if self._is_last(-1, stop):
                # The word belongs to the day: "en mayo pasado expulsó" tells nothing that passed.
                stop += 1
        text = f"{year:04}-{month:02}"
        if day is None:
            return Moment(first, stop, text, why, yearless=yearless)
        try:
            text = str(dt.date(year, month, day))
        except ValueError:
            return None
        return Moment(first, stop, text, why, exact=True, yearless=yearless)

    def _is_last(self, first: int, stop: int) -> bool:
        """
        Whether "pasado" stands beside a month or day, the last before publication: "el pasado 3 de
        mayo", "en mayo pasado".
        """
        beside = {self.word(first - 1), self.word(stop)}
        after = self.language.adjective_after
        return after and any(self.dates["relative"].get(one, "") == "last past" for one in beside)

    def _year_of(self, month: int, day: int, *, last: bool) -> int:
        """
        The year of a day without one: the next after what was told, else the last before now.
        """
        pub = self.published
        if self.year is None or last:
            return pub.year - ((month, day) > (pub.month, pub.day))
        if self.day.startswith(f"{self.year + 1:04}-") and len(self.day) >= MONTH:
            # "In December ... In January ... in February": the year has turned.
            return self.year + ((self.year + 1, month, day) <= (pub.year, pub.month, pub.day))
        if len(self.day) < MONTH or not self.day.startswith(f"{self.year:04}-"):
            return self.year
        if self.language.adjective_after and any(self.language.is_a(w, "had") for w in self.low):
            # "Había roto en noviembre": the last November before what was told.
            return self.year - (f"{month:02}-{day:02}" > f"{self.day[5:]}-01"[:5])
        later = month < int(self.day[5:7]) and (self.year + 1, month, day) <= (
            pub.year,
            pub.month,
            pub.day,
        )
        return self.year + later

    def _year_told(self, at: int) -> tuple[int, int] | None:
        """
        The year that words after a month stand for, as in "de ese año" or "del año pasado".
        """
        start = self._past_of(at)
        bare = start == at
        if bare and self.language.adjective_after:
            return None
        for size in range(3, 1, -1):
            # "In March of last year", "in March last year".
            for first in (start,) if bare else (start, start - 1):
                words = self.low[first : first + size]
                rule = self.dates["relative"].get(" ".join(words), "")
                if rule.startswith("year "):
                    year = self.published.year + int(rule.removeprefix("year "))
                    return year, first + size
                if rule.startswith("chain-year") and self.told_year is not None:
                    shift = rule.removeprefix("chain-year").strip() or "0"
                    return self.told_year + int(shift), first + size
        return None

    def _day_alone(self, first: int, stop: int, day: int) -> Moment | None:
        """
        A day of the month after a weekday, as in "el miércoles 7".
        """
        weekday = int(self.dates["weekdays"][self.word(first)])
        days = [self.published - dt.timedelta(back) for back in range(62)]
        ahead = [self.published + dt.timedelta(more) for more in range(1, 62)]
        named = [one for one in (*days, *ahead) if one.day == day and one.weekday() == weekday]
        found = next(iter([*named, *(one for one in days if one.day == day)]), None)
        if found is None:
            return None
        why = f"{' '.join(self.low[first:stop])!r} near {self.published}"
        return Moment(first, stop, str(found), why, exact=True)

    def _day_told(self, at: int, day: int) -> Moment | None:
        """
        A day whose month was told before or comes after: "el 20", "entre el 3 y el 5 de mayo".
        """
        lead = self.word(at - 1)
        ranged = lead in self.dates["since"] or (
            {lead, self.word(at - 2)} & self.dates["ranges"].keys()
        )
        ahead = at + 2 if self.word(at + 1) in self.dates["day_joints"] else at
        ahead += ahead > at and self.word(ahead) in self.dates["day_leads"]
        second = self._day_number(ahead) if ahead > at else None
        if second is not None:
            made = self._from_day(ahead, second)
            if made is None:
                return None
            first = f"{made.text[:MONTH]}-{day:02}"
            why = f"{' '.join(self.low[at : made.stop])!r}"
            if ranged and first < made.text:
                return Moment(at, made.stop, f"{first}/{made.text}", why, yearless=made.yearless)
            return Moment(at, at + 1, first, why, exact=True, yearless=made.yearless)
        month = self._month_named(at + 1) if self.word(at + 1) else None
        if month is not None:
            text = f"{month[0]}-{day:02}"
            why = f"{' '.join(self.low[at : month[1]])!r}"
            return Moment(at, month[1], text, why, exact=True)
        if lead not in self.dates["day_leads"] or not self._is_day_alone(at):
            return None
        if self.word(at) in self.dates["ordinals"]:
            # "Fue el primero en romper": of a list.
            return None
        found = self._in_month(day)
        if found is None:
            return None
        why = f"{lead} {day}: {found}"
        return Moment(at, at + 1, str(found), why, exact=True, bare=True)

    def _month_named(self, at: int) -> tuple[str, int] | None:
        """
        The month after a day, and where its words end: "of that month", "del mes pasado".
        """
        for first in (at, at + (self.word(at) in self.dates["date_joints"])):
            for size in range(4, 1, -1):
                kind, _, number = (
                    self.dates["relative"].get(" ".join(self.low[first : first + size]), "")
                ).partition(" ")
                if kind == "month":
                    return month_text(self.published, int(number)), first + size
                if kind == "chain-month" and self.told_month:
                    told = dt.date.fromisoformat(f"{self.told_month}-01")
                    return month_text(told, int(number)), first + size
        return None

    def _is_day_alone(self, at: int) -> bool:
        """
        Whether a number is a day without its month: "el 9", "on the 8th".
        """
        if self.language.adjective_after:
            return self._says_day(at) or self._opens_phrase(at + 1) or self._ends_day(at + 1)
        if self.low[at].isdecimal() or not self.low[at][0].isdecimal():
            return False
        on = self.language.is_a(self.word(at - 2), "preposition")
        named = on and at + 1 < len(self.raw) and self.raw[at + 1][0].isupper()
        return named or self._ends_day(at + 1)

    def _says_day(self, at: int) -> bool:
        """
        Whether a number is called a day: "presentó el día 6 una queja".
        """
        units = self.dates["units"]
        return units.get(self.word(at - 1)) == "day" and self.word(at + 1) not in units

    def _opens_phrase(self, at: int) -> bool:
        """
        Whether a phrase of its own follows a number, which then counts nothing: "condenó el 6 el
        ataque", "tachó el 16 de «ofensivas» sus palabras".
        """
        word = self.word(at)
        if self.language.is_a(word, "of"):
            # A mark of quotation: no month, and nothing of which the number could be.
            return self.word(at + 1) != "" and not self.word(at + 1)[0].isalnum()
        return bool(self.language.word_class.get(word, frozenset()) & {"determiner", "possessive"})

    def _ends_day(self, at: int) -> bool:
        """
        Whether what follows a number lets it be a day: no noun, no percentage.
        """
        word = self.word(at)
        if not word or not word[0].isalnum():
            return word != "%"
        classes = self.language.word_class.get(word, frozenset())
        pronoun = self.language.pronouns.get(word)
        if pronoun is not None and pronoun.clitic and self.low[at + 1 : at + 2]:
            # "El 9 lo expulsó", but not "el 3 a 1".
            return self.language.forms_of(self.raw[at + 1]) is not None
        if classes & {"of", "agent", "number", "determiner"} or self.word(at + 1).isdecimal():
            return False
        joins = {"preposition", "conjunction", "adverb", "reflexive", "negation", "perfect_aux"}
        return bool(classes & joins) or self.language.forms_of(self.raw[at]) is not None

    def _in_month(self, day: int) -> dt.date | None:
        """
        A day of the month told last, or of the next where it would lie far back.
        """
        told = self.day.partition("/")[0]
        if len(told) < MONTH:
            back = (self.published - dt.timedelta(days) for days in range(62))
            return next((one for one in back if one.day == day), None)
        year, month = int(told[:4]), int(told[5:7])
        if len(told) > MONTH and int(told[8:10]) - day > _FAR_BACK:
            year, month = (year, month + 1) if month < _DECEMBER else (year + 1, 1)
        try:
            return dt.date(year, month, day)
        except ValueError:
            return None

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
        if day is not None and self.word(ahead + 1) not in self.dates["units"]:
            # But "el lunes 18 meses de prisión" is no day of March.
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
