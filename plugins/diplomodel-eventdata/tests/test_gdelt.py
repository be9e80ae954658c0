"""
GDELT.
"""

from __future__ import annotations

import gzip

import pytest

from diplomodel.events import RelationsReduced
from diplomodel.histories import replay
from diplomodel_eventdata._forms import ExtractOptions
from diplomodel_eventdata._gdelt import GdeltExtractor
from eventrows import gdelt, partly, read, table, zipped


GDELT = GdeltExtractor()
PERU, MEXICO = ("PER", "PERU", ""), ("MEX", "MEXICO", "")


@pytest.mark.parametrize("width", [57, 58, 61])
def test_all_three_layouts(width):
    """
    A row of 57, 58 or 61 columns gives the same event, with the address where there is one.
    """
    (event,), aside = read(GDELT, table(gdelt(1, width=width)))
    source = event.evidence[0].source

    assert {} == aside
    assert ("HND", "TWN", "2025-06-01") == (event.by, event.target, event.occurred.text)
    assert RelationsReduced is type(event)
    assert "2025-06-02" == source.published.text
    assert (width > 57) == (source.address is not None)
    assert source.publisher == ("news.example" if width > 57 else "GDELT")


def test_the_row_is_told_as_evidence():
    """
    Number, line, code, names and counts of mentions are in the evidence.
    """
    (event,), _ = read(GDELT, table(gdelt(77)))
    piece = event.evidence[0]

    assert "GLOBALEVENTID 77, line 1" == piece.place
    assert "CAMEO 161: HONDURAS > TAIWAN; 6 mentions in 5 articles of 2 sources" == piece.note
    assert "dataset" == piece.source.kind


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        (("FRA", "EMBASSY", "GOV"), ("ITA", "LAB WORKER", "LAB"), "an actor is not a government"),
        (("FRA", "EMBASSY", ""), ("ITA", "LAB WORKER", ""), "an actor is not a government"),
        (("FRA", "EMBASSY", "GOV"), ("", "LAB WORKER", "LAB"), "an actor has no country"),
        (("GBR", "TESCO", "MNC"), ("KOR", "SAMSUNG", "MNC"), "an actor is not a government"),
        (("USA", "MISSOURI", ""), MEXICO, "an actor is not a government"),
        (("USA", "SENATE", "LEG"), MEXICO, "an actor is not a government"),
        (PERU, ("PER", "LIMA", "GOV"), "both actors are of one state"),
        (("EUR", "EUROPE", "GOV"), PERU, "an actor's country is no state on that date"),
        (("PRI", "PUERTO RICO", "GOV"), PERU, "an actor is in a territory that is no state"),
        (("", "KING", "GOV"), PERU, "an actor has no country"),
    ],
)
@pytest.mark.parametrize("code", ["161", "054"])
def test_only_governments_act(one, other, reason, code):
    """
    Rows of which a side is no government of another state are set aside with the reason.
    """
    assert ([], {reason: 1}) == read(GDELT, table(gdelt(1, code, one, other)))


def test_known_groups_are_no_governments():
    """
    An actor of a known group is not the government of the country beside it.
    """
    data = table(gdelt(1, one=("USA", "UNITED STATES", ""), group="NAT"))

    assert {"an actor is not a government": 1} == read(GDELT, data)[1]


@pytest.mark.parametrize(
    ("code", "kind", "modality"),
    [
        ("161", "relations_reduced", "done"),
        ("054", "statement", "done"),
        ("040", "consultations", "done"),
        ("1313", "threat", "done"),
        ("163", "sanctions_imposition", "claimed"),
        ("085", "sanctions_lifting", "claimed"),
        ("114", "protest_note", "done"),
    ],
)
def test_codes_become_types(code, kind, modality):
    """
    Each code becomes the type that it can tell, as surely as it can tell it.
    """
    (event,), _ = read(GDELT, table(gdelt(1, code)))

    assert (kind, modality) == (event.kind, event.modality.value)


def test_visits_paid_and_received_are_one():
    """
    A visit paid by one and one received by the other are the same meeting, with the same host.
    """
    paid, received = gdelt(1, "042", PERU, MEXICO), gdelt(2, "043", MEXICO, PERU)
    (one, other), _ = read(GDELT, table(paid, received))

    assert ("MEX", "PER") == (one.by, one.target)
    assert one.id == other.id


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("13y", "'13y' is no CAMEO code"),
        ("61", "'61' is no CAMEO code: it may have lost its leading zero"),
        ("", "the row has no event code"),
        ("190", "CAMEO 19: fighting is no act on relations"),
        ("174", "CAMEO 174: it does not tell diplomats, nationals and offenders apart"),
    ],
)
def test_codes_that_name_no_act(code, reason):
    """
    Codes that are none, and those that stand for no act, are set aside with the reason.
    """
    assert ([], {reason: 1}) == read(GDELT, table(gdelt(1, code)))


def test_nothing_reaches_the_state():
    """
    No event read from codes sets anything: what they tell is too little.
    """
    codes = ["161", "054", "163", "085", "130", "043", "114", "111"]
    events, _ = read(GDELT, table(*(gdelt(n, code) for n, code in enumerate(codes))))

    assert len(codes) == len(events)
    assert [] == list(replay(events).transitions())


def test_three_reports_agree():
    """
    The same act reported on three days differs in nothing but its date and evidence.
    """
    rows = [gdelt(n, on=f"2025060{n}") for n in (1, 2, 3)]
    events, _ = read(GDELT, table(*rows))

    assert {("relations_reduced", "HND", "TWN", None)} == {
        (one.kind, one.by, one.target, one.key) for one in events
    }


def test_duplicates_are_told():
    """
    A row that stands twice, and one whose number another has, are set aside.
    """
    data = table(gdelt(1), gdelt(1), gdelt(1, on="20250602"), gdelt(2))
    events, aside = read(GDELT, data)

    assert 2 == len(events)
    assert {"a row with its id stands there before": 2} == aside


def test_states_are_those_of_the_date():
    """
    A present code stands for the state that was there on the date.
    """
    (event,), _ = read(GDELT, table(gdelt(1, one=("RUS", "RUSSIA", "GOV"), on="19850311")))

    assert "SUN" == event.by


@pytest.mark.parametrize("on", ["20250631", "", "NA", "2025", "20250601.5"])
def test_bad_dates(on):
    """
    A date that is no day sets the row aside.
    """
    assert ([], {"the date of the event is no day": 1}) == read(GDELT, table(gdelt(1, on=on)))


def test_float_dates():
    """
    A date that a spreadsheet made a float is read.
    """
    (event,), _ = read(GDELT, table(gdelt(1, on="20250601.0")))

    assert "2025-06-01" == event.occurred.text


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends(end):
    """
    Lines may end in LF, CRLF or CR alone.
    """
    events, aside = read(GDELT, table(gdelt(1), gdelt(2, "190"), gdelt(3), end=end))

    assert (2, 1) == (len(events), sum(aside.values()))


def test_ragged_rows():
    """
    Rows with too few or too many columns, and empty lines, are set aside as such.
    """
    data = table(gdelt(1), "a\tb", gdelt(2) + "\tmore", "", gdelt(3))
    events, aside = read(GDELT, data)

    assert 2 == len(events)
    assert {
        "the row has 2 columns and not 57 or 58 or 61": 1,
        "the row has 62 columns and not 57 or 58 or 61": 1,
        "the line is empty": 1,
    } == aside


def test_a_ragged_first_row_counts_too():
    """
    The number of rows is exact also where the first has too many columns.
    """
    data = table(gdelt(1) + "\tmore\tstill", gdelt(2), gdelt(3, "190"))
    events, aside = read(GDELT, data)

    assert (1, 2) == (len(events), sum(aside.values()))


def test_quotes_mean_nothing():
    """
    A quote opens nothing: rows are lines.
    """
    events, aside = read(GDELT, table(gdelt(1, address='"https://a.example/'), gdelt(2)))

    assert (2, {}) == (len(events), aside)


def test_archives():
    """
    Tables in zip and gzip archives are read, each with its name.
    """
    data = zipped(a__csv=table(gdelt(1)), b__csv=table(gdelt(2, "190")))
    found = list(GDELT.extract(__import__("io").BytesIO(data), name="a.zip"))

    assert ["a.zip/b.csv"] == [one.file for one in found[1:]]
    assert 1 == len(read(GDELT, gzip.compress(table(gdelt(1))))[0])


def test_the_table_of_labels_holds_no_events():
    """
    The description of the columns, which lies beside the data, is set aside to the line.
    """
    data = b'tableId,dataType,Empty,Description\nSQLDATE,INTEGER,NULLABLE,"A, b"\n'

    assert ([], {"the table describes the columns of GDELT and holds no events": 2}) == read(
        GDELT, data
    )


def test_a_file_that_breaks_off():
    """
    A file cut off in a row gives what is whole, the rest as set aside, and one error.
    """
    whole = table(gdelt(1), gdelt(2))
    (events, aside), error = partly(GDELT, whole[:-80])

    assert (1, 1) == (len(events), sum(aside.values()))
    assert "a.csv: it breaks off in line 2, and what comes after is lost: fetch it again" == error


def test_rows_are_kept_if_asked():
    """
    The text of rows set aside is kept where that is asked for.
    """
    extractor = GdeltExtractor(ExtractOptions(keep_rows=True))
    (found,) = extractor.extract(__import__("io").BytesIO(table(gdelt(1, "190"))))

    assert (gdelt(1, "190"),) == found.rows
    assert (1,) == found.lines


def test_explanations():
    """
    Every row is explained, with its line.
    """
    data = table(gdelt(1), gdelt(2, "190"))
    told = list(GDELT.explain(__import__("io").BytesIO(data)))

    assert told[0].startswith(
        "GLOBALEVENTID 1, line 1: relations_reduced on 2025-06-01 because of"
    )
    assert "line 2: set aside: CAMEO 19: fighting is no act on relations" == told[1]


def test_many_blocks_count_exactly():
    """
    Rows in are events and rows set aside, over several blocks of a large table.
    """
    rows = [gdelt(n, ("161", "190", "13y", "040")[n % 4]) for n in range(40_000)]
    events, aside = read(GDELT, table(*rows))

    assert 20_000 == len(events)
    assert 40_000 == len(events) + sum(aside.values())
    assert 20_000 == len({one.evidence[0].place for one in events})


def test_a_reason_of_the_cut_line_alone():
    """
    What is read of a block and the start of a line after it leaves no empty reason behind.
    """
    short_row, long_row = (
        gdelt(1, "190"),
        gdelt(2, "075", address="https://a.example/" + "x" * 900_000),
    )
    rows = [short_row] * 21_000 + [long_row] * 3
    events, aside = read(GDELT, table(*rows))

    assert [] == events
    assert 21_003 == sum(aside.values())


def test_shared_files_count_to_the_row(shared):
    """
    On every file of the data at hand rows in are events and rows set aside.
    """
    for path in sorted((shared / "gdelt").iterdir()):
        data = path.read_bytes()
        events, aside = read(GDELT, data, name=path.name)
        assert data.count(b"\n") == len(events) + sum(aside.values()), path.name
        assert [] == list(replay(events).transitions())
