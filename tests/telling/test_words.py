"""
Codes, dates and signs in words.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplomodel._telling._words import Words, codes, date_words, fluent_rank, plain
from diplomodel.cli._render import Page, encodable
from diplomodel.dates import PartialDate
from diplomodel.fluents import CORE
from diplomodel.subjects import SubjectKind


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("2022-12-07", ""),
        ("2022-12-07T02:00-05:00", "at 02:00 (UTC-05:00)"),
        ("2022-12-07T02:00Z", "at 02:00 (UTC)"),
        ("2022-12-07T02:00", "at 02:00"),
        ("2022-12-13?", "day uncertain"),
        ("../2025-11-10", "on or before 2025-11-10"),
        ("2025-11-10/..", "on or after 2025-11-10"),
        ("2025-11-10/2025-11-12", "between 2025-11-10 and 2025-11-12"),
        ("2025-11", "in 2025-11, day unknown"),
    ],
)
def test_dates_say_how_exact_they_are(written, words) -> None:
    """
    A date is told as exactly as its source tells it.
    """
    assert words == date_words(PartialDate.parse(written))


@pytest.mark.parametrize("kind", list(SubjectKind))
def test_every_kind_of_subject_has_words(kind) -> None:
    """
    The example of every kind of subject is told with names and without marks of direction.
    """
    told = Words().subject(kind, kind.form)

    assert told
    assert ">" not in told


def test_every_fluent_has_its_place() -> None:
    """
    No fluent of the core is left to the end of the order.
    """
    assert len(CORE) == len({fluent_rank(name) for name in CORE})
    assert fluent_rank("a_plugin_s_own") > max(fluent_rank(name) for name in CORE)


def test_unknown_codes_and_people_stand_for_themselves() -> None:
    """
    What has no name here is told by its code or id.
    """
    words = Words()

    assert "QQQ" == words.state("QQQ")
    assert "nobody-known" == words.person("nobody-known")
    assert "not known" == words.value(CORE["relations"], None)


def test_codes_of_organisations_are_found() -> None:
    """
    Organisations are told apart from the states beside them.
    """
    assert ("MEX", "org:pacific-alliance") == codes("MEX-org:pacific-alliance")


def test_words_lose_their_underscores() -> None:
    """
    Words of files are told as people write them.
    """
    assert "absent for consultations" == plain("absent_for_consultations")


@given(st.text(), st.sampled_from(["ascii", "cp1252", "latin-1", "utf-8", "cp437", None, "odd"]))
def test_any_text_can_be_written_in_any_encoding(text, encoding) -> None:
    """
    No text fails to be written, and text that fits is left alone.
    """
    found = encodable(text, encoding)

    known = encoding if encoding not in (None, "odd") else "ascii"
    found.encode(known)
    try:
        text.encode(known)
    except UnicodeEncodeError:
        return
    assert encoding == "odd" or text == found


@given(st.text(alphabet="ab \n\t", max_size=200), st.integers(min_value=1, max_value=120))
def test_paragraphs_keep_their_words(text, columns) -> None:
    """
    Wrapping loses no word, in a terminal of any width.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COLUMNS", str(columns))
        page = Page()
    page.line(text, indent=2, hang=2)
    page.item("label", text, column=8)

    told = " ".join(page._lines).split()
    assert [*text.split(), *text.split()] == [word for word in told if "label" not in word]
