"""
Files that are damaged, hostile or no event data at all.
"""

from __future__ import annotations

import gzip
import io
import random
import time
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diplomodel.errors import BadInputError
from diplomodel_eventdata._gdelt import GdeltExtractor
from diplomodel_eventdata._icews import IcewsExtractor
from diplomodel_eventdata._mapped import MappedExtractor
from diplomodel_eventdata._phoenix import PhoenixExtractor
from diplomodel_eventdata._polecat import PolecatExtractor
from eventrows import ICEWS, POLECAT, gdelt, icews, partly, phoenix, polecat, read, table, zipped


EXTRACTORS = {
    "gdelt": (GdeltExtractor(), [gdelt(n, on=f"2025060{n}") for n in range(1, 9)]),
    "icews": (IcewsExtractor(), [ICEWS, *(icews(n, on=f"2025-06-0{n}") for n in range(1, 9))]),
    "polecat": (PolecatExtractor(), [POLECAT, *(polecat(n) for n in range(8))]),
    "phoenix": (PhoenixExtractor(), [phoenix(n) for n in range(8)]),
    "mapping": (
        MappedExtractor(),
        ["kind,occurred,by,target", *(f"talks,2025-06-0{n},PER,MEX" for n in range(1, 9))],
    ),
}
ALL = pytest.mark.parametrize("name", EXTRACTORS)


@ALL
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_damaged_bytes_give_rows_or_an_error(name, data):
    """
    Whatever is done to a file's bytes, reading it ends in events, rows set aside or one error.
    """
    extractor, rows = EXTRACTORS[name]
    whole = bytearray(table(*rows))
    for _ in range(data.draw(st.integers(1, 5))):
        at = data.draw(st.integers(0, len(whole) - 1))
        junk = data.draw(
            st.sampled_from(
                [b"\x00", b"\xff\xfe", b'"', b"\t", b"\n", b"\r", b",", b"9" * 50, b""]
            )
        )
        cut = data.draw(st.integers(0, 30))
        whole[at : at + cut] = junk
        whole = whole or bytearray(b"\n")
    (events, aside), error = partly(extractor, bytes(whole))

    assert events or aside or error


@ALL
def test_shuffled_columns_never_crash(name):
    """
    Columns in any order are read by name, refused, or set aside row by row.
    """
    extractor, rows = EXTRACTORS[name]
    separator = "," if name == "mapping" else "\t"
    chance = random.Random(7)
    for _ in range(5):
        places = list(range(rows[0].count(separator) + 1))
        chance.shuffle(places)
        mixed = [separator.join(row.split(separator)[place] for place in places) for row in rows]
        (events, aside), error = partly(extractor, table(*mixed))
        assert error or len(events) + sum(aside.values()) in {len(rows), len(rows) - 1}


@ALL
@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32"])
def test_other_encodings_are_refused(name, encoding):
    """
    Text in UTF-16 or UTF-32 gives no events and says so.
    """
    extractor, rows = EXTRACTORS[name]
    (events, aside), error = partly(extractor, table(*rows, encoding=encoding))

    assert [] == events
    assert error or aside


@ALL
@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252"])
def test_common_encodings_are_read(name, encoding):
    """
    UTF-8 with a byte order mark and Latin-1 are read to the row.
    """
    extractor, rows = EXTRACTORS[name]
    events, aside = read(extractor, table("\n".join(rows), encoding=encoding))

    assert 8 == len(events) + sum(aside.values())


@ALL
def test_a_field_of_ten_megabytes(name):
    """
    A line with a field of ten megabytes is set aside, quickly, and the others are read.
    """
    extractor, rows = EXTRACTORS[name]
    long = rows[-1] + "x" * 10_000_000
    start = time.perf_counter()
    events, aside = read(extractor, table(*rows[:-1], long, rows[-1]))

    assert 9 == len(events) + sum(aside.values())
    assert len(events) >= 7
    assert time.perf_counter() - start < 10


@ALL
def test_a_million_columns(name):
    """
    A line of a million columns is refused as names, and set aside as a row.
    """
    extractor, rows = EXTRACTORS[name]
    wide = ("," if name == "mapping" else "\t") * 1_000_000
    start = time.perf_counter()
    (events, _), error = partly(extractor, table(wide))
    more, aside = read(extractor, table(*rows, wide))

    assert ([], True) == (events, bool(error))
    assert 9 == len(more) + sum(aside.values())
    assert time.perf_counter() - start < 20


@ALL
@pytest.mark.parametrize(
    "data", [b"", b"\n" * 50, b"\x00" * 4096, b"\xff" * 100, b"{}", b"<html></html>\n" * 9]
)
def test_what_is_no_table(name, data):
    """
    What is no table of the format at all gives one error and no event.
    """
    (events, aside), error = partly(EXTRACTORS[name][0], data)

    assert [] == events
    assert error or aside


@ALL
def test_archives_in_archives(name):
    """
    An archive in an archive is told, and tables beside it are read.
    """
    extractor, rows = EXTRACTORS[name]
    whole = table(*rows)
    (events, _), error = partly(extractor, zipped(a__zip=zipped(b__csv=whole), c__csv=whole))

    assert events
    assert error


@ALL
def test_damaged_archives(name):
    """
    Archives that are cut off or damaged give what can be read, and one error.
    """
    extractor, rows = EXTRACTORS[name]
    whole = table(*rows)
    cut = gzip.compress(whole)[:-12]
    broken = bytearray(zipped(a__csv=whole))
    broken[60:70] = b"\x00" * 10

    for data in (cut, bytes(broken), zipped(a__csv=whole)[:60], zipped()):
        assert partly(extractor, data)[1]


def test_bombs_are_refused_quickly():
    """
    An archive that grows beyond measure is refused before it is all unpacked.
    """
    target = io.BytesIO()
    rows = (gdelt(1, "190") + "\n").encode() * 5000
    with (
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("a.csv", "w") as member,
    ):
        for _ in range(400):
            member.write(rows)
    start = time.perf_counter()
    error = partly(GdeltExtractor(), target.getvalue())[1]

    assert "times the size of its archive" in error
    assert time.perf_counter() - start < 20


def test_a_bomb_of_one_line():
    """
    A line without end is not held.
    """
    data = gzip.compress(gdelt(1).encode() + b"\n" + b"x" * 40_000_000)
    (events, aside), error = partly(GdeltExtractor(), data)

    assert 1 == len(events)
    assert {"the line is longer than a megabyte": 1} == aside
    assert "" == error


def test_problems_name_the_member():
    """
    The error of a table in an archive names both.
    """
    with pytest.raises(BadInputError, match=r"a\.zip/b\.csv: it is no table of GDELT events"):
        read(GdeltExtractor(), zipped(b__csv=b"a,b\n"), name="a.zip")
