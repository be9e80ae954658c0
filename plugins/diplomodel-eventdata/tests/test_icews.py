"""
ICEWS.
"""

from __future__ import annotations

import pytest

from diplomodel.histories import replay
from diplomodel_eventdata._icews import IcewsExtractor
from eventrows import ICEWS, icews, partly, read, table, zipped


EXTRACTOR = IcewsExtractor()
EXEC = "Government,Executive,Foreign Ministry"


def one_row(**more):
    return read(EXTRACTOR, table(ICEWS, icews(1, **more)))


def test_a_row():
    """
    A row gives an event whose evidence names its publisher, day, story and line.
    """
    (event,), aside = one_row()
    piece = event.evidence[0]

    assert {} == aside
    assert ("relations_reduced", "HND", "TWN") == (event.kind, event.by, event.target)
    assert ("A Wire", "2025-06-01") == (piece.source.publisher, piece.source.published.text)
    assert "event 1, story 71, line 2" == piece.place


@pytest.mark.parametrize(
    "header",
    [
        ICEWS.replace(" ", "."),
        ICEWS.lower().replace(" ", "_"),
        "\t".join(f'"{name}"' for name in ICEWS.split("\t")),
    ],
)
def test_names_of_columns_in_other_spellings(header):
    """
    Dots, underscores, case and quotes in names of columns make no difference.
    """
    assert 1 == len(read(EXTRACTOR, table(header, icews(1)))[0])


def test_columns_in_another_order():
    """
    Columns are found by their names and not by their places.
    """
    names, cells = ICEWS.split("\t"), icews(1).split("\t")
    data = table("\t".join(names[::-1]), "\t".join(cells[::-1]))

    assert ["HND"] == [event.by for event in read(EXTRACTOR, data)[0]]


def test_a_table_without_names():
    """
    A table without a first line of names is read in the usual order, and counts from line 1.
    """
    events, aside = read(EXTRACTOR, table(icews(1), icews(2, "190")))

    assert (1, 1) == (len(events), sum(aside.values()))


def test_cells_in_quotes():
    """
    Quotes around cells are no part of them.
    """
    quoted = "\t".join(f'"{cell}"' for cell in icews(1).split("\t"))

    assert 1 == len(read(EXTRACTOR, table(ICEWS, quoted))[0])


def test_the_layout_of_2017():
    """
    Without codes the text of the event stands for them, and dates are written month first.
    """
    places = [place for place, name in enumerate(ICEWS.split("\t")) if name != "CAMEO Code"]
    rows = (ICEWS, icews(1, on="6/1/2017"), icews(2, on="6/1/2017", text="Fight"))
    data = table(*("\t".join(row.split("\t")[place] for place in places) for row in rows))
    (event,), aside = read(EXTRACTOR, data)

    assert ("relations_reduced", "2017-06-01") == (event.kind, event.occurred.text)
    assert {"the text of the event is that of no code that an event stands for": 1} == aside


def test_missing_columns_are_all_told():
    """
    All columns that are missing are told at once, with what may be meant.
    """
    header = ICEWS.replace("Event Date", "Event Dat").replace("Target Country\t", "")
    (events, _), error = partly(EXTRACTOR, table(header, icews(1)))

    assert [] == events
    assert "the column 'event date' is missing; did you mean 'event dat'?" in error
    assert "the column 'target country' is missing" in error


@pytest.mark.parametrize(
    ("one", "reason"),
    [
        (("Carpenter (Italy)", "Labor,Social", "Italy"), "an actor is not a government"),
        (("Police (Peru)", "Government,Police", "Peru"), "an actor is not a government"),
        (
            ("Congress (Peru)", "Government,Legislative / Parliamentary", "Peru"),
            "an actor is not a government",
        ),
        (("Abkhazia", "Dissident,Separatists", "Georgia"), "an actor is not a government"),
        (("Citizen (Peru)", "NA", "Peru"), "an actor is not a government"),
        (
            ("UN Security Council", "International Government Organization", "NA"),
            "an actor has no country",
        ),
        (("Taiwan", EXEC, "Taiwan"), "both actors are of one state"),
        (("Atlantis", "NA", "Atlantis"), "an actor's country is no state on that date"),
    ],
)
def test_only_governments_act(one, reason):
    """
    Rows of which a side is no government of another state are set aside with the reason.
    """
    assert ([], {reason: 1}) == one_row(one=one)


@pytest.mark.parametrize(
    "one",
    [
        ("Peru", "NA", "Peru"),
        ("Foreign Affairs (Peru)", EXEC, "Peru"),
        ("An Official (Peru)", "Government", "Peru"),
        ("A President", "Legislative / Parliamentary,Executive Office,Parties", "Peru"),
        ("Army (Peru)", "Military,Government", "Peru"),
    ],
)
def test_governments(one):
    """
    A government is named as its state is, or belongs to the executive.
    """
    assert ["PER"] == [event.by for event in one_row(one=one)[0]]


def test_numbers_repeat_with_other_dates():
    """
    Rows with one number are two events where their dates differ, and one where they do not.
    """
    rows = (icews(1), icews(1, on="2025-06-02"), icews(1, story="72"), icews(1))
    events, aside = read(EXTRACTOR, table(ICEWS, *rows))

    assert (2, 2) == (len(events), sum(aside.values()))


def test_zipped_tables_with_latin_1():
    """
    A zipped table in Latin-1 is read, accents and all.
    """
    data = zipped(a__tab=table(ICEWS, icews(1, publisher="La Nación"), encoding="latin-1"))
    (event,), _ = read(EXTRACTOR, data)

    assert "La Nación" == event.evidence[0].source.publisher


def test_shared_file(shared):
    """
    The sample at hand counts to the row, and the break of 2018 is three reports that agree.
    """
    (path,) = (shared / "icews").iterdir()
    data = path.read_bytes()
    events, aside = read(EXTRACTOR, data)
    breaks = [one for one in events if one.kind == "relations_reduced" and one.target == "TWN"]

    assert data.count(b"\n") - 1 == len(events) + sum(aside.values())
    assert 3 == len({one.occurred.text for one in breaks})
    assert {("BFA", None, "done")} == {(one.by, one.key, one.modality.value) for one in breaks}
    assert 3 == len({one.evidence[0].source.publisher for one in breaks})
    assert [] == list(replay(events).transitions())
