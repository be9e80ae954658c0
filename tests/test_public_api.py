"""
The public names, what importing loads, and how modules and functions keep out of each other's way.
"""

from __future__ import annotations

import ast
import importlib
import json
import pathlib
import pkgutil
import subprocess
import sys

import pytest

import diplomodel


ROOT = pathlib.Path(diplomodel.__file__).parent
GOLDEN = pathlib.Path(__file__).parent / "golden" / "public_api.json"
PUBLIC = sorted(
    {
        name
        for _, name, _ in pkgutil.walk_packages([str(ROOT)], "diplomodel.")
        if not any(part.startswith("_") for part in name.split(".")[1:])
    }
    - {"diplomodel.testing.pytest_plugin"}
)


def run(code: str, *, isolated: bool = True) -> str:
    """
    What a fresh interpreter prints.
    """
    flags = ["-I"] if isolated else []
    command = [sys.executable, *flags, "-W", "error", "-c", code]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def sort_key(name: str) -> tuple[int, str]:
    """
    The order of ruff's RUF022: constants, classes, the rest.
    """
    return (0 if name.isupper() else 1 if name[0].isupper() else 2, name)


def test_public_names_are_pinned() -> None:
    """
    A public name is added or taken away on purpose, with its golden file.
    """
    expected = json.loads(GOLDEN.read_text("utf-8"))
    modules = ["diplomodel", *PUBLIC]
    found = {name: sorted(importlib.import_module(name).__all__) for name in modules}

    assert expected == found


@pytest.mark.parametrize("module", ["diplomodel", *PUBLIC])
def test_all_is_sorted_and_there(module: str) -> None:
    """
    Every name in `__all__` is there, and they are in order.
    """
    loaded = importlib.import_module(module)

    assert sorted(loaded.__all__, key=sort_key) == list(loaded.__all__)
    assert [] == [name for name in loaded.__all__ if not hasattr(loaded, name)]


def test_import_loads_attrs_and_the_standard_library_only() -> None:
    """
    Importing the package loads nothing else from site-packages.
    """
    code = (
        "import sys, sysconfig; import diplomodel\n"
        "paths = [sysconfig.get_paths()[k] for k in ('purelib', 'platlib')]\n"
        "files = {n: getattr(m, '__file__', None) or '' for n, m in sys.modules.items()}\n"
        "print(sorted({n.split('.')[0] for n, f in files.items()"
        " if any(f.startswith(p) for p in paths) and not n.startswith(('_', 'sitecustomize'))}))"
    )
    loaded = set(ast.literal_eval(run(code)))

    assert loaded <= {"attr", "attrs", "diplomodel"}


def test_import_loads_no_event_family() -> None:
    """
    Families of event types load when one of their types is used.
    """
    code = (
        "import sys, diplomodel; import diplomodel.events\n"
        "before = 'diplomodel.events.asylum' in sys.modules\n"
        "diplomodel.events.AsylumGrant\n"
        "print(before, 'diplomodel.events.asylum' in sys.modules)"
    )

    assert "False True" == run(code).strip()


def test_no_function_is_hidden_by_a_module() -> None:
    """
    With every submodule imported, the package's functions are still functions.
    """
    code = (
        "import importlib, pkgutil, diplomodel as dm\n"
        "for _, name, _ in pkgutil.walk_packages(dm.__path__, 'diplomodel.'):\n"
        "    if 'testing' not in name and '__main__' not in name:\n"
        "        importlib.import_module(name)\n"
        "case = dm.casebook(dm.casebook_names()[0])\n"
        "history = dm.replay(case)\n"
        "print(callable(dm.read), callable(dm.write), len(history.events) > 0)"
    )

    assert "True True True" == run(code).strip()


def test_unknown_attribute_is_an_attribute_error() -> None:
    """
    A name that nothing carries is the error that Python has for it.
    """
    with pytest.raises(AttributeError, match="no attribute 'repaly'"):
        diplomodel.repaly  # noqa: B018 (looking it up is the test)


def test_version_is_that_of_the_distribution() -> None:
    """
    The version is looked up where it is kept.
    """
    from importlib.metadata import version

    assert version("diplomodel") == diplomodel.__version__


def test_dir_lists_all_public_names() -> None:
    """
    Completion sees names that are not loaded yet.
    """
    assert set(diplomodel.__all__) <= set(dir(diplomodel))
