"""
JSON: strict reading, stable writing.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplomodel.formats._faults import Faults
from diplomodel.formats._json import json_text, parse_json


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.floats(allow_nan=False),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=10,
).filter(lambda value: "Infinity" not in json_text(value))


@given(VALUES)
def test_values_round_trip(value):
    """
    What is written reads back equal, lone surrogates too, and can be encoded.
    """
    text = json_text(value)

    assert value == parse_json(text)
    assert text == text.encode("utf-8").decode("utf-8")


@pytest.mark.parametrize(
    ("text", "match"),
    [
        ('{"a": 1, "a": 2}', "the key 'a' stands twice"),
        ("[NaN]", "NaN is no number in JSON"),
        ("[1e999]", "the number 1e999 is too large"),
        ("[" + "9" * 5000 + "]", "too many digits"),
        ("[1, 2", "no valid JSON"),
        ("[" * 100 + "]" * 100, "deeper than 64 levels"),
        ("[" * 100_000, "deeper than 64 levels|no valid JSON"),
        ('{"a":' * 80 + "1" + "}" * 80, "deeper than 64 levels"),
    ],
)
def test_what_would_lose_something_is_refused(text, match):
    """
    Doubled keys, numbers without a value and endless nesting are refused.
    """
    with pytest.raises(Faults, match=match):
        parse_json(text)
