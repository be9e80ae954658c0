"""
Tests of the plugin: the checks that every plugin should pass, and what is its own.
"""

import io
from importlib.resources import files

import diplomodel_example
import pytest
from click.testing import CliRunner
from diplomodel_example.airspace import AIRSPACE, Airspace, AirspaceClosure
from diplomodel_example.commands import acts
from diplomodel_example.gazette import GazetteExtractor, GazetteOptions

from diplomodel.casebooks import SetAside
from diplomodel.events import Event
from diplomodel.exporters import export
from diplomodel.histories import replay
from diplomodel.plugins import PluginHost
from diplomodel.testing import check_plugin


@pytest.fixture
def host(isolated_host) -> PluginHost:
    """
    A host of this plugin alone.
    """
    return isolated_host(diplomodel_example)


def read(text: str, options: GazetteOptions | None = None) -> list[Event | SetAside]:
    """
    What the extractor reads of a text.
    """
    extractor = GazetteExtractor(options or GazetteOptions())
    return list(extractor.extract(io.BytesIO(text.encode()), name="notices.txt"))


def test_conforms(host: PluginHost, conforms) -> None:
    """
    The plugin keeps all that plugins promise.
    """
    conforms(check_plugin(host, "example"))


def test_a_bad_notice_is_set_aside() -> None:
    """
    A notice that cannot be read is kept, with its line and the reason.
    """
    sample = files(diplomodel_example).joinpath("notices.txt").read_text(encoding="utf-8")
    found = read(sample)
    assert [type(one) for one in found[:2]] == [AirspaceClosure, AirspaceClosure]
    aside = found[-1]
    assert isinstance(aside, SetAside)
    assert "did you mean 'airspace opened'?" in aside.problems[0].message
    assert aside.problems[0].line == 25


def test_options_name_the_publisher() -> None:
    """
    The publisher of the evidence is the one in the options.
    """
    text = (
        "Gazette: 1\nPublished: 1999\nNotice: Airspace closed\n"
        "By: PER\nTo: MEX\nOn: 1999-01-02\nText: Closed.\n"
    )
    (event,) = read(text, GazetteOptions(publisher="El Peruano"))
    assert isinstance(event, Event)
    assert event.evidence[0].source.publisher == "El Peruano"


def test_the_rules_replay(host: PluginHost) -> None:
    """
    A closure closes the airspace of one side to the aircraft of the other.
    """
    event = AirspaceClosure(occurred="1999-03-05", by="PER", target="MEX")
    history = replay([event], rules=host.rules(["example"]))
    state = history.at("1999-04-01")
    assert state.value(AIRSPACE, "PER>MEX") == Airspace.CLOSED
    assert state.value(AIRSPACE, "MEX>PER") is None


def test_the_ledger(host: PluginHost) -> None:
    """
    The ledger has a line for each change.
    """
    event = AirspaceClosure(occurred="1999-03-05", by="PER", target="MEX")
    history = replay([event], rules=host.rules(["example"]))
    target = io.BytesIO()
    export(history, target, to="example.ledger", host=host)
    _, line = target.getvalue().decode().splitlines()
    assert line == "1999-03-05 PER>MEX example.airspace: unknown -> closed"


def test_the_command() -> None:
    """
    The command lists the acts by name.
    """
    result = CliRunner().invoke(acts)
    assert result.output.splitlines() == ["airspace closed", "airspace opened", "relations broken"]
