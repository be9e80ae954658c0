"""
Calendars by the library icalendar, entry by entry.

Nothing is stamped by the clock: the ``DTSTAMP`` that every entry must have is the last day on
which its evidence was published, or else the day of the event, at midnight UTC.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator
from typing import BinaryIO, Final

from icalendar import Calendar, Component, Todo, vText
from icalendar import Event as Entry

from diplomodel.dates import Duration, PartialDate
from diplomodel.errors import BadInputError
from diplomodel.events import Event, Modality, Observation
from diplomodel.exporters import Export
from diplomodel.histories import History, Obligation, ObligationStatus
from diplomodel_calendar._options import CalendarOptions
from diplomodel_calendar._words import about, address, duty_about, duty_title, lines, title


__all__ = ["CalendarExporter"]

_END: Final = b"END:VCALENDAR\r\n"
_NEVER: Final = dt.date(1970, 1, 1)

_STATUS: Final = {
    ObligationStatus.OPEN: "NEEDS-ACTION",
    ObligationStatus.OVERDUE: "NEEDS-ACTION",
    ObligationStatus.UNMET: "NEEDS-ACTION",
    ObligationStatus.FULFILLED: "COMPLETED",
    ObligationStatus.ENDED: "CANCELLED",
}


class CalendarExporter:
    """
    Writes iCalendar: the events in order, then the deadlines by day.
    """

    def __init__(self, options: object | None = None) -> None:
        """
        Take the options.

        Raises:
            BadInputError: They are not of the class `CalendarOptions`.
        """
        if options is None:
            options = CalendarOptions()
        if not isinstance(options, CalendarOptions):
            raise BadInputError(
                f"the options are a {type(options).__name__}: give CalendarOptions"
            )
        self._options = options

    def export(self, case: Export, target: BinaryIO, /) -> None:
        """
        Write the calendar.
        """
        calendar = Calendar()
        calendar.add("prodid", "-//diplomodel//diplomodel-calendar//EN")
        calendar.add("version", "2.0")
        # Programs show the second, RFC 7986 knows the first.
        for name in ("name", "x-wr-calname"):
            # The library takes names that it does not know for something other than text.
            calendar.add(name, vText(lines(case.title) or "diplomodel"))
        calendar.add("x-diplomodel-fingerprint", case.fingerprint)
        target.write(calendar.to_ical().removesuffix(_END))
        target.writelines(entry.to_ical() for entry in self._entries(case.history))
        target.write(_END)

    def _entries(self, history: History) -> Iterator[Component]:
        for event in history.events:
            if self._options.opening or not isinstance(event, Observation):
                entry = _of_event(event)
                if entry is not None:
                    yield entry
        if self._options.deadlines:
            found = [*_effects(history), *self._deadlines(history)]
            yield from (entry for _, entry in sorted(found, key=lambda pair: pair[0]))

    def _deadlines(self, history: History) -> Iterator[tuple[tuple[str, str], Component]]:
        """
        The deadlines of obligations, and of events whose obligation nobody follows.
        """
        told: set[str] = set()
        last = _last_day(history)
        for duty in history.obligations():
            if duty.due is not None:
                told.add(duty.created_by.id)
                entry = Todo() if self._options.todos else Entry()
                if _filled(entry, duty.due, duty_title(duty), duty.created_by):
                    entry.add("uid", _uid(duty.created_by, duty.duty, duty.subject, duty.holder))
                    entry.add("description", duty_about(duty, last))
                    if self._options.todos:
                        _close(entry, duty, last)
                    yield _sorted(entry, duty.due)
        for event in history.events:
            due = _due(event)
            if due is None or event.id in told:
                continue
            entry = Todo() if self._options.todos else Entry()
            if _filled(entry, due, f"Deadline: {title(event)}", event):
                entry.add("uid", _uid(event, "deadline"))
                entry.add("description", about(event))
                yield _sorted(entry, due)


def _of_event(event: Event) -> Entry | None:
    entry = Entry()
    if not _placed(entry, event.occurred):
        return None
    entry.add("uid", f"{event.id}@diplomodel")
    entry.add("dtstamp", _stamp(event))
    entry.add("summary", title(event))
    entry.add("description", about(event))
    entry.add("status", "CONFIRMED" if event.modality is Modality.DONE else "TENTATIVE")
    entry.add("transp", "TRANSPARENT")
    entry.add("categories", [lines(event.kind), event.modality.value])
    entry.add("x-diplomodel-occurred", event.occurred.text)
    entry.add("x-diplomodel-name", event.name)
    if event.place:
        entry.add("location", lines(event.place))
    if url := address(event):
        entry.add("url", url)
    return entry


def _effects(history: History) -> Iterator[tuple[tuple[str, str], Component]]:
    """
    The days on which what was decided takes effect.
    """
    for event in history.events:
        effective = getattr(event, "effective", None)
        if not isinstance(effective, PartialDate) or event.modality is not Modality.DONE:
            continue
        entry = Entry()
        if _filled(entry, effective, f"Takes effect: {title(event)}", event):
            entry.add("uid", _uid(event, "effective"))
            entry.add("description", about(event))
            yield _sorted(entry, effective)


def _due(event: Event) -> PartialDate | None:
    deadline = getattr(event, "deadline", None)
    if not isinstance(deadline, Duration) or event.modality is not Modality.DONE:
        return None
    try:
        return deadline.after(event.occurred)
    except BadInputError:
        # It ends after the year 9999.
        return None


def _filled(entry: Component, date: PartialDate, summary: str, event: Event) -> bool:
    """
    Fill an entry about a later day of an event; not where that day is open.
    """
    day = date.latest or date.earliest
    if day is None:
        return False
    when = _time(date) or day
    entry.add("due" if isinstance(entry, Todo) else "dtstart", when)
    entry.add("dtstamp", _stamp(event))
    entry.add("summary", summary)
    entry.add("categories", ["deadline"])
    entry.add("x-diplomodel-due", date.text)
    entry.add("x-diplomodel-name", event.name)
    if isinstance(entry, Entry):
        entry.add("transp", "TRANSPARENT")
    return True


def _close(entry: Component, duty: Obligation, day: int) -> None:
    """
    Say how a thing to do stands on a day (an ordinal).
    """
    status = duty.status(day)
    entry.add("status", _STATUS[status])
    if status is ObligationStatus.FULFILLED:
        done = min(step.day for step in duty.steps if step.outcome.value == status.value)
        entry.add("completed", _midnight(dt.date.fromordinal(done)))


def _sorted(entry: Component, date: PartialDate) -> tuple[tuple[str, str], Component]:
    day = date.latest or date.earliest
    return ("" if day is None else day.isoformat(), str(entry["uid"])), entry


def _placed(entry: Entry, date: PartialDate) -> bool:
    """
    Put an entry on the days on which an event may have happened; not where all is open.

    An end that is open is left out: the entry then stands on one day.
    """
    first, last = date.earliest, date.latest
    day = first or last
    if day is None:
        return False
    when = _time(date)
    entry.add("dtstart", when or day)
    if when is None and first is not None and last is not None and last < dt.date.max:
        entry.add("dtend", last + dt.timedelta(days=1))
    return True


def _time(date: PartialDate) -> dt.datetime | None:
    """
    A time of day: in UTC where the offset is known, else local to wherever one reads it.
    """
    clock, day = date.time, date.earliest
    if clock is None or day is None:
        return None
    local = dt.datetime.combine(day, clock)
    if date.offset is None:
        return local
    try:
        return (local - date.offset).replace(tzinfo=dt.UTC)
    except OverflowError:
        return None


def _stamp(event: Event) -> dt.datetime:
    published = [piece.published.latest for piece in event.evidence if piece.published is not None]
    days = [day for day in published if day is not None]
    day = max(days) if days else event.occurred.latest or event.occurred.earliest
    return _midnight(day or _NEVER)


def _midnight(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(), tzinfo=dt.UTC)


def _uid(event: Event, *parts: str) -> str:
    text = "\n".join((event.id, *parts))
    return f"d1-{hashlib.sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()}@diplomodel"


def _last_day(history: History) -> int:
    if history.last_day is not None:
        return history.last_day
    days: Iterable[dt.date | None] = (
        event.occurred.latest or event.occurred.earliest for event in history.events
    )
    return max((day.toordinal() for day in days if day is not None), default=1)
