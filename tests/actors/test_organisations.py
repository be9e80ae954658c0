"""
The table of organisations, and actors of either sort.
"""

import pickle
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplomodel.actors import (
    Organisation,
    OrganisationKind,
    State,
    actor,
    is_actor,
    organisation,
    organisations,
)
from diplomodel.errors import BadInputError, UnknownNameError


NEEDED = (
    *("un", "oas", "icj", "eu", "au", "arab-league", "gcc", "asean"),
    *("celac", "mercosur", "pacific-alliance", "ecowas", "nato", "osce", "opcw"),
    *("icrc", "iaea", "icc", "commonwealth", "oic", "unasur", "cji", "unhcr", "cis"),
)


@given(st.sampled_from(organisations()))
def test_every_organisation_resolves_to_itself(found: Organisation) -> None:
    """
    An identifier gives the organisation that carries it, and has its form.
    """
    assert found is organisation(found.id)
    assert found is actor(found.id)
    assert is_actor(found.id)
    assert re.fullmatch("org:[a-z0-9]+(-[a-z0-9]+)*", found.id)
    assert isinstance(found.kind, OrganisationKind)
    assert found.wikidata is None or re.fullmatch("Q[1-9][0-9]*", found.wikidata)
    assert found.cameo is None or re.fullmatch("[A-Z0-9]{3}", found.cameo)
    assert all(name == name.strip() and name for name in (found.name, *found.names))


@pytest.mark.parametrize("name", NEEDED)
def test_organisations_of_the_casebooks_are_there(name: str) -> None:
    """
    The organisations that diplomatic events most often name are in the table.
    """
    assert f"org:{name}" == organisation(f"org:{name}").id


def test_identifiers_and_items_are_not_shared() -> None:
    """
    No two organisations have one identifier, Wikidata item or CAMEO code.
    """
    found = organisations()
    for codes in (
        [one.id for one in found],
        [one.wikidata for one in found if one.wikidata],
        [one.cameo for one in found if one.cameo],
    ):
        assert len(codes) == len(set(codes))


def test_kinds() -> None:
    """
    Courts, the European Union and the Red Cross are told apart.
    """
    kinds = [organisation(f"org:{name}").kind.value for name in ("icj", "eu", "icrc", "oas")]
    assert ["court", "supranational", "non-governmental", "intergovernmental"] == kinds
    with pytest.raises(BadInputError, match="did you mean 'court'"):
        OrganisationKind("cort")


@pytest.mark.parametrize(
    ("code", "hint"),
    [
        ("org:ona", "did you mean 'org:"),
        ("OEA", "did you mean 'org:oas'"),
        ("Organización de los Estados Americanos", "did you mean 'org:oas'"),
        ("org:zzzzzzzzzzzz", "unknown organisation 'org:zzzzzzzzzzzz'$"),
        ("PER", "unknown organisation 'PER'"),
        (None, "unknown organisation '<NoneType>'"),
        (["org:un"], "unknown organisation"),
    ],
)
def test_unknown_organisations_are_told_what_was_meant(code: object, hint: str) -> None:
    """
    The error for an unknown identifier names the organisation that was probably meant.
    """
    with pytest.raises(UnknownNameError, match=hint):
        organisation(code)  # type: ignore[arg-type]  # hostile on purpose


def test_actors_are_states_or_organisations() -> None:
    """
    One look-up serves both, and what is neither is refused.
    """
    assert isinstance(actor("PER"), State)
    assert isinstance(actor("org:un"), Organisation)
    with pytest.raises(UnknownNameError, match="organisation"):
        actor("org:narnia-league")
    with pytest.raises(UnknownNameError, match="state code"):
        actor("NRN")


@pytest.mark.parametrize("code", ["", "per", "Peru", "un", "org:", None, 7, [], {}])
def test_other_values_are_no_actors(code: object) -> None:
    """
    Names, codes in lower case and values of other types are no actors.
    """
    assert not is_actor(code)  # type: ignore[arg-type]  # hostile on purpose


def test_organisations_are_plain_values() -> None:
    """
    Organisations survive pickling, show as a call and cannot be changed.
    """
    oas = organisation("org:oas")
    assert oas == pickle.loads(pickle.dumps(oas))
    assert "organisation('org:oas')" == repr(oas)
    with pytest.raises(AttributeError):
        oas.name = "UN"  # type: ignore[misc]  # that it fails is the point
