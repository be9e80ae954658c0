"""
Files to casebooks: what is wrong is reported with its place, or set aside and kept.
"""

import contextlib

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diplomodel.casebooks import Casebook, SetAside, dumps, loads
from diplomodel.errors import BadInputError
from diplomodel.events import UnknownEvent


FORMATS = ("yaml", "jsonl", "csv")

HEAD = """
format: 1
sources:
  sre: {publisher: SRE}
people:
  dina-boluarte: {name: Dina Boluarte}
"""

BAD = (
    HEAD
    + """
  x y: {name: X}
licnce: CC0-1.0
coverage: {first: 2022, last: 2021}
opening:
  - {occurred: 2022, fluent: relations, subject: MEX-PER, value: established}
  - {kind: talks, occurred: 2022, by: PER}
events:
  - {kind: relations_break, occurred: 2025-11-03, by: PER, target: MEX, evidence: [sre]}
  - {kind: relations_break, occurred: 2025-11-03, by: PER, taget: MEX, order: "3", x: 3}
  - just text
  - {kind: relations_break, occurred: 2025-11-04, by: MEX, target: PER}
"""
)


def test_all_problems_come_with_their_places():
    """
    One error tells of everything wrong in a file, each with line, column and path.
    """
    with pytest.raises(BadInputError) as caught:
        loads(BAD, format="yaml")
    found = [(one.line, one.column, one.path) for one in caught.value.problems]

    assert [
        (8, 3, '$.people["x y"]'),
        (9, 1, "$.licnce"),
        (10, 11, "$.coverage"),
        (13, 12, "$.opening[1].kind"),
        (16, 5, "$.events[1]"),
        (16, 60, "$.events[1].taget"),
        (16, 84, "$.events[1].x"),
        (17, 5, "$.events[2]"),
    ] == found
    assert "did you mean 'licence'?" in str(caught.value)
    assert "did you mean 'target'?" in str(caught.value)


@pytest.mark.parametrize("form", FORMATS)
def test_bad_parts_are_set_aside_and_kept(form):
    """
    Collecting reads what is right, and every format keeps what is wrong where it stood.
    """
    case = loads(BAD, format="yaml", on_problem="collect")
    text = dumps(case, format=form)
    again = loads(text, format=form, on_problem="collect")

    kinds = ["observation", "talks", "relations_break", "relations_break"]

    assert kinds == [event.kind for event in case.events]
    assert "only observations describe the opening" in case.notices[0].message
    assert [
        ("header", "coverage", None), ("header", "licnce", None), ("people", "x y", 1),
        ("events", None, 3), ("events", None, 4),
    ] == [(one.section, one.key, one.index) for one in case.set_aside]  # fmt: skip
    assert {
        "kind": "relations_break", "occurred": "2025-11-03", "by": "PER", "taget": "MEX",
        "order": "3", "x": 3,
    } == case.set_aside[3].plain  # fmt: skip
    assert '"just text"' == case.set_aside[4].data
    assert again == case
    assert text == dumps(again, format=form)


@pytest.mark.parametrize("form", FORMATS)
def test_unknown_kinds_are_kept_and_noticed(form):
    """
    Unknown kinds prevent nothing; they are noticed once each, with the kind that may be meant.
    """
    text = """
format: 1
events:
  - {kind: relation_break, occurred: 2022, by: PER, level: 3, size: "3", nothing: null, l: [1.5]}
  - {kind: relation_break, occurred: 2023}
  - {kind: zzz, occurred: 2023}
"""
    case = loads(text, format="yaml")
    first, second = case.notices

    assert all(isinstance(event, UnknownEvent) for event in case.events)
    assert '{"by":"PER","l":[1.5],"level":3,"nothing":null,"size":"3"}' == case.events[0].data
    assert "(2 events), kept without effect; did you mean 'relations_break'?" in first.message
    assert (4, "warning", "$.events[0].kind") == (first.line, first.severity, first.path)
    assert "'zzz'" in second.message
    assert case == loads(dumps(case, format=form), format=form)


def test_labels_and_persons_that_nothing_carries_are_noticed():
    """
    A dangling link prevents nothing, since a casebook may be a part of another.
    """
    text = (
        HEAD
        + """
events:
  - {kind: talks, label: a, occurred: 2022, by: PER, links: {kind: part_of, to: b}, supersedes: c}
  - {kind: talks, label: a, occurred: 2023, by: PER}
  - {kind: office_taken, occurred: 2022, state: PER, person: dina-boluart, office: head_of_state}
"""
    )
    messages = [notice.message for notice in loads(text, format="yaml").notices]

    assert [
        "no event is called 'b'; write the label or id of an event",
        "no event is called 'c'; write the label or id of an event",
        "the label 'a' stands twice; rename one of them",
        "unknown person 'dina-boluart'; did you mean 'dina-boluarte'?",
    ] == sorted(messages)


@pytest.mark.parametrize("on_problem", ["raise", "collect"])
@pytest.mark.parametrize(
    ("text", "form", "match"),
    [
        ("- a", "yaml", "a casebook is a mapping"),
        ("", "yaml", "a casebook is a mapping"),
        ("format: 2", "yaml", r"1:9: format 2 is newer than this version reads"),
        ("format: 0", "yaml", "there is no format 0"),
        ("format: new", "yaml", r"write a whole number, such as 3 at \$.format"),
        ("format: 1\nevents: 3", "yaml", "2:9: 'events' must be a list"),
        ("format: 1\npeople: [a]", "yaml", "write a mapping by id at"),
        ("format: 1\na: &x 1", "yaml", "the anchor '&x' is not allowed"),
        ('{"type": "casebook", "format": 9}', "jsonl", "format 9 is newer"),
        ("knd,occurred\n", "csv", "the first row names no column 'kind'.*did you mean"),
        ("kind;occurred\n", "csv", "the first row names no column 'kind'"),
        ("kind,by,by\n", "csv", "the column 'by' stands twice"),
        ("kind,by\ntalks\ud800", "csv", r"2: the lone surrogate U\+D800"),
        ("\ud800", "jsonl", "lone surrogate"),
        ("x" * 17_000_000, "jsonl", "a line is longer than"),
    ],
)
def test_what_is_no_casebook_at_all_is_refused(text, form, match, on_problem):
    """
    What makes a file no casebook is an error, also when problems are collected.
    """
    with pytest.raises(BadInputError, match=match):
        loads(text, format=form, on_problem=on_problem)


def test_a_missing_format_is_an_error_or_a_notice():
    """
    A file without `format` is read when problems are collected.
    """
    with pytest.raises(BadInputError, match="add 'format: 1'"):
        loads("name: x", format="yaml")

    case = loads("name: x", format="yaml", on_problem="collect")

    assert "add 'format: 1'" in case.notices[0].message


@pytest.mark.parametrize(
    ("arguments", "match"),
    [
        ({"format": "yml"}, "unknown format 'yml'; did you mean 'yaml'?"),
        ({"format": "yaml", "on_problem": "ignore"}, "give 'raise' or 'collect'"),
    ],
)
def test_wrong_arguments_are_refused(arguments, match):
    """
    Arguments are closed vocabularies.
    """
    with pytest.raises(BadInputError, match=match):
        loads("format: 1", **arguments)


def test_plain_lists_of_events_need_no_header():
    """
    Lines of JSON and rows of CSV are casebooks by themselves, with LF or CRLF, after a mark.
    """
    lines = '\ufeff{"kind": "talks", "occurred": "2022", "by": "PER"}\r\n\r\n'
    rows = "\ufeffkind,occurred,by\r\ntalks,2022,PER\r\n\r\n"

    assert loads(lines, format="jsonl") == loads(rows, format="csv")
    assert loads(lines.encode(), format="jsonl") == loads(rows.replace("\r\n", "\r"), format="csv")


def test_empty_files_of_lines_are_empty_casebooks():
    """
    No lines are no events.
    """
    assert Casebook() == loads("", format="jsonl") == loads("", format="csv")


def test_bad_lines_do_not_stop_the_others():
    """
    A line that is no JSON, or a row that is no CSV, is set aside with its text.
    """
    good = '{"kind":"talks","occurred":"2022","by":"PER"}\n'
    case = loads(good + "{oops\n" + good, format="jsonl", on_problem="collect")
    text = 'kind,occurred,by\na"b\ntalks,2022,PER\nt,2,,,x\ntalks,2022,"PER'
    rows = loads(text, format="csv", on_problem="collect")

    assert (2, SetAside(section="events", index=1, data='"{oops"')) == (
        len(case.events), case.set_aside[0],
    )  # fmt: skip
    assert 2 == case.set_aside[0].problems[0].line
    assert ['"a\\"b"', '"t,2,,,x"', '"talks,2022,\\"PER"'] == [one.data for one in rows.set_aside]
    assert 1 == len(rows.events)


def test_cells_of_any_length_are_read():
    """
    A cell may be longer than the limit of the standard library's module.
    """
    case = loads(f"kind,occurred,by,about\ntalks,2022,PER,{'x' * 500_000}\n", format="csv")

    assert 500_000 == len(case.events[0].about)
    assert case == loads(dumps(case, format="csv"), format="csv")


def test_absent_and_empty_text_differ():
    """
    An empty text is not the same as none, in every format.
    """
    cells = loads("kind,occurred,by,about\ntalks,2022,PER,'\ntalks,2022,PER,\n", format="csv")

    assert ["", None] == [event.about for event in cells.events]
    assert all(cells == loads(dumps(cells, format=form), format=form) for form in FORMATS)


@pytest.mark.parametrize(
    ("row", "match"),
    [
        ("talks,2022,PER,[3", r"no valid JSON.*at \$.events\[0\].evidence"),
        ('talks,2022,PER,,"{""by"": 3}"', "'by' stands in a cell and in 'more'"),
        ("talks,2022,PER,,[]", r"write an object of JSON at \$.events\[0\].more"),
        ("talks,2022,PER,,,x", "the row has 6 cells for 5 columns"),
    ],
)
def test_cells_that_make_no_record_are_reported(row, match):
    """
    Problems of cells name the row and the column.
    """
    with pytest.raises(BadInputError, match=match):
        loads(f"kind,occurred,by,evidence,more\n{row}\n", format="csv")


@settings(max_examples=200, deadline=None)
@given(st.binary() | st.text(), st.sampled_from(FORMATS), st.sampled_from(["raise", "collect"]))
def test_rubbish_gives_only_our_error(content, form, on_problem):
    """
    Whatever the bytes, the outcome is a casebook or the library's error.
    """
    with contextlib.suppress(BadInputError):
        case = loads(content, format=form, on_problem=on_problem)

        # No rubbish is an event.
        assert () == case.events


@settings(max_examples=150, deadline=None)
@given(st.data(), st.sampled_from(FORMATS))
def test_damaged_files_lose_nothing_more_than_was_damaged(data, form):
    """
    After any damage, what is collected can be written and read again in each format of lines.
    """
    text = dumps(loads(HEAD + BAD[BAD.index("opening") :], format="yaml", on_problem="collect"),
                 format=form)  # fmt: skip
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(start + 20, len(text))))
    extra = data.draw(st.sampled_from(["", '"', "'", ",", "{", "[", ":", "\n", "\0", "\\ud800"]))
    try:
        case = loads(text[:start] + extra + text[end:], format=form, on_problem="collect")
    except BadInputError:
        return
    for other in ("jsonl", "csv"):
        again = dumps(case, format=other)
        assert case == loads(again, format=other, on_problem="collect")


def test_a_quote_that_is_never_closed_costs_its_line_alone():
    """
    However much follows a stray quote, the rows after it are read.
    """
    text = 'kind,occurred,by\n"oops\n' + "talks,2022,PER\n" * 3 + "x" * 17_000 + "\n"
    case = loads(text, format="csv", on_problem="collect")

    assert 3 == len(case.events)
    assert [2, 6] == [one.problems[0].line for one in case.set_aside]


def test_reading_that_is_to_fail_ends_after_a_thousand_bad_records():
    """
    An error about a hopeless file stays of a size that can be read.
    """
    with pytest.raises(BadInputError) as caught:
        loads("{}\n" * 3000, format="jsonl")

    assert len(caught.value.problems) == 1000


@pytest.mark.parametrize(
    ("text", "match"),
    [
        ("sources: {a: {id: a, publisher: A}}", r"the id stands before the colon.*\$.sources.a$"),
        ("sources: {a: A}", r"write a mapping of fields at \$.sources.a$"),
        ("name: A b", r"'A b': use lower-case letters and digits joined by hyphens at \$.name$"),
        ("coverage: 2022", r"write a mapping of fields at \$.coverage$"),
    ],
)
def test_bad_headers_name_the_entry(text, match):
    """
    What is wrong in the header is told with the path of the entry.
    """
    with pytest.raises(BadInputError, match=match):
        loads(f"format: 1\n{text}", format="yaml")


def test_what_was_set_aside_cannot_share_an_id():
    """
    A casebook made by hand in which two entries would have one key is not written.
    """
    aside = SetAside(section="people", key="dina-boluarte", index=0, data="{}")
    case = attrs.evolve(loads(HEAD, format="yaml"), set_aside=[aside])

    with pytest.raises(BadInputError, match="has the id of another entry"):
        dumps(case, format="yaml")


def test_data_set_aside_by_hand_must_be_json():
    """
    Data that are no JSON give the library's error when they are used.
    """
    case = Casebook(set_aside=[SetAside(section="events", index=0, data="{")])

    with pytest.raises(BadInputError, match="what was set aside is no valid JSON"):
        dumps(case, format="jsonl")


def test_lone_surrogates_in_escapes_are_kept():
    """
    What JSON can spell and YAML cannot is set aside, kept by lines and rows, refused by YAML.
    """
    line = '{"kind":"talks","occurred":"2022","by":"\\ud800"}\n'
    case = loads(line, format="jsonl", on_problem="collect")

    assert line == dumps(case, format="jsonl")
    assert case == loads(dumps(case, format="csv"), format="csv", on_problem="collect")
    with pytest.raises(BadInputError, match="lone surrogate"):
        dumps(case, format="yaml")
