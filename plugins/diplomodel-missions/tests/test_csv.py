"""
Tests of reading tables line by line.
"""

import io
import re
import tracemalloc
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplomodel.errors import BadInputError
from diplomodel.extractors import SetAsideRows
from diplomodel_missions._asides import Asides
from diplomodel_missions._csv import UnreadableError, lines, read, whole


def rows(data: bytes, needs=("a", "b")):
    """
    The records of a table as tuples of their cells, and the batches set aside.
    """
    found = read(
        io.BytesIO(data),
        name="t.csv",
        needs=needs,
        convert=lambda table: lambda row: [(row.line, *row.cells.values())],
    )
    return list(found)


def test_lines_end_in_lf_cr_or_both() -> None:
    """
    Each of the three line ends ends a line, also mixed, and is told.
    """
    found = list(lines(io.BytesIO(b"a\r\nb\rc\nd")))
    assert [(1, "a", "\r\n"), (2, "b", "\r"), (3, "c", "\n"), (4, "d", "")] == found


@given(st.binary(max_size=300), st.integers(1, 7))
def test_lines_do_not_depend_on_how_the_file_is_read(data: bytes, size: int) -> None:
    """
    Whatever pieces the file comes in, the lines are those between line ends.
    """

    class Drip(io.BytesIO):
        def read(self, number: int | None = -1) -> bytes:
            return super().read(size)

    pieces = re.split(rb"\r\n|\n|\r", data)
    wanted = len(pieces) - (pieces[-1] == b"")
    found = list(lines(Drip(data)))
    assert wanted == len(found)
    assert list(lines(io.BytesIO(data))) == found


def test_a_long_line_is_passed_over_in_bounded_memory() -> None:
    """
    A field of ten megabytes is set aside without being held, and the next row is read.
    """
    data = b"a,b\n1," + b"x" * 10_000_000 + b"\n3,4\n"
    stream = io.BytesIO(data)
    tracemalloc.start()
    found = list(lines(stream))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [None, "3,4"] == [line.text for line in found[1:]]
    assert peak < 2_000_000
    event, aside = rows(data)
    assert (3, "3", "4") == event
    assert ((2,), "the line is longer than any record of such a table") == (
        aside.lines,
        aside.reason,
    )


def test_every_row_is_an_event_or_set_aside() -> None:
    """
    Rows with too few fields, too many, and open quotation marks are set aside by reason.
    """
    data = b'a,b\n1,2\n3\n4,5,6\n"7,8\n\n9,"1,0"\n'
    found = rows(data)
    events = [one for one in found if isinstance(one, tuple)]
    asides = [one for one in found if isinstance(one, SetAsideRows)]
    assert [(2, "1", "2"), (7, "9", "1,0")] == events
    assert {
        "it has fewer fields than there are columns": ((3,), ("3",)),
        "it has more fields than there are columns": ((4,), ("4,5,6",)),
        "its quotation marks do not close": ((5,), ('"7,8',)),
    } == {one.reason: (one.lines, one.rows) for one in asides}


def test_a_file_that_is_cut_off_is_read_and_then_refused() -> None:
    """
    What stands before the cut is given, the last row is set aside, and one error says what is lost.
    """
    found = read(
        io.BytesIO(b"a,b\n1,2\n3"),
        name="t.csv",
        needs=("a",),
        convert=lambda table: lambda row: [row.line],
    )
    assert 2 == next(found)
    assert (3,) == next(found).lines
    with pytest.raises(BadInputError, match="t.csv is cut off within line 3"):
        next(found)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "is empty"),
        (b"x" * 100_000, "first line is too long"),
        (b",".join(b"c%d" % n for n in range(1_000_000)), "first line is too long"),
        ("a,b\n1,2\n".encode("utf-16"), "save it as CSV in UTF-8"),
        (b"a\x00,b\n", "save it as CSV in UTF-8"),
        (b"a,c\n1,2\n", "has no column 'b'"),
        (b"a,b,a\n", "has the column 'a' twice"),
        (b"\n\n\n", "has no column 'a'"),
    ],
)
def test_what_is_no_such_table_is_refused(data: bytes, said: str) -> None:
    """
    A file that cannot be the table is refused at once, with the file's name and the reason.
    """
    with pytest.raises(BadInputError, match=said) as caught:
        rows(data)
    assert str(caught.value).startswith("t.csv")


def test_columns_are_found_by_name() -> None:
    """
    Columns may stand in another order, in capitals, in quotes and after a byte order mark.
    """
    assert [(2, "2", "1")] == rows('\ufeff"B",A\n2,1\n'.encode())


def test_bytes_that_are_not_utf8_are_read_as_windows_1252() -> None:
    """
    A row in another encoding is read, and bytes that stand for nothing do not stop it.
    """
    assert [(2, "é", "–"), (3, "\ufffd", "1")] == rows(b"a,b\n\xe9,\x96\n\x81,1\n")


@given(st.binary(max_size=400))
def test_no_bytes_do_more_than_be_refused_or_set_aside(data: bytes) -> None:
    """
    Any bytes after a good header are rows that are read or set aside, each once.
    """
    source = b"a,b\n" + data
    found = read(
        io.BytesIO(source),
        name="t.csv",
        needs=("a", "b"),
        convert=lambda table: lambda row: [row.line],
    )
    total = 0
    # A cut in the last line is told after everything else.
    with suppress(BadInputError):
        for one in found:
            total += len(one) if isinstance(one, SetAsideRows) else 1
    texts = [line.text for line in lines(io.BytesIO(source))][1:]
    assert sum(bool(text is None or text.strip()) for text in texts) == total


def test_batches_are_bounded() -> None:
    """
    Of many rows with one reason a thousand are held at a time, and of a long row its start.
    """
    asides = Asides(file="t.csv")
    batches = [batch for n in range(2500) for batch in asides.add(n, "x" * 5000, "bad")]
    batches.extend(asides.rest())
    assert [1000, 1000, 500] == [len(batch) for batch in batches]
    assert {2001} == {len(text) for batch in batches for text in batch.rows}


def test_reasons_are_bounded() -> None:
    """
    Rows with ever new reasons are given away as well.
    """
    asides = Asides(file="t.csv")
    given_away = [batch for n in range(250) for batch in asides.add(n, "x", f"reason {n}")]
    assert 200 <= len(given_away)


@pytest.mark.parametrize("text", ["", "NA", "nan", "1.5", "1e3", "٣", "99999999999", "1 2", "0x1"])
def test_what_is_no_whole_number_is_told(text: str) -> None:
    """
    A number is of ASCII digits and of sensible length; ``3.0`` is 3.
    """
    with pytest.raises(UnreadableError, match="its n is no whole number"):
        whole({"n": text}, "n")
    assert 3 == whole({"n": " 3.0 "}, "n")
