"""
CAMEO codes.
"""

from __future__ import annotations

import csv
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplomodel import schemes
from diplomodel.errors import BadInputError, UnknownNameError


CODES = schemes.cameo_codes()


def shared(*parts: str) -> Path:
    """
    A file of the shared data folder, or a skip where it is absent.
    """
    beside = Path(__file__).resolve().parents[3] / "shared"
    root = Path(os.environ.get("DIPLOMODEL_SHARED", beside))
    path = root.joinpath(*parts)
    if not path.is_file():
        pytest.skip(f"the shared data has no {path.name} here")
    return path


def test_codes_are_unique_and_sorted() -> None:
    """
    Every code comes once, after the codes that contain it.
    """
    codes = [found.code for found in CODES]

    assert sorted(set(codes)) == codes
    assert {f"{number:02}" for number in range(1, 21)} == {found.root for found in CODES}


@pytest.mark.parametrize("found", CODES, ids=lambda found: found.code)
def test_a_code_stands_in_its_hierarchy(found: schemes.CameoCode) -> None:
    """
    A code's parents are its own beginnings, down to the root.
    """
    beginnings = tuple(found.code[:length] for length in range(len(found.code) - 1, 1, -1))

    assert beginnings == tuple(parent.code for parent in schemes.cameo_parents(found.code))
    assert found.code[:2] == found.root
    assert found == schemes.cameo(found.code)
    assert schemes.is_cameo(found.code)


@pytest.mark.parametrize("found", CODES, ids=lambda found: found.code)
def test_labels_and_weights_are_sound(found: schemes.CameoCode) -> None:
    """
    A code has a short label, and a weight from -10 to 10 where one is sure.
    """
    assert 0 < len(found.label) < 60

    assert (found.goldstein is None) == (found.code in {"016", "022", "1214"})
    assert found.goldstein is None or -10 <= found.goldstein <= 10


def test_labels_tell_codes_apart() -> None:
    """
    No two codes share a label.
    """
    assert len(CODES) == len({found.label for found in CODES})


@pytest.mark.parametrize(
    ("code", "quad"),
    [
        ("01", "verbal cooperation"),
        ("057", "verbal cooperation"),
        ("06", "material cooperation"),
        ("09", "material cooperation"),
        ("10", "verbal conflict"),
        ("145", "verbal conflict"),
        ("15", "material conflict"),
        ("2042", "material conflict"),
    ],
)
def test_quad_classes_meet_at_their_edges(code: str, quad: str) -> None:
    """
    The four classes split the roots after 05, 09 and 14.
    """
    assert quad == schemes.cameo(code).quad


def test_one_category_only() -> None:
    """
    The codes of one root can be listed.
    """
    found = schemes.cameo_codes(root="16")

    assert [
        "16",
        "160",
        "161",
        "162",
        "1621",
        "1622",
        "1623",
        "163",
        "164",
        "165",
        "166",
        "1661",
        "1662",
        "1663",
    ] == [one.code for one in found]


def test_a_lost_zero_is_not_forgiven() -> None:
    """
    A code without its leading zero is another code, so it is refused with a hint.
    """
    with pytest.raises(UnknownNameError, match="unknown CAMEO code '43'; did you mean '043'"):
        schemes.cameo("43")


def test_an_endless_code_is_cut() -> None:
    """
    A code of a megabyte is answered at once and not repeated in full.
    """
    with pytest.raises(UnknownNameError, match=r"^unknown CAMEO code '1111\.\.\.'$"):
        schemes.cameo("1" * 1_000_000)


@pytest.mark.parametrize("wrong", [161, None, ["161"]])
def test_a_code_is_text(wrong: object) -> None:
    """
    Numbers are refused, since they have lost their leading zero.
    """
    assert schemes.is_cameo(wrong) is False
    with pytest.raises(BadInputError, match="a CAMEO code is text"):
        schemes.cameo(wrong)  # type: ignore[arg-type]  # the wrong type is the point


@given(st.text(max_size=6) | st.from_regex(r"[0-9]{1,5}", fullmatch=True))
def test_asking_and_fetching_agree(text: str) -> None:
    """
    What is a code can be fetched, and the rest is refused.
    """
    if schemes.is_cameo(text):
        assert text == schemes.cameo(text).code
    else:
        with pytest.raises(UnknownNameError):
            schemes.cameo(text)


def test_the_published_table_agrees() -> None:
    """
    Every published code is here with its weight; labels are our own words.
    """
    path = shared("data", "codes", "icews_cameo-codes.csv")
    with path.open(encoding="utf-8", errors="replace", newline="") as lines:
        published = {row["code"]: row for row in csv.DictReader(lines)}
    weights = {
        code: float(row["goldstein"])
        for code, row in published.items()
        if code not in {"016", "022"}
    }

    assert weights == {
        found.code: found.goldstein for found in CODES if found.goldstein is not None
    }
    assert {"1214"} == {found.code for found in CODES} - set(published)


def test_published_events_agree() -> None:
    """
    Machine-coded events carry our weights, and the class of their root.
    """
    path = shared("data", "gdelt", "20180101000000.export.CSV")
    seen = set()
    with path.open(encoding="utf-8", errors="replace", newline="") as lines:
        for line in lines:
            cells = line.split("\t")
            seen.add((cells[26], cells[29], cells[30]))
    found = [
        (schemes.cameo(code), tuple(schemes.QuadClass)[int(quad) - 1], float(weight))
        for code, quad, weight in seen
    ]

    assert found
    assert [quad for _, quad, _ in found] == [one.quad for one, _, _ in found]
    assert [] == [one.code for one, _, weight in found if one.goldstein not in {None, weight}]
