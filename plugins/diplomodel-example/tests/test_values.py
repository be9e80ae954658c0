"""
Properties of the plugin's own values, tried many times: `pip install '.[test]'` brings what
makes them up.
"""

import pytest
from diplomodel_example.airspace import AirspaceClosure

from diplomodel import testing
from diplomodel.events import Event
from diplomodel.formats import from_plain, to_plain


hypothesis = pytest.importorskip("hypothesis", reason="hypothesis is not installed")


@hypothesis.settings(deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow])
@hypothesis.given(testing.events_of(AirspaceClosure))
def test_events_read_back(event: Event) -> None:
    """
    Every event of the plugin's own type reads back equal.
    """
    assert event == from_plain(to_plain(event), types=[AirspaceClosure])
