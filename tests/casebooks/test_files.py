"""
Casebooks in files.
"""

import os
import stat

import attrs
import pytest

from diplomodel.casebooks import Casebook, SetAside, read, read_events, write, write_events
from diplomodel.errors import BadInputError
from diplomodel.events import JointStatement, Talks, UnknownEvent
from diplomodel.evidence import Evidence, Source


CASE = Casebook(
    name="case",
    events=[
        Talks(
            label="t",
            occurred="2022",
            by="PER",
            about="=1\n",
            evidence=[Evidence(source=Source(id="sre", publisher="SRE"))],
        ),
        JointStatement(occurred="2022", by="MEX", with_="ARG"),
    ],
)
SUFFIXES = ("yaml", "yml", "jsonl", "csv", "YAML")


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_files_round_trip(tmp_path, suffix):
    """
    A casebook reads back equal from a file of each suffix, in UTF-8 with LF.
    """
    path = tmp_path / f"case.{suffix}"
    write(CASE, path)

    assert CASE == read(path) == read(str(path))
    assert b"\r" not in path.read_bytes()
    assert [path] == list(tmp_path.iterdir())


def test_a_byte_order_mark_is_passed_over(tmp_path):
    """
    Editors that put a mark before the text do no harm.
    """
    for suffix in ("yaml", "jsonl", "csv"):
        path = tmp_path / f"case.{suffix}"
        write(CASE, path)
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())

        assert CASE == read(path)


def test_nothing_is_overwritten_unless_asked(tmp_path):
    """
    A file that is there stays as it is, unless it is to be replaced.
    """
    path = tmp_path / "case.yaml"
    path.write_text("mine")
    with pytest.raises(BadInputError, match="there is a file of this name"):
        write(CASE, path)
    path.chmod(0o640)

    assert "mine" == path.read_text()
    write(CASE, path, overwrite=True)
    assert CASE == read(path)
    if os.name == "posix":
        assert 0o640 == stat.S_IMODE(path.stat().st_mode)


@pytest.mark.skipif(os.name != "posix", reason="making links needs rights elsewhere")
def test_links_stay_links(tmp_path):
    """
    Through a link, the file it leads to is written; a link to nothing is something there.
    """
    link, target = tmp_path / "link.yaml", tmp_path / "target.yaml"
    link.symlink_to(target)
    with pytest.raises(BadInputError, match="there is a file of this name"):
        write(CASE, link)
    write(CASE, link, overwrite=True)

    assert link.is_symlink()
    assert CASE == read(target)


def test_failed_writing_leaves_nothing(tmp_path):
    """
    What cannot be written leaves what was there, and no spare file.
    """
    path = tmp_path / "case.yaml"
    write(CASE, path)
    bad = attrs.evolve(
        CASE, events=[UnknownEvent(occurred="2022", unknown_kind="x", data='{"occurred":1}')]
    )
    for attempt in (
        lambda: write(bad, path, overwrite=True),
        lambda: write_events(bad.events, tmp_path / "new.csv"),
        lambda: write_events([3], tmp_path / "new.jsonl"),
    ):
        with pytest.raises(BadInputError):
            attempt()

    assert CASE == read(path)
    assert [path] == list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "name",
    ["con.yaml", "AUX.jsonl", "nul.csv", "Com1.yaml", "lpt².csv", "con.x.yaml", "prn .yaml"],
)
def test_names_of_devices_are_refused(tmp_path, name):
    """
    Names that Windows keeps for devices are refused everywhere.
    """
    with pytest.raises(BadInputError, match="Windows keeps this name for a device"):
        write(CASE, tmp_path / name)

    assert [] == list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("path", "match"),
    [
        ("missing.yaml", "missing.yaml: there is no such file"),
        ("folder.yaml", "this is a directory"),
        ("case.txt", "the suffix '.txt' names no format; use one of .yaml, .yml, .jsonl, .csv"),
        ("case.jsnl", "did you mean '.jsonl'?"),
        ("case", "the suffix '' names no format"),
        ("a\0b.yaml", r"cannot hold the character U\+0000"),
        ("latin.yaml", "latin.yaml:2: the byte 0xE9 at offset 13 is not UTF-8"),
        ("wide.csv", "the file is in UTF-16; save it with the encoding UTF-8"),
        ("x" * 300 + ".yaml", "the system refuses|there is no such file"),
        ("bad.yaml", r"bad.yaml:1:1: the field 'format' is missing"),
        ("bad.csv", "bad.csv:1: the first row names no column"),
        ("bad.jsonl", r"bad.jsonl:1: .*'kind' is missing"),
    ],
)
def test_what_cannot_be_read_says_why(tmp_path, path, match):
    """
    Every way in which reading fails has a message with the name of the file.
    """
    (tmp_path / "folder.yaml").mkdir()
    (tmp_path / "latin.yaml").write_bytes("format: 1\na: é".encode("latin-1"))
    (tmp_path / "wide.csv").write_bytes("kind".encode("utf-16"))
    (tmp_path / "bad.yaml").write_text("name: x")
    (tmp_path / "bad.csv").write_text("a,b\n")
    (tmp_path / "bad.jsonl").write_text("{}\n")

    with pytest.raises(BadInputError, match=match):
        read(f"{tmp_path}/{path}")


def test_paths_are_text():
    """
    A path in bytes is refused.
    """
    with pytest.raises(BadInputError, match="decode it with os.fsdecode"):
        read(b"case.yaml")


def test_writing_into_nowhere_says_why(tmp_path):
    """
    A directory that is not there, or a file in the way, gives the library's error.
    """
    (tmp_path / "file").write_text("")
    for folder in ("missing", "file"):
        with pytest.raises(BadInputError, match="case.yaml: "):
            write(CASE, tmp_path / folder / "case.yaml")


@pytest.mark.parametrize("suffix", ["yaml", "jsonl", "csv"])
def test_events_are_read_and_written_one_by_one(tmp_path, suffix):
    """
    Events pass through files without a casebook around them.
    """
    path = tmp_path / f"events.{suffix}"
    write_events(iter(CASE.events), path)

    assert list(CASE.events) == list(read_events(path))
    assert path.read_bytes().decode() == _whole(tmp_path, suffix)


def _whole(tmp_path, suffix):
    write(Casebook(events=CASE.events), tmp_path / f"whole.{suffix}")
    return (tmp_path / f"whole.{suffix}").read_bytes().decode()


def test_an_event_that_looks_like_a_header_is_an_event(tmp_path):
    """
    An event of the unknown kind ``casebook`` that comes first is not taken for a header.
    """
    event = UnknownEvent(occurred="2022", unknown_kind="casebook", data='{"type":"casebook"}')
    for suffix in ("jsonl", "csv"):
        path = tmp_path / f"events.{suffix}"
        write_events([event], path)

        assert [event] == list(read_events(path))
        assert (event,) == read(path).events


def test_headers_are_read_before_the_first_event(tmp_path):
    """
    Sources of the header may be cited by id, and what is wrong in it comes first.
    """
    path = tmp_path / "case.jsonl"
    path.write_text(
        '{"format":1,"type":"casebook","sources":{"sre":{"publisher":"SRE"},"b":3}}\n'
        '{"kind":"talks","occurred":"2022","by":"PER","evidence":["sre"]}\n{oops\n'
    )
    bad, talks, broken = read_events(path)

    assert ("sources", "b") == (bad.section, bad.key)
    assert "SRE" == talks.evidence[0].source.publisher
    assert isinstance(broken, SetAside)


def test_streams_stop_where_they_are_no_longer_utf8(tmp_path):
    """
    Events before bad bytes are given; the bytes are an error with the file's name.
    """
    path = tmp_path / "events.jsonl"
    line = b'{"kind":"talks","occurred":"2022","by":"PER"}\n'
    path.write_bytes(line * 5000 + b"\xff\n")
    stream = read_events(path)

    assert "PER" == next(stream).by
    with pytest.raises(BadInputError, match="events.jsonl:[0-9]+: the bytes here or soon after"):
        list(stream)


def test_streams_hold_one_record_at_a_time(tmp_path):
    """
    Reading a long file takes no more memory than reading a short one.
    """
    import tracemalloc

    path = tmp_path / "events.jsonl"
    write_events((Talks(occurred="2022", by="PER", about="x" * 1000) for _ in range(5000)), path)
    tracemalloc.start()
    count = sum(1 for _ in read_events(path))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert 5000 == count
    assert peak < path.stat().st_size / 5


def test_a_text_is_no_path():
    """
    A path without a suffix that names a format is refused.
    """
    with pytest.raises(BadInputError, match="names no format"):
        read("format: 1")


@pytest.mark.parametrize(
    ("name", "match"), [("case.yaml", "access is denied"), ("folder.yaml", "this is a directory")]
)
def test_denied_access_says_so(tmp_path, monkeypatch, name, match):
    """
    Access that is denied, which Windows also says of directories, is the library's error.
    """

    def denied(_path):
        raise PermissionError

    (tmp_path / "folder.yaml").mkdir()
    monkeypatch.setattr("pathlib.Path.read_bytes", denied)

    with pytest.raises(BadInputError, match=match):
        read(tmp_path / name)
