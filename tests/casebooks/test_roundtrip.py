"""
What is written reads back equal, and written again gives the same bytes.
"""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from diplomodel.casebooks import Casebook, casebook, casebook_names, dumps, loads
from diplomodel.events import event_types, kind_of
from diplomodel.testing import casebooks, events_of


FORMATS = ("yaml", "jsonl", "csv")
GOLDEN = Path(__file__).parent.parent / "golden"
SLOW = {"deadline": None, "suppress_health_check": list(HealthCheck)}


def check(case):
    """
    Assert both for each format.
    """
    for form in FORMATS:
        text = dumps(case, format=form)
        again = loads(text, format=form)
        assert case == again
        assert text == dumps(again, format=form)


@settings(max_examples=40, **SLOW)
@given(casebooks())
def test_any_casebook_round_trips(case):
    """
    Values are equal and bytes are the same for any casebook and format.
    """
    check(case)


@pytest.mark.parametrize("kind", [kind_of(cls) for cls in event_types()])
def test_every_event_type_round_trips(kind):
    """
    Values are equal and bytes are the same for any event of any type.
    """

    @settings(max_examples=3, **SLOW)
    @given(events_of(kind))
    def one(event):
        check(Casebook(events=[event]))

    one()


@pytest.mark.parametrize("name", casebook_names())
def test_bundled_casebooks_round_trip(name):
    """
    The bundled casebooks are the same in every format.
    """
    check(casebook(name))


@pytest.mark.parametrize("form", FORMATS)
def test_golden_files_never_change(form):
    """
    A file written by the first version reads the same, and is written with the same bytes.
    """
    content = (GOLDEN / f"small.{form}").read_bytes()
    case = loads(content, format=form)

    assert case == loads((GOLDEN / "small.yaml").read_bytes(), format="yaml")
    assert content == dumps(case, format=form).encode()
    assert 5 == len(case.events)
