"""
What all tests of this plugin share.
"""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest

import diplomodel as dm
from diplomodel.casebooks import Casebook
from diplomodel.exporters import Export, Exporter
from diplomodel_linkeddata.reading import read_jsonld, read_nquads, read_turtle
from diplomodel_linkeddata.writing import jsonld_exporter, nquads_exporter, turtle_exporter


FORMATS = {
    "turtle": (turtle_exporter, read_turtle),
    "jsonld": (jsonld_exporter, read_jsonld),
    "nquads": (nquads_exporter, read_nquads),
}


@pytest.fixture(params=FORMATS)
def form(request):
    return request.param


@pytest.fixture(scope="session")
def peru_mexico() -> Export:
    return exported("peru-mexico")


def exported(name: str) -> Export:
    case = dm.casebook(name)
    return Export(
        casebook=case, history=dm.replay(case), fingerprint="core+none", title=case.title
    )


def told(case: Casebook) -> Export:
    # The events alone: made-up casebooks may require plugins that do not exist.
    return Export(casebook=case, history=dm.replay(case.events))


@pytest.fixture
def written() -> Callable[..., bytes]:
    def write(case: Export | Casebook, form: str, options: object = None) -> bytes:
        make: Callable[[object], Exporter] = FORMATS[form][0]
        stream = io.BytesIO()
        make(options).export(told(case) if isinstance(case, Casebook) else case, stream)
        return stream.getvalue()

    return write


@pytest.fixture
def read_back() -> Callable[[bytes, str], Casebook]:
    return lambda data, form: FORMATS[form][1](io.BytesIO(data))
