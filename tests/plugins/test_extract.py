"""
Reading with extractors: options, directories, progress, what is set aside, explanations.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from diplomodel.casebooks import read_events
from diplomodel.cli import cli
from diplomodel.errors import BadInputError
from diplomodel.events import Event
from diplomodel.extractors import Progress, SetAsideRows, explain, extract, files_in


ENTRY = """
from diplomodel.plugins import ExtractorSpec, hookimpl

@hookimpl
def diplomodel_register_extractors():
    return [
        ExtractorSpec(name="rows", summary="Rows of numbers.", factory="plug_rows_given:Rows",
                      options="plug_rows_given:Options", suffixes=(".num",)),
        ExtractorSpec(name="rows.mute", summary="The same.", factory="plug_rows_given:Mute"),
    ]
"""

CODE = """
import attrs
from diplomodel.errors import BadInputError
from diplomodel.events import Talks
from diplomodel.evidence import Evidence, Source
from diplomodel.extractors import SetAsideRows, set_aside


@attrs.frozen(kw_only=True)
class Options:
    publisher: str = "P"
    least_size: int = 0
    strict: bool = False


@attrs.frozen
class Rows:
    options: Options = attrs.field(factory=Options)

    def extract(self, source, /, *, name=""):
        odd = []
        source.seek(0)
        for line, raw in enumerate(source, start=1):
            word = raw.decode().strip()
            if word == "end":
                raise BadInputError(f"{name}: breaks off in line {line}")
            if not word.isdigit():
                yield set_aside(word, f"{word!r} is no number", index=line, file=name, line=line)
            elif int(word) % 2 or int(word) < self.options.least_size:
                odd.append(line)
            else:
                place = Evidence(source=Source(id="s", publisher=self.options.publisher))
                yield Talks(occurred=word.zfill(4), by="PER", target="MEX", evidence=[place])
        yield SetAsideRows(reason="too odd", lines=odd, file=name, rows=["x"] * len(odd))

    def explain(self, source, /, *, name=""):
        yield f"{name}: {len(source.readlines())} lines"


class Mute:
    def extract(self, source, /, *, name=""):
        yield from ()
"""


@pytest.fixture(autouse=True)
def rows(install) -> None:
    """
    A plugin that reads rows of numbers.
    """
    install("rows", ENTRY, plug_rows_given=CODE)


def run(*words: str) -> Result:
    """
    The command, run.
    """
    return CliRunner(env={"COLUMNS": "80"}).invoke(cli, ["extract", *words])


def test_rows_are_counted_to_the_row(tmp_path: Path) -> None:
    """Events and rows set aside add up to the rows of the file, and the file says why."""
    Path("a.num").write_text("2\n3\nx\n5\n8\n")
    found = run("a.num", "--as", "rows", "-o", "out.jsonl", "--set-aside", "aside.jsonl")
    assert 0 == found.exit_code, found.output
    assert "set aside: too odd (2)" in found.stderr
    assert "wrote out.jsonl: events: 2, set aside: 3" in found.stderr
    told = [json.loads(line) for line in Path("aside.jsonl").read_text().splitlines()]
    assert [
        {"data": '"x"', "file": "a.num", "line": 3, "reason": "'x' is no number"},
        {"data": "x", "file": "a.num", "line": 2, "reason": "too odd"},
        {"data": "x", "file": "a.num", "line": 4, "reason": "too odd"},
    ] == told
    events = list(read_events("out.jsonl"))
    assert ["0002", "0008"] == [str(one.occurred) for one in events if isinstance(one, Event)]


def test_options_of_the_source_stand_among_those_of_the_command() -> None:
    """What the source takes is given by name; what it does not take is named with the nearest."""
    Path("a.num").write_text("2\n4\n8\n")
    found = run(
        "--least-size", "4", "a.num", "--strict", "--publisher=Q", "--as", "rows", "-o", "o.csv"
    )
    assert 0 == found.exit_code, found.output
    assert "events: 2, set aside: 1" in found.stderr
    assert "Q" in Path("o.csv").read_text()
    wrong = run("a.num", "--as", "rows", "--publsher", "x", "-o", "p.csv")
    assert (2, True) == (wrong.exit_code, "did you mean '--publisher'?" in wrong.stderr)
    wrong = run("a.num", "--as", "rows", "-o", "p.csv", "--publisher")
    assert (2, True) == (wrong.exit_code, "--publisher needs a value" in wrong.stderr)
    wrong = run("a.num", "--as", "rows", "-o", "p.csv", "--least-size", "many")
    assert (1, True) == (wrong.exit_code, "least_size" in wrong.stderr + str(wrong.exception))


def test_a_directory_is_read_in_order(tmp_path: Path) -> None:
    """The files of the source's suffixes are read by name, hidden ones and links outwards not."""
    folder = tmp_path / "many"
    (folder / "b").mkdir(parents=True)
    (tmp_path / "outside.num").write_text("6\n")
    for name, text in {"z.num": "2\n", "b/a.num": "4\n", ".c.num": "8\n", "d.txt": "8\n"}.items():
        (folder / name).write_text(text)
    (folder / "link.num").symlink_to(tmp_path / "outside.num")
    assert [folder / "b/a.num", folder / "z.num"] == list(files_in(folder, suffixes=[".num"]))
    read = [str(one.occurred) for one in extract(folder, using="rows") if isinstance(one, Event)]
    assert ["0004", "0002"] == read
    with pytest.raises(BadInputError, match="holds no file named .xyz"):
        files_in(folder, suffixes=[".xyz"])


def test_what_breaks_off_is_kept_and_told() -> None:
    """A broken file gives what could be read, does not stop the next, and ends with status 1."""
    Path("a.num").write_text("2\nend\n")
    Path("b.num").write_text("4\n")
    found = run("a.num", "b.num", "gone.num", "--as", "rows", "-o", "out.jsonl")
    assert 1 == found.exit_code
    assert "events: 2, set aside: 0" in found.stderr
    assert 2 == len(list(read_events("out.jsonl")))
    assert "breaks off in line 2" in str(found.stderr) + str(found.exception)
    assert "gone.num: there is no such file" in str(found.stderr) + str(found.exception)


def test_nothing_is_written_where_nothing_is_read() -> None:
    """If all files fail, no empty file is left."""
    found = run("gone.num", "--as", "rows", "-o", "out.jsonl")
    assert (1, False) == (found.exit_code, Path("out.jsonl").exists())


def test_progress_counts_bytes() -> None:
    """The callback hears of every part read, up to the size of the file."""
    Path("a.num").write_text("2\n" * 5)
    heard: list[Progress] = []
    list(extract("a.num", using="rows", progress=heard.append))
    assert Progress(file="a.num", done=10, total=10) == heard[-1]


def test_explanations() -> None:
    """A source that explains itself is heard, with or without a file for the events."""
    Path("a.num").write_text("2\n")
    assert ["a.num: 1 lines"] == list(explain("a.num", using="rows"))
    assert "a.num: 1 lines\n" == run("a.num", "--as", "rows", "--explain").output
    with pytest.raises(BadInputError, match="does not explain itself"):
        list(explain("a.num", using="rows.mute"))
    nothing = run("a.num", "--as", "rows")
    assert (2, True) == (nothing.exit_code, "name a file for the events" in nothing.stderr)


def test_rows_have_a_text_each_or_none() -> None:
    """Lines and texts that do not pair are refused."""
    with pytest.raises(BadInputError, match="give the text of each, or of none"):
        SetAsideRows(reason="r", lines=range(3), rows=["x"])
    assert range(3) == SetAsideRows(reason="r", lines=range(3)).lines
