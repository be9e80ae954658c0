"""
Hand-written YAML is read with its places, and written so that it reads back equal.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum, StrEnum

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from diplomodel.errors import BadInputError, Problem
from diplomodel.formats._yaml import (
    MAX_DEPTH,
    MAX_PROBLEMS,
    MAX_SIZE,
    MappingNode,
    Node,
    ScalarNode,
    SequenceNode,
    locate,
    path_text,
    plain,
    read_yaml,
    write_yaml,
)


CASE = """\
# a casebook
format: 1
events:
  - kind: expulsion
    from: NO        # Norway, not false
    occurred: 2022-12-07
    "odd key.x": [12:30, 0o7]

  - kind: recall
    summary: >
      Two lines
      folded
    note:
"""

PIECES = st.sampled_from(
    [
        *("a", "b: ", "- ", "\n", "  ", "? ", ": ", ":", "[", "]", "{", "}", ", ", "'", '"'),
        *("|", "|-", ">", "2", "\n  ", "\n    ", "\t", " ", "#", " # c", "---", "--- ", "..."),
        *("%", "&x ", "*x", "!t ", "!! ", "<<: ", "~", "null", "?", "é", "😀", "@", "`", "\\"),
        *("\\x41", "\\ud800", "\\UFFFFFFFF", "1", "-", "\n- ", "\na: ", "\n  b: ", "\r\n", "\r"),
        *("\x00", "\x85", "\u2028", "\ufeff", "\ud800", "!", "\\\n"),
    ]
)
YAML_LIKE = st.lists(PIECES, max_size=14).map("".join)
TRICKY = st.sampled_from(
    [
        *("NO", "no", "y", "~", "null", "Null", "", " a", "a ", "a: b", "a:", "a #b", "a#b", "#a"),
        *("12:30", "1:30:00", "1e3", "1_000", "0o7", "0x1F", "007", ".5", ".inf", ".NaN", "-1"),
        *("+1", "2022", "2022-12-07", "2022-1-7", "2022-12-07 11:40:00", "2022-12-07T11:40:00Z"),
        *("../2022-12-07", "2022-12-07?", "...", "--- a", "- a", "? a", "<<", "=", "[a]", "{a}"),
        *("a\nb", "a\n", "\t", "a\tb", "\x00", "\x85", "\u2028", "\ufeff", "\xa0", "😀", "é: ü"),
        *("@a", "`a", "%a", "!a", "&a", "*a", "|", ">", "'a'", '"a"', "\\", "a  b", "a,b", "1,2"),
    ]
)
TEXTS = TRICKY | st.text(st.characters(exclude_categories=["Cs"]))
SCALARS = TEXTS | st.integers() | st.booleans() | st.none() | st.floats(-1e300, 1e300)
DATA = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=20,
)


def read_purely(text: str | bytes) -> Node:
    """
    Read as on a machine whose PyYAML was built without libyaml.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.delattr(yaml, "CLoader", raising=False)
        return read_yaml(text)


def problems_of(text: str | bytes) -> tuple[Problem, ...]:
    """
    The problems for which a text is refused.
    """
    with pytest.raises(BadInputError) as caught:
        read_yaml(text)
    return caught.value.problems


def places_of(text: str | bytes) -> list[tuple[int | None, int | None, str]]:
    """
    Line, column and path of each problem.
    """
    return [(problem.line, problem.column, problem.path) for problem in problems_of(text)]


def outcome(text: str, *, pure: bool) -> Node | None:
    """
    What is read, or None where the text is refused.
    """
    try:
        return read_purely(text) if pure else read_yaml(text)
    except BadInputError:
        return None


def as_text(data: object) -> object:
    """
    The data as they read back: numbers and truth values as their text.
    """
    if isinstance(data, dict):
        return {key: as_text(value) for key, value in data.items()}
    if isinstance(data, list):
        return [as_text(item) for item in data]
    if data is None or isinstance(data, str):
        return data
    if isinstance(data, bool):
        return str(data).lower()
    return write_yaml(data).strip()


def texts_in(data: object) -> Iterator[str]:
    """
    Every text in the data.
    """
    if isinstance(data, str):
        yield data
    for inner in data if isinstance(data, dict | list) else ():
        yield from texts_in(inner)
    for inner in data.values() if isinstance(data, dict) else ():
        yield from texts_in(inner)


def test_reads_a_casebook() -> None:
    """
    A casebook reads as text, lists and mappings, and nothing gets a type.
    """
    expected = {
        "format": "1",
        "events": [
            {
                "kind": "expulsion",
                "from": "NO",
                "occurred": "2022-12-07",
                "odd key.x": ["12:30", "0o7"],
            },
            {"kind": "recall", "summary": "Two lines folded\n", "note": None},
        ],
    }

    assert expected == plain(read_yaml(CASE)) == plain(read_purely(CASE))


@pytest.mark.parametrize("word", ["NO", "12:30", "0o7", "1e3", "true", "2022-12-07", "=", "Null"])
def test_words_stay_text(word: str) -> None:
    """
    What YAML gives a type to stays the letters that stand in the file, as value and as key.
    """
    assert {word: word} == plain(read_yaml(f"{word}: {word}"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [("", None), ("null", None), ("~", None), ('""', ""), ("'null'", "null"), ("|\n", "")],
)
def test_only_plain_scalars_are_null(text: str, expected: str | None) -> None:
    """
    Nothing, null and ~ are null without quotes only.
    """
    assert [expected] == plain(read_yaml(f"- {text}"))


@pytest.mark.parametrize("text", ["", "\n", "# nothing\n", "---\n", "\ufeff", b"\xef\xbb\xbf"])
def test_a_file_without_content_is_null(text: str | bytes) -> None:
    """
    A file without content is a null at its first place.
    """
    expected = ScalarNode(value="", plain=True, line=1, column=1)

    assert expected == read_yaml(text) == read_purely(text)


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ((), (2, 1)),
        (("events",), (4, 3)),
        (("events", 0), (4, 5)),
        (("events", 0, "from"), (5, 11)),
        (("events", 0, "odd key.x", 1), (7, 26)),
        (("events", 1, "summary"), (10, 14)),
        (("events", 1, "note"), (13, 5)),
    ],
)
def test_values_are_located(parts: tuple[str | int, ...], expected: tuple[int, int]) -> None:
    """
    A path leads to the line and column where its value begins; no value, to its key.
    """
    assert expected == locate(read_yaml(CASE), parts)
    assert expected == locate(read_purely(CASE), parts)


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (("events", 0, "from"), (5, 5)),
        (("events", 0, "odd key.x"), (7, 5)),
        (("events", 1), (9, 5)),
        (("events", 1, "absent"), (9, 5)),
        ((), (2, 1)),
    ],
)
def test_keys_are_located(parts: tuple[str | int, ...], expected: tuple[int, int]) -> None:
    """
    On request a path leads to its last key; list items and the root have none of their own.
    """
    assert expected == locate(read_yaml(CASE), parts, key=True)


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (("events", 1, "occurred", "year"), (9, 5)),
        (("events", 2), (4, 3)),
        (("events", -1), (4, 3)),
        (("events", "kind"), (4, 3)),
        ((0,), (2, 1)),
        (("format", "a"), (2, 9)),
    ],
)
def test_nearest_place(parts: tuple[str | int, ...], expected: tuple[int, int]) -> None:
    """
    A path that leads nowhere gives the place of its last existing node.
    """
    assert expected == locate(read_yaml(CASE), parts)


def test_entries_are_found() -> None:
    """
    A mapping finds the entry of a key, and None for a key that it lacks.
    """
    node = read_yaml("of: PER")
    assert isinstance(node, MappingNode)

    assert node.find("of") == node.entries[0]
    assert node.find("to") is None


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ((), "$"),
        (("events", 3, "kind"), "$.events[3].kind"),
        (("odd key", "a.b", ""), '$["odd key"]["a.b"][""]'),
        (("Perú", 'a"b', "a\nb", "\u2028"), r'$["Perú"]["a\"b"]["a\nb"]["\u2028"]'),
    ],
)
def test_path_text(parts: tuple[str | int, ...], expected: str) -> None:
    """
    Paths are written with dots, or in brackets and quotes where a key needs them.
    """
    assert expected == path_text(parts)


@pytest.mark.parametrize("breaks", ["\r\n", "\r"])
def test_line_breaks_are_equal(breaks: str) -> None:
    """
    CRLF and CR give the same nodes at the same places as LF, as text and as bytes.
    """
    expected = read_yaml(CASE)

    assert expected == read_yaml(CASE.replace("\n", breaks))
    assert expected == read_yaml(b"\xef\xbb\xbf" + CASE.replace("\n", breaks).encode())


@pytest.mark.parametrize(
    ("text", "message", "places"),
    [
        ("a: !foo b", "the tag '!foo' is not", [(1, 4, "$.a")]),
        ("- !!python/object/apply:os.system [ls]", "'!!python/obj", [(1, 3, "$[0]")]),
        ("- ! a", "the tag '!' is not", [(1, 3, "$[0]")]),
        ("- a\n- &x b", "the anchor '&x' is not", [(2, 3, "$[1]")]),
        ("&x {a: b}", "the anchor '&x' is not", [(1, 1, "$")]),
        ("a: *x", r"the alias '\*x' is not", [(1, 4, "$.a")]),
        ("*x : a", r"the alias '\*x' is not", [(1, 1, "$")]),
        ("a:\n  <<: {b: c}", "merge key '<<' is not", [(2, 3, '$.a["<<"]')]),
        ("a: 1\nb: 2\n'a': 3", "'a' stands twice, first on line 1", [(3, 1, "$.a")]),
        ("a\n--- b\n--- c", "a second document begins here", [(2, 1, "$")]),
        ("[a, b]: c", "a key must be a text .* list or a mapping", [(1, 1, "$")]),
        ("? {a: b}\n: c", "a key must be a text .* list or a mapping", [(1, 3, "$")]),
        ("null: c", "a key must be a text .* null", [(1, 1, "$.null")]),
        ("? \n: c", "a key must be a text .* null", [(1, 2, '$[""]')]),
        ("# c\n%YAML 1.1\n---\na", "directive", [(2, 1, "")]),
        ("a:\tb", "a tab stands here", [(1, 3, "$")]),
        ("a: b\tc\nd: '\t' #\t\ne: |\t\n  f\t", "a tab stands here", [(1, 5, "$"), (3, 5, "$")]),
        ("a:\n\tb: c", "begins on line 2.*indent with spaces", [(2, 1, "$.a")]),
        ("- |\n   \t a", "a tab", [(2, 4, "$[0]")]),
        ("- |#c\n  a", r"'\|' opens a block of text and must end its line", [(1, 3, "$[0]")]),
        ("a: b: c", "': ' in double quotes", [(1, 5, "$")]),
        ("a: 'b", "close the quotes", [(1, 6, "$.a")]),
        ("a: [b,\nc: d", "no valid YAML.*check the indentation", [(2, 5, "$.a[2]")]),
        (r'- "\d"', "write a backslash twice", [(1, 4, "$[0]")]),
        ("a: b\x07\n\n \x00", r'or write "\\u0007" between', [(1, 5, ""), (3, 2, "")]),
        ("a: \u2028 \ufeff", r"U\+2028 cannot", [(1, 4, ""), (1, 6, "")]),
        ("a: \ud800", r"surrogate U\+D800 .* replace it", [(1, 4, "")]),
    ],
)
def test_refusals(text: str, message: str, places: list[tuple[int, int, str]]) -> None:
    """
    What a casebook cannot hold is refused with what, where and what to do.
    """
    with pytest.raises(BadInputError, match=message):
        read_yaml(text)

    assert places == places_of(text)


def test_second_document_is_told_once() -> None:
    """
    However many documents follow the first, one problem tells of them.
    """
    assert [(2, 1, "$")] == places_of("a\n---\nb\n---\nc\n")


def test_all_problems_at_once() -> None:
    """
    All problems stand in one error, in the order of the file, with a syntax error last.
    """
    text = "a: &x 1\nb:\t*x\nb: !t 2\nc: [\n"

    assert [
        (1, 4, "$.a"),
        (2, 3, "$"),
        (2, 4, "$.b"),
        (3, 1, "$.b"),
        (3, 4, "$.b"),
        (5, 1, "$.c[0]"),
    ] == places_of(text)


def test_problems_name_the_file() -> None:
    """
    Each kind of problem carries the name of the file.
    """
    for text in ("a: *x", "a: \x00", b"\xff", "x" * (MAX_SIZE + 1)):
        with pytest.raises(BadInputError, match=r"^case\.yaml:") as caught:
            read_yaml(text, file="case.yaml")

        assert ["case.yaml"] == [problem.file for problem in caught.value.problems]


def test_bytes_that_are_not_utf8() -> None:
    """
    The first byte that is not UTF-8 is named with its place and offset.
    """
    with pytest.raises(BadInputError, match=r"byte 0xFA at offset 12 is not UTF-8; save"):
        read_yaml(b"# \xc3\xa9\r\na: Per\xfa\r\n")

    assert [(2, 7, "")] == places_of(b"# \xc3\xa9\r\na: Per\xfa\r\n")


def test_depth_is_limited() -> None:
    """
    The deepest file that is read has 64 levels, and one more is refused at its bracket.
    """
    assert isinstance(read_yaml("[" * MAX_DEPTH + "]" * MAX_DEPTH), SequenceNode)
    with pytest.raises(BadInputError, match=r"deeper than 64 levels; flatten"):
        read_yaml("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1))


@pytest.mark.parametrize("piece", ["[", "{", "- ", "? ", "{a: ", "a: {"])
def test_nesting_bombs(piece: str) -> None:
    """
    Fifty thousand levels are refused at the place where they grow too deep.
    """
    assert 1 == len(problems_of(piece * 50_000))
    with pytest.raises(BadInputError, match=r"deeper than|valid YAML"):
        read_purely(piece * 50_000)


def test_alias_bomb() -> None:
    """
    Aliases of aliases are refused without being followed.
    """
    rows = [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 20)]

    assert 1 + 19 * (1 + 9) == len(problems_of("\n".join(["a0: &a0 lol", *rows])))


def test_problems_are_limited() -> None:
    """
    Reading ends when a thousand problems are found, of whichever sort.
    """
    for text in ("a: 1\n" * 5000, "[" + "a\tb, " * 5000 + "]", "\x00" * 5000):
        assert MAX_PROBLEMS == len(problems_of(text))


def test_size_is_limited() -> None:
    """
    An input over the limit is refused before it is looked at.
    """
    with pytest.raises(BadInputError, match=r"16777217 .* over 16777216; divide it"):
        read_yaml(b"\xff" * (MAX_SIZE + 1))


def test_long_names_are_cut_in_messages() -> None:
    """
    A message stays short where a key is long.
    """
    (problem,) = problems_of(f"? {'k' * 100_000}\n: *x")

    assert f"$.{'k' * 59}…" == problem.path.replace('["', ".").replace('"]', "")


@given(YAML_LIKE | st.text())
@example(r'"\ud800"')
@example(r'"\UFFFFFFFF"')
@example("a: [2022?, a?]")
@example("- |#\n  a")
@example("|\n  \ta")
@example("a:\tb")
@example("{a: , b}")
def test_both_parsers_agree(text: str) -> None:
    """
    With libyaml and without it the same texts are read, to the same nodes at the same places.
    """
    assert outcome(text, pure=False) == outcome(text, pure=True)


@given(st.binary() | YAML_LIKE.map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_hostile_bytes_give_nodes_or_problems(data: bytes) -> None:
    """
    Whatever the bytes, they are read or refused, and each problem has its place.
    """
    try:
        node = read_yaml(data)
    except BadInputError as error:
        places = [(problem.line, problem.column) for problem in error.problems]
        assert places == sorted(place for place in places if None not in place)
    else:
        assert plain(node) == plain(read_yaml(data.decode()))


@given(DATA)
def test_round_trip(data: object) -> None:
    """
    What is written reads back equal, with and without libyaml, and is written again alike.
    """
    written = write_yaml(data)

    assert as_text(data) == plain(read_yaml(written)) == plain(read_purely(written))
    assert written == write_yaml(data)


@given(DATA)
def test_other_readers_agree(data: object) -> None:
    """
    PyYAML's own safe reader gives the same data, but for dates, which it gives a type.
    """
    dates = {"2022-12-07", "2022-12-07T11:40:00Z"}
    if not dates.intersection(texts_in(data)):
        assert data == yaml.safe_load(write_yaml(data))


def test_written_form() -> None:
    """
    Lists stand under their key, top-level mappings apart, text on one line.
    """
    data = {
        "format": 1,
        "events": [
            {"kind": "recall", "links": [], "tags": {}, "to": ["PER", "NO"]},
            {"on": "2022-12-07", "known": True, "persons": None, "evidence": [{"p": 1.5}, {}]},
        ],
        "matrix": [[1, [2]], ("a", {"b": "c"})],
        "summary": "w " * 200 + "end",
    }

    assert write_yaml(data) == (
        "format: 1\n"
        "events:\n"
        "  - kind: recall\n"
        "    links: []\n"
        "    tags: {}\n"
        "    to:\n"
        "      - PER\n"
        '      - "NO"\n'
        "\n"
        '  - "on": 2022-12-07\n'
        "    known: true\n"
        "    persons: null\n"
        "    evidence:\n"
        "      - p: 1.5\n"
        "      - {}\n"
        "matrix:\n"
        "  - - 1\n"
        "    - - 2\n"
        "  - - a\n"
        "    - b: c\n"
        f"summary: {'w ' * 200}end\n"
    )


@pytest.mark.parametrize(
    "text",
    [
        *("Perú", "recalled, then [sic] expelled", "a#b", "it's", "https://x.pe/?a=b#c", "(a)"),
        *("2022-12-07", "2022-12-07?", "../2022-12-07", "2022-12", "a:b", "PER"),
        *("19XX", "2022-12-07/2022-12-09", "大使", "2022-12-07T11:40-05:00"),
    ],
)
def test_text_without_quotes(text: str) -> None:
    """
    Text that nobody misreads, and dates, stand as people write them.
    """
    assert f"{text}\n" == write_yaml(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *((word, f'"{word}"') for word in ("NO", "12:30", "1e3", "null", "", " a", "a ", "a: b")),
        *((word, f'"{word}"') for word in ("a #b", "2022", "2022-1-7", "- a", "...", "<<", "y")),
        ("a\nb\t\r", r'"a\nb\t\r"'),
        ('"\\', r'"\"\\"'),
        ("\x00\x85\u2028\ufeff", r'"\u0000\u0085\u2028\ufeff"'),
        ("\U000e0041", r'"\U000e0041"'),
    ],
)
def test_text_in_quotes(text: str, expected: str) -> None:
    """
    Text that some reader takes for something else stands in double quotes, with escapes.
    """
    assert f"{expected}\n" == write_yaml(text)


def test_enumerations_are_written_by_value() -> None:
    """
    Members of enumerations stand as the text or number they are.
    """

    class Word(StrEnum):
        RECALL = "recall"

    class Rank(IntEnum):
        FIRST = 1

    assert "recall: 1\n" == write_yaml({Word.RECALL: Rank.FIRST})


@pytest.mark.parametrize(
    ("number", "expected"),
    [(0.1, "0.1"), (1e16, "1.0e+16"), (1.5e-7, "1.5e-07"), (-2.0, "-2.0"), (10**9, "1000000000")],
)
def test_numbers(number: float, expected: str) -> None:
    """
    Numbers are written in full, and with a dot before an exponent.
    """
    assert f"{expected}\n" == write_yaml(number)


@pytest.mark.parametrize("value", ["a", {"b": "c"}, ["d"], [], None])
def test_long_keys(value: object) -> None:
    """
    A key that is too long to stand before a colon reads back too, with its value.
    """
    data = [{"\xa0" * 400: value, "x": "y"}]

    assert data == plain(read_yaml(write_yaml(data))) == plain(read_purely(write_yaml(data)))


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({"a": ["\ud800"]}, r"surrogate U\+D800 is not a character; replace it at \$\.a\[0\]"),
        ({"\udfff": 1}, r"surrogate U\+DFFF .* at \$\[\"\\udfff\"\]"),
        ({"a": {1: 2}}, r"the key a value of type int is not text; make it a str at \$\.a"),
        ({None: 2}, "the key None is not text"),
        ({"a": float("nan")}, r"nan cannot be written; use .* at \$\.a"),
        ([float("-inf")], r"-inf cannot be written"),
        ([b"x"], r"a value of type bytes cannot be written; .* at \$\[0\]"),
        ({"a": {1, 2}}, "a value of type set cannot"),
        ([10**5000], "too many digits; write it as text"),
    ],
)
def test_data_that_cannot_be_written(data: object, message: str) -> None:
    """
    What has no place in a file is refused with its path.
    """
    with pytest.raises(BadInputError, match=message):
        write_yaml(data)


def test_writing_is_limited_in_depth() -> None:
    """
    As many levels are written as are read, so data that contain themselves are refused.
    """
    deep: object = []
    for _ in range(MAX_DEPTH - 1):
        deep = [deep]
    loop: list[object] = []
    loop.append(loop)

    assert deep == plain(read_yaml(write_yaml(deep)))
    for data in ([deep], loop):
        with pytest.raises(BadInputError, match=r"deeper than 64 levels; flatten"):
            write_yaml(data)
