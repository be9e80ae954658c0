"""
The published JSON Schema of casebooks.
"""

import json
from importlib.resources import files

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings

from diplomodel.casebooks import Casebook, casebook_names, json_schema, loads
from diplomodel.casebooks._writing import casebook_plain
from diplomodel.errors import BadInputError
from diplomodel.events import event_types, kind_of
from diplomodel.formats._scalars import Bare, untyped
from diplomodel.formats._yaml import MappingNode, ScalarNode, read_yaml
from diplomodel.testing import events_of


SCHEMA = json_schema()
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)
PACKAGE = files("diplomodel.casebooks")


def typed(node):
    """
    A file as editors see it: text without quotes typed as JSON would type it.
    """
    if isinstance(node, ScalarNode):
        return None if node.is_null else untyped(Bare(node.value) if node.plain else node.value)
    if isinstance(node, MappingNode):
        return {key.value: typed(value) for key, value in node.entries}
    return [typed(item) for item in node.items]


def test_it_is_a_schema():
    """
    The schema conforms to draft 2020-12, and has a definition for each kind.
    """
    jsonschema.Draft202012Validator.check_schema(SCHEMA)

    assert {kind_of(cls) for cls in event_types()} <= SCHEMA["$defs"].keys()


def test_the_copy_in_the_package_is_current():
    """
    The file is what `json_schema` gives, as JSON with an indent of one and a line break.
    """
    text = (PACKAGE / "schema" / "casebook-1.json").read_text(encoding="utf-8")

    assert json.dumps(SCHEMA, indent=1, ensure_ascii=False) + "\n" == text


def test_everything_is_described():
    """
    Each kind and each of its fields says what it is.
    """
    for cls in event_types():
        definition = SCHEMA["$defs"][kind_of(cls)]
        fields = [one for one in definition["properties"].values() if isinstance(one, dict)]

        assert definition["description"]
        assert [] == [one for one in fields if "const" not in one and not one["description"]]


@pytest.mark.parametrize("name", casebook_names())
def test_bundled_casebooks_are_valid(name):
    """
    The schema accepts what the library ships.
    """
    data = typed(read_yaml((PACKAGE / "data" / f"{name}.yaml").read_bytes()))

    assert [] == [(one.json_path, one.message) for one in VALIDATOR.iter_errors(data)]


@pytest.mark.parametrize("kind", [kind_of(cls) for cls in event_types()])
def test_what_is_written_is_valid(kind):
    """
    The schema accepts any event that the library writes.
    """

    @settings(max_examples=3, deadline=None, suppress_health_check=list(HealthCheck))
    @given(events_of(kind))
    def check(event):
        VALIDATOR.validate(json.loads(json.dumps(casebook_plain(Casebook(events=[event])))))

    check()


@pytest.mark.parametrize(
    "event",
    [
        "{kind: talks, occurred: 2022, by: Peru}",
        "{kind: talks, occurred: 2022, by: PER, plac: Lima}",
        "{kind: talks, occurred: 2022, by: PER, place: {a: b}}",
        "{kind: talks, occurred: 2022, by: PER, discreet: [true]}",
        "{kind: talks, by: PER}",
        "{occurred: 2022}",
        "{kind: talks, occurred: 2022, by: PER, modality: dne}",
        "{kind: talks, occurred: 2022, by: PER, evidence: [{quote: x}]}",
    ],
)
def test_what_the_reader_refuses_the_schema_refuses(event):
    """
    The schema and the reader agree on what is wrong.
    """
    text = f"format: 1\nevents: [{event}]"

    assert not VALIDATOR.is_valid(typed(read_yaml(text)))
    with pytest.raises(BadInputError):
        loads(text, format="yaml")


def test_unknown_kinds_are_let_pass():
    """
    A plugin's kind is valid, as it is for the reader.
    """
    assert VALIDATOR.is_valid({"format": 1, "events": [{"kind": "x", "occurred": 2022, "y": 3}]})
