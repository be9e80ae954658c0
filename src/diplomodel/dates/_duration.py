"""
How long a deadline runs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, final

import attrs

from diplomodel.dates._calendar import LAST_DAY, add_months, day_text
from diplomodel.dates._edtf import DateLike, PartialDate
from diplomodel.dates._reading import Clock, Precision, read_clock
from diplomodel.errors import BadInputError


_UNITS: Final = ("years", "months", "weeks", "days", "hours", "minutes", "seconds")
_N: Final = "([0-9]{1,6})"
_DURATION: Final = re.compile(
    rf"P(?=[0-9T])(?:{_N}Y)?(?:{_N}M)?(?:{_N}W)?(?:{_N}D)?"
    rf"(?:T(?=[0-9])(?:{_N}H)?(?:{_N}M)?(?:{_N}S)?)?"
)
_WORD: Final = r"([0-9]{1,6}) ?(year|month|week|day|hour|minute|second)s?"
_WORDS: Final = re.compile(rf"{_WORD}(?:(?:,? and |, | ){_WORD}){{0,6}}")
_LONGEST: Final = 64
_DAY_SECONDS: Final = 86_400


@final
@attrs.frozen(kw_only=True, repr=False)
class Duration:
    """
    A length of time in calendar and clock units, as ISO 8601 writes it.

    Whole, positive numbers of up to six digits only; weeks stand alone, as ISO 8601-1 has it.
    Two durations are equal when their canonical texts are: leading zeros go (``P07D`` is
    ``P7D``), but ``PT72H`` and ``P3D`` stay apart, since a deadline in hours and one in days
    need not end together.

    Attributes:
        text: The canonical ISO 8601 text.
        years: Calendar years.
        months: Calendar months.
        weeks: Weeks of seven days.
        days: Calendar days.
        hours: Hours.
        minutes: Minutes.
        seconds: Seconds.

    Raises:
        BadInputError: The text is not a duration; the message says what to write.

    Example:
        >>> Duration.parse("PT72H").words
        '72 hours'
        >>> Duration.parse("PT72H").after("2022-12-20")
        PartialDate('2022-12-23')
    """

    text: str
    years: int = attrs.field(init=False, eq=False)
    months: int = attrs.field(init=False, eq=False)
    weeks: int = attrs.field(init=False, eq=False)
    days: int = attrs.field(init=False, eq=False)
    hours: int = attrs.field(init=False, eq=False)
    minutes: int = attrs.field(init=False, eq=False)
    seconds: int = attrs.field(init=False, eq=False)

    def __attrs_post_init__(self) -> None:
        """
        Read the text once into its units.
        """
        match = _match(_checked_text(self.text))
        if match is None:
            raise BadInputError(_refusal(self.text))
        object.__setattr__(self, "text", re.sub(r"(?<![0-9])0+(?=[0-9])", "", match[0]))
        for unit, number in zip(_UNITS, match.groups(), strict=True):
            object.__setattr__(self, unit, int(number or 0))

    @classmethod
    def parse(cls, text: str) -> Duration:
        """
        Read ISO 8601 text.

        Args:
            text: A duration such as ``PT72H``, ``P2W`` or ``P11Y5M15D``.

        Raises:
            BadInputError: The text is not a duration; the message says what to write.

        Example:
            >>> Duration.parse("P18M")
            Duration('P18M')
            >>> Duration.parse("72 hours")
            Traceback (most recent call last):
            diplomodel.errors.BadInputError: '72 hours' is not a duration; write PT72H
        """
        return cls(text=text)

    def __str__(self) -> str:
        """
        The canonical text, from which `parse` makes an equal duration.
        """
        return self.text

    def __repr__(self) -> str:
        """
        The canonical text with the name of the type.
        """
        return f"Duration({self.text!r})"

    @property
    def words(self) -> str:
        """
        The duration in English, units that are zero left out.

        Example:
            >>> Duration.parse("P11Y5M15D").words
            '11 years 5 months 15 days'
            >>> Duration.parse("P1M").words
            '1 month'
        """
        date = (self.years, self.months, self.weeks, self.days)
        counts = (*date, self.hours, self.minutes, self.seconds)
        said = [
            f"{count} {unit if count != 1 else unit[:-1]}"
            for count, unit in zip(counts, _UNITS, strict=True)
            if count
        ]
        return " ".join(said) or "0 days"

    def after(self, start: DateLike | int) -> PartialDate:
        """
        The day or time by which it ends, counted from a start.

        Years and months go first and stop at the end of a shorter month; days and hours follow.
        Hours counted from a day without a time are rounded up to whole days,
        so that the day named is the latest on which the duration can end.
        If the start has a time of day and the duration hours, minutes or seconds, the end has a
        time too, at the offset of the start.
        A start in doubt gives an end in doubt: ``?`` on a day stays, anything wider becomes the
        interval from the earliest to the latest possible end, and open ends stay open.

        Args:
            start: The date it runs from, or the ordinal of a day.

        Raises:
            BadInputError: The start is not a date, or the end lies after the year 9999.

        Example:
            >>> str(Duration.parse("P1M").after("2023-01-31"))
            '2023-02-28'
            >>> str(Duration.parse("PT72H").after("2022-12-20T18:30-05:00"))
            '2022-12-23T18:30-05:00'
            >>> str(Duration.parse("P7D").after("2022-12"))
            '2022-12-08/2023-01-07'
        """
        date = PartialDate.of(day_text(start) if isinstance(start, int) else start)
        clock = read_clock(date.text)
        if clock is not None and self._clock_seconds:
            return self._after_time(date, clock)
        if date.first == date.last and date.precision in (Precision.DAY, Precision.TIME):
            mark = "" if clock else date.text[10:]
            return PartialDate.parse(self._end_text(date.first) + mark)
        left, _, right = date.text.partition("/")
        if date.earliest is not None:
            left = self._end_text(date.first_possible)
        if date.latest is not None:
            right = self._end_text(date.last_possible)
        return PartialDate.parse(f"{left}/{right}")

    @property
    def _clock_seconds(self) -> int:
        return self.hours * 3600 + self.minutes * 60 + self.seconds

    def _end_text(self, day: int) -> str:
        rounded_up = (self._clock_seconds + _DAY_SECONDS - 1) // _DAY_SECONDS
        return self._day_text(self._end_day(day) + rounded_up)

    def _end_day(self, day: int) -> int:
        moved = add_months(day, 12 * self.years + self.months)
        return moved + 7 * self.weeks + self.days

    def _after_time(self, date: PartialDate, clock: Clock) -> PartialDate:
        local = clock.instant + (clock.offset or 0) + self._clock_seconds
        days, within = divmod(local, _DAY_SECONDS)
        hour, minute, second = within // 3600, within // 60 % 60, within % 60
        told = clock.second is not None
        seconds = f":{second:02}" if told or self.seconds else ""
        zone = date.text[19 if told else 16 :]
        day = self._day_text(self._end_day(date.first) + days)
        return PartialDate.parse(f"{day}T{hour:02}:{minute:02}{seconds}{zone}")

    def _day_text(self, day: int) -> str:
        if day > LAST_DAY:
            raise BadInputError(
                f"{self.text} runs beyond 9999-12-31; give a shorter duration or an earlier start"
            )
        return day_text(day)


def _checked_text(text: object) -> str:
    if not isinstance(text, str):
        raise BadInputError(
            "a duration must be text such as 'P7D',"
            f" not a value of type {type(text).__name__}; write it as text"
        )
    if len(text) > _LONGEST:
        raise BadInputError(
            f"{text[:24]!r}... is not a duration: it has {len(text)} characters;"
            f" write a duration of at most {_LONGEST}, such as P7D"
        )
    return str.__str__(text)


def _match(text: str) -> re.Match[str] | None:
    match = _DURATION.fullmatch(text)
    mixed = match and match[3] and match[0] != f"P{match[3]}W"
    return None if mixed else match


def _refusal(text: str) -> str:
    meant = [guess for guess in _guesses(text.strip()) if _match(guess)]
    remedy = " or ".join(meant) or (
        "whole units such as PT72H (hours), P7D (days), P18M (months) or P11Y5M15D,"
        " or weeks alone, P2W"
    )
    return f"{text!r} is not a duration; write {remedy}"


def _guesses(text: str) -> Iterator[str]:
    upper = text.upper()
    if upper.startswith("P"):
        yield upper
        yield upper.replace("T", "", 1) if "T" in upper else upper.replace("P", "PT", 1)
    elif _WORDS.fullmatch(text.lower()):
        found = re.findall(_WORD, text.lower())
        counts = {unit: number for number, unit in found}
        if len(counts) < len(found):
            return
        date, clock = (
            "".join(f"{counts[unit]}{unit[0].upper()}" for unit in units if unit in counts)
            for units in (("year", "month", "week", "day"), ("hour", "minute", "second"))
        )
        yield f"P{date}T{clock}" if clock else f"P{date}"
    else:
        yield f"P{upper}"
        yield f"PT{upper}"
