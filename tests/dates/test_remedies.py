"""
What the library proposes to write in place of a text that is no date.
"""

from __future__ import annotations

import re

import pytest

from diplomodel.dates import PartialDate
from diplomodel.errors import BadInputError


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ("07/12/2022", "2022-12-07 or 2022-07-12"),
        ("25.12.2022", "2022-12-25"),
        ("12/25/2022", "2022-12-25"),
        ("2022/12/07", "2022-12-07"),
        ("2022-12-7", "2022-12-07"),
        ("2022.1", "2022-01"),
        ("2022/12", "2022-12"),
        ("12/2022", "2022-12"),
        ("20221207", "2022-12-07"),
        (" 2022-12-07\n", "2022-12-07"),
        ("7 December 2022", "2022-12-07"),
        ("Dec. 7, 2022", "2022-12-07"),
        ("September 2022", "2022-09"),
        ("1980s", "198X"),
        ("201x", "201X"),
        ("19uu", "19XX"),
        ("2004-xx", "2004-XX"),
        ("c. 1985", "1985~"),
        ("circa 1985-04", "1985-04~"),
        ("2004-06?~", "2004-06%"),
        ("2004?-06-11", "2004-06-11?"),
        ("2004\u20132006", "2004/2006"),
        ("2004 to 2006", "2004/2006"),
        ("2004 / 2006", "2004/2006"),
        ("unknown/2006", "/2006"),
        ("2004/open", "2004/.."),
        ("2022-12-07 14:00", "2022-12-07T14:00"),
        ("2022-12-07t14:00:30.250z", "2022-12-07T14:00:30Z"),
        ("2022-12-07T14:00-0500", "2022-12-07T14:00-05:00"),
        ("2022-12-31T24:00Z", "2023-01-01T00:00Z"),
    ],
)
def test_a_common_spelling_is_answered_with_the_right_one(text: str, remedy: str) -> None:
    """
    Spellings that people and older drafts use are answered with the EDTF for them.
    """
    said = re.escape(f"{text!r} is not a date; write {remedy}")

    with pytest.raises(BadInputError, match=f"^{said}$"):
        PartialDate.parse(text)


@pytest.mark.parametrize("text", ["9999-12-31T24:00", "2022-02-30T24:00"])
def test_no_remedy_is_proposed_that_is_no_date_itself(text: str) -> None:
    """
    Where the obvious correction is no date either, the rule is stated instead.
    """
    with pytest.raises(BadInputError, match=r"2022-02 has no day 30|from 00:00:00 to 23:59:59"):
        PartialDate.parse(text)


def test_a_very_long_text_is_refused_by_its_length() -> None:
    """
    A text of any length is refused at once, and the message stays short.
    """
    with pytest.raises(BadInputError, match="it has 10000000 characters") as caught:
        PartialDate.parse("2" * 10_000_000)

    assert len(str(caught.value)) < 200


@pytest.mark.parametrize("value", [None, 1.5, True, b"2022", 20221207, [], ["2022"], object()])
def test_a_value_that_is_no_text_is_refused(value: object) -> None:
    """
    A value of another type is refused with the type's name and the forms that will do.
    """
    said = f"not a value of type {type(value).__name__}"

    with pytest.raises(BadInputError, match=said):
        PartialDate.parse(value)  # type: ignore[arg-type]  # the wrong type is what is tested

    with pytest.raises(BadInputError, match=said):
        PartialDate.of(value)  # type: ignore[arg-type]  # the wrong type is what is tested


def test_a_bare_year_is_told_to_take_quotes() -> None:
    """
    A year that YAML has read as a number is answered with the quoted year.
    """
    with pytest.raises(BadInputError, match=r"2022 is a number, not a date; .* quotes: '2022'"):
        PartialDate.of(2022)  # type: ignore[arg-type]  # the wrong type is what is tested
