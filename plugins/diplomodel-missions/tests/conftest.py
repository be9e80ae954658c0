"""
What the tests share: the fixtures of diplomodel's test kit, and the data beside the repository.
"""

import os
from pathlib import Path

import pytest


pytest_plugins = ["diplomodel.testing.pytest_plugin"]


@pytest.fixture(scope="session")
def shared() -> Path:
    """
    The data that are not part of the repository.
    """
    named = os.environ.get("DIPLOMODEL_SHARED")
    places = [Path(named)] if named else []
    places.extend(parent / "shared" for parent in Path(__file__).resolve().parents)
    for place in places:
        if (place / "data").is_dir():
            return place / "data"
    pytest.skip("the shared data are not here: set DIPLOMODEL_SHARED to their directory")
