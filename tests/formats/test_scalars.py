"""
Single values where their type is not known.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplomodel.formats._faults import Faults
from diplomodel.formats._scalars import Bare, untyped
from diplomodel.formats._yaml import read_yaml, write_yaml


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3", 3), ("-3", -3), ("-0", "-0"), ("03", "03"), ("1.5", 1.5), ("1.50", "1.50"),
        ("true", True), ("True", "True"), ("NO", "NO"), ("1e999", "1e999"), ("1e+16", 1e16),
        ("1.0e+16", 1e16), ("2022-12-07", "2022-12-07"), ("12:30", "12:30"),
        ("9" * 700, "9" * 700),
    ],
)  # fmt: skip
def test_bare_text_is_typed_as_json_would(text, value):
    """
    Only what JSON spells in the same way becomes a number or boolean.
    """
    assert (value, type(value)) == (untyped(Bare(text)), type(untyped(Bare(text))))
    assert text == untyped(text)


@given(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs", "Cc"]))
)
def test_values_round_trip_through_yaml(value):
    """
    A value of unknown type comes back from YAML with its type.
    """
    node = read_yaml(write_yaml([value])).items[0]
    text = None if node.is_null else Bare(node.value) if node.plain else node.value

    assert (value, type(value)) == (untyped(text), type(untyped(text)))


@pytest.mark.parametrize(
    "value",
    [float("inf"), float("nan"), 10**700, {3.5: 1}, object(), b"x", ["\ud800"], {"\x00": 1}],
)
def test_what_no_format_holds_is_refused(value):
    """
    Infinite numbers, other keys than text, and other objects are refused.
    """
    with pytest.raises(Faults):
        untyped(value)


def test_depth_is_bounded():
    """
    Data that contain themselves end in a message.
    """
    endless = []
    endless.append(endless)

    with pytest.raises(Faults, match="deeper than 48 levels"):
        untyped(endless)
