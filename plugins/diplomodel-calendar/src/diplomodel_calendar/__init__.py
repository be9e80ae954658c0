"""
Events and their deadlines as a calendar: iCalendar (RFC 5545).

Example:
    >>> import io
    >>> import diplomodel as dm
    >>> from diplomodel.exporters import export
    >>> target = io.BytesIO()
    >>> export(dm.casebook("uk-russia-skripal"), target, to="calendar")
    >>> target.getvalue().decode().splitlines()[0]
    'BEGIN:VCALENDAR'
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from diplomodel.plugins import ExporterSpec, hookimpl


__all__ = ["DIPLOMODEL_API", "diplomodel_register_exporters"]

#: The version of the plugin interface that this package is written for.
DIPLOMODEL_API: Final = 1


@hookimpl
def diplomodel_register_exporters() -> Iterable[ExporterSpec]:
    """
    The format of calendars.
    """
    return [
        ExporterSpec(
            name="calendar",
            summary="iCalendar: events and their deadlines, for any calendar program.",
            factory="diplomodel_calendar._exporter:CalendarExporter",
            suffix=".ics",
            media_type="text/calendar",
            streaming=True,
            options="diplomodel_calendar._options:CalendarOptions",
            citation="RFC 5545, Internet Calendaring and Scheduling Core Object Specification.",
        )
    ]
