"""
The strategies for property tests.
"""

import subprocess
import sys

import pytest
from hypothesis import HealthCheck, given, settings

from diplomodel.errors import UnknownNameError
from diplomodel.evidence import Source
from diplomodel.testing import durations, events_of, evidence, partial_dates, persons, sources


SLOW = {"max_examples": 20, "deadline": None, "suppress_health_check": list(HealthCheck)}


@settings(**SLOW)
@given(partial_dates(), durations(), persons(), sources())
def test_values_are_valid(date, duration, person, source):
    """
    Every value drawn passes its own class's checks.
    """
    assert date.first <= date.last
    assert duration.text.startswith("P")
    assert person.id
    assert source.publisher.strip()


def test_sources_can_be_chosen():
    """
    Evidence cites the sources that it is given.
    """
    from hypothesis import strategies as st

    sre = Source(id="sre", publisher="SRE")

    @settings(**SLOW)
    @given(evidence(of=st.just(sre)), events_of("talks", of=st.just(sre)))
    def check(piece, event):
        assert sre == piece.source
        assert {sre} >= {one.source for one in event.evidence}

    check()


def test_unknown_kinds_are_refused():
    """
    There is no strategy for a kind that does not exist.
    """
    with pytest.raises(UnknownNameError, match="did you mean 'talks'"):
        events_of("talk")


def test_only_this_package_loads_hypothesis():
    """
    Neither casebooks nor formats need the test dependency.
    """
    code = "import sys, diplomodel.casebooks; print('hypothesis' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert "False" == done.stdout.strip()
