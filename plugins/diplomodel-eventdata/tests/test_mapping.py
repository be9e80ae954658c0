"""
Any table by a mapping file.
"""

from __future__ import annotations

import textwrap

import pytest
from click.testing import CliRunner

from diplomodel.errors import BadInputError
from diplomodel_eventdata._cli import lint
from diplomodel_eventdata._mapped import MappedExtractor, MappingOptions
from eventrows import partly, read


MAPPING = """
format: 1
name: my-breaks
source: {publisher: A Project, title: Breaks, licence: CC0}
kind: {column: type, values: {"1": relations_break, "2": ambassador_recall}}
fields:
  occurred: {year: year, month: month, day: day}
  by: {column: ccode1, code: cow}
  target: {column: ccode2, code: cow}
  sender: {column: ccode1, code: cow}
  receiver: {column: ccode2, code: cow}
  person: {column: envoy, person: true}
  ground: why
evidence: {place: page, note: why}
id: number
"""
HEADER = "number,type,year,month,day,ccode1,ccode2,envoy,why,page\n"


@pytest.fixture
def extractor(tmp_path):
    def make(text=MAPPING, **options):
        path = tmp_path / "map.yaml"
        path.write_text(textwrap.dedent(text), encoding="utf-8")
        return MappedExtractor(MappingOptions(mapping=str(path), **options))

    return make


def test_rows_become_events(extractor):
    """
    Columns become fields: codes by date, floats as whole numbers, persons as ids, quotes undone.
    """
    data = (
        HEADER
        + '1,1,1985.0,3.0,11.0,365,2,NA,"so, they\nsaid",p. 4\n2,2.0,1961,,,2.0,40,José Núñez,NA,\n'
    )
    (broken, recall), aside = read(extractor(), data.encode())

    assert {} == aside
    assert ("SUN", "USA", "1985-03-11") == (broken.by, broken.target, broken.occurred.text)
    assert "p. 4, line 2" == broken.evidence[0].place
    assert ("USA", "CUB", "1961") == (recall.sender, recall.receiver, recall.occurred.text)
    assert "jose-nunez" == recall.person
    assert "CC0" == recall.evidence[0].source.licence


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("1,9,1985,1,1,2,40,NA,NA,", "the row is of no kind that the mapping knows"),
        ("1,1,NA,1,1,2,40,NA,NA,", "the row has no year"),
        ("1,1,1985,13,1,2,40,NA,NA,", "is not a date"),
        ("1,1,1985,1,1,2,13y,NA,NA,", "target: '13y' is no state by cow on 1985-01-01"),
        ("1,1,1985,1,1,2,2,NA,NA,", "name two different states"),
        ("1,1,1985,1,1,2,40", "the row has 7 columns and not 10"),
        ("", "the line is empty"),
    ],
)
def test_bad_rows_are_set_aside(extractor, row, reason):
    """
    A row that gives no event is set aside with the reason.
    """
    events, aside = read(extractor(), (HEADER + row + "\n").encode())

    assert [] == events
    assert [reason in found for found in aside] == [True]


def test_duplicates(extractor):
    """
    Rows that stand twice, and ids that do, are set aside.
    """
    rows = ["1,1,1985,1,1,2,40,NA,NA,"] * 2 + ["1,1,1985,1,2,2,40,NA,NA,"]
    events, aside = read(extractor(), (HEADER + "\n".join(rows) + "\n").encode())

    assert (1, 2) == (len(events), sum(aside.values()))


def test_an_open_quote_loses_no_line(extractor):
    """
    Lines that an open quote swallows are told one by one.
    """
    rows = ['1,1,1985,1,1,2,40,"NA,NA,'] + [
        f"{n},1,1985,1,1,2,40,NA,{'x' * 90}," for n in range(3000)
    ]
    events, aside = read(extractor(), (HEADER + "\n".join(rows) + "\n").encode())

    assert 3001 == len(events) + sum(aside.values())
    assert 1 < aside["the line is no row of CSV: a quote stays open, or a cell is too long"]


def test_only_some_rows(extractor):
    """
    Rows may be chosen by the words of a column.
    """
    text = MAPPING + "only: {why: [recall]}\n"
    rows = "1,1,1985,1,1,2,40,NA,recall,\n2,1,1985,1,1,2,40,NA,other,\n"
    events, aside = read(extractor(text), (HEADER + rows).encode())

    assert (1, {"the column 'why' has none of the words asked for": 1}) == (len(events), aside)


def test_tables_without_names_and_with_tabs(extractor):
    """
    The mapping may name the columns, the separator and the form of dates.
    """
    text = """
    format: 1
    name: plain
    source: {publisher: A Project}
    table: {columns: [when, who, whom], separator: tab, quoted: false, missing: ["-"]}
    kind: relations_break
    fields:
      occurred: {column: when, date: "%d.%m.%Y"}
      by: {column: who, code: name}
      target: {column: whom, code: iso2}
    """
    (event,), aside = read(extractor(text), b"01.06.2025\tHonduras\tTW\n-\tPeru\tTW\n")

    assert ("HND", "TWN", "2025-06-01") == (event.by, event.target, event.occurred.text)
    assert {"the row has no date": 1} == aside


def test_columns_that_are_not_there_are_all_told(extractor):
    """
    All columns of the mapping that the table has not are told at once.
    """
    header = HEADER.replace("ccode1", "ccode_1").replace("year,", "yaer,")
    error = partly(extractor(), header.encode())[1]

    assert "the table has no column 'ccode1'; did you mean 'ccode_1'?" in error
    assert "the table has no column 'year'; did you mean 'yaer'?" in error


def test_without_a_mapping():
    """
    Without a mapping columns are named as fields are; other tables are refused with advice.
    """
    data = b"kind,occurred,by,target\nrelations_break,2025-06-01,HND,TWN\n"

    assert ["HND"] == [event.by for event in read(MappedExtractor(), data)[0]]
    assert "name a mapping of its columns" in partly(MappedExtractor(), b"a,b\n1,2\n")[1]


BAD = """
format: 2
name: My Breaks
source: {title: Breaks}
kind: relations_brake
fields:
  occured: date
  by: {colum: ccode1, code: cwo}
tabel: {}
"""


def test_everything_wrong_is_told_at_once(tmp_path):
    """
    The lint names each fault with its place and what may be meant, and ends with 1.
    """
    path = tmp_path / "bad.yaml"
    path.write_text(BAD, encoding="utf-8")
    result = CliRunner().invoke(lint, [str(path)])

    assert 1 == result.exit_code
    for wanted in (
        ":2:9: the format of mappings is 1",
        ":3:7: 'My Breaks' is no short name",
        ":4:9: 'source' needs the key 'publisher'",
        "did you mean 'relations_break'?",
        "events need the field 'occurred'",
        "'by' has no key 'colum'; did you mean 'column'?",
        "'cwo' is no scheme of codes; did you mean 'cow'?",
        "has no key 'tabel'; did you mean 'table'?",
    ):
        assert wanted in result.output


def test_fields_are_checked_against_the_type(tmp_path):
    """
    Fields that the type has not, and fields that it needs, are told.
    """
    path = tmp_path / "bad.yaml"
    path.write_text(
        MAPPING.replace("ground:", "grund:").replace("  by:", "  bye:"), encoding="utf-8"
    )

    with pytest.raises(
        BadInputError, match="has no field 'grund'; did you mean 'ground'"
    ) as error:
        MappedExtractor(MappingOptions(mapping=str(path)))
    assert "RelationsBreak needs the field 'by'" in str(error.value)


def test_a_good_mapping_has_nothing_wrong(tmp_path):
    """
    The lint says nothing of a mapping without faults, and ends with 0.
    """
    path = tmp_path / "map.yaml"
    path.write_text(MAPPING, encoding="utf-8")
    result = CliRunner().invoke(lint, [str(path)])

    assert (0, True) == (result.exit_code, "problems: 0" in result.output)


@pytest.mark.parametrize("text", ["", "[1, 2]", "format", "&a [*a]", "x: !!python/object {}"])
def test_what_is_no_mapping(tmp_path, text):
    """
    Files that are no mapping at all are refused with the library's error.
    """
    path = tmp_path / "bad.yaml"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(BadInputError):
        MappedExtractor(MappingOptions(mapping=str(path)))


def test_a_mapping_that_is_not_there():
    """
    A mapping file that cannot be read is told as such.
    """
    with pytest.raises(BadInputError, match="cannot be read"):
        MappedExtractor(MappingOptions(mapping="nowhere/map.yaml"))
