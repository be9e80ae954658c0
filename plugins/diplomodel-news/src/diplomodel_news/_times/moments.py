"""
A time that a sentence names.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Final

import attrs

from diplomodel_news._grammar.grammar import Analysis, Verb


__all__ = ["DAY", "MONTH", "YEAR", "Moment", "Owner", "days_after", "later", "month_text"]

#: Letters of a year, of a year and month, and of a day.
YEAR: Final = len("2000")
MONTH: Final = len("2000-01")
DAY: Final = len("2000-01-01")
#: The last month that dates can be in, counted from the year 0.
_LAST_MONTH: Final = 9999 * 12 + 11


@attrs.define(eq=False, slots=True)
class Moment:
    """
    A time that a sentence names.

    Attributes:
        first: Its first token.
        stop: The token just past it.
        text: The date in EDTF, or nothing for one that hangs on what came before.
        why: How it was resolved, for people.
        shift: Days after what came before, where it hangs on that; ``None`` where it does not.
        exact: Whether it is a day.
        start: Whether it is the start of something ("since").
        weekday: The day of the week, 0 for Monday, where it is only that.
        until: Whether it is a limit or end ("by", "until").
        yearless: Whether the text leaves out the year.
        flashback: Whether it stands with what had been before.
        beside: Whether it is told of somebody beside the story, in a relative clause.
        aside: Whether it is a gerund's or an infinitive's, beside the time of a main clause.
        of_noun: Whether a noun before it has it, as in "the coup of March".
        same: Whether it is told as "that same Monday".
        bare: Whether it is told as a day without a month: "the 20th".
        ahead: Whether it is the time of the clause after it: "a day after they had left".
        of_what: The day of the noun behind it, in "a week after the coup" of a day told.
        hinge: How many days, weeks, months or years lie between it and the clause after it.
        owner: The verb that it belongs to, where that is known.
    """

    first: int
    stop: int
    text: str
    why: str
    shift: int | None = None
    exact: bool = False
    start: bool = False
    weekday: int | None = None
    until: bool = False
    yearless: bool = False
    flashback: bool = False
    beside: bool = False
    aside: bool = False
    of_noun: bool = False
    same: bool = False
    bare: bool = False
    ahead: bool = False
    of_what: str = ""
    hinge: tuple[int, str] | None = None
    owner: Verb | None = None


#: Which verb a time belongs to.
Owner = Callable[[Moment, Analysis], Verb | None]


def days_after(day: dt.date, days: int) -> dt.date:
    """
    A day so many days later, less than 0 for earlier, kept a week within what dates can be.

    Example:
        >>> days_after(dt.date(2025, 1, 9), -10), days_after(dt.date(2025, 1, 9), 10**9).year
        (datetime.date(2024, 12, 30), 9999)
    """
    last = dt.date.max.toordinal() - 7
    return dt.date.fromordinal(min(last, max(8, day.toordinal() + days)))


def month_text(day: dt.date, shift: int) -> str:
    """
    The month of a day, or one so many months later.

    Example:
        >>> month_text(dt.date(2025, 1, 9), -1)
        '2024-12'
    """
    count = min(_LAST_MONTH, max(12, day.year * 12 + day.month - 1 + shift))
    return f"{count // 12:04}-{count % 12 + 1:02}"


def later(text: str, count: int, unit: str) -> str:
    """
    A time so many days, weeks, months or years after another, as exactly as both are told.

    Args:
        text: The other time: a day, month or year in EDTF.
        count: How many units it is later; less than 0 for earlier.
        unit: ``day``, ``week``, ``month`` or ``year``.

    Returns:
        The time, or nothing where it cannot be told.

    Example:
        >>> later("2024-05-03", 2, "day"), later("1999-11", 2, "month"), later("1999", 3, "year")
        ('2024-05-05', '2000-01', '2002')
    """
    if "/" in text and not text.startswith("../"):
        ends = [later(end, count, unit).split("/") for end in text.split("/")]
        return f"{ends[0][0]}/{ends[-1][-1]}" if all(end[0] for end in ends) else ""
    if not text[:4].isdecimal():
        return ""
    try:
        if unit == "day":
            return str(dt.date.fromisoformat(text) + dt.timedelta(count)) if count else text
        if unit == "week":
            # "Two weeks after" is no count of days.
            day = dt.date.fromisoformat(text) + dt.timedelta(7 * count)
            monday = day - dt.timedelta(day.weekday())
            return f"{monday}/{monday + dt.timedelta(6)}"
        if unit == "month":
            return month_text(dt.date.fromisoformat(f"{text[:7]}-01"), count)
        return f"{dt.date(int(text[:4]) + count, 1, 1).year:04}"
    except (ValueError, OverflowError):
        return ""
