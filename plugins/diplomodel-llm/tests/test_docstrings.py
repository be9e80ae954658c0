"""
What docstrings show is so.
"""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

import diplomodel_llm


MODULES = [
    "diplomodel_llm",
    *(found.name for found in pkgutil.iter_modules(diplomodel_llm.__path__, "diplomodel_llm.")),
]


@pytest.mark.parametrize("name", MODULES)
def test_examples_run(name) -> None:
    """
    Every example prints what stands below it.
    """
    assert 0 == doctest.testmod(importlib.import_module(name)).failed


def test_there_are_examples() -> None:
    """
    The examples are found.
    """
    finder = doctest.DocTestFinder(exclude_empty=True)
    modules = map(importlib.import_module, MODULES)

    assert 8 <= sum(bool(one.examples) for module in modules for one in finder.find(module))
