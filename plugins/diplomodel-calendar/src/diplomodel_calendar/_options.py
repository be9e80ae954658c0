"""
What becomes an entry of the calendar.
"""

from __future__ import annotations

import attrs
from attrs import field

from diplomodel.fields import flag


__all__ = ["CalendarOptions"]


@attrs.frozen(kw_only=True)
class CalendarOptions:
    """
    What becomes an entry of the calendar.

    Attributes:
        deadlines: Whether deadlines and days of effect are entries besides the events.
        todos: Whether deadlines are things to do, which not every program shows, and not events.
        opening: Whether the observations of how things stood are entries too.

    Example:
        >>> CalendarOptions().deadlines
        True
    """

    deadlines: bool = field(default=True, validator=flag)
    todos: bool = field(default=False, validator=flag)
    opening: bool = field(default=False, validator=flag)
