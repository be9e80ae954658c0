"""
As many pairs as there can be.

The method is that of Hopcroft, John E., and Richard M. Karp. 1973. "An n^5/2 Algorithm for Maximum
Matchings in Bipartite Graphs." SIAM Journal on Computing 2(4): 225-231.
It takes time in the order of the number of edges times the square root of the number of events.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final


__all__ = ["most_pairs"]

_FREE: Final = -1
_FAR: Final = -1


def most_pairs(edges: Sequence[Sequence[int]], others: int) -> list[int]:
    """
    A largest set of pairs in which each member stands once.

    Args:
        edges: For each member on the left, those on the right that it may be paired with.
        others: Number of members on the right.

    Returns:
        For each on the left the one that it is paired with, or -1.

    Example:
        >>> most_pairs([[0, 1], [0]], 2)
        [1, 0]
    """
    left, right = [_FREE] * len(edges), [_FREE] * others
    while True:
        levels = _levels(edges, left, right)
        if levels is None:
            return left
        position = [0] * len(edges)
        for start, partner in enumerate(left):
            if partner == _FREE:
                _augment(start, edges, left, right, levels=levels, position=position)


def _levels(edges: Sequence[Sequence[int]], left: list[int], right: list[int]) -> list[int] | None:
    """
    How far each on the left is from a free one, along pairs; ``None`` if no free one is met.
    """
    levels = [0 if partner == _FREE else _FAR for partner in left]
    waiting = [one for one, partner in enumerate(left) if partner == _FREE]
    reached = False
    while waiting and not reached:
        following = []
        for one in waiting:
            for other in edges[one]:
                owner = right[other]
                if owner == _FREE:
                    reached = True
                elif levels[owner] == _FAR:
                    levels[owner] = levels[one] + 1
                    following.append(owner)
        waiting = following
    return levels if reached else None


def _augment(
    start: int,
    edges: Sequence[Sequence[int]],
    left: list[int],
    right: list[int],
    *,
    levels: list[int],
    position: list[int],
) -> None:
    """
    Pair one more along a shortest path, if there is one; without recursion, for long paths.
    """
    path = [start]
    while path:
        one = path[-1]
        if position[one] == len(edges[one]):
            levels[one] = _FAR
            path.pop()
            if path:
                position[path[-1]] += 1
            continue
        other = edges[one][position[one]]
        owner = right[other]
        if owner == _FREE:
            for member in path:
                chosen = edges[member][position[member]]
                left[member], right[chosen] = chosen, member
            return
        if levels[owner] == levels[one] + 1:
            path.append(owner)
        else:
            position[one] += 1
