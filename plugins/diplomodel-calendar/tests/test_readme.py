"""
What the README shows runs.
"""

from __future__ import annotations

import re
from pathlib import Path


README = Path(__file__).parents[1] / "README.md"


def test_python_of_the_readme_runs(tmp_path, monkeypatch, capsys) -> None:
    """
    Every block of Python runs, and prints something.
    """
    monkeypatch.chdir(tmp_path)
    blocks = re.findall(
        r"^```python\n(.*?)^```$", README.read_text("utf-8"), re.MULTILINE | re.DOTALL
    )

    assert blocks
    for block in blocks:
        exec(compile(block, str(README), "exec"), {})
        assert capsys.readouterr().out


def test_commands_of_the_readme_name_this_package() -> None:
    """
    The commands install this package and use its formats.
    """
    text = README.read_text("utf-8")
    name = README.parent.name

    assert f"pip install {name}" in text
    assert re.search(rf"--to {name.removeprefix('diplomodel-')}\b", text)
