"""
Fixtures for the tests of plugins, for those who ask for them.

In ``conftest.py``, write ``pytest_plugins = ["diplomodel.testing.pytest_plugin"]``; nothing is
loaded by pytest of itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from diplomodel.plugins import PluginHost
from diplomodel.testing._common import isolated_host as _isolated_host
from diplomodel.testing._report import Report
from diplomodel.testing._sandbox import no_network as _no_network


__all__ = ["conforms", "isolated_host", "no_network"]


@pytest.fixture
def isolated_host() -> Callable[..., PluginHost]:
    """
    Makes a host of the modules given, which looks for no others.
    """
    return _isolated_host


@pytest.fixture
def conforms() -> Callable[[Report], None]:
    """
    Fails the test with the whole report if a check failed.
    """
    return Report.require


@pytest.fixture
def no_network() -> Iterator[list[str]]:
    """
    Refuses the network while the test runs, and fails it if something asked for it.
    """
    with _no_network() as asked:
        yield asked
    if asked:
        pytest.fail(f"the test asked for the network: {asked[0]}")
