"""
Tests of what the plugin offers, by the checks that every plugin should pass.
"""

import subprocess
import sys

import pytest

import diplomodel_missions
from diplomodel.plugins import ExtractorSpec
from diplomodel.testing import check_exporter, check_extractor


@pytest.fixture
def host(isolated_host):
    """
    A host of this plugin alone.
    """
    return isolated_host(diplomodel_missions)


@pytest.mark.parametrize("name", ["cow", "rdcr", "recognition", "coups"])
def test_extractors_conform(host, conforms, name: str) -> None:
    """
    Each source keeps what sources promise, on its sample and on bad input.
    """
    bad = {"other.csv": b"a,b\n1,2\n", "other.xml": b"<a><b/></a>"}
    conforms(check_extractor(host, f"missions.{name}", bad=bad))


def test_the_exporter_conforms(host, conforms) -> None:
    """
    The table keeps what exporters promise.
    """
    conforms(check_exporter(host, "missions.cow_table"))


def test_all_offers_can_be_loaded(host) -> None:
    """
    Every source's classes of extractor and of options are where its spec says.
    """
    for name in host.extractors():
        offer = host.find(ExtractorSpec, name)
        assert callable(offer.make({"published": "2024-02-03"}).extract)


def test_the_rules_hold_together(host) -> None:
    """
    The core's rules with the plugin's are one consistent set.
    """
    rules = host.rules(["missions"])
    assert "missions.cow_level" in rules.by_name


def test_the_entry_module_is_light() -> None:
    """
    Importing the plugin loads neither its readers nor the replay.
    """
    code = (
        "import sys, diplomodel_missions;"
        "print([n for n in sys.modules if n.startswith('diplomodel_missions.')"
        " or n in ('diplomodel.exporters', 'diplomodel.histories')])"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "[]" == told.stdout.strip()
