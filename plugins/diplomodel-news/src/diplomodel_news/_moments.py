"""
A time that a sentence names.
"""

from __future__ import annotations

import datetime as dt

import attrs


__all__ = ["Moment", "month_text"]


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
        of_noun: Whether a noun before it has it, as in "the coup of March".
        same: Whether it is told as "that same Monday".
        bare: Whether it is told as a day without a month: "the 20th".
        ahead: Whether it is the time of the clause after it: "a day after they had left".
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
    of_noun: bool = False
    same: bool = False
    bare: bool = False
    ahead: bool = False


def month_text(day: dt.date, shift: int) -> str:
    """
    The month of a day, or one so many months later.

    Example:
        >>> month_text(dt.date(2025, 1, 9), -1)
        '2024-12'
    """
    count = day.year * 12 + day.month - 1 + shift
    return f"{count // 12:04}-{count % 12 + 1:02}"
