"""
The casebooks that come with the library.
"""

from importlib.resources import files

import pytest

from diplomodel.casebooks import casebook, casebook_names, lint, loads
from diplomodel.errors import UnknownNameError


NAMES = casebook_names()


def test_there_are_some():
    """
    The sequence that the documentation replays is there.
    """
    assert "peru-mexico" in NAMES
    assert sorted(NAMES) == list(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_each_is_named_after_its_file_and_has_no_errors(name):
    """
    A bundled casebook has the name of its file, a coverage, terms, and nothing wrong.
    """
    path = files("diplomodel.casebooks") / "data" / f"{name}.yaml"
    errors = [str(one) for one in lint(str(path)) if one.severity == "error"]
    case = casebook(name)

    assert name == case.name
    assert case.licence
    assert case.coverage is not None
    assert [] == errors
    assert case == loads(path.read_bytes(), format="yaml")


def test_unknown_names_get_a_hint():
    """
    A name that no casebook has, suggests the nearest.
    """
    with pytest.raises(UnknownNameError, match="did you mean 'peru-mexico'"):
        casebook("peru-mexcio")
    with pytest.raises(UnknownNameError):
        casebook("../data/peru-mexico")
