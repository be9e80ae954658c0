"""
Event types: their identity, their codes, and what they refuse.
"""

from __future__ import annotations

import pickle
import re
from collections.abc import Callable, Iterator

import attrs
import pytest

from diplomodel import events, schemes
from diplomodel.dates import PartialDate
from diplomodel.errors import BadInputError, UnknownNameError
from diplomodel.events import (
    AmbassadorExpulsion,
    AsylumGrant,
    Coding,
    Event,
    Link,
    Modality,
    Observation,
    ParliamentaryDeclaration,
    PersonaNonGrata,
    ProtectingPowerRequest,
    RelationsBreak,
    RelationsEstablishment,
    SanctionsImposition,
    Threat,
    UnknownEvent,
    Votes,
    event_type,
    event_types,
    families,
    kind_of,
)
from diplomodel.evidence import Claim, Evidence, Source


TYPES = event_types()
by_type = pytest.mark.parametrize("cls", TYPES, ids=kind_of)

#: For each field that some type requires, a value that it takes.
NEEDED = {
    "occurred": "2022-12-07",
    "asylum_state": "MEX",
    "territorial_state": "PER",
    "persons": "pablo-monroy",
    "answer": "granted",
    "manner": "oral",
    "to": "BRA",
    "state": "PER",
    "person": "pedro-castillo",
    "office": "head_of_state",
    "sender": "MEX",
    "receiver": "PER",
    "incident": "other",
    "by": "PER",
    "target": "MEX",
    "institution": "org:icj",
    "applicant": "MEX",
    "respondent": "ECU",
    "decision": "indicated",
    "act": "condemns",
    "from_state": "MEX",
    "to_state": "CHL",
    "footing": "pre_trial",
    "case": "rebellion",
    "sanction": "embargo",
    "body": "an institute",
    "post": "guayaquil",
    "extent": "operations",
    "fluent": "relations",
    "subject": "MEX-PER",
    "value": "broken",
    "protector": "BRA",
    "parties": ("MEX", "PER"),
    "government": "dina-boluarte",
    "turning_from": "TWN",
    "ceased": "GDR",
    "stage": "plenary",
    "with_": ("CHL",),
    "between": ("MEX", "PER"),
    "unknown_kind": "transit_ban",
}
#: Where a field of one name means something else.
SPECIAL = {("InviolabilityBreach", "by"): "state"}


def made(cls: type[Event], **more: object) -> Event:
    """
    An event of a type with all that it requires.
    """
    required = {
        field.name: SPECIAL.get((cls.__name__, field.name), NEEDED[field.name])
        for field in attrs.fields(cls)
        if field.default is attrs.NOTHING
    }
    return cls(**{**required, **more})


def identity(cls: type[Event]) -> set[str]:
    """
    Names of the fields that make an event of a type itself.
    """
    return {field.name for field in attrs.fields(cls) if field.metadata.get("identity")}


def test_families_and_types() -> None:
    """
    Every family is a module, and every type has one kind by which it is found.
    """
    assert list(families()) == sorted(families())
    assert len(TYPES) == len({kind_of(cls) for cls in TYPES})
    for cls in TYPES:
        assert cls is event_type(kind_of(cls)) is event_type(cls.__name__)
        assert cls is getattr(events, cls.__name__)


@pytest.mark.parametrize("kind", ["expulsoin", "mission_event", "modality", "relations_braek", ""])
def test_unknown_kinds(kind: str) -> None:
    """
    Parents and vocabularies are no event kinds, and a misspelt one is reported as such.
    """
    with pytest.raises(UnknownNameError, match="unknown event kind"):
        event_type(kind)


@by_type
def test_codes_are_valid_or_missing_for_a_reason(cls: type[Event]) -> None:
    """
    Each type has a CAMEO and a PLOVER code that exists, or says why it has none.
    """
    coding = cls.coding
    if coding.cameo is None or coding.plover is None:
        assert coding.why
    if coding.cameo is not None:
        assert schemes.is_cameo(coding.cameo)
    if coding.plover is not None:
        assert schemes.is_plover(coding.plover)
        if coding.mode is not None:
            assert coding.mode in schemes.plover(coding.plover).modes
    else:
        assert coding.mode is None


@by_type
def test_documented(cls: type[Event]) -> None:
    """
    Every type says what it is, and names each field of its own.
    """
    assert cls.__doc__
    text = "\n".join(parent.__doc__ or "" for parent in cls.__mro__)
    for field in attrs.fields(cls):
        assert re.search(rf"^ +{field.name}: ", text, re.MULTILINE), field.name


@by_type
def test_rank_fits_its_place(cls: type[Event]) -> None:
    """
    A rank is a number that has room in a moment.
    """
    assert 0 <= cls.rank <= 255


@by_type
def test_plain_events(cls: type[Event]) -> None:
    """
    An event with what it requires is equal to its copies, hashable, pickled, and frozen.
    """
    event = made(cls)
    assert kind_of(cls) == event.kind or isinstance(event, UnknownEvent)
    assert {event} == {made(cls), pickle.loads(pickle.dumps(event))}
    assert re.fullmatch(r"e1-[0-9a-f]{64}", event.id)
    assert event.name == event.id[:11]
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        event.summary = "changed"


@by_type
def test_what_the_id_leaves_out(cls: type[Event]) -> None:
    """
    Evidence, claims, links, order, label and summary are no part of what an event is.
    """
    event = made(cls)
    more = made(
        cls,
        evidence=[Evidence(source=Source(id="sre", publisher="SRE"))],
        claims=[Claim(text="denied")],
        links=[Link(kind="part_of", to="a")],
        supersedes="b",
        order=3,
        label="c",
        summary="What happened.",
        place="Lima",
    )
    assert event.id == more.id
    assert "c" == more.name


@by_type
def test_what_the_id_holds(cls: type[Event]) -> None:
    """
    Another day, another modality or another key make another event.
    """
    assert identity(cls) >= {"occurred", "modality", "key"}
    ids = {
        made(cls).id,
        made(cls, occurred="2022-12-08").id,
        made(cls, modality="denied").id,
        made(cls, key="second").id,
    }
    assert 4 == len(ids)


GOLDEN = [
    (
        RelationsBreak(occurred="2025-11-03", by="PER", target="MEX"),
        "e1-f13f0055f5a2a93841db01077cd4840c59a1160133fc566e68c2956f95d251d2",
    ),
    (
        AmbassadorExpulsion(
            occurred="2022-12-20", sender="MEX", receiver="PER", person="pablo-monroy"
        ),
        "e1-2277d0791442d402415c78a71f1cc6739e5db3a1cfdd9262280177e5298d4c23",
    ),
    (
        AsylumGrant(
            occurred="2022-12",
            asylum_state="MEX",
            territorial_state="PER",
            persons=("lilia-paredes", "arnold-castillo"),
            key="family",
        ),
        "e1-dc19df352b56f3b9e85364e7c533313ade0ac2f43b1a1836b371b7ebd3210e35",
    ),
    (
        UnknownEvent(occurred="2022-12-07", unknown_kind="transit_ban", data='{"by":"PER"}'),
        "e1-931f419bd121430b11f076e4de068ebb380d54e36357c1a2d99f34f50f74beb1",
    ),
]


@pytest.mark.parametrize(("event", "expected"), GOLDEN)
def test_ids_never_change(event: Event, expected: str) -> None:
    """
    Ids are pinned: files and other programs cite them.
    """
    assert expected == event.id


def test_an_expulsion_is_not_a_declaration() -> None:
    """
    A parliament's words about a president are a type of their own, no persona non grata of VCDR 9.
    """
    assert issubclass(AmbassadorExpulsion, PersonaNonGrata)
    assert not issubclass(ParliamentaryDeclaration, PersonaNonGrata)
    committee = made(ParliamentaryDeclaration, stage="committee")
    assert committee.id != made(ParliamentaryDeclaration, stage="plenary").id


def test_parties_have_no_order() -> None:
    """
    Two states that establish relations are the same pair in either order.
    """
    one = RelationsEstablishment(occurred="2022", parties=("PER", "MEX"))
    assert one == RelationsEstablishment(occurred="2022", parties=["MEX", "PER"])


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: RelationsBreak(occurred="2022", by="PER", target="PER"), "two different states"),
        (lambda: made(AsylumGrant, territorial_state="MEX"), "two different states"),
        (lambda: made(PersonaNonGrata, receiver="MEX"), "two different states"),
        (lambda: made(SanctionsImposition, target="PER"), "two different states"),
        (lambda: made(RelationsEstablishment, parties="PER"), "name at least 2"),
        (lambda: made(RelationsEstablishment, parties=("A", "B", "C")), "ISO 3166-1"),
        (
            lambda: made(RelationsEstablishment, parties=("PER", "MEX", "CHL")),
            "name two different states",
        ),
        (lambda: made(RelationsEstablishment, parties=("PER", "PER")), "name two different"),
        (lambda: made(AsylumGrant, persons=()), "name at least 1"),
        (lambda: made(ProtectingPowerRequest, scope=()), "scope is empty: name some of"),
        (lambda: made(ProtectingPowerRequest, scope="trade"), "'trade' is not a Scope"),
        (lambda: made(Threat, modality="perhaps"), "'perhaps' is not a Modality"),
        (lambda: made(Threat, order=4001), "whole number from -4000 to 4000"),
        (lambda: made(Threat, order="1"), "whole number from"),
        (lambda: made(Threat, order=True), "whole number from"),
        (lambda: made(Threat, evidence=["x"]), "Threat.evidence is 'x'"),
        (lambda: made(Threat, evidence=5), "5 is not a list"),
        (lambda: made(Threat, links=["x"]), "Threat.links is 'x'"),
        (lambda: made(Threat, claims=["x"]), "Threat.claims is 'x'"),
        (lambda: made(Threat, supersedes=[1]), "Threat.supersedes is 1"),
        (lambda: made(Threat, label="Not a label"), "Threat.label is 'Not a label'"),
        (lambda: Votes(in_favour=-1), "Votes.in_favour is -1"),
        (lambda: Link(kind="after", to="a"), "'after' is not a LinkKind"),
        (lambda: Link(kind="part_of", to=""), "Link.to is ''"),
    ],
)
def test_what_is_refused(make: Callable[[], object], message: str) -> None:
    """
    What cannot be is refused when the event is made, with a remedy.
    """
    with pytest.raises(BadInputError, match=message):
        make()


def every_field() -> Iterator[tuple[type[Event], str]]:
    """
    Every field of every type.
    """
    for cls in TYPES:
        for field in attrs.fields(cls):
            yield cls, field.name


@pytest.mark.parametrize(
    ("cls", "name"), list(every_field()), ids=lambda it: it if isinstance(it, str) else kind_of(it)
)
def test_no_value_breaks_a_field(cls: type[Event], name: str) -> None:
    """
    Whatever a field is given, the event takes it and can be hashed, or our own error refuses it.
    """
    hostile = (5, -1, 1.5, True, b"x", "", "\x00", "x" * 5000, [], {}, [5], [[]], [{}], object, ())
    for value in hostile:
        try:
            event = made(cls, **{name: value})
        except BadInputError:
            continue
        assert isinstance(hash(event), int)
        assert event.id.startswith("e1-")


def test_votes() -> None:
    """
    A count of votes prints with question marks for what is not known.
    """
    assert "5-?-1" == str(Votes(in_favour=5, abstaining=1))
    assert "5-2-?" == str(Votes(in_favour=5, against=2))


def test_coding_of_an_under_specified_code() -> None:
    """
    CAMEO 161 lumps a reduction and a break together, and its own type claims no more than that.
    """
    assert Coding("161", "SANCTION") == events.RelationsReduced.coding


def test_modality_is_done_unless_said() -> None:
    """
    An event is done unless its source says that it is planned, threatened, denied and so on.
    """
    assert Modality.DONE is made(Threat).modality


def test_unknown_events_keep_their_kind() -> None:
    """
    An event of a kind that nothing knows keeps that kind.
    """
    event = UnknownEvent(occurred="2022-12-07", unknown_kind="transit_ban")
    assert "transit_ban" == event.kind


def test_dates_are_read() -> None:
    """
    A date may be given as text, and is a partial date from then on.
    """
    assert PartialDate.parse("../2022-12") == made(Threat, occurred="../2022-12").occurred


def test_observations_are_not_checked_when_made() -> None:
    """
    An observation of a fluent that nothing knows can be made: the replay reports it.
    """
    seen = Observation(occurred="2022", fluent="nonsense", subject="x", value="y")
    assert "nonsense" == seen.fluent
