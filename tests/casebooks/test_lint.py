"""
Everything that the author of a casebook should look at.
"""

from diplomodel.casebooks import lint


TEXT = """
format: 1
name: other
coverage: {first: 2022-01-01, last: 2022-12-31}
people:
  dina-boluarte: {name: Dina Boluarte}
sources:
  sre: {publisher: SRE}
  unused: {publisher: B}
opening:
  - {occurred: 2021, fluent: relation, subject: MEX-PER, value: established, evidence: sre}
  - {occurred: 2021, fluent: relations, subject: MEX, value: etablished, evidence: sre}
  - {occurred: 2021, fluent: headed_by, subject: MEX>PER, value: nobody, evidence: sre}
  - {occurred: 2021, fluent: zzz, subject: MEX>PER, value: nobody, evidence: sre}
events:
  - {kind: talks, label: a, occurred: 2023, by: PER, evidence: sre}
  - {kind: talks, label: a, occurred: 2022, by: PER, links: {kind: part_of, to: b}}
  - {kind: talks, occurred: 2022, by: PER, target: MEX, evidence: sre}
  - {kind: talks, occurred: 2022, by: PER, target: MEX, evidence: sre}
  - {kind: resignation, occurred: 2022, state: PER, person: x, office: head_of_state,
     evidence: sre}
"""


def test_every_problem_has_its_place_and_weight(tmp_path):
    """
    Errors and warnings come in the order of the file, with line and column.
    """
    path = tmp_path / "case.yaml"
    path.write_text(TEXT)
    found = [(one.line, one.severity, one.path, one.message[:40]) for one in lint(path)]

    assert [
        (3, "warning", "$.name", "the file is called 'case.yaml'; give bot"),
        (9, "warning", "$.sources.unused", "no event cites this source"),
        (11, "error", "$.opening[0].fluent", "unknown fluent 'relation'; did you mean "),
        (12, "error", "$.opening[1].subject", "'MEX' is not a dyad: write it like 'MEX-"),
        (12, "error", "$.opening[1].value", "'etablished' is not a Relations; did you"),
        (13, "error", "$.opening[2].fluent", "the fluent 'headed_by' follows from othe"),
        (14, "warning", "$.opening[3].fluent", "unknown fluent 'zzz'"),
        (16, "warning", "$.events[0].occurred", "2023 is outside the coverage, 2022-01-01"),
        (17, "warning", "$.events[1]", "no evidence is given; name a source"),
        (17, "error", "$.events[1].label", "the label 'a' stands twice; rename one o"),
        (17, "error", "$.events[1].links[0].to", "no event is called 'b'; write the label "),
        (19, "warning", "$.events[3]", "this is the same happening as 'e1-"),
        (20, "warning", "$.events[4].person", "unknown person 'x'; add the person to th"),
    ] == [(*one[:3], one[3].replace("'e1-", "'e1-\0").split("\0")[0]) for one in found]


def test_a_source_that_reports_nothing_is_no_fault(tmp_path):
    """
    A casebook without events may tell which document was read in vain.
    """
    path = tmp_path / "vain.yaml"
    path.write_text("format: 1\nname: vain\ntitle: T\nsources: {a: {publisher: P}}\nevents: []\n")
    assert [] == list(lint(path))


def test_warnings_say_so():
    """
    A warning is told from an error when it is printed.
    """
    problems = lint("format: 1\nevents: [{kind: talks, occurred: 2022, by: PER}]", format="yaml")

    assert ["2:10: warning: no evidence is given; name a source at $.events[0]"] == [
        str(one) for one in problems
    ]


def test_what_cannot_be_read_is_reported_and_not_raised():
    """
    Bad YAML, bad events and a missing format are problems like others.
    """
    broken = lint("format: 1\nx: [", format="yaml")
    text = "events: [{kind: talks, ocurred: 2022}, {kind: tlks, occurred: 2022}]"
    mixed = " ".join(one.message for one in lint(text, format="yaml"))

    assert "no valid YAML" in broken[0].message
    assert "add 'format: 1'" in mixed
    assert "did you mean 'occurred'?" in mixed
    assert "did you mean 'talks'?" in mixed


def test_lines_are_checked_too():
    """
    Files of lines give the line of the event.
    """
    line = '{"kind":"talks","occurred":"2022","by":"PER"}\n'

    assert [1, 2, 2] == [one.line for one in lint(line * 2, format="jsonl")]


def test_a_good_casebook_has_no_problems():
    """
    Nothing is said of what is right.
    """
    good = """
format: 1
name: good
sources: {sre: {publisher: SRE}}
events:
  - {kind: talks, occurred: 2022, by: PER, evidence: sre}
"""

    assert () == lint(good, format="yaml")
