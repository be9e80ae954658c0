"""
As many pairs as there can be.
"""

from __future__ import annotations

from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from diplomodel.scoring._matching import most_pairs


@st.composite
def graphs(draw):
    """
    Small graphs: for each on the left, those on the right.
    """
    others = draw(st.integers(0, 5))
    places = st.lists(st.integers(0, others - 1), unique=True) if others else st.just([])
    return draw(st.lists(places, max_size=5)), others


def by_trying(edges, others) -> int:
    """
    The largest number of pairs, found by trying all orders.
    """
    places = [*range(others), *[-1] * len(edges)]
    tried = permutations(places, len(edges))
    return max(sum(place in held for place, held in zip(one, edges, strict=True)) for one in tried)


@given(graphs())
@settings(max_examples=60, deadline=None)
def test_pairs_are_as_many_as_there_can_be(graph) -> None:
    """
    No way of pairing makes more pairs, each is an edge, and nobody stands twice.
    """
    edges, others = graph
    found = most_pairs(edges, others)
    paired = [(one, other) for one, other in enumerate(found) if other >= 0]

    assert by_trying(edges, others) == len(paired)
    assert all(other in edges[one] for one, other in paired)
    assert len({other for _, other in paired}) == len(paired)


def test_long_paths_need_no_recursion() -> None:
    """
    A path of thousands of steps is walked, not climbed into.
    """
    number = 5000
    edges = [[place, place + 1] for place in range(number)]
    edges.append([0])

    assert -1 not in most_pairs(edges, number + 1)
