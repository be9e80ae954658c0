"""
Strategies for property tests (hypothesis): any event, any evidence, any casebook.

Hypothesis is needed, and loaded, by this package alone.

Example:
    >>> from hypothesis import given, settings
    >>> @settings(max_examples=5)
    ... @given(events_of("relations_break"))
    ... def test_breaks_are_one_sided(event):
    ...     assert event.by
    >>> test_breaks_are_one_sided()
"""

from diplomodel.testing._strategies import (
    casebooks,
    durations,
    events,
    events_of,
    evidence,
    partial_dates,
    persons,
    sources,
    unknown_events,
)


__all__ = [
    "casebooks",
    "durations",
    "events",
    "events_of",
    "evidence",
    "partial_dates",
    "persons",
    "sources",
    "unknown_events",
]
