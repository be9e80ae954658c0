"""
The core's fluents and their values.
"""

from __future__ import annotations

import itertools
import pickle
from collections.abc import Mapping
from enum import StrEnum

import pytest

from diplomodel import fluents as f
from diplomodel.errors import BadInputError, UnknownNameError
from diplomodel.subjects import SubjectKind


ALL = sorted(f.CORE.values(), key=lambda fluent: fluent.name)


@pytest.mark.parametrize("fluent", ALL, ids=lambda fluent: fluent.name)
def test_a_fluent_is_found_and_pickled_by_name(fluent: f.Fluent[str]) -> None:
    """
    There is one fluent of each name, here and after pickling.
    """
    assert fluent is f.fluent(fluent.name)
    assert fluent is pickle.loads(pickle.dumps(fluent))


@pytest.mark.parametrize("fluent", ALL, ids=lambda fluent: fluent.name)
def test_vocabulary(fluent: f.Fluent[str]) -> None:
    """
    Every word of a vocabulary reads back as itself; a person's name is any text.
    """
    if not issubclass(fluent.values, StrEnum):
        assert () == fluent.vocabulary
        assert "pablo-monroy" == fluent.value("pablo-monroy")
        return
    assert fluent.vocabulary
    for value in fluent.vocabulary:
        assert value is fluent.value(str(value))
    with pytest.raises(BadInputError, match=f"is not a {fluent.values.__name__}"):
        fluent.value("no such word")


@pytest.mark.parametrize("fluent", ALL, ids=lambda fluent: fluent.name)
def test_derived_fluents_say_what_they_read(fluent: f.Fluent[str]) -> None:
    """
    A derived fluent names stored ones, and a stored one reads nothing.
    """
    assert fluent.is_derived is bool(fluent.reads)
    assert not any(read.is_derived for read in fluent.reads)
    assert fluent.summary.endswith(".")


def test_unknown_fluent() -> None:
    """
    A misspelt name gets the right one suggested.
    """
    with pytest.raises(UnknownNameError, match="unknown fluent 'relatons'; did you mean"):
        f.fluent("relatons")


def test_a_plugins_fluent_is_pickled_whole() -> None:
    """
    A fluent that the core does not know comes back with all that it was made of.
    """
    own = f.Fluent("own", SubjectKind.DYAD, f.Relations, summary="A plugin's own.")
    again = pickle.loads(pickle.dumps(own))
    assert (own.name, own.on, own.values, own.summary) == (
        again.name,
        again.on,
        again.values,
        again.summary,
    )


def test_levels_are_ordered() -> None:
    """
    Classes of mission rank from none to ambassador.
    """
    levels = list(f.MissionLevel)
    assert levels == sorted(levels, key=lambda level: level.rank)
    assert f.MissionLevel.CHARGE_DAFFAIRES.rank < f.MissionLevel.AMBASSADOR.rank


def derived(fluent: f.Fluent[str], known: Mapping[f.Fluent[str], str | None]) -> str | None:
    """
    The value of a derived fluent of Mexico's mission in Peru, from values of stored ones.
    """
    asked: set[str] = set()

    def look(of: f.Fluent[str], subject: str) -> str | None:
        asked.add(of.name)
        return known.get(of)

    assert fluent.derive is not None
    value = fluent.derive("MEX>PER", look)
    assert asked <= {read.name for read in fluent.reads}
    return value


@pytest.mark.parametrize(
    "fluent", [one for one in ALL if one.is_derived], ids=lambda fluent: fluent.name
)
def test_nothing_follows_from_nothing(fluent: f.Fluent[str]) -> None:
    """
    A derived fluent of which nothing is known is unknown: there is no made-up initial value.
    """
    assert derived(fluent, {}) is None


def test_derivations_are_total() -> None:
    """
    For every combination of stored values a derivation gives a value of its vocabulary or none.
    """
    people = {f.HEAD_OF_MISSION: (None, "a"), f.ACTING_HEAD: (None, "b", f.VACANT)}
    for fluent in (one for one in ALL if one.is_derived):
        options = [people.get(read, (None, *read.vocabulary)) for read in fluent.reads]
        for chosen in itertools.product(*options):
            value = derived(fluent, dict(zip(fluent.reads, chosen, strict=True)))
            assert value is None or value in fluent.vocabulary


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        ({f.MISSION: f.MissionStatus.OPEN}, f.Functions.EXERCISED),
        ({f.MISSION: f.MissionStatus.PUBLIC_SERVICE_SUSPENDED}, f.Functions.EXERCISED),
        ({f.MISSION: f.MissionStatus.OPERATIONS_SUSPENDED}, f.Functions.ENDED),
        ({f.MISSION: f.MissionStatus.CLOSED}, f.Functions.ENDED),
        ({f.RELATIONS: f.Relations.BROKEN}, f.Functions.ENDED_BY_BREAK),
        ({f.RELATIONS: f.Relations.ENDED}, f.Functions.ENDED),
        (
            {
                f.RELATIONS: f.Relations.BROKEN,
                f.MISSION_LEVEL: f.MissionLevel.INTERESTS_SECTION,
            },
            f.Functions.EXERCISED,
        ),
    ],
)
def test_functions(known: Mapping[f.Fluent[str], str], expected: f.Functions) -> None:
    """
    Functions end with the mission or with relations, but for a section of interests.
    """
    assert expected == derived(f.FUNCTIONS, known)


@pytest.mark.parametrize("away", list(f.Accreditation), ids=str)
def test_whoever_is_not_in_post_leaves_a_charge(away: f.Accreditation) -> None:
    """
    Recall, withdrawal, expulsion and departure all leave a chargé d'affaires.
    """
    known = {
        f.HEAD_OF_MISSION: "a",
        f.ACCREDITATION: away,
        f.MISSION: f.MissionStatus.OPEN,
        f.MISSION_LEVEL: f.MissionLevel.AMBASSADOR,
    }
    in_post = away is f.Accreditation.IN_POST
    expected = f.HeadedBy.AMBASSADOR if in_post else f.HeadedBy.CHARGE
    assert expected == derived(f.HEADED_BY, known)


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        ({f.MISSION: f.MissionStatus.CLOSED}, f.Premises.INVIOLABLE),
        ({f.HOLDING: f.Holding.CUSTODY}, f.Premises.IN_CUSTODY),
        (
            {f.HOLDING: f.Holding.CUSTODY, f.INVIOLABILITY: f.Inviolability.BREACHED},
            f.Premises.BREACHED,
        ),
        ({f.HOLDING: f.Holding.CONFISCATED}, f.Premises.CONFISCATED),
        ({f.HOLDING: f.Holding.TRANSFERRED}, f.Premises.TRANSFERRED),
        ({f.HOLDING: f.Holding.SENDING_STATE}, None),
    ],
)
def test_premises(known: Mapping[f.Fluent[str], str], expected: f.Premises | None) -> None:
    """
    Premises stay inviolable after a closure, in custody too, until breached or taken.
    """
    assert expected == derived(f.PREMISES, known)
