"""
Tests of reading XML of unknown origin.
"""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplomodel.errors import BadInputError
from diplomodel_missions._xml import parse


def tree(data: bytes):
    """
    The tree of a document.
    """
    return parse(io.BytesIO(data), name="t.xml")


def test_texts_and_lines_are_kept() -> None:
    """
    Text before, between and after elements is kept, names lose their namespaces, lines are told.
    """
    found = tree(b'<a xmlns="urn:x" xml:id="i">one\n<b>two</b>three<c/>four</a>')
    assert ("a", "i", "one\n") == (found.root.tag, found.root.get("id"), found.root.text)
    assert [("b", "two", "three"), ("c", None, "four")] == [
        (one.tag, one.text, one.tail) for one in found.root
    ]
    assert [1, 2, 2] == [found.lines[id(one)] for one in found.root.iter()]
    assert ((), "") == (found.broken, found.fault)


@pytest.mark.parametrize(
    "data",
    [
        b'<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>',
        b'<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>',
        b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
        b"<!DOCTYPE a PUBLIC 'x' 'http://127.0.0.1/x'><a/>",
    ],
)
def test_document_types_and_entities_are_refused(data: bytes) -> None:
    """
    A document type is refused before anything in it is looked at.
    """
    with pytest.raises(BadInputError, match="document type or entities"):
        tree(data)


def test_entities_that_multiply_are_refused() -> None:
    """
    Entities made of entities are never expanded.
    """
    levels = "".join(f'<!ENTITY l{n} "&l{n - 1};&l{n - 1};">' for n in range(1, 60))
    data = f'<!DOCTYPE a [<!ENTITY l0 "x">{levels}]><a>&l59;</a>'.encode()
    with pytest.raises(BadInputError, match="document type or entities"):
        tree(data)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"<a>" * 5000, "nested more than 100 deep"),
        (b"<a>" + b"<b/>" * 250_000, "more than 200000 elements"),
        (b"<a>" + b"x" * (34 << 20), "larger than 32 MiB"),
        (b"<a><b></a>", "mismatched tag"),
        (b"<a>\x00</a>", "not well-formed"),
        (b"<a>&unknown;</a>", "undefined entity"),
        (b"<a", "unclosed token"),
        (b'<?xml version="1.0" encoding="no-such"?><a/>', "unknown encoding"),
        (b"", "no element found"),
        (b"words", "syntax error"),
        (b"\xff\xfe<\x00a\x00", "unclosed token"),
    ],
)
def test_what_breaks_off_says_why(data: bytes, said: str) -> None:
    """
    A document that is too deep, too large or broken is read up to there, or refused with reason.
    """
    try:
        fault = tree(data).fault
    except BadInputError as error:
        fault = str(error)
    assert said in fault


def test_a_field_of_ten_megabytes_is_read() -> None:
    """
    A long text is no fault.
    """
    assert 10_000_000 == len(tree(b"<a>" + b"x" * 10_000_000 + b"</a>").root.text)


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    """
    Nothing but the library's own error comes of any bytes.
    """
    try:
        found = tree(data)
    except BadInputError:
        return
    assert isinstance(found.fault, str)
