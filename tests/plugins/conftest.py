"""
What the tests of plugins share: packages that look installed and are a few files.
"""

from __future__ import annotations

import importlib
import sys
import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from diplomodel.plugins import host


GOOD = """
from diplomodel.plugins import ExporterSpec, hookimpl

@hookimpl
def diplomodel_register_exporters():
    return [ExporterSpec(name="{name}.count", summary="Counts.", factory="{module}_code:Count",
                         suffix=".txt", media_type="text/plain")]
"""

CODE = """
class Count:
    def export(self, case, target):
        target.write(str(len(list(case.events()))).encode())
"""

Install = Callable[..., None]


@pytest.fixture(autouse=True)
def fresh(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """
    No settings from outside, and a new host before and after each test.
    """
    monkeypatch.delenv("DIPLOMODEL_PLUGINS", raising=False)
    monkeypatch.chdir(tmp_path)
    host.cache_clear()
    before = set(sys.modules)
    yield
    host.cache_clear()
    for name in set(sys.modules) - before:
        if name.startswith("plug_"):
            del sys.modules[name]


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """
    A directory on the path of modules, for packages that look installed.
    """
    place = tmp_path / "site"
    place.mkdir()
    monkeypatch.syspath_prepend(str(place))
    return place


@pytest.fixture
def install(site: Path) -> Install:
    """
    Make a package look installed: its metadata, its entry module, and more modules.
    """

    def made(
        name: str,
        code: str = GOOD,
        *,
        distribution: str | None = None,
        version: str = "1.0",
        module: str | None = None,
        before: str = "",
        **more: str,
    ) -> None:
        package = distribution or f"diplomodel-{name}"
        entry = module or f"plug_{package.replace('-', '_').removeprefix('diplomodel_')}"
        info = site / f"{package.replace('-', '_')}-{version}.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(
            f"Metadata-Version: 2.1\nName: {package}\nVersion: {version}\n"
        )
        (info / "entry_points.txt").write_text(f"[diplomodel]\n{name} = {entry}\n")
        text = textwrap.dedent(code).replace("{name}", name).replace("{module}", entry)
        (site / f"{entry}.py").write_text(before + text)
        (site / f"{entry}_code.py").write_text(CODE)
        for extra, content in more.items():
            (site / f"{extra}.py").write_text(textwrap.dedent(content))
        importlib.invalidate_caches()

    return made
