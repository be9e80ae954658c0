"""
The examples in the package's docstrings and README run.
"""

from __future__ import annotations

import doctest
import pkgutil
from importlib import import_module
from pathlib import Path

import pytest

import diplomodel_tables


MODULES = ["", *(f".{one.name}" for one in pkgutil.iter_modules(diplomodel_tables.__path__))]


@pytest.mark.parametrize("name", MODULES)
def test_examples(name):
    """
    What the docstrings of a module show is so.
    """
    module = import_module(f"diplomodel_tables{name}")
    assert 0 == doctest.testmod(module).failed


def test_readme():
    """
    What the README shows is so.
    """
    path = Path(__file__).parents[1] / "README.md"
    found = doctest.testfile(str(path), module_relative=False, encoding="utf-8")
    assert (0, True) == (found.failed, found.attempted > 3)
