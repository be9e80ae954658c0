"""
Reports of one happening, from sources of all sorts, and what becomes of them.
"""

from __future__ import annotations

import importlib.util
import pickle
from pathlib import Path

import attrs
import pytest

import diplomodel as dm
from diplomodel.errors import BadInputError, UnknownNameError
from diplomodel.events import (
    AmbassadorExpulsion,
    AmbassadorRecall,
    CoupAttempt,
    Event,
    Link,
    PersonaNonGrata,
    ProtestNote,
    RelationsBreak,
    RelationsReduced,
    SelfCoupAttempt,
    StaffExpulsion,
    Statement,
)
from diplomodel.evidence import Claim, Evidence, Source, Verdict
from diplomodel.reconcile import ActorKind, Settings, merged, reconcile


BENCHMARK = Path(__file__).parents[2] / "benchmarks" / "reconcile.py"


def source(name: str, **more: object) -> tuple[Evidence, ...]:
    return (Evidence(source=Source(id=name, publisher=name.upper(), **more)),)


def coded(day: str, **more: object) -> RelationsReduced:
    row = Evidence(
        source=Source(id="gdelt", publisher="GDELT", kind="dataset"), place=f"row {day}"
    )
    return RelationsReduced(occurred=day, by="PER", target="MEX", evidence=(row,), **more)


def broken(day: str, name: str, **more: object) -> RelationsBreak:
    values = {"by": "PER", "target": "MEX", **more}
    return RelationsBreak(occurred=day, evidence=source(name), **values)


def only(reports: list[Event], **knobs: object) -> Event:
    (event,) = reconcile(reports, settings=Settings(**knobs)).events
    return event


@pytest.fixture(scope="module")
def bench():
    spec = importlib.util.spec_from_file_location("benchmark_reconcile", BENCHMARK)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", dm.casebook_names())
def test_casebooks_come_back(bench, name: str) -> None:
    """
    A casebook split into the reports of its single sources gives back its events.
    """
    given = bench.split(dm.casebook(name))
    precision, _, both = bench.scored(reconcile(given.reports), given)

    assert precision >= 0.98
    assert both >= (0.98 if name == "peru-mexico" else 0.95)


@pytest.mark.parametrize("name", dm.casebook_names())
def test_casebooks_stay_as_they_are(name: str) -> None:
    """
    What a coder told apart stays apart.
    """
    case = dm.casebook(name)

    assert set(case.events) == set(reconcile(case.events).events)


def test_noisy_reports_come_back(bench) -> None:
    """
    Reports with days, names, sides and fields that are off are told by their happenings.
    """
    given = bench.noisy(3_000)
    found = reconcile(given.reports)

    assert bench.scored(found, given)[2] >= 0.95
    assert len(given.reports) == found.counts["reports"]


def test_a_break_reported_on_three_days_is_one() -> None:
    """
    Coded data that repeat a break give one event, dated by the first report.
    """
    event = only([coded("2025-11-05"), coded("2025-11-03"), coded("2025-11-04")])

    assert "2025-11-03" == str(event.occurred)
    assert 3 == len(event.evidence)
    assert {("occurred", Verdict.REJECTED)} == {(c.field, c.verdict) for c in event.claims}


def test_sources_of_all_sorts_meet() -> None:
    """
    A casebook's event, a news text and coded rows are one event, of the finer type, as coded.
    """
    event = broken("2025-11-03", "sre", label="pm41", ground="the asylum of Betssy Chávez")
    found = only([coded("2025-11-04"), broken("2025-11-04", "rpp"), event, coded("2025-11-03")])

    assert ("pm41", "relations_break", "2025-11-03") == (
        found.label,
        found.kind,
        str(found.occurred),
    )
    assert {"sre", "rpp", "gdelt"} == {piece.source.id for piece in found.evidence}
    assert "the asylum of Betssy Chávez" == found.ground


def test_coarse_reports_do_not_bridge() -> None:
    """
    A coarse report between two acts joins one of them, and does not make them one.
    """
    recall = AmbassadorRecall(
        occurred="2025-11-03",
        sender="PER",
        receiver="MEX",
        person="ana-lopez",
        evidence=source("a"),
    )
    found = reconcile([coded("2025-11-03"), recall, broken("2025-11-05", "b")])

    assert {"ambassador_recall": 2, "relations_break": 1} == {
        one.event.kind: len(one.reports) for one in found.happenings
    }


def test_coarse_reports_stay_apart_on_demand() -> None:
    """
    Coarse reports merge only where the settings let them.
    """
    reports = [coded("2025-11-03"), broken("2025-11-03", "b")]

    assert 2 == len(reconcile(reports, settings=Settings(merge_coarse=False)).events)


def test_coarse_reports_before_the_act_stay_apart() -> None:
    """
    What was coded days before an act is not of it.
    """
    assert 2 == len(reconcile([coded("2025-10-30"), broken("2025-11-03", "b")]).events)


def test_bare_coded_statements_become_evidence() -> None:
    """
    A statement that a machine coded without speaker or words joins one of that side and day.
    """
    row = source("icews", kind="dataset")
    bare = Statement(occurred="2025-11-03", by="MEX", target="PER", evidence=row)
    other = Statement(occurred="2025-11-03", by="PER", target="MEX", evidence=row)
    note = ProtestNote(occurred="2025-11-03", by="MEX", target="PER", evidence=source("a"))
    found = reconcile([bare, other, note])

    assert ["protest_note", "statement"] == sorted(event.kind for event in found.events)
    assert (bare, note) == found.happening(note).reports or (note, bare) == found.happening(
        note
    ).reports


@pytest.mark.parametrize(
    ("coarse", "fine", "values"),
    [
        (CoupAttempt, SelfCoupAttempt, {"state": "PER", "by": ["pedro-castillo"]}),
        (
            PersonaNonGrata,
            AmbassadorExpulsion,
            {"sender": "MEX", "receiver": "PER", "person": "pablo-monroy"},
        ),
    ],
)
def test_derived_types_are_finer(coarse: type[Event], fine: type[Event], values: dict) -> None:
    """
    Of a type and one derived from it, the latter names the happening.
    """
    one = coarse(occurred="2022-12-07", evidence=source("a"), **values)
    other = fine(occurred="2022-12-07", evidence=source("b"), **values)

    assert fine is type(only([one, other]))


def test_lone_wrong_sides_are_put_right() -> None:
    """
    A report with the sides exchanged joins those that agree, as a rejected claim.
    """
    wrong = broken("2025-11-03", "c", by="MEX", target="PER")
    event = only([broken("2025-11-03", "a"), broken("2025-11-03", "b"), wrong])

    assert ("PER", "MEX") == (event.by, event.target)
    assert [("by", "MEX"), ("target", "PER")] == [(c.field, c.value) for c in event.claims]
    assert all(claim.verdict is Verdict.REJECTED and ("C",) == claim.by for claim in event.claims)


def test_wrong_sides_stay_on_demand() -> None:
    """
    Sides are exchanged only where the settings let them.
    """
    reports = [broken("2025-11-03", "a"), broken("2025-11-03", "b")]
    wrong = broken("2025-11-03", "c", by="MEX", target="PER")

    assert 2 == len(reconcile([*reports, wrong], settings=Settings(swap_sides=False)).events)


def test_answers_in_kind_stay_apart() -> None:
    """
    An expulsion that answers another, days later, is an act of its own.
    """
    first = StaffExpulsion(
        occurred="2018-03-14", sender="RUS", receiver="GBR", number=23, evidence=source("a")
    )
    again = attrs.evolve(first, evidence=source("b"))
    answer = StaffExpulsion(
        occurred="2018-03-17", sender="GBR", receiver="RUS", number=23, evidence=source("c")
    )

    assert [1, 2] == sorted(
        len(one.reports) for one in reconcile([first, again, answer]).happenings
    )


def test_spellings_of_one_person_are_one() -> None:
    """
    A person spelled otherwise is the same, and the spelling is kept as a rejected claim.
    """
    reports = [
        PersonaNonGrata(
            occurred="2025-11-06",
            sender="MEX",
            receiver="PER",
            person=name,
            evidence=source(f"s{i}"),
        )
        for i, name in enumerate(["karla-ornelas", "karla-ornela", "karla-ornelas"])
    ]
    event = only(reports)

    assert "karla-ornelas" == event.person
    (claim,) = event.claims
    assert ("karla-ornela", "another spelling of karla-ornelas") == (claim.value, claim.reason)


def test_other_persons_are_other_happenings() -> None:
    """
    Two persons declared unwelcome on one day are two happenings.
    """
    reports = [
        PersonaNonGrata(
            occurred="2025-11-06", sender="MEX", receiver="PER", person=name, evidence=source(name)
        )
        for name in ("ana-lopez", "juan-perez")
    ]

    assert 2 == len(reconcile(reports).events)


def test_one_document_tells_days_apart() -> None:
    """
    One text that gives two days tells of two happenings; a data set repeats itself.
    """
    reports = [broken("2025-11-03", "a"), broken("2025-11-05", "a")]
    found = reconcile(reports)

    assert 2 == len(found.events)
    assert "one document tells them apart" in "\n".join(found.explain())


def test_chains_end() -> None:
    """
    Reports day after day do not run into one another without end.
    """
    reports = [
        StaffExpulsion(
            occurred=f"2025-11-{day:02}", sender="MEX", receiver="PER", evidence=source(f"s{day}")
        )
        for day in range(1, 29)
    ]
    days = [
        [report.occurred.first for report in one.reports] for one in reconcile(reports).happenings
    ]

    assert all(max(own) - min(own) <= Settings().span for own in days)
    assert len(days) > 1


def test_keys_and_links_tell_apart() -> None:
    """
    What coders gave different keys, or linked to one another, stays apart.
    """
    keyed = [broken("2025-11-03", name, key=name) for name in ("a", "b")]
    linked = [
        broken("2025-11-03", "a", label="first"),
        broken("2025-11-03", "b", links=[Link(kind="in_response_to", to="first")]),
    ]

    assert [2, 2] == [len(reconcile(reports).events) for reports in (keyed, linked)]


def test_equal_ids_that_details_tell_apart_get_keys() -> None:
    """
    Two statements of one day that differ in their subject alone stay two for a replay too.
    """
    reports = [
        Statement(
            occurred="2022-12-08",
            by="MEX",
            target="PER",
            speaker="ana-lopez",
            about=about,
            evidence=source(name),
        )
        for name, about in (("a", "visas for students"), ("b", "removal of a president"))
    ]
    found = reconcile(reports)

    assert reports[0].id == reports[1].id
    assert 2 == len({event.id for event in found.events})
    assert set(reports) == set(found.reports)


def test_vague_dates_fit_one_happening_only() -> None:
    """
    A month joins the one day that it fits, and neither of two that fit as well.
    """
    month = broken("2025-11", "m")
    one = StaffExpulsion(occurred="2025-11", sender="MEX", receiver="PER", evidence=source("m"))
    days = [
        attrs.evolve(one, occurred=day, evidence=source(day))
        for day in ("2025-11-02", "2025-11-28")
    ]

    assert "2025-11-03" == str(only([month, broken("2025-11-03", "a")]).occurred)
    assert 3 == len(reconcile([one, *days]).events)


def test_slips_of_the_year_are_found() -> None:
    """
    The right day of the wrong year joins what several tell, if a person or words agree.
    """
    reports = [
        broken(day, name, ground="interference in internal affairs")
        for name, day in (("a", "2025-11-03"), ("b", "2025-11-03"), ("c", "2024-11-03"))
    ]
    event = only(reports)

    assert "2025-11-03" == str(event.occurred)
    assert ["2024-11-03"] == [str(claim.value) for claim in event.claims]


def test_reports_that_leave_a_side_out_join_one_that_names_it() -> None:
    """
    A statement of which the target is not told joins the one that it fits.
    """
    told = {"occurred": "2025-11-24", "by": "MEX", "speaker": "ana-lopez", "about": "safe conduct"}
    whole = Statement(target="PER", evidence=source("a"), **told)
    part = Statement(evidence=source("b"), **told)

    assert "PER" == only([whole, part]).target


def test_claims_of_reports_are_kept() -> None:
    """
    Claims that reports bring are kept, and not made anew by the report that they are of.
    """
    late = Claim(
        text="on the 4th", field="occurred", value="2025-11-04", by="C", evidence=source("c")
    )
    late = attrs.evolve(late, value=dm.PartialDate.parse("2025-11-04"), verdict="rejected")
    event = broken("2025-11-03", "a", label="x", claims=[late])
    found = only([event, broken("2025-11-04", "c"), broken("2025-11-04", "d")])

    (claim,) = found.claims
    assert ("on the 4th", ("C", "D")) == (claim.text, claim.by)


def test_the_date_is_no_later_than_a_first_report() -> None:
    """
    A happening is not dated after a report of it was published.
    """
    early = RelationsBreak(
        occurred="2025-11-03",
        by="PER",
        target="MEX",
        evidence=source("a", published="2025-11-03"),
    )
    late = [broken("2025-11-04", name) for name in ("b", "c", "d")]

    assert "2025-11-03" == str(only([early, *late]).occurred)


def test_links_follow_merged_events() -> None:
    """
    A link to a label that is gone leads to the event that took its place; undoing restores it.
    """
    reports = [
        broken("2025-11-03", "a", label="x"),
        broken("2025-11-03", "b", label="y"),
        broken("2026-11-03", "c", links=[Link(kind="in_response_to", to="y")]),
        broken("2026-11-03", "d", links=[Link(kind="in_response_to", to="x")]),
    ]
    first, second = sorted(reconcile(reports).events, key=lambda event: event.occurred.first)

    assert {first.label} == {link.to for link in second.links}
    assert set(reports) == {*reconcile(reports).undo().events}


def test_gates_keep_out_and_say_why() -> None:
    """
    What has too few sources, too little confidence, or other actors is kept out, with the reason.
    """
    lone, pair = broken("2020-01-01", "a"), [broken("2025-11-03", name) for name in "bc"]
    firm = RelationsBreak(occurred="2025-11-03", by="QQA", target="QQB", evidence=source("d"))
    reports = [lone, *pair, firm]
    knobs = (
        {"least_sources": 2, "actor_kinds": ["state"]},
        {"least_confidence": 0.9, "actor_kinds": ActorKind.STATE},
    )
    reasons = []
    for values in knobs:
        found = reconcile(reports, settings=Settings(**values))
        assert {"reports": 4, "merged": 2, "alone": 0, "gated": 2} == found.counts
        reasons.append(sorted(gated.reason for gated in found.gated))

    assert [
        ["QQA is no state", "it has 1 source, fewer than 2"],
        ["QQA is no state", "its confidence is 0.80, less than 0.90"],
    ] == reasons


def test_explanations_name_points_claims_and_near_misses() -> None:
    """
    An explanation tells what spoke for each merge, what differs, and what was nearly merged.
    """
    reports = [broken("2025-11-03", "a"), broken("2025-11-04", "b")]
    visit = Statement(occurred="2025-11-03", by="MEX", target="PER", evidence=source("a"))
    other = Statement(occurred="2025-11-05", by="MEX", target="PER", evidence=source("b"))
    text = "\n".join(reconcile([*reports, visit, other]).explain())

    assert "merged because 2025-11-03 relations_break [a]" in text
    assert "seldom done twice (+4); 1 day apart (+3)" in text
    assert "claim open: occurred: 2025-11-04 (B)" in text


def test_one_happening_is_explained_by_name() -> None:
    """
    An explanation can be had for a report, an event, a label or an id.
    """
    reports = [broken("2025-11-03", "a", label="x"), broken("2025-11-03", "b")]
    found = reconcile([*reports, broken("2020-01-01", "c")])
    (event,) = [event for event in found.events if event.label == "x"]
    lines = {found.explain(of) for of in (reports[0], reports[1], event, "x", event.id)}

    assert 1 == len(lines)
    with pytest.raises(UnknownNameError, match="unknown event 'z'"):
        found.explain("z")


def test_unknown_things_are_refused() -> None:
    """
    What is no event is named with its place.
    """
    with pytest.raises(BadInputError, match=r"events\[1\] is a str: give an event"):
        reconcile([broken("2025-11-03", "a"), "b"])
    with pytest.raises(BadInputError, match="there is no report to merge"):
        merged([])


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"window": 367}, "Settings.window is 367"),
        ({"threshold": -1}, "Settings.threshold is -1"),
        ({"least_confidence": 1.0}, "Settings.least_confidence is 1.0"),
        ({"actor_kinds": ["stat"]}, "'stat' is not a ActorKind; did you mean 'state'?"),
    ],
)
def test_settings_are_checked(values: dict[str, object], message: str) -> None:
    """
    A setting out of range is refused by name.
    """
    with pytest.raises(BadInputError, match=message):
        Settings(**values)


def test_reconciliations_can_be_pickled() -> None:
    """
    What is pickled comes back equal.
    """
    found = reconcile([broken("2025-11-03", "a"), broken("2025-11-04", "b")])

    assert found == pickle.loads(pickle.dumps(found))
