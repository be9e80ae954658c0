"""
The panel: one row for each dyad and unit of time, as the history has it.
"""

from __future__ import annotations

import datetime as dt
import json

import polars as pl
import pytest
from hypothesis import given as drawn
from hypothesis import settings
from hypothesis import strategies as st

from diplomodel import casebook_names, replay
from diplomodel import events as e
from diplomodel.casebooks import Casebook
from diplomodel.errors import BadInputError, UnknownNameError
from diplomodel.events import Observation
from diplomodel.histories import History
from diplomodel.schemes import to_cow, to_diplometrics
from diplomodel.subjects import subject_parts
from diplomodel_tables import panel, to_pandas
from diplomodel_tables._subjects import OF_PAIRS, ONE_VALUE


def units_of(first, last, unit):
    """
    The last covered day of each unit, counted without the library under test.
    """
    days = [dt.date.fromordinal(day) for day in range(first, last + 1)]
    key = {
        "day": lambda day: day,
        "month": lambda day: (day.year, day.month),
        "year": lambda day: day.year,
    }[unit]
    return list({key(day): day for day in days}.values())


def dyads_of(history: History):
    """
    The pairs of states of which any fluent is known.
    """
    found = (
        subject_parts(subject).pair for fluent, subject in history.keys() if not fluent.is_derived
    )
    return {"-".join(pair) for pair in found if pair is not None}


def check_against(history: History, frame: pl.DataFrame) -> None:
    """
    Compare every cell of a panel with what the history says on the row's date.
    """
    fluents = [one for one in history.rules.fluents if one.on in ONE_VALUE]
    for row in frame.iter_rows(named=True):
        one, other = row["state_a"], row["state_b"]
        snapshot = history.at(row["date"])
        for fluent in fluents:
            if fluent.on.value == "dyad":
                subjects = {fluent.name: row["dyad"]}
            else:
                subjects = {
                    f"{fluent.name}_ab": f"{one}>{other}",
                    f"{fluent.name}_ba": f"{other}>{one}",
                }
            for name, subject in subjects.items():
                assert row[name] == snapshot.value(fluent, subject), (name, row["date"])
        cow = to_cow(snapshot, one, other)
        assert (row["cow_de"], row["cow_dr_at_a"], row["cow_dr_at_b"]) == (
            cow.de,
            cow.dr_at_one,
            cow.dr_at_other,
        )
        diplometrics = to_diplometrics(snapshot, one, other)
        for side, found in (("a", diplometrics.at_one), ("b", diplometrics.at_other)):
            told = {
                part: row[f"diplometrics_{part}_at_{side}"]
                for part in ("level", "embassy", "focus")
            }
            assert told == {
                "level": found and found.level,
                "embassy": found and found.embassy and found.embassy.name.lower(),
                "focus": found and found.focus and found.focus.name.lower(),
            } or (found is not None and told["level"] == found.level == 0.0)


@pytest.mark.parametrize("unit", ["day", "month", "year"])
@pytest.mark.parametrize("name", casebook_names())
def test_rows(histories, name, unit):
    """
    The bundled casebooks have one row for each dyad and unit of the covered span, and no other.
    """
    history = histories[name]
    frame = panel(history, unit=unit)
    expected = [
        (dyad, day)
        for dyad in sorted(dyads_of(history))
        for day in units_of(history.first_day, history.last_day, unit)
    ]
    assert expected == frame.select("dyad", "date").rows()


@pytest.mark.parametrize("unit", ["month", "year"])
@pytest.mark.parametrize("name", casebook_names())
def test_agreement_of_longer_units(histories, name, unit):
    """
    Every row of a month or year has the values of the history at its last covered day.
    """
    check_against(histories[name], panel(histories[name], unit=unit))


@pytest.mark.parametrize("name", casebook_names())
def test_agreement_of_days(histories, name):
    """
    Every row of a day agrees with the history: all rows of short casebooks, and of longer ones
    those around every change.
    """
    history = histories[name]
    frame = panel(history)
    if frame.height > 1500:
        days = {spell.begins for spell in history.spells()}
        days |= {spell.ends for spell in history.spells() if spell.ends is not None}
        near = {dt.date.fromordinal(day + step) for day in days for step in (-1, 0, 1)}
        frame = frame.filter(pl.col("date").is_in(list(near)))
    check_against(history, frame)


@pytest.mark.parametrize("name", casebook_names())
def test_nothing_changes_between_changes(histories, name):
    """
    The rows of days differ from those of the day before only where the history has a change.
    """
    history = histories[name]
    frame = panel(history)
    days = {spell.begins for spell in history.spells()}
    days |= {spell.ends for spell in history.spells() if spell.ends is not None}
    still = ["date", "changes", "last_known", "ccode_a", "ccode_b", "gwno_a", "gwno_b"]
    values = frame.drop(still)
    for before, row, day in zip(
        values.rows(), values.rows()[1:], frame.get_column("date")[1:], strict=False
    ):
        if before[0] == row[0] and day.toordinal() not in days:
            assert before == row


DAYS = st.dates(dt.date(2022, 12, 1), dt.date(2023, 2, 10)).map(str)
WAYS = st.sampled_from([("MEX", "PER"), ("PER", "MEX"), ("BRA", "PER")])


@st.composite
def acts(draw):
    """
    Events of few states, exact or vague, that meet each other.
    """
    one, other = draw(WAYS)
    when = draw(DAYS | st.sampled_from(["2022-12", "../2023-01-05", "2022-12-07/..", "2023"]))
    envoy = {"sender": one, "receiver": other, "person": "ana"}
    make = draw(
        st.sampled_from(
            [
                lambda: e.RelationsBreak(occurred=when, by=one, target=other),
                lambda: e.RelationsRestoration(occurred=when, parties=(one, other)),
                lambda: e.CredentialsPresentation(occurred=when, **envoy),
                lambda: e.AmbassadorRecall(occurred=when, **envoy),
                lambda: e.AmbassadorExpulsion(occurred=when, **envoy),
                lambda: e.EnvoyDeparture(occurred=when, **envoy, reason="expelled"),
                lambda: e.MissionClosure(occurred=when, sender=one, receiver=other),
                lambda: e.MissionOpening(
                    occurred=when, sender=one, receiver=other, level="interests_section"
                ),
                lambda: e.ProtectingPowerFunction(
                    occurred=when,
                    sender=one,
                    receiver=other,
                    protector="CHE",
                    scope=("interests",),
                ),
                lambda: Observation(
                    occurred=when,
                    fluent="relations",
                    subject=f"{one}-{other}",
                    value="established",
                ),
            ]
        )
    )
    return make()


@settings(max_examples=25, deadline=None)
@drawn(events=st.lists(acts(), max_size=8), unit=st.sampled_from(["day", "month", "year"]))
def test_agreement_of_any_events(events, unit):
    """
    Whatever happens, the panel agrees with the history at every row.
    """
    history = replay(events)
    frame = panel(history, unit=unit, first="2022-11-28", last="2023-02-20")
    pairs = sorted(dyads_of(history))
    expected = [
        (dyad, day)
        for dyad in pairs
        for day in units_of(
            dt.date(2022, 11, 28).toordinal(), dt.date(2023, 2, 20).toordinal(), unit
        )
    ]
    assert expected == frame.select("dyad", "date").rows()
    check_against(history, frame)


def test_certainty(histories):
    """
    With `certainty`, every value says how surely it holds, as the history does.
    """
    history = histories["peru-mexico"]
    frame = panel(history, unit="month", certainty=True, last="2026-06-30", dyads=["PER-MEX"])
    seen = set()
    for row in frame.iter_rows(named=True):
        state = history.at(row["date"]).between("MEX", "PER")
        fluent = history.rules.fluent("relations")
        seen.add(row["relations_certainty"])
        assert state.certainty(fluent) == row["relations_certainty"]
        level = history.rules.fluent("mission_level")
        expected = history.at(row["date"]).certainty(level, "MEX>PER")
        assert expected == row["mission_level_ab_certainty"]
    assert {"certain", "last_known"} <= seen


def test_parts(histories):
    """
    Fluents of parts of a dyad come as lists of part and value.
    """
    history = histories["peru-mexico"]
    frame = panel(history, unit="month", fluents=["asylum", "visa_rule"], dyads=["MEX-PER"])
    for row in frame.iter_rows(named=True):
        for name in ("asylum", "visa_rule"):
            fluent = history.rules.fluent(name)
            for column, head in ((f"{name}_ab", "MEX>PER/"), (f"{name}_ba", "PER>MEX/")):
                expected = [
                    {"part": subject.removeprefix(head), "value": str(value)}
                    for subject in history.subjects(fluent)
                    if subject.startswith(head)
                    and (value := history.value(fluent, subject, row["date"])) is not None
                ]
                assert expected == row[column]
    assert frame.get_column("asylum_ab").list.len().max() > 1


def test_fluents_of_states(histories):
    """
    A fluent of states gives a column for each of the two.
    """
    frame = panel(histories["peru-mexico"], fluents="head_of_state", dyads="MEX-PER")
    row = frame.row(by_predicate=pl.col("date") == dt.date(2025, 11, 3), named=True)
    assert ("claudia-sheinbaum", "jose-jeri") == (row["head_of_state_a"], row["head_of_state_b"])


@pytest.mark.parametrize("unit", ["day", "month", "year"])
@pytest.mark.parametrize("name", casebook_names())
def test_changes_are_counted(histories, name, unit):
    """
    The changes of all rows add up to those of the history in the covered span.
    """
    history = histories[name]
    kinds = {fluent.name: fluent.on for fluent in history.rules.fluents}
    expected = sum(
        history.first_day <= change.day <= history.last_day
        and kinds[change.fluent] in OF_PAIRS
        and subject_parts(change.subject).pair is not None
        for change in history.transitions()
    )
    assert expected == panel(history, unit=unit).get_column("changes").sum()


def test_days_are_counted(histories):
    """
    A month or year at the edge says how many of its days are covered.
    """
    frame = panel(histories["peru-mexico"], unit="year", dyads=["MEX-PER"])
    assert [26, 365, 366, 365, 74] == frame.get_column("days").to_list()


def test_last_known(histories):
    """
    Rows after the last day covered say so.
    """
    frame = panel(histories["us-cuba"], first="2015-12-30", last="2016-01-02")
    assert [False, False, True, True] == frame.get_column("last_known").to_list()


def test_numbers_change_with_the_date():
    """
    The numbers of other data are those of the date, and null where there is none.
    """
    seen = Observation(occurred="1980", fluent="relations", subject="DEU-SUN", value="established")
    frame = panel(replay([seen]), unit="year", first="1989-01-01", last="1992-12-31")
    numbers = frame.select("ccode_a", "gwno_b").rows()
    assert [(260, 365), (255, 365)] == numbers[:2]
    odd = Observation(occurred="1980", fluent="relations", subject="PER-QQQ", value="none")
    frame = panel(replay([odd]), unit="year", first="1989-01-01", last="1989-12-31")
    assert [(135, None)] == frame.select("ccode_a", "ccode_b").rows()


def test_span_without_coverage():
    """
    Without coverage the days run from the first change to the last.
    """
    history = replay(
        [
            e.RelationsBreak(occurred="2022-12-07", by="PER", target="MEX"),
            e.RelationsRestoration(occurred="2022-12-10", parties=("MEX", "PER")),
        ]
    )
    dates = panel(history).get_column("date")
    assert (4, dt.date(2022, 12, 7), dt.date(2022, 12, 10)) == (
        len(dates),
        dates.min(),
        dates.max(),
    )


def test_nothing():
    """
    Nothing gives no rows and the same columns.
    """
    empty = panel(replay([]))
    break_ = e.RelationsBreak(occurred="2022-12-07", by="PER", target="MEX")
    assert 0 == empty.height
    assert empty.schema == panel(replay([break_])).schema


def test_a_dyad_of_which_nothing_is_known(histories):
    """
    A dyad asked for by name has its rows, with nulls, also where nothing is known of it.
    """
    frame = panel(histories["us-cuba"], unit="year", dyads=["CHE-AUT"], last="1961-12-31")
    assert [("AUT-CHE", None, None)] == frame.select("dyad", "relations", "cow_de").rows()


def test_organisations_are_no_states():
    """
    Pairs with an organisation make no rows.
    """
    ended = Observation(
        occurred="2022-12-07", fluent="sanction", subject="org:oas>PER/trade", value="in_force"
    )
    assert 0 == panel(replay([ended])).height


def test_a_casebook_will_do(cases, histories):
    """
    A casebook is replayed by the core's rules.
    """
    assert panel(cases["us-cuba"], unit="year").equals(panel(histories["us-cuba"], unit="year"))
    assert 0 == panel(Casebook()).height


@pytest.mark.parametrize(
    ("options", "error", "message"),
    [
        ({"unit": "decade"}, BadInputError, "'decade' is not a Unit"),
        ({"fluents": ["relation"]}, UnknownNameError, "did you mean 'relations'"),
        ({"fluents": ["custody"]}, BadInputError, "is of a person, which a panel of dyads"),
        ({"dyads": ["PER"]}, BadInputError, "write it like 'MEX-PER'"),
        ({"first": "2022-12"}, BadInputError, "2022-12"),
        (
            {"first": "2023-01-01", "last": "2022-01-01"},
            BadInputError,
            "the last day, 2022-01-01, is before the first",
        ),
    ],
)
def test_bad_options(histories, options, error, message):
    """
    What cannot be shown is refused with the remedy.
    """
    with pytest.raises(error, match=message):
        panel(histories["us-cuba"], **options)


def test_pandas(histories):
    """
    The frame for pandas has dates of its own and the same rows.
    """
    frame = panel(histories["ecuador-mexico"])
    found = to_pandas(frame)
    assert frame.height == len(found)
    assert found["date"].dtype.kind == "M"
    assert frame.get_column("relations").null_count() == found["relations"].isna().sum()
    assert json.loads(found["relations"].dropna().iloc[:1].to_json(orient="values"))
