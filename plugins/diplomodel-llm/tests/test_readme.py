"""
What the README shows runs.
"""

from __future__ import annotations

import re
from pathlib import Path


README = Path(__file__).parents[1] / "README.md"


def test_python_of_the_readme_runs(tmp_path, monkeypatch, capsys) -> None:
    """
    The Python prints what the block after it says.
    """
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LLM_USER_PATH", str(tmp_path / "llm"))
    text = README.read_text("utf-8")
    blocks = re.findall(
        r"^```python\n(.*?)^```\n+```text\n(.*?)^```$", text, re.MULTILINE | re.DOTALL
    )

    assert blocks
    for code, printed in blocks:
        exec(compile(code, str(README), "exec"), {})
        assert printed == capsys.readouterr().out


def test_options_of_the_readme_are_all_there() -> None:
    """
    Every option stands in the table, and no other.
    """
    import attrs

    from diplomodel_llm import LlmOptions

    rows = re.findall(r"^\| `(\w+)` \|", README.read_text("utf-8"), re.MULTILINE)

    assert [one.name for one in attrs.fields(LlmOptions)] == rows
