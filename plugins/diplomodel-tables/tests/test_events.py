"""
Events in Parquet and Arrow: nothing is lost, and other programs see columns.
"""

from __future__ import annotations

import io

import attrs
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given as drawn
from hypothesis import settings

from diplomodel import casebook_names, replay
from diplomodel.casebooks import Casebook, loads
from diplomodel.errors import BadInputError
from diplomodel.events import RelationsBreak, SelfCoupAttempt, UnknownEvent
from diplomodel.exporters import Export
from diplomodel.testing import casebooks
from diplomodel_tables import events_frame
from diplomodel_tables._exporters import ArrowExporter, ParquetExporter
from diplomodel_tables._files import read_arrow, read_parquet


FORMATS = {"parquet": (ParquetExporter, read_parquet), "arrow": (ArrowExporter, read_arrow)}


def written(case: Casebook, form: str) -> io.BytesIO:
    """
    A casebook in a format; its history is none of this module's concern.
    """
    target = io.BytesIO()
    FORMATS[form][0]().export(Export(casebook=case, history=replay([])), target)
    target.seek(0)
    return target


def returned(case: Casebook, form: str = "parquet") -> Casebook:
    return FORMATS[form][1](written(case, form))


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("name", casebook_names())
def test_bundled_casebooks_return(cases, name, form):
    """
    A bundled casebook comes back equal, evidence, claims, people and sources included.
    """
    assert cases[name] == returned(cases[name], form)


@pytest.mark.parametrize("form", FORMATS)
@settings(max_examples=25, deadline=None)
@drawn(case=casebooks())
def test_any_casebook_returns(case, form):
    """
    Any casebook comes back equal.
    """
    assert case == returned(case, form)


@pytest.mark.parametrize("form", FORMATS)
@settings(max_examples=10, deadline=None)
@drawn(case=casebooks())
def test_writing_again_gives_the_same_bytes(case, form):
    """
    What was read is written as the same bytes.
    """
    first = written(case, form)
    assert first.getvalue() == written(FORMATS[form][1](first), form).getvalue()


def test_what_was_set_aside_returns():
    """
    Parts of a file that could not be read stay where they were.
    """
    lines = [
        '{"format":1,"type":"casebook","name":"odd","coverage":3,"sources":{"a":7}}',
        '{"kind":"relations_break","occurred":"3 Nov","by":"PER","target":"MEX"}',
        '{"kind":"relations_break","occurred":"2025-11-03","by":"PER","target":"MEX"}',
    ]
    case = loads("\n".join(lines), format="jsonl", on_problem="collect")
    assert 3 == len(case.set_aside)
    assert case == returned(case)


def test_a_history_alone(histories):
    """
    Without a casebook the events of the history are written, and the days it covers.
    """
    history, target = histories["us-cuba"], io.BytesIO()
    ParquetExporter().export(Export(history=history), target)
    found = read_parquet(target)
    assert history.events == found.events
    assert "2015-12-31" == str(found.coverage.last)


@pytest.mark.parametrize("text", ["[x", "{", "[1]", '{"a":1}', "=1+1", "null"])
def test_text_that_looks_like_json(text):
    """
    Text that looks like JSON stays text.
    """
    case = Casebook(
        events=[
            RelationsBreak(
                occurred="2025-11-03", by="PER", target="MEX", summary=text, place=text
            ),
            SelfCoupAttempt(occurred="2022-12-07", state="PER", by=["ana"], against=text),
        ]
    )
    assert case == returned(case)


def test_columns_where_types_differ():
    """
    Where one name holds text in one type and a list in another, the list stands as JSON.
    """
    case = Casebook(
        events=[
            RelationsBreak(occurred="2025-11-03", by="PER", target="MEX"),
            SelfCoupAttempt(occurred="2022-12-07", state="PER", by=["ana", "bea"]),
        ]
    )
    assert ["PER", '["ana","bea"]'] == events_frame(case).get_column("by").to_list()
    assert case == returned(case)


def test_unknown_kinds():
    """
    The fields of an unknown kind stand in `more`, also under names that are taken.
    """
    event = UnknownEvent(
        occurred="2030",
        unknown_kind="space_treaty",
        data='{"big":100000000000000000000000,"id":"x","more":{"odd":1.5},"none":null}',
    )
    case = Casebook(events=[event])
    (more,) = events_frame(case).get_column("more")
    assert '"big":100000000000000000000000' in more
    assert case == returned(case)


def test_nested_columns(cases):
    """
    Evidence and claims are nested columns that other programs can take apart.
    """
    case = cases["peru-mexico"]
    frame = events_frame(case)
    publishers = frame.select(
        pl.col("evidence").explode().struct.field("source").struct.field("publisher")
    )
    expected = [piece.source.publisher for event in case.events for piece in event.evidence]
    assert expected == [name for name in publishers.to_series() if name is not None]
    verdicts = frame.select(pl.col("claims").explode().struct.field("verdict")).to_series()
    expected = [claim.verdict.value for event in case.events for claim in event.claims]
    assert expected == [word for word in verdicts if word is not None]


def test_a_file_that_another_program_saved(cases):
    """
    What another program has read and saved again is read as events; the header is gone.
    """
    saved = io.BytesIO()
    pl.read_parquet(written(cases["peru-mexico"], "parquet")).write_parquet(saved)
    saved.seek(0)
    assert cases["peru-mexico"].events == read_parquet(saved).events


def test_metadata(given):
    """
    A file says what it holds, and by which rules and plugins it was made.
    """
    target = io.BytesIO()
    ParquetExporter().export(given("us-cuba"), target)
    metadata = pq.read_schema(target).metadata
    assert b"f" * 64 == metadata[b"diplomodel.fingerprint"]
    assert b"events" == metadata[b"diplomodel.table"]


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("content", [b"", b"PAR1", b"ARROW1\0\0", b"kind,occurred\n", b"\0" * 99])
def test_other_files_are_refused(form, content):
    """
    A file of another sort, or a part of one, is refused with our own error.
    """
    with pytest.raises(BadInputError, match="cannot be read as a table"):
        FORMATS[form][1](io.BytesIO(content))


@pytest.mark.parametrize("form", FORMATS)
def test_damaged_files_are_refused(cases, form):
    """
    A file with damage anywhere is refused with our own error, or read.
    """
    content = written(cases["australia-iran"], form).getvalue()
    for place in range(0, len(content), len(content) // 60):
        damaged = content[:place] + bytes([content[place] ^ 0xFF]) + content[place + 1 :]
        try:
            FORMATS[form][1](io.BytesIO(damaged))
        except BadInputError:
            continue


def table_file(**columns) -> io.BytesIO:
    target = io.BytesIO()
    pq.write_table(pa.table(columns), target)
    target.seek(0)
    return target


@pytest.mark.parametrize(
    ("columns", "message"),
    [
        ({"a": [1]}, "no columns 'kind' and 'occurred'"),
        ({"kind": ["talks"], "occurred": ["soon"]}, r"'soon' is not a date.*\$\[0\]\.occurred"),
        ({"kind": ["talks"], "occurred": ["2022"], "x": ["y"]}, r"no field 'x'.*\$\[0\]"),
        ({"kind": ["talks"], "occurred": ["2022"], "by": ["[1"]}, r"no JSON.*\$\[0\]"),
        ({"kind": ["talks"], "occurred": ["2022"], "more": ["3"]}, r"no object of JSON.*\$\[0\]"),
        ({"kind": ["talks"], "occurred": ["2022"], "by": ["[" * 99999]}, r"no JSON.*\$\[0\]"),
        ({"kind": [3], "occurred": [None]}, r"\$\[0\]"),
        ({"kind": ["talks"], "occurred": ["2022"], "evidence": [7]}, r"\$\[0\]"),
    ],
)
def test_rows_that_are_no_events(columns, message):
    """
    A row that is no event is named, with what is wrong.
    """
    with pytest.raises(BadInputError, match=message):
        read_parquet(table_file(**columns))


def test_bad_headers_are_refused(cases):
    """
    Metadata that were tampered with are refused.
    """
    table = pq.read_table(written(cases["us-cuba"], "parquet"))
    for facts in (
        {"diplomodel.casebook": "{"},
        {"diplomodel.set_aside": "[[1]]"},
        {"diplomodel.set_aside": "7"},
    ):
        target = io.BytesIO()
        pq.write_table(table.replace_schema_metadata(facts), target)
        with pytest.raises(BadInputError):
            read_parquet(target)


def test_a_casebook_with_a_source_of_its_own():
    """
    A source that no event cites comes back too.
    """
    case = loads(
        '{"format":1,"type":"casebook","sources":{"a":{"publisher":"A"}}}\n', format="jsonl"
    )
    more = attrs.evolve(
        case, events=[RelationsBreak(occurred="2025-11-03", by="PER", target="MEX")]
    )
    assert ["a"] == [source.id for source in returned(more).sources]
