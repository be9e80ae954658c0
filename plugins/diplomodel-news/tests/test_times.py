"""
Times counted out of all bounds.
"""

from __future__ import annotations

import datetime as dt

import pytest

from diplomodel_news._events.finding import findings_of
from diplomodel_news._language.language import language
from diplomodel_news._story import Story


ENGLISH = [
    "It will close its embassy in Chad in 99999 weeks.",
    "It will close its embassy in Chad in 99999 years' time.",
    "Chad closed its embassy in Mali in 1990, 99999 months after Mali recalled its envoy.",
    "Chad closed its embassy in Mali on 1 January 1990, 99999 days after Mali recalled its envoy.",
    "Chad closed its embassy in Mali 99999 weeks ago today, on the eve of 1 January 1501.",
    "Chad closed its embassy in Mali on May 3-2, from 1990 to 1980.",
]
SPANISH = [
    "Chad cerrará su embajada en Mali dentro de 99999 semanas.",
    "Chad cerró su embajada en Mali a los 99999 días, hace 99999 años.",
    "En vísperas del 1 de enero de 1501 Chad cerró su embajada en Mali, del 3 al 1 de mayo.",
]


@pytest.mark.parametrize("published", ["0001-01-01", "2024-05-15", "9999-12-31"])
@pytest.mark.parametrize(
    ("code", "text"), [*(("en", text) for text in ENGLISH), *(("es", text) for text in SPANISH)]
)
def test_out_of_bounds(code, text, published):
    """
    A time outside the calendar breaks nothing: every event found has a date that can be read.
    """
    story = Story(text, language(code), dt.date.fromisoformat(published))
    for found in findings_of(story).events:
        assert found.event().occurred.first <= found.event().occurred.last
