"""
What was met before.
"""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from diplomodel_eventdata import _seen
from diplomodel_eventdata._seen import Seen


HASHES = st.integers(-(2**63), 2**63 - 1) | st.integers(-20, 20)


@given(st.lists(HASHES), HASHES)
def test_it_holds_what_a_set_holds(given_hashes, other):
    """
    What was added is there, and nothing else.
    """
    seen = Seen()
    for one in given_hashes:
        seen.add(one)

    assert all(one in seen for one in given_hashes)
    assert (other in seen) == ((other or 1) in {one or 1 for one in given_hashes})


def test_it_grows_and_forgets_the_oldest(monkeypatch):
    """
    Of very many the newest half is always there, and memory stays bounded.
    """
    monkeypatch.setattr(_seen, "_MOST", 2**14)
    seen = Seen()
    for one in range(1, 100_000):
        seen.add(one)

    assert all(one in seen for one in range(100_000 - 2**12, 100_000))
    assert 1 not in seen
    assert len(seen._slots) + len(seen._older) <= 2**16
