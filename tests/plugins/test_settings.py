"""
Settings: what the environment and the files of a project say about plugins.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from diplomodel.errors import BadInputError, DiplomodelError
from diplomodel.plugins import PluginError, Settings


def test_nothing_said_is_everything_allowed() -> None:
    """
    Without settings all plugins may load, and failures are warnings.
    """
    assert Settings() == Settings.of() == Settings.current()


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("strict", (True, None, ())),
        (" strict , -a ,, b", (True, ("b",), ("a",))),
        ("none", (False, (), ())),
        ("none,strict", (True, (), ())),
        ("a,b", (False, ("a", "b"), ())),
    ],
)
def test_words_of_the_variable(words: str, expected: tuple[object, ...]) -> None:
    """
    Each word of the variable has one meaning.
    """
    found = Settings.of(environment=words)
    assert expected == (found.strict, found.allow, found.disable)


@pytest.mark.parametrize("words", ["none,a", "a,-a"])
def test_a_variable_that_contradicts_itself(words: str) -> None:
    """
    What cannot be meant together is an error.
    """
    with pytest.raises(PluginError, match="take out one of them"):
        Settings.of(environment=words)


def test_the_variable_comes_before_the_file() -> None:
    """
    What is named in the variable is allowed, also where the file disables it or allows others.
    """
    table = {"strict": True, "allow": ["a"], "disable": ["b", "c"]}
    found = Settings.of(environment="b,-d", table=table, file="x.toml")
    assert (True, ("b",), ("d", "c")) == (found.strict, found.allow, found.disable)
    assert ("DIPLOMODEL_PLUGINS", "DIPLOMODEL_PLUGINS and x.toml") == (
        found.allowed_by,
        found.disabled_by,
    )


@pytest.mark.parametrize(
    ("table", "match"),
    [
        ({"alow": []}, "no setting 'alow'; did you mean 'allow'"),
        ({"zzz": []}, "known are strict, allow, disable, plugins"),
        ({"strict": 1}, "write true or false"),
        ({"allow": "a"}, "write a list of names"),
        ({"disable": [1]}, "write a list of names"),
        ({"plugins": 1}, "write a table for each plugin"),
    ],
)
def test_bad_tables(table: dict[str, object], match: str) -> None:
    """
    A setting that nobody reads is an error that names the file.
    """
    with pytest.raises(BadInputError, match=f"x.toml: .*{match}"):
        Settings.of(table=table, file="x.toml")


def test_the_nearest_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    The file of the working directory counts, or else the nearest one above that says something.
    """
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    monkeypatch.chdir(inner)
    (tmp_path / "pyproject.toml").write_text("[tool.diplomodel]\nstrict = true\n")
    (inner.parent / "pyproject.toml").write_text("[project]\nname = 'other'\n")
    (inner / "pyproject.toml").write_text("this is no TOML")
    assert Settings.current().strict
    (inner.parent / "diplomodel.toml").write_text("disable = ['a']\n")
    assert (False, ("a",)) == (Settings.current().strict, Settings.current().disable)
    (inner / "diplomodel.toml").write_text("this is no TOML")
    with pytest.raises(DiplomodelError, match="diplomodel.toml: this is no TOML"):
        Settings.current()


def test_options_are_found_by_name() -> None:
    """
    Options stand under the words of an offer's name; tables inside belong to longer names.
    """
    found = Settings(options={"a": {"x": 1, "b": {"y": 2}}})
    assert ({"x": 1}, {"y": 2}, {}) == tuple(map(found.options_of, ("a", "a.b", "c.d")))
    with pytest.raises(BadInputError, match="plugins.a is 1: write a table"):
        Settings(options={"a": 1}).options_of("a.b")
