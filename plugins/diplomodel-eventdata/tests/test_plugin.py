"""
The package as a plugin, and what its docstrings show.
"""

from __future__ import annotations

import doctest
import pkgutil
from importlib import import_module
from pathlib import Path

import pytest

import diplomodel_eventdata
from diplomodel.testing import check_plugin


MODULES = ["", *(f".{one.name}" for one in pkgutil.iter_modules(diplomodel_eventdata.__path__))]


def test_conforms(isolated_host, conforms):
    """
    The plugin keeps all that plugins promise.
    """
    conforms(check_plugin(isolated_host(diplomodel_eventdata), "eventdata"))


@pytest.mark.parametrize("name", MODULES)
def test_examples(name):
    """
    What the docstrings of a module show is so.
    """
    module = import_module(f"diplomodel_eventdata{name}")

    assert 0 == doctest.testmod(module).failed


def test_the_readme_runs():
    """
    What the README shows is so.
    """
    readme = Path(__file__).parents[1] / "README.md"
    found = doctest.testfile(str(readme), module_relative=False, encoding="utf-8")

    assert (0, True) == (found.failed, found.attempted > 0)


def test_public_names_load():
    """
    Every public name is there, and no other.
    """
    assert all(getattr(diplomodel_eventdata, name) for name in diplomodel_eventdata.__all__)
    assert {*diplomodel_eventdata.__all__} <= {*dir(diplomodel_eventdata)}
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        _ = diplomodel_eventdata.nothing
