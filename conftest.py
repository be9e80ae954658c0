"""
Every example in the documentation, the README and the docstrings is a test.

In Markdown pages four sorts of block run: ``pycon`` as doctests, ``python`` as code, ``console``
as calls of the command line whose output is compared, and ``yaml`` with a caption as a file that
later blocks use. Each page runs in a directory of its own.
A page that begins with ``% needs: diplomodel_x`` runs where that package is installed.
"""

from __future__ import annotations

import doctest
import os
import shlex
import tempfile
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from click.testing import CliRunner
from sybil import Document, Example, Region, Sybil
from sybil.document import PythonDocStringDocument
from sybil.evaluators.doctest import DocTestEvaluator
from sybil.parsers.abstract.doctest import DocTestStringParser
from sybil.parsers.myst import CodeBlockParser, PythonCodeBlockParser
from sybil.parsers.rest import DocTestParser
from sybil.sybil import SybilCollection


FLAGS = doctest.ELLIPSIS


class PromptParser:
    """
    Blocks of Python with prompts, as doctests.
    """

    def __init__(self) -> None:
        self.blocks = CodeBlockParser("pycon")
        self.doctests = DocTestStringParser(DocTestEvaluator(FLAGS))

    def __call__(self, document: Document) -> Iterable[Region]:
        """
        Find the doctests of a page.
        """
        for block in self.blocks(document):
            for region in self.doctests(block.parsed, document.path):
                region.adjust(block, block.parsed)
                yield region


def run_console(example: Example) -> str | None:
    """
    Run each command of a block and compare what it prints; ``...`` stands for anything.
    """
    from diplomodel.cli import cli

    checker = doctest.OutputChecker()
    for part in f"\n{example.parsed}".split("\n$ ")[1:]:
        command, _, wanted = part.partition("\n")
        program, *arguments = shlex.split(command, comments=True)
        if program != "diplomodel":
            return f"only calls of diplomodel run here, not {program!r}"
        result = CliRunner(env={"COLUMNS": "80"}).invoke(cli, arguments, prog_name="diplomodel")
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        if wanted.strip() and not checker.check_output(
            f"{wanted.rstrip()}\n", result.output, FLAGS
        ):
            return f"$ {command}\nexpected:\n{wanted}\nbut it prints:\n{result.output}"
        if not wanted.strip() and result.exit_code:
            return f"$ {command}\nends with {result.exit_code}:\n{result.output}"
    return None


def write_file(example: Example) -> None:
    """
    Write a block with a caption to the file of that name, or add it to the file.
    """
    name, _, more = example.region.lexemes.get("options", {}).get("caption", "").partition(" ")
    if name:
        with Path(name).open("a" if more else "w", encoding="utf-8", newline="\n") as stream:
            stream.write(example.parsed)


def enter(namespace: dict[str, Any]) -> None:
    """
    Go to a directory of the page's own.
    """
    namespace["_before"] = Path.cwd()
    namespace["_directory"] = tempfile.TemporaryDirectory()
    os.chdir(namespace["_directory"].name)


def leave(namespace: dict[str, Any]) -> None:
    """
    Go back, and remove the directory.
    """
    os.chdir(namespace["_before"])
    namespace["_directory"].cleanup()


def lacking(root: Path) -> tuple[str, ...]:
    """
    The pages that show a package which is not installed here, from the root of the pages.
    """
    found = []
    for page in sorted(root.rglob("*.md")):
        first = page.read_text("utf-8").partition("\n")[0]
        needs = first.removeprefix("% needs:").split() if first.startswith("% needs:") else []
        if any(find_spec(name) is None for name in needs):
            found.append(page.relative_to(root).as_posix())
    return tuple(found)


def pages(path: str, *, exclude: tuple[str, ...] = ()) -> Sybil:
    """
    The Markdown pages below a directory.
    """
    return Sybil(
        path=path,
        parsers=[
            PromptParser(),
            PythonCodeBlockParser(doctest_optionflags=FLAGS),
            CodeBlockParser("console", run_console),
            CodeBlockParser("yaml", write_file),
        ],
        patterns=["*.md"] if path != "." else ["README.md"],
        excludes=exclude,
        setup=enter,
        teardown=leave,
    )


docstrings = Sybil(
    path="src",
    parsers=[DocTestParser(FLAGS)],
    patterns=["*.py"],
    document_types={".py": PythonDocStringDocument},
)

#: Where the pages are.
DOCS = Path(__file__).parent / "docs"

#: What is generated, or built.
GENERATED = ("catalogue/*.md", "catalogue/*/*.md", "_build/*", "_build/*/*")

pytest_collect_file = SybilCollection(
    (pages("docs", exclude=GENERATED + lacking(DOCS)), pages("."), docstrings)
).pytest()
