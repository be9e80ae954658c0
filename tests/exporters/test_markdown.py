"""
The report in Markdown: complete, cited, and safe whatever the texts say.
"""

from __future__ import annotations

import io
import re

import pytest

from diplomodel import casebook, casebook_names, replay
from diplomodel.exporters import export
from diplomodel.exporters._text import clean, code, inline, link, paragraph


def report(what: object, **options: object) -> str:
    target = io.BytesIO()
    export(what, target, to="markdown", options=options or None)
    return target.getvalue().decode()


def part(text: str, title: str) -> str:
    """
    What stands under a heading of the second level.
    """
    return text.partition(f"\n## {title}")[2].partition("\n## ")[0]


@pytest.mark.parametrize("name", casebook_names())
def test_every_event_and_source_is_told(name) -> None:
    """
    Each event of the history has its place in the timeline, each source cited its number.
    """
    case = casebook(name)
    text = report(case)
    timeline, sources = part(text, "Timeline"), part(text, "Sources")
    cited = {piece.source.id for event in replay(case).events for piece in event.evidence}

    assert [] == [e.name for e in replay(case).events if f"(`{e.name}`)" not in timeline]
    assert [] == sorted(name for name in cited if f"(`{name}`)" not in sources)


@pytest.mark.parametrize("name", casebook_names())
def test_every_mark_leads_to_a_source(name) -> None:
    """
    The numbers cited and the numbers of the list are the same, from 1 on.
    """
    text = report(casebook(name))
    cited = {int(number) for number in re.findall(r"\\\[(\d+)\\\]", text)}
    listed = [int(n) for n in re.findall(r"^(\d+)\. ", part(text, "Sources"), re.MULTILINE)]

    assert list(range(1, len(listed) + 1)) == listed
    assert set(listed) == cited


def test_findings_and_obligations_are_told() -> None:
    """
    Everything that does not fit stands in the report, and everything owed on the last day.
    """
    case = casebook("ecuador-mexico")
    history = replay(case)
    text = report(case)

    assert len(history.findings()) == part(text, "Findings").count("\n- ")
    owed = history.obligations(at=str(case.coverage.last))
    assert len(owed) == part(text, f"Obligations on {case.coverage.last}").count("\n- ")
    assert "Caracas" in part(text, "Law")


def test_days_stand_in_order() -> None:
    """
    The days of the timeline are in order, each with its weekday.
    """
    days = re.findall(
        r"^### (\d{4}-\d\d-\d\d), \w+day", report(casebook("peru-mexico")), re.MULTILINE
    )

    assert sorted(days) == days
    assert "2025-11-03" in days


def test_quotes_and_paraphrases_can_be_left_out() -> None:
    """
    Without quotes no source is quoted; without law the articles are named alone.
    """
    case = casebook("peru-mexico")
    full = report(case)
    short = report(case, quotes="false", law="false")

    assert "“" in part(full, "Timeline")
    assert "“" not in part(short, "Timeline")
    assert len(part(short, "Law")) < len(part(full, "Law"))
    assert part(short, "Law").count("\n- ") == part(full, "Law").count("\n- ")


def test_nothing_is_told_as_none() -> None:
    """
    An empty history is a report that says so.
    """
    text = report(replay([]))

    assert "# A history" == text.splitlines()[0]
    assert "None." == part(text, "Findings").strip()
    assert "None." == part(text, "Sources").strip()


def test_hostile_text_stays_text(hostile) -> None:
    """
    Read by a parser of Markdown, no text makes markup: no HTML, no link, no heading, no list.
    """
    markdown = pytest.importorskip("markdown_it", reason="no parser of Markdown is installed")
    text = report(hostile)
    tokens = markdown.MarkdownIt("commonmark").parse(text)
    inner = [child for token in tokens for child in token.children or ()]
    headings = re.findall(r"^#+ .*", text, re.MULTILINE)

    allowed = {"text", "strong_open", "strong_close", "code_inline", "softbreak"}
    assert set() == {child.type for child in inner} - allowed
    assert [] == [t.type for t in tokens if t.type in ("html_block", "hr", "fence", "code_block")]
    assert len(headings) == sum(token.type == "heading_open" for token in tokens)
    assert "<script>alert(1)</script>" in "".join(
        child.content for child in inner if child.type == "text"
    )


def test_text_is_read_as_it_was(hostile) -> None:
    """
    The parser gives back the very text, its white space apart and what cannot be seen replaced.
    """
    markdown = pytest.importorskip("markdown_it", reason="no parser of Markdown is installed")
    tokens = markdown.MarkdownIt("commonmark").parse(paragraph(hostile.summary))
    found = "".join(child.content for child in tokens[1].children)

    assert "paragraph_open" == tokens[0].type
    assert clean(hostile.summary) == found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        ("Lima", "Lima"),
        ("a\u00a0b\tc\n\nd", "a b c d"),
        ("<i> & *b*", r"\<i\> \& \*b\*"),
    ],
)
def test_inline_text_is_shielded(text, expected) -> None:
    """
    What would be markup has a backslash before it.
    """
    assert expected == inline(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# a", r"\# a"),
        ("- a", r"\- a"),
        ("+ a", r"\+ a"),
        ("=== a", r"\=== a"),
        ("12. a", r"12\. a"),
        ("12) a", r"12\) a"),
        ("2025 was", "2025 was"),
    ],
)
def test_paragraphs_begin_nothing_else(text, expected) -> None:
    """
    A paragraph does not begin a heading or list.
    """
    assert expected == paragraph(text)


@pytest.mark.parametrize(
    ("text", "expected"), [("a", "`a`"), ("", ""), ("``", "``` `` ```"), ("a`", "`` a` ``")]
)
def test_code_is_fenced(text, expected) -> None:
    """
    The fence is longer than any in the text.
    """
    assert expected == code(text)


@pytest.mark.parametrize(
    ("address", "is_link"),
    [
        ("https://example.org", True),
        ("http://example.org:8080/a?b=%C3%A9#c", True),
        ("https://example.org/<b>", False),
        ("https://example.org/a b", False),
        ("javascript:alert(1)", False),
        ("//example.org", False),
        ("https://", False),
    ],
)
def test_only_web_addresses_are_links(address, is_link) -> None:
    """
    What is no address of the web stays text.
    """
    assert is_link == link(address).startswith("<http")
