"""
The bundled casebooks and their histories, replayed once.
"""

from __future__ import annotations

import io

import pytest

import diplomodel_tables
from diplomodel import casebook, casebook_names, replay
from diplomodel.exporters import Export, export
from diplomodel.plugins import PluginHost


@pytest.fixture(scope="session")
def histories():
    return {name: replay(casebook(name)) for name in casebook_names()}


@pytest.fixture(scope="session")
def cases():
    return {name: casebook(name) for name in casebook_names()}


@pytest.fixture(scope="session")
def host():
    return PluginHost.isolated(diplomodel_tables)


@pytest.fixture
def exported(host):
    """
    Exports to a stream that can be read.
    """

    def made(what, to, **options):
        target = io.BytesIO()
        export(what, target, to=to, options=options or None, host=host)
        target.seek(0)
        return target

    return made


@pytest.fixture
def given(cases, histories):
    """
    What an exporter is given for a bundled casebook.
    """

    def made(name):
        case = cases[name]
        return Export(
            casebook=case, history=histories[name], title=case.title, fingerprint="f" * 64
        )

    return made
