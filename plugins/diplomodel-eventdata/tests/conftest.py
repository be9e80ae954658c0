"""
What the tests share: the fixtures of diplomodel's test kit, and made-up rows.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest


sys.path.insert(0, str(Path(__file__).parent))

pytest_plugins = ["diplomodel.testing.pytest_plugin"]


@pytest.fixture
def shared():
    """
    The folder of data that are not part of the repository.
    """
    beside = Path(__file__).parents[3].parent / "shared"
    found = Path(os.environ.get("DIPLOMODEL_SHARED", beside))
    if not (found / "data").is_dir():
        pytest.skip("no shared data beside the repository")
    return found / "data"
