"""
For tests: strategies that make any event and casebook, and checks of what plugins promise.

The strategies need hypothesis, which loads when the first of them is used; the checks need nothing
more than diplomodel.

Example:
    >>> from diplomodel.testing import events_of
    >>> from hypothesis import given, settings
    >>> @settings(max_examples=5)
    ... @given(events_of("relations_break"))
    ... def test_breaks_are_one_sided(event):
    ...     assert event.by
    >>> test_breaks_are_one_sided()
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplomodel.testing._common import isolated_host
from diplomodel.testing._exporters import check_exporter
from diplomodel.testing._extractors import check_extractor
from diplomodel.testing._plugins import check_plugin, check_rules
from diplomodel.testing._report import Check, Outcome, Report
from diplomodel.testing._sandbox import no_network


if TYPE_CHECKING:
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
    "Check",
    "Outcome",
    "Report",
    "casebooks",
    "check_exporter",
    "check_extractor",
    "check_plugin",
    "check_rules",
    "durations",
    "events",
    "events_of",
    "evidence",
    "isolated_host",
    "no_network",
    "partial_dates",
    "persons",
    "sources",
    "unknown_events",
]


def __getattr__(name: str) -> object:
    """
    Load the strategies when one is first used.
    """
    if name in __all__:
        from diplomodel.testing import _strategies

        return getattr(_strategies, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    """
    All public names, loaded or not.
    """
    return sorted({*globals(), *__all__})
