"""
Times told by a number of days, weeks, months or years from another: "two days later".
"""

from __future__ import annotations

import datetime as dt
from typing import Final

from diplomodel_news._times.calendar import Calendar
from diplomodel_news._times.moments import DAY, Moment, days_after, month_text


__all__ = ["Counted"]

#: From so many hours on, hours after something are days.
_DAY_LONG: Final = 20
_FORTNIGHT: Final = 14
#: How many words such as "just over" stand between "hace" and its number.
_ABOUT: Final = 4
#: From so many years on, "a los 40 años" is an age.
_YEARS_OF_AGE: Final = 12
_LAST_YEAR: Final = 9999
_LEAP_DAY: Final = (2, 29)
_APOSTROPHES: Final = frozenset({"'", "’"})


class Counted(Calendar):
    """
    Finds times that are counted from another.
    """

    def _chained(self, kind: str, number: str) -> str:
        """
        The month or year told last, or one so many after it.
        """
        shift = int(number) if number else 0
        if kind in {"chain-week", "chain-days"}:
            return self._span(kind, shift)
        if kind == "chain-month" and self.told_month:
            return month_text(dt.date.fromisoformat(f"{self.told_month}-01"), shift)
        year = self.told_year
        if not self.language.adjective_after and self.day[:4].isdecimal():
            year = int(self.day[:4])
        if kind == "chain-year" and year and year + shift > 0:
            return f"{year + shift:04}"
        return ""

    def _span(self, kind: str, shift: int) -> str:
        """
        A week, Monday to Sunday, so many after the day told last, or up to so many days from it.
        """
        if len(self.day) != DAY:
            return ""
        day = dt.date.fromisoformat(self.day)
        if kind == "chain-week":
            monday = day + dt.timedelta(7 * shift - day.weekday())
            first, last = (monday, monday + dt.timedelta(6))
            first = max(first, day) if shift == 0 else first
        else:
            first, last = sorted((day, day + dt.timedelta(shift)))
        last = max(first, min(last, self.published))
        return f"{first}/{last}" if first < last else str(first)

    def _ago(self, at: int) -> Moment | None:
        """
        "three days ago", "two months earlier", "hace tres días": a number and a unit.
        """
        lead, start = self._lead(at)
        number = self._number(start)
        unit = self.dates["units"].get(self.word(start + 1)) if number is not None else None
        if number is None or unit is None:
            return None
        stop = start + 2
        tail = lead or self.dates["after_unit"].get(self.word(stop))
        if tail is None or (lead == "later" and unit == "year" and number > _YEARS_OF_AGE):
            return None
        stop += lead is None
        phrase = " ".join(self.low[at:stop])
        if tail == "ago":
            return self._to_the_day(at, stop, number, unit) or self._back(
                at, stop, number, unit, phrase
            )
        if tail in {"ahead", "maybe"} and unit == "hour":
            # "Told to leave within 48 hours": how long they have.
            return None
        if tail in {"ahead", "maybe"}:
            stop = self._coming(at, stop, tail)
            return self._back(at, stop, -number, unit, phrase) if stop else None
        sign = 1 if tail == "later" else -1
        return self._from_told(at, stop, sign * number, unit)

    def _lead(self, at: int) -> tuple[str | None, int]:
        """
        What a word or two before a number say of it, and where the number is.
        """
        for size in (3, 2, 1) if self.word(at) in self.dates["leads"] else ():
            lead = self.dates["before_number"].get(" ".join(self.low[at : at + size]))
            if lead is not None:
                at += size
                for _ in range(_ABOUT):
                    at += self.word(at) in self.dates["about_number"]
                return lead, at
        return None, at

    def _to_the_day(self, first: int, stop: int, number: int, unit: str) -> Moment | None:
        """
        "A year ago today": the very day.
        """
        if self.dates["relative"].get(self.word(stop)) != "day 0" or unit not in {"year", "week"}:
            return None
        pub = self.published
        phrase = " ".join(self.low[first : stop + 1])
        if unit == "week":
            day = days_after(pub, -7 * number)
        elif pub.year - number < 1 or (pub.month, pub.day) == _LEAP_DAY:
            return None
        else:
            day = pub.replace(year=pub.year - number)
        return Moment(first, stop + 1, str(day), f"{phrase!r} from {pub}", exact=True)

    def _coming(self, first: int, stop: int, lead: str) -> int:
        """
        Where "in two weeks' time" ends; 0 for "in two weeks" where nothing is to come, so that it
        is how long something took.
        """
        tail = stop + (self.word(stop) in _APOSTROPHES)
        if self.word(tail) in self.dates["coming_tail"]:
            return tail + 1
        ahead = any(self.language.is_a(word, "future") for word in self.low[:first])
        return stop if lead == "ahead" or ahead else 0

    def _from_told(self, first: int, stop: int, number: int, unit: str) -> Moment | None:
        """
        A time that lies so many units after what was told before, or before the clause after it.
        """
        days = {"hour": 0, "day": number, "week": 7 * number, "fortnight": _FORTNIGHT * number}
        if unit == "hour" and abs(number) >= _DAY_LONG:
            days["hour"] = round(number / 24)
        if unit == "lustrum":
            return None
        shift = days.get(unit)
        many = max(-300, min(300, number)) * (10 if unit == "decade" else 1)
        hinge = (shift, "day") if shift is not None else (many, "year")
        hinge = (number, unit) if unit in {"week", "month"} else hinge
        more = self._has_more(stop)
        made = Moment(first, stop, "", f"{' '.join(self.low[first:stop])!r} of what came before")
        if self._of_clause(stop):
            made.shift, made.ahead, made.hinge = (None if shift is None else -shift), True, hinge
            return made
        if more:
            # "Two days after it left": its verb is found later.
            made.stop, made.hinge = stop - 1, hinge
            if not self._of_told(stop):
                return made
        if shift is not None:
            made.shift = shift
            return made
        made.text = self._chained("chain-month" if unit == "month" else "chain-year", str(many))
        return made if made.text or more else None

    def _of_clause(self, at: int) -> bool:
        """
        Whether a clause says after what, whose time it is: "un día después de que Y lo hiciera".
        """
        words = self.language.words
        return (
            self.language.adjective_after
            and self.word(at) in words["of"]
            and (
                self.word(at + 1) in words["complementiser"]
                or any(
                    "infinitive" in form for form in self.language.verbs.get(self.word(at + 1), ())
                )
            )
        )

    def _has_more(self, at: int) -> bool:
        """
        Whether "two days after" goes on to say after what.
        """
        word = self.word(at)
        if self.word(at - 1) not in self.dates["after_what"] or not word or not word[0].isalpha():
            return False
        ends = {"conjunction", "preposition"}
        if self.language.adjective_after:
            # "Dos días antes había llamado": the verb comes.
            ends |= {"had", "perfect_aux", "personal", "reflexive", "negation"}
            if self.language.forms_of(self.raw[at]):
                return False
        return not self.language.word_class.get(word, frozenset()) & ends

    def _of_told(self, at: int) -> bool:
        """
        Whether "a week after" goes on with what has just been told: "after the break", "that".
        """
        if self.language.adjective_after or not self.day:
            return False
        classes = self.language.word_class.get(self.word(at), frozenset())
        ahead = self.language.word_class.get(self.word(at + 2), frozenset())
        pointing = classes & {"determiner", "demonstrative", "possessive"}
        return bool(pointing) and not ahead & {"of"} and not self.word(at + 1).isdecimal()

    def _back(self, first: int, stop: int, number: int, unit: str, phrase: str) -> Moment | None:
        pub = self.published
        why = f"{phrase!r} from {pub}"
        if unit in {"hour", "day"}:
            days = number if unit == "day" else number // 24
            return Moment(first, stop, str(days_after(pub, -days)), why, exact=True)
        if unit in {"week", "fortnight"}:
            day = days_after(pub, -(7 if unit == "week" else _FORTNIGHT) * number)
            monday = day - dt.timedelta(day.weekday())
            return Moment(first, stop, f"{monday}/{monday + dt.timedelta(6)}", why)
        if unit == "month":
            return Moment(first, stop, month_text(pub, -max(-1200, min(number, 1200))), why)
        year = pub.year - number * (10 if unit == "decade" else 1)
        return Moment(first, stop, f"{year:04}", why) if 1 <= year <= _LAST_YEAR else None
