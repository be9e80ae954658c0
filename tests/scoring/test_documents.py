"""
Events of files and directories, by document.
"""

from __future__ import annotations

import pytest

from diplomodel import Casebook, write
from diplomodel.errors import BadInputError
from diplomodel.events import RelationsBreak, Talks
from diplomodel.evidence import Evidence, Source
from diplomodel.scoring import read_documents


def talks(name, **changes):
    """
    Talks told by a source of that id.
    """
    evidence = [Evidence(source=Source(id=name, publisher="A"))]
    return Talks(occurred="2022-12-07", by="PER", evidence=evidence, **changes)


@pytest.fixture
def folder(tmp_path):
    """
    A directory with a casebook, a table and a file of lines.
    """
    (tmp_path / "es").mkdir()
    write(Casebook(events=[talks("a"), talks("b")]), tmp_path / "one.yaml")
    write(Casebook(events=[]), tmp_path / "es" / "two.csv")
    write(Casebook(events=[talks("a", target="MEX")]), tmp_path / "es" / "three.jsonl")
    (tmp_path / "notes.txt").write_text("no events")
    return tmp_path


def test_files_of_a_directory_are_documents(folder) -> None:
    """
    Each file is a document, by its path without the suffix; also one without events.
    """
    found = read_documents(folder)

    assert {"one": 2, "es/two": 0, "es/three": 1} == {n: len(held) for n, held in found.items()}


def test_sources_of_a_file_are_documents(folder) -> None:
    """
    In a single file the sources make the documents.
    """
    assert ["a", "b"] == list(read_documents(folder / "one.yaml"))


def test_documents_can_be_chosen(folder) -> None:
    """
    By source across files, by file for one file, or everything together.
    """
    assert {"a": 2, "b": 1} == {
        name: len(held) for name, held in read_documents(folder, by="source").items()
    }
    assert ["one"] == list(read_documents(folder / "one.yaml", by="file"))
    assert 3 == len(read_documents(folder, by="all")[""])
    with pytest.raises(BadInputError, match="did you mean 'source'"):
        read_documents(folder, by="sources")


def test_two_files_of_one_name_are_refused(folder) -> None:
    """
    Which of two files is the document cannot be guessed.
    """
    write(Casebook(events=[]), folder / "one.csv")

    with pytest.raises(BadInputError, match="two files for the document 'one'"):
        read_documents(folder)


def test_a_directory_without_events_is_refused(tmp_path) -> None:
    """
    A directory in which there is nothing to read is an error.
    """
    with pytest.raises(BadInputError, match="no casebook and no file of events"):
        read_documents(tmp_path)


def test_all_that_cannot_be_read_is_told(tmp_path) -> None:
    """
    Bad records are no silent misses: every one is told with its line.
    """
    path = tmp_path / "bad.jsonl"
    path.write_text(
        '{"kind": "talks", "occurred": "7 Dec", "by": "PER"}\n'
        '{"kind": "talks", "occurred": "2022", "by": "PER"}\n'
        '{"kind": "talks", "by": "PER"}\n'
    )
    with pytest.raises(BadInputError, match="bad.jsonl:1.*") as caught:
        read_documents(path)

    assert [1, 3] == [problem.line for problem in caught.value.problems]


def test_events_without_evidence_are_one_document(tmp_path) -> None:
    """
    Events that cite nothing are together, under no name.
    """
    event = RelationsBreak(occurred="2025-11-03", by="PER", target="MEX")
    write(Casebook(events=[event]), tmp_path / "bare.yaml")

    assert [""] == list(read_documents(tmp_path / "bare.yaml"))
