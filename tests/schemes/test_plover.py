"""
PLOVER types, and the way to them from CAMEO.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplomodel import schemes
from diplomodel.errors import BadInputError, UnknownNameError


NAMES = [
    "ACCUSE",
    "AGREE",
    "AID",
    "ASSAULT",
    "COERCE",
    "CONCEDE",
    "CONSULT",
    "COOPERATE",
    "MOBILIZE",
    "PROTEST",
    "REJECT",
    "REQUEST",
    "RETREAT",
    "SANCTION",
    "SUPPORT",
    "THREATEN",
]

# Rows whose mode column holds no mode of their type; what this library says instead.
SLIPS = {"085": None, "1321": None, "1712": "destroy", "175": None}


def conversion_table() -> Iterator[tuple[str, str, str, tuple[str, ...]]]:
    """
    Rows of the published conversion table: code, type, mode, contexts.
    """
    beside = Path(__file__).resolve().parents[3] / "shared"
    root = Path(os.environ.get("DIPLOMODEL_SHARED", beside))
    path = root / "data" / "codes" / "CAMEO2PLOVER-2021.txt"
    if not path.is_file():
        pytest.skip("the shared data has no CAMEO2PLOVER-2021.txt here")
    for line in path.read_text(encoding="utf-8").splitlines():
        match = re.match(r"(\d+):([^#]*)", line)
        if match is None:
            continue
        cells = [cell.strip() for cell in match[2].split(",")]
        kind, mode, contexts = (*cells, "", "")[:3]
        yield match[1], kind, mode, tuple(part.strip() for part in contexts.split(";") if part)


def test_the_sixteen_types() -> None:
    """
    PLOVER has sixteen types, sorted, each found by its name.
    """
    assert NAMES == [found.name for found in schemes.plover_types()]
    assert schemes.plover_types() == tuple(schemes.plover(name) for name in NAMES)


@pytest.mark.parametrize("found", schemes.plover_types(), ids=lambda found: found.name)
def test_a_type_is_sound(found: schemes.PloverType) -> None:
    """
    Modes are sorted and unique, and the score has the sign of the class.
    """
    assert tuple(sorted(set(found.modes), key=str)) == found.modes
    assert found.label
    assert ("conflict" in found.quad) == (found.score < 0)
    assert all(schemes.is_plover(found.name, mode) for mode in found.modes)


def test_contexts_are_sorted() -> None:
    """
    Contexts come sorted, each once.
    """
    assert tuple(sorted(set(schemes.plover_contexts()))) == schemes.plover_contexts()


@pytest.mark.parametrize(
    ("name", "mode", "expected"),
    [
        ("SANCTION", None, True),
        ("SANCTION", "expel", True),
        ("SANCTION", "EXPEL", False),
        ("sanction", None, False),
        ("AGREE", "", False),
        ("AGREE", "expel", False),
        (7, None, False),
        ("SANCTION", ["expel"], False),
    ],
)
def test_asking_never_raises(name: object, mode: object, expected: bool) -> None:
    """
    Anything may be asked about; only a type with one of its modes is one.
    """
    assert expected is schemes.is_plover(name, mode)


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("010", None),
        ("02", None),
        ("08", None),
        ("046", ("CONSULT", None)),
        ("054", ("SUPPORT", None)),
        ("075", ("AID", None)),
        ("16", ("SANCTION", None)),
        ("161", ("SANCTION", "withdraw")),
        ("163", ("COERCE", "restrict")),
        ("1712", ("ASSAULT", "destroy")),
        ("174", ("COERCE", "deport")),
        ("175", ("ASSAULT", None)),
    ],
)
def test_from_cameo(code: str, expected: tuple[str, str | None] | None) -> None:
    """
    A CAMEO code leads to a type and mode, or to nothing where PLOVER has no counterpart.
    """
    assert expected == schemes.plover_from_cameo(code)


@pytest.mark.parametrize("found", schemes.cameo_codes(), ids=lambda found: found.code)
def test_every_conversion_is_in_the_scheme(found: schemes.CameoCode) -> None:
    """
    Only comments, appeals and the split category lack a type; the rest have known modes.
    """
    pair = schemes.plover_from_cameo(found.code)
    contexts = schemes.plover_contexts_from_cameo(found.code)

    assert (pair is None) == (found.root in {"01", "02"} or found.code == "08")
    assert pair is None or schemes.is_plover(*pair)
    assert set(contexts) <= set(schemes.plover_contexts())


def test_the_published_conversion_agrees() -> None:
    """
    Each row of the published table is followed, but for four modes that are none of their type.
    """
    rows = [row for row in conversion_table() if len(row[0]) > 2]
    expected = {code: (kind, SLIPS.get(code, mode or None)) for code, kind, mode, _ in rows}

    assert expected == {code: schemes.plover_from_cameo(code) for code in expected}
    assert set(expected) == {
        found.code
        for found in schemes.cameo_codes()
        if len(found.code) > 2 and schemes.plover_from_cameo(found.code)
    }


def test_the_published_contexts_agree() -> None:
    """
    Contexts are those of the published table; for 175 the mode column adds one.
    """
    rows = [row for row in conversion_table() if len(row[0]) > 2]
    expected = {code: contexts for code, _, _, contexts in rows}
    expected["175"] = ("pro_autocracy", *expected["175"])

    assert expected == {code: schemes.plover_contexts_from_cameo(code) for code in expected}


def test_a_slip_is_answered_with_the_nearest() -> None:
    """
    An unknown type names the one that was probably meant.
    """
    with pytest.raises(UnknownNameError, match="unknown PLOVER type 'ASSUALT'; did you mean"):
        schemes.plover("ASSUALT")


def test_an_endless_name_is_cut() -> None:
    """
    A name of a megabyte is answered at once and not repeated in full.
    """
    with pytest.raises(UnknownNameError, match=r"^unknown PLOVER type 'A{40}\.\.\.'$"):
        schemes.plover("A" * 1_000_000)


@pytest.mark.parametrize("wrong", [7, None, ["AID"]])
def test_a_type_is_named_by_text(wrong: object) -> None:
    """
    Anything but text is refused with the library's own error.
    """
    with pytest.raises(BadInputError, match="a PLOVER type is named by text"):
        schemes.plover(wrong)  # type: ignore[arg-type]  # the wrong type is the point


@given(st.text(max_size=50))
def test_only_cameo_codes_convert(text: str) -> None:
    """
    What is no CAMEO code is refused rather than answered with nothing.
    """
    if not schemes.is_cameo(text):
        with pytest.raises(UnknownNameError):
            schemes.plover_from_cameo(text)
