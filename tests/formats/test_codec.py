"""
Events to plain data and back.
"""

import json
from pathlib import Path

import attrs
import pytest
from hypothesis import HealthCheck, given, settings

from diplomodel import events
from diplomodel.dates import Duration, PartialDate
from diplomodel.errors import BadInputError
from diplomodel.events import event_types, kind_of
from diplomodel.evidence import Claim, Evidence, Source, Verdict
from diplomodel.formats import from_plain, to_plain
from diplomodel.formats._codec import FIRST, LAST, event_plan
from diplomodel.testing import events as any_events
from diplomodel.testing import events_of


GOLDEN = Path(__file__).parent.parent / "golden"
SRE = Source(id="sre", publisher="SRE", published="2025-11-03")
KINDS = [kind_of(cls) for cls in event_types()]


@attrs.frozen(kw_only=True)
class Loose(events.Event):
    """
    An event type whose fields check nothing.
    """

    text: str = ""
    number: int = 0
    flag: bool = False
    texts: tuple[str, ...] = ()
    length: Duration | None = None
    votes: events.Votes | None = None


@attrs.frozen(kw_only=True)
class Odd(events.Event):
    """
    An event type with a field that no file can hold.
    """

    numbers: dict[str, int] = attrs.field(factory=dict)


def problems_of(data):
    """
    The problems that reading reports, as path and message.
    """
    with pytest.raises(BadInputError) as caught:
        from_plain(data)
    return {problem.path: problem.message for problem in caught.value.problems}


@pytest.mark.parametrize("kind", KINDS)
def test_every_event_type_round_trips(kind):
    """
    What is made plain reads back equal, for every event type.
    """

    @settings(max_examples=5, deadline=None, suppress_health_check=list(HealthCheck))
    @given(events_of(kind))
    def check(event):
        assert event == from_plain(to_plain(event))

    check()


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(any_events())
def test_plain_data_are_json(event):
    """
    Plain data survive JSON, and sources may be named by id alone.
    """
    plain = to_plain(event, sources="ids")
    cited = [piece.source for piece in event.evidence]
    cited += [piece.source for claim in event.claims for piece in claim.evidence]
    by_id = {source.id: source for source in reversed(cited)}

    assert event == from_plain(json.loads(json.dumps(plain)), sources=by_id.values())


@pytest.mark.parametrize("entry", json.loads((GOLDEN / "event_ids.json").read_bytes()))
def test_ids_never_change(entry):
    """
    The ids of events written down earlier are still the same.
    """
    assert entry["id"] == from_plain(entry["event"]).id


@pytest.mark.parametrize("cls", event_types(), ids=kind_of)
def test_keys_stand_in_one_order(cls):
    """
    Own fields stand between the date and what every event has.
    """
    keys = ["kind", *event_plan(cls).fields]

    assert list(FIRST) == keys[: len(FIRST)]
    assert list(LAST) == keys[-len(LAST) :]


def test_defaults_are_left_out_and_keyword_names_lose_their_underscore():
    """
    Only what differs from a default is written, and ``with_`` is written ``with``.
    """
    event = events.JointStatement(occurred="2022-12-12", by="MEX", with_=("ARG",))
    expected = {"kind": "joint_statement", "occurred": "2022-12-12", "by": "MEX", "with": ["ARG"]}

    assert expected == to_plain(event)


def test_text_will_do_for_numbers_and_booleans():
    """
    Formats without types may give text for every scalar.
    """
    typed = {
        "kind": "ambassador_summons", "occurred": "2022", "sender": "MEX", "receiver": "PER",
        "person": "pablo-monroy", "note_handed": True, "order": 3,
    }  # fmt: skip

    assert from_plain(typed) == from_plain({**typed, "note_handed": "true", "order": "3"})


def test_one_item_stands_for_a_list_of_one():
    """
    A tuple field takes one scalar for a single item.
    """
    data = {"kind": "self_coup_attempt", "occurred": "2022", "state": "PER", "by": "someone"}

    assert ("someone",) == from_plain(data).by


def test_all_problems_are_reported_with_their_paths():
    """
    One error tells of everything wrong in an event.
    """
    found = problems_of({
        "kind": "coup_attempt", "occurred": "2022-13", "state": "Peru", "by": ["A B"],
        "outcome": "realized", "evidnce": [], "order": 1.5, "evidence": ["nowhere"],
        "claims": [{"field": "stat", "text": 3}], "place": 12, "modality": None,
    })  # fmt: skip

    assert {
        "$.occurred", "$.state", "$.by", "$.outcome", "$.evidnce", "$.order", "$.evidence[0]",
        "$.claims[0].field", "$.claims[0].text", "$.place",
    } == found.keys()  # fmt: skip
    assert "did you mean 'realised'?" in found["$.outcome"]
    assert "did you mean 'evidence'?" in found["$.evidnce"]
    assert "did you mean 'state'?" in found["$.claims[0].field"]
    assert "unknown source 'nowhere'" in found["$.evidence[0]"]


def test_missing_fields_are_reported_together():
    """
    Every required field that is not there is named.
    """
    found = problems_of({"kind": "relations_break"})

    assert "the field 'target' is missing" in found["$"]


@pytest.mark.parametrize(
    ("field", "value", "match"),
    [
        ("order", True, "write a whole number"),
        ("order", "1.0", "write a whole number"),
        ("order", "9" * 700, "write a whole number"),
        ("discreet", "yes", "write true or false"),
        ("discreet", 1, "write true or false"),
        ("occurred", 2022, "write a date as text"),
        ("about", "a\x00b", r"control character U\+0000"),
        ("about", "a\ud800", r"lone surrogate U\+D800"),
        ("about", ["a"], "a list stands here"),
        ("links", "pm01", "write a mapping of fields"),
        ("evidence", [3], "write a mapping of fields"),
        ("claims", {"text": "x", "field": "occurred", "value": "soon"}, "is not a date"),
    ],
)
def test_wrong_types_are_refused(field, value, match):
    """
    Nothing is guessed: a value of another type is refused with what to write.
    """
    data = {"kind": "talks", "occurred": "2022", "by": "PER", field: value}

    with pytest.raises(BadInputError, match=match):
        from_plain(data)


@pytest.mark.parametrize("data", [None, [], "talks", {"kind": ["talks"]}, {"kind": None}, {}])
def test_what_is_no_event_is_refused(data):
    """
    Something other than a mapping with a kind is refused.
    """
    with pytest.raises(BadInputError):
        from_plain(data)


def test_claims_have_the_type_of_their_field():
    """
    The value of a claim has the type of the field it names.
    """
    claims = [{"text": "x", "field": "with", "value": "ARG"}, {"text": "y", "value": 3}]
    claims += [{"text": "z", "field": "occurred", "value": "2022", "verdict": "rejected"}]
    data = {"kind": "joint_statement", "occurred": "2023", "by": "MEX", "with": "COL"}
    event = from_plain({**data, "claims": claims})
    parties, free, dated = event.claims

    assert ("with_", ("ARG",)) == (parties.field, parties.value)
    assert 3 == free.value
    assert (PartialDate.parse("2022"), Verdict.REJECTED) == (dated.value, dated.verdict)


def test_text_claimed_for_a_date_is_written_as_a_date():
    """
    A claim made in Python with plain text is read back with the type of its field.
    """
    claim = Claim(text="x", field="occurred", value="2025-11-04")
    event = events.RelationsBreak(occurred="2025-11-03", by="PER", target="MEX", claims=[claim])

    assert PartialDate.parse("2025-11-04") == from_plain(to_plain(event)).claims[0].value


def test_unknown_kinds_are_kept_whole():
    """
    An event of an unknown kind keeps its fields, and claims on them, as they were.
    """
    plain = {
        "kind": "kind_of_a_plugin", "label": "x", "occurred": "2022",
        "claims": [{"field": "level", "text": "more", "value": 4}], "level": 3, "evidence": [],
    }  # fmt: skip
    event = from_plain(plain)
    del plain["evidence"]

    assert isinstance(event, events.UnknownEvent)
    assert "x" == event.label
    assert plain == to_plain(event)


def test_a_class_name_or_parent_is_no_kind():
    """
    Files name kinds in snake case, and a parent type stands for no act.
    """
    for kind in ("RelationsBreak", "mission_event"):
        assert isinstance(from_plain({"kind": kind, "occurred": "2022"}), events.UnknownEvent)


@pytest.mark.parametrize(
    ("event", "match"),
    [
        (Loose(occurred="2022", flag="no"), r"write true or false at \$.flag"),
        (Loose(occurred="2022", number="3"), r"write a whole number, such as 3 at \$.number"),
        (Loose(occurred="2022", number=True), r"write a whole number, such as 3 at \$.number"),
        (Loose(occurred="2022", text=None), r"write text at \$.text"),
        (Loose(occurred="2022", texts=["a"]), r"give a tuple at \$.texts"),
        (Loose(occurred="2022", texts=("a", "\ud800")), r"U\+D800; take it out at \$.texts\[1\]"),
        (Loose(occurred="2022", length="P1D"), r"give a Duration at \$.length"),
        (Loose(occurred="2022", votes=3), r"give a Votes at \$.votes"),
        (events.UnknownEvent(occurred="2022", unknown_kind="x", data="[]"), "give an object"),
        (events.UnknownEvent(occurred="2022", unknown_kind="x", data="{"), "no valid JSON"),
        (
            events.UnknownEvent(occurred="2022", unknown_kind="x", data='{"occurred":"2023"}'),
            "'occurred', which every event has",
        ),
    ],
)
def test_what_could_not_be_read_again_is_not_written(event, match):
    """
    Classes do not check every field, so writing does.
    """
    with pytest.raises(BadInputError, match=match):
        to_plain(event)


def test_types_that_no_file_can_hold_are_named():
    """
    A plugin's field of a type that cannot be written gives the library's error.
    """
    with pytest.raises(BadInputError, match="cannot be written to files; use text, numbers"):
        to_plain(Odd(occurred="2022"))


def test_claims_on_unknown_fields_are_not_written():
    """
    A claim must name a field of its event.
    """
    event = events.Talks(occurred="2022", by="PER", claims=[Claim(text="x", field="abuot")])

    with pytest.raises(BadInputError, match="did you mean 'about'"):
        to_plain(event)


def test_sources_are_shared():
    """
    One document written out twice becomes one object.
    """
    event = events.Talks(
        occurred="2022", by="PER", evidence=[Evidence(source=SRE), Evidence(source=SRE, quote="a")]
    )
    one, two = from_plain(to_plain(event)).evidence

    assert one.source is two.source
    assert one.source == SRE


def test_two_sources_of_one_id_stay_apart():
    """
    By id is named only the first of two sources that share an id.
    """
    other = attrs.evolve(SRE, title="another")
    event = events.Talks(
        occurred="2022", by="PER", evidence=[Evidence(source=SRE), Evidence(source=other)]
    )
    plain = to_plain(event, sources="ids")

    assert "sre" == plain["evidence"][0]
    assert event == from_plain(plain, sources=[SRE])


@pytest.mark.parametrize(
    ("extra", "match"),
    [
        ({"evidence": [{"source": 3}]}, r"name a source by its id at \$.evidence\[0\].source"),
        ({"evidence": [{"source": {"id": "a", "publisher": ["A"]}}]}, r"source.publisher"),
        ({"evidence": [{"source": {"id": "a"}, "x": 1}]}, r"has no field 'x'"),
        ({"claims": ["x"]}, r"write a mapping of fields at \$.claims\[0\]"),
        ({"claims": [{"text": "x", "value": [1]}]}, r"true or false at \$.claims\[0\].value"),
        ({"kind": "nationals_ordered_out", "deadline": 3}, "write a duration as text"),
        ({"kind": "nationals_ordered_out", "deadline": "3 days"}, "write P3D"),
        ({"kind": "unknown_kind", "x": "\x00"}, r"control character U\+0000; take it out at \$.x"),
    ],
)
def test_problems_inside_values_have_their_paths(extra, match):
    """
    However deep a problem lies, its path leads to it.
    """
    data = {"kind": "talks", "occurred": "2022", "by": "PER"}
    if "deadline" in extra:
        data["target"] = "MEX"

    with pytest.raises(BadInputError, match=match):
        from_plain(data | extra)


@pytest.mark.parametrize(
    ("claim", "match"),
    [
        (Claim(text="x", field="about", value=3), r"between quotes at \$.claims\[0\].value"),
        (Claim(text="x", field="occurred", value="soon"), r"not a date.*at \$.claims\[0\].value"),
        (Claim(text="x", field="about", by=[3]), r"between quotes at \$.claims\[0\].by\[0\]"),
    ],
)
def test_claims_that_could_not_be_read_again_are_not_written(claim, match):
    """
    The parts of a claim are checked when it is written.
    """
    event = Loose(occurred="2022", claims=[attrs.evolve(claim, field="text")])
    if claim.field == "occurred":
        event = Loose(occurred="2022", claims=[claim])

    with pytest.raises(BadInputError, match=match):
        to_plain(event)


@attrs.frozen(kw_only=True)
class Special(events.Event):
    """
    An event type with a default other than ``None`` where ``None`` is a value.
    """

    number: int | None = 3
    made: str = attrs.field(default="x", init=False)


def test_none_is_written_where_it_is_not_the_default():
    """
    ``None`` and a value that is left out differ where the default is another.
    """
    assert {"kind": "special", "occurred": "2022", "number": None} == to_plain(
        Special(occurred="2022", number=None)
    )
    assert {"kind": "special", "occurred": "2022"} == to_plain(Special(occurred="2022"))


def test_remembered_sources_are_bounded():
    """
    Thousands of sources written out in a stream do not pile up.
    """
    from diplomodel.formats._codec import load_event
    from diplomodel.formats._plans import Context

    context = Context()
    for number in range(5000):
        source = {"id": f"s{number}", "publisher": "A"}
        data = {"kind": "talks", "occurred": "2022", "by": "PER", "evidence": {"source": source}}
        event = load_event(data, context)

        assert source["id"] == event.evidence[0].source.id
    assert len(context.inline) < 5000
