"""
What FollowTheMoney's own code makes of the entities.
"""

from __future__ import annotations

import datetime as dt
import doctest
import io
import json
import os
import subprocess
import sys
import warnings
from collections import Counter
from importlib.metadata import entry_points
from pathlib import Path

import pytest
from click.testing import CliRunner
from followthemoney import model
from hypothesis import HealthCheck, given, settings

import diplomodel as dm
import diplomodel_ftm as plugin
from diplomodel.casebooks import Casebook
from diplomodel.errors import BadInputError
from diplomodel.events import Incident, Observation, RelationsBreak, Threat
from diplomodel.evidence import Claim, Evidence, Source
from diplomodel.exporters import Export
from diplomodel.testing import casebooks
from diplomodel_ftm.writing import FtmExporter, entities, ftm_exporter


def told(case: Casebook) -> Export:
    # The events alone: made-up casebooks may require plugins that do not exist.
    return Export(casebook=case, history=dm.replay(case.events), fingerprint="core+none")


def written(case: Casebook) -> list[dict[str, object]]:
    target = io.BytesIO()
    FtmExporter().export(told(case), target)
    return [json.loads(line) for line in target.getvalue().decode().split("\n")[:-1]]


def check(found: list[dict[str, object]]) -> None:
    """
    Each entity passes FollowTheMoney's validation, survives its cleaning, and names what is there.
    """
    ids = {one["id"] for one in found}
    for one in found:
        proxy = model.get_proxy(one, cleaned=False)
        assert one["id"] == proxy.id
        assert one["properties"] == {name: sorted(proxy.get(name)) for name in proxy.properties}
        proxy.schema.validate(one)
        for prop, value in proxy.itervalues():
            assert prop.name == "entity" or prop.type.validate(value), (prop, value)
            if prop.type.name == "entity":
                assert value in ids
                (other,) = {o["schema"] for o in found if o["id"] == value}
                assert model.get(other).is_a(prop.range)


@pytest.mark.parametrize("name", dm.casebook_names())
def test_bundled_casebooks(name):
    """
    Every entity of the bundled casebooks is valid, and nothing is left out.
    """
    case = dm.casebook(name)
    found = written(case)
    check(found)
    count = Counter(one["schema"] for one in found)

    assert {event.id for event in case.events} == ids_of(found, "Event")
    assert len(case.sources) == count["Article"] + count["Document"]
    assert len(case.people) <= count["Person"]
    assert sum(len(set(event.claims)) for event in case.events) == sum(
        "claim" in one["properties"].get("keywords", ()) for one in found
    )


def ids_of(found, schema):
    return {one["id"] for one in found if one["schema"] == schema}


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(case=casebooks())
def test_any_casebook(case):
    """
    Casebooks of any events, persons, sources and texts give valid entities.
    """
    check(written(case))


def test_hostile_text():
    """
    Text that is no name, no address and no language is kept in the notes, and nothing fails.
    """
    nasty = "=cmd|' \u202e\u2028 <script> {}\n ]]> \\u0000 🗺"
    source = Source(
        id="s", publisher="🗺", title=nasty, address="javascript:alert(1)", language="x-klingon"
    )
    event = Incident(
        occurred="0002-01-01",
        incident="attack",
        state="MEX",
        place=nasty,
        summary=nasty,
        evidence=[Evidence(source=source, quote=nasty)],
        claims=[Claim(text=nasty, by=[nasty])],
    )
    found = written(Casebook(title=nasty, events=[event]))
    check(found)
    (document,) = (one for one in found if one["schema"] == "Article")

    assert "sourceUrl" not in document["properties"]
    assert {"language: x", "sourceUrl: javascript:alert(1)"} <= set(
        document["properties"]["notes"]
    )
    (made,) = (one for one in found if one["schema"] == "Event")
    assert {"date: 0002-01-01", "occurred: 0002-01-01"} <= set(made["properties"]["notes"])


def test_event():
    """
    An event has its date, its actors and its documents; its id is the event's.
    """
    source = Source(
        id="rpp",
        publisher="RPP",
        title="Perú rompe relaciones",
        address="https://rpp.pe/x",
        published="2025-11-03",
        language="es-PE",
    )
    event = RelationsBreak(
        occurred="2025-11-03",
        by="PER",
        target="MEX",
        label="b1",
        summary="Peru breaks.",
        evidence=[Evidence(source=source, quote="romper", attributed_to="Hugo de Zela")],
    )
    found = {one["schema"]: one["properties"] for one in written(Casebook(events=[event]))}
    made = found["Event"]

    assert ["2025-11-03"] == made["date"]
    assert ["dm-actor-mex", "dm-actor-per"] == made["involved"]
    assert ["Relations break (PER, MEX), 2025-11-03"] == made["name"]
    assert ["Peru breaks."] == made["summary"]
    assert ["spa"] == found["Article"]["language"]
    assert ["https://rpp.pe/x"] == found["Article"]["sourceUrl"]
    assert ["“romper”\nsaid by: Hugo de Zela"] == found["Note"]["description"]
    assert [event.id] == found["Note"]["entity"]


def test_threat_is_not_told_as_done():
    """
    What was not done says so in its name.
    """
    event = Threat(occurred="2025-11-03", by="PER", target="MEX", modality="threatened")
    (made,) = (one for one in written(Casebook(events=[event])) if one["schema"] == "Event")

    assert ["Threat, threatened (PER, MEX), 2025-11-03"] == made["properties"]["name"]


@pytest.mark.parametrize(
    ("occurred", "wanted"),
    [
        ("2025-11-03", {"date": ["2025-11-03"]}),
        ("2025-11-03T22:41-05:00", {"date": ["2025-11-03"]}),
        ("2025-11", {"date": ["2025-11"]}),
        ("2025", {"date": ["2025"]}),
        ("2025-11-03?", {"startDate": ["2025-11-02"], "endDate": ["2025-11-04"]}),
        ("2025-11-03/2025-11-05", {"startDate": ["2025-11-03"], "endDate": ["2025-11-05"]}),
        ("../2025-11-05", {"endDate": ["2025-11-05"]}),
        ("2025-11-05/..", {"startDate": ["2025-11-05"]}),
        ("202X", {"startDate": ["2020-01-01"], "endDate": ["2029-12-31"]}),
    ],
)
def test_dates(occurred, wanted):
    """
    A date without doubt is one date; any other is the days that are possible.
    """
    event = RelationsBreak(occurred=occurred, by="PER", target="MEX")
    (made,) = (one for one in written(Casebook(events=[event])) if one["schema"] == "Event")
    dates = {name: made["properties"].get(name) for name in ("date", "startDate", "endDate")}

    assert wanted == {name: values for name, values in dates.items() if values}
    assert f"occurred: {occurred}" in made["properties"]["notes"]


def test_relations_are_links():
    """
    A spell between two states is a link with its first and its last day.
    """
    case = Casebook(
        events=[
            Observation(
                occurred="2025-01-01", fluent="relations", subject="MEX-PER", value="established"
            ),
            RelationsBreak(occurred="2025-11-03", by="PER", target="MEX"),
        ]
    )
    links = [one["properties"] for one in written(case) if one["schema"] == "UnknownLink"]
    seen = {
        one["status"][0]: (one["startDate"], one.get("endDate"))
        for one in links
        if one["role"] == ["relations"]
    }

    assert {
        "established": (["2025-01-01"], ["2025-11-02"]),
        "broken": (["2025-11-03"], None),
    } == seen


def test_links_agree_with_the_history():
    """
    On every day of a link the history has its value.
    """
    case = dm.casebook("us-cuba")
    history = dm.replay(case.events)
    for one in written(case):
        told = one["properties"]
        if one["schema"] != "UnknownLink" or told["role"] != ["mission level"]:
            continue
        subject = told["summary"][0].partition("(")[2].partition(")")[0]
        for day in (*told["startDate"], *told.get("endDate", ())):
            value = history.value(dm.fluents.MISSION_LEVEL, subject, dt.date.fromisoformat(day))
            assert told["status"] == [str(value)]


def test_states():
    """
    States are public bodies with the codes that FollowTheMoney knows; unknown ones keep theirs.
    """
    events = [
        RelationsBreak(occurred="2020", by="XKX", target=code)
        for code in ("TWN", "PSE", "DDR", "SUN", "ZZZ", "org:oas", "org:none")
    ]
    found = {one["id"]: one for one in written(Casebook(events=events))}
    check(list(found.values()))

    assert ["xk"] == found["dm-actor-xkx"]["properties"]["country"]
    assert ["tw"] == found["dm-actor-twn"]["properties"]["country"]
    assert ["ZZZ"] == found["dm-actor-zzz"]["properties"]["name"]
    assert "Organization" == found["dm-actor-org-oas"]["schema"]
    assert ["org:none"] == found["dm-actor-org-none"]["properties"]["name"]


def test_one_description_each():
    """
    No entity is written twice, and ids do not depend on the casebook.
    """
    found = written(dm.casebook("peru-mexico"))
    counts = Counter(one["id"] for one in found)
    shared = {one["id"]: one for one in written(dm.casebook("ecuador-mexico"))}

    assert [1] == sorted(set(counts.values()))
    assert shared["dm-actor-mex"] == next(one for one in found if one["id"] == "dm-actor-mex")


def test_history_alone():
    """
    Without a casebook the events are those of the history.
    """
    event = RelationsBreak(occurred="2025-11-03", by="PER", target="MEX")
    found = list(entities(Export(history=dm.replay([event]))))

    assert event.id in {one.id for one in found}


def test_fingerprint():
    """
    The fingerprint of rules and plugins is in the note on the export.
    """
    first = written(Casebook(title="T"))[0]

    assert "Note" == first["schema"]
    assert ["T\nrules and plugins: core+none"] == first["properties"]["description"]


def test_no_options():
    """
    There are no options.
    """
    with pytest.raises(BadInputError, match="ftm has no options"):
        ftm_exporter({"a": "b"})


def test_no_warnings():
    """
    Writing warns of nothing, PyICU installed or not.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert written(dm.casebook("us-cuba"))


_PRINT = """
import sys, datetime, time
{clock}
import diplomodel as dm
from diplomodel.exporters import Export
from diplomodel_ftm.writing import FtmExporter
case = dm.casebook("us-cuba")
FtmExporter().export(Export(casebook=case, history=dm.replay(case)), sys.stdout.buffer)
"""

_CLOCK = """
time.time = lambda: 4102444800.0
class Later(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return cls(2100, 1, 1, tzinfo=tz)
    utcnow = today = now
datetime.datetime = Later
"""


def _run(code: str, **environment: str) -> bytes:
    return subprocess.run(
        [sys.executable, "-c", code],
        env=os.environ | environment,
        check=True,
        capture_output=True,
    ).stdout


def test_same_bytes():
    """
    Two clocks, two time zones and two hash seeds give the same bytes.
    """
    first = _run(_PRINT.format(clock=""), PYTHONHASHSEED="1", TZ="UTC")
    second = _run(_PRINT.format(clock=_CLOCK), PYTHONHASHSEED="77", TZ="Asia/Kathmandu")

    assert first == second
    assert len(first) > 100_000


def test_light_import():
    """
    Loading the entry module does not load FollowTheMoney.
    """
    loaded = _run("import sys, diplomodel_ftm; print(*sys.modules)").decode().split()

    assert not {"followthemoney", "diplomodel.casebooks"} & set(loaded)


def test_entry_point():
    """
    The distribution announces the module under the plugin's name.
    """
    (found,) = (one for one in entry_points(group="diplomodel") if one.name == "ftm")

    assert plugin is found.load()


def test_spec():
    """
    The spec names code that is there.
    """
    from importlib import import_module

    (spec,) = plugin.diplomodel_register_exporters()
    module, _, attribute = spec.factory.partition(":")

    assert "ftm" == spec.name
    assert FtmExporter() == getattr(import_module(module), attribute)()


def test_command_line_of_followthemoney(tmp_path):
    """
    FollowTheMoney's own command validates a whole file and passes every entity on.
    """
    path = tmp_path / "us-cuba.ftm.json"
    with path.open("wb") as target:
        FtmExporter().export(told(dm.casebook("us-cuba")), target)
    (command,) = entry_points(group="console_scripts", name="ftm")
    result = CliRunner().invoke(command.load(), ["validate", "-i", str(path)])

    assert 0 == result.exit_code
    assert len(path.read_bytes().splitlines()) == len(result.stdout_bytes.splitlines())


def test_readme():
    """
    The Python in the README runs and prints what it says.
    """
    page = Path(__file__).parents[1] / "README.md"
    failed, tried = doctest.testfile(str(page), module_relative=False)

    assert 0 == failed
    assert tried > 5


def test_conformance():
    """
    The kit's checks of exporters and plugins pass.
    """
    from diplomodel.plugins import host
    from diplomodel.testing import check_plugin

    report = check_plugin(host(), "ftm")

    assert [] == [str(check) for check in report.failures]
