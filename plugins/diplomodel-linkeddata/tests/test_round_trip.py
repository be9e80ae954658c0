"""
What is written reads back equal, whatever is in it, and damage is told.
"""

from __future__ import annotations

import io

import pytest
from hypothesis import HealthCheck, given, settings

import diplomodel as dm
from diplomodel.casebooks import Casebook, loads
from diplomodel.errors import BadInputError
from diplomodel.events import Incident, RelationsBreak
from diplomodel.evidence import Claim, Evidence, Source
from diplomodel.exporters import Export
from diplomodel.testing import casebooks
from diplomodel_linkeddata.options import LinkedDataOptions
from diplomodel_linkeddata.reading import read_jsonld, read_turtle


_SLOW = settings(
    deadline=None,
    max_examples=40,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)


@pytest.mark.parametrize("name", dm.casebook_names())
def test_bundled_casebooks(name, form, written, read_back):
    """
    Every bundled casebook comes back equal, and is written again to the same bytes.
    """
    case = dm.casebook(name)
    data = written(case, form)
    found = read_back(data, form)

    assert case == found
    assert data == written(found, form)


@_SLOW
@given(case=casebooks())
def test_any_casebook(case, form, written, read_back):
    """
    Casebooks of any events, claims, evidence and texts come back equal.
    """
    assert case == read_back(written(case, form), form)


def test_history_alone(form, written, read_back):
    """
    Without a casebook the events are those of the history.
    """
    event = RelationsBreak(occurred="2025-11-03", by="PER", target="MEX", label="b1")
    found = read_back(written(Export(history=dm.replay([event])), form), form)

    assert (event,) == found.events


def test_parts_set_aside(form, written, read_back):
    """
    Records that could not be read are kept where they stood.
    """
    lines = (
        '{"format":1,"type":"casebook","title":"T","licence":7,"coverage":"never"}\n'
        '{"kind":"talks","occurred":"2022","by":"PER"}\n'
        '{"kind":"talks","occurred":"soon","by":"PER"}\n'
        '{"kind":"talks","occurred":"2023","by":"MEX"}\n'
        '{"kind":"talks"}\n'
    )
    case = loads(lines, format="jsonl", on_problem="collect")
    found = read_back(written(case, form), form)

    assert case == found
    assert [1, 3] == [one.index for one in found.set_aside if one.section == "events"]


def test_empty_casebook(form, written, read_back):
    """
    A casebook with nothing in it comes back.
    """
    assert Casebook() == read_back(written(Casebook(), form), form)


def test_one_happening_twice(form, written, read_back):
    """
    Two reports of one happening stay two in the casebook that is read back.
    """
    source = Source(id="s", publisher="P")
    events = [
        RelationsBreak(occurred="2025-11-03", by="PER", target="MEX", summary=text)
        for text in ("First.", "Second.")
    ]
    events.append(
        RelationsBreak(
            occurred="2025-11-03", by="PER", target="MEX", evidence=[Evidence(source=source)]
        )
    )
    case = Casebook(events=events)

    assert case == read_back(written(case, form), form)


def test_hostile_text(form, written, read_back):
    """
    Text that looks like markup, a query, a formula or an escape stays text.
    """
    nasty = '"""\n<urn:x> . } \\u0041 \\" \' @prefix : <x> . =cmd|\' \u202e\u2028 <script> ]]> ñ 🗺'
    source = Source(
        id="s", publisher=nasty, title=nasty, address="javascript:alert(1) <>", note=nasty
    )
    event = Incident(
        occurred="2025-11-03",
        incident="attack",
        state="MEX",
        place=nasty,
        summary=nasty,
        evidence=[Evidence(source=source, quote=nasty, place=nasty, attributed_to=nasty)],
        claims=[Claim(text=nasty, by=[nasty], evidence=[Evidence(source=source)])],
    )
    case = Casebook(title=nasty, summary=nasty, licence=nasty, events=[event])

    assert case == read_back(written(case, form), form)


def test_another_base(form, written, read_back):
    """
    Another base changes the names of things, not what is read back.
    """
    case = dm.casebook("australia-iran")
    data = written(case, form, LinkedDataOptions(base="https://example.org/id/"))

    assert b"https://example.org/id/event:e1-" in data
    assert case == read_back(data, form)


@pytest.mark.parametrize(
    "base", ["", "here", "http://a b/", "http://x<y>/", "https://example.org"]
)
def test_bad_base(base):
    """
    A base that cannot begin a URI is refused.
    """
    with pytest.raises(BadInputError, match="does not begin the names of things"):
        LinkedDataOptions(base=base)


def test_other_options(form, written):
    """
    Options of another class are refused.
    """
    with pytest.raises(BadInputError, match="give LinkedDataOptions, or none"):
        written(Casebook(), form, {"base": "urn:x:"})


@pytest.mark.parametrize(
    "data",
    [
        b"\x00\xff\xfe",
        b"<urn:x",
        b"[" * 100_000,
        b'{"a:b":' * 100_000,
        b"<a:a> <a:b> " + b"[ <a:b> " * 100_000,
        b'{"@context": "http://127.0.0.1:9/context.jsonld", "a": "b"}',
        b'{"@context": {"@import": "http://127.0.0.1:9/"}, "a": "b"}',
    ],
    ids=["bytes", "broken", "deep", "deep-object", "deep-turtle", "remote", "import"],
)
def test_not_linked_data(data, form, read_back):
    """
    What is not in the format raises the library's own error, at once and without the network.
    """
    with pytest.raises(BadInputError, match=r"cannot be read as|no records"):
        read_back(data, form)


def _changed(old: str, new: str) -> bytes:
    data = _turtle()
    assert old in data
    return data.replace(old, new).encode()


def _turtle() -> str:
    from diplomodel_linkeddata.writing import TurtleExporter

    event = RelationsBreak(occurred="2025-11-03", by="PER", target="MEX")
    stream = io.BytesIO()
    TurtleExporter().export(Export(history=dm.replay([event])), stream)
    return stream.getvalue().decode()


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("dm:position 1", "dm:position 2", "the record at position 1 is missing"),
        ("dm:position 1", "dm:position 0", "two records stand at position 0"),
        ("dm:position 1", 'dm:position "one"', "'one' of a record is no whole number"),
        ("dm:position 1", "dm:position 9" + "9" * 40, "is no whole number"),
        ("dm:position 1", "dm:position 1, 3", "2 values of dm:position"),
        ("dm:json", "dm:note", "0 values of dm:json"),
        ('\\"by\\":\\"PER\\"', '\\"by\\":\\"BRA\\"', "must be changed together"),
        ('\\"by\\":\\"PER\\"', '\\"by\\":3', "3 stands here; write it as text"),
        ('{\\"kind', '\\n{\\"kind', "holds more than one line"),
        ('{\\"kind\\":\\"relations_break\\"', '{\\"kind\\":\\"', "not those of the events|JSON"),
    ],
)
def test_damaged_records(old, new, message):
    """
    Records that were taken out, doubled or changed alone are told.
    """
    with pytest.raises(BadInputError, match=message):
        read_turtle(io.BytesIO(_changed(old, new)))


def test_two_casebooks():
    """
    Two casebooks in one file are not taken for one.
    """
    other = RelationsBreak(occurred="2024-04-06", by="MEX", target="ECU")
    stream = io.BytesIO()
    from diplomodel_linkeddata.writing import TurtleExporter

    TurtleExporter().export(Export(history=dm.replay([other])), stream)
    with pytest.raises(BadInputError, match="it holds 2 casebooks"):
        read_turtle(io.BytesIO(_turtle().encode() + stream.getvalue()))


def test_kind_of_a_missing_plugin(monkeypatch, written):
    """
    Where the plugin of a kind is missing, its event is read as unknown and kept.
    """
    data = _turtle().replace('\\"kind\\":\\"relations_break\\"', '\\"kind\\":\\"space_break\\"')
    (event,) = read_turtle(io.BytesIO(data.encode())).events

    assert "space_break" == event.kind


def test_file_of_another_tool():
    """
    RDF without the records says what to give instead.
    """
    with pytest.raises(BadInputError, match="there are no records of a casebook"):
        read_jsonld(io.BytesIO(b'{"@id": "urn:x", "urn:y": "z"}'))
