"""
``diplomodel score``.
"""

from __future__ import annotations

import json

import pytest


GOLD = """\
{"kind":"relations_break","occurred":"2025-11-03","by":"PER","target":"MEX","place":"Lima",\
"evidence":[{"source":{"id":"a","publisher":"A"}}]}
{"kind":"talks","occurred":"2025-11-04","by":"PER","target":"MEX",\
"evidence":[{"source":{"id":"b","publisher":"A"}}]}
"""
PREDICTED = """\
{"kind":"relations_break","occurred":"2025-11","by":"PER","target":"MEX","place":"Lima, Perú",\
"evidence":[{"source":{"id":"a","publisher":"A"}}]}
{"kind":"consultations","occurred":"2025-11-04","by":"PER","target":"MEX",\
"evidence":[{"source":{"id":"b","publisher":"A"}}]}
{"kind":"talks","occurred":"2025-11-09","by":"PER",\
"evidence":[{"source":{"id":"a","publisher":"A"}}]}
"""


@pytest.fixture
def files(tmp_path):
    """
    A gold file and a predicted one.
    """
    gold, predicted = tmp_path / "gold.jsonl", tmp_path / "predicted.jsonl"
    gold.write_text(GOLD, encoding="utf-8")
    predicted.write_text(PREDICTED, encoding="utf-8")
    return str(gold), str(predicted)


def test_tells_the_figures(run, files) -> None:
    """
    The table holds each level, each type, each field and the confusions.
    """
    result = run("score", *files)
    rows = [line.split() for line in result.stdout.splitlines()]

    assert 0 == result.exit_code
    assert ["type,", "parties", "and", "day", "2", "3", "1", "0.333", "0.500", "0.400"] == rows[7][
        :10
    ]
    assert ["exact", "date", "0", "1", "0.000"] in rows
    assert ["talks", "->", "consultations", "1"] in rows


def test_json_has_the_same(run, files) -> None:
    """
    Programs get every figure by name.
    """
    found = json.loads(run("score", *files, "--json", "--resamples", "50").stdout)
    day = found["levels"]["day"]

    assert (2, 50, 0.95) == (found["documents"], found["resamples"], found["confidence"])
    assert (2, 3, 1, 0.5) == tuple(
        day["micro"][key] for key in ("gold", "predicted", "matched", "recall")
    )
    assert 2 == len(day["micro"]["intervals"]["f1"])
    assert 1.0 == day["by_type"]["relations_break"]["f1"]
    assert {"right": 1, "of": 1, "accuracy": 1.0} == found["fields"]["place"]
    assert [{"gold": "talks", "predicted": "consultations", "number": 1}] == found["confusions"]
    assert "pairs" not in found


def test_lists_what_is_wrong(run, files) -> None:
    """
    Asked for, every event without a counterpart and every wrong field is named.
    """
    told = run("score", *files, "--list").stdout
    data = json.loads(run("score", *files, "--list", "--json").stdout)

    assert "missed:\n  b: talks 2025-11-04 PER MEX done\n" in told
    assert "surplus:\n  a: talks 2025-11-09 PER done\n" in told
    assert "a: relations_break 2025-11-03 PER MEX done Lima (exact_date)" in told
    assert ["exact_date"] == data["pairs"][0]["wrong"]
    assert ["b"] == [one["document"] for one in data["missed"]]


def test_options_reach_the_score(run, files) -> None:
    """
    Types can be left out, long dates refused, everything taken together.
    """

    def micro(*options):
        found = json.loads(run("score", *files, "--json", *options).stdout)
        return found["levels"]["day"]["micro"]

    assert 1.0 == micro("--ignore-type", "talks", "--ignore-type", "consultations")["f1"]
    assert 0 == micro("--vaguest", "7")["matched"]
    assert "intervals" not in micro("--by", "all")


def test_bundled_casebooks_have_names(run) -> None:
    """
    A casebook that comes with the library can be scored by its name.
    """
    for by in ("auto", "file", "all"):
        result = run("score", "us-cuba", "us-cuba", "--json", "--resamples", "0", "--by", by)
        assert 1.0 == json.loads(result.stdout)["levels"]["day"]["micro"]["f1"]


def test_says_when_no_document_is_in_both(run, files, tmp_path) -> None:
    """
    Figures of nothing but zeros have a reason, which is told.
    """
    other = tmp_path / "other.jsonl"
    other.write_text(PREDICTED.replace('"id":"a"', '"id":"x"').replace('"id":"b"', '"id":"y"'))
    result = run("score", files[0], str(other))

    assert "no document is in both: see --by" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["no-such.jsonl", "no-such.jsonl"], "there is no such file"),
        (["us-cuab", "us-cuba"], "did you mean 'us-cuba'"),
        (["us-cuba", "us-cuba", "--ignore-type", "takls"], "did you mean 'talks'"),
    ],
)
def test_wrong_calls_end_with_a_message(run, arguments, message) -> None:
    """
    What cannot be scored is said in one sentence.
    """
    result = run("score", *arguments)

    assert 1 == result.exit_code
    assert message in result.stderr
