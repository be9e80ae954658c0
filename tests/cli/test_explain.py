"""
``diplomodel explain``.
"""

from __future__ import annotations

import json


def flat(text: str) -> str:
    """
    The text without its line breaks and alignment.
    """
    return " ".join(text.split())


def test_reads_back_to_rule_article_and_source(run, small) -> None:
    """
    A value is explained by event, rule, article and source with its quote and address.
    """
    result = run("explain", small, "relations", "PER-MEX", "--at", "2025-11-05")

    told = flat(result.stdout)
    assert 0 == result.exit_code
    assert "relations, Mexico and Peru (MEX-PER) on 2025-11-05: broken" in told
    assert "Certain, as far as the sources go." in told
    assert "2025-11-03: Relations break, Lima [break]" in told
    assert "[relations_break/relations]" in told
    assert "VCDR 45: After a break or a recall of the mission" in told
    assert 'SRE (2025-11-03) "relations are over"' in told
    assert "https://example.org/sre" in told
    assert "the break was on the 4th (The Late Paper); rejected" in told
    assert "Also told by: 2025-11-04: Relations break [again]" in told


def test_derived_fluent_is_explained_by_its_inputs(run, small) -> None:
    """
    A derived value is explained by the values that it follows from, indented.
    """
    result = run("explain", small, "functions", "MEX:PER", "--at", "2025-11-05")

    assert "it follows from the" in flat(result.stdout)
    assert "\n  relations, Mexico and Peru (MEX-PER) on 2025-11-05: broken" in result.stdout


def test_observed_value_has_no_rule(run, small) -> None:
    """
    What was only seen says that no rule brought it about.
    """
    told = flat(run("explain", small, "mission level", "MEX:PER", "--at", "2025-11-02").stdout)

    assert "None: it was seen to be so." in told


def test_last_known_says_where_the_casebook_ends(run, small) -> None:
    """
    After the coverage the value is the last known.
    """
    told = flat(run("explain", small, "relations", "MEX-PER", "--at", "2026-05-01").stdout)

    assert "Last known; the casebook ends on 2025-12-31." in told


def test_nothing_known_is_no_error(run, small) -> None:
    """
    A day before anything is known gives an answer, not an error.
    """
    result = run("explain", small, "relations", "MEX-PER", "--at", "2020-01-01")

    assert 0 == result.exit_code
    assert "Nothing is known of it on that day." in flat(result.stdout)


def test_unknown_fluent_and_subject_suggest_the_nearest(run, small) -> None:
    """
    Misspelt fluents and subjects are errors with a suggestion.
    """
    fluent = run("explain", small, "relatons", "MEX-PER", "--at", "2025-11-05")
    subject = run("explain", small, "relations", "MEX-PRE", "--at", "2025-11-05")

    assert (1, 1) == (fluent.exit_code, subject.exit_code)
    assert "did you mean 'relations'?" in fluent.stderr
    assert "did you mean 'MEX-PER'?" in subject.stderr


def test_explain_json_nests_its_reasons(run, small) -> None:
    """
    JSON gives evidence, law with titles, and the reasons of a derived value.
    """
    plain = json.loads(
        run("explain", small, "relations", "MEX-PER", "--at", "2025-11-05", "--json").stdout
    )
    derived = json.loads(
        run("explain", small, "functions", "MEX:PER", "--at", "2025-11-05", "--json").stdout
    )

    assert "broken" == plain["value"]
    assert {"key", "why"} == set(plain["rule"])
    assert "relations are over" == plain["evidence"][0]["quote"]
    assert "VCDR 45" in {cited["id"] for cited in plain["law"]}
    assert "rejected" == plain["claims"][0]["verdict"]
    assert "ended_by_break" == derived["value"]
    assert "relations" in {reason["fluent"] for reason in derived["because"]}
