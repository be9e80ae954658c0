"""
A model that lives in the tests, registered with the library ``llm`` like any other.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path


# The models of whatever else is installed are not wanted here, and this is read on import.
os.environ["LLM_LOAD_PLUGINS"] = ""
# Lets the test modules here share one module.
sys.path.insert(0, str(Path(__file__).parent))

import pytest
from llm.plugins import pm

from diplomodel_llm import LlmExtractor, LlmOptions
from llm_scripted import Registered, Scripted


pytest_plugins = ["diplomodel.testing.pytest_plugin"]


@pytest.fixture
def model(tmp_path, monkeypatch):
    """
    The model, known to llm while the test runs; llm keeps its files in the test's directory.
    """
    monkeypatch.setenv("LLM_USER_PATH", str(tmp_path / "llm"))
    scripted = Scripted()
    plugin = Registered(scripted)
    pm.register(plugin)
    yield scripted
    pm.unregister(plugin)


@pytest.fixture
def registered():
    """
    Register other models while the test runs.
    """
    plugins = []

    def register(*models) -> None:
        plugins.append(Registered(*models))
        pm.register(plugins[-1])

    yield register
    for plugin in plugins:
        pm.unregister(plugin)


@pytest.fixture
def reader(model, tmp_path):
    """
    Make an extractor whose answers are kept in the test's directory.
    """

    def make(**options) -> LlmExtractor:
        given = {
            "model": "scripted",
            "published": "2025-11-04",
            "cache": str(tmp_path / "cache"),
            "wait": 0,
            **options,
        }
        return LlmExtractor(LlmOptions(**given))

    return make
