"""
What the pages of the documentation promise, checked in their sources.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from diplomodel.events import event_types


DOCS = Path(__file__).parents[2] / "docs"
PAGES = tuple(
    sorted(
        path.relative_to(DOCS).as_posix()
        for path in DOCS.rglob("*.md")
        if not {"_build", "catalogue"} & set(path.relative_to(DOCS).parts)
    )
)

#: Languages whose blocks the root conftest runs.
RUN = {"pycon", "python", "console", "yaml"}
#: Languages of blocks that show and do nothing.
SHOWN = {"shell", "text", "toml"}

FENCE = re.compile(r"^(?:`{3,}|:{3,})(?P<what>[^\s`:]\S*)(?: (?P<argument>\S.*))?$", re.MULTILINE)


def languages(text: str) -> set[str]:
    """
    The languages of a page's code blocks.
    """
    found = set()
    for match in FENCE.finditer(text):
        if not match["what"].startswith("{"):
            found.add(match["what"])
        elif match["what"] == "{code-block}":
            found.add(match["argument"])
    return found


@pytest.mark.parametrize("page", PAGES)
def test_every_block_runs(page: str) -> None:
    """
    No block of code is in a language that nothing runs.
    """
    assert set() == languages((DOCS / page).read_text("utf-8")) - RUN - SHOWN


@pytest.mark.parametrize("page", PAGES)
def test_blocks_with_prompts_are_doctests(page: str) -> None:
    """
    Every prompt stands in a block that runs as a doctest.
    """
    text = (DOCS / page).read_text("utf-8")
    blocks = re.findall(r"^```pycon$.*?^```$", text, re.MULTILINE | re.DOTALL)

    assert text.count("\n>>> ") == sum(block.count("\n>>> ") for block in blocks)


@pytest.mark.parametrize("page", PAGES)
def test_one_sentence_a_line(page: str) -> None:
    """
    Running text has one sentence a line.
    """
    text = re.sub(
        r"^```.*?^```$", "", (DOCS / page).read_text("utf-8"), flags=re.MULTILINE | re.DOTALL
    )
    prose = [line for line in text.splitlines() if line[:1].isalpha()]

    assert [] == [line for line in prose if re.search(r"[a-z)`][.?] [A-Z]", line)]


@pytest.mark.parametrize("page", PAGES)
def test_no_words_of_praise(page: str) -> None:
    """
    No page praises the library or calls a thing simple.
    """
    text = (DOCS / page).read_text("utf-8").lower()

    assert [] == re.findall(r"\b(?:simply|easily|powerful|seamless\w*|effortless\w*)\b", text)


@pytest.mark.parametrize("cls", event_types(), ids=lambda cls: cls.__name__)
def test_event_types_have_an_example(cls: type) -> None:
    """
    Every event type shows in its docstring how one is made.
    """
    assert f"{cls.__name__}(" in (cls.__doc__ or "")
