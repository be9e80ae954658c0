"""
POLECAT.
"""

from __future__ import annotations

import pytest

from diplomodel_eventdata._polecat import PolecatExtractor
from eventrows import POLECAT, partly, polecat, read, table


EXTRACTOR = PolecatExtractor()


def one_row(*given, **more):
    return read(EXTRACTOR, table(POLECAT, polecat(1, *given, **more)))


@pytest.mark.parametrize("encoding", ["utf-8", "latin-1"])
def test_both_encodings(encoding):
    """
    A table in UTF-8 and one in Latin-1 give the same event.
    """
    (event,), aside = read(EXTRACTOR, table(POLECAT, polecat(1), encoding=encoding))
    source = event.evidence[0].source

    assert {} == aside
    assert ("relations_reduced", "HND", "TWN") == (event.kind, event.by, event.target)
    assert ("La Nación", "2025-06-01") == (source.publisher, source.published.text)


@pytest.mark.parametrize(
    ("kind", "mode", "found"),
    [
        ("SANCTION", "None", "relations_reduced"),
        ("sanction", "Expel", "relations_reduced"),
        ("CONSULT", "None", "consultations"),
        ("CONSULT", "visit", "meeting"),
        ("CONSULT", "phone", "talks"),
        ("THREATEN", "None", "threat"),
        ("ACCUSE", "disapprove", "statement"),
        ("SUPPORT", "None", "statement"),
    ],
)
def test_types(kind, mode, found):
    """
    A type and its mode become the event type that they can tell.
    """
    assert [found] == [event.kind for event in one_row(kind, mode)[0]]


@pytest.mark.parametrize(
    ("kind", "mode", "contexts", "reason"),
    [
        (
            "SANCTION",
            "discontinue",
            "diplomatic",
            "it does not say that diplomatic relations were reduced",
        ),
        ("SANCTION", "withdraw", "military; economic", "its contexts are of other relations"),
        ("SANCTION", "withdraw", "diplomatic; historical", "the row reports history"),
        ("SANCTION", "withdraw", "hypothetical", "the row reports what might be"),
        ("ACCUSE", "None", "None", "without a mode it may be words or an investigation"),
        ("CONSULT", "third-party", "None", "mediation without its parties"),
        ("ASSAULT", "None", "None", "violence is no act on relations"),
        ("SANCTIONS", "None", "None", "'SANCTIONS' is no PLOVER code"),
    ],
)
def test_what_is_no_act(kind, mode, contexts, reason):
    """
    Types, modes and contexts that tell no act set the row aside with the reason.
    """
    events, aside = one_row(kind, mode, contexts=contexts)

    assert [] == events
    assert reason in next(iter(aside))


@pytest.mark.parametrize(
    ("contexts", "modality"),
    [("None", "done"), ("diplomatic; future", "planned"), ("diplomatic;negation", "denied")],
)
def test_contexts_tell_how_surely(contexts, modality):
    """
    What is to come is planned, and what is negated is denied.
    """
    assert [modality] == [event.modality.value for event in one_row(contexts=contexts)[0]]


@pytest.mark.parametrize(
    ("one", "reason"),
    [
        (("HND; PER", "91; 135", "GOV"), "an actor is of several states"),
        (("PER", "91", "GOV"), "an actor's country and Correlates of War number"),
        (("PER", "135", "CVL"), "an actor is not a government"),
        (("PER", "135", "LEG"), "an actor is not a government"),
        (("None", "None", "GOV"), "an actor has no country"),
        (("TWN", "713", "GOV"), "both actors are of one state"),
    ],
)
def test_only_governments_act(one, reason):
    """
    Rows of which a side is no government of another state are set aside with the reason.
    """
    events, aside = one_row(one=one)

    assert [] == events
    assert reason in next(iter(aside))


def test_countries_by_name():
    """
    A country may be named instead of coded.
    """
    assert ["PER"] == [event.by for event in one_row(one=("Peru", "None", "GOV"))[0]]


def test_empty_columns_after_the_last():
    """
    Some releases have tabs after the last column, in the names too.
    """
    data = table(POLECAT + "\t\t", polecat(1) + "\t\t", polecat(2) + "\t\t")

    assert (2, {}) == (len(read(EXTRACTOR, data)[0]), read(EXTRACTOR, data)[1])


def test_more_names_than_columns():
    """
    Where a release has more names than columns, the columns are the usual ones.
    """
    header = POLECAT.replace("Event Type", "Headline\tEvent Type")

    assert 1 == len(read(EXTRACTOR, table(header, polecat(1)))[0])


def test_a_table_without_names():
    """
    A table without a first line of names is read in the usual order.
    """
    assert 2 == len(read(EXTRACTOR, table(polecat(1), polecat(2)))[0])


def test_duplicates():
    """
    Rows that stand twice, and numbers that do, are set aside.
    """
    rows = (polecat(1), polecat(1), polecat(1, source="Another"), polecat(2))
    events, aside = read(EXTRACTOR, table(POLECAT, *rows))

    assert (2, 2) == (len(events), sum(aside.values()))


def test_missing_columns_are_told():
    """
    A table that lacks columns is refused with their names.
    """
    assert (
        "'recipient country' is missing"
        in partly(
            EXTRACTOR, table(POLECAT.replace("Recipient Country", "Recipient Land"), polecat(1))
        )[1]
    )
