"""
Sources, evidence and claims.
"""

from __future__ import annotations

import pytest

from diplomodel.dates import day_number
from diplomodel.errors import BadInputError
from diplomodel.evidence import Claim, Evidence, Source, SourceKind, Verdict, merged_evidence


def piece(published: str | None, name: str = "sre") -> Evidence:
    """
    Evidence in a source published then.
    """
    return Evidence(source=Source(id=name, publisher="SRE", published=published))


@pytest.mark.parametrize(
    ("published", "day", "expected"),
    [
        ("2022-12-07", "2022-12-07", True),
        ("2022-12-07", "2022-12-06", False),
        ("2022-12-07", "2022-12-08", True),
        ("2022-12", "2022-11-30", False),
        ("2022-12", "2022-12-15", None),
        ("2022-12", "2022-12-31", True),
        ("2022-12-07?", "2022-12-07", None),
        ("2022-12-07?", "2022-12-08", True),
        ("../2022-12-07", "2022-12-01", None),
        ("../2022-12-07", "2022-12-07", True),
        ("2022-12-07T23:59-05:00", "2022-12-07", True),
        (None, "2022-12-07", None),
    ],
)
def test_known_by(published: str | None, day: str, expected: bool | None) -> None:
    """
    A source is known by a day, is not, or leaves it open; without a date it always does.
    """
    assert expected is piece(published).known_by(day_number(day))


def test_published_is_the_sources() -> None:
    """
    Evidence is published when its source is.
    """
    assert piece("2022-12-07").source.published == piece("2022-12-07").published


def test_merging_keeps_each_piece_once() -> None:
    """
    Pieces of several groups come together in the order first met, each once.
    """
    one, other = piece("2022-12-07"), piece("2022-12-08")
    assert (one, other) == merged_evidence([one], [other, one], [])


def test_defaults() -> None:
    """
    A source is news and a claim is open unless something else is said.
    """
    assert SourceKind.NEWS is piece(None).source.kind
    assert Verdict.OPEN is Claim(text="another day").verdict


def test_a_claims_list_becomes_a_tuple() -> None:
    """
    A claimed list is kept as a tuple, so that the claim can be a member of a set.
    """
    claim = Claim(text="two persons", field="persons", value=["a", "b"])
    assert ("a", "b") == claim.value
    assert 1 == len({claim, Claim(text="two persons", field="persons", value=("a", "b"))})


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: Source(id="SRE", publisher="SRE"), "Source.id is 'SRE'"),
        (lambda: Source(id="sre", publisher=""), "Source.publisher is ''"),
        (lambda: Source(id="sre", publisher="SRE", kind="blog"), "'blog' is not a SourceKind"),
        (lambda: Source(id="sre", publisher="SRE", published="soon"), "'soon' is not a date"),
        (lambda: Evidence(source="sre"), "Evidence.source is 'sre': give a value of the type"),
        (lambda: Evidence(source=piece(None).source, start=-1), "Evidence.start is -1"),
        (lambda: Claim(text=""), "Claim.text is ''"),
        (lambda: Claim(text="x", verdict="maybe"), "'maybe' is not a Verdict"),
        (lambda: Claim(text="x", value={"a": 1}), "Claim.value is"),
        (lambda: Claim(text="x", evidence=["sre"]), "Claim.evidence is 'sre'"),
        (lambda: Claim(text="x", evidence=5), "5 is not a list"),
        (lambda: Claim(text="x", by=5), "5 is not a list"),
    ],
)
def test_what_is_refused(make: object, message: str) -> None:
    """
    A bad field is refused when the value is made, with the field's name.
    """
    assert callable(make)
    with pytest.raises(BadInputError, match=message):
        make()
