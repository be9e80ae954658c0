"""
Dates as news writes them, resolved against the day of publication.

The conventions: a weekday told as past is the last such day, that of publication included; "last
week" is its Monday to its Sunday; "today" in a quotation is the day of publication or the one
before.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from diplomodel_news._calendar import Calendar
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
    return list(finder.found())


#: From so many hours on, hours after something are days.
_DAY_LONG = 20
#: How far before a time an auxiliary stands that makes it one of what had been.
_BEFORE = 6
_NO_TIME = frozenset({"none", "chain-year", "chain-month", "chain-week", "chain-days"})
#: Letters of a day.
_DAY = 10
_FORTNIGHT = 14


class _Finder(Calendar):
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
                and bool(
                    self.language.word_class.get(before, frozenset())
                    & ({"at", "determiner", "of"} if self.language.adjective_after else {"at"})
                )
            )
            self._told(made)
            yield made
            at = made.stop

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
        if not made.yearless:
            self.told_year = year
            recent = self.published.year - (len(made.text) == len("2000"))
            self.year = year if year < recent else None
        self.day = made.text
        if len(made.text) >= len("2000-01") and "/" not in made.text:
            self.told_month = made.text[:7]

    def _is_of_noun(self, made: Moment) -> bool:
        """
        Whether a noun before a year has it, as in "the convention of 1954".
        """
        of = self.language.words["of"]
        return (
            len(made.text) == len("2000")
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
            why = f"{phrase!r} after what came before"
            if self._of_clause(stop):
                return Moment(first, stop, "", why, shift=-int(number), ahead=True)
            return Moment(first, stop, "", why, shift=int(number))
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
        kind = rule.partition(" ")[0]
        if kind == "same":
            made = self._weekday(stop - 1)
            if made is not None:
                made.first = first
                made.same = made.weekday is not None
            return made
        if kind == "after":
            day = dt.date.fromisoformat(self.day) if len(self.day) == _DAY else None
            weekday = int(self.dates["weekdays"][self.word(stop - 1)])
            if day is None:
                return self._weekday(stop - 1)
            text = str(day + dt.timedelta((weekday - day.weekday()) % 7 or 7))
            return Moment(first, stop, text, f"{phrase!r} after {day}", exact=True)
        text = self._chained(kind, rule.partition(" ")[2])
        if text:
            return Moment(first, stop, text, f"{phrase!r}: {text}")
        return Moment(first, stop, "", f"{phrase!r} tells no time") if kind in _NO_TIME else None

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
        if len(self.day) != _DAY:
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
        days = _FORTNIGHT * number if unit == "fortnight" else days
        if tail == "ago":
            return self._back(at, stop, number, unit, phrase)
        if self._has_more(stop) and not self._of_told(stop):
            return None
        sign = 1 if tail == "later" else -1
        if unit == "hour" and number >= _DAY_LONG:
            days = round(number / 24)
        why = f"{phrase!r} of what came before"
        if days is None:
            kind = "chain-month" if unit == "month" else "chain-year"
            many = sign * min(number, 300) * (10 if unit == "decade" else 1)
            apart = unit == "lustrum" or self._of_clause(stop)
            text = "" if apart else self._chained(kind, str(many))
            return Moment(at, stop, text, why) if text else None
        if self._of_clause(stop):
            return Moment(at, stop, "", why, shift=-sign * days, ahead=True)
        return Moment(at, stop, "", why, shift=sign * days)

    def _of_clause(self, at: int) -> bool:
        """
        Whether a clause says after what, whose time it is: "un día después de que Y lo hiciera".
        """
        words = self.language.words
        return (
            self.language.adjective_after
            and self.word(at) in words["of"]
            and self.word(at + 1) in words["complementiser"]
        )

    def _has_more(self, at: int) -> bool:
        """
        Whether "two days after" goes on to say after what.
        """
        word = self.word(at)
        return (
            self.word(at - 1) in self.dates["after_what"]
            and bool(word)
            and word[0].isalpha()
            and not (self.language.adjective_after and self.language.forms_of(self.raw[at]))
            and (
                not self.language.word_class.get(word, frozenset())
                & {"conjunction", "preposition"}
            )
        )

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
            return Moment(
                first, stop, str(pub - dt.timedelta(min(days, 300_000))), why, exact=True
            )
        if unit in {"week", "fortnight"}:
            day = pub - dt.timedelta((7 if unit == "week" else _FORTNIGHT) * min(number, 2000))
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
