"""
Errors say what is wrong, where, and what to do next.
"""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplomodel.errors import (
    BadInputError,
    DiplomodelError,
    Problem,
    RuleSetError,
    UnknownNameError,
    did_you_mean,
)


@pytest.mark.parametrize(
    ("problem", "expected"),
    [
        (Problem(message="bad"), "bad"),
        (Problem(message="bad", path="$.a"), "bad at $.a"),
        (Problem(message="bad", file="a.yaml"), "a.yaml: bad"),
        (Problem(message="bad", file="a.yaml", line=3, column=7), "a.yaml:3:7: bad"),
        (Problem(message="odd", severity="warning", line=3), "3: warning: odd"),
    ],
)
def test_problem_tells_its_place(problem: Problem, expected: str) -> None:
    """
    A problem prints its file, line, column and path, as far as they are known.
    """
    assert expected == str(problem)


def test_bad_input_carries_every_problem() -> None:
    """
    Several problems are counted and each is shown on a line of its own.
    """
    error = BadInputError([Problem(message="one"), Problem(message="two", path="$.b")])
    assert "2 problems:\n  one\n  two at $.b" == str(error)
    assert ("one", "two") == tuple(problem.message for problem in error.problems)


def test_bad_input_from_a_sentence() -> None:
    """
    A sentence alone stands for one problem.
    """
    error = BadInputError("no such day")
    assert (Problem(message="no such day"),) == error.problems
    assert "no such day" == str(error)


def test_unknown_name_suggests_the_nearest() -> None:
    """
    The nearest known name is suggested, whatever its case.
    """
    error = UnknownNameError("fluent", "Relatoins", ["relations", "mission"])
    assert "unknown fluent 'Relatoins'; did you mean 'relations'?" == str(error)
    assert ("fluent", "Relatoins") == (error.what, error.name)


@pytest.mark.parametrize(
    "error",
    [
        UnknownNameError("fluent", "relatoins", ["relations"]),
        BadInputError("no such day"),
        RuleSetError(["a", "b"]),
    ],
    ids=lambda error: type(error).__name__,
)
def test_errors_can_be_pickled_and_caught_by_their_root(error: DiplomodelError) -> None:
    """
    Every error says the same after a trip to another process, and has one root.
    """
    again = pickle.loads(pickle.dumps(error))
    assert isinstance(again, DiplomodelError)
    assert type(error) is type(again)


def test_unknown_name_says_the_same_after_pickling() -> None:
    """
    The hint survives pickling though the names it was found among do not.
    """
    error = UnknownNameError("fluent", "relatoins", ["relations"])
    again = pickle.loads(pickle.dumps(error))
    assert (str(error), error.hint) == (str(again), again.hint)


def test_builtin_families() -> None:
    """
    Those who catch built-in errors catch ours.
    """
    with pytest.raises(LookupError, match="unknown state 'XX'"):
        raise UnknownNameError("state", "XX")
    with pytest.raises(ValueError, match="does not hold together:\n  why"):
        raise RuleSetError(["why"])
    assert issubclass(BadInputError, ValueError)


@given(st.text(max_size=8), st.lists(st.text(max_size=8), max_size=4))
def test_a_suggestion_is_always_a_known_name(word: str, known: list[str]) -> None:
    """
    A hint is empty or names one of the known names.
    """
    hint = did_you_mean(word, known)
    assert hint in {"", *(f"; did you mean {name!r}?" for name in known)}
