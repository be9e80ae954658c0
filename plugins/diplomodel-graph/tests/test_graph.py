"""
Networks: what is in them, and that networkx reads back what was written.
"""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
from xml.etree import ElementTree as ET

import networkx as nx
import pytest
from hypothesis import given, settings

import diplomodel_graph
from diplomodel import casebook, casebook_names, replay
from diplomodel.actors import Person
from diplomodel.casebooks import Casebook
from diplomodel.errors import BadInputError, UnknownNameError
from diplomodel.events import Observation, RelationsBreak
from diplomodel.exporters import export, prepared
from diplomodel.plugins import ExporterSpec, PluginHost
from diplomodel.subjects import SubjectKind
from diplomodel.testing import check_plugin, events
from diplomodel_graph import GraphOptions, spells_of, to_dynamic_networkx, to_networkx


FORMATS = {"graph.graphml": nx.read_graphml, "graph.gexf": nx.read_gexf}
HOST = PluginHost.isolated(diplomodel_graph)
ALONE = (SubjectKind.PERSON, SubjectKind.PROCEEDINGS, SubjectKind.STATE)
HOSTILE = '<!ENTITY x "y"> ]]> & \'"\n--> \uffff \u202e {{a}} None'


def written(what: object, to: str, **options: object) -> bytes:
    target = io.BytesIO()
    export(what, target, to=to, options=options or None, host=HOST)
    return target.getvalue()


def between(what: object) -> list[tuple[object, ...]]:
    """
    The spells of a history on subjects of two states, as `spells_of` gives them.
    """
    case = prepared(what)
    return sorted(
        (
            spell.fluent,
            spell.subject,
            str(spell.value),
            str(spell.first_day),
            "" if spell.ends is None else str(type(spell.first_day).fromordinal(spell.ends)),
        )
        for spell in case.spells()
        if case.fluent(spell.fluent).on not in ALONE
    )


def found(graph: nx.Graph) -> list[tuple[object, ...]]:
    return sorted((*spell[:4], spell.end or "") for spell in spells_of(graph))


def test_conforms(isolated_host, conforms) -> None:
    """
    The plugin keeps all that plugins promise.
    """
    conforms(check_plugin(isolated_host(diplomodel_graph), "graph"))


@pytest.mark.parametrize("to", FORMATS)
@pytest.mark.parametrize("name", casebook_names())
def test_spells_come_back(name, to) -> None:
    """
    Opened again by networkx, every bundled casebook has all its spells between states.
    """
    case = casebook(name)
    graph = FORMATS[to](io.BytesIO(written(case, to)))

    assert between(case) == found(graph)
    assert graph.is_directed()


@pytest.mark.parametrize("to", FORMATS)
@given(history=events().map(lambda event: replay([event])))
@settings(max_examples=40, derandomize=True, deadline=None)
def test_spells_of_any_event_come_back(history, to) -> None:
    """
    So has whatever any event brings about.
    """
    graph = FORMATS[to](io.BytesIO(written(history, to)))

    assert between(history) == found(graph)


@pytest.mark.parametrize("make", [to_networkx, to_dynamic_networkx])
def test_graphs_hold_all_spells(make) -> None:
    """
    The graphs in memory hold the same spells as the history.
    """
    case = casebook("peru-mexico")

    assert between(case) == found(make(case)) == found(make(replay(case)))


def test_plain_graph_has_plain_values() -> None:
    """
    No value of `to_networkx` is one that a writer of networkx refuses.
    """
    graph = to_networkx(casebook("peru-mexico"), persons=True)
    values = [
        value
        for _, data in [*graph.nodes(data=True), *((0, d) for *_, d in graph.edges(data=True))]
        for value in data.values()
    ]

    assert {str, bool} == {type(value) for value in values}
    assert {str} == {type(value) for value in graph.graph.values()}


def test_edge_tells_its_events_and_sources() -> None:
    """
    An edge says what began and ended its spell, and who says so.
    """
    graph = to_networkx(casebook("peru-mexico"), fluents="relations")
    before = graph.edges["MEX", "PER", "relations MEX-PER 1"]
    after = graph.edges["MEX", "PER", "relations MEX-PER 2"]

    assert ("established", "2025-11-03", True) == (
        before["value"],
        before["end"],
        before["observed"],
    )
    assert ("broken", "2025-11-03", False) == (after["value"], after["start"], after["observed"])
    assert before["ended_by"] == after["began_by"]
    assert "end" not in after
    assert "ended_by" not in after
    assert after["sources"]


def test_nodes_have_names_and_kinds() -> None:
    """
    States, organisations and persons are told apart, and called by their names.
    """
    seen = [
        Observation(
            occurred="2020-01-01", fluent="relations", subject="PER-org:oas", value="established"
        ),
        Observation(
            occurred="2020-01-01", fluent="custody", subject="ana-lopez", value="detained"
        ),
    ]
    case = Casebook(events=seen, people=[Person(id="ana-lopez", name="Ana López")])
    nodes = dict(to_networkx(case, persons=True).nodes(data=True))

    assert {"PER", "org:oas", "ana-lopez"} == set(nodes)
    assert ("Peru", "state") == (nodes["PER"]["label"], nodes["PER"]["kind"])
    assert "organisation" == nodes["org:oas"]["kind"]
    assert ("Ana López", "person") == (nodes["ana-lopez"]["label"], nodes["ana-lopez"]["kind"])
    assert {"PER", "org:oas"} == set(to_networkx(case))


def test_fluents_of_states_stand_on_nodes() -> None:
    """
    Heads of state are on their state's node: as JSON, and as values that change.
    """
    case = casebook("peru-mexico")
    plain = json.loads(to_networkx(case).nodes["PER"]["head_of_state"])
    changing = to_dynamic_networkx(case).nodes["PER"]["head_of_state"]
    again = nx.read_gexf(io.BytesIO(written(case, "graph.gexf"))).nodes["PER"]["head_of_state"]

    assert "pedro-castillo" == plain[0]["value"]
    assert [(row["value"], row["start"], row["end"]) for row in plain] == changing
    assert [(value, start, str(end)) for value, start, end in changing] == again


def test_one_day_is_cut_out() -> None:
    """
    With a day, only what holds at its end is there.
    """
    case = casebook("us-cuba")
    broken = to_networkx(case, fluents=["relations"], at="1975-06-01")
    restored = to_networkx(case, fluents=["relations"], at="2015-07-20")
    values = [[tie["value"] for *_, tie in graph.edges(data=True)] for graph in (broken, restored)]

    assert [["broken"], ["established"]] == values


def test_direction_has_a_meaning_or_is_marked() -> None:
    """
    Missions go from sender to receiver; relations have no direction, which is said.
    """
    graph = to_networkx(casebook("peru-mexico"))
    ties = list(graph.edges(data=True))

    assert {("MEX", "PER"), ("PER", "MEX")} <= {
        (one, other) for one, other, tie in ties if tie["fluent"] == "mission"
    }
    assert {"relations", "consular_relations"} >= {
        tie["fluent"] for *_, tie in ties if tie["symmetric"]
    }
    assert [] == [tie for one, other, tie in ties if tie["symmetric"] and one > other]


@pytest.mark.parametrize("to", FORMATS)
def test_options_choose(to) -> None:
    """
    Fluents, persons and a day are options of both formats.
    """
    case = casebook("peru-mexico")
    one = FORMATS[to](io.BytesIO(written(case, to, fluents=["relations", "mission"])))
    day = FORMATS[to](io.BytesIO(written(case, to, at="2025-11-05", fluents="relations")))
    with_persons = FORMATS[to](io.BytesIO(written(case, to, persons="true")))

    assert {"relations", "mission"} == {spell.fluent for spell in spells_of(one)}
    assert ["broken"] == [s.value for s in spells_of(day) if s.subject == "MEX-PER"]
    assert "pedro-castillo" in with_persons
    assert "pedro-castillo" not in one


@pytest.mark.parametrize(
    ("options", "error", "message"),
    [
        ({"fluents": "relatoins"}, UnknownNameError, "did you mean 'relations'"),
        ({"at": "2025-11"}, BadInputError, "not one exact day"),
        ({"fluent": "relations"}, BadInputError, "did you mean 'fluents'"),
        ("relations", BadInputError, "give GraphOptions"),
    ],
)
@pytest.mark.parametrize("to", FORMATS)
def test_wrong_options_are_refused(to, options, error, message) -> None:
    """
    A fluent, a day or an option that there is not is an error.
    """
    with pytest.raises(error, match=message):
        export(casebook("us-cuba"), io.BytesIO(), to=to, options=options, host=HOST)


@pytest.mark.parametrize("to", FORMATS)
def test_open_ends_are_left_out(to) -> None:
    """
    No text stands for a missing value, and no date of writing is stamped.
    """
    text = written(casebook("peru-mexico"), to).decode()

    assert not re.search(r"\bNone\b|\bnan\b|lastmodified", text)
    assert b"NetworkX" not in written(casebook("peru-mexico"), to)


@pytest.mark.parametrize("to", FORMATS)
def test_title_and_fingerprint_are_there(to) -> None:
    """
    The file says what it is about, and by which rules and plugins it was made.
    """
    text = written(casebook("peru-mexico"), to).decode()

    assert re.search(r"\bf1-[0-9a-f]{32}\b", text)
    assert "Peru and Mexico, 2022-2026" in text


@pytest.mark.parametrize("to", FORMATS)
def test_hostile_text_is_text(to) -> None:
    """
    Whatever texts say, the file is well-formed, and they are read as they were.
    """
    case = Casebook(
        title=HOSTILE,
        people=[Person(id="ana", name=HOSTILE)],
        events=[
            Observation(
                occurred="2020-01-01", fluent="head_of_state", subject="PER", value=HOSTILE
            ),
            Observation(
                occurred="2020-01-01",
                fluent="consular_post",
                subject="MEX>PER/<]]>&\"'=\ufffe",
                value="open",
            ),
            Observation(occurred="2020-01-01", fluent="custody", subject="ana", value="detained"),
            RelationsBreak(occurred="2020-01-02", by="PER", target="MEX", summary=HOSTILE),
        ],
    )
    data = written(case, to, persons="true")
    graph = FORMATS[to](io.BytesIO(data))
    readable = HOSTILE.replace("\uffff", "\ufffd")

    ET.fromstring(data)
    assert readable == graph.nodes["ana"]["label"]
    assert "MEX>PER/<]]>&\"'=\ufffd" in {spell.subject for spell in spells_of(graph)}
    # As JSON, or as a value: what stands there is the text.
    assert "{{a}} None" in str(graph.nodes["PER"]["head_of_state"])


@pytest.mark.parametrize("to", FORMATS)
def test_empty_history_is_a_graph(to) -> None:
    """
    Where nothing happened there is a graph without nodes.
    """
    assert 0 == len(FORMATS[to](io.BytesIO(written(replay([]), to))))


@pytest.mark.parametrize("to", FORMATS)
def test_bytes_depend_on_neither_clock_nor_chance(to) -> None:
    """
    On another day, in another process with another seed, the bytes are the same.
    """
    code = (
        "import sys, time\n"
        "shift = float(sys.argv[1])\n"
        "now, strftime = time.time, time.strftime\n"
        "time.time = lambda: now() + shift\n"
        "time.strftime = lambda form, when=None: strftime(form, when or time.gmtime(now() + shift))\n"
        "import diplomodel_graph\n"
        "from diplomodel import casebook\n"
        "from diplomodel.exporters import export\n"
        "from diplomodel.plugins import PluginHost\n"
        "host = PluginHost.isolated(diplomodel_graph)\n"
        f"export(casebook('qatar-quartet'), '-', to='{to}', host=host)\n"
    )
    outputs = [
        subprocess.run(
            [sys.executable, "-c", code, shift],
            capture_output=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
            timeout=120,
        ).stdout
        for shift, seed in (("0", "1"), ("99999999", "2"))
    ]

    assert outputs[0] == outputs[1]
    assert outputs[0].endswith(b">\n")


def test_entry_module_is_light() -> None:
    """
    Importing the package and asking what it offers does not load networkx.
    """
    code = (
        "import sys\n"
        "import diplomodel_graph\n"
        "specs = list(diplomodel_graph.diplomodel_register_exporters())\n"
        "print(len(specs), 'networkx' in sys.modules, 'GraphOptions' in dir(diplomodel_graph))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)

    assert b"2 False True" == done.stdout.strip()


def test_specs_lead_to_what_they_name() -> None:
    """
    Every factory and class of options is there, and every public name is.
    """
    for name in FORMATS:
        offer = HOST.find(ExporterSpec, name)

        assert GraphOptions is offer.resolve(offer.spec.options)
        assert hasattr(offer.make({"fluents": "relations"}), "export")
    assert [] == [n for n in diplomodel_graph.__all__ if not hasattr(diplomodel_graph, n)]
    with pytest.raises(AttributeError, match="no attribute 'grahp'"):
        _ = diplomodel_graph.grahp
